//! What rows must say about each other, and several faults at once.

use super::*;

#[test]
fn the_same_key_twice() {
    let tables = Tables::copy();
    let first = tables.line_of("observations.csv", ROW);
    let last = tables.text("observations.csv").lines().count() + 1;
    let tables = tables
        .append("observations.csv", "dong-nai-cu,account-adults,2022-Q3,,actual,82,about,,baodongnai-2022-11-07,,");
    let expected = format!(
        "data/observations.csv:{last}: has the same place, indicator, period, status and source as line {first}; keep \
         one of the two"
    );
    assert_eq!(tables.says(), [expected]);
    let tables = Tables::copy().append("themes.csv", "broadband,main,a,b,c,d");
    let last = tables.text("themes.csv").lines().count();
    let expected = format!(
        "data/themes.csv:{last}: theme: “broadband” is already given on line 2; choose another id, or keep one of the two"
    );
    assert_eq!(tables.says(), [expected]);
}

#[test]
fn two_broken_tables_list_every_error() {
    let tables = Tables::copy()
        .edit("sources.csv", "backan-2021,", "https://", "htp://")
        .edit("sources.csv", "backan-2021,", ",official,", ",oficial,")
        .edit("places.csv", "ha-noi,", "city,01", "town,1")
        .edit("observations.csv", ROW, ",81,", ",\"81,5\",");
    let line = |file: &str, start: &str| tables.line_of(file, start);
    let url = "htp://backan.gov.vn/pages/bac-kan-tang-8-bac-tren-bang-xep-hang-chuyen-doi-s-aaee.aspx";
    let problems = load(&tables.dir).unwrap_err();
    let (places, sources) = (line("places.csv", "ha-noi,"), line("sources.csv", "backan-2021,"));
    let expected = [
        format!("data/places.csv:{places}: gso_code: “1” has lost its leading zero, as spreadsheets do; write 01"),
        format!(
            "data/places.csv:{places}: kind: “town” is not a code; expected one of: country, region, province, city"
        ),
        format!(
            "data/sources.csv:{sources}: kind: “oficial” is not a code; expected one of: official, press, survey, copy"
        ),
        format!(
            "data/sources.csv:{sources}: url: “{url}” is not an address; expected http://… or https://…, or nothing if it \
             is not recorded"
        ),
        format!(
            "data/observations.csv:{}: value: “81,5” is not a number; write a decimal point: 81.5",
            line("observations.csv", ROW)
        ),
        "5 problems in 3 files; nothing is published until they are put right.".to_owned(),
    ];
    assert_eq!(problems.to_string().lines().collect::<Vec<_>>(), expected);
}

#[test]
fn places_fit_together() {
    let says = Tables::copy().edit("places.csv", "ha-noi,", "vung-dong-bang-song-hong-cu|", "").says();
    let line = Tables::copy().line_of("places.csv", "ha-noi,");
    let expected = "region: “vung-dong-bang-song-hong” does not fit the unit’s time; expected its former region|its current \
                    region";
    assert_eq!(says, [format!("data/places.csv:{line}: {expected}")]);

    let says = Tables::copy().edit("places.csv", "ha-noi,", "TP. Hà Nội|", "Hanoi|").says();
    assert_eq!(says, [format!("data/places.csv:{line}: aliases: “Hanoi” stands twice")]);

    let says = Tables::copy().edit("places.csv", "ha-noi,", "city,01", "city,02").says();
    let message = format!(
        "gso_code: “02” is also the code of line {line} in the list of 63; every unit of a list has a code of its own"
    );
    assert_eq!(says, [format!("data/places.csv:{}: {message}", line + 1)]);

    // A district's code is one, but not beside those of provinces.
    let says = Tables::copy().edit("places.csv", "ha-noi,", "city,01", "city,001").says();
    let message = "gso_code: “001” has not 2 digits like the other units’ codes; expected the two digits of the \
                   statistics office, with the leading zero: 01";
    assert_eq!(says, [format!("data/places.csv:{line}: {message}")]);

    let says = Tables::copy().edit("lineage.csv", "ha-giang,", "tuyen-quang", "cao-bang").says();
    assert_eq!(
        says,
        [
            "data/lineage.csv:2: to: “cao-bang” does not begin on 2025-07-01 (its valid_from); the unit that ended stands first, the one it is now part of second"
        ]
    );
}

#[test]
fn every_unit_and_both_archipelagos_are_on_the_maps() {
    let text = Tables::copy().text("tiles.csv");
    let kept = text.lines().filter(|line| !line.starts_with("34,12,1,") && !line.contains("34,7,7,"));
    let tables = Tables::copy().write("tiles.csv", kept.map(|line| format!("{line}\n")).collect::<String>());
    let tables = tables
        .append("tiles.csv", "34,12,2,unit,ha-noi,Hà Nội,Ha Noi")
        .append("tiles.csv", "34,0,0,unit,ha-noi,Hà Nội,Ha Noi");
    let last = tables.text("tiles.csv").lines().count();
    let can_tho = tables.line_of("tiles.csv", "34,12,2,unit,can-tho");
    assert_eq!(
        tables.says(),
        [
            "data/tiles.csv: “ca-mau” has no square on the map of 34; add a row".to_owned(),
            "data/tiles.csv: Hoàng Sa has no square on the map of 34; add a row".to_owned(),
            format!(
                "data/tiles.csv:{}: has the same basis, row and col as line {can_tho}; keep one of the two",
                last - 1
            ),
            format!(
                "data/tiles.csv:{last}: place: “ha-noi” is already on the map of 34 on line {}; a unit has one square: keep one of the two",
                last - 1
            ),
        ]
    );
}

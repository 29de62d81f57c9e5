//! An editor's mistakes, each made alone in a copy of the real tables: one clear message at its place, with what was
//! expected. The messages stand in `snapshots/`, so that a change of wording is seen as one.

use super::*;

/// Where the message should point.
pub(super) enum At {
    /// At the line that was spoilt, and this column.
    Cell(&'static str),
    /// At the line that was spoilt.
    Line,
    /// At the first line.
    Top,
    /// At the file.
    File,
}

/// A mistake: its name, the file, the place, and how it is made.
pub(super) type Mistake = (&'static str, &'static str, At, fn(Tables) -> Tables);

/// Makes every mistake and holds the one message each gets.
pub(super) fn each_gets_one_message(name: &str, mistakes: &[Mistake]) {
    let said: Vec<Result<String, String>> = std::thread::scope(|scope| {
        let (one, other) = mistakes.split_at(mistakes.len() / 2);
        let halves = [one, other].map(|half| scope.spawn(|| half.iter().map(message).collect::<Vec<_>>()));
        halves.into_iter().flat_map(|half| half.join().unwrap()).collect()
    });
    let wrong: Vec<&str> = said.iter().filter_map(|it| it.as_ref().err()).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let lines: Vec<String> = said.into_iter().flatten().collect();
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, lines.join("\n"));
    });
}

/// The name of the mistake and what the editor reads, or what is wrong with that.
fn message((name, file, at, make): &Mistake) -> Result<String, String> {
    let tables = make(Tables::copy());
    let slips = tables.slips();
    let all = || slips.iter().map(|slip| format!("\n    {slip}")).collect::<String>();
    let [slip] = slips.as_slice() else { return Err(format!("{name}: {} messages{}", slips.len(), all())) };
    let (line, column) = match at {
        At::Cell(column) => (Some(tables.changed_line(file)), Some((*column).to_owned())),
        At::Line => (Some(tables.changed_line(file)), None),
        At::Top => (Some(1), None),
        At::File => (None, None),
    };
    if (&*slip.file, slip.line, &slip.column) != (&*format!("data/{file}"), line, &column) {
        return Err(format!("{name}: expected at {file}:{line:?}:{column:?}{}", all()));
    }
    // Lines move whenever somebody adds a figure.
    let said = Problem { line: None, ..slip.clone() }.to_string();
    let mut parts = said.split("line ");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| match part.trim_start_matches(|c: char| c.is_ascii_digit()) {
        same if same.len() == part.len() => format!("line {part}"),
        after => format!("line N{after}"),
    });
    Ok(format!("{name}\n    {}", first + &rest.collect::<String>()))
}

const SOURCE: &str = "backan-2021,";
const INDICATOR: &str = "fibre-households,";
const PLACE: &str = "ha-noi,";

fn add(tables: Tables, file: &str, row: &str) -> Tables {
    tables.append(file, row)
}

#[test]
fn in_definitions_and_sources() {
    each_gets_one_message(
        "definitions_and_sources",
        &[
            ("an id that is the folder of the pinned embeds", "indicators.csv", At::Cell("indicator"), |t| {
                add(
                    t,
                    "indicators.csv",
                    "v,broadband,broadband,Tên,Name,Một cách đếm.,A definition.,hộ,households,percent,higher,0,100,,,,,,,,",
                )
            }),
            ("an unknown unit", "indicators.csv", At::Cell("unit"), |t| {
                t.edit("indicators.csv", INDICATOR, ",percent,", ",percents,")
            }),
            ("a share without its population", "indicators.csv", At::Cell("population_vi"), |t| {
                t.edit("indicators.csv", INDICATOR, ",hộ gia đình,households,", ",,,")
            }),
            ("a population in one language", "indicators.csv", At::Cell("population_en"), |t| {
                t.edit("indicators.csv", INDICATOR, ",hộ gia đình,households,", ",hộ gia đình,,")
            }),
            ("a topic of another theme", "indicators.csv", At::Cell("theme"), |t| {
                t.edit("indicators.csv", INDICATOR, ",broadband,broadband,", ",broadband,smartphones,")
            }),
            ("min above max", "indicators.csv", At::Cell("max"), |t| {
                t.edit("indicators.csv", "mobile-stations,", ",none,0,,", ",none,100,0,")
            }),
            ("neither better nor worse in another word", "indicators.csv", At::Cell("better"), |t| {
                t.edit("indicators.csv", INDICATOR, ",higher,", ",more,")
            }),
            ("a name as long as a definition", "indicators.csv", At::Cell("name_en"), |t| {
                let long = ",Households that have a fixed broadband connection over fibre to the home,";
                t.edit("indicators.csv", INDICATOR, ",Households using fibre Internet,", long)
            }),
            ("an id with capitals and an underscore", "sources.csv", At::Cell("source"), |t| {
                add(t, "sources.csv", "Bao_Moi-2024,Báo,,,,,,press,,,,,")
            }),
            ("an id that is taken", "sources.csv", At::Cell("source"), |t| {
                add(t, "sources.csv", "backan-2021,Báo,,,,,,press,,,,,")
            }),
            ("a source without a title", "sources.csv", At::Cell("title"), |t| {
                add(t, "sources.csv", "baomoi-2024,,,,,,,press,,,,,")
            }),
            ("an address with a space", "sources.csv", At::Cell("url"), |t| {
                t.edit("sources.csv", SOURCE, "backan.gov.vn/pages/", "backan.gov.vn/my pages/")
            }),
            ("an address that is a script", "sources.csv", At::Cell("url"), |t| {
                add(t, "sources.csv", "baomoi-2024,Báo,,,,,javascript:alert(1),press,,,,,")
            }),
            ("an unknown kind of source", "sources.csv", At::Cell("kind"), |t| {
                t.edit("sources.csv", SOURCE, ",official,", ",government,")
            }),
            ("published in the future", "sources.csv", At::Cell("published"), |t| {
                t.edit("sources.csv", SOURCE, "2022-08-17", "2099-08-17")
            }),
            ("a date with the day first", "sources.csv", At::Cell("published"), |t| {
                t.edit("sources.csv", SOURCE, "2022-08-17", "17/08/2022")
            }),
            ("a date that can be read two ways", "sources.csv", At::Cell("accessed"), |t| {
                add(t, "sources.csv", "baomoi-2024,Báo,,,,,,press,,,01/03/2023,,")
            }),
            ("a source nobody cites", "sources.csv", At::Cell("source"), |t| {
                add(t, "sources.csv", "baomoi-2024,Báo,,,,,,press,,,,,")
            }),
            ("an inferred date that is not given", "sources.csv", At::Cell("published_inferred"), |t| {
                t.edit("sources.csv", SOURCE, "2022-08-17,,", ",yes,")
            }),
            ("a series with a space", "sources.csv", At::Cell("series"), |t| {
                t.edit("sources.csv", SOURCE, ",dti,", ",DTI 2021,")
            }),
        ],
    );
}

#[test]
fn in_places_and_the_other_tables() {
    each_gets_one_message(
        "places_and_other_tables",
        &[
            ("a name in NFD", "places.csv", At::Cell("name_vi"), |t| {
                t.edit("places.csv", "dien-bien,", "Điện Biên", "Đie\u{323}\u{302}n Biên")
            }),
            ("a code that is taken", "places.csv", At::Cell("gso_code"), |t| {
                t.edit("places.csv", "ha-giang,", "province,02", "province,01")
            }),
            ("a code that lost its zero", "places.csv", At::Cell("gso_code"), |t| {
                t.edit("places.csv", PLACE, "city,01", "city,1")
            }),
            ("a unit that ends before it begins", "places.csv", At::Cell("valid_to"), |t| {
                t.edit("places.csv", "dong-nai,", "2025-07-01,,", "2025-07-01,2024-07-01,")
            }),
            ("an unknown region", "places.csv", At::Cell("region"), |t| {
                t.edit("places.csv", "dong-nai,", "vung-dong-nam-bo", "vung-dong-nam")
            }),
            ("a date as a spreadsheet shows it", "places.csv", At::Cell("valid_from"), |t| {
                t.edit("places.csv", "dong-nai,", "2025-07-01", "1-Jul-25")
            }),
            ("a date as a spreadsheet keeps it", "places.csv", At::Cell("valid_from"), |t| {
                t.edit("places.csv", "dong-nai,", "2025-07-01", "45839")
            }),
            ("a circle of successors", "lineage.csv", At::Cell("from"), |t| {
                add(t, "lineage.csv", "tuyen-quang,ha-giang,2025-07-01,202/2025/QH15")
            }),
            ("a second successor", "lineage.csv", At::Cell("from"), |t| {
                add(t, "lineage.csv", "ha-giang,lao-cai,2025-07-01,202/2025/QH15")
            }),
            ("a city that is a province", "status_changes.csv", At::Cell("place"), |t| {
                add(t, "status_changes.csv", "lang-son,2025-01-01,became-city,1/2025/QH15,Một,One")
            }),
            ("a boundary of an indicator and of a place", "breaks.csv", At::Cell("indicator"), |t| {
                add(t, "breaks.csv", "fibre-households,ha-noi,2024-01-01,boundary,Một,One")
            }),
            ("a break of nothing", "breaks.csv", At::Cell("indicator"), |t| {
                add(t, "breaks.csv", ",,2024-01-01,method,Một,One")
            }),
            ("a break in some month", "breaks.csv", At::Cell("date"), |t| {
                add(t, "breaks.csv", "fibre-households,,2024-01,method,Một,One")
            }),
            ("a tile twice", "tiles.csv", At::Line, |t| add(t, "tiles.csv", "63,0,2,unit,ha-giang,Hà Giang,Ha Giang")),
            ("a unit on two tiles", "tiles.csv", At::Cell("place"), |t| {
                add(t, "tiles.csv", "63,0,0,unit,ha-giang,Hà Giang,Ha Giang")
            }),
            ("a tile of the other map", "tiles.csv", At::Cell("place"), |t| {
                add(t, "tiles.csv", "34,0,0,unit,ha-giang,Hà Giang,Ha Giang")
            }),
            ("set aside without a reason", "set_aside.csv", At::Cell("note_vi"), |t| {
                add(t, "set_aside.csv", "backan-2021,bac-kan,fibre-households,2024,\"105,48 %\",,")
            }),
            ("looked at without a reason", "looked_at.csv", At::Cell("note"), |t| {
                t.edit("looked_at.csv", "unmeasured,nq-202", ",The ", ",\"\"\nx,")
                    .lines("looked_at.csv", |line| !line.starts_with("x,"))
            }),
            ("looked at what is no longer there", "looked_at.csv", At::Cell("key"), |t| {
                add(t, "looked_at.csv", "jump,ha-noi fibre-households 2020 1 2021 99,Right.")
            }),
            ("a rule that is none", "looked_at.csv", At::Cell("warning"), |t| {
                add(t, "looked_at.csv", "leap,ha-noi fibre-households 2020 1 2021 99,Right.")
            }),
            ("a version of another form", "version.txt", At::Top, |t| t.write("version.txt", "2026.11\n")),
        ],
    );
}

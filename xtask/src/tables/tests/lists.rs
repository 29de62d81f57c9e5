//! Lists: wide tables that are checked cell by cell, and published as rows of observations.

use super::*;
use tinh_so::domain::{Missing, Reading};

const LIST: &str = "lists/dvcqg-766-2026-10-10.csv";

/// A copy of the real tables with one list of its own.
fn with(list: &str) -> Tables {
    Tables::copy().write(LIST, list)
}

fn said(list: &str) -> Vec<String> {
    match read(&with(list).dir) {
        Err(problems) => problems.list.iter().map(ToString::to_string).collect(),
        Ok(_) => Vec::new(),
    }
}

#[test]
fn a_cell_becomes_a_figure_of_its_document() {
    let tables =
        with("place,portal-766@2026-01-01/2026-10-10,portal-766-online@2026:about\nha-noi,55.23,\nhue,,suppressed\n");
    let record = load(&tables.dir).unwrap();
    let of = |place: &str, indicator: &str| record.figures(indicator).find(|o| &*o.place == place).cloned();
    let score = of("ha-noi", "portal-766").unwrap();
    assert_eq!((score.reading.number(), &*score.source), (Some(55.23), "dvcqg-766-2026-10-10"));
    assert_eq!(of("hue", "portal-766-online").unwrap().reading, Reading::Missing(Missing::Suppressed));
    assert!(of("ha-noi", "portal-766-online").is_none(), "an empty cell says nothing");
}

#[test]
fn published_its_cells_stand_among_the_observations_in_their_order() {
    let tables = with("place,portal-766@2026-01-01/2026-10-10\nhue,60.5\nha-noi,55.23\n");
    let text = published_text(&tables.dir, "observations.csv").unwrap();
    let own: Vec<&str> = text.lines().filter(|line| line.contains(",portal-766,")).collect();
    let row = |place: &str, value: &str| {
        format!("{place},portal-766,2026-01-01/2026-10-10,,actual,{value},exact,,dvcqg-766-2026-10-10,,")
    };
    assert_eq!(own[..2], [row("ha-noi", "55.23"), row("hue", "60.5")]);
    let key = |line: &&str| line.split(',').nth(1).unwrap().to_owned();
    let keys: Vec<String> = text.lines().skip(1).collect::<Vec<_>>().iter().map(key).collect();
    assert!(keys.is_sorted());
}

#[test]
fn a_fault_is_named_with_the_list_its_line_and_its_column() {
    let cases = [
        (
            "place,portal-766@2026-01-01/2026-10-10\nha-noy,55.23\n",
            ":2: place: “ha-noy” is not a place; nearest: ha-noi",
        ),
        (
            "place,portal-766@2026-01-01/2026-10-10\nha-noi,\"55,23\"\n",
            ":2: portal-766@2026-01-01/2026-10-10: “55,23” is not a number",
        ),
        (
            "place,portal-766@2026-01-01/2026-10-10\nha-noi,155\n",
            ":2: portal-766@2026-01-01/2026-10-10: 155 is more than 100",
        ),
        ("place,portal-766@2024\ndong-nai,60\n", ":2: place: “dong-nai” exists only since"),
        ("place,portal-767@2026\nha-noi,60\n", ":2: portal-767@2026: “portal-767” is not a indicator"),
        ("place,portal-766@mười\nha-noi,60\n", ":2: portal-766@mười: "),
        ("place,portal-766\nha-noi,60\n", ":1: portal-766: “portal-766” names no period"),
        ("place,portal-766@2026:roughly\nha-noi,60\n", ":1: portal-766@2026:roughly: “roughly” is not a qualifier"),
        ("place,portal-766@2026,portal-766@2026:about\nha-noi,60,61\n", ":1: portal-766@2026:about: stands twice"),
        ("tỉnh,portal-766@2026\nha-noi,60\n", ":1: does not begin with the column “place”"),
        ("place,portal-766@2026\nha-noi,60,5\n", ":2: has 3 cells, expected 2; a decimal comma makes two cells"),
        (
            "place,portal-766@2026\nha-noi,60\nha-noi,61\n",
            ":3: portal-766@2026: has the same place, indicator, period, status and source as line 2 of data/lists/",
        ),
    ];
    for (list, fault) in cases {
        let said = said(list);
        let wanted = fault.replace("is not a indicator", "is not");
        assert!(
            said.iter().any(|it| it.starts_with(&format!("data/{LIST}")) && it.contains(&wanted)),
            "{list}\n{fault}\n{said:#?}"
        );
    }
}

#[test]
fn a_list_of_no_known_document_is_refused_whole() {
    let tables = Tables::copy().write("lists/dvcqg-766.csv", "place,portal-766@2026\nha-noi,60\n");
    let problems = read(&tables.dir).unwrap_err().list;
    let of_list: Vec<String> =
        problems.iter().map(ToString::to_string).filter(|it| it.contains("lists/dvcqg-766.csv")).collect();
    assert_eq!(of_list.len(), 1, "{problems:?}");
    assert!(of_list[0].contains("“dvcqg-766” is not a source; nearest: dvcqg-766-2026-10-10"), "{}", of_list[0]);
}

#[test]
fn what_a_spreadsheet_does_to_the_form_of_a_list_is_put_right() {
    let plain = "place,portal-766@2026\nha-noi,60.5\nhue,61\n";
    let tables = with("\u{feff}place;portal-766@2026;\r\nha-noi ;60.5;\r\n;;\r\nhue;61;\r\n");
    let problems = read(&tables.dir).unwrap_err().list;
    assert!(problems.iter().filter(|it| it.file.contains("lists/")).all(|it| it.mends), "{problems:?}");
    mend(&tables.dir).unwrap();
    assert_eq!(tables.text(LIST), plain);
    assert!(mend(&tables.dir).unwrap().files.is_empty());
}

//! `tinh-so.xlsx`, read back with another library.

use super::*;
use calamine::{Data, Range, Reader, Xlsx};
use std::{collections::BTreeSet, io::Cursor};

fn open(files: &BTreeMap<String, Vec<u8>>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(files[WORKBOOK].clone())).unwrap()
}

fn sheet(name: &str) -> Range<Data> {
    open(made()).worksheet_range(name).unwrap()
}

fn text(cell: Option<&Data>) -> &str {
    match cell {
        Some(Data::String(text)) => text,
        None | Some(Data::Empty) => "",
        Some(other) => panic!("{other:?} is not text"),
    }
}

/// One column of a sheet, below the header.
fn column<'a>(sheet: &'a Range<Data>, name: &str) -> Vec<&'a str> {
    let header = sheet.rows().next().unwrap();
    let place = header.iter().position(|cell| text(Some(cell)) == name).unwrap();
    sheet.rows().skip(1).map(|row| text(row.get(place))).collect()
}

#[test]
fn every_sheet_has_the_cells_of_its_table_and_codes_are_text() {
    let numbers = ["value", "min", "max", "decimals", "resolution"];
    for name in open(made()).sheet_names() {
        let file = format!("{name}.csv");
        if !tables().contains_key(&file) {
            continue;
        }
        let table = rows(&file);
        let shown = sheet(&name);
        assert_eq!(shown.height(), table.len(), "{name}");
        for (row, cells) in table.iter().zip(shown.rows()) {
            for (place, stated) in row.iter().enumerate() {
                let is_number = numbers.contains(&&table[0][place]);
                match (&cells[place], is_number) {
                    (Data::Float(value), true) => assert_eq!(*value, stated.parse::<f64>().unwrap(), "{name}"),
                    (cell, _) => assert_eq!(text(Some(cell)), stated, "{name}: {row:?}"),
                }
            }
        }
    }
    let codes = sheet("places");
    assert!(column(&codes, "gso_code").contains(&"01"), "a leading zero is kept");
    let values = sheet("observations");
    assert!(values.rows().skip(1).all(|row| matches!(row[5], Data::Float(_) | Data::Empty)), "values are numbers");
}

#[test]
fn every_table_a_reader_needs_has_a_sheet_and_the_figures_come_first() {
    let sheets = open(made()).sheet_names();
    assert_eq!(sheets[0], "observations");
    let mut expected: BTreeSet<&str> = tables().keys().filter_map(|name| name.strip_suffix(".csv")).collect();
    // The tile maps and an editor's answers say nothing to a reader of a spreadsheet.
    expected.retain(|name| !["tiles", "looked_at"].contains(name));
    expected.extend(["flags", "about"]);
    assert_eq!(sheets.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected);
}

#[test]
fn a_figure_says_by_itself_what_it_is() {
    let figures = sheet("observations");
    let header: Vec<&str> = figures.rows().next().unwrap().iter().map(|cell| text(Some(cell))).collect();
    let of = |row: &[Data], name: &str| text(row.get(header.iter().position(|it| *it == name).unwrap())).to_owned();
    let is = |row: &&[Data], place: &str, indicator: &str, period: &str| {
        [of(row, "place"), of(row, "indicator"), of(row, "period")] == [place, indicator, period]
    };
    let row = figures.rows().skip(1).find(|row| is(row, "dong-nai-cu", "account-adults", "2022-Q3")).unwrap();
    assert_eq!((of(row, "flag"), of(row, "unit")), ("A".to_owned(), "percent".to_owned()));
    assert_eq!(
        (of(row, "place_vi"), of(row, "place_en")),
        ("Đồng Nai (cũ)".to_owned(), "Dong Nai (former)".to_owned())
    );
    let source = record().source("baodongnai-2022-11-07").unwrap();
    assert_eq!(of(row, "source_title"), *source.title);
    // Who measured travels with each figure, and the licence of a repository does not.
    let copied = figures.rows().skip(1).filter(|row| of(row, "source") == "papi-ml-mcdm");
    let said: BTreeSet<[String; 2]> = copied.map(|row| ["measured_by_en", "licence"].map(|it| of(row, it))).collect();
    assert_eq!(said, BTreeSet::from([["UNDP, CECODES, RTA, VFF".to_owned(), String::new()]]));
    // Hedged and missing figures carry their flags.
    let hedged: BTreeSet<(String, String)> =
        figures.rows().skip(1).map(|row| (of(row, "qualifier"), of(row, "flag"))).collect();
    assert!(hedged.contains(&("about".to_owned(), "E".to_owned())), "{hedged:?}");
    let after: BTreeSet<&str> = column(&figures, "after_break").into_iter().collect();
    assert!(after.contains("2022-01-01") && after.contains(""), "{after:?}");
}

#[test]
fn every_code_in_the_sheet_of_figures_is_explained() {
    let (figures, flags) = (sheet("observations"), sheet("flags"));
    let explained: BTreeSet<(&str, &str)> = column(&flags, "list").into_iter().zip(column(&flags, "code")).collect();
    for list in ["flag", "qualifier", "missing"] {
        for code in column(&figures, list).into_iter().filter(|code| !code.is_empty()) {
            assert!(explained.contains(&(list, code)), "{list} {code}");
        }
    }
    for meaning in ["meaning_vi", "meaning_en", "flag"] {
        assert!(column(&flags, meaning).iter().all(|text| !text.is_empty()), "{meaning}");
    }
}

#[test]
fn the_last_sheet_says_what_it_is_under_which_terms_and_every_column_in_both_languages() {
    let mut workbook = open(made());
    let about = sheet("about");
    let items = column(&about, "item");
    for (item, words) in items.iter().zip(column(&about, "vi").into_iter().zip(column(&about, "en"))) {
        assert!(!words.0.is_empty() && !words.1.is_empty(), "{item}");
    }
    let of = |item: &str| column(&about, "vi")[items.iter().position(|it| *it == item).unwrap()].to_owned();
    assert_eq!(of("version"), record().version);
    assert!(of("licence").contains("CC BY 4.0") && of("cite").contains(&record().version));
    for name in workbook.sheet_names().iter().filter(|name| *name != "about") {
        for cell in workbook.worksheet_range(name).unwrap().rows().next().unwrap() {
            let item = format!("{name}.{}", text(Some(cell)));
            assert!(items.contains(&&*item), "{item} is not described");
        }
    }
}

#[test]
fn no_text_becomes_a_formula() {
    let hostile = ["=1+1", "+84", "-5", "@SUM(1)", "'x", "=HYPERLINK(\"http://a.example\")"];
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let tables = changed("set_aside.csv", |text| {
        let row = |it: &&str| format!("baodongnai-2022-11-07,ha-noi,dti,2022,{0},{0},{0}\n", quoted(it));
        text + &hostile.iter().map(row).collect::<String>()
    });
    let files = files(record(), &tables).unwrap();
    let mut workbook = open(&files);
    let shown = workbook.worksheet_range("set_aside").unwrap();
    let printed = column(&shown, "printed");
    assert_eq!(printed[printed.len() - hostile.len()..], hostile);
    assert!(workbook.worksheet_formula("set_aside").unwrap().used_cells().next().is_none());
}

#[test]
fn the_same_version_is_the_same_bytes_and_another_version_says_so() {
    let again = files(record(), tables()).unwrap();
    assert!(again[WORKBOOK] == made()[WORKBOOK] && again[PACKAGE] == made()[PACKAGE]);
    let mut next = record().clone();
    next.version = "2027.01.3".to_owned();
    let next = files(&next, tables()).unwrap();
    assert_eq!(text(open(&next).worksheet_range("about").unwrap().get((3, 1))), "2027.01.3");
    let mut wrong = record().clone();
    wrong.version = "soon".to_owned();
    let error = format!("{:#}", files(&wrong, tables()).unwrap_err());
    assert!(error.contains("“soon” is not a data version; expected year.month.number"), "{error}");
}

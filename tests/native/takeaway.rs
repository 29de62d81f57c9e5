//! What is taken away says what it is: files, tables to paste, citations, pictures.

use crate::support::{ask, indicator, record, topic};
use serde_json::Value;
use tinh_so::{
    domain::{Missing, Record},
    figure::{
        About, PictureDrawing, Size, View, Whereabouts, bibtex, citation, csl, indicator_view, pasted, picture,
        rows_json, rows_sheets, sources_line, title, view, view_rows,
    },
    text::Locale,
};

fn at() -> Whereabouts {
    Whereabouts {
        address: "https://tinhso.example/chi-so/fibre/?places=a".into(),
        pinned: Some("https://tinhso.example/nhung/v/2024.1.1/fibre/?places=a".into()),
    }
}

fn two() -> Record {
    record()
        .place("a")
        .named("Đồng Nai (cũ)", "Dong Nai (former)", "Đồng Nai")
        .observation("a", "fibre", "2022", 83.5)
        .about()
        .noted("=1+1", "=1+1")
        .observation("b", "fibre", "2022", -3.0)
        .missing("c", "fibre", "2022", Missing::Suppressed)
        .build()
}

fn all(record: &Record) -> View {
    indicator_view(record, ask(record, indicator("fibre"), &["a"]))
}

#[test]
fn json_of_a_view_says_what_it_is_and_holds_the_figures_of_the_csv() {
    let record = two();
    let view = all(&record);
    let rows = view_rows(&record, &view);
    let file: Value = serde_json::from_str(&rows_json(&rows, &About::of(&record, &view, &at(), Locale::Vi))).unwrap();
    assert_eq!(file["address"], "https://tinhso.example/chi-so/fibre/?places=a");
    assert_eq!(file["version"].as_str(), Some(&*record.version));
    // Our part is licensed, the figures are not ours to license.
    assert!(file["licence"].as_str().unwrap().ends_with("each figure under the terms of its source"), "{file}");
    let figures = file["figures"].as_array().unwrap();
    assert_eq!(figures.len(), rows.csv().lines().count() - 1);
    assert_eq!(figures[0]["value"].as_f64(), Some(83.5), "a number, not a text");
    assert_eq!(figures[1]["value"].as_f64(), Some(-3.0));
    assert!(figures[2]["value"].is_null() && figures[2]["missing"] == "suppressed", "missing is not zero");
    assert_eq!(figures[0]["note_vi"], "=1+1", "as written: JSON knows no formulas");
    assert!(rows.csv().contains("'=1+1"), "a spreadsheet must not count it");
}

#[test]
fn a_workbook_has_figures_flags_and_what_it_is() {
    let record = two();
    let view = all(&record);
    let about = About::of(&record, &view, &at(), Locale::Vi);
    let book: Value = serde_json::from_str(&rows_sheets(&view_rows(&record, &view), &about, Locale::Vi)).unwrap();
    let sheets = book["sheets"].as_array().unwrap();
    assert_eq!(
        sheets.iter().map(|it| it["name"].as_str().unwrap()).collect::<Vec<_>>(),
        ["so-lieu", "ma", "ve-tep-nay"]
    );
    let columns: Vec<&str> =
        sheets[0]["columns"].as_array().unwrap().iter().map(|it| it["title"].as_str().unwrap()).collect();
    let at = |name: &str| columns.iter().position(|it| *it == name).unwrap();
    assert_eq!(sheets[0]["columns"][at("value")]["type"], "number");
    assert_eq!(sheets[0]["rows"][0][at("value")].as_f64(), Some(83.5));
    assert!(sheets[0]["rows"][2][at("value")].is_null());
    let flags: Vec<&str> = sheets[1]["rows"].as_array().unwrap().iter().map(|it| it[0].as_str().unwrap()).collect();
    assert!(flags.contains(&"E") && flags.contains(&"Q"));
    assert!(sheets[2].to_string().contains("nhung/v/2024.1.1"), "{}", sheets[2]);
}

#[test]
fn a_pasted_table_keeps_its_cells_apart_and_its_sources() {
    let record = two();
    let out = pasted(&all(&record).panels, Locale::Vi);
    let lines: Vec<&str> = out.text.lines().collect();
    assert!(lines[2].starts_with("1\tĐồng Nai (cũ)\tkhoảng\u{a0}83,5"), "{:?}", lines[2]);
    let cells = lines[1].split('\t').count();
    assert!(lines[2..5].iter().all(|line| line.split('\t').count() == cells), "{lines:?}");
    assert_eq!(out.html.matches("<tr>").count(), 4);
}

#[test]
fn a_citation_names_version_sources_and_both_addresses() {
    let record = two();
    for locale in Locale::ALL {
        let said = citation(&record, &all(&record), &at(), locale);
        for part in [&*record.version, &at().address, &at().pinned.unwrap(), "Tỉnh Số", &title(&all(&record), locale)]
        {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
    let without = citation(&record, &all(&record), &Whereabouts { pinned: None, ..at() }, Locale::Vi);
    assert!(!without.contains("()") && !without.contains("None"), "{without}");
}

#[test]
fn reference_managers_can_read_it() {
    let record = record()
        .indicator("fibre")
        .called("Tỷ lệ 100 % & {sợi}", "Share 100 % & {fibre}")
        .observation("a", "fibre", "2022", 1.0)
        .build();
    let view = all(&record);
    let entry = bibtex(&record, &view, &at(), Locale::Vi);
    assert_eq!(entry.matches('{').count(), entry.matches('}').count(), "{entry}");
    assert!(entry.starts_with("@misc{tinh-so-fibre-") && entry.contains("100 \\% \\& sợi"), "{entry}");
    let csl: Value = serde_json::from_str(&csl(&record, &view, &at(), Locale::En)).unwrap();
    assert_eq!(
        (csl[0]["type"].as_str(), csl[0]["title"].as_str()),
        (Some("dataset"), Some("Share 100 % & {fibre}: a province"))
    );
    assert_eq!(csl[0]["URL"], at().pinned.unwrap(), "what stays as it is");
    assert!(csl[0]["issued"]["date-parts"][0][0].as_u64().is_some_and(|year| year > 2000));
}

#[test]
fn many_documents_are_counted_not_listed() {
    let own = (0..9)
        .fold(record(), |it, n| it.observation(&format!("p{n}"), "fibre", "2022", 1.0).from(&format!("report-{n}")));
    let record = own.build();
    let view = indicator_view(&record, ask(&record, indicator("fibre"), &[]));
    let sources = tinh_so::figure::sources(&view.panels);
    assert_eq!(sources.len(), 9);
    assert!(sources_line(&sources, 3, Locale::Vi).ends_with("và 6 nguồn nữa"));
}

#[test]
fn a_picture_carries_what_qualifies_its_figures() {
    let record = two();
    let picture = picture(&record, &all(&record), &at(), Size::WIDE, Locale::Vi);
    assert_eq!(picture.sign, Some("="), "one survey, one year");
    assert!(picture.headline.contains("khoảng\u{a0}83,5"), "{}", picture.headline);
    assert!(picture.caveats.iter().any(|it| it.contains("khảo sát không công bố: c")), "{:?}", picture.caveats);
    assert!(picture.source.starts_with("Nguồn: ") && picture.licence.contains(&*record.version));
    assert_eq!(picture.address, at().address);
}

#[test]
fn a_small_picture_says_how_many_figures_it_leaves_out() {
    let all = (0..63).fold(record(), |it, n| it.observation(&format!("p{n:02}"), "fibre", "2022", f64::from(n)));
    let record = all.build();
    let view = indicator_view(&record, ask(&record, indicator("fibre"), &[]));
    let said = |size| picture(&record, &view, &at(), size, Locale::En).caveats.join(" ");
    assert!(said(Size::WIDE).contains("5 of 63 figures"), "{}", said(Size::WIDE));
    assert!(said(Size::TALL).contains("12 of 63 figures"));
    assert!(!said(Size::SCREEN).contains("of 63"), "what is on screen is all there");
}

#[test]
fn what_cannot_be_compared_is_drawn_apart_with_the_sign_between() {
    let record = record()
        .indicator("fibre")
        .under_topic("net")
        .observation("a", "fibre", "2022", 99.0)
        .indicator("used")
        .under_topic("net")
        .observation("b", "used", "2022", 79.5)
        .build();
    let picture =
        picture(&record, &view(&record, ask(&record, topic("net"), &["a", "b"])), &at(), Size::SCREEN, Locale::Vi);
    assert_eq!((picture.panels.len(), picture.sign, picture.between), (2, Some("≠"), Some("≠")));
    assert!(picture.panels.iter().all(|it| it.title.is_some() && it.headline.is_some()));
    assert!(picture.panels.iter().all(|it| matches!(it.drawing, Some(PictureDrawing::Chart { .. }))));
}

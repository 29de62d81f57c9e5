//! Status flags, and the CSV that carries them with ids, sources, breaks and the verdict.

use crate::support::{ask, indicator, record};
use tinh_so::{
    domain::{Flag, Missing, Qualifier},
    figure::{indicator_rows, indicator_view, view, view_rows},
};

#[test]
fn each_way_of_stating_or_not_stating_has_the_code_of_the_list() {
    let of = |qualifier| {
        Flag::of(&record().observation("a", "fibre", "2022", 1.0).qualified(qualifier).build().observations[0])
    };
    assert_eq!(of(Qualifier::Exact).code(), "A");
    for hedged in [Qualifier::About, Qualifier::MoreThan, Qualifier::AtMost, Qualifier::Estimate] {
        assert_eq!(of(hedged).code(), "E", "{hedged:?}");
    }
    assert_eq!(of(Qualifier::Disputed).code(), "U");
    let gap = |why| Flag::of(&record().missing("a", "fibre", "2022", why).build().observations[0]).code();
    let gaps = [Missing::NotCollected, Missing::NotPublished, Missing::NotApplicable, Missing::Suppressed];
    assert_eq!(gaps.map(gap), ["L", "O", "M", "Q"]);
}

/// The rows of a CSV by column name.
fn rows(csv: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let text = csv.strip_prefix('\u{feff}').expect("a byte order mark, for spreadsheets");
    let mut lines = text.split("\r\n").filter(|line| !line.is_empty());
    let split = |line: &str| -> Vec<String> {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                c => cells.last_mut().unwrap().push(c),
            }
        }
        cells
    };
    let header = split(lines.next().unwrap());
    lines.map(|line| header.iter().cloned().zip(split(line)).collect()).collect()
}

#[test]
fn a_row_cut_out_of_its_table_still_says_what_it_is() {
    let record = record()
        .place("a")
        .named("Đồng Nai (cũ)", "Dong Nai (former)", "Đồng Nai")
        .new_method("fibre", "2021-01-01")
        .observation("a", "fibre", "2022", 83.5)
        .about()
        .inferred()
        .noted("Theo tỉnh, chưa kiểm tra", "By the province, unchecked")
        .observation("b", "fibre", "2022", 90.0)
        .missing("c", "fibre", "2022", Missing::Suppressed)
        .build();
    let rows = rows(&view_rows(&record, &indicator_view(&record, ask(&record, indicator("fibre"), &[]))).csv());
    assert_eq!(rows.len(), 3);
    let said = |n: usize, column: &str| rows[n][column].clone();
    assert_eq!(said(0, "place"), "b", "in the order of the ranking");
    assert_eq!((said(0, "rank"), said(0, "ranked_of"), said(0, "flag")), ("1".into(), "2".into(), "A".into()));
    assert_eq!((said(1, "place_vi"), said(1, "value")), ("Đồng Nai (cũ)".into(), "83.5".into()));
    assert_eq!(
        (said(1, "qualifier"), said(1, "flag"), said(1, "period_inferred")),
        ("about".into(), "E".into(), "yes".into())
    );
    assert_eq!(said(1, "after_break"), "2021-01-01");
    assert_eq!(said(1, "note_vi"), "Theo tỉnh, chưa kiểm tra");
    assert_eq!((said(1, "source"), said(1, "publisher")), ("survey".into(), "Sở survey".into()));
    assert_eq!(
        (said(2, "value"), said(2, "missing"), said(2, "flag")),
        (String::new(), "suppressed".into(), "Q".into())
    );
    assert_eq!((said(2, "qualifier"), said(0, "comparable")), (String::new(), "yes".into()));
}

#[test]
fn the_verdict_of_the_view_stands_in_every_row() {
    let record = record()
        .indicator("fibre")
        .under_topic("net")
        .indicator("phones")
        .among("dân số", "people")
        .under_topic("net")
        .observation("a", "fibre", "2022", 83.5)
        .observation("b", "phones", "2022", 90.0)
        .build();
    let asked = ask(&record, crate::support::topic("net"), &["a", "b"]);
    for row in rows(&view_rows(&record, &view(&record, asked)).csv()) {
        assert_eq!((row["comparable"].as_str(), row["reasons"].as_str()), ("no", "population"));
        assert_eq!(row["reasons_en"], "one is counted among households, the other among people");
    }
}

#[test]
fn the_file_of_an_indicator_holds_all_of_it_and_judges_each_period() {
    let record = record()
        .observation("a", "fibre", "2021", 1.0)
        .observation("a", "fibre", "2022", 2.0)
        .from("report-of-a")
        .observation("b", "fibre", "2022", 3.0)
        .from("report-of-b")
        .build();
    let rows = rows(&indicator_rows(&record, "fibre").csv());
    let said: Vec<(&str, &str)> = rows.iter().map(|row| (&*row["period"], &*row["reasons"])).collect();
    assert_eq!(said, [("2021", ""), ("2022", "own-reports"), ("2022", "own-reports")]);
}

#[test]
fn no_text_becomes_a_formula_and_no_number_is_touched() {
    let record = record()
        .place("a")
        .named("=1+1", "@evil", "a")
        .indicator("fibre")
        .counted_in("bậc", "places")
        .observation("a", "fibre", "2022", -24.0)
        .noted("＋84 là mã vùng", "-1 \"quoted\"")
        .build();
    let csv = view_rows(&record, &indicator_view(&record, ask(&record, indicator("fibre"), &[]))).csv();
    let row = &rows(&csv)[0];
    assert_eq!((row["place_vi"].as_str(), row["place_en"].as_str()), ("'=1+1", "'@evil"));
    assert_eq!(row["note_vi"], "'＋84 là mã vùng");
    assert!(csv.contains("\"'-1 \"\"quoted\"\"\""), "{csv}");
    assert_eq!(row["value"], "-24");
}

//! What a data version changed: in words, and read back from its file.

use crate::support::{period, record};
use tinh_so::{
    domain::*,
    snapshot::{ChangesFile, read_changes},
    text::{Locale, change_counts, changed_value},
};

fn change(kind: ChangeKind, cells: &[(&str, &str, &str)]) -> Change {
    let key = ["a", "fibre", "2022", "actual", "survey"].map(Id::from);
    let cells = cells.iter().map(|(column, before, after)| CellChange {
        column: (*column).into(),
        before: (*before).into(),
        after: (*after).into(),
    });
    Change { table: OBSERVATIONS.into(), key: key.into(), kind, cells: cells.collect(), reason: Words::default() }
}

fn release() -> Release {
    let mut corrected = change(ChangeKind::Corrected, &[("value", "81", "83.5"), ("qualifier", "exact", "about")]);
    corrected.reason = Words::new("Gõ nhầm.", "A slip.");
    let mut definition = change(ChangeKind::Added, &[]);
    (definition.table, definition.key) = ("indicators".into(), vec!["fibre".into()]);
    let added = change(ChangeKind::Added, &[("value", "", "1000")]);
    Release {
        version: "2026.12.0".into(),
        date: period("2026-12-01"),
        previous: Some("2026.11.1".into()),
        note: Words::default(),
        changes: vec![added.clone(), added, corrected, definition],
    }
}

#[test]
fn a_file_of_changes_reads_back_as_it_was_written() {
    let text = serde_json::to_string(&ChangesFile::from(&release())).unwrap();
    assert_eq!(read_changes(&text).unwrap(), release());
    let other = text.replace("tinh-so/changes/1", "tinh-so/changes/9");
    assert!(read_changes(&other).unwrap_err().contains("tinh-so/changes/9"));
    let unknown = text.replace("\"corrected\"", "\"improved\"");
    assert!(read_changes(&unknown).unwrap_err().contains("improved"));
    assert!(read_changes(&text[..text.len() / 2]).is_err());
}

#[test]
fn the_counts_are_said_in_a_sentence_of_each_language() {
    assert_eq!(change_counts(Locale::Vi, &release()), "Thêm 2 số liệu, 1 định nghĩa; sửa 1 số liệu");
    assert_eq!(change_counts(Locale::En, &release()), "Added 2 figures, 1 definition; corrected 1 figure");
    let nothing = Release { changes: Vec::new(), ..release() };
    assert_eq!(change_counts(Locale::Vi, &nothing), "");
}

#[test]
fn a_corrected_figure_is_said_before_and_after_as_everywhere_else() {
    let record = record().observation("a", "fibre", "2022", 83.5).build();
    let indicator = record.indicators.get("fibre").map(|it| &**it);
    let corrected = &release().changes[2];
    let said = |locale, after| changed_value(locale, corrected, indicator, after).unwrap();
    assert_eq!(
        (said(Locale::Vi, false), said(Locale::Vi, true)),
        ("81\u{a0}%".to_owned(), "khoảng\u{a0}83,5\u{a0}%".to_owned())
    );
    assert_eq!(said(Locale::En, true), "about\u{a0}83.5%");
    let reworded = change(ChangeKind::Reworded, &[("note_vi", "cũ", "mới")]);
    assert_eq!(changed_value(Locale::Vi, &reworded, indicator, true), None);
}

#[test]
fn the_changes_of_a_place_are_those_of_its_figures() {
    assert_eq!(release().about_place("a").count(), 3);
    assert_eq!(release().about_place("fibre").count(), 0, "a definition is no place");
    assert!(ChangeKind::ALL.into_iter().all(|kind| ChangeKind::of_id(kind.id()) == Some(kind)));
}

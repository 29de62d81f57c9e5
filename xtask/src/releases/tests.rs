//! A release is what a reader, an editor and a host rely on: nothing lost, nothing changed behind their backs.

use super::{difference::difference, patch, *};
use crate::{publish, schemas::SCHEMAS, snapshots::sha256, tables};
use std::{collections::BTreeMap, fs};
use tinh_so::domain::{ChangeKind, Period};

/// The real tables in a folder of their own, without releases.
fn copy() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    for name in tables::published_files().chain(["version.txt".to_owned()]) {
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../data").join(&name), dir.path().join(&name))
            .expect("a table");
    }
    dir
}

/// Replaces a text in a table of the folder; it must be there.
fn edit(dir: &Path, table: &str, from: &str, to: &str) {
    let path = dir.join(table);
    let text = fs::read_to_string(&path).expect("a table");
    assert!(text.contains(from), "{table} has no “{from}”");
    fs::write(path, text.replacen(from, to, 1)).expect("a table");
}

fn day(text: &str) -> Period {
    text.parse().expect("a day")
}

fn make(dir: &Path, date: &str) -> Result<()> {
    release(dir, day(date), Words::new("ghi chú", "a note"))
}

/// The first figure of the table that has a plain value, as its line and its key.
fn a_figure(dir: &Path) -> (String, Vec<String>) {
    let text = fs::read_to_string(dir.join("observations.csv")).expect("a table");
    let line =
        text.lines().skip(1).find(|line| line.contains(",,actual,") && line.contains(",exact,")).expect("a figure");
    let cells: Vec<&str> = line.split(',').collect();
    (line.to_owned(), [cells[0], cells[1], cells[2], cells[4], cells[8]].map(str::to_owned).to_vec())
}

#[test]
fn every_release_can_be_published_again_byte_for_byte() {
    let dir = copy();
    let data = dir.path();
    make(data, "2026-11-22").expect("a first release");
    let first = working(data).expect("tables");
    let (line, key) = a_figure(data);
    edit(data, "observations.csv", &format!("{line}\n"), "");
    fs::write(
        data.join("reasons.csv"),
        format!("version,table,key,reason_vi,reason_en\n,observations,{},Gõ nhầm,A slip\n", key.join("~")),
    )
    .expect("a reason");
    make(data, "2026-12-01").expect("a second release");
    let all = versions(data).expect("versions");
    assert!(all.draft.is_none());
    assert_eq!(all.published[0].files, first);
    let [one, two] = &all.published[..] else { panic!("two releases, not {}", all.published.len()) };
    assert_eq!(&*two.release.version, "2026.12.0");
    assert_eq!(two.release.previous.as_deref(), Some(&*one.release.version));
    let [gone] = &two.release.changes[..] else { panic!("one change: {:?}", two.release.changes) };
    assert_eq!((gone.kind, &*gone.reason.en), (ChangeKind::Removed, "A slip"));
    assert_eq!(published(&all), published(&all));
    // The seal taken at the release still holds, and another one would not.
    let mut broken = versions(data).expect("versions");
    broken.published[0].seal = "0".repeat(64);
    let out = tempfile::tempdir().expect("a folder");
    let error = publish::versions(&broken, out.path()).expect_err("a broken seal").to_string();
    assert!(error.contains("2026.11.0 is published"), "{error}");
}

/// Publishes the versions; every file by its path, with its checksum. Checks what a reader would: the checksums that lie
/// beside the files, that the newest stands again as `latest`, and the schemas of what no other test reads.
fn published(versions: &Versions) -> BTreeMap<String, String> {
    let out = tempfile::tempdir().expect("a folder");
    publish::versions(versions, out.path()).expect("files");
    let data = out.path().join("data");
    let newest = &versions.newest().expect("a version").release.version;
    let of_newest = data.join("v").join(&**newest);
    let lines = fs::read_to_string(of_newest.join("SHA256SUMS")).expect("checksums");
    assert_eq!(lines, fs::read_to_string(data.join("latest/SHA256SUMS")).expect("checksums"));
    for line in lines.lines() {
        let (sum, name) = line.split_once("  ").expect("a line of sha256sum");
        assert_eq!(sum, sha256(&fs::read(data.join("latest").join(name)).expect(name)), "{name}");
    }
    for name in ["observations.csv", "datapackage.json", "LICENCE.md", "changes.json", "index.json"] {
        assert!(lines.contains(&format!("  {name}\n")), "{name} is published");
    }
    for (file, schema) in [("versions.json".into(), "versions"), (format!("v/{newest}/changes.json"), "changes")] {
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        let (_, schema) = SCHEMAS.iter().find(|(name, _)| *name == schema).expect("a schema");
        let json = read(&fs::read_to_string(data.join(file)).expect("a file"));
        let validator = jsonschema::validator_for(&read(schema)).expect("a schema");
        let faults: Vec<String> = validator.iter_errors(&json).map(|it| it.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
    let files = walkdir::WalkDir::new(&data).into_iter().filter_map(Result::ok).filter(|it| it.file_type().is_file());
    files
        .map(|it| {
            let name = it.path().strip_prefix(&data).expect("below").display().to_string();
            (name, sha256(&fs::read(it.path()).expect("a file")))
        })
        .collect()
}

#[test]
fn a_release_refuses_what_nobody_explained() {
    let dir = copy();
    let data = dir.path();
    make(data, "2026-11-22").expect("a first release");
    assert!(make(data, "2026-11-23").expect_err("nothing changed").to_string().contains("nothing to release"));
    let (line, key) = a_figure(data);
    edit(data, "observations.csv", &format!("{line}\n"), "");
    let error = make(data, "2026-11-23").expect_err("no reason").to_string();
    assert!(error.contains(&format!(",observations,{},", key.join("~"))), "{error}");
    assert!(!data.join("releases/2026.11.2.patch").exists() && store::all(data).expect("releases").len() == 1);
    // A reason for another row does not help, and is said to be about nothing once the release could be made.
    fs::write(data.join("reasons.csv"), "version,table,key,reason_vi,reason_en\n,observations,a~b~c~d~e,vì,because\n")
        .expect("it");
    assert!(make(data, "2026-11-23").is_err());
}

#[test]
fn the_difference_names_every_row_the_reason_it_lacks_and_the_pages() {
    let dir = copy();
    let data = dir.path();
    make(data, "2026-11-22").expect("a first release");
    assert!(diff(data).expect("nothing").starts_with("Nothing differs from version 2026.11.0"));
    let (line, key) = a_figure(data);
    edit(data, "observations.csv", &format!("{line}\n"), "");
    let said = diff(data).expect("a difference");
    let [place, indicator, .., source] = &key[..] else { panic!("a key") };
    for part in [
        format!("removed   observations.csv {}", key.join("~")),
        format!("needs a reason, in data/reasons.csv: ,observations,{},", key.join("~")),
        format!("  tinh/{place}/\n"),
        format!("  chi-so/{indicator}/\n"),
        format!("  nguon/{source}/\n"),
    ] {
        assert!(said.contains(&part), "“{part}” in {said}");
    }
}

#[test]
fn every_founding_fact_is_in_or_says_why_it_is_not() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let all = store::all(&root.join("data")).expect("releases");
    let second = all.iter().find(|it| &*it.release.version == "2026.11.1").expect("the version with all of them");
    let mut values: BTreeMap<[String; 5], String> = BTreeMap::new();
    let mut reader = csv::Reader::from_reader(second.files["observations.csv"].as_bytes());
    for row in reader.records().map(|row| row.expect("a row")) {
        values.insert([0, 1, 2, 4, 8].map(|n| row[n].to_owned()), row[5].to_owned());
    }
    let mut facts = csv::Reader::from_path(root.join("docs/founding-facts.csv")).expect("the list");
    let (mut count, mut inside) = (0, 0);
    for row in facts.records().map(|row| row.expect("a row")) {
        let (line, reason) = (format!("{}:{}", &row[0], &row[1]), &row[12]);
        count += 1;
        if &row[6] == "in" {
            let value = values.get(&[7, 8, 9, 10, 11].map(|n| row[n].to_owned()));
            let same = value.is_some_and(|value| value.parse::<f64>().ok() == row[4].parse().ok());
            assert!(same || (value.is_some() && !reason.is_empty()), "{line}: {value:?}");
            inside += 1;
        } else {
            assert!(!reason.is_empty(), "{line}: {} without a reason", &row[6]);
        }
    }
    assert_eq!((count, inside), (3770, 3408));
}

#[test]
fn a_release_that_was_changed_afterwards_is_refused() {
    let dir = copy();
    make(dir.path(), "2026-11-22").expect("a release");
    let patch = fs::read_dir(dir.path().join("releases")).expect("releases").filter_map(|it| Some(it.ok()?.path()));
    let patch = patch.into_iter().find(|it| it.extension().is_some_and(|it| it == "patch")).expect("a patch");
    let text = fs::read_to_string(&patch).expect("a patch");
    fs::write(&patch, text.replacen("+ha-noi,", "+ha-noi ,", 1)).expect("a patch");
    let error = versions(dir.path()).expect_err("another checksum").to_string();
    assert!(error.contains("was changed after its release"), "{error}");
}

#[test]
fn a_corrected_figure_a_moved_one_and_a_reworded_note_are_told_apart() {
    let head = "place,indicator,period,period_inferred,status,value,qualifier,missing,source,note_vi,note_en\n";
    let files = |rows: &str| Files::from([("observations.csv".to_owned(), format!("{head}{rows}"))]);
    let before =
        files("a,x,2022,,actual,81,exact,,s,,\na,y,2022,,actual,5,exact,,s,cũ,old\nb,x,2022,,actual,7,exact,,s,,\n");
    let after = files(
        "a,x,2022,,actual,83,about,,s,,\na,y,2022,,actual,5,exact,,s,mới,new\nb,x,2023,,actual,7,exact,,s,,\nc,x,2022,,actual,1,exact,,s,,\n",
    );
    let changes = difference(&before, &after).expect("changes");
    let told: Vec<(String, &str, Vec<String>)> = changes
        .iter()
        .map(|it| {
            let cells = it.cells.iter().map(|it| format!("{}:{}>{}", it.column, it.before, it.after));
            (it.key_text(), it.kind.id(), cells.collect())
        })
        .collect();
    let told: Vec<(&str, &str, Vec<&str>)> =
        told.iter().map(|(key, kind, cells)| (&**key, *kind, cells.iter().map(|it| &**it).collect())).collect();
    assert_eq!(
        told,
        [
            ("c~x~2022~actual~s", "added", vec!["value:>1", "qualifier:>exact"]),
            ("a~x~2022~actual~s", "corrected", vec!["value:81>83", "qualifier:exact>about"]),
            ("b~x~2022~actual~s", "corrected", vec!["period:2022>2023"]),
            ("a~y~2022~actual~s", "reworded", vec!["note_en:old>new", "note_vi:cũ>mới"]),
        ]
    );
    assert!(difference(&before, &before).expect("changes").is_empty());
}

#[test]
fn a_column_added_later_does_not_make_every_row_a_correction() {
    let before = Files::from([("units.csv".to_owned(), "unit,name_vi\np,x\n".to_owned())]);
    let after = Files::from([("units.csv".to_owned(), "unit,name_vi,symbol_vi\np,x,\n".to_owned())]);
    assert!(difference(&before, &after).expect("changes").is_empty());
}

#[test]
fn a_patch_gives_back_any_text() {
    let files =
        |texts: &[(&str, &str)]| -> Files { texts.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect() };
    let states = [
        files(&[]),
        files(&[("a.csv", "x\n-- y\n=== z\n"), ("b.csv", "1\n2\n3\n")]),
        files(&[("a.csv", "x\n+++ y\nno newline at the end"), ("c.csv", "đ\n")]),
        files(&[("a.csv", "\n\n"), ("b.csv", "1\n3\n2\n")]),
    ];
    for before in &states {
        for after in &states {
            let patch = patch::make(before, after);
            assert_eq!(&patch::apply("p", before, &patch).expect("it fits"), after, "{patch}");
        }
    }
}

#[test]
fn every_fact_of_the_second_round_is_in_or_says_why_it_is_not() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let all = store::all(&root.join("data")).expect("releases");
    let version = all.iter().find(|it| &*it.release.version == "2026.11.2").expect("the version with all of them");
    let mut values: BTreeMap<[String; 5], String> = BTreeMap::new();
    let mut reader = csv::Reader::from_reader(version.files["observations.csv"].as_bytes());
    for row in reader.records().map(|row| row.expect("a row")) {
        values.insert([0, 1, 2, 4, 8].map(|n| row[n].to_owned()), row[5].to_owned());
    }
    let mut facts = csv::Reader::from_path(root.join("docs/round-2-facts.csv")).expect("the list");
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in facts.records().map(|row| row.expect("a row")) {
        let line = format!("{}:{}", &row[0], &row[1]);
        *counts.entry(row[6].to_owned()).or_default() += 1;
        match &row[6] {
            "in" => {
                let value = values.get(&[7, 8, 9, 10, 11].map(|n| row[n].to_owned()));
                let same = value.is_some_and(|value| value.parse::<f64>().ok() == row[4].parse().ok());
                assert!(same, "{line}: {value:?}");
            }
            _ => assert!(!row[12].is_empty(), "{line}: {} without a reason", &row[6]),
        }
    }
    let counts: Vec<(&str, usize)> = counts.iter().map(|(outcome, count)| (&**outcome, *count)).collect();
    assert_eq!(counts, [("already", 87), ("held", 10), ("in", 3031), ("left-out", 179), ("set-aside", 11)]);
}

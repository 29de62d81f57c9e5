//! A table as somebody may have saved it: every fault is named, and none ends the check. The first byte says which table; the
//! others are the beginning of the real ones.
#![no_main]
#![allow(dead_code, unused_imports)]

#[path = "../../xtask/src/tables/mod.rs"]
mod tables;

use libfuzzer_sys::fuzz_target;
use std::{cell::RefCell, fs, path::Path};
use tempfile::TempDir;

const TABLES: [&str; 8] = ["observations", "indicators", "sources", "places", "lineage", "breaks", "themes", "units"];
/// So many lines of each table are kept.
const LINES: usize = 8;

thread_local! {
    static FOLDER: RefCell<Option<TempDir>> = const { RefCell::new(None) };
}

/// A folder with the beginning of each real table.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../data")).expect("the tables") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|it| it == "csv") {
            let text = fs::read_to_string(&path).expect("read");
            let some: String = text.lines().take(LINES).map(|line| format!("{line}\n")).collect();
            fs::write(folder.path().join(path.file_name().expect("a name")), some).expect("written");
        }
    }
    folder
}

fn try_with(folder: &Path, table: &str, bytes: &[u8]) {
    let file = folder.join(format!("{table}.csv"));
    let before = fs::read(&file).expect("read");
    fs::write(&file, bytes).expect("written");
    if let Err(problems) = tables::load(folder) {
        assert!(!problems.to_string().is_empty());
    }
    fs::write(&file, before).expect("written");
}

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let table = TABLES[usize::from(*first) % TABLES.len()];
    FOLDER.with_borrow_mut(|it| try_with(it.get_or_insert_with(folder).path(), table, rest));
});

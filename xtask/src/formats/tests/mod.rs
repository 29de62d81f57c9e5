//! The published formats as other programs read them: the same cells, the right checksums, addresses that lead somewhere.
#![allow(clippy::unwrap_used)]

mod catalogue;
mod package;
mod workbook;

use super::*;
use crate::{publish, releases, tables as read_tables};
use serde_json::Value as Json;
use std::sync::OnceLock;

const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../data");

fn record() -> &'static Record {
    static RECORD: OnceLock<Record> = OnceLock::new();
    RECORD.get_or_init(|| read_tables::load(REAL.as_ref()).unwrap_or_else(|problems| panic!("{problems}")))
}

fn tables() -> &'static BTreeMap<String, Vec<u8>> {
    static TABLES: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    let bytes = |(name, text): (String, String)| (name, text.into_bytes());
    TABLES.get_or_init(|| releases::working(REAL.as_ref()).unwrap().into_iter().map(bytes).collect())
}

/// The files of the real tables.
fn made() -> &'static BTreeMap<String, Vec<u8>> {
    static MADE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    MADE.get_or_init(|| files(record(), tables()).unwrap())
}

/// The real tables with one of them changed as a text.
fn changed(file: &str, change: impl Fn(String) -> String) -> BTreeMap<String, Vec<u8>> {
    let mut changed = tables().clone();
    let text = change(String::from_utf8(changed[file].clone()).unwrap());
    changed.insert(file.to_owned(), text.into_bytes());
    changed
}

/// A table's rows as published, the header first.
fn rows(file: &str) -> Vec<csv::StringRecord> {
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(tables()[file].as_slice());
    reader.into_records().map(Result::unwrap).collect()
}

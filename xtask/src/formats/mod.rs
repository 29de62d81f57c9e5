//! A data version in the formats other programs read: a workbook, a Data Package, and a DCAT catalogue. The first two
//! are made of the record and the tables' bytes alone, so that a version is the same bytes whenever it is made; the
//! catalogue needs the site's address and stands beside the versions.

mod data_package;
mod dcat;
mod sheets;
#[cfg(test)]
mod tests;
mod words;
mod xlsx;

pub use dcat::write_catalog;
pub use xlsx::WORKBOOK;

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use tinh_so::domain::Record;

/// The file that describes the tables, as edited and as published.
pub const PACKAGE: &str = "datapackage.json";

/// The files to publish beside the tables, by name: `tinh-so.xlsx`, and `datapackage.json` with the version and each
/// table's length and checksum. `tables` holds the bytes of that version's tables and of its `datapackage.json`.
///
/// # Errors
/// If `datapackage.json` does not describe exactly these tables and columns, or a figure is not in the record.
pub fn files(record: &Record, tables: &BTreeMap<String, Vec<u8>>) -> Result<BTreeMap<String, Vec<u8>>> {
    let package = data_package::read(tables)?;
    let workbook = xlsx::workbook(&record.version, &sheets::sheets(record, &package)?);
    Ok(BTreeMap::from([
        (PACKAGE.to_owned(), data_package::completed(record, &package, tables)?),
        (WORKBOOK.to_owned(), workbook.with_context(|| format!("{WORKBOOK} of data version {}", record.version))?),
    ]))
}

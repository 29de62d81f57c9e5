//! `reasons.csv`: why a row was corrected or removed. The editor writes a line with an empty version; the release fills
//! the version in, and the reason stands in the public list of changes from then on.

use anyhow::{Context, Result, bail};
use std::{fs, path::Path};
use tinh_so::domain::{Change, Words};

/// The table's name.
pub const FILE: &str = "reasons.csv";
/// Its columns.
pub const COLUMNS: [&str; 5] = ["version", "table", "key", "reason_vi", "reason_en"];

/// One line: which row, in which release, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The line in the file.
    pub line: u64,
    /// The release; empty until there is one.
    pub version: String,
    /// The table, without `.csv`.
    pub table: String,
    /// The row's name, its pieces joined by `~`; a piece `*` stands for any.
    pub key: String,
    /// Why.
    pub reason: Words,
}

impl Reason {
    /// Whether it speaks of a change.
    pub fn fits(&self, change: &Change) -> bool {
        let pieces: Vec<&str> = self.key.split('~').collect();
        if self.table != *change.table {
            return false;
        }
        if self.key == change.key_text() {
            return true;
        }
        // A key for many rows explains only what needs a reason.
        change.kind.needs_reason()
            && pieces.len() == change.key.len()
            && pieces.iter().zip(&change.key).all(|(piece, key)| *piece == "*" || *piece == &**key)
    }
}

/// Reads the table; no file means no reasons.
///
/// # Errors
/// If it cannot be read, with the line; a reason must name its row and say why in both languages.
pub fn read(dir: &Path) -> Result<Vec<Reason>> {
    let path = dir.join(FILE);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    if !reader.headers()?.iter().eq(COLUMNS) {
        bail!("{}:1: expected the columns {}", path.display(), COLUMNS.join(","));
    }
    let mut reasons = Vec::new();
    for row in reader.records() {
        let row = row.with_context(|| path.display().to_string())?;
        let line = row.position().map_or(0, csv::Position::line);
        let [version, table, key, vi, en] = [0, 1, 2, 3, 4].map(|n| row.get(n).unwrap_or_default().to_owned());
        for (column, cell) in [("table", &table), ("key", &key), ("reason_vi", &vi), ("reason_en", &en)] {
            if cell.trim().is_empty() {
                bail!(
                    "{}:{line}: {column}: is empty; every reason names its row and says why in both languages",
                    path.display()
                );
            }
        }
        reasons.push(Reason { line, version, table, key, reason: Words::new(&vi, &en) });
    }
    Ok(reasons)
}

/// Writes the table anew.
///
/// # Errors
/// If it cannot be written.
pub fn write(dir: &Path, reasons: &[Reason]) -> Result<()> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for it in reasons {
        writer.write_record([&it.version, &it.table, &it.key, &*it.reason.vi, &*it.reason.en])?;
    }
    fs::write(dir.join(FILE), writer.into_inner()?).with_context(|| format!("{FILE} cannot be written"))
}

/// Gives each change the reason that speaks of it: those of a release, or with an empty version those not yet released.
pub fn explain(changes: &mut [Change], reasons: &[Reason], version: &str) {
    for change in changes {
        if let Some(found) = reasons.iter().find(|it| it.version == version && it.fits(change)) {
            change.reason = found.reason.clone();
        }
    }
}

//! Writes a plausible record of any size: the same seed always makes the same bytes.
//!
//! The number of figures grows with places × indicators, but not with the full product of both and the periods: nobody
//! edits that by hand. Of the periods an indicator of a common measurement has about a fifth, newer ones more often, and
//! in each almost every place has a figure; what provinces report about themselves covers about a tenth of the places,
//! most of them once or twice.

mod definitions;
mod figures;
mod names;
mod places;
mod random;
#[cfg(test)]
mod tests;

use anyhow::{Context, Result, ensure};
use std::{fmt, fs, path::Path, str::FromStr};

/// How large a record is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Units in the longer list, the one until the mergers. The units since, regions and the country come on top.
    pub places: usize,
    /// Exact definitions.
    pub indicators: usize,
    /// Years, the last of them 2026.
    pub periods: usize,
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}x{}", self.places, self.indicators, self.periods)
    }
}

impl FromStr for Size {
    type Err = String;

    /// `63x40`, with 20 periods, or `63x40x10`.
    fn from_str(text: &str) -> Result<Self, String> {
        let numbers: Vec<usize> = text.split('x').filter_map(|part| part.parse().ok()).collect();
        let (places, indicators, periods) = match (&numbers[..], text.split('x').count()) {
            (&[places, indicators], 2) => (places, indicators, 20),
            (&[places, indicators, periods], 3) => (places, indicators, periods),
            _ => return Err(format!("“{text}” is not a size; expected places x indicators, such as 63x40")),
        };
        let most = names::MOST;
        if !(10..=most).contains(&places) || indicators < 10 || !(4..=40).contains(&periods) {
            return Err(format!("{text}: expected 10 to {most} places, 10 or more indicators, 4 to 40 periods"));
        }
        Ok(Self { places, indicators, periods })
    }
}

/// A table about to be written.
struct Table {
    file: &'static str,
    rows: csv::Writer<Vec<u8>>,
}

impl Table {
    fn new(file: &'static str, header: &str) -> Self {
        let mut table = Self { file, rows: csv::Writer::from_writer(Vec::new()) };
        table.row(header.split(','));
        table
    }

    /// Adds a row. Every row of a table has as many cells as its header, or the file is left short: the check says so.
    fn row<T: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = T>) {
        // Writing into memory fails for a wrong number of cells only.
        let written = self.rows.write_record(cells);
        debug_assert!(written.is_ok(), "{}: {written:?}", self.file);
    }
}

/// Writes the tables of a record into a folder, which must exist. `package` is the description published beside them.
///
/// # Errors
/// If a file cannot be written.
pub fn write(size: Size, seed: u64, package: &Path, into: &Path) -> Result<()> {
    let (units, mut tables) = places::write(&size);
    let (indicators, explained) = definitions::write(&size, seed, &units);
    tables.extend(explained);
    tables.extend(figures::write(&size, seed, &units, &indicators));
    for table in tables {
        let bytes = table.rows.into_inner().map_err(|error| anyhow::anyhow!("{}: {error}", table.file))?;
        ensure!(!bytes.is_empty(), "{} is empty", table.file);
        fs::write(into.join(table.file), bytes).with_context(|| format!("writing {}", table.file))?;
    }
    fs::write(into.join("version.txt"), "2026.11.0\n")?;
    fs::write(into.join("looked_at.csv"), "warning,key,note\n")?;
    fs::write(into.join("LICENCE.md"), "Made by a program; about nothing.\n")?;
    fs::copy(package, into.join("datapackage.json")).with_context(|| format!("{}", package.display()))?;
    Ok(())
}

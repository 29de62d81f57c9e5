//! The published JSON files: their shapes, and reading them into the domain with an exact error for each fault.
//!
//! `index.json` is what every page needs; `catalog.json` adds all definitions and documents; `indicators/<id>.json`,
//! `places/<id>.json` and `sources/<id>.json` hold figures with everything that explains them.

mod cell;
mod changes;
mod read;
#[expect(missing_docs, reason = "the fields are those of the domain types they carry")]
pub mod wire;
mod write;

pub use changes::{CHANGES_SCHEMA, CellRow, ChangeRow, ChangesFile, Text, read_changes};
pub use read::{Beside, Peer, Standing};

use crate::domain::{Id, Record};
use std::fmt;

/// The number at the end of every schema name. It changes when an older reader would misread a newer file.
pub const SCHEMA: u32 = 1;

/// One file of a data version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SnapshotId {
    /// What every page needs.
    Index,
    /// The same with all definitions and documents.
    Catalog,
    /// One indicator's figures.
    Indicator(Id),
    /// One place's figures.
    Place(Id),
    /// What one document states.
    Source(Id),
}

impl SnapshotId {
    /// Its path below a data version's folder.
    pub fn path(&self) -> String {
        match self {
            SnapshotId::Index => "index.json".to_owned(),
            SnapshotId::Catalog => "catalog.json".to_owned(),
            SnapshotId::Indicator(id) => format!("indicators/{id}.json"),
            SnapshotId::Place(id) => format!("places/{id}.json"),
            SnapshotId::Source(id) => format!("sources/{id}.json"),
        }
    }

    /// The name of its schema.
    pub fn schema(&self) -> String {
        let kind = match self {
            SnapshotId::Index => "index",
            SnapshotId::Catalog => "catalog",
            SnapshotId::Indicator(_) => "indicator",
            SnapshotId::Place(_) => "place",
            SnapshotId::Source(_) => "source",
        };
        format!("tinh-so/{kind}/{SCHEMA}")
    }
}

/// What a file brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// Its part of the record.
    pub record: Record,
    /// What it says about others (place files only).
    pub beside: Beside,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnapshotError {
    /// It is not JSON, was cut short, or lacks a field.
    Json {
        /// The file.
        file: String,
        /// What the parser says, with line and column.
        message: String,
    },
    /// It follows another schema.
    Schema {
        /// The file.
        file: String,
        /// The schema it names.
        found: String,
        /// The schema this reader knows.
        expected: String,
    },
    /// It belongs to another data version.
    Version {
        /// The file.
        file: String,
        /// The version it names.
        found: String,
        /// The version asked for.
        expected: String,
    },
    /// It is about something else than asked.
    Subject {
        /// The file.
        file: String,
        /// What it is about.
        found: String,
        /// What was asked for.
        expected: String,
    },
    /// A cell is wrong.
    Content {
        /// The file.
        file: String,
        /// Where in it.
        at: String,
        /// What is wrong.
        message: String,
    },
}

impl fmt::Display for SnapshotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SnapshotError::Json { file, message } => write!(f, "{file}: not readable as JSON of the schema: {message}"),
            SnapshotError::Schema { file, found, expected } => {
                write!(f, "{file}: schema “{found}”, this page reads “{expected}”")
            }
            SnapshotError::Version { file, found, expected } => {
                write!(f, "{file}: data version “{found}”, this page shows “{expected}”")
            }
            SnapshotError::Subject { file, found, expected } => {
                write!(f, "{file}: is about “{found}”, not “{expected}”")
            }
            SnapshotError::Content { file, at, message } => write!(f, "{file}, {at}: {message}"),
        }
    }
}

impl std::error::Error for SnapshotError {}

/// Reads a file's text. `version`: the data version it must belong to.
///
/// # Errors
/// Each fault of [`SnapshotError`]; nothing is read in part.
pub fn read(id: &SnapshotId, text: &str, version: &str) -> Result<Loaded, SnapshotError> {
    let file = id.path();
    let json = |e: serde_json::Error| SnapshotError::Json { file: file.clone(), message: e.to_string() };
    let value: serde_json::Value = serde_json::from_str(text).map_err(json)?;
    let top = cell::Cell { file: &file, list: "", row: 0, value: &value };
    let (schema, found) = (top.text("schema")?, top.text("version")?);
    if schema != id.schema() {
        return Err(SnapshotError::Schema { file: file.clone(), found: schema.to_owned(), expected: id.schema() });
    }
    if found != version {
        return Err(SnapshotError::Version {
            file: file.clone(),
            found: found.to_owned(),
            expected: version.to_owned(),
        });
    }
    match id {
        SnapshotId::Index | SnapshotId::Catalog => {
            Ok(Loaded { record: read::catalog(&top, found)?, beside: Beside::default() })
        }
        SnapshotId::Indicator(about) | SnapshotId::Place(about) | SnapshotId::Source(about) => {
            let found_id = top.text("id")?;
            if found_id != &**about {
                return Err(SnapshotError::Subject {
                    file: file.clone(),
                    found: found_id.to_owned(),
                    expected: about.to_string(),
                });
            }
            read::figures(&top, found)
        }
    }
}

//! `changes.json` of a data version: what it changed in the version before it. Only the build reads it back.

use crate::domain::{CellChange, Change, ChangeKind, Id, Release, Words};
use serde::{Deserialize, Serialize};

/// The name of its schema.
pub const CHANGES_SCHEMA: &str = "tinh-so/changes/1";

/// The file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangesFile {
    /// [`CHANGES_SCHEMA`].
    pub schema: String,
    /// The data version.
    pub version: Id,
    /// The day it was published, `2026-11-22`.
    pub date: String,
    /// The version before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Id>,
    /// What the editor says about it as a whole.
    #[serde(default, skip_serializing_if = "no_text")]
    pub note: Text,
    /// Table by table.
    pub changes: Vec<ChangeRow>,
}

/// One changed row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeRow {
    /// The table, without `.csv`.
    pub table: Id,
    /// The cells that name the row.
    pub key: Vec<Id>,
    /// `added`, `corrected`, `removed`, `reworded`.
    pub kind: String,
    /// The cells that differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<CellRow>,
    /// Why.
    #[serde(default, skip_serializing_if = "no_text")]
    pub reason: Text,
}

/// One cell before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellRow {
    /// The column.
    pub column: Id,
    /// As it stood; left out where there was nothing.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub before: Id,
    /// As it stands; left out where there is nothing.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub after: Id,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Text {
    /// Vietnamese.
    pub vi: Id,
    /// English.
    pub en: Id,
}

fn no_text(text: &Text) -> bool {
    text.vi.is_empty() && text.en.is_empty()
}

impl From<&Words> for Text {
    fn from(words: &Words) -> Self {
        Text { vi: words.vi.clone(), en: words.en.clone() }
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Words { vi: text.vi, en: text.en }
    }
}

impl From<&Release> for ChangesFile {
    fn from(release: &Release) -> Self {
        let row = |change: &Change| ChangeRow {
            table: change.table.clone(),
            key: change.key.clone(),
            kind: change.kind.id().to_owned(),
            cells: change
                .cells
                .iter()
                .map(|it| CellRow { column: it.column.clone(), before: it.before.clone(), after: it.after.clone() })
                .collect(),
            reason: (&change.reason).into(),
        };
        ChangesFile {
            schema: CHANGES_SCHEMA.to_owned(),
            version: release.version.clone(),
            date: release.date.to_string(),
            previous: release.previous.clone(),
            note: (&release.note).into(),
            changes: release.changes.iter().map(row).collect(),
        }
    }
}

/// Reads `changes.json`.
///
/// # Errors
/// A sentence that says what is wrong with it.
pub fn read_changes(text: &str) -> Result<Release, String> {
    let file: ChangesFile = serde_json::from_str(text).map_err(|error| format!("changes.json: {error}"))?;
    if file.schema != CHANGES_SCHEMA {
        return Err(format!("changes.json: schema “{}”, expected “{CHANGES_SCHEMA}”", file.schema));
    }
    let change = |row: ChangeRow| {
        let kind =
            ChangeKind::of_id(&row.kind).ok_or_else(|| format!("changes.json: “{}” is no kind of change", row.kind))?;
        let cells =
            row.cells.into_iter().map(|it| CellChange { column: it.column, before: it.before, after: it.after });
        Ok(Change { table: row.table, key: row.key, kind, cells: cells.collect(), reason: row.reason.into() })
    };
    Ok(Release {
        date: file.date.parse().map_err(|error| format!("changes.json: date: {error}"))?,
        version: file.version,
        previous: file.previous,
        note: file.note.into(),
        changes: file.changes.into_iter().map(change).collect::<Result<_, String>>()?,
    })
}

//! Changes from one data version to the next: which rows of which table were added, removed, corrected or reworded.

use super::{Id, Period, Words};

/// A published data version and what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// `YYYY.MM.N`.
    pub version: Id,
    /// The day it was published.
    pub date: Period,
    /// The version before it; `None` for the first, which lists no changes.
    pub previous: Option<Id>,
    /// What the editor says about it as a whole.
    pub note: Words,
    /// Table by table, in the order of the tables.
    pub changes: Vec<Change>,
}

impl Release {
    /// It is not published yet: what stands in the tables since the last release.
    pub fn is_draft(&self) -> bool {
        self.version.ends_with("-draft")
    }

    /// How many changes of a kind there are in one table.
    pub fn count(&self, table: &str, kind: ChangeKind) -> usize {
        self.changes.iter().filter(|change| &*change.table == table && change.kind == kind).count()
    }

    /// The changes of figures about one place.
    pub fn about_place<'a>(&'a self, place: &'a str) -> impl Iterator<Item = &'a Change> {
        self.changes.iter().filter(move |change| change.place().is_some_and(|id| &**id == place))
    }
}

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// It says something else than before: a figure, a definition, a unit. Needs a reason.
    Corrected,
    /// It is no longer there. Needs a reason.
    Removed,
    /// It says the same in other words: a note, a name.
    Reworded,
}

impl ChangeKind {
    /// All, in the order in which they are listed.
    pub const ALL: [ChangeKind; 4] =
        [ChangeKind::Added, ChangeKind::Corrected, ChangeKind::Removed, ChangeKind::Reworded];

    /// Its name in files.
    pub fn id(self) -> &'static str {
        match self {
            ChangeKind::Added => "added",
            ChangeKind::Corrected => "corrected",
            ChangeKind::Removed => "removed",
            ChangeKind::Reworded => "reworded",
        }
    }

    /// The kind of a name.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether nobody may publish it without saying why.
    pub fn needs_reason(self) -> bool {
        matches!(self, ChangeKind::Corrected | ChangeKind::Removed)
    }
}

/// The table of figures, by the name used in [`Change::table`].
pub const OBSERVATIONS: &str = "observations";

/// What happened to one row of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The table, without `.csv`.
    pub table: Id,
    /// The cells that name the row; for a figure `[place, indicator, period, status, source]`, as in the older version.
    pub key: Vec<Id>,
    /// What happened.
    pub kind: ChangeKind,
    /// The cells that differ; of an added or removed figure its value, qualifier and missing reason; of other added or
    /// removed rows none.
    pub cells: Vec<CellChange>,
    /// Why; empty where none was asked for.
    pub reason: Words,
}

/// One cell before and after; empty where there was or is nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The column.
    pub column: Id,
    /// As it stood.
    pub before: Id,
    /// As it stands.
    pub after: Id,
}

impl Change {
    /// The place a figure is about; `None` for other tables.
    pub fn place(&self) -> Option<&Id> {
        self.of_figure(0)
    }

    /// The indicator of a figure, or the indicator whose definition changed.
    pub fn indicator(&self) -> Option<&Id> {
        match &*self.table {
            "indicators" => self.key.first(),
            _ => self.of_figure(1),
        }
    }

    /// A piece of the key of a figure: place, indicator, period, status, source.
    pub fn of_figure(&self, piece: usize) -> Option<&Id> {
        (&*self.table == OBSERVATIONS).then(|| self.key.get(piece)).flatten()
    }

    /// A cell that differs.
    pub fn cell(&self, column: &str) -> Option<&CellChange> {
        self.cells.iter().find(|cell| &*cell.column == column)
    }

    /// The row's name in one piece, as the table of reasons writes it.
    pub fn key_text(&self) -> String {
        self.key.join("~")
    }
}

//! What is wrong with a table, in words a data editor can act on.

use super::look_alikes::Rule;
use std::{cell::RefCell, collections::BTreeSet, fmt};

/// One fault in one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The table, as seen from the repository: `data/places.csv`.
    pub file: String,
    /// The line, counted from 1; none where the whole file is meant.
    pub line: Option<u64>,
    /// The column's header; none where the whole line is meant.
    pub column: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do about it, where we know.
    pub hint: Option<String>,
    /// It is one of form, and [`super::mend`] can put it right without a guess.
    pub mends: bool,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ": {column}")?;
        }
        write!(f, ": {}", self.message)?;
        match &self.hint {
            Some(hint) => write!(f, "; {hint}"),
            None => Ok(()),
        }
    }
}

/// What is allowed but looks like a slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where and what.
    pub problem: Problem,
    /// The rule that speaks, and what the row of `looked_at.csv` calls this case; none where only mending helps.
    pub look: Option<(Rule, String)>,
}

/// Everything that is wrong with the tables, in the order of the tables and their lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    /// Every fault; never empty.
    pub list: Vec<Problem>,
}

impl Problems {
    /// How many faults there are in how many tables.
    pub fn summary(&self) -> String {
        let files: BTreeSet<&str> = self.list.iter().map(|problem| &*problem.file).collect();
        format!(
            "{} in {}; nothing is published until they are put right.",
            counted(self.list.len(), "problem"),
            counted(files.len(), "file")
        )
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.list {
            writeln!(f, "{problem}")?;
        }
        f.write_str(&self.summary())
    }
}

impl std::error::Error for Problems {}

/// A problem was already written down; whoever gets this says nothing more about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reported;

/// Collects problems while the tables are read. Shared by all readers, so that none stops at its first fault.
pub(super) struct Log {
    folder: String,
    /// Where the rows of observations stand that were cells of a list.
    origins: RefCell<Vec<Origin>>,
    pub(super) problems: RefCell<Vec<Problem>>,
    pub(super) warnings: RefCell<Vec<Warning>>,
}

/// The cell of a list.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    /// The list, as seen from the folder of the tables.
    pub(super) file: String,
    /// The line, counted from 1.
    pub(super) line: u64,
    /// The head of its column.
    pub(super) column: String,
}

/// Rows of observations that were cells of a list have lines from here on, which no file reaches: [`Log::make`] says the
/// list's own instead.
const FIRST_OF_LISTS: u64 = 1 << 40;

/// Where a problem is: the line and the column, as far as they are known.
pub(super) type At<'a> = (Option<u64>, Option<&'a str>);

impl Log {
    pub(super) fn new(folder: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            origins: RefCell::default(),
            problems: RefCell::default(),
            warnings: RefCell::default(),
        }
    }

    /// A line for the cell of a list.
    pub(super) fn origin(&self, origin: Origin) -> u64 {
        let mut origins = self.origins.borrow_mut();
        origins.push(origin);
        FIRST_OF_LISTS + origins.len() as u64 - 1
    }

    fn origin_of(&self, line: u64) -> Option<Origin> {
        let at = usize::try_from(line.checked_sub(FIRST_OF_LISTS)?).ok()?;
        self.origins.borrow().get(at).cloned()
    }

    /// A line of observations in words: “line 12”, or the cell of a list.
    pub(super) fn line(&self, line: u64) -> String {
        match self.origin_of(line) {
            Some(it) => format!("line {} of {}/{}", it.line, self.folder, it.file),
            None => format!("line {line}"),
        }
    }

    pub(super) fn make(&self, file: &str, at: At, message: String, hint: Option<String>) -> Problem {
        if let Some(origin) = at.0.and_then(|line| self.origin_of(line)) {
            let column = if at.1 == Some("place") { "place".to_owned() } else { origin.column };
            let file = format!("{}/{}", self.folder, origin.file);
            return Problem { file, line: Some(origin.line), column: Some(column), message, hint, mends: false };
        }
        let (line, column) = (at.0, at.1.map(str::to_owned));
        Problem { file: format!("{}/{file}", self.folder), line, column, message, hint, mends: false }
    }

    pub(super) fn problem(&self, file: &str, at: At, message: String, hint: Option<String>) -> Reported {
        self.problems.borrow_mut().push(self.make(file, at, message, hint));
        Reported
    }

    /// A fault of form that [`super::mend`] puts right.
    pub(super) fn mendable(&self, file: &str, at: At, message: String, hint: Option<String>) {
        let problem = Problem { mends: true, ..self.make(file, at, message, hint) };
        self.problems.borrow_mut().push(problem);
    }

    /// What is allowed but looks like a slip, under the rule and the key that `looked_at.csv` calls it by.
    pub(super) fn warn(&self, file: &str, at: At, message: String, hint: &str, look: Option<(Rule, String)>) {
        let hint = (!hint.is_empty()).then(|| hint.to_owned());
        let problem = self.make(file, at, message, hint);
        self.warnings.borrow_mut().push(Warning { problem, look });
    }
}

/// `1 problem`, `2 problems`.
pub fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// From 0 to 1. Whoever writes the beginning of an id has most likely forgotten its end.
fn likeness(wanted: &str, id: &str) -> f64 {
    let grade = strsim::normalized_damerau_levenshtein(wanted, id);
    if wanted.len() >= 4 && id.starts_with(wanted) { f64::midpoint(grade, 1.0) } else { grade }
}

/// The ids most like a text, best first, at most three: `nearest: dong-nai, dong-nai-cu`.
pub(super) fn nearest<'a>(text: &str, ids: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // Somebody who writes a name instead of an id means the id with the same letters.
    let wanted = tinh_so::domain::fold(text).replace(' ', "-");
    let mut graded: Vec<(f64, &str)> = ids
        .into_iter()
        .map(|id| (likeness(&wanted, &id.replace('_', "-")), id))
        .filter(|(grade, _)| *grade >= 0.5)
        .collect();
    graded.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    graded.truncate(3);
    let ids: Vec<&str> = graded.into_iter().map(|(_, id)| id).collect();
    (!ids.is_empty()).then(|| format!("nearest: {}", ids.join(", ")))
}

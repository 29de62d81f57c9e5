//! The header of a table: which column stands where.

use super::{
    csv_file::MEND,
    problem::{Log, nearest},
    spec::Spec,
};

/// A header that has every column of its table.
pub(super) struct Header {
    /// The names, without unnamed columns at the end.
    pub(super) names: Vec<String>,
    /// How many cells the header has with them.
    pub(super) width: usize,
    /// Where each column of [`Spec::columns`] stands.
    pub(super) places: Vec<usize>,
}

/// Finds the columns; `None` if one is missing. A column is found by its name, wherever it stands.
pub(super) fn read_header(mut names: Vec<String>, spec: &Spec, log: &Log) -> Option<Header> {
    let at = (Some(1), None);
    let expected = || Some(format!("expected: {}", spec.columns.join(",")));
    let width = names.len();
    names.truncate(names.iter().rposition(|name| !name.trim().is_empty()).map_or(0, |last| last + 1));
    if names.is_empty() {
        log.problem(spec.file, at, "has no header".to_owned(), expected());
        return None;
    }
    if names.len() < width {
        log.mendable(spec.file, at, "has columns without a name at its end".to_owned(), Some(MEND.to_owned()));
    }
    let is_known = |name: &str| spec.columns.contains(&name);
    let is_there = |column: &str| names.iter().any(|name| name == column);
    // A header that was renamed is one slip, not two.
    let renamed: Vec<(&str, &str)> = (names.iter().map(String::as_str).zip(spec.columns.iter().copied()))
        .filter(|(name, column)| !is_known(name) && !is_there(column))
        .collect();
    for (name, column) in &renamed {
        let message = format!("“{name}” is not a column of this table");
        log.problem(spec.file, at, message, Some(format!("expected {column} here")));
    }
    let missing: Vec<&str> = spec.columns.iter().copied().filter(|column| !is_there(column)).collect();
    let unexplained = |column: &&&str| !renamed.iter().any(|(_, other)| other == *column);
    for column in missing.iter().filter(unexplained) {
        log.problem(spec.file, at, format!("the column “{column}” is missing"), expected());
    }
    let hint = || Some("delete one of the two columns".to_owned());
    for (n, name) in names.iter().enumerate() {
        if !is_known(name) && !renamed.iter().any(|(other, _)| other == name) {
            let hint = nearest(name, missing.iter().copied()).or_else(expected);
            log.problem(spec.file, at, format!("“{name}” is not a column of this table"), hint);
        } else if names[..n].contains(name) {
            log.problem(spec.file, (Some(1), Some(name)), "stands twice in the header".to_owned(), hint());
        }
    }
    if !missing.is_empty() {
        return None;
    }
    let known = names.iter().filter(|name| is_known(name));
    if known.ne(spec.columns.iter()) && names.len() == spec.columns.len() {
        log.mendable(spec.file, at, "the columns stand in another order".to_owned(), expected());
    }
    let places =
        spec.columns.iter().map(|column| names.iter().position(|name| name == column)).collect::<Option<_>>()?;
    Some(Header { names, width, places })
}

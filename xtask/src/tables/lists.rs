//! Lists: one document's figures for many places as a small wide table, places down and indicators across. Each cell
//! becomes a row of observations and is checked like one; faults are named in the list itself.
//!
//! `data/lists/<source>.csv` is named after its document in `sources.csv`. Its header is `place`, then one column for each
//! indicator and period, `indicator@period`, with `:qualifier` behind it where the figures are not stated exactly. A cell is
//! a number, or the reason why there is none; an empty one says nothing. What needs a note is a row of observations.

use super::{
    cells::Known,
    csv_file::{self, Row, Wide},
    mend,
    problem::{Log, Origin},
    spec::OBSERVATIONS,
};
use std::{collections::BTreeSet, fs, io, path::Path};
use tinh_so::domain::{Missing, Qualifier};

/// The folder of the lists, below that of the tables.
pub(super) const FOLDER: &str = "lists";

/// The files of all lists as seen from the folder of the tables, in alphabetical order.
pub(super) fn files(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir.join(FOLDER)).into_iter().flatten().filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut files: Vec<String> =
        names.filter(|name| name.ends_with(".csv")).map(|name| format!("{FOLDER}/{name}")).collect();
    files.sort();
    files
}

/// The cells of all lists as rows of observations. Their lines are numbers by which the log finds file, line and column.
pub(super) fn rows(dir: &Path, sources: &Known, log: &Log) -> Vec<Row> {
    let mut rows = Vec::new();
    for file in files(dir) {
        let before = log.problems.borrow().len();
        let Some(wide) = csv_file::wide(dir, &file, log) else { continue };
        if log.problems.borrow().len() == before {
            warn_of_writing(dir, &file, &wide, log);
        }
        let source = file.trim_start_matches(FOLDER).trim_start_matches('/').trim_end_matches(".csv");
        if let Some(message) = sources.unknown(source) {
            let hint = "a list is called as its document in sources.csv: add it there, or rename the file".to_owned();
            log.problem(&file, (None, None), message, Some(hint));
            continue;
        }
        let columns = header(&file, &wide.header, log);
        for (line, cells) in &wide.rows {
            for (n, column) in &columns {
                let cell = cells.get(*n).map(String::as_str).unwrap_or_default();
                if cell.is_empty() {
                    continue;
                }
                let origin = Origin { file: file.clone(), line: *line, column: wide.header[*n].clone() };
                let line = log.origin(origin);
                let place = cells.first().map(String::as_str).unwrap_or_default();
                rows.push(Row { line, cells: observation(place, column, cell, source), whole: true, runs_on: false });
            }
        }
    }
    rows
}

/// What the head of a column says of its cells.
struct Column<'a> {
    indicator: &'a str,
    period: &'a str,
    qualifier: &'a str,
}

/// The columns that can be understood, each with where it stands.
fn header<'a>(file: &str, names: &'a [String], log: &Log) -> Vec<(usize, Column<'a>)> {
    let at = |column: &'a str| (Some(1), Some(column));
    let form = || Some("write indicator@period, such as dti@2024, or dti@2024:about".to_owned());
    if names.first().map(String::as_str) != Some("place") {
        log.problem(file, (Some(1), None), "does not begin with the column “place”".to_owned(), form());
        return Vec::new();
    }
    let mut columns = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for (n, name) in names.iter().enumerate().skip(1) {
        let (what, qualifier) = name.split_once(':').unwrap_or((name, Qualifier::Exact.code()));
        let Some((indicator, period)) = what.split_once('@') else {
            log.problem(file, at(name), format!("“{name}” names no period"), form());
            continue;
        };
        if Qualifier::from_code(qualifier).is_none() {
            let codes: Vec<&str> = Qualifier::CODES.iter().map(|(_, code)| *code).collect();
            let hint = format!("expected one of: {}", codes.join(", "));
            log.problem(file, at(name), format!("“{qualifier}” is not a qualifier"), Some(hint));
        } else if !seen.insert(what) {
            let hint = "delete one of the two columns".to_owned();
            log.problem(file, at(name), "stands twice in the header".to_owned(), Some(hint));
        } else {
            columns.push((n, Column { indicator, period, qualifier }));
        }
    }
    columns
}

/// The cells of a row of observations, in the order of its columns.
fn observation(place: &str, column: &Column, cell: &str, source: &str) -> Vec<String> {
    let missing = Missing::from_code(cell).is_some();
    let of = |name: &str| match name {
        "place" => place,
        "indicator" => column.indicator,
        "period" => column.period,
        "status" => "actual",
        "value" if !missing => cell,
        "qualifier" if !missing => column.qualifier,
        "missing" if missing => cell,
        "source" => source,
        _ => "",
    };
    OBSERVATIONS.columns.iter().map(|name| of(name).to_owned()).collect()
}

/// The table of observations as it is published: with the cells of all lists among its rows, in its order. Without lists
/// the file as it stands.
///
/// # Errors
/// If a table cannot be read, with its faults.
pub(super) fn published(dir: &Path) -> io::Result<String> {
    let text = fs::read_to_string(dir.join(OBSERVATIONS.file))?;
    if files(dir).is_empty() {
        return Ok(text);
    }
    let log = Log::new(&dir.display().to_string());
    let own = csv_file::rows(dir, &OBSERVATIONS, &log).unwrap_or_default();
    let listed = rows(dir, &Known { noun: "source", ids: None }, &log);
    if let Some(fault) = log.problems.borrow().first() {
        return Err(io::Error::other(fault.to_string()));
    }
    mend::written(&OBSERVATIONS, &mend::in_order(own.into_iter().chain(listed).collect()))
}

/// The list as a file: commas, LF, quotes only where needed.
///
/// # Errors
/// If a cell cannot be written, which no text read before is.
pub(super) fn written(wide: &Wide) -> io::Result<String> {
    mend::as_csv(wide.header.iter(), wide.rows.iter().map(|(_, cells)| cells))
}

fn warn_of_writing(dir: &Path, file: &str, wide: &Wide, log: &Log) {
    if let Ok(plain) = written(wide) {
        mend::warn_unless_plain(dir, file, &plain, log);
    }
}

//! Reads one CSV file into clean cells: its encoding, header, row lengths, Unicode form and spaces are settled here, so
//! that the later checks see each cell as the editor meant it.

use super::{
    clean::{Fault, clean},
    decode::{Decoded, decode},
    header::{Header, read_header},
    number,
    problem::{At, Log},
    spec::Spec,
};
use std::{collections::BTreeMap, fs, path::Path};

/// What puts right a fault of form.
pub(super) const MEND: &str = "`cargo xtask check-data --fix` puts it right";

/// So many faults of one kind are listed for a file; a file saved in the wrong form has thousands.
const LISTED: usize = 3;

/// One row with a cell for every column.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The line it begins on.
    pub(super) line: u64,
    /// Its cells, in the order of [`Spec::columns`].
    pub(super) cells: Vec<String>,
    /// It has as many cells as the header; a row that has not is only good for its id.
    pub(super) whole: bool,
    /// It runs over several lines, perhaps because a quote is never closed: rows may be hidden in it.
    pub(super) runs_on: bool,
}

/// A table whose columns are its own: the header, and the rows with their lines.
#[derive(Debug)]
pub(super) struct Wide {
    /// The names of the columns, without unnamed ones at the end.
    pub(super) header: Vec<String>,
    /// The rows, each with as many cells as the header.
    pub(super) rows: Vec<(u64, Vec<String>)>,
}

/// The cells of a file with columns of its own; `None` if it cannot be read as CSV at all.
pub(super) fn wide(dir: &Path, file: &str, log: &Log) -> Option<Wide> {
    let mut records = all_records(dir, file, log)?.into_iter();
    let named = records.next().map(|it| it.iter().map(str::to_owned).collect::<Vec<_>>()).unwrap_or_default();
    let mut header: Vec<String> = named.iter().map(|name| clean(name, "").0).collect();
    header.truncate(header.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1));
    if header != named {
        log.mendable(file, (Some(1), None), "has stray spaces or empty columns in its header".to_owned(), mend_hint());
    }
    let (mut rows, mut counts) = (Vec::new(), BTreeMap::new());
    for record in records {
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            log.mendable(file, (Some(line), None), "is an empty row".to_owned(), mend_hint());
            continue;
        }
        if record.iter().skip(header.len()).any(|cell| !cell.trim().is_empty()) {
            let message = format!("has {} cells, expected {}", record.len(), header.len());
            let hint = "a decimal comma makes two cells of a number: write a point".to_owned();
            log.problem(file, (Some(line), None), message, Some(hint));
            continue;
        }
        let mut cells = Vec::with_capacity(header.len());
        for (n, name) in header.iter().enumerate() {
            let (cell, found) = clean(record.get(n).unwrap_or_default(), if n == 0 { "place" } else { "value" });
            for (fault, message, hint) in found {
                let count: &mut usize = counts.entry(fault).or_default();
                *count += 1;
                let at = (Some(line), Some(&**name));
                match (*count > LISTED, fault.mends()) {
                    (true, _) => {}
                    (false, true) => log.mendable(file, at, message, Some(hint)),
                    (false, false) => _ = log.problem(file, at, message, Some(hint)),
                }
            }
            cells.push(cell);
        }
        rows.push((line, cells));
    }
    Some(Wide { header, rows })
}

fn mend_hint() -> Option<String> {
    Some(MEND.to_owned())
}

/// All records of a file, whatever separates its columns; what saving once did to its form is written down.
fn all_records(dir: &Path, file: &str, log: &Log) -> Option<Vec<csv::StringRecord>> {
    let Decoded { text, mut odd } = decoded(dir, file, log)?;
    let first_line = text.lines().next().unwrap_or_default();
    let separator = match (first_line.contains(','), first_line.contains(';'), first_line.contains('\t')) {
        (false, true, _) => b';',
        (false, _, true) => b'\t',
        _ => b',',
    };
    if separator != b',' {
        let name = if separator == b';' { "semicolons" } else { "tabs" };
        odd.push(format!("has {name} between its columns instead of commas"));
    }
    say_odd(file, &odd, log);
    records(&text, separator, file, log)
}

/// The rows of a file; `None` if it cannot be read as this table at all.
pub(super) fn rows(dir: &Path, spec: &Spec, log: &Log) -> Option<Vec<Row>> {
    let mut records = all_records(dir, spec.file, log)?.into_iter();
    let header: Vec<String> = records.next().map(|r| r.iter().map(str::to_owned).collect()).unwrap_or_default();
    let header = read_header(header, spec, log)?;
    let mut faults = Faults { spec, log, counts: BTreeMap::new() };
    let rows = records.filter_map(|record| row(&record, &header, &mut faults)).collect();
    faults.say_the_rest();
    Some(rows)
}

/// The file's text, without a byte order mark and with plain line ends.
pub(super) fn text(dir: &Path, file: &str, log: &Log) -> Option<String> {
    let decoded = decoded(dir, file, log)?;
    say_odd(file, &decoded.odd, log);
    Some(decoded.text)
}

fn decoded(dir: &Path, file: &str, log: &Log) -> Option<Decoded> {
    let bytes = match fs::read(dir.join(file)) {
        Ok(bytes) => bytes,
        Err(error) => {
            let hint = format!("take it from git again: git checkout -- data/{file}");
            log.problem(file, (None, None), format!("cannot be read: {error}"), Some(hint));
            return None;
        }
    };
    let refuse = |it: super::decode::NotText| {
        log.problem(file, (Some(it.line), None), it.message.to_owned(), Some(it.hint.to_owned()));
    };
    decode(bytes).map_err(refuse).ok()
}

/// One message for what saving once did to a file.
fn say_odd(file: &str, odd: &[String], log: &Log) {
    if let Some((last, others)) = odd.split_last() {
        let message = if others.is_empty() { last.clone() } else { format!("{}, and {last}", others.join(", ")) };
        log.mendable(file, (Some(1), None), message, Some(MEND.to_owned()));
    }
}

fn records(text: &str, separator: u8, file: &str, log: &Log) -> Option<Vec<csv::StringRecord>> {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut records = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => records.push(record),
            Err(error) => {
                let line = error.position().map(csv::Position::line);
                log.problem(file, (line, None), format!("cannot be read as CSV: {error}"), None);
                return None;
            }
        }
    }
    Some(records)
}

/// The faults of a file's cells and rows: the first few in full, the others by their number.
struct Faults<'a> {
    spec: &'a Spec,
    log: &'a Log,
    /// By kind; the last line it stands on.
    counts: BTreeMap<Option<Fault>, (usize, u64)>,
}

impl Faults<'_> {
    /// A fault of a cell, or of a whole row (`None`).
    fn say(&mut self, fault: Option<Fault>, at: At, message: String, hint: String) {
        let count = self.counts.entry(fault).or_default();
        *count = (count.0 + 1, at.0.unwrap_or_default());
        if count.0 > LISTED {
            return;
        }
        if fault.is_none_or(Fault::mends) {
            self.log.mendable(self.spec.file, at, message, Some(hint));
        } else {
            self.log.problem(self.spec.file, at, message, Some(hint));
        }
    }

    fn say_the_rest(self) {
        for (fault, (count, line)) in self.counts.into_iter().filter(|(_, (count, _))| *count > LISTED) {
            let message = format!("and {} more like the {LISTED} above, the last one here", count - LISTED);
            let at = (Some(line), None);
            if fault.is_none_or(Fault::mends) {
                self.log.mendable(self.spec.file, at, message, Some(MEND.to_owned()));
            } else {
                self.log.problem(self.spec.file, at, message, None);
            }
        }
    }
}

/// A row, unless it is an empty one.
fn row(record: &csv::StringRecord, header: &Header, faults: &mut Faults) -> Option<Row> {
    let line = record.position().map_or(0, csv::Position::line);
    let at = (Some(line), None);
    if record.iter().all(|cell| cell.trim().is_empty()) {
        faults.say(None, at, "is an empty row".to_owned(), "delete it".to_owned());
        return None;
    }
    let full = header.names.len();
    let surplus = record.iter().skip(full).collect::<Vec<_>>();
    let only_commas = !surplus.is_empty() && surplus.iter().all(|cell| cell.trim().is_empty());
    let whole = record.len() == full || only_commas;
    if only_commas && record.len() != header.width {
        let message = format!("has {} cells, expected {full}: the last ones are empty", record.len());
        faults.say(None, at, message, "delete the commas at its end".to_owned());
    } else if !whole {
        ragged(record, header, faults);
    }
    let mut cells = Vec::with_capacity(faults.spec.columns.len());
    for (&place, column) in header.places.iter().zip(faults.spec.columns) {
        let raw = record.get(place).unwrap_or_default();
        let (cell, found) = if whole { clean(raw, column) } else { (raw.to_owned(), Vec::new()) };
        for (fault, message, hint) in found {
            faults.say(Some(fault), (Some(line), Some(column)), message, hint);
        }
        cells.push(cell);
    }
    Some(Row { line, cells, whole, runs_on: record.iter().any(|cell| cell.contains('\n')) })
}

/// A row with too few or too many cells: why, as far as it shows.
fn ragged(record: &csv::StringRecord, header: &Header, faults: &Faults) {
    let (spec, log) = (faults.spec, faults.log);
    let line = record.position().map(csv::Position::line);
    let digits = |at: usize| record.get(at).is_some_and(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()));
    let value = header.names.iter().position(|name| name == "value");
    if let Some(at) = value.filter(|at| record.len() == header.names.len() + 1 && digits(*at) && digits(at + 1)) {
        let written = format!("{},{}", &record[at], &record[at + 1]);
        let hint = number::parse(&written).err();
        let message = format!("“{written}” makes two cells, since the comma parts them");
        log.problem(spec.file, (line, Some("value")), message, hint);
        return;
    }
    let lines = record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
    if let Some(first) = line.filter(|_| lines > 0) {
        let message = format!("runs from here to line {}: a quote is opened and not closed", first + lines);
        log.problem(spec.file, (line, None), message, Some("close it, or delete it".to_owned()));
        return;
    }
    let smart = record.iter().any(|cell| cell.trim_start().starts_with(['“', '”']));
    let hint = match (smart, record.len() < header.names.len()) {
        (true, _) => "the curly quotes “ ” do not hold a text with commas together; write straight ones: \"",
        (_, true) => "an empty cell still needs its comma, and every quote its end",
        _ => "a text with a comma in it needs \"quotes\" around it, and every quote its end",
    };
    let message = format!("has {} cells, expected {}", record.len(), header.names.len());
    log.problem(spec.file, (line, None), message, Some(hint.to_owned()));
}

//! Reads one CSV file into clean cells: its encoding, header, row lengths, Unicode form and spaces are settled here, so
//! that the later checks see each cell as the editor meant it.

use super::{
    problem::{Log, nearest},
    spec::Spec,
};
use std::{fs, path::Path};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// One row with a cell for every column.
#[derive(Debug)]
pub(super) struct Row {
    /// The line it begins on.
    pub(super) line: u64,
    /// Its cells, in the order of [`Spec::columns`].
    pub(super) cells: Vec<String>,
    /// It has as many cells as the header; a row that has not is only good for its id.
    pub(super) whole: bool,
}

/// The rows of a file; `None` if it cannot be read as this table at all.
pub(super) fn rows(dir: &Path, spec: &Spec, log: &Log) -> Option<Vec<Row>> {
    let text = text(dir, spec.file, log)?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut records = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => records.push(record),
            Err(error) => {
                let line = error.position().map(csv::Position::line);
                log.problem(spec.file, (line, None), format!("cannot be read as CSV: {error}"), None);
                return None;
            }
        }
    }
    let mut records = records.into_iter();
    let header: Vec<String> = records.next().map(|r| r.iter().map(str::to_owned).collect()).unwrap_or_default();
    let places = column_places(&header, spec, log)?;
    Some(records.map(|record| row(&record, &header, &places, spec, log)).collect())
}

/// The file's text, without a byte order mark and with plain line ends.
pub(super) fn text(dir: &Path, file: &str, log: &Log) -> Option<String> {
    let bytes = match fs::read(dir.join(file)) {
        Ok(bytes) => bytes,
        Err(error) => {
            log.problem(file, (None, None), format!("cannot be read: {error}"), None);
            return None;
        }
    };
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = valid.iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
            let hint = "save it as “CSV UTF-8”, not in an older Vietnamese or Windows encoding";
            log.problem(file, (Some(line), None), "is not UTF-8".to_owned(), Some(hint.to_owned()));
            return None;
        }
    };
    let plain = match text.strip_prefix('\u{feff}') {
        Some(rest) => {
            let message = "begins with a byte order mark, which Excel adds when it saves “CSV UTF-8”";
            let hint = "save it as UTF-8 without BOM";
            log.problem(file, (Some(1), None), message.to_owned(), Some(hint.to_owned()));
            rest
        }
        None => &text,
    };
    if plain.contains('\r') {
        let hint = format!("save it with LF line ends, or run: sed -i 's/\\r$//' data/{file}");
        log.problem(file, (Some(1), None), "has Windows line ends (CR LF)".to_owned(), Some(hint));
        return Some(plain.replace("\r\n", "\n").replace('\r', "\n"));
    }
    Some(plain.to_owned())
}

/// Where each expected column stands in the header; `None` if one is missing.
fn column_places(header: &[String], spec: &Spec, log: &Log) -> Option<Vec<usize>> {
    let say = |column: Option<&str>, message: String, hint| log.problem(spec.file, (Some(1), column), message, hint);
    let expected = || Some(format!("expected: {}", spec.columns.join(",")));
    if header.len() == 1 && (header[0].contains(';') || header[0].contains('\t')) {
        let hint = Some("save it with commas, as “CSV UTF-8 (comma delimited)”".to_owned());
        say(None, "the columns are not separated by commas".to_owned(), hint);
        return None;
    }
    if header.is_empty() {
        say(None, "is empty".to_owned(), expected());
        return None;
    }
    let is_known = |name: &String| spec.columns.contains(&name.as_str());
    let unknown = || header.iter().filter(|name| !is_known(name)).map(String::as_str);
    let missing = || spec.columns.iter().copied().filter(|column| !header.iter().any(|name| name == column));
    for (n, name) in header.iter().enumerate() {
        if !is_known(name) {
            say(None, format!("“{name}” is not a column of this table"), nearest(name, missing()).or_else(expected));
        } else if header[..n].contains(name) {
            say(Some(name), "the column stands twice in the header".to_owned(), None);
        }
    }
    for column in missing() {
        say(None, format!("the column “{column}” is missing"), nearest(column, unknown()).or_else(expected));
    }
    if missing().next().is_some() {
        return None;
    }
    if header.iter().filter(|name| is_known(name)).ne(spec.columns.iter()) && header.len() == spec.columns.len() {
        say(None, "the columns stand in another order".to_owned(), expected());
    }
    spec.columns.iter().map(|column| header.iter().position(|name| name == column)).collect()
}

fn row(record: &csv::StringRecord, header: &[String], places: &[usize], spec: &Spec, log: &Log) -> Row {
    let line = record.position().map_or(0, csv::Position::line);
    let whole = record.len() == header.len();
    if !whole {
        let message = format!("has {} cells, expected {}", record.len(), header.len());
        let hint = "a text with a comma in it needs \"quotes\" around it, and every quote its end";
        log.problem(spec.file, (Some(line), None), message, Some(hint.to_owned()));
    }
    let cell = |(&place, column): (&usize, &&str)| {
        let raw = record.get(place).unwrap_or_default();
        if whole { clean(raw, line, column, spec, log) } else { raw.to_owned() }
    };
    Row { line, cells: places.iter().zip(spec.columns).map(cell).collect(), whole }
}

/// The cell in NFC, without stray spaces; says what had to be changed.
fn clean(raw: &str, line: u64, column: &str, spec: &Spec, log: &Log) -> String {
    if raw.bytes().all(|b| b.is_ascii_graphic()) {
        return raw.to_owned();
    }
    let say = |message: String, hint: String| log.problem(spec.file, (Some(line), Some(column)), message, Some(hint));
    let mut cell = raw.to_owned();
    if !is_nfc(raw) {
        let fixed: String = raw.nfc().collect();
        let wrong: Vec<&str> = raw.split_whitespace().filter(|word| !is_nfc(word)).collect();
        let right: Vec<String> = wrong.iter().map(|word| word.nfc().collect()).collect();
        let (wrong, right) = if wrong.len() <= 3 { (raw.trim(), fixed.trim()) } else { (wrong[0], right[0].as_str()) };
        let message = format!("“{wrong}” is not in NFC: its letters and marks are separate characters");
        say(message, format!("replace it with “{right}”"));
        cell = fixed;
    }
    if let Some(wrong) = cell.chars().find(|c| "ÐƉðɖ".contains(*c)) {
        let right = if "ÐƉ".contains(wrong) { 'Đ' } else { 'đ' };
        let message = format!("“{wrong}” (U+{:04X}) only looks like “{right}”", u32::from(wrong));
        say(message, format!("replace it with “{right}” (U+{:04X})", u32::from(right)));
        cell = cell.replace(wrong, &right.to_string());
    }
    if cell.contains('\n') {
        let hint = "join the lines, or look for a quote that is never closed".to_owned();
        say("has a line break in it".to_owned(), hint);
    } else if let Some(odd) = cell.chars().find(|c| is_odd_space(*c)) {
        say(format!("has an invisible character (U+{:04X}) in it", u32::from(odd)), "type a plain space".to_owned());
    } else if cell.trim() != cell {
        say(format!("“{cell}” has a space at its beginning or end"), format!("write “{}”", cell.trim()));
    } else if let Some(at) = cell.find("  ") {
        let before = cell[..at].split(' ').next_back().unwrap_or_default();
        say(format!("has two spaces in a row after “{before}”"), "write one".to_owned());
    }
    let words: Vec<&str> =
        cell.split(|c: char| c.is_whitespace() || is_odd_space(c)).filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

/// Neither a plain space nor visible: no-break spaces, zero-width characters, tabs and other controls.
fn is_odd_space(c: char) -> bool {
    c != ' '
        && (c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'))
}

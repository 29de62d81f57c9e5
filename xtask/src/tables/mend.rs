//! `check-data --fix`: puts right what is only form, such as encodings, spaces and the order of rows. It never touches
//! what a table says: a figure, a date or an id that is wrong stays for the editor.

use super::{
    csv_file::{self, Row},
    lists,
    problem::{Log, Problem},
    spec::{ALL, OBSERVATIONS, Spec, VERSION_FILE},
};
use std::{fs, io, path::Path};

/// What was done.
#[derive(Debug, Default)]
pub struct Mended {
    /// The files that were written, as seen from the repository.
    pub files: Vec<String>,
    /// What was put right in them.
    pub changes: Vec<Problem>,
    /// What only the editor can put right. A file with such a fault is left as it is.
    pub refused: Vec<Problem>,
}

/// Puts right the form of every table in a folder.
///
/// # Errors
/// If a file cannot be written; one that cannot be read is among those refused.
pub fn mend(dir: &Path) -> io::Result<Mended> {
    let folder = dir.file_name().map_or_else(|| dir.display().to_string(), |name| name.to_string_lossy().into_owned());
    let mut mended = Mended::default();
    for spec in ALL {
        let log = Log::new(&folder);
        let rows = csv_file::rows(dir, spec, &log).map(|rows| sorted(spec, rows, &log));
        let text = rows.map(|rows| written(spec, &rows)).transpose()?;
        mended.settle(dir, spec.file, text, log)?;
    }
    for file in lists::files(dir) {
        let log = Log::new(&folder);
        let text = csv_file::wide(dir, &file, &log).map(|wide| lists::written(&wide)).transpose()?;
        mended.settle(dir, &file, text, log)?;
    }
    let log = Log::new(&folder);
    let text = csv_file::text(dir, VERSION_FILE, &log);
    mended.settle(dir, VERSION_FILE, text, log)?;
    Ok(mended)
}

impl Mended {
    fn settle(&mut self, dir: &Path, file: &str, text: Option<String>, log: Log) -> io::Result<()> {
        let (path, folder) = (dir.join(file), log.make(file, (None, None), String::new(), None).file);
        let (mut changes, refused): (Vec<Problem>, Vec<Problem>) =
            log.problems.into_inner().into_iter().partition(|problem| problem.mends);
        let Some(text) = text.filter(|_| refused.is_empty()) else {
            self.refused.extend(refused);
            return Ok(());
        };
        if fs::read(&path)? == text.as_bytes() {
            return Ok(());
        }
        fs::write(&path, text)?;
        changes.extend(log.warnings.into_inner().into_iter().map(|warning| warning.problem));
        self.changes.extend(changes);
        self.files.push(folder);
        Ok(())
    }
}

/// The rows in the order of their table. Only observations have one; the order of other tables is the editor's own.
fn sorted(spec: &Spec, rows: Vec<Row>, log: &Log) -> Vec<Row> {
    if spec.file != OBSERVATIONS.file {
        return rows;
    }
    warn_of_order(&rows, log);
    in_order(rows)
}

/// Observations in the order of their table.
pub(super) fn in_order(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by(|a, b| key(a).cmp(&key(b)));
    rows
}

/// Indicator, period, place, status, source, each as it is written.
fn key(row: &Row) -> [&str; 5] {
    let cell = |name: &str| OBSERVATIONS.columns.iter().position(|column| *column == name).map(|at| &*row.cells[at]);
    ["indicator", "period", "place", "status", "source"].map(|name| cell(name).unwrap_or_default())
}

/// Names the first row of observations that stands in the wrong place.
pub(super) fn warn_of_order(rows: &[Row], log: &Log) {
    let late: Vec<&[Row]> = rows.windows(2).filter(|pair| key(&pair[0]) > key(&pair[1])).collect();
    let Some([above, row]) = late.first().copied() else { return };
    let more = if late.len() > 1 { format!(", and {} more like it", late.len() - 1) } else { String::new() };
    let [indicator, period, place, ..] = key(above);
    let message = format!("stands below “{indicator} {period} {place}”{more}");
    let hint = "rows stand in the order of indicator, period, place, status, source; `cargo xtask check-data --fix` \
                sorts them";
    log.warn(OBSERVATIONS.file, (Some(row.line), None), message, hint, None);
}

/// Names the first line that says the same as it would if it were written plainly, such as one full of quotes: it would
/// stand in every comparison of two versions.
pub(super) fn warn_of_writing(dir: &Path, spec: &Spec, rows: &[Row], log: &Log) {
    if let Ok(plain) = written(spec, rows) {
        warn_unless_plain(dir, spec.file, &plain, log);
    }
}

/// The same of any file, with what it would be if written plainly.
pub(super) fn warn_unless_plain(dir: &Path, file: &str, plain: &str, log: &Log) {
    let Some(text) = fs::read_to_string(dir.join(file)).ok().filter(|text| text != plain) else { return };
    let same = text.lines().zip(plain.lines()).take_while(|(one, other)| one == other).count();
    let message = "is written with needless quotes, or empty lines, or no line end".to_owned();
    let hint = "`cargo xtask check-data --fix` writes it plainly";
    log.warn(file, (Some(same as u64 + 1), None), message, hint, None);
}

/// The table as a file: commas, LF, quotes only where needed.
pub(super) fn written(spec: &Spec, rows: &[Row]) -> io::Result<String> {
    as_csv(spec.columns.iter(), rows.iter().map(|row| &row.cells))
}

/// A header and rows as CSV.
pub(super) fn as_csv<'a>(
    header: impl Iterator<Item = impl AsRef<[u8]>>,
    rows: impl Iterator<Item = &'a Vec<String>>,
) -> io::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row)?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

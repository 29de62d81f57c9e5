//! The workbook as LibreOffice Calc opens it: every sheet, as shown, against the published tables cell by cell.

use super::{FOLDER, Outcome};
use crate::{
    formats::WORKBOOK,
    steps::{from_debian, is_there, output, program},
};
use anyhow::{Context, Result, bail, ensure};
use std::{fs, path::Path};

/// Comma, quotes where needed, UTF-8, numbers as English writes them and as shown, and all sheets (the last).
const CSV: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,true,false,false,-1";
/// Tables that have no sheet: the tile maps and an editor’s answers say nothing to a reader of a spreadsheet, and who has
/// published what is counted from the observations.
const WITHOUT_SHEET: [&str; 3] = ["tiles", "looked_at", "coverage"];
/// Faults to list before the rest is only counted.
const LISTED: usize = 10;

/// Why there is no LibreOffice, if it cannot be installed.
pub(super) fn missing() -> Option<String> {
    if is_there("soffice") {
        return None;
    }
    if let Err(error) = from_debian("LibreOffice Calc", &["--no-install-recommends", "libreoffice-calc"]) {
        let reason = format!("{error:#}").replace('\n', " ");
        return Some(format!("LibreOffice could not be installed: {reason}"));
    }
    (!is_there("soffice")).then(|| "LibreOffice is not there (apt-get install libreoffice-calc, as root)".to_owned())
}

/// Opens `tinh-so.xlsx` of a version and compares what it shows.
pub(super) fn part(version: &Path) -> Result<Outcome> {
    if let Some(reason) = missing() {
        return Ok(Outcome::Skipped(reason));
    }
    let shown = Path::new(FOLDER).join("sheets");
    if shown.exists() {
        fs::remove_dir_all(&shown)?;
    }
    fs::create_dir_all(&shown)?;
    // A profile of our own: nothing of the user's is read, changed or waited for.
    let profile = std::env::current_dir()?.join(FOLDER).join("libreoffice");
    let mut convert = program("soffice", &["--headless", "--norestore", "--convert-to", CSV, "--outdir"]);
    convert.arg(&shown).arg(version.join(WORKBOOK));
    convert.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    output(convert)?;

    let (mut sheets, mut cells, mut faults) = (0, 0, Vec::new());
    for table in tables(version)? {
        if WITHOUT_SHEET.contains(&&*table) {
            continue;
        }
        let sheet = shown.join(format!("{}-{table}.csv", WORKBOOK.trim_end_matches(".xlsx")));
        ensure!(sheet.exists(), "LibreOffice shows no sheet “{table}” in {WORKBOOK}");
        cells += compare(&table, &rows(&version.join(format!("{table}.csv")))?, &rows(&sheet)?, &mut faults);
        sheets += 1;
    }
    if !faults.is_empty() {
        let listed: Vec<&str> = faults.iter().take(LISTED).map(String::as_str).collect();
        bail!("{} cells differ between {WORKBOOK} and the tables:\n{}", faults.len(), listed.join("\n"));
    }
    ensure!(cells > 0, "nothing was compared: {} has no tables", version.display());
    Ok(Outcome::Passed(format!("{sheets} sheets, {cells} cells: the same as the tables")))
}

/// The names of a version's tables.
fn tables(version: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(version).with_context(|| format!("{}", version.display()))? {
        let name = entry?.file_name();
        names.extend(name.to_str().and_then(|name| name.strip_suffix(".csv")).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

fn rows(path: &Path) -> Result<Vec<csv::StringRecord>> {
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path);
    let rows: Result<Vec<csv::StringRecord>, csv::Error> = reader.and_then(|reader| reader.into_records().collect());
    rows.with_context(|| format!("{} cannot be read", path.display()))
}

/// Adds what differs, header included; how many cells were compared. The sheet may have further columns on the right.
fn compare(table: &str, stated: &[csv::StringRecord], shown: &[csv::StringRecord], faults: &mut Vec<String>) -> usize {
    if stated.len() != shown.len() {
        faults.push(format!("{table}: {} rows in the table, {} in the sheet", stated.len(), shown.len()));
    }
    let columns = &stated[..stated.len().min(1)];
    let mut cells = 0;
    for (number, (stated, shown)) in stated.iter().zip(shown).enumerate() {
        for (column, text) in stated.iter().enumerate() {
            cells += 1;
            let there = shown.get(column).unwrap_or_default();
            if there != text {
                let name = columns.iter().find_map(|header| header.get(column)).unwrap_or_default();
                faults.push(format!("{table}, row {}, {name}: “{text}” in the table, “{there}” shown", number + 1));
            }
        }
    }
    cells
}

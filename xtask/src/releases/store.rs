//! `data/releases/`: every published version, kept as one patch each upon the version before it, so that any build can
//! publish all of them again. `releases.csv` lists them with the checksum of what they must come to.

use super::{
    difference::difference,
    patch::{self, Files},
    reasons,
};
use crate::{snapshots::sha256, tables};
use anyhow::{Context, Result, bail, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tinh_so::domain::{Id, Record, Release, Words};

/// The columns of `releases.csv`.
const COLUMNS: [&str; 6] = ["version", "date", "tables_sha256", "files_sha256", "note_vi", "note_en"];

/// A published version with its tables.
#[derive(Debug, Clone)]
pub struct Published {
    /// What it is and what it changed.
    pub release: Release,
    /// Its tables, byte for byte.
    pub files: Files,
    /// The checksum of its published files; empty until it is sealed.
    pub seal: String,
}

/// Where the releases of a data folder are.
pub fn folder(data: &Path) -> PathBuf {
    data.join("releases")
}

/// One checksum for a state of the tables.
pub fn checksum(files: &Files) -> String {
    let lines: String = files.iter().map(|(name, text)| format!("{}  {name}\n", sha256(text.as_bytes()))).collect();
    sha256(lines.as_bytes())
}

/// The tables of a data folder as they stand: what a release publishes.
///
/// # Errors
/// If one cannot be read.
pub fn working(data: &Path) -> Result<Files> {
    let read = |name: String| -> Result<(String, String)> {
        let path = data.join(&name);
        let text = tables::published_text(data, &name).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok((name, text))
    };
    tables::published_files().map(read).collect()
}

/// Every published version, oldest first.
///
/// # Errors
/// If a file is missing or was changed after its release.
pub fn all(data: &Path) -> Result<Vec<Published>> {
    let path = folder(data).join("releases.csv");
    if !path.exists() {
        return Ok(Vec::new());
    }
    let reasons = reasons::read(data)?;
    let mut reader = csv::ReaderBuilder::new().from_path(&path).with_context(|| path.display().to_string())?;
    ensure!(reader.headers()?.iter().eq(COLUMNS), "{}:1: expected the columns {}", path.display(), COLUMNS.join(","));
    let mut published: Vec<Published> = Vec::new();
    for row in reader.records() {
        let row = row.with_context(|| path.display().to_string())?;
        let line = row.position().map_or(0, csv::Position::line);
        let [version, date, sum, seal, vi, en] = [0, 1, 2, 3, 4, 5].map(|n| row.get(n).unwrap_or_default());
        let date = date.parse().map_err(|error| anyhow::anyhow!("{}:{line}: date: {error}", path.display()))?;
        let file = folder(data).join(format!("{version}.patch"));
        let patch = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let last = published.last();
        let before = last.map(|it| it.files.clone()).unwrap_or_default();
        let files = patch::apply(&file.display().to_string(), &before, &patch)?;
        if checksum(&files) != sum {
            bail!(
                "{}: was changed after its release: the tables of {version} come to another checksum; restore the file from the repository’s history, and correct figures in a new release",
                file.display()
            );
        }
        let mut changes = if last.is_some() { difference(&before, &files)? } else { Vec::new() };
        reasons::explain(&mut changes, &reasons, version);
        let previous = last.map(|it| it.release.version.clone());
        let release = Release { version: Id::from(version), date, previous, note: Words::new(vi, en), changes };
        published.push(Published { release, files, seal: seal.to_owned() });
    }
    Ok(published)
}

/// Writes `releases.csv` anew.
///
/// # Errors
/// If it cannot be written.
pub fn write_list(data: &Path, published: &[Published]) -> Result<()> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for it in published {
        let (release, sum) = (&it.release, checksum(&it.files));
        let date = release.date.to_string();
        writer.write_record([&*release.version, &*date, &*sum, &*it.seal, &*release.note.vi, &*release.note.en])?;
    }
    fs::write(folder(data).join("releases.csv"), writer.into_inner()?).context("releases.csv cannot be written")
}

/// The record of a published version, read by the rules of today: columns added since are empty, tables added since
/// have no rows.
///
/// # Errors
/// If today's rules refuse what was published then.
pub fn record(published: &Published) -> Result<Record> {
    let version = &published.release.version;
    let scratch = tempfile::tempdir().context("no folder for passing files")?;
    let dir = scratch.path();
    fs::write(dir.join("version.txt"), format!("{version}\n"))?;
    for (name, columns) in tables::columns() {
        let text = match published.files.get(name) {
            Some(text) => with_columns(text, columns).with_context(|| format!("{name} of {version}"))?,
            None => format!("{}\n", columns.join(",")),
        };
        fs::write(dir.join(name), text)?;
    }
    tables::load(dir).map_err(|problems| {
        anyhow::anyhow!(
            "{problems}\nthe rules of today refuse version {version}, which is published; a rule must let it stand"
        )
    })
}

/// The table with the columns it has not yet, empty.
fn with_columns(text: &str, columns: &[&str]) -> Result<String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers()?.clone();
    if header.iter().eq(columns.iter().copied()) {
        return Ok(text.to_owned());
    }
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(columns)?;
    for row in reader.records() {
        let row = row?;
        let cell = |column: &&str| header.iter().position(|it| it == *column).and_then(|n| row.get(n)).unwrap_or("");
        writer.write_record(columns.iter().map(cell))?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

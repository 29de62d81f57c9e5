//! Time and peak memory of a piece of work, in a process of its own so that nothing else counts; and bytes of files.

use crate::{
    publish, releases,
    steps::{output, program},
    tables,
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// What a piece of work cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// Rows of `observations.csv`.
    pub rows: u64,
    /// Places of both eras, with regions and the country.
    pub places: u64,
    /// Documents.
    pub sources: u64,
    /// Bytes of all tables, or of one folder of a data version.
    pub bytes: u64,
    /// Seconds.
    pub seconds: f64,
    /// Peak memory of the whole process in bytes; none where the system does not say.
    pub peak: Option<u64>,
}

/// A file with its bytes, plain and compressed with brotli as the build does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    /// What kind of file.
    pub kind: String,
    /// Plain.
    pub raw: u64,
    /// Compressed.
    pub brotli: u64,
}

/// Does a piece of work in this program, started anew.
///
/// # Errors
/// If it cannot be started, fails, or does not say what it cost.
pub(super) fn in_child(work: &str, tables: &Path, out: &Path) -> Result<Cost> {
    let mut child = Command::new(std::env::current_exe()?);
    child.arg("bench-child").arg(work).arg(tables).arg(out);
    let said = output(child)?;
    let numbers: Vec<f64> = said.split_whitespace().filter_map(|it| it.parse().ok()).collect();
    let [rows, places, sources, bytes, seconds, peak] = numbers[..] else {
        bail!("{work} said “{said}”, not its cost")
    };
    let [rows, places, sources, bytes] = [rows, places, sources, bytes].map(|it| it as u64);
    Ok(Cost { rows, places, sources, bytes, seconds, peak: (peak > 0.0).then_some(peak as u64) })
}

/// The work itself, in the child: `check` reads the tables, `write` publishes them as a build does (which reads them once
/// more). Prints what it cost.
///
/// # Errors
/// If the tables have faults or a file cannot be written.
pub fn child(work: &str, tables: &Path, out: &Path) -> Result<()> {
    let begun = Instant::now();
    let record = tables::load(tables)?;
    let read = begun.elapsed();
    let (seconds, bytes) = match work {
        "check" => (read, folder_bytes(tables)?),
        "write" => {
            let begun = Instant::now();
            publish::versions(&releases::versions(tables)?, out)?;
            (begun.elapsed(), folder_bytes(&out.join("data/latest"))?)
        }
        _ => bail!("“{work}” is not a piece of work"),
    };
    let counts = [record.observations.len(), record.places().len(), record.sources.len()];
    let [rows, places, sources] = counts;
    println!("{rows} {places} {sources} {bytes} {} {}", seconds.as_secs_f64(), peak().unwrap_or(0));
    Ok(())
}

/// The most memory this process has had, where the system says so (Linux).
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib * 1024)
}

fn folder_bytes(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        bytes += if entry.file_type().is_file() { entry.metadata()?.len() } else { 0 };
    }
    Ok(bytes)
}

/// The bytes of each kind of snapshot in a data version's folder: of those with many files the largest and the one in
/// the middle.
///
/// # Errors
/// If the folder lacks a kind.
pub(super) fn snapshots(version: &Path) -> Result<Vec<Weight>> {
    let mut wanted = vec![
        ("index.json".to_owned(), version.join("index.json")),
        ("catalog.json".to_owned(), version.join("catalog.json")),
    ];
    for (folder, ending) in [("indicators", "json"), ("indicators", "csv"), ("places", "json"), ("sources", "json")] {
        let mut files = by_size(&version.join(folder), ending)?;
        let last = files.pop().with_context(|| format!("no .{ending} in {folder}"))?;
        let middle = files.get(files.len() / 2).cloned().unwrap_or_else(|| last.clone());
        wanted.push((format!("{folder}/*.{ending}, largest"), last));
        wanted.push((format!("{folder}/*.{ending}, median"), middle));
    }
    sizes(&wanted)
}

/// The files of a folder with an ending, smallest first.
pub(super) fn by_size(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|it| it == ending) {
            files.push((entry.metadata()?.len(), entry.path()));
        }
    }
    files.sort();
    Ok(files.into_iter().map(|(_, path)| path).collect())
}

/// Weighs files with the build's own tool.
///
/// # Errors
/// If one cannot be read.
pub(super) fn sizes(files: &[(String, PathBuf)]) -> Result<Vec<Weight>> {
    let mut tool = program("node", &["tools/sizes.mjs"]);
    tool.args(files.iter().map(|(_, path)| path));
    let said = output(tool)?;
    ensure!(said.lines().count() == files.len(), "tools/sizes.mjs weighed another number of files");
    let weigh = |((kind, _), line): (&(String, PathBuf), &str)| {
        let (raw, brotli) = line.split_once(' ').with_context(|| format!("tools/sizes.mjs said “{line}”"))?;
        Ok(Weight { kind: kind.clone(), raw: raw.parse()?, brotli: brotli.parse()? })
    };
    files.iter().zip(said.lines()).map(weigh).collect()
}

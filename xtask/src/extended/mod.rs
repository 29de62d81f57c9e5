//! `cargo xtask test --extended`: what is published, read by programs that are not ours. Each part installs what it
//! needs, and is skipped, with the reason, where that cannot be had.

mod examples;
mod frictionless;
mod libreoffice;
mod python;
mod spreadsheets;
mod takeaway;

use crate::{publish, releases, steps::step, tables};
use anyhow::{Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What came of a part.
enum Outcome {
    /// It ran and found nothing wrong; what it looked at.
    Passed(String),
    /// It ran and found nothing wrong, but for what could not run; each with its reason.
    Partly(String, Vec<String>),
    /// It could not run, for this reason.
    Skipped(String),
}

/// How many parts ran, and how many could not.
#[derive(Debug, Default, Clone, Copy)]
pub struct Done {
    /// Ran and found nothing wrong.
    pub passed: usize,
    /// Needed a program that could not be installed.
    pub skipped: usize,
}

type Part = (&'static str, fn(&Path) -> Result<Outcome>);

/// Each by its name, with the folder of a published data version to look at.
const PARTS: [Part; 7] = [
    ("extended: frictionless", frictionless::part),
    ("extended: xlsx in LibreOffice", libreoffice::part),
    ("extended: tables through LibreOffice", spreadsheets::part),
    ("extended: examples of the data page", examples::part),
    ("extended: oEmbed answers in WordPress", takeaway::wordpress),
    ("extended: downloads of two browsers", takeaway::downloads),
    ("extended: citations in BibTeX and CSL", takeaway::citations),
];

/// Where the parts keep their things.
const FOLDER: &str = "target/extended";

/// Runs all parts, or those whose name contains `only`, over a data version written for them.
///
/// # Errors
/// If a part finds something wrong; the first one ends the run.
pub fn run_parts(only: Option<&str>) -> Result<Done> {
    let chosen: Vec<Part> = PARTS.into_iter().filter(|(name, _)| only.is_none_or(|only| name.contains(only))).collect();
    let mut done = Done::default();
    if chosen.is_empty() {
        return Ok(done);
    }
    let version = step("extended: a data version", publish)?;
    for (name, part) in chosen {
        match step(name, || part(&version))? {
            Outcome::Passed(what) => {
                eprintln!("  {what}");
                done.passed += 1;
            }
            Outcome::Partly(what, skipped) => {
                eprintln!("  {what}");
                for reason in &skipped {
                    eprintln!("  skipped of “{name}”: {reason}");
                }
                done.passed += 1;
                done.skipped += skipped.len();
            }
            Outcome::Skipped(reason) => {
                eprintln!("  skipped “{name}”: {reason}");
                done.skipped += 1;
            }
        }
    }
    Ok(done)
}

/// Writes the data version of the tables as they are; the folder it is in.
fn publish() -> Result<PathBuf> {
    if let Err(problems) = tables::load(Path::new("data")) {
        bail!("the tables in data/ have faults:\n{problems}");
    }
    let folder = Path::new(FOLDER).join("site");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    publish::versions(&releases::versions(Path::new("data"))?, &folder)?;
    Ok(folder.join("data/latest"))
}

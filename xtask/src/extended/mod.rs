//! `cargo xtask test --extended`: what is published, read by programs that are not ours. Each part installs what it
//! needs, and is skipped, with the reason, where that cannot be had.

mod browsers;
mod elsewhere;
mod examples;
mod frictionless;
mod hosts;
mod libreoffice;
mod python;
mod spreadsheets;
mod supplies;
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

/// Whether hosts and browsers are tried with the whole suite of the browser, which takes an hour, or with a part of it; and
/// whether what has to be compiled for minutes is: programs, and the site a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// All of it.
    Yes,
    /// What differs from host to host and from browser to browser.
    No,
}

/// A value, or the part is skipped for want of it.
macro_rules! needed {
    ($what:expr) => {
        match $what {
            Ok(it) => it,
            Err(reason) => return Ok(Outcome::Skipped(reason)),
        }
    };
}
use needed;

type Part = (&'static str, fn(&Path, Whole) -> Result<Outcome>);

/// Each by its name, with the folder of a published data version to look at.
const PARTS: [Part; 15] = [
    ("extended: frictionless", |version, _| frictionless::part(version)),
    ("extended: xlsx in LibreOffice", |version, _| libreoffice::part(version)),
    ("extended: tables through LibreOffice", |version, _| spreadsheets::part(version)),
    ("extended: examples of the data page", |version, _| examples::part(version)),
    ("extended: oEmbed answers in WordPress", |version, _| takeaway::wordpress(version)),
    ("extended: downloads of two browsers", |version, _| takeaway::downloads(version)),
    ("extended: citations in BibTeX and CSL", |version, _| takeaway::citations(version)),
    ("extended: bill of materials", |version, _| supplies::bill(version)),
    ("extended: crates", supplies::crates),
    ("extended: packages from npm", |version, _| supplies::packages(version)),
    ("extended: nginx", hosts::nginx),
    ("extended: Caddy", hosts::caddy),
    ("extended: Firefox", browsers::firefox),
    ("extended: WebKit", browsers::webkit),
    ("extended: the same bytes elsewhere", elsewhere::same_bytes),
];

/// Where the parts keep their things.
const FOLDER: &str = "target/extended";

/// Runs all parts, or those whose name contains `only`, over a data version written for them.
///
/// # Errors
/// If a part finds something wrong; the first one ends the run.
pub fn run_parts(only: Option<&str>, whole: Whole) -> Result<Done> {
    let chosen: Vec<Part> = PARTS.into_iter().filter(|(name, _)| only.is_none_or(|only| name.contains(only))).collect();
    let mut done = Done::default();
    if chosen.is_empty() {
        return Ok(done);
    }
    let version = step("extended: a data version", publish)?;
    for (name, part) in chosen {
        match step(name, || part(&version, whole))? {
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

//! What we build upon: licences, sources and known faults of the crates, known faults of the packages from npm, and the bill
//! of materials held against its schema.

use super::{FOLDER, Outcome, Whole, needed, python::python};
use crate::{
    release::sbom,
    steps::{cargo, is_there, output, program},
};
use anyhow::{Context, Result, ensure};
use std::{
    fs::File,
    path::{Path, PathBuf},
    process::Stdio,
};

/// The bill of materials, by its makers' validator.
pub(super) fn bill(_: &Path) -> Result<Outcome> {
    let python = needed!(python());
    let file = Path::new(FOLDER).join("sbom.cdx.json");
    serde_json::to_writer(File::create(&file)?, &sbom::bill(Path::new("."), env!("CARGO_PKG_VERSION"))?)?;
    let mut check = program(python.to_str().context("a path that is not UTF-8")?, &["tools/check_sbom.py"]);
    check.stdin(File::open(&file)?);
    Ok(Outcome::Passed(output(check)?.trim().to_owned()))
}

/// The version of cargo-deny that is installed where there is none.
const DENY: &str = "0.20.2";

/// Licences and sources of all crates; known faults where their list can be had.
pub(super) fn crates(_: &Path, whole: Whole) -> Result<Outcome> {
    let deny = match deny(whole) {
        Ok(deny) => deny,
        Err(error) => {
            return Ok(Outcome::Skipped(format!("cargo-deny is not to be had: {error:#}").replace('\n', " ")));
        }
    };
    let check = |what: &[&str]| -> Result<std::process::Output> {
        let mut check = program(deny.to_str().context("a path that is not UTF-8")?, &["--locked", "check"]);
        check.args(what).stdin(Stdio::null()).output().context("cargo-deny could not be started")
    };
    let done = check(&["licenses", "sources", "bans"])?;
    ensure!(done.status.success(), "cargo deny:\n{}", String::from_utf8_lossy(&done.stderr));
    let what = "licences, sources and bans of all crates".to_owned();
    let done = check(&["advisories"])?;
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    if done.status.success() {
        return Ok(Outcome::Passed(format!("{what}, and no known fault")));
    }
    // The list of known faults is a repository of its own, which not every machine reaches.
    let unreachable =
        said.contains("failed to fetch advisory database") || said.contains("failed to load advisory database");
    ensure!(unreachable, "cargo deny:\n{said}");
    Ok(Outcome::Partly(what, vec!["known faults of crates: their list cannot be reached".to_owned()]))
}

/// The program; where it is missing it is installed below `target/`, which takes minutes, if there is time for the whole.
fn deny(whole: Whole) -> Result<PathBuf> {
    if is_there("cargo-deny") {
        return Ok("cargo-deny".into());
    }
    let folder = std::env::current_dir()?.join(FOLDER).join("tools");
    let program = folder.join("bin/cargo-deny");
    if !program.exists() {
        ensure!(whole == Whole::Yes, "`cargo install cargo-deny`, or `--whole`");
        let mut install =
            cargo(&["install", "--quiet", "--locked", "--debug", "cargo-deny", "--version", DENY, "--root"]);
        install.arg(&folder);
        output(install)?;
    }
    Ok(program)
}

/// Known faults of what is installed from npm, where its registry answers.
pub(super) fn packages(_: &Path) -> Result<Outcome> {
    let mut skipped = Vec::new();
    let mut found = 0;
    for folder in [".", "bench", "tests/hosts"] {
        let mut audit = program("npm", &["audit", "--json", "--package-lock-only", "--audit-level=high"]);
        let done = audit.current_dir(folder).output().context("npm could not be started")?;
        let said: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap_or_default();
        match said["metadata"]["vulnerabilities"]["total"].as_u64() {
            Some(_) => {
                ensure!(done.status.success(), "npm audit in {folder}:\n{:#}", said["vulnerabilities"]);
                found += 1;
            }
            None => skipped.push(format!("known faults of the packages of {folder}: the registry does not say")),
        }
    }
    match found {
        0 => Ok(Outcome::Skipped(skipped.join("; "))),
        _ if skipped.is_empty() => Ok(Outcome::Passed("no known fault of packages from npm".to_owned())),
        _ => Ok(Outcome::Partly("no known fault of packages from npm".to_owned(), skipped)),
    }
}

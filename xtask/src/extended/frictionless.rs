//! The Data Package as Frictionless, the standard's own Python tool, reads it: every table against its schema, keys,
//! length and checksum.

use super::{FOLDER, Outcome};
use crate::steps::{from_debian, is_there, output, program};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Exactly these packages.
const REQUIREMENTS: &str = "tools/requirements.txt";

/// Validates `datapackage.json` of a version.
pub(super) fn part(version: &Path) -> Result<Outcome> {
    let python = match python() {
        Ok(python) => python,
        Err(error) => {
            let reason = format!("{error:#}").replace('\n', " ");
            return Ok(Outcome::Skipped(format!(
                "Python with the packages of {REQUIREMENTS} is not to be had: {reason}"
            )));
        }
    };
    let package = version.join("datapackage.json");
    let mut validate = Command::new(python);
    validate.arg("tools/validate_package.py").arg(package);
    Ok(Outcome::Passed(output(validate)?.trim().to_owned()))
}

/// A Python of our own below `target/`, with exactly the packages required.
fn python() -> Result<PathBuf> {
    let folder = Path::new(FOLDER).join("python");
    let python = folder.join("bin/python");
    let wanted = fs::read(REQUIREMENTS).context(REQUIREMENTS)?;
    let mark = folder.join("installed.txt");
    if python.exists() && fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let make = || {
        let mut make = program("python3", &["-m", "venv"]);
        make.arg(&folder);
        output(make)
    };
    // Debian's Python comes without the part that makes environments.
    if !is_there("python3") || make().is_err() {
        from_debian("Python", &["--no-install-recommends", "python3", "python3-venv"])?;
        make()?;
    }
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", REQUIREMENTS]);
    output(install)?;
    fs::write(mark, wanted)?;
    Ok(python)
}

//! A Python of our own, with exactly the packages the extended tests need.

use super::FOLDER;
use crate::steps::{from_debian, is_there, output, program};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Exactly these packages.
pub(super) const REQUIREMENTS: &str = "tools/requirements.txt";

/// The interpreter below `target/`; or why there is none.
pub(super) fn python() -> Result<PathBuf, String> {
    make().map_err(|error| {
        let reason = format!("{error:#}").replace('\n', " ");
        format!("Python with the packages of {REQUIREMENTS} is not to be had: {reason}")
    })
}

fn make() -> Result<PathBuf> {
    let folder = Path::new(FOLDER).join("python");
    let python = std::env::current_dir()?.join(&folder).join("bin/python");
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

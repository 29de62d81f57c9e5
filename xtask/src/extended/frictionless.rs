//! The Data Package as Frictionless, the standard's own Python tool, reads it: every table against its schema, keys,
//! length and checksum.

use super::{Outcome, python::python};
use crate::steps::output;
use anyhow::Result;
use std::{path::Path, process::Command};

/// Validates `datapackage.json` of a version.
pub(super) fn part(version: &Path) -> Result<Outcome> {
    let python = match python() {
        Ok(python) => python,
        Err(reason) => return Ok(Outcome::Skipped(reason)),
    };
    let package = version.join("datapackage.json");
    let mut validate = Command::new(python);
    validate.arg("tools/validate_package.py").arg(package);
    Ok(Outcome::Passed(output(validate)?.trim().to_owned()))
}

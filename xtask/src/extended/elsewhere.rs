//! The site built a second time, from a clone in another folder: the same bytes, so that anybody can check that what is
//! published was made from what is in the repository.

use super::{FOLDER, Outcome, Whole};
use crate::{
    snapshots::sha256,
    steps::{cargo, output, program, run},
};
use anyhow::{Context, Result, ensure};
use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Named unlike the folder that one works in, and elsewhere.
const NAME: &str = "tinh-so built in another folder";

pub(super) fn same_bytes(_: &Path, whole: Whole) -> Result<Outcome> {
    if whole == Whole::No {
        return Ok(Outcome::Skipped("a second build from nothing takes minutes: --whole".to_owned()));
    }
    if !output(program("git", &["status", "--porcelain"]))?.trim().is_empty() {
        return Ok(Outcome::Skipped("what is not committed is not in a clone".to_owned()));
    }
    let here = env::current_dir()?.join(FOLDER).join("here");
    let clone = env::temp_dir().join(NAME);
    for folder in [&here, &clone] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
    }
    let built = |mut command: Command, out: &Path| -> Result<BTreeMap<PathBuf, String>> {
        command.args(["build", "--origin", "https://tinhso.example", "--out"]).arg(out);
        run(command)?;
        sums(out)
    };
    let program_here = env::current_exe().context("the path of this program")?;
    let here = built(Command::new(program_here), &here)?;
    let mut copy = program("git", &["clone", "--quiet", "."]);
    copy.arg(&clone);
    output(copy)?;
    let mut from_nothing = cargo(&["run", "--quiet", "--package", "xtask", "--"]);
    from_nothing.current_dir(&clone).env_remove("CARGO_TARGET_DIR");
    let there = built(from_nothing, &clone.join("dist"))?;
    fs::remove_dir_all(&clone)?;
    let all = here.keys().chain(there.keys());
    let different: Vec<String> =
        all.filter(|name| here.get(*name) != there.get(*name)).map(|name| name.display().to_string()).collect();
    ensure!(
        different.is_empty(),
        "{} files are not the same in another folder, among them {}",
        different.len(),
        different[..different.len().min(10)].join(", ")
    );
    Ok(Outcome::Passed(format!("{} files, the same bytes from a clone in another folder", here.len())))
}

/// The checksum of each file below a folder.
fn sums(folder: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let mut sums = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder)?.to_owned();
            sums.insert(name, sha256(&fs::read(entry.path())?));
        }
    }
    Ok(sums)
}

//! `cargo xtask fuzz`: what strangers may hand us, millions of times (`fuzz/`). Each target begins with the corpus that is kept
//! and with what led earlier runs to new code (`target/fuzz/`); what it finds is left in `fuzz/artifacts/`, to be mended and
//! kept in the corpus or as a test.

use crate::steps::{cargo, is_there, output, program, run, step};
use anyhow::{Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What is fuzzed.
pub const TARGETS: [&str; 5] = ["address", "number", "period", "snapshot", "table"];

/// The version of cargo-fuzz that is installed where there is none.
const VERSION: &str = "0.13.2";

/// Runs all targets, or the one named, each for so many seconds.
///
/// # Errors
/// At the first that finds something: its message and the input are printed.
pub fn run_command(only: Option<&str>, seconds: u32) -> Result<()> {
    let chosen: Vec<&str> = TARGETS.into_iter().filter(|it| only.is_none_or(|only| only == *it)).collect();
    ensure!(!chosen.is_empty(), "no target is called “{}”; there are {}", only.unwrap_or_default(), TARGETS.join(", "));
    let fuzz = cargo_fuzz()?;
    for target in chosen {
        step(&format!("fuzzing {target} for {seconds} s"), || {
            // The first folder is the one that grows.
            let found = std::env::current_dir()?.join("target/fuzz").join(target);
            fs::create_dir_all(&found)?;
            let kept = std::env::current_dir()?.join("fuzz/corpus").join(target);
            let mut command = program(fuzz.to_str().unwrap_or("cargo-fuzz"), &["run", "--sanitizer", "none", target]);
            command.args([&found, &kept]).arg("--");
            // An input that takes seconds is a find too.
            command.args([
                &*format!("-max_total_time={seconds}"),
                "-timeout=10",
                "-max_len=65536",
                "-print_final_stats=1",
            ]);
            run(command)
        })?;
    }
    Ok(())
}

/// The program; installed below `target/` where it is missing.
fn cargo_fuzz() -> Result<PathBuf> {
    if is_there("cargo-fuzz") {
        return Ok("cargo-fuzz".into());
    }
    let folder = std::env::current_dir()?.join("target/tools");
    let program = folder.join("bin/cargo-fuzz");
    if !Path::new(&program).exists() {
        step("cargo-fuzz (the first time)", || {
            let mut install = cargo(&["install", "--quiet", "--locked", "cargo-fuzz", "--version", VERSION, "--root"]);
            install.arg(&folder);
            output(install)
        })?;
    }
    Ok(program)
}

//! `cargo xtask test`: everything that is checked, in the order in which it fails fastest.

use crate::{
    extended::Whole,
    hosting::check,
    site::{self, Settings},
    steps::{cargo, program, run, step},
};
use anyhow::{Result, bail};
use std::path::Path;

type Part = (&'static str, fn() -> Result<()>);

/// In this order; each by its name.
const PARTS: [Part; 7] = [
    ("tables", || crate::check_data::check_data(Path::new("data"))),
    ("format", || run(cargo(&["fmt", "--all", "--check"]))),
    ("native", || run(cargo(&["test", "--workspace", "--exclude", "wasm-test-runner"]))),
    ("chart tooling", chart_tooling),
    ("lints", lints),
    ("wasm", wasm),
    ("browser", browser),
];

/// Runs all parts, or those whose name contains `only`; says how many passed.
pub fn run_parts(only: Option<&str>) -> Result<usize> {
    let chosen: Vec<Part> = PARTS.into_iter().filter(|(name, _)| only.is_none_or(|only| name.contains(only))).collect();
    if !chosen.is_empty() {
        site::rust_and_node()?;
    }
    for (name, part) in &chosen {
        step(name, part)?;
    }
    Ok(chosen.len())
}

/// The command. With `extended`, what needs further programs comes after the rest.
pub fn run_command(only: Option<&str>, extended: Option<Whole>) -> Result<()> {
    let mut passed = run_parts(only)?;
    let mut skipped = 0;
    if let Some(whole) = extended {
        let done = crate::extended::run_parts(only, whole)?;
        (passed, skipped) = (passed + done.passed, done.skipped);
    }
    if passed + skipped == 0 {
        bail!("no part has “{}” in its name", only.unwrap_or_default());
    }
    println!("parts: {passed} passed, 0 failed, {skipped} skipped");
    Ok(())
}

fn chart_tooling() -> Result<()> {
    run(program("node", &["--test", "chart/", "tests/js/"]))
}

/// Warnings are errors: the pure rooms, the pages natively, the pages for the browser both ways, our own commands.
fn lints() -> Result<()> {
    let deny = ["--", "-D", "warnings"];
    let wasm = ["--target", "wasm32-unknown-unknown"];
    let clippy = |args: &[&str]| run(cargo(&[&["clippy", "--quiet"], args, &deny].concat()));
    clippy(&["--workspace", "--all-targets"])?;
    clippy(&["--features", "ssr", "--bin", "prerender"])?;
    clippy(&[&["--features", "hydrate", "--bin", "app"], wasm.as_slice()].concat())?;
    clippy(&[&["--features", "csr", "--bin", "app"], wasm.as_slice()].concat())
}

/// The tests that need a browser's interfaces, in headless Chromium.
fn wasm() -> Result<()> {
    site::chromium()?;
    run(cargo(&["build", "--quiet", "--package", "wasm-test-runner"]))?;
    let runner = std::env::current_dir()?.join("target/debug/wasm-test-runner");
    // As the module is published, so that nothing is built twice.
    let mut tests = cargo(&[
        "test",
        "--release",
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        "hydrate",
        "--test",
        "browser",
    ]);
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    run(tests)
}

/// Makes the gallery (`tests/e2e/gallery/`) of a site, which is built first if there is none.
pub fn gallery(given: Option<&Path>, out: &Path, only: Option<&str>) -> Result<()> {
    let chromium = site::chromium()?;
    let built = Path::new("target/e2e/root");
    if given.is_none() {
        site::build(&for_tests("/", built, None))?;
    }
    let home = site::host_aside(given.unwrap_or(built), "/")?;
    let mut make = program("node", &["tests/e2e/gallery/make.mjs"]);
    make.arg(out).arg(format!("{}/", home.origin)).args(only).env("TINHSO_CHROMIUM", chromium);
    run(make)
}

/// A site as the tests have it.
fn for_tests(base: &str, out: &Path, pictures_from: Option<&Path>) -> Settings {
    Settings {
        base: base.to_owned(),
        origin: "https://tinhso.example".to_owned(),
        repository: "https://repository.example/tinh-so".to_owned(),
        out: out.into(),
        shrink: true,
        compress: false,
        keep: false,
        write_sizes: false,
        worker: true,
        pictures_from: pictures_from.map(Path::to_path_buf),
        generated: None,
    }
}

/// The built site in a real browser: at the root of a host, and in a folder of one.
fn browser() -> Result<()> {
    let root = Path::new("target/e2e/root");
    site::build(&for_tests("/", root, None))?;
    site::build(&for_tests("/mot/thu-muc/", Path::new("target/e2e/folder"), Some(root)))?;
    for (folder, base) in [(root, "/"), (Path::new("target/e2e/folder"), "/mot/thu-muc/")] {
        step(&format!("links below {base}"), || {
            let host = site::host_aside(folder, base)?;
            check::links_alone(&check::Live::new(), &format!("{}{base}", host.origin))
        })?;
    }
    run(site::end_to_end()?)
}

//! What a fresh machine lacks: the wasm target, the packages from npm, and for the tests Chromium.

use crate::steps::{from_debian, is_there, output, program, run, step};
use anyhow::{Context, Result, bail};
use std::{fs, path::Path, process::Command};

/// Everything a build needs.
pub fn rust_and_node() -> Result<()> {
    wasm_target()?;
    node_modules()
}

/// Adds the wasm target to the toolchain if it is not there.
pub fn wasm_target() -> Result<()> {
    if !is_there("rustup") {
        // A toolchain without rustup may have the target all the same; the build will tell.
        return Ok(());
    }
    let installed = output(program("rustup", &["target", "list", "--installed"]))?;
    if installed.lines().any(|line| line.trim() == "wasm32-unknown-unknown") {
        return Ok(());
    }
    step("wasm target", || run(program("rustup", &["target", "add", "wasm32-unknown-unknown"])))
}

/// Installs the site's own packages, unless exactly those are there.
pub fn node_modules() -> Result<()> {
    node_modules_in(Path::new(""))
}

/// Installs the packages of a folder's `package-lock.json`, unless exactly those are there.
pub fn node_modules_in(folder: &Path) -> Result<()> {
    let version = output(program("node", &["--version"])).context("Node 20 or newer is needed: https://nodejs.org")?;
    let major: u32 = version.trim().trim_start_matches('v').split('.').next().unwrap_or("").parse().unwrap_or(0);
    if major < 20 {
        bail!("Node {} is too old; Node 20 or newer is needed", version.trim());
    }
    let path = folder.join("package-lock.json");
    let lock = fs::read(&path).with_context(|| path.display().to_string())?;
    let mark = folder.join("node_modules/.installed-lock");
    if fs::read(&mark).is_ok_and(|known| known == lock) {
        return Ok(());
    }
    let name = match folder.to_str() {
        Some("") | None => "packages from npm".to_owned(),
        Some(folder) => format!("packages from npm for {folder}/"),
    };
    step(&name, || {
        let mut install = program("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        if folder != Path::new("") {
            install.current_dir(folder);
        }
        run(install)?;
        fs::write(&mark, &lock)?;
        Ok(())
    })
}

/// The path of Chromium, installed from Debian if there is none and we may.
pub fn chromium() -> Result<String> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let found = || names.into_iter().find(|name| is_there(name));
    if let (Some(name), true) = (found(), is_there("chromedriver")) {
        return which(name);
    }
    from_debian("Chromium", &["chromium", "chromium-driver"])?;
    match (found(), is_there("chromedriver")) {
        (Some(name), true) => which(name),
        _ => bail!("the tests need Chromium and its driver: apt-get install chromium chromium-driver"),
    }
}

/// The end-to-end tests in Chromium, to be told more before they run.
pub fn end_to_end() -> Result<Command> {
    let mut playwright = program(
        "node",
        &["node_modules/@playwright/test/cli.js", "test", "--config", "tests/e2e/playwright.config.mjs"],
    );
    playwright.env("TINHSO_CHROMIUM", chromium()?);
    Ok(playwright)
}

fn which(name: &str) -> Result<String> {
    Ok(output(program("sh", &["-c", &format!("command -v {name}")]))?.trim().to_owned())
}

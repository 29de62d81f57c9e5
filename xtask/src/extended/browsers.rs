//! The built site in browsers other than Chromium: Firefox, with the end-to-end tests, and WebKit, with the ways that a
//! reader takes most.

use super::{
    Outcome, Whole, needed,
    takeaway::{built, installed},
};
use crate::{
    site,
    steps::{output, program, run},
};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// What Firefox tries where it is not everything that it can be told to do.
const SPECS: [&str; 4] = ["boot.spec", "cases.spec", "offline.spec", "paths.spec"];

/// Firefox, driven by Playwright over WebDriver BiDi.
pub(super) fn firefox(_: &Path, whole: Whole) -> Result<Outcome> {
    let site = needed!(built());
    needed!(installed("firefox-esr", "firefox-esr"));
    let host = site::host_aside(&site, "/")?;
    let mut tests = site::end_to_end()?;
    tests
        .env("TINHSO_BROWSER", "firefox")
        .env("NODE_OPTIONS", "--require ./tests/e2e/engines/firefox.cjs")
        .env("TINHSO_E2E_ROOT", format!("{}/", host.origin))
        .arg("--reporter=dot");
    if whole == Whole::No {
        tests.args(SPECS);
    }
    run(tests)?;
    let version = output(program("firefox-esr", &["--version"]))?;
    Ok(Outcome::Passed(format!(
        "{}: {} found nothing",
        version.trim(),
        if whole == Whole::No { SPECS.join(", ") } else { "everything".to_owned() }
    )))
}

/// WebKit as GTK has it, driven by its own WebDriver on a screen that nobody sees.
pub(super) fn webkit(_: &Path, _: Whole) -> Result<Outcome> {
    let site = needed!(built());
    for (name, package) in [("WebKitWebDriver", "webkit2gtk-driver"), ("xvfb-run", "xvfb")] {
        needed!(installed(name, package));
    }
    // xvfb-run calls it, and Debian only suggests it.
    needed!(installed("xauth", "xauth"));
    let Some(browser) = mini_browser() else {
        return Ok(Outcome::Skipped("WebKit's MiniBrowser is not where Debian has it".to_owned()));
    };
    let host = site::host_aside(&site, "/")?;
    let mut tests = program("xvfb-run", &["-a", "node", "tests/e2e/engines/webkit.mjs"]);
    tests.arg(format!("{}/", host.origin)).arg(browser);
    run(tests)?;
    Ok(Outcome::Passed("WebKit: the ways of a reader, and an embed in a sandbox".to_owned()))
}

/// Where Debian has the browser that comes with WebKit.
fn mini_browser() -> Option<PathBuf> {
    let machine = std::env::consts::ARCH;
    ["4.1", "4.0"]
        .into_iter()
        .map(|version| PathBuf::from(format!("/usr/lib/{machine}-linux-gnu/webkit2gtk-{version}/MiniBrowser")))
        .find(|path| path.exists())
}

//! The pages of a generated record: rendered by the page renderer without style or module, so that only what a page says
//! counts.

use super::measure::by_size;
use crate::steps::{cargo, output, program, run};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

/// The largest page, and the one in the middle, of each kind.
const KINDS: [(&str, &str); 4] = [("indicator", "chi-so"), ("place", "tinh"), ("source", "nguon"), ("theme", "chu-de")];
const SINGLE: [(&str, &str); 4] = [
    ("home", "index.html"),
    ("compare", "so-sanh/index.html"),
    ("sources", "nguon/index.html"),
    ("method", "phuong-phap/index.html"),
];

/// What the build tells the renderer and its time does not depend on.
const UNUSED: [&str; 19] = [
    "style-hash",
    "paper-light",
    "paper-dark",
    "pending",
    "pending-hash",
    "early",
    "early-hash",
    "build",
    "site-script",
    "worker",
    "script",
    "embed-script",
    "embed-style-hash",
    "module",
    "chart",
    "tools",
    "fonts",
    "pictures",
    "picture-cache",
];

/// Renders every page below `out`, and answers with the seconds it took.
///
/// # Errors
/// If the renderer cannot be built or fails.
pub(super) fn render(out: &Path) -> Result<f64> {
    run(cargo(&["build", "--quiet", "--features", "ssr", "--bin", "prerender"]))?;
    let style = out.join("style.css");
    fs::write(&style, "")?;
    let begun = Instant::now();
    let mut prerender = program("target/debug/prerender", &["base=/", "origin=https://tinhso.example"]);
    prerender.arg(format!("data={}", out.join("data/latest").display()));
    prerender.arg(format!("out={}", out.display())).arg(format!("style={}", style.display()));
    prerender.arg(format!("version={}", crate::releases::UNRELEASED));
    prerender.args([&format!("embed-style={}", style.display()), "beside=nothing"]);
    prerender.args(UNUSED.map(|key| format!("{key}=-")));
    output(prerender)?;
    Ok(begun.elapsed().as_secs_f64())
}

/// The pages to be weighed.
///
/// # Errors
/// If a kind of page is missing.
pub(super) fn chosen(out: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut chosen: Vec<(String, PathBuf)> =
        SINGLE.iter().map(|(kind, path)| (format!("page: {kind}"), out.join(path))).collect();
    for (kind, folder) in KINDS {
        let mut pages = Vec::new();
        for entry in fs::read_dir(out.join(folder)).with_context(|| format!("no pages in {folder}"))? {
            let folder = entry?.path();
            if folder.is_dir() {
                let page =
                    by_size(&folder, "html")?.pop().with_context(|| format!("no page in {}", folder.display()))?;
                pages.push((page.metadata()?.len(), page));
            }
        }
        pages.sort();
        let (_, last) = pages.pop().with_context(|| format!("no pages in {folder}"))?;
        let middle = pages.get(pages.len() / 2).map_or_else(|| last.clone(), |(_, page)| page.clone());
        chosen.push((format!("page: {kind}, largest"), last));
        chosen.push((format!("page: {kind}, median"), middle));
    }
    Ok(chosen)
}

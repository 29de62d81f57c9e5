//! `_headers`, which Cloudflare Pages and Netlify read from the site's own files.

use super::rules::{EVERYWHERE, Sort};
use anyhow::{Context, Result};
use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

/// The most rules that Cloudflare Pages reads.
const MOST: usize = 100;

/// Writes it for a built site: `*` is anything. No two rules may give one header to one file, since both hosts would then
/// send both values; so each top folder has a rule of its own, and the guides of embeds stand beside what lies below them.
///
/// # Errors
/// If the folder cannot be read or written, or holds more folders than a host reads rules.
pub fn write(out: &Path, base: &str) -> Result<()> {
    let mut patterns: BTreeSet<(String, &str)> = BTreeSet::new();
    let mut rules = String::new();
    for (folder, prefix) in [(out.to_owned(), String::new()), (out.join("en"), "en/".to_owned())] {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_folder = entry.file_type()?.is_dir();
            let below = format!("{prefix}{name}");
            match below.as_str() {
                "en" | "_headers" => continue,
                "nhung" | "en/embed" => {
                    patterns.insert((format!("{below}/"), Sort::Page.word()));
                    patterns.insert((format!("{below}/:name/*"), Sort::Embed.word()));
                }
                // Of what lies in one folder some files never change.
                "data" => {
                    for (pattern, sort) in [
                        ("data/v/*", Sort::Version),
                        ("data/latest/*", Sort::Open),
                        ("data/schema/*", Sort::Open),
                        ("data/versions.json", Sort::Open),
                        ("data/catalog.jsonld", Sort::Open),
                    ] {
                        patterns.insert((pattern.to_owned(), sort.word()));
                    }
                }
                "index.html" | "en/index.html" => {
                    patterns.insert((prefix.clone(), Sort::Page.word()));
                }
                _ if is_folder => {
                    // Feeds that lie beside pages are sent as those are, which no reader of feeds minds.
                    let sort = match Sort::of(&format!("{below}/")) {
                        Sort::Page if !has_pages(&entry.path()) => Sort::Open,
                        sort => sort,
                    };
                    patterns.insert((format!("{below}/*"), sort.word()));
                }
                _ if below.ends_with(".br") || below.ends_with(".gz") => {}
                _ => {
                    patterns.insert((below.clone(), Sort::of(&below).word()));
                }
            }
        }
    }
    anyhow::ensure!(
        patterns.len() < MOST,
        "{} rules for _headers, and Cloudflare Pages reads {MOST}: put new folders below one that is there",
        patterns.len() + 1
    );
    let _ = writeln!(rules, "# Read by Cloudflare Pages and Netlify; made by the build.\n{base}*");
    for (name, value) in EVERYWHERE {
        let _ = writeln!(rules, "  {name}: {value}");
    }
    for (pattern, word) in patterns {
        let _ = writeln!(rules, "\n{base}{pattern}");
        for (name, value) in Sort::ALL.into_iter().find(|it| it.word() == word).map(Sort::headers).unwrap_or_default() {
            let _ = writeln!(rules, "  {name}: {value}");
        }
    }
    Ok(fs::write(out.join("_headers"), rules)?)
}

/// Whether a document lies in a folder.
fn has_pages(folder: &Path) -> bool {
    let entries = walkdir::WalkDir::new(folder).into_iter().flatten();
    entries.into_iter().any(|it| it.path().extension().is_some_and(|ending| ending == "html"))
}

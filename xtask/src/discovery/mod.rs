//! What lets others find the site and keep it: the map for search engines, the word to robots, and the web manifest.

mod manifest;
mod robots;
mod sitemap;
#[cfg(test)]
mod tests;

use crate::releases::Versions;
use anyhow::{Context, Result, ensure};
pub use manifest::Paper;
use std::{fs, path::Path};
use tinh_so::address::Base;
use url::Url;

/// The style's colours.
const TOKENS: &str = "style/tokens.css";

/// The public address of the site's folder, ending in a slash; `None` where no origin is known.
///
/// # Errors
/// If the origin is something else than a scheme and a host.
pub fn home(origin: &str, base: &str) -> Result<Option<Url>> {
    let origin = origin.trim_end_matches('/');
    if origin.is_empty() {
        return Ok(None);
    }
    let wanted = || format!("--origin is “{origin}”: it must be scheme and host alone, as https://example.org");
    let url = Url::parse(origin).with_context(wanted)?;
    ensure!(matches!(url.scheme(), "http" | "https") && url.host().is_some(), wanted());
    ensure!(url.path() == "/" && url.query().is_none() && url.fragment().is_none(), wanted());
    Ok(Some(url.join(Base::new(base).as_str()).with_context(wanted)?))
}

/// The colour of the page, as the style has it.
///
/// # Errors
/// If the style does not say it plainly.
pub fn paper() -> Result<Paper> {
    manifest::paper(&fs::read_to_string(TOKENS).context(TOKENS)?)
}

/// Writes `sitemap.xml`, `robots.txt` and `site.webmanifest` beside the pages in `out`; says in a line what it did.
///
/// # Errors
/// If a page lacks its twin in the other language, or a file cannot be written.
pub fn write(versions: &Versions, out: &Path, origin: &str, base: &str) -> Result<String> {
    // What a page shows of an unpublished version was modified on no day one could name.
    let date = versions.draft.is_none().then(|| versions.newest().map(|it| it.release.date.to_string())).flatten();
    write_for(home(origin, base)?.as_ref(), &Base::new(base), date.as_deref(), &paper()?, out)
}

fn write_for(home: Option<&Url>, base: &Base, date: Option<&str>, paper: &Paper, out: &Path) -> Result<String> {
    put(out, "robots.txt", &robots::text(home, base))?;
    put(out, "site.webmanifest", &manifest::text(base, paper))?;
    let Some(home) = home else {
        return Ok("no sitemap.xml: it needs the public address (--origin https://…)".to_owned());
    };
    let pages = sitemap::pages(out)?;
    let files = sitemap::files(home, &pages, date, sitemap::LIMITS)?;
    for (name, text) in &files {
        put(out, name, text)?;
    }
    Ok(format!("sitemap.xml: {} addresses in {} file(s)", 2 * pages.len(), files.len()))
}

fn put(out: &Path, name: &str, text: &str) -> Result<()> {
    let path = out.join(name);
    fs::write(&path, text).with_context(|| format!("{}", path.display()))
}

//! Files of earlier builds that pages may still ask for: a reader whose page was loaded before a deploy, and a document that
//! a browser or a CDN still holds, find what they name. Each is kept for so many days after the first build without it.

use anyhow::{Context, Result};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use time::{Date, Duration, macros::format_description};

/// So long they are kept, in days: longer than any cache is told to hold a document.
const DAYS: i64 = 60;

/// Which are kept, and the day since which they are of no build, beside the assets.
const LEDGER: &str = "earlier.json";

/// Copies from the assets of a build before this one what this one no longer has, and writes down since when. How many.
///
/// # Errors
/// If a file cannot be copied, or what was written down cannot be read.
pub fn keep(before: &Path, now: &Path, today: Date) -> Result<usize> {
    let (before, now) = (before.join("assets"), now.join("assets"));
    if !before.is_dir() {
        return Ok(0);
    }
    let form = format_description!("[year]-[month]-[day]");
    let ledger = before.join(LEDGER);
    let known: BTreeMap<String, String> = match fs::read(&ledger) {
        Ok(text) => serde_json::from_slice(&text).with_context(|| format!("{}", ledger.display()))?,
        Err(_) => BTreeMap::new(),
    };
    let own: BTreeSet<String> = names(&now)?;
    let mut kept = BTreeMap::new();
    for name in names(&before)?.into_iter().filter(|name| is_hashed(name) && !own.contains(name)) {
        let since = known.get(&name).map(|day| Date::parse(day, form)).transpose()?.unwrap_or(today);
        if today - since <= Duration::days(DAYS) {
            fs::copy(before.join(&name), now.join(&name)).with_context(|| name.clone())?;
            kept.insert(name, since.format(form)?);
        }
    }
    if !kept.is_empty() {
        fs::write(now.join(LEDGER), serde_json::to_string_pretty(&kept)?)?;
    }
    Ok(kept.len())
}

/// Whether a file is named by its content: `app.0123456789ab.js`, compressed or not.
fn is_hashed(name: &str) -> bool {
    name.split('.').nth(1).is_some_and(|hash| hash.len() == 12 && hash.bytes().all(|it| it.is_ascii_hexdigit()))
}

fn names(folder: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        names.extend(entry?.file_name().into_string().ok());
    }
    Ok(names)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use time::macros::date;

    fn build(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("assets")).unwrap();
        for file in files {
            fs::write(folder.path().join("assets").join(file), file).unwrap();
        }
        folder
    }

    fn hashed(folder: &tempfile::TempDir) -> Vec<String> {
        names(&folder.path().join("assets")).unwrap().into_iter().filter(|name| is_hashed(name)).collect()
    }

    #[test]
    fn pages_of_an_earlier_build_find_their_files_until_nobody_can_have_them_any_longer() {
        let first =
            build(&["app.00000000000a.js", "app.00000000000a.js.br", "chart.0000000000cc.js", "echarts.LICENSE.txt"]);
        let second = build(&["app.00000000000b.js", "chart.0000000000cc.js"]);
        assert_eq!(keep(first.path(), second.path(), date!(2026 - 11 - 01)).unwrap(), 2);
        assert_eq!(
            hashed(&second),
            ["app.00000000000a.js", "app.00000000000a.js.br", "app.00000000000b.js", "chart.0000000000cc.js"]
        );
        let of_first = second.path().join("assets/app.00000000000a.js");
        assert_eq!(fs::read_to_string(of_first).unwrap(), "app.00000000000a.js", "as it was");

        let third = build(&["app.00000000000c.js"]);
        assert_eq!(keep(second.path(), third.path(), date!(2026 - 12 - 31)).unwrap(), 4, "the sixtieth day");
        let fourth = build(&["app.00000000000d.js"]);
        keep(third.path(), fourth.path(), date!(2027 - 01 - 01)).unwrap();
        assert_eq!(
            hashed(&fourth),
            ["app.00000000000b.js", "app.00000000000c.js", "app.00000000000d.js", "chart.0000000000cc.js"]
        );
    }

    #[test]
    fn a_first_build_keeps_nothing() {
        let only = build(&["app.00000000000a.js"]);
        assert_eq!(keep(Path::new("target/there-is-none"), only.path(), date!(2026 - 11 - 01)).unwrap(), 0);
        assert!(!only.path().join("assets").join(LEDGER).exists());
    }
}

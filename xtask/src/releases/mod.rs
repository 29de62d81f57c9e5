//! Published versions of the data: how they are kept, what each changed, and making the next one.

mod difference;
mod patch;
mod reasons;
mod release;
mod store;
#[cfg(test)]
mod tests;

pub use patch::Files;
pub use release::{diff, release, reseal, today};
pub use store::{Published, record, working};

use difference::difference;

use anyhow::Result;
use std::path::Path;
use tinh_so::domain::{Change, Id, Release, Words};

/// What a record is called of which there is no release yet.
pub const UNRELEASED: &str = "2026.01.0-draft";

/// What a build publishes: every release, and last what stands in the data folder if that differs.
#[derive(Debug)]
pub struct Versions {
    /// The releases, oldest first.
    pub published: Vec<Published>,
    /// What is not released yet.
    pub draft: Option<Published>,
}

impl Versions {
    /// The newest, which the pages show.
    pub fn newest(&self) -> Option<&Published> {
        self.draft.as_ref().or(self.published.last())
    }
}

/// All versions of a data folder.
///
/// # Errors
/// If a release was changed, or a table cannot be read.
pub fn versions(data: &Path) -> Result<Versions> {
    let published = store::all(data)?;
    let files = working(data)?;
    let last = published.last();
    if last.is_some_and(|last| last.files == files) {
        return Ok(Versions { published, draft: None });
    }
    let changes = unreleased(data, &published, &files)?;
    let version = match last {
        Some(last) => format!("{}-draft", last.release.version),
        None => UNRELEASED.to_owned(),
    };
    let release = Release {
        version: Id::from(version),
        date: last.map_or_else(today, |last| Ok(last.release.date))?,
        previous: last.map(|last| last.release.version.clone()),
        note: Words::default(),
        changes,
    };
    Ok(Versions { published, draft: Some(Published { release, files, seal: String::new() }) })
}

/// Whether the reasons given for corrections and removals can be read.
///
/// # Errors
/// The first fault, with its line.
pub fn check_reasons(data: &Path) -> Result<()> {
    reasons::read(data).map(|_| ())
}

/// What the data folder changes in the newest release, with the reasons given so far.
fn unreleased(data: &Path, published: &[Published], files: &Files) -> Result<Vec<Change>> {
    let Some(last) = published.last() else { return Ok(Vec::new()) };
    let mut changes = difference(&last.files, files)?;
    reasons::explain(&mut changes, &reasons::read(data)?, "");
    Ok(changes)
}

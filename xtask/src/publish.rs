//! The data side of the site: every released version in a folder of its own, the newest again as `latest`, and the list
//! of versions.

use crate::{
    releases::{self, Published, Versions},
    snapshots::{Contents, Edition, put},
};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// Writes everything below `out/data/`.
///
/// # Errors
/// If a file cannot be written, or a released version no longer comes out as it was published.
pub fn versions(versions: &Versions, out: &Path) -> Result<()> {
    let root = out.join("data");
    let scratch = Path::new("target/releases");
    let newest = versions.newest().context("there is no data version")?.release.version.clone();
    for one in versions.published.iter().chain(&versions.draft) {
        let record = releases::record(one, scratch)?;
        let edition = Edition { record: &record, files: &one.files, release: &one.release };
        let contents = Contents::of(&edition)?;
        let version = &one.release.version;
        // What was published stays: a sealed version must come out byte for byte as it did then.
        if !one.seal.is_empty() && contents.seal() != one.seal {
            bail!(
                "version {version} is published, and this code would publish other bytes for it (see \
                 xtask/src/snapshots.rs, src/snapshot/wire.rs, src/figure/csv.rs). Write the new form only from the \
                 next version on; or, if no version is online anywhere yet, seal anew: cargo xtask release-data --reseal"
            );
        }
        contents.write(&root.join("v").join(&**version))?;
        if *version == newest {
            contents.write(&root.join("latest"))?;
        }
    }
    put(&root.join("versions.json"), list(versions, &newest).to_string().as_bytes())?;
    Ok(())
}

fn list(versions: &Versions, newest: &str) -> serde_json::Value {
    let row = |one: &Published| {
        let release = &one.release;
        let mut row = serde_json::json!({
            "version": &*release.version,
            "date": release.date.to_string(),
            "path": format!("v/{}/", release.version),
        });
        if let Some(previous) = &release.previous {
            row["previous"] = (&**previous).into();
        }
        row
    };
    // The newest first.
    let all: Vec<_> = versions.draft.iter().chain(versions.published.iter().rev()).map(row).collect();
    serde_json::json!({ "latest": newest, "versions": all })
}

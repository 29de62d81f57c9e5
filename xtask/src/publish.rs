//! The data side of the site: every released version in a folder of its own, the newest again as `latest`, and the list
//! of versions.

use crate::{
    releases::{self, Published, Versions},
    snapshots::{Contents, Edition, put},
};
use anyhow::{Context, Result, bail};
use std::{collections::BTreeMap, path::Path};
use tinh_so::domain::Record;

/// Writes everything below `out/data/`; what the newest version says, and how long each of its files is.
///
/// # Errors
/// If a file cannot be written, or a released version no longer comes out as it was published.
pub fn versions(versions: &Versions, out: &Path) -> Result<(Record, BTreeMap<String, u64>)> {
    let root = out.join("data");
    let newest = versions.newest().context("there is no data version")?.release.version.clone();
    let mut latest = None;
    for one in versions.published.iter().chain(&versions.draft) {
        let record = releases::record(one)?;
        let edition = Edition { record: &record, files: &one.files, release: &one.release };
        let contents = Contents::of(&edition)?;
        let version = &one.release.version;
        // What was published stays: a sealed version must come out byte for byte as it did then.
        if !one.seal.is_empty() && contents.seal() != one.seal {
            bail!(
                "version {version} is published, and this code would publish other bytes for it (see \
                 xtask/src/snapshots.rs, src/snapshot/wire.rs, src/figure/csv.rs; or a reason or note of it was changed in \
                 data/reasons.csv or releases.csv). Write the new form only from the \
                 next version on; or, if no version is online anywhere yet, seal anew: cargo xtask release-data --reseal"
            );
        }
        contents.write(&root.join("v").join(&**version))?;
        if *version == newest {
            contents.write(&root.join("latest"))?;
            latest = Some((record, contents.sizes()));
        }
    }
    put(&root.join("versions.json"), list(versions, &newest).to_string().as_bytes())?;
    latest.context("there is no data version")
}

fn list(versions: &Versions, newest: &str) -> serde_json::Value {
    let row = |one: &Published| {
        let release = &one.release;
        let mut row = serde_json::json!({
            "version": &*release.version,
            "date": release.date.to_string(),
            "path": format!("v/{}/", release.version),
        });
        if release.is_draft() {
            row["draft"] = true.into();
        }
        if let Some(previous) = &release.previous {
            row["previous"] = (&**previous).into();
        }
        row
    };
    // The newest first.
    let all: Vec<_> = versions.draft.iter().chain(versions.published.iter().rev()).map(row).collect();
    serde_json::json!({ "latest": newest, "versions": all })
}

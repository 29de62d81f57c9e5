//! The JSON Schemas of the published files, for whoever reads them with other programs than ours.

use crate::snapshots::{Written, put};
use std::path::Path;

macro_rules! schemas {
    ($($name:literal),+ $(,)?) => {
        /// The schemas by name: their text as published.
        pub const SCHEMAS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../schemas/", $name, ".schema.json")))),+];
    };
}

schemas!["index", "catalog", "indicator", "place", "source", "changes", "versions"];

/// Writes the schemas below `out/data/schema/`.
///
/// # Errors
/// If a file cannot be written.
pub fn write(out: &Path) -> anyhow::Result<Vec<Written>> {
    let folder = out.join("data/schema");
    SCHEMAS.iter().map(|(name, text)| put(&folder.join(format!("{name}.schema.json")), text.as_bytes())).collect()
}

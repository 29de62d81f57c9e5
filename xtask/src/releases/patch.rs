//! What one release changed in the files of the record, as text that merges and can be read: a unified difference per
//! file, each under a line with its name.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// The published files of the record by name: the tables, their description, the licence.
pub type Files = BTreeMap<String, String>;

/// Begins the part of one file. No line of a unified difference begins like this.
const FILE: &str = "=== ";

/// The patch from one state to the next; files that do not differ are left out.
pub fn make(before: &Files, after: &Files) -> String {
    let mut text = String::new();
    let mut options = diffy::DiffOptions::new();
    options.set_context_len(1);
    let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for name in names {
        let state = |files: &Files| files.get(name).cloned().unwrap_or_default();
        let (old, new) = (state(before), state(after));
        if old != new {
            text.push_str(&format!("{FILE}{name}\n{}", options.create_patch(&old, &new)));
        }
    }
    text
}

/// Takes the state before to the state after. `name` is the patch's own, for errors.
///
/// # Errors
/// If the patch cannot be read, or does not fit the state.
pub fn apply(name: &str, before: &Files, patch: &str) -> Result<Files> {
    let mut files = before.clone();
    let mut parts: Vec<(&str, usize, usize)> = Vec::new();
    let mut at = 0;
    for line in patch.split_inclusive('\n') {
        if let Some(file) = line.strip_prefix(FILE) {
            parts.push((file.trim_end(), at + line.len(), patch.len()));
            let last = parts.len() - 1;
            if last > 0 {
                parts[last - 1].2 = at;
            }
        } else if parts.is_empty() {
            bail!("{name}:1: expected “{FILE}” and the name of a file");
        }
        at += line.len();
    }
    for (file, from, to) in parts {
        let part = diffy::Patch::from_str(&patch[from..to]).with_context(|| format!("{name}: the part of {file}"))?;
        let old = before.get(file).map_or("", String::as_str);
        let new = diffy::apply(old, &part).with_context(|| format!("{name}: the part of {file} does not fit"))?;
        match new.is_empty() {
            true => files.remove(file),
            false => files.insert(file.to_owned(), new),
        };
    }
    Ok(files)
}

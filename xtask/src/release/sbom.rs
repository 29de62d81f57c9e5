//! What the site is made of, as a bill of materials (CycloneDX 1.5): every package of the two lock files, those whose code is
//! in what is published apart from those that only help to make it.

use crate::steps::{cargo, output};
use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// The packages from npm whose code is in the chart code and in what makes pictures and workbooks, as the banners of those
/// files say (`chart/build.mjs`).
pub(super) const BUNDLED: [&str; 5] = ["echarts", "fflate", "tslib", "write-excel-file", "zrender"];

/// The bill of a version of the project in a folder; the same for the same lock files.
///
/// # Errors
/// If cargo does not answer, or a lock file is not what it was.
pub fn bill(root: &Path, version: &str) -> Result<Value> {
    let mut components = rust(root)?;
    components.extend(npm(&fs::read_to_string(root.join("package-lock.json"))?)?);
    components.push(json!({
        "type": "file",
        "bom-ref": "font:be-vietnam-pro",
        "name": "Be Vietnam Pro, with signs of Noto",
        "scope": "required",
        "licenses": [{ "expression": "OFL-1.1" }],
    }));
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "tinh-so",
                "name": "tinh-so",
                "version": version,
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
        },
        "components": components,
    }))
}

/// The crates: what the module is built from for WebAssembly is required, the rest is not published.
fn rust(root: &Path) -> Result<Vec<Value>> {
    let metadata = |more: &[&str]| -> Result<Value> {
        let args = [&["metadata", "--format-version", "1", "--locked"], more].concat();
        let mut command = cargo(&args);
        command.current_dir(root);
        serde_json::from_str(&output(command)?).context("cargo metadata is not JSON")
    };
    let published = metadata(&["--filter-platform", "wasm32-unknown-unknown", "--features", "tinh-so/hydrate"])?;
    let inside = reached(&published);
    let all = metadata(&["--all-features"])?;
    let checksums = checksums(&fs::read_to_string(root.join("Cargo.lock"))?);
    let mut components = BTreeMap::new();
    for package in all["packages"].as_array().context("no packages")? {
        // Our own are the thing itself.
        if package["source"].is_null() {
            continue;
        }
        let (name, version) = (text(&package["name"]), text(&package["version"]));
        let address = format!("pkg:cargo/{name}@{version}");
        let mut component = json!({
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": version,
            "purl": address,
            "scope": if inside.contains(&text(&package["id"])) { "required" } else { "excluded" },
        });
        if let Some(license) = package["license"].as_str() {
            // As it was written before there was a standard for it.
            component["licenses"] = json!([{ "expression": license.replace(" / ", " OR ").replace('/', " OR ") }]);
        }
        if let Some(sum) = checksums.get(&(name, version)) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
        }
        components.insert(address, component);
    }
    Ok(components.into_values().collect())
}

/// The packages that our own depends on in what it is built from, macros and what only runs in a build left out.
fn reached(metadata: &Value) -> BTreeSet<String> {
    let empty = Vec::new();
    let list = |value: &Value| value.as_array().unwrap_or(&empty).clone();
    let macros: BTreeSet<String> = list(&metadata["packages"])
        .iter()
        .filter(|it| {
            list(&it["targets"]).iter().any(|target| list(&target["kind"]).iter().any(|kind| kind == "proc-macro"))
        })
        .map(|it| text(&it["id"]))
        .collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let own = list(&metadata["packages"]).iter().find(|it| it["name"] == "tinh-so").map(|it| text(&it["id"]));
    let mut queue: Vec<String> = own.into_iter().collect();
    let mut found = BTreeSet::new();
    while let Some(id) = queue.pop() {
        if macros.contains(&id) || !found.insert(id.clone()) {
            continue;
        }
        for dependency in nodes.get(&id).map(|node| list(&node["deps"])).unwrap_or_default() {
            if list(&dependency["dep_kinds"]).iter().any(|it| it["kind"].is_null()) {
                queue.push(text(&dependency["pkg"]));
            }
        }
    }
    found
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The checksums of a `Cargo.lock`, by name and version.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let of = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    let packages = lock.split("[[package]]").skip(1);
    packages.filter_map(|it| Some(((of(it, "name")?, of(it, "version")?), of(it, "checksum")?))).collect()
}

/// The packages of a `package-lock.json` of version 3.
pub(super) fn npm(lock: &str) -> Result<Vec<Value>> {
    let lock: Value = serde_json::from_str(lock).context("package-lock.json is not JSON")?;
    let mut components = BTreeMap::new();
    for (path, package) in lock["packages"].as_object().context("package-lock.json has no packages")? {
        // The first is our own.
        let Some((_, name)) = path.rsplit_once("node_modules/") else { continue };
        let version = text(&package["version"]);
        let address = format!("pkg:npm/{}@{version}", name.replace('@', "%40"));
        let mut component = json!({
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": version,
            "purl": address,
            "scope": if BUNDLED.contains(&name) { "required" } else { "excluded" },
        });
        if let Some(license) = package["license"].as_str() {
            component["licenses"] = json!([{ "expression": license }]);
        }
        if let Some(sum) = package["integrity"].as_str().and_then(|it| it.strip_prefix("sha512-")) {
            let bytes = BASE64_STANDARD.decode(sum).with_context(|| format!("the checksum of {name}"))?;
            let content: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            component["hashes"] = json!([{ "alg": "SHA-512", "content": content }]);
        }
        components.insert(address, component);
    }
    Ok(components.into_values().collect())
}

//! The Data Package (version 2 of the standard): `datapackage.json` read beside the tables it describes, and completed
//! with what only a published version knows.

use super::PACKAGE;
use crate::snapshots::sha256;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tinh_so::domain::{Record, Words};

/// `datapackage.json` with its tables.
#[derive(Debug)]
pub(super) struct Package {
    /// As edited.
    json: Value,
    /// What all of it is called, and what it is.
    pub(super) title: Words,
    pub(super) description: Words,
    /// In the order of the file.
    pub(super) tables: Vec<Table>,
}

/// A table as its resource describes it.
#[derive(Debug)]
pub(super) struct Table {
    /// The resource's name, which is the file's without its ending.
    pub(super) name: String,
    /// What a row is.
    pub(super) description: Words,
    /// Its columns, in order.
    pub(super) fields: Vec<Field>,
    /// Its cells as written.
    pub(super) rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Debug)]
pub(super) struct Field {
    /// As in the header.
    pub(super) name: String,
    /// It holds numbers; everything else is text, whatever it looks like.
    pub(super) is_number: bool,
    /// What it holds.
    pub(super) description: Words,
}

/// Reads `datapackage.json` and the tables it describes.
///
/// # Errors
/// If a table is missing or not described, or its header is not the described one.
pub(super) fn read(tables: &BTreeMap<String, Vec<u8>>) -> Result<Package> {
    let bytes = tables.get(PACKAGE).with_context(|| format!("{PACKAGE} is missing among the tables"))?;
    let json: Value = serde_json::from_slice(bytes).with_context(|| format!("{PACKAGE} is not JSON"))?;
    let resources = json["resources"].as_array().with_context(|| format!("{PACKAGE}: “resources” is missing"))?;
    let described = resources.iter().map(|resource| table(resource, tables)).collect::<Result<Vec<_>>>()?;
    for name in tables.keys().filter_map(|file| file.strip_suffix(".csv")) {
        let known = described.iter().any(|table| table.name == name);
        ensure!(known, "{PACKAGE} does not describe {name}.csv: add a resource for it");
    }
    Ok(Package { title: words(&json, "title"), description: words(&json, "description"), tables: described, json })
}

fn table(resource: &Value, tables: &BTreeMap<String, Vec<u8>>) -> Result<Table> {
    let text = |key: &str| resource[key].as_str().with_context(|| format!("{PACKAGE}: a resource has no “{key}”"));
    let (name, path) = (text("name")?, text("path")?);
    ensure!(path == format!("{name}.csv"), "{PACKAGE}: the path of “{name}” is {path}; expected {name}.csv");
    let bytes =
        tables.get(path).with_context(|| format!("{PACKAGE} describes {path}, which is not among the tables"))?;
    let fields = resource["schema"]["fields"].as_array().into_iter().flatten();
    let fields: Vec<Field> = fields
        .map(|field| Field {
            name: field["name"].as_str().unwrap_or_default().to_owned(),
            is_number: matches!(field["type"].as_str(), Some("number" | "integer")),
            description: words(field, "description"),
        })
        .collect();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let columns: Vec<&str> = fields.iter().map(|field| &*field.name).collect();
    let header = reader.headers().with_context(|| format!("{path} cannot be read"))?;
    if header != columns {
        let found: Vec<&str> = header.iter().collect();
        bail!("{path} has the columns {}; {PACKAGE} describes {}", found.join(","), columns.join(","));
    }
    let rows: Result<Vec<csv::StringRecord>, _> = reader.records().collect();
    let rows = rows.with_context(|| format!("{path} cannot be read"))?;
    let rows = rows.iter().map(|row| row.iter().map(str::to_owned).collect()).collect();
    Ok(Table { name: name.to_owned(), description: words(resource, "description"), fields, rows })
}

/// A text in English under its key, and in Vietnamese under the same with `_vi`; empty where there is none.
fn words(json: &Value, key: &str) -> Words {
    let of = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
    Words::new(&of(&format!("{key}_vi")), &of(key))
}

/// `datapackage.json` as published: with the version, every document, and each table's length and checksum. There is no
/// date of creation: a version is known to the month, and a day would be made up.
///
/// # Errors
/// If it cannot be written as JSON.
pub(super) fn completed(record: &Record, package: &Package, tables: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let mut json = package.json.clone();
    json["version"] = json!(record.version);
    json["sources"] = record.sources.values().map(|source| document(source)).collect();
    for resource in json["resources"].as_array_mut().into_iter().flatten() {
        let path = resource["path"].as_str().unwrap_or_default();
        let bytes = tables.get(path).with_context(|| format!("{path} is not among the tables"))?;
        resource["bytes"] = json!(bytes.len());
        resource["hash"] = json!(format!("sha256:{}", sha256(bytes)));
    }
    let mut text = serde_json::to_vec_pretty(&json)?;
    text.push(b'\n');
    Ok(text)
}

/// A document, with its licence where one is stated; what is not known is left out.
fn document(source: &tinh_so::domain::Source) -> Value {
    let published = source.published.map(|period| period.to_string()).unwrap_or_default();
    let entries = [
        ("name", &*source.id),
        ("title", &source.title),
        ("path", &source.url),
        ("publisher", &source.publisher),
        ("author", &source.author),
        ("published", &published),
        ("kind", source.kind.code()),
        ("series", &source.series),
        ("measured_by", &source.measured_by.en),
        ("measured_by_vi", &source.measured_by.vi),
        ("licence", &source.licence),
    ];
    let known = entries.into_iter().filter(|(_, text)| !text.is_empty());
    Value::Object(known.map(|(key, text)| (key.to_owned(), Value::from(text))).collect())
}

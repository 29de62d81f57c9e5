//! What differs between two states of the record, row by row and cell by cell, from the tables' text alone: so that a
//! version can be compared with one whose tables had other columns.

use super::patch::Files;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use tinh_so::domain::{CellChange, Change, ChangeKind, Id, OBSERVATIONS, Words};

/// A published table: the columns that name a row, and those whose text may be worded anew without a reason.
struct Table {
    name: &'static str,
    key: &'static [&'static str],
    wording: &'static [&'static str],
}

/// The tables in the order in which changes are listed; an editor's answers (`looked_at`) say nothing about the figures. A cell outside `key` and `wording` says something else when it
/// changes: that needs a reason.
const TABLES: &[Table] = &[
    Table {
        name: OBSERVATIONS,
        key: &["place", "indicator", "period", "status", "source"],
        wording: &["note_vi", "note_en"],
    },
    Table {
        name: "indicators",
        key: &["indicator"],
        wording: &["name_vi", "name_en", "theme", "topic", "decimals", "headline", "counterpart"],
    },
    Table { name: "series", key: &["series"], wording: &["name_vi", "name_en"] },
    Table {
        name: "sources",
        key: &["source"],
        wording: &["title", "publisher", "author", "url", "accessed", "note_vi", "note_en"],
    },
    Table { name: "breaks", key: &["indicator", "place", "date", "kind"], wording: &["note_vi", "note_en"] },
    Table {
        name: "set_aside",
        key: &["source", "place", "indicator", "period", "printed"],
        wording: &["note_vi", "note_en"],
    },
    Table { name: "places", key: &["place"], wording: &["name_vi", "name_en", "short_name", "aliases"] },
    Table { name: "lineage", key: &["from", "to"], wording: &["act"] },
    Table { name: "status_changes", key: &["place", "date", "kind"], wording: &["act", "note_vi", "note_en"] },
    Table { name: "themes", key: &["theme"], wording: &["kind", "name_vi", "name_en", "question_vi", "question_en"] },
    Table { name: "topics", key: &["topic"], wording: &["theme", "name_vi", "name_en", "nearest"] },
    Table { name: "units", key: &["unit"], wording: &["name_vi", "name_en", "symbol_vi", "symbol_en"] },
    Table { name: "tiles", key: &["basis", "row", "col"], wording: &["kind", "place", "label_vi", "label_en"] },
];

/// The cells by which an added or removed figure is told.
const TOLD: [&str; 3] = ["value", "qualifier", "missing"];

type Cells = BTreeMap<String, String>;
type Key = Vec<String>;
type Rows = BTreeMap<Key, Cells>;

/// Every change from one state to the next, in the order of the tables and of the rows' names; reasons are empty yet.
///
/// # Errors
/// If a table cannot be read as CSV.
pub fn difference(before: &Files, after: &Files) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    for table in TABLES {
        let (old, new) = (rows(before, table)?, rows(after, table)?);
        let mut gone: Vec<&Vec<String>> = old.keys().filter(|key| !new.contains_key(*key)).collect();
        let mut come: Vec<&Vec<String>> = new.keys().filter(|key| !old.contains_key(*key)).collect();
        if table.name == OBSERVATIONS {
            for (from, to) in moved(&gone, &come, &old, &new) {
                gone.retain(|key| **key != from);
                come.retain(|key| **key != to);
                let pairs = table.key.iter().zip(from.iter().zip(&to)).filter(|(_, (a, b))| a != b);
                let key_cells = pairs.map(|(column, (a, b))| cell(column, a, b));
                let cells = key_cells.chain(differing(&old[&from], &new[&to])).collect();
                changes.push(change(table, &from, ChangeKind::Corrected, cells));
            }
        }
        let told = |cells: &Cells, is_new: bool| {
            let of_figure = TOLD.iter().filter(|_| table.name == OBSERVATIONS);
            let filled =
                of_figure.filter_map(|column| Some((column, cells.get(*column)?))).filter(|(_, text)| !text.is_empty());
            filled.map(|(column, text)| if is_new { cell(column, "", text) } else { cell(column, text, "") }).collect()
        };
        changes.extend(come.iter().map(|key| change(table, key, ChangeKind::Added, told(&new[*key], true))));
        changes.extend(gone.iter().map(|key| change(table, key, ChangeKind::Removed, told(&old[*key], false))));
        for (key, cells) in &old {
            let Some(now) = new.get(key) else { continue };
            let mut changed: Vec<CellChange> = differing(cells, now).collect();
            if !changed.is_empty() {
                let wording = changed.iter().all(|it| table.wording.contains(&&*it.column));
                if table.name == OBSERVATIONS && !wording {
                    // A figure is told whole, before and after: a value without its hedge would say something else.
                    changed.retain(|it| !TOLD.contains(&&*it.column));
                    let text = |cells: &Cells, column: &str| cells.get(column).cloned().unwrap_or_default();
                    let told = TOLD.iter().map(|column| cell(column, &text(cells, column), &text(now, column)));
                    let told = told.filter(|it| !it.before.is_empty() || !it.after.is_empty());
                    changed = told.chain(changed).collect();
                }
                let cells = changed;
                let kind = if wording { ChangeKind::Reworded } else { ChangeKind::Corrected };
                changes.push(change(table, key, kind, cells));
            }
        }
    }
    let place = |change: &Change| TABLES.iter().position(|table| table.name == &*change.table);
    changes.sort_by_cached_key(|it| (place(it), it.kind, it.key.clone()));
    Ok(changes)
}

fn change(table: &Table, key: &[String], kind: ChangeKind, cells: Vec<CellChange>) -> Change {
    let key = key.iter().map(|it| Id::from(it.as_str())).collect();
    Change { table: table.name.into(), key, kind, cells, reason: Words::default() }
}

fn cell(column: &str, before: &str, after: &str) -> CellChange {
    CellChange { column: column.into(), before: before.into(), after: after.into() }
}

/// The cells that differ; a column that one side does not have counts as empty there.
fn differing<'a>(old: &'a Cells, new: &'a Cells) -> impl Iterator<Item = CellChange> + 'a {
    let columns: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    columns.into_iter().filter_map(move |column| {
        let text = |cells: &'a Cells| cells.get(column).map_or("", String::as_str);
        (text(old) != text(new)).then(|| cell(column, text(old), text(new)))
    })
}

/// Figures that only moved: one gone and one come with the same place, source and value, of which a single piece of the
/// name differs (a period, a definition, a status). Where several could be meant, none is taken for moved.
fn moved(gone: &[&Vec<String>], come: &[&Vec<String>], old: &Rows, new: &Rows) -> Vec<(Vec<String>, Vec<String>)> {
    let print = |key: &[String], cells: &Cells| {
        (key[0].clone(), key[4].clone(), cells.get("value").cloned(), cells.get("missing").cloned())
    };
    let mut by_print: BTreeMap<_, (Vec<&Key>, Vec<&Key>)> = BTreeMap::new();
    for key in gone {
        by_print.entry(print(key, &old[*key])).or_default().0.push(key);
    }
    for key in come {
        by_print.entry(print(key, &new[*key])).or_default().1.push(key);
    }
    let pairs = by_print.into_values().filter_map(|(from, to)| match (&from[..], &to[..]) {
        ([from], [to]) if from.iter().zip(to.iter()).filter(|(a, b)| a != b).count() == 1 => {
            Some(((*from).clone(), (*to).clone()))
        }
        _ => None,
    });
    pairs.collect()
}

fn rows(files: &Files, table: &Table) -> Result<Rows> {
    let file = format!("{}.csv", table.name);
    let Some(text) = files.get(&file) else { return Ok(Rows::new()) };
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let header = reader.headers().with_context(|| file.clone())?.clone();
    let mut rows = Rows::new();
    for record in reader.records() {
        let record = record.with_context(|| file.clone())?;
        let mut cells: Cells = header.iter().zip(&record).map(|(column, text)| (column.into(), text.into())).collect();
        let key = table.key.iter().map(|column| cells.remove(*column).unwrap_or_default()).collect();
        rows.insert(key, cells);
    }
    Ok(rows)
}

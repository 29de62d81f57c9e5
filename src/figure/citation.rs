//! How to quote a view: its name, its sources in a line, a sentence, BibTeX and CSL-JSON.
//!
//! BibTeX: `@misc` with `howpublished`-free fields that every style prints. CSL-JSON: type `dataset` of the Citation Style
//! Language's data schema (<https://github.com/citation-style-language/schema>).

use super::{Panel, View};
use crate::{
    domain::{Id, Record, Source, arrange},
    text::{self, Locale},
};
use serde_json::json;
use std::{collections::BTreeMap, sync::Arc};

/// Our part of what is quoted is under this licence; that of each figure belongs to its source.
pub const LICENCE: &str = "CC BY 4.0";

/// Where a view can be found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    /// Its whole address, which follows the newest figures.
    pub address: String,
    /// The whole address of the same view that stays as it is.
    pub pinned: Option<String>,
}

/// What a view is about: the definition, and the places that were chosen.
pub fn title(view: &View, locale: Locale) -> String {
    let mut names: Vec<&str> = view.panels.iter().map(|panel| &**locale.pick(&panel.indicator.name)).collect();
    names.dedup();
    let places: Vec<&str> = view.question.places.iter().map(|place| &**locale.pick(&place.name)).collect();
    let name = names.join("; ");
    if places.is_empty() { name } else { format!("{name}: {}", places.join(", ")) }
}

/// The documents the figures of these panels come from, those with most figures first.
pub fn sources<'a>(panels: impl IntoIterator<Item = &'a Panel>) -> Vec<Arc<Source>> {
    let mut found: BTreeMap<Id, (Arc<Source>, usize)> = BTreeMap::new();
    for row in panels.into_iter().flat_map(Panel::drawn_rows) {
        found.entry(row.source.id.clone()).or_insert_with(|| (row.source.clone(), 0)).1 += 1;
    }
    let found = arrange(found.into_values().collect(), |(_, count)| [-(*count as i64), 0, 0]);
    found.into_iter().map(|(source, _)| source).collect()
}

/// Documents in one line: measurer, publisher and date of at most so many, and how many more.
pub fn sources_line(sources: &[Arc<Source>], most: usize, locale: Locale) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut before: Option<(Option<String>, String)> = None;
    for source in sources.iter().take(most) {
        let (measured, told) = (text::measured(locale, source), text::told(locale, source));
        // Who measured is said once of documents that stand beside each other, and two copies of one day are one.
        let same = measured.is_some() && before.as_ref().is_some_and(|(known, _)| *known == measured);
        if !same || before.as_ref().is_none_or(|(_, known)| *known != told) {
            said.push(if same { told.clone() } else { text::published(locale, source) });
        }
        before = Some((measured, told));
    }
    said.dedup();
    let more = sources.len().saturating_sub(most);
    if more > 0 {
        said.push(locale.either(format!("và {more} nguồn nữa"), format!("and {more} more")));
    }
    said.join("; ")
}

/// A view quoted in a sentence: who, when, what, which version, after whom, where.
pub fn citation(record: &Record, view: &View, at: &Whereabouts, locale: Locale) -> String {
    let (year, version, title) = (year(record), &record.version, title(view, locale));
    let after = sources_line(&sources(&view.panels), 3, locale);
    let pinned = at.pinned.as_ref().map_or_else(String::new, |pinned| {
        locale.either(format!(" (bản cố định: {pinned})"), format!(" (permanent copy: {pinned})"))
    });
    match locale {
        Locale::Vi => {
            format!("Tỉnh Số ({year}). {title}. Bộ số liệu, bản {version}. Theo: {after}. {}{pinned}", at.address)
        }
        Locale::En => {
            format!("Tỉnh Số ({year}). {title}. Data set, version {version}. Source: {after}. {}{pinned}", at.address)
        }
    }
}

/// A view as a BibTeX entry. Braces keep capitals; UTF-8 as every current program reads it.
pub fn bibtex(record: &Record, view: &View, at: &Whereabouts, locale: Locale) -> String {
    let plain = |text: &str| {
        let mut out = String::new();
        for c in text.chars() {
            match c {
                '{' | '}' | '\\' => {}
                '%' | '&' | '#' | '_' | '$' => {
                    out.push('\\');
                    out.push(c);
                }
                _ => out.push(c),
            }
        }
        out
    };
    let note = locale.either("Bộ số liệu, bản", "Data set, version");
    let after = locale.either("Theo", "Source");
    let sources = sources_line(&sources(&view.panels), 3, locale);
    format!(
        "@misc{{{key},\n  author = {{{{Tỉnh Số}}}},\n  title = {{{{{title}}}}},\n  year = {{{year}}},\n  note = {{{note} {version}. {after}: {sources}}},\n  url = {{{url}}}\n}}\n",
        key = key(record, view),
        title = plain(&title(view, locale)),
        year = year(record),
        version = record.version,
        sources = plain(&sources),
        url = at.pinned.as_ref().unwrap_or(&at.address),
    )
}

/// A view as CSL-JSON, which Zotero, Mendeley and Pandoc read.
pub fn csl(record: &Record, view: &View, at: &Whereabouts, locale: Locale) -> String {
    let mut date: Vec<u32> = record.version.split(['.', '-']).take(2).filter_map(|it| it.parse().ok()).collect();
    date.truncate(2);
    let sources = sources_line(&sources(&view.panels), 3, locale);
    let entry = json!([{
        "id": key(record, view),
        "type": "dataset",
        "title": title(view, locale),
        "author": [{ "literal": "Tỉnh Số" }],
        "publisher": "Tỉnh Số",
        "issued": { "date-parts": [date] },
        "version": &*record.version,
        "language": locale.tag(),
        "URL": at.pinned.as_ref().unwrap_or(&at.address),
        "note": format!("{}: {sources}", locale.either("Theo", "Source")),
    }]);
    format!("{entry:#}\n")
}

/// Names an entry: ASCII letters, digits and hyphens.
fn key(record: &Record, view: &View) -> String {
    let what = view.panels.first().map_or("view", |panel| &panel.indicator.id);
    format!("tinh-so-{what}-{}", record.version.replace('.', "-"))
}

fn year(record: &Record) -> &str {
    record.version.split('.').next().unwrap_or_default()
}

//! What a data version changed, as a list: for the page of changes, the home page and the feeds. Corrections and
//! removals stand first and in full, with their reasons; additions are counted by definition.

use crate::{
    address::Page,
    domain::{Change, ChangeKind, Id, Missing, OBSERVATIONS, Record, Release, Status},
    text::{self, Locale},
};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The published versions, newest first; provided by the build.
#[derive(Clone)]
pub struct Releases(pub std::sync::Arc<Vec<Release>>);

/// The files of the newest version with their bytes, for the page of downloads; provided by the build.
#[derive(Clone, Default)]
pub struct PublishedFiles(pub std::sync::Arc<BTreeMap<String, u64>>);

/// The address of the repository, where figures can be sent; empty where none was set. Provided by the build.
#[derive(Clone, Default)]
pub struct Repository(pub String);

/// Where a list of changes stands: its language, what names things, and how pages are linked (feeds need whole
/// addresses).
pub struct Setting<'a> {
    /// The language.
    pub locale: Locale,
    /// Names of places, indicators and documents; what is no longer there is called by its id.
    pub record: &'a Record,
    /// The address of a page.
    pub link: &'a dyn Fn(Page) -> String,
}

impl Setting<'_> {
    fn place(&self, id: &Id) -> Markup {
        match self.record.place(id) {
            Some(place) => self.named(Page::Place(id.clone()), self.locale.pick(&place.name)),
            None => html! { (id) },
        }
    }

    fn indicator(&self, id: &Id) -> Markup {
        match self.record.summary(id) {
            Some(it) => self.named(Page::Indicator(id.clone()), self.locale.pick(&it.name)),
            None => html! { (id) },
        }
    }

    fn source(&self, id: &Id) -> Markup {
        match self.record.source(id) {
            Some(it) => self.named(Page::Source(id.clone()), &text::published(self.locale, it)),
            None => html! { (id) },
        }
    }

    fn named(&self, page: Page, name: &str) -> Markup {
        html! { a href=((self.link)(page)) { (name) } }
    }
}

/// Everything a version changed.
pub fn release_changes(at: &Setting, release: &Release) -> Markup {
    let m = at.locale.messages();
    let of = |table: &str, kind: ChangeKind| -> Vec<&Change> {
        release.changes.iter().filter(|it| &*it.table == table && it.kind == kind).collect()
    };
    let grave: Vec<&Change> = release.changes.iter().filter(|it| it.kind.needs_reason()).collect();
    let added = of(OBSERVATIONS, ChangeKind::Added);
    let definitions = of("indicators", ChangeKind::Added);
    let documents = of("sources", ChangeKind::Added);
    let told = [OBSERVATIONS, "indicators", "sources"];
    let rest: Vec<&Change> = release
        .changes
        .iter()
        .filter(|it| match it.kind {
            ChangeKind::Added => !told.contains(&&*it.table),
            kind => !kind.needs_reason(),
        })
        .collect();
    html! {
        @if release.previous.is_none() { p { (m.changes_first) } }
        @if !grave.is_empty() {
            ul.plain {
                @for alike in groups(&grave) {
                    li {
                        @if let [only] = alike[..] { (one(at, only)) } @else { (together(at, &alike)) }
                    }
                }
            }
        }
        @if !added.is_empty() {
            details {
                summary { (m.new_figures) " (" (added.len()) ")" }
                (by_indicator(at, &added))
            }
        }
        @if !definitions.is_empty() {
            details {
                summary { (m.new_definitions) " (" (definitions.len()) ")" }
                ul.plain { @for it in definitions { @if let Some(id) = it.key.first() { li { (at.indicator(id)) } } } }
            }
        }
        @if !documents.is_empty() {
            details {
                summary { (m.new_documents) " (" (documents.len()) ")" }
                ul.plain {
                    @for id in documents.iter().filter_map(|it| it.key.first()).take(MOST_NAMED) { li { (at.source(id)) } }
                    @if let Some(more) = documents.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
                        li { (at.locale.either(format!("và {more} tài liệu nữa, đều ở trang nguồn"), format!("and {more} more, all on the page of sources"))) }
                    }
                }
            }
        }
        @if !rest.is_empty() {
            details {
                summary { (m.other_changes) " (" (rest.len()) ")" }
                ul.plain { @for change in rest { li { (one(at, change)) } } }
            }
        }
    }
}

/// So many new documents of a version are named; the page of sources has all.
const MOST_NAMED: usize = 100;

/// Fewer changes than these for one reason are told each in full.
const WORTH_GROUPING: usize = 4;

/// Corrections in the order given, those together that one reason explains and that leave every number as it was; each of
/// the others alone.
fn groups<'a>(changes: &[&'a Change]) -> Vec<Vec<&'a Change>> {
    let same_number = |it: &Change| it.cell("value").is_none_or(|cell| cell.before == cell.after);
    let mut groups: Vec<Vec<&Change>> = Vec::new();
    for change in changes {
        let alike = |group: &&mut Vec<&Change>| {
            let first = group[0];
            (&first.table, first.kind, &first.reason) == (&change.table, change.kind, &change.reason)
                && change.kind == ChangeKind::Corrected
                && !change.reason.is_empty()
                && same_number(first)
                && same_number(change)
        };
        match groups.iter_mut().find(alike) {
            Some(group) => group.push(change),
            None => groups.push(vec![change]),
        }
    }
    // What is too few to be told together stands alone again.
    let alone = |group: Vec<&'a Change>| group.into_iter().map(|it| vec![it]).collect();
    groups.into_iter().flat_map(|it| if it.len() < WORTH_GROUPING { alone(it) } else { vec![it] }).collect()
}

/// Many corrections for one reason: how many, why, and what they are about.
fn together(at: &Setting, changes: &[&Change]) -> Markup {
    let (locale, m, first) = (at.locale, at.locale.messages(), changes[0]);
    let what = match &*first.table {
        OBSERVATIONS => locale.either("số liệu", "figures"),
        "indicators" => locale.either("chỉ số", "indicators"),
        "sources" => locale.either("nguồn", "sources"),
        _ => locale.either("dòng", "rows"),
    };
    html! {
        span.kind { (sentence_case(text::change_kind(locale, first.kind))) } ": " (changes.len()) " " (what)
        p.fine { (m.why) ": " (locale.pick(&first.reason)) }
        details {
            summary { (locale.either("Những dòng nào", "Which")) }
            @match &*first.table {
                OBSERVATIONS => { (by_indicator(at, changes)) }
                table => {
                    p {
                        @for (n, id) in changes.iter().filter_map(|it| it.key.first()).enumerate() {
                            @if n > 0 { "; " }
                            @match table {
                                "indicators" => { (at.indicator(id)) }
                                "sources" => { (at.source(id)) }
                                _ => { (id) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The changes of one place's figures, each in full.
pub fn place_changes(at: &Setting, release: &Release, place: &str) -> Markup {
    html! { ul { @for change in release.about_place(place) { li { (one(at, change)) } } } }
}

/// New figures counted by definition, in the record's order.
fn by_indicator(at: &Setting, added: &[&Change]) -> Markup {
    let mut counts: BTreeMap<(usize, &Id), usize> = BTreeMap::new();
    for id in added.iter().filter_map(|it| it.indicator()) {
        let order = at.record.summaries.iter().position(|it| it.id == *id).unwrap_or(usize::MAX);
        *counts.entry((order, id)).or_default() += 1;
    }
    html! {
        ul.plain {
            @for ((_, id), count) in counts {
                li { (at.indicator(id)) " " span.fine { "(" (count) ")" } }
            }
        }
    }
}

/// One change: what was done to which row, before and after, and why.
fn one(at: &Setting, change: &Change) -> Markup {
    let (locale, m) = (at.locale, at.locale.messages());
    html! {
        span.kind { (sentence_case(text::change_kind(locale, change.kind))) } ": "
        @match (&*change.table, change.key.as_slice()) {
            (OBSERVATIONS, [place, indicator, period, status, source]) => {
                (at.place(place)) ", " (at.indicator(indicator)) ", "
                @match period.parse() { Ok(period) => { (text::period(locale, &period)) } Err(_) => { (period) } }
                @if &**status == Status::Target.code() { " (" (m.target) ")" }
                (values(at, change, indicator))
                @if change.cell("source").is_none() { " · " (at.source(source)) }
            }
            ("indicators", [id, ..]) => { (at.indicator(id)) (cells(at, change)) }
            ("sources", [id, ..]) => { (at.source(id)) (cells(at, change)) }
            ("places", [id, ..]) => { (at.place(id)) (cells(at, change)) }
            (table, key) => { code { (table) } " " (key.join(" · ")) (cells(at, change)) }
        }
        @if !change.reason.is_empty() {
            p.fine { (m.why) ": " (locale.pick(&change.reason)) }
        }
    }
}

/// A figure before and after; a figure that came or went, alone.
fn values(at: &Setting, change: &Change, indicator: &Id) -> Markup {
    let (locale, m) = (at.locale, at.locale.messages());
    let indicator = at.record.indicators.get(indicator).map(|it| &**it);
    let before = text::changed_value(locale, change, indicator, false);
    let after = text::changed_value(locale, change, indicator, true);
    let differs = |column: &str| change.cell(column).is_some_and(|it| it.before != it.after);
    let restated = change.kind == ChangeKind::Corrected && ["value", "qualifier", "missing"].into_iter().any(differs);
    html! {
        @match (before, after) {
            (before, after) if restated => {
                @let word = |value: Option<String>, after: bool| value.unwrap_or_else(|| gap(locale, change, after));
                ": " (m.was) " " span.number { (word(before, false)) } ", " (m.now) " " strong.number { (word(after, true)) }
                (cells(at, change))
            }
            (Some(before), Some(after)) if before != after => {
                ": " (m.was) " " span.number { (before) } ", " (m.now) " " strong.number { (after) }
            }
            (Some(only), None) | (None, Some(only)) => { ": " span.number { (only) } }
            _ => { (cells(at, change)) }
        }
    }
}

/// Why there was or is no figure, in a word.
fn gap(locale: Locale, change: &Change, after: bool) -> String {
    let cell = change.cell("missing");
    let code = cell.map(|it| if after { &*it.after } else { &*it.before }).unwrap_or_default();
    let known = Missing::CODES.iter().find(|(_, known)| *known == code);
    known.map_or_else(
        || locale.either("không có số liệu", "no figure").to_owned(),
        |(it, _)| text::missing(locale, *it).to_owned(),
    )
}

/// Cells that are no figure, before and after, by the column's name in the tables.
fn cells(at: &Setting, change: &Change) -> Markup {
    let m = at.locale.messages();
    let shown = change.cells.iter().filter(|it| {
        // Of a text in two languages the reader's own.
        let figure = ["value", "qualifier", "missing"].contains(&&*it.column);
        !figure && !it.column.ends_with(at.locale.either("_en", "_vi"))
    });
    html! {
        @for cell in shown {
            "; " code { (cell.column) } " "
            @if !cell.before.is_empty() { (m.was) " “" (cell.before) "” " }
            @if !cell.after.is_empty() { (m.now) " “" (cell.after) "”" }
        }
    }
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

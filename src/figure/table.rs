//! The table of a panel: every figure drawn, marked or missing, with what explains it, in words; and the breaks between.

use super::{MOST_ROWS, Panel, Row};
use crate::{
    domain::{Break, Flag, Id, Observation, Reading, Status},
    text::{self, Locale},
};
use std::sync::Arc;

/// A line of the table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableLine {
    /// A figure, or the reason there is none.
    Row(TableRow),
    /// A break between the line before and the line after, in words.
    Break(String),
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// The figure itself.
    pub observation: Arc<Observation>,
    /// The place's id.
    pub place: Id,
    /// The place's name.
    pub name: String,
    /// "15", or "15=" where others share it; empty where nothing is ranked.
    pub rank: String,
    /// The figure with its sign, or the reason there is none.
    pub figure: String,
    /// There is no figure.
    pub missing: bool,
    /// It is a target.
    pub target: bool,
    /// Why it is listed and not drawn: another source, an earlier period, a whole that contains the places.
    pub aside: &'static str,
    /// The period, as short as it can be read.
    pub period: String,
    /// The document gives no date of its own for it.
    pub period_inferred: bool,
    /// How it was stated.
    pub stated: &'static str,
    /// Its status flag.
    pub flag: Flag,
    /// The document's id.
    pub source: Id,
    /// Who published it, when.
    pub published: String,
    /// What a reader should know about it.
    pub note: String,
    /// The reader's choice it belongs to.
    pub chosen: Option<u8>,
}

/// The lines of a panel: figures in drawing order with the breaks between them, then what is listed and not drawn.
pub fn table(panel: &Panel, locale: Locale) -> Vec<TableLine> {
    let aside = [
        (&panel.rows, ""),
        (&panel.reference, locale.either("không xếp hạng cùng", "not ranked with the rest")),
        (&panel.also, locale.either("nguồn khác", "other source")),
        (&panel.earlier, locale.either("kỳ trước", "earlier")),
        (&panel.targets, ""),
        (&panel.missing, ""),
    ];
    let mut lines = Vec::new();
    let mut before: Option<&Row> = None;
    for (list, why) in aside {
        let shown = if std::ptr::eq(list, &raw const panel.rows) { list.len() } else { MOST_ROWS };
        for row in list.iter().take(shown) {
            if let Some(before) = before {
                lines.extend(broken(panel, before, row).map(|one| {
                    let year = text::since(locale, &one.date);
                    TableLine::Break(format!("{year}: {}", locale.pick(&one.note)))
                }));
            }
            lines.push(TableLine::Row(line(panel, row, why, locale)));
            before = why.is_empty().then_some(row);
        }
        before = None;
    }
    lines
}

/// The breaks between two figures of one place, and the mergers between a unit of before and one of since.
fn broken<'a>(panel: &'a Panel, before: &'a Row, after: &'a Row) -> impl Iterator<Item = &'a Break> {
    let (a, b) = (&before.observation.period, &after.observation.period);
    let same = before.place.id == after.place.id;
    let parted =
        move |one: &&Break| same && one.lies_between(a, b) && one.concerns(&panel.indicator.id, &after.place.id);
    let era = |row: &Row| (row.place.valid_to.is_some(), row.place.valid_from.is_some());
    let merged = panel.merger.iter().filter(move |_| !same && era(before) != era(after));
    panel.breaks.iter().filter(parted).chain(merged)
}

fn line(panel: &Panel, row: &Row, aside: &'static str, locale: Locale) -> TableRow {
    let o = &row.observation;
    let missing = matches!(o.reading, Reading::Missing(_));
    TableRow {
        observation: o.clone(),
        place: row.place.id.clone(),
        name: locale.pick(&row.place.name).to_string(),
        rank: row.rank.map_or_else(String::new, |rank| match (rank.is_band(), rank.shared) {
            (true, _) if rank.quarter.is_some() => text::rank_of_band(locale, rank, 0),
            (true, _) => format!("{}–{}", rank.place, rank.to),
            (false, shared) => format!("{}{}", rank.place, if shared { "=" } else { "" }),
        }),
        figure: text::signed_figure(locale, o, &panel.indicator),
        missing,
        target: o.status == Status::Target,
        aside,
        period: text::period_short(locale, &o.period),
        period_inferred: o.period_inferred,
        stated: if missing { "" } else { text::qualifier(locale, o.qualifier) },
        flag: Flag::of(o),
        source: row.source.id.clone(),
        published: text::published(locale, &row.source),
        note: locale.pick(&o.note).to_string(),
        chosen: row.chosen,
    }
}

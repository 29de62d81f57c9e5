//! The table of a panel: every figure drawn, marked or missing, with what explains it, in words.

use super::{Panel, Row};
use crate::{
    domain::{Id, Reading, Status},
    text::{self, Locale},
};

/// One line of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
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
    /// The period.
    pub period: String,
    /// The document gives no date of its own for it.
    pub period_inferred: bool,
    /// How it was stated.
    pub stated: &'static str,
    /// The document's id.
    pub source: Id,
    /// Who published it, when.
    pub published: String,
    /// What a reader should know about it.
    pub note: String,
    /// The reader's choice it belongs to.
    pub chosen: Option<u8>,
}

/// The lines of a panel: figures in drawing order, then what other sources state, targets, and missing figures.
pub fn table(panel: &Panel, locale: Locale) -> Vec<TableRow> {
    let lists = [&panel.rows, &panel.also, &panel.targets, &panel.missing];
    lists.into_iter().flatten().map(|row| line(panel, row, locale)).collect()
}

fn line(panel: &Panel, row: &Row, locale: Locale) -> TableRow {
    let o = &row.observation;
    let missing = matches!(o.reading, Reading::Missing(_));
    TableRow {
        place: row.place.id.clone(),
        name: locale.pick(&row.place.name).to_string(),
        rank: row.rank.map_or_else(String::new, |rank| format!("{}{}", rank.place, if rank.shared { "=" } else { "" })),
        figure: text::signed_figure(locale, o, &panel.indicator),
        missing,
        target: o.status == Status::Target,
        period: text::period_short(locale, &o.period),
        period_inferred: o.period_inferred,
        stated: if missing { "" } else { text::qualifier(locale, o.qualifier) },
        source: row.source.id.clone(),
        published: text::published(locale, &row.source),
        note: locale.pick(&o.note).to_string(),
        chosen: row.chosen,
    }
}

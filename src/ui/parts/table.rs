//! The table of a panel: each figure with rank, period, how it was stated, and its source; and the cards behind them.

use super::{
    evidence::{card, card_id},
    rest,
};
use crate::{
    address::Page,
    figure::{self, Panel, TableLine, TableRow},
    text,
    ui::site::Site,
};
use maud::{Markup, PreEscaped, html};

/// A line of a table is at least so high, in CSS pixels.
const LINE: f64 = 40.0;

/// The table of a panel. `caption` says what it is about, `number` tells the panels of a page apart; without one, figures
/// open no cards, and the table's own columns say who stated them.
pub fn figure_table(site: &Site, panel: &Panel, number: Option<usize>, caption: &str) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let ranked = panel.ranked.is_some();
    let lines = figure::table(panel, locale);
    let columns = 5 + usize::from(ranked);
    let tied = lines.iter().any(|line| matches!(line, TableLine::Row(row) if row.rank.ends_with('=')));
    // Breaks are lines of the table, but no rows of the panel.
    let is_row = |line: &&TableLine| matches!(line, TableLine::Row(_));
    let index = |at: usize| lines[..at].iter().filter(is_row).count();
    let body = |from: usize, to: usize| {
        html! {
            @for (at, it) in lines.iter().enumerate().take(to).skip(from) {
                @match it {
                    TableLine::Row(row) => (line(site, row, ranked, number.map(|number| card_id(number, index(at))))),
                    TableLine::Break(words) => tr.break { td colspan=(columns) { (words) } },
                }
            }
        }
    };
    // A few lines more are not worth a second part.
    let fit = rest::fitting(LINE);
    let first = if lines.len() > fit + 6 { fit } else { lines.len() };
    html! {
        div.table-frame tabindex="0" role="region" aria-label={ (m.table) ": " (locale.pick(&panel.indicator.name)) } {
            table data-indicator=(panel.indicator.id) data-ranked[ranked] {
                caption.hidden { (caption) }
                thead {
                    tr {
                        @if ranked { th scope="col" { (m.col_rank) } }
                        th scope="col" { (m.col_place) }
                        th.value scope="col" { (m.col_figure) }
                        th scope="col" { (m.col_period) }
                        th.stated scope="col" { (m.col_stated) }
                        th scope="col" { (m.col_source) }
                    }
                }
                tbody data-rest[first < lines.len()] {
                    (body(0, first))
                    @if first < lines.len() {
                        (PreEscaped(rest::MARKS[0]))
                        (body(first, lines.len()))
                        (PreEscaped(rest::MARKS[1]))
                    }
                }
            }
        }
        @if tied { p.fine { (m.tie) } }
    }
}

/// The cards of all rows: beside the table, since a closed table shows nothing that is inside it.
pub fn cards(site: &Site, panel: &Panel, number: usize) -> Markup {
    html! { @for (n, row) in panel.all().enumerate() { (card(site, panel, (number, n), row)) } }
}

fn line(site: &Site, row: &TableRow, ranked: bool, card: Option<String>) -> Markup {
    let m = site.messages();
    let period = text::period(site.locale(), &row.observation.period);
    let class = match (row.missing, row.target, row.chosen, row.aside) {
        (true, ..) => Some("missing"),
        (_, true, ..) => Some("target"),
        (.., Some(_), _) => Some("chosen"),
        (.., "") => None,
        _ => Some("aside"),
    };
    html! {
        tr class=[class] {
            @if ranked { td.rank.number { (row.rank) } }
            th scope="row" {
                a href=(site.link(Page::Place(row.place.clone()))) { (row.name) }
                @if !row.aside.is_empty() { span.fine { " (" (row.aside) ")" } }
                @if !row.note.is_empty() {
                    abbr.noted title=(m.noted) { "*" }
                    p.note { (row.note) }
                }
            }
            td.number.value {
                @if row.target { "◇ " }
                @match card {
                    Some(card) => button.figure type="button" popovertarget=(card) { (row.figure) },
                    None => (row.figure),
                }
                @if row.target { span.fine { " " (m.target) } }
            }
            td.period data-whole=[(period != row.period).then_some(&period)] {
                (row.period)
                @if row.period_inferred { span.fine { " (" (m.inferred) ")" } }
            }
            td.stated { (row.stated) }
            td.source { a href=(site.link(Page::Source(row.source.clone()))) { (row.published) } }
        }
    }
}

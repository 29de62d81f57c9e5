//! The table of a panel: each figure with rank, period, how it was stated, and its source.

use crate::{
    address::Page,
    figure::{self, Panel, TableRow},
    ui::site::Site,
};
use maud::{Markup, html};

/// The table of a panel. `caption` says what it is about.
pub fn figure_table(site: &Site, panel: &Panel, caption: &str) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let ranked = panel.ranked.is_some();
    let rows = figure::table(panel, locale);
    html! {
        div.table-frame tabindex="0" role="region" aria-label=(m.table) {
            table {
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
                tbody { @for row in &rows { (line(site, row, ranked)) } }
            }
        }
        @if ranked && rows.iter().any(|row| row.rank.ends_with('=')) { p.fine { (m.tie) } }
    }
}

fn line(site: &Site, row: &TableRow, ranked: bool) -> Markup {
    let m = site.messages();
    let class = match (row.missing, row.target, row.chosen) {
        (true, ..) => Some("missing"),
        (_, true, _) => Some("target"),
        (.., Some(_)) => Some("chosen"),
        _ => None,
    };
    html! {
        tr class=[class] {
            @if ranked { td.rank.number { (row.rank) } }
            th scope="row" {
                a href=(site.link(Page::Place(row.place.clone()))) { (row.name) }
                @if !row.note.is_empty() { p.note { (row.note) } }
            }
            td.number.value {
                @if row.target { "◇ " }
                (row.figure)
                @if row.target { span.fine { " " (m.target) } }
            }
            td.period {
                (row.period)
                @if row.period_inferred { span.fine { " (" (m.inferred) ")" } }
            }
            td.stated { (row.stated) }
            td.source { a href=(site.link(Page::Source(row.source.clone()))) { (row.published) } }
        }
    }
}

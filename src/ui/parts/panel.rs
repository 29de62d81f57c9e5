//! One definition's figures: headline, sign, chart or map, what is missing, table.
//!
//! All of it is plain markup, written as text and never taken over.

use super::{
    chart::{WIDTHS, chart},
    evidence, figure_table, progress, rest, sign_line, tile_map,
};
#[cfg(feature = "browser")]
use crate::ui::pages::Pane;
use crate::{
    address::Page,
    domain::{Id, Missing, Place, Reading, ViewKind},
    figure::{self, Panel, View},
    text::{self, Locale},
    ui::site::Site,
};
use maud::{Markup, PreEscaped, html};
use std::sync::Arc;

/// A panel of a view: which of them, and whether it names its indicator (several panels) or the page does.
pub fn panel_view(site: &Site, view: &View, index: usize, named: bool) -> Markup {
    let (locale, data) = (site.locale(), site.data());
    let Some(panel) = view.panels.get(index) else { return html! {} };
    let name = locale.pick(&panel.indicator.name);
    html! {
        section.panel aria-label=(name) {
            div { (above(site, panel, index, named)) }
            @if panel.kind.is_drawn() {
                @let drawn = panel.drawn();
                (chart(site, (&drawn, panel), Some(index), name, &figure::description(&data.record, panel, locale), WIDTHS))
                @if drawn.rows.len() < panel.rows.len() { p.fine { (drawn_of(locale, &drawn, panel)) } }
            }
            @let below = below(site, panel, index);
            // Under a chart there is what fills a screen already.
            @if rest::IN_PARTS && panel.kind != ViewKind::Table && !below.0.contains(rest::MARKS[0]) {
                div data-rest { (PreEscaped(rest::MARKS[0])) (below) (PreEscaped(rest::MARKS[1])) }
            } @else {
                div { (below) }
            }
        }
    }
}

/// How many of the figures are drawn, where not all of them are.
pub fn drawn_of(locale: Locale, drawn: &Panel, table: &Panel) -> String {
    let (few, all, kept) = (drawn.rows.len(), table.rows.len(), drawn.kept(locale));
    let comma = if kept.is_empty() { "" } else { "," };
    locale.either(
        format!("Hình nêu {few} trong {all} số liệu{kept}; bảng bên dưới có đủ."),
        format!("{few} of {all} figures{kept}{comma} are drawn; the table below has all."),
    )
}

fn above(site: &Site, panel: &Panel, number: usize, named: bool) -> Markup {
    let (locale, data) = (site.locale(), site.data());
    let indicator = &panel.indicator;
    html! {
        @if named {
            h2 { a href=(site.link(Page::Indicator(indicator.id.clone()))) { (locale.pick(&indicator.name)) } }
        }
        p.headline { (evidence::said(panel, Some(number), &figure::headline(panel, locale))) }
        p.subtitle { (text::unit_line(locale, indicator)) }
        @if panel.kind == ViewKind::Target {
            p.fine { (site.messages().each_its_own) }
        } @else if panel.has_verdict() {
            (sign_line(&data.record, &panel.verdict, &figure::because(panel, locale), locale))
        }
        (caveat(panel, locale))
        @if site.shown.address.selection.view == Some(ViewKind::Slope) && panel.kind != ViewKind::Slope {
            p.fine { (site.messages().no_two_ends) }
        }
        @if panel.kind == ViewKind::Map { (map(site, panel)) }
        @if panel.kind == ViewKind::Target { (progress::targets(site, panel, Some(number))) }
    }
}

/// What has to be said beside a panel's figures.
pub fn caveat(panel: &Panel, locale: Locale) -> Markup {
    let caveat = figure::caveat(panel, locale);
    html! { @if !caveat.is_empty() { p.fine.caveat { (caveat) } } }
}

/// Whether the table stands open: a short one, or one that was asked for.
fn is_open(panel: &Panel) -> bool {
    panel.rows.len() <= 12 || panel.kind == ViewKind::Table
}

fn table(site: &Site, panel: &Panel, number: usize) -> Markup {
    let caption =
        format!("{}. {}", site.locale().pick(&panel.indicator.name), text::unit_line(site.locale(), &panel.indicator));
    figure_table(site, panel, Some(number), &caption)
}

/// The tables that stand closed. In the browser each is written into its place once the rest is on screen.
#[cfg(feature = "browser")]
pub fn closed_tables(site: &Site, view: &View) -> Vec<Pane> {
    let closed = view.panels.iter().enumerate().filter(|(_, panel)| !is_open(panel));
    closed.map(|(n, panel)| Pane { name: format!("table-{n}").into(), markup: table(site, panel, n) }).collect()
}

fn below(site: &Site, panel: &Panel, number: usize) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let indicator = &panel.indicator;
    let open = is_open(panel);
    let now = open || cfg!(not(feature = "browser"));
    html! {
        (notes(site, panel))
        details.table open[open] {
            summary { (m.table) }
            div data-pane=[(!open).then(|| format!("table-{number}"))] { @if now { (table(site, panel, number)) } }
        }
        (left_out(site, panel))
        p.definition { strong { (m.definition) ": " } (locale.pick(&indicator.definition)) }
    }
}

/// Where the rest is, of more figures than a page holds.
fn left_out(site: &Site, panel: &Panel) -> Markup {
    let (locale, count) = (site.locale(), panel.left_out());
    let file = || {
        let version = site.data().record.version.clone();
        site.base.file(&format!("data/v/{version}/indicators/{}.csv", panel.indicator.id))
    };
    html! {
        @if count > 0 {
            p.fine {
                (text::number(locale, count as f64, None)) " "
                (locale.either("số liệu nữa không liệt kê ở đây: tìm nơi bạn cần ở ô tìm kiếm, hoặc tải ", "more figures are not laid out here: find a place in the search field, or download "))
                a href=(file()) { (locale.either("toàn bộ dạng CSV", "all of them as CSV")) } "."
            }
        }
    }
}

/// What is not in the drawing: breaks, places without a figure, withheld ones.
pub fn notes(site: &Site, panel: &Panel) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let mut notes: Vec<(String, Markup)> = Vec::new();
    for one in panel.breaks.iter().chain(&panel.merger) {
        notes.push((format!("{} {}", m.breaks, text::since(locale, &one.date)), html! { (locale.pick(&one.note)) }));
    }
    for (reason, _) in Missing::CODES {
        let of = |row: &&figure::Row| row.observation.reading == Reading::Missing(*reason);
        let name = |row: &figure::Row| {
            format!("{} ({})", locale.pick(&row.place.name), text::period_short(locale, &row.observation.period))
        };
        let names: Vec<String> = panel.missing.iter().filter(of).map(name).collect();
        if !names.is_empty() {
            let term = format!("{} {} ({})", text::missing_sign(*reason), text::missing(locale, *reason), names.len());
            notes.push((term, listed(&names)));
        }
    }
    if !panel.without.is_empty() {
        let names: Vec<String> = panel.without.iter().map(|place| locale.pick(&place.name).to_string()).collect();
        let words = if panel.period.is_some() { m.places_without_period } else { m.places_without };
        notes.push((format!("{words} ({})", names.len()), listed(&names)));
    }
    if !panel.close.is_empty() {
        let pair = |[a, b]: &[Arc<Place>; 2]| format!("{} – {}", locale.pick(&a.name), locale.pick(&b.name));
        let pairs: Vec<String> = panel.close.iter().map(pair).collect();
        notes.push((format!("{} ({})", m.close_calls, pairs.len()), listed(&pairs)));
    }
    html! {
        @if !notes.is_empty() {
            dl.notes { @for (term, words) in &notes { div { dt { (term) } dd { (words) } } } }
        }
    }
}

/// So many names are written out at the most.
const MOST_NAMES: usize = 200;

/// Names one after the other; of many the first eight, and the rest a touch away.
fn listed(names: &[String]) -> Markup {
    let separator = if names.iter().any(|name| name.contains(" – ")) { "; " } else { ", " };
    html! {
        @if names.len() <= 8 {
            (names.join(separator))
        } @else {
            details.more {
                summary { (names[..6].join(separator)) " … " span.fine { "+" (names.len() - 6) } }
                (names[6..names.len().min(MOST_NAMES)].join(separator))
                @if names.len() > MOST_NAMES { " … +" (names.len() - MOST_NAMES) }
            }
        }
    }
}

/// The map of a panel with its legend.
pub fn map(site: &Site, panel: &Panel) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let mapped = figure::mapped(panel, locale);
    let tint = |id: &Id| mapped.tint(id).clone();
    html! {
        figure.map {
            @if !mapped.levels { p.fine { (m.map_own_reports) } }
            (tile_map(site, panel.basis, &tint, locale.pick(&panel.indicator.name)))
            ul.legend aria-label=(m.legend) {
                @for (step, words) in &mapped.legend {
                    li {
                        span.swatch.tile.{ "t" (step) } aria-hidden="true" {}
                        (words)
                    }
                }
            }
        }
    }
}

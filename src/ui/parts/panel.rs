//! One definition's figures: headline, sign, chart or map, what is missing, table.
//!
//! Only the chart is operated; what stands above and below it is plain markup, written as text and never taken over.

use super::{Chart, Tint, figure_table, map::written, sign_line, tile_map};
use crate::{
    address::Page,
    domain::{Better, Id, UnitKind, ViewKind},
    figure::{self, Panel, View},
    text,
    ui::site::Site,
};
use leptos::prelude::*;
use maud::{Markup, html};
use std::sync::Arc;

/// A panel of a view.
#[component]
pub fn PanelView(
    /// The whole view.
    view: Arc<View>,
    /// Which of its panels.
    index: usize,
    /// Whether the panel names its indicator (several panels) or the page does.
    named: bool,
) -> impl IntoView {
    let site = Site::get();
    let (locale, data) = (site.locale(), site.data());
    let Some(panel) = view.panels.get(index) else { return ().into_any() };
    let name = locale.pick(&panel.indicator.name).to_string();
    let above = above(&site, panel, named).into_string();
    let below = below(&site, panel).into_string();
    let chart = matches!(panel.kind, ViewKind::Bar | ViewKind::Line).then(|| {
        let description = figure::description(&data.record, &view, panel, locale);
        view! { <Chart panel=panel.clone() title=name.clone() description=description/> }
    });
    view! {
        <section class="panel" aria-label=name>
            <div inner_html=above></div>
            {chart}
            <div inner_html=below></div>
        </section>
    }
    .into_any()
}

fn above(site: &Site, panel: &Panel, named: bool) -> Markup {
    let (locale, data) = (site.locale(), site.data());
    let indicator = &panel.indicator;
    html! {
        @if named {
            h2 { a href=(site.link(Page::Indicator(indicator.id.clone()))) { (locale.pick(&indicator.name)) } }
        }
        p.headline { (figure::headline(panel, locale)) }
        p.subtitle { (text::unit_line(locale, indicator)) }
        @if panel.rows.len() > 1 {
            (sign_line(&data.record, &panel.verdict, &figure::because(panel, locale), locale))
        }
        @if panel.kind == ViewKind::Map { (map(site, panel)) }
    }
}

fn below(site: &Site, panel: &Panel) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let indicator = &panel.indicator;
    let few = panel.rows.len() <= 12 || panel.kind == ViewKind::Table;
    let caption = format!("{}. {}", locale.pick(&indicator.name), text::unit_line(locale, indicator));
    html! {
        (notes(site, panel))
        details.table open[few] {
            summary { (m.table) }
            (figure_table(site, panel, &caption))
        }
        p.definition { strong { (m.definition) ": " } (locale.pick(&indicator.definition)) }
    }
}

/// What is not in the drawing: breaks, places without a figure, withheld ones.
fn notes(site: &Site, panel: &Panel) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let mut notes: Vec<(String, String)> = Vec::new();
    for one in &panel.breaks {
        notes.push((format!("{} {}", m.breaks, one.date.last_year()), locale.pick(&one.note).to_string()));
    }
    if !panel.missing.is_empty() {
        let name = |row: &figure::Row| {
            format!("{} ({})", locale.pick(&row.place.name), text::period_short(locale, &row.observation.period))
        };
        notes.push((m.withheld.to_owned(), listed(panel.missing.iter().map(name).collect())));
    }
    if !panel.without.is_empty() {
        let names = panel.without.iter().map(|place| locale.pick(&place.name).to_string()).collect();
        notes.push((format!("{} ({})", m.places_without, panel.without.len()), listed(names)));
    }
    html! {
        @if !notes.is_empty() {
            dl.notes { @for (term, words) in &notes { div { dt { (term) } dd { (words) } } } }
        }
    }
}

/// Names one after the other; of many the first eight and how many there are.
fn listed(names: Vec<String>) -> String {
    match names.len() {
        0..=8 => names.join(", "),
        count => format!("{} … ({count})", names[..8].join(", ")),
    }
}

fn map(site: &Site, panel: &Panel) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let numbers: Vec<f64> = panel.rows.iter().filter_map(|row| row.observation.reading.number()).collect();
    let levels = panel.common && panel.verdict.may_rank();
    let steps = if levels { figure::steps(&numbers) } else { Vec::new() };
    let few = steps.len();
    // Strong is good: where a small number is better, the smallest is the strongest.
    let flipped = panel.indicator.better == Better::Lower;
    let shade = |n: usize| {
        let n = if flipped { few - 1 - n } else { n } as u8;
        if few <= 3 { 1 + 2 * n } else { 1 + n }
    };
    let tint = |id: &Id| {
        let Some(row) = panel.rows.iter().find(|row| row.place.id == *id) else {
            return Tint { step: 9, figure: m.legend_missing.to_owned(), chosen: false };
        };
        let number = row.observation.reading.number().unwrap_or_default();
        let step = steps.iter().position(|s| s.from <= number && number <= s.to).map_or(3, shade);
        let figure = text::signed_figure(locale, &row.observation, &panel.indicator);
        Tint { step, figure, chosen: row.chosen.is_some() }
    };
    let limits = |step: &figure::Step| match panel.indicator.unit.kind {
        UnitKind::Rank => format!("{} – {}", step.from, step.to),
        _ => format!("{} – {}", written(locale, step.from, panel), written(locale, step.to, panel)),
    };
    let mut legend: Vec<(u8, String)> = steps.iter().enumerate().map(|(n, step)| (shade(n), limits(step))).collect();
    if !levels {
        legend.push((3, m.has_figure.to_owned()));
    }
    legend.push((9, m.legend_missing.to_owned()));
    html! {
        figure.map {
            @if !levels { p.fine { (m.map_own_reports) } }
            (tile_map(site, panel.basis, &tint, locale.pick(&panel.indicator.name)))
            ul.legend aria-label=(m.legend) {
                @for (step, words) in &legend {
                    li {
                        svg.swatch viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" {
                            g.tile.{ "t" (step) } { rect width="18" height="18" {} }
                        }
                        (words)
                    }
                }
            }
        }
    }
}

//! One definition's figures: headline, sign, chart or map, what is missing, table.

use super::{Chart, FigureTable, SignLine, TileMap, Tint, map::written};
use crate::{
    address::Page,
    domain::{Better, Id, UnitKind, ViewKind},
    figure::{self, Panel, View},
    text,
    ui::site::Site,
};
use leptos::prelude::*;
use std::sync::Arc;

/// A panel of a view. `level` is the heading's: 2 on the compare page, 3 below another heading.
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
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let Some(panel) = view.panels.get(index).cloned() else { return ().into_any() };
    let indicator = panel.indicator.clone();
    let name = locale.pick(&indicator.name).to_string();
    let headline = figure::headline(&panel, locale);
    let description = figure::description(&data.record, &view, &panel, locale);
    let subtitle = text::unit_line(locale, &indicator);
    let sign = (panel.rows.len() > 1).then(|| {
        let because = figure::because(&panel, locale);
        view! { <SignLine verdict=panel.verdict.clone() because=because locale=locale record=data.clone()/> }
    });
    let heading = named.then(|| {
        let href = site.link(Page::Indicator(indicator.id.clone()));
        view! { <h2><a href=href>{name.clone()}</a></h2> }
    });
    let drawing = match panel.kind {
        ViewKind::Map => map(&panel, &site).into_any(),
        ViewKind::Table => ().into_any(),
        ViewKind::Bar | ViewKind::Line => {
            view! { <Chart panel=panel.clone() title=name.clone() description=description.clone()/> }.into_any()
        }
    };
    let notes = notes(&panel, &site);
    let few = panel.rows.len() <= 12 || panel.kind == ViewKind::Table;
    let table = {
        let caption = format!("{name}. {subtitle}");
        let table = view! { <FigureTable panel=panel.clone() caption=caption/> };
        view! {
            <details class="table" open=few>
                <summary>{m.table}</summary>
                {table}
            </details>
        }
    };
    view! {
        <section class="panel" aria-label=name>
            {heading}
            <p class="headline">{headline}</p>
            <p class="subtitle">{subtitle}</p>
            {sign}
            {drawing}
            {notes}
            {table}
            <p class="definition"><strong>{m.definition}": "</strong>{locale.pick(&indicator.definition).to_string()}</p>
        </section>
    }
    .into_any()
}

/// What is not in the drawing: breaks, places without a figure, withheld ones.
fn notes(panel: &Panel, site: &Site) -> impl IntoView + use<> {
    let (locale, m) = (site.locale(), site.messages());
    let names = |places: Vec<String>| -> String {
        let count = places.len();
        match count {
            0..=8 => places.join(", "),
            _ => format!("{} … ({count})", places[..8].join(", ")),
        }
    };
    let mut notes: Vec<(String, String)> = Vec::new();
    for one in &panel.breaks {
        notes.push((format!("{} {}", m.breaks, one.date.last_year()), locale.pick(&one.note).to_string()));
    }
    if !panel.missing.is_empty() {
        let places = panel.missing.iter().map(|row| {
            format!("{} ({})", locale.pick(&row.place.name), text::period_short(locale, &row.observation.period))
        });
        notes.push((m.withheld.to_owned(), names(places.collect())));
    }
    if !panel.without.is_empty() {
        let places = panel.without.iter().map(|place| locale.pick(&place.name).to_string()).collect();
        notes.push((format!("{} ({})", m.places_without, panel.without.len()), names(places)));
    }
    (!notes.is_empty()).then(|| {
        let items =
            notes.into_iter().map(|(term, words)| view! { <div><dt>{term}</dt><dd>{words}</dd></div> }).collect_view();
        view! { <dl class="notes">{items}</dl> }
    })
}

fn map(panel: &Panel, site: &Site) -> impl IntoView + use<> {
    let (locale, m) = (site.locale(), site.messages());
    let numbers: Vec<f64> = panel.rows.iter().filter_map(|row| row.observation.reading.number()).collect();
    let levels = panel.common && panel.verdict.may_rank();
    let steps = if levels { figure::steps(&numbers) } else { Vec::new() };
    let few = steps.len() as u8;
    // Strong is good: where a small number is better, the smallest is the strongest.
    let flipped = panel.indicator.better == Better::Lower;
    let shade = move |n: usize| {
        let n = if flipped { few as usize - 1 - n } else { n };
        if few <= 3 { 1 + 2 * n as u8 } else { 1 + n as u8 }
    };
    let tint = {
        let (panel, steps) = (panel.clone(), steps.clone());
        move |id: &Id| {
            let Some(row) = panel.rows.iter().find(|row| row.place.id == *id) else {
                return Tint { step: 9, figure: m.legend_missing.to_owned(), chosen: false };
            };
            let number = row.observation.reading.number().unwrap_or_default();
            let step = steps.iter().position(|s| s.from <= number && number <= s.to).map_or(3, shade);
            Tint {
                step,
                figure: text::signed_figure(locale, &row.observation, &panel.indicator),
                chosen: row.chosen.is_some(),
            }
        }
    };
    let label = format!(
        "{}: {}",
        m.map_63.replace("63", &panel.basis.number().to_string()).split(" (").next().unwrap_or_default(),
        locale.pick(&panel.indicator.name)
    );
    let mut legend: Vec<(u8, String)> = steps
        .iter()
        .enumerate()
        .map(|(n, step)| {
            let ends = match panel.indicator.unit.kind {
                UnitKind::Rank => (format!("{}", step.from), format!("{}", step.to)),
                _ => (written(locale, step.from, panel), written(locale, step.to, panel)),
            };
            (shade(n), format!("{} – {}", ends.0, ends.1))
        })
        .collect();
    if !levels {
        legend.push((3, m.has_figure.to_owned()));
    }
    legend.push((9, m.legend_missing.to_owned()));
    let legend = legend
        .into_iter()
        .map(|(step, words)| {
            let class = format!("tile t{step}");
            view! {
                <li>
                    <svg class="swatch" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true"><g class=class><rect width="18" height="18"/></g></svg>
                    {words}
                </li>
            }
        })
        .collect_view();
    view! {
        <figure class="map">
            {(!levels).then(|| view! { <p class="fine">{m.map_own_reports}</p> })}
            <TileMap basis=panel.basis tint=Box::new(tint) label=label/>
            <ul class="legend" aria-label=m.legend>{legend}</ul>
        </figure>
    }
}

//! A chart: the build's static drawing first, the live one in its place when the reader is about to use it.
//!
//! Height depends on the figures alone, so that neither width nor the change to the live chart moves the page. Legend
//! and read-out are ours, in HTML, and say the same to eye, keyboard and screen reader. All of it is plain markup; what
//! happens when it is used is in [`crate::ui::hold`].

use super::{
    super::site::{ChartJob, Site, StaticCharts},
    evidence::card_id,
};
use crate::{
    address::{Life, Page},
    domain::{Qualifier, Status, ViewKind, arrange},
    figure::{self, Panel, Row},
    text,
};
use leptos::prelude::use_context;
use maud::{Markup, PreEscaped, html};

/// The widths the build draws at: a desk's column and a phone's.
pub const WIDTHS: [(u32, &str); 2] = [(680, "drawn wide"), (328, "drawn narrow")];

/// The chart of a panel with its title and description for those who cannot see it. `number` tells the panels of a page
/// apart; without one, figures open no cards. `widths` are those the build draws at, with their classes.
pub fn chart(
    site: &Site,
    panel: &Panel,
    number: Option<usize>,
    title: &str,
    description: &str,
    widths: [(u32, &str); 2],
) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    if panel.rows.is_empty() && panel.targets.is_empty() {
        return html! { p.empty { (locale.either("Chưa có số liệu để vẽ.", "Nothing to draw yet.")) } };
    }
    // On a page that the module leaves alone the drawing is a picture, beside its table.
    let operated = site.shown.address.page.life() == Life::Whole;
    html! {
        figure.chart data-number=[number] {
            (legend(panel, site))
            div.frame tabindex=[operated.then_some("0")] role=(if operated { "application" } else { "group" })
                aria-roledescription=(m.chart) aria-label=(description) {
                @for (width, class) in widths {
                    div class=(class) { (drawn(site, panel, width, title, description)) }
                }
                div.live hidden {}
            }
            figcaption.readout aria-live="polite" hidden[!operated] { (read_out(panel, None, number, site)) }
            p.problem role="status" {}
        }
    }
}

/// The build's drawing; nothing in the browser.
fn drawn(site: &Site, panel: &Panel, width: u32, title: &str, description: &str) -> Markup {
    let Some(charts) = use_context::<StaticCharts>() else { return html! {} };
    let Some(drawing) = figure::drawing(panel, site.locale()) else { return html! {} };
    PreEscaped(charts.take(ChartJob {
        key: job_key(&drawing.option, width, title, description),
        width,
        height: drawing.height,
        option: drawing.option,
        title: title.to_owned(),
        description: description.to_owned(),
    }))
}

/// The row a mark stands for (results first, then targets), and where the table lists it.
fn row(panel: &Panel, index: usize) -> Option<(usize, &Row)> {
    let row = panel.rows.get(index).or_else(|| panel.targets.get(index.checked_sub(panel.rows.len())?))?;
    Some((panel.position(&row.observation)?, row))
}

/// What stands below the chart: the figure under pointer, finger or keyboard, or how to get at one.
pub fn read_out(panel: &Panel, at: Option<usize>, number: Option<usize>, site: &Site) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let operated = site.shown.address.page.life() == Life::Whole;
    let Some((index, row)) = at.and_then(|at| row(panel, at)) else {
        return html! { span.fine { @if operated { (m.chart_keys) } } };
    };
    let o = &row.observation;
    html! {
        strong { (locale.pick(&row.place.name)) } ": "
        strong.number { (text::signed_figure(locale, o, &panel.indicator)) }
        @if let (Some(rank), Some(of)) = (row.rank, panel.ranked) {
            " · " (m.col_rank.to_lowercase()) " " (text::rank_of(rank.place, of)) @if rank.shared { " =" }
        }
        " · "
        @if o.status == Status::Target { (text::status(locale, o.status)) " · " }
        (text::period(locale, &o.period)) @if o.period_inferred { " (" (m.inferred) ")" }
        " · " (text::qualifier(locale, o.qualifier)) " · "
        a href=(site.link(Page::Source(row.source.id.clone()))) { (text::published(locale, &row.source)) }
        " "
        @if let Some(number) = number {
            button.figure type="button" popovertarget=(card_id(number, index)) { (m.evidence) }
        }
    }
}

/// Our own legend: places on a line chart with colour, marker and dash; what ◇ and a hollow bar mean.
fn legend(panel: &Panel, site: &Site) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let mut places: Vec<(u8, &str)> = Vec::new();
    for row in panel.rows.iter().filter(|_| panel.kind == ViewKind::Line) {
        if let Some(chosen) = row.chosen
            && !places.iter().any(|(known, _)| *known == chosen)
        {
            places.push((chosen, locale.pick(&row.place.name)));
        }
    }
    let places = arrange(places, |(chosen, _)| [i64::from(*chosen), 0, 0]);
    let targets = !panel.targets.is_empty() && panel.kind == ViewKind::Bar;
    let estimates = panel.rows.iter().any(|row| row.observation.qualifier == Qualifier::Estimate);
    html! {
        @if !places.is_empty() || targets || estimates {
            ul.legend aria-label=(m.legend) {
                @for (chosen, name) in places {
                    li {
                        svg class={ "swatch line s" (chosen + 1) } viewBox="0 0 28 14" width="28" height="14" aria-hidden="true" {
                            path d="M1 7H27" {}
                            path.marker d=(marker(chosen)) {}
                        }
                        (name)
                    }
                }
                @if targets { li { span.diamond aria-hidden="true" { "◇" } " " (m.legend_target) } }
                @if estimates {
                    li {
                        svg class="swatch hollow" viewBox="0 0 28 14" width="28" height="14" aria-hidden="true" {
                            rect x="2" y="2" width="24" height="10" {}
                        }
                        (m.legend_estimate)
                    }
                }
            }
        }
    }
}

/// The marker's outline in the legend, as the chart draws it.
fn marker(chosen: u8) -> &'static str {
    match chosen % 6 {
        0 => "M9.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
        1 => "M10 3h8v8h-8z",
        2 => "M14 2l5 9h-10z",
        3 => "M14 1.5l5 5.5l-5 5.5l-5 -5.5z",
        4 => {
            "M11.5 3h5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1 -1.5 1.5h-5a1.5 1.5 0 0 1 -1.5 -1.5v-5a1.5 1.5 0 0 1 1.5 -1.5z"
        }
        _ => "M14 12l-3.5 -5.5a4 4 0 1 1 7 0z",
    }
}

/// Names a drawing by all that goes into it.
fn job_key(option: &serde_json::Value, width: u32, title: &str, description: &str) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    (option.to_string(), width, title, description).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

//! A chart: a drawing first, the live one in its place when the reader is about to use it.
//!
//! Height depends on the figures alone, so that neither width nor the change to the live chart moves the page. Legend
//! and read-out are ours, in HTML, and say the same to eye, keyboard and screen reader. All of it is plain markup; what
//! happens when it is used is in `src/browser/charts.js`.

use super::{
    super::site::{OptionFiles, Site},
    rest,
};
use crate::{
    address::Life,
    domain::{Sign, ViewKind},
    figure::{self, Drawing, Panel},
};
#[cfg(feature = "browser")]
use crate::{figure::View, ui::pages::Pane};
use leptos::prelude::use_context;
use maud::{Markup, PreEscaped, html};

/// The widths charts are drawn at: a desk's column and a phone's.
pub const WIDTHS: [(u32, &str); 2] = [(680, "drawn wide"), (328, "drawn narrow")];

/// The chart of a panel with its title and description for those who cannot see it. `number` tells the panels of a page
/// apart; without one, figures open no cards. `widths` are those it is drawn at, with their classes; `table` is the
/// panel whose table stands beside it, which may list more than is drawn: what is pointed at is read out of that table
/// (`src/browser/charts.js`).
pub fn chart(
    site: &Site,
    (panel, table): (&Panel, &Panel),
    number: Option<usize>,
    title: &str,
    description: &str,
    widths: [(u32, &str); 2],
) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let Some(drawing) = figure::drawing(panel, locale) else {
        return html! { p.empty { (locale.either("Chưa tìm thấy số liệu để vẽ.", "No figure found to draw.")) } };
    };
    // On a page that the module leaves alone the drawing is a picture, beside its table.
    let operated = site.shown.address.page.life() == Life::Whole;
    let files = use_context::<OptionFiles>();
    let file =
        files.as_ref().filter(|_| operated).map(|files| site.base.file(&files.name(&drawing.option().to_string())));
    html! {
        figure.chart data-number=(number.unwrap_or(0)) data-kind=(if panel.kind == ViewKind::Bar { "bar" } else { "line" })
            data-height=(drawing.height()) data-marks=[operated.then(|| marks(panel, table, drawing.marks()))]
            data-ranked=[table.ranked] data-option=[&file] {
            (legend(panel, &drawing, site))
            div.frame tabindex=[operated.then_some("0")] role=(if operated { "application" } else { "group" })
                aria-roledescription=(m.chart) aria-label=(description) {
                @for (width, class) in widths {
                    @if rest::is_unseen(class) {
                        div class=(class) data-rest {
                            (PreEscaped(rest::MARKS[0]))
                            (PreEscaped(drawing.svg(width, title, description)))
                            (PreEscaped(rest::MARKS[1]))
                        }
                    } @else if rest::IN_PARTS {
                        div class=(class) { (PreEscaped(drawing.svg_in_parts(width, title, description, rest::MARKS))) }
                    } @else {
                        div class=(class) { (PreEscaped(drawing.svg(width, title, description))) }
                    }
                }
                div.live hidden {}
            }
            @if operated {
                figcaption.readout aria-live="polite" data-evidence=[number.map(|_| m.evidence)] { span.fine { (m.chart_keys) } }
                p.problem role="status" data-words=(m.chart_failed) {}
            }
            // In the browser the option comes right after the view, in an embed with it.
            @if files.is_none() {
                @match number {
                    Some(number) => div hidden data-pane={ "option-" (number) } {},
                    None => (option_markup(&drawing.option().to_string())),
                }
            }
        }
    }
}

/// What live charts begin with: each is written into its place once the rest is on screen.
#[cfg(feature = "browser")]
pub fn later_options(site: &Site, view: &View) -> Vec<Pane> {
    let drawings = view.panels.iter().enumerate();
    let option = |panel: &Panel| Some(figure::drawing(&panel.drawn(), site.locale())?.option());
    let drawings = drawings.filter_map(|(n, panel)| Some((n, option(panel)?)));
    drawings
        .map(|(n, option)| Pane { name: format!("option-{n}").into(), markup: option_markup(&option.to_string()) })
        .collect()
}

/// An option as a text in the page; `<` begins no tag in it.
fn option_markup(option: &str) -> Markup {
    html! { script type="application/json" { (PreEscaped(option.replace('<', "\\u003c"))) } }
}

/// Which row of the table each mark stands for: series after series with `;`, marks with `,`, nothing for a gap.
fn marks(panel: &Panel, table: &Panel, marks: &[Vec<Option<usize>>]) -> String {
    let row = |index: usize| panel.rows.get(index).or_else(|| panel.targets.get(index.checked_sub(panel.rows.len())?));
    let position = |mark: &Option<usize>| {
        let row = mark.and_then(row).and_then(|row| table.position(&row.observation));
        row.map_or_else(String::new, |at| at.to_string())
    };
    let series = |data: &Vec<Option<usize>>| data.iter().map(position).collect::<Vec<_>>().join(",");
    marks.iter().map(series).collect::<Vec<_>>().join(";")
}

/// Our own legend: what ◇, a hollow mark and ≠ on a rule mean. Whose line is which is written beside it.
fn legend(panel: &Panel, drawing: &Drawing, site: &Site) -> Markup {
    let (m, breaks) = (site.messages(), drawing.marks_breaks_by_sign());
    let targets = !panel.targets.is_empty() && panel.kind == ViewKind::Bar;
    let estimates = panel.rows.iter().any(|row| row.observation.qualifier.is_hollow());
    html! {
        @if targets || estimates || breaks {
            ul.legend aria-label=(m.legend) {
                @if breaks {
                    li {
                        span.symbol aria-hidden="true" { (Sign::NotComparable.symbol()) } " "
                        @if !panel.breaks.is_empty() { (m.new_method) }
                        @if !panel.breaks.is_empty() && panel.merger.is_some() { ", " }
                        @if panel.merger.is_some() { (m.new_territory) }
                    }
                }
                @if targets { li { span.diamond aria-hidden="true" { "◇" } " " (m.legend_target) } }
                @if estimates {
                    li {
                        svg class="swatch hollow" viewBox="0 0 28 14" width="28" height="14" aria-hidden="true" {
                            @match drawing.is_of_dots() {
                                true => circle cx="14" cy="7" r="5" {},
                                false => rect x="2" y="2" width="24" height="10" {},
                            }
                        }
                        (m.legend_estimate)
                    }
                }
            }
        }
    }
}

//! A chart: the build's static drawing first, the live one in its place when the reader is about to use it.
//!
//! Height depends on the figures alone, so that neither width nor the change to the live chart moves the page. Legend
//! and read-out are ours, in HTML, and say the same to eye, keyboard and screen reader.

use super::{
    super::site::{ChartJob, Site, StaticCharts},
    evidence::card_id,
};
use crate::{
    address::{Life, Page},
    domain::{Qualifier, ViewKind, arrange},
    figure::{self, Panel, Row},
    text,
};
use leptos::prelude::*;

/// The widths the build draws at: a desk's column and a phone's.
const WIDTHS: [(u32, &str); 2] = [(680, "drawn wide"), (328, "drawn narrow")];

/// The chart of a panel.
#[component]
pub fn Chart(
    /// The figures.
    panel: Panel,
    /// Tells the panels of a page apart; without one, figures open no cards.
    number: Option<usize>,
    /// The chart's name.
    title: String,
    /// The chart in words.
    description: String,
    /// The widths the build draws at, with their classes.
    #[prop(default = WIDTHS)]
    widths: [(u32, &'static str); 2],
) -> impl IntoView {
    let site = Site::get();
    let (locale, m) = (site.locale(), site.messages());
    let Some(drawing) = figure::drawing(&panel, locale) else {
        return view! { <p class="empty">{locale.either("Chưa có số liệu để vẽ.", "Nothing to draw yet.")}</p> }
            .into_any();
    };
    let drawn = widths.map(|(width, class)| {
        let svg = use_context::<StaticCharts>().map(|charts| {
            charts.take(ChartJob {
                key: job_key(&drawing.option, width, &title, &description),
                width,
                height: drawing.height,
                option: drawing.option.clone(),
                title: title.clone(),
                description: description.clone(),
            })
        });
        view! { <div class=class inner_html=svg.unwrap_or_default()></div> }
    });
    let live = NodeRef::<leptos::html::Div>::new();
    let frame = NodeRef::<leptos::html::Div>::new();
    // The row under the pointer, finger or keyboard.
    let at = RwSignal::new(None::<usize>);
    let failed = RwSignal::new(false);
    #[cfg(feature = "browser")]
    live::attach(&site, &panel, drawing, frame, live, at, failed);
    #[cfg(not(feature = "browser"))]
    let _ = drawing;

    let legend = legend(&panel, &site);
    // On a page that the module leaves alone the drawing is a picture, beside its table.
    let operated = site.shown.with_untracked(|it| it.address.page.life() == Life::Whole);
    let (role, stop) = if operated { ("application", Some("0")) } else { ("group", None) };
    let readout = {
        let panel = panel.clone();
        let site = site.clone();
        move || match at.get().and_then(|index| row(&panel, index)) {
            Some((index, row)) => read_out(&panel, row, number.map(|number| card_id(number, index)), &site).into_any(),
            None => view! { <span class="fine">{operated.then_some(m.chart_keys)}</span> }.into_any(),
        }
    };
    view! {
        <figure class="chart">
            {legend}
            <div class="frame" node_ref=frame tabindex=stop role=role aria-roledescription=m.chart aria-label=description>
                {drawn.into_iter().collect_view()}
                <div class="live" node_ref=live hidden></div>
            </div>
            <figcaption class="readout" aria-live="polite" hidden=!operated>{readout}</figcaption>
            {move || failed.get().then(|| view! { <p class="problem" role="status">{m.chart_failed}</p> })}
        </figure>
    }
    .into_any()
}

/// The row a mark stands for (results first, then targets), and where the table lists it.
fn row(panel: &Panel, index: usize) -> Option<(usize, &Row)> {
    let row = panel.rows.get(index).or_else(|| panel.targets.get(index.checked_sub(panel.rows.len())?))?;
    Some((panel.position(&row.observation)?, row))
}

fn read_out(panel: &Panel, row: &Row, card: Option<String>, site: &Site) -> impl IntoView + use<> {
    let (locale, o) = (site.locale(), &row.observation);
    let rank = match (row.rank, panel.ranked) {
        (Some(rank), Some(of)) => {
            format!(
                " · {} {}{}",
                site.messages().col_rank.to_lowercase(),
                text::rank_of(rank.place, of),
                if rank.shared { " =" } else { "" }
            )
        }
        _ => String::new(),
    };
    let target = (o.status == crate::domain::Status::Target).then(|| format!("{} · ", text::status(locale, o.status)));
    let inferred = o.period_inferred.then(|| format!(" ({})", site.messages().inferred));
    view! {
        <strong>{locale.pick(&row.place.name).to_string()}</strong>": "
        <strong class="number">{text::signed_figure(locale, o, &panel.indicator)}</strong>{rank}" · "{target}
        {text::period(locale, &o.period)}{inferred}" · "{text::qualifier(locale, o.qualifier)}" · "
        <a href=site.link(Page::Source(row.source.id.clone()))>{text::published(locale, &row.source)}</a>" "
        {card.map(|card| view! { <button type="button" class="figure" popovertarget=card>{site.messages().evidence}</button> })}
    }
}

/// Our own legend: places on a line chart with colour, marker and dash; what ◇ and a hollow bar mean.
fn legend(panel: &Panel, site: &Site) -> impl IntoView + use<> {
    let (locale, m) = (site.locale(), site.messages());
    let mut items = Vec::new();
    if panel.kind == ViewKind::Line {
        let mut places: Vec<(u8, String)> = Vec::new();
        for row in &panel.rows {
            if let Some(chosen) = row.chosen
                && !places.iter().any(|(known, _)| *known == chosen)
            {
                places.push((chosen, locale.pick(&row.place.name).to_string()));
            }
        }
        for (chosen, name) in arrange(places, |(chosen, _)| [i64::from(*chosen), 0, 0]) {
            let class = format!("swatch line s{}", chosen + 1);
            items.push(view! { <li><svg class=class viewBox="0 0 28 14" width="28" height="14" aria-hidden="true"><path d="M1 7H27"/><path class="marker" d=marker(chosen)/></svg>{name}</li> }.into_any());
        }
    }
    if !panel.targets.is_empty() && panel.kind == ViewKind::Bar {
        items.push(
            view! { <li><span class="diamond" aria-hidden="true">"◇"</span>" "{m.legend_target}</li> }.into_any(),
        );
    }
    if panel.rows.iter().any(|row| row.observation.qualifier == Qualifier::Estimate) {
        items.push(view! { <li><svg class="swatch hollow" viewBox="0 0 28 14" width="28" height="14" aria-hidden="true"><rect x="2" y="2" width="24" height="10"/></svg>{m.legend_estimate}</li> }.into_any());
    }
    (!items.is_empty()).then(|| view! { <ul class="legend" aria-label=m.legend>{items}</ul> })
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

#[cfg(feature = "browser")]
mod live {
    //! The live chart: loaded when the frame is near a pointer, a finger or the focus, or when there is no drawing.

    use super::*;
    use crate::browser::{
        chart::{LiveChart, Touched},
        page,
    };
    use crate::figure::Drawing;
    use leptos::html::Div;
    use std::rc::Rc;

    pub(super) fn attach(
        site: &Site,
        panel: &Panel,
        drawing: Drawing,
        frame: NodeRef<Div>,
        live: NodeRef<Div>,
        at: RwSignal<Option<usize>>,
        failed: RwSignal<bool>,
    ) {
        // Owned by the component: when it goes, the chart is disposed.
        let slot = StoredValue::new_local(None::<LiveChart>);
        let started = StoredValue::new_local(false);
        let height = drawing.height;
        let drawing = Rc::new(drawing);
        let prerendered = site.shown.with_untracked(|it| it.drawn);
        let start = {
            let drawing = drawing.clone();
            move || {
                // Gone, or under way already.
                if started.try_get_value() != Some(false) {
                    return;
                }
                started.set_value(true);
                let drawing = drawing.clone();
                leptos::task::spawn_local(async move {
                    // What is awaited here may outlive the chart: nothing is taken for granted afterwards.
                    let Some((frame, live)) = both(frame, live) else { return };
                    let marks = drawing.marks.clone();
                    let touched = move |touched: Touched| match touched {
                        Touched::Mark { series, datum } => {
                            at.try_set(marks.get(series).and_then(|data| data.get(datum)).copied().flatten());
                        }
                        Touched::Nothing => {}
                    };
                    let made =
                        LiveChart::start(&frame, &live, &drawing.option.to_string(), || !slot.is_disposed(), touched)
                            .await;
                    match made {
                        Ok(chart) => {
                            failed.try_set(false);
                            let _ = slot.try_update_value(|it| *it = chart);
                        }
                        Err(_) => {
                            failed.try_set(true);
                            let _ = started.try_update_value(|it| *it = false);
                        }
                    }
                });
            }
        };
        let order = reading_order(panel, &drawing);
        Effect::new(move |_| {
            let Some((frame, live)) = frame.get().zip(live.get()) else { return };
            page::set_height(&live, height);
            if !prerendered {
                // Nothing is drawn yet: the room is kept until the chart is there.
                page::set_min_height(&frame, height);
            }
            // An embed's module is only here because a reader has touched the chart.
            if !prerendered || page::is_embed() {
                start();
            }
            for event in ["pointerenter", "touchstart", "focusin"] {
                let start = start.clone();
                page::listen(&frame, event, move |_| start());
            }
            let order = order.clone();
            page::listen(&frame, "keydown", move |event| {
                let Ok(event) = wasm_bindgen::JsCast::dyn_into::<leptos::ev::KeyboardEvent>(event) else { return };
                let Some(at_now) = at.try_get_untracked() else { return };
                let now = at_now.and_then(|row| order.iter().position(|(_, _, r)| *r == row));
                let last = order.len().saturating_sub(1);
                let next = match event.key().as_str() {
                    "ArrowDown" | "ArrowRight" => now.map_or(0, |n| (n + 1).min(last)),
                    "ArrowUp" | "ArrowLeft" => now.map_or(last, |n| n.saturating_sub(1)),
                    "Home" => 0,
                    "End" => last,
                    "Escape" => {
                        at.try_set(None);
                        slot.try_with_value(|chart| chart.as_ref().map(LiveChart::calm));
                        return;
                    }
                    _ => return,
                };
                event.prevent_default();
                if let Some((series, datum, row)) = order.get(next) {
                    at.try_set(Some(*row));
                    slot.try_with_value(|chart| chart.as_ref().map(|it| it.point(*series, *datum)));
                }
            });
        });
    }

    /// The frame and the room for the live chart, while they are on the page.
    fn both(frame: NodeRef<Div>, live: NodeRef<Div>) -> Option<(web_sys::HtmlDivElement, web_sys::HtmlDivElement)> {
        frame.try_get_untracked().flatten().zip(live.try_get_untracked().flatten())
    }

    /// The marks in the order in which the keyboard walks them: top to bottom, or along each line.
    fn reading_order(panel: &Panel, drawing: &Drawing) -> Vec<(usize, usize, usize)> {
        let mut order = Vec::new();
        for (series, data) in drawing.marks.iter().enumerate() {
            for (datum, row) in data.iter().enumerate() {
                if let Some(row) = row {
                    order.push((series, datum, *row));
                }
            }
        }
        if panel.kind == ViewKind::Bar {
            order = arrange(order, |(_, _, row)| [*row as i64, 0, 0]);
        }
        order
    }
}

//! The evidence of a figure: what was counted, among whom, when, how it was stated, by whom, and what others say.
//!
//! In tables, headlines and charts a figure is a button that opens its card (the Popover API, no script needed; where a
//! browser lacks it, the table's own columns say the same). In lists a figure opens in its place.

use super::super::site::Site;
use crate::{
    address::Page,
    domain::{Flag, Indicator, Observation, Reading, Source, Status},
    figure::{Panel, Piece, Row, Said, View},
    text,
};
use maud::{Markup, html};
use std::sync::Arc;

/// What the card of a figure says.
pub struct Facts<'a> {
    /// What was stated.
    pub observation: &'a Observation,
    /// What was counted.
    pub indicator: &'a Indicator,
    /// Who stated it.
    pub source: &'a Source,
    /// What other documents say of the same place: figure, period, document.
    pub others: Vec<(&'a Observation, &'a Source)>,
}

/// Definition, period, how it was stated, source with date and link, other sources, flag, note.
pub fn facts(site: &Site, it: &Facts) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let Facts { observation: o, indicator, source, others } = it;
    let stated = match o.reading {
        Reading::Value(_) => text::qualifier(locale, o.qualifier),
        Reading::Missing(reason) => text::missing(locale, reason),
    };
    let note = locale.pick(&o.note);
    html! {
        dl.evidence {
            dt { (m.definition) }
            dd { (locale.pick(&indicator.definition)) }
            @if !locale.pick(&indicator.caveat).is_empty() { dt { (m.caveat) } dd { (locale.pick(&indicator.caveat)) } }
            dt { (m.unit) }
            dd { (text::unit_line(locale, indicator)) }
            dt { (m.period) }
            dd { (text::period(locale, &o.period)) @if o.period_inferred { " (" (m.inferred) ")" } }
            dt { (m.stated) }
            dd {
                @if o.status == Status::Target { (text::status(locale, o.status)) ", " }
                (stated) " " span.fine { "(" (m.flag) " " code { (Flag::of(o).code()) } ")" }
            }
            dt { (m.source) }
            dd {
                a href=(site.link(Page::Source(source.id.clone()))) lang=[text::title_language(locale, &source.title)] {
                    (source.title)
                }
                ", " (text::published(locale, source)) " · " (text::source_kind(locale, source.kind))
                @if !source.url.is_empty() { " · " a href=(source.url) rel="external noopener" { (m.open_source) } }
            }
            @for (words, same) in [(m.others_say, true), (m.others_of_other_times, false)] {
                @let told = || others.iter().filter(|(other, _)| (other.period == o.period) == same);
                @if told().next().is_some() {
                    dt { (words) }
                    dd {
                        @for (n, (other, by)) in told().enumerate() {
                            @if n > 0 { "; " }
                            span.number { (text::signed_figure(locale, other, indicator)) }
                            " (" (text::when(locale, other)) ", "
                            a href=(site.link(Page::Source(by.id.clone()))) { (text::publisher(locale, by)) } ")"
                        }
                    }
                }
            }
            @if !note.is_empty() { dt { (m.note) } dd { (note) } }
        }
    }
}

/// A figure in a list that opens in its place.
#[cfg(feature = "ssr")]
pub fn evidence(site: &Site, it: &Facts) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let o = it.observation;
    let target = o.status == Status::Target;
    let class = match (target, o.reading) {
        (true, _) => "figure target",
        (_, Reading::Missing(_)) => "figure missing",
        _ => "figure",
    };
    html! {
        details class=(class) name="evidence" {
            summary {
                @if target { span.diamond aria-hidden="true" { "◇" } }
                span.number { (text::signed_figure(locale, o, it.indicator)) }
                @if target { " " (m.target) }
            }
            (facts(site, it))
        }
    }
}

/// A figure that leads to a page that has its evidence.
#[cfg(feature = "ssr")]
pub fn evidence_link(href: &str, figure: &str) -> Markup {
    html! { a.figure href=(href) { (figure) } }
}

/// The id of the card of a panel's row.
pub fn card_id(panel: usize, row: usize) -> String {
    format!("f{panel}-{row}")
}

/// The card of a panel's row, opened by any button that names it.
pub fn card(site: &Site, panel: &Panel, (number, row_number): (usize, usize), row: &Row) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let o = &row.observation;
    let others = panel
        .all()
        .filter(|other| other.place.id == row.place.id && other.source.id != row.source.id)
        .filter(|other| other.observation.status == o.status && other.observation.reading.number().is_some())
        .map(|other| (&*other.observation, &*other.source))
        .take(4)
        .collect();
    let facts = facts(site, &Facts { observation: o, indicator: &panel.indicator, source: &row.source, others });
    let id = card_id(number, row_number);
    html! {
        div.card id=(id) popover {
            p.stated-figure {
                strong { (locale.pick(&row.place.name)) } ": "
                strong.number { (text::signed_figure(locale, o, &panel.indicator)) }
            }
            p.fine { (locale.pick(&panel.indicator.name)) }
            (facts)
            button type="button" popovertarget=(id) popovertargetaction="hide" { (m.close) }
        }
    }
}

/// A sentence whose figures open their cards, where the panel has a number to name them by.
pub fn said(panel: &Panel, number: Option<usize>, said: &Said) -> Markup {
    let card = |observation: &Arc<Observation>| Some(card_id(number?, panel.position(observation)?));
    said_with(said, &|observation, text| opening(card(observation), text))
}

/// A sentence about several panels, whose figures open their cards.
pub fn said_of_view(view: &View, said: &Said) -> Markup {
    said_with(said, &|observation, text| {
        let mut panels = view.panels.iter().enumerate();
        opening(panels.find_map(|(n, panel)| Some(card_id(n, panel.position(observation)?))), text)
    })
}

/// A figure that opens a card, or, without one, the figure alone.
fn opening(card: Option<String>, text: &str) -> Markup {
    html! {
        @match card {
            Some(card) => button.figure type="button" popovertarget=(card) { (text) },
            None => span.number { (text) },
        }
    }
}

/// A sentence whose figures lead to a page that has their evidence.
#[cfg(feature = "ssr")]
pub fn said_linked(said: &Said, href: &str) -> Markup {
    said_with(said, &|_, text| evidence_link(href, text))
}

/// A sentence whose figures stand beside it with their evidence.
#[cfg(feature = "ssr")]
pub fn said_plain(said: &Said) -> Markup {
    said_with(said, &|_, text| html! { span.number.repeated { (text) } })
}

fn said_with(said: &Said, figure: &dyn Fn(&Arc<Observation>, &str) -> Markup) -> Markup {
    // A button is a box of its own, and browsers break lines after boxes: the comma that follows a figure stays with it.
    let mark = |n: usize| match said.0.get(n) {
        Some(Piece::Words(words)) => &words[..words.len() - words.trim_start_matches([',', '.', ';', ':', ')']).len()],
        _ => "",
    };
    let follows_figure = |n: usize| n > 0 && matches!(said.0[n - 1], Piece::Figure { .. });
    html! {
        @for (n, piece) in said.0.iter().enumerate() {
            @match piece {
                Piece::Words(words) if follows_figure(n) => (words[mark(n).len()..]),
                Piece::Words(words) => (words),
                Piece::Figure { observation, text } if mark(n + 1).is_empty() => (figure(observation, text)),
                Piece::Figure { observation, text } => span.together { (figure(observation, text)) (mark(n + 1)) },
            }
        }
    }
}

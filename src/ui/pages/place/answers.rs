//! The answer in one screen: a line for each of the four themes. Its own figure of a common measurement with the place's
//! rank; else its own report; else what the units it was formed from reported last, as theirs; else that none was found.

use super::{ranking_link, standing_of};
use crate::{
    address::Page,
    domain::{Answer, AnswerKind, Id, Observation},
    text::{self, Locale},
    ui::{
        parts::{Facts, evidence},
        site::{PageData, Site},
    },
};
use maud::{Markup, html};

/// The lines of the four themes.
pub(super) fn answers(site: &Site, data: &PageData) -> Markup {
    let locale = site.locale();
    let name = |theme: &Id| data.record.theme(theme).map(|it| locale.pick(&it.name).to_string()).unwrap_or_default();
    html! {
        ul.answers {
            @for answer in &data.beside.answers {
                li data-kind=(answer.kind.code()) {
                    a.theme-name href={ "#" (answer.theme) } { (name(&answer.theme)) } " "
                    (told(site, data, answer))
                }
            }
        }
    }
}

fn told(site: &Site, data: &PageData, answer: &Answer) -> Markup {
    let m = site.messages();
    html! {
        @match (answer.kind, &answer.own, &answer.nearest) {
            (AnswerKind::Common, Some(o), _) => { (own(site, data, o)) (ranked(site, data, o)) }
            (AnswerKind::Report, Some(o), _) => {
                (own(site, data, o)) " · "
                span.fine { (if data.record.is_common(o) { m.not_ranked } else { m.own_report }) }
            }
            (AnswerKind::None, _, Some(o)) => {
                span.empty { (m.place_no_theme) } " " span.fine { (m.nearest_is) ": " (own(site, data, o)) }
            }
            (AnswerKind::Lands, ..) => span.empty { (m.place_none_since) },
            _ => span.empty { (m.place_no_theme) },
        }
        (lands(site, data, answer, if answer.kind == AnswerKind::Report { BESIDE_OWN } else { usize::MAX }))
    }
}

/// A figure of the place itself: opens into its evidence, with its name and period.
fn own(site: &Site, data: &PageData, o: &Observation) -> Markup {
    let (locale, record) = (site.locale(), &data.record);
    let (Some(indicator), Some(source)) = (record.indicators.get(&o.indicator), record.source(&o.source)) else {
        return html! {};
    };
    html! {
        span.answer { (evidence(site, &Facts { observation: o, indicator, source, others: Vec::new() })) }
        " " (locale.pick(&indicator.name)) ", " (text::period(locale, &o.period))
    }
}

fn ranked(site: &Site, data: &PageData, o: &Observation) -> Markup {
    let locale = site.locale();
    html! {
        @if let Some(it) = standing_of(data, &o.indicator, &o.period) {
            " · " a href=(ranking_link(site, &o.indicator, o.period, vec![o.place.clone()])) {
                (text::rank_words(locale, it.rank, it.of))
            }
        }
    }
}

/// So many of the units it was formed from stand beside a province's own report in the first screen; its section has all.
const BESIDE_OWN: usize = 2;

/// What the units it was formed from reported last, each by its name and as its own; and of which none was found.
pub(super) fn lands(site: &Site, data: &PageData, answer: &Answer, most: usize) -> Markup {
    let (locale, m, record) = (site.locale(), site.messages(), &data.record);
    let name = |id: &Id| {
        let href = site.link(Page::Place(id.clone()));
        html! { a href=(href) { (record.place(id).map(|it| locale.pick(&it.name).to_string()).unwrap_or_default()) } }
    };
    html! {
        @if !answer.lands.is_empty() {
            @if answer.kind == AnswerKind::Report { p.fine.before {
                    (m.before_merger_each)
                    @if answer.lands.len() > most { " (" (most) "/" (answer.lands.len()) ")" }
                    ":"
                } }
            ul.lands aria-label=(m.before_merger_each) {
                @for o in answer.lands.iter().take(most) { li { (name(&o.place)) ": " (own(site, data, o)) } }
                @if answer.kind == AnswerKind::Lands {
                    @for id in &answer.silent { li { (name(id)) ": " span.fine { (m.none_found) } } }
                }
            }
        }
    }
}

/// The answer in words alone, for a picture: the figure; whose it is and when, with the figures of further units, each
/// with its own period; and what was counted.
pub(super) fn in_words(data: &PageData, answer: &Answer, locale: Locale) -> Option<[String; 3]> {
    let record = &data.record;
    let figure = |o: &Observation| {
        record.indicators.get(&o.indicator).map(|it| text::drawn_figure(locale, o, it)).unwrap_or_default()
    };
    let what = |o: &Observation| {
        record.indicators.get(&o.indicator).map(|it| locale.pick(&it.name).to_string()).unwrap_or_default()
    };
    let stated = |o: &Observation| match text::qualifier_sign(locale, o.qualifier) {
        "" => String::new(),
        _ => format!(" · {}", text::qualifier(locale, o.qualifier)),
    };
    if let Some(o) = &answer.own {
        let standing = standing_of(data, &o.indicator, &o.period).filter(|_| answer.kind == AnswerKind::Common);
        let rank = standing.map_or_else(String::new, |it| format!(" · {}", text::rank_words(locale, it.rank, it.of)));
        // What was counted may be cut short where there is no room; when, what was ranked, and what a sign means, not.
        let when = format!("{}{rank}{}", text::period(locale, &o.period), stated(o));
        return Some([figure(o), when, what(o)]);
    }
    let o = answer.lands.first()?;
    let place =
        |o: &Observation| record.place(&o.place).map(|it| locale.pick(&it.name).to_string()).unwrap_or_default();
    let other = |it: &Observation| match it.period == o.period {
        true => format!("; {} {}", place(it), figure(it)),
        false => format!("; {} {} ({})", place(it), figure(it), text::period(locale, &it.period)),
    };
    let more = answer.lands.iter().skip(1).map(|it| other(it)).collect::<String>();
    let when = format!("{}, {}{}{more}", place(o), text::period(locale, &o.period), stated(o));
    Some([figure(o), when, what(o)])
}

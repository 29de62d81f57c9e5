//! Compare: places by topic by time. The query is a sentence with controls in it; every choice is a new address.
//!
//! Each control says in `data-ask` what it changes ([`crate::figure::Change`]); the module listens to the whole form.

use super::{Pane, notices, opened};
use crate::{
    address::Page,
    domain::{Basis, Id, MOST_PLACES, Observation, Period, Selection, Status, Subject, TimeSpan, ViewKind, arrange},
    figure::{self, View},
    text,
    ui::{
        parts::{PlaceField, panel_view, said_of_view, sign_line},
        site::Site,
    },
};
use leptos::prelude::*;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The compare page.
pub fn page(site: &Site) -> AnyView {
    let m = site.messages();
    let markup = |name: &str| {
        let found = panes(site).into_iter().find(|pane| pane.name == name);
        found.map(|pane| pane.markup.into_string()).unwrap_or_default()
    };
    let of_view = |part: fn(&Site, &View) -> Markup| {
        site.shown.view().map(|view| part(site, view).into_string()).unwrap_or_default()
    };
    let (subject_of, subjects_of) = (of_view(subject), of_view(subjects));
    view! {
        <div class="compare">
            <h1>{m.compare_title}</h1>
            <div data-pane="notices" inner_html=markup("notices")></div>
            <form class="query">
                <div class="subject" inner_html=subject_of></div>
                <div class="part places">
                    <span>{m.compare_in}</span>
                    <div data-pane="chips" inner_html=markup("chips")></div>
                    <PlaceField/>
                    <div data-pane="suggestions" inner_html=markup("suggestions")></div>
                </div>
                <div data-pane="drawn" inner_html=markup("drawn")></div>
            </form>
            <noscript><p class="notices">{m.no_script_view}</p></noscript>
            <div class="results">
                <div data-pane="results" inner_html=markup("results")></div>
                <div inner_html=opened(site)></div>
            </div>
            <div inner_html=subjects_of></div>
        </div>
    }
    .into_any()
}

/// What follows the view.
pub fn panes(site: &Site) -> Vec<Pane> {
    let Some(view) = site.shown.view() else { return vec![Pane { name: "notices".into(), markup: notices(site) }] };
    [
        ("notices", notices(site)),
        ("chips", chips(site, view)),
        ("suggestions", suggestions(site, view)),
        ("drawn", html! { (time(site, view)) (views(site, view)) (lists(site, view)) }),
        ("results", results(site, view)),
    ]
    .map(|(name, markup)| Pane { name: name.into(), markup })
    .into()
}

/// The list of subjects. Three hundred options take a cheap phone longer than the rest of the page: in the document they
/// wait at its end, in a template, for the first sign of a reader (`src/browser/site/reader.js`). They are the same in every
/// view; the module only says which is chosen.
fn subject(site: &Site, view: &View) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let record = &site.shown.data.record;
    let chosen = match &view.question.subject {
        Subject::Topic(id) => record.topic(id).map(|it| whole_topic(site, locale.pick(&it.name))),
        Subject::Indicator(id) => record.summary(id).map(|it| locale.pick(&it.name).to_string()),
    };
    html! {
        label.part {
            span { (m.compare_word) }
            select aria-label=(m.subject_label) data-ask="subject" {
                // What is drawn in the browser from the beginning has nothing to wait for.
                @if cfg!(feature = "csr") {
                    (options(site, view))
                } @else if let Some(name) = chosen {
                    option value=(figure::subject_code(&view.question.subject)) selected { (name) }
                }
            }
        }
    }
}

fn whole_topic(site: &Site, name: &str) -> String {
    format!("{name} – {}", site.messages().whole_topic)
}

/// The template that the list is filled from.
fn subjects(site: &Site, view: &View) -> Markup {
    html! { @if !cfg!(feature = "csr") { template data-options="subject" { (options(site, view)) } } }
}

/// All subjects.
fn options(site: &Site, view: &View) -> Markup {
    let (locale, record) = (site.locale(), &site.shown.data.record);
    let option = |subject: Subject, name: &str| {
        let chosen = subject == view.question.subject;
        html! { option value=(figure::subject_code(&subject)) selected[chosen] { (name) } }
    };
    html! {
        @for topic in &record.topics {
            optgroup label=(locale.pick(&topic.name)) {
                (option(Subject::Topic(topic.id.clone()), &whole_topic(site, locale.pick(&topic.name))))
                @for it in record.answers(&topic.id) {
                    (option(Subject::Indicator(it.id.clone()), locale.pick(&it.name)))
                }
            }
        }
    }
}

fn chips(site: &Site, view: &View) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let places = &view.question.places;
    html! {
        ul.chips {
            @for (n, place) in places.iter().enumerate() {
                li.chip.{ "s" (n + 1) } {
                    span { (locale.pick(&place.name)) }
                    button type="button" data-ask="remove" value=(place.id) aria-label={ (m.remove) " " (locale.pick(&place.name)) } {
                        "×"
                    }
                }
            }
        }
        @if places.len() >= MOST_PLACES { p.fine data-full { (m.place_most) } }
    }
}

/// With fewer than two places: the founding trio, and others with figures under the same subject.
fn suggestions(site: &Site, view: &View) -> Markup {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let q = &view.question;
    if q.places.len() >= 2 {
        return html! {};
    }
    let chosen: Vec<Id> = q.places.iter().map(|place| place.id.clone()).collect();
    let with_figures: BTreeSet<&Id> = data.record.observations.iter().map(|o| &o.place).collect();
    let trio = ["dong-nai-cu", "dong-thap-cu", "binh-thuan"].map(Id::from);
    let mut ids: Vec<Id> = trio.to_vec();
    ids.extend(with_figures.into_iter().filter(|id| !trio.contains(id)).cloned());
    ids.retain(|id| !chosen.contains(id));
    let places = ids.iter().take(6).filter_map(|id| data.record.place(id)).map(|place| {
        let places = chosen.iter().chain([&place.id]).cloned().collect();
        let subject = Some(q.subject.clone());
        let selection = Selection { subject, places, time: q.time, view: q.view, basis: q.basis };
        (site.view_link(Page::Compare, selection), locale.pick(&place.name).to_string())
    });
    html! {
        p.fine { (m.try_these) }
        ul.chips { @for (href, name) in places { li { a href=(href) data-noscroll { "+ " (name) } } } }
    }
}

fn time(site: &Site, view: &View) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let known: BTreeSet<Period> = view.panels.iter().flat_map(|panel| panel.periods.iter().copied()).collect();
    let chosen = view.question.time;
    let one = |key: &str, end: fn(&TimeSpan) -> Period| {
        let chosen = chosen.as_ref().map(end);
        // A period asked for by the address stays in the list even where no panel has it.
        let all: Vec<Period> = known.iter().copied().chain(chosen).collect();
        let mut all = arrange(all, |period| [period.key()[0], period.key()[1], 0]);
        all.dedup();
        html! {
            select data-ask=(key) {
                option value="" selected[chosen.is_none()] { (m.all_time) }
                @for period in all {
                    option value=(period) selected[chosen == Some(period)] { (text::period(locale, &period)) }
                }
            }
        }
    };
    html! {
        fieldset.part {
            legend { (m.compare_when) }
            label { span.hidden { (m.time_from) } (one("from", |t| t.from)) }
            label hidden[chosen.is_none()] { span { (m.time_to) } (one("to", |t| t.to)) }
        }
    }
}

fn views(site: &Site, view: &View) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let current = view.question.view.or(view.panels.first().map(|panel| panel.kind));
    let targets =
        view.question.view == Some(ViewKind::Target) || view.panels.iter().any(|panel| !panel.targets.is_empty());
    let times = view.panels.iter().any(|panel| panel.periods.len() > 1);
    let places = view.question.places.len();
    let idle = |kind: ViewKind| match kind {
        ViewKind::Target => !targets,
        ViewKind::Slope => current != Some(kind) && !(times && places > 0),
        ViewKind::Multiples => current != Some(kind) && !(times && places > 1),
        _ => false,
    };
    html! {
        div.part.views role="group" aria-label=(m.view_label) {
            @for (kind, code) in ViewKind::CODES {
                button type="button" data-ask="view" value=(code) hidden[idle(*kind)]
                    aria-pressed=(if current == Some(*kind) { "true" } else { "false" }) {
                    (text::view_name(locale, *kind))
                }
            }
        }
    }
}

/// Which list of provinces, where all of one are shown: 63 until the mergers, 34 since.
fn lists(site: &Site, view: &View) -> Markup {
    let m = site.messages();
    let current = view.panels.iter().find(|panel| panel.everyone).map(|panel| panel.basis);
    html! {
        div.part.views role="group" aria-label=(m.basis_label) hidden[current.is_none()] {
            @for (basis, name) in [(Basis::Current34, m.map_34), (Basis::Former63, m.map_63)] {
                button type="button" data-ask="basis" value=(basis.number())
                    aria-pressed=(if current == Some(basis) { "true" } else { "false" }) {
                    (name)
                }
            }
        }
    }
}

fn results(site: &Site, view: &View) -> Markup {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    if view.panels.is_empty() && view.question.places.is_empty() {
        return html! { p.empty { (m.no_places) } };
    }
    let said = figure::can_say(view, locale);
    html! {
        @if view.panels.len() > 1 { div { (sign_line(&data.record, &view.verdict, "", locale)) } }
        @if !said.is_empty() {
            div.can-say {
                p { (m.can_say) }
                ul { @for one in &said { li { (said_of_view(view, one)) } } }
                p { (m.cannot_say) }
            }
        }
        (nearest(site, view))
        @if !view.without.is_empty() {
            p.without {
                strong { (if view.question.time.is_some() { m.places_without_then } else { m.places_without }) ": " }
                @for (n, place) in view.without.iter().enumerate() {
                    @if n > 0 { ", " }
                    (locale.pick(&place.name))
                }
            }
            (relatives(site, view))
        }
        div.panels {
            @for n in 0..view.panels.len() {
                // The sign that parts two panels stands on the line between them.
                @if n > 0 { p.parting aria-hidden="true" { span.symbol { (view.verdict.sign.symbol()) } } }
                (panel_view(site, view, n, true))
            }
        }
        @if !view.further.is_empty() {
            section.further {
                h2 { (m.further) }
                p { (m.no_places) }
                ul {
                    @for summary in view.further.iter().filter_map(|id| data.record.summary(id)) {
                        li { a href=(site.link(Page::Indicator(summary.id.clone()))) { (locale.pick(&summary.name)) } }
                    }
                }
            }
        }
    }
}

/// In the place of those without a figure: what they were made of or became part of, where that has one.
fn relatives(site: &Site, view: &View) -> Markup {
    let (locale, m, record) = (site.locale(), site.messages(), &site.shown.data.record);
    let q = &view.question;
    let asked = record.indicators_of(&q.subject);
    let is_result = |o: &Observation| o.status == Status::Actual && o.reading.number().is_some();
    let has_figures = |place: &Id| asked.iter().any(|id| record.figures(id).any(|o| is_result(o) && o.place == *place));
    let mut found = Vec::new();
    for without in &view.without {
        let relatives = record.predecessors(&without.id).into_iter().chain(record.successor(&without.id));
        for place in relatives.filter(|it| has_figures(&it.id) && !q.places.iter().any(|other| other.id == it.id)) {
            let instead = |it: &Id| if *it == without.id { place.id.clone() } else { it.clone() };
            let places = q.places.iter().map(|it| instead(&it.id)).collect();
            let selection =
                Selection { subject: Some(q.subject.clone()), places, time: q.time, view: q.view, basis: q.basis };
            found.push((site.view_link(Page::Compare, selection), locale.pick(&place.name).to_string()));
        }
    }
    html! {
        @if !found.is_empty() {
            p.fine { (m.relatives) }
            ul.chips { @for (href, name) in &found { li { a href=(href) data-noscroll { (name) } } } }
        }
    }
}

/// The nearest common measurement, where what is shown may not be compared.
fn nearest(site: &Site, view: &View) -> Markup {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let summary = match &view.nearest {
        Some(figure::Nearest::Indicator(id)) => data.record.summary(id),
        Some(figure::Nearest::None) => return html! { p.nearest { (m.nearest_none) } },
        None => None,
    };
    let Some((summary, set)) = summary.and_then(|it| Some((it, it.set.as_ref()?))) else { return html! {} };
    let (count, latest) = (set.places, text::period(locale, &set.period));
    let reach = locale.either(format!("{count} tỉnh, thành, {latest}"), format!("{count} places, {latest}"));
    let places = view.question.places.iter().map(|place| place.id.clone()).collect();
    let subject = Some(Subject::Indicator(summary.id.clone()));
    let href = site.view_link(Page::Compare, Selection { subject, places, ..Selection::default() });
    html! {
        p.nearest {
            span.symbol aria-hidden="true" { (set.sign.symbol()) } " " (m.nearest) " "
            a href=(href) data-noscroll { (locale.pick(&summary.name)) } " "
            span.fine { "(" (reach) ")" }
        }
    }
}

//! One indicator: all places, the reader's own highlighted; definition, look-alikes, sources.

#[cfg(feature = "browser")]
use super::Pane;
use super::{notices, opened};
use crate::{
    address::Page,
    domain::{Basis, Id, Indicator, Selection, Subject, TimeSpan, ViewKind},
    figure::{self, Panel, View},
    text,
    ui::{
        parts::{PlaceField, panel_view},
        site::Site,
    },
};
use leptos::prelude::*;
use maud::{Markup, html};
use std::{collections::BTreeMap, sync::Arc};

/// The page of an indicator.
pub fn page(site: &Site) -> AnyView {
    let m = site.messages();
    let [above, after] = [above(site), after(site)].map(|it| it.map(Markup::into_string));
    let (Some(above), Some(after)) = (above, after) else {
        return view! { <p class="empty">{m.not_found_title}</p> }.into_any();
    };
    let [notices, results] = [notices(site), results(site)].map(Markup::into_string);
    view! {
        <div class="indicator">
            <div inner_html=above></div>
            <div data-pane="notices" inner_html=notices></div>
            <div class="query"><PlaceField/></div>
            <div class="results">
                <div data-pane="results" inner_html=results></div>
                <div inner_html=opened(site)></div>
            </div>
            <div inner_html=after></div>
        </div>
    }
    .into_any()
}

/// What follows the view.
#[cfg(feature = "browser")]
pub fn panes(site: &Site) -> Vec<Pane> {
    vec![Pane { name: "notices".into(), markup: notices(site) }, Pane { name: "results".into(), markup: results(site) }]
}

fn results(site: &Site) -> Markup {
    html! {
        @if let Some(view) = site.shown.view() {
            (controls(site, view))
            (panel_view(site, view, 0, false))
        }
    }
}

/// The indicator of the page.
fn indicator(site: &Site) -> Option<Arc<Indicator>> {
    match &site.shown.address.page {
        Page::Indicator(id) => site.data().record.indicators.get(id).cloned(),
        _ => None,
    }
}

fn above(site: &Site) -> Option<Markup> {
    let (locale, data) = (site.locale(), site.data());
    let indicator = indicator(site)?;
    let theme = data.record.theme(&indicator.theme);
    Some(html! {
        @if let Some(theme) = theme {
            p.above { a href=(site.link(Page::Theme(theme.id.clone()))) { (locale.pick(&theme.name)) } }
        }
        h1 { (locale.pick(&indicator.name)) }
    })
}

fn after(site: &Site) -> Option<Markup> {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let indicator = indicator(site)?;
    let alike: Vec<_> = data.record.answers(&indicator.topic).into_iter().filter(|it| it.id != indicator.id).collect();
    let mut counts: BTreeMap<Id, usize> = BTreeMap::new();
    for o in data.record.figures(&indicator.id) {
        *counts.entry(o.source.clone()).or_default() += 1;
    }
    // The documents most figures come from; all of them are in the files.
    let mut sources: Vec<(Id, usize)> = counts.into_iter().collect();
    sources = crate::domain::arrange(sources, |(_, count)| [-(*count as i64), 0, 0]);
    sources.truncate(figure::MOST_ROWS);
    let sources = sources.into_iter().filter_map(|(id, count)| Some((data.record.source(&id)?, count)));
    Some(html! {
        @if !alike.is_empty() && !indicator.topic.starts_with("dti") {
            section {
                h2 { (m.not_the_same) }
                ul.plain {
                    @for it in alike {
                        li {
                            span.symbol aria-hidden="true" { "≠" } " "
                            a href=(site.link(Page::Indicator(it.id.clone()))) { (locale.pick(&it.name)) }
                        }
                    }
                }
            }
        }
        section {
            h2 { (m.sources_title) }
            ul {
                @for (source, count) in sources {
                    li {
                        a href=(site.link(Page::Source(source.id.clone()))) lang=[text::title_language(locale, &source.title)] {
                            (source.title)
                        }
                        ", " (text::published(locale, source)) " (" span.number { (count) } ")"
                    }
                }
            }
        }
    })
}

/// Kinds of chart and periods as plain links: they work as addresses and need no state.
fn controls(site: &Site, view: &View) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let Some(panel) = view.panels.first() else { return html! {} };
    let q = &view.question;
    let page = Page::Indicator(panel.indicator.id.clone());
    let places: Vec<Id> = q.places.iter().map(|place| place.id.clone()).collect();
    let link = |view: Option<ViewKind>, time: Option<TimeSpan>| {
        let selection = Selection { subject: None, places: places.clone(), time, view, basis: q.basis };
        site.view_link(page.clone(), selection)
    };
    let has_targets = site.data().record.summary(&panel.indicator.id).is_some_and(|it| it.targets > 0);
    let kinds = ViewKind::CODES.iter().map(|(kind, _)| *kind).filter(|kind| match kind {
        ViewKind::Line | ViewKind::Slope => !places.is_empty() && panel.periods.len() > 1,
        ViewKind::Multiples => places.len() > 1 && panel.periods.len() > 1,
        ViewKind::Target => panel.kind == ViewKind::Target || has_targets,
        _ => true,
    });
    let newest = newest(panel);
    let compare = Selection {
        subject: Some(Subject::Topic(panel.indicator.topic.clone())),
        places: places.clone(),
        ..Selection::default()
    };
    html! {
        div.controls {
            (eras(site, panel, q.view))
            nav.views aria-label=(m.view_label) {
                @for kind in kinds {
                    (choice(
                        &link((kind != ViewKind::Bar).then_some(kind), q.time),
                        panel.kind == kind,
                        text::view_name(locale, kind),
                    ))
                }
            }
            @if panel.common && panel.periods.len() > 1 && !panel.kind.is_over_time() {
                nav.views aria-label=(m.time_label) {
                    @for period in &panel.periods {
                        (choice(
                            &link(q.view, (Some(*period) != newest).then(|| TimeSpan::one(*period))),
                            panel.period == Some(*period),
                            &text::period_short(locale, period),
                        ))
                    }
                }
            }
            p.fine { a href=(site.view_link(Page::Compare, compare)) { (m.compare_topic) } }
        }
    }
}

/// One choice among several views.
fn choice(href: &str, current: bool, name: &str) -> Markup {
    html! { a href=(href) aria-current=[current.then_some("true")] data-noscroll { (name) } }
}

/// The two lists of provinces as a visible switch: to the other's own indicator where it was published as a set, to the
/// other's figures where there are any, and in words where there are none.
fn eras(site: &Site, panel: &Panel, kind: Option<ViewKind>) -> Markup {
    let (m, data) = (site.messages(), site.data());
    let id = &panel.indicator.id;
    let counterpart = data.record.counterpart(id).map(|it| it.id.clone());
    let href = |basis: Basis| {
        let selection = Selection { view: kind.filter(|kind| !kind.is_over_time()), ..Selection::default() };
        match &counterpart {
            Some(other) => Some(site.view_link(Page::Indicator(other.clone()), selection)),
            None if panel.other_basis => {
                Some(site.view_link(Page::Indicator(id.clone()), Selection { basis: Some(basis), ..selection }))
            }
            None => None,
        }
    };
    html! {
        nav.views.eras aria-label=(m.era_switch) {
            @for (basis, name) in [(Basis::Current34, m.map_34), (Basis::Former63, m.map_63)] {
                @if basis == panel.basis {
                    a aria-current="true" { (name) }
                } @else if let Some(href) = href(basis) {
                    (choice(&href, false, name))
                } @else {
                    span.none { (name) ": " (m.era_none) }
                }
            }
        }
    }
}

/// The period shown when the address names none: left out of links, so that one view has one address.
fn newest(panel: &Panel) -> Option<crate::domain::Period> {
    panel.periods.last().copied().filter(|_| panel.rows.len() > 30)
}

//! One indicator: all places, the reader's own highlighted; definition, look-alikes, sources.

use super::notices;
use crate::{
    address::{Address, Page},
    domain::{Basis, Id, Selection, Subject, TimeSpan, ViewKind},
    figure::{self, Panel, View},
    text,
    ui::{
        parts::{PanelView, PlaceSearch, Take},
        site::{Shown, Site},
    },
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The page of an indicator.
#[component]
pub fn IndicatorPage(
    /// Which.
    id: Id,
) -> impl IntoView {
    let site = Site::get();
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let Some(indicator) = data.record.indicators.get(&id).cloned() else {
        return view! { <p class="empty">{m.not_found_title}</p> }.into_any();
    };
    let shown = site.shown;
    let view = Memo::new(move |_| shown.with(Shown::indicator_view));
    let panel = {
        let site = site.clone();
        move || {
            view.get().map(|view| view! { {controls(&site, &view)}<PanelView view=view.clone() index=0 named=false/><Take view=view/> })
        }
    };
    let go = site.go;
    let page = Page::Indicator(id.clone());
    let add = Callback::new(move |place: Id| {
        let mut selection = shown.with_untracked(|it| it.address.selection.clone());
        selection.subject = None;
        if !selection.places.contains(&place) {
            selection.places.push(place);
            selection.places.truncate(crate::domain::MOST_PLACES);
        }
        go.run((Address { locale, page: page.clone(), selection }, true));
    });
    let theme = data.record.theme(&indicator.theme).map(|it| {
        let href = site.link(Page::Theme(it.id.clone()));
        view! { <p class="above"><a href=href>{locale.pick(&it.name).to_string()}</a></p> }
    });
    let alike: Vec<_> = data.record.answers(&indicator.topic).into_iter().filter(|it| it.id != id).collect();
    let alike = (!alike.is_empty() && !indicator.topic.starts_with("dti")).then(|| {
        let items = alike
            .iter()
            .map(|it| {
                let href = site.link(Page::Indicator(it.id.clone()));
                view! { <li><span class="symbol" aria-hidden="true">"≠"</span>" "<a href=href>{locale.pick(&it.name).to_string()}</a></li> }
            })
            .collect_view();
        view! { <section><h2>{m.not_the_same}</h2><ul class="plain">{items}</ul></section> }
    });
    let mut sources: BTreeMap<Id, usize> = BTreeMap::new();
    for o in data.record.figures(&id) {
        *sources.entry(o.source.clone()).or_default() += 1;
    }
    // The documents most figures come from; all of them are in the files.
    let mut sources: Vec<(Id, usize)> = sources.into_iter().collect();
    sources = crate::domain::arrange(sources, |(_, count)| [-(*count as i64), 0, 0]);
    sources.truncate(figure::MOST_ROWS);
    let sources = sources
        .into_iter()
        .filter_map(|(id, count)| {
            let source = data.record.source(&id)?;
            let href = site.link(Page::Source(id));
            Some(view! { <li><a href=href lang=text::title_language(locale, &source.title)>{source.title.to_string()}</a>", "{text::published(locale, source)}" ("<span class="number">{count}</span>")"</li> })
        })
        .collect_view();
    view! {
        <div class="indicator">
            {theme}
            <h1>{locale.pick(&indicator.name).to_string()}</h1>
            {notices()}
            <div class="query"><PlaceSearch label=m.find_label id="pin" pick=add/></div>
            <div class="results">{panel}</div>
            {alike}
            <section><h2>{m.sources_title}</h2><ul>{sources}</ul></section>
        </div>
    }
    .into_any()
}

/// Kinds of chart and periods as plain links: they work as addresses and need no state.
fn controls(site: &Site, view: &View) -> impl IntoView + use<> {
    let (locale, m) = (site.locale(), site.messages());
    let Some(panel) = view.panels.first() else { return ().into_any() };
    let q = &view.question;
    let page = Page::Indicator(panel.indicator.id.clone());
    let places: Vec<Id> = q.places.iter().map(|place| place.id.clone()).collect();
    let link = |view: Option<ViewKind>, time: Option<TimeSpan>| {
        let selection = Selection { subject: None, places: places.clone(), time, view, basis: q.basis };
        site.view_link(page.clone(), selection)
    };
    let has_targets = site.data().record.summary(&panel.indicator.id).is_some_and(|it| it.targets > 0);
    let kinds = ViewKind::CODES
        .iter()
        .filter(|(kind, _)| match kind {
            ViewKind::Line => !places.is_empty() && panel.periods.len() > 1,
            ViewKind::Target => panel.kind == ViewKind::Target || has_targets,
            _ => true,
        })
        .map(|(kind, _)| {
            let default = *kind == ViewKind::Bar;
            let href = link((!default).then_some(*kind), q.time);
            let current = (panel.kind == *kind).then_some("true");
            view! { <a href=href aria-current=current data-noscroll="">{text::view_name(locale, *kind)}</a> }
        })
        .collect_view();
    let periods = (panel.common && panel.periods.len() > 1 && panel.kind != ViewKind::Line).then(|| {
        let newest = newest(panel);
        let links = panel
            .periods
            .iter()
            .map(|period| {
                let time = (Some(*period) != newest).then(|| TimeSpan::one(*period));
                let current = (panel.period == Some(*period)).then_some("true");
                view! { <a href=link(q.view, time) aria-current=current data-noscroll="">{text::period_short(locale, period)}</a> }
            })
            .collect_view();
        view! { <nav class="views" aria-label=m.time_label>{links}</nav> }
    });
    let compare = Selection {
        subject: Some(Subject::Topic(panel.indicator.topic.clone())),
        places: places.clone(),
        ..Selection::default()
    };
    let href = site.view_link(Page::Compare, compare);
    view! {
        <div class="controls">
            {eras(site, panel, q.view)}
            <nav class="views" aria-label=m.view_label>{kinds}</nav>
            {periods}
            <p class="fine"><a href=href>{m.compare_topic}</a></p>
        </div>
    }
    .into_any()
}

/// The two lists of provinces as a visible switch: to the other's own indicator where it was published as a set, to the
/// other's figures where there are any, and in words where there are none.
fn eras(site: &Site, panel: &Panel, kind: Option<ViewKind>) -> impl IntoView + use<> {
    let (m, data) = (site.messages(), site.data());
    let id = &panel.indicator.id;
    let counterpart = data.record.counterpart(id).map(|it| it.id.clone());
    let entries = [(Basis::Former63, m.map_63), (Basis::Current34, m.map_34)]
        .into_iter()
        .map(|(basis, name)| {
            if basis == panel.basis {
                return view! { <a aria-current="true">{name}</a> }.into_any();
            }
            let selection = Selection { view: kind.filter(|kind| *kind != ViewKind::Line), ..Selection::default() };
            let href = match &counterpart {
                Some(other) => Some(site.view_link(Page::Indicator(other.clone()), selection)),
                None if panel.other_basis => {
                    let selection = Selection { basis: Some(basis), ..selection };
                    Some(site.view_link(Page::Indicator(id.clone()), selection))
                }
                None => None,
            };
            match href {
                Some(href) => view! { <a href=href data-noscroll="">{name}</a> }.into_any(),
                None => view! { <span class="none">{name}": "{m.era_none}</span> }.into_any(),
            }
        })
        .collect_view();
    view! { <nav class="views eras" aria-label=m.era_switch>{entries}</nav> }
}

/// The period shown when the address names none: left out of links, so that one view has one address.
fn newest(panel: &Panel) -> Option<crate::domain::Period> {
    panel.periods.last().copied().filter(|_| panel.rows.len() > 30)
}

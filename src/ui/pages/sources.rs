//! All documents, and one document as a list of what it states.

use crate::{
    address::Page,
    domain::{Id, Observation, Source},
    text,
    ui::{parts::Evidence, site::Site},
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// All documents, those of provinces about themselves first, then by the common measurement they belong to.
#[component]
pub fn Sources() -> impl IntoView {
    let site = Site::get();
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let mut groups: BTreeMap<Id, Vec<&Arc<Source>>> = BTreeMap::new();
    for source in data.record.sources.values() {
        groups.entry(source.series.clone()).or_default().push(source);
    }
    let groups = groups
        .into_iter()
        .map(|(series, sources)| {
            let title = match series.is_empty() {
                true => m.theme_self.to_owned(),
                false => series.to_uppercase(),
            };
            let count = sources.len();
            let items = sources
                .into_iter()
                .map(|it| {
                    let href = site.link(Page::Source(it.id.clone()));
                    let kind = text::source_kind(locale, it.kind);
                    view! { <li><a href=href>{it.title.to_string()}</a><span class="fine">" "{text::published(locale, it)}" · "{kind}</span></li> }
                })
                .collect_view();
            view! { <section><h2>{title}" "<span class="fine">"("{count}")"</span></h2><ul class="plain">{items}</ul></section> }
        })
        .collect_view();
    view! {
        <div class="sources">
            <h1>{m.sources_title}</h1>
            <p class="lead">{m.sources_lead}</p>
            {groups}
        </div>
    }
}

/// One document.
#[component]
pub fn SourcePage(
    /// Which.
    id: Id,
) -> impl IntoView {
    let site = Site::get();
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let record = &data.record;
    let Some(source) = record.source(&id).cloned() else { return view! { <super::not_found::NotFound/> }.into_any() };
    let or = |text: &str, otherwise: &'static str| if text.is_empty() { otherwise.to_owned() } else { text.to_owned() };
    let published = match source.published {
        Some(date) if source.published_inferred => {
            format!("{} {}", locale.either("khoảng", "about"), text::period(locale, &date))
        }
        Some(date) => text::period(locale, &date),
        None => m.not_recorded.to_owned(),
    };
    let address = match source.url.is_empty() {
        true => view! { <span>{m.not_recorded}</span> }.into_any(),
        false => {
            view! { <a href=source.url.to_string() rel="external noopener" class="long">{source.url.to_string()}</a> }
                .into_any()
        }
    };
    let note = locale.pick(&source.note).to_string();
    let figures: Vec<Arc<Observation>> = record.observations.iter().filter(|o| o.source == id).cloned().collect();
    let main = |o: &Observation| {
        record.indicators.get(&o.indicator).and_then(|it| record.theme(&it.theme)).is_some_and(|theme| theme.main)
    };
    let silent = (source.series.is_empty() && !figures.iter().any(|o| main(o)))
        .then(|| view! { <p class="silent">{m.no_main_theme}</p> });
    let mut groups: BTreeMap<usize, Vec<Arc<Observation>>> = BTreeMap::new();
    for o in figures {
        let order = record.summaries.iter().position(|it| it.id == o.indicator).unwrap_or(usize::MAX);
        groups.entry(order).or_default().push(o);
    }
    let groups = groups
        .into_values()
        .filter_map(|mut figures| {
            figures.sort_by_key(|o| (o.period, record.place_order(&o.place)));
            let indicator = record.indicators.get(&figures.first()?.indicator)?.clone();
            let href = site.link(Page::Indicator(indicator.id.clone()));
            let many = figures.len() > 8;
            let lines = figures
                .into_iter()
                .filter_map(|o| {
                    let place = record.place(&o.place)?;
                    let to = site.link(Page::Place(place.id.clone()));
                    let (name, period) = (locale.pick(&place.name).to_string(), text::period(locale, &o.period));
                    // A long table's figures share definition and source: the page and the heading give both.
                    let figure = match many {
                        true => view! { <span class="number">{text::signed_figure(locale, &o, &indicator)}</span>" " }
                            .into_any(),
                        false => view! { <Evidence observation=o indicator=indicator.clone() source=source.clone()/> }
                            .into_any(),
                    };
                    Some(view! { <li>{figure}" "<a href=to>{name}</a>" "<span class="fine">{period}</span></li> })
                })
                .collect_view();
            Some(view! {
                <section>
                    <h3><a href=href>{locale.pick(&indicator.name).to_string()}</a></h3>
                    <p class="fine">{locale.pick(&indicator.definition).to_string()}</p>
                    <ul class="plain">{lines}</ul>
                </section>
            })
        })
        .collect_view();
    view! {
        <div class="source">
            <p class="above"><a href=site.link(Page::Sources)>{m.sources_title}</a></p>
            <h1>{source.title.to_string()}</h1>
            <dl class="facts">
                <dt>{m.publisher}</dt><dd>{or(&source.publisher, m.not_recorded)}</dd>
                <dt>{m.author}</dt><dd>{or(&source.author, m.not_recorded)}</dd>
                <dt>{m.published}</dt><dd>{published}</dd>
                <dt>{m.kind}</dt><dd>{text::source_kind(locale, source.kind)}</dd>
                {(!source.series.is_empty()).then(|| view! { <dt>{m.series}</dt><dd>{source.series.to_uppercase()}</dd> })}
                <dt>{m.licence}</dt><dd>{or(&source.licence, m.not_stated)}</dd>
                <dt>{m.address}</dt><dd>{address}</dd>
                {(!note.is_empty()).then(|| view! { <dt>{m.note}</dt><dd>{note}</dd> })}
            </dl>
            {silent}
            <h2>{m.states}</h2>
            {groups}
        </div>
    }
    .into_any()
}

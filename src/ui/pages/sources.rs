//! All documents, and one document as a list of what it states.

use crate::{
    address::Page,
    domain::{Id, Indicator, Observation, SetAside, Source, Status, Theme, arrange},
    text,
    ui::site::Site,
};
use leptos::prelude::*;
use maud::{Markup, html};
use std::{collections::BTreeMap, sync::Arc};

/// More documents than these are folded by the year they were published in.
const MANY: usize = 100;

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
                false => sources.first().map(|it| text::series(locale, it)).unwrap_or_default(),
            };
            let count = sources.len();
            let item = |it: &Arc<Source>| {
                    let href = site.link(Page::Source(it.id.clone()));
                    let kind = text::source_kind(locale, it.kind);
                    view! { <li><a href=href lang=text::title_language(locale, &it.title)>{it.title.to_string()}</a><span class="fine">" "{text::published(locale, it)}" · "{kind}</span></li> }
            };
            let items = match count > MANY {
                false => view! { <ul class="plain">{sources.into_iter().map(item).collect_view()}</ul> }.into_any(),
                // Of many a reader looks for a time: the newest year stands open.
                true => {
                    let mut years: BTreeMap<std::cmp::Reverse<i16>, Vec<&Arc<Source>>> = BTreeMap::new();
                    for source in sources {
                        let year = source.published.map_or(0, |date| date.last_year());
                        years.entry(std::cmp::Reverse(year)).or_default().push(source);
                    }
                    let newest = years.keys().next().copied();
                    years
                        .into_iter()
                        .map(|(year, sources)| {
                            let name = if year.0 == 0 { m.undated.to_owned() } else { year.0.to_string() };
                            let count = sources.len();
                            // Where hundreds of titles would be more than a page may weigh, publisher and date name a
                            // document; its title stands on its own page, and in the open year.
                            let short = |it: &Arc<Source>| {
                                let href = site.link(Page::Source(it.id.clone()));
                                view! { <li><a href=href>{text::published(locale, it)}</a></li> }
                            };
                            let items = match newest == Some(year) {
                                true => sources.into_iter().map(item).collect_view(),
                                false => {
                                    let by_name = arrange(sources, |it| [it.published.map_or(0, |date| -date.key()[0]), 0, 0]);
                                    by_name.into_iter().map(short).collect_view()
                                }
                            };
                            view! { <details open=newest == Some(year)><summary>{name}" "<span class="fine">"("{count}")"</span></summary><ul class="plain">{items}</ul></details> }
                        })
                        .collect_view()
                        .into_any()
                }
            };
            view! { <section><h2>{title}" "<span class="fine">"("{count}")"</span></h2>{items}</section> }
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
    // Its author has a line of its own.
    let publisher = match source.is_mirrored() || source.publisher.is_empty() {
        true if source.author.is_empty() => text::publisher(locale, &source),
        true => m.not_recorded.to_owned(),
        false => source.publisher.to_string(),
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
    // What a province's own document does not contain is information too.
    let absent: Vec<&Theme> = record
        .themes
        .iter()
        .filter(|it| it.main && source.series.is_empty())
        .filter(|it| !figures.iter().any(|o| record.indicators.get(&o.indicator).is_some_and(|i| i.theme == it.id)))
        .collect();
    let silent = match absent.len() {
        0 => None,
        4 => Some(m.no_main_theme.to_owned()),
        _ => {
            let names: Vec<String> = absent.iter().map(|it| locale.pick(&it.name).to_lowercase()).collect();
            Some(format!("{} {}.", m.does_not_say, names.join(", ")))
        }
    };
    let silent = silent.map(|words| view! { <p class="silent">{words}</p> });
    let aside: Vec<&SetAside> = record.set_aside.iter().filter(|one| one.source == id).collect();
    let aside = (!aside.is_empty()).then(|| view! { <div inner_html=set_aside(&site, &aside).into_string()></div> });
    let mut groups: BTreeMap<usize, Vec<Arc<Observation>>> = BTreeMap::new();
    for o in figures {
        let order = record.summaries.iter().position(|it| it.id == o.indicator).unwrap_or(usize::MAX);
        groups.entry(order).or_default().push(o);
    }
    let groups: String = groups
        .into_values()
        .filter_map(|mut figures| {
            figures.sort_by_key(|o| (o.period, record.place_order(&o.place)));
            let indicator = record.indicators.get(&figures.first()?.indicator)?;
            Some(stated(&site, indicator, &figures).into_string())
        })
        .collect();
    view! {
        <div class="source">
            <p class="above"><a href=site.link(Page::Sources)>{m.sources_title}</a></p>
            <h1 lang=text::title_language(locale, &source.title)>{source.title.to_string()}</h1>
            <dl class="facts">
                {(!source.measured_by.vi.is_empty()).then(|| view! { <dt>{m.measured_by}</dt><dd>{locale.pick(&source.measured_by).to_string()}</dd> })}
                <dt>{m.publisher}</dt><dd>{publisher}</dd>
                <dt>{m.author}</dt><dd>{or(&source.author, m.not_recorded)}</dd>
                <dt>{m.published}</dt><dd>{published}</dd>
                <dt>{m.kind}</dt><dd>{text::source_kind(locale, source.kind)}</dd>
                {(!source.series.is_empty()).then(|| view! { <dt>{m.series}</dt><dd>{text::series(locale, &source)}</dd> })}
                <dt>{m.licence}</dt><dd>{or(&source.licence, m.not_stated)}</dd>
                <dt>{m.address}</dt><dd>{address}</dd>
                {(!note.is_empty()).then(|| view! { <dt>{m.note}</dt><dd>{note}</dd> })}
            </dl>
            {silent}
            <h2>{m.states}</h2>
            <div inner_html=groups></div>
            {aside}
        </div>
    }
    .into_any()
}

/// All a document states under one definition. The page names the source, the heading the definition, each line the
/// place, the figure, the period and how it was stated.
fn stated(site: &Site, indicator: &Indicator, figures: &[Arc<Observation>]) -> Markup {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    html! {
        section {
            h3 { a href=(site.link(Page::Indicator(indicator.id.clone()))) { (locale.pick(&indicator.name)) } }
            p.fine { (locale.pick(&indicator.definition)) }
            p.fine { (m.unit) ": " (text::unit_line(locale, indicator)) }
            div.table-frame tabindex="0" role="region" aria-label=(locale.pick(&indicator.name)) {
                table data-stated {
                    thead { tr {
                        th scope="col" { (m.col_place) }
                        th.value scope="col" { (m.col_figure) }
                        th scope="col" { (m.col_period) }
                        th scope="col" { (m.col_stated) }
                    } }
                    tbody {
                        @for o in figures {
                            tr {
                                th scope="row" {
                                    @if let Some(place) = data.record.place(&o.place) {
                                        a href=(site.link(Page::Place(place.id.clone()))) { (locale.pick(&place.name)) }
                                    }
                                    @if !o.note.is_empty() { p.note { (locale.pick(&o.note)) } }
                                }
                                td.number.value {
                                    @if o.status == Status::Target { "◇ " }
                                    (text::signed_figure(locale, o, indicator))
                                    @if o.status == Status::Target { span.fine { " " (m.target) } }
                                }
                                td.period {
                                    (text::period_short(locale, &o.period))
                                    @if o.period_inferred { span.fine { " (" (m.inferred) ")" } }
                                }
                                td {
                                    @if o.reading.number().is_some() { (text::qualifier(locale, o.qualifier)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a document prints and no chart shows, with the reason.
fn set_aside(site: &Site, aside: &[&SetAside]) -> Markup {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    html! {
        h2 { (m.set_aside) }
        ul.plain {
            @for one in aside {
                li.set-aside {
                    span.printed { "“" (one.printed) "”" }
                    @if let Some(place) = data.record.place(&one.place) {
                        ", " a href=(site.link(Page::Place(place.id.clone()))) { (locale.pick(&place.name)) }
                    }
                    @if let Some(indicator) = data.record.summary(&one.indicator) {
                        ", " a href=(site.link(Page::Indicator(indicator.id.clone()))) { (locale.pick(&indicator.name)) }
                    }
                    ", " (text::period(locale, &one.period)) ". " (locale.pick(&one.note))
                }
            }
        }
    }
}

//! Home: find your province, the four themes, the three signs with the real pair they were made for.

use crate::{
    address::Page,
    domain::{Basis, Id, Observation, Selection, Sign, Status, Subject, compare},
    figure::{self, Question},
    text,
    ui::{
        parts::{Evidence, FindPlace, SignLine, Strip, TileMap, Tint},
        site::Site,
    },
};
use leptos::prelude::*;
use std::sync::Arc;

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let site = Site::get();
    let m = site.messages();
    let map = |basis: Basis, label: &'static str| {
        let plain = Box::new(|_: &Id| Tint { step: 1, ..Tint::default() });
        view! { <TileMap basis=basis tint=plain label=label/> }
    };
    let themes =
        site.data().record.themes.iter().filter(|theme| theme.main).map(|it| theme(&site, &it.id)).collect_view();
    view! {
        <div class="home">
            <section class="ask">
                <h1>{m.home_title}</h1>
                <p class="lead">{m.home_lead}</p>
                <FindPlace/>
            </section>
            <section class="maps" aria-label=m.or_map>
                <h2 class="small">{m.or_map}</h2>
                <input type="radio" name="era" id="era-34" checked/><label for="era-34">{m.map_34}</label>
                <input type="radio" name="era" id="era-63"/><label for="era-63">{m.map_63}</label>
                <div class="era-34">{map(Basis::Current34, m.map_34)}</div>
                <div class="era-63">{map(Basis::Former63, m.map_63)}</div>
            </section>
            <section class="themes">
                <h2>{m.four_themes}</h2>
                {themes}
            </section>
            {signs(&site)}
            <section class="closing">
                <p>{m.for_press}" "<a href=site.link(Page::Compare)>{m.compare_title}</a></p>
                <p>{m.for_data}" "<a href=site.base.file("data/latest/catalog.json") rel="external">"catalog.json"</a></p>
            </section>
        </div>
    }
}

/// A theme: its question, what its first headline indicator says, and all places on one axis.
fn theme(site: &Site, id: &str) -> impl IntoView + use<> {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let record = &data.record;
    let Some(theme) = record.theme(id) else { return ().into_any() };
    let mut headline: Vec<_> = record.summaries.iter().filter(|it| &*it.theme == id && it.headline).collect();
    headline.sort_by_key(|it| !it.common);
    let panel = headline.first().and_then(|it| {
        let subject = Subject::Indicator(it.id.clone());
        let question = Question { subject, places: Vec::new(), time: None, view: None, basis: None };
        figure::indicator_view(record, question).panels.into_iter().next()
    });
    let said = panel.map(|panel| {
        let href = site.link(Page::Indicator(panel.indicator.id.clone()));
        let name = locale.pick(&panel.indicator.name).to_string();
        let because = figure::because(&panel, locale);
        let sentence = figure::headline(&panel, locale);
        let source = panel.rows.first().map(|row| {
            let to = site.link(Page::Source(row.source.id.clone()));
            view! { " · "<a href=to>{text::published(locale, &row.source)}</a> }
        });
        let common = panel.common;
        view! {
            <p class="headline"><a href=href>{name}</a>": "{sentence}</p>
            <SignLine verdict=panel.verdict.clone() because=because locale=locale record=data.clone()/>
            {common.then(|| view! { <Strip panel=panel.clone() locale=locale/> })}
            <p class="fine">{text::unit_line(locale, &panel.indicator)}{source}</p>
        }
    });
    let href = site.link(Page::Theme(theme.id.clone()));
    view! {
        <article>
            <h3><a href=href.clone()>{locale.pick(&theme.name).to_string()}</a></h3>
            <p class="question">{locale.pick(&theme.question).to_string()}</p>
            {said}
            <p><a href=href>{m.to_theme}": "{locale.pick(&theme.name).to_string()}</a></p>
        </article>
    }
    .into_any()
}

/// The three signs, the last with the pair it was made for.
fn signs(site: &Site) -> impl IntoView + use<> {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let record = &data.record;
    let one = |indicator: &str| -> Option<Arc<Observation>> {
        record.figures(indicator).find(|o| o.status == Status::Actual).cloned()
    };
    let pair: Vec<_> =
        ["fibre-coverage-households", "fixed-broadband-households"].iter().filter_map(|id| one(id)).collect();
    let verdict = compare(record, pair.iter().map(|o| &**o));
    let stated = pair
        .iter()
        .filter_map(|o| {
            let (indicator, source) = (record.indicators.get(&o.indicator)?, record.source(&o.source)?);
            let name = locale.pick(&record.place(&o.place)?.name).to_string();
            Some(view! {
                <li>
                    <Evidence observation=o.clone() indicator=indicator.clone() source=source.clone()/>
                    " "{locale.pick(&indicator.name).to_string()}" · "{name}
                </li>
            })
        })
        .collect_view();
    let places = pair.iter().map(|o| o.place.clone()).collect();
    let selection = Selection { subject: Some(Subject::Topic("broadband".into())), places, ..Selection::default() };
    let line = |sign: Sign, words: &'static str| view! { <li><span class="symbol" aria-hidden="true">{sign.symbol()}</span>" "{words}</li> };
    view! {
        <section class="signs">
            <h2>{m.three_signs}</h2>
            <ul class="plain">
                {line(Sign::Comparable, m.sign_equal)}
                {line(Sign::Caution, m.sign_caution)}
                {line(Sign::NotComparable, m.sign_not)}
            </ul>
            <p>{m.signs_lead}</p>
            <ul class="pair">{stated}</ul>
            <SignLine verdict=verdict because="" locale=locale record=data.clone()/>
            <p><a href=site.view_link(Page::Compare, selection)>{m.compare_title}</a>" · "<a href=site.link(Page::Method)>{m.method_title}</a></p>
        </section>
    }
}

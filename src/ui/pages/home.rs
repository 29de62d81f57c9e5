//! Home: find your province, the four themes, the three signs with the real pair they were made for.

use crate::{
    address::Page,
    domain::{Basis, Id, Observation, Place, Selection, Sign, Status, Subject, arrange, compare},
    figure::{self, Question, Tint},
    text,
    ui::{
        parts::{Facts, PlaceField, Releases, SignLine, Strip, evidence, said_linked, tile_map},
        site::Site,
    },
};
use leptos::prelude::*;
use std::sync::Arc;

/// The measurements of all present provinces that stand one step from home.
const RANKINGS: [&str; 3] = ["dti-34", "portal-766", "portal-paid-online"];

/// How many figures of provinces about themselves stand under a theme.
const FEW: usize = 3;

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let site = Site::get();
    let m = site.messages();
    let map = |basis: Basis, label: &str| {
        let plain = |_: &Id| Tint { step: 1, ..Tint::default() };
        tile_map(&site, basis, &plain, label).into_string()
    };
    let themes =
        site.data().record.themes.iter().filter(|theme| theme.main).map(|it| theme(&site, &it.id)).collect_view();
    view! {
        <div class="home">
            <section class="ask">
                <h1>{m.home_title}</h1>
                <p class="lead">{m.home_lead}</p>
                <PlaceField/>
                // What this browser remembers is written into it by `src/browser/site/own.js`.
                {rankings(&site)}
                <p class="last fine" hidden>{m.last_place}": "<a></a>" · "<button type="button" class="word">{m.forget}</button></p>
            </section>
            <section class="maps" aria-label=m.or_map>
                <h2 class="small">{m.or_map}</h2>
                <input type="radio" name="era" id="era-34" checked/><label for="era-34">{m.map_34}</label>
                <input type="radio" name="era" id="era-63"/><label for="era-63">{m.map_63}</label>
                <div class="era-34" inner_html=map(Basis::Current34, m.map_34)></div>
                <div class="era-63" inner_html=map(Basis::Former63, m.map_63)></div>
                {joined(&site)}
            </section>
            <section class="themes">
                <h2>{m.four_themes}</h2>
                {themes}
                {who(&site)}
            </section>
            {signs(&site)}
            {lately(&site)}
            <section class="closing">
                <p>{m.for_press}" "<a href=site.link(Page::EmbedGuide)>{m.embed_guide}</a></p>
                <p>{m.for_data}" "<a href=site.link(Page::Data)>{m.data_title}</a></p>
            </section>
        </div>
    }
}

/// The rankings of all present provinces that people ask for, each a link.
fn rankings(site: &Site) -> impl IntoView + use<> {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let links = RANKINGS
        .iter()
        .filter_map(|id| data.record.summary(id))
        .enumerate()
        .map(|(n, it)| {
            let href = site.link(Page::Indicator(it.id.clone()));
            let comma = if n > 0 { " · " } else { "" };
            let name = data.record.topic(&it.topic).map_or(&it.name, |topic| &topic.name);
            view! { {comma}<a href=href>{locale.pick(name).to_string()}</a> }
        })
        .collect_view();
    view! { <p class="rankings"><span class="fine">{m.rankings_of_today}": "</span>{links}</p> }
}

/// The way to who has published what.
fn who(site: &Site) -> impl IntoView + use<> {
    let m = site.messages();
    view! { <p class="who"><a href=site.link(Page::Coverage)>{m.coverage_title}</a>": "{m.coverage_of}</p> }
}

/// Which former provinces each unit of today is made of.
fn joined(site: &Site) -> impl IntoView + use<> {
    let (locale, m, record) = (site.locale(), site.messages(), &site.data().record);
    let name = |place: &Place| locale.pick(&place.name).to_string();
    let today = || record.places().iter().filter(|place| place.is_of(Basis::Current34));
    let made = today().filter_map(|place| {
        let from: Vec<_> = record.predecessors(&place.id).into_iter().map(|it| name(it)).collect();
        let href = site.link(Page::Place(place.id.clone()));
        (!from.is_empty()).then(|| view! { <li><a href=href>{name(place)}</a>": "{from.join(", ")}</li> })
    });
    let made = made.collect_view();
    let same = today().filter(|place| place.is_of(Basis::Former63)).map(|it| name(it)).collect::<Vec<_>>().join(", ");
    view! {
        <details class="joined">
            <summary>{m.joined}</summary>
            <ul class="plain">{made}<li>{m.not_joined}": "{same}</li></ul>
        </details>
    }
}

/// What the newest data version changed, in a line.
fn lately(site: &Site) -> impl IntoView + use<> {
    let (locale, m) = (site.locale(), site.messages());
    let newest = use_context::<Releases>().and_then(|it| it.0.first().cloned())?;
    let counts = text::change_counts(locale, &newest);
    let said = if counts.is_empty() { locale.pick(&newest.note).to_string() } else { format!("{counts}.") };
    let href = site.link(Page::Changes);
    Some(view! {
        <section class="lately">
            <h2>{m.changes_lately}</h2>
            <p><span class="fine">{text::period(locale, &newest.date)}</span>" "{said}" "<a href=href>{m.changes_all}</a></p>
        </section>
    })
}

/// A theme: its question, what its first headline indicator says, and all places on one axis.
fn theme(site: &Site, id: &str) -> impl IntoView + use<> {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let record = &data.record;
    let Some(theme) = record.theme(id) else { return ().into_any() };
    let panel = record.best_of_theme(id).and_then(|it| {
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
        let (common, several) = (panel.common, panel.rows.len() > 1);
        // A ranking is said in a sentence with its one source; figures of several documents each open into their own.
        let said = match common {
            true => view! { <p inner_html=said_linked(&sentence, &href).into_string()></p> }.into_any(),
            false => {
                // Of today first, then the newest.
                let ended = |row: &figure::Row| i64::from(row.place.valid_to.is_some());
                let newest =
                    arrange(panel.rows.iter().collect(), |row| [ended(row), -row.observation.period.key()[0], 0]);
                let figures: Vec<_> = newest.iter().take(FEW).map(|row| row.observation.clone()).collect();
                let more = panel.rows.len().saturating_sub(FEW);
                let more = (more > 0).then(|| {
                    let words = match (locale, more) {
                        (text::Locale::Vi, _) => format!("và {more} con số nữa"),
                        (text::Locale::En, 1) => "and one more figure".to_owned(),
                        (text::Locale::En, _) => format!("and {more} more figures"),
                    };
                    view! { <p class="fine"><a href=href.clone()>{words}</a></p> }
                });
                view! { {stated(site, &figures)}{more} }.into_any()
            }
        };
        let source = source.filter(|_| common);
        view! {
            <p class="headline"><a href=href.clone()>{name}</a></p>
            {said}
            {several.then(|| view! { <SignLine verdict=panel.verdict.clone() because=because locale=locale data=data.clone()/> })}
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
    let one = |(indicator, place): (&str, &str)| -> Option<Arc<Observation>> {
        record.figures(indicator).find(|o| o.status == Status::Actual && &*o.place == place).cloned()
    };
    let pair: Vec<_> = [("fibre-coverage-households", "dong-nai-cu"), ("fixed-broadband-households", "dong-thap-cu")]
        .into_iter()
        .filter_map(one)
        .collect();
    let verdict = compare(record, pair.iter().map(|o| &**o));
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
            {stated(site, &pair)}
            <SignLine verdict=verdict because="" locale=locale data=data.clone()/>
            <p><a href=site.view_link(Page::Compare, selection)>{m.compare_title}</a>" · "<a href=site.link(Page::Method)>{m.method_title}</a></p>
        </section>
    }
}

/// Figures one below the other, each with its place and period, and opening into its evidence.
fn stated(site: &Site, figures: &[Arc<Observation>]) -> impl IntoView + use<> {
    let (locale, data) = (site.locale(), site.data());
    let items = figures
        .iter()
        .filter_map(|o| {
            let indicator = data.record.indicators.get(&o.indicator)?.clone();
            let source = data.record.source(&o.source)?.clone();
            let facts = Facts { observation: o, indicator: &indicator, source: &source, others: Vec::new() };
            let figure = evidence(site, &facts).into_string();
            let name = locale.pick(&data.record.place(&o.place)?.name).to_string();
            let what = locale.pick(&indicator.name).to_string();
            let when = text::period(locale, &o.period);
            Some(view! {
                <li>
                    <span inner_html=figure></span>
                    " "{name}", "{when}" · "<span class="fine">{what}</span>
                </li>
            })
        })
        .collect_view();
    view! { <ul class="pair">{items}</ul> }
}

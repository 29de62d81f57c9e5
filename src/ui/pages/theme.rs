//! One theme: the comparable indicators first, then what provinces report about themselves, grouped by what is counted.

use crate::{
    address::Page,
    domain::{Id, IndicatorSummary, Selection, Subject},
    figure::{self, Question},
    text,
    ui::{parts::PanelView, site::Site},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a theme.
#[component]
pub fn ThemePage(
    /// Which.
    id: Id,
) -> impl IntoView {
    let site = Site::get();
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let record = &data.record;
    let Some(theme) = record.theme(&id) else { return view! { <super::not_found::NotFound/> }.into_any() };
    let common = |it: &&IndicatorSummary| it.theme == id && it.common;
    let first = record.summaries.iter().filter(common).find(|it| it.headline).map(|it| {
        let subject = Subject::Indicator(it.id.clone());
        let question = Question { subject, places: Vec::new(), time: None, view: None, basis: None };
        let view = Arc::new(figure::indicator_view(record, question));
        view! { <PanelView view=view index=0 named=true/> }
    });
    let list = |summaries: Vec<&IndicatorSummary>| {
        summaries
            .into_iter()
            .map(|it| {
                let href = site.link(Page::Indicator(it.id.clone()));
                let count = match locale {
                    text::Locale::Vi => format!("{} số liệu của {} tỉnh, thành", it.figures, it.places),
                    text::Locale::En => {
                        let plural = |n: u32| if n == 1 { "" } else { "s" };
                        let (figures, places) = (it.figures, it.places);
                        format!("{figures} figure{}, {places} place{}", plural(figures), plural(places.into()))
                    }
                };
                let targets = (it.targets > 0).then(|| match locale {
                    text::Locale::En if it.targets > 1 => format!(" · {} targets", it.targets),
                    _ => format!(" · {} {}", it.targets, m.target),
                });
                let latest = it.latest.map(|period| format!(" · {}", text::period(locale, &period)));
                view! { <li><a href=href>{locale.pick(&it.name).to_string()}</a><span class="fine">" "{count}{targets}{latest}</span></li> }
            })
            .collect_view()
    };
    let comparable: Vec<_> = record.summaries.iter().filter(common).collect();
    let comparable = match comparable.is_empty() {
        true => view! { <p>{m.theme_none_common}</p> }.into_any(),
        false => view! { <ul class="plain">{list(comparable)}</ul> }.into_any(),
    };
    let own = record
        .topics
        .iter()
        .filter_map(|topic| {
            let of: Vec<_> = record.answers(&topic.id).into_iter().filter(|it| !it.common && it.theme == id).collect();
            if of.is_empty() {
                return None;
            }
            let compare = Selection {
                subject: Some(Subject::Topic(topic.id.clone())),
                places: places_of(&topic.id),
                ..Selection::default()
            };
            let href = site.view_link(Page::Compare, compare);
            Some(view! {
                <h3>{locale.pick(&topic.name).to_string()}</h3>
                <ul class="plain">{list(of)}</ul>
                <p class="fine"><a href=href>{m.compare_topic}</a></p>
            })
        })
        .collect_view();
    view! {
        <div class="theme">
            <h1>{locale.pick(&theme.name).to_string()}</h1>
            <p class="lead">{locale.pick(&theme.question).to_string()}</p>
            <section>
                <h2><span class="symbol" aria-hidden="true">"="</span>" "{m.theme_comparable}</h2>
                {comparable}
                <div class="results">{first}</div>
            </section>
            <section>
                <h2><span class="symbol" aria-hidden="true">"≈ ≠"</span>" "{m.theme_self}</h2>
                <p>{m.theme_self_lead}</p>
                {own}
            </section>
        </div>
    }
    .into_any()
}

/// The founding pair: the two provinces whose documents fill most topics.
fn places_of(_topic: &str) -> Vec<Id> {
    vec!["dong-nai-cu".into(), "dong-thap-cu".into()]
}

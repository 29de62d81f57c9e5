//! One theme: the comparable indicators first, then what provinces report about themselves, grouped by what is counted.

use crate::{
    address::Page,
    domain::{Id, IndicatorSummary, Record, Selection, Subject, arrange},
    figure::{self, Question},
    text,
    ui::{
        parts::{cards, panel_view},
        site::Site,
    },
};
use leptos::prelude::*;

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
    // One place alone is compared with nobody.
    let common = |it: &&IndicatorSummary| it.theme == id && it.common && it.places > 1;
    let first = record.best_of_theme(&id).filter(common).map(|it| {
        let subject = Subject::Indicator(it.id.clone());
        let question = Question { subject, places: Vec::new(), time: None, view: None, basis: None };
        let view = figure::indicator_view(record, question);
        let behind = view.panels.first().map(|panel| cards(&site, panel, 0)).unwrap_or_default();
        let panel = maud::html! { (panel_view(&site, &view, 0, true)) (behind) };
        view! { <div inner_html=panel.into_string()></div> }
    });
    let list = |summaries: Vec<&IndicatorSummary>| {
        summaries
            .into_iter()
            .map(|it| {
                let href = site.link(Page::Indicator(it.id.clone()));
                let plural = |n: u32| if n == 1 { "" } else { "s" };
                // Of a common measurement what may be read together; of separate reports all there is.
                let told = match (&it.set, it.figures, locale) {
                    (Some(set), _, text::Locale::Vi) => {
                        format!("{} tỉnh, thành · {}", set.places, text::period(locale, &set.period))
                    }
                    (Some(set), _, text::Locale::En) => {
                        format!("{} provinces · {}", set.places, text::period(locale, &set.period))
                    }
                    (None, 0, _) => m.no_result_yet.to_owned(),
                    (None, _, text::Locale::Vi) => {
                        let latest = it.latest.map(|period| format!(" · mới nhất {}", text::period(locale, &period)));
                        format!("{} số liệu của {} nơi{}", it.figures, it.places, latest.unwrap_or_default())
                    }
                    (None, figures, text::Locale::En) => {
                        let latest = it.latest.map(|period| format!(" · latest {}", text::period(locale, &period)));
                        let places = it.places;
                        format!(
                            "{figures} figure{}, {places} place{}{}",
                            plural(figures),
                            plural(places.into()),
                            latest.unwrap_or_default()
                        )
                    }
                };
                let targets = (it.targets > 0).then(|| match locale {
                    text::Locale::En if it.targets > 1 => format!(" · {} targets", it.targets),
                    _ => format!(" · {} {}", it.targets, m.target),
                });
                let sign = it.set.as_ref().map(|set| {
                    let (symbol, name) = (set.sign.symbol(), text::verdict_name(locale, set.sign));
                    view! { <span class="symbol" aria-hidden="true">{symbol}</span><span class="hidden">{name}": "</span>" " }
                });
                view! { <li>{sign}<a href=href>{locale.pick(&it.name).to_string()}</a><span class="fine">" "{told}{targets}</span></li> }
            })
            .collect_view()
    };
    // Those shown first, then the rest a touch away.
    let folded = |summaries: Vec<&IndicatorSummary>, words: &'static str| {
        let headline: Vec<bool> = summaries.iter().map(|it| it.headline).collect();
        let shown = if headline.contains(&true) { headline.iter().filter(|it| **it).count() } else { FIRST };
        let mut summaries = arrange(summaries, |it| [i64::from(!it.headline), 0, 0]);
        // One more line takes no more room than the fold.
        let rest = if summaries.len() > shown + 1 { summaries.split_off(shown) } else { Vec::new() };
        let count = rest.len();
        let rest = (count > 0).then(|| {
            view! { <details><summary>{words}" "<span class="fine">"("{count}")"</span></summary><ul class="plain">{list(rest)}</ul></details> }
        });
        view! { <ul class="plain">{list(summaries)}</ul>{rest} }
    };
    let comparable: Vec<_> = record.summaries.iter().filter(common).collect();
    let comparable = match comparable.is_empty() {
        true => view! { <p>{m.theme_none_common}</p> }.into_any(),
        false => folded(comparable, m.theme_more_common).into_any(),
    };
    let own = record
        .topics
        .iter()
        .filter_map(|topic| {
            let of: Vec<_> = record.answers(&topic.id).into_iter().filter(|it| !common(it) && it.theme == id).collect();
            if of.is_empty() {
                return None;
            }
            let compare = Selection {
                subject: Some(Subject::Topic(topic.id.clone())),
                places: places_of(record, &topic.id),
                ..Selection::default()
            };
            let href = site.view_link(Page::Compare, compare);
            Some(view! {
                <h3>{locale.pick(&topic.name).to_string()}</h3>
                {folded(of, m.theme_more)}
                <p class="fine"><a href=href>{m.compare_topic}</a></p>
            })
        })
        .collect_view();
    view! {
        <div class="theme">
            <h1>{locale.pick(&theme.name).to_string()}</h1>
            <p class="lead">{locale.pick(&theme.question).to_string()}</p>
            <section>
                <h2>{m.theme_comparable}</h2>
                {comparable}
                <div class="results">{first}</div>
            </section>
            {(!own.is_empty()).then(|| view! {
                <section>
                    <h2>{m.theme_self}</h2>
                    <p>{m.theme_self_lead}</p>
                    {own}
                </section>
            })}
        </div>
    }
    .into_any()
}

/// So many definitions of a topic are shown where none is marked to be shown first.
const FIRST: usize = 3;

/// Two provinces to begin with: of today where the topic has figures since the mergers, else those of before whose documents
/// fill most topics.
fn places_of(record: &Record, topic: &str) -> Vec<Id> {
    let merger = record.lineage.iter().map(|row| row.date).min();
    let latest = record.answers(topic).into_iter().filter_map(|it| it.latest).max();
    let since = latest.zip(merger).is_some_and(|(latest, merger)| latest.last_day() >= merger.first_day());
    match since {
        true => vec!["dong-nai".into(), "dong-thap".into()],
        false => vec!["dong-nai-cu".into(), "dong-thap-cu".into()],
    }
}

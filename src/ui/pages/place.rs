//! One province: its story across the eras, each theme with what is known and what is not, and every other figure.

use crate::{
    address::Page,
    domain::{
        Id, Observation, Place, ReasonKind, Selection, Status, Subject, Theme, TimeSpan, compare, progress, today,
    },
    figure,
    snapshot::Standing,
    text::{self, Locale},
    ui::{
        parts::{Facts, evidence, said_plain, target},
        site::{PageData, Site},
    },
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// The page of a place.
#[component]
pub fn PlacePage(
    /// Which.
    id: Id,
) -> impl IntoView {
    let site = Site::get();
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let Some(place) = data.record.place(&id).cloned() else {
        return view! { <super::not_found::NotFound/> }.into_any();
    };
    let main = data.record.themes.iter().filter(|it| it.main).map(|it| theme(&site, &data, it)).collect_view();
    let rest = data
        .record
        .themes
        .iter()
        .filter(|it| !it.main && data.record.observations.iter().any(|o| theme_of(&data, o) == Some(&it.id)))
        .map(|it| theme(&site, &data, it))
        .collect_view();
    let silent = silent_documents(&data)
        .into_iter()
        .filter_map(|source| {
            let source = data.record.source(&source)?;
            let href = site.link(Page::Source(source.id.clone()));
            Some(view! { <p class="silent"><a href=href lang=text::title_language(locale, &source.title)>{source.title.to_string()}</a>". "{m.no_main_theme}</p> })
        })
        .collect_view();
    let compare = Selection {
        subject: Some(Subject::Indicator("papi-internet".into())),
        places: vec![id.clone()],
        ..Selection::default()
    };
    view! {
        <div class="place">
            <p class="above">{text::place_kind(locale, place.kind)}</p>
            <h1>{locale.pick(&place.name).to_string()}</h1>
            {story(&site, &data, &place)}
            <p><a href=site.view_link(Page::Compare, compare)>{m.compare_neighbours}</a></p>
            {silent}
            {main}
            <h2 class="part-title">{m.place_rest}</h2>
            {rest}
        </div>
    }
    .into_any()
}

/// Where the unit came from, what became of it, and since when it is what it is.
fn story(site: &Site, data: &PageData, place: &Arc<Place>) -> impl IntoView + use<> {
    let (locale, m, record) = (site.locale(), site.messages(), &data.record);
    let link = |place: &Arc<Place>| {
        let href = site.link(Page::Place(place.id.clone()));
        view! { <a href=href>{locale.pick(&place.name).to_string()}</a> }
    };
    let joined = |places: Vec<&Arc<Place>>| {
        let last = places.len().saturating_sub(1);
        places
            .into_iter()
            .enumerate()
            .map(|(n, it)| {
                let comma = match n {
                    0 => "",
                    n if n == last => locale.either(" và ", " and "),
                    _ => ", ",
                };
                view! { {comma}{link(it)} }
            })
            .collect_view()
    };
    let predecessors = record.predecessors(&place.id);
    let era = if !predecessors.is_empty() {
        let before = locale.either("Từ 1/7/2025 gồm ", "Since 1 July 2025 it consists of ");
        view! { <p>{before}{joined(predecessors)}"."</p> }.into_any()
    } else if let Some(successor) = record.successor(&place.id) {
        let now = locale.either(" Nay là một phần của ", " Now part of ");
        view! { <p>{m.era_former}{now}{link(successor)}"."</p> }.into_any()
    } else if place.is_unit() {
        view! { <p>{m.era_both}</p> }.into_any()
    } else {
        ().into_any()
    };
    let changes = record
        .status_changes
        .iter()
        .filter(|it| it.place == place.id)
        .map(|it| view! { <p>{text::period(locale, &it.date)}": "{locale.pick(&it.note).to_string()}<span class="fine">" ("{it.act.to_string()}")"</span></p> })
        .collect_view();
    let regions: Vec<_> = place.regions.iter().filter_map(|id| record.place(id)).collect();
    let regions = (!regions.is_empty()).then(|| view! { <p class="fine">{m.regions}": "{joined(regions)}</p> });
    let members: Vec<_> = record.places().iter().filter(|it| it.is_unit() && it.regions.contains(&place.id)).collect();
    let members = (!members.is_empty()).then(|| view! { <p>{m.members}" "{joined(members)}"."</p> });
    view! { <div class="story">{era}{changes}{regions}{members}</div> }
}

fn theme_of<'a>(data: &'a PageData, o: &Observation) -> Option<&'a Id> {
    data.record.indicators.get(&o.indicator).map(|it| &it.theme)
}

/// The place's own documents that state nothing under the four themes: absence is information.
fn silent_documents(data: &PageData) -> Vec<Id> {
    let mut speaks: BTreeMap<&Id, bool> = BTreeMap::new();
    for o in &data.record.observations {
        if !data.record.is_common(o) {
            let main = theme_of(data, o).and_then(|id| data.record.theme(id)).is_some_and(|theme| theme.main);
            *speaks.entry(&o.source).or_default() |= main;
        }
    }
    speaks.into_iter().filter(|(_, main)| !main).map(|(id, _)| id.clone()).collect()
}

fn theme(site: &Site, data: &Arc<PageData>, theme: &Theme) -> impl IntoView + use<> {
    let (locale, m, record) = (site.locale(), site.messages(), &data.record);
    let mut groups: BTreeMap<usize, Vec<Arc<Observation>>> = BTreeMap::new();
    for o in &record.observations {
        if theme_of(data, o) == Some(&theme.id)
            && let Some(order) = record.summaries.iter().position(|it| it.id == o.indicator)
        {
            groups.entry(order).or_default().push(o.clone());
        }
    }
    let href = site.link(Page::Theme(theme.id.clone()));
    let empty = groups.is_empty().then(|| view! { <p class="empty">{m.place_no_theme}</p> });
    let items = groups
        .into_values()
        .filter_map(|mut figures| {
            figures.sort_by(|a, b| b.period.cmp(&a.period).then(a.status.cmp(&b.status)));
            indicator(site, data, figures)
        })
        .collect_view();
    view! {
        <section class="theme-of-place">
            <h2><a href=href>{locale.pick(&theme.name).to_string()}</a></h2>
            {empty}
            <ul class="figures">{items}</ul>
        </section>
    }
}

/// One indicator's figures of the place: the newest of each status first, the rest folded away.
fn indicator(site: &Site, data: &Arc<PageData>, figures: Vec<Arc<Observation>>) -> Option<impl IntoView + use<>> {
    let (locale, record) = (site.locale(), &data.record);
    let indicator = record.indicators.get(&figures.first()?.indicator)?.clone();
    let newest = figures.iter().find(|o| o.status == Status::Actual).or(figures.first())?.clone();
    let standing = data.standings.iter().find(|it| it.indicator == indicator.id && it.period == newest.period);
    // The figures of others stand, each with its evidence, in the ranking this leads to.
    let standing = standing.map(|it| {
        let time = Some(TimeSpan::one(it.period));
        let ranking = Selection { time, places: vec![newest.place.clone()], ..Selection::default() };
        let to = site.view_link(Page::Indicator(indicator.id.clone()), ranking);
        view! { <p class="fine standing"><a href=to>{standing_words(locale, it, &indicator)}</a></p> }
    });
    let line = |o: &Arc<Observation>| {
        let source = record.source(&o.source)?;
        let others = figures
            .iter()
            .filter(|other| other.source != o.source && other.status == o.status && other.reading.number().is_some())
            .filter_map(|other| Some((&**other, &**record.source(&other.source)?)))
            .take(4)
            .collect();
        let figure = evidence(site, &Facts { observation: o, indicator: &indicator, source, others }).into_string();
        let period = text::period(locale, &o.period);
        let by = (o.status == Status::Actual && figures.iter().any(|other| rivals(o, other)))
            .then(|| format!(" · {}", text::publisher(locale, source)));
        Some(view! { <span inner_html=figure></span>" "<span class="fine">{period}{by}</span> })
    };
    let name = data.record.place(&newest.place).map(|it| locale.pick(&it.name).to_string()).unwrap_or_default();
    let towards = progress(record, &indicator, &figures, today(&record.version))
        .iter()
        .map(|it| {
            let said = said_plain(&figure::progress_sentence(&name, &indicator, it, locale));
            let by = record.source(&it.target.source).cloned();
            target(site, &indicator, it, said, |site| {
                maud::html! {
                    @if let Some(by) = &by {
                        a href=(site.link(Page::Source(by.id.clone()))) { (text::published(locale, by)) }
                    }
                }
            })
            .into_string()
        })
        .collect::<String>();
    let towards = (!towards.is_empty()).then(|| view! { <div class="targets" inner_html=towards></div> });
    let rest: Vec<_> = figures.iter().filter(|o| !Arc::ptr_eq(o, &newest)).cloned().collect();
    let (near, far): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|o| o.status == Status::Target || !record.is_common(o));
    let near = near.iter().filter_map(line).map(|it| view! { <div>{it}</div> }).collect_view();
    let far = (!far.is_empty()).then(|| {
        let items = far.iter().filter_map(line).map(|it| view! { <li>{it}</li> }).collect_view();
        let count = far.len();
        let words = match locale {
            Locale::Vi => "số liệu khác",
            Locale::En if count == 1 => "other figure",
            Locale::En => "other figures",
        };
        view! { <details class="earlier"><summary>{count}" "{words}</summary><ul class="plain">{items}</ul></details> }
    });
    let verdict = compare(record, figures.iter().map(|o| &**o));
    let disagree = verdict
        .reasons
        .iter()
        .filter(|reason| reason.kind() == ReasonKind::Disagreement)
        .map(|reason| {
            let symbol = reason.kind().sign().symbol();
            view! { <p class="disagree"><span class="symbol" aria-hidden="true">{symbol}</span>" "{text::reason(locale, record, reason)}"."</p> }
        })
        .collect_view();
    let href = site.link(Page::Indicator(indicator.id.clone()));
    Some(view! {
        <li>
            <p class="name"><a href=href>{locale.pick(&indicator.name).to_string()}</a></p>
            <div>{line(&newest)}</div>
            {disagree}
            {standing}
            {near}
            {towards}
            {far}
        </li>
    })
}

/// Two documents about the same period with different figures: both are named.
fn rivals(one: &Observation, other: &Observation) -> bool {
    one.source != other.source
        && one.period == other.period
        && one.status == other.status
        && one.reading != other.reading
}

fn standing_words(locale: Locale, it: &Standing, indicator: &crate::domain::Indicator) -> String {
    let figure = |n: f64| text::with_symbol(locale, n, &indicator.unit, indicator.decimals);
    let rank = text::rank_of(it.rank.place, it.of);
    match (locale, it.rank.shared) {
        (Locale::Vi, shared) => format!(
            "{}hạng {rank}; thấp nhất {}; mức giữa {}; cao nhất {}",
            if shared { "đồng " } else { "" },
            figure(it.lowest),
            figure(it.median),
            figure(it.highest)
        ),
        (Locale::En, shared) => format!(
            "{}rank {rank}; lowest {}; median {}; highest {}",
            if shared { "shared " } else { "" },
            figure(it.lowest),
            figure(it.median),
            figure(it.highest)
        ),
    }
}

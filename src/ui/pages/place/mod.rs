//! One place: its story across the eras, a line for each of the four themes, the place beside its region and those of its
//! size, then each theme with what is known and what is not, and every other figure.

mod answers;
mod beside;
mod picture;
mod themes;

pub use picture::place_picture;

use crate::{
    address::Page,
    domain::{Id, IndicatorSummary, Observation, Period, Place, PlaceKind, Selection, Subject, TimeSpan},
    figure,
    snapshot::Standing,
    text,
    ui::site::{PageData, Site},
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};
use themes::theme;

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
    let former = data.record.predecessors(&id);
    let before = (!former.is_empty()).then(|| {
        let links = former.iter().enumerate().map(|(n, it)| {
            let comma = if n > 0 { ", " } else { "" };
            let href = site.link(Page::Place(it.id.clone()));
            view! { {comma}<a href=href>{locale.pick(&it.name).to_string()}</a> }
        });
        view! { <p class="fine">{m.before_mergers}": "{links.collect_view()}"."</p> }
    });
    let feed = Page::Place(id.clone()).to_path(locale);
    let feed = site.base.file(&format!("{feed}feed.xml"));
    let file = site.base.file(&format!("data/latest/places/{id}.json"));
    // The first measurement of a main theme that knows the place: of others a comparison would be empty.
    let units = |basis| data.record.places().iter().filter(|it| it.is_of(basis)).count();
    let known = |it: &IndicatorSummary| {
        it.set.as_ref().is_some_and(|set| set.covers(std::slice::from_ref(&place), units(set.basis)))
    };
    let nearest = data.record.topics.iter().filter_map(|topic| data.record.summary(topic.nearest.as_ref()?));
    let compare = nearest.filter(|_| place.is_unit()).find(|it| known(it)).map(|it| Selection {
        subject: Some(Subject::Indicator(it.id.clone())),
        places: vec![id.clone()],
        ..Selection::default()
    });
    let compare = compare.map(|it| site.view_link(Page::Compare, it));
    let compare = compare.map(|href| view! { <p><a href=href>{m.compare_neighbours}</a></p> });
    view! {
        <div class="place" data-unit=place.is_unit().then(|| id.to_string())>
            <p class="above">{text::place_kind(locale, place.kind)}</p>
            <h1>{locale.pick(&place.name).to_string()}</h1>
            {place.is_unit().then(|| view! { <div inner_html=answers::answers(&site, &data).into_string()></div> })}
            {story(&site, &data, &place)}
            {before}
            {compare}
            {silent}
            {beside::beside(&site, &data, &place)}
            {main}
            <h2 class="part-title">{m.place_rest}</h2>
            {rest}
            <p class="fine">
                <a href=feed rel="external" type="application/atom+xml">{m.changes_feed_place}</a>" · "
                <a href=file rel="external">{m.place_files}</a>
            </p>
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
        let was = match (locale, place.kind) {
            (text::Locale::Vi, PlaceKind::City) => "Là thành phố trực thuộc trung ương",
            (text::Locale::Vi, _) => "Là một tỉnh",
            (text::Locale::En, PlaceKind::City) => "A centrally run city",
            (text::Locale::En, _) => "A province",
        };
        view! { <p>{was}" "{m.era_former}" "{link(successor)}"."</p> }.into_any()
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
    // Regions were redrawn with the mergers: the one of today, and in brackets the one it lay in before.
    let (now, before): (Vec<_>, Vec<_>) =
        place.regions.iter().filter_map(|id| record.place(id)).partition(|it| it.valid_to.is_none());
    let until = locale.either("đến 2025: ", "until 2025: ");
    let bare = |it: &Arc<Place>| locale.pick(&it.name).trim_end_matches(locale.either(" (cũ)", " (former)")).to_owned();
    let regions = (!now.is_empty() || !before.is_empty()).then(|| match (now.is_empty(), before.is_empty()) {
        (true, _) => view! { <p class="fine">{m.regions}": "{joined(before)}</p> }.into_any(),
        (_, true) => view! { <p class="fine">{m.regions}": "{joined(now)}</p> }.into_any(),
        // Redrawn under the same name: saying it twice would say nothing.
        _ if now.len() == 1 && before.len() == 1 && bare(now[0]) == bare(before[0]) => {
            let redrawn = locale.either("địa giới vùng đổi năm 2025", "redrawn in 2025");
            view! { <p class="fine">{m.regions}": "{joined(now)}" ("{redrawn}")"</p> }.into_any()
        }
        _ => view! { <p class="fine">{m.regions}": "{joined(now)}" ("{until}{joined(before)}")"</p> }.into_any(),
    });
    let members = record.places().iter().filter(|it| it.is_unit() && it.regions.contains(&place.id));
    let members: Vec<_> = members.take(figure::MOST_ROWS).collect();
    let members = (!members.is_empty()).then(|| view! { <p>{m.members}" "{joined(members)}"."</p> });
    view! { <div class="story">{era}{changes}{regions}{members}</div> }
}

pub(super) fn theme_of<'a>(data: &'a PageData, o: &Observation) -> Option<&'a Id> {
    data.record.indicators.get(&o.indicator).map(|it| &it.theme)
}

/// How the place stands in one common measurement and period, if it is ranked there.
pub(super) fn standing_of<'a>(data: &'a PageData, indicator: &Id, period: &Period) -> Option<&'a Standing> {
    data.beside.standings.iter().find(|it| it.indicator == *indicator && it.period == *period)
}

/// The ranking of an indicator in one period with these places marked: the figures of all stand there with their evidence.
pub(super) fn ranking_link(site: &Site, indicator: &Id, period: Period, places: Vec<Id>) -> String {
    let selection = Selection { time: Some(TimeSpan::one(period)), places, ..Selection::default() };
    site.view_link(Page::Indicator(indicator.clone()), selection)
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

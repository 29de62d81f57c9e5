//! Compare: places by topic by time. The query is a sentence with controls in it; every choice is a new address.

use super::notices;
use crate::{
    address::{Address, Page},
    domain::{Basis, Id, MOST_PLACES, Period, Selection, Sign, Subject, TimeSpan, ViewKind, arrange},
    figure::{self, View, defaults, resolve},
    text,
    ui::{
        parts::{PanelView, PlaceSearch, SignLine, Take, said_of_view},
        site::Site,
    },
};
use leptos::prelude::*;
use std::{collections::BTreeSet, sync::Arc};

/// The compare page.
#[component]
pub fn Compare() -> impl IntoView {
    let site = Site::get();
    let (locale, m) = (site.locale(), site.messages());
    let shown = site.shown;
    let view = Memo::new(move |_| {
        shown.with(|it| {
            let (question, _) = resolve(&it.data.record, &it.address.page, &it.address.selection);
            question.map(|question| Arc::new(figure::view(&it.data.record, question)))
        })
    });
    // What is asked now, spelled out, so that a change of one part keeps the others.
    let asked = move || {
        view.get_untracked().map(|view| {
            let q = &view.question;
            Selection {
                subject: Some(q.subject.clone()),
                places: q.places.iter().map(|place| place.id.clone()).collect(),
                time: q.time,
                view: q.view,
                basis: q.basis,
            }
        })
    };
    let go = site.go;
    let ask = Callback::new(move |change: Arc<dyn Fn(&mut Selection) + Send + Sync>| {
        let Some(mut selection) = asked() else { return };
        change(&mut selection);
        if selection == defaults(&Page::Compare) {
            selection = Selection::default();
        }
        go.run((Address { locale, page: Page::Compare, selection }, true));
    });
    let results = {
        let site = site.clone();
        move || view.get().map(|view| results(&site, view))
    };
    view! {
        <div class="compare">
            <h1>{m.compare_title}</h1>
            {notices()}
            <form class="query" on:submit=|event| event.prevent_default()>
                {subject(&site, view, ask)}
                {places(&site, view, ask)}
                {time(&site, view, ask)}
                {views(&site, view, ask)}
                {lists(&site, view, ask)}
            </form>
            <noscript><p class="notices">{m.no_script_view}</p></noscript>
            <div class="results">{results}</div>
        </div>
    }
}

type Ask = Callback<Arc<dyn Fn(&mut Selection) + Send + Sync>>;
type Current = Memo<Option<Arc<View>>>;

fn subject(site: &Site, view: Current, ask: Ask) -> impl IntoView + use<> {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let record = &data.record;
    let code = |subject: &Subject| match subject {
        Subject::Topic(id) => format!("topic:{id}"),
        Subject::Indicator(id) => format!("indicator:{id}"),
    };
    let current =
        Memo::new(move |_| view.with(|it| it.as_ref().map(|it| code(&it.question.subject)).unwrap_or_default()));
    let groups = record
        .topics
        .iter()
        .map(|topic| {
            let name = locale.pick(&topic.name).to_string();
            let group = name.clone();
            let of = record.answers(&topic.id);
            let own = of
                .iter()
                .map(|it| {
                    let value = code(&Subject::Indicator(it.id.clone()));
                    let chosen = value.clone();
                    view! { <option value=value selected=move || current.get() == chosen>{locale.pick(&it.name).to_string()}</option> }
                })
                .collect_view();
            let value = code(&Subject::Topic(topic.id.clone()));
            let chosen = value.clone();
            view! {
                <optgroup label=group>
                    <option value=value selected=move || current.get() == chosen>{name}" – "{m.whole_topic}</option>
                    {own}
                </optgroup>
            }
        })
        .collect_view();
    let change = move |event: leptos::ev::Event| {
        let value = event_target_value(&event);
        let subject = match value.split_once(':') {
            Some(("topic", id)) => Subject::Topic(id.into()),
            Some((_, id)) => Subject::Indicator(id.into()),
            None => return,
        };
        ask.run(Arc::new(move |it| {
            it.subject = Some(subject.clone());
            it.time = None;
            it.view = None;
        }));
    };
    view! {
        <label class="part">
            <span>{m.compare_word}</span>
            <select aria-label=m.subject_label prop:value=move || current.get() on:change=change>{groups}</select>
        </label>
    }
}

fn places(site: &Site, view: Current, ask: Ask) -> impl IntoView + use<> {
    let (locale, m) = (site.locale(), site.messages());
    let chips = move || {
        let chosen = view.with(|it| it.as_ref().map(|it| it.question.places.clone()).unwrap_or_default());
        chosen
            .into_iter()
            .enumerate()
            .map(|(n, place)| {
                let name = locale.pick(&place.name).to_string();
                let id = place.id.clone();
                let class = format!("chip s{}", n + 1);
                let remove = move |_| {
                    let id = id.clone();
                    ask.run(Arc::new(move |it| it.places.retain(|place| *place != id)));
                };
                view! {
                    <li class=class>
                        <span>{name.clone()}</span>
                        <button type="button" aria-label=format!("{} {name}", m.remove) on:click=remove>"×"</button>
                    </li>
                }
            })
            .collect_view()
    };
    let full = move || view.with(|it| it.as_ref().is_some_and(|it| it.question.places.len() >= MOST_PLACES));
    let add = Callback::new(move |id: Id| {
        ask.run(Arc::new(move |it| {
            if it.places.len() < MOST_PLACES && !it.places.contains(&id) {
                it.places.push(id.clone());
            }
        }));
    });
    let few = move || view.with(|it| it.as_ref().is_some_and(|it| it.question.places.len() < 2));
    let suggestions = {
        let site = site.clone();
        move || few().then(|| suggestions(&site, view))
    };
    view! {
        <div class="part places">
            <span>{m.compare_in}</span>
            <ul class="chips">{chips}</ul>
            <div hidden=full><PlaceSearch label=m.place_label id="add-place" pick=add/></div>
            <p class="fine" hidden=move || !full()>{m.place_most}</p>
            {suggestions}
        </div>
    }
}

/// With fewer than two places: the founding trio, and others with figures under the same subject.
fn suggestions(site: &Site, view: Current) -> impl IntoView + use<> {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let Some(view) = view.get() else { return ().into_any() };
    let q = &view.question;
    let chosen: Vec<Id> = q.places.iter().map(|place| place.id.clone()).collect();
    let with_figures: BTreeSet<&Id> = data.record.observations.iter().map(|o| &o.place).collect();
    let trio = ["dong-nai-cu", "dong-thap-cu", "binh-thuan"].map(Id::from);
    let mut ids: Vec<Id> = trio.to_vec();
    ids.extend(with_figures.into_iter().filter(|id| !trio.contains(id)).cloned());
    ids.retain(|id| !chosen.contains(id));
    let items = ids
        .iter()
        .take(6)
        .filter_map(|id| {
            let place = data.record.place(id)?;
            let mut places = chosen.clone();
            places.push(id.clone());
            let selection =
                Selection { subject: Some(q.subject.clone()), places, time: q.time, view: q.view, basis: q.basis };
            let href = site.view_link(Page::Compare, selection);
            Some(view! { <li><a href=href data-noscroll="">"+ "{locale.pick(&place.name).to_string()}</a></li> })
        })
        .collect_view();
    view! { <p class="fine">{m.try_these}</p><ul class="chips">{items}</ul> }.into_any()
}

fn time(site: &Site, view: Current, ask: Ask) -> impl IntoView + use<> {
    let (locale, m) = (site.locale(), site.messages());
    let periods = Memo::new(move |_| {
        let periods: BTreeSet<Period> = view
            .with(|it| it.iter().flat_map(|it| &it.panels).flat_map(|panel| panel.periods.iter().copied()).collect());
        periods.into_iter().collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| view.with(|it| it.as_ref().and_then(|it| it.question.time)));
    let options = move |end: fn(&TimeSpan) -> Period| {
        move || {
            let mut all = periods.get();
            // A period asked for by the address stays in the list even where no panel has it.
            all.extend(chosen.get().map(|time| end(&time)));
            let mut all = arrange(all, |period| [period.key()[0], period.key()[1], 0]);
            all.dedup();
            all.into_iter()
                .map(|period| {
                    let selected = move || chosen.get().is_some_and(|time| end(&time) == period);
                    view! { <option value=period.to_string() selected=selected>{text::period(locale, &period)}</option> }
                })
                .collect_view()
        }
    };
    let change = move |first: bool| {
        move |event: leptos::ev::Event| {
            let value = event_target_value(&event).parse::<Period>().ok();
            ask.run(Arc::new(move |it| {
                it.time = value.map(|period| match (it.time, first) {
                    (Some(time), true) => TimeSpan { from: period, to: time.to.max(period) },
                    (Some(time), false) => TimeSpan { from: time.from.min(period), to: period },
                    (None, _) => TimeSpan::one(period),
                });
            }));
        }
    };
    let value =
        move |end: fn(&TimeSpan) -> Period| move || chosen.get().map(|time| end(&time).to_string()).unwrap_or_default();
    let all = move || chosen.get().is_none();
    view! {
        <fieldset class="part">
            <legend>{m.compare_when}</legend>
            <label><span class="hidden">{m.time_from}</span>
                <select prop:value=value(|t| t.from) on:change=change(true)>
                    <option value="" selected=all>{m.all_time}</option>{options(|t| t.from)}
                </select>
            </label>
            <label hidden=all><span>{m.time_to}</span>
                <select prop:value=value(|t| t.to) on:change=change(false)>
                    <option value="" selected=all>{m.all_time}</option>{options(|t| t.to)}
                </select>
            </label>
        </fieldset>
    }
}

fn views(site: &Site, view: Current, ask: Ask) -> impl IntoView + use<> {
    let (locale, m) = (site.locale(), site.messages());
    let current = Memo::new(move |_| {
        view.with(|it| it.as_ref().and_then(|it| it.question.view.or(it.panels.first().map(|panel| panel.kind))))
    });
    let has_targets = move || {
        view.with(|it| {
            it.as_ref().is_some_and(|it| {
                it.question.view == Some(ViewKind::Target) || it.panels.iter().any(|panel| !panel.targets.is_empty())
            })
        })
    };
    let buttons = ViewKind::CODES
        .iter()
        .map(|(kind, _)| {
            let kind = *kind;
            let hidden = move || kind == ViewKind::Target && !has_targets();
            let pressed = move || if current.get() == Some(kind) { "true" } else { "false" };
            view! {
                <button type="button" hidden=hidden aria-pressed=pressed on:click=move |_| ask.run(Arc::new(move |it| it.view = Some(kind)))>
                    {text::view_name(locale, kind)}
                </button>
            }
        })
        .collect_view();
    view! { <div class="part views" role="group" aria-label=m.view_label>{buttons}</div> }
}

/// Which list of provinces, where all of one are shown: 63 until the mergers, 34 since.
fn lists(site: &Site, view: Current, ask: Ask) -> impl IntoView + use<> {
    let m = site.messages();
    let current = Memo::new(move |_| {
        view.with(|it| it.as_ref().and_then(|it| it.panels.iter().find(|panel| panel.everyone).map(|it| it.basis)))
    });
    let buttons = [(Basis::Former63, m.map_63), (Basis::Current34, m.map_34)]
        .into_iter()
        .map(|(basis, name)| {
            let pressed = move || if current.get() == Some(basis) { "true" } else { "false" };
            view! {
                <button type="button" aria-pressed=pressed on:click=move |_| ask.run(Arc::new(move |it| it.basis = Some(basis)))>
                    {name}
                </button>
            }
        })
        .collect_view();
    let hidden = move || current.get().is_none();
    view! { <div class="part views" role="group" aria-label=m.basis_label hidden=hidden>{buttons}</div> }
}

fn results(site: &Site, view: Arc<View>) -> impl IntoView + use<> {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    if view.panels.is_empty() && view.question.places.is_empty() {
        return view! { <p class="empty">{m.no_places}</p> }.into_any();
    }
    let several = view.panels.len() > 1;
    let overall = several.then(|| {
        view! { <SignLine verdict=view.verdict.clone() because="" locale=locale data=data.clone()/> }
    });
    let said = figure::can_say(&view, locale);
    let can_say = (!said.is_empty()).then(|| {
        let words = maud::html! {
            p { (m.can_say) }
            ul { @for one in &said { li { (said_of_view(&view, one)) } } }
            p { (m.cannot_say) }
        };
        view! { <div class="can-say" inner_html=words.into_string()></div> }
    });
    let nearest = view.nearest.as_ref().and_then(|id| {
        let summary = data.record.summary(id)?;
        let count = summary.places;
        let latest = summary.latest.map(|it| text::period(locale, &it)).unwrap_or_default();
        let reach = locale.either(format!("{count} tỉnh, thành, {latest}"), format!("{count} places, {latest}"));
        let name = locale.pick(&summary.name).to_string();
        let places = view.question.places.iter().map(|place| place.id.clone()).collect();
        let selection = Selection { subject: Some(Subject::Indicator(id.clone())), places, ..Selection::default() };
        let href = site.view_link(Page::Compare, selection);
        Some(view! {
            <p class="nearest"><span class="symbol" aria-hidden="true">{Sign::Comparable.symbol()}</span>" "{m.nearest}" "<a href=href data-noscroll="">{name}</a>" "<span class="fine">"("{reach}")"</span></p>
        })
    });
    let without = (!view.without.is_empty()).then(|| {
        let names: Vec<String> = view.without.iter().map(|place| locale.pick(&place.name).to_string()).collect();
        view! { <p class="without"><strong>{m.places_without}": "</strong>{names.join(", ")}</p> }
    });
    let further = (!view.further.is_empty()).then(|| {
        let items = view
            .further
            .iter()
            .filter_map(|id| {
                let name = locale.pick(&data.record.summary(id)?.name).to_string();
                let href = site.link(Page::Indicator(id.clone()));
                Some(view! { <li><a href=href>{name}</a></li> })
            })
            .collect_view();
        view! { <section class="further"><h2>{m.further}</h2><p>{m.no_places}</p><ul>{items}</ul></section> }
    });
    // The sign that parts two panels stands on the line between them.
    let parting = |n: usize| {
        (n > 0).then(|| view! { <p class="parting" aria-hidden="true"><span class="symbol">{view.verdict.sign.symbol()}</span></p> })
    };
    let panels = (0..view.panels.len())
        .map(|n| view! { {parting(n)}<PanelView view=view.clone() index=n named=true/> })
        .collect_view();
    view! {
        {overall}
        {can_say}
        {nearest}
        {without}
        <div class="panels">{panels}</div>
        {further}
        <Take view=view.clone()/>
    }
    .into_any()
}

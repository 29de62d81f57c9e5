//! One theme on a place's page: every figure, the comparable ones first, then the newest; beside each the country, how the
//! place stands among all, and its own targets; and what nobody has said.

use super::{answers::lands, ranking_link, standing_of, theme_of};
use crate::{
    address::Page,
    domain::{
        AnswerKind, Id, Observation, PlaceKind, ReasonKind, Selection, Sign, Status, Theme, Topic, UnitKind, arrange,
        compare, progress, today,
    },
    figure,
    snapshot::Standing,
    text::{self, Locale},
    ui::{
        parts::{Facts, evidence, evidence_link, said_plain, target},
        site::{PageData, Site},
    },
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

pub(super) fn theme(site: &Site, data: &Arc<PageData>, theme: &Theme) -> impl IntoView + use<> {
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
    let answer = data.beside.answers.iter().find(|it| it.theme == theme.id);
    let none = match answer.map(|it| it.kind) {
        Some(AnswerKind::Lands) => m.place_none_since,
        _ => m.place_no_theme,
    };
    let send = format!("{}#send", site.link(Page::Coverage));
    let empty = groups.is_empty().then(|| view! { <p class="empty">{none}" "<a href=send>{m.send_title}</a></p> });
    let before = answer.map(|it| lands(site, data, it, usize::MAX).into_string()).filter(|it| !it.is_empty());
    let before = before.map(|it| view! { <div class="before-merger" inner_html=it></div> });
    let silent = theme.main.then(|| not_said(locale, data, &theme.id)).flatten();
    let mut groups: Vec<Vec<Arc<Observation>>> = groups.into_values().collect();
    for figures in &mut groups {
        figures.sort_by(|a, b| b.period.cmp(&a.period).then(a.status.cmp(&b.status)));
    }
    // What can be compared with others first, then the newest.
    let groups = arrange(groups, |figures| {
        let newest = figures.iter().find(|o| o.status == Status::Actual).or(figures.first());
        let standing = newest.is_some_and(|o| data.beside.standings.iter().any(|it| it.indicator == o.indicator));
        let [last, first] = newest.map_or([0, 0], |o| o.period.key());
        [i64::from(!standing), -last, -first]
    });
    // Of a place that hundreds of documents speak of, the first under each theme stand in full; the others lead to the page
    // of their indicator.
    let full = if record.observations.len() > MANY { FULL } else { usize::MAX };
    let briefly = groups.iter().skip(full).filter_map(|figures| brief(site, data, figures)).collect_view();
    let briefly = (groups.len() > full).then(|| view! { <ul class="plain">{briefly}</ul> });
    let items = groups.into_iter().take(full).filter_map(|figures| indicator(site, data, figures)).collect_view();
    view! {
        <section class="theme-of-place" id=theme.id.to_string()>
            <h2><a href=href>{locale.pick(&theme.name).to_string()}</a></h2>
            {empty}
            <ul class="figures">{items}</ul>
            {briefly}
            {before}
            {silent}
        </section>
    }
}

/// A place with more figures than these has some of its indicators told briefly.
const MANY: usize = 150;
/// So many of each theme stand in full then.
const FULL: usize = 10;

/// One indicator's newest figure, leading to where its evidence is.
fn brief(site: &Site, data: &PageData, figures: &[Arc<Observation>]) -> Option<impl IntoView + use<>> {
    let locale = site.locale();
    let o = figures.iter().find(|o| o.status == Status::Actual).or(figures.first())?;
    let indicator = data.record.indicators.get(&o.indicator)?;
    let to = site.view_link(
        Page::Indicator(o.indicator.clone()),
        Selection { places: vec![o.place.clone()], ..Selection::default() },
    );
    let figure = evidence_link(&to, &text::signed_figure(locale, o, indicator)).into_string();
    let target = (o.status == Status::Target).then(|| format!(" ({})", text::status(locale, o.status)));
    Some(view! {
        <li><span inner_html=figure></span>{target}" "{locale.pick(&indicator.name).to_string()}", "{text::period(locale, &o.period)}</li>
    })
}

/// The topics of a theme about which nothing is known of this place; nothing where nothing at all is known.
fn not_said(locale: Locale, data: &PageData, theme: &Id) -> Option<impl IntoView + use<>> {
    let record = &data.record;
    let topic_of = |o: &Arc<Observation>| record.indicators.get(&o.indicator).map(|it| &it.topic);
    let known = |topic: &Topic| record.observations.iter().any(|o| topic_of(o) == Some(&topic.id));
    let (said, silent): (Vec<&Topic>, Vec<&Topic>) =
        record.topics.iter().filter(|it| it.theme == *theme).partition(|it| known(it));
    let names: Vec<String> = silent.iter().map(|it| locale.pick(&it.name).to_string()).collect();
    let m = locale.messages();
    (!said.is_empty() && !names.is_empty())
        .then(|| view! { <p class="silent">{m.place_not_said}": "{names.join("; ")}"."</p> })
}

/// One indicator's figures of the place: the newest of each status first, the rest folded away.
fn indicator(site: &Site, data: &Arc<PageData>, figures: Vec<Arc<Observation>>) -> Option<impl IntoView + use<>> {
    let (locale, record) = (site.locale(), &data.record);
    let indicator = record.indicators.get(&figures.first()?.indicator)?.clone();
    let newest = figures.iter().find(|o| o.status == Status::Actual).or(figures.first())?.clone();
    let standing = standing_of(data, &indicator.id, &newest.period);
    // The figures of others stand, each with its evidence, in the ranking this leads to.
    let standing = standing.map(|it| {
        let to = ranking_link(site, &indicator.id, it.period, vec![newest.place.clone()]);
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
            let repeated: Vec<_> = it.repeated.iter().filter_map(|o| record.source(&o.source).cloned()).collect();
            target(site, &indicator, it, said, |site| {
                maud::html! {
                    @for (n, by) in by.iter().chain(&repeated).enumerate() {
                        @if n > 0 { "; " }
                        a href=(site.link(Page::Source(by.id.clone()))) { (text::published(locale, by)) }
                    }
                }
            })
            .into_string()
        })
        .collect::<String>();
    let towards = (!towards.is_empty()).then(|| view! { <div class="targets" inner_html=towards></div> });
    let rest: Vec<_> = figures.iter().filter(|o| !Arc::ptr_eq(o, &newest)).cloned().collect();
    // Targets, and what other documents say of the same time, stand beside the newest with their evidence; figures of
    // earlier times lead to the indicator's page, where theirs is.
    let (near, far): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|o| o.status == Status::Target || o.period == newest.period);
    let near = near.iter().filter_map(line).map(|it| view! { <div>{it}</div> }).collect_view();
    let far = (!far.is_empty()).then(|| {
        let earlier = |o: &Arc<Observation>| {
            let to = ranking_link(site, &indicator.id, o.period, vec![o.place.clone()]);
            let figure = evidence_link(&to, &text::signed_figure(locale, o, &indicator)).into_string();
            view! { <li><span inner_html=figure></span>" "<span class="fine">{text::period(locale, &o.period)}</span></li> }
        };
        let items = far.iter().map(earlier).collect_view();
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
        .filter(|reason| matches!(reason.kind(), ReasonKind::Disagreement | ReasonKind::OrderUnknown))
        .map(|reason| {
            let symbol = reason.kind().sign().symbol();
            view! { <p class="disagree"><span class="symbol" aria-hidden="true">{symbol}</span>" "{text::reason(locale, record, reason)}"."</p> }
        })
        .collect_view();
    let country = data.beside.context.iter().find(|o| o.indicator == indicator.id && is_country(data, o));
    let country = country.and_then(|o| {
        let source = record.source(&o.source)?;
        // A count of a part does not stand beside that of the whole; what else speaks against the pair must be said.
        let beside = compare(record, [&*newest, &**o]);
        if beside.sign == Sign::NotComparable {
            return None;
        }
        let caution = beside
            .reasons
            .iter()
            .map(|reason| {
                let (symbol, said) = (reason.kind().sign().symbol(), text::reason(locale, record, reason));
                view! { <p class="fine"><span class="symbol" aria-hidden="true">{symbol}</span>" "{said}"."</p> }
            })
            .collect_view();
        let figure = evidence(site, &Facts { observation: o, indicator: &indicator, source, others: Vec::new() });
        let period = text::period(locale, &o.period);
        let words = locale.messages().country_says;
        Some(view! { <div class="country"><span class="fine">{words}": "</span><span inner_html=figure.into_string()></span>" "<span class="fine">{period}</span>{caution}</div> })
    });
    let href = site.link(Page::Indicator(indicator.id.clone()));
    Some(view! {
        <li>
            <p class="name"><a href=href>{locale.pick(&indicator.name).to_string()}</a></p>
            <div>{line(&newest)}</div>
            {disagree}
            {standing}
            {country}
            {near}
            {towards}
            {far}
        </li>
    })
}

fn is_country(data: &PageData, o: &Observation) -> bool {
    data.record.place(&o.place).is_some_and(|place| place.kind == PlaceKind::Country)
}

/// Two documents about the same period with different figures: both are named.
fn rivals(one: &Observation, other: &Observation) -> bool {
    one.source != other.source
        && one.period == other.period
        && one.status == other.status
        && one.reading != other.reading
}

fn standing_words(locale: Locale, it: &Standing, indicator: &crate::domain::Indicator) -> String {
    let figure = |n: f64| text::with_symbol(locale, n, &indicator.unit, text::padding(indicator));
    // A rank is its own standing.
    if indicator.unit.kind == UnitKind::Rank {
        return locale.either(format!("trong {} nơi có hạng", it.of), format!("of {} places ranked", it.of));
    }
    let rank = text::rank_words(locale, it.rank, it.of);
    match locale {
        Locale::Vi => format!(
            "{rank}; thấp nhất {}; trung vị {}; cao nhất {}",
            figure(it.lowest),
            figure(it.median),
            figure(it.highest)
        ),
        Locale::En => format!(
            "{rank}; lowest {}; median {}; highest {}",
            figure(it.lowest),
            figure(it.median),
            figure(it.highest)
        ),
    }
}

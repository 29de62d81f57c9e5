//! Progress towards targets: for each one a sentence, a bar up to the target's mark, the pace, and who set it.

use super::evidence;
use crate::{
    address::Page,
    domain::{Indicator, Outcome, Progress},
    figure::{self, Panel},
    text::{self, Locale},
    ui::site::Site,
};
use maud::{Markup, html};

/// All targets of a panel; without a number figures open no cards.
pub fn targets(site: &Site, panel: &Panel, number: Option<usize>) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    html! {
        div.targets {
            @if panel.progress.is_empty() { p.empty { (m.no_targets) } }
            @for (row, it) in panel.targets.iter().filter_map(|row| Some((row, panel.progress_of(row)?))) {
                @let repeated = || panel.targets.iter().filter(|row| it.repeats(&row.observation));
                @let sentence = figure::progress_sentence(locale.pick(&row.place.name), &panel.indicator, it, locale);
                @let said = evidence::said(panel, number, &sentence);
                (target(site, &panel.indicator, it, said, |site| html! {
                    a href=(site.link(Page::Source(row.source.id.clone()))) { (text::published(site.locale(), &row.source)) }
                    @for row in repeated() {
                        "; " a href=(site.link(Page::Source(row.source.id.clone()))) { (text::published(site.locale(), &row.source)) }
                    }
                }))
            }
        }
    }
}

/// One target. `said` is its sentence, `by` the document that set it.
pub fn target(site: &Site, indicator: &Indicator, it: &Progress, said: Markup, by: impl Fn(&Site) -> Markup) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let class = match it.outcome {
        Outcome::Met => "target met",
        Outcome::Missed => "target missed",
        Outcome::OnTheWay => "target on-the-way",
        Outcome::Unknown(_) => "target unknown",
    };
    let pace = figure::pace_sentence(indicator, it, locale);
    html! {
        section class=(class) {
            p.headline { (said) }
            (bullet(indicator, it, locale))
            @if !pace.is_empty() { p.fine { (pace) " " (m.worked_out) } }
            p.fine { (m.set_by) " " (by(site)) }
        }
    }
}

/// A thin bar from nothing to the latest result, with the first result as a tick and the target as ◇. Ranks run from
/// the last place to the first.
fn bullet(indicator: &Indicator, it: &Progress, locale: Locale) -> Markup {
    let number = |o: &crate::domain::Observation| o.reading.number().unwrap_or_default();
    let wanted = number(&it.target);
    let known = [&it.first, &it.latest].into_iter().flatten().map(|o| number(o));
    let most = indicator.max.unwrap_or_else(|| known.clone().fold(wanted, f64::max) * 1.1);
    let least = indicator.min.unwrap_or(0.0).min(wanted);
    if most <= least {
        return html! {};
    }
    let ranks = indicator.unit.kind == crate::domain::UnitKind::Rank;
    let x = |n: f64| {
        let share = (n - least) / (most - least);
        let share = if ranks { 1.0 - share } else { share };
        8.0 + 304.0 * share.clamp(0.0, 1.0)
    };
    let label = locale.either("Mục tiêu và kết quả", "Target and result");
    html! {
        svg.bullet viewBox="0 0 320 28" role="img" aria-label=(label) preserveAspectRatio="xMinYMid meet" {
            path.axis d="M8 14H312" {}
            @if let Some(latest) = &it.latest { path.way d=(format!("M8 14H{:.1}", x(number(latest)))) {} }
            @if let Some(first) = &it.first { path.tick d=(format!("M{:.1} 7v14", x(number(first)))) {} }
            path.aim d=(format!("M{:.1} 4l9 10l-9 10l-9 -10z", x(wanted))) {}
        }
    }
}

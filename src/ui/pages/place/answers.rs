//! The answer in one screen: a line for each of the four themes, written by rule from the figures. A figure of a common
//! measurement comes first, with the place's rank; else the newest the province stated about itself.

use super::{ranking_link, standing_of, theme_of};
use crate::{
    domain::{Observation, Record, Status, Theme},
    text::{self, Locale},
    ui::{
        parts::{Facts, evidence},
        site::{PageData, Site},
    },
};
use maud::{Markup, html};
use std::sync::Arc;

/// The lines of the four themes.
pub(super) fn answers(site: &Site, data: &Arc<PageData>) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    html! {
        ul.answers {
            @for theme in data.record.themes.iter().filter(|it| it.main) {
                li {
                    a.theme-name href={ "#" (theme.id) } { (locale.pick(&theme.name)) } " "
                    @match best(data, theme) {
                        Some(o) => { (line(site, data, &o)) }
                        None => { span.empty { (m.place_no_theme) } }
                    }
                }
            }
        }
    }
}

/// The figure that answers for a theme.
pub(super) fn best(data: &PageData, theme: &Theme) -> Option<Arc<Observation>> {
    let record = &data.record;
    let stated = |o: &Observation| o.status == Status::Actual && o.reading.number().is_some();
    let of_theme = record.observations.iter().filter(|o| stated(o) && theme_of(data, o) == Some(&theme.id));
    let key = |o: &Observation| {
        let headline = record.indicators.get(&o.indicator).is_some_and(|it| it.headline);
        let standing = standing_of(data, &o.indicator, &o.period).is_some();
        let order = record.summaries.iter().position(|it| it.id == o.indicator).unwrap_or(usize::MAX);
        // What can be ranked first, then what is shown first elsewhere, then the newest, then the editor's order.
        (standing && record.is_common(o), headline, o.period, std::cmp::Reverse(order))
    };
    of_theme.max_by_key(|o| key(o)).cloned()
}

fn line(site: &Site, data: &PageData, o: &Observation) -> Markup {
    let (locale, record): (Locale, &Record) = (site.locale(), &data.record);
    let (Some(indicator), Some(source)) = (record.indicators.get(&o.indicator), record.source(&o.source)) else {
        return html! {};
    };
    let name = locale.pick(&indicator.name);
    let period = text::period(locale, &o.period);
    let standing = standing_of(data, &o.indicator, &o.period).filter(|_| record.is_common(o));
    html! {
        span.answer { (evidence(site, &Facts { observation: o, indicator, source, others: Vec::new() })) }
        " " (name) ", " (period)
        @match standing {
            Some(it) => {
                " · " a href=(ranking_link(site, &indicator.id, o.period, vec![o.place.clone()])) {
                    (text::rank_words(locale, it.rank, it.of))
                }
            }
            None if !record.is_common(o) => {
                " · " span.fine { (locale.either("báo cáo riêng, không xếp hạng được", "a report of its own, not ranked")) }
            }
            None => {}
        }
    }
}

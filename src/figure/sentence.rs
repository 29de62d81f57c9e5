//! The sentences of a view: the headline with the number, why it is comparable, and the chart in words.

use super::{Panel, Row, View};
use crate::{
    domain::{Better, Record, Sign, SourceKind, UnitKind, ViewKind},
    text::{self, Locale},
};
use std::collections::BTreeSet;

/// What the panel says, in one sentence with its number.
pub fn headline(panel: &Panel, locale: Locale) -> String {
    let name = |row: &Row| locale.pick(&row.place.name).to_string();
    let value = |row: &Row| text::signed_figure(locale, &row.observation, &panel.indicator);
    let when = |row: &Row| text::period(locale, &row.observation.period);
    let chosen: Vec<&Row> = panel.rows.iter().filter(|row| row.chosen.is_some()).collect();
    if panel.kind == ViewKind::Line && !panel.rows.is_empty() {
        return line_headline(panel, locale);
    }
    if let (Some(of), Some(period)) = (panel.ranked, panel.period) {
        let period = text::period(locale, &period);
        if !chosen.is_empty() {
            let said: Vec<String> = chosen
                .iter()
                .map(|row| {
                    let rank = row.rank.map(|r| (r.place, r.shared));
                    match (rank, panel.indicator.unit.kind, locale) {
                        (_, UnitKind::Rank, Locale::Vi) => format!("{} hạng {}", name(row), value(row)),
                        (_, UnitKind::Rank, Locale::En) => format!("{} ranks {}", name(row), value(row)),
                        (Some((rank, shared)), _, Locale::Vi) => {
                            format!(
                                "{} {}, {}hạng {}",
                                name(row),
                                value(row),
                                if shared { "đồng " } else { "" },
                                text::rank_of(rank, of)
                            )
                        }
                        (Some((rank, shared)), _, Locale::En) => {
                            format!(
                                "{} {}, {}rank {}",
                                name(row),
                                value(row),
                                if shared { "shared " } else { "" },
                                text::rank_of(rank, of)
                            )
                        }
                        (None, ..) => format!("{} {}", name(row), value(row)),
                    }
                })
                .collect();
            return format!("{}: {}.", capital(&period), said.join("; "));
        }
        let (Some(first), Some(last)) = (panel.rows.first(), panel.rows.last()) else { return String::new() };
        return match (panel.indicator.unit.kind, locale) {
            (UnitKind::Rank, Locale::Vi) => {
                format!("{} xếp đầu, {} xếp cuối trong {of} tỉnh, thành có hạng, {period}.", name(first), name(last))
            }
            (UnitKind::Rank, Locale::En) => {
                format!("{} ranks first and {} last of {of} ranked places, {period}.", name(first), name(last))
            }
            (_, Locale::Vi) => format!(
                "{} đứng đầu với {}, {} đứng cuối với {}; {of} tỉnh, thành có số liệu, {period}.",
                name(first),
                value(first),
                name(last),
                value(last)
            ),
            (_, Locale::En) => format!(
                "{} comes first with {}, {} last with {}; {of} places have a figure, {period}.",
                name(first),
                value(first),
                name(last),
                value(last)
            ),
        };
    }
    let rows = if chosen.is_empty() { panel.rows.iter().collect() } else { chosen };
    let said: Vec<String> =
        rows.iter().take(6).map(|row| format!("{} {} ({})", name(row), value(row), when(row))).collect();
    match (said.is_empty(), panel.targets.first()) {
        (true, Some(target)) => match locale {
            Locale::Vi => format!("Mới có mục tiêu: {} {} ({}).", name(target), value(target), when(target)),
            Locale::En => format!("Only a target so far: {} {} ({}).", name(target), value(target), when(target)),
        },
        (true, None) => locale.either("Chưa có số liệu.", "No figure yet.").to_owned(),
        (false, _) => format!("{}.", said.join("; ")),
    }
}

fn line_headline(panel: &Panel, locale: Locale) -> String {
    let mut said = Vec::new();
    let mut seen = BTreeSet::new();
    for row in &panel.rows {
        if !seen.insert(&row.place.id) {
            continue;
        }
        let own = || panel.rows.iter().filter(|other| other.place.id == row.place.id);
        let (Some(first), Some(last)) = (own().next(), own().next_back()) else { continue };
        let figure = |row: &Row| text::signed_figure(locale, &row.observation, &panel.indicator);
        let year = |row: &Row| text::period_short(locale, &row.observation.period);
        let name = locale.pick(&row.place.name);
        said.push(match locale {
            _ if first.observation.period == last.observation.period => {
                format!("{name} {} ({})", figure(first), year(first))
            }
            Locale::Vi => {
                format!("{name} từ {} ({}) đến {} ({})", figure(first), year(first), figure(last), year(last))
            }
            Locale::En => {
                format!("{name} from {} ({}) to {} ({})", figure(first), year(first), figure(last), year(last))
            }
        });
    }
    format!("{}.", said.join("; "))
}

/// Why the figures of a panel can be compared, as a clause: "cùng một khảo sát (PAPI), cùng kỳ 2024".
pub fn because(panel: &Panel, locale: Locale) -> String {
    if panel.rows.len() + panel.missing.len() < 2 {
        return String::new();
    }
    let Some(row) = panel.rows.first().filter(|_| panel.common) else {
        return locale.either("cùng một cách đếm", "counted in the same way").to_owned();
    };
    let series = row.source.series.to_uppercase();
    let survey = row.source.kind == SourceKind::Survey;
    let when = panel.period.map(|p| text::period(locale, &p));
    match (locale, when) {
        (Locale::Vi, Some(when)) => {
            format!(
                "{} ({series} {when}), cùng cách tính",
                if survey { "cùng một khảo sát" } else { "cùng một bộ chỉ số" }
            )
        }
        (Locale::Vi, None) => {
            format!(
                "{} ({series}), cùng cách tính giữa hai chỗ ngắt",
                if survey { "cùng một khảo sát" } else { "cùng một bộ chỉ số" }
            )
        }
        (Locale::En, Some(when)) => {
            format!("{} ({series} {when}), the same method", if survey { "one survey" } else { "one index" })
        }
        (Locale::En, None) => {
            format!("{} ({series}), the same method between breaks", if survey { "one survey" } else { "one index" })
        }
    }
}

/// The chart in words, for those who cannot see it: what it is, how many figures, what it says, the verdict.
pub fn description(record: &Record, view: &View, panel: &Panel, locale: Locale) -> String {
    let unit = text::unit_line(locale, &panel.indicator);
    let verdict = match panel.rows.len() {
        0 | 1 => String::new(),
        _ => format!(" {}", text::verdict_sentence(locale, record, &panel.verdict, &because(panel, locale))),
    };
    let direction = match (panel.indicator.better, locale, panel.verdict.sign == Sign::NotComparable) {
        (Better::Lower, Locale::Vi, false) => " Số nhỏ hơn là tốt hơn.",
        (Better::Lower, Locale::En, false) => " A smaller number is better.",
        _ => "",
    };
    let _ = view;
    format!("{}: {}. {}{verdict}{direction}", locale.pick(&panel.indicator.name), unit, headline(panel, locale))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

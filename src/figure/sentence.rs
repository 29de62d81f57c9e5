//! The sentences of a view: the headline with the number, why it is comparable, and the chart in words.

use super::{Panel, Row, Said, View};
use crate::{
    domain::{
        Better, Indicator, Observation, Outcome, Pace, Period, Progress, ReasonKind, Record, Sign, SourceKind, Status,
        UnitKind, Unknown, ViewKind,
    },
    text::{self, Locale},
};
use std::collections::{BTreeMap, BTreeSet};

/// So many places are told of one by one.
const MOST_TOLD: usize = 3;

/// What the panel says, in one sentence with its number.
pub fn headline(panel: &Panel, locale: Locale) -> Said {
    let name = |row: &Row| locale.pick(&row.place.name).to_string();
    let value = |said: Said, row: &Row| said.row(row, panel, locale);
    let when = |row: &Row| text::period(locale, &row.observation.period);
    let chosen: Vec<&Row> = panel.rows.iter().filter(|row| row.chosen.is_some()).collect();
    if panel.kind == ViewKind::Target {
        return target_headline(panel, locale);
    }
    if panel.kind.is_over_time() && !panel.rows.is_empty() {
        return line_headline(panel, locale);
    }
    if let (Some(of), Some(period)) = (panel.ranked, panel.period) {
        let period = text::period(locale, &period);
        if !chosen.is_empty() {
            let said = chosen.iter().map(|row| {
                let said = Said::words(format!("{} ", name(row)));
                if panel.indicator.unit.kind == UnitKind::Rank {
                    return value(said.say(locale.either("hạng ", "ranks ")), row);
                }
                let said = value(said, row);
                match row.rank {
                    Some(rank) => said.say(format!(", {}", text::rank_words(locale, rank, of))),
                    None => said,
                }
            });
            return Said::words(format!("{}: ", text::capital(&period))).and(Said::joined(said, "; ")).say(".");
        }
        let (Some(first), Some(last)) = (panel.rows.first(), panel.rows.last()) else { return Said::default() };
        if panel.indicator.resolution.is_some() {
            return band_headline(panel, of, &period, locale);
        }
        return match (panel.indicator.unit.kind, locale) {
            (UnitKind::Rank, Locale::Vi) => Said::words(format!(
                "{} xếp đầu, {} xếp cuối trong {of} tỉnh, thành có hạng, {period}.",
                name(first),
                name(last)
            )),
            (UnitKind::Rank, Locale::En) => Said::words(format!(
                "{} ranks first and {} last of {of} ranked places, {period}.",
                name(first),
                name(last)
            )),
            (_, Locale::Vi) => {
                let begin = format!("Trong {of} tỉnh, thành có số liệu, {} đứng đầu với ", name(first));
                let said = value(Said::words(begin), first);
                let said = value(said.say(format!(", {} đứng cuối với ", name(last))), last);
                said.say(format!(", {period}."))
            }
            (_, Locale::En) => {
                let begin = format!("Of {of} places with a figure, {} comes first with ", name(first));
                let said = value(Said::words(begin), first);
                let said = value(said.say(format!(", {} last with ", name(last))), last);
                said.say(format!(", {period}."))
            }
        };
    }
    // Who was chosen comes first, even if listed and not drawn.
    let stated = |row: &&Row| row.observation.status == Status::Actual && row.observation.reading.number().is_some();
    let listed: Vec<&Row> = panel.all().filter(|row| row.chosen.is_some()).filter(stated).collect();
    let rows: Vec<&Row> = match (chosen.is_empty(), listed.is_empty()) {
        (false, _) => chosen,
        (true, false) => listed,
        (true, true) => panel.rows.iter().collect(),
    };
    // One period for all is said once.
    let one = rows
        .first()
        .filter(|first| rows.len() > 1 && rows.iter().all(|row| row.observation.period == first.observation.period));
    let said = rows.iter().take(6).map(|row| {
        let said = value(Said::words(format!("{} ", name(row))), row);
        if one.is_some() { said } else { said.say(format!(" ({})", when(row))) }
    });
    let said = Said::joined(said, "; ");
    let said = match one {
        Some(row) => Said::words(format!("{}: ", text::capital(&when(row)))).and(said),
        None => said,
    };
    match (said.is_empty(), panel.targets.first()) {
        (true, Some(target)) => {
            let begin = locale.either("Mới có mục tiêu: ", "Only a target so far: ");
            value(Said::words(format!("{begin}{} ", name(target))), target).say(format!(" ({}).", when(target)))
        }
        (true, None) => Said::words(locale.either("Chưa tìm thấy số liệu.", "No figure found.")),
        (false, _) if rows.len() > 6 => said.say("; …"),
        (false, _) => said.say("."),
    }
}

/// A ranking whose measurement cannot tell neighbours apart: the ends with their figures, and how many others stand with
/// each of them, so that nobody is called a winner by a gap that means nothing.
fn band_headline(panel: &Panel, of: u16, period: &str, locale: Locale) -> Said {
    let name = |row: &Row| locale.pick(&row.place.name).to_string();
    let ranked = || panel.whole().filter_map(|row| row.rank);
    let (top, bottom) = (ranked().filter(|it| it.place == 1).count(), ranked().filter(|it| it.to == of).count());
    let (Some(first), Some(last)) = (panel.rows.first(), panel.rows.last()) else { return Said::default() };
    let beside = |count: usize| match (locale, count.saturating_sub(1)) {
        (_, 0) => String::new(),
        (Locale::Vi, n) => format!(" (và {n} nơi nữa không phân biệt được với mức ấy)"),
        (Locale::En, 1) => " (and one more that cannot be told from it)".to_owned(),
        (Locale::En, n) => format!(" (and {n} more that cannot be told from it)"),
    };
    let (begin, middle) = match locale {
        Locale::Vi => (
            format!("{}: trong {of} tỉnh, thành, cao nhất là {} ", text::capital(period), name(first)),
            format!("; thấp nhất là {} ", name(last)),
        ),
        Locale::En => (
            format!("{}: of {of} places, highest is {} ", text::capital(period), name(first)),
            format!("; lowest is {} ", name(last)),
        ),
    };
    let said = Said::words(begin).row(first, panel, locale).say(beside(top)).say(middle);
    said.row(last, panel, locale).say(beside(bottom)).say(".")
}

/// What has to be said beside a panel's figures; empty where nothing has, or where the verdict says it already.
pub fn caveat(panel: &Panel, locale: Locale) -> &str {
    if panel.verdict.has(ReasonKind::Unranked) { "" } else { locale.pick(&panel.indicator.caveat) }
}

/// How many targets, and how they ended.
fn target_headline(panel: &Panel, locale: Locale) -> Said {
    let count = panel.progress.len();
    if count == 0 {
        return Said::words(
            locale
                .either("Chưa tìm thấy mục tiêu nào theo cách đếm này.", "No target under this definition was found."),
        );
    }
    let of = |wanted: fn(&Outcome) -> bool| panel.progress.iter().filter(|it| wanted(&it.outcome)).count();
    let groups = [
        (Outcome::Met, of(|it| *it == Outcome::Met)),
        (Outcome::Missed, of(|it| *it == Outcome::Missed)),
        (Outcome::OnTheWay, of(|it| *it == Outcome::OnTheWay)),
        (Outcome::Unknown(Unknown::NoFigure), of(|it| matches!(it, Outcome::Unknown(_)))),
    ];
    let said: Vec<String> = groups
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(outcome, n)| format!("{n} {}", text::outcome(locale, *outcome).to_lowercase()))
        .collect();
    let begin = match (locale, count) {
        (Locale::Vi, _) => format!("{count} mục tiêu"),
        (Locale::En, 1) => "1 target".to_owned(),
        (Locale::En, _) => format!("{count} targets"),
    };
    Said::words(format!("{begin}: {}.", said.join(", ")))
}

/// Where a place stood, what was due, how far it was, and the pace needed and made. Differences and paces are worked
/// out here from the two figures, and say so by their "≈".
pub fn progress_sentence(name: &str, indicator: &Indicator, progress: &Progress, locale: Locale) -> Said {
    let period = |o: &Observation| text::period(locale, &o.period);
    let Progress { target, latest, outcome, .. } = progress;
    let due = period(target);
    let said = match (latest, locale) {
        (Some(latest), Locale::Vi) => Said::words(format!("{name} ở mức "))
            .figure(latest, indicator, locale)
            .say(format!(" ({}); mục tiêu đến hết {due} là ", period(latest)))
            .figure(target, indicator, locale),
        (Some(latest), Locale::En) => Said::words(format!("{name} stood at "))
            .figure(latest, indicator, locale)
            .say(format!(" ({}), against a target of ", period(latest)))
            .figure(target, indicator, locale)
            .say(format!(" by {due}")),
        (None, Locale::Vi) => {
            Said::words(format!("{name} đặt mục tiêu ")).figure(target, indicator, locale).say(format!(" đến {due}"))
        }
        (None, Locale::En) => {
            Said::words(format!("{name} set a target of ")).figure(target, indicator, locale).say(format!(" by {due}"))
        }
    };
    let far = progress.gap.filter(|gap| *gap > 0.0).map(|gap| {
        let gap = text::gap(locale, gap, indicator);
        locale.either(format!(", còn kém ≈\u{a0}{gap}"), format!(", ≈\u{a0}{gap} short"))
    });
    let why = match outcome {
        Outcome::Unknown(why) => format!(" ({})", text::unknown(locale, *why)),
        _ => String::new(),
    };
    let said = said.say(far.unwrap_or_default()).say(format!(". {}{why}.", text::outcome(locale, *outcome)));
    match &progress.after {
        Some(after) => said
            .say(locale.either(" Con số sau hạn: ", " A figure after that date: "))
            .figure(after, indicator, locale)
            .say(format!(" ({}).", period(after))),
        None => said,
    }
}

/// The pace needed and the pace made, each where two figures give it; empty where none does.
pub fn pace_sentence(indicator: &Indicator, progress: &Progress, locale: Locale) -> String {
    let monthly = |pace: &Pace| {
        // One decimal is all that such a division can bear.
        let each = (pace.change / f64::from(pace.months) * 10.0).round() / 10.0;
        format!("≈\u{a0}{}", text::gap(locale, each, indicator))
    };
    let months = |n: u32| if n == 1 { "1 month".to_owned() } else { format!("{n} months") };
    let needed = progress.needed.map(|pace| match locale {
        Locale::Vi => format!("Từ con số đó đến hạn ({} tháng) cần {} mỗi tháng", pace.months, monthly(&pace)),
        Locale::En => {
            format!("Needed from that figure to the date due: {} a month for {}", monthly(&pace), months(pace.months))
        }
    });
    let made = progress.made.map(|pace| match locale {
        Locale::Vi => format!("{} tháng trước con số đó đi được {} mỗi tháng", pace.months, monthly(&pace)),
        Locale::En => format!("made: {} a month over the {} before", monthly(&pace), months(pace.months)),
    });
    let said: Vec<String> = needed.into_iter().chain(made).collect();
    if said.is_empty() { String::new() } else { format!("{}.", text::capital(&said.join("; "))) }
}

fn line_headline(panel: &Panel, locale: Locale) -> Said {
    if let Some(said) = ends_of_many(panel, locale) {
        return said;
    }
    let mut said = Vec::new();
    let mut seen = BTreeSet::new();
    for row in &panel.rows {
        if !seen.insert(&row.place.id) {
            continue;
        }
        let own = || panel.rows.iter().filter(|other| other.place.id == row.place.id);
        let (Some(first), Some(last)) = (own().next(), own().next_back()) else { continue };
        let year = |row: &Row| text::period_short(locale, &row.observation.period);
        let name = locale.pick(&row.place.name);
        said.push(if first.observation.period == last.observation.period {
            Said::words(format!("{name} ")).row(first, panel, locale).say(format!(" ({})", year(first)))
        } else {
            // Across a break two figures may stand beside each other, but not as the two ends of one movement.
            let broken = panel.breaks.iter().any(|one| {
                one.concerns(&panel.indicator.id, &row.place.id)
                    && one.lies_between(&first.observation.period, &last.observation.period)
            });
            let (from, to) = match (locale, broken) {
                (Locale::Vi, false) => (" từ ", " đến "),
                (Locale::En, false) => (" from ", " to "),
                (Locale::Vi, true) => (" ", " và, sau khi đổi cách tính, "),
                (Locale::En, true) => (" ", " and, under a new method, "),
            };
            Said::words(format!("{name}{from}"))
                .row(first, panel, locale)
                .say(format!(" ({}){to}", year(first)))
                .row(last, panel, locale)
                .say(format!(" ({})", year(last)))
        });
    }
    Said::joined(said, "; ").say(".")
}

/// Of more than [`MOST_TOLD`] places that may be ranked the highest and the lowest at the end: six movements in one sentence
/// are nobody's headline. Nothing where two share an end, or where not all have a figure of the last period.
fn ends_of_many(panel: &Panel, locale: Locale) -> Option<Said> {
    let count = panel.rows.iter().map(|row| &row.place.id).collect::<BTreeSet<_>>().len();
    let last = panel.rows.iter().map(|row| row.observation.period).max()?;
    let number = |row: &Row| row.observation.reading.number();
    let mut rows: Vec<&Row> = panel.rows.iter().filter(|row| row.observation.period == last).collect();
    rows.sort_by(|a, b| number(b).unwrap_or_default().total_cmp(&number(a).unwrap_or_default()));
    let [first, second, .., before, end] = rows[..] else { return None };
    let clear = number(first) != number(second) && number(before) != number(end);
    let tells = count > MOST_TOLD && rows.len() == count && panel.common && panel.verdict.may_rank() && clear;
    if !tells || panel.indicator.unit.kind == UnitKind::Rank {
        return None;
    }
    let (name, when) = (|row: &Row| locale.pick(&row.place.name).to_string(), text::period(locale, &last));
    let (first_name, end_name) = (name(first), name(end));
    let (begin, middle) = match locale {
        Locale::Vi => (
            format!("{}: trong {count} nơi, {first_name} cao nhất với ", text::capital(&when)),
            format!(", {end_name} thấp nhất với "),
        ),
        Locale::En => (
            format!("{}: of {count} places, {first_name} is highest with ", text::capital(&when)),
            format!(", {end_name} lowest with "),
        ),
    };
    Some(Said::words(begin).row(first, panel, locale).say(middle).row(end, panel, locale).say("."))
}

/// What can be said where the figures cannot be ranked: of each place its newest figure under each definition, and no
/// more. Empty where they can be compared, or where there are fewer than two places.
pub fn can_say(view: &View, locale: Locale) -> Vec<Said> {
    let mut newest: BTreeMap<(&str, &str), Period> = BTreeMap::new();
    let chosen = || {
        let rows = view.panels.iter().flat_map(|panel| panel.rows.iter().map(move |row| (panel, row)));
        rows.filter(|(_, row)| row.chosen.is_some())
    };
    for (panel, row) in chosen() {
        let period = newest.entry((&panel.indicator.id, &row.place.id)).or_insert(row.observation.period);
        *period = (*period).max(row.observation.period);
    }
    // By place, so that each of them has a say before any has its second.
    let mut by_place: BTreeMap<u8, Vec<(&Panel, &Row)>> = BTreeMap::new();
    for (panel, row) in chosen() {
        if newest.get(&(&*panel.indicator.id, &*row.place.id)) == Some(&row.observation.period) {
            by_place.entry(row.chosen.unwrap_or_default()).or_default().push((panel, row));
        }
    }
    let doubtful = view.verdict.sign == Sign::NotComparable || view.verdict.has(ReasonKind::OwnReports);
    if !doubtful || by_place.len() < 2 {
        return Vec::new();
    }
    let rounds = by_place.values().map(Vec::len).max().unwrap_or(0);
    let in_turn = (0..rounds).flat_map(|round| by_place.values().filter_map(move |own| own.get(round)));
    let said = |(panel, row): &(&Panel, &Row)| {
        let name = locale.pick(&row.place.name);
        let what = locale.pick(&panel.indicator.name);
        let when = text::period(locale, &row.observation.period);
        Said::words(format!("{name}: ")).row(row, panel, locale).say(format!(" – {what}, {when}"))
    };
    in_turn.take(MOST_SAID).map(said).collect()
}

/// The most figures that are said again.
const MOST_SAID: usize = 6;

/// Why the figures of a panel can be compared, as a clause: "cùng một khảo sát (PAPI), cùng kỳ 2024".
pub fn because(panel: &Panel, locale: Locale) -> String {
    if panel.rows.len() + panel.missing.len() < 2 {
        return String::new();
    }
    let Some(row) = panel.rows.first().filter(|_| panel.common) else {
        return locale.either("cùng một định nghĩa", "one definition").to_owned();
    };
    let survey = row.source.kind == SourceKind::Survey;
    let when = panel.period.map(|p| text::period(locale, &p));
    let series = text::series_in(locale, &row.source, when.as_deref());
    match (locale, when) {
        (Locale::Vi, Some(_)) => {
            format!("{} ({series}), cùng cách tính", if survey { "cùng một khảo sát" } else { "cùng một bộ số liệu" })
        }
        (Locale::Vi, None) => {
            format!(
                "{} ({series}), cùng cách tính giữa hai mốc thay đổi",
                if survey { "cùng một khảo sát" } else { "cùng một bộ số liệu" }
            )
        }
        (Locale::En, Some(_)) => {
            format!("{} ({series}), the same method", if survey { "one survey" } else { "one data set" })
        }
        (Locale::En, None) => {
            format!("{} ({series}), the same method between breaks", if survey { "one survey" } else { "one data set" })
        }
    }
}

/// The chart in words, for those who cannot see it: what it is, how many figures, what it says, the verdict.
pub fn description(record: &Record, panel: &Panel, locale: Locale) -> String {
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
    format!("{}: {}. {}{verdict}{direction}", locale.pick(&panel.indicator.name), unit, headline(panel, locale))
}

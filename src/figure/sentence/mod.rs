//! The sentences of a view: the headline with the number, why it is comparable, and the chart in words.

mod lines;
mod rankings;
mod targets;

pub use targets::{pace_sentence, progress_sentence};

use crate::{
    domain::{Better, Period, PlaceKind, ReasonKind, Record, Sign, SourceKind, Status, ViewKind},
    figure::{Panel, Row, Said, View},
    text::{self, Locale},
};
use std::collections::BTreeMap;

/// So many places are told of one by one.
const MOST_TOLD: usize = 3;

/// What the panel says, in one sentence with its number.
pub fn headline(panel: &Panel, locale: Locale) -> Said {
    let name = |row: &Row| locale.pick(&row.place.name).to_string();
    let value = |said: Said, row: &Row| said.row(row, panel, locale);
    let when = |row: &Row| text::when(locale, &row.observation);
    let chosen: Vec<&Row> = panel.rows.iter().filter(|row| row.chosen.is_some()).collect();
    if panel.kind == ViewKind::Target {
        return targets::headline(panel, locale);
    }
    if panel.kind.is_over_time() && !panel.rows.is_empty() {
        return lines::headline(panel, locale);
    }
    if let (Some(of), Some(period)) = (panel.ranked, panel.period) {
        return rankings::headline(panel, of, &period, &chosen, locale);
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
    let said = rows.iter().take(MOST_SAID).map(|row| {
        let said = value(Said::words(format!("{} ", name(row))), row);
        if one.is_some() { said } else { said.say(format!(" ({})", when(row))) }
    });
    let said = Said::joined(said, "; ");
    let said = match one {
        Some(row) => Said::words(format!("{}: ", text::capital(&when(row)))).and(said),
        None => said,
    };
    match (said.is_empty(), panel.targets.is_empty()) {
        (true, false) => {
            let begin = match (locale, panel.targets.len()) {
                (Locale::Vi, _) => "Mới có mục tiêu: ",
                (Locale::En, 1) => "Only a target so far: ",
                (Locale::En, _) => "Only targets so far: ",
            };
            let told = panel
                .targets
                .iter()
                .take(MOST_SAID)
                .map(|row| value(Said::words(format!("{} ", name(row))), row).say(format!(" ({})", when(row))));
            Said::words(begin).and(Said::joined(told, "; ")).say(rest(panel.targets.len(), locale))
        }
        (true, true) => Said::words(locale.either("Chưa tìm thấy số liệu.", "No figure found.")),
        (false, _) => said.say(rest(rows.len(), locale)),
    }
}

/// The end of a sentence that tells the first figures of so many.
fn rest(count: usize, locale: Locale) -> String {
    match (count.saturating_sub(MOST_SAID), locale) {
        (0, _) => ".".to_owned(),
        (more, Locale::Vi) => format!("; và {more} số liệu nữa."),
        (more, Locale::En) => format!("; and {more} more."),
    }
}

/// What has to be said beside a panel's figures; empty where nothing has, or where the verdict says it already.
pub fn caveat(panel: &Panel, locale: Locale) -> String {
    use ReasonKind::{CountedApart, Counts, DifferentReading, OtherEdition, Quarters, Unranked};
    let told = |kinds: &[ReasonKind]| kinds.iter().any(|kind| panel.verdict.has(*kind));
    let own = locale.pick(&panel.indicator.caveat);
    let own = if told(&[CountedApart, DifferentReading, OtherEdition, Quarters, Unranked]) { "" } else { own };
    let counts = if panel.indicator.is_count() && !told(&[Counts]) {
        locale.either(
            "Số đếm phụ thuộc số dân và diện tích, không nói nơi nào tốt hơn.",
            "Counts depend on population and area and do not say which place does better.",
        )
    } else {
        ""
    };
    [counts, own].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
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
    let verdict = match view.panels.as_slice() {
        [only] => only.between_breaks(),
        _ => &view.verdict,
    };
    let doubtful = verdict.sign == Sign::NotComparable || verdict.has(ReasonKind::OwnReports);
    let targets = view.panels.iter().all(|panel| panel.kind == ViewKind::Target);
    if !doubtful || targets || by_place.len() < 2 {
        return Vec::new();
    }
    let rounds = by_place.values().map(Vec::len).max().unwrap_or(0);
    let in_turn = (0..rounds).flat_map(|round| by_place.values().filter_map(move |own| own.get(round)));
    let said = |(panel, row): &(&Panel, &Row)| {
        let name = locale.pick(&row.place.name);
        let what = locale.pick(&panel.indicator.name);
        let when = text::when(locale, &row.observation);
        Said::words(format!("{name}: ")).row(row, panel, locale).say(format!(" – {what}, {when}"))
    };
    in_turn.take(MOST_SAID).map(said).collect()
}

/// The most figures that are said again.
const MOST_SAID: usize = 6;

/// Why the figures of a panel can be compared, as a clause: "cùng một khảo sát (PAPI), cùng kỳ 2024". Of lines that a change
/// of method breaks, what may be read between the breaks; empty where figures cannot be compared.
pub fn because(panel: &Panel, locale: Locale) -> String {
    if panel.rows.len() + panel.missing.len() < 2 {
        return String::new();
    }
    if let Some(within) = &panel.within {
        return match within.sign {
            Sign::Comparable => locale.either(
                "trong từng đoạn không có thay đổi thì so sánh được",
                "within each stretch without a change they are comparable",
            ),
            Sign::Caution => locale.either(
                "trong từng đoạn không có thay đổi thì so được, nhưng cần thận trọng",
                "within each stretch without a change they may be compared with caution",
            ),
            Sign::NotComparable => "",
        }
        .to_owned();
    }
    if panel.verdict.sign == Sign::NotComparable {
        return String::new();
    }
    let part = part_of_whole(panel, locale);
    let Some(row) = panel.rows.first().filter(|_| panel.common) else {
        return locale.either("cùng một định nghĩa", "one definition").to_owned() + &part;
    };
    let when = panel.period.map(|p| text::period(locale, &p));
    let series = text::series_in(locale, &row.source, when.as_deref());
    let survey = row.source.kind == SourceKind::Survey;
    match locale {
        Locale::Vi => {
            let set = if survey { "cùng một khảo sát" } else { "cùng một bộ số liệu" };
            format!("{set} ({series}), cùng cách tính{part}")
        }
        Locale::En => {
            let set = if survey { "one survey" } else { "one data set" };
            format!("{set} ({series}), the same method{part}")
        }
    }
}

/// That the figure of a country or region is about its parts too, where both are drawn: "; số của Việt Nam gồm cả Hà Nam".
fn part_of_whole(panel: &Panel, locale: Locale) -> String {
    let (wholes, parts): (Vec<&Row>, Vec<&Row>) = panel.rows.iter().partition(|row| !row.place.is_unit());
    let inside = |whole: &Row, part: &Row| {
        whole.place.kind == PlaceKind::Country || part.place.regions.contains(&whole.place.id)
    };
    let found = wholes.iter().find_map(|whole| Some((*whole, *parts.iter().find(|part| inside(whole, part))?)));
    let Some((whole, part)) = found else { return String::new() };
    let (whole, part) = (locale.pick(&whole.place.name), locale.pick(&part.place.name));
    match locale {
        Locale::Vi => format!("; số của {whole} gồm cả {part}"),
        Locale::En => format!("; the figure of {whole} includes {part}"),
    }
}

/// The chart in words, for those who cannot see it: what it is, how many figures, what it says, the verdict.
pub fn description(record: &Record, panel: &Panel, locale: Locale) -> String {
    let unit = text::unit_line(locale, &panel.indicator);
    let verdict = match panel.has_verdict() {
        false => String::new(),
        _ => format!(" {}", text::verdict_sentence(locale, record, &panel.verdict, &because(panel, locale))),
    };
    let direction = match (panel.indicator.better, locale, panel.verdict.sign == Sign::NotComparable) {
        (Better::Lower, Locale::Vi, false) => " Số nhỏ hơn là tốt hơn.",
        (Better::Lower, Locale::En, false) => " A smaller number is better.",
        _ => "",
    };
    format!("{}: {}. {}{verdict}{direction}", locale.pick(&panel.indicator.name), unit, headline(panel, locale))
}

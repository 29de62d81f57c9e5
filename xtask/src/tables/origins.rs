//! What looks like a slip in how a figure came to be: a rank nobody printed, a denominator nobody stated, a document
//! nobody can find, a measurement without a measurer, a target entered twice, an inferred period that would decide one.

use super::{
    definitions::Series,
    look_alikes::{Figure, Rule, say},
    problem::Log,
    spec::{INDICATORS, SERIES, SOURCES},
};
use std::collections::{BTreeMap, BTreeSet};
use tinh_so::domain::*;

/// So say notes of a rank that the document does not print.
const READ_OFF: [&str; 4] = ["theo thứ tự", "thứ tự kể tên", "from the order", "in this order"];

/// Writes down everything of this kind.
pub(super) fn warn(
    figures: &[Figure],
    indicators: &[(u64, Indicator)],
    sources: &[(u64, Source)],
    series: &[(u64, Series)],
    log: &Log,
) {
    denominators(figures, indicators, log);
    figures.iter().for_each(|figure| read_off(figure, log));
    counts(indicators, log);
    unfindable(figures, sources, log);
    doubled_targets(figures, log);
    deciding_intervals(figures, log);
    unmeasured(series, log);
}

/// “20/63” is said only where a list of 63 of that measurement is in the record, or the figure's note names the number.
fn denominators(figures: &[Figure], indicators: &[(u64, Indicator)], log: &Log) {
    let mut lists: BTreeMap<(&str, &str, Period), BTreeSet<&str>> = BTreeMap::new();
    for figure in figures.iter().filter(|it| it.of.status == Status::Actual) {
        let key = (measurement(figure), &*figure.of.indicator, figure.of.period);
        lists.entry(key).or_default().insert(&figure.of.place);
    }
    // By measurement, and by indicator: a province's own report may quote a rank in a list that is there.
    let mut longest: BTreeMap<&str, usize> = BTreeMap::new();
    for ((measurement, indicator, _), places) in &lists {
        for name in [measurement, indicator] {
            let known = longest.entry(name).or_default();
            *known = (*known).max(places.len());
        }
    }
    for (line, indicator) in indicators.iter().filter(|(_, it)| it.unit.kind == UnitKind::Rank) {
        let Some(max) = indicator.max else { continue };
        let number = max.to_string();
        let names = |text: &str| text.split(|c: char| !c.is_ascii_digit()).any(|it| it == number);
        let stated = |it: &Figure| {
            let whole = |name: &str| longest.get(name).is_some_and(|places| *places as f64 >= max);
            whole(measurement(it)) || whole(&it.of.indicator) || names(&it.of.note.vi) || names(&it.of.note.en)
        };
        let own = |it: &&Figure| it.of.indicator == indicator.id && it.of.status == Status::Actual;
        if let Some(figure) = figures.iter().filter(own).find(|it| !stated(it)) {
            let message = format!(
                "“/{number}” would stand behind every rank, but no list of {number} places of this measurement is in the record, and the note of the figure on {} does not name the number",
                log.line(figure.line)
            );
            let hint = "empty it, and say in the figures’ notes among how many, where the source says so";
            let look = Some((Rule::Denominator, format!("{} {number}", indicator.id)));
            log.warn(INDICATORS.file, (Some(*line), Some("max")), message, hint, look);
        }
    }
}

/// The series of the figure's document, or the document itself.
fn measurement<'a>(figure: &Figure<'a>) -> &'a str {
    if figure.source.series.is_empty() { &figure.of.source } else { &figure.source.series }
}

fn read_off(figure: &Figure, log: &Log) {
    let of = figure.of;
    let says = || {
        let note = of.note.vi.to_lowercase() + "\n" + &of.note.en.to_lowercase();
        READ_OFF.iter().any(|words| note.contains(words))
    };
    if figure.indicator.unit.kind == UnitKind::Rank && of.qualifier == Qualifier::Exact && says() {
        let message = "is exact, but the note says that the rank was read off an order".to_owned();
        let hint = "write read_off, unless the source prints the rank";
        let key = format!("{} {} {} {}", of.place, of.indicator, of.period, of.source);
        say(figure, "qualifier", (Rule::ReadOff, key), message, hint, log);
    }
}

/// A count or a sum depends on how many people live somewhere: shown first and ordered, it says who is large.
fn counts(indicators: &[(u64, Indicator)], log: &Log) {
    let sized = |it: &Indicator| matches!(it.unit.kind, UnitKind::Count | UnitKind::Money);
    for (line, it) in indicators {
        if sized(it)
            && it.better != Better::None
            && it.headline
            && it.rankable == Rankable::Each
            && it.caveat.vi.is_empty()
        {
            let message = format!("{} counts, is shown first and may be ranked, and nothing is said beside it", it.id);
            let hint = "write no, and in the caveat that a count depends on population and area";
            log.warn(
                INDICATORS.file,
                (Some(*line), Some("rankable")),
                message,
                hint,
                Some((Rule::RankedCount, it.id.to_string())),
            );
        }
    }
}

fn unfindable(figures: &[Figure], sources: &[(u64, Source)], log: &Log) {
    let charted: BTreeSet<&str> = figures.iter().map(|it| &*it.of.source).collect();
    let nameless = |it: &Source| it.url.is_empty() && it.publisher.is_empty() && it.author.is_empty();
    for (line, source) in sources.iter().filter(|(_, it)| nameless(it) && charted.contains(&*it.id)) {
        let message =
            format!("“{}” has no address, no publisher and no author, and its figures are charted", source.id);
        let hint = "name what a reader can look for; if there is nothing, move its figures to set_aside.csv";
        let look = Some((Rule::Unfindable, source.id.to_string()));
        log.warn(SOURCES.file, (Some(*line), Some("url")), message, hint, look);
    }
}

/// Two targets of one document for one place under one definition, due the same day.
fn doubled_targets(figures: &[Figure], log: &Log) {
    let mut first: BTreeMap<(&str, &str, &str, i32), &Figure> = BTreeMap::new();
    for figure in figures.iter().filter(|it| it.of.status == Status::Target) {
        let of = figure.of;
        let other = *first.entry((&of.place, &of.indicator, &of.source, of.period.last_day())).or_insert(figure);
        if other.line != figure.line {
            let message = format!(
                "{} falls due on the same day as the target of this source on {}",
                of.period,
                log.line(other.line)
            );
            let hint = "keep one of the two; a target has one due date";
            let key = format!("{} {} {} {} {}", of.place, of.indicator, other.of.period, of.period, of.source);
            say(figure, "period", (Rule::DoubledTarget, key), message, hint, log);
        }
    }
}

/// An interval that was inferred says nothing about its last day: where a target falls due just then, it would decide.
fn deciding_intervals(figures: &[Figure], log: &Log) {
    let mut due: BTreeMap<(&str, &str, i32), &Figure> = BTreeMap::new();
    for target in figures.iter().filter(|it| it.of.status == Status::Target) {
        due.entry((&target.of.place, &target.of.indicator, target.of.period.last_day())).or_insert(target);
    }
    let is_interval = |of: &Observation| of.period_inferred && of.period.parts().1.is_some();
    for figure in figures.iter().filter(|it| it.of.status == Status::Actual && is_interval(it.of)) {
        let of = figure.of;
        if let Some(target) = due.get(&(&*of.place, &*of.indicator, of.period.last_day())) {
            let message = format!(
                "{} was inferred and ends when the target on {} falls due; it must not decide whether that was met",
                of.period,
                log.line(target.line)
            );
            let hint = "date the figure if the source allows it; else answer that it only stands beside the target";
            let key = format!("{} {} {} {}", of.place, of.indicator, of.period, of.source);
            say(figure, "period", (Rule::DecidingInterval, key), message, hint, log);
        }
    }
}

fn unmeasured(series: &[(u64, Series)], log: &Log) {
    for (line, one) in series.iter().filter(|(_, one)| one.measured_by.vi.is_empty()) {
        let message = format!("is empty: nobody is named who measured “{}”", one.id);
        let hint = "name the body that measured, not the newspaper or repository; answer if no document says";
        let look = Some((Rule::Unmeasured, one.id.to_string()));
        log.warn(SERIES.file, (Some(*line), Some("measured_by_vi")), message, hint, look);
    }
}

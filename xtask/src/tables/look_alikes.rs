//! What is allowed but looks like a slip. Each case has a key that says what was seen, figures included, so that
//! `looked_at.csv` can answer for exactly this case and for no other.

use super::{
    definitions::Series,
    origins,
    problem::Log,
    spec::{INDICATORS, OBSERVATIONS, SOURCES},
};
use std::collections::{BTreeMap, BTreeSet};
use tinh_so::domain::*;

/// A share that changes by more than this between two neighbouring periods is looked at, in percentage points.
const JUMP: f64 = 30.0;
/// Only of a period longer than this can it be said that the document came out before its half, in days.
const QUARTER: i32 = 92;
/// So say notes of a figure that is not there.
const NOT_THERE: [&str; 8] = [
    "không có số liệu",
    "chưa có số liệu",
    "không công bố",
    "chưa công bố",
    "no data",
    "no figure",
    "not published",
    "not collected",
];

/// Why a row is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// An indicator without observations, or a source nobody cites.
    Unused,
    /// One value of one place and period under two indicators.
    TwoIndicators,
    /// Two documents with the same figure: a copy, or a second witness.
    TwoSources,
    /// A share that rose or fell by more than [`JUMP`].
    Jump,
    /// A share above 100 of an indicator without a `max`.
    Over100,
    /// A zero that may stand for a figure that is missing.
    Zero,
    /// The first day of a month, into which spreadsheets turn the month.
    FirstDay,
    /// A document that came out before the period was half over.
    EarlySource,
    /// Two documents at one address.
    OneAddress,
    /// A rank with a denominator that nobody stated.
    Denominator,
    /// A rank that its note says was read off an order, called exact.
    ReadOff,
    /// A count shown first and ranked, without a word beside it.
    RankedCount,
    /// A charted document without address, publisher and author.
    Unfindable,
    /// A document's target for one day, entered twice.
    DoubledTarget,
    /// An inferred interval that ends when a target falls due.
    DecidingInterval,
    /// A common measurement without a measurer.
    Unmeasured,
}

impl Rule {
    /// As `looked_at.csv` writes them.
    pub const CODES: &[(Self, &str)] = &[
        (Self::Unused, "unused"),
        (Self::TwoIndicators, "two-indicators"),
        (Self::TwoSources, "two-sources"),
        (Self::Jump, "jump"),
        (Self::Over100, "over-100"),
        (Self::Zero, "zero"),
        (Self::FirstDay, "first-day"),
        (Self::EarlySource, "early-source"),
        (Self::OneAddress, "one-address"),
        (Self::Denominator, "denominator"),
        (Self::ReadOff, "read-off"),
        (Self::RankedCount, "ranked-count"),
        (Self::Unfindable, "unfindable"),
        (Self::DoubledTarget, "doubled-target"),
        (Self::DecidingInterval, "deciding-interval"),
        (Self::Unmeasured, "unmeasured"),
    ];

    /// Its code.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(rule, _)| *rule == self).map_or("", |(_, code)| *code)
    }
}

/// The tables in which slips are looked for, each row with its line.
pub(super) struct Seen<'a> {
    pub(super) indicators: &'a [(u64, Indicator)],
    pub(super) by_id: &'a BTreeMap<Id, Indicator>,
    pub(super) sources: &'a [(u64, Source)],
    pub(super) series: &'a [(u64, Series)],
    pub(super) source_by_id: &'a BTreeMap<Id, Source>,
    pub(super) observations: &'a [(u64, Observation)],
    pub(super) set_aside: &'a [(u64, SetAside)],
    pub(super) breaks: &'a [(u64, Break)],
}

/// An observation with a number, its line, and what it refers to.
#[derive(Clone, Copy)]
pub(super) struct Figure<'a> {
    pub(super) line: u64,
    pub(super) of: &'a Observation,
    pub(super) number: f64,
    pub(super) indicator: &'a Indicator,
    pub(super) source: &'a Source,
}

/// Writes down everything that looks like a slip.
pub(super) fn warn(seen: &Seen, log: &Log) {
    let figures: Vec<Figure> = seen
        .observations
        .iter()
        .filter_map(|(line, of)| {
            let number = of.reading.number()?;
            let (indicator, source) = (seen.by_id.get(&of.indicator)?, seen.source_by_id.get(&of.source)?);
            Some(Figure { line: *line, of, number, indicator, source })
        })
        .collect();
    unused(seen, log);
    one_address(seen, log);
    two_indicators(&figures, log);
    two_sources(&figures, log);
    jumps(&figures, seen.breaks, log);
    figures.iter().for_each(|figure| alone(figure, log));
    origins::warn(&figures, seen.indicators, seen.sources, seen.series, log);
}

/// Asks about a figure.
pub(super) fn say(figure: &Figure, column: &str, (rule, key): (Rule, String), message: String, hint: &str, log: &Log) {
    log.warn(OBSERVATIONS.file, (Some(figure.line), Some(column)), message, hint, Some((rule, key)));
}

fn unused(seen: &Seen, log: &Log) {
    let mut used: BTreeSet<&str> = seen.observations.iter().flat_map(|(_, o)| [&*o.indicator, &*o.source]).collect();
    used.extend(seen.set_aside.iter().map(|(_, one)| &*one.source));
    let rule = |id: &Id| Some((Rule::Unused, id.to_string()));
    for (line, indicator) in seen.indicators.iter().filter(|(_, indicator)| !used.contains(&*indicator.id)) {
        let message = format!("“{}” has no observation", indicator.id);
        let hint = "add its figures, or delete it";
        log.warn(INDICATORS.file, (Some(*line), Some("indicator")), message, hint, rule(&indicator.id));
    }
    for (line, source) in seen.sources.iter().filter(|(_, source)| !used.contains(&*source.id)) {
        let message = format!("no observation cites “{}”", source.id);
        let hint = "add its figures, or what was set aside; or delete it";
        log.warn(SOURCES.file, (Some(*line), Some("source")), message, hint, rule(&source.id));
    }
}

fn one_address(seen: &Seen, log: &Log) {
    let mut first: BTreeMap<&str, &Source> = BTreeMap::new();
    for (line, source) in seen.sources.iter().filter(|(_, source)| !source.url.is_empty()) {
        let other = *first.entry(&source.url).or_insert(source);
        if other.id != source.id {
            let message = format!("is also the address of “{}”", other.id);
            let look = Some((Rule::OneAddress, format!("{} {}", other.id, source.id)));
            let hint = "cite one document under one id";
            log.warn(SOURCES.file, (Some(*line), Some("url")), message, hint, look);
        }
    }
}

/// Tables of a common measurement are left out: they are taken over whole, and two of their columns may well agree. So
/// are multiples of five under different topics: half of all targets are 80 or 100.
fn two_indicators(figures: &[Figure], log: &Log) {
    let mut earlier: BTreeMap<(&str, Period, Status, u64), Vec<&Figure>> = BTreeMap::new();
    for figure in figures.iter().filter(|figure| figure.source.series.is_empty()) {
        let key = (&*figure.of.place, figure.of.period, figure.of.status, figure.number.to_bits());
        let others = earlier.entry(key).or_default();
        let is_alike = |other: &&&Figure| {
            let (one, two) = (figure.indicator, other.indicator);
            one.id != two.id && (one.topic == two.topic || (one.unit.id == two.unit.id && figure.number % 5.0 != 0.0))
        };
        if let Some(other) = others.iter().find(is_alike) {
            let (one, two, number) = (&other.of.indicator, &figure.of.indicator, figure.number);
            let message = format!(
                "{number} is also the value of {one} for the same place and period, on {}",
                log.line(other.line)
            );
            let key = format!("{} {} {number} {one} {two}", figure.of.place, figure.of.period);
            say(figure, "value", (Rule::TwoIndicators, key), message, "check that the source states both", log);
        }
        others.push(figure);
    }
}

fn two_sources(figures: &[Figure], log: &Log) {
    // “About 100” beside “100” is not the same statement.
    let mut first: BTreeMap<(&str, &str, Period, Status, u64, &str), &Figure> = BTreeMap::new();
    for figure in figures {
        let of = figure.of;
        let qualifier = Qualifier::CODES.iter().find(|(it, _)| *it == of.qualifier).map_or("", |(_, code)| *code);
        let key = (&*of.place, &*of.indicator, of.period, of.status, figure.number.to_bits(), qualifier);
        let other = *first.entry(key).or_insert(figure);
        if other.of.source != of.source {
            let message =
                format!("{} is also what “{}” states, on {}", figure.number, other.of.source, log.line(other.line));
            let hint = "keep it if this document has the figure from elsewhere; a copy is no second witness";
            let key = [
                &*of.place,
                &of.indicator,
                &of.period.to_string(),
                &figure.number.to_string(),
                &other.of.source,
                &of.source,
            ]
            .join(" ");
            say(figure, "source", (Rule::TwoSources, key), message, hint, log);
        }
    }
}

/// From one figure of a place to its next one, unless a change of method lies between.
fn jumps(figures: &[Figure], breaks: &[(u64, Break)], log: &Log) {
    let mut lines: BTreeMap<(&str, &str), Vec<&Figure>> = BTreeMap::new();
    for figure in
        figures.iter().filter(|it| it.indicator.unit.kind == UnitKind::Share && it.of.status == Status::Actual)
    {
        lines.entry((&figure.of.place, &figure.of.indicator)).or_default().push(figure);
    }
    for ((place, indicator), mut line) in lines {
        line.sort_by_key(|figure| figure.of.period);
        for pair in line.windows(2) {
            let (before, after) = (pair[0], pair[1]);
            let (from, to) = (before.of.period, after.of.period);
            let parted = breaks.iter().any(|(_, one)| one.concerns(indicator, place) && one.lies_between(&from, &to));
            if (after.number - before.number).abs() <= JUMP || parted {
                continue;
            }
            let (was, is) = (before.number, after.number);
            let message = format!(
                "{is} is more than {JUMP} points from {was}, the value for {from} on {}",
                log.line(before.line)
            );
            let key = format!("{place} {indicator} {from} {was} {to} {is}");
            let hint = "check both figures, and whether both count the same";
            say(after, "value", (Rule::Jump, key), message, hint, log);
        }
    }
}

/// What can be said of one figure by itself.
fn alone(figure: &Figure, log: &Log) {
    let Figure { of, number, indicator, source, .. } = *figure;
    let key = format!("{} {} {} {number} {}", of.place, of.indicator, of.period, of.source);
    if number > 100.0 && indicator.unit.kind == UnitKind::Share {
        let message = format!("{number} is a share above 100, and {} has no max", indicator.id);
        let hint = "what a document prints although it cannot be goes to set_aside.csv";
        say(figure, "value", (Rule::Over100, key.clone()), message, hint, log);
    }
    let note = of.note.vi.to_lowercase() + "\n" + &of.note.en.to_lowercase();
    if number == 0.0 && (source.series.is_empty() || NOT_THERE.iter().any(|words| note.contains(words))) {
        let message = "0 says that somebody counted and found none".to_owned();
        let hint =
            "where the document gives no figure, leave value and qualifier empty and write the reason into missing";
        say(figure, "value", (Rule::Zero, key.clone()), message, hint, log);
    }
    if of.status != Status::Actual {
        return;
    }
    if let (PeriodPart::Day(year, month, 1), None) = of.period.parts() {
        let message = format!("{} is the first day of a month", of.period);
        let hint = format!("spreadsheets turn a month into that day; if the month is meant, write {year}-{month:02}");
        say(figure, "period", (Rule::FirstDay, key.clone()), message, &hint, log);
    }
    let (first, last) = (of.period.first_day(), of.period.last_day());
    let early = |date: &Period| last - first > QUARTER && date.last_day() < first.midpoint(last);
    // A common measurement may call an edition by the year it appears in.
    if let Some(date) = source.published.filter(|date| source.series.is_empty() && early(date)) {
        let message = format!("the source came out on {date}, before half of {} was over", of.period);
        let hint = "check whether the period is an earlier one, or the figure a target";
        say(figure, "period", (Rule::EarlySource, key), message, hint, log);
    }
}

//! When two figures may be compared: one pure function over the selected observations, answering with a sign and its
//! reasons. Everything that shows figures shows this same answer.
//!
//! The work is linear in the observations (times the few breaks and hedged figures), independent of their order, and
//! monotone: adding an observation never removes a reason.

mod places;
mod statements;

use crate::domain::{
    Comparable, Id, Indicator, Observation, Period, Qualifier, Rankable, Reason, ReasonKind, Record, Status, UnitKind,
    Verdict, Words, sort::arrange,
};
use places::overlapping_places;
use statements::{contradictions, hedged_gaps, within_noise};
use std::collections::{BTreeMap, BTreeSet};

/// The most whole months between two places' periods that need no caution.
pub const MOST_MONTHS_APART: u32 = 12;

/// Says whether these observations may be compared with each other. Missing readings say nothing.
pub fn compare<'a>(record: &Record, observations: impl IntoIterator<Item = &'a Observation>) -> Verdict {
    let mut by_indicator: BTreeMap<&str, Vec<&Observation>> = BTreeMap::new();
    let mut places: BTreeSet<&str> = BTreeSet::new();
    for observation in observations {
        if observation.reading.number().is_some() {
            by_indicator.entry(&observation.indicator).or_default().push(observation);
            places.insert(&observation.place);
        }
    }
    let mut reasons = BTreeSet::new();
    different_indicators(record, &by_indicator, &mut reasons);
    reasons.extend(overlapping_places(record, &places).into_iter().filter(|it| it.kind() == ReasonKind::Era));
    for (indicator, group) in &by_indicator {
        within_indicator(record, indicator, group, &mut reasons);
    }
    Verdict::of(reasons.into_iter().collect())
}

fn different_indicators(record: &Record, groups: &BTreeMap<&str, Vec<&Observation>>, reasons: &mut BTreeSet<Reason>) {
    let ids: Vec<&str> = groups.keys().copied().collect();
    let population = |id: &str| record.indicators.get(id).map(|i| &i.population).filter(|p| !p.is_empty());
    for (n, &first) in ids.iter().enumerate() {
        for &second in &ids[n + 1..] {
            let (a, b) = (Id::from(first), Id::from(second));
            let differ = |a: Option<&Words>, b: Option<&Words>| matches!((a, b), (Some(a), Some(b)) if a != b);
            reasons.insert(if differ(population(first), population(second)) {
                Reason::Population { a, b }
            } else {
                Reason::Definition { a, b }
            });
        }
    }
}

fn within_indicator(record: &Record, indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
    let id = || Id::from(indicator);
    let first_place = |status: Status| group.iter().filter(|o| o.status == status).map(|o| &o.place).min();
    if let (Some(result), Some(target)) = (first_place(Status::Actual), first_place(Status::Target)) {
        reasons.insert(Reason::Target { indicator: id(), result: result.clone(), target: target.clone() });
    }
    let breaks: Vec<_> =
        record.breaks.iter().filter(|one| one.indicator.as_deref().is_none_or(|it| it == indicator)).collect();
    // Breaks of boundary are as many as places: each is held against the figures of its place alone.
    let mut periods_of: BTreeMap<&str, BTreeSet<Period>> = BTreeMap::new();
    for o in group.iter().filter(|_| !breaks.is_empty()) {
        periods_of.entry(&o.place).or_default().insert(o.period);
    }
    let all_periods: BTreeSet<Period> = periods_of.values().flatten().copied().collect();
    let none = BTreeSet::new();
    for one in breaks {
        let periods = match &one.place {
            Some(place) => periods_of.get(&**place).unwrap_or(&none),
            None => &all_periods,
        };
        // The earliest beginning and the latest end; if one period has both, any other will do beside it.
        let Some(first) = periods.iter().min_by_key(|p| (p.first_day(), p.last_day())) else { continue };
        let others = periods.iter().filter(|p| *p != first);
        let Some(last) = others.max_by_key(|p| (p.last_day(), p.first_day())) else { continue };
        if one.lies_between(first, last) {
            let (first, last) =
                beside_break(periods, one.date.first_day()).unwrap_or((*first.min(last), *first.max(last)));
            reasons.insert(Reason::MethodBreak { indicator: id(), date: one.date.to_string(), first, last });
        }
    }
    hedged_gaps(indicator, group, reasons);
    within_noise(record, indicator, group, reasons);
    contradictions(indicator, group, reasons);
    own_reports(record, indicator, group, reasons);
    let places: BTreeSet<&str> = group.iter().map(|o| &*o.place).collect();
    if let Some(known) = record.indicators.get(indicator) {
        own_limits(record, known, group, places.len(), reasons);
        if known.is_count() {
            let shared = overlapping_places(record, &places).into_iter();
            reasons.extend(shared.filter(|it| it.kind() == ReasonKind::Part));
        }
    }

    // The rest speaks only of different places: one place over time under one definition is a trend.
    if places.len() < 2 {
        return;
    }
    source_kinds(record, indicator, group, reasons);
    if let Some((months, first, last)) = widest_gap(group).filter(|(months, ..)| *months > MOST_MONTHS_APART) {
        reasons.insert(Reason::PeriodsApart { indicator: id(), months, first, last });
    }
}

/// Of periods on either side of a day the last before it and the first from it on: the two that a reader would join.
fn beside_break(periods: &BTreeSet<Period>, day: i32) -> Option<(Period, Period)> {
    let before = periods.iter().filter(|p| p.last_day() < day).max()?;
    let after = periods.iter().filter(|p| p.first_day() >= day).min()?;
    Some((*before, *after))
}

/// What a measurement says of itself: that its places or its periods may not, or not quite, stand beside each other.
fn own_limits(
    record: &Record,
    indicator: &Indicator,
    group: &[&Observation],
    places: usize,
    reasons: &mut BTreeSet<Reason>,
) {
    let id = || indicator.id.clone();
    if let Some((first, last)) = furthest(group) {
        match indicator.comparable {
            Comparable::SameReading if !one_reading(&first, &last) => {
                reasons.insert(Reason::DifferentReading { indicator: id(), first, last });
            }
            Comparable::SameLength => {
                if let Some((first, last)) = unequal(group) {
                    reasons.insert(Reason::DifferentLength { indicator: id(), first, last });
                }
            }
            Comparable::SameEdition => {
                reasons.insert(Reason::OtherEdition { indicator: id(), first, last });
            }
            _ => {}
        }
    }
    let several = |figures: &[&Observation]| {
        figures.windows(2).any(|pair| (&pair[0].place, pair[0].period) != (&pair[1].place, pair[1].period))
    };
    let results: Vec<&Observation> = group.iter().filter(|o| o.status == Status::Actual).copied().collect();
    let means = results.iter().filter(|o| o.qualifier == Qualifier::Mean).count();
    if means > 0 && several(&results) {
        let (means, measured) = (means as u16, (results.len() - means) as u16);
        reasons.insert(Reason::Means { indicator: id(), means, measured });
    }
    let inferred = |o: &&&Observation| matches!(o.qualifier, Qualifier::Computed | Qualifier::ReadOff);
    let unlisted = indicator.unit.kind == UnitKind::Rank && indicator.max.is_none();
    let worked_out = group.iter().filter(inferred).map(|o| &o.place).min();
    if let Some(place) = worked_out.filter(|_| unlisted && several(group)) {
        reasons.insert(Reason::WorkedOut { indicator: id(), place: place.clone() });
    }
    // The country is in no order of its provinces.
    let units: BTreeSet<&Id> =
        group.iter().map(|o| &o.place).filter(|id| record.place(id).is_none_or(|it| it.is_unit())).collect();
    if indicator.rankable == Rankable::Quarters && several(&results) {
        reasons.insert(Reason::Quarters { indicator: id() });
    }
    if indicator.rankable == Rankable::No && units.len() > 1 {
        reasons.insert(Reason::Unranked { indicator: id() });
    }
    if indicator.comparable == Comparable::No && places > 1 {
        reasons.insert(Reason::CountedApart { indicator: id() });
    }
    if indicator.is_count() && places > 1 {
        reasons.insert(Reason::Counts { indicator: id() });
    }
}

/// Two stretches of time of which one is longer than the other by more than a tenth: the shortest and the longest.
fn unequal(group: &[&Observation]) -> Option<(Period, Period)> {
    let length = |p: &Period| p.last_day() - p.first_day() + 1;
    let periods: BTreeSet<Period> = group.iter().map(|o| o.period).collect();
    let (short, long) = (periods.iter().min_by_key(|p| length(p))?, periods.iter().max_by_key(|p| length(p))?);
    (length(long) * 10 > length(short) * 11).then(|| (*short.min(long), *short.max(long)))
}

/// The two different periods that reach from the earliest beginning to the latest end, in order; `None` where all figures
/// are of one period.
fn furthest(group: &[&Observation]) -> Option<(Period, Period)> {
    let periods: BTreeSet<Period> = group.iter().map(|o| o.period).collect();
    // If one period has both ends, any other will do beside it.
    let first = periods.iter().min_by_key(|p| (p.first_day(), p.last_day()))?;
    let last = periods.iter().filter(|p| *p != first).max_by_key(|p| (p.last_day(), p.first_day()))?;
    Some((*first.min(last), *first.max(last)))
}

/// Whether two periods of reading lie within seven days.
fn one_reading(a: &Period, b: &Period) -> bool {
    a == b || a.last_day().max(b.last_day()) - a.first_day().min(b.first_day()) < 7
}

/// Two figures, each measured apart: of two places, or of one place at two times.
fn own_reports(record: &Record, indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
    // Of each place's part in a measurement one document speaks; few remain, and mostly the first pair will do.
    let mut parts: BTreeMap<(&str, &str), &Id> = BTreeMap::new();
    for &o in group {
        let source = parts.entry((record.measurement(o), &o.place)).or_insert(&o.source);
        *source = (*source).min(&o.source);
    }
    let parts: Vec<_> = parts.into_iter().collect();
    let mut found = parts.iter().find_map(|((measurement, place), a)| {
        // They are sorted by measurement: those of another one begin where this one's end.
        let next = parts.partition_point(|((m, _), _)| m <= measurement);
        parts[next..].iter().find(|((_, p), _)| p != place).map(|(_, b)| (*a, *b))
    });
    if found.is_none() && parts.len() > 1 {
        // Two measurements of one place: at two times they are no trend of one.
        let mut own: Vec<&Observation> = group.to_vec();
        own.sort_by_key(|o| (&o.place, &o.source, o.period));
        let apart = |a: &Observation, b: &Observation| {
            a.place == b.place
                && a.status == b.status
                && a.period != b.period
                && record.measurement(a) != record.measurement(b)
        };
        found = own
            .iter()
            .enumerate()
            .find_map(|(n, a)| own[n + 1..].iter().find(|b| apart(a, b)).map(|b| (&a.source, &b.source)));
    }
    if let Some((a, b)) = found {
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        reasons.insert(Reason::OwnReports { indicator: indicator.into(), a: a.clone(), b: b.clone() });
    }
}

/// A press report of one place and another document of another place, unless both state one measurement.
fn source_kinds(record: &Record, indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
    let part = |o: &&Observation| (record.measurement(o).to_owned(), o.place.clone(), o.source.clone());
    let of = |press: bool| {
        let is = move |o: &&&Observation| record.source(&o.source).is_some_and(|it| it.is_press()) == press;
        group.iter().filter(is).map(part).collect::<BTreeSet<_>>()
    };
    let (press, other) = (of(true), of(false));
    let found = press.iter().find_map(|a| other.iter().find(|b| a.0 != b.0 && a.1 != b.1).map(|b| (&a.2, &b.2)));
    if let Some((press, other)) = found {
        let (press, other) = (press.clone(), other.clone());
        reasons.insert(Reason::SourceKind { indicator: indicator.into(), press, other });
    }
}

/// The most months between two different places, with the two periods: the earliest and latest overall, or the next
/// best of another place.
fn widest_gap(group: &[&Observation]) -> Option<(u32, Period, Period)> {
    let mut first: BTreeMap<&str, &Observation> = BTreeMap::new();
    let mut last: BTreeMap<&str, &Observation> = BTreeMap::new();
    for &o in group {
        first.entry(&o.place).and_modify(|e| *e = if o.period < e.period { o } else { e }).or_insert(o);
        last.entry(&o.place).and_modify(|e| *e = if o.period > e.period { o } else { e }).or_insert(o);
    }
    let two = |of: &BTreeMap<&str, &Observation>, latest: bool| {
        let all: Vec<_> = of.values().map(|o| (o.period, o.place.clone())).collect();
        let way = if latest { -1 } else { 1 };
        let mut all = arrange(all, |(period, _)| [way * period.key()[0], way * period.key()[1], 0]);
        all.truncate(2);
        all
    };
    let (early, late) = (two(&first, false), two(&last, true));
    early
        .iter()
        .flat_map(|(a, at)| {
            late.iter().filter(move |(_, bt)| at != bt).map(move |(b, _)| (a.months_apart(b), *a.min(b), *a.max(b)))
        })
        .max_by_key(|(months, ..)| *months)
}

//! When two figures may be compared: one pure function over the selected observations, answering with a sign and its
//! reasons. Everything that shows figures shows this same answer.
//!
//! The work is linear in the observations (times the few breaks and hedged figures), independent of their order, and
//! monotone: adding an observation never removes a reason.

use super::{
    Id, Observation, Period, Place, PlaceKind, Reason, Record, Status, Verdict, Words, ranking::apart, sort::arrange,
};
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
    overlapping_places(record, &places, &mut reasons);
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

/// Areas that share ground: within one era a part and its whole, between the eras a unit and its successor, a former
/// unit and the region of today it lies in, and regions that were redrawn.
fn overlapping_places(record: &Record, places: &BTreeSet<&str>, reasons: &mut BTreeSet<Reason>) {
    if places.len() < 2 {
        return;
    }
    let chosen: Vec<&Place> = places.iter().filter_map(|id| record.place(id)).map(|place| &**place).collect();
    let has = |id: &Id| places.contains(&**id);
    for row in record.lineage.iter().filter(|row| has(&row.from) && has(&row.to)) {
        reasons.insert(Reason::Era { former: row.from.clone(), current: row.to.clone() });
    }
    let is = |place: &Place, kind: PlaceKind| place.kind == kind;
    for whole in chosen.iter().filter(|place| is(place, PlaceKind::Country)) {
        for part in chosen.iter().filter(|place| place.id != whole.id) {
            reasons.insert(Reason::Part { part: part.id.clone(), whole: whole.id.clone() });
        }
    }
    let regions: Vec<&&Place> = chosen.iter().filter(|place| is(place, PlaceKind::Region)).collect();
    if regions.is_empty() {
        return;
    }
    // Looked up for every unit: in the list itself that would take the square of its length.
    let successor_of: BTreeMap<&str, &Id> = record.lineage.iter().rev().map(|row| (&*row.from, &row.to)).collect();
    let successor = |id: &str| successor_of.get(id).and_then(|to| record.place(to));
    let mut predecessors_of: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
    for row in &record.lineage {
        let before = record.place(&row.from).map(|place| &**place);
        predecessors_of.entry(&row.to).or_default().extend(before);
    }
    for &unit in chosen.iter().filter(|place| place.is_unit()) {
        let successor = successor(&unit.id);
        let within = |region: &&Place| {
            unit.regions.contains(&region.id) || successor.is_some_and(|now| now.regions.contains(&region.id))
        };
        for &&region in &regions {
            if within(&region) {
                reasons.insert(Reason::Part { part: unit.id.clone(), whole: region.id.clone() });
            } else if predecessors_of
                .get(&*unit.id)
                .is_some_and(|all| all.iter().any(|it| it.regions.contains(&region.id)))
            {
                reasons.insert(Reason::Era { former: region.id.clone(), current: unit.id.clone() });
            }
        }
    }
    if regions.len() < 2 {
        return;
    }
    // Two regions share ground where a unit, or what became of it, lies in both.
    for unit in record.places().iter().filter(|place| place.is_unit() && !place.regions.is_empty()) {
        let now = successor(&unit.id).map_or(&[] as &[Id], |it| &it.regions);
        for former in unit.regions.iter().filter(|id| has(id)) {
            for current in now.iter().chain(&unit.regions).filter(|id| has(id) && *id != former) {
                let ended = |id: &Id| record.place(id).is_some_and(|it| it.valid_to.is_some());
                if ended(former) && !ended(current) {
                    reasons.insert(Reason::Era { former: former.clone(), current: current.clone() });
                }
            }
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
            let (first, last) = (*first.min(last), *first.max(last));
            reasons.insert(Reason::MethodBreak { indicator: id(), date: one.date.to_string(), first, last });
        }
    }
    vague_gaps(indicator, group, reasons);
    within_noise(record, indicator, group, reasons);
    disagreements(indicator, group, reasons);

    // The rest speaks only of different places: one place over time under one definition is a trend.
    let places: BTreeSet<&str> = group.iter().map(|o| &*o.place).collect();
    if places.len() < 2 {
        return;
    }
    own_reports(record, indicator, group, reasons);
    if record.indicators.get(indicator).is_some_and(|it| !it.rankable) {
        reasons.insert(Reason::Unranked { indicator: id() });
    }
    let is_press = |o: &&&Observation| record.source(&o.source).is_some_and(|s| s.is_press());
    let press = group.iter().filter(|o| is_press(o)).map(|o| &o.source).min();
    let other = group.iter().filter(|o| !is_press(o)).map(|o| &o.source).min();
    if let (Some(press), Some(other)) = (press, other) {
        reasons.insert(Reason::SourceKind { indicator: id(), press: press.clone(), other: other.clone() });
    }
    if let Some((months, first, last)) = widest_gap(group).filter(|(months, ..)| *months > MOST_MONTHS_APART) {
        reasons.insert(Reason::PeriodsApart { indicator: id(), months, first, last });
    }
}

/// Two places, each measured apart. With two places and two measurements there is always a pair that differs in both.
fn own_reports(record: &Record, indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
    // Of each place's part in a measurement one document speaks; few remain, and mostly the first pair will do.
    let mut parts: BTreeMap<(&str, &str), &Id> = BTreeMap::new();
    for &o in group {
        let source = parts.entry((record.measurement(o), &o.place)).or_insert(&o.source);
        *source = (*source).min(&o.source);
    }
    let parts: Vec<_> = parts.into_iter().collect();
    for ((measurement, place), a) in &parts {
        // They are sorted by measurement: those of another one begin where this one's end.
        let next = parts.partition_point(|((m, _), _)| m <= measurement);
        let other = parts[next..].iter().find(|((_, p), _)| p != place);
        if let Some((_, b)) = other {
            let (a, b) = if a <= b { (a, b) } else { (b, a) };
            reasons.insert(Reason::OwnReports { indicator: indicator.into(), a: (*a).clone(), b: (*b).clone() });
            return;
        }
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

/// Whether two figures claim to be about the same place and time, in the same sense. Periods need not be the same where
/// one was inferred: then nobody can tell a change from a contradiction.
fn same_fact(one: &Observation, other: &Observation) -> bool {
    let overlap =
        one.period.first_day() <= other.period.last_day() && other.period.first_day() <= one.period.last_day();
    one.place == other.place
        && one.status == other.status
        && (one.period == other.period || (overlap && (one.period_inferred || other.period_inferred)))
}

/// A hedged figure against every other whose number lies within the hedge (or whose own hedge reaches it). The same
/// number stated twice about the same thing is agreement.
fn vague_gaps(indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
    let hedged = group.iter().filter(|o| o.qualifier.vagueness() != (0.0, 0.0));
    for &one in hedged {
        for &other in group {
            let agree = same_fact(one, other) && one.reading == other.reading;
            if std::ptr::eq(one, other) || agree || one.status != other.status {
                continue;
            }
            if spans_meet(one, other) {
                let (a, b) = if one.place <= other.place { (one, other) } else { (other, one) };
                reasons.insert(Reason::Vague { indicator: indicator.into(), a: a.place.clone(), b: b.place.clone() });
            }
        }
    }
}

/// Two results no further apart than the measurement can tell. Of all such pairs that stand next to each other in size
/// the first by place, whatever the order of the figures.
fn within_noise(record: &Record, indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
    let Some(least) = record.indicators.get(indicator).and_then(|it| it.resolution) else { return };
    let results = group.iter().filter(|o| o.status == Status::Actual);
    let mut sized: Vec<(f64, &Observation)> = results.filter_map(|o| Some((o.reading.number()?, *o))).collect();
    sized.sort_by(|(a, one), (b, other)| {
        a.total_cmp(b)
            .then_with(|| (&one.place, one.period, &one.source).cmp(&(&other.place, other.period, &other.source)))
    });
    let near = sized.windows(2).filter_map(|pair| {
        let [(a, one), (b, other)] = [pair[0], pair[1]];
        let differ = one.place != other.place || one.period != other.period;
        let (first, second) = ((&one.place).min(&other.place), (&one.place).max(&other.place));
        (differ && !apart(a, b, least)).then_some((first, second))
    });
    if let Some((a, b)) = near.min() {
        reasons.insert(Reason::Noise { indicator: indicator.into(), a: a.clone(), b: b.clone() });
    }
}

fn spans_meet(one: &Observation, other: &Observation) -> bool {
    match (one.span(), other.span()) {
        (Some((low, high)), Some((other_low, other_high))) => low <= other_high && other_low <= high,
        _ => false,
    }
}

/// Two documents about the same place and time whose figures cannot both be right.
fn disagreements(indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
    let mut by_place: BTreeMap<&str, Vec<&Observation>> = BTreeMap::new();
    for &o in group {
        by_place.entry(&o.place).or_default().push(o);
    }
    for (place, own) in by_place {
        // Of all pairs the first documents, whatever the order of the figures.
        let mut found: Option<(&Id, &Id)> = None;
        for (n, one) in own.iter().enumerate() {
            for other in &own[n + 1..] {
                if one.source != other.source && same_fact(one, other) && !spans_meet(one, other) {
                    let pair = ((&one.source).min(&other.source), (&one.source).max(&other.source));
                    found = Some(found.map_or(pair, |known| known.min(pair)));
                }
            }
        }
        if let Some((a, b)) = found {
            let (a, b) = (a.clone(), b.clone());
            reasons.insert(Reason::Disagreement { indicator: indicator.into(), place: place.into(), a, b });
        }
    }
}

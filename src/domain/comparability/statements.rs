//! How figures were stated: hedges that reach each other, gaps within a measurement's noise, and figures of one place that
//! cannot both be right.

use crate::domain::{Id, Observation, Period, Qualifier, Reason, Record, Status, ranking::apart};
use std::collections::{BTreeMap, BTreeSet};

/// Whether two figures claim to be about the same place and time, in the same sense. Periods need not be the same where
/// one was inferred: then nobody can tell a change from a contradiction.
fn same_fact(one: &Observation, other: &Observation) -> bool {
    one.place == other.place
        && one.status == other.status
        && (one.period == other.period || (overlap(one, other) && (one.period_inferred || other.period_inferred)))
}

/// Whether two documents state the same number about the same place and time, however finely each dates it.
fn same_figure(one: &Observation, other: &Observation) -> bool {
    one.place == other.place && one.status == other.status && one.reading == other.reading && overlap(one, other)
}

fn overlap(one: &Observation, other: &Observation) -> bool {
    one.period.first_day() <= other.period.last_day() && other.period.first_day() <= one.period.last_day()
}

/// Hedged figures against every other that lies within the hedge (or whose own hedge reaches it), one reason for each way
/// of hedging; of bounds only those of results, since a target “at most 10” is just that. The same number stated twice about
/// the same thing is agreement.
pub(super) fn hedged_gaps(indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
    let id = || Id::from(indicator);
    let mut vague: Option<(&Id, &Id)> = None;
    let mut open: Option<(&Id, &Id)> = None;
    let mut disputed: Option<&Id> = None;
    for &one in group.iter().filter(|o| o.qualifier.vagueness() != (0.0, 0.0)) {
        for &other in group {
            let agree = same_figure(one, other);
            if std::ptr::eq(one, other) || agree || one.status != other.status || !spans_meet(one, other) {
                continue;
            }
            let pair = ((&one.place).min(&other.place), (&one.place).max(&other.place));
            let first = |known: Option<(&Id, &Id)>| known.is_none_or(|known| pair < known);
            if one.qualifier == Qualifier::Disputed {
                disputed = Some(disputed.map_or(&one.place, |known| known.min(&one.place)));
            } else if one.qualifier.is_open_below() && one.status == Status::Actual && first(open) {
                open = Some(pair);
            } else if one.qualifier.is_approximate() && first(vague) {
                vague = Some(pair);
            }
        }
    }
    if let Some((a, b)) = vague {
        reasons.insert(Reason::Vague { indicator: id(), a: a.clone(), b: b.clone() });
    }
    if let Some((a, b)) = open {
        let bounds = group.iter().filter(|o| o.qualifier.is_open_below() && o.status == Status::Actual);
        let places = bounds.map(|o| &o.place).collect::<BTreeSet<_>>().len() as u16;
        reasons.insert(Reason::OpenEnded { indicator: id(), a: a.clone(), b: b.clone(), places });
    }
    if let Some(place) = disputed {
        reasons.insert(Reason::Disputed { indicator: id(), place: place.clone() });
    }
}

/// Two results no further apart than the measurement can tell. Of all such pairs that stand next to each other in size
/// the first by place, whatever the order of the figures.
pub(super) fn within_noise(record: &Record, indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
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

/// Figures of one place that cannot both be right: two documents about the very same time contradict each other; where a
/// period is inferred, nobody knows which figure came later, unless it can only be the time of the other and the two are far
/// apart.
fn contradiction(one: &Observation, other: &Observation) -> Option<Contradiction> {
    if one.reading == other.reading || one_rounds_the_other(one, other) {
        return None;
    }
    let inferred = one.period_inferred || other.period_inferred;
    let same_end = one.period.last_day() == other.period.last_day();
    let within = one.period.is_within(&other.period) || other.period.is_within(&one.period);
    let (a, b) = (one.reading.number()?, other.reading.number()?);
    let far = (a - b).abs() * 10.0 > a.abs().max(b.abs());
    let two = one.source != other.source && !spans_meet(one, other);
    match inferred {
        false if same_end && two => Some(Contradiction::Disagreement),
        true if within && far && two => Some(Contradiction::Disagreement),
        true if same_fact(one, other) => Some(Contradiction::OrderUnknown),
        _ => None,
    }
}

enum Contradiction {
    Disagreement,
    OrderUnknown,
}

/// Contradictions between the figures of each place.
pub(super) fn contradictions(indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
    let mut by_place: BTreeMap<(&str, Status), Vec<&Observation>> = BTreeMap::new();
    for &o in group {
        by_place.entry((&o.place, o.status)).or_default().push(o);
    }
    for ((place, status), own) in by_place {
        // Of all pairs the first documents, whatever the order of the figures.
        let mut found: Option<(&Id, &Id, Period)> = None;
        for (n, one) in own.iter().enumerate() {
            for other in &own[n + 1..] {
                match contradiction(one, other) {
                    Some(Contradiction::OrderUnknown) => {
                        reasons.insert(Reason::OrderUnknown { indicator: indicator.into(), place: place.into() });
                    }
                    Some(Contradiction::Disagreement) => {
                        let (a, b) = ((&one.source).min(&other.source), (&one.source).max(&other.source));
                        // The longer of the two is the time both speak of.
                        let period = if one.period.is_within(&other.period) { other.period } else { one.period };
                        found = Some(found.map_or((a, b, period), |known| known.min((a, b, period))));
                    }
                    None => {}
                }
            }
        }
        if let Some((a, b, period)) = found {
            let (a, b) = (a.clone(), b.clone());
            let (indicator, place) = (indicator.into(), place.into());
            reasons.insert(Reason::Disagreement { indicator, place, status, period, a, b });
        }
    }
}

/// Whether one figure is the other with fewer decimals: 51 and 51.3.
fn one_rounds_the_other(one: &Observation, other: &Observation) -> bool {
    let (Some(a), Some(b)) = (one.reading.number(), other.reading.number()) else { return false };
    let decimals = |n: f64| n.to_string().split_once('.').map_or(0, |(_, digits)| digits.len() as i32);
    let (coarse, fine) = if decimals(a) <= decimals(b) { (a, b) } else { (b, a) };
    let step = 10f64.powi(-decimals(coarse));
    decimals(a) != decimals(b) && (coarse - fine).abs() <= step / 2.0 + step * 1e-9
}

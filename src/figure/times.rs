//! Which periods a view shows, where nobody has asked for one: the latest that most have, or the two ends of a time.

use super::Question;
use crate::domain::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The two ends of the time that is looked at: of the periods that most of the places followed have a figure for, the first
/// and the last between two breaks, of the newest such stretch with two of them. Where a time was asked for, or where every
/// stretch is one period, the ends of all. Nothing where there are no two periods.
pub(super) fn two_ends(
    record: &Record,
    indicator: &str,
    question: &Question,
    figures: &[&Arc<Observation>],
    followed: &dyn Fn(&Observation) -> bool,
) -> Option<[Period; 2]> {
    let mut places: BTreeMap<Period, BTreeSet<&Id>> = BTreeMap::new();
    for o in figures.iter().filter(|o| followed(o) && o.reading.number().is_some()) {
        places.entry(o.period).or_default().insert(&o.place);
    }
    let most = places.values().map(BTreeSet::len).max()?;
    let full: Vec<Period> =
        places.iter().filter(|(_, places)| places.len() == most).map(|(period, _)| *period).collect();
    let concerns = |one: &Break| question.places.iter().any(|place| one.concerns(indicator, &place.id));
    let parted = |a: &Period, b: &Period| record.breaks.iter().any(|one| one.lies_between(a, b) && concerns(one));
    let ends = |stretch: &[Period]| match stretch {
        [first, .., last] => Some([*first, *last]),
        _ => None,
    };
    let newest = full.chunk_by(|a, b| !parted(a, b)).rev().find_map(ends);
    newest.filter(|_| question.time.is_none()).or_else(|| ends(&full))
}

/// The latest of the periods that most of the places looked at have a figure for. Of a list of so many `units` of which no
/// period has half, the newest that is half as full as the fullest: ends of tables say less than the year they are of.
pub(super) fn best_period(
    figures: &[&Arc<Observation>],
    scope: &dyn Fn(&Observation) -> bool,
    time: Option<TimeSpan>,
    units: Option<usize>,
) -> Option<Period> {
    let mut counts: BTreeMap<Period, usize> = BTreeMap::new();
    for o in figures.iter().filter(|o| scope(o) && time.is_none_or(|t| t.contains(&o.period))) {
        *counts.entry(o.period).or_default() += usize::from(o.reading.number().is_some());
    }
    // A period only a few places have does not hide the last full one: nine tenths of the fullest will do.
    let most = counts.values().copied().max()?;
    let partly = units.is_some_and(|units| most * 2 <= units);
    let enough = |n: usize| if partly { n * 2 >= most } else { n * 10 >= most * 9 };
    counts.into_iter().rev().find(|(_, n)| enough(*n)).map(|(period, _)| period)
}

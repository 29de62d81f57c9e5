//! Figures that do not stand with the rest of a panel: of another period, of another report, or out of date.

use super::{Row, verdicts::sides};
use crate::domain::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Of the places followed that have results, but none of the period shown: the newest period of each.
pub(super) fn strays(
    figures: &[&Arc<Observation>],
    followed: &dyn Fn(&Observation) -> bool,
    period: Option<Period>,
) -> BTreeMap<Id, Period> {
    let mut newest: BTreeMap<Id, Period> = BTreeMap::new();
    let Some(period) = period else { return newest };
    let stated = |o: &&&Arc<Observation>| followed(o) && o.reading.number().is_some();
    for o in figures.iter().filter(stated) {
        let known = newest.entry(o.place.clone()).or_insert(o.period);
        *known = (*known).max(o.period);
    }
    // A gap with a reason speaks for its period, as a figure does.
    for o in figures.iter().filter(|o| o.period == period) {
        newest.remove(&o.place);
    }
    newest
}

/// Takes the newest reports of chosen places that no row is about: outside the common measurement, but all there is.
pub(super) fn take_lonely(rows: &[Row], also: &mut Vec<Row>) -> Vec<Row> {
    let shown: BTreeSet<&Id> = rows.iter().map(|row| &row.place.id).collect();
    let alone = |row: &Row| {
        row.chosen.is_some() && row.observation.reading.number().is_some() && !shown.contains(&row.place.id)
    };
    let mut newest: BTreeMap<Id, Period> = BTreeMap::new();
    for row in also.iter().filter(|row| alone(row)) {
        let known = newest.entry(row.place.id.clone()).or_insert(row.observation.period);
        *known = (*known).max(row.observation.period);
    }
    let (lonely, rest) = std::mem::take(also)
        .into_iter()
        .partition(|row| alone(row) && newest.get(&row.place.id) == Some(&row.observation.period));
    *also = rest;
    lonely
}

/// Takes out all but the newest figures of each place, and what stands on an earlier side of a break. Two documents
/// about the same time both stay.
pub(super) fn take_earlier(rows: &mut Vec<Row>, breaks: &[&Break]) -> Vec<Row> {
    // A change at one place says nothing about the others.
    let of_all: Vec<&Break> = breaks.iter().copied().filter(|one| one.place.is_none()).collect();
    let side = |row: &Row| sides(&of_all, &row.observation);
    let latest = rows.iter().map(side).filter(|[begins, ends]| begins == ends).max();

    let mut newest: BTreeMap<Id, Period> = BTreeMap::new();
    for row in rows.iter() {
        let known = newest.entry(row.place.id.clone()).or_insert(row.observation.period);
        *known = (*known).max(row.observation.period);
    }
    let (last, earlier) = std::mem::take(rows).into_iter().partition(|row| {
        let newest = row.chosen.is_some() || newest.get(&row.place.id) == Some(&row.observation.period);
        newest && latest.is_none_or(|latest| side(row) == latest)
    });
    *rows = last;
    earlier
}

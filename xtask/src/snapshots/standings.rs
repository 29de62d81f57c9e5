//! How each place stands among all: its rank, and the lowest, middle and highest figure, in each common measurement.

use super::Figures;
use std::collections::{BTreeMap, BTreeSet};
use tinh_so::domain::*;
use tinh_so::snapshot::wire::StandingRow;

/// Among fewer places than these a rank says little.
const FEWEST: usize = 10;

/// The standings of each place, in the editor's order of indicators. Each indicator is ranked once for all places.
pub(super) fn by_place(record: &Record, figures: &BTreeMap<Id, Figures>) -> BTreeMap<Id, Vec<StandingRow>> {
    let mut standings: BTreeMap<Id, Vec<StandingRow>> = BTreeMap::new();
    let lists = [Basis::Former63, Basis::Current34]
        .map(|basis| (basis, record.places().iter().filter(|place| place.is_of(basis)).count()));
    for summary in record.summaries.iter().filter(|summary| summary.common) {
        let (Some(indicator), Some(figures)) = (record.indicators.get(&summary.id), figures.get(&summary.id)) else {
            continue;
        };
        for (place, standing) in latest(record, &lists, indicator, figures) {
            if let Some(standing) = standing {
                standings.entry(place.clone()).or_default().push(standing);
            }
        }
    }
    standings
}

/// For each place with a figure, its standing in its latest period; none if that period has no ranking.
fn latest<'a>(
    record: &Record,
    lists: &[(Basis, usize)],
    indicator: &Indicator,
    figures: &Figures<'a>,
) -> BTreeMap<&'a Id, Option<StandingRow>> {
    let mut periods: BTreeMap<Period, Figures> = BTreeMap::new();
    for &o in figures.iter() {
        let is_unit = record.place(&o.place).is_some_and(|place| place.is_unit());
        if o.status == Status::Actual && is_unit && o.reading.number().is_some() && record.is_common(o) {
            periods.entry(o.period).or_default().push(o);
        }
    }
    let mut latest = BTreeMap::new();
    for (period, figures) in periods {
        for &o in &figures {
            latest.insert(&o.place, None);
        }
        for (place, standing) in in_period(record, lists, indicator, period, &figures).into_iter().flatten() {
            latest.insert(place, standing);
        }
    }
    latest
}

/// The standing of every place with a figure in a period; `None` where the figures do not make one ranking.
fn in_period<'a>(
    record: &Record,
    lists: &[(Basis, usize)],
    indicator: &Indicator,
    period: Period,
    figures: &Figures<'a>,
) -> Option<Vec<(&'a Id, Option<StandingRow>)>> {
    let measurements: BTreeSet<&str> = figures.iter().map(|o| record.measurement(o)).collect();
    let mut numbers: BTreeMap<&Id, f64> = BTreeMap::new();
    for o in figures {
        let number = o.reading.number()?;
        // Several copies of one table may state a figure; if they disagree, nobody knows the ranking.
        if numbers.insert(&o.place, number).is_some_and(|other| other != number) {
            return None;
        }
    }
    if measurements.len() != 1 || numbers.len() < FEWEST {
        return None;
    }
    // Often only the first ten of a table were published; the tenth of them must not read as the last of ten. And units
    // of both eras never stand in one ranking.
    let is_all_of = |basis| numbers.keys().all(|id| record.place(id).is_some_and(|place| place.is_of(basis)));
    let units = lists.iter().filter(|(basis, _)| is_all_of(*basis)).map(|(_, units)| *units).min()?;
    if numbers.len() * 2 <= units {
        return None;
    }
    let (places, numbers): (Vec<&Id>, Vec<f64>) = numbers.into_iter().unzip();
    let ranking = rank_under(indicator, &numbers).filter(|_| !indicator.is_count())?;
    let mut sorted = numbers.clone();
    sorted.sort_by(f64::total_cmp);
    // Of an even number the lower of the two in the middle, so that it is a figure somebody stated.
    let (lowest, median, highest) = (sorted[0], sorted[(sorted.len() - 1) / 2], sorted[sorted.len() - 1]);
    // A stated rank counts places whose own rank we may not have: what we count must agree with it, or is left out.
    let agrees = |rank: &Rank, number: f64| indicator.unit.kind != UnitKind::Rank || f64::from(rank.place) == number;
    let rows = places.into_iter().zip(&ranking.ranks).zip(numbers).map(|((place, rank), number)| {
        let row = StandingRow {
            indicator: indicator.id.clone(),
            period: period.to_string(),
            rank: rank.place,
            rank_to: rank.is_band().then_some(rank.to),
            quarter: rank.quarter,
            shared: rank.shared,
            of: ranking.of,
            lowest,
            median,
            highest,
        };
        (place, agrees(rank, number).then_some(row))
    });
    Some(rows.collect())
}

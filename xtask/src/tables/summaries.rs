//! What lists say of each indicator without its figures.

use std::collections::{BTreeMap, BTreeSet};
use tinh_so::domain::*;

/// One summary for each indicator, in the editor's order.
pub(super) fn summaries(order: &[Id], record: &Record) -> Vec<IndicatorSummary> {
    let mut figures: BTreeMap<&str, Vec<&Observation>> = BTreeMap::new();
    for observation in &record.observations {
        figures.entry(&observation.indicator).or_default().push(observation);
    }
    let none = Vec::new();
    let indicators = order.iter().filter_map(|id| record.indicators.get(id));
    indicators.map(|indicator| summary(indicator, figures.get(&*indicator.id).unwrap_or(&none), record)).collect()
}

fn summary(indicator: &Indicator, figures: &[&Observation], record: &Record) -> IndicatorSummary {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let actual = || figures.iter().filter(|o| o.status == Status::Actual);
    let stated = || actual().filter(|o| o.reading.number().is_some());
    let common = actual().any(|o| record.is_common(o));
    let places: BTreeSet<&str> = stated().filter(|o| !common || record.is_common(o)).map(|o| &*o.place).collect();
    let of_common: Vec<&Observation> = stated().copied().filter(|o| record.is_common(o)).collect();
    IndicatorSummary {
        id: indicator.id.clone(),
        theme: indicator.theme.clone(),
        topic: indicator.topic.clone(),
        name: indicator.name.clone(),
        headline: indicator.headline,
        common,
        places: u16::try_from(places.len()).unwrap_or(u16::MAX),
        figures: count(stated().count()),
        targets: count(figures.iter().filter(|o| o.status == Status::Target).count()),
        latest: stated().map(|o| o.period).max(),
        counterpart: indicator.counterpart.clone(),
        set: common_set(&of_common, record),
    }
}

/// The figures of a common measurement that may be read together: of the newest period that nearly as many units have as any
/// (nine tenths; of ends of tables, half), as pages open on; `None` where fewer than two have one.
fn common_set(figures: &[&Observation], record: &Record) -> Option<CommonSet> {
    let unit = |o: &&&Observation| record.place(&o.place).is_some_and(|place| place.is_unit());
    let mut periods: BTreeMap<Period, Vec<&Observation>> = BTreeMap::new();
    for o in figures.iter().filter(unit) {
        periods.entry(o.period).or_default().push(o);
    }
    let places = |own: &[&Observation]| own.iter().map(|o| o.place.clone()).collect::<BTreeSet<Id>>();
    let most = periods.values().map(|own| places(own).len()).max()?;
    let list = record.places().iter().filter(|it| it.is_of(Basis::Current34)).count();
    let enough = |n: usize| if most * 2 <= list { n * 2 >= most } else { n * 10 >= most * 9 };
    let (period, own) = periods.into_iter().rev().find(|(_, own)| enough(places(own).len()))?;
    let with = places(&own);
    let began = with.iter().any(|id| record.place(id).is_some_and(|it| it.valid_from.is_some()));
    let ended = with.iter().any(|id| record.place(id).is_some_and(|it| it.valid_to.is_some()));
    let merger = record.lineage.iter().map(|row| row.date.first_day()).min();
    let since = merger.is_some_and(|day| period.last_day() >= day);
    let basis = if began || (since && !ended) { Basis::Current34 } else { Basis::Former63 };
    let units: Vec<&Id> = record.places().iter().filter(|it| it.is_of(basis)).map(|it| &it.id).collect();
    let most = with.len() * 2 > units.len();
    (with.len() > 1).then(|| CommonSet {
        period,
        basis,
        places: with.len() as u16,
        lacks: units.into_iter().filter(|id| most && !with.contains(*id)).cloned().collect(),
        sign: compare(record, own).sign,
    })
}

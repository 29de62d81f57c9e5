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
    }
}

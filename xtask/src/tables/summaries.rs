//! What lists say of each indicator without its figures, and what in the figures looks like a slip.

use super::{
    problem::Log,
    spec::{INDICATORS, OBSERVATIONS, SOURCES},
};
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

/// Writes down what is allowed but looks like a slip.
pub(super) fn warn(
    indicators: &[(u64, Indicator)],
    sources: &[(u64, Source)],
    observations: &[(u64, Observation)],
    set_aside: &[(u64, SetAside)],
    log: &Log,
) {
    let mut used: BTreeSet<&str> = observations.iter().flat_map(|(_, o)| [&*o.indicator, &*o.source]).collect();
    used.extend(set_aside.iter().map(|(_, one)| &*one.source));
    for (line, indicator) in indicators.iter().filter(|(_, indicator)| !used.contains(&*indicator.id)) {
        let message = format!("“{}” has no observation", indicator.id);
        log.warn(INDICATORS.file, (Some(*line), Some("indicator")), message, None);
    }
    for (line, source) in sources.iter().filter(|(_, source)| !used.contains(&*source.id)) {
        let message = format!("no observation cites “{}”", source.id);
        log.warn(SOURCES.file, (Some(*line), Some("source")), message, None);
    }
    warn_of_twins(indicators, sources, observations, log);
}

/// One number under two definitions of a topic was often entered twice. Tables of a common measurement are left out:
/// they are taken over whole, and two of their columns may well agree.
fn warn_of_twins(
    indicators: &[(u64, Indicator)],
    sources: &[(u64, Source)],
    observations: &[(u64, Observation)],
    log: &Log,
) {
    let topics: BTreeMap<&str, &str> = indicators.iter().map(|(_, i)| (&*i.id, &*i.topic)).collect();
    let own: BTreeSet<&str> = sources.iter().filter(|(_, s)| s.series.is_empty()).map(|(_, s)| &*s.id).collect();
    // Place, period, status, topic and value, and where they stood first.
    type Twin<'a> = (&'a str, Period, Status, &'a str, u64);
    let mut first: BTreeMap<Twin, (u64, &str)> = BTreeMap::new();
    for (line, o) in observations.iter().filter(|(_, o)| own.contains(&*o.source)) {
        let (Some(number), Some(topic)) = (o.reading.number(), topics.get(&*o.indicator)) else { continue };
        let key = (&*o.place, o.period, o.status, *topic, number.to_bits());
        let (other, indicator) = *first.entry(key).or_insert((*line, &o.indicator));
        if indicator != &*o.indicator {
            let message =
                format!("{number} is also the value of {indicator} for the same place and period, on line {other}");
            let hint = "check that the source states both".to_owned();
            log.warn(OBSERVATIONS.file, (Some(*line), Some("value")), message, Some(hint));
        }
    }
}

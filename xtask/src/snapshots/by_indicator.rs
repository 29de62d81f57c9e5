//! The CSV of every indicator, each written from the figures and breaks of that indicator alone: looked for in the whole
//! record, they would cost the square of the number of indicators.

use std::{collections::BTreeMap, sync::Arc};
use tinh_so::domain::{Break, Id, Observation, Record};
use tinh_so::figure::indicator_rows;

/// Each indicator with the text of its CSV, in the editor's order.
pub(super) fn csv(record: &Record) -> impl Iterator<Item = (Id, String)> {
    let mut figures: BTreeMap<&str, Vec<Arc<Observation>>> = BTreeMap::new();
    for o in &record.observations {
        figures.entry(&o.indicator).or_default().push(o.clone());
    }
    // Those of no one indicator concern all.
    let mut breaks: BTreeMap<&str, Vec<&Break>> = BTreeMap::new();
    for one in &record.breaks {
        breaks.entry(one.indicator.as_deref().unwrap_or_default()).or_default().push(one);
    }
    let mut part = record.clone();
    record.summaries.iter().map(move |summary| {
        part.observations = figures.remove(&*summary.id).unwrap_or_default();
        let own = [&*summary.id, ""].into_iter().filter_map(|id| breaks.get(id)).flatten();
        part.breaks = own.copied().cloned().collect();
        (summary.id.clone(), indicator_rows(&part, &summary.id).csv())
    })
}

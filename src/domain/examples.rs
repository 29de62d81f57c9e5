//! Examples for the method page, taken from the record itself: for each reason two figures of which it alone speaks.

use super::{Observation, Qualifier, ReasonKind, Record, Status, compare};
use std::{collections::BTreeMap, sync::Arc};

/// Two figures.
pub type Pair = [Arc<Observation>; 2];

/// The most figures of a topic that are looked at, about.
const ENOUGH: usize = 200;

/// What the method page shows.
#[derive(Debug, Clone, Default)]
pub struct Examples {
    /// For each kind of reason a pair that has it, and if possible no other.
    pub reasons: BTreeMap<ReasonKind, Pair>,
    /// A pair of two places that has none.
    pub equal: Option<Pair>,
}

/// The first pairs of figures under one topic that have a reason and no other; topics of the main themes come first.
/// Some reasons never come alone (two eras are never one measurement): for those the pair with the fewest others.
pub fn examples(record: &Record) -> Examples {
    let main = |theme: &str| record.theme(theme).is_some_and(|it| it.main);
    let (first, rest): (Vec<_>, Vec<_>) = record.topics.iter().partition(|topic| main(&topic.theme));
    let mut found: BTreeMap<ReasonKind, (usize, Pair)> = BTreeMap::new();
    let mut equal: Option<Pair> = None;
    let plain = |o: &Observation| o.qualifier == Qualifier::Exact && !o.period_inferred && o.status == Status::Actual;
    for topic in first.into_iter().chain(rest) {
        let of_topic = |o: &&Arc<Observation>| {
            record.indicators.get(&o.indicator).is_some_and(|it| it.topic == topic.id) && o.reading.number().is_some()
        };
        let all: Vec<&Arc<Observation>> = record.observations.iter().filter(of_topic).collect();
        // Of the large common measurements a part will do: their pairs are much alike.
        let figures: Vec<&Arc<Observation>> = all.iter().copied().step_by(1 + all.len() / ENOUGH).collect();
        for (n, one) in figures.iter().enumerate() {
            let alone = |kind: &ReasonKind| found.get(kind).is_some_and(|(others, _)| *others == 1);
            let lacking = ReasonKind::ALL.iter().filter(|kind| !alone(kind)).count();
            if equal.is_some() && found.len() == ReasonKind::ALL.len() && lacking <= 1 {
                break;
            }
            for other in &figures[n + 1..] {
                let verdict = compare(record, [&***one, &***other]);
                let pair = || [(*one).clone(), (*other).clone()];
                let count = verdict.reasons.len();
                if count == 0 && equal.is_none() && one.place != other.place && plain(one) && plain(other) {
                    equal = Some(pair());
                }
                // A target only where it is what the reason is about.
                let results = one.status == Status::Actual && other.status == Status::Actual;
                for reason in verdict.reasons.iter().filter(|it| results || it.kind() == ReasonKind::Target) {
                    let known = found.get(&reason.kind()).map(|(others, _)| *others);
                    if known.is_none_or(|known| count < known) {
                        found.insert(reason.kind(), (count, pair()));
                    }
                }
            }
        }
    }
    Examples { reasons: found.into_iter().map(|(kind, (_, pair))| (kind, pair)).collect(), equal }
}

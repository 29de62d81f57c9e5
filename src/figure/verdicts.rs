//! Verdicts of what a panel draws: of lines between and across changes of method, and of results beside targets.

use super::Row;
use crate::domain::*;
use std::collections::{BTreeMap, BTreeSet};

/// How many breaks lie before the beginning of a figure's period, and how many before its end: the side it stands on, or
/// a place of its own where the period runs across one.
pub(super) fn sides(breaks: &[&Break], o: &Observation) -> [usize; 2] {
    let before = |day: i32| {
        breaks.iter().filter(|one| one.concerns(&o.indicator, &o.place) && one.date.first_day() <= day).count()
    };
    [before(o.period.first_day()), before(o.period.last_day())]
}

/// The verdict of lines: what lies on either side of a change of method must not be compared, whatever may be said within
/// each stretch, which is the second answer.
pub(super) fn across_breaks(within: Verdict, whole: Verdict) -> (Verdict, Option<Verdict>) {
    let broken: Vec<Reason> = whole
        .reasons
        .into_iter()
        .filter(|it| it.kind() == ReasonKind::MethodBreak && !within.reasons.contains(it))
        .collect();
    if broken.is_empty() {
        return (within, None);
    }
    (Verdict::of(within.reasons.iter().cloned().chain(broken).collect()), Some(within))
}

/// The verdict of results beside targets of places that have no result there.
pub(super) fn beside_targets(verdict: Verdict, rows: &[Row], targets: &[Row]) -> Verdict {
    let of = |row: &Row| rows.iter().any(|other| other.place.id == row.place.id);
    let (Some(row), Some(lone)) = (rows.first(), targets.iter().find(|row| !of(row))) else { return verdict };
    let (result, target) = (row.place.id.clone(), lone.place.id.clone());
    let reason = Reason::Target { indicator: row.observation.indicator.clone(), result, target };
    Verdict::of(verdict.reasons.into_iter().chain([reason]).collect())
}

/// A trend is read two ways: places beside each other at one time, and one place along its line between two breaks.
/// The breaks themselves are drawn as gaps, so that nothing is read across them.
pub(super) fn trend_verdict(record: &Record, rows: &[Row], breaks: &[Break]) -> Verdict {
    let breaks: Vec<&Break> = breaks.iter().collect();
    let mut groups: BTreeMap<(u8, String), Vec<&Observation>> = BTreeMap::new();
    for row in rows {
        let o = &*row.observation;
        groups.entry((0, o.period.to_string())).or_default().push(o);
        groups.entry((1, format!("{} {:?}", row.place.id, sides(&breaks, o)))).or_default().push(o);
    }
    let mut reasons: Vec<Reason> = Vec::new();
    for group in groups.into_values() {
        for reason in compare(record, group).reasons {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    let places: BTreeSet<&Id> = rows.iter().map(|row| &row.place.id).collect();
    if places.len() > 1 {
        let overlap = compare(record, rows.iter().map(|row| &*row.observation)).reasons;
        reasons.extend(
            overlap
                .into_iter()
                .filter(|r| {
                    matches!(r.kind(), ReasonKind::Era | ReasonKind::Part | ReasonKind::OwnReports)
                        && !reasons.contains(r)
                })
                .collect::<Vec<_>>(),
        );
    }
    Verdict::of(reasons)
}

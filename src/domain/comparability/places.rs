//! Places that share ground: a part and its whole, and the areas of two eras.

use crate::domain::{Id, Place, PlaceKind, Reason, Record};
use std::collections::{BTreeMap, BTreeSet};

/// Areas that share ground: within one era a part and its whole, between the eras a unit and its successor, a former
/// unit and the region of today it lies in, and regions that were redrawn.
pub(super) fn overlapping_places(record: &Record, places: &BTreeSet<&str>) -> BTreeSet<Reason> {
    let mut reasons = BTreeSet::new();
    if places.len() < 2 {
        return reasons;
    }
    let chosen: Vec<&Place> = places.iter().filter_map(|id| record.place(id)).map(|place| &**place).collect();
    let has = |id: &Id| places.contains(&**id);
    for row in record.lineage.iter().filter(|row| has(&row.from) && has(&row.to)) {
        reasons.insert(Reason::Era { former: row.from.clone(), current: row.to.clone() });
    }
    let is = |place: &Place, kind: PlaceKind| place.kind == kind;
    for whole in chosen.iter().filter(|place| is(place, PlaceKind::Country)) {
        for part in chosen.iter().filter(|place| place.id != whole.id) {
            reasons.insert(Reason::Part { part: part.id.clone(), whole: whole.id.clone() });
        }
    }
    let regions: Vec<&&Place> = chosen.iter().filter(|place| is(place, PlaceKind::Region)).collect();
    if regions.is_empty() {
        return reasons;
    }
    // Looked up for every unit: in the list itself that would take the square of its length.
    let successor_of: BTreeMap<&str, &Id> = record.lineage.iter().rev().map(|row| (&*row.from, &row.to)).collect();
    let successor = |id: &str| successor_of.get(id).and_then(|to| record.place(to));
    let mut predecessors_of: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
    for row in &record.lineage {
        let before = record.place(&row.from).map(|place| &**place);
        predecessors_of.entry(&row.to).or_default().extend(before);
    }
    for &unit in chosen.iter().filter(|place| place.is_unit()) {
        let successor = successor(&unit.id);
        let within = |region: &&Place| {
            unit.regions.contains(&region.id) || successor.is_some_and(|now| now.regions.contains(&region.id))
        };
        for &&region in &regions {
            if within(&region) {
                reasons.insert(Reason::Part { part: unit.id.clone(), whole: region.id.clone() });
            } else if predecessors_of
                .get(&*unit.id)
                .is_some_and(|all| all.iter().any(|it| it.regions.contains(&region.id)))
            {
                reasons.insert(Reason::Era { former: region.id.clone(), current: unit.id.clone() });
            }
        }
    }
    if regions.len() < 2 {
        return reasons;
    }
    // Two regions share ground where a unit, or what became of it, lies in both.
    for unit in record.places().iter().filter(|place| place.is_unit() && !place.regions.is_empty()) {
        let now = successor(&unit.id).map_or(&[] as &[Id], |it| &it.regions);
        for former in unit.regions.iter().filter(|id| has(id)) {
            for current in now.iter().chain(&unit.regions).filter(|id| has(id) && *id != former) {
                let ended = |id: &Id| record.place(id).is_some_and(|it| it.valid_to.is_some());
                if ended(former) && !ended(current) {
                    reasons.insert(Reason::Era { former: former.clone(), current: current.clone() });
                }
            }
        }
    }
    reasons
}

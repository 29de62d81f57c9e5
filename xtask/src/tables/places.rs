//! Places, each in its era: what a row must say by itself, and what places must say about each other.

use super::{
    cells::{Cells, Known},
    problem::{Log, Reported},
    spec::{LINEAGE, PLACES, Spec},
};
use std::collections::{BTreeMap, BTreeSet};
use tinh_so::domain::*;

/// The last day of the 63 provinces and cities.
pub(super) const LAST_DAY_OF_63: &str = "2025-06-30";
/// The first day of the 34 provinces and cities.
pub(super) const FIRST_DAY_OF_34: &str = "2025-07-01";

/// Places by id.
pub(super) type Places = BTreeMap<Id, Place>;

pub(super) fn place(cells: Cells, places: &Known) -> Result<Place, Reported> {
    let (name, short) = (cells.words("name"), cells.text("short_name"));
    let kind = cells.code("kind", PlaceKind::CODES);
    let (from, to) = (cells.maybe_day("valid_from"), cells.maybe_day("valid_to"));
    let aliases = cells.list("aliases");
    let regions = cells.list("region").and_then(|regions| {
        let checked: Vec<_> = regions.iter().map(|region| cells.check("region", region, places)).collect();
        checked.into_iter().collect::<Result<(), _>>().map(|()| regions)
    });
    if let (Ok(Some(from)), Ok(Some(to))) = (&from, &to)
        && to < from
    {
        return Err(cells.wrong(
            "valid_to",
            format!("{to} is before valid_from, {from}"),
            Some("check both days".to_owned()),
        ));
    }
    let code = gso_code(cells, kind.is_ok_and(|kind| matches!(kind, PlaceKind::Province | PlaceKind::City)));
    Ok(Place {
        id: cells.get("place").into(),
        name: name?,
        short: short?,
        kind: kind?,
        gso_code: code?,
        regions: regions?,
        valid_from: from?,
        valid_to: to?,
        aliases: aliases?,
    })
}

const CODE_HINT: &str = "expected the two digits of the statistics office, with the leading zero: 01";

fn gso_code(cells: Cells, is_unit: bool) -> Result<Id, Reported> {
    let code = cells.get("gso_code");
    // Of a province, a district or a commune; `check_together` sees to it that a list has one kind.
    let is_code = matches!(code.len(), 2 | 3 | 5) && code.bytes().all(|b| b.is_ascii_digit());
    if is_code || (code.is_empty() && !is_unit) {
        return Ok(code.into());
    }
    let hint = CODE_HINT.to_owned();
    let message = if code.is_empty() { "is empty".to_owned() } else { format!("“{code}” is not a code") };
    Err(cells.wrong("gso_code", message, Some(hint)))
}

/// What rows of places must say about each other.
pub(super) fn check_together(rows: &[(u64, Place)], lineage: &[(u64, Lineage)], lineage_read: bool, log: &Log) {
    let by_id: Places = rows.iter().map(|(_, place)| (place.id.clone(), place.clone())).collect();
    let joined: BTreeSet<&Id> = lineage.iter().map(|(_, row)| &row.from).collect();
    let made: BTreeSet<&Id> = lineage.iter().map(|(_, row)| &row.to).collect();
    let digits = digits_of_codes(rows);
    let mut codes: BTreeMap<(u16, &str), u64> = BTreeMap::new();
    for (line, place) in rows {
        let wrong = |column: &str, message: String, hint: Option<String>| {
            log.problem(PLACES.file, (Some(*line), Some(column)), message, hint);
        };
        check_regions(place, &by_id, &wrong);
        for basis in [Basis::Former63, Basis::Current34].into_iter().filter(|basis| place.is_of(*basis)) {
            if let Some(other) = codes.insert((basis.number(), &place.gso_code), *line) {
                let message =
                    format!("“{}” is also the code of line {other} in the list of {}", place.gso_code, basis.number());
                wrong("gso_code", message, Some("every unit of a list has a code of its own".to_owned()));
            }
        }
        if place.is_unit() && place.gso_code.len() != digits {
            let message = format!("“{}” has not {digits} digits like the other units’ codes", place.gso_code);
            wrong("gso_code", message, Some(CODE_HINT.to_owned()).filter(|_| digits == 2));
        }
        if place.is_unit() && lineage_read {
            check_lineage_of(place, joined.contains(&place.id), made.contains(&place.id), &wrong);
        }
    }
}

/// How many digits most units’ codes have: two where the units are provinces.
fn digits_of_codes(rows: &[(u64, Place)]) -> usize {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, place) in rows.iter().filter(|(_, place)| place.is_unit()) {
        *counts.entry(place.gso_code.len()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(2, |(digits, _)| digits)
}

fn check_regions(place: &Place, by_id: &Places, wrong: &impl Fn(&str, String, Option<String>)) {
    let parents: Vec<&Place> = place.regions.iter().filter_map(|id| by_id.get(id)).collect();
    if parents.len() < place.regions.len() {
        return; // A region whose own row is wrong.
    }
    let kind = match place.kind {
        PlaceKind::Country if parents.is_empty() => return,
        PlaceKind::Country => return wrong("region", "the country lies in no region".to_owned(), None),
        PlaceKind::Region => PlaceKind::Country,
        PlaceKind::Province | PlaceKind::City => PlaceKind::Region,
    };
    for parent in parents.iter().filter(|parent| parent.kind != kind) {
        let message = format!("“{}” is a {}, not a {}", parent.id, parent.kind.code(), kind.code());
        wrong("region", message, candidates(kind, by_id));
    }
    // One region of each era the unit lived through, the former first.
    let is_former = |place: &Place| place.valid_to.is_some();
    let expected: &[bool] = match (place.kind, &place.valid_from, &place.valid_to) {
        (PlaceKind::Region, ..) => {
            if parents.len() != 1 {
                wrong("region", "a region lies in one country".to_owned(), candidates(kind, by_id));
            }
            return;
        }
        (_, None, None) => &[true, false],
        (_, _, Some(_)) => &[true],
        (_, Some(_), None) => &[false],
    };
    let found: Vec<bool> = parents.iter().map(|parent| is_former(parent)).collect();
    if found != expected && parents.iter().all(|parent| parent.kind == kind) {
        let eras: Vec<&str> = expected.iter().map(|former| if *former { "former" } else { "current" }).collect();
        let message = format!("“{}” does not fit the unit’s time", place.regions.join("|"));
        wrong("region", message, Some(format!("expected its {} region", eras.join(" region|its "))));
    }
}

fn candidates(kind: PlaceKind, by_id: &Places) -> Option<String> {
    let ids: Vec<&str> = by_id.values().filter(|place| place.kind == kind).map(|place| &*place.id).collect();
    (!ids.is_empty()).then(|| format!("expected one of: {}", ids.join(", ")))
}

/// A unit that ended has one successor, a unit that began at the merger has predecessors, any other has neither.
fn check_lineage_of(place: &Place, joined: bool, made: bool, wrong: &impl Fn(&str, String, Option<String>)) {
    let hint = || Some(format!("see {}", LINEAGE.file));
    if place.valid_to.is_some() && !joined {
        wrong(
            "valid_to",
            format!("“{}” ended, but no row of lineage.csv says what it became part of", place.id),
            hint(),
        );
    }
    if place.valid_from.is_some() && !made {
        wrong(
            "valid_from",
            format!("“{}” began, but no row of lineage.csv says what it was made of", place.id),
            hint(),
        );
    }
}

pub(super) fn lineage(cells: Cells, known: &Known, places: &Places) -> Result<Lineage, Reported> {
    let (from, to) = (cells.reference("from", known), cells.reference("to", known));
    let (date, act) = (cells.day("date"), cells.text("act"));
    let is_day = |period: Option<Period>, day: &str| period.is_some_and(|period| period.to_string() == day);
    let hint = "the unit that ended stands first, the one it is now part of second";
    let fault = |column: &str, message: String| Err(cells.wrong(column, message, Some(hint.to_owned())));
    let (from, to, date) = (from?, to?, date?);
    if let Some(place) = places.get(&from).filter(|place| !is_day(place.valid_to, LAST_DAY_OF_63)) {
        return fault("from", format!("“{}” does not end on {LAST_DAY_OF_63} (its valid_to)", place.id));
    }
    if let Some(place) = places.get(&to).filter(|place| !is_day(place.valid_from, FIRST_DAY_OF_34)) {
        return fault("to", format!("“{}” does not begin on {FIRST_DAY_OF_34} (its valid_from)", place.id));
    }
    if !is_day(Some(date), FIRST_DAY_OF_34) {
        return fault("date", format!("{date} is not {FIRST_DAY_OF_34}, the day of the merger"));
    }
    Ok(Lineage { from, to, date, act: act? })
}

/// A unit joins one successor.
pub(super) fn check_lineage(rows: &[(u64, Lineage)], log: &Log) {
    let mut first: BTreeMap<&str, u64> = BTreeMap::new();
    for (line, row) in rows {
        if let Some(other) = first.insert(&row.from, *line) {
            let message = format!("“{}” already has a successor on line {other}", row.from);
            let hint = "a unit joined one other: keep one of the two".to_owned();
            log.problem(LINEAGE.file, (Some(*line), Some("from")), message, Some(hint));
        }
    }
}

pub(super) fn status_change(cells: Cells, known: &Known, places: &Places) -> Result<StatusChange, Reported> {
    let (place, date) = (cells.reference("place", known), cells.day("date"));
    let kind = cells.word("kind", &["became-city", "merger", "regions-redrawn"]);
    let (act, note) = (cells.text("act"), cells.words("note"));
    let (id, date, kind) = (place?, date?, kind?);
    if let Some(place) = places.get(&id) {
        if kind == "became-city" && place.kind != PlaceKind::City {
            let message = format!("“{id}” became a city here, but is a {} in places.csv", place.kind.code());
            return Err(cells.wrong("place", message, Some("correct one of the two".to_owned())));
        }
        if !overlaps(place, &date) {
            return Err(cells.wrong("date", format!("“{id}” did not exist on {date}"), None));
        }
    }
    Ok(StatusChange { place: id, date, kind: kind.into(), act: act?, note: note? })
}

/// Whether some of the period lies within the time of the place.
pub(super) fn overlaps(place: &Place, period: &Period) -> bool {
    place.valid_from.is_none_or(|from| from.first_day() <= period.last_day())
        && place.valid_to.is_none_or(|to| period.first_day() <= to.last_day())
}

/// No two rows with the same key.
pub(super) fn check_unique<'a, T, K: Ord>(
    spec: &Spec,
    rows: &'a [(u64, T)],
    key: impl Fn(&'a T) -> K,
    named: &str,
    log: &Log,
) {
    let mut first: BTreeMap<K, u64> = BTreeMap::new();
    for (line, row) in rows {
        match first.entry(key(row)) {
            std::collections::btree_map::Entry::Occupied(other) => {
                let message = format!("has the same {named} as {}", log.line(*other.get()));
                let hint = "keep one of the two".to_owned();
                log.problem(spec.file, (Some(*line), None), message, Some(hint));
            }
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(*line);
            }
        }
    }
}

/// The ids of the units of a list.
pub(super) fn units_of(basis: Basis, places: &Places) -> BTreeSet<&str> {
    places.values().filter(|place| place.is_of(basis)).map(|place| &*place.id).collect()
}

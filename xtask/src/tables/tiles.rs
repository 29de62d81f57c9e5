//! The two tile-grid maps: every unit on one square, and both archipelagos on both maps.

use super::{
    cells::{Cells, Known},
    places::{Places, check_unique, units_of},
    problem::{Log, Reported, nearest},
    spec::TILES,
};
use std::collections::{BTreeMap, BTreeSet};
use tinh_so::domain::{Basis, Tile};

const ARCHIPELAGOS: [&str; 2] = ["Hoàng Sa", "Trường Sa"];

pub(super) fn tile(cells: Cells, known: &Known, places: &Places) -> Result<Tile, Reported> {
    let basis = cells.code("basis", &[(Basis::Former63, "63"), (Basis::Current34, "34")]);
    let (row, col) = (cells.small("row"), cells.small("col"));
    let archipelago = cells.code("kind", &[(false, "unit"), (true, "archipelago")]);
    let (place, label) = (cells.reference("place", known), cells.words("label"));
    let (basis, id) = (basis?, place?);
    if let Some(place) = places.get(&id).filter(|place| !place.is_of(basis)) {
        let message = format!("“{id}” ({}) is not one of the {} units", place.name.vi, basis.number());
        return Err(cells.wrong("place", message, nearest(&id, units_of(basis, places))));
    }
    Ok(Tile { basis, row: row?, col: col?, archipelago: archipelago?, place: id, label: label? })
}

/// What tiles must be together. `places_read`: all places are known, so that a missing one can be named.
pub(super) fn check_together(rows: &[(u64, Tile)], places: &Places, all_read: bool, log: &Log) {
    check_unique(&TILES, rows, |t| (t.basis.number(), t.row, t.col), "basis, row and col", log);
    let mut squares = BTreeSet::new();
    let mut first: BTreeMap<(u16, &str), u64> = BTreeMap::new();
    for (line, tile) in rows.iter().filter(|(_, tile)| !tile.archipelago) {
        // A row that stands twice is one slip: its square is already named.
        let is_new = squares.insert((tile.basis.number(), tile.row, tile.col));
        if let Some(other) = first.insert((tile.basis.number(), &tile.place), *line).filter(|_| is_new) {
            let message = format!("“{}” is already on the map of {} on line {other}", tile.place, tile.basis.number());
            let hint = "a unit has one square: keep one of the two".to_owned();
            log.problem(TILES.file, (Some(*line), Some("place")), message, Some(hint));
        }
    }
    if !all_read {
        return;
    }
    let missing = |what: &str, number: u16| {
        let message = format!("{what} has no square on the map of {number}");
        log.problem(TILES.file, (None, None), message, Some("add a row".to_owned()));
    };
    for basis in [Basis::Former63, Basis::Current34] {
        let number = basis.number();
        for id in units_of(basis, places).into_iter().filter(|id| !first.contains_key(&(number, *id))) {
            missing(&format!("“{id}”"), number);
        }
        for name in ARCHIPELAGOS {
            let is_on = |tile: &Tile| tile.basis == basis && tile.archipelago && tile.label.vi.contains(name);
            if !rows.iter().any(|(_, tile)| is_on(tile)) {
                missing(name, number);
            }
        }
    }
}

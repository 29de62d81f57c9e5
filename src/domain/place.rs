//! Places: the country, its regions, and its provinces and cities, each in the era in which it existed.

use super::{Id, Period, Words};

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceKind {
    /// The whole country.
    Country,
    /// One of the six regions of an era.
    Region,
    /// A province.
    Province,
    /// A centrally-run city.
    City,
}

/// Which list of provinces a map or a ranking stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Basis {
    /// The 63 provinces and cities until 30 June 2025.
    #[default]
    Former63,
    /// The 34 provinces and cities since 1 July 2025.
    Current34,
}

impl Basis {
    /// The number that names the list: 63 or 34.
    pub fn number(self) -> u16 {
        match self {
            Basis::Former63 => 63,
            Basis::Current34 => 34,
        }
    }

    /// The list so numbered.
    pub fn from_number(number: u16) -> Option<Self> {
        [Basis::Former63, Basis::Current34].into_iter().find(|basis| basis.number() == number)
    }
}

/// A country, region, province or city in one era.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// ASCII id; a former unit whose name lives on in a larger one ends in `-cu`.
    pub id: Id,
    /// Full name; a former unit says so: "Đồng Nai (cũ)".
    pub name: Words,
    /// A short label for tiles and axes, without the era.
    pub short: Id,
    /// What it is today, or was when it ended.
    pub kind: PlaceKind,
    /// The statistics office's code in its own era. Seven codes name different places in the two eras.
    pub gso_code: Id,
    /// The regions it lies in: one, or one for each era if the merger left the unit as it was.
    pub regions: Vec<Id>,
    /// First day, where the tables bound it.
    pub valid_from: Option<Period>,
    /// Last day, where the tables bound it.
    pub valid_to: Option<Period>,
    /// Other spellings that search accepts.
    pub aliases: Vec<Id>,
}

impl Place {
    /// A province or a centrally-run city: what rankings and maps are made of.
    pub fn is_unit(&self) -> bool {
        matches!(self.kind, PlaceKind::Province | PlaceKind::City)
    }

    /// Whether it belongs to this list. A unit the merger left alone belongs to both.
    pub fn is_of(&self, basis: Basis) -> bool {
        self.is_unit()
            && match basis {
                Basis::Former63 => self.valid_from.is_none(),
                Basis::Current34 => self.valid_to.is_none(),
            }
    }
}

/// A predecessor joined a successor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage {
    /// The unit that ended.
    pub from: Id,
    /// The unit it is now part of.
    pub to: Id,
    /// When.
    pub date: Period,
    /// The act that says so.
    pub act: Id,
}

/// A dated change that is not a merger of two places: a province became a city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    /// Which place.
    pub place: Id,
    /// From when.
    pub date: Period,
    /// `became-city`, `merger`, `regions-redrawn`.
    pub kind: Id,
    /// The act that says so.
    pub act: Id,
    /// What changed, in words.
    pub note: Words,
}

/// One square of the tile-grid map. The two archipelagos are squares of their own and stand on every map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Which list's map.
    pub basis: Basis,
    /// Row from the north, from 0.
    pub row: u8,
    /// Column from the west, from 0.
    pub col: u8,
    /// Hoàng Sa or Trường Sa rather than a unit.
    pub archipelago: bool,
    /// The unit, or the unit the archipelago belongs to.
    pub place: Id,
    /// What is written on it.
    pub label: Words,
}

//! Indicators: one exact definition each of what was counted, and the topics and themes that gather them.

use super::{Basis, Id, Period, Place, Sign, Words};
use std::sync::Arc;

/// One of the four themes, or a supporting one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// ASCII id.
    pub id: Id,
    /// One of the four the site is about.
    pub main: bool,
    /// Its name.
    pub name: Words,
    /// The question a reader brings.
    pub question: Words,
}

/// What a reader asks about; several exact definitions may answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// ASCII id, as in `topic=smartphones`.
    pub id: Id,
    /// The theme it belongs to.
    pub theme: Id,
    /// Its name.
    pub name: Words,
    /// The indicator nearest to it that one common measurement gives for all provinces.
    pub nearest: Option<Id>,
}

/// What kind of number a unit makes, which decides how it is drawn and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// A share of something, 0 to 100.
    Share,
    /// An index on a fixed scale.
    Index,
    /// A score of a survey.
    Score,
    /// A place in a ranking: 1 is first.
    Rank,
    /// A number of things.
    Count,
    /// Money.
    Money,
    /// A difference between two figures.
    Change,
}

/// A unit of measurement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// ASCII id.
    pub id: Id,
    /// Its name.
    pub name: Words,
    /// What stands after the number; may be empty.
    pub symbol: Words,
    /// What kind of number it makes.
    pub kind: UnitKind,
}

/// Which direction is better for citizens, where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    None,
}

/// How far a measurement lets places be put in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rankable {
    /// Each place has a rank (or the ranks its [`Indicator::resolution`] leaves possible).
    #[default]
    Each,
    /// Each place has a quarter of the list: a sample survey whose sampling error is not known.
    Quarters,
    /// No order at all.
    No,
}

/// Which figures under one definition may stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Comparable {
    /// Those of all places and periods, as far as the other rules allow.
    #[default]
    Always,
    /// Those of one edition: lists of different lengths, so that a rank of one says little about a rank of another.
    SameEdition,
    /// Those read on the same day or in the same week: a running value that depends on the day it is read.
    SameReading,
    /// Those of stretches of equal length: what is counted adds up over time.
    SameLength,
    /// None of two places: each counts in its own way, as the caveat says.
    No,
}

/// One exact definition of what is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// ASCII id.
    pub id: Id,
    /// Its theme.
    pub theme: Id,
    /// The topic it answers.
    pub topic: Id,
    /// A short name.
    pub name: Words,
    /// What exactly is counted, among whom.
    pub definition: Words,
    /// The denominator as a noun phrase; empty where there is none.
    pub population: Words,
    /// The unit.
    pub unit: Unit,
    /// Which direction is better.
    pub better: Better,
    /// The least a value can be.
    pub min: Option<f64>,
    /// The most a value can be.
    pub max: Option<f64>,
    /// Decimals a figure is padded to; `None` shows it as stated. Rounds nothing but drawings of a sample survey
    /// (`text::is_rounded_when_drawn`).
    pub decimals: Option<u8>,
    /// One of the few shown first.
    pub headline: bool,
    /// The indicator that counts the same for the other list of provinces.
    pub counterpart: Option<Id>,
    /// How far places may be put in an order under it. Where not one by one, [`Self::caveat`] says why.
    pub rankable: Rankable,
    /// Which of its figures may stand beside each other. Where not all, [`Self::caveat`] says why.
    pub comparable: Comparable,
    /// The smallest gap, in the indicator's unit, that tells two figures apart: a survey's sampling error, the drift of
    /// a running count. Figures no further apart than this share a band. `None` where the source's rounding decides.
    pub resolution: Option<f64>,
    /// What has to be said beside its figures wherever they are shown; empty where nothing has.
    pub caveat: Words,
}

impl Indicator {
    /// Whether it counts things or money: more of them where more people live, whoever does better.
    pub fn is_count(&self) -> bool {
        matches!(self.unit.kind, UnitKind::Count | UnitKind::Money)
    }
}

/// The figures of a common measurement that may be read together: those of the period which most places have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommonSet {
    /// Their period.
    pub period: Period,
    /// The list of provinces they stand on.
    pub basis: Basis,
    /// How many units of it have one.
    pub places: u16,
    /// The units of it that have none, where more than half have one; empty elsewhere.
    pub lacks: Vec<Id>,
    /// What comparing them all with each other answers.
    pub sign: Sign,
}

impl CommonSet {
    /// Whether most of the list have a figure, these places among them.
    pub fn covers(&self, places: &[Arc<Place>], units: usize) -> bool {
        usize::from(self.places) * 2 > units
            && places.iter().all(|it| !it.is_unit() || (it.is_of(self.basis) && !self.lacks.contains(&it.id)))
    }
}

/// What lists and search show of an indicator without loading its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorSummary {
    /// ASCII id.
    pub id: Id,
    /// Its theme.
    pub theme: Id,
    /// The topic it answers.
    pub topic: Id,
    /// A short name.
    pub name: Words,
    /// One of the few shown first.
    pub headline: bool,
    /// Every figure comes from one common measurement, so that places may be ranked.
    pub common: bool,
    /// How many places have an actual figure.
    pub places: u16,
    /// How many actual figures there are.
    pub figures: u32,
    /// How many targets.
    pub targets: u32,
    /// The newest period of an actual figure.
    pub latest: Option<Period>,
    /// The indicator that counts the same for the other list of provinces, where that was published as a set of its own.
    pub counterpart: Option<Id>,
    /// What of a common measurement may be read together; none of separate reports.
    pub set: Option<CommonSet>,
}

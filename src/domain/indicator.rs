//! Indicators: one exact definition each of what was counted, and the topics and themes that gather them.

use super::{Id, Period, Words};

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
    /// Places may be put in an order under it. Where not, [`Self::caveat`] says why.
    pub rankable: bool,
    /// The smallest gap, in the indicator's unit, that tells two figures apart: a survey's sampling error, the drift of
    /// a running count. Figures no further apart than this share a band. `None` where the source's rounding decides.
    pub resolution: Option<f64>,
    /// What has to be said beside its figures wherever they are shown; empty where nothing has.
    pub caveat: Words,
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
}

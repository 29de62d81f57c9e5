//! Observations: one value somebody stated, with how it was stated. A cell is a [`Reading`], never a bare option.

use super::{Id, Period, Words};
use std::fmt;

/// A number as stated: finite, never rounded by us.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Value(f64);

impl Value {
    /// Wraps a finite number; `None` for infinities and NaN.
    pub fn new(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(number))
    }

    /// The number.
    pub fn number(self) -> f64 {
        self.0
    }
}

/// Why there is no figure. Zero is never missing, and missing is never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Missing {
    /// Nobody counted it.
    NotCollected,
    /// It was counted, or may have been, and not published.
    NotPublished,
    /// The question does not arise there.
    NotApplicable,
    /// Withheld by the survey.
    Suppressed,
}

/// A value, or the reason there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// Somebody stated a number.
    Value(Value),
    /// There is none, for this reason.
    Missing(Missing),
}

impl Reading {
    /// The number, if one was stated.
    pub fn number(self) -> Option<f64> {
        match self {
            Reading::Value(value) => Some(value.number()),
            Reading::Missing(_) => None,
        }
    }
}

/// Whether it is a result or an aim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// What was.
    Actual,
    /// What somebody promised; its period is when it falls due.
    Target,
}

/// How the document stated the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// Without a hedge.
    Exact,
    /// "about".
    About,
    /// "more than".
    MoreThan,
    /// "at least".
    AtLeast,
    /// "at most": a target to be among the first ten.
    AtMost,
    /// "less than".
    LessThan,
    /// "estimated".
    Estimate,
    /// Worked out here from figures that the document states; the note, or the indicator's definition, says from which.
    Computed,
    /// The unweighted mean of the units it was formed from, as the document prints it or a rank among such means.
    Mean,
    /// A rank that the document does not print: read here off the order of its rows or names.
    ReadOff,
    /// The document contradicts itself or is contradicted.
    Disputed,
}

impl Qualifier {
    /// How far from the printed number the truth may plausibly lie, as `(below, above)` shares of the number.
    ///
    /// About and estimated: 2 % either way, about half the last step of the rounded figures in the record (86, 81, 30).
    /// More than, at least: nothing below, 5 % above. At most, less than: anything below, nothing above: a list of those
    /// “below 10 %” says nothing of how far. Disputed: 10 % either way. The method page lists these.
    pub fn vagueness(self) -> (f64, f64) {
        match self {
            Qualifier::Exact | Qualifier::Computed | Qualifier::ReadOff | Qualifier::Mean => (0.0, 0.0),
            Qualifier::About | Qualifier::Estimate => (0.02, 0.02),
            Qualifier::MoreThan | Qualifier::AtLeast => (0.0, 0.05),
            Qualifier::LessThan | Qualifier::AtMost => (f64::INFINITY, 0.0),
            Qualifier::Disputed => (0.10, 0.10),
        }
    }
}

/// One value somebody stated, about one place, for one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// About where.
    pub place: Id,
    /// What was counted.
    pub indicator: Id,
    /// For when; for a target, when it falls due.
    pub period: Period,
    /// The document gives no date for it; the period was inferred.
    pub period_inferred: bool,
    /// Result or aim.
    pub status: Status,
    /// The value, or why there is none.
    pub reading: Reading,
    /// How it was stated; `Exact` for a missing reading.
    pub qualifier: Qualifier,
    /// Who states it.
    pub source: Id,
    /// What a reader should know about it.
    pub note: Words,
}

impl Qualifier {
    /// Whether the figure is hedged as a number close to the truth, so that neighbours may lie either way.
    pub fn is_approximate(self) -> bool {
        matches!(self, Qualifier::About | Qualifier::Estimate | Qualifier::MoreThan | Qualifier::AtLeast)
    }

    /// Whether it is drawn hollow: an estimate, or only a bound from above.
    pub fn is_hollow(self) -> bool {
        self == Qualifier::Estimate || self.is_open_below()
    }

    /// Whether only a bound from above was stated.
    pub fn is_open_below(self) -> bool {
        matches!(self, Qualifier::LessThan | Qualifier::AtMost)
    }
}

impl Observation {
    /// The span the truth plausibly lies in, by the qualifier's vagueness; `None` for a missing reading.
    pub fn span(&self) -> Option<(f64, f64)> {
        let number = self.reading.number()?;
        let (below, above) = self.qualifier.vagueness();
        let low = if below.is_finite() { number - number.abs() * below } else { f64::NEG_INFINITY };
        Some((low, number + number.abs() * above))
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

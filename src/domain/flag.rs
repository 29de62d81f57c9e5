//! Status flags: how a figure was stated, in the codes statistical offices exchange (SDMX, code list CL_OBS_STATUS
//! 2.2), so that other programs read our doubts as we mean them.

use super::{Missing, Observation, Qualifier, Reading};

/// One code of the list, as far as the record needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// `A`: stated without a hedge.
    Normal,
    /// `B`: the first figure after a change of method or boundary.
    Break,
    /// `E`: about, more than, at least, at most, less than, or estimated.
    Estimated,
    /// `U`: the document contradicts itself or is contradicted.
    Unreliable,
    /// `L`: nobody counted it.
    NotCollected,
    /// `O`: counted, or perhaps counted, and not published.
    NotPublished,
    /// `M`: the question does not arise there.
    CannotExist,
    /// `Q`: withheld by the survey.
    Suppressed,
}

impl Flag {
    /// All flags, in the order of the method page.
    pub const ALL: [Flag; 8] = [
        Flag::Normal,
        Flag::Break,
        Flag::Estimated,
        Flag::Unreliable,
        Flag::NotCollected,
        Flag::NotPublished,
        Flag::CannotExist,
        Flag::Suppressed,
    ];

    /// The code, one capital letter.
    pub fn code(self) -> &'static str {
        match self {
            Flag::Normal => "A",
            Flag::Break => "B",
            Flag::Estimated => "E",
            Flag::Unreliable => "U",
            Flag::NotCollected => "L",
            Flag::NotPublished => "O",
            Flag::CannotExist => "M",
            Flag::Suppressed => "Q",
        }
    }

    /// The flag of a figure by itself; whether it follows a break depends on the figures before it.
    pub fn of(observation: &Observation) -> Flag {
        match observation.reading {
            Reading::Missing(reason) => Flag::of_missing(reason),
            Reading::Value(_) => Flag::of_qualifier(observation.qualifier),
        }
    }

    /// The flag of a value stated so.
    pub fn of_qualifier(qualifier: Qualifier) -> Flag {
        match qualifier {
            // The code list has no code for arithmetic on stated figures or for reading an order; the qualifier says it.
            Qualifier::Exact | Qualifier::Computed | Qualifier::Mean | Qualifier::ReadOff => Flag::Normal,
            Qualifier::Disputed => Flag::Unreliable,
            _ => Flag::Estimated,
        }
    }

    /// The flag of a gap with this reason.
    pub fn of_missing(reason: Missing) -> Flag {
        match reason {
            Missing::NotCollected => Flag::NotCollected,
            Missing::NotPublished => Flag::NotPublished,
            Missing::NotApplicable => Flag::CannotExist,
            Missing::Suppressed => Flag::Suppressed,
        }
    }
}

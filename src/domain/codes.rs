//! The words the tables and snapshots use for each closed list, in one place.

use super::{
    AnswerKind, Better, Comparable, Known, Missing, PlaceKind, Qualifier, Rankable, Sign, SourceKind, Status, UnitKind,
    ViewKind,
};

macro_rules! codes {
    ($($ty:ident { $($variant:ident => $code:literal),+ $(,)? })+) => {$(
        impl $ty {
            /// Every value with its code, in order.
            pub const CODES: &'static [($ty, &'static str)] = &[$(($ty::$variant, $code)),+];

            /// The code of this value, as the tables, snapshots and addresses write it.
            pub fn code(self) -> &'static str {
                match self { $($ty::$variant => $code),+ }
            }

            /// The value with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::CODES.iter().find(|(_, c)| *c == code).map(|(value, _)| *value)
            }
        }
    )+};
}

codes! {
    PlaceKind { Country => "country", Region => "region", Province => "province", City => "city" }
    Better { Higher => "higher", Lower => "lower", None => "none" }
    Sign { Comparable => "=", Caution => "≈", NotComparable => "≠" }
    UnitKind {
        Share => "share", Index => "index", Score => "score", Rank => "rank", Count => "count", Money => "money",
        Change => "change",
    }
    // Nothing is written where nothing is restricted.
    Rankable { Each => "", Quarters => "quarters", No => "no" }
    Comparable { Always => "", SameEdition => "same-edition", SameReading => "same-reading", SameLength => "same-length", No => "no" }
    SourceKind { Official => "official", Press => "press", Survey => "survey", Copy => "copy" }
    AnswerKind { Common => "common", Report => "report", Lands => "lands", None => "none" }
    // The best known first.
    Known { Since => "own", Before => "own-before-merger", Lands => "lands", None => "none" }
    Status { Actual => "actual", Target => "target" }
    Qualifier {
        Exact => "exact", About => "about", MoreThan => "more_than", AtLeast => "at_least", AtMost => "at_most",
        LessThan => "less_than", Estimate => "estimate", Computed => "computed", Mean => "mean", ReadOff => "read_off",
        Disputed => "disputed",
    }
    Missing {
        NotCollected => "not_collected", NotPublished => "not_published", NotApplicable => "not_applicable",
        Suppressed => "suppressed",
    }
    ViewKind { Bar => "bar", Line => "line", Multiples => "multiples", Slope => "slope", Map => "map", Table => "table", Target => "target" }
}

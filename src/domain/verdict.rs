//! What a comparison answers: a sign, and the reasons for it with stable ids.

use super::{Id, Period, Status, sort::arrange};

/// The three answers, worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// `=`: comparable.
    Comparable,
    /// `≈`: with caution.
    Caution,
    /// `≠`: not comparable.
    NotComparable,
}

impl Sign {
    /// The sign as the site writes it.
    pub fn symbol(self) -> &'static str {
        self.code()
    }
}

/// Why figures may not, or not quite, be compared. Each names the two things it is about: of many that would do, the
/// first in a fixed order, so that the answer does not depend on the order of the figures.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Two indicators counted among different populations.
    Population {
        /// One indicator.
        a: Id,
        /// The other.
        b: Id,
    },
    /// Two indicators with the same or no population but different definitions.
    Definition {
        /// One indicator.
        a: Id,
        /// The other.
        b: Id,
    },
    /// A result beside a target.
    Target {
        /// The indicator of both.
        indicator: Id,
        /// A place with a result.
        result: Id,
        /// A place with a target.
        target: Id,
    },
    /// A change of method or boundary lies between the periods.
    MethodBreak {
        /// The indicator that changed.
        indicator: Id,
        /// The first day of the new method, as stated in the table.
        date: String,
        /// The earliest period concerned.
        first: Period,
        /// The latest period concerned.
        last: Period,
    },
    /// Two areas of different eras that share ground: a unit and the larger one that took it in on 1 July 2025, or a
    /// region as it was drawn before and one as it is drawn since.
    Era {
        /// The area that ended.
        former: Id,
        /// The area of today.
        current: Id,
    },
    /// A place and an area that contains it.
    Part {
        /// The smaller.
        part: Id,
        /// The larger.
        whole: Id,
    },
    /// Each place counts in its own way: the measurement says so of itself.
    CountedApart {
        /// The indicator, which says how.
        indicator: Id,
    },
    /// A running value read on different days.
    DifferentReading {
        /// The indicator, which says so of itself.
        indicator: Id,
        /// One period of reading.
        first: Period,
        /// Another, not within seven days of it.
        last: Period,
    },
    /// Counts that add up over time, of stretches of unequal length.
    DifferentLength {
        /// The indicator, which says so of itself.
        indicator: Id,
        /// One stretch.
        first: Period,
        /// Another, longer or shorter by more than a tenth.
        last: Period,
    },
    /// Figures of separate reports: of two places, or of one place at two times.
    OwnReports {
        /// The indicator.
        indicator: Id,
        /// A document about one place.
        a: Id,
        /// A document of another measurement about another place or another time.
        b: Id,
    },
    /// Two places more than twelve months apart.
    PeriodsApart {
        /// The indicator.
        indicator: Id,
        /// Whole months between the two.
        months: u32,
        /// The earlier period.
        first: Period,
        /// The later period.
        last: Period,
    },
    /// The gap between two figures is within the vagueness of how they were stated.
    Vague {
        /// The indicator.
        indicator: Id,
        /// One place.
        a: Id,
        /// The other, or the same at another time or in another document.
        b: Id,
    },
    /// Only stated as below a bound: nobody knows how far below.
    OpenEnded {
        /// The indicator.
        indicator: Id,
        /// A place of which only the bound is known.
        a: Id,
        /// Another place that may lie on either side of it, or the same at another time.
        b: Id,
        /// How many places are known by such a bound only.
        places: u16,
    },
    /// A figure that is contradicted, beside another within a tenth of it.
    Disputed {
        /// The indicator.
        indicator: Id,
        /// The place of the contradicted figure.
        place: Id,
    },
    /// The gap between two figures is no larger than what the measurement can tell apart.
    Noise {
        /// The indicator, which states its resolution.
        indicator: Id,
        /// One place.
        a: Id,
        /// The other, or the same at another time.
        b: Id,
    },
    /// The measurement says of itself that places must not be put in an order.
    Unranked {
        /// The indicator, which says why.
        indicator: Id,
    },
    /// A sample survey without known margins: places are told apart by quarters of the list only.
    Quarters {
        /// The indicator, which says why.
        indicator: Id,
    },
    /// Figures of two editions whose lists differ in length.
    OtherEdition {
        /// The indicator, which says so of itself.
        indicator: Id,
        /// The earlier edition.
        first: Period,
        /// The later edition.
        last: Period,
    },
    /// Some figures, or all, are means of the units a province was formed from.
    Means {
        /// The indicator.
        indicator: Id,
        /// How many figures are means.
        means: u16,
        /// How many were measured.
        measured: u16,
    },
    /// A rank that this site worked out beside one that a source prints, in a list that is not complete.
    WorkedOut {
        /// The indicator.
        indicator: Id,
        /// A place whose rank was worked out.
        place: Id,
    },
    /// A count, which follows the size of the place.
    Counts {
        /// The indicator.
        indicator: Id,
    },
    /// One place, two figures, and an inferred period: nobody knows which came later.
    OrderUnknown {
        /// The indicator.
        indicator: Id,
        /// The place.
        place: Id,
    },
    /// Two documents state different figures for the same place and time.
    Disagreement {
        /// The indicator.
        indicator: Id,
        /// The place.
        place: Id,
        /// Results, or targets.
        status: Status,
        /// For when, as one of them states it.
        period: Period,
        /// One document.
        a: Id,
        /// The other.
        b: Id,
    },
    /// A press report beside an official table, of two measurements.
    SourceKind {
        /// The indicator.
        indicator: Id,
        /// The press report.
        press: Id,
        /// The other document.
        other: Id,
    },
}

macro_rules! kinds {
    ($($kind:ident => $id:literal,)+) => {
        /// The kinds of reason, with stable ids: see [`Reason`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ReasonKind {
            $(
                #[doc = concat!("See [`Reason::", stringify!($kind), "`].")]
                $kind,
            )+
        }

        impl ReasonKind {
            /// All kinds, in the order of the method page.
            pub const ALL: &'static [ReasonKind] = &[$(ReasonKind::$kind),+];

            /// A stable id, used in files and addresses.
            pub fn id(self) -> &'static str {
                match self { $(ReasonKind::$kind => $id),+ }
            }
        }

        impl Reason {
            /// Its kind.
            pub fn kind(&self) -> ReasonKind {
                match self { $(Reason::$kind { .. } => ReasonKind::$kind),+ }
            }
        }
    };
}

// Those that forbid a comparison come first.
kinds! {
    Era => "era",
    Population => "population",
    Definition => "definition",
    Target => "actual-against-target",
    MethodBreak => "method-break",
    Part => "part-and-whole",
    CountedApart => "counted-apart",
    DifferentReading => "different-reading",
    DifferentLength => "different-length",
    OwnReports => "own-reports",
    PeriodsApart => "periods-apart",
    Vague => "vagueness",
    OpenEnded => "open-ended",
    Disputed => "disputed",
    Noise => "within-noise",
    Unranked => "not-for-ranking",
    Quarters => "groups-only",
    OtherEdition => "other-edition",
    Means => "means",
    WorkedOut => "worked-out",
    Counts => "counts",
    OrderUnknown => "order-unknown",
    Disagreement => "disagreement",
    SourceKind => "source-kind",
}

impl ReasonKind {
    /// What it makes of a comparison.
    pub fn sign(self) -> Sign {
        if self <= ReasonKind::DifferentLength { Sign::NotComparable } else { Sign::Caution }
    }
}

impl Reason {
    /// What it is about, whichever two figures show it: a further figure may show the same cause more plainly, but
    /// never takes it away.
    pub fn cause(&self) -> (ReasonKind, [&str; 3]) {
        let about: [&str; 3] = match self {
            Reason::Population { a, b } | Reason::Definition { a, b } => [a, b, ""],
            Reason::Era { former, current } => [former, current, ""],
            Reason::Part { part, whole } => [part, whole, ""],
            Reason::MethodBreak { indicator, date, .. } => [indicator, date, ""],
            Reason::Disagreement { indicator, place, .. } | Reason::OrderUnknown { indicator, place } => {
                [indicator, place, ""]
            }
            Reason::Target { indicator, .. }
            | Reason::CountedApart { indicator }
            | Reason::DifferentReading { indicator, .. }
            | Reason::DifferentLength { indicator, .. }
            | Reason::OwnReports { indicator, .. }
            | Reason::PeriodsApart { indicator, .. }
            | Reason::Vague { indicator, .. }
            | Reason::OpenEnded { indicator, .. }
            | Reason::Disputed { indicator, .. }
            | Reason::Noise { indicator, .. }
            | Reason::Unranked { indicator }
            | Reason::Quarters { indicator }
            | Reason::OtherEdition { indicator, .. }
            | Reason::Means { indicator, .. }
            | Reason::WorkedOut { indicator, .. }
            | Reason::Counts { indicator }
            | Reason::SourceKind { indicator, .. } => [indicator, "", ""],
        };
        (self.kind(), about)
    }
}

/// The answer: a sign and the reasons for it, worst first, without repetition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The worst of the reasons, or comparable.
    pub sign: Sign,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Verdict {
    /// The verdict these reasons make, the gravest first.
    pub fn of(reasons: Vec<Reason>) -> Self {
        let order = |reason: &Reason| [-(reason.kind().sign() as i64), reason.kind() as i64, 0];
        let reasons = arrange(reasons, order);
        let sign = reasons.first().map_or(Sign::Comparable, |reason| reason.kind().sign());
        Self { sign, reasons }
    }

    /// Whether the figures may stand in one ranking: nothing forbids it, the measurement allows it, no place merely
    /// reported on itself, and more does not merely mean larger.
    pub fn may_rank(&self) -> bool {
        let against = [ReasonKind::OwnReports, ReasonKind::Unranked, ReasonKind::Counts];
        self.sign != Sign::NotComparable && !against.iter().any(|kind| self.has(*kind))
    }

    /// Whether a reason of this kind was given.
    pub fn has(&self, kind: ReasonKind) -> bool {
        self.reasons.iter().any(|reason| reason.kind() == kind)
    }
}

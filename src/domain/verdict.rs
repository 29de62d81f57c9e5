//! What a comparison answers: a sign, and the reasons for it with stable ids.

use super::{Id, Period, sort::arrange};

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
        match self {
            Sign::Comparable => "=",
            Sign::Caution => "≈",
            Sign::NotComparable => "≠",
        }
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
    /// Places that each reported about themselves.
    OwnReports {
        /// The indicator.
        indicator: Id,
        /// A document about one place.
        a: Id,
        /// A document of another measurement about another place.
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
    /// Two documents state different figures for the same place and time.
    Disagreement {
        /// The indicator.
        indicator: Id,
        /// The place.
        place: Id,
        /// One document.
        a: Id,
        /// The other.
        b: Id,
    },
    /// A press report beside an official table.
    SourceKind {
        /// The indicator.
        indicator: Id,
        /// The press report.
        press: Id,
        /// The other document.
        other: Id,
    },
}

/// The kinds of reason, with stable ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReasonKind {
    /// See [`Reason::Population`].
    Population,
    /// See [`Reason::Definition`].
    Definition,
    /// See [`Reason::Target`].
    Target,
    /// See [`Reason::MethodBreak`].
    MethodBreak,
    /// See [`Reason::Era`].
    Era,
    /// See [`Reason::Part`].
    Part,
    /// See [`Reason::OwnReports`].
    OwnReports,
    /// See [`Reason::PeriodsApart`].
    PeriodsApart,
    /// See [`Reason::Vague`].
    Vague,
    /// See [`Reason::Noise`].
    Noise,
    /// See [`Reason::Unranked`].
    Unranked,
    /// See [`Reason::Disagreement`].
    Disagreement,
    /// See [`Reason::SourceKind`].
    SourceKind,
}

impl ReasonKind {
    /// All kinds, in the order of the method page.
    pub const ALL: [ReasonKind; 13] = [
        ReasonKind::Population,
        ReasonKind::Definition,
        ReasonKind::Target,
        ReasonKind::MethodBreak,
        ReasonKind::Era,
        ReasonKind::Part,
        ReasonKind::OwnReports,
        ReasonKind::PeriodsApart,
        ReasonKind::Vague,
        ReasonKind::Noise,
        ReasonKind::Unranked,
        ReasonKind::Disagreement,
        ReasonKind::SourceKind,
    ];

    /// A stable id, used in files and addresses.
    pub fn id(self) -> &'static str {
        match self {
            ReasonKind::Population => "population",
            ReasonKind::Definition => "definition",
            ReasonKind::Target => "actual-against-target",
            ReasonKind::MethodBreak => "method-break",
            ReasonKind::Era => "era",
            ReasonKind::Part => "part-and-whole",
            ReasonKind::OwnReports => "own-reports",
            ReasonKind::PeriodsApart => "periods-apart",
            ReasonKind::Vague => "vagueness",
            ReasonKind::Noise => "within-noise",
            ReasonKind::Unranked => "not-for-ranking",
            ReasonKind::Disagreement => "disagreement",
            ReasonKind::SourceKind => "source-kind",
        }
    }

    /// What it makes of a comparison.
    pub fn sign(self) -> Sign {
        match self {
            ReasonKind::Population
            | ReasonKind::Definition
            | ReasonKind::Target
            | ReasonKind::MethodBreak
            | ReasonKind::Era
            | ReasonKind::Part => Sign::NotComparable,
            ReasonKind::OwnReports
            | ReasonKind::PeriodsApart
            | ReasonKind::Vague
            | ReasonKind::Noise
            | ReasonKind::Unranked
            | ReasonKind::Disagreement
            | ReasonKind::SourceKind => Sign::Caution,
        }
    }
}

impl Reason {
    /// Its kind.
    pub fn kind(&self) -> ReasonKind {
        match self {
            Reason::Population { .. } => ReasonKind::Population,
            Reason::Definition { .. } => ReasonKind::Definition,
            Reason::Target { .. } => ReasonKind::Target,
            Reason::MethodBreak { .. } => ReasonKind::MethodBreak,
            Reason::Era { .. } => ReasonKind::Era,
            Reason::Part { .. } => ReasonKind::Part,
            Reason::OwnReports { .. } => ReasonKind::OwnReports,
            Reason::PeriodsApart { .. } => ReasonKind::PeriodsApart,
            Reason::Vague { .. } => ReasonKind::Vague,
            Reason::Noise { .. } => ReasonKind::Noise,
            Reason::Unranked { .. } => ReasonKind::Unranked,
            Reason::Disagreement { .. } => ReasonKind::Disagreement,
            Reason::SourceKind { .. } => ReasonKind::SourceKind,
        }
    }

    /// What it is about, whichever two figures show it: a further figure may show the same cause more plainly, but
    /// never takes it away.
    pub fn cause(&self) -> (ReasonKind, [&str; 3]) {
        let about: [&str; 3] = match self {
            Reason::Population { a, b } | Reason::Definition { a, b } => [a, b, ""],
            Reason::Era { former, current } => [former, current, ""],
            Reason::Part { part, whole } => [part, whole, ""],
            Reason::MethodBreak { indicator, date, .. } => [indicator, date, ""],
            Reason::Vague { indicator, a, b } => [indicator, a, b],
            Reason::Disagreement { indicator, place, .. } => [indicator, place, ""],
            Reason::Target { indicator, .. }
            | Reason::OwnReports { indicator, .. }
            | Reason::PeriodsApart { indicator, .. }
            | Reason::Noise { indicator, .. }
            | Reason::Unranked { indicator }
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

    /// Whether the figures may stand in one ranking: nothing forbids it, the measurement allows it, and no place merely
    /// reported on itself.
    pub fn may_rank(&self) -> bool {
        self.sign != Sign::NotComparable && !self.has(ReasonKind::OwnReports) && !self.has(ReasonKind::Unranked)
    }

    /// Whether a reason of this kind was given.
    pub fn has(&self, kind: ReasonKind) -> bool {
        self.reasons.iter().any(|reason| reason.kind() == kind)
    }
}

//! When two figures may be compared: one pure function over the selected observations, answering with a sign and its
//! reasons. Everything that shows figures shows this same answer.
//!
//! The work is linear in the observations (times the few breaks and hedged figures), independent of their order, and
//! monotone: adding an observation never removes a reason.

use super::{Id, Observation, PlaceKind, Record, SourceKind, Status, Words, sort::arrange};
use std::collections::{BTreeMap, BTreeSet};

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

/// Why figures may not, or not quite, be compared. Each names the things it is about.
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
    },
    /// A change of method or boundary lies between the periods.
    MethodBreak {
        /// The indicator that changed.
        indicator: Id,
        /// The first day of the new method, as stated in the table.
        date: String,
    },
    /// A unit and the larger one that took it in on 1 July 2025.
    Era {
        /// The unit that ended.
        former: Id,
        /// Its successor.
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
    },
    /// Two places more than twelve months apart.
    PeriodsApart {
        /// The indicator.
        indicator: Id,
        /// Whole months between the two.
        months: u32,
    },
    /// The gap between two figures is within the vagueness of how they were stated.
    Vague {
        /// The indicator.
        indicator: Id,
        /// One place.
        a: Id,
        /// The other, or the same at another time.
        b: Id,
    },
    /// A press report beside an official table.
    SourceKind {
        /// The indicator.
        indicator: Id,
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
    /// See [`Reason::SourceKind`].
    SourceKind,
}

impl ReasonKind {
    /// All kinds, in the order of the method page.
    pub const ALL: [ReasonKind; 10] = [
        ReasonKind::Population,
        ReasonKind::Definition,
        ReasonKind::Target,
        ReasonKind::MethodBreak,
        ReasonKind::Era,
        ReasonKind::Part,
        ReasonKind::OwnReports,
        ReasonKind::PeriodsApart,
        ReasonKind::Vague,
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
            ReasonKind::OwnReports | ReasonKind::PeriodsApart | ReasonKind::Vague | ReasonKind::SourceKind => {
                Sign::Caution
            }
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
            Reason::SourceKind { .. } => ReasonKind::SourceKind,
        }
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

    /// Whether the figures may stand in one ranking: nothing forbids it, and no place merely reported on itself.
    pub fn may_rank(&self) -> bool {
        self.sign != Sign::NotComparable && !self.has(ReasonKind::OwnReports)
    }

    /// Whether a reason of this kind was given.
    pub fn has(&self, kind: ReasonKind) -> bool {
        self.reasons.iter().any(|reason| reason.kind() == kind)
    }
}

/// Says whether these observations may be compared with each other. Missing readings say nothing.
pub fn compare<'a>(record: &Record, observations: impl IntoIterator<Item = &'a Observation>) -> Verdict {
    let mut by_indicator: BTreeMap<&str, Vec<&Observation>> = BTreeMap::new();
    let mut places: BTreeSet<&str> = BTreeSet::new();
    for observation in observations {
        if observation.reading.number().is_some() {
            by_indicator.entry(&observation.indicator).or_default().push(observation);
            places.insert(&observation.place);
        }
    }
    let mut reasons = BTreeSet::new();
    different_indicators(record, &by_indicator, &mut reasons);
    overlapping_places(record, &places, &mut reasons);
    for (indicator, group) in &by_indicator {
        within_indicator(record, indicator, group, &mut reasons);
    }
    Verdict::of(reasons.into_iter().collect())
}

fn different_indicators(record: &Record, groups: &BTreeMap<&str, Vec<&Observation>>, reasons: &mut BTreeSet<Reason>) {
    let ids: Vec<&str> = groups.keys().copied().collect();
    let population = |id: &str| record.indicators.get(id).map(|i| &i.population).filter(|p| !p.is_empty());
    for (n, &first) in ids.iter().enumerate() {
        for &second in &ids[n + 1..] {
            let (a, b) = (Id::from(first), Id::from(second));
            let differ = |a: Option<&Words>, b: Option<&Words>| matches!((a, b), (Some(a), Some(b)) if a != b);
            reasons.insert(if differ(population(first), population(second)) {
                Reason::Population { a, b }
            } else {
                Reason::Definition { a, b }
            });
        }
    }
}

fn overlapping_places(record: &Record, places: &BTreeSet<&str>, reasons: &mut BTreeSet<Reason>) {
    if places.len() < 2 {
        return;
    }
    for row in &record.lineage {
        if places.contains(&*row.from) && places.contains(&*row.to) {
            reasons.insert(Reason::Era { former: row.from.clone(), current: row.to.clone() });
        }
    }
    let countries: Vec<&Id> = places
        .iter()
        .filter_map(|id| record.place(id))
        .filter(|place| place.kind == PlaceKind::Country)
        .map(|place| &place.id)
        .collect();
    for place in places.iter().filter_map(|id| record.place(id)) {
        let regions = place.regions.iter().filter(|region| places.contains(&***region));
        let country = countries.iter().copied().filter(|country| **country != place.id);
        for whole in regions.chain(country) {
            reasons.insert(Reason::Part { part: place.id.clone(), whole: whole.clone() });
        }
    }
}

fn within_indicator(record: &Record, indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
    let id = || Id::from(indicator);
    if group.iter().any(|o| o.status == Status::Actual) && group.iter().any(|o| o.status == Status::Target) {
        reasons.insert(Reason::Target { indicator: id() });
    }
    for one in record.breaks.iter().filter(|one| one.indicator.as_deref().is_none_or(|it| it == indicator)) {
        let concerned = || group.iter().filter(|o| one.concerns(indicator, &o.place));
        let first = concerned().map(|o| o.period).min_by_key(|p| p.last_day());
        let last = concerned().map(|o| o.period).max_by_key(|p| p.last_day());
        if let (Some(first), Some(last)) = (first, last)
            && one.lies_between(&first, &last)
        {
            reasons.insert(Reason::MethodBreak { indicator: id(), date: one.date.to_string() });
        }
    }
    vague_gaps(indicator, group, reasons);

    // The rest speaks only of different places: one place over time under one definition is a trend.
    let places: BTreeSet<&str> = group.iter().map(|o| &*o.place).collect();
    if places.len() < 2 {
        return;
    }
    // With two places and two measurements there is always a pair that differs in both.
    let measurements: BTreeSet<&str> = group.iter().map(|o| record.measurement(o)).collect();
    if measurements.len() > 1 {
        reasons.insert(Reason::OwnReports { indicator: id() });
    }
    let is_press = |o: &Observation| record.source(&o.source).is_some_and(|s| s.kind == SourceKind::Press);
    if group.iter().any(|o| is_press(o)) && group.iter().any(|o| !is_press(o)) {
        reasons.insert(Reason::SourceKind { indicator: id() });
    }
    let months = widest_gap_in_months(group);
    if months > 12 {
        reasons.insert(Reason::PeriodsApart { indicator: id(), months });
    }
}

/// The most months between two different places: the earliest and latest overall, or the next best of another place.
fn widest_gap_in_months(group: &[&Observation]) -> u32 {
    let mut first: BTreeMap<&str, &Observation> = BTreeMap::new();
    let mut last: BTreeMap<&str, &Observation> = BTreeMap::new();
    for &o in group {
        first.entry(&o.place).and_modify(|e| *e = if o.period < e.period { o } else { e }).or_insert(o);
        last.entry(&o.place).and_modify(|e| *e = if o.period > e.period { o } else { e }).or_insert(o);
    }
    let two = |of: &BTreeMap<&str, &Observation>, latest: bool| {
        let all: Vec<_> = of.values().map(|o| (o.period, o.place.clone())).collect();
        let way = if latest { -1 } else { 1 };
        let mut all = arrange(all, |(period, _)| [way * period.key()[0], way * period.key()[1], 0]);
        all.truncate(2);
        all
    };
    let (early, late) = (two(&first, false), two(&last, true));
    early
        .iter()
        .flat_map(|(a, at)| late.iter().filter(move |(_, bt)| at != bt).map(move |(b, _)| a.months_apart(b)))
        .max()
        .unwrap_or(0)
}

/// A hedged figure against every other whose number lies within the hedge (or whose own hedge reaches it).
fn vague_gaps(indicator: &str, group: &[&Observation], reasons: &mut BTreeSet<Reason>) {
    let hedged = group.iter().filter(|o| o.qualifier.vagueness() != (0.0, 0.0));
    for &one in hedged {
        for &other in group {
            let same = std::ptr::eq(one, other) || (one.place == other.place && one.period == other.period);
            if same || one.status != other.status {
                continue;
            }
            if let (Some((low, high)), Some((other_low, other_high))) = (one.span(), other.span())
                && low <= other_high
                && other_low <= high
            {
                let (a, b) = if one.place <= other.place { (one, other) } else { (other, one) };
                reasons.insert(Reason::Vague { indicator: indicator.into(), a: a.place.clone(), b: b.place.clone() });
            }
        }
    }
}

//! Progress towards a target: where a place stood, what was due when, how far it still was, and at what pace.
//!
//! A result stands beside a target only here. Both must count the same thing at the same place, and no break may lie
//! between them.

use super::{Better, Id, Indicator, Observation, Period, Qualifier, Record, Status, UnitKind, sort::arrange};
use std::{collections::BTreeMap, sync::Arc};

/// How a target ended, or stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Reached when it fell due, or before.
    Met,
    /// The figure for the date due falls short.
    Missed,
    /// Not due yet, and not reached yet.
    OnTheWay,
    /// Nobody can say; see [`Unknown`].
    Unknown(Unknown),
}

/// Why nobody can say whether a target was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unknown {
    /// No result under this definition.
    NoFigure,
    /// The target fell due, and no figure for that date was found.
    NoFigureAtDue,
    /// There are results, but only on the far side of a break.
    OtherMethod,
    /// Two documents state figures of which one reaches the target and the other does not.
    Disagreement,
    /// The figure is so near and so vague that it may lie on either side.
    Vague,
    /// The place ceased to exist before the target fell due.
    UnitEnded,
    /// The definition does not say which direction is wanted.
    NoDirection,
    /// The target was reached before it was set: it counts something else, or nobody knew.
    PassedWhenSet,
}

/// The change of a figure over time, worked out by this site.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// The difference, positive towards the target.
    pub change: f64,
    /// Over how many months; at least one.
    pub months: u32,
}

/// A target and what is known of the way to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// What was promised; its period is when it falls due.
    pub target: Arc<Observation>,
    /// The same promise in other documents.
    pub repeated: Vec<Arc<Observation>>,
    /// The first result on the same side of all breaks, where it is another than the latest.
    pub first: Option<Arc<Observation>>,
    /// The last result up to the date due: one whose period was stated, or else one whose period was inferred, which
    /// decides nothing.
    pub latest: Option<Arc<Observation>>,
    /// The first result after the date due, where none was found for that date.
    pub after: Option<Arc<Observation>>,
    /// How it ended, or stands.
    pub outcome: Outcome,
    /// How far the latest dated result is from a target that was missed, is on the way, or fell due without one: positive while it falls short, in the
    /// indicator's unit.
    pub gap: Option<f64>,
    /// The pace from that result to the target. Never of ranks.
    pub needed: Option<Pace>,
    /// The pace from the first result to the latest, of one measurement. Never of ranks.
    pub made: Option<Pace>,
}

impl Progress {
    /// Whether this figure states the same promise in another document.
    pub fn repeats(&self, figure: &Arc<Observation>) -> bool {
        self.repeated.iter().any(|it| Arc::ptr_eq(it, figure))
    }
}

/// The progress of every target among these figures of one indicator, in the order of the figures; a promise that several
/// documents repeat is one. `today` is the last
/// day the record knows of, in days since 1970.
pub fn progress(record: &Record, indicator: &Indicator, figures: &[Arc<Observation>], today: i32) -> Vec<Progress> {
    let mut results: BTreeMap<&str, Vec<&Arc<Observation>>> = BTreeMap::new();
    for o in figures.iter().filter(|o| o.status == Status::Actual && o.reading.number().is_some()) {
        results.entry(&o.place).or_default().push(o);
    }
    let none = Vec::new();
    let mut promises: Vec<Vec<&Arc<Observation>>> = Vec::new();
    let mut known: BTreeMap<(&Id, Period, u64), usize> = BTreeMap::new();
    for o in figures.iter().filter(|o| o.status == Status::Target) {
        let Some(number) = o.reading.number() else { continue };
        let at = *known.entry((&o.place, o.period, number.to_bits())).or_insert(promises.len());
        match promises.get_mut(at) {
            Some(promise) => promise.push(o),
            None => promises.push(vec![o]),
        }
    }
    let of = |promise: Vec<&Arc<Observation>>| {
        let own = results.get(&*promise[0].place).unwrap_or(&none);
        Progress {
            repeated: promise[1..].iter().map(|o| Arc::clone(o)).collect(),
            ..one(record, indicator, own, promise[0], today)
        }
    };
    promises.into_iter().map(of).collect()
}

/// The last day of the month in the data version's name, in days since 1970: what the record can know of.
pub fn today(version: &str) -> i32 {
    let month: String = version.splitn(3, '.').take(2).collect::<Vec<_>>().join("-");
    month.parse::<Period>().map_or(i32::MAX, |month| month.last_day())
}

fn one(
    record: &Record,
    indicator: &Indicator,
    own: &[&Arc<Observation>],
    target: &Arc<Observation>,
    today: i32,
) -> Progress {
    let due = target.period;
    let parted = |o: &Observation| {
        record.breaks.iter().any(|one| one.concerns(&indicator.id, &o.place) && one.lies_between(&o.period, &due))
    };
    let results: Vec<&Arc<Observation>> = own.iter().copied().filter(|o| !parted(o)).collect();
    let results = arrange(results, |o| [o.period.key()[0], o.period.key()[1], 0]);
    let up_to_due = || results.iter().copied().filter(|o| o.period.last_day() <= due.last_day());
    // The figure for the very period, or else the last one before its end. An inferred period never decides.
    let dated = || up_to_due().filter(|o| !o.period_inferred);
    let decisive = dated().find(|o| o.period == due).or_else(|| dated().next_back());
    let latest = decisive.or_else(|| up_to_due().next_back());
    let first = dated().next().filter(|first| decisive.is_some_and(|latest| latest.period != first.period));
    let at_due = decisive.is_some_and(|o| o.period.last_day() == due.last_day());
    let later = || results.iter().copied().filter(|o| o.period.last_day() > due.last_day());
    let after = later().find(|o| !o.period_inferred).or_else(|| later().next()).filter(|_| !at_due);

    let wanted = target.reading.number().unwrap_or_default();
    let direction = match (target.qualifier, indicator.better) {
        (Qualifier::AtMost | Qualifier::LessThan, _) => Some(-1.0),
        (Qualifier::AtLeast | Qualifier::MoreThan, _) | (_, Better::Higher) => Some(1.0),
        (_, Better::Lower) => Some(-1.0),
        // A plan to have so many of something is a plan to have at least so many.
        (_, Better::None) if indicator.unit.kind == UnitKind::Count => Some(1.0),
        (_, Better::None) => None,
    };
    let reached = |o: &Observation, way: f64| {
        let (low, high) = o.span()?;
        let (worst, best) = if way > 0.0 { (low, high) } else { (-high, -low) };
        match way * wanted {
            wanted if worst >= wanted => Some(true),
            wanted if best < wanted => Some(false),
            _ => None,
        }
    };
    let open = due.last_day() > today;
    let rivals = || decisive.into_iter().flat_map(|it| dated().filter(move |other| other.period == it.period));
    // A target that lies ahead when it is published, and is reached already by a result of then or before.
    let set = record.source(&target.source).and_then(|it| it.published).map(|it| it.last_day());
    let passed = |way: f64| {
        let before = |o: &&Arc<Observation>| set.is_some_and(|set| set < due.last_day() && o.period.last_day() <= set);
        results.iter().copied().rfind(before).is_some_and(|o| reached(o, way) == Some(true))
    };
    let ended = record.place(&target.place).and_then(|place| place.valid_to);
    let ended = ended.is_some_and(|day| day.last_day() < due.last_day());
    // Set under one method and measured under another: what was promised is not what was counted.
    let method_changed = decisive.is_some_and(|latest| {
        record.breaks.iter().any(|one| {
            let day = one.date.first_day();
            one.concerns(&indicator.id, &target.place)
                && set.is_some_and(|set| set < day)
                && day <= latest.period.last_day()
        })
    });
    let outcome = match (direction, decisive) {
        (None, _) => Outcome::Unknown(Unknown::NoDirection),
        (Some(way), _) if passed(way) => Outcome::Unknown(Unknown::PassedWhenSet),
        (_, None) if ended => Outcome::Unknown(Unknown::UnitEnded),
        (_, None) if latest.is_some() && open => Outcome::OnTheWay,
        (_, None) if (latest.is_some() || after.is_some()) && !open => Outcome::Unknown(Unknown::NoFigureAtDue),
        (_, None) if results.is_empty() && !own.is_empty() => Outcome::Unknown(Unknown::OtherMethod),
        (_, None) => Outcome::Unknown(Unknown::NoFigure),
        (Some(way), Some(latest)) if rivals().any(|other| reached(other, way) != reached(latest, way)) => {
            Outcome::Unknown(Unknown::Disagreement)
        }
        (Some(way), Some(latest)) if method_changed && (at_due || reached(latest, way) == Some(true)) => {
            Outcome::Unknown(Unknown::OtherMethod)
        }
        (Some(way), Some(latest)) => match (reached(latest, way), at_due) {
            (Some(true), _) => Outcome::Met,
            (Some(false), true) => Outcome::Missed,
            (None, true) => Outcome::Unknown(Unknown::Vague),
            (_, false) if ended => Outcome::Unknown(Unknown::UnitEnded),
            (_, false) if open => Outcome::OnTheWay,
            (_, false) => Outcome::Unknown(Unknown::NoFigureAtDue),
        },
    };
    let number = |o: &Observation| o.reading.number().unwrap_or_default();
    let judged = matches!(outcome, Outcome::Missed | Outcome::OnTheWay | Outcome::Unknown(Unknown::NoFigureAtDue));
    let (decided, ranks) = (decisive.filter(|_| judged), indicator.unit.kind == UnitKind::Rank);
    let gap =
        direction.zip(decided).map(|(way, latest)| tidy(way * (wanted - number(latest)), &[wanted, number(latest)]));
    let months = |from: &Observation, to: &Period| from.period.months_apart(to);
    let needed = gap.zip(decided).filter(|(gap, latest)| !ranks && *gap > 0.0 && months(latest, &due) > 0);
    let needed = needed.map(|(change, latest)| Pace { change, months: months(latest, &due) });
    let made = direction.zip(first.zip(decided)).and_then(|(way, (first, latest))| {
        let months = months(first, &latest.period);
        let change = tidy(way * (number(latest) - number(first)), &[number(latest), number(first)]);
        let one_measurement = record.measurement(first) == record.measurement(latest);
        (months > 0 && one_measurement && !ranks).then_some(Pace { change, months })
    });
    Progress {
        target: target.clone(),
        repeated: Vec::new(),
        first: first.cloned(),
        latest: latest.cloned(),
        after: after.cloned(),
        outcome,
        gap,
        needed,
        made,
    }
}

/// A difference with no more decimals than its terms: 50 − 9.2 is 40.8, not 40.800000000000004.
fn tidy(difference: f64, terms: &[f64]) -> f64 {
    let decimals =
        terms.iter().map(|term| term.to_string().split_once('.').map_or(0, |(_, d)| d.len())).max().unwrap_or(0);
    let scale = 10f64.powi(decimals.min(9) as i32);
    (difference * scale).round() / scale
}

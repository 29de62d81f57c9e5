//! Progress towards a target: where a place stood, what was due when, how far it still was, and at what pace.
//!
//! A result stands beside a target only here. Both must count the same thing at the same place, and no break may lie
//! between them.

use super::{Better, Indicator, Observation, Period, Qualifier, Record, Status, sort::arrange};
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
    /// The first result on the same side of all breaks, where it is another than the latest.
    pub first: Option<Arc<Observation>>,
    /// The last result up to the date due.
    pub latest: Option<Arc<Observation>>,
    /// The first result after the date due, where none was found for that date.
    pub after: Option<Arc<Observation>>,
    /// How it ended, or stands.
    pub outcome: Outcome,
    /// How far the latest result is from the target: positive while it falls short, in the indicator's unit.
    pub gap: Option<f64>,
    /// The pace from the latest result to the target, while it falls short and time remained.
    pub needed: Option<Pace>,
    /// The pace from the first result to the latest.
    pub made: Option<Pace>,
}

/// The progress of every target among these figures of one indicator, in the order of the figures. `today` is the last
/// day the record knows of, in days since 1970.
pub fn progress(record: &Record, indicator: &Indicator, figures: &[Arc<Observation>], today: i32) -> Vec<Progress> {
    let mut results: BTreeMap<&str, Vec<&Arc<Observation>>> = BTreeMap::new();
    for o in figures.iter().filter(|o| o.status == Status::Actual && o.reading.number().is_some()) {
        results.entry(&o.place).or_default().push(o);
    }
    let none = Vec::new();
    let targets = figures.iter().filter(|o| o.status == Status::Target && o.reading.number().is_some());
    targets.map(|target| one(record, indicator, results.get(&*target.place).unwrap_or(&none), target, today)).collect()
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
    // The figure for the very period, or else the last one before its end.
    let latest = up_to_due().find(|o| o.period == due).or_else(|| up_to_due().next_back());
    let first = up_to_due().next().filter(|first| latest.is_some_and(|latest| latest.period != first.period));
    let at_due = latest.is_some_and(|o| o.period.last_day() == due.last_day());
    let after = results.iter().copied().find(|o| o.period.last_day() > due.last_day()).filter(|_| !at_due);

    let wanted = target.reading.number().unwrap_or_default();
    let direction = match (target.qualifier, indicator.better) {
        (Qualifier::AtMost | Qualifier::LessThan, _) => Some(-1.0),
        (Qualifier::AtLeast | Qualifier::MoreThan, _) | (_, Better::Higher) => Some(1.0),
        (_, Better::Lower) => Some(-1.0),
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
    let rivals = || latest.into_iter().flat_map(|it| up_to_due().filter(move |other| other.period == it.period));
    let ended = record.place(&target.place).and_then(|place| place.valid_to);
    let ended = ended.is_some_and(|day| day.last_day() < due.last_day());
    let outcome = match (direction, latest) {
        (None, _) => Outcome::Unknown(Unknown::NoDirection),
        (_, None) if ended => Outcome::Unknown(Unknown::UnitEnded),
        (_, None) if after.is_some() && !open => Outcome::Unknown(Unknown::NoFigureAtDue),
        (_, None) if results.is_empty() && !own.is_empty() => Outcome::Unknown(Unknown::OtherMethod),
        (_, None) => Outcome::Unknown(Unknown::NoFigure),
        (Some(way), Some(latest)) if rivals().any(|other| reached(other, way) != reached(latest, way)) => {
            Outcome::Unknown(Unknown::Disagreement)
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
    let gap =
        direction.zip(latest).map(|(way, latest)| tidy(way * (wanted - number(latest)), &[wanted, number(latest)]));
    let months = |from: &Observation, to: &Period| from.period.months_apart(to);
    let needed = gap.zip(latest).filter(|(gap, latest)| *gap > 0.0 && months(latest, &due) > 0);
    let needed = needed.map(|(change, latest)| Pace { change, months: months(latest, &due) });
    let made = direction.zip(first.zip(latest)).and_then(|(way, (first, latest))| {
        let months = months(first, &latest.period);
        let change = tidy(way * (number(latest) - number(first)), &[number(latest), number(first)]);
        (months > 0).then_some(Pace { change, months })
    });
    Progress {
        target: target.clone(),
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

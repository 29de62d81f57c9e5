//! What holds for any figures, and the same answer found slowly, pair by pair.

use crate::support::{Builder, laws, record};
use proptest::prelude::*;
use std::collections::BTreeSet;
use tinh_so::domain::*;

/// One drawn observation: place, indicator, period, status, qualifier, source, value.
type Drawn = (usize, usize, usize, bool, usize, usize, f64);

const PLACES: [&str; 6] = ["viet-nam", "mien-nam", "dong-nai-cu", "dong-nai", "long-an", "ha-noi"];
const INDICATORS: [&str; 3] = ["fibre", "phones", "dti"];
const PERIODS: [&str; 8] = ["2019", "2020", "2020-06", "2021", "2021-01/2022-03", "2022", "2022-02", "2023-Q1"];
const SOURCES: [&str; 5] = ["table", "copy", "paper", "report-of-one", "report-of-another"];

/// Small worlds, so that every rule meets every other.
fn world() -> Builder {
    record()
        .country("viet-nam")
        .region("mien-nam")
        .place("dong-nai-cu")
        .former()
        .lying_in("mien-nam")
        .place("dong-nai")
        .current()
        .lying_in("mien-nam")
        .place("long-an")
        .lying_in("mien-nam")
        .place("ha-noi")
        .joined("dong-nai-cu", "dong-nai")
        .indicator("fibre")
        .indicator("phones")
        .among("người lớn", "adults")
        .indicator("dti")
        .among("", "")
        .source("table", SourceKind::Official, "series")
        .source("copy", SourceKind::Copy, "series")
        .source("paper", SourceKind::Press, "")
        .new_method("fibre", "2021")
        .new_method("dti", "2022-02")
        .new_boundary("long-an", "2020-06")
}

fn with(mut builder: Builder, drawn: &[Drawn]) -> Record {
    for &(place, indicator, period, target, qualifier, source, value) in drawn {
        builder = builder
            .observation(PLACES[place], INDICATORS[indicator], PERIODS[period], value)
            .qualified(Qualifier::CODES[qualifier].0)
            .from(SOURCES[source]);
        if target {
            builder = builder.target();
        }
    }
    builder.build()
}

fn drawn(indicators: usize) -> impl Strategy<Value = Drawn> {
    (
        0..PLACES.len(),
        0..indicators,
        0..PERIODS.len(),
        prop::bool::weighted(0.1),
        prop_oneof![3 => Just(0), 2 => 0..Qualifier::CODES.len()],
        0..SOURCES.len(),
        (60..90_u8).prop_map(f64::from),
    )
}

fn verdict_of(record: &Record, which: impl IntoIterator<Item = usize>) -> Verdict {
    compare(record, which.into_iter().map(|n| &*record.observations[n]))
}

/// The rules as the method page states them, each about two figures.
fn of_a_pair(record: &Record, one: &Observation, other: &Observation) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let two_places = one.place != other.place;
    let indicator = || one.indicator.clone();
    if two_places {
        for (part, whole) in [(one, other), (other, one)] {
            let (small, large) = (record.place(&part.place).unwrap(), record.place(&whole.place).unwrap());
            if record.lineage.iter().any(|row| row.from == small.id && row.to == large.id) {
                reasons.push(Reason::Era { former: small.id.clone(), current: large.id.clone() });
            }
            if small.regions.contains(&large.id) || large.kind == PlaceKind::Country {
                reasons.push(Reason::Part { part: small.id.clone(), whole: large.id.clone() });
            }
        }
    }
    if one.indicator != other.indicator {
        let (a, b) = (indicator().min(other.indicator.clone()), indicator().max(other.indicator.clone()));
        let population = |id: &Id| record.indicators[id].population.clone();
        let (first, second) = (population(&a), population(&b));
        let differ = !first.is_empty() && !second.is_empty() && first != second;
        reasons.push(if differ { Reason::Population { a, b } } else { Reason::Definition { a, b } });
        return reasons;
    }
    if one.status != other.status {
        reasons.push(Reason::Target { indicator: indicator() });
    }
    for it in &record.breaks {
        let both = it.concerns(&one.indicator, &one.place) && it.concerns(&other.indicator, &other.place);
        let (earlier, later) =
            if one.period.last_day() <= other.period.last_day() { (one, other) } else { (other, one) };
        let day = it.date.first_day();
        if both && earlier.period.last_day() < day && day <= later.period.last_day() {
            reasons.push(Reason::MethodBreak { indicator: indicator(), date: it.date.to_string() });
        }
    }
    let hedged = one.qualifier != Qualifier::Exact || other.qualifier != Qualifier::Exact;
    let ((low, high), (other_low, other_high)) = (one.span().unwrap(), other.span().unwrap());
    let same_fact = one.place == other.place && one.period == other.period;
    if hedged && one.status == other.status && !same_fact && low <= other_high && other_low <= high {
        let (a, b) = (one.place.clone().min(other.place.clone()), one.place.clone().max(other.place.clone()));
        reasons.push(Reason::Vague { indicator: indicator(), a, b });
    }
    if two_places {
        if record.measurement(one) != record.measurement(other) {
            reasons.push(Reason::OwnReports { indicator: indicator() });
        }
        let press = |o: &Observation| record.source(&o.source).unwrap().kind == SourceKind::Press;
        if press(one) != press(other) {
            reasons.push(Reason::SourceKind { indicator: indicator() });
        }
        let months = one.period.months_apart(&other.period);
        if months > 12 {
            reasons.push(Reason::PeriodsApart { indicator: indicator(), months });
        }
    }
    reasons
}

/// Every pair, and of the months apart only the most.
fn pair_by_pair(record: &Record) -> BTreeSet<Reason> {
    let mut all = BTreeSet::new();
    for (n, one) in record.observations.iter().enumerate() {
        for other in &record.observations[n + 1..] {
            all.extend(of_a_pair(record, one, other));
        }
    }
    let widest = |id: &Id, months: u32| {
        !all.iter()
            .any(|r| matches!(r, Reason::PeriodsApart { indicator, months: m } if indicator == id && *m > months))
    };
    all.iter()
        .filter(|r| if let Reason::PeriodsApart { indicator, months } = r { widest(indicator, *months) } else { true })
        .cloned()
        .collect()
}

/// A reason without the number in it that may grow.
fn named(reason: &Reason) -> Reason {
    match reason.clone() {
        Reason::PeriodsApart { indicator, .. } => Reason::PeriodsApart { indicator, months: 0 },
        other => other,
    }
}

proptest! {
    #![proptest_config(laws(1024))]

    #[test]
    fn the_answer_is_the_one_found_pair_by_pair(
        drawn in prop_oneof![prop::collection::vec(drawn(3), 0..9), prop::collection::vec(drawn(1), 2..12)]
    ) {
        let record = with(world(), &drawn);
        let verdict = verdict_of(&record, 0..drawn.len());
        prop_assert_eq!(verdict.reasons.iter().cloned().collect::<BTreeSet<_>>(), pair_by_pair(&record));
    }

    #[test]
    fn the_order_of_the_figures_does_not_matter(
        (drawn, order) in prop::collection::vec(drawn(2), 0..10).prop_flat_map(|drawn| {
            let order: Vec<usize> = (0..drawn.len()).collect();
            (Just(drawn), Just(order).prop_shuffle())
        })
    ) {
        let record = with(world(), &drawn);
        prop_assert_eq!(verdict_of(&record, order), verdict_of(&record, 0..drawn.len()));
    }

    #[test]
    fn one_more_figure_never_takes_a_reason_away(drawn in prop::collection::vec(drawn(2), 1..10)) {
        let record = with(world(), &drawn);
        let (before, after) = (verdict_of(&record, 0..drawn.len() - 1), verdict_of(&record, 0..drawn.len()));
        prop_assert!(before.sign <= after.sign);
        for reason in &before.reasons {
            prop_assert!(after.reasons.iter().any(|it| named(it) == named(reason)), "{:?} went away", reason);
            if let Reason::PeriodsApart { months, .. } = reason {
                let grown = after.reasons.iter().any(|it| {
                    named(it) == named(reason) && matches!(it, Reason::PeriodsApart { months: m, .. } if m >= months)
                });
                prop_assert!(grown, "{:?} shrank", reason);
            }
        }
    }

    #[test]
    fn nothing_is_comparable_across_indicators(drawn in prop::collection::vec(drawn(3), 2..8)) {
        let record = with(world(), &drawn);
        let indicators: BTreeSet<usize> = drawn.iter().map(|it| it.1).collect();
        let verdict = verdict_of(&record, 0..drawn.len());
        prop_assert_eq!(
            indicators.len() > 1,
            verdict.has(ReasonKind::Population) || verdict.has(ReasonKind::Definition)
        );
        if indicators.len() > 1 {
            prop_assert_eq!(verdict.sign, Sign::NotComparable);
            prop_assert!(!verdict.may_rank());
        }
    }

    #[test]
    fn the_sign_is_that_of_the_gravest_reason_and_reasons_stand_worst_first(
        drawn in prop::collection::vec(drawn(2), 0..8)
    ) {
        let record = with(world(), &drawn);
        let verdict = verdict_of(&record, 0..drawn.len());
        let signs: Vec<Sign> = verdict.reasons.iter().map(|it| it.kind().sign()).collect();
        prop_assert!(signs.windows(2).all(|pair| pair[0] >= pair[1]));
        prop_assert_eq!(verdict.sign, signs.first().copied().unwrap_or(Sign::Comparable));
        let unique: BTreeSet<&Reason> = verdict.reasons.iter().collect();
        prop_assert_eq!(unique.len(), verdict.reasons.len());
    }

    #[test]
    fn a_figure_beside_itself_is_comparable(one in drawn(3)) {
        let record = with(world(), &[one]);
        prop_assert_eq!(verdict_of(&record, [0, 0, 0]).sign, Sign::Comparable);
    }
}

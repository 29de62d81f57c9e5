//! What holds for any figures, and the same answer found slowly, pair by pair.

use crate::support::{Builder, laws, record};
use proptest::prelude::*;
use std::collections::BTreeSet;
use tinh_so::domain::*;

/// One drawn observation: place, indicator, period, status, qualifier, source, value, whether the period was inferred.
type Drawn = (usize, usize, usize, bool, usize, usize, f64, bool);

/// What a reason is about, whichever figures show it.
type Cause = (ReasonKind, [String; 3]);

const PLACES: [&str; 7] = ["viet-nam", "mien-nam-cu", "mien-nam", "dong-nai-cu", "dong-nai", "long-an", "ha-noi"];
const INDICATORS: [&str; 7] = ["fibre", "phones", "dti", "stations", "papi", "dossiers", "ebi"];
/// A period that runs across a break, and readings of one week and of another.
const PERIODS: [&str; 9] =
    ["2019", "2020", "2020-06", "2021", "2021-01/2022-03", "2022", "2022-02-01/2022-02-05", "2022-02-07", "2023-Q1"];
const SOURCES: [&str; 5] = ["table", "copy", "paper", "report-of-one", "report-of-another"];

/// Small worlds, so that every rule meets every other.
fn world() -> Builder {
    record()
        .country("viet-nam")
        .region("mien-nam-cu")
        .former()
        .region("mien-nam")
        .place("dong-nai-cu")
        .former()
        .lying_in("mien-nam-cu")
        .place("dong-nai")
        .current()
        .lying_in("mien-nam")
        .place("long-an")
        .lying_in("mien-nam-cu")
        .lying_in("mien-nam")
        .place("ha-noi")
        .joined("dong-nai-cu", "dong-nai")
        .indicator("fibre")
        .indicator("phones")
        .among("người lớn", "adults")
        .not_ranked()
        .indicator("dti")
        .among("", "")
        .telling_apart(3.0)
        .indicator("stations")
        .counted_in("trạm", "stations")
        .comparable(Comparable::No)
        .indicator("papi")
        .in_quarters()
        .comparable(Comparable::SameReading)
        .indicator("dossiers")
        .comparable(Comparable::SameLength)
        .indicator("ebi")
        .unlisted_rank()
        .comparable(Comparable::SameEdition)
        .source("table", SourceKind::Official, "series")
        .source("copy", SourceKind::Copy, "series")
        .source("paper", SourceKind::Press, "")
        .new_method("fibre", "2021")
        .new_method("dti", "2022-02")
        .new_boundary("long-an", "2020-06")
}

fn with(mut builder: Builder, drawn: &[Drawn]) -> Record {
    for &(place, indicator, period, target, qualifier, source, value, inferred) in drawn {
        builder = builder
            .observation(PLACES[place], INDICATORS[indicator], PERIODS[period], value)
            .qualified(Qualifier::CODES[qualifier].0)
            .from(SOURCES[source]);
        if target {
            builder = builder.target();
        }
        if inferred {
            builder = builder.inferred();
        }
    }
    builder.build()
}

fn drawn(indicators: usize) -> impl Strategy<Value = Drawn> {
    drawn_of(0..indicators)
}

fn drawn_of(indicators: std::ops::Range<usize>) -> impl Strategy<Value = Drawn> {
    (
        0..PLACES.len(),
        indicators,
        0..PERIODS.len(),
        prop::bool::weighted(0.1),
        prop_oneof![3 => Just(0), 2 => 0..Qualifier::CODES.len()],
        0..SOURCES.len(),
        (60..90_u8).prop_map(f64::from),
        prop::bool::weighted(0.2),
    )
}

fn verdict_of(record: &Record, which: impl IntoIterator<Item = usize>) -> Verdict {
    compare(record, which.into_iter().map(|n| &*record.observations[n]))
}

fn cause(reason: &Reason) -> Cause {
    let (kind, about) = reason.cause();
    (kind, about.map(str::to_owned))
}

fn causes(verdict: &Verdict) -> BTreeSet<Cause> {
    verdict.reasons.iter().map(cause).collect()
}

/// The rules as the method page states them, each about two figures.
fn of_a_pair(record: &Record, one: &Observation, other: &Observation) -> Vec<Cause> {
    let mut found: Vec<Cause> = Vec::new();
    let mut add = |kind: ReasonKind, about: [&str; 3]| found.push((kind, about.map(str::to_owned)));
    let two_places = one.place != other.place;
    if two_places {
        let regions = |id: &Id| record.place(id).map(|it| it.regions.clone()).unwrap_or_default();
        let regions_now = |id: &Id| record.successor(id).map(|it| it.regions.clone()).unwrap_or_default();
        let ended = |place: &Place| place.valid_to.is_some();
        for (a, b) in [(one, other), (other, one)] {
            let (small, large) = (record.place(&a.place).unwrap(), record.place(&b.place).unwrap());
            if record.lineage.iter().any(|row| row.from == small.id && row.to == large.id) {
                add(ReasonKind::Era, [&small.id, &large.id, ""]);
            }
            let within = regions(&small.id).contains(&large.id) || regions_now(&small.id).contains(&large.id);
            let count = one.indicator == other.indicator && record.indicators[&one.indicator].is_count();
            if within || large.kind == PlaceKind::Country {
                if count {
                    add(ReasonKind::Part, [&small.id, &large.id, ""]);
                }
            } else if small.is_unit() && large.kind == PlaceKind::Region {
                let before = record.lineage.iter().filter(|row| row.to == small.id);
                if before.into_iter().any(|row| regions(&row.from).contains(&large.id)) {
                    add(ReasonKind::Era, [&large.id, &small.id, ""]);
                }
            }
            if small.kind == PlaceKind::Region && large.kind == PlaceKind::Region && ended(small) && !ended(large) {
                let shared = |unit: &&std::sync::Arc<Place>| {
                    let all = [regions(&unit.id), regions_now(&unit.id)].concat();
                    all.contains(&small.id) && all.contains(&large.id)
                };
                if record.places().iter().any(|unit| shared(&unit)) {
                    add(ReasonKind::Era, [&small.id, &large.id, ""]);
                }
            }
        }
    }
    if one.indicator != other.indicator {
        let (a, b) =
            (one.indicator.clone().min(other.indicator.clone()), one.indicator.clone().max(other.indicator.clone()));
        let population = |id: &Id| record.indicators[id].population.clone();
        let (first, second) = (population(&a), population(&b));
        let differ = !first.is_empty() && !second.is_empty() && first != second;
        add(if differ { ReasonKind::Population } else { ReasonKind::Definition }, [&a, &b, ""]);
        return found;
    }
    let id = &*one.indicator;
    if one.status != other.status {
        add(ReasonKind::Target, [id, "", ""]);
    }
    for it in &record.breaks {
        let both = it.concerns(id, &one.place) && it.concerns(id, &other.place);
        let day = it.date.first_day();
        let begins = one.period.first_day().min(other.period.first_day());
        let ends = one.period.last_day().max(other.period.last_day());
        if both && one.period != other.period && begins < day && day <= ends {
            add(ReasonKind::MethodBreak, [id, &it.date.to_string(), ""]);
        }
    }
    let results = one.status == Status::Actual && other.status == Status::Actual;
    if let Some(least) = record.indicators[id].resolution
        && results
        && (two_places || one.period != other.period)
        && !apart(one.reading.number().unwrap(), other.reading.number().unwrap(), least)
    {
        add(ReasonKind::Noise, [id, "", ""]);
    }
    let known = &record.indicators[id];
    let measurements = record.measurement(one) != record.measurement(other);
    let units = [one, other].iter().all(|o| record.place(&o.place).unwrap().is_unit());
    if two_places && units && known.rankable == Rankable::No {
        add(ReasonKind::Unranked, [id, "", ""]);
    }
    let two_times = two_places || one.period != other.period;
    if results && two_times && known.rankable == Rankable::Quarters {
        add(ReasonKind::Quarters, [id, "", ""]);
    }
    if two_places && known.is_count() {
        add(ReasonKind::Counts, [id, "", ""]);
    }
    if two_places && known.comparable == Comparable::No {
        add(ReasonKind::CountedApart, [id, "", ""]);
    }
    if one.period != other.period && known.comparable == Comparable::SameEdition {
        add(ReasonKind::OtherEdition, [id, "", ""]);
    }
    let begins = one.period.first_day().min(other.period.first_day());
    let span = one.period.last_day().max(other.period.last_day()) - begins + 1;
    if one.period != other.period && known.comparable == Comparable::SameReading && span > 7 {
        add(ReasonKind::DifferentReading, [id, "", ""]);
    }
    if results && two_times && [one, other].iter().any(|o| o.qualifier == Qualifier::Mean) {
        add(ReasonKind::Means, [id, "", ""]);
    }
    let length = |o: &Observation| o.period.last_day() - o.period.first_day() + 1;
    let (short, long) = (length(one).min(length(other)), length(one).max(length(other)));
    if known.comparable == Comparable::SameLength && long * 10 > short * 11 {
        add(ReasonKind::DifferentLength, [id, "", ""]);
    }
    let ((low, high), (other_low, other_high)) = (one.span().unwrap(), other.span().unwrap());
    let meet = low <= other_high && other_low <= high;
    let overlap =
        one.period.first_day() <= other.period.last_day() && other.period.first_day() <= one.period.last_day();
    let inferred = one.period_inferred || other.period_inferred;
    let same_fact = !two_places && (one.period == other.period || (overlap && inferred));
    let agree = !two_places && overlap && one.status == other.status && one.reading == other.reading;
    if one.status == other.status && meet && !agree {
        for o in [one, other] {
            match o.qualifier {
                Qualifier::Disputed => add(ReasonKind::Disputed, [id, "", ""]),
                Qualifier::LessThan | Qualifier::AtMost if !results => {}
                Qualifier::LessThan | Qualifier::AtMost => add(ReasonKind::OpenEnded, [id, "", ""]),
                Qualifier::About | Qualifier::Estimate | Qualifier::MoreThan | Qualifier::AtLeast => {
                    add(ReasonKind::Vague, [id, "", ""]);
                }
                Qualifier::Exact | Qualifier::Computed | Qualifier::ReadOff | Qualifier::Mean => {}
            }
        }
    }
    let worked_out = |o: &Observation| matches!(o.qualifier, Qualifier::Computed | Qualifier::ReadOff);
    if known.unit.kind == UnitKind::Rank
        && known.max.is_none()
        && (two_places || one.period != other.period)
        && (worked_out(one) || worked_out(other))
    {
        add(ReasonKind::WorkedOut, [id, "", ""]);
    }
    // Whole numbers alone are drawn: none is another with fewer decimals.
    if !two_places && one.status == other.status && one.reading != other.reading {
        let within = one.period.is_within(&other.period) || other.period.is_within(&one.period);
        let (a, b) = (one.reading.number().unwrap(), other.reading.number().unwrap());
        let far = (a - b).abs() * 10.0 > a.max(b);
        let ends = one.period.last_day() == other.period.last_day();
        if !meet && one.source != other.source && if inferred { within && far } else { ends } {
            add(ReasonKind::Disagreement, [id, &one.place, ""]);
        } else if inferred && same_fact {
            add(ReasonKind::OrderUnknown, [id, &one.place, ""]);
        }
    }
    if measurements && (two_places || (one.period != other.period && one.status == other.status)) {
        add(ReasonKind::OwnReports, [id, "", ""]);
    }
    if two_places {
        let press = |o: &Observation| record.source(&o.source).unwrap().is_press();
        if press(one) != press(other) && measurements {
            add(ReasonKind::SourceKind, [id, "", ""]);
        }
        if one.period.months_apart(&other.period) > MOST_MONTHS_APART {
            add(ReasonKind::PeriodsApart, [id, "", ""]);
        }
    }
    found
}

fn pair_by_pair(record: &Record) -> BTreeSet<Cause> {
    let mut all = BTreeSet::new();
    for (n, one) in record.observations.iter().enumerate() {
        for other in &record.observations[n + 1..] {
            all.extend(of_a_pair(record, one, other));
        }
    }
    all
}

/// The most months between two different places, found slowly.
fn widest(record: &Record, indicator: &str) -> u32 {
    let own: Vec<_> = record.observations.iter().filter(|o| &*o.indicator == indicator).collect();
    let pairs = own.iter().flat_map(|a| own.iter().map(move |b| (a, b))).filter(|(a, b)| a.place != b.place);
    pairs.map(|(a, b)| a.period.months_apart(&b.period)).max().unwrap_or(0)
}

/// The two things a reason names are among the figures, and differ as it says.
fn names_what_is_there(record: &Record, reason: &Reason) -> bool {
    let has = |found: &dyn Fn(&Observation) -> bool| record.observations.iter().any(|o| found(o));
    match reason {
        Reason::Target { result, target, .. } => {
            has(&|o| o.place == *result && o.status == Status::Actual)
                && has(&|o| o.place == *target && o.status == Status::Target)
        }
        Reason::MethodBreak { first, last, .. } => {
            first != last && has(&|o| o.period == *first) && has(&|o| o.period == *last)
        }
        Reason::PeriodsApart { indicator, months, first, last } => {
            first.months_apart(last) == *months && *months == widest(record, indicator)
        }
        Reason::OwnReports { a, b, .. } => {
            let documents =
                |source: &Id| -> Vec<_> { record.observations.iter().filter(|o| o.source == *source).collect() };
            documents(a).iter().any(|one| {
                documents(b).iter().any(|two| {
                    (one.place != two.place || one.period != two.period)
                        && record.measurement(one) != record.measurement(two)
                })
            })
        }
        Reason::Disagreement { place, a, b, .. } => {
            a != b && has(&|o| o.source == *a && o.place == *place) && has(&|o| o.source == *b && o.place == *place)
        }
        Reason::Noise { indicator, a, b } => {
            let of = |place: &Id| -> Vec<_> {
                let own = record.observations.iter().filter(|o| o.indicator == *indicator && o.place == *place);
                own.filter(|o| o.status == Status::Actual).collect()
            };
            let near = |x: &Observation, y: &Observation| {
                (x.place != y.place || x.period != y.period)
                    && !apart(x.reading.number().unwrap(), y.reading.number().unwrap(), 3.0)
            };
            of(a).iter().any(|x| of(b).iter().any(|y| near(x, y)))
        }
        Reason::SourceKind { press, other, .. } => has(&|o| o.source == *press) && has(&|o| o.source == *other),
        _ => true,
    }
}

proptest! {
    #![proptest_config(laws(1024))]

    #[test]
    fn the_answer_is_the_one_found_pair_by_pair(
        drawn in prop_oneof![
            prop::collection::vec(drawn(INDICATORS.len()), 0..9),
            (0..INDICATORS.len()).prop_flat_map(|n| prop::collection::vec(drawn_of(n..n + 1), 2..12)),
        ]
    ) {
        let record = with(world(), &drawn);
        let verdict = verdict_of(&record, 0..drawn.len());
        prop_assert_eq!(causes(&verdict), pair_by_pair(&record));
        for reason in &verdict.reasons {
            prop_assert!(names_what_is_there(&record, reason), "{:?}", reason);
        }
    }

    #[test]
    fn the_order_of_the_figures_does_not_matter(
        (drawn, order) in prop::collection::vec(drawn(INDICATORS.len()), 0..10).prop_flat_map(|drawn| {
            let order: Vec<usize> = (0..drawn.len()).collect();
            (Just(drawn), Just(order).prop_shuffle())
        })
    ) {
        let record = with(world(), &drawn);
        prop_assert_eq!(verdict_of(&record, order), verdict_of(&record, 0..drawn.len()));
    }

    #[test]
    fn one_more_figure_never_takes_a_reason_away(drawn in prop::collection::vec(drawn(INDICATORS.len()), 1..10)) {
        let record = with(world(), &drawn);
        let (before, after) = (verdict_of(&record, 0..drawn.len() - 1), verdict_of(&record, 0..drawn.len()));
        prop_assert!(before.sign <= after.sign);
        prop_assert!(causes(&before).is_subset(&causes(&after)), "{:?} went from {:?}", before, after);
    }

    #[test]
    fn nothing_is_comparable_across_indicators(drawn in prop::collection::vec(drawn(INDICATORS.len()), 2..8)) {
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
        drawn in prop::collection::vec(drawn(INDICATORS.len()), 0..8)
    ) {
        let record = with(world(), &drawn);
        let verdict = verdict_of(&record, 0..drawn.len());
        let signs: Vec<Sign> = verdict.reasons.iter().map(|it| it.kind().sign()).collect();
        prop_assert!(signs.windows(2).all(|pair| pair[0] >= pair[1]));
        prop_assert_eq!(verdict.sign, signs.first().copied().unwrap_or(Sign::Comparable));
        prop_assert_eq!(causes(&verdict).len(), verdict.reasons.len(), "each cause once");
    }

    #[test]
    fn a_figure_beside_itself_is_comparable(one in drawn(INDICATORS.len())) {
        let record = with(world(), &[one]);
        prop_assert_eq!(verdict_of(&record, [0, 0, 0]).sign, Sign::Comparable);
    }
}

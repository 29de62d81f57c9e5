//! How figures were stated: hedges, bounds, contradictions.

use crate::{
    comparability::{caution, comparable, expect, judge},
    support::{Builder, record},
};
use tinh_so::domain::*;

fn hedged(first: (f64, Qualifier), second: (f64, Qualifier)) -> Builder {
    record()
        .observation("a", "fibre", "2022", first.0)
        .qualified(first.1)
        .observation("b", "fibre", "2022", second.0)
        .qualified(second.1)
}

#[test]
fn a_gap_within_the_hedge_calls_for_caution_and_one_beyond_it_does_not() {
    use Qualifier::*;
    // Each hedge reaches from 100 to the first number, and not to the second.
    for (hedge, within, beyond) in [
        (About, 102.0, 102.1),
        (About, 98.0, 97.9),
        (Estimate, 102.0, 102.1),
        (Estimate, 98.0, 97.9),
        (MoreThan, 105.0, 105.1),
        (MoreThan, 100.0, 99.9),
        (AtLeast, 105.0, 105.1),
        (AtLeast, 100.0, 99.9),
    ] {
        let of = |other: f64| judge(hedged((100.0, hedge), (other, Exact)));
        assert_eq!(
            of(within).reasons,
            [Reason::Vague { indicator: "fibre".into(), a: "a".into(), b: "b".into() }],
            "100 {hedge:?} and {within}"
        );
        assert_eq!(of(beyond).sign, Sign::Comparable, "100 {hedge:?} and {beyond}");
    }
    for (number, near) in [(110.0, true), (110.1, false), (90.0, true), (89.9, false)] {
        let of = hedged((100.0, Disputed), (number, Exact));
        if near { caution(of, ReasonKind::Disputed) } else { comparable(of) }
    }
}

#[test]
fn of_what_is_only_below_a_bound_nobody_knows_how_far_below() {
    use Qualifier::*;
    for hedge in [LessThan, AtMost] {
        caution(hedged((10.0, hedge), (9.9, Exact)), ReasonKind::OpenEnded);
        caution(hedged((10.0, hedge), (1.0, Exact)), ReasonKind::OpenEnded);
        caution(hedged((10.0, hedge), (4.0, hedge)), ReasonKind::OpenEnded);
        comparable(hedged((10.0, hedge), (10.1, Exact)));
    }
    // Seven of them are one reason.
    let seven = ["c", "d", "e", "f", "g", "h", "i"]
        .iter()
        .fold(record(), |it, place| it.observation(place, "fibre", "2024", 10.0).qualified(LessThan));
    let verdict = judge(seven);
    let [Reason::OpenEnded { places: 7, .. }] = verdict.reasons[..] else { panic!("{verdict:?}") };
}

#[test]
fn two_hedges_that_meet_in_the_middle_call_for_caution() {
    caution(hedged((86.0, Qualifier::About), (89.0, Qualifier::About)), ReasonKind::Vague);
    comparable(hedged((86.0, Qualifier::About), (90.0, Qualifier::About)));
    // "more than 9.2" and "less than 9.5": each reaches past the other.
    expect(
        hedged((9.2, Qualifier::MoreThan), (9.5, Qualifier::LessThan)),
        Sign::Caution,
        &[ReasonKind::Vague, ReasonKind::OpenEnded],
    );
    // "less than 9.2" and "more than 9.5" reach away from each other.
    comparable(hedged((9.2, Qualifier::LessThan), (9.5, Qualifier::MoreThan)));
}

#[test]
fn two_exact_figures_are_never_vague_however_near() {
    comparable(hedged((86.0, Qualifier::Exact), (86.0, Qualifier::Exact)));
}

#[test]
fn a_hedge_below_zero_reaches_both_ways_too() {
    caution(hedged((-24.0, Qualifier::About), (-24.4, Qualifier::Exact)), ReasonKind::Vague);
    comparable(hedged((-24.0, Qualifier::About), (-25.0, Qualifier::Exact)));
}

#[test]
fn a_trend_of_one_place_may_be_vague() {
    let verdict =
        judge(record().observation("a", "fibre", "2021", 86.0).about().observation("a", "fibre", "2022", 87.0).about());
    assert_eq!(verdict.reasons, [Reason::Vague { indicator: "fibre".into(), a: "a".into(), b: "a".into() }]);
}

#[test]
fn two_sources_for_one_place_and_time_disagree_rather_than_differ_vaguely() {
    let twice = record().observation("a", "fibre", "2022", 86.0).about();
    let second = |value: f64| twice.clone().observation("a", "fibre", "2022", value).from("another-report");
    // Within the hedge of the first nobody can say that they differ; outside it they contradict each other.
    caution(second(86.5), ReasonKind::Vague);
    caution(second(95.0), ReasonKind::Disagreement);
    comparable(second(86.0));
    let exact = record().observation("a", "fibre", "2022", 86.0);
    let other = |it: &Builder, when: &str, value: f64| it.clone().observation("a", "fibre", when, value).from("report");
    caution(other(&exact, "2022", 87.0), ReasonKind::Disagreement);
    comparable(other(&exact, "2022", 86.1));
    comparable(exact.clone().observation("a", "fibre", "2022", 87.0));
    // The end of a half-year is the end of its last month.
    let half = record().observation("a", "fibre", "2022-H1", 66.0);
    let month = half.observation("a", "fibre", "2022-06", 60.0).qualified(Qualifier::MoreThan).from("report");
    assert!(judge(month).has(ReasonKind::Disagreement));
    // Another month is another report, unless a date was inferred: then nobody knows which came later.
    caution(other(&exact, "2022-11", 90.0), ReasonKind::OwnReports);
    let inferred = exact.inferred();
    assert!(judge(other(&inferred, "2022-11", 90.0)).has(ReasonKind::OrderUnknown));
    caution(other(&inferred, "2022", 90.0), ReasonKind::OrderUnknown);
    // More than a tenth apart, and it can only be the same time: they contradict each other.
    caution(other(&inferred, "2022", 20.0), ReasonKind::Disagreement);
    // The same number, dated more finely, is no second figure.
    let dated = exact_about().observation("a", "fibre", "2022-11", 86.0).about();
    comparable(dated);
}

fn exact_about() -> Builder {
    record().observation("a", "fibre", "2022", 86.0).about()
}

#[test]
fn two_targets_of_one_date_disagree_as_targets() {
    let targets = record()
        .observation("a", "fibre", "2030", 95.0)
        .target()
        .from("plan")
        .observation("a", "fibre", "2030", 99.0)
        .target()
        .from("other");
    let verdict = judge(targets);
    let [Reason::Disagreement { status: Status::Target, .. }] = verdict.reasons[..] else { panic!("{verdict:?}") };
}

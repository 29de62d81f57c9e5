//! What a measurement, its area and its kind of source say about comparing it.

use crate::{
    comparability::{before_and_after, caution, comparable, judge, never},
    support::{Builder, record},
};
use tinh_so::domain::*;

// --- What a measurement says of itself ---

#[test]
fn counts_follow_the_size_of_the_place() {
    let counts = |it: Builder| it.indicator("fibre").counted_in("trạm", "stations");
    let two = || counts(record()).observation("a", "fibre", "2022", 1_171.0).observation("b", "fibre", "2022", 9_433.0);
    caution(two(), ReasonKind::Counts);
    assert_eq!(judge(two().indicator("fibre").comparable(Comparable::No)).sign, Sign::NotComparable);
    comparable(counts(record()).observation("a", "fibre", "2021", 10.0).observation("a", "fibre", "2022", 20.0));
}

#[test]
fn a_rank_worked_out_here_is_not_quite_one_that_a_source_prints() {
    let ranks = |it: Builder, qualifier: Qualifier| {
        it.observation("a", "ebi-rank", "2022", 5.0).qualified(qualifier).observation("b", "ebi-rank", "2022", 4.0)
    };
    for qualifier in [Qualifier::Computed, Qualifier::ReadOff] {
        caution(ranks(record().indicator("ebi-rank").unlisted_rank(), qualifier), ReasonKind::WorkedOut);
        comparable(ranks(record().indicator("ebi-rank").rank_of(63.0), qualifier));
    }
}

#[test]
fn a_running_value_is_compared_within_a_week_of_reading() {
    let read = |first: &str, second: &str| {
        record()
            .indicator("fibre")
            .comparable(Comparable::SameReading)
            .observation("a", "fibre", first, 80.0)
            .observation("b", "fibre", second, 85.0)
    };
    comparable(read("2025-08-29", "2025-08-29"));
    comparable(read("2025-11-10/2025-11-16", "2025-11-12"));
    comparable(read("2025-11-10", "2025-11-16"));
    never(read("2025-11-10", "2025-11-17"), ReasonKind::DifferentReading);
    never(read("2025-08", "2025-08-29"), ReasonKind::DifferentReading);
    assert!(judge(read("2023-10", "2025-08-29")).has(ReasonKind::DifferentReading));
}

#[test]
fn what_adds_up_is_compared_over_stretches_of_equal_length() {
    let counted = |first: &str, second: &str| {
        record()
            .indicator("fibre")
            .comparable(Comparable::SameLength)
            .observation("a", "fibre", first, 47_816.0)
            .observation("b", "fibre", second, 343_399.0)
    };
    never(counted("2025-07-01/2025-07-23", "2025-07-01/2025-12-03"), ReasonKind::DifferentLength);
    comparable(counted("2025-06", "2025-07"));
    comparable(counted("2024", "2025"));
}

#[test]
fn ranks_of_two_editions_of_other_lengths_call_for_caution() {
    let ranks = |second: &str| {
        record()
            .indicator("ebi-rank")
            .rank_of(63.0)
            .comparable(Comparable::SameEdition)
            .observation("a", "ebi-rank", "2022", 46.0)
            .observation("a", "ebi-rank", second, 40.0)
    };
    caution(ranks("2023"), ReasonKind::OtherEdition);
}

#[test]
fn a_sample_survey_tells_groups_apart_and_no_more() {
    let survey = record().indicator("papi").in_quarters();
    caution(
        survey.clone().observation("a", "papi", "2024", 2.9605).observation("b", "papi", "2024", 2.9545),
        ReasonKind::Quarters,
    );
    caution(survey.observation("a", "papi", "2023", 2.1).observation("a", "papi", "2024", 2.2), ReasonKind::Quarters);
}

#[test]
fn means_beside_measured_figures_call_for_caution() {
    let of = |one: Qualifier, other: Qualifier| {
        record()
            .observation("a", "dti", "2024", 0.6)
            .qualified(one)
            .observation("b", "dti", "2024", 0.7)
            .qualified(other)
    };
    let verdict = judge(of(Qualifier::Mean, Qualifier::Exact));
    assert_eq!(verdict.reasons, [Reason::Means { indicator: "dti".into(), means: 1, measured: 1 }]);
    caution(of(Qualifier::Mean, Qualifier::Mean), ReasonKind::Means);
    comparable(of(Qualifier::ReadOff, Qualifier::Exact));
}

// --- Breaks and areas ---

#[test]
fn a_period_that_contains_the_change_of_method_is_on_neither_side() {
    never(before_and_after("2020-01/2021-06", "2022"), ReasonKind::MethodBreak);
    never(before_and_after("2019", "2020-01/2021-06"), ReasonKind::MethodBreak);
    never(before_and_after("2020-07/2021-02", "2020-01/2021-06"), ReasonKind::MethodBreak);
    comparable(before_and_after("2020-07/2021-02", "2020-07/2021-02"));
}

#[test]
fn regions_of_two_eras_that_share_ground_are_not_compared() {
    let redrawn = record()
        .region("mien-nam-cu")
        .former()
        .region("mien-nam")
        .region("mien-bac")
        .place("long-an")
        .former()
        .lying_in("mien-nam-cu")
        .place("tay-ninh")
        .current()
        .lying_in("mien-nam")
        .joined("long-an", "tay-ninh");
    let beside =
        |a: &str, b: &str| redrawn.clone().observation(a, "dti", "2025", 0.4).observation(b, "dti", "2025", 0.5);
    never(beside("mien-nam-cu", "mien-nam"), ReasonKind::Era);
    never(beside("mien-nam-cu", "tay-ninh"), ReasonKind::Era);
    comparable(beside("long-an", "mien-nam"));
    comparable(beside("mien-nam-cu", "mien-bac"));
    comparable(beside("tay-ninh", "mien-bac"));
}

// --- Kinds of source ---

fn beside_official(kind: SourceKind) -> Verdict {
    judge(
        record()
            .source("table", SourceKind::Official, "")
            .source("other", kind, "")
            .observation("a", "dti", "2022", 0.6)
            .from("table")
            .observation("b", "dti", "2022", 0.5)
            .from("other"),
    )
}

#[test]
fn a_press_report_beside_an_official_page_is_said() {
    // What is copied and belongs to no measurement is an article read on another site.
    for kind in [SourceKind::Press, SourceKind::Copy] {
        assert!(beside_official(kind).has(ReasonKind::SourceKind), "{kind:?}");
    }
    for kind in [SourceKind::Survey, SourceKind::Official] {
        assert!(!beside_official(kind).has(ReasonKind::SourceKind), "{kind:?}");
    }
}

#[test]
fn two_copies_of_one_table_are_alike_wherever_they_were_printed() {
    let copies = |kind: SourceKind| {
        record()
            .source("table", SourceKind::Official, "dti")
            .source("other", kind, "dti")
            .observation("a", "dti", "2022", 0.6)
            .from("table")
            .observation("b", "dti", "2022", 0.5)
            .from("other")
    };
    for kind in [SourceKind::Press, SourceKind::Copy, SourceKind::Survey, SourceKind::Official] {
        comparable(copies(kind));
    }
}

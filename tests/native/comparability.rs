//! Each reason why figures may not, or not quite, be compared: what calls for it, and the near miss that does not.

use crate::support::{Builder, period, record, verdict};
use tinh_so::domain::*;

pub fn judge(builder: Builder) -> Verdict {
    verdict(&builder.build())
}

/// The sign is this, for exactly these reasons.
#[track_caller]
pub fn expect(builder: Builder, sign: Sign, kinds: &[ReasonKind]) {
    let verdict = judge(builder);
    assert_eq!(verdict.reasons.iter().map(Reason::kind).collect::<Vec<_>>(), kinds);
    assert_eq!(verdict.sign, sign);
}

#[track_caller]
pub fn comparable(builder: Builder) {
    expect(builder, Sign::Comparable, &[]);
}

#[track_caller]
pub fn caution(builder: Builder, kind: ReasonKind) {
    expect(builder, Sign::Caution, &[kind]);
}

#[track_caller]
pub fn never(builder: Builder, kind: ReasonKind) {
    expect(builder, Sign::NotComparable, &[kind]);
}

// --- Nothing speaks against it ---

#[test]
fn two_places_in_one_survey_and_one_year_are_comparable() {
    comparable(record().observation("a", "fibre", "2022", 83.5).observation("b", "fibre", "2022", 79.5));
}

#[test]
fn nothing_and_one_figure_are_comparable() {
    comparable(record());
    comparable(record().observation("a", "fibre", "2022", 83.5));
}

#[test]
fn the_signs_are_the_ones_the_site_writes() {
    assert_eq!([Sign::Comparable, Sign::Caution, Sign::NotComparable].map(Sign::symbol), ["=", "≈", "≠"]);
    for kind in ReasonKind::ALL {
        assert_ne!(kind.sign(), Sign::Comparable);
    }
}

// --- Different indicators ---

fn two_indicators(first: (&str, &str), second: (&str, &str)) -> Builder {
    record()
        .indicator("coverage")
        .among(first.0, first.1)
        .indicator("subscribers")
        .among(second.0, second.1)
        .observation("a", "coverage", "2022", 99.0)
        .observation("b", "subscribers", "2022", 79.5)
}

#[test]
fn figures_counted_among_different_populations_are_never_compared() {
    let builder = two_indicators(("hộ gia đình", "households"), ("người lớn", "adults"));
    assert_eq!(
        judge(builder).reasons,
        [Reason::Population { a: "coverage".into(), b: "subscribers".into() }],
        "the one reason names both"
    );
}

#[test]
fn the_same_population_counted_for_different_things_is_another_definition() {
    let households = ("hộ gia đình", "households");
    never(two_indicators(households, households), ReasonKind::Definition);
}

#[test]
fn an_indicator_without_a_population_differs_by_definition() {
    never(two_indicators(("hộ gia đình", "households"), ("", "")), ReasonKind::Definition);
    never(two_indicators(("", ""), ("", "")), ReasonKind::Definition);
}

#[test]
fn even_one_place_is_not_compared_across_two_indicators() {
    never(
        record().observation("a", "coverage", "2022", 99.0).observation("a", "subscribers", "2022", 79.5),
        ReasonKind::Definition,
    );
}

#[test]
fn three_definitions_give_a_reason_for_each_pair() {
    let three = record().observation("a", "x", "2022", 1.0).observation("a", "y", "2022", 2.0);
    assert_eq!(judge(three.observation("a", "z", "2022", 3.0)).reasons.len(), 3);
}

// --- Results and targets ---

#[test]
fn a_result_is_not_compared_with_a_target() {
    never(
        record().observation("a", "fibre", "2022", 83.5).observation("b", "fibre", "2022", 90.0).target(),
        ReasonKind::Target,
    );
    never(
        record().observation("a", "fibre", "2022", 83.5).observation("a", "fibre", "2025", 90.0).target(),
        ReasonKind::Target,
    );
}

#[test]
fn two_targets_may_be_compared() {
    comparable(
        record().observation("a", "fibre", "2025", 83.5).target().observation("b", "fibre", "2025", 90.0).target(),
    );
}

// --- Breaks of method ---

pub fn before_and_after(first: &str, second: &str) -> Builder {
    record().new_method("dti", "2021").observation("a", "dti", first, 0.4).observation("a", "dti", second, 0.5)
}

#[test]
fn a_change_of_method_between_two_years_forbids_comparing_them() {
    never(before_and_after("2020", "2021"), ReasonKind::MethodBreak);
    never(before_and_after("2019", "2023"), ReasonKind::MethodBreak);
    never(before_and_after("2021", "2020"), ReasonKind::MethodBreak);
    assert_eq!(
        judge(before_and_after("2020", "2021")).reasons,
        [Reason::MethodBreak {
            indicator: "dti".into(),
            date: "2021".into(),
            first: period("2020"),
            last: period("2021")
        }]
    );
}

#[test]
fn on_one_side_of_a_change_of_method_nothing_is_forbidden() {
    comparable(before_and_after("2021", "2023"));
    comparable(before_and_after("2019", "2020"));
    comparable(before_and_after("2020-Q1", "2020-12-31"));
}

#[test]
fn a_change_of_method_elsewhere_does_not_matter() {
    comparable(
        record().new_method("papi", "2021").observation("a", "dti", "2020", 0.4).observation("a", "dti", "2022", 0.5),
    );
    comparable(
        record().new_boundary("b", "2021").observation("a", "dti", "2020", 0.4).observation("a", "dti", "2022", 0.5),
    );
}

#[test]
fn new_boundaries_break_every_indicator_of_the_place() {
    let a_over_time = |boundary_of: &str| {
        record()
            .new_boundary(boundary_of, "2021-07-01")
            .observation("a", "dti", "2020", 0.4)
            .observation("a", "dti", "2021", 0.5)
    };
    never(a_over_time("a"), ReasonKind::MethodBreak);
    comparable(a_over_time("b"));
}

// --- Overlapping places ---

fn before_and_after_the_merger(from: &str, to: &str) -> Builder {
    record()
        .place("dong-nai-cu")
        .former()
        .place("dong-nai")
        .current()
        .joined(from, to)
        .observation("dong-nai-cu", "dti", "2024", 0.4)
        .observation("dong-nai", "dti", "2024", 0.5)
}

#[test]
fn a_former_unit_and_its_successor_are_two_territories() {
    let verdict = judge(before_and_after_the_merger("dong-nai-cu", "dong-nai"));
    assert_eq!(verdict.reasons, [Reason::Era { former: "dong-nai-cu".into(), current: "dong-nai".into() }]);
    assert_eq!(verdict.sign, Sign::NotComparable);
}

#[test]
fn a_merger_of_others_does_not_matter() {
    comparable(before_and_after_the_merger("binh-phuoc", "dong-nai"));
}

fn inside(region: &str) -> Builder {
    record()
        .country("viet-nam")
        .region("dong-nam-bo")
        .region("dong-bang-song-hong")
        .place("dong-nai")
        .lying_in(region)
        .indicator("fibre")
        .counted_in("trạm", "stations")
        .observation("dong-nai", "fibre", "2022", 80.0)
}

#[test]
fn a_province_is_a_part_of_its_region() {
    let beside = inside("dong-nam-bo").observation("dong-nam-bo", "fibre", "2022", 85.0);
    let verdict = judge(beside);
    assert_eq!(verdict.reasons[0], Reason::Part { part: "dong-nai".into(), whole: "dong-nam-bo".into() });
    // A rate of the part beside that of the whole is what every statistical office shows.
    comparable(
        record()
            .region("dong-nam-bo")
            .place("dong-nai")
            .lying_in("dong-nam-bo")
            .observation("dong-nai", "fibre", "2022", 80.0)
            .observation("dong-nam-bo", "fibre", "2022", 85.0),
    );
}

#[test]
fn a_province_may_be_compared_with_another_region() {
    let beside = inside("dong-nam-bo").observation("dong-bang-song-hong", "fibre", "2022", 85.0);
    caution(beside, ReasonKind::Counts);
}

#[test]
fn everything_is_a_part_of_the_country() {
    let verdict = judge(
        inside("dong-nam-bo")
            .observation("dong-bang-song-hong", "fibre", "2022", 85.0)
            .observation("viet-nam", "fibre", "2022", 82.0),
    );
    let whole = || "viet-nam".into();
    assert_eq!(
        verdict.reasons[..2],
        [
            Reason::Part { part: "dong-bang-song-hong".into(), whole: whole() },
            Reason::Part { part: "dong-nai".into(), whole: whole() },
        ]
    );
}

#[test]
fn the_country_over_time_is_not_a_part_of_itself() {
    comparable(
        record()
            .country("viet-nam")
            .observation("viet-nam", "fibre", "2021", 80.0)
            .observation("viet-nam", "fibre", "2022", 82.0),
    );
}

// --- Own reports ---

#[test]
fn places_that_report_about_themselves_are_compared_with_caution_and_never_ranked() {
    let builder = || {
        record()
            .observation("a", "fibre", "2022", 83.5)
            .from("report-of-a")
            .observation("b", "fibre", "2022", 79.5)
            .from("report-of-b")
    };
    caution(builder(), ReasonKind::OwnReports);
    assert!(!judge(builder()).may_rank());
}

#[test]
fn two_documents_of_one_series_are_one_measurement() {
    let builder = record()
        .source("papi-2021", SourceKind::Survey, "papi")
        .source("papi-2022", SourceKind::Survey, "papi")
        .observation("a", "fibre", "2022", 83.5)
        .from("papi-2021")
        .observation("b", "fibre", "2022", 79.5)
        .from("papi-2022");
    let verdict = judge(builder);
    assert_eq!(verdict.sign, Sign::Comparable);
    assert!(verdict.may_rank());
}

#[test]
fn one_document_about_two_places_is_one_measurement() {
    comparable(
        record()
            .observation("a", "fibre", "2022", 83.5)
            .from("report")
            .observation("b", "fibre", "2022", 79.5)
            .from("report"),
    );
}

#[test]
fn a_survey_and_a_place_s_own_report_are_two_measurements() {
    caution(
        record().observation("a", "fibre", "2022", 83.5).observation("b", "fibre", "2022", 79.5).from("report-of-b"),
        ReasonKind::OwnReports,
    );
}

// --- Periods ---

fn apart(months: u32, first: &str, last: &str) -> Reason {
    Reason::PeriodsApart { indicator: "fibre".into(), months, first: period(first), last: period(last) }
}

fn months_between(first: &str, second: &str) -> Builder {
    record().observation("a", "fibre", first, 60.0).observation("b", "fibre", second, 80.0)
}

#[test]
fn twelve_months_between_two_places_are_no_matter_and_thirteen_are() {
    comparable(months_between("2022-03", "2023-03"));
    comparable(months_between("2022", "2023"));
    let verdict = judge(months_between("2022-03", "2023-04"));
    assert_eq!(verdict.reasons, [apart(13, "2022-03", "2023-04")]);
    assert_eq!(verdict.sign, Sign::Caution);
    assert!(verdict.may_rank());
}

#[test]
fn the_widest_gap_between_two_places_is_named_not_that_of_one_with_itself() {
    let builder = months_between("2022-12", "2022-10").observation("a", "fibre", "2018-12", 50.0);
    // a spans 48 months, but against b it is 46.
    assert_eq!(judge(builder).reasons, [apart(46, "2018-12", "2022-10")]);
}

#[test]
fn one_place_over_the_years_in_one_measurement_is_a_trend_and_in_separate_reports_is_not_quite() {
    let years = |sources: [&str; 3]| {
        ["2018", "2021", "2024"]
            .iter()
            .zip(sources)
            .zip([40.0, 60.0, 80.0])
            .fold(record(), |it, ((year, source), n)| it.observation("a", "fibre", year, n).from(source))
    };
    comparable(years(["report", "report", "report"]));
    caution(years(["report-of-2018", "report-of-2021", "report-of-2024"]), ReasonKind::OwnReports);
    // The same figure for the same time in two papers is one report.
    let twice = record().observation("a", "fibre", "2022", 80.0).from("paper");
    comparable(twice.observation("a", "fibre", "2022", 80.0).from("other"));
}

// --- Together ---

#[test]
fn the_gravest_reason_comes_first_and_decides_the_sign() {
    expect(
        record()
            .observation("a", "fibre", "2020", 86.0)
            .about()
            .from("report-of-a")
            .observation("b", "fibre", "2022", 86.0)
            .from("report-of-b")
            .observation("b", "fibre", "2025", 99.0)
            .target()
            .from("report-of-b"),
        Sign::NotComparable,
        &[ReasonKind::Target, ReasonKind::OwnReports, ReasonKind::PeriodsApart, ReasonKind::Vague],
    );
}

#[test]
fn a_missing_reading_says_nothing() {
    use tinh_so::domain::Missing;
    comparable(
        record()
            .new_method("fibre", "2021")
            .observation("a", "fibre", "2022", 83.5)
            .missing("b", "fibre", "2019", Missing::Suppressed)
            .from("report-of-b")
            .missing("a", "smartphones", "2022", Missing::NotCollected),
    );
}

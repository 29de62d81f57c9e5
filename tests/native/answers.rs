//! What a province is told on each theme, by lineage; and who has published what.

use crate::support::{Builder, record};
use tinh_so::domain::*;

/// Đồng Nai of today, formed from two, beside a province that the mergers left alone.
fn world() -> Builder {
    record()
        .place("dong-nai-cu")
        .former()
        .place("binh-phuoc")
        .former()
        .place("dong-nai")
        .current()
        .place("ha-noi")
        .joined("dong-nai-cu", "dong-nai")
        .joined("binh-phuoc", "dong-nai")
        .indicator("fibre")
        .indicator("list")
        .source("table", SourceKind::Official, "series")
        .source("paper", SourceKind::Press, "")
}

fn told(record: &Record, place: &str) -> Answer {
    let of = |id: &Id| record.observations.iter().filter(|o| o.place == *id).collect();
    let ranked = |o: &Observation| record.is_common(o);
    answers(record, record.place(place).unwrap(), ranked, of).remove(0)
}

fn of(o: &Observation) -> (String, f64) {
    (o.place.to_string(), o.reading.number().unwrap())
}

#[test]
fn a_figure_of_a_common_measurement_answers_before_a_newer_report() {
    let record = world()
        .observation("ha-noi", "list", "2024", 90.0)
        .from("table")
        .observation("ha-noi", "fibre", "2025", 95.0)
        .from("paper")
        .build();
    let answer = told(&record, "ha-noi");
    assert_eq!((answer.kind, of(&answer.own.unwrap())), (AnswerKind::Common, ("ha-noi".to_owned(), 90.0)));
}

#[test]
fn without_one_its_own_newest_report_answers() {
    let record = world()
        .observation("ha-noi", "fibre", "2023", 80.0)
        .from("paper")
        .observation("ha-noi", "fibre", "2025", 95.0)
        .from("paper")
        .build();
    let answer = told(&record, "ha-noi");
    assert_eq!((answer.kind, of(&answer.own.unwrap())), (AnswerKind::Report, ("ha-noi".to_owned(), 95.0)));
    assert!(answer.lands.is_empty() && answer.silent.is_empty());
}

#[test]
fn a_province_without_a_figure_is_told_what_each_land_reported_last_as_theirs() {
    let record = world()
        .observation("dong-nai-cu", "fibre", "2022", 70.0)
        .from("paper")
        .observation("dong-nai-cu", "fibre", "2023", 86.0)
        .from("paper")
        .build();
    let answer = told(&record, "dong-nai");
    assert_eq!((answer.kind, answer.own), (AnswerKind::Lands, None));
    assert_eq!(answer.lands.iter().map(|o| of(o)).collect::<Vec<_>>(), [("dong-nai-cu".to_owned(), 86.0)]);
    assert_eq!(answer.silent, ["binh-phuoc".into()], "the other is named as having none");
}

#[test]
fn nothing_is_added_or_averaged_over_the_lands() {
    let record = world()
        .observation("dong-nai-cu", "fibre", "2023", 86.0)
        .from("paper")
        .observation("binh-phuoc", "fibre", "2023", 60.0)
        .from("paper")
        .build();
    let said: Vec<f64> = told(&record, "dong-nai").lands.iter().map(|o| of(o).1).collect();
    assert_eq!(said, [86.0, 60.0]);
}

#[test]
fn a_survey_of_everybody_does_not_speak_for_a_land_that_reported() {
    let record = world()
        .observation("dong-nai-cu", "fibre", "2022", 86.0)
        .from("paper")
        .observation("dong-nai-cu", "list", "2024", 2.5)
        .from("table")
        .build();
    assert_eq!(of(&told(&record, "dong-nai").lands[0]).1, 86.0);
}

#[test]
fn a_target_and_a_gap_are_no_answer() {
    let record = world().observation("ha-noi", "fibre", "2030", 100.0).from("paper").target().build();
    let answer = told(&record, "ha-noi");
    assert_eq!((answer.kind, answer.nearest), (AnswerKind::None, None));
}

#[test]
fn where_nothing_was_found_the_nearest_measurement_of_the_place_is_named() {
    let mut record =
        world().observation("ha-noi", "elsewhere", "2024", 0.7).indicator("elsewhere").from("table").build();
    let other = Theme { id: "other".into(), main: false, ..record.themes[0].clone() };
    record.themes.push(other);
    let elsewhere = std::sync::Arc::make_mut(record.indicators.get_mut("elsewhere").unwrap());
    elsewhere.theme = "other".into();
    record.topics[0].nearest = Some("elsewhere".into());
    let answer = told(&record, "ha-noi");
    assert_eq!((answer.kind, of(&answer.nearest.unwrap()).1), (AnswerKind::None, 0.7));
}

#[test]
fn coverage_tells_its_own_from_before_and_from_the_lands() {
    let record = world()
        .observation("ha-noi", "fibre", "2024", 90.0)
        .from("paper")
        .observation("dong-nai-cu", "fibre", "2023", 86.0)
        .from("paper")
        .observation("dong-nai", "list", "2025-09", 25.0)
        .from("paper")
        .build();
    let coverage = coverage(&record);
    let known = |place: &str, topic: &str| {
        let row = coverage.rows.iter().find(|row| &*row.place.id == place).unwrap();
        row.cells[coverage.topics.iter().position(|id| &**id == topic).unwrap()].known
    };
    assert_eq!(known("ha-noi", "topic-of-fibre"), Known::Before);
    assert_eq!(known("dong-nai", "topic-of-fibre"), Known::Lands);
    assert_eq!(known("dong-nai", "topic-of-list"), Known::Since);
    assert_eq!(known("ha-noi", "topic-of-list"), Known::None);
    assert_eq!(coverage.count(Known::Since, |_| true), 1, "Đồng Nai, by its best topic");
}

#[test]
fn a_list_that_somebody_makes_of_everybody_says_nothing_of_who_reports() {
    let record = world()
        .observation("ha-noi", "list", "2026", 53.66)
        .from("table")
        .observation("dong-nai", "list", "2026", 89.99)
        .from("table")
        .observation("ha-noi", "fibre", "2026", 90.0)
        .from("paper")
        .build();
    let coverage = coverage(&record);
    assert_eq!(coverage.topics, ["topic-of-fibre".into()]);
}

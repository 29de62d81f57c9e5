//! Progress towards targets: the outcome, how far it was, at what pace, and the sentence that says so.

use crate::support::{Builder, record};
use tinh_so::{
    domain::{Better, Outcome, Pace, Progress, Qualifier, Unknown, progress, today},
    figure::{pace_sentence, progress_sentence},
    text::Locale,
};

const NOVEMBER_2026: &str = "2026.11.0";

fn only(builder: Builder) -> Progress {
    let record = builder.build();
    let indicator = &record.indicators["fibre"];
    let mut all = progress(&record, indicator, &record.observations, today(NOVEMBER_2026));
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn target(value: f64, due: &str) -> Builder {
    record().observation("a", "fibre", due, value).target()
}

fn outcome(builder: Builder) -> Outcome {
    only(builder).outcome
}

#[test]
fn the_figure_for_the_date_due_decides() {
    assert_eq!(outcome(target(50.0, "2022").observation("a", "fibre", "2022", 50.0)), Outcome::Met);
    assert_eq!(outcome(target(50.0, "2022").observation("a", "fibre", "2022", 49.9)), Outcome::Missed);
    assert_eq!(outcome(target(50.0, "2022").observation("a", "fibre", "2022-12", 49.9)), Outcome::Missed);
    assert_eq!(outcome(target(50.0, "2022").observation("a", "fibre", "2021", 51.0)), Outcome::Met, "ahead of time");
}

#[test]
fn before_it_is_due_a_target_is_on_the_way_and_afterwards_unknown() {
    let begun = |due| target(50.0, due).observation("a", "fibre", "2022-Q3", 9.2);
    assert_eq!(outcome(begun("2030")), Outcome::OnTheWay);
    assert_eq!(outcome(begun("2022")), Outcome::Unknown(Unknown::NoFigureAtDue));
    assert_eq!(outcome(target(50.0, "2022")), Outcome::Unknown(Unknown::NoFigure));
    // What came later is shown, and decides nothing.
    let later = only(begun("2022").observation("a", "fibre", "2023", 80.0));
    assert_eq!(later.outcome, Outcome::Unknown(Unknown::NoFigureAtDue));
    assert_eq!(later.after.unwrap().period.to_string(), "2023");
}

#[test]
fn a_place_that_ended_before_the_date_due_has_no_outcome_unless_it_was_there_before() {
    let merged = |value| {
        record()
            .place("a")
            .former()
            .observation("a", "fibre", "2025", 80.0)
            .target()
            .observation("a", "fibre", "2024", value)
    };
    assert_eq!(outcome(merged(76.0)), Outcome::Unknown(Unknown::UnitEnded));
    assert_eq!(outcome(merged(80.0)), Outcome::Met);
}

#[test]
fn a_hedge_that_reaches_across_the_target_leaves_it_open() {
    let stated = |value: f64, how| target(50.0, "2022").observation("a", "fibre", "2022", value).qualified(how);
    assert_eq!(outcome(stated(50.0, Qualifier::About)), Outcome::Unknown(Unknown::Vague));
    assert_eq!(outcome(stated(50.0, Qualifier::MoreThan)), Outcome::Met);
    assert_eq!(outcome(stated(48.0, Qualifier::MoreThan)), Outcome::Unknown(Unknown::Vague));
    assert_eq!(outcome(stated(60.0, Qualifier::About)), Outcome::Met);
    assert_eq!(outcome(stated(40.0, Qualifier::About)), Outcome::Missed);
}

#[test]
fn what_is_better_or_how_the_target_is_worded_gives_the_direction() {
    let ranks = |aim| {
        record()
            .indicator("fibre")
            .rank_of(63.0)
            .observation("a", "fibre", "2025", aim)
            .target()
            .qualified(Qualifier::AtMost)
            .observation("a", "fibre", "2025", 12.0)
    };
    assert_eq!(outcome(ranks(10.0)), Outcome::Missed);
    assert_eq!(outcome(ranks(12.0)), Outcome::Met);
    let aimless = record().indicator("fibre").better(Better::None).observation("a", "fibre", "2025", 9.0).target();
    assert_eq!(outcome(aimless.observation("a", "fibre", "2025", 9.0)), Outcome::Unknown(Unknown::NoDirection));
}

#[test]
fn other_places_other_definitions_and_the_far_side_of_a_break_say_nothing() {
    let other_place = target(50.0, "2022").observation("b", "fibre", "2022", 60.0);
    assert_eq!(outcome(other_place), Outcome::Unknown(Unknown::NoFigure));
    let other_definition = target(50.0, "2022").observation("a", "phones", "2022", 60.0);
    let record = other_definition.build();
    let own: Vec<_> = record.figures("fibre").cloned().collect();
    let all = progress(&record, &record.indicators["fibre"], &own, today(NOVEMBER_2026));
    assert_eq!(all[0].outcome, Outcome::Unknown(Unknown::NoFigure));
    let broken = target(50.0, "2022").new_method("fibre", "2022").observation("a", "fibre", "2021", 60.0);
    assert_eq!(outcome(broken), Outcome::Unknown(Unknown::OtherMethod));
}

#[test]
fn a_result_after_the_date_due_is_not_no_result() {
    let late = only(target(50.0, "2022").observation("a", "fibre", "2025", 80.0));
    assert_eq!(late.outcome, Outcome::Unknown(Unknown::NoFigureAtDue));
    assert!(late.after.is_some());
}

#[test]
fn sources_that_disagree_about_the_date_due_leave_it_open() {
    let both = |second: f64| {
        target(50.0, "2022")
            .observation("a", "fibre", "2022", 45.0)
            .observation("a", "fibre", "2022", second)
            .from("another")
    };
    assert_eq!(outcome(both(55.0)), Outcome::Unknown(Unknown::Disagreement));
    assert_eq!(outcome(both(46.0)), Outcome::Missed);
}

#[test]
fn the_figure_for_the_very_period_counts_before_one_for_its_end() {
    let both = target(50.0, "2022").observation("a", "fibre", "2022-Q4", 55.0).observation("a", "fibre", "2022", 45.0);
    assert_eq!(outcome(both), Outcome::Missed);
}

#[test]
fn how_far_and_how_fast() {
    let it =
        only(target(50.0, "2026").observation("a", "fibre", "2022-03", 6.2).observation("a", "fibre", "2022-09", 9.2));
    assert_eq!(it.gap, Some(40.8), "no more decimals than the two figures have");
    assert_eq!(it.needed, Some(Pace { change: 40.8, months: 51 }));
    assert_eq!(it.made, Some(Pace { change: 3.0, months: 6 }));
}

#[test]
fn the_model_case_in_words() {
    let builder = target(50.0, "2022").observation("a", "fibre", "2022-Q3", 9.2).qualified(Qualifier::MoreThan);
    let record = builder.clone().build();
    let it = only(builder);
    let said = |locale| progress_sentence("Đồng Nai (cũ)", &record.indicators["fibre"], &it, locale).to_string();
    assert_eq!(
        said(Locale::Vi).replace('\u{a0}', " "),
        "Đồng Nai (cũ) đặt mục tiêu 50 % đến hết 2022. Chưa rõ đạt hay không: không tìm thấy con số cho thời điểm đến hạn. Gần nhất trước hạn: > 9,2 % (quý III/2022), còn kém khoảng 40,8 điểm phần trăm."
    );
    assert_eq!(
        said(Locale::En).replace('\u{a0}', " "),
        "Đồng Nai (cũ) set a target of 50% by 2022. Outcome unknown: no figure for the date due was found. Nearest before that date: > 9.2% (Q3 2022), about 40.8 percentage points short."
    );
    let pace = pace_sentence(&record.indicators["fibre"], &it, Locale::Vi).replace('\u{a0}', " ");
    assert_eq!(pace, "Từ con số đó đến hạn (3 tháng), khi ấy cần khoảng 13,6 điểm phần trăm mỗi tháng.");
}

#[test]
fn the_record_knows_of_nothing_after_its_own_month() {
    assert_eq!(today("2026.11.0"), "2026-11-30".parse::<tinh_so::domain::Period>().unwrap().last_day());
    let due = |when: &str| outcome(target(50.0, when).observation("a", "fibre", "2022", 9.0));
    assert_eq!(due("2026-11"), Outcome::Unknown(Unknown::NoFigureAtDue));
    assert_eq!(due("2026-12"), Outcome::OnTheWay);
}

#[test]
fn an_inferred_period_never_decides() {
    let inferred = |value| target(85.0, "2023").observation("a", "fibre", "2022/2023", value).inferred();
    for value in [75.0, 90.0] {
        let it = only(inferred(value));
        assert_eq!((it.outcome, it.gap, it.made), (Outcome::Unknown(Unknown::NoFigureAtDue), None, None), "{value}");
    }
    // What is dated is told, before and after the date due.
    let dated = only(
        inferred(75.4).observation("a", "fibre", "2023-08", 78.3).observation("a", "fibre", "2024-02", 80.0).about(),
    );
    assert_eq!(dated.outcome, Outcome::Unknown(Unknown::NoFigureAtDue));
    assert_eq!(dated.latest.unwrap().period.to_string(), "2023-08");
    assert_eq!(dated.after.unwrap().period.to_string(), "2024-02");
    assert_eq!(outcome(target(85.0, "2030").observation("a", "fibre", "2024", 80.0).inferred()), Outcome::OnTheWay);
}

#[test]
fn a_plan_that_two_papers_print_is_one_target() {
    let builder = target(85.0, "2023").from("paper").observation("a", "fibre", "2023", 85.0).target().from("other");
    let it = only(builder);
    assert_eq!((&*it.target.source, &*it.repeated[0].source), ("paper", "other"));
}

#[test]
fn another_number_or_another_date_is_another_target() {
    let of = |builder: Builder| {
        let record = builder.build();
        progress(&record, &record.indicators["fibre"], &record.observations, today(NOVEMBER_2026)).len()
    };
    assert_eq!(of(target(85.0, "2023").observation("a", "fibre", "2023", 84.0).target()), 2);
    assert_eq!(of(target(85.0, "2023").observation("a", "fibre", "2024", 85.0).target()), 2);
}

#[test]
fn ranks_and_figures_of_two_measurements_have_no_pace() {
    let ranks = record()
        .indicator("fibre")
        .rank_of(63.0)
        .observation("a", "fibre", "2030", 10.0)
        .target()
        .observation("a", "fibre", "2022", 50.0)
        .observation("a", "fibre", "2024", 44.0);
    let it = only(ranks);
    assert_eq!((it.gap, it.needed, it.made), (Some(34.0), None, None));
    let two = target(90.0, "2030")
        .observation("a", "fibre", "2022", 70.9)
        .from("one-report")
        .observation("a", "fibre", "2024", 73.5)
        .from("another-report");
    let it = only(two);
    assert_eq!((it.made, it.needed.is_some()), (None, true));
}

#[test]
fn a_target_passed_when_it_was_set_is_unknown() {
    let plan = |published: &str| {
        target(80.0, "2026")
            .from("plan")
            .published(published)
            .observation("a", "fibre", "2025-11", 100.0)
            .from("report")
    };
    assert_eq!(outcome(plan("2025-12")), Outcome::Unknown(Unknown::PassedWhenSet));
    assert_eq!(outcome(plan("2025-06")), Outcome::Met, "reached after it was set");
}

#[test]
fn a_plan_to_have_so_many_is_a_plan_to_have_at_least_so_many() {
    let stations = record().indicator("fibre").counted_in("trạm", "stations").better(Better::None);
    let of = |value| {
        outcome(
            stations
                .clone()
                .observation("a", "fibre", "2025", 68_457.0)
                .target()
                .observation("a", "fibre", "2025", value),
        )
    };
    assert_eq!((of(16_737.0), of(70_000.0)), (Outcome::Missed, Outcome::Met));
}

#[test]
fn a_difference_of_two_exact_figures_is_exact() {
    let builder = record()
        .indicator("fibre")
        .rank_of(63.0)
        .observation("a", "fibre", "2022", 10.0)
        .target()
        .observation("a", "fibre", "2022", 44.0);
    let record = builder.clone().build();
    let said = progress_sentence("A", &record.indicators["fibre"], &only(builder), Locale::Vi).to_string();
    assert!(said.contains("còn kém 34") && !said.contains("khoảng"), "{said}");
}

#[test]
fn a_target_set_before_a_change_of_method_is_not_judged_by_a_figure_after_it() {
    let set = |published: &str| {
        target(90.0, "2025-12")
            .from("plan")
            .published(published)
            .observation("a", "fibre", "2025-12", 91.0)
            .from("report")
            .new_method("fibre", "2025-12-01")
    };
    assert_eq!(outcome(set("2025-11")), Outcome::Unknown(Unknown::OtherMethod));
    assert_eq!(outcome(set("2025-12-15")), Outcome::Met, "set under the new method");
}

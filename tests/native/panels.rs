//! Which figures stand together: panels, rankings, own reports, gaps.

use crate::support::{Builder, ask, ids, indicator, period, record, topic};
use tinh_so::figure;
use tinh_so::{
    domain::*,
    figure::{Panel, Question, Row, View, indicator_view, view},
};

pub fn places(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| &*row.place.id).collect()
}

/// "1 a", "2= b": rank and place of each row, in drawing order.
pub fn standings(panel: &Panel) -> Vec<String> {
    let one = |row: &Row| match row.rank {
        Some(rank) => format!("{}{} {}", rank.place, if rank.shared { "=" } else { "" }, row.place.id),
        None => format!("- {}", row.place.id),
    };
    panel.rows.iter().map(one).collect()
}

fn without(panel: &Panel) -> Vec<&str> {
    panel.without.iter().map(|place| &*place.id).collect()
}

/// The indicator page.
pub fn everyone(builder: Builder, change: impl FnOnce(&mut Question)) -> Panel {
    let record = builder.build();
    let mut question = ask(&record, indicator("fibre"), &[]);
    change(&mut question);
    let mut view = indicator_view(&record, question);
    assert_eq!(view.panels.len(), 1);
    view.panels.remove(0)
}

/// The compare page, for places under one indicator.
pub fn chosen(builder: Builder, places: &[&str], change: impl FnOnce(&mut Question)) -> View {
    let record = builder.build();
    let mut question = ask(&record, indicator("fibre"), places);
    change(&mut question);
    view(&record, question)
}

// --- Different definitions ---

/// 99 % of households covered by fibre, and 79.5 % of households subscribed to broadband: two different facts.
pub fn founding_pair() -> Builder {
    record()
        .indicator("coverage")
        .under_topic("broadband")
        .indicator("subscribers")
        .among("số thuê bao", "subscriptions")
        .under_topic("broadband")
        .observation("dong-nai-cu", "coverage", "2022", 99.0)
        .from("report-of-dong-nai")
        .observation("dong-thap-cu", "subscribers", "2022", 79.5)
        .from("report-of-dong-thap")
}

#[test]
fn figures_under_two_definitions_stand_in_two_panels_and_are_not_ranked() {
    let record = founding_pair().build();
    let view = view(&record, ask(&record, topic("broadband"), &["dong-nai-cu", "dong-thap-cu"]));
    assert_eq!(view.panels.len(), 2);
    assert_eq!(view.verdict.sign, Sign::NotComparable);
    assert_eq!(view.verdict.reasons, [Reason::Population { a: "coverage".into(), b: "subscribers".into() }]);
    for panel in &view.panels {
        assert_eq!(panel.rows.len(), 1);
        assert_eq!((panel.rows[0].rank, panel.ranked), (None, None));
    }
    assert!(view.without.is_empty(), "each place has a figure somewhere");
}

#[test]
fn an_indicator_nobody_asked_about_has_a_figure_for_gets_no_panel() {
    let record = founding_pair().build();
    let view = view(&record, ask(&record, topic("broadband"), &["dong-nai-cu"]));
    assert_eq!(view.panels.iter().map(|it| &*it.indicator.id).collect::<Vec<_>>(), ["coverage"]);
}

#[test]
fn the_definition_that_reaches_most_of_the_chosen_places_comes_first() {
    let record =
        founding_pair().observation("dong-nai-cu", "subscribers", "2022", 70.0).from("report-of-dong-nai").build();
    let view = view(&record, ask(&record, topic("broadband"), &["dong-nai-cu", "dong-thap-cu"]));
    assert_eq!(view.panels.iter().map(|it| &*it.indicator.id).collect::<Vec<_>>(), ["subscribers", "coverage"]);
}

#[test]
fn a_chosen_place_without_any_figure_is_named() {
    let record = founding_pair().place("hue").build();
    let view = view(&record, ask(&record, topic("broadband"), &["dong-nai-cu", "hue"]));
    assert_eq!(view.without.iter().map(|place| &*place.id).collect::<Vec<_>>(), ["hue"]);
}

// --- Rankings ---

/// Five places in one survey: a tie, a withheld score, one never asked.
fn survey() -> Builder {
    record()
        .observation("a", "fibre", "2022", 60.0)
        .observation("b", "fibre", "2022", 80.0)
        .observation("c", "fibre", "2022", 70.0)
        .observation("d", "fibre", "2022", 70.0)
        .missing("e", "fibre", "2022", Missing::Suppressed)
        .place("f")
}

#[test]
fn one_survey_and_one_period_make_a_ranking_with_ties_as_ties() {
    let panel = everyone(survey(), |_| {});
    assert_eq!(standings(&panel), ["1 b", "2= c", "2= d", "4 a"]);
    assert_eq!(panel.ranked, Some(4));
    assert_eq!(panel.period, Some(period("2022")));
    assert_eq!(panel.verdict.sign, Sign::Comparable);
}

#[test]
fn a_withheld_score_is_listed_and_neither_drawn_nor_ranked_nor_zero() {
    let panel = everyone(survey(), |_| {});
    assert_eq!(places(&panel.missing), ["e"]);
    assert_eq!(panel.missing[0].observation.reading, Reading::Missing(Missing::Suppressed));
    assert!(!places(&panel.rows).contains(&"e"));
    assert_eq!(without(&panel), ["f"]);
}

#[test]
fn zero_is_drawn_and_ranked() {
    let panel = everyone(survey().observation("z", "fibre", "2022", 0.0), |_| {});
    assert_eq!(standings(&panel).last().unwrap(), "5 z");
}

#[test]
fn the_chosen_ones_keep_their_rank_among_all() {
    let view = chosen(survey(), &["a", "d"], |_| {});
    let panel = &view.panels[0];
    assert_eq!(standings(panel), ["2= d", "4 a"]);
    assert_eq!(panel.ranked, Some(4));
    assert_eq!(panel.rows.iter().map(|row| row.chosen).collect::<Vec<_>>(), [Some(1), Some(0)]);
}

#[test]
fn on_the_indicator_page_the_chosen_ones_are_highlighted_among_all() {
    let record = survey().build();
    let view = indicator_view(&record, ask(&record, indicator("fibre"), &["a"]));
    let panel = &view.panels[0];
    assert_eq!(panel.rows.len(), 4);
    let highlighted: Vec<&str> =
        panel.rows.iter().filter(|row| row.chosen.is_some()).map(|row| &*row.place.id).collect();
    assert_eq!(highlighted, ["a"]);
}

#[test]
fn where_less_is_better_the_least_comes_first() {
    let panel = everyone(survey().better(Better::Lower), |_| {});
    assert_eq!(standings(&panel), ["1 a", "2= c", "2= d", "4 b"]);
}

#[test]
fn where_neither_is_better_there_is_no_ranking() {
    let panel = everyone(survey().better(Better::None), |_| {});
    assert_eq!(standings(&panel), ["- a", "- b", "- c", "- d"]);
    assert_eq!(panel.ranked, None);
}

#[test]
fn own_reports_are_drawn_with_caution_and_never_ranked() {
    let panel = everyone(
        record()
            .observation("a", "fibre", "2022", 60.0)
            .from("report-of-a")
            .observation("b", "fibre", "2022", 80.0)
            .from("report-of-b"),
        |_| {},
    );
    assert_eq!(standings(&panel), ["- a", "- b"]);
    assert_eq!((panel.ranked, panel.period, panel.common), (None, None, false));
    assert_eq!(
        panel.verdict.reasons,
        [Reason::OwnReports { indicator: "fibre".into(), a: "report-of-a".into(), b: "report-of-b".into() }]
    );
}

#[test]
fn a_former_unit_beside_its_successor_is_not_ranked() {
    let both = record()
        .place("dong-nai-cu")
        .former()
        .place("dong-nai")
        .current()
        .joined("dong-nai-cu", "dong-nai")
        .observation("dong-nai-cu", "fibre", "2024", 60.0)
        .observation("dong-nai", "fibre", "2024", 70.0);
    let alone = everyone(both.clone(), |_| {});
    assert_eq!(alone.rows.len(), 1);
    assert!(alone.other_basis);
    let current = everyone(both.clone(), |question| question.basis = Some(Basis::Current34));
    assert_eq!(&*current.rows[0].place.id, "dong-nai");
    let record = both.clone().build();
    let panel = everyone(both.clone(), |question| question.places.push(record.place("dong-nai-cu").unwrap().clone()));
    assert_eq!((places(&panel.rows), places(&panel.reference)), (vec!["dong-nai"], vec!["dong-nai-cu"]));
    assert!(panel.without.is_empty());
    // Side by side they stand in panels of their own.
    let asked = chosen(both, &["dong-nai-cu", "dong-nai"], |_| {});
    let drawn: Vec<Vec<&str>> = asked.panels.iter().map(|panel| places(&panel.rows)).collect();
    assert_eq!(drawn, [vec!["dong-nai-cu"], vec!["dong-nai"]]);
    assert!(asked.verdict.has(ReasonKind::Era) && asked.panels.iter().all(|panel| panel.without.is_empty()));
}

#[test]
fn the_ranking_is_of_the_latest_period_that_nearly_all_have() {
    let years = |with_2023: usize| {
        let mut builder = record();
        for n in 0..10 {
            builder = builder.observation(&format!("p{n}"), "fibre", "2022", 50.0);
            if n < with_2023 {
                builder = builder.observation(&format!("p{n}"), "fibre", "2023", 60.0);
            }
        }
        everyone(builder, |_| {})
    };
    assert_eq!(years(9).period, Some(period("2023")));
    assert_eq!(years(8).period, Some(period("2022")));
    assert_eq!(years(8).periods, [period("2022"), period("2023")]);
}

#[test]
fn the_reader_s_time_decides_the_period_ranked() {
    let two_years = record()
        .observation("a", "fibre", "2020", 10.0)
        .observation("b", "fibre", "2020", 5.0)
        .observation("a", "fibre", "2022", 20.0)
        .observation("b", "fibre", "2022", 30.0);
    let panel = everyone(two_years, |question| question.time = "2019..2021".parse().ok());
    assert_eq!(panel.period, Some(period("2020")));
    assert_eq!(standings(&panel), ["1 a", "2 b"]);
}

#[test]
fn the_list_of_provinces_is_that_of_the_figures_unless_the_reader_says() {
    let builder = || {
        record()
            .place("old")
            .former()
            .place("new")
            .current()
            .place("new-without")
            .current()
            .place("old-without")
            .former()
            .observation("same", "fibre", "2025", 1.0)
            .observation("new", "fibre", "2025", 2.0)
    };
    let panel = everyone(builder(), |_| {});
    assert_eq!((panel.basis, without(&panel)), (Basis::Current34, vec!["new-without"]));
    let panel = everyone(builder(), |question| question.basis = Some(Basis::Former63));
    assert_eq!(panel.basis, Basis::Former63);
}

// --- Targets and other sources ---

#[test]
fn a_target_is_marked_beside_the_results_and_does_not_change_the_verdict() {
    let panel = everyone(survey().observation("a", "fibre", "2022", 100.0).target(), |_| {});
    assert_eq!(places(&panel.targets), ["a"]);
    assert_eq!(panel.rows.len(), 4);
    assert_eq!(panel.verdict.sign, Sign::Comparable);
    assert_eq!(standings(&panel), ["1 b", "2= c", "2= d", "4 a"]);
}

#[test]
fn a_target_without_a_number_is_listed_as_missing_and_never_drawn_at_zero() {
    let panel = everyone(survey().missing("a", "fibre", "2022", Missing::NotPublished).target(), |_| {});
    assert_eq!(places(&panel.targets), [""; 0]);
    assert_eq!(places(&panel.missing), ["a", "e"]);
}

#[test]
fn what_another_source_says_of_the_same_thing_is_listed_and_not_drawn() {
    let panel = everyone(survey().observation("a", "fibre", "2022", 95.0).from("report-of-a"), |_| {});
    assert_eq!(places(&panel.also), ["a"]);
    assert_eq!(standings(&panel), ["1 b", "2= c", "2= d", "4 a"]);
    assert_eq!(panel.verdict.sign, Sign::Comparable);
}

// --- Lines ---

/// Two places, 2018 to 2024: a new method in 2021, and b without a figure for 2023.
pub fn two_lines() -> Builder {
    let mut builder = record().indicator("fibre").new_method("fibre", "2021");
    for year in 2018..=2024 {
        builder = builder.observation("a", "fibre", &year.to_string(), f64::from(year - 1960));
        if year != 2023 {
            builder = builder.observation("b", "fibre", &year.to_string(), f64::from(year - 1970));
        }
    }
    builder.observation("c", "fibre", "2024", 30.0)
}

#[test]
fn chosen_places_with_three_years_or_more_are_drawn_as_lines() {
    let kind = |time: &str| {
        let view = chosen(two_lines(), &["a", "b"], |question| question.time = time.parse().ok());
        view.panels[0].kind
    };
    assert_eq!(kind("2018..2024"), ViewKind::Line);
    assert_eq!(kind("2022..2024"), ViewKind::Line);
    assert_eq!(kind("2023..2024"), ViewKind::Bar);
}

#[test]
fn a_line_holds_only_the_chosen_places_by_place_and_year() {
    let view = chosen(two_lines(), &["b", "a"], |_| {});
    let panel = &view.panels[0];
    assert_eq!(panel.rows.len(), 13);
    assert!(places(&panel.rows).iter().all(|id| ["a", "b"].contains(id)));
    let order: Vec<(&str, Period)> = panel.rows.iter().map(|row| (&*row.place.id, row.observation.period)).collect();
    assert!(order.is_sorted());
    assert_eq!((panel.ranked, panel.period), (None, None));
}

#[test]
fn lines_across_a_change_of_method_are_read_between_the_changes_only() {
    let view = chosen(two_lines(), &["a", "b"], |_| {});
    let panel = &view.panels[0];
    assert_eq!(panel.breaks.len(), 1);
    assert_eq!(view.verdict.reasons.iter().map(Reason::kind).collect::<Vec<_>>(), [ReasonKind::MethodBreak]);
    assert_eq!(panel.between_breaks().sign, Sign::Comparable);
    assert_eq!(view.nearest, None, "nothing else need be offered");
}

#[test]
fn a_rate_of_a_place_may_stand_beside_that_of_the_country_and_a_count_may_not() {
    let mut builder = record().country("viet-nam").place("a");
    for year in ["2021", "2022", "2023"] {
        builder = builder.observation("a", "fibre", year, 50.0).observation("viet-nam", "fibre", year, 60.0);
    }
    let view = chosen(builder.clone(), &["a", "viet-nam"], |_| {});
    assert_eq!((view.panels[0].kind, view.verdict.sign), (ViewKind::Line, Sign::Comparable));
    assert!(figure::because(&view.panels[0], tinh_so::text::Locale::En).contains("includes"));
    let counts = chosen(builder.indicator("fibre").counted_in("trạm", "stations"), &["a", "viet-nam"], |_| {});
    assert!(counts.verdict.has(ReasonKind::Part));
}

#[test]
fn a_line_for_nobody_is_drawn_as_bars() {
    let panel = everyone(two_lines(), |question| question.view = Some(ViewKind::Line));
    assert_eq!(panel.kind, ViewKind::Bar);
}

#[test]
fn own_reports_become_a_line_only_if_the_reader_asks() {
    let mut builder = record();
    for year in ["2021", "2022", "2023"] {
        builder = builder.observation("a", "fibre", year, 50.0).from("report-of-a");
    }
    assert_eq!(chosen(builder, &["a"], |_| {}).panels[0].kind, ViewKind::Bar);
}

#[test]
fn a_time_without_figures_gives_no_panel_and_names_the_places() {
    let view = chosen(two_lines(), &["a", "b"], |question| question.time = "2030".parse().ok());
    assert!(view.panels.is_empty());
    assert_eq!(view.without.iter().map(|place| place.id.clone()).collect::<Vec<_>>(), ids(&["a", "b"]));
    assert_eq!(view.verdict.sign, Sign::Comparable);
}

// --- Maps and tables ---

#[test]
fn a_map_shows_everyone_even_on_the_compare_page() {
    let view = chosen(survey(), &["a"], |question| question.view = Some(ViewKind::Map));
    let panel = &view.panels[0];
    assert_eq!((panel.kind, panel.everyone, panel.rows.len()), (ViewKind::Map, true, 4));
}

#[test]
fn nothing_is_interpolated_or_carried_forward() {
    let record = two_lines().build();
    for kind in [ViewKind::Bar, ViewKind::Line, ViewKind::Map, ViewKind::Table] {
        let mut question = ask(&record, indicator("fibre"), &["a", "b"]);
        question.view = Some(kind);
        for panel in indicator_view(&record, question).panels {
            for row in &panel.rows {
                assert!(record.observations.contains(&row.observation));
            }
            assert!(!panel.rows.iter().any(|row| &*row.place.id == "b" && row.observation.period == period("2023")));
        }
    }
}

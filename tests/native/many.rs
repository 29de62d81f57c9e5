//! Records of thousands of places: a page shows the ends and where the rest is; ranks, verdicts and files are of all.

use crate::{
    panels::everyone,
    support::{ask, indicator, record},
};
use tinh_so::{
    figure::{MOST_ROWS, Panel, TableLine, drawing, indicator_rows, indicator_view, table, view_rows},
    text::Locale,
};

const PLACES: usize = 700;

fn many() -> crate::support::Builder {
    (0..PLACES).fold(record(), |it, n| it.observation(&format!("p{n:04}"), "fibre", "2022", n as f64))
}

fn panel() -> Panel {
    everyone(many(), |question| question.places = Vec::new())
}

#[test]
fn a_page_lists_as_many_places_as_a_page_holds_and_says_how_many_more_there_are() {
    let panel = panel();
    assert_eq!(panel.rows.len(), MOST_ROWS);
    assert_eq!(panel.left_out(), PLACES - MOST_ROWS);
    let listed = table(&panel, Locale::Vi).into_iter().filter(|line| matches!(line, TableLine::Row(_))).count();
    assert_eq!((listed, panel.all().count()), (MOST_ROWS, MOST_ROWS));
    let ranks: Vec<u16> = panel.rows.iter().filter_map(|row| Some(row.rank?.place)).collect();
    assert_eq!((ranks[0], ranks[MOST_ROWS - 1]), (1, 700), "the ends of the ranking of all");
    assert_eq!(panel.ranked, Some(700));
    assert!(drawing(&panel, Locale::Vi).is_some_and(|it| it.height() < 4000), "a drawing somebody can scroll");
    assert!(panel.close.len() < MOST_ROWS);
}

#[test]
fn the_chosen_place_is_always_among_them() {
    let record = many().build();
    let view = indicator_view(&record, ask(&record, indicator("fibre"), &["p0350"]));
    let panel = &view.panels[0];
    let own = panel.rows.iter().find(|row| row.chosen.is_some()).unwrap();
    assert_eq!((&*own.place.id, own.rank.unwrap().place), ("p0350", 350));
    assert_eq!(panel.rows.len(), MOST_ROWS + 1);
    // What is downloaded is everything.
    assert_eq!(view_rows(&record, &view).csv().lines().count(), PLACES + 1);
    assert_eq!(indicator_rows(&record, "fibre").csv().lines().count(), PLACES + 1);
}

/// The ranks drawn, with "…" where some are left out.
fn ranks(panel: &Panel) -> String {
    let all = panel.rows.iter().enumerate().map(|(n, row)| {
        let cut = if panel.cuts.contains(&n) { "… " } else { "" };
        format!("{cut}{}", row.rank.unwrap().place)
    });
    all.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_ranking_is_folded_around_the_chosen_places_in_the_drawing_alone() {
    let around = |places: &[&str], count: usize| {
        let all = (0..count).fold(record(), |it, n| it.observation(&format!("p{n:02}"), "fibre", "2022", n as f64));
        let record = all.build();
        let panel = indicator_view(&record, ask(&record, indicator("fibre"), places)).panels.remove(0);
        assert_eq!(panel.rows.len(), count, "the table has all");
        ranks(&panel.drawn())
    };
    // The highest is the first.
    assert_eq!(around(&["p32"], 63), "1 2 3 4 5 … 29 30 31 32 33 … 61 62 63");
    assert_eq!(around(&["p32", "p62"], 63), "1 2 3 4 5 … 29 30 31 32 33 … 61 62 63");
    assert_eq!(around(&["p55", "p02"], 63), "1 2 3 4 5 6 7 8 9 10 … 59 60 61 62 63");
    // Nobody chosen, or hardly anything to fold.
    let all = |count: u16| (1..=count).map(|it| it.to_string()).collect::<Vec<_>>().join(" ");
    assert_eq!(around(&[], 63), all(63));
    assert_eq!(around(&["p10"], 20), all(20));
    // What was folded before stays told.
    let record = many().build();
    let panel = indicator_view(&record, ask(&record, indicator("fibre"), &["p0350"])).panels.remove(0);
    assert_eq!(ranks(&panel.drawn()), "1 2 3 4 5 … 79 80 … 350 … 681 682 … 698 699 700");
}

#[test]
fn both_lists_of_provinces_are_shown_whole() {
    let all = (0..63).fold(record(), |it, n| it.observation(&format!("p{n:02}"), "fibre", "2022", f64::from(n)));
    let panel = everyone(all, |_| {});
    assert_eq!((panel.rows.len(), panel.left_out()), (63, 0));
}

#[test]
fn a_row_of_the_csv_names_some_reasons_and_counts_the_rest() {
    let own = (0..40).fold(record(), |it, n| {
        let place = format!("p{n}");
        it.observation(&place, "fibre", "2022", 80.0)
            .from(&format!("report-{n}"))
            .observation(&place, "fibre", "2022", 70.0)
            .from(&format!("other-report-{n}"))
    });
    let csv = indicator_rows(&own.build(), "fibre").csv();
    let longest = csv.lines().map(str::len).max().unwrap();
    assert!(longest < 3000, "a row of {longest} bytes");
    assert!(csv.contains("more such pairs"));
}

//! Before and after: two periods beside each other, each place's figures written at the ends of its line; and names at the
//! ends of lines over time, which must not lie on each other.

use crate::{
    panels::two_lines,
    support::{Builder, ask, indicator, laws, record},
};
use proptest::prelude::*;
use tinh_so::{
    domain::*,
    figure::{Panel, drawing, headline, view},
    text::Locale,
};

fn between(builder: Builder, places: &[&str], time: &str) -> Panel {
    let record = builder.build();
    let mut question = ask(&record, indicator("fibre"), places);
    question.view = Some(ViewKind::Slope);
    question.time = time.parse().ok();
    view(&record, question).panels.remove(0)
}

/// "a 2022": place and period of each figure.
fn figures(panel: &Panel) -> Vec<String> {
    panel.rows.iter().map(|row| format!("{} {}", row.place.id, row.observation.period)).collect()
}

/// The texts of a drawing with the height at which each stands, and on which side of its place it begins or ends.
fn labels(svg: &str) -> Vec<(String, f64, bool)> {
    let mut found = Vec::new();
    for group in svg.split("<g class=\"f-").skip(1).filter(|it| it.contains("font-size=\"12\"")) {
        let before = group.split('>').next().unwrap().contains("end");
        for text in group.split("<text ").skip(1) {
            let y = text.split("y=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
            found.push((text.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned(), y, before));
        }
    }
    found
}

#[test]
fn the_first_and_the_last_period_of_a_time_stand_beside_each_other() {
    let panel = between(two_lines(), &["a", "b"], "2021..2024");
    assert_eq!(panel.kind, ViewKind::Slope);
    assert_eq!(figures(&panel), ["a 2021", "a 2024", "b 2021", "b 2024"]);
    assert_eq!(panel.verdict.sign, Sign::Comparable, "{:?}", panel.verdict);
    let said = headline(&panel, Locale::Vi).to_string().replace('\u{a0}', " ");
    assert!(said.contains("từ 61 % (2021) đến 64 % (2024)"), "{said}");
}

#[test]
fn a_period_that_one_of_the_places_lacks_is_no_end() {
    // b has no figure of 2023.
    assert_eq!(figures(&between(two_lines(), &["a", "b"], "2021..2023")), ["a 2021", "a 2022", "b 2021", "b 2022"]);
}

#[test]
fn without_two_periods_or_anybody_to_follow_bars_are_drawn() {
    assert_eq!(between(two_lines(), &["a", "b"], "2024").kind, ViewKind::Bar);
    assert_eq!(between(two_lines(), &["c"], "2018..2024").kind, ViewKind::Bar);
    assert_eq!(between(two_lines(), &[], "2018..2024").kind, ViewKind::Bar);
}

#[test]
fn no_line_leads_across_a_change_of_method() {
    let lines = |time: &str| {
        let svg = drawing(&between(two_lines(), &["a"], time), Locale::Vi).unwrap().svg(328, "", "");
        svg.split("stroke-width=\"2.5\"").nth(1).unwrap().split('"').nth(3).unwrap().matches('L').count()
    };
    assert_eq!(lines("2021..2024"), 1);
    assert_eq!(lines("2018..2024"), 0);
    // In its place stands the sign, and what it means.
    let parted = |time: &str| {
        let drawing = drawing(&between(two_lines(), &["a"], time), Locale::Vi).unwrap();
        (drawing.svg(328, "", "").contains(">≠</text>"), drawing.marks_breaks_by_sign())
    };
    assert_eq!(parted("2021..2024"), (false, false));
    assert_eq!(parted("2018..2024"), (true, true));
}

#[test]
fn what_lies_across_a_change_of_method_is_chosen_by_nobody_and_said_to_be_not_comparable() {
    // The method changed in 2021: of all years those since then are taken.
    assert_eq!(figures(&between(two_lines(), &["a"], "")), ["a 2021", "a 2024"]);
    let asked = between(two_lines(), &["a"], "2018..2024");
    assert_eq!(figures(&asked), ["a 2018", "a 2024"]);
    assert_eq!(asked.verdict.sign, Sign::NotComparable);
}

#[test]
fn of_many_places_the_headline_tells_the_ends() {
    let of = |numbers: &[f64]| {
        let named = numbers.iter().enumerate().map(|(n, number)| (format!("t{n}"), *number)).collect::<Vec<_>>();
        let builder = named.iter().fold(record(), |it, (name, number)| {
            it.observation(name, "fibre", "2023", 50.0).observation(name, "fibre", "2024", *number)
        });
        let places: Vec<&str> = named.iter().map(|(name, _)| name.as_str()).collect();
        headline(&between(builder, &places, ""), Locale::Vi).to_string().replace('\u{a0}', " ")
    };
    assert_eq!(
        of(&[60.0, 70.0, 55.0, 65.0]),
        "2024: trong 4 nơi, Tỉnh t1 cao nhất với 70 %, Tỉnh t2 thấp nhất với 55 %."
    );
    // Two share the first place, or there are few: each is told of.
    assert!(of(&[70.0, 70.0, 55.0, 65.0]).contains("Tỉnh t3 từ 50 %"));
    assert!(of(&[60.0, 70.0, 55.0]).contains("Tỉnh t2 từ 50 %"));
}

#[test]
fn figures_stand_at_both_ends_and_names_at_the_last() {
    let svg = drawing(&between(two_lines(), &["a", "b"], "2021..2024"), Locale::Vi).unwrap().svg(328, "", "");
    let of = |before: bool| {
        let side = labels(&svg).into_iter().filter(|it| it.2 == before).map(|it| it.0);
        side.collect::<Vec<_>>().join(" | ").replace('\u{a0}', " ")
    };
    assert_eq!(of(true), "61 % | 51 %");
    assert_eq!(of(false), "64 % Tỉnh a | 54 % Tỉnh b");
}

proptest! {
    #![proptest_config(laws(200))]

    #[test]
    fn labels_never_lie_on_each_other_and_stay_in_the_drawing(
        numbers in prop::collection::vec((0_u8..=100, 0_u8..=100), 1..=6),
        kind in prop::sample::select(vec![ViewKind::Line, ViewKind::Slope]),
    ) {
        let names: Vec<String> = (0..numbers.len()).map(|n| format!("t{n}")).collect();
        let builder = names.iter().zip(&numbers).fold(record(), |it, (name, (before, after))| {
            it.observation(name, "fibre", "2023", f64::from(*before)).observation(name, "fibre", "2024", f64::from(*after))
        });
        let record = builder.build();
        let places: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut question = ask(&record, indicator("fibre"), &places);
        question.view = Some(kind);
        let panel = view(&record, question).panels.remove(0);
        let drawing = drawing(&panel, Locale::Vi).unwrap();
        let svg = drawing.svg(328, "", "");
        for side in [true, false] {
            let mut heights: Vec<f64> = labels(&svg).into_iter().filter(|it| it.2 == side).map(|it| it.1).collect();
            heights.sort_by(f64::total_cmp);
            prop_assert_eq!(heights.len(), if side && kind == ViewKind::Line { 0 } else { names.len() });
            for pair in heights.windows(2) {
                prop_assert!(pair[1] - pair[0] >= 14.0, "{:?}", heights);
            }
            prop_assert!(heights.iter().all(|y| (10.0..=f64::from(drawing.height()) - 4.0).contains(y)), "{:?}", heights);
        }
    }
}

//! Small multiples: a small chart for each place on one scale, with its name above it and its last figure beside it.

use crate::{
    panels::two_lines,
    support::{Builder, ask, indicator, laws, record},
};
use proptest::prelude::*;
use tinh_so::{
    domain::*,
    figure::{Panel, Size, Whereabouts, drawing, headline, picture, view},
    text::Locale,
};

fn asked(record: &Record, places: &[&str], time: &str) -> tinh_so::figure::View {
    let mut question = ask(record, indicator("fibre"), places);
    question.view = Some(ViewKind::Multiples);
    question.time = time.parse().ok();
    view(record, question)
}

fn one_by_one(builder: Builder, places: &[&str], time: &str) -> Panel {
    asked(&builder.build(), places, time).panels.remove(0)
}

/// The texts of a drawing in a colour: what each says, and how far from above it stands.
fn texts(svg: &str, colour: &str) -> Vec<(String, f64)> {
    let mut found = Vec::new();
    for group in svg.split("<g class=\"").skip(1).filter(|it| it.split('"').next() == Some(colour)) {
        for text in group.split("</g>").next().unwrap().split("<text ").skip(1) {
            let y = text.split("y=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
            let words = text.split('>').nth(1).unwrap().split('<').next().unwrap();
            found.push((words.replace('\u{a0}', " "), y));
        }
    }
    found
}

/// The places of the marks by series; of the others' lines there are none.
fn marks(svg: &str) -> Vec<Vec<(f64, f64)>> {
    let at = svg.split("data-at=\"").nth(1).unwrap().split('"').next().unwrap();
    let place = |it: &str| it.split_once(',').map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()));
    at.split(';').map(|series| series.split(' ').filter_map(place).collect()).collect()
}

#[test]
fn each_place_has_a_chart_in_the_order_they_were_chosen() {
    let panel = one_by_one(two_lines(), &["b", "a"], "2021..2024");
    assert_eq!(panel.kind, ViewKind::Multiples);
    let svg = drawing(&panel, Locale::Vi).unwrap().svg(328, "", "");
    let names: Vec<String> = texts(&svg, "f-ink").into_iter().map(|it| it.0).collect();
    assert_eq!(names, ["Tỉnh b", "Tỉnh a"]);
    // The last figure of each, in its colour.
    let last = |colour| texts(&svg, colour).into_iter().map(|it| it.0).collect::<Vec<_>>();
    assert_eq!((last("f-1"), last("f-2")), (vec!["54 %".to_owned()], vec!["64 %".to_owned()]));
    // Each one's own line, and the other's behind it.
    assert_eq!(svg.matches("stroke-width=\"2.5\"").count(), 2);
    assert_eq!(svg.matches("class=\"s-context\"").count(), 2);
    // The years stand once.
    assert_eq!(texts(&svg, "f-muted").iter().filter(|it| it.0 == "2022").count(), 1);
    let said = headline(&panel, Locale::Vi).to_string().replace('\u{a0}', " ");
    assert!(said.contains("Tỉnh b từ 51 % (2021) đến 54 % (2024)"), "{said}");
}

#[test]
fn one_place_is_a_line_and_none_are_bars() {
    assert_eq!(one_by_one(two_lines(), &["a"], "2021..2024").kind, ViewKind::Line);
    // Nothing is known of c before 2024.
    assert_eq!(one_by_one(two_lines(), &["a", "c"], "2021..2023").kind, ViewKind::Line);
    assert_eq!(one_by_one(two_lines(), &[], "2021..2024").kind, ViewKind::Bar);
}

#[test]
fn a_change_of_method_parts_the_line_of_every_chart_and_is_named_once() {
    let panel = one_by_one(two_lines(), &["a", "b"], "");
    assert_ne!(panel.breaks, []);
    let svg = drawing(&panel, Locale::Vi).unwrap().svg(328, "", "");
    let rules = svg.matches("<path class=\"s-muted\" fill=\"none\" d=\"M").count();
    // An axis and a rule for each of two charts.
    assert_eq!(rules, 4);
    let words = texts(&svg, "f-muted").into_iter().filter(|it| it.0 == Locale::Vi.messages().new_method);
    assert_eq!(words.count(), 1);
    let line = svg.split("stroke-width=\"2.5\"").nth(1).unwrap().split("d=\"").nth(1).unwrap().split('"').next();
    assert!(line.unwrap().matches('M').count() > 1, "{line:?}");
}

#[test]
fn a_picture_as_tall_as_it_needs_has_a_chart_each_and_another_all_in_one() {
    let record = two_lines().build();
    let shown = asked(&record, &["a", "b"], "2021..2024");
    let at = Whereabouts { address: "https://example.org/".into(), pinned: None };
    let charts = |size: Size| {
        let picture = serde_json::to_value(picture(&record, &shown, &at, size, Locale::Vi)).unwrap();
        let grid = picture["panels"][0]["drawing"]["option"]["grid"].clone();
        grid.as_array().map_or(1, Vec::len)
    };
    assert_eq!([Size::SCREEN, Size::WIDE, Size::TALL].map(charts), [2, 1, 1]);
}

proptest! {
    #![proptest_config(laws(128))]

    #[test]
    fn the_same_number_lies_as_high_in_every_chart(
        numbers in prop::collection::vec((0_u8..=100, 0_u8..=100), 2..=6),
        width in 300..900_u32,
    ) {
        let names: Vec<String> = (0..numbers.len()).map(|n| format!("t{n}")).collect();
        let builder = names.iter().zip(&numbers).fold(record(), |it, (name, (before, after))| {
            it.observation(name, "fibre", "2023", f64::from(*before)).observation(name, "fibre", "2024", f64::from(*after))
        });
        let places: Vec<&str> = names.iter().map(String::as_str).collect();
        let drawing = drawing(&one_by_one(builder, &places, ""), Locale::Vi).unwrap();
        let svg = drawing.svg(width, "", "");
        let charts: Vec<f64> = texts(&svg, "f-ink").into_iter().map(|it| it.1).collect();
        prop_assert_eq!(charts.len(), numbers.len());
        let marks = marks(&svg);
        let told = |all: Vec<usize>| all.into_iter().map(|it| it > 0).collect::<Vec<_>>();
        let rows = drawing.marks().iter().map(Vec::len).collect();
        prop_assert_eq!(told(marks.iter().map(Vec::len).collect()), told(rows), "series by series");
        let lines: Vec<_> = marks.into_iter().filter(|it| !it.is_empty()).collect();
        prop_assert_eq!(lines.len(), numbers.len());
        // Behind each line lie those of the others, which stand for no row there.
        let option = drawing.option();
        for (n, rows) in drawing.marks().iter().enumerate() {
            let of = |m: usize| (option["series"][m]["data"].as_array().unwrap().iter().map(|it| &it["value"])).collect::<Vec<_>>();
            let behind = |m: usize| option["series"][m]["silent"] == true;
            prop_assert_eq!(rows.is_empty(), behind(n));
            prop_assert!((0..drawing.marks().len()).any(|m| !behind(m) && of(m) == of(n)));
        }
        let mut known = std::collections::BTreeMap::new();
        for (n, (line, (before, after))) in lines.iter().zip(&numbers).enumerate() {
            for ((x, y), number) in line.iter().zip([before, after]) {
                let below = y - charts[n];
                let next = charts.get(n + 1).copied().unwrap_or(f64::from(drawing.height()));
                prop_assert!(*x >= 0.0 && *x <= f64::from(width) && below > 0.0 && *y < next, "{x},{y}");
                let first = *known.entry(number).or_insert(below);
                prop_assert!((first - below).abs() <= 1.0, "{number}: {first} and {below}");
            }
        }
    }
}

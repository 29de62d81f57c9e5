//! Drawings as they stand in the document: every figure of a bar is written, every mark lies as far as its number says.
//! That the live chart has them at the same places is tried in a browser (`tests/e2e/drawings.spec.mjs`).

use crate::{
    drawing::{any_record, own_reports},
    panels::two_lines,
    support::{Builder, ask, indicator, laws, record},
};
use proptest::prelude::*;
use std::{collections::BTreeMap, fs};
use tinh_so::{
    domain::*,
    figure::{Drawing, Panel, Row, drawing, indicator_view, view},
    text::{self, Locale},
};

const OWN: [&str; 3] = ["dong-nai-cu", "hue", "ha-noi"];

fn drawn(builder: Builder, places: &[&str]) -> (Panel, Drawing) {
    let record = builder.build();
    let panel = view(&record, ask(&record, indicator("fibre"), places)).panels.remove(0);
    let drawing = drawing(&panel, Locale::Vi).unwrap();
    (panel, drawing)
}

/// Where the marks are, by series; gaps are nowhere.
fn places(svg: &str) -> Vec<Vec<Option<(f64, f64)>>> {
    let at = svg.split("data-at=\"").nth(1).unwrap().split('"').next().unwrap();
    let point = |it: &str| {
        let (x, y) = it.split_once(',')?;
        Some((x.parse().unwrap(), y.parse().unwrap()))
    };
    let series = |it: &str| if it.is_empty() { Vec::new() } else { it.split(' ').map(point).collect() };
    at.split(';').map(series).collect()
}

/// What is written, in the order in which it stands there.
fn texts(svg: &str) -> Vec<&str> {
    svg.split("<text ").skip(1).map(|it| it.split('>').nth(1).unwrap().split('<').next().unwrap()).collect()
}

#[test]
fn bars_stand_in_the_document_as_approved() {
    let svg = drawn(own_reports(), &OWN).1.svg(328, "Hộ có <cáp>", "A & B");
    insta::assert_snapshot!("drawn_bars", svg.replace("><", ">\n<"));
}

#[test]
fn lines_stand_in_the_document_as_approved() {
    let record = two_lines().build();
    let panel = view(&record, ask(&record, indicator("fibre"), &["a", "b"])).panels.remove(0);
    let svg = drawing(&panel, Locale::Vi).unwrap().svg(328, "Hộ", "A");
    insta::assert_snapshot!("drawn_lines", svg.replace("><", ">\n<"));
}

#[test]
fn a_long_drawing_comes_in_two_parts_that_say_what_the_whole_says() {
    let many = |count: u32| {
        let names = (0..count).map(|n| format!("t{n}"));
        names.enumerate().fold(record(), |it, (n, name)| it.place(&name).observation(&name, "fibre", "2022", n as f64))
    };
    let marks = ["<!--rest-->", "<!--/rest-->"];
    let (_, short) = drawn(many(20), &[]);
    assert_eq!(short.svg_in_parts(328, "", "", marks), short.svg(328, "", ""));

    let (_, long) = drawn(many(63), &[]);
    let (whole, parted) = (long.svg(328, "", ""), long.svg_in_parts(328, "", "", marks));
    let (first, after) = parted.split_once(marks[0]).expect("what is more than a screen high is marked");
    let (rest, end) = after.split_once(marks[1]).unwrap();
    assert_eq!(end, "</g></svg>", "the rest stands at the end of an element");
    let sorted = |mut all: Vec<&str>| (all.sort_unstable(), all.iter().map(ToString::to_string).collect::<Vec<_>>()).1;
    assert_eq!(sorted(texts(&parted)), sorted(texts(&whole)));
    assert_eq!(places(&parted), places(&whole), "every mark can be pointed at from the beginning");
    let heights = |svg: &str| -> Vec<f64> {
        let of = |it: &str| it.split("y=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        svg.split("<text ").skip(1).map(of).collect()
    };
    let ends = heights(first).into_iter().fold(0.0, f64::max);
    assert!(ends > 740.0, "a phone's screen is filled: {ends}");
    assert!(heights(rest).into_iter().all(|y| y > ends));
}

#[test]
fn a_bar_is_as_long_as_its_number_says() {
    // A share: half of it is half as long as all of it.
    let one = |value: f64| {
        let builder = record().place("a").observation("a", "fibre", "2022", value);
        places(&drawn(builder, &["a"]).1.svg(680, "", ""))[0][0].unwrap().0
    };
    let (nothing, half, all) = (one(0.0), one(50.0), one(100.0));
    assert!((half - (nothing + all) / 2.0).abs() <= 10.0, "{nothing}, {half}, {all}: labels differ in width, not more");
    assert!(all > nothing + 400.0);
}

#[test]
fn what_a_place_is_called_is_text_and_never_markup() {
    let builder =
        record().place("a").named("<b>&\"", "<b>&\"", "<b>&\"").observation("a", "fibre", "2022", 5.0).from("report");
    let svg = drawn(builder, &["a"]).1.svg(680, "<i>", "&\"");
    assert!(!svg.contains("<b>") && !svg.contains("<i>"), "{svg}");
    assert!(svg.contains(">&lt;b&gt;&amp;\"</text>") && svg.contains("<title>&lt;i&gt;</title>"), "{svg}");
}

/// The drawing names the colours that the live chart's sentinels stand for (`chart/colours.json`).
#[test]
fn both_drawings_have_the_same_colours() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/chart/colours.json");
    let names: BTreeMap<String, String> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut builder = record();
    let all: Vec<String> = (0..8).map(|n| format!("p{n}")).collect();
    for (n, place) in all.iter().enumerate() {
        builder = builder.place(place).observation(place, "fibre", "2022", 10.0 + n as f64);
    }
    let record = builder.build();
    let chosen: Vec<&str> = all.iter().take(6).map(String::as_str).collect();
    let panel = indicator_view(&record, ask(&record, indicator("fibre"), &chosen)).panels.remove(0);
    let drawing = drawing(&panel, Locale::Vi).unwrap();
    let sentinels: Vec<String> = (drawing.option()["series"][0]["data"].as_array().unwrap().iter())
        .map(|mark| names[mark["itemStyle"]["color"].as_str().unwrap()].replace("c-", "f-"))
        .collect();
    let svg = drawing.svg(680, "", "");
    let mut classes: Vec<&str> = svg.split("<path class=\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
    classes.retain(|it| it.starts_with("f-"));
    let mut expected: Vec<&str> = sentinels.iter().map(String::as_str).collect();
    expected.dedup();
    assert_eq!(classes, expected);
    assert!(expected.contains(&"f-6") && expected.contains(&"f-context"), "{expected:?}");
}

/// On a phone a long word for the unit would leave the bars nothing: it stands in the line above the chart.
#[test]
fn bars_have_room_beside_long_names_and_units() {
    let labels = |symbol: &str| {
        let builder = record()
            .place("a")
            .named("Hồ Chí Minh (cũ)", "Ho Chi Minh City (former)", "TP.HCM")
            .observation("a", "fibre", "2022", 1_899_673.0)
            .from("report");
        let mut record = builder.build();
        let mut known = (*record.indicators["fibre"]).clone();
        known.unit.symbol = Words::new(symbol, symbol);
        known.max = None;
        record.indicators.insert("fibre".into(), known.into());
        let panel = view(&record, ask(&record, indicator("fibre"), &["a"])).panels.remove(0);
        let svg = drawing(&panel, Locale::Vi).unwrap().svg(300, "", "");
        let bar =
            svg.split("class=\"f-1\" d=\"M").nth(1).unwrap().split(['h', 'v']).nth(1).unwrap().parse::<f64>().unwrap();
        (texts(&svg).last().unwrap().to_string(), bar)
    };
    assert_eq!(labels("tk").0, "1.899.673\u{a0}tk", "there is room for a short one");
    let (label, bar) = labels("tài khoản");
    assert_eq!(label, "1.899.673");
    assert!(bar > 40.0, "{bar}");
}

proptest! {
    #![proptest_config(laws(256))]

    #[test]
    fn every_figure_is_written_and_every_mark_lies_inside(
        builder in any_record(), everyone: bool, line: bool, width in 200..900_u32
    ) {
        let record = builder.build();
        let mut question = ask(&record, indicator("fibre"), &["p0", "p1", "p2"]);
        question.view = line.then_some(ViewKind::Line);
        let view = if everyone { indicator_view(&record, question) } else { view(&record, question) };
        for panel in &view.panels {
            for locale in Locale::ALL {
                let Some(drawing) = drawing(panel, locale) else { continue };
                let svg = drawing.svg(width, "title", "description");
                let (places, texts) = (places(&svg), texts(&svg));
                let rows: Vec<&Row> = panel.rows.iter().chain(&panel.targets).collect();
                // By number: along the axis of a bar, up that of a line.
                let mut along: Vec<(f64, f64)> = Vec::new();
                let mut lines: Vec<f64> = Vec::new();
                prop_assert_eq!(places.len(), drawing.marks().len());
                for (at, marks) in places.iter().zip(drawing.marks()) {
                    prop_assert_eq!(at.len(), marks.len());
                    for (place, mark) in at.iter().zip(marks) {
                        let (Some((x, y)), Some(mark)) = (place, mark) else {
                            prop_assert!(place.is_none() && mark.is_none(), "a gap has no place");
                            continue;
                        };
                        let row = rows[*mark];
                        prop_assert!(*x >= 0.0 && *x <= f64::from(width), "{x} of {width}");
                        prop_assert!(*y > 0.0 && *y < f64::from(drawing.height()), "{y} of {}", drawing.height());
                        let number = row.observation.reading.number().unwrap();
                        if panel.kind == ViewKind::Line {
                            along.push((number, -y));
                            continue;
                        }
                        along.push((number, *x));
                        lines.push(*y);
                        let written = text::signed_figure(locale, &row.observation, &panel.indicator);
                        let written = written.replace('<', "&lt;").replace('>', "&gt;");
                        prop_assert!(texts.contains(&written.as_str()), "{written}");
                    }
                }
                along.sort_by(|a, b| a.0.total_cmp(&b.0));
                // To the pixel.
                prop_assert!(along.windows(2).all(|pair| pair[0].1 <= pair[1].1 + 1.0), "more is never less: {along:?}");
                lines.sort_by(f64::total_cmp);
                prop_assert!(lines.windows(2).all(|pair| pair[1] - pair[0] > 10.0), "each mark has a line of its own");
            }
        }
    }
}

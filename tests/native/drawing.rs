//! The chart option and the table, which must agree.

use crate::{
    panels::two_lines,
    support::{Builder, ask, indicator, laws, record},
};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use tinh_so::{
    domain::*,
    figure::{Drawing, Panel, Row, TableLine, TableRow, drawing, indicator_view, table, view},
    text::{self, Locale},
};

fn panel(record: &Record, places: &[&str], kind: Option<ViewKind>, everyone: bool) -> Panel {
    let mut question = ask(record, indicator("fibre"), places);
    question.view = kind;
    let mut view = if everyone { indicator_view(record, question) } else { view(record, question) };
    view.panels.remove(0)
}

fn draw(builder: Builder, places: &[&str]) -> (Panel, Drawing) {
    let panel = panel(&builder.build(), places, None, false);
    let drawing = drawing(&panel, Locale::Vi).unwrap();
    (panel, drawing)
}

fn series(option: &Json) -> &Vec<Json> {
    option["series"].as_array().unwrap()
}

/// The only axis of its direction, which ECharts takes by itself or in a list.
fn axis<'a>(option: &'a Json, name: &str) -> &'a Json {
    option[name].get(0).unwrap_or(&option[name])
}

/// The data of a series as `[x, y]`.
fn points(option: &Json, n: usize) -> Vec<Json> {
    series(option)[n]["data"].as_array().unwrap().iter().map(|mark| mark["value"].clone()).collect()
}

/// Rows are counted through `rows` and then `targets`.
fn row_of(panel: &Panel, n: usize) -> &Row {
    panel.rows.iter().chain(&panel.targets).nth(n).unwrap()
}

// --- Bars ---

/// Own reports: one exact, one an estimate, one with a target, one withheld.
pub fn own_reports() -> Builder {
    record()
        .place("dong-nai-cu")
        .named("Đồng Nai (cũ)", "Dong Nai (former)", "Đồng Nai")
        .place("hue")
        .named("Huế", "Hue", "Huế")
        .observation("dong-nai-cu", "fibre", "2022-Q3", 83.5)
        .from("report-of-dong-nai")
        .observation("hue", "fibre", "2022", 86.0)
        .qualified(Qualifier::Estimate)
        .from("report-of-hue")
        .observation("dong-nai-cu", "fibre", "2025", 100.0)
        .target()
        .from("report-of-dong-nai")
        .missing("ha-noi", "fibre", "2022", Missing::NotPublished)
        .from("report-of-ha-noi")
}

const OWN: [&str; 3] = ["dong-nai-cu", "hue", "ha-noi"];

#[test]
fn a_target_stands_under_the_result_of_its_place_as_a_mark_of_its_own() {
    let (_, drawing) = draw(own_reports(), &OWN);
    let names = json!(["Đồng Nai (cũ)\nquý III/2022", "Đồng Nai (cũ)\nmục tiêu 2025", "Huế\n2022"]);
    assert_eq!(axis(&drawing.option(), "yAxis")["data"], names);
    assert_eq!(points(&drawing.option(), 0), [json!([83.5, 0]), json!([86.0, 2])]);
    assert_eq!(points(&drawing.option(), 1), [json!([100.0, 1])]);
    let option = drawing.option();
    let kinds: Vec<&Json> = series(&option).iter().map(|it| &it["type"]).collect();
    assert_eq!(kinds, ["bar", "scatter"]);
    assert_eq!(drawing.marks(), [vec![Some(0), Some(1)], vec![Some(2)]]);
}

#[test]
fn an_estimate_is_hollow_and_a_plain_figure_is_not() {
    let (_, drawing) = draw(own_reports(), &OWN);
    let option = drawing.option();
    let style = |n: usize| &series(&option)[0]["data"][n]["itemStyle"];
    assert!(style(0)["borderColor"].is_null());
    assert_ne!(style(1)["borderColor"], style(1)["color"]);
    assert!(style(1)["borderWidth"].as_f64() > Some(0.0));
}

#[test]
fn each_mark_carries_its_figure_as_the_language_writes_it() {
    let panel = panel(&own_reports().build(), &OWN, None, false);
    for (locale, figures) in [(Locale::Vi, ["83,5\u{a0}%", "~\u{a0}86\u{a0}%"]), (Locale::En, ["83.5%", "~\u{a0}86%"])]
    {
        let option = drawing(&panel, locale).unwrap().option();
        let label = |n: usize| series(&option)[0]["data"][n]["label"]["formatter"].clone();
        assert_eq!([label(0), label(1)], figures);
    }
}

#[test]
fn without_targets_there_is_only_one_series() {
    let (_, drawing) = draw(record().observation("a", "fibre", "2022", 50.0), &["a"]);
    assert_eq!((series(&drawing.option()).len(), drawing.marks().len()), (1, 1));
}

#[test]
fn a_bar_starts_at_zero_and_a_share_ends_at_its_whole() {
    let (_, drawing) = draw(record().observation("a", "fibre", "2022", 83.5), &["a"]);
    let option = drawing.option();
    let axis = axis(&option, "xAxis");
    assert_eq!((&axis["min"], &axis["max"]), (&json!(0.0), &json!(100.0)));
}

#[test]
fn a_ranking_writes_the_rank_before_the_short_name() {
    let builder = own_reports().place("x");
    let record = builder
        .observation("dong-nai-cu", "fibre", "2023", 70.0)
        .observation("hue", "fibre", "2023", 70.0)
        .observation("x", "fibre", "2023", 80.0)
        .build();
    let panel = panel(&record, &[], None, true);
    let option = drawing(&panel, Locale::Vi).unwrap().option();
    assert_eq!(axis(&option, "yAxis")["data"], json!(["1\u{a0} x", "2=\u{a0} Đồng Nai", "2=\u{a0} Huế"]));
}

#[test]
fn a_rank_is_a_dot_with_the_first_at_the_far_end_and_no_bar_from_nothing() {
    let builder = record().indicator("fibre").rank_of(63.0).observation("a", "fibre", "2022", 43.0);
    let (_, drawing) = draw(builder.observation("b", "fibre", "2022", 15.0), &["a", "b"]);
    assert_eq!(series(&drawing.option())[0]["type"], "scatter");
    let option = drawing.option();
    let axis = axis(&option, "xAxis");
    assert_eq!((&axis["min"], &axis["max"], &axis["inverse"]), (&json!(1.0), &json!(63.0), &json!(true)));
}

#[test]
fn a_name_with_braces_is_no_template() {
    let record = record().indicator("fibre").counted_in("{value} trạm", "{value} sites");
    let (_, drawing) = draw(record.observation("a", "fibre", "2022", 3500.0), &["a"]);
    assert_eq!(series(&drawing.option())[0]["data"][0]["label"]["formatter"], "3.500\u{a0}value trạm");
}

#[test]
fn the_chosen_places_differ_by_colour_and_the_others_are_grey() {
    let builder = record().observation("a", "fibre", "2022", 3.0).observation("b", "fibre", "2022", 2.0);
    let record = builder.observation("c", "fibre", "2022", 1.0).observation("d", "fibre", "2022", 0.0).build();
    let option = drawing(&panel(&record, &["a", "b"], None, true), Locale::Vi).unwrap().option();
    let colour = |n: usize| &series(&option)[0]["data"][n]["itemStyle"]["color"];
    assert_ne!(colour(0), colour(1));
    assert_eq!(colour(2), colour(3));
    assert!(colour(2) != colour(0) && colour(2) != colour(1));
}

// --- Lines ---

#[test]
fn a_line_has_a_gap_where_the_method_changes_and_where_a_year_is_missing() {
    let (panel, drawing) = draw(two_lines(), &["a", "b"]);
    assert_eq!(panel.kind, ViewKind::Line);
    let numbers = |n: usize| points(&drawing.option(), n).iter().map(|it| it[1].clone()).collect::<Vec<_>>();
    let gap = Json::Null;
    let a = [58.0, 59.0, 60.0].map(Json::from).into_iter().chain([gap.clone()]);
    assert_eq!(numbers(0), a.chain([61.0, 62.0, 63.0, 64.0].map(Json::from)).collect::<Vec<_>>());
    let b = [48.0, 49.0, 50.0].map(Json::from).into_iter().chain([gap.clone()]);
    let b = b.chain([51.0, 52.0].map(Json::from)).chain([gap, Json::from(54.0)]);
    assert_eq!(numbers(1), b.collect::<Vec<_>>());
}

#[test]
fn a_gap_is_no_row_and_every_other_mark_is_the_row_it_says() {
    let (panel, drawing) = draw(two_lines(), &["a", "b"]);
    for (n, marks) in drawing.marks().iter().enumerate() {
        let points = points(&drawing.option(), n);
        assert_eq!(points.len(), marks.len());
        for (point, mark) in points.iter().zip(marks) {
            assert_eq!(point[1].as_f64(), mark.and_then(|row| row_of(&panel, row).observation.reading.number()));
        }
    }
}

#[test]
fn a_break_is_marked_between_the_years_it_parts() {
    let (_, drawing) = draw(two_lines(), &["a", "b"]);
    assert_eq!(series(&drawing.option())[0]["markLine"]["data"][0]["xAxis"], json!(2020.5));
    assert!(series(&drawing.option())[1]["markLine"].is_null(), "marked once, not by each line");
}

#[test]
fn lines_differ_by_colour_marker_and_dash() {
    let mut builder = record();
    let places = ["a", "b", "c", "d", "e", "f"];
    for year in ["2021", "2022", "2023"] {
        for place in places {
            builder = builder.observation(place, "fibre", year, 50.0);
        }
    }
    let (_, drawing) = draw(builder, &places);
    let of = |pick: fn(&Json) -> String| {
        let mut all: Vec<String> = series(&drawing.option()).iter().map(pick).collect();
        all.sort();
        all.dedup();
        all.len()
    };
    assert_eq!(of(|line| line["lineStyle"]["color"].to_string()), 6);
    assert_eq!(of(|line| format!("{}{}", line["symbol"], line["symbolRotate"])), 6);
    assert_eq!(of(|line| line["lineStyle"]["type"].to_string()), 3);
}

#[test]
fn the_map_and_the_table_draw_themselves() {
    let record = two_lines().build();
    for kind in [ViewKind::Map, ViewKind::Table] {
        assert_eq!(drawing(&panel(&record, &["a"], Some(kind), true), Locale::Vi), None);
    }
}

#[test]
fn where_there_is_nothing_to_draw_nothing_is_drawn() {
    let record = record().missing("a", "fibre", "2022", Missing::Suppressed).build();
    for kind in [ViewKind::Bar, ViewKind::Line] {
        assert_eq!(drawing(&panel(&record, &["a"], Some(kind), false), Locale::Vi), None, "{kind:?}");
    }
}

#[test]
fn no_option_holds_a_function_or_anything_but_text_and_numbers() {
    for (builder, places) in [(own_reports(), &OWN[..]), (two_lines(), &["a", "b"])] {
        let text = draw(builder, places).1.option().to_string();
        assert!(!text.contains("function") && !text.contains("=>") && !text.contains("NaN"), "{text}");
    }
}

// --- The table ---

fn rows(panel: &Panel, locale: Locale) -> Vec<TableRow> {
    let row = |line| match line {
        TableLine::Row(row) => Some(row),
        TableLine::Break(_) => None,
    };
    table(panel, locale).into_iter().filter_map(row).collect()
}

#[test]
fn the_table_lists_what_is_drawn_and_then_the_rest() {
    let panel = panel(&own_reports().build(), &OWN, None, false);
    let rows = rows(&panel, Locale::Vi);
    let said: Vec<(&str, &str, &str)> =
        rows.iter().map(|row| (row.name.as_str(), row.figure.as_str(), row.period.as_str())).collect();
    assert_eq!(
        said,
        [
            ("Đồng Nai (cũ)", "83,5\u{a0}%", "quý III/2022"),
            ("Huế", "~\u{a0}86\u{a0}%", "2022"),
            ("Đồng Nai (cũ)", "100\u{a0}%", "2025"),
            ("Tỉnh ha-noi", "…\u{a0}không công bố", "2022"),
        ]
    );
    assert_eq!(
        rows.iter().map(|row| (row.target, row.missing)).collect::<Vec<_>>(),
        [(false, false), (false, false), (true, false), (false, true),]
    );
    assert_eq!(rows[1].stated, "là con số ước tính");
    assert_eq!(rows[3].stated, "", "nobody stated anything");
    assert_eq!(rows[0].published, "Sở report-of-dong-nai, tháng 1/2023");
    assert!(rows.iter().all(|row| !row.source.is_empty()));
}

#[test]
fn a_shared_rank_is_marked_in_the_table() {
    let record =
        record().observation("a", "fibre", "2022", 1.0).observation("b", "fibre", "2022", 1.0).place("c").build();
    let ranks: Vec<String> =
        rows(&panel(&record, &[], None, true), Locale::En).into_iter().map(|row| row.rank).collect();
    assert_eq!(ranks, ["1=", "1="]);
}

#[test]
fn a_note_and_an_inferred_date_reach_the_table() {
    let report = record().observation("a", "fibre", "2022", 1.0).from("report");
    let row = |builder: Builder, locale| rows(&panel(&builder.build(), &["a"], None, false), locale).remove(0);
    assert!(!row(report.clone(), Locale::Vi).period_inferred);
    let noted = report.noted("Tính lại", "Recomputed").inferred();
    assert!(row(noted.clone(), Locale::Vi).period_inferred);
    assert_eq!(row(noted.clone(), Locale::Vi).note, "Tính lại");
    assert_eq!(row(noted, Locale::En).note, "Recomputed");
}

/// Anything a panel may hold: values, hedges, targets, missing readings, two kinds of source.
pub fn any_record() -> impl Strategy<Value = Builder> {
    let one = (0..6_usize, 2018..2025_u16, -40..160_i32, 0..Qualifier::CODES.len(), 0..6_u8, prop::bool::ANY);
    (prop::collection::vec(one, 1..30), prop::bool::ANY).prop_map(|(all, broken)| {
        let mut builder = record().place("p0").place("p1").place("p2").place("p3").place("p4").place("p5");
        if broken {
            builder = builder.new_method("fibre", "2021");
        }
        for (place, year, value, qualifier, what, own) in all {
            let (place, year) = (format!("p{place}"), year.to_string());
            builder = match what {
                0 => builder.missing(&place, "fibre", &year, Missing::Suppressed),
                _ => builder
                    .observation(&place, "fibre", &year, f64::from(value) / 2.0)
                    .qualified(Qualifier::CODES[qualifier].0),
            };
            if what == 1 {
                builder = builder.target();
            }
            if own {
                builder = builder.from(&format!("report-of-{place}"));
            }
        }
        builder
    })
}

proptest! {
    #![proptest_config(laws(256))]

    #[test]
    fn the_chart_and_the_table_cannot_disagree(
        builder in any_record(), everyone: bool, kind in prop::option::of(prop::sample::select(ViewKind::CODES))
    ) {
        let record = builder.build();
        let mut question = ask(&record, indicator("fibre"), &["p0", "p1", "p2"]);
        question.view = kind.map(|(kind, _)| kind);
        let view = if everyone { indicator_view(&record, question) } else { view(&record, question) };
        for panel in &view.panels {
            let rest = panel.also.len() + panel.earlier.len() + panel.reference.len() + panel.missing.len();
            let over_time = panel.kind.is_over_time();
            for locale in Locale::ALL {
                let table = rows(panel, locale);
                prop_assert_eq!(table.len(), panel.rows.len() + panel.targets.len() + rest);
                prop_assert_eq!(table.len(), panel.all().count());
                let Some(drawing) = drawing(panel, locale) else { continue };
                let marks: Vec<usize> = drawing.marks().iter().flatten().flatten().copied().collect();
                let drawn = panel.rows.len() + if over_time { 0 } else { panel.targets.len() };
                let mut unique = marks.clone();
                unique.sort_unstable();
                unique.dedup();
                prop_assert_eq!((marks.len(), unique.len()), (drawn, drawn), "each row is one mark");
                // What lies behind another place's line stands for no row (`multiples.rs`).
                for (n, marks) in drawing.marks().iter().enumerate().filter(|(_, marks)| !marks.is_empty()) {
                    let points = points(&drawing.option(), n);
                    prop_assert_eq!(points.len(), marks.len());
                    let across = if over_time { 1 } else { 0 };
                    for (point, mark) in points.iter().zip(marks) {
                        let Some(mark) = *mark else {
                            prop_assert!(point[1].is_null());
                            continue;
                        };
                        let row = row_of(panel, mark);
                        prop_assert_eq!(point[across].as_f64(), row.observation.reading.number());
                        let written = text::signed_figure(locale, &row.observation, &panel.indicator);
                        let listed = table.iter().any(|it| it.place == row.place.id && it.figure == written);
                        prop_assert!(listed, "{} of {} is not in the table", written, &row.place.id);
                    }
                }
            }
        }
    }

    #[test]
    fn own_reports_are_never_ranked_and_no_rank_exists_outside_one_period(builder in any_record(), everyone: bool) {
        let record = builder.build();
        let question = ask(&record, indicator("fibre"), &["p0", "p1", "p2"]);
        let view = if everyone { indicator_view(&record, question) } else { view(&record, question) };
        for panel in &view.panels {
            if panel.rows.iter().any(|row| row.rank.is_some()) {
                prop_assert!(panel.common && panel.ranked.is_some() && panel.verdict.may_rank());
                prop_assert!(panel.rows.iter().all(|row| Some(row.observation.period) == panel.period));
            }
        }
    }
}

// --- The two approved drawings: a change here is a change of what readers see ---

fn approved(drawing: &Drawing) -> String {
    format!(
        "height: {}\nmarks: {:?}\n{}",
        drawing.height(),
        drawing.marks(),
        serde_json::to_string_pretty(&drawing.option()).unwrap()
    )
}

#[test]
fn bars_are_drawn_as_approved() {
    insta::assert_snapshot!("bars", approved(&draw(own_reports(), &OWN).1));
}

#[test]
fn lines_are_drawn_as_approved() {
    insta::assert_snapshot!("lines", approved(&draw(two_lines(), &["a", "b"]).1));
}

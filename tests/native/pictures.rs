//! What a reader of a picture or an embed alone can see: when its figures are of, of which time its names are, what is
//! left out and why, and as many decimals as a survey bears.

use crate::support::{Builder, ask, indicator, record};
use serde_json::Value;
use tinh_so::{
    domain::{Missing, Qualifier, Record, ViewKind},
    figure::{
        EMBED_BARS, Panel, Picture, PictureDrawing, Size, View, Whereabouts, drawing, gaps, headline, indicator_view,
        islands_in_full, mapped, picture, table, unit_and_list, view_rows,
    },
    text::{self, Locale},
};

fn at() -> Whereabouts {
    Whereabouts { address: "https://tinhso.example/chi-so/fibre/".into(), pinned: None }
}

/// All places under "fibre".
fn all(record: &Record) -> View {
    indicator_view(record, ask(record, indicator("fibre"), &[]))
}

fn pictured(record: &Record, size: Size, locale: Locale) -> Picture {
    picture(record, &all(record), &at(), size, locale)
}

/// Name, figure and period of each item of a list.
fn items(picture: &Picture) -> Vec<[String; 3]> {
    let Some(PictureDrawing::List { items }) = &picture.panels[0].drawing else { panic!("no list: {picture:?}") };
    items.iter().map(|it| [it.name.clone(), it.figure.replace('\u{a0}', " "), it.when.clone()]).collect()
}

/// The period of each item of a list.
fn periods(picture: &Picture) -> Vec<String> {
    items(picture).into_iter().map(|[.., when]| when).collect()
}

/// The names beside the bars, and what is written at their ends.
fn bars(option: &Value) -> (Vec<String>, Vec<String>) {
    let text = |it: &Value| it.as_str().unwrap_or_default().replace('\u{a0}', " ");
    let names = option["yAxis"]["data"].as_array().unwrap().iter().map(text).collect();
    let marks = option["series"].as_array().unwrap().iter().flat_map(|it| it["data"].as_array().unwrap());
    (names, marks.map(|it| text(&it["label"]["formatter"])).collect())
}

fn drawn(panel: &Panel, locale: Locale) -> (Vec<String>, Vec<String>) {
    bars(&drawing(panel, locale).unwrap().option())
}

/// A report of each of these places, with its period and its figure.
fn reports(all: &[(&str, &str, f64)]) -> Builder {
    all.iter().fold(record(), |it, (place, when, value)| {
        it.observation(place, "fibre", when, *value).from(&format!("report-{place}"))
    })
}

// --- When ---

#[test]
fn every_figure_of_a_list_has_its_own_period_where_they_differ() {
    let record = reports(&[("a", "2025-Q4", 1200.0), ("b", "2026", 1171.0), ("c", "2025-07-04", 2021.0)]).build();
    for (locale, expected) in
        [(Locale::Vi, ["quý IV/2025", "2026", "4/7/2025"]), (Locale::En, ["Q4 2025", "2026", "4 Jul 2025"])]
    {
        let wide = pictured(&record, Size::WIDE, locale);
        assert_eq!(periods(&wide), expected, "as the chart writes them");
        assert_eq!(wide.when, "", "nothing is said of all");
    }
}

#[test]
fn one_period_of_all_figures_is_said_once() {
    let record = reports(&[("a", "2025-12", 1.0), ("b", "2025-12", 2.0)]).build();
    let wide = pictured(&record, Size::WIDE, Locale::Vi);
    assert_eq!(wide.when, "tháng 12/2025");
    assert!(periods(&wide).iter().all(String::is_empty));
    let ranking = record_of_ten().build();
    assert_eq!(pictured(&ranking, Size::WIDE, Locale::En).when, "2022");
    assert_eq!(pictured(&ranking, Size::TALL, Locale::Vi).when, "2022");
}

/// Ten places in one common measurement, p0 the best.
fn record_of_ten() -> Builder {
    (0..10).fold(record(), |it, n| it.observation(&format!("p{n}"), "fibre", "2022", 90.0 - f64::from(n)))
}

#[test]
fn targets_of_a_picture_say_that_they_are_and_when_they_fall_due() {
    let record = record()
        .observation("a", "fibre", "2025", 80.0)
        .target()
        .observation("b", "fibre", "2030", 100.0)
        .target()
        .build();
    let items = items(&pictured(&record, Size::WIDE, Locale::Vi));
    assert_eq!(items[0][2], "mục tiêu, 2025");
    assert_eq!(items[1][2], "mục tiêu, 2030");
}

// --- Of which time the names are ---

/// Thái Nguyên of before the mergers and of today, and Vĩnh Phúc, which ended.
fn of_both_times() -> Builder {
    record()
        .place("thai-nguyen-cu")
        .named("Thái Nguyên (cũ)", "Thai Nguyen (former)", "Thái Nguyên")
        .former()
        .place("thai-nguyen")
        .named("Thái Nguyên", "Thai Nguyen", "Thái Nguyên")
        .current()
        .place("vinh-phuc")
        .named("Vĩnh Phúc", "Vinh Phuc", "Vĩnh Phúc")
        .former()
}

#[test]
fn a_name_of_before_the_mergers_is_not_read_as_todays() {
    let record = of_both_times().observation("thai-nguyen-cu", "fibre", "2024", 80.0).observation(
        "vinh-phuc",
        "fibre",
        "2024",
        70.0,
    );
    let record = record.build();
    for (locale, names, list) in [
        (Locale::Vi, ["1  Thái Nguyên (cũ)", "2  Vĩnh Phúc"], "63 tỉnh, thành trước 1/7/2025"),
        (Locale::En, ["1  Thai Nguyen (former)", "2  Vinh Phuc"], "The 63 provinces before 1 July 2025"),
    ] {
        let panel = &all(&record).panels[0];
        assert_eq!(drawn(panel, locale).0, names, "on the page and in the embed");
        assert!(unit_and_list(panel, locale).ends_with(list), "above the embed: {}", unit_and_list(panel, locale));
        for size in [Size::WIDE, Size::TALL] {
            let it = pictured(&record, size, locale);
            assert_eq!(it.when, format!("2024 · {list}"));
            let Some(PictureDrawing::Chart { option, .. }) = &it.panels[0].drawing else { panic!("{it:?}") };
            assert_eq!(bars(option).0, names);
        }
    }
}

#[test]
fn a_map_of_the_former_list_says_so_and_one_of_today_does_not() {
    let former = of_both_times()
        .observation("thai-nguyen-cu", "fibre", "2024", 80.0)
        .observation("vinh-phuc", "fibre", "2024", 70.0)
        .build();
    let mut question = ask(&former, indicator("fibre"), &[]);
    question.view = Some(ViewKind::Map);
    let map = picture(&former, &indicator_view(&former, question), &at(), Size::WIDE, Locale::Vi);
    assert_eq!(map.when, "2024 · 63 tỉnh, thành trước 1/7/2025");
    let today = of_both_times().observation("thai-nguyen", "fibre", "2025-12", 80.0).build();
    assert_eq!(pictured(&today, Size::WIDE, Locale::Vi).when, "tháng 12/2025");
    assert!(!unit_and_list(&all(&today).panels[0], Locale::Vi).contains("63"));
}

#[test]
fn the_owner_of_the_islands_is_not_in_brackets_within_brackets() {
    assert_eq!(islands_in_full("Quần đảo Hoàng Sa", "Đà Nẵng (cũ)"), "Quần đảo Hoàng Sa, Đà Nẵng (cũ)");
    assert_eq!(islands_in_full("Hoang Sa islands", "Da Nang (former)"), "Hoang Sa islands, Da Nang (former)");
}

// --- What is left out ---

#[test]
fn what_is_left_out_adds_up_to_the_list_and_what_was_withheld_is_told_as_such() {
    let record = record_of_ten()
        .missing("tien-giang", "fibre", "2022", Missing::Suppressed)
        .observation("other", "fibre", "2022", 50.0)
        .from("report-of-other")
        .place("nobody")
        .build();
    let said = |locale| gaps(&record, &all(&record).panels[0], locale);
    assert_eq!(
        said(Locale::Vi),
        "13 tỉnh, thành: 10 có số liệu; 1 chỉ có số liệu của nguồn khác; khảo sát không công bố: tien-giang; \
         1 chưa tìm thấy số liệu."
    );
    assert_eq!(
        said(Locale::En),
        "13 provinces: 10 with a figure; 1 with one of another source only; withheld by the survey: tien-giang; \
         1 where none was found."
    );
    assert!(pictured(&record, Size::WIDE, Locale::Vi).caveats.contains(&said(Locale::Vi)));
    assert_eq!(gaps(&record_of_ten().build(), &all(&record_of_ten().build()).panels[0], Locale::Vi), "", "all there");
}

#[test]
fn a_map_does_not_call_a_withheld_figure_not_found() {
    let record = record_of_ten().missing("tien-giang", "fibre", "2022", Missing::Suppressed).build();
    let mut question = ask(&record, indicator("fibre"), &[]);
    question.view = Some(ViewKind::Map);
    let map = mapped(&indicator_view(&record, question).panels[0], Locale::Vi);
    assert_eq!(map.tint("tien-giang").figure, "khảo sát không công bố điểm");
    assert_eq!(map.legend.last().unwrap().1, "khảo sát không công bố điểm");
}

/// Eight reports of which the first of the alphabet are neither the highest nor the lowest.
fn eight() -> Vec<(&'static str, &'static str, f64)> {
    let values = [40.0, 50.0, 45.0, 55.0, 90.0, 10.0, 80.0, 20.0];
    ["a", "b", "c", "d", "e", "f", "g", "h"].into_iter().zip(values).map(|(place, it)| (place, "2025", it)).collect()
}

/// Thirty reports, the lowest first.
fn thirty() -> Record {
    let all = (0..30).fold(record(), |it, n| {
        it.observation(&format!("p{n:02}"), "fibre", "2022", f64::from(n)).from(&format!("report-{n}"))
    });
    all.build()
}

#[test]
fn of_many_reports_a_small_picture_shows_the_highest_and_the_lowest() {
    let record = reports(&eight()).build();
    let wide = pictured(&record, Size::WIDE, Locale::Vi);
    let figures: Vec<String> = items(&wide).into_iter().map(|[_, figure, _]| figure).collect();
    assert_eq!(figures, ["90 %", "10 %", "80 %", "20 %"], "in the order of the list");
    let said = wide.caveats.join(" ");
    assert!(said.contains("Hình nêu 4 trong 8 số liệu, gồm cao nhất và thấp nhất;"), "{said}");
    let english = pictured(&record, Size::WIDE, Locale::En).caveats.join(" ");
    assert!(english.contains("4 of 8 figures, the highest and the lowest, are drawn;"), "{english}");
}

#[test]
fn what_must_not_be_ranked_is_shown_by_the_alphabet_and_says_so() {
    let record = eight().iter().fold(record().indicator("fibre").not_ranked(), |it, (place, when, value)| {
        it.observation(place, "fibre", when, *value).from(&format!("report-{place}"))
    });
    let record = record.build();
    let wide = pictured(&record, Size::WIDE, Locale::Vi);
    let names: Vec<String> = items(&wide).into_iter().map(|[name, ..]| name).collect();
    assert_eq!(names, ["Tỉnh a", "Tỉnh b", "Tỉnh c", "Tỉnh d"]);
    assert!(wide.caveats.join(" ").contains("4 trong 8 số liệu, theo thứ tự chữ cái;"), "{:?}", wide.caveats);
}

#[test]
fn chosen_places_stay_in_a_small_picture_and_a_table_says_which_rows_it_shows() {
    let record = reports(&eight()).build();
    let view = indicator_view(&record, ask(&record, indicator("fibre"), &["g"]));
    let wide = picture(&record, &view, &at(), Size::WIDE, Locale::Vi);
    let names: Vec<String> = items(&wide).into_iter().map(|[name, ..]| name).collect();
    assert_eq!(names, ["Tỉnh a", "Tỉnh b", "Tỉnh c", "Tỉnh g"]);
    assert!(wide.caveats.join(" ").contains("Hình nêu 4 trong 8 số liệu; tất cả"), "{:?}", wide.caveats);

    let many = thirty();
    let mut question = ask(&many, indicator("fibre"), &[]);
    question.view = Some(ViewKind::Table);
    let table = picture(&many, &indicator_view(&many, question), &at(), Size::SCREEN, Locale::Vi);
    let figures: Vec<String> = items(&table).into_iter().map(|[_, figure, _]| figure).collect();
    assert_eq!((figures.len(), &*figures[0], &*figures[11]), (12, "0 %", "29 %"), "the lowest and the highest");
    assert!(table.caveats.join(" ").contains("12 trong 30 số liệu, gồm cao nhất và thấp nhất"), "{:?}", table.caveats);
}

#[test]
fn an_embed_of_many_reports_draws_the_ends_too() {
    let record = thirty();
    let short = all(&record).panels[0].shortened(EMBED_BARS);
    let numbers: Vec<f64> = short.rows.iter().filter_map(|row| row.observation.reading.number()).collect();
    assert_eq!((numbers.len(), numbers[0], numbers[14]), (EMBED_BARS, 0.0, 29.0));
}

#[test]
fn a_small_picture_explains_the_signs_that_it_shows_and_no_others() {
    let record = reports(&[("a", "2025", 1.0)])
        .observation("b", "fibre", "2025", 2.0)
        .from("report-b")
        .qualified(Qualifier::MoreThan)
        .observation("c", "fibre", "2030", 90.0)
        .target()
        .build();
    for size in [Size::WIDE, Size::TALL] {
        let said = pictured(&record, size, Locale::Vi).caveats[0].clone();
        assert!(said.starts_with("> nêu là hơn mức này"), "first, so that nothing else takes its room: {said}");
        // Only the bars of the tall one have a diamond.
        assert_eq!(said.contains('◇'), size == Size::TALL, "{said}");
    }
}

// --- One figure of two documents ---

#[test]
fn one_figure_that_two_documents_state_is_one_bar_and_one_word() {
    let record = record()
        .observation("gia-lai", "fibre", "2025-12", 88.0)
        .from("report-1")
        .observation("gia-lai", "fibre", "2025-12", 88.0)
        .from("report-2")
        .observation("gia-lai", "fibre", "2030", 95.0)
        .target()
        .from("report-1")
        .observation("gia-lai", "fibre", "2030", 95.0)
        .target()
        .from("report-2")
        .build();
    let panel = &all(&record).panels[0];
    let (names, labels) = drawn(panel, Locale::Vi);
    assert_eq!((names.len(), labels), (2, vec!["88 %".to_owned(), "95 %".to_owned()]), "the result and the target");
    assert_eq!(headline(panel, Locale::Vi).to_string().matches("88").count(), 1);
    assert_eq!(table(panel, Locale::Vi).len(), 4, "each document has its line");
    assert_eq!(panel.also[0].source.id.to_string(), "report-2");
}

#[test]
fn another_figure_another_period_or_another_hedge_is_not_the_same() {
    let one = || record().observation("a", "fibre", "2025-12", 88.0).from("report-1");
    for other in [
        one().observation("a", "fibre", "2025-12", 89.0).from("report-2"),
        one().observation("a", "fibre", "2025-12", 88.0).about().from("report-2"),
    ] {
        assert_eq!(all(&other.build()).panels[0].rows.len(), 2);
    }
    // The one whose document names the period is drawn.
    let inferred = record().observation("a", "fibre", "2025", 88.0).inferred().from("report-1");
    let record = inferred.observation("a", "fibre", "2025", 88.0).from("report-2").build();
    assert_eq!(all(&record).panels[0].rows[0].source.id.to_string(), "report-2");
}

// --- A sample survey ---

/// Scores as the survey's table has them.
fn survey() -> Record {
    record()
        .indicator("fibre")
        .survey_score(2)
        .observation("a", "fibre", "2024", 2.9605)
        .observation("b", "fibre", "2024", 2.675)
        .observation("c", "fibre", "2024", 2.1)
        .build()
}

#[test]
fn drawings_of_a_sample_survey_show_two_decimals() {
    let record = survey();
    let panel = &all(&record).panels[0];
    assert_eq!(drawn(panel, Locale::Vi).1, ["2,96 điểm", "2,68 điểm", "2,10 điểm"]);
    assert!(pictured(&record, Size::TALL, Locale::En).headline.contains("2.96\u{a0}điểm"));
    let mut question = ask(&record, indicator("fibre"), &[]);
    question.view = Some(ViewKind::Map);
    let map = mapped(&indicator_view(&record, question).panels[0], Locale::En);
    assert_eq!(map.tint("a").figure, "2.96\u{a0}điểm");
    assert!(map.legend.iter().all(|(_, words)| !words.contains("2.9605")), "{:?}", map.legend);
}

#[test]
fn tables_cards_and_files_show_a_survey_as_it_is_recorded() {
    let record = survey();
    let view = all(&record);
    let rows = table(&view.panels[0], Locale::Vi);
    let figures: Vec<String> = rows
        .iter()
        .map(|line| match line {
            tinh_so::figure::TableLine::Row(row) => row.figure.replace('\u{a0}', " "),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(figures, ["2,9605 điểm", "2,675 điểm", "2,1 điểm"], "neither rounded nor padded");
    let csv = view_rows(&record, &view).csv();
    assert!(csv.contains("2.9605") && csv.contains(",2.1,"), "{csv}");
    // The order and the ranks are those of what is recorded.
    assert_eq!(view.panels[0].rows.iter().map(|row| row.rank.unwrap().place).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn nothing_but_a_sample_survey_is_rounded() {
    let record = record().indicator("dti").decimals(2).observation("a", "dti", "2022", 0.71239).build();
    let (o, dti) = (&record.observations[0], &record.indicators["dti"]);
    assert_eq!(text::drawn_figure(Locale::Vi, o, dti), "0,71239\u{a0}%");
}

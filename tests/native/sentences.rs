//! The sentences: headlines, verdicts, descriptions.

use crate::support::{Builder, ask, indicator, period, record, verdict};
use tinh_so::{
    domain::*,
    figure::{Panel, View, because, description, headline, indicator_view, view},
    text::{self, Locale},
};

/// A no-break space, made visible so that the tests can be read.
fn seen(text: &str) -> String {
    text.replace('\u{a0}', "·")
}

fn in_both(say: impl Fn(Locale) -> String) -> [String; 2] {
    Locale::ALL.map(|locale| seen(&say(locale)))
}

fn headlines(panel: &Panel) -> [String; 2] {
    in_both(|locale| headline(panel, locale).to_string())
}

fn all(builder: Builder) -> (Record, View) {
    let record = builder.build();
    let view = indicator_view(&record, ask(&record, indicator("fibre"), &[]));
    (record, view)
}

fn chosen(builder: Builder, places: &[&str]) -> (Record, View) {
    let record = builder.build();
    let view = view(&record, ask(&record, indicator("fibre"), places));
    (record, view)
}

fn survey() -> Builder {
    record()
        .place("dong-nai-cu")
        .named("Đồng Nai (cũ)", "Dong Nai (former)", "Đồng Nai")
        .place("hue")
        .named("Huế", "Hue", "Huế")
        .place("ha-noi")
        .named("Hà Nội", "Hanoi", "Hà Nội")
        .indicator("fibre")
        .called("Hộ có cáp quang", "Households with fibre")
        .observation("dong-nai-cu", "fibre", "2022", 83.5)
        .observation("hue", "fibre", "2022", 83.5)
        .observation("ha-noi", "fibre", "2022", 90.0)
}

// --- Headlines ---

#[test]
fn a_period_that_all_share_is_said_once() {
    let reports = |second: &str| {
        let first = survey().observation("a", "smartphones", "2023", 60.0).from("report-of-a");
        first.observation("b", "smartphones", second, 70.0).from("report-of-b")
    };
    let said = |second: &str| {
        let record = reports(second).build();
        headlines(&view(&record, ask(&record, indicator("smartphones"), &["a", "b"])).panels[0])
    };
    assert_eq!(said("2023"), ["2023: Tỉnh a 60·%; Tỉnh b 70·%.", "2023: a province 60%; b province 70%."]);
    assert_eq!(said("2024")[0], "Tỉnh a 60·% (2023); Tỉnh b 70·% (2024).");
}

#[test]
fn a_ranking_says_who_is_first_and_last_and_of_how_many() {
    let (_, view) = all(survey().observation("a", "fibre", "2022", 7.0));
    assert_eq!(
        headlines(&view.panels[0]),
        [
            "Năm 2022, trong 4 tỉnh, thành có số liệu, Hà Nội cao nhất với 90·%, Tỉnh a thấp nhất với 7·%.",
            "In 2022, of 4 provinces with a figure, Hanoi is highest with 90% and a province lowest with 7%."
        ]
    );
}

#[test]
fn the_chosen_ones_are_told_their_figure_and_rank() {
    let (_, view) = chosen(survey(), &["ha-noi", "dong-nai-cu"]);
    assert_eq!(
        headlines(&view.panels[0]),
        [
            "Năm 2022: Hà Nội 90·%, hạng 1/3; Đồng Nai (cũ) 83,5·%, đồng hạng 2/3.",
            "In 2022: Hanoi 90%, rank 1/3; Dong Nai (former) 83.5%, shared rank 2/3."
        ]
    );
}

#[test]
fn a_stated_rank_is_said_once() {
    let builder = survey().rank_of(63.0);
    let builder = builder.observation("dong-nai-cu", "fibre", "2023", 43.0).observation("hue", "fibre", "2023", 15.0);
    let (_, view) = chosen(builder, &["dong-nai-cu", "hue"]);
    assert_eq!(
        headlines(&view.panels[0]),
        [
            "Năm 2023: Huế hạng 15/63; Đồng Nai (cũ) hạng 43/63.",
            "In 2023: Hue ranks 15/63; Dong Nai (former) ranks 43/63."
        ]
    );
}

#[test]
fn own_reports_are_said_with_their_hedge_and_date_and_without_a_rank() {
    let builder = record()
        .observation("a", "fibre", "2022-Q3", 86.0)
        .about()
        .from("report-of-a")
        .observation("b", "fibre", "2023-09", 79.5)
        .from("report-of-b");
    let (_, view) = chosen(builder, &["b", "a"]);
    assert_eq!(
        headlines(&view.panels[0]),
        [
            "Tỉnh a khoảng·86·% (quý III/2022); Tỉnh b 79,5·% (tháng 9/2023).",
            "a province about·86% (Q3 2022); b province 79.5% (September 2023)."
        ]
    );
}

#[test]
fn a_line_says_from_where_to_where() {
    let mut builder = record();
    for (year, value) in [("2021", 40.0), ("2022", 50.0), ("2023", 60.0)] {
        builder = builder.observation("a", "fibre", year, value);
    }
    let (_, view) = chosen(builder.observation("b", "fibre", "2023", 1.0), &["a", "b"]);
    assert_eq!(
        headlines(&view.panels[0]),
        [
            "Tỉnh a từ 40·% (2021) đến 60·% (2023); Tỉnh b 1·% (2023).",
            "a province from 40% (2021) to 60% (2023); b province 1% (2023)."
        ]
    );
}

#[test]
fn a_target_alone_is_not_passed_off_as_a_result() {
    let (_, view) =
        chosen(record().observation("a", "fibre", "2025", 100.0).target().qualified(Qualifier::AtLeast), &["a"]);
    assert_eq!(
        headlines(&view.panels[0]),
        ["Mới có mục tiêu: Tỉnh a ≥·100·% (2025).", "Only a target so far: a province ≥·100% (2025)."]
    );
}

#[test]
fn where_there_is_no_figure_the_headline_says_so_however_it_is_drawn() {
    let record = record().missing("a", "fibre", "2022", Missing::Suppressed).build();
    for kind in [None, Some(ViewKind::Bar), Some(ViewKind::Line), Some(ViewKind::Map), Some(ViewKind::Table)] {
        let mut question = ask(&record, indicator("fibre"), &["a"]);
        question.view = kind;
        let view = view(&record, question);
        assert_eq!(headlines(&view.panels[0]), ["Chưa tìm thấy số liệu.", "No figure found."], "{kind:?}");
    }
}

// --- Why, and why not ---

#[test]
fn a_common_measurement_is_the_reason_for_comparing() {
    let (_, view) = all(survey());
    assert_eq!(
        in_both(|locale| because(&view.panels[0], locale)),
        ["cùng một khảo sát (PAPI 2022), cùng cách tính", "one survey (PAPI 2022), the same method"]
    );
}

#[test]
fn one_figure_needs_no_reason() {
    let (_, view) = all(record().observation("a", "fibre", "2022", 1.0));
    assert_eq!(in_both(|locale| because(&view.panels[0], locale)), ["", ""]);
}

fn verdict_sentences(builder: Builder) -> [String; 2] {
    let record = builder.build();
    let verdict = verdict(&record);
    in_both(|locale| text::verdict_sentence(locale, &record, &verdict, "vì thế"))
}

#[test]
fn a_verdict_gives_its_reason_in_one_sentence() {
    assert_eq!(verdict_sentences(survey()), ["So sánh được: vì thế.", "Comparable: vì thế."]);
    let pair = || {
        record()
            .indicator("coverage")
            .among("hộ gia đình", "households")
            .indicator("subscribers")
            .among("người lớn", "adults")
            .observation("a", "coverage", "2022", 99.0)
            .observation("b", "subscribers", "2022", 79.5)
    };
    assert_eq!(
        verdict_sentences(pair()),
        [
            "Không so sánh được: một bên tính trên hộ gia đình, bên kia tính trên người lớn.",
            "Not comparable: one is counted among households, the other among adults."
        ]
    );
}

#[test]
fn a_verdict_names_two_reasons_and_counts_the_rest() {
    let many = survey()
        .observation("hue", "fibre", "2025", 99.0)
        .target()
        .new_method("fibre", "2021")
        .observation("hue", "fibre", "2019", 50.0)
        .from("report-of-hue");
    let [vi, en] = verdict_sentences(many);
    assert_eq!(
        vi,
        "Không so sánh được: kết quả của Đồng Nai (cũ) đặt cạnh mục tiêu của Huế; cách tính thay đổi từ 2021, giữa 2019 và 2022 (và 2 lý do nữa)."
    );
    assert_eq!(
        en,
        "Not comparable: a result of Dong Nai (former) stands beside a target of Hue; the method changed as of 2021, between 2019 and 2022 (and 2 more reasons)."
    );
}

#[test]
fn every_reason_reads_as_a_clause_in_both_languages() {
    let record =
        survey().country("viet-nam").named("Việt Nam", "Viet Nam", "Việt Nam").joined("dong-nai-cu", "hue").build();
    let id = || Id::from("fibre");
    let (a, b) = (|| Id::from("dong-nai-cu"), || Id::from("hue"));
    let reasons = [
        Reason::Era { former: a(), current: b() },
        Reason::Population { a: id(), b: id() },
        Reason::Definition { a: id(), b: id() },
        Reason::Target { indicator: id(), result: a(), target: b() },
        Reason::MethodBreak {
            indicator: id(),
            date: "2024-01-01".to_owned(),
            first: period("2023"),
            last: period("2024"),
        },
        Reason::Part { part: b(), whole: "viet-nam".into() },
        Reason::CountedApart { indicator: id() },
        Reason::DifferentReading { indicator: id(), first: period("2025-08-29"), last: period("2025-09-12") },
        Reason::DifferentLength { indicator: id(), first: period("2025-07"), last: period("2025-H1") },
        Reason::OwnReports { indicator: id(), a: "survey".into(), b: "report".into() },
        Reason::PeriodsApart { indicator: id(), months: 13, first: period("2022-03"), last: period("2023-04") },
        Reason::Vague { indicator: id(), a: a(), b: b() },
        Reason::OpenEnded { indicator: id(), a: a(), b: b(), places: 7 },
        Reason::Disputed { indicator: id(), place: a() },
        Reason::Noise { indicator: id(), a: a(), b: b() },
        Reason::Unranked { indicator: id() },
        Reason::Quarters { indicator: id() },
        Reason::OtherEdition { indicator: id(), first: period("2022"), last: period("2023") },
        Reason::Means { indicator: id(), means: 23, measured: 11 },
        Reason::WorkedOut { indicator: id(), place: a() },
        Reason::Counts { indicator: id() },
        Reason::OrderUnknown { indicator: id(), place: b() },
        Reason::Disagreement {
            indicator: id(),
            place: b(),
            status: Status::Actual,
            period: period("2022"),
            a: "survey".into(),
            b: "report".into(),
        },
        Reason::SourceKind { indicator: id(), press: "survey".into(), other: "report".into() },
    ];
    let kinds: Vec<ReasonKind> = reasons.iter().map(Reason::kind).collect();
    assert_eq!(kinds, ReasonKind::ALL, "each kind once");
    let said = |n: usize| in_both(|locale| text::reason(locale, &record, &reasons[n]));
    assert_eq!(
        said(0),
        [
            "Đồng Nai (cũ) đã nhập vào Huế từ 1/7/2025, hai địa giới khác nhau",
            "Dong Nai (former) became part of Hue on 1 July 2025: two different territories"
        ]
    );
    assert_eq!(said(5), ["Huế là một phần của Việt Nam", "Hue is a part of Viet Nam"]);
    assert_eq!(
        said(10),
        ["tháng 3/2022 và tháng 4/2023 cách nhau 13 tháng", "March 2022 and April 2023 are 13 months apart"]
    );
    assert_eq!(
        said(4),
        ["cách tính thay đổi từ 2024, giữa 2023 và 2024", "the method changed as of 2024, between 2023 and 2024"]
    );
    for n in 0..reasons.len() {
        let [vi, en] = said(n);
        assert_ne!(vi, en);
        for clause in [vi, en] {
            assert!(!clause.ends_with('.') && clause.len() > 10, "{clause}");
        }
    }
}

#[test]
fn an_unknown_id_in_a_reason_is_shown_as_it_is() {
    let record = record().build();
    let reason = Reason::Part { part: "atlantis".into(), whole: "ocean".into() };
    assert_eq!(text::reason(Locale::En, &record, &reason), "atlantis is a part of ocean");
}

// --- The chart in words ---

#[test]
fn a_description_says_what_is_counted_what_it_shows_and_the_verdict() {
    let (record, view) = all(survey());
    assert_eq!(
        in_both(|locale| description(&record, &view.panels[0], locale)),
        [
            "Hộ có cáp quang: phần trăm, tính trên hộ gia đình. Năm 2022, trong 3 tỉnh, thành có số liệu, Hà Nội cao nhất \
             với 90·%, Huế thấp nhất với 83,5·% (1 nơi nữa cùng mức). So sánh được: cùng một khảo sát (PAPI 2022), cùng cách tính.",
            "Households with fibre: per cent, among households. In 2022, of 3 provinces with a figure, Hanoi is highest \
             with 90% and Hue lowest with 83.5% (one more has the same). Comparable: one survey (PAPI 2022), the same method."
        ]
    );
}

#[test]
fn where_less_is_better_the_description_says_so() {
    let (record, view) = all(survey().better(Better::Lower));
    let [vi, en] = in_both(|locale| description(&record, &view.panels[0], locale));
    assert!(vi.ends_with(" Số nhỏ hơn là tốt hơn."), "{vi}");
    assert!(en.ends_with(" A smaller number is better."), "{en}");
}

#[test]
fn one_figure_has_no_verdict_to_describe() {
    let (record, view) = all(record().observation("a", "fibre", "2022", 1.0));
    let [vi, en] = in_both(|locale| description(&record, &view.panels[0], locale));
    assert!(!vi.contains("So sánh") && !en.contains("Comparable"), "{vi} {en}");
}

// --- The words for codes ---

#[test]
fn every_code_has_a_word_in_each_language() {
    let mut pairs: Vec<[&str; 2]> = Vec::new();
    pairs.extend(Qualifier::CODES.iter().map(|(it, _)| Locale::ALL.map(|l| text::qualifier(l, *it))));
    pairs.extend(Missing::CODES.iter().map(|(it, _)| Locale::ALL.map(|l| text::missing(l, *it))));
    pairs.extend(Status::CODES.iter().map(|(it, _)| Locale::ALL.map(|l| text::status(l, *it))));
    pairs.extend(SourceKind::CODES.iter().map(|(it, _)| Locale::ALL.map(|l| text::source_kind(l, *it))));
    pairs.extend(PlaceKind::CODES.iter().map(|(it, _)| Locale::ALL.map(|l| text::place_kind(l, *it))));
    pairs.extend(ViewKind::CODES.iter().map(|(it, _)| Locale::ALL.map(|l| text::view_name(l, *it))));
    let signs = [Sign::Comparable, Sign::Caution, Sign::NotComparable];
    pairs.extend(signs.iter().map(|it| Locale::ALL.map(|l| text::verdict_name(l, *it))));
    for (n, [vi, en]) in pairs.iter().enumerate() {
        assert_ne!(vi, en);
        assert!(en.is_ascii() || en.contains(['“', '’']), "{en}");
        assert_eq!(pairs.iter().filter(|[other, _]| other == vi).count(), 1, "“{vi}” stands for two codes, see {n}");
    }
}

#[test]
fn a_source_says_by_whom_and_when_as_far_as_is_known() {
    let record = record().observation("a", "fibre", "2022", 1.0).from("x").build();
    let known = (**record.source("x").unwrap()).clone();
    let said = |source: &Source| in_both(|locale| text::published(locale, source));
    assert_eq!(said(&known), ["Sở x, tháng 1/2023", "Sở x, January 2023"]);
    let inferred = Source { published_inferred: true, ..known.clone() };
    assert_eq!(said(&inferred), ["Sở x, khoảng tháng 1/2023", "Sở x, about January 2023"]);
    let nameless = Source { publisher: "".into(), published: None, ..known.clone() };
    assert_eq!(said(&nameless), ["không rõ nơi đăng, không ghi ngày", "publisher not known, undated"]);
    let written = Source { publisher: "".into(), author: "Lê Văn A".into(), ..known };
    let [vi, en] = said(&written);
    assert_eq!(vi, "bài của Lê Văn A, không rõ nơi đăng, tháng 1/2023");
    assert_eq!(en, "article by Lê Văn A, publisher not known, January 2023");
}

#[test]
fn many_definitions_are_said_in_one_clause() {
    let mut builder = record();
    for id in ["x", "y", "z"] {
        builder =
            builder.indicator(id).called(&format!("Cách {id}"), &format!("Way {id}")).observation("a", id, "2022", 1.0);
    }
    let [vi, en] = verdict_sentences(builder.indicator("q").observation("b", "q", "2022", 2.0));
    assert_eq!(vi, "Không so sánh được: 4 cách đếm khác nhau, như “Cách x” và “Cách y”.");
    assert_eq!(en, "Not comparable: 4 different definitions, such as “Way x” and “Way y”.");
}

//! How a figure came to be, in words: who measured, who copied, how a rank was read.

use crate::support::{ask, indicator, record};
use tinh_so::{
    domain::*,
    figure::view,
    text::{self, Locale},
};

fn in_both(say: impl Fn(Locale) -> String) -> [String; 2] {
    Locale::ALL.map(say)
}

#[test]
fn a_data_set_is_called_after_who_measured_and_not_after_who_copied() {
    let record = record().observation("a", "fibre", "2022", 1.0).from("x").build();
    let known = Source {
        kind: SourceKind::Copy,
        series: "dti".into(),
        series_name: Words::new("DTI", "DTI"),
        measured_by: Words::new("Bộ KH&CN", "the Ministry of Science and Technology"),
        publisher: "ai-do/kho_so (GitHub)".into(),
        url: "https://github.com/ai-do/kho_so/blob/1a2b/bang.json".into(),
        ..(**record.source("x").unwrap()).clone()
    };
    let said = |source: &Source| in_both(|locale| text::published(locale, source));
    let [vi, en] = said(&known);
    assert_eq!(vi, "DTI của Bộ KH&CN, do ai-do/kho_so (GitHub) chép lại, tháng 1/2023");
    assert_eq!(en, "DTI of the Ministry of Science and Technology, copied by ai-do/kho_so (GitHub), January 2023");
    let edition = in_both(|locale| text::series_in(locale, &known, Some("2024")));
    assert_eq!(edition, ["DTI 2024 của Bộ KH&CN", "DTI 2024 of the Ministry of Science and Technology"]);
    let quoted = Source { kind: SourceKind::Press, publisher: "Báo A".into(), ..known.clone() };
    assert_eq!(said(&quoted)[0], "DTI của Bộ KH&CN, theo Báo A, tháng 1/2023");
    assert_eq!(said(&quoted)[1], "DTI of the Ministry of Science and Technology, via Báo A, January 2023");
    // Where no document says who measured, nobody is put in its place.
    let nobody = Source { measured_by: Words::default(), ..known };
    assert_eq!(text::series(Locale::Vi, &nobody), "DTI");
}

#[test]
fn an_article_read_on_a_copying_site_says_so() {
    let record = record().observation("a", "fibre", "2022", 1.0).from("x").build();
    let press = (**record.source("x").unwrap()).clone();
    let said = |publisher: &str, url: &str| {
        let copy = (SourceKind::Copy, publisher.into(), url.into());
        let (kind, publisher, url) = copy;
        let source = Source { kind, publisher, url, ..press.clone() };
        in_both(|locale| text::publisher(locale, &source))
    };
    let mirrored = ["Báo Mẫu (đọc trên trang sao chép)", "Báo Mẫu (read on a copying site)"];
    assert_eq!(said("Báo Mẫu", ""), mirrored);
    assert_eq!(said("Báo Mẫu", "https://chep.example/bai-1"), mirrored);
    // Wherever it was read, a newspaper's word is one; a copied table of a common measurement is none.
    let mirror = Source { kind: SourceKind::Copy, publisher: "Báo Mẫu".into(), url: "".into(), ..press.clone() };
    let kept = "https://github.com/ai-do/kho_so";
    let table =
        Source { publisher: "ai-do/kho_so (GitHub)".into(), url: kept.into(), series: "dti".into(), ..mirror.clone() };
    assert!(mirror.is_press() && !table.is_press());
    // The copying site itself is no mirror of anybody's.
    assert_eq!(said("Chép Lại", "https://chep-lai.example/bai-1")[1], "copied by Chép Lại");
    assert_eq!(said("", "")[0], "không rõ nơi đăng (đọc trên trang sao chép)");
}

#[test]
fn what_two_documents_say_alike_is_drawn_once() {
    let record = record()
        .observation("a", "fibre", "2022", 5.0)
        .from("x")
        .inferred()
        .observation("a", "fibre", "2022", 5.0)
        .from("y")
        .observation("a", "fibre", "2022", 6.0)
        .from("z")
        .build();
    let panel = &view(&record, ask(&record, indicator("fibre"), &["a"])).panels[0];
    let rows: Vec<&str> = panel.rows.iter().map(|row| &*row.source.id).collect();
    assert_eq!(rows, ["y", "z"], "the one that dates the figure stays");
    let beside: Vec<&str> = panel.also.iter().map(|row| &*row.source.id).collect();
    assert_eq!(beside, ["x"], "the other stands in the table");
}

#[test]
fn two_documents_of_one_publisher_and_day_are_told_apart_by_their_titles() {
    let mut record = record()
        .observation("a", "fibre", "2022", 5.0)
        .from("x")
        .observation("b", "fibre", "2022", 6.0)
        .from("y")
        .build();
    let one = Source { publisher: "Báo A".into(), ..(**record.source("x").unwrap()).clone() };
    let other = Source { id: "y".into(), title: "Báo cáo y".into(), ..one.clone() };
    record.sources.insert("x".into(), one.into());
    record.sources.insert("y".into(), other.into());
    let reason = Reason::SourceKind { indicator: "fibre".into(), press: "x".into(), other: "y".into() };
    let said = in_both(|locale| text::reason(locale, &record, &reason));
    assert!(said[0].contains("Báo A: “Báo cáo x”; “Báo cáo y”"), "{said:?}");
}

#[test]
fn how_a_rank_came_to_be_is_said_without_a_sign() {
    for it in [Qualifier::Computed, Qualifier::Mean, Qualifier::ReadOff] {
        assert_eq!(
            (text::qualifier_sign(Locale::Vi, it), it.vagueness(), Flag::of_qualifier(it)),
            ("", (0.0, 0.0), Flag::Normal)
        );
    }
    let said = in_both(|locale| text::qualifier(locale, Qualifier::ReadOff).to_owned());
    assert_eq!(said[0], "đọc theo thứ tự trong bảng, nguồn không in hạng");
    assert_eq!(said[1], "read off the order of the table; the source prints no rank");
}

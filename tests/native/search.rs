//! Finding a place by what people type.

use crate::support::{laws, record};
use proptest::prelude::*;
use std::sync::OnceLock;
use tinh_so::domain::{Record, fold, search_places};

fn places() -> &'static Record {
    static PLACES: OnceLock<Record> = OnceLock::new();
    PLACES.get_or_init(|| {
        record()
            .place("ba-ria-vung-tau")
            .named("Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau", "BR-VT")
            .alias("BRVT")
            .place("dong-nai")
            .named("Đồng Nai", "Dong Nai", "Đồng Nai")
            .place("dong-nai-cu")
            .named("Đồng Nai (cũ)", "Dong Nai (former)", "Đồng Nai")
            .place("dong-thap")
            .named("Đồng Tháp", "Dong Thap", "Đồng Tháp")
            .place("ha-nam")
            .named("Hà Nam", "Ha Nam", "Hà Nam")
            .place("ha-nam-marked")
            .named("Hạ Năm", "Ha Nam Two", "Hạ Năm")
            .place("ha-noi")
            .named("Hà Nội", "Hanoi", "Hà Nội")
            .place("hoa-binh")
            .named("Hòa Bình", "Hoa Binh", "Hòa Bình")
            .alias("Hoà Bình")
            .place("ho-chi-minh")
            .named("Hồ Chí Minh", "Ho Chi Minh City", "TP.HCM")
            .alias("TPHCM")
            .alias("Sài Gòn")
            .place("hue")
            .named("Huế", "Hue", "Huế")
            .alias("Thừa Thiên - Huế")
            .place("thanh-hoa")
            .named("Thanh Hóa", "Thanh Hoa", "Thanh Hóa")
            .build()
    })
}

fn found(question: &str) -> Vec<&'static str> {
    search_places(places(), question, 100).into_iter().map(|hit| &*places().place(&hit.place.id).unwrap().id).collect()
}

fn first(question: &str) -> &'static str {
    found(question).first().copied().unwrap_or("nothing")
}

#[test]
fn dong_nai_is_found_however_it_is_typed() {
    // The last one as macOS and some keyboards send it: each mark a character of its own.
    for typed in [
        "dong nai",
        "DONG NAI",
        "đồng nai",
        "Đồng Nai",
        "ĐỒNG NAI",
        "  dong   nai ",
        "dong-nai",
        "dong.nai",
        "Đo\u{302}\u{300}ng Nai",
    ] {
        assert_eq!(found(typed), ["dong-nai", "dong-nai-cu"], "{typed}");
    }
}

#[test]
fn a_former_unit_is_found_by_saying_so() {
    assert_eq!(found("đồng nai (cũ)"), ["dong-nai-cu"]);
    assert_eq!(found("dong nai cu"), ["dong-nai-cu"]);
}

#[test]
fn look_alikes_of_the_letter_d_with_a_bar_are_understood() {
    for typed in ["Ðồng Tháp", "Ɖồng Tháp", "ðồng tháp", "ɖồng tháp"] {
        assert_eq!(found(typed), ["dong-thap"], "{typed}");
    }
    assert_eq!(fold("Ð"), "d");
}

#[test]
fn the_short_names_people_use_are_understood() {
    for (typed, expected) in [
        ("tp.hcm", "ho-chi-minh"),
        ("TP HCM", "ho-chi-minh"),
        ("tphcm", "ho-chi-minh"),
        ("sai gon", "ho-chi-minh"),
        ("Sài Gòn", "ho-chi-minh"),
        ("br-vt", "ba-ria-vung-tau"),
        ("brvt", "ba-ria-vung-tau"),
        ("ba ria vung tau", "ba-ria-vung-tau"),
        ("vũng tàu", "ba-ria-vung-tau"),
        ("thua thien hue", "hue"),
        ("Hoà Bình", "hoa-binh"),
        ("hanoi", "ha-noi"),
    ] {
        assert_eq!(first(typed), expected, "{typed}");
    }
}

#[test]
fn a_hit_under_another_spelling_says_which() {
    let alias = |typed: &str| search_places(places(), typed, 1)[0].alias.as_deref().map(str::to_owned);
    assert_eq!(alias("sai gon").as_deref(), Some("Sài Gòn"));
    assert_eq!(alias("thua thien").as_deref(), Some("Thừa Thiên - Huế"));
    assert_eq!(alias("hue"), None);
}

#[test]
fn exact_marks_outrank_folded_ones() {
    assert_eq!(first("hà nam"), "ha-nam");
    assert_eq!(first("hạ năm"), "ha-nam-marked");
    assert_eq!(found("hạ năm"), ["ha-nam-marked", "ha-nam"]);
}

#[test]
fn whole_names_come_before_beginnings_and_beginnings_before_insides() {
    // "Huế" is a whole name; "hoa" begins Hòa Bình and stands inside Thanh Hóa.
    assert_eq!(found("hoa"), ["hoa-binh", "thanh-hoa"]);
    assert_eq!(first("hue"), "hue");
    // A word's beginning before the inside of one: "an" is inside Thanh, Tháp is not it.
    assert_eq!(found("thap"), ["dong-thap"]);
    assert_eq!(found("nh"), ["hoa-binh", "ho-chi-minh", "thanh-hoa"]);
}

#[test]
fn an_empty_question_finds_nothing() {
    for typed in ["", " ", "\t\n", "-", "...", "\u{301}", "🙂", "\u{200b}"] {
        assert_eq!(found(typed), [""; 0], "{typed:?}");
    }
}

#[test]
fn a_name_nobody_has_finds_nothing() {
    for typed in ["london", "dong nai xx", "đồng naiii", "hxx", "河內"] {
        assert_eq!(found(typed), [""; 0], "{typed}");
    }
}

#[test]
fn no_more_are_given_than_asked_for() {
    let (all, three) = (found("h"), search_places(places(), "h", 3));
    assert!(all.len() > 3);
    assert_eq!(three.iter().map(|hit| &*hit.place.id).collect::<Vec<_>>(), all[..3]);
    assert_eq!(search_places(places(), "h", 0).len(), 0);
}

#[test]
fn folding_leaves_plain_words() {
    assert_eq!(fold("Thừa Thiên–Huế"), "thua thien hue");
    assert_eq!(fold(" Đắk  Lắk. "), "dak lak");
    assert_eq!(fold("ƯƠNG ỷ ọ Ẫ"), "uong y o a");
}

#[test]
fn one_wrong_letter_is_forgiven() {
    for (typed, expected) in [
        ("đồng naii", "dong-nai"),
        ("dogn nai", "dong-nai"),
        ("dng nai", "dong-nai"),
        ("dongnai", "dong-nai"),
        ("xong nai", "dong-nai"),
        // Not typed to the end yet.
        ("donh n", "dong-nai"),
        ("hoa bimh", "hoa-binh"),
        ("vung tao", "ba-ria-vung-tau"),
        ("hye", "hue"),
        ("sai gom", "ho-chi-minh"),
        ("thua thein hue", "hue"),
    ] {
        assert_eq!(first(typed), expected, "{typed}");
    }
    // What begins like that is meant, not its neighbour.
    assert_eq!(found("ha na"), ["ha-nam", "ha-nam-marked"]);
}

proptest! {
    #![proptest_config(laws(256))]

    #[test]
    fn a_place_is_found_with_one_letter_wrong(n in 0..11_usize, at in 0..30_usize, way in 0..4, other in "[a-z]") {
        let place = &places().places()[n];
        let mut typed: Vec<char> = fold(&place.short).chars().collect();
        let at = at % typed.len();
        match way {
            0 => typed[at] = other.chars().next().unwrap(),
            1 => typed.insert(at, other.chars().next().unwrap()),
            2 if at > 0 => typed.swap(at - 1, at),
            _ if typed.len() > 3 => _ = typed.remove(at),
            _ => {}
        }
        let typed: String = typed.into_iter().collect();
        prop_assert!(found(&typed).contains(&&*place.id), "{} for {}", typed, place.short);
    }

    #[test]
    fn nothing_typed_makes_search_fail(typed in "\\PC{0,40}") {
        let _ = search_places(places(), &typed, 5);
    }

    #[test]
    fn folding_what_is_folded_changes_nothing(typed in "[ -~À-ỹ\u{300}-\u{323}]{0,30}") {
        let once = fold(&typed);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn a_place_is_found_by_any_beginning_of_its_name(n in 0..11_usize, length in 1..20_usize) {
        let place = &places().places()[n];
        let beginning: String = place.name.vi.chars().take(length).collect();
        prop_assert!(found(&beginning).contains(&&*place.id), "{}", beginning);
        prop_assert!(found(&fold(&beginning)).contains(&&*place.id), "{}", beginning);
    }
}

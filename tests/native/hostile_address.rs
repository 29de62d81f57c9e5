//! What messengers, typos and attackers make of an address: never a panic, and never a notice that hides something.

use crate::support::laws;
use proptest::prelude::*;
use tinh_so::address::{Address, Base, Notice, Page, decode_query};

const KEYS: [&str; 6] = ["topic", "indicator", "places", "time", "view", "basis"];

/// Takes no width, turns the direction of reading, or begins a new line.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Every notice can be shown as it is: short, and nothing unseen in it.
#[track_caller]
fn assert_showable(notices: &[Notice]) {
    for notice in notices {
        if let Notice::Unknown { key, value } = notice {
            assert!(KEYS.contains(key));
            assert!(value.chars().count() <= 61, "{} characters", value.chars().count());
            assert!(!value.contains(is_unseen), "{value:?}");
        }
    }
}

/// The notices for a value under each key.
fn all_keys(value: &str) -> Vec<Notice> {
    KEYS.iter().flat_map(|key| decode_query(&format!("{key}={value}")).1).collect()
}

fn escaped(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

#[test]
fn hostile_values_are_named_and_left_aside() {
    for value in [
        "__proto__",
        "constructor.prototype",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "../../../etc/passwd",
        "%zz",
        "%",
        "%e1%ba",
        "%ff%fe",
        "%00",
        "'; DROP TABLE places;--",
        "{{7*7}}",
        "٢٠٢٢",
        "-",
    ] {
        let notices = all_keys(value);
        assert_eq!(notices.len(), KEYS.len(), "{value}: {notices:?}");
        assert_showable(&notices);
    }
}

#[test]
fn a_notice_quotes_markup_as_the_text_it_is() {
    assert_eq!(
        decode_query("topic=%3Cscript%3Ealert(1)%3C/script%3E").1,
        [Notice::Unknown { key: "topic", value: "<script>alert(1)</script>".to_owned() }]
    );
}

#[test]
fn nothing_unseen_gets_into_a_notice() {
    for unseen in [
        '\u{0}',
        '\u{7}',
        '\n',
        '\r',
        '\t',
        '\u{7f}',
        '\u{85}',
        '\u{ad}',
        '\u{34f}',
        '\u{61c}',
        '\u{115f}',
        '\u{180e}',
        '\u{200b}',
        '\u{200c}',
        '\u{200d}',
        '\u{200e}',
        '\u{200f}',
        '\u{2028}',
        '\u{2029}',
        '\u{202a}',
        '\u{202e}',
        '\u{2060}',
        '\u{2064}',
        '\u{2066}',
        '\u{2069}',
        '\u{206f}',
        '\u{3164}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{fff9}',
        '\u{e0001}',
        '\u{e0041}',
        '\u{e0100}',
    ] {
        for value in [format!("Ha{unseen}noi"), escaped(&format!("Ha{unseen}noi"))] {
            let (_, notices) = decode_query(&format!("topic={value}"));
            let shown = Notice::Unknown { key: "topic", value: "Hanoi".to_owned() };
            assert_eq!(notices, [shown], "U+{:04X}", u32::from(unseen));
        }
    }
}

#[test]
fn a_right_to_left_override_cannot_turn_a_notice_round() {
    let (_, notices) = decode_query("places=\u{202e}ion-ah\u{202c}");
    assert_eq!(notices, [Notice::Unknown { key: "places", value: "ion-ah".to_owned() }]);
}

#[test]
fn a_long_value_is_cut_to_a_readable_length() {
    for value in ["a".repeat(10_000), "Ơ".repeat(10_000), escaped(&"Ơ".repeat(5_000)), "%".repeat(10_000)] {
        let notices = all_keys(&value);
        assert_eq!(notices.len(), KEYS.len());
        assert_showable(&notices);
        let Notice::Unknown { value, .. } = &notices[0] else { panic!("{notices:?}") };
        assert!(value.ends_with('…'), "{value}");
    }
}

#[test]
fn ten_thousand_places_are_six_and_one_notice() {
    let many: Vec<String> = (0..10_000).map(|n| format!("p{n}")).collect();
    let (selection, notices) = decode_query(&format!("places={}", many.join("~")));
    assert_eq!(selection.places.len(), 6);
    assert!(matches!(notices[..], [Notice::TooMany { left_out }] if left_out > 100), "{notices:?}");
}

#[test]
fn a_deep_path_is_not_found() {
    for path in ["a/".repeat(10_000), "/".repeat(10_000) + "x", "tinh/".to_owned() + &"a".repeat(10_000)] {
        assert_eq!(Page::parse(&path).1, Page::NotFound);
    }
}

proptest! {
    #![proptest_config(laws(512))]

    #[test]
    fn no_text_at_all_makes_reading_an_address_fail(path in any::<String>(), query in any::<String>()) {
        let (address, notices) = Address::parse(&path, &query);
        assert_showable(&notices);
        // What was understood is a good address of its own.
        let again = address.to_path();
        let (path, query) = again.split_once('?').unwrap_or((&again, ""));
        prop_assert_eq!(Address::parse(path, query).0.selection, address.selection);
        let _ = Base::new(path).inside(query);
    }

    #[test]
    fn no_value_of_a_known_key_makes_reading_fail(
        pairs in prop::collection::vec((prop::sample::select(&KEYS[..]), "[a-z0-9~.%/+ -]{0,30}|\\PC{0,20}|(%[0-9a-f]{2}){0,20}"), 0..8)
    ) {
        let query: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let (selection, notices) = decode_query(&query.join("&"));
        assert_showable(&notices);
        prop_assert!(selection.places.len() <= 6);
    }
}

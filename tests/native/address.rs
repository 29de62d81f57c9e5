//! Pages and views to and from a URL, in both languages, under any folder.

use crate::{
    period::any_period,
    support::{ids, indicator, laws, period, topic},
};
use proptest::prelude::*;
use tinh_so::{
    address::{Address, Base, Notice, Page, decode_query, encode_query},
    domain::*,
    text::Locale,
};

fn id() -> impl Strategy<Value = Id> {
    "[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,4}".prop_map(Id::from)
}

fn page() -> impl Strategy<Value = Page> {
    prop_oneof![
        Just(Page::Home),
        Just(Page::Compare),
        Just(Page::Sources),
        Just(Page::Method),
        Just(Page::Data),
        Just(Page::Changes),
        Just(Page::About),
        id().prop_map(Page::Theme),
        id().prop_map(Page::Indicator),
        id().prop_map(Page::Place),
        id().prop_map(Page::Source),
    ]
}

pub fn selection() -> impl Strategy<Value = Selection> {
    let subject = prop_oneof![id().prop_map(Subject::Topic), id().prop_map(Subject::Indicator)];
    let time = (any_period(), any_period()).prop_map(|(a, b)| format!("{a}..{b}").parse::<TimeSpan>().unwrap());
    let time = prop_oneof![any_period().prop_map(|it| TimeSpan::one(period(&it))), time];
    let view = prop::sample::select(ViewKind::CODES).prop_map(|(view, _)| view);
    let basis = prop_oneof![Just(Basis::Former63), Just(Basis::Current34)];
    (
        prop::option::of(subject),
        prop::collection::btree_set(id(), 0..=MOST_PLACES)
            .prop_map(|places| places.into_iter().collect())
            .prop_shuffle(),
        prop::option::of(time),
        prop::option::of(view),
        prop::option::of(basis),
    )
        .prop_map(|(subject, places, time, view, basis)| Selection { subject, places, time, view, basis })
}

fn address() -> impl Strategy<Value = Address> {
    let locale = prop::sample::select(&Locale::ALL[..]);
    (locale, page(), selection()).prop_map(|(locale, page, selection)| Address { locale, page, selection })
}

/// As a browser would: path and query apart.
fn parse(address: &str) -> (Address, Vec<Notice>) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Address::parse(path, query)
}

proptest! {
    #![proptest_config(laws(512))]

    #[test]
    fn every_view_of_every_page_survives_its_address(address in address()) {
        let (back, notices) = parse(&address.to_path());
        prop_assert_eq!(&back, &address);
        prop_assert_eq!(notices, []);
        prop_assert_eq!(back.to_path(), address.to_path());
    }

    #[test]
    fn messengers_leave_an_address_whole(address in address()) {
        // Facebook and Zalo mangle commas, slashes in the query, brackets and anything beyond ASCII.
        let path = address.to_path();
        let query = path.split_once('?').map_or("", |(_, query)| query);
        prop_assert!(query.bytes().all(|b| b.is_ascii_alphanumeric() || b"-~=&.%".contains(&b)), "{}", query);
    }

    #[test]
    fn an_address_survives_under_any_folder(address in address(), folder in "/{0,2}([a-z]{1,8}(/[a-z]{1,8}){0,2})?/{0,2}") {
        let base = Base::new(&folder);
        let link = base.link(&address);
        prop_assert!(link.starts_with('/') && !link.starts_with("//"), "{}", &link);
        let (path, query) = link.split_once('?').unwrap_or((&link, ""));
        let inside = base.inside(path).unwrap();
        prop_assert_eq!(Address::parse(inside, query).0, address);
    }

    #[test]
    fn the_other_language_shows_the_same_view_and_back_again(address in address()) {
        let other = address.translated();
        prop_assert_eq!(&other.selection, &address.selection);
        prop_assert_eq!(&other.page, &address.page);
        prop_assert_ne!(other.to_path(), address.to_path());
        prop_assert_eq!(parse(&other.to_path()).0.translated(), address);
    }
}

#[test]
fn each_page_has_a_path_in_each_language() {
    for (page, vi, en) in [
        (Page::Home, "", "en/"),
        (Page::Compare, "so-sanh/", "en/compare/"),
        (Page::Theme("broadband".into()), "chu-de/broadband/", "en/themes/broadband/"),
        (Page::Indicator("dti".into()), "chi-so/dti/", "en/indicators/dti/"),
        (Page::Place("dong-nai-cu".into()), "tinh/dong-nai-cu/", "en/places/dong-nai-cu/"),
        (Page::Sources, "nguon/", "en/sources/"),
        (Page::Source("papi-2022".into()), "nguon/papi-2022/", "en/sources/papi-2022/"),
        (Page::Method, "phuong-phap/", "en/method/"),
        (Page::About, "gioi-thieu/", "en/about/"),
        (Page::Data, "du-lieu/", "en/data/"),
        (Page::Changes, "thay-doi/", "en/changes/"),
    ] {
        for (locale, path) in [(Locale::Vi, vi), (Locale::En, en)] {
            assert_eq!(page.to_path(locale), path);
            let bare = path.trim_end_matches('/');
            for spelled in [path.to_owned(), bare.to_owned(), format!("{path}index.html"), format!("/{path}")] {
                assert_eq!(Page::parse(&spelled), (locale, page.clone()), "{spelled}");
            }
        }
    }
    assert_eq!(Locale::ALL.map(|locale| Page::NotFound.to_path(locale)), ["404.html", "404.html"]);
    assert_eq!(Page::parse("404.html"), (Locale::Vi, Page::NotFound));
}

#[test]
fn a_path_of_one_language_is_no_page_of_the_other() {
    for (path, locale) in [("compare/", Locale::Vi), ("en/so-sanh/", Locale::En), ("en/tinh/ha-noi/", Locale::En)] {
        assert_eq!(Page::parse(path), (locale, Page::NotFound), "{path}");
    }
}

#[test]
fn english_is_a_folder_named_en_and_nothing_that_merely_begins_so() {
    assert_eq!(Page::parse("en"), (Locale::En, Page::Home));
    for path in ["english/", "english/compare/", "en-us/", "enindex.html"] {
        assert_eq!(Page::parse(path), (Locale::Vi, Page::NotFound), "{path}");
    }
}

#[test]
fn a_path_too_long_too_short_or_misspelled_is_not_found() {
    for path in [
        "tinh/",
        "chi-so/",
        "chu-de",
        "tinh/ha-noi/x/",
        "so-sanh/x/",
        "phuong-phap/x",
        "tinh//ha-noi/",
        "Tinh/ha-noi/",
        "tinh/Ha-Noi/",
        "tinh/hà-nội/",
        "tinh/ha_noi/",
        "tinh/-ha/",
        "tinh/../",
        "wp-login.php",
        "so-sanhindex.html",
        "tinh/ha-noiindex.html",
        "index.htm",
    ] {
        assert_eq!(Page::parse(path).1, Page::NotFound, "{path}");
    }
}

#[test]
fn the_default_view_has_a_bare_address() {
    assert_eq!(Address::of(Locale::Vi, Page::Compare).to_path(), "so-sanh/");
    assert_eq!(encode_query(&Selection::default()), "");
}

#[test]
fn a_view_reads_like_a_sentence_in_its_address() {
    let selection = Selection {
        subject: Some(topic("smartphones")),
        places: ids(&["dong-nai-cu", "dong-thap-cu"]),
        time: Some("2022..2024".parse().unwrap()),
        view: Some(ViewKind::Line),
        basis: Some(Basis::Former63),
    };
    let written = "topic=smartphones&places=dong-nai-cu~dong-thap-cu&time=2022..2024&view=line&basis=63";
    assert_eq!(encode_query(&selection), written);
    let interval = Selection { time: Some(TimeSpan::one(period("2022-01/2022-11"))), ..Selection::default() };
    assert_eq!(encode_query(&interval), "time=2022-01%2F2022-11");
    assert_eq!(decode_query("time=2022-01/2022-11").0, interval);
}

#[test]
fn the_places_keep_the_reader_s_order() {
    assert_eq!(decode_query("places=ha-noi~an-giang~hue").0.places, ids(&["ha-noi", "an-giang", "hue"]));
}

#[test]
fn a_base_is_one_folder_however_it_is_spelled() {
    for spelled in ["some/folder", "/some/folder", "some/folder/", "/some/folder/", "//some/folder//"] {
        assert_eq!(Base::new(spelled).as_str(), "/some/folder/");
    }
    for spelled in ["", "/", "//"] {
        assert_eq!(Base::new(spelled).as_str(), "/");
    }
}

#[test]
fn a_base_knows_what_lies_inside_it() {
    let base = Base::new("tinh-so");
    assert_eq!(base.inside("/tinh-so/so-sanh/"), Some("so-sanh/"));
    assert_eq!(base.inside("/tinh-so/"), Some(""));
    assert_eq!(base.inside("/tinh-so"), Some(""));
    assert_eq!(base.inside("/tinh-so-khac/"), None);
    assert_eq!(base.inside("/"), None);
    assert_eq!(base.file("data/latest/index.json"), "/tinh-so/data/latest/index.json");
    assert_eq!(Base::new("/").inside("/so-sanh/"), Some("so-sanh/"));
}

// --- What is not understood ---

#[test]
fn keys_of_others_are_passed_over_in_silence() {
    let (selection, notices) = decode_query("fbclid=IwAR0&utm_source=zalo&topic=smartphones&x&=&&PLACES=hue");
    assert_eq!(selection, Selection { subject: Some(topic("smartphones")), ..Selection::default() });
    assert_eq!(notices, []);
}

#[test]
fn each_value_that_is_no_such_thing_gets_a_notice_and_the_rest_stays() {
    let (selection, notices) =
        decode_query("topic=Smart%20Phones&places=hue~Hà+Nội~an-giang&time=abc&view=pie&basis=35");
    assert_eq!(selection, Selection { places: ids(&["hue", "an-giang"]), ..Selection::default() });
    let unknown = |key, value: &str| Notice::Unknown { key, value: value.to_owned() };
    assert_eq!(
        notices,
        [
            unknown("topic", "Smart Phones"),
            unknown("places", "Hà Nội"),
            unknown("time", "abc"),
            unknown("view", "pie"),
            unknown("basis", "35"),
        ]
    );
}

#[test]
fn of_seven_places_six_stay_and_a_notice_says_so() {
    let (selection, notices) = decode_query("places=a~b~c~d~e~f~g~a");
    assert_eq!(selection.places, ids(&["a", "b", "c", "d", "e", "f"]));
    assert_eq!(notices, [Notice::TooMany { left_out: 1 }]);
    assert_eq!(decode_query("places=a~b~c~d~e~f~a~b").1, [], "the same six again are not too many");
}

#[test]
fn a_key_said_twice_counts_once_and_a_notice_says_so() {
    let (selection, notices) = decode_query("places=hue&view=bar&places=ha-noi");
    assert_eq!(selection.places, ids(&["hue"]));
    assert_eq!(selection.view, Some(ViewKind::Bar));
    assert_eq!(notices, [Notice::Twice { key: "places" }]);
}

#[test]
fn of_a_topic_and_an_indicator_the_first_counts_and_the_other_is_named() {
    let (selection, notices) = decode_query("indicator=dti&topic=smartphones");
    assert_eq!(selection.subject, Some(indicator("dti")));
    assert_eq!(notices, [Notice::Unknown { key: "topic", value: "smartphones".to_owned() }]);
}

#[test]
fn a_key_without_a_value_is_the_default() {
    assert_eq!(decode_query("topic=&places=&time=&view&basis="), (Selection::default(), Vec::new()));
}

#[test]
fn an_address_escaped_by_a_messenger_is_read_all_the_same() {
    let (selection, notices) = decode_query("places=dong%2Dnai%7Ehue&time=2022%2e%2E2024");
    assert_eq!(selection.places, ids(&["dong-nai", "hue"]));
    assert_eq!(selection.time, "2022..2024".parse().ok());
    assert_eq!(notices, []);
}

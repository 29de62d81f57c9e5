//! From what the reader asked to what a page shows and loads.

use crate::support::{ids, indicator, record, topic};
use tinh_so::{
    address::{Life, Notice, Page},
    domain::*,
    figure::{Change, asked, defaults, needs, resolve, subject_code},
    snapshot::SnapshotId,
};

fn world() -> Record {
    let mut record = record()
        .place("dong-nai-cu")
        .former()
        .place("dong-thap-cu")
        .former()
        .place("dong-nai")
        .place("dong-thap")
        .place("hue")
        .indicator("portal-paid-online")
        .under_topic("online-fees")
        .indicator("coverage")
        .under_topic("broadband")
        .indicator("subscribers")
        .under_topic("broadband")
        .headline()
        .indicator("phones")
        .under_topic("smartphones")
        .headline()
        .indicator("population")
        .under_topic("people")
        .headline()
        .observation("hue", "subscribers", "2022", 1.0)
        .observation("hue", "phones", "2022", 1.0)
        .from("report-of-hue")
        .build();
    for summary in &mut record.summaries {
        summary.theme = if &*summary.id == "population" { "supporting".into() } else { "broadband".into() };
    }
    record.themes.push(Theme {
        id: "supporting".into(),
        main: false,
        name: Words::new("Khác", "Other"),
        question: Words::default(),
    });
    record
}

fn unknown(key: &'static str, value: &str) -> Notice {
    Notice::Unknown { key, value: value.to_owned() }
}

fn compare_page(selection: Selection) -> (Subject, Vec<Id>, Vec<Notice>) {
    let (question, notices) = resolve(&world(), &Page::Compare, &selection);
    let question = question.unwrap();
    (question.subject, question.places.iter().map(|place| place.id.clone()).collect(), notices)
}

#[test]
fn the_compare_page_opens_with_two_provinces_of_today() {
    let (subject, places, notices) = compare_page(Selection::default());
    assert_eq!((subject, places), (indicator("portal-paid-online"), ids(&["dong-nai", "dong-thap"])));
    assert_eq!(notices, []);
}

#[test]
fn places_of_before_the_mergers_are_not_asked_about_a_measurement_of_today() {
    let asked = Selection { places: ids(&["dong-nai-cu", "hue"]), ..Selection::default() };
    assert_eq!(compare_page(asked), (topic("smartphones"), ids(&["dong-nai-cu", "hue"]), vec![]));
}

#[test]
fn what_the_reader_chose_replaces_the_default() {
    let asked = Selection { subject: Some(indicator("coverage")), places: ids(&["hue"]), ..Selection::default() };
    assert_eq!(compare_page(asked), (indicator("coverage"), ids(&["hue"]), vec![]));
}

#[test]
fn a_subject_without_places_is_about_everyone() {
    let asked = Selection { subject: Some(topic("broadband")), ..Selection::default() };
    assert_eq!(compare_page(asked), (topic("broadband"), vec![], vec![]));
}

#[test]
fn places_without_a_subject_are_asked_about_the_default_one() {
    let asked = Selection { places: ids(&["hue"]), ..Selection::default() };
    assert_eq!(compare_page(asked), (indicator("portal-paid-online"), ids(&["hue"]), vec![]));
}

#[test]
fn an_unknown_place_is_named_and_the_others_stay_in_order() {
    let asked = Selection { places: ids(&["hue", "atlantis", "dong-nai-cu"]), ..Selection::default() };
    let (_, places, notices) = compare_page(asked);
    assert_eq!(places, ids(&["hue", "dong-nai-cu"]));
    assert_eq!(notices, [unknown("places", "atlantis")]);
}

#[test]
fn an_unknown_subject_is_named_and_the_places_time_and_view_stay() {
    for (subject, notice) in [
        (topic("telegraphs"), unknown("topic", "telegraphs")),
        (indicator("telegraphs"), unknown("indicator", "telegraphs")),
        // An indicator is no topic.
        (topic("coverage"), unknown("topic", "coverage")),
    ] {
        let asked = Selection {
            subject: Some(subject),
            places: ids(&["hue"]),
            time: "2022".parse().ok(),
            view: Some(ViewKind::Table),
            basis: Some(Basis::Current34),
        };
        let (question, notices) = resolve(&world(), &Page::Compare, &asked);
        let question = question.unwrap();
        assert_eq!(notices, [notice]);
        assert_eq!(question.subject, indicator("portal-paid-online"));
        assert_eq!(&*question.places[0].id, "hue");
        assert_eq!((question.time, question.view, question.basis), (asked.time, asked.view, asked.basis));
    }
}

#[test]
fn an_indicator_page_is_about_its_indicator_whatever_the_address_says() {
    let asked = Selection { subject: Some(topic("smartphones")), places: ids(&["hue"]), ..Selection::default() };
    let (question, notices) = resolve(&world(), &Page::Indicator("coverage".into()), &asked);
    assert_eq!(question.unwrap().subject, indicator("coverage"));
    assert_eq!(notices, []);
}

#[test]
fn a_page_about_an_unknown_indicator_has_no_view() {
    let (question, notices) = resolve(&world(), &Page::Indicator("telegraphs".into()), &Selection::default());
    assert_eq!(question, None);
    assert_eq!(notices, [unknown("indicator", "telegraphs")]);
}

#[test]
fn pages_of_text_have_no_view() {
    for page in [Page::Home, Page::Method, Page::About, Page::NotFound, Page::Sources, Page::Place("hue".into())] {
        assert_eq!(defaults(&page), Selection::default());
        assert_eq!(resolve(&world(), &page, &Selection::default()), (None, vec![]));
    }
}

// --- The files a page loads ---

fn loads(page: Page, selection: Selection) -> Vec<String> {
    needs(&world(), &page, &selection).iter().map(SnapshotId::path).collect()
}

#[test]
fn a_topic_loads_every_indicator_that_answers_it_headline_first() {
    let asked = Selection { subject: Some(topic("broadband")), ..Selection::default() };
    assert_eq!(loads(Page::Compare, asked), ["indicators/subscribers.json", "indicators/coverage.json"]);
    assert_eq!(loads(Page::Compare, Selection::default()), ["indicators/portal-paid-online.json"]);
}

#[test]
fn a_page_about_one_thing_loads_one_file() {
    let alone = |page| loads(page, Selection::default());
    assert_eq!(alone(Page::Indicator("coverage".into())), ["indicators/coverage.json"]);
    assert_eq!(alone(Page::Place("hue".into())), ["places/hue.json"]);
    assert_eq!(alone(Page::Source("papi-2022".into())), ["sources/papi-2022.json"]);
    assert_eq!(alone(Page::Sources), ["catalog.json"]);
    for page in [Page::About, Page::NotFound] {
        assert_eq!(alone(page), [""; 0]);
    }
    assert_eq!(alone(Page::Method).len(), 5, "its examples are found in the whole record");
    assert_eq!(Page::Method.life(), Life::Still, "and no browser loads it");
}

#[test]
fn an_id_the_index_does_not_know_is_never_fetched() {
    assert_eq!(loads(Page::Indicator("telegraphs".into()), Selection::default()), [""; 0]);
    assert_eq!(loads(Page::Place("atlantis".into()), Selection::default()), [""; 0]);
    let asked = Selection { subject: Some(indicator("telegraphs")), ..Selection::default() };
    assert_eq!(loads(Page::Compare, asked), ["indicators/portal-paid-online.json"]);
}

#[test]
fn a_theme_and_the_home_page_load_headline_figures_only() {
    // Reported by a province about itself, `phones` is no common measurement.
    assert_eq!(loads(Page::Theme("broadband".into()), Selection::default()), ["indicators/subscribers.json"]);
    assert_eq!(loads(Page::Theme("telegraphs".into()), Selection::default()), [""; 0]);
    let home = loads(Page::Home, Selection::default());
    assert!(home.contains(&"indicators/subscribers.json".to_owned()));
    assert!(!home.iter().any(|path| path.contains("coverage") || path.contains("population")), "{home:?}");
}

/// The selection after choices, each given as a control says it.
fn after(page: &Page, begin: Selection, choices: &[(&str, &str)]) -> Selection {
    let record = world();
    choices.iter().fold(begin, |selection, (kind, value)| {
        let change = Change::parse(kind, value).unwrap_or_else(|| panic!("{kind}={value} is a choice"));
        asked(&record, page, &selection, change)
    })
}

#[test]
fn a_choice_on_the_default_comparison_keeps_what_the_default_shows() {
    let more = after(&Page::Compare, Selection::default(), &[("add", "hue")]);
    assert_eq!(more.subject, Some(indicator("portal-paid-online")));
    assert_eq!(more.places, ids(&["dong-nai", "dong-thap", "hue"]));
}

#[test]
fn choices_that_lead_back_to_the_default_ask_for_nothing() {
    let choices = [("add", "hue"), ("from", "2022"), ("from", ""), ("remove", "hue")];
    assert_eq!(after(&Page::Compare, Selection::default(), &choices), Selection::default());
}

#[test]
fn another_subject_begins_without_a_time_and_without_a_kind_of_chart() {
    let choices = [("from", "2022"), ("view", "line"), ("subject", "indicator:coverage")];
    let asked = after(&Page::Compare, Selection::default(), &choices);
    assert_eq!(asked.subject, Some(indicator("coverage")));
    assert_eq!((asked.time, asked.view), (None, None));
}

#[test]
fn an_end_before_the_beginning_moves_the_beginning_along() {
    let time = |choices: &[(&str, &str)]| {
        after(&Page::Compare, Selection::default(), choices).time.map(|it| it.to_string()).unwrap_or_default()
    };
    assert_eq!(time(&[("from", "2022"), ("to", "2024")]), "2022..2024");
    assert_eq!(time(&[("from", "2022"), ("to", "2020")]), "2020");
    assert_eq!(time(&[("from", "2020"), ("to", "2022"), ("from", "2023")]), "2023");
}

#[test]
fn no_more_places_than_can_be_told_apart_and_none_twice() {
    let six = ids(&["dong-nai-cu", "dong-thap-cu", "hue", "a", "b", "c"]);
    let page = Page::Indicator("phones".into());
    let full = Selection { places: six.clone(), ..Selection::default() };
    assert_eq!(after(&page, full, &[("add", "d")]).places, six);
    assert_eq!(after(&page, Selection::default(), &[("add", "hue"), ("add", "hue")]).places, ids(&["hue"]));
}

#[test]
fn a_control_that_says_nothing_known_changes_nothing() {
    for (kind, value) in [("view", "pie"), ("basis", "35"), ("subject", "hue"), ("subject", "x:y"), ("", "")] {
        assert_eq!(Change::parse(kind, value), None, "{kind}={value}");
    }
    for subject in [topic("smartphones"), indicator("phones")] {
        assert_eq!(Change::parse("subject", &subject_code(&subject)), Some(Change::Subject(subject)));
    }
}

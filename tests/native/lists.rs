//! What of many figures is drawn, what is listed beside it, and what is named.

use crate::{
    panels::{chosen, everyone, places, standings},
    support::{ask, record, topic},
};
use tinh_so::{
    domain::*,
    figure::{Panel, Row, view},
};

#[test]
fn the_country_is_not_ranked_with_its_provinces() {
    let with_country = record()
        .country("viet-nam")
        .observation("viet-nam", "fibre", "2022", 70.0)
        .observation("a", "fibre", "2022", 60.0)
        .observation("b", "fibre", "2022", 80.0);
    let panel = everyone(with_country, |_| {});
    assert_eq!(standings(&panel), ["1 b", "2 a"]);
    assert_eq!(&*panel.reference[0].place.id, "viet-nam");
    assert_eq!(panel.verdict.sign, Sign::Comparable);
}

#[test]
fn of_own_reports_the_newest_is_drawn_and_the_earlier_are_listed() {
    let panel = everyone(
        record()
            .observation("a", "fibre", "2021", 50.0)
            .from("report-of-a")
            .observation("a", "fibre", "2022", 60.0)
            .from("report-of-a")
            .observation("a", "fibre", "2022", 65.0)
            .from("another-of-a")
            .observation("b", "fibre", "2020", 80.0)
            .from("report-of-b"),
        |_| {},
    );
    let values = |rows: &[Row]| rows.iter().map(|row| row.observation.reading.number().unwrap()).collect::<Vec<_>>();
    assert_eq!((values(&panel.rows), values(&panel.earlier)), (vec![60.0, 65.0, 80.0], vec![50.0]));
    assert!(panel.verdict.has(ReasonKind::Disagreement), "both documents of a stay: {:?}", panel.verdict);
}

#[test]
fn neighbours_one_step_of_rounding_apart_are_named() {
    let figures = |values: [f64; 4]| {
        let all = ["a", "b", "c", "d"].iter().zip(values);
        everyone(all.fold(record(), |it, (place, value)| it.observation(place, "fibre", "2022", value)), |_| {})
    };
    let close =
        |panel: &Panel| -> Vec<String> { panel.close.iter().map(|[a, b]| format!("{} {}", a.id, b.id)).collect() };
    assert_eq!(close(&figures([0.54, 0.55, 0.6, 0.6])), ["a b"]);
    assert_eq!(close(&figures([54.0, 55.5, 60.0, 61.0])), [""; 0], "the finest figure gives the step");
}

#[test]
fn a_topic_without_places_shows_its_widest_definitions_and_names_the_rest() {
    let mut builder = record();
    for (n, id) in ["v", "w", "x", "y", "z"].iter().enumerate() {
        builder = builder.indicator(id).under_topic("fibre-of-all");
        for place in ["a", "b", "c", "d", "e"].iter().take(n + 1) {
            builder = builder.observation(place, id, "2022", 10.0);
        }
    }
    let record = builder.build();
    let asked = view(&record, ask(&record, topic("fibre-of-all"), &[]));
    let shown: Vec<&str> = asked.panels.iter().map(|panel| &*panel.indicator.id).collect();
    assert_eq!(shown, ["z", "y", "x"]);
    assert_eq!(asked.further.iter().map(|id| &**id).collect::<Vec<_>>(), ["w", "v"]);
}

#[test]
fn where_most_places_have_no_figure_nobody_is_ranked() {
    // Often only the ends of a table were published: the second of two is not the last of all.
    let two_of = |places: &[&str]| {
        let ends = record().observation("a", "fibre", "2022", 10.0).observation("b", "fibre", "2022", 5.0);
        everyone(places.iter().fold(ends, |it, place| it.place(place)), |_| {})
    };
    assert_eq!(two_of(&["c"]).ranked, Some(2));
    let few = two_of(&["c", "d"]);
    assert_eq!((few.ranked, few.without.len()), (None, 2));
    assert_eq!(few.verdict.sign, Sign::Comparable);
}

#[test]
fn figures_on_either_side_of_a_new_method_never_share_an_axis() {
    let stations = record()
        .new_method("fibre", "2024-10-16")
        .observation("a", "fibre", "2023", 50.0)
        .from("report-of-a")
        .observation("a", "fibre", "2025", 60.0)
        .from("report-of-a")
        .observation("b", "fibre", "2023", 80.0)
        .from("report-of-b");
    let asked = chosen(stations.clone(), &["a", "b"], |_| {});
    let drawn: Vec<Vec<&str>> = asked.panels.iter().map(|panel| places(&panel.rows)).collect();
    assert_eq!(drawn, [vec!["a", "b"], vec!["a"]]);
    assert_eq!(asked.verdict.sign, Sign::NotComparable);
    assert!(asked.panels.iter().all(|panel| panel.verdict.sign < Sign::NotComparable));
    // Of all places the newest method is drawn, what came before is listed.
    let all = everyone(stations, |_| {});
    assert_eq!((places(&all.rows), all.earlier.len()), (vec!["a"], 2));
}

#[test]
fn where_only_the_country_has_figures_they_are_shown() {
    let national = record()
        .country("viet-nam")
        .place("a")
        .observation("viet-nam", "fibre", "2022", 70.0)
        .observation("viet-nam", "fibre", "2023", 75.0);
    let panel = everyone(national, |_| {});
    assert_eq!(places(&panel.rows), ["viet-nam"], "its newest");
    assert_eq!((panel.reference.len(), panel.earlier.len()), (0, 1));
}

#[test]
fn who_is_only_in_another_document_is_shown_with_it() {
    let survey_of_others = record()
        .observation("a", "fibre", "2022", 70.0)
        .observation("b", "fibre", "2022", 75.0)
        .observation("c", "fibre", "2020", 80.0)
        .from("report-of-c");
    let asked = chosen(survey_of_others.clone(), &["c"], |_| {});
    assert_eq!(places(&asked.panels[0].rows), ["c"]);
    let all = everyone(survey_of_others.clone(), |_| {});
    assert_eq!((places(&all.rows), places(&all.also)), (vec!["b", "a"], vec!["c"]));
    assert!(all.without.is_empty());
    // Pinned, it is what the headline speaks of where nobody is ranked.
    let record = survey_of_others.clone().place("d").place("e").build();
    let pinned = everyone(survey_of_others.place("d").place("e"), |question| {
        question.places.push(record.place("c").unwrap().clone());
    });
    let said = tinh_so::figure::headline(&pinned, tinh_so::text::Locale::En).to_string();
    assert!(pinned.ranked.is_some() || said.starts_with("c province"), "{said}");
}

#[test]
fn a_change_at_one_place_hides_nobody_else() {
    let moved = record()
        .new_boundary("a", "2022-07-01")
        .observation("a", "fibre", "2023", 70.0)
        .from("report-of-a")
        .observation("b", "fibre", "2022", 75.0)
        .from("report-of-b");
    assert_eq!(places(&everyone(moved, |_| {}).rows), ["a", "b"]);
}

#[test]
fn what_can_be_said_speaks_of_the_chosen_whatever_is_drawn() {
    let mut builder =
        record().indicator("x").under_topic("net").indicator("y").among("dân", "people").under_topic("net");
    for place in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        builder = builder.observation(place, "x", "2022", 1.0).observation(place, "y", "2022", 2.0);
    }
    let record = builder.build();
    let mut question = ask(&record, topic("net"), &["g", "h"]);
    question.view = Some(ViewKind::Map);
    let said: Vec<String> = tinh_so::figure::can_say(&view(&record, question), tinh_so::text::Locale::En)
        .iter()
        .map(|said| said.to_string().chars().take(1).collect())
        .collect();
    assert_eq!(said, ["g", "h", "g", "h"], "each of them in turn");
}

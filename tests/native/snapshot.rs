//! Reading back what was written, and the exact word for each fault.

use crate::support::{VERSION, laws, record};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use tinh_so::{
    domain::*,
    snapshot::{Loaded, SnapshotError, SnapshotId, read, wire::*},
};

fn id() -> SnapshotId {
    SnapshotId::Indicator("fibre".into())
}

/// A record with something in every field a figures file carries.
fn figures() -> Record {
    record()
        .indicator("fibre")
        .decimals(1)
        .headline()
        .source("report", SourceKind::Press, "")
        .new_method("fibre", "2021")
        .new_boundary("dong-nai-cu", "2020-06")
        .observation("dong-nai-cu", "fibre", "2022-Q3", 83.5)
        .about()
        .noted("Số của tỉnh", "The province's figure")
        .observation("dong-thap-cu", "fibre", "2022-01/2022-11", 0.0)
        .from("report")
        .observation("dong-nai-cu", "fibre", "2025", 100.0)
        .target()
        .qualified(Qualifier::AtLeast)
        .missing("hue", "fibre", "2022", Missing::Suppressed)
        .build()
}

fn answer(record: &Record) -> Answer {
    Answer {
        theme: "broadband".into(),
        kind: AnswerKind::Lands,
        own: None,
        lands: vec![record.observations[0].clone()],
        silent: vec!["hue".into()],
        nearest: None,
    }
}

fn file(record: &Record) -> FiguresFile {
    FiguresFile {
        schema: id().schema(),
        version: record.version.clone(),
        id: "fibre".into(),
        indicators: record.indicators.values().map(|it| (&**it).into()).collect(),
        sources: record.sources.values().map(|it| (&**it).into()).collect(),
        breaks: record.breaks.iter().map(Into::into).collect(),
        set_aside: Vec::new(),
        comparability: Vec::new(),
        observations: record.observations.iter().map(|it| (&**it).into()).collect(),
        standings: vec![StandingRow {
            indicator: "fibre".into(),
            period: "2022".to_owned(),
            rank: 15,
            rank_to: Some(17),
            quarter: None,
            shared: true,
            of: 63,
            lowest: 1.5,
            median: 2.0,
            highest: 99.0,
        }],
        peers: vec![PeerRow { place: "hue".into(), region: false, size: true }],
        context: record.observations.iter().take(1).map(|it| (&**it).into()).collect(),
        answers: vec![(&answer(record)).into()],
    }
}

fn good() -> Json {
    serde_json::to_value(file(&figures())).unwrap()
}

fn load(json: &Json) -> Result<Loaded, SnapshotError> {
    read(&id(), &json.to_string(), VERSION)
}

/// What is said of a good file after this change to it.
fn fault(change: impl FnOnce(&mut Json)) -> String {
    let mut json = good();
    change(&mut json);
    load(&json).unwrap_err().to_string()
}

#[test]
fn figures_read_back_as_they_were_written() {
    let before = figures();
    let loaded = load(&good()).unwrap();
    let after = loaded.record;
    assert_eq!(after.observations, before.observations);
    assert_eq!((after.indicators, after.sources, after.breaks), (before.indicators, before.sources, before.breaks));
    assert_eq!(after.version, before.version);
    let beside = loaded.beside;
    assert_eq!(beside.context, before.observations[..1]);
    assert_eq!(
        beside.peers.iter().map(|it| (&*it.place, it.region, it.size)).collect::<Vec<_>>(),
        [("hue", false, true)]
    );
    let standing = &beside.standings[0];
    assert_eq!((standing.rank, standing.of), (Rank { place: 15, to: 17, shared: true, quarter: None }, 63));
    assert_eq!(beside.answers, [answer(&figures())]);
    assert_eq!((standing.lowest, standing.median, standing.highest), (1.5, 2.0, 99.0));
}

#[test]
fn zero_comes_back_as_zero_and_missing_as_missing() {
    let read = load(&good()).unwrap().record;
    let reading = |place: &str| read.observations.iter().find(|o| &*o.place == place).unwrap().reading;
    assert_eq!(reading("dong-thap-cu").number(), Some(0.0));
    assert_eq!(reading("hue"), Reading::Missing(Missing::Suppressed));
}

#[test]
fn the_catalog_reads_back_as_it_was_written() {
    let mut before = record()
        .region("dong-nam-bo")
        .place("dong-nai")
        .named("Đồng Nai", "Dong Nai", "Đồng Nai")
        .current()
        .lying_in("dong-nam-bo")
        .alias("TP. Đồng Nai")
        .place("dong-nai-cu")
        .former()
        .joined("dong-nai-cu", "dong-nai")
        .observation("dong-nai", "fibre", "2025-Q4", 1.0)
        .build();
    before.tiles.push(Tile {
        basis: Basis::Current34,
        row: 3,
        col: 4,
        archipelago: true,
        place: "dong-nai".into(),
        label: Words::new("Hoàng Sa", "Hoang Sa"),
    });
    before.status_changes.push(StatusChange {
        place: "dong-nai".into(),
        date: "2026-04-30".parse().unwrap(),
        kind: "became-city".into(),
        act: "30/2026/QH16".into(),
        note: Words::new("Thành thành phố", "Became a city"),
    });
    let catalog = CatalogFile {
        schema: SnapshotId::Catalog.schema(),
        version: VERSION.to_owned(),
        themes: before.themes.iter().map(Into::into).collect(),
        topics: before.topics.iter().map(Into::into).collect(),
        summaries: before.summaries.iter().map(Into::into).collect(),
        places: before.places().iter().map(|it| (&**it).into()).collect(),
        lineage: before.lineage.iter().map(Into::into).collect(),
        status_changes: before.status_changes.iter().map(Into::into).collect(),
        tiles: before.tiles.iter().map(Into::into).collect(),
        indicators: before.indicators.values().map(|it| (&**it).into()).collect(),
        sources: before.sources.values().map(|it| (&**it).into()).collect(),
    };
    let text = serde_json::to_string(&catalog).unwrap();
    let after = read(&SnapshotId::Catalog, &text, VERSION).unwrap().record;
    before.observations.clear();
    assert_eq!(after, before);
}

#[test]
fn loading_the_same_file_twice_changes_nothing() {
    let mut record = load(&good()).unwrap().record;
    let once = record.clone();
    record.merge(load(&good()).unwrap().record);
    assert_eq!(record, once);
}

#[test]
fn files_that_overlap_bring_each_figure_once() {
    let mut whole = load(&good()).unwrap().record;
    let mut json = good();
    json["observations"].as_array_mut().unwrap().truncate(2);
    let mut part = load(&json).unwrap().record;
    part.merge(whole.clone());
    part.observations.sort_by_key(|o| (o.place.clone(), o.period));
    whole.observations.sort_by_key(|o| (o.place.clone(), o.period));
    assert_eq!(part.observations, whole.observations);
}

#[test]
fn each_kind_of_file_has_its_path_and_schema() {
    for (id, path, schema) in [
        (SnapshotId::Index, "index.json", "tinh-so/index/1"),
        (SnapshotId::Catalog, "catalog.json", "tinh-so/catalog/1"),
        (SnapshotId::Indicator("dti".into()), "indicators/dti.json", "tinh-so/indicator/1"),
        (SnapshotId::Place("hue".into()), "places/hue.json", "tinh-so/place/1"),
        (SnapshotId::Source("papi-2022".into()), "sources/papi-2022.json", "tinh-so/source/1"),
    ] {
        assert_eq!((id.path().as_str(), id.schema().as_str()), (path, schema));
    }
}

// --- Each fault, in the words a developer reads ---

#[test]
fn a_web_page_in_place_of_a_file_is_not_json() {
    let error = read(&id(), "<!doctype html>", VERSION).unwrap_err();
    assert_eq!(
        error.to_string(),
        "indicators/fibre.json: not readable as JSON of the schema: expected value at line 1 column 1"
    );
}

#[test]
fn a_file_cut_short_says_so() {
    let text = good().to_string();
    let error = read(&id(), &text[..text.len() - 1], VERSION).unwrap_err().to_string();
    assert!(
        error.starts_with("indicators/fibre.json: not readable as JSON of the schema: EOF while parsing"),
        "{error}"
    );
    assert!(matches!(read(&id(), "", VERSION), Err(SnapshotError::Json { .. })));
}

#[test]
fn a_field_left_out_is_named() {
    let error = fault(|json| {
        json.as_object_mut().unwrap().remove("observations");
    });
    assert_eq!(error, "indicators/fibre.json, observations: found “nothing”, expected a list");
}

#[test]
fn another_schema_is_named_beside_the_one_this_page_reads() {
    assert_eq!(
        fault(|json| json["schema"] = json!("tinh-so/indicator/2")),
        "indicators/fibre.json: schema “tinh-so/indicator/2”, this page reads “tinh-so/indicator/1”"
    );
    assert_eq!(
        read(&SnapshotId::Index, &good().to_string(), VERSION).unwrap_err().to_string(),
        "index.json: schema “tinh-so/indicator/1”, this page reads “tinh-so/index/1”"
    );
}

#[test]
fn a_newer_schema_is_told_apart_from_damage_even_if_its_fields_are_others() {
    let text = r#"{"schema":"tinh-so/indicator/2","version":"2026.11.0","rows":[]}"#;
    assert!(matches!(read(&id(), text, VERSION), Err(SnapshotError::Schema { .. })));
}

#[test]
fn another_data_version_is_named_beside_the_one_shown() {
    assert_eq!(
        fault(|json| json["version"] = json!("2026.12.0")),
        "indicators/fibre.json: data version “2026.12.0”, this page shows “2026.11.0”"
    );
}

#[test]
fn a_file_about_something_else_is_refused() {
    assert_eq!(fault(|json| json["id"] = json!("phones")), "indicators/fibre.json: is about “phones”, not “fibre”");
}

#[test]
fn a_cell_with_a_value_and_a_reason_for_none_is_refused() {
    assert_eq!(
        fault(|json| json["observations"][0]["missing"] = json!("suppressed")),
        "indicators/fibre.json, observations[0].value: found “83.5 and suppressed”, expected either a finite value or a \
         reason why it is missing"
    );
}

#[test]
fn a_cell_with_neither_a_value_nor_a_reason_is_refused() {
    assert_eq!(
        fault(|json| {
            json["observations"][1].as_object_mut().unwrap().remove("value");
        }),
        "indicators/fibre.json, observations[1].value: found “neither”, expected either a finite value or a reason why \
         it is missing"
    );
}

#[test]
fn an_infinite_value_is_refused() {
    let text = good().to_string().replace("83.5", "1e999");
    assert!(read(&id(), &text, VERSION).is_err());
}

#[test]
fn a_word_that_is_no_code_is_named_with_its_cell() {
    let code = "expected one of the codes of the schema";
    for (list, field, cell) in [
        ("observations", "status", "observations[0].status"),
        ("observations", "qualifier", "observations[0].qualifier"),
        ("sources", "kind", "sources[0].kind"),
        ("indicators", "better", "indicators[0].better"),
    ] {
        assert_eq!(
            fault(|json| json[list][0][field] = json!("so-so")),
            format!("indicators/fibre.json, {cell}: found “so-so”, {code}")
        );
    }
    assert_eq!(
        fault(|json| json["indicators"][0]["unit"]["kind"] = json!("")),
        format!("indicators/fibre.json, indicators[0].unit.kind: found “”, {code}")
    );
    assert_eq!(
        fault(|json| json["observations"][3]["missing"] = json!("lost")),
        format!("indicators/fibre.json, observations[3].missing: found “lost”, {code}")
    );
}

#[test]
fn what_is_no_period_is_named_with_its_cell() {
    for (list, field) in [("observations", "period"), ("breaks", "date"), ("standings", "period")] {
        assert_eq!(
            fault(|json| json[list][0][field] = json!("2022-13")),
            format!("indicators/fibre.json, {list}[0].{field}: found “2022-13”, expected a period")
        );
    }
}

#[test]
fn a_figure_without_its_definition_or_document_is_refused() {
    assert_eq!(
        fault(|json| json["observations"][2]["indicator"] = json!("phones")),
        "indicators/fibre.json, observations[2].indicator: found “phones”, expected an indicator of this file"
    );
    assert_eq!(
        fault(|json| json["observations"][2]["source"] = json!("hearsay")),
        "indicators/fibre.json, observations[2].source: found “hearsay”, expected a source of this file"
    );
}

#[test]
fn a_tile_of_a_map_nobody_draws_is_refused() {
    let text = json!({
        "schema": "tinh-so/index/1", "version": VERSION, "themes": [], "topics": [], "summaries": [], "places": [],
        "lineage": [], "status_changes": [],
        "tiles": [{"basis": 64, "row": 0, "col": 0, "place": "hue", "label": {"vi": "Huế", "en": "Hue"}}],
    });
    assert_eq!(
        read(&SnapshotId::Index, &text.to_string(), VERSION).unwrap_err().to_string(),
        "index.json, tiles[0].basis: found “64”, expected 63 or 34"
    );
}

proptest! {
    #![proptest_config(laws(256))]

    #[test]
    fn a_file_cut_anywhere_is_an_error_and_never_a_panic(cut in any::<prop::sample::Index>()) {
        let text = good().to_string();
        let short = &text[..text.floor_char_boundary(cut.index(text.len()))];
        let is_json_fault = matches!(read(&id(), short, VERSION), Err(SnapshotError::Json { .. }));
        prop_assert!(is_json_fault);
    }

    #[test]
    fn a_file_damaged_anywhere_is_read_or_refused_and_never_a_panic(
        at in any::<prop::sample::Index>(), put in "[\\PC\"{}\\[\\],:0-9]{0,3}", take in 0..6_usize
    ) {
        let text = good().to_string();
        let from = text.floor_char_boundary(at.index(text.len()));
        let to = text.ceil_char_boundary((from + take).min(text.len()));
        let damaged = format!("{}{put}{}", &text[..from], &text[to..]);
        if let Ok(loaded) = read(&id(), &damaged, VERSION) {
            // Whatever was let in can be explained: nothing stands without its definition and document.
            for o in &loaded.record.observations {
                prop_assert!(loaded.record.indicators.contains_key(&o.indicator));
                prop_assert!(loaded.record.source(&o.source).is_some());
            }
        }
    }

    /// Fifteen digits: more than anybody states, and what a number of the web is sure to hold.
    #[test]
    fn every_number_comes_back_to_the_last_digit(digits in -999_999_999_999_999..=999_999_999_999_999_i64, point in 0..9) {
        let value: f64 = format!("{digits}e-{point}").parse().unwrap();
        let before = record().observation("a", "fibre", "2022", value).build();
        let after = load(&serde_json::to_value(file(&before)).unwrap()).unwrap().record;
        prop_assert_eq!(after.observations[0].reading.number(), Some(value));
    }
}

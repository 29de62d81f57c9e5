//! The files as published: they say what the record says, follow their schemas, and are the same every time.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::{schemas::SCHEMAS, tables};
use serde_json::Value as Json;
use std::sync::OnceLock;
use tinh_so::domain::{
    AnswerKind, Better, Flag, Missing, Period, PlaceKind, Qualifier, ReasonKind, SourceKind, Status, UnitKind,
};

const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../data");

fn record() -> &'static Record {
    static RECORD: OnceLock<Record> = OnceLock::new();
    RECORD.get_or_init(|| tables::load(REAL.as_ref()).unwrap_or_else(|problems| panic!("{problems}")))
}

fn texts() -> &'static BTreeMap<SnapshotId, String> {
    static TEXTS: OnceLock<BTreeMap<SnapshotId, String>> = OnceLock::new();
    TEXTS.get_or_init(|| files(record()).unwrap())
}

fn loaded(id: &SnapshotId) -> snapshot::Loaded {
    let text = &texts()[id];
    snapshot::read(id, text, &record().version).unwrap()
}

fn schema(name: &str) -> Json {
    let (_, text) = SCHEMAS.iter().find(|(known, _)| *known == name).unwrap();
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_catalog_says_what_the_record_says() {
    let record = record();
    let catalog = loaded(&SnapshotId::Catalog).record;
    assert_eq!(catalog.places(), record.places());
    assert_eq!(
        (&catalog.themes, &catalog.topics, &catalog.summaries, &catalog.tiles),
        (&record.themes, &record.topics, &record.summaries, &record.tiles)
    );
    assert_eq!((&catalog.lineage, &catalog.status_changes), (&record.lineage, &record.status_changes));
    assert_eq!((&catalog.indicators, &catalog.sources), (&record.indicators, &record.sources));
    let index = loaded(&SnapshotId::Index).record;
    assert_eq!((index.summaries, index.indicators.len()), (record.summaries.clone(), 0));
}

#[test]
fn every_figure_and_break_is_published_once_by_indicator_place_and_source() {
    let record = record();
    let (mut by_kind, mut breaks) = (BTreeMap::new(), 0);
    for id in texts().keys() {
        let it = loaded(id).record;
        let kind = id.schema();
        *by_kind.entry(kind).or_insert(0) += it.observations.len();
        if matches!(id, SnapshotId::Indicator(_)) {
            breaks += it.breaks.len();
        }
    }
    let all = record.observations.len();
    let counts: Vec<usize> = by_kind.into_values().collect();
    assert_eq!(counts, [0, 0, all, all, all]);
    assert_eq!(breaks, record.breaks.len());
}

#[test]
fn a_place_stands_where_the_index_puts_it() {
    let dong_nai = loaded(&SnapshotId::Place("dong-nai-cu".into()));
    let of = |id: &str| dong_nai.beside.standings.iter().find(|standing| &*standing.indicator == id).unwrap().clone();
    let dti = of("dti");
    assert_eq!(dti.of, 63);
    assert!(dti.lowest <= dti.median && dti.median <= dti.highest);
    // Standings are about the latest period with a figure; nothing is ranked that is nobody's gain.
    let latest = dong_nai.record.figures("dti").map(|o| o.period).max().unwrap();
    assert_eq!(dti.period, latest);
    assert!(
        dong_nai
            .beside
            .standings
            .iter()
            .all(|s| record().indicators[&s.indicator].better != Better::None && s.of >= 10)
    );
    // Ten figures of 2022 are the ten best of 63: no ranking.
    let best = record().figures("dti-security").filter(|o| o.period == Period::year(2022));
    assert_eq!(best.count(), 10);
    // A counted rank never contradicts a stated one.
    for place in record().places() {
        let it = loaded(&SnapshotId::Place(place.id.clone()));
        for standing in
            it.beside.standings.iter().filter(|s| record().indicators[&s.indicator].unit.kind == UnitKind::Rank)
        {
            let stated = it
                .record
                .figures(&standing.indicator)
                .find(|o| o.period == standing.period && o.status == Status::Actual && it.record.is_common(o));
            assert_eq!(stated.unwrap().reading.number(), Some(f64::from(standing.rank.place)), "{}", place.id);
        }
        assert!(it.beside.standings.iter().all(|s| &*s.indicator != "dti-security"), "{}", place.id);
        if !place.is_unit() {
            assert!(it.beside.standings.is_empty());
        }
    }
}

#[test]
fn every_file_follows_its_schema() {
    let validators: BTreeMap<&str, jsonschema::Validator> =
        SCHEMAS.iter().map(|(name, _)| (*name, jsonschema::draft202012::new(&schema(name)).unwrap())).collect();
    for (id, text) in texts() {
        let kind = id.schema();
        let name = kind.split('/').nth(1).unwrap().to_owned();
        let json: Json = serde_json::from_str(text).unwrap();
        let faults: Vec<String> =
            validators[&*name].iter_errors(&json).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(faults.is_empty(), "{}: {faults:?}", id.path());
    }
    // They are not so loose as to accept anything.
    let both = serde_json::json!({"place": "a", "indicator": "b", "period": "2022", "source": "c", "value": 1, "missing": "suppressed"});
    let mut file: Json = serde_json::from_str(&texts()[&SnapshotId::Indicator("dti".into())]).unwrap();
    file["observations"][0] = both;
    assert!(!validators["indicator"].is_valid(&file));
}

#[test]
fn the_schemas_know_the_same_codes() {
    fn codes<T>(all: &[(T, &str)]) -> Json {
        all.iter().map(|(_, code)| Json::from(*code)).collect()
    }
    let (catalog, place) = (schema("catalog"), schema("place"));
    let of = |schema: &Json, name: &str, field: &str| schema["$defs"][name]["properties"][field]["enum"].clone();
    assert_eq!(of(&catalog, "place", "kind"), codes(PlaceKind::CODES));
    assert_eq!(of(&catalog, "indicator", "better"), codes(Better::CODES));
    assert_eq!(of(&catalog, "unit", "kind"), codes(UnitKind::CODES));
    assert_eq!(of(&catalog, "source", "kind"), codes(SourceKind::CODES));
    assert_eq!(of(&place, "observation", "status"), codes(Status::CODES));
    assert_eq!(of(&place, "observation", "missing"), codes(Missing::CODES));
    assert_eq!(of(&place, "observation", "qualifier"), codes(Qualifier::CODES));
    let flags: Vec<&str> = Flag::ALL.iter().map(|flag| flag.code()).filter(|code| !["A", "B"].contains(code)).collect();
    assert_eq!(of(&place, "observation", "flag"), Json::from(flags));
    let indicator = schema("indicator");
    let reasons = &indicator["$defs"]["comparability"]["properties"]["reasons"]["items"]["enum"];
    assert_eq!(*reasons, ReasonKind::ALL.iter().map(|kind| Json::from(kind.id())).collect::<Json>());
    for name in ["index", "catalog", "indicator", "place", "source"] {
        let expected = format!("tinh-so/{name}/{}", snapshot::SCHEMA);
        assert_eq!(schema(name)["properties"]["schema"]["const"], expected);
    }
}

#[test]
fn a_definition_means_the_same_in_every_schema() {
    let mut definitions: BTreeMap<String, Json> = BTreeMap::new();
    for (kind, _) in SCHEMAS {
        for (name, definition) in schema(kind)["$defs"].as_object().into_iter().flatten() {
            let known = definitions.entry(name.clone()).or_insert_with(|| definition.clone());
            assert_eq!(known, definition, "{kind}: {name}");
        }
    }
    assert!(definitions.contains_key("observation") && definitions.contains_key("source"));
}

#[test]
fn the_schemas_are_published() {
    let out = tempfile::TempDir::new().unwrap();
    let written = crate::schemas::write(out.path()).unwrap();
    assert_eq!(written.len(), SCHEMAS.len());
    assert!(out.path().join("data/schema/indicator.schema.json").exists());
}

#[test]
fn the_file_of_an_indicator_says_which_periods_may_be_compared_and_ranked() {
    let json: Json = serde_json::from_str(&texts()[&SnapshotId::Indicator("dti-rank".into())]).unwrap();
    let rows = json["comparability"].as_array().unwrap();
    let of = |period: &str, common: bool| {
        rows.iter().find(|row| row["period"] == period && (row["common"] == true) == common && row["basis"] == 63)
    };
    let common = of("2022", true).unwrap();
    assert_eq!((&common["sign"], &common["ranked"], &common["figures"]), (&"=".into(), &true.into(), &63.into()));
    let all = of("2022", false).unwrap();
    assert_eq!((&all["sign"], &all["ranked"]), (&"≈".into(), &Json::Null), "a province's own word beside the table");
    assert!(all["reasons"].as_array().unwrap().contains(&"own-reports".into()));
}

#[test]
fn the_csv_of_an_indicator_agrees_with_its_json() {
    let csv = tinh_so::figure::indicator_rows(record(), "dti-rank").csv();
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|it| it == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), record().figures("dti-rank").count());
    let of_2022 = |row: &&csv::StringRecord| &row[column("period")] == "2022" && &row[column("status")] == "actual";
    let verdicts: BTreeMap<&str, usize> = rows.iter().filter(of_2022).fold(BTreeMap::new(), |mut counts, row| {
        *counts.entry(&row[column("comparable")]).or_default() += 1;
        counts
    });
    assert_eq!(verdicts, BTreeMap::from([("yes", 63), ("caution", 1)]));
}

/// What each present province is told on each theme, as somebody found it by the rules and the tables without this code.
const ANSWERS: &str = include_str!("answers.csv");

#[test]
fn each_present_province_is_told_on_all_four_themes_what_the_record_has() {
    let record = record();
    let mut expected = csv::Reader::from_reader(ANSWERS.as_bytes());
    let themes: Vec<String> = expected.headers().unwrap().iter().skip(1).map(str::to_owned).collect();
    let mut told = 0;
    for row in expected.records().map(Result::unwrap) {
        let place = record.place(&row[0]).unwrap();
        let answers = loaded(&SnapshotId::Place(place.id.clone())).beside.answers;
        let kinds: Vec<(&str, &str)> = answers.iter().map(|it| (&*it.theme, it.kind.code())).collect();
        let wanted: Vec<(&str, &str)> = themes.iter().map(String::as_str).zip(row.iter().skip(1)).collect();
        assert_eq!(kinds, wanted, "{}", place.id);
        told += kinds.len();
        for answer in &answers {
            let stated = |id: &Id| {
                record.observations.iter().any(|o| {
                    let of_theme = record.indicators[&o.indicator].theme == answer.theme;
                    o.place == *id && of_theme && o.status == Status::Actual && o.reading.number().is_some()
                })
            };
            let lands = record.predecessors(&place.id);
            let nothing = !stated(&place.id) && !lands.iter().any(|it| stated(&it.id));
            assert_eq!(answer.kind == AnswerKind::None, nothing, "{} {}", place.id, answer.theme);
            assert!(answer.own.iter().all(|o| o.place == place.id));
            assert!(answer.lands.iter().all(|o| lands.iter().any(|it| it.id == o.place)), "theirs, by name");
        }
    }
    assert_eq!(told, 136);
}

#[test]
fn the_portals_list_bands_all_present_provinces_and_carries_its_caveat() {
    let record = record();
    let of = |place: &str| {
        let it = loaded(&SnapshotId::Place(place.into())).beside;
        let standing = it.standings.iter().find(|it| &*it.indicator == "portal-paid-online").unwrap().clone();
        let figure = record.figures("portal-paid-online").find(|o| &*o.place == place).unwrap();
        (figure.reading.number().unwrap(), standing.rank.place, standing.rank.to, standing.of)
    };
    // Gia Lai is told from all but those within three points of it; Hà Nội from everybody.
    assert_eq!(of("gia-lai"), (92.02, 1, 7, 34));
    assert_eq!(of("ha-noi"), (53.66, 34, 34, 34));
    let rows = by_indicator::csv(record).into_iter().find(|(id, _)| &**id == "portal-paid-online").unwrap().1;
    let lines: Vec<&str> = rows.lines().skip(1).collect();
    assert_eq!(lines.len(), 34);
    assert!(lines.iter().all(|line| line.contains("mỗi tỉnh một cơ cấu thủ tục") && line.contains("another mix")));
}

#[test]
fn coverage_has_a_row_for_each_province_and_topic() {
    let record = record();
    let coverage = coverage(record);
    let text = who_has_what::csv(record, &coverage).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    assert!(reader.headers().unwrap().iter().eq(who_has_what::COLUMNS));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 34 * coverage.topics.len());
    for row in &rows {
        let (known, newest) = (&row[9], &row[11]);
        match known {
            "own" | "own-before-merger" => assert_eq!(newest, &row[0]),
            "lands" => assert!(record.predecessors(&row[0]).iter().any(|it| &*it.id == newest), "{row:?}"),
            _ => assert_eq!((known, newest, &row[10]), ("none", "", "0")),
        }
    }
}

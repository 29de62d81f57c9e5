//! A generated record is a record like any other, and the same every time.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::{schemas::SCHEMAS, snapshots, tables};
use std::collections::{BTreeMap, BTreeSet};
use tempfile::TempDir;
use tinh_so::domain::{Basis, ReasonKind, Status, compare};

const PACKAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/datapackage.json");

fn made(size: &str, seed: u64) -> TempDir {
    let folder = TempDir::new().unwrap();
    write(size.parse().unwrap(), seed, PACKAGE.as_ref(), folder.path()).unwrap();
    folder
}

fn bytes(folder: &TempDir) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder.path()).unwrap().map(Result::unwrap);
    files.map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())).collect()
}

#[test]
fn a_generated_record_passes_the_check_and_has_everything_in_it() {
    for (size, codes) in [("40x10x8", 2), ("63x40", 2), ("130x20", 3), ("1100x10x8", 5)] {
        let folder = made(size, 1);
        let record = tables::load(folder.path()).unwrap_or_else(|problems| panic!("{size}: {problems}"));
        let wanted: Size = size.parse().unwrap();
        let of = |basis| record.places().iter().filter(|place| place.is_of(basis)).count();
        assert_eq!((of(Basis::Former63), record.indicators.len()), (wanted.places, wanted.indicators), "{size}");
        assert!(of(Basis::Current34) * 3 < wanted.places * 2, "{size}");
        assert!(record.places().iter().all(|place| !place.is_unit() || place.gso_code.len() == codes), "{size}");
        assert!(record.places().iter().any(|place| &*place.id == "dong-nai-cu"));
        let periods: BTreeSet<_> = record.observations.iter().map(|o| o.period).collect();
        assert!(periods.len() > 4 && !record.breaks.is_empty(), "{size}");
        let has = |of: &dyn Fn(&tinh_so::domain::Observation) -> bool| record.observations.iter().any(|o| of(o));
        assert!(has(&|o| o.status == Status::Target) && has(&|o| o.span().is_none()), "{size}");
        assert!(
            has(&|o| record.is_common(o)) && has(&|o| !record.is_common(o) && o.status == Status::Actual),
            "{size}"
        );
    }
}

#[test]
fn it_says_things_that_must_not_be_compared() {
    let record = tables::load(made("63x40", 1).path()).unwrap();
    let verdict = compare(&record, record.figures("fixed-broadband-households").map(|o| &**o));
    for kind in [ReasonKind::OwnReports, ReasonKind::Vague, ReasonKind::Target, ReasonKind::PeriodsApart] {
        assert!(verdict.has(kind), "{kind:?}");
    }
}

#[test]
fn its_snapshots_follow_their_schemas() {
    let folder = made("70x10x4", 1);
    let record = tables::load(folder.path()).unwrap();
    let validator = |text: &str| jsonschema::draft202012::new(&serde_json::from_str(text).unwrap()).unwrap();
    let validators: BTreeMap<&str, _> = SCHEMAS.iter().map(|(name, text)| (*name, validator(text))).collect();
    for (id, text) in snapshots::files(&record).unwrap() {
        let kind = id.schema();
        let validator = &validators[kind.split('/').nth(1).unwrap()];
        let json = serde_json::from_str(&text).unwrap();
        let fault = validator.iter_errors(&json).next().map(|error| error.to_string());
        assert_eq!(fault, None, "{}", id.path());
    }
}

#[test]
fn a_seed_decides_every_byte() {
    let (one, same, other) = (bytes(&made("63x40", 1)), bytes(&made("63x40", 1)), bytes(&made("63x40", 2)));
    assert_eq!(one, same);
    assert_ne!(one["observations.csv"], other["observations.csv"]);
    assert_eq!(one["places.csv"], other["places.csv"], "names do not depend on the seed");
}

#[test]
fn figures_grow_with_places_and_indicators_and_no_faster() {
    let rows =
        |size: &str| bytes(&made(size, 1))["observations.csv"].iter().filter(|byte| **byte == b'\n').count() as f64;
    let (small, places, indicators) = (rows("63x40"), rows("630x40"), rows("63x400"));
    assert!((8.0..12.5).contains(&(places / small)), "{}", places / small);
    assert!((8.0..12.5).contains(&(indicators / small)), "{}", indicators / small);
}

#[test]
fn a_size_that_cannot_be_made_is_refused_with_its_bounds() {
    for text in ["63", "63xx40", "9x40", "63x9", "63x40x3", "1x2x3x4"] {
        assert!(text.parse::<Size>().is_err(), "{text}");
    }
    let too_many = (names::MOST + 1).to_string() + "x40";
    assert!(too_many.parse::<Size>().unwrap_err().contains(&names::MOST.to_string()));
    assert_eq!("700x40".parse::<Size>().unwrap().to_string(), "700x40x20");
}

#[test]
fn every_name_has_an_id_of_its_own() {
    let ids: BTreeSet<String> = (0..names::MOST).map(|n| names::slug(&names::name(n))).collect();
    assert_eq!(ids.len(), names::MOST);
}

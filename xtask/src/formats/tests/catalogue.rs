//! `catalog.jsonld`, with and without an origin.

use super::*;
use std::{collections::BTreeSet, fs};
use tempfile::TempDir;

/// A version written for all tests of this file: where, and how long its files are.
fn version() -> &'static (TempDir, BTreeMap<String, u64>) {
    static VERSION: OnceLock<(TempDir, BTreeMap<String, u64>)> = OnceLock::new();
    VERSION.get_or_init(|| {
        let out = TempDir::new().unwrap();
        let (record, sizes) = publish::versions(&releases::versions(REAL.as_ref()).unwrap(), out.path()).unwrap();
        let file = write_catalog(&record, &sizes, out.path(), "", "/").unwrap();
        assert_eq!(file.path, out.path().join("data/catalog.jsonld"));
        (out, sizes)
    })
}

fn catalogue(origin: &str, base: &str) -> Json {
    dcat::catalog(record(), &version().1, &dcat::Address::new(origin, base)).unwrap()
}

/// Every address the catalogue names as its own.
fn addresses(json: &Json) -> Vec<&str> {
    match json {
        Json::Array(all) => all.iter().flat_map(addresses).collect(),
        Json::Object(all) => {
            let own = all.get("@id").and_then(Json::as_str);
            own.into_iter()
                .chain(all.iter().filter(|(key, _)| *key != "@context").flat_map(|(_, it)| addresses(it)))
                .collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn without_an_origin_it_leads_to_the_files_beside_it() {
    let out = &version().0;
    let json: Json = serde_json::from_slice(&fs::read(out.path().join("data/catalog.jsonld")).unwrap()).unwrap();
    assert_eq!(json["@type"], "dcat:Catalog");
    let datasets = json["dcat:dataset"].as_array().unwrap();
    assert_eq!(datasets.len(), record().indicators.len() + 1);
    let mut offered = BTreeSet::new();
    for distribution in datasets.iter().flat_map(|one| one["dcat:distribution"].as_array().unwrap()) {
        let url = distribution["dcat:downloadURL"]["@id"].as_str().unwrap();
        let path = out.path().join("data").join(url.strip_prefix("./").unwrap());
        let bytes = fs::metadata(&path).unwrap_or_else(|error| panic!("{url}: {error}")).len();
        assert_eq!(distribution["dcat:byteSize"]["@value"], bytes.to_string(), "{url}");
        assert!(offered.insert(url.to_owned()), "{url} twice");
    }
    for file in ["tinh-so.xlsx", "datapackage.json", "catalog.json", "observations.csv", "indicators/dti.csv"] {
        assert!(offered.contains(&format!("./latest/{file}")), "{file}");
    }
    let ours = addresses(&json).into_iter().filter(|address| !address.starts_with("http"));
    assert!(ours.clone().all(|address| address.starts_with("./") || address.starts_with("../")));
    assert!(ours.count() > 1000);
}

#[test]
fn with_an_origin_every_address_is_absolute_and_below_the_base() {
    let json = catalogue("https://tinhso.example/", "/mot/thu-muc/");
    assert_eq!(json["@id"], "https://tinhso.example/mot/thu-muc/data/catalog.jsonld");
    for address in addresses(&json) {
        assert!(address.starts_with("https://") || address.starts_with("http://"), "{address}");
        assert!(!address.contains("example//"), "{address}");
    }
    let dti = json["dcat:dataset"].as_array().unwrap().iter().find(|one| one["dct:identifier"] == "dti").unwrap();
    assert_eq!(dti["dcat:landingPage"][0]["@id"], "https://tinhso.example/mot/thu-muc/chi-so/dti/");
    assert_eq!(
        dti["dcat:distribution"][0]["dcat:downloadURL"]["@id"],
        "https://tinhso.example/mot/thu-muc/data/latest/indicators/dti.csv"
    );
}

#[test]
fn a_dataset_says_when_where_in_which_languages_and_under_which_licence() {
    let json = catalogue("https://tinhso.example", "/");
    let datasets = json["dcat:dataset"].as_array().unwrap();
    for one in datasets {
        let id = &one["dct:identifier"];
        assert_eq!(one["dct:license"]["@id"], "https://creativecommons.org/licenses/by/4.0/", "{id}");
        assert!(one["dct:spatial"]["@id"].as_str().unwrap().ends_with("/VNM"), "{id}");
        assert_eq!(one["dct:language"].as_array().unwrap().len(), 2, "{id}");
        assert_eq!(one["dct:issued"]["@value"], "2026-11", "{id}");
        let languages: Vec<&Json> =
            one["dct:title"].as_array().unwrap().iter().map(|title| &title["@language"]).collect();
        assert_eq!(languages, ["vi", "en"], "{id}");
        assert!(!one["dct:source"].as_array().unwrap().is_empty(), "{id}: whose figures?");
    }
    let of = |id: &str| datasets.iter().find(|one| one["dct:identifier"] == id).unwrap();
    let ends = |id: &str| ["dcat:startDate", "dcat:endDate"].map(|key| of(id)["dct:temporal"][key]["@value"].clone());
    // Results only: the targets of the index lie years ahead.
    assert_eq!(ends("dti-rank"), ["2020", "2024"]);
    let whole = of("tinh-so");
    let papi = whole["dct:source"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["@id"] == "https://tinhso.example/nguon/papi-ml-mcdm/");
    // Who measured, and no licence of the repository that copied.
    assert_eq!(papi.unwrap()["dct:creator"]["foaf:name"][0]["@value"], "UNDP, CECODES, RTA, VFF");
    assert_eq!(papi.unwrap()["dct:rights"], Json::Null);
}

#[test]
fn a_date_is_as_exact_as_its_period() {
    let said = |text: &str| {
        let mut figure = (**record().figures("dti").next().unwrap()).clone();
        figure.period = text.parse().unwrap();
        let span = dcat::temporal(&[&figure]).unwrap();
        ["dcat:startDate", "dcat:endDate"].map(|key| span[key]["@value"].as_str().unwrap().to_owned())
    };
    assert_eq!(said("2022"), ["2022", "2022"]);
    assert_eq!(said("2022-H2"), ["2022-07", "2022-12"]);
    assert_eq!(said("2022-Q1"), ["2022-01", "2022-03"]);
    assert_eq!(said("2023-09"), ["2023-09", "2023-09"]);
    assert_eq!(said("2022-01/2022-11-05"), ["2022-01", "2022-11-05"]);
}

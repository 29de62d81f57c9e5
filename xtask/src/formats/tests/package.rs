//! `datapackage.json` as published.

use super::*;

fn json() -> Json {
    serde_json::from_slice(&made()[PACKAGE]).unwrap()
}

#[test]
fn it_states_version_lengths_and_checksums() {
    let package = json();
    assert_eq!(package["version"], record().version);
    let resources = package["resources"].as_array().unwrap();
    let described: Vec<&str> = resources.iter().map(|one| one["path"].as_str().unwrap()).collect();
    let published = tables().keys().filter(|name| name.ends_with(".csv"));
    assert!(published.clone().all(|name| described.contains(&&**name)) && published.count() == described.len());
    for resource in resources {
        let bytes = &tables()[resource["path"].as_str().unwrap()];
        assert_eq!(resource["bytes"], bytes.len());
        assert_eq!(resource["hash"], format!("sha256:{}", crate::snapshots::sha256(bytes)));
    }
    // Nothing that the clock says.
    assert_eq!(package["created"], Json::Null);
}

#[test]
fn every_document_is_listed_with_its_origin_and_licence() {
    let package = json();
    let sources = package["sources"].as_array().unwrap();
    assert_eq!(sources.len(), record().sources.len());
    let papi = sources.iter().find(|one| one["name"] == "papi-ml-mcdm").unwrap();
    // The licence of a repository is not that of the figures it copied.
    assert_eq!((&papi["licence"], &papi["kind"]), (&Json::Null, &"survey".into()));
    assert_eq!(papi["measured_by"], "UNDP, CECODES, RTA, VFF");
    assert!(papi["path"].as_str().unwrap().starts_with("https://github.com/"));
    assert!(sources.iter().all(|one| one["title"].as_str().is_some_and(|title| !title.is_empty())));
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
}

#[test]
fn every_column_is_described_and_every_key_leads_to_a_column() {
    let package = json();
    let resources = package["resources"].as_array().unwrap();
    let columns = |name: &str| -> Vec<&str> {
        let resource = resources.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no table {name}"));
        resource["schema"]["fields"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect()
    };
    let names = |fields: &Json| -> Vec<String> {
        fields.as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect()
    };
    // Columns that hold an id of another table; a region may be two, and is checked by the tables themselves.
    let ids = ["place", "indicator", "source", "theme", "topic", "unit", "from", "to", "counterpart", "nearest"];
    for resource in resources {
        let (table, schema) = (resource["name"].as_str().unwrap(), &resource["schema"]);
        assert_eq!(schema["missingValues"], Json::from(vec![""]), "{table}");
        for field in schema["fields"].as_array().unwrap() {
            for key in ["name", "type", "description", "description_vi"] {
                assert!(field[key].as_str().is_some_and(|text| !text.is_empty()), "{table}.{}: {key}", field["name"]);
            }
        }
        let none = Vec::new();
        let foreign = schema["foreignKeys"].as_array().unwrap_or(&none);
        let mut led = Vec::new();
        for key in foreign {
            // Left out: the same table.
            let to = key["reference"]["resource"].as_str().unwrap_or(table);
            assert!(names(&key["reference"]["fields"]).iter().all(|field| columns(to).contains(&&**field)), "{table}");
            led.extend(names(&key["fields"]));
        }
        let own = schema["primaryKey"].as_array().map(|_| names(&schema["primaryKey"])).unwrap_or_default();
        assert!(own.iter().all(|field| columns(table).contains(&&**field)), "{table}");
        for column in columns(table).into_iter().filter(|column| ids.contains(column)) {
            let is_own_id = own == [column];
            assert!(is_own_id || led.iter().any(|it| it == column), "{table}.{column} leads nowhere");
        }
    }
}

#[test]
fn tables_that_are_not_as_described_are_named() {
    let says = |tables: &BTreeMap<String, Vec<u8>>| format!("{:#}", files(record(), tables).unwrap_err());
    let other = changed("units.csv", |text| text.replacen("symbol_vi", "sign_vi", 1));
    assert_eq!(
        says(&other),
        "units.csv has the columns unit,name_vi,name_en,sign_vi,symbol_en,kind; datapackage.json describes \
         unit,name_vi,name_en,symbol_vi,symbol_en,kind"
    );
    let mut more = tables().clone();
    more.insert("notes.csv".to_owned(), b"note\nx\n".to_vec());
    assert_eq!(says(&more), "datapackage.json does not describe notes.csv: add a resource for it");
    let mut fewer = tables().clone();
    fewer.remove("units.csv");
    assert_eq!(says(&fewer), "datapackage.json describes units.csv, which is not among the tables");
    let unknown = changed("observations.csv", |text| text.replacen("dong-nai-cu,", "dong-nai,", 1));
    let said = says(&unknown);
    let expected = "dong-nai, account-adults, 2022-Q3, actual, baodongnai-2022-11-07 is not in the record";
    assert!(said.starts_with("observations.csv, row ") && said.ends_with(expected), "{said}");
}

//! The archive and the bill of materials.

use super::*;
use std::collections::BTreeSet;

#[test]
fn the_same_files_give_the_same_archive() {
    let pack_once = |order: [&str; 3]| {
        let place = tempfile::tempdir().expect("a folder");
        let folder = place.path().join("tinh-so-1");
        fs::create_dir_all(folder.join("site/en")).expect("made");
        for name in order {
            fs::write(folder.join(name), format!("what is in {name}")).expect("written");
        }
        let archive = place.path().join("a.zip");
        assert_eq!(pack(&folder, &archive).expect("packed"), 3);
        fs::read(archive).expect("there")
    };
    let first = pack_once(["NOTES.md", "site/en/index.html", "site/index.html.br"]);
    assert_eq!(first, pack_once(["site/index.html.br", "NOTES.md", "site/en/index.html"]));
    let text = String::from_utf8_lossy(&first).into_owned();
    assert!(text.contains("tinh-so-1/site/en/index.html"));
}

#[test]
fn packages_of_npm_have_name_version_licence_and_checksum() {
    let lock = r#"{"packages":{"":{"name":"ours"},
        "node_modules/echarts":{"version":"6.1.0","license":"Apache-2.0","integrity":"sha512-AAEC"},
        "node_modules/a/node_modules/@scope/b":{"version":"1.0.0"}}}"#;
    let found = sbom::npm(lock).expect("read");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["purl"], "pkg:npm/%40scope/b@1.0.0");
    assert_eq!(found[0]["scope"], "excluded");
    assert_eq!(found[1]["hashes"][0]["content"], "000102");
    assert_eq!(found[1]["scope"], "required");
}

#[test]
fn the_bill_names_what_is_published_and_what_only_helps() {
    let bill = sbom::bill(Path::new(".."), "1").expect("made");
    let components = bill["components"].as_array().expect("a list");
    let of = |scope: &str| -> BTreeSet<&str> {
        components.iter().filter(|it| it["scope"] == scope).filter_map(|it| it["name"].as_str()).collect()
    };
    let (required, excluded) = (of("required"), of("excluded"));
    for name in ["leptos", "serde_json", "web-sys", "charming"].iter().chain(&sbom::BUNDLED) {
        assert!(required.contains(name), "{name} is published");
    }
    for name in ["ureq", "proptest", "serde_derive", "@playwright/test"] {
        assert!(excluded.contains(name) && !required.contains(name), "{name} is not published");
    }
    let refs: BTreeSet<&str> = components.iter().filter_map(|it| it["bom-ref"].as_str()).collect();
    assert_eq!(refs.len(), components.len(), "each is named once");
    let without: Vec<_> = components.iter().filter(|it| it["licenses"].is_null()).map(|it| &it["name"]).collect();
    assert!(without.is_empty(), "without a licence: {without:?}");
}

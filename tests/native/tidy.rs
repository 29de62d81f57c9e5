//! Which room may know which, and that files stay small and say what they are.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const LONGEST: usize = 400;
/// Each room with the rooms it may know. `browser` and `ui` stand above all of these.
const ROOMS: [(&str, &[&str]); 5] = [
    ("domain", &[]),
    ("snapshot", &["domain"]),
    ("text", &["domain"]),
    ("address", &["domain", "text"]),
    ("figure", &["domain", "snapshot", "text", "address"]),
];
const WEB: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "gloo_"];

/// Every Rust file below a folder, by its path from the root, with its text.
fn files(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|it| it == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(ROOT).join(folder), &mut found);
    found.sort();
    assert!(!found.is_empty(), "{folder} has no Rust files");
    let name = |path: &Path| path.strip_prefix(ROOT).unwrap().to_str().unwrap().replace('\\', "/");
    found.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// Without comments, so that only code counts.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// The modules of this crate that a text names right after `root`: `crate::domain`, `crate::{domain::Id, text}` …
fn named_after(root: &str, code: &str) -> Vec<String> {
    let first_word =
        |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for (at, _) in code.match_indices(root) {
        let rest = &code[at + root.len()..];
        let Some(list) = rest.strip_prefix('{') else {
            found.push(first_word(rest));
            continue;
        };
        let (mut depth, mut begins) = (0, true);
        for (n, c) in list.char_indices() {
            if begins && depth == 0 && (c.is_alphanumeric() || c == '_') {
                found.push(first_word(&list[n..]));
                begins = false;
            }
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                _ => {}
            }
        }
    }
    found
}

/// Without the statements, blocks and items that exist with the feature `browser` only.
fn without_browser_parts(code: &str) -> String {
    let mut kept = String::new();
    let mut rest = code;
    while let Some(at) = rest.find("#[cfg(feature = \"browser\")]") {
        kept.push_str(&rest[..at]);
        let after = &rest[at..];
        let (mut depth, mut end) = (0, after.len());
        // From behind the attribute to the end of what it stands before.
        for (n, c) in after.char_indices().skip_while(|(_, c)| *c != ']') {
            match c {
                '{' | '(' => depth += 1,
                '}' | ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 && (c == '}' || c == ';') {
                end = n + 1;
                break;
            }
        }
        rest = &after[end..];
    }
    kept + rest
}

#[test]
fn each_room_knows_only_the_rooms_before_it() {
    for (room, may_know) in ROOMS {
        for (file, text) in files(&format!("src/{room}")) {
            let code = code(&text);
            for root in ["crate::", "tinh_so::"] {
                for named in named_after(root, &code) {
                    assert!(named == room || may_know.contains(&named.as_str()), "{file} names {root}{named}");
                }
            }
            assert!(!code.contains("super::super::"), "{file} climbs out with super::super");
            // A file right in the room must not reach its neighbours through `super` either.
            if file.ends_with("/mod.rs") {
                assert!(!code.contains("super::"), "{file} reaches beyond its room");
            }
        }
    }
}

#[test]
fn the_list_of_names_after_crate_is_read_rightly() {
    let code = "use crate::{address::{Notice, Page}, domain::*, snapshot::SnapshotId};\n crate::text::period();";
    assert_eq!(named_after("crate::", code), ["address", "domain", "snapshot", "text"]);
    let code =
        "a; #[cfg(feature = \"browser\")]\n{ web_sys(); { x } }\n b; #[cfg(feature = \"browser\")]\nuse js_sys::X; c";
    assert_eq!(without_browser_parts(code), "a; \n b;  c");
}

#[test]
fn only_the_browser_room_names_the_browser() {
    let mut allowed = 0;
    for (file, text) in files("src") {
        if file.starts_with("src/browser/") || file == "src/bin/app.rs" {
            allowed += WEB.iter().filter(|name| text.contains(**name)).count();
            continue;
        }
        let code = without_browser_parts(&code(&text));
        for name in WEB {
            assert!(!code.contains(name), "{file} names {name}");
        }
    }
    assert!(allowed > 0, "nobody names the browser at all: this test looks for the wrong words");
}

#[test]
fn the_pure_rooms_name_no_framework() {
    for (room, _) in ROOMS {
        for (file, text) in files(&format!("src/{room}")) {
            let code = code(&text);
            for name in ["leptos", "std::fs", "std::net", "std::time", "std::env", "std::process", "println!"] {
                assert!(!code.contains(name), "{file} names {name}");
            }
        }
    }
}

#[test]
fn every_file_begins_by_saying_what_it_is() {
    for (file, text) in ["src", "xtask/src", "tests"].into_iter().flat_map(files) {
        let first = text.lines().next().unwrap_or("");
        assert!(first.starts_with("//! ") && first.len() > 20, "{file} begins with “{first}”");
    }
}

#[test]
fn no_file_is_longer_than_one_can_read_at_a_sitting() {
    for (file, text) in ["src", "xtask/src", "tests"].into_iter().flat_map(files) {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{file} has {lines} lines, more than {LONGEST}: split it");
    }
}

/// What depends on a package natively, by cargo's own account; empty if nothing does.
fn dependents(package: &str, features: &[&str]) -> String {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .current_dir(ROOT)
        .args(["tree", "--offline", "--locked", "-p", "tinh-so", "-e", "normal", "-i", package])
        .args(features)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    // "Did not match" is cargo's way of saying that the package is nowhere in the tree.
    assert!(output.status.success() || said.contains("did not match any packages"), "cargo tree failed: {said}");
    found
}

#[test]
fn a_plain_build_knows_neither_browser_nor_framework() {
    for package in ["web-sys", "js-sys", "wasm-bindgen", "leptos"] {
        assert_eq!(dependents(package, &[]), "", "{package} is needed without a feature");
    }
    assert!(dependents("serde_json", &[]).contains("tinh-so"), "cargo tree finds what is there");
    assert!(dependents("web-sys", &["--features", "browser"]).contains("tinh-so"), "and what a feature brings");
}

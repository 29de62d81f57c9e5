//! The examples and columns that the data page explains. That the examples work is shown by
//! `cargo xtask test --extended`, which runs them.

use crate::support::{VERSION, record};
use tinh_so::{
    figure::indicator_rows,
    text::{Locale, columns, examples},
};

const ROOT: &str = "https://tinhso.example/mot/thu-muc/";

#[test]
fn every_example_names_whole_addresses_of_published_files_only() {
    for locale in Locale::ALL {
        for example in examples(locale, ROOT, VERSION) {
            let addresses: Vec<&str> = example.code.split("https://").skip(1).collect();
            assert!(!addresses.is_empty(), "{} names no file", example.id);
            for address in addresses {
                let end = address.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(address.len());
                let below = address[..end].strip_prefix("tinhso.example/mot/thu-muc/data/");
                let below = below.unwrap_or_else(|| panic!("{} leads to {address}", example.id));
                let file = below.strip_prefix("latest/").or_else(|| below.strip_prefix("v/2026.11.0/"));
                assert!(
                    ["indicators/dti.csv", "indicators/dti.json", "SHA256SUMS"].contains(&file.unwrap()),
                    "{}: {below}",
                    example.id
                );
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_examples_but_for_the_names_they_print() {
    let [vi, en] = Locale::ALL.map(|locale| examples(locale, ROOT, VERSION));
    assert_eq!(vi.len(), en.len());
    for (vi, en) in vi.iter().zip(&en) {
        assert_eq!(vi.id, en.id);
        assert_eq!(vi.code.replace("place_vi", "place_en"), en.code);
        assert_ne!((vi.title, vi.lead), (en.title, en.lead));
        assert!(vi.lead.ends_with('.') && en.lead.ends_with('.'), "{}: both leads are sentences", vi.id);
        assert_eq!(vi.lead.matches('`').count(), en.lead.matches('`').count(), "{}: the same code in both", vi.id);
        assert_eq!(vi.lead.matches('`').count() % 2, 0, "{}: each backtick has its other", vi.id);
        assert!(!vi.code.contains('`'), "{}", vi.id);
    }
}

#[test]
fn a_draft_or_a_site_at_the_root_has_right_addresses_too() {
    let code: String =
        examples(Locale::En, "https://a.example/", "2026.11.1-draft").into_iter().map(|it| it.code).collect();
    assert!(code.contains(" https://a.example/data/v/2026.11.1-draft/SHA256SUMS\n"), "{code}");
    assert!(code.contains("\"https://a.example/data/latest/indicators/dti.csv\""), "{code}");
}

#[test]
fn exactly_the_columns_of_the_csv_are_explained() {
    let csv = indicator_rows(&record().observation("a", "fibre", "2022", 83.5).build(), "fibre").csv();
    let mut stated: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().next().unwrap().split(',').collect();
    for locale in Locale::ALL {
        let mut explained: Vec<&str> = columns(locale).iter().flat_map(|(names, _)| names.iter().copied()).collect();
        explained.sort_unstable();
        stated.sort_unstable();
        assert_eq!(explained, stated);
        for (names, meaning) in columns(locale) {
            assert!(!meaning.is_empty() && !meaning.ends_with('.'), "{names:?}: the page sets the full stop");
        }
    }
}

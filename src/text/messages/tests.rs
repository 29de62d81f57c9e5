//! What holds for every text: words of the glossary, one punctuation in both languages, no leftovers.

use super::PAIRS;

/// The same in both languages on purpose.
const SAME: [&str; 1] = ["site"];

#[test]
fn no_text_was_left_untranslated() {
    let same: Vec<&str> = PAIRS.iter().filter(|(_, vi, en)| vi == en).map(|(key, ..)| *key).collect();
    assert_eq!(same, SAME);
}

#[test]
fn every_text_is_composed_whole_and_trimmed() {
    for (key, vi, en) in PAIRS {
        for text in [vi, en] {
            assert!(!text.contains(|c| ('\u{300}'..='\u{36f}').contains(&c)), "{key}: a combining mark in “{text}”");
            assert!(!text.is_empty() && text.trim() == *text && !text.contains("  "), "{key}: “{text}”");
        }
    }
}

#[test]
fn vietnamese_texts_hold_no_english() {
    const ENGLISH: &[&str] = &[
        "the",
        "and",
        "of",
        "with",
        "is",
        "are",
        "this",
        "for",
        "from",
        "by",
        "not",
        "see",
        "figure",
        "figures",
        "source",
        "sources",
        "target",
        "targets",
        "place",
        "places",
        "province",
        "provinces",
        "compare",
        "chart",
        "table",
        "period",
        "method",
        "page",
        "pages",
        "view",
        "map",
        "indicator",
        "indicators",
        "topic",
        "data",
        "click",
        "link",
        "website",
    ];
    for (key, vi, _) in PAIRS {
        for word in vi.split(|c: char| !c.is_alphanumeric()) {
            assert!(!ENGLISH.contains(&&*word.to_lowercase()), "{key}: “{word}” in “{vi}”");
        }
    }
}

#[test]
fn both_languages_end_a_sentence_or_neither_does() {
    for (key, vi, en) in PAIRS {
        for mark in ['.', '?', ':', '…'] {
            assert_eq!(vi.ends_with(mark), en.ends_with(mark), "{key}: “{vi}”, “{en}”");
        }
    }
}

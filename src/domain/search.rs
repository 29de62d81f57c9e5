//! Finding a place by what people type: "dong nai", "TP.HCM", "thừa thiên huế", with or without marks.

use super::{
    Id, Place, Record,
    sort::{arrange, letter_and_tone},
};
use std::sync::Arc;

/// A place that answers a search.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The place.
    pub place: Arc<Place>,
    /// The other spelling that matched, where it was not the name.
    pub alias: Option<Id>,
}

/// Lower case, marks dropped, đ as d, and everything that is neither letter nor digit as one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in lower(text).chars() {
        let plain = match letter_and_tone(c).0 {
            'ă' | 'â' => 'a',
            'ê' => 'e',
            'ô' | 'ơ' => 'o',
            'ư' => 'u',
            'đ' => 'd',
            other => other,
        };
        if plain.is_alphanumeric() {
            folded.push(plain);
        } else if !is_combining(plain) && !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Lower case with the look-alikes of Đ (Eth, African D) made Đ.
fn lower(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'Ð' | 'Ɖ' | 'ð' | 'ɖ' => 'đ',
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The places that answer, best first: whole names before beginnings before insides, exact marks before folded ones,
/// names before other spellings; the order of the list decides the rest. An empty question finds nothing.
pub fn search_places(record: &Record, question: &str, most: usize) -> Vec<Hit> {
    let (marked, folded) = (lower(question.trim()), fold(question));
    if folded.is_empty() {
        return Vec::new();
    }
    let grade = |name: &str| {
        let name_folded = fold(name);
        let penalty = u8::from(!lower(name).contains(&marked));
        let at = name_folded.find(&folded)?;
        let base = if name_folded == folded {
            0
        } else if at == 0 {
            2
        } else if name_folded.as_bytes()[at - 1] == b' ' {
            4
        } else {
            6
        };
        Some(base + penalty)
    };
    let mut hits: Vec<(u8, Hit)> = Vec::new();
    for place in record.places() {
        let names = [&place.name.vi, &place.name.en, &place.short].into_iter().filter_map(|n| grade(n)).min();
        let alias = place.aliases.iter().filter_map(|a| grade(a).map(|g| (g + 1, a))).min_by_key(|(g, _)| *g);
        let hit = match (names, alias) {
            (Some(name), Some((other, alias))) if other < name => (other, Some(alias.clone())),
            (Some(name), _) => (name, None),
            (None, Some((other, alias))) => (other, Some(alias.clone())),
            (None, None) => continue,
        };
        hits.push((hit.0, Hit { place: place.clone(), alias: hit.1 }));
    }
    arrange(hits, |(grade, _)| [i64::from(*grade), 0, 0]).into_iter().take(most).map(|(_, hit)| hit).collect()
}

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

/// The grade from which on what was typed stands only somewhere inside a word.
const INSIDE: u8 = 6;
/// The grade of a name that has another letter than what was typed.
const NEARLY: u8 = 20;

/// What was typed, and as it is compared.
struct Question {
    marked: String,
    folded: String,
    letters: Vec<char>,
}

impl Question {
    fn new(text: &str) -> Self {
        let folded = fold(text);
        Self { marked: lower(text.trim()), letters: folded.chars().collect(), folded }
    }

    /// How well a name answers, zero best.
    fn grade(&self, name: &str) -> Option<u8> {
        let folded = fold(name);
        let penalty = u8::from(!lower(name).contains(&self.marked));
        let at = folded.find(&self.folded)?;
        let base = if folded == self.folded {
            0
        } else if at == 0 {
            2
        } else if folded.as_bytes()[at - 1] == b' ' {
            4
        } else {
            INSIDE
        };
        Some(base + penalty)
    }

    /// Whether a name, or one of its words and what follows it, begins with this but for one letter: another one, one too
    /// many, one too few, or two that changed places. Of three letters and fewer nothing is left if one is wrong: they are
    /// held against whole names alone.
    fn nearly(&self, name: &str) -> bool {
        let name: Vec<char> = fold(name).chars().collect();
        let starts = (0..name.len()).filter(|&n| n == 0 || name[n - 1] == ' ');
        let short = self.letters.len() < 4;
        starts.map(|start| &name[start..]).any(|name| {
            let typed = &self.letters[..];
            let same = typed.iter().zip(name).take_while(|(a, b)| a == b).count();
            let (typed, name) = (&typed[same..], &name[same..]);
            let goes_on = |name: &[char], typed: &[char]| if short { name == typed } else { name.starts_with(typed) };
            match (typed, name) {
                ([], _) => false,
                ([_, rest @ ..], []) => rest.is_empty() && !short,
                ([a, typed_rest @ ..], [b, name_rest @ ..]) => {
                    let swapped = matches!((typed_rest, name_rest), ([c, t @ ..], [d, n @ ..]) if a == d && b == c && goes_on(n, t));
                    swapped || goes_on(name_rest, typed_rest) || goes_on(name, typed_rest) || goes_on(name_rest, typed)
                }
            }
        })
    }
}

/// The places that answer, best first: whole names before beginnings before insides, exact marks before folded ones,
/// names before other spellings, units of today before those that ended; the order of the list decides the rest. Where no word begins like that, places whose
/// names differ in one letter come last. An empty question finds nothing.
pub fn search_places(record: &Record, question: &str, most: usize) -> Vec<Hit> {
    let question = Question::new(question);
    if question.folded.is_empty() {
        return Vec::new();
    }
    let mut hits = graded(record, |name| question.grade(name));
    if hits.iter().all(|(grade, _)| *grade >= INSIDE) {
        let known = |place: &Place| hits.iter().any(|(_, hit)| hit.place.id == place.id);
        let near = graded(record, |name| question.nearly(name).then_some(NEARLY));
        let near: Vec<_> = near.into_iter().filter(|(_, hit)| !known(&hit.place)).collect();
        hits.extend(near);
    }
    // Of two that answer equally well the one of today first.
    let ended = |hit: &Hit| i64::from(hit.place.valid_to.is_some());
    arrange(hits, |(grade, hit)| [i64::from(*grade), ended(hit), 0])
        .into_iter()
        .take(most)
        .map(|(_, hit)| hit)
        .collect()
}

/// The places with a name that has a grade; another spelling counts a little less than a name.
fn graded(record: &Record, grade: impl Fn(&str) -> Option<u8>) -> Vec<(u8, Hit)> {
    let grade = |name: &Id| grade(name);
    let one = |place: &Arc<Place>| {
        let names = [&place.name.vi, &place.name.en, &place.short].into_iter().filter_map(grade).min();
        let alias = place.aliases.iter().filter_map(|a| grade(a).map(|g| (g + 1, a))).min_by_key(|(g, _)| *g);
        let (grade, alias) = match (names, alias) {
            (Some(name), Some((other, alias))) if other < name => (other, Some(alias.clone())),
            (Some(name), _) => (name, None),
            (None, Some((other, alias))) => (other, Some(alias.clone())),
            (None, None) => return None,
        };
        Some((grade, Hit { place: place.clone(), alias }))
    };
    record.places().iter().filter_map(one).collect()
}

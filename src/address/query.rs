//! The query of an address: a [`Selection`] to and from text.

use super::page::is_id;
use crate::domain::{Basis, Id, MOST_PLACES, Selection, Subject, ViewKind};

/// Something in an address that could not be used. The rest of the view is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A value that is no such thing: `time=abc`, or an id no place has.
    Unknown {
        /// The key it stood under.
        key: &'static str,
        /// What stood there, cut to a readable length.
        value: String,
    },
    /// More places than a comparison highlights.
    TooMany {
        /// How many were left out.
        left_out: usize,
    },
    /// The same key twice: the first one counts.
    Twice {
        /// Which key.
        key: &'static str,
    },
}

const KEYS: [&str; 6] = ["topic", "indicator", "places", "time", "view", "basis"];

/// The longest query read; the rest of a longer one is not looked at.
const LONGEST: usize = 2000;

/// Writes what is chosen; nothing for a default view.
pub fn encode_query(selection: &Selection) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    match &selection.subject {
        Some(Subject::Topic(id)) => pairs.push(("topic", id.to_string())),
        Some(Subject::Indicator(id)) => pairs.push(("indicator", id.to_string())),
        None => {}
    }
    if !selection.places.is_empty() {
        pairs.push(("places", selection.places.join("~")));
    }
    if let Some(time) = &selection.time {
        // A slash is allowed in a query, but messengers cut addresses at it.
        pairs.push(("time", time.to_string().replace('/', "%2F")));
    }
    if let Some(view) = selection.view {
        pairs.push(("view", view.code().to_owned()));
    }
    if let Some(basis) = selection.basis {
        pairs.push(("basis", basis.number().to_string()));
    }
    pairs.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
}

/// The first value of a key that is none of a selection's, as it stands.
pub(super) fn value_of<'a>(query: &'a str, key: &str) -> Option<&'a str> {
    let query = &query[..query.floor_char_boundary(LONGEST)];
    query.split('&').filter_map(|pair| pair.split_once('=')).find(|(it, _)| *it == key).map(|(_, value)| value)
}

/// Reads a query without its `?`. Keys of others (`fbclid`, `utm_source` …) are passed over in silence.
pub fn decode_query(query: &str) -> (Selection, Vec<Notice>) {
    let mut selection = Selection::default();
    let mut notices = Vec::new();
    let mut seen = [false; KEYS.len()];
    let query = &query[..query.floor_char_boundary(LONGEST)];
    for pair in query.split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let Some(n) = KEYS.iter().position(|known| *known == key) else { continue };
        if value.is_empty() {
            continue;
        }
        if std::mem::replace(&mut seen[n], true) {
            notices.push(Notice::Twice { key: KEYS[n] });
            continue;
        }
        let value = percent_decode(value);
        if !read(&mut selection, KEYS[n], &value, &mut notices) {
            notices.push(unknown(KEYS[n], &value));
        }
    }
    (selection, notices)
}

fn read(selection: &mut Selection, key: &'static str, value: &str, notices: &mut Vec<Notice>) -> bool {
    match key {
        "topic" | "indicator" if is_id(value) && selection.subject.is_none() => {
            let id = Id::from(value);
            selection.subject = Some(if key == "topic" { Subject::Topic(id) } else { Subject::Indicator(id) });
            true
        }
        "places" => {
            for id in value.split('~').filter(|id| !id.is_empty()) {
                if !is_id(id) {
                    notices.push(unknown("places", id));
                } else if !selection.places.iter().any(|known| &**known == id) {
                    selection.places.push(id.into());
                }
            }
            if selection.places.len() > MOST_PLACES {
                notices.push(Notice::TooMany { left_out: selection.places.len() - MOST_PLACES });
                selection.places.truncate(MOST_PLACES);
            }
            true
        }
        "time" => value.parse().map(|time| selection.time = Some(time)).is_ok(),
        "view" => ViewKind::from_code(value).map(|view| selection.view = Some(view)).is_some(),
        "basis" => {
            let basis = value.parse().ok().and_then(Basis::from_number);
            selection.basis = basis;
            basis.is_some()
        }
        _ => false,
    }
}

/// A notice about a value, cut so that a long one does not fill the page, without anything unseen: control and direction
/// marks, line separators, and characters without a width.
pub(crate) fn unknown(key: &'static str, value: &str) -> Notice {
    let is_unseen = |c: char| {
        c.is_control()
            || matches!(c,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}')
    };
    let mut shown: String = value.chars().filter(|c| !is_unseen(*c)).take(60).collect();
    if value.chars().count() > 60 {
        shown.push('…');
    }
    Notice::Unknown { key, value: shown }
}

/// Undoes `%XX` and `+`; bytes that are not UTF-8 become the replacement character.
fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = |at: usize| bytes.get(at).and_then(|b| (*b as char).to_digit(16));
        match (bytes[i], hex(i + 1), hex(i + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                i += 3;
                continue;
            }
            (b'+', ..) => out.push(b' '),
            (byte, ..) => out.push(byte),
        }
        i += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

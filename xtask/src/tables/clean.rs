//! The form of a single cell: its letters, its spaces, and the traces that editors, browsers and spreadsheets leave.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What is wrong with the form of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    NotNfc,
    LookAlike,
    OddSpace,
    SpaceAtEdge,
    TwoSpaces,
    LostZero,
    LineBreak,
    WrongEncoding,
    LostLetter,
    SpreadsheetError,
    Formula,
    Markup,
}

impl Fault {
    /// Only one cell could have been meant, so that it can be put right without a guess.
    pub(super) fn mends(self) -> bool {
        self <= Fault::LostZero
    }
}

/// One fault with its words: what is wrong, what to do.
pub(super) type Found = (Fault, String, String);

/// Columns of numbers: what stands there instead of a plain number is explained with the number.
const NUMBERS: [&str; 3] = ["value", "min", "max"];

/// The cell in NFC, without stray spaces, and what had to be changed.
pub(super) fn clean(raw: &str, column: &str) -> (String, Vec<Found>) {
    if column == "gso_code" && raw.len() == 1 && raw.bytes().all(|b| b.is_ascii_digit()) {
        let code = format!("0{raw}");
        let message = format!("“{raw}” has lost its leading zero, as spreadsheets do");
        return (code.clone(), vec![(Fault::LostZero, message, format!("write {code}"))]);
    }
    if let Some(found) = foreign(raw, column) {
        return (raw.to_owned(), vec![found]);
    }
    if raw.bytes().all(|b| b.is_ascii_graphic()) {
        return (raw.to_owned(), Vec::new());
    }
    let mut found = Vec::new();
    let mut cell = letters(raw, &mut found);
    if !cell.starts_with(' ') && !cell.ends_with(' ') && !cell.contains("  ") && !cell.contains(is_odd) {
        return (cell, found);
    }
    if NUMBERS.contains(&column) && cell.trim() == cell && cell.chars().all(|c| !is_odd(c) || c.is_whitespace()) {
        return (cell, found);
    }
    if cell.contains('\n') {
        let hint = "join the lines, or look for a quote that is never closed".to_owned();
        found.push((Fault::LineBreak, "has a line break in it".to_owned(), hint));
    } else if let Some(odd) = cell.chars().find(|c| is_odd(*c)) {
        let message = format!("has an invisible character (U+{:04X}) in it", u32::from(odd));
        found.push((Fault::OddSpace, message, "type a plain space".to_owned()));
    } else if cell.trim() != cell {
        let message = format!("“{cell}” has a space at its beginning or end");
        found.push((Fault::SpaceAtEdge, message, format!("write “{}”", cell.trim())));
    } else if let Some(at) = cell.find("  ") {
        let before = cell[..at].split(' ').next_back().unwrap_or_default();
        found.push((Fault::TwoSpaces, format!("has two spaces in a row after “{before}”"), "write one".to_owned()));
    }
    cell.retain(|c| !has_no_width(c));
    let words: Vec<&str> = cell.split(|c: char| c.is_whitespace() || is_odd(c)).filter(|w| !w.is_empty()).collect();
    (words.join(" "), found)
}

/// NFC, and Đ rather than the letters of other languages that look like it.
fn letters(raw: &str, found: &mut Vec<Found>) -> String {
    let mut cell = raw.to_owned();
    if !is_nfc(raw) {
        let fixed: String = raw.nfc().collect();
        let wrong: Vec<&str> = raw.split_whitespace().filter(|word| !is_nfc(word)).collect();
        let right: Vec<String> = wrong.iter().map(|word| word.nfc().collect()).collect();
        let (wrong, right) = if wrong.len() <= 3 { (raw.trim(), fixed.trim()) } else { (wrong[0], right[0].as_str()) };
        let message = format!("“{wrong}” is not in NFC: its letters and marks are separate characters");
        found.push((Fault::NotNfc, message, format!("replace it with “{right}”")));
        cell = fixed;
    }
    if let Some(wrong) = cell.chars().find(|c| matches!(c, 'Ð' | 'Ɖ' | 'ð' | 'ɖ')) {
        let right = if "ÐƉ".contains(wrong) { 'Đ' } else { 'đ' };
        let message = format!("“{wrong}” (U+{:04X}) only looks like “{right}”", u32::from(wrong));
        let hint = format!("replace it with “{right}” (U+{:04X})", u32::from(right));
        found.push((Fault::LookAlike, message, hint));
        cell = cell
            .chars()
            .map(|c| {
                if "ÐƉ".contains(c) {
                    'Đ'
                } else if "ðɖ".contains(c) {
                    'đ'
                } else {
                    c
                }
            })
            .collect();
    }
    cell
}

/// What never belongs into a cell: it came from elsewhere, and what was meant is for the editor to say.
fn foreign(raw: &str, column: &str) -> Option<Found> {
    if (raw.starts_with('#') || raw.starts_with("Err:")) && !NUMBERS.contains(&column) {
        let hint = "write the text or the number itself".to_owned();
        return Some((Fault::SpreadsheetError, format!("“{raw}” is what a spreadsheet shows for an error"), hint));
    }
    // The tables are published as they are, and opened in spreadsheets.
    if tinh_so::figure::is_formula(raw) && !NUMBERS.contains(&column) {
        let message = format!("a spreadsheet takes “{}” for a formula", start(raw));
        let hint = "put quotation marks around the text, or begin it with a letter or a digit".to_owned();
        return Some((Fault::Formula, message, hint));
    }
    if column == "url" {
        return None;
    }
    if let Some(meant) = read_as_1252(raw) {
        let hint = "take the file from git again, and choose UTF-8 when opening it in the spreadsheet".to_owned();
        let message = format!("“{}” is “{}”, opened in the wrong encoding and saved", start(raw), start(&meant));
        return Some((Fault::WrongEncoding, message, hint));
    }
    if !raw.contains('?') && !raw.contains('<') && !raw.contains('&') && !raw.contains('\u{fffd}') {
        return None;
    }
    if let Some(word) = raw.split_whitespace().find(|word| has_lost_a_letter(word)) {
        let hint = "type it again, and save the file as “CSV UTF-8”".to_owned();
        return Some((Fault::LostLetter, format!("“{word}” has lost a letter to an older encoding"), hint));
    }
    let tag = markup(raw)?;
    Some((Fault::Markup, format!("“{tag}” is HTML"), "texts are plain: write what the reader is to see".to_owned()))
}

/// A question mark inside a word, or the mark of a byte that could not be read.
fn has_lost_a_letter(word: &str) -> bool {
    let before_letter = |(at, _): (usize, &str)| word[at + 1..].starts_with(char::is_alphabetic);
    word.contains('\u{fffd}') || word.match_indices('?').any(before_letter)
}

/// The first tag or named character.
fn markup(raw: &str) -> Option<&str> {
    let starts_tag = |c: char| c.is_ascii_alphabetic() || c == '/' || c == '!';
    let tag = raw.match_indices('<').find(|(at, _)| raw[at + 1..].starts_with(starts_tag)).map(|(at, _)| at);
    let is_entity = |at: usize| {
        let name = raw[at + 1..].split_once(';').map_or("", |(name, _)| name);
        (2..=8).contains(&name.len()) && name.trim_start_matches('#').bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let at = tag.or_else(|| raw.match_indices('&').map(|(at, _)| at).find(|at| is_entity(*at)))?;
    let rest = &raw[at..];
    let end = rest.find(['>', ';']).map_or(rest.len(), |end| end + 1);
    Some(&rest[..end])
}

/// The bytes 0x80 to 0x9F of Windows-1252; a point where it has no letter.
const WINDOWS_1252: &str = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

/// The text that was meant, if this one is UTF-8 that somebody read as Windows-1252: “Ä‘” is “đ”.
fn read_as_1252(raw: &str) -> Option<String> {
    if raw.is_ascii() {
        return None;
    }
    let byte = |c: char| {
        let high = || WINDOWS_1252.chars().position(|one| one == c && one != '.').map(|at| at + 0x80);
        u8::try_from(c).ok().or_else(|| high().and_then(|at| u8::try_from(at).ok()))
    };
    String::from_utf8(raw.chars().map(byte).collect::<Option<Vec<u8>>>()?).ok()
}

/// The first words, so that a message stays one line.
fn start(text: &str) -> String {
    let start: String = text.chars().take(40).filter(|c| !c.is_control()).collect();
    if text.chars().count() > 40 { start + "…" } else { start }
}

/// Neither a plain space nor visible: no-break spaces, zero-width characters, tabs and other controls.
fn is_odd(c: char) -> bool {
    c != ' ' && (c.is_whitespace() || c.is_control() || has_no_width(c))
}

fn has_no_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

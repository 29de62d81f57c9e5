//! Vietnamese alphabetical order: letters first (a ă â b c d đ …), tones second, spaces count.
//!
//! A hand-written key, since the collation tables of a general library cost more than a megabyte of WebAssembly. It
//! orders names as the collation of the Unicode CLDR for `vi` does; a test holds the list of provinces.

/// Compares as the names do. Made once in the build; the order then travels with the list.
pub type SortKey = (Vec<u8>, Vec<u8>);

const LETTERS: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The twelve vowels with their tones in order: ngang, huyền, hỏi, ngã, sắc, nặng.
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

/// The letter without its tone, and the tone (0 to 5).
pub(super) fn letter_and_tone(c: char) -> (char, u8) {
    for vowel in VOWELS {
        if let Some(tone) = vowel.chars().position(|v| v == c) {
            return (vowel.chars().next().unwrap_or(c), tone as u8);
        }
    }
    (c, 0)
}

/// The key of a name in NFC.
pub fn sort_key(name: &str) -> SortKey {
    let mut letters = Vec::with_capacity(name.len());
    let mut tones = Vec::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        let (letter, tone) = letter_and_tone(c);
        letters.push(match LETTERS.chars().position(|l| l == letter) {
            Some(position) => 40 + position as u8,
            None if letter.is_whitespace() => 1,
            None if letter.is_ascii_digit() => 20 + (letter as u8 - b'0'),
            None => 10,
        });
        tones.push(tone);
    }
    (letters, tones)
}

/// What [`arrange`] sorts by: three whole numbers, compared in order.
pub type Key = [i64; 3];

/// The items in the order of their keys; equal keys keep their order.
///
/// One sort for every list of the site: the standard library's sort is made anew for each type it meets, which together
/// weighed a tenth of the WebAssembly module.
pub fn arrange<T>(items: Vec<T>, key: impl Fn(&T) -> Key) -> Vec<T> {
    let mut order: Vec<(Key, usize)> = items.iter().enumerate().map(|(n, item)| (key(item), n)).collect();
    order.sort_unstable();
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, n)| slots[n].take()).collect()
}

/// A number as a key: whole numbers in the order of the floating ones (IEEE 754 total order).
pub fn number_key(number: f64) -> i64 {
    let bits = number.to_bits() as i64;
    bits ^ (((bits >> 63) as u64) >> 1) as i64
}

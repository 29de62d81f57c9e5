//! From a file's bytes to its text: what spreadsheets and old encodings do to whole files.

/// The text of a file and what was odd about its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// Plain text: no byte order mark, LF line ends.
    pub(super) text: String,
    /// What had to be changed for that; each continues a sentence about the file.
    pub(super) odd: Vec<String>,
}

/// Bytes that are no text we could be sure of.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotText {
    /// The line of the first bad byte.
    pub(super) line: u64,
    /// What the file is.
    pub(super) message: &'static str,
    /// What to do.
    pub(super) hint: &'static str,
}

/// Reads UTF-8, and UTF-16 where it can be told for certain.
///
/// # Errors
/// For any other encoding: in Windows-1258 and Windows-1252 the same bytes mean different letters, so that nobody can
/// tell them apart without knowing the words.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, NotText> {
    let mut odd = Vec::new();
    let text = match utf16(&bytes) {
        Some(text) => {
            odd.push("is UTF-16, the “Unicode text” of Excel".to_owned());
            text
        }
        None => String::from_utf8(bytes).map_err(|error| {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            NotText {
                line: valid.iter().filter(|byte| **byte == b'\n').count() as u64 + 1,
                message: "is not UTF-8 but an older encoding, such as Windows-1258 or Windows-1252",
                hint: "save it as “CSV UTF-8”; where letters were already lost, take the file from git again",
            }
        })?,
    };
    let (marked, text) = match text.strip_prefix('\u{feff}') {
        Some(rest) => (true, rest.to_owned()),
        None => (false, text),
    };
    if marked && odd.is_empty() {
        odd.push("begins with a byte order mark, which Excel adds to “CSV UTF-8”".to_owned());
    }
    if text.contains('\0') {
        let hint = "take it from git again, and save it as “CSV UTF-8”";
        return Err(NotText { line: 1, message: "holds zero bytes: it is no text, or cut off in the middle", hint });
    }
    if !text.contains('\r') {
        return Ok(Decoded { text, odd });
    }
    odd.push("has Windows line ends (CR LF)".to_owned());
    Ok(Decoded { text: text.replace("\r\n", "\n").replace('\r', "\n"), odd })
}

/// The text if the bytes are UTF-16: with its byte order mark, or without but with a zero in every other place.
fn utf16(bytes: &[u8]) -> Option<String> {
    let big = match bytes {
        [0xff, 0xfe, ..] | [1..=255, 0, 1..=255, 0, ..] => false,
        [0xfe, 0xff, ..] | [0, 1..=255, 0, 1..=255, ..] => true,
        _ => return None,
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| if big { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) });
    rest.is_empty().then(|| char::decode_utf16(units).collect::<Result<String, _>>().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, unit: fn(u16) -> [u8; 2]) -> Decoded {
        decode(text.encode_utf16().flat_map(unit).collect()).expect("text")
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark_in_both_orders() {
        for text in ["\u{feff}place,name\nhue,Huế\n", "place,name\nhue,Huế\n"] {
            for unit in [u16::to_le_bytes, u16::to_be_bytes] {
                let decoded = of(text, unit);
                assert_eq!(decoded.text, "place,name\nhue,Huế\n");
                assert_eq!(decoded.odd, ["is UTF-16, the “Unicode text” of Excel"]);
            }
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_line() {
        assert_eq!(decode(b"a,b\nHu\x81,\n".to_vec()).map_err(|it| it.line), Err(2));
        assert!(decode(b"place,na\0me\n".to_vec()).is_err());
        // Half of a pair is missing.
        assert!(decode(vec![0xff, 0xfe, b'a', 0, b'b']).is_err());
    }
}

//! Numbers as the tables write them: digits with at most one decimal point. Anything else is explained, never guessed.

/// Reads a number.
///
/// # Errors
/// What to write instead.
pub(super) fn parse(text: &str) -> Result<f64, String> {
    if !is_plain(text) {
        return Err(advice(text));
    }
    exact(text).ok_or_else(|| "it would lose digits; write those that the document prints".to_owned())
}

/// The number, if it is shown again with the digits it was written with: about 15 of them fit.
fn exact(text: &str) -> Option<f64> {
    let number: f64 = text.parse().ok()?;
    let unsigned = text.trim_start_matches('-').trim_start_matches('0');
    let digits = if unsigned.contains('.') { unsigned.trim_end_matches('0').trim_end_matches('.') } else { unsigned };
    (number.abs().to_string().trim_start_matches('0') == digits).then_some(number)
}

/// Whether it can be advised.
fn is_number(text: &str) -> bool {
    is_plain(text) && exact(text).is_some()
}

/// An optional minus, digits, and perhaps a point with more digits.
fn is_plain(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    match unsigned.split_once('.') {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(unsigned),
    }
}

fn advice(text: &str) -> String {
    if ["-", "–", "…", "...", "n/a", "na", "null", "không", "không có"].contains(&text.to_lowercase().as_str()) {
        return "where the document gives no figure, leave the cell empty and write the reason into missing".to_owned();
    }
    if text.starts_with('#') || text.starts_with("Err:") {
        return "a spreadsheet shows that for an error; write the number itself".to_owned();
    }
    if text.parse::<f64>().is_ok_and(f64::is_finite) && text.contains(['e', 'E']) {
        return "a spreadsheet shortened it; write every digit that the document prints".to_owned();
    }
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (commas, points) = (bare.matches(',').count(), bare.matches('.').count());
    let without = |marks: &[char]| bare.replace(marks, "");
    let suggestion = match (commas, points) {
        (0, 0 | 1) if bare.ends_with('%') && is_number(bare.trim_end_matches('%')) => {
            return format!("write only the number: {}", bare.trim_end_matches('%'));
        }
        (0, 0 | 1) if bare != text => Some(("write it without spaces", bare.clone())),
        (1, 0) if is_grouped(&bare, ',') && is_number(&bare.replace(',', ".")) => {
            return format!(
                "write it without a thousands separator: {}; or, if the comma is a decimal one, with a point: {}",
                without(&[',']),
                bare.replace(',', ".")
            );
        }
        (1, 0) => Some(("write a decimal point", bare.replace(',', "."))),
        (0, 2..) | (2.., 0) => Some(("write it without thousands separators", without(&[',', '.']))),
        // The mark that stands last is the decimal one.
        (1, _) if bare.rfind(',') > bare.rfind('.') => {
            let plain = without(&['.']).replace(',', ".");
            Some(("write it without thousands separators and with a decimal point", plain))
        }
        (_, 1) => Some(("write it without thousands separators", without(&[',']))),
        _ => None,
    };
    match suggestion {
        Some((what, plain)) if is_number(&plain) => format!("{what}: {plain}"),
        _ => "expected digits with at most one decimal point, such as 83.5".to_owned(),
    }
}

/// One to three digits, the mark, and exactly three digits, as thousands are grouped.
fn is_grouped(text: &str, mark: char) -> bool {
    text.split_once(mark).is_some_and(|(whole, rest)| {
        let whole = whole.trim_start_matches('-');
        rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
    })
}

//! A number as somebody may have typed it into a table: what is taken is shown in both languages with the digits it was
//! written with, and what is advised instead of the rest is a number.
#![no_main]

#[path = "../../xtask/src/tables/number.rs"]
mod number;

use libfuzzer_sys::fuzz_target;
use tinh_so::text::Locale;

/// The digits alone: no zeros that say nothing, no sign before zero.
fn bare(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    match (whole, fraction) {
        ("0", "") => "0".to_owned(),
        (_, "") => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    }
}

fuzz_target!(|text: &str| {
    match number::parse(text) {
        Ok(value) => {
            for (locale, group, point) in [(Locale::Vi, ".", ","), (Locale::En, ",", ".")] {
                let shown = tinh_so::text::number(locale, value, None);
                let plain = shown.replace(group, "").replace(point, ".").replace('−', "-");
                assert_eq!(plain, bare(text), "{shown}");
            }
        }
        Err(advice) => {
            if let Some((_, instead)) = advice.rsplit_once(": ") {
                assert!(number::parse(instead).is_ok(), "{text}: {advice}");
            }
        }
    }
});

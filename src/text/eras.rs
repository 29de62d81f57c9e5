//! The era of a name: what ended on 30 June 2025 must not be read as today's.

use super::{Locale, short_name};
use crate::domain::Place;

/// What a unit that ended has behind its name where one of today is called the same.
fn era(locale: Locale) -> &'static str {
    locale.either(" (cũ)", " (former)")
}

/// A unit's name in a drawing: the short one, with its era where a unit of today has the same name.
pub fn drawn_name(locale: Locale, place: &Place) -> String {
    let short = short_name(locale, place);
    let era = era(locale);
    // Names of tables have it just where it is needed: nothing of today is called Vĩnh Phúc.
    match place.valid_to.is_some() && locale.pick(&place.name).ends_with(era) {
        true => format!("{short}{era}"),
        false => short.to_owned(),
    }
}

/// The list of provinces that ended, said once of all names in a picture or an embed.
pub fn former_list(locale: Locale) -> &'static str {
    locale.either("63 tỉnh, thành trước 1/7/2025", "The 63 provinces before 1 July 2025")
}

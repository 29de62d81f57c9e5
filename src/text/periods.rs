//! Periods as each language writes them: "quý III/2022", "Q3 2022".

use super::Locale;
use crate::domain::{Observation, Period, PeriodPart as Part, TimeSpan};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];

/// A period in running text.
pub fn period(locale: Locale, it: &Period) -> String {
    match it.parts() {
        (only, None) => part(locale, only),
        (from, Some(to)) => format!("{} – {}", part(locale, from), part(locale, to)),
    }
}

/// When a figure is of, in running text: an inferred period says so.
pub fn when(locale: Locale, it: &Observation) -> String {
    inferred(locale, period(locale, &it.period), it.period_inferred)
}

/// When a figure is of, as short as it can be read: an inferred period says so.
pub fn when_short(locale: Locale, it: &Observation) -> String {
    inferred(locale, period_short(locale, &it.period), it.period_inferred)
}

/// When a figure is of, beside its mark in a drawing, where a word would take the room of the bars: "~10/2025" where the
/// period is inferred.
pub fn when_drawn(locale: Locale, it: &Observation) -> String {
    format!("{}{}", if it.period_inferred { "~" } else { "" }, period_short(locale, &it.period))
}

/// A time with the word for one that no document names, where it is inferred: "khoảng 2024".
pub fn inferred(locale: Locale, when: String, inferred: bool) -> String {
    if inferred { format!("{} {when}", locale.either("khoảng", "about")) } else { when }
}

/// A period as the beginning of a sentence: "năm 2024", "in 2024", "on 29 August 2025".
pub fn during(locale: Locale, it: &Period, is_inferred: bool) -> String {
    let words = inferred(locale, period(locale, it), is_inferred);
    match (locale, it.parts()) {
        (Locale::Vi, (Part::Year(_), None)) if is_inferred => format!("khoảng năm {}", period(locale, it)),
        (Locale::Vi, (Part::Year(_), None)) => format!("năm {words}"),
        (Locale::Vi, (from, Some(to))) if !is_inferred => format!("từ {} đến {}", part(locale, from), part(locale, to)),
        (Locale::Vi, _) => words,
        (Locale::En, (Part::Day(..), None)) => format!("on {words}"),
        (Locale::En, (_, None)) => format!("in {words}"),
        (Locale::En, (from, Some(to))) if !is_inferred => {
            format!("from {} to {}", part(locale, from), part(locale, to))
        }
        (Locale::En, _) => words,
    }
}

/// A period in a table or on an axis: as short as it can be read.
pub fn period_short(locale: Locale, it: &Period) -> String {
    match it.parts() {
        (only, None) => short(locale, only),
        (from, Some(to)) => format!("{}–{}", short(locale, from), short(locale, to)),
    }
}

/// The first day of something: a year's first day is the year.
pub fn since(locale: Locale, it: &Period) -> String {
    match it.parts() {
        (Part::Day(year, 1, 1), None) => year.to_string(),
        _ => period(locale, it),
    }
}

/// A span of periods.
pub fn timespan(locale: Locale, it: &TimeSpan) -> String {
    match it.from == it.to {
        true => period(locale, &it.from),
        false => format!("{} – {}", period(locale, &it.from), period(locale, &it.to)),
    }
}

fn part(locale: Locale, part: Part) -> String {
    match (locale, part) {
        (_, Part::Year(y)) => y.to_string(),
        (Locale::Vi, Part::Half(y, 1)) => format!("6 tháng đầu năm {y}"),
        (Locale::Vi, Part::Half(y, _)) => format!("6 tháng cuối năm {y}"),
        (Locale::Vi, Part::Quarter(y, q)) => format!("quý {}/{y}", ROMAN[usize::from(q) - 1]),
        (Locale::Vi, Part::Month(y, m)) => format!("tháng {m}/{y}"),
        (Locale::Vi, Part::Day(y, m, d)) => format!("{d}/{m}/{y}"),
        (Locale::En, Part::Half(y, h)) => format!("H{h} {y}"),
        (Locale::En, Part::Quarter(y, q)) => format!("Q{q} {y}"),
        (Locale::En, Part::Month(y, m)) => format!("{} {y}", MONTHS[usize::from(m) - 1]),
        (Locale::En, Part::Day(y, m, d)) => format!("{d} {} {y}", MONTHS[usize::from(m) - 1]),
    }
}

fn short(locale: Locale, it: Part) -> String {
    match (locale, it) {
        // "nửa 1/2025" would be half of January.
        (Locale::Vi, Part::Half(y, 1)) => format!("nửa đầu {y}"),
        (Locale::Vi, Part::Half(y, _)) => format!("nửa cuối {y}"),
        (Locale::Vi, Part::Month(y, m)) => format!("{m}/{y}"),
        (Locale::En, Part::Month(y, m)) => format!("{} {y}", &MONTHS[usize::from(m) - 1][..3]),
        (Locale::En, Part::Day(y, m, d)) => format!("{d} {} {y}", &MONTHS[usize::from(m) - 1][..3]),
        _ => part(locale, it),
    }
}

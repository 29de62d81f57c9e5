//! Numbers as each language writes them: 83,5 % and 1.000 in Vietnamese, 83.5% and 1,000 in English.
//! A number shows all the decimals it was stated with; only what is drawn of a sample survey is rounded
//! ([`is_rounded_when_drawn`]).

use super::Locale;
use crate::domain::{Indicator, Observation, Rank, Reading, Unit, UnitKind};

/// A no-break space: number and unit stay on one line.
const NBSP: char = '\u{a0}';

/// The number with at least `decimals` decimals, grouped by thousands from 1,000 on.
pub fn number(locale: Locale, value: f64, decimals: Option<u8>) -> String {
    let plain = format!("{}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() + 4);
    if value < 0.0 {
        text.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(locale.either('.', ','));
        }
        text.push(digit);
    }
    let padding = usize::from(decimals.unwrap_or(0)).saturating_sub(fraction.len());
    if !fraction.is_empty() || padding > 0 {
        text.push(locale.either(',', '.'));
        text.push_str(fraction);
        text.extend(std::iter::repeat_n('0', padding));
    }
    text
}

/// A number with the unit's symbol: "83,5 %", "3.500 trạm".
pub fn with_symbol(locale: Locale, value: f64, unit: &Unit, decimals: Option<u8>) -> String {
    let symbol = locale.pick(&unit.symbol);
    // A minus before a number of places would read as a rank below nothing.
    let (way, value) = match unit.kind {
        UnitKind::Change if value > 0.0 => (locale.either("tăng ", "up "), value),
        UnitKind::Change if value < 0.0 => (locale.either("giảm ", "down "), -value),
        _ => ("", value),
    };
    let mut text = format!("{way}{}", number(locale, value, decimals));
    if !symbol.is_empty() {
        if !(locale == Locale::En && &**symbol == "%") {
            text.push(NBSP);
        }
        text.push_str(symbol);
    }
    text
}

/// "43/63" in both languages: a rank and among how many.
pub fn rank_of(rank: u16, of: u16) -> String {
    format!("{rank}/{of}")
}

/// A text with its first letter a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A rank with its word: "hạng 15/34", "đồng hạng 15/34", or the ranks that the measurement leaves possible, "trong khoảng
/// hạng 12–25/34".
///
/// Quarters of a list have the names that PAPI's reports give them.
pub fn rank_words(locale: Locale, rank: Rank, of: u16) -> String {
    if let Some(quarter) = rank.quarter {
        let (name, count) = (quarter_name(locale, quarter), rank.to + 1 - rank.place);
        return match locale {
            Locale::Vi => format!("thuộc {name} (nhóm gồm {count} trong {of} nơi)"),
            Locale::En => format!("in the {name} (a group of {count} among {of})"),
        };
    }
    let word = match (rank.is_band(), rank.shared) {
        (true, _) => {
            let word = locale.either("trong khoảng hạng", "between ranks");
            return match locale {
                Locale::Vi => format!("{word} {}", rank_of_band(locale, rank, of)),
                Locale::En => format!("{word} {} and {} of {of}", rank.place, rank.to),
            };
        }
        (false, true) => locale.either("đồng hạng", "shared rank"),
        (false, false) => locale.either("hạng", "rank"),
    };
    format!("{word} {}", rank_of(rank.place, of))
}

/// What a quarter of a list is called, the first being the best.
pub fn quarter_name(locale: Locale, quarter: u8) -> &'static str {
    let (vi, en) = match quarter {
        1 => ("nhóm cao nhất", "top quarter"),
        2 => ("nhóm trung bình cao", "upper middle quarter"),
        3 => ("nhóm trung bình thấp", "lower middle quarter"),
        _ => ("nhóm thấp nhất", "bottom quarter"),
    };
    locale.either(vi, en)
}

/// "15/34", "12–25/34" where the measurement leaves several ranks possible, or the name of a quarter.
pub fn rank_of_band(locale: Locale, rank: Rank, of: u16) -> String {
    if let Some(quarter) = rank.quarter {
        return quarter_name(locale, quarter).to_owned();
    }
    if rank.is_band() { format!("{}–{}/{of}", rank.place, rank.to) } else { rank_of(rank.place, of) }
}

/// The unit of the scores of a sample survey.
const SURVEY_SCORE: &str = "papi-score";

/// Whether drawings round an indicator's figures to its decimals: those of a sample survey. Ask other people and the third
/// decimal is another one, so that a drawing with four invites to see a difference where none was found. The number is
/// rounded where it is drawn and nowhere else: places are put in order, ranked and shaded by it as recorded, and tables,
/// cards, sentences and files show it as recorded.
pub fn is_rounded_when_drawn(indicator: &Indicator) -> bool {
    &*indicator.unit.id == SURVEY_SCORE && indicator.decimals.is_some()
}

/// The decimals that a figure is padded to outside of drawings, if to any: what drawings round stands as it is recorded.
pub fn padding(indicator: &Indicator) -> Option<u8> {
    indicator.decimals.filter(|_| !is_rounded_when_drawn(indicator))
}

/// A number with its unit's symbol as a drawing shows it: of a sample survey rounded, otherwise as stated.
pub fn drawn_number(locale: Locale, value: f64, indicator: &Indicator) -> String {
    let value = match indicator.decimals.filter(|_| is_rounded_when_drawn(indicator)) {
        Some(decimals) => rounded(value, decimals),
        None => value,
    };
    with_symbol(locale, value, &indicator.unit, indicator.decimals)
}

/// Rounded as on paper, halves away from nothing: by the digits that are written, not by the nearest binary number, of
/// which 2.675 has one that is a hair less.
fn rounded(value: f64, decimals: u8) -> f64 {
    let shifted = |it: f64, by: i32| format!("{it}e{by}").parse().unwrap_or(it);
    shifted(shifted(value, i32::from(decimals)).round(), -i32::from(decimals))
}

/// A figure with its sign as a drawing shows it ([`drawn_number`]).
pub fn drawn_figure(locale: Locale, observation: &Observation, indicator: &Indicator) -> String {
    match observation.reading {
        Reading::Value(value) if is_rounded_when_drawn(indicator) => {
            signed(locale, drawn_number(locale, value.number(), indicator), observation)
        }
        _ => signed_figure(locale, observation, indicator),
    }
}

/// An observation's figure without its qualifier: "83,5 %", "43/63", or the word for why it is missing.
pub fn figure(locale: Locale, observation: &Observation, indicator: &Indicator) -> String {
    match observation.reading {
        Reading::Missing(reason) => super::missing(locale, reason).to_owned(),
        Reading::Value(value) => match (indicator.unit.kind, indicator.max) {
            (UnitKind::Rank, Some(max)) => rank_of(value.number() as u16, max as u16),
            _ => with_symbol(locale, value.number(), &indicator.unit, padding(indicator)),
        },
    }
}

/// The figure with the sign of its qualifier before it: "khoảng 86 %", "> 9,2 %"; a gap with the mark of its reason.
pub fn signed_figure(locale: Locale, observation: &Observation, indicator: &Indicator) -> String {
    signed(locale, figure(locale, observation, indicator), observation)
}

fn signed(locale: Locale, figure: String, observation: &Observation) -> String {
    let sign = match observation.reading {
        Reading::Missing(reason) => super::missing_sign(reason),
        Reading::Value(_) => super::qualifier_sign(locale, observation.qualifier),
    };
    match sign {
        "" => figure,
        sign => format!("{sign}{NBSP}{figure}"),
    }
}

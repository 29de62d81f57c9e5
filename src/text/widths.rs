//! How wide a text is, for drawings that are made before anybody knows which font a reader has.
//!
//! The advance widths are those of Noto Sans, about the widest of the page's font stack, so that room is seldom short;
//! `chart/measure.js` reads the same table for what ECharts draws.

use std::{collections::BTreeMap, sync::OnceLock};

/// Characters by their width in thousandths of an em.
const TABLE: &str = include_str!("../../chart/widths.json");
/// A character that the table does not have.
const UNKNOWN: u32 = 560;

fn widths() -> &'static BTreeMap<char, u32> {
    static WIDTHS: OnceLock<BTreeMap<char, u32>> = OnceLock::new();
    WIDTHS.get_or_init(|| {
        let table: BTreeMap<u32, String> = serde_json::from_str(TABLE).unwrap_or_default();
        table.iter().flat_map(|(width, characters)| characters.chars().map(|one| (one, *width))).collect()
    })
}

/// The width of a line of text in regular weight, in the unit of `size`, the font's height. Expects composed characters.
pub fn line_width(line: &str, size: f64) -> f64 {
    let widths = widths();
    let sum: u32 = line.chars().map(|one| widths.get(&one).copied().unwrap_or(UNKNOWN)).sum();
    f64::from(sum) * size / 1000.0
}

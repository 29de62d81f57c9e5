//! The tile map of a panel: how strong each tile is, what it says, and what the strengths mean.

use super::{Panel, Row, steps};
use crate::{
    domain::{Better, Id, Missing, Reading, UnitKind},
    text::{self, Locale},
};
use std::collections::BTreeMap;

/// The step of a tile without a figure: hatched.
pub const NO_FIGURE: u8 = 9;

/// How a tile is filled, and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tint {
    /// 0 is no fill; 1 to 5 from pale to strong; [`NO_FIGURE`] is hatched.
    pub step: u8,
    /// The figure as written; empty where there is none.
    pub figure: String,
    /// One of the reader's choice.
    pub chosen: bool,
}

/// A panel as a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// The tiles are filled by level; otherwise they only say where there are figures.
    pub levels: bool,
    tints: BTreeMap<Id, Tint>,
    missing: Tint,
    /// What each step means, from pale to strong, hatched last.
    pub legend: Vec<(u8, String)>,
}

impl Mapped {
    /// The tile of a place.
    pub fn tint(&self, place: &str) -> &Tint {
        self.tints.get(place).unwrap_or(&self.missing)
    }
}

/// The figures of a panel on the map. Levels are shown for one common measurement that may be ranked; figures of separate
/// reports are only shown to exist.
pub fn mapped(panel: &Panel, locale: Locale) -> Mapped {
    let m = locale.messages();
    let numbers: Vec<f64> = panel.whole().filter_map(|row| row.observation.reading.number()).collect();
    let levels = panel.common && panel.verdict.may_rank();
    let quarters = quarters(panel);
    let steps = match (levels, quarters.is_empty()) {
        (false, _) => Vec::new(),
        (true, true) => steps(&numbers),
        (true, false) => quarters.iter().rev().map(|(_, step)| *step).collect(),
    };
    let few = steps.len();
    // Strong is good: where a small number is better, the smallest is the strongest.
    let flipped = panel.indicator.better == Better::Lower;
    let shade = |n: usize| {
        let n = if flipped { few - 1 - n } else { n } as u8;
        if few <= 3 { 1 + 2 * n } else { 1 + n }
    };
    let tint = |row: &Row| {
        let number = row.observation.reading.number().unwrap_or_default();
        Tint {
            step: steps.iter().position(|s| s.from <= number && number <= s.to).map_or(3, shade),
            figure: text::drawn_figure(locale, &row.observation, &panel.indicator),
            chosen: row.chosen.is_some(),
        }
    };
    let written = |number: f64| match panel.indicator.unit.kind {
        UnitKind::Rank => number.to_string(),
        _ => text::drawn_number(locale, number, &panel.indicator),
    };
    let named = |step: &super::Step| quarters.iter().find(|(_, it)| it == step).map(|(quarter, _)| *quarter);
    let limits = |step: &super::Step| match named(step) {
        Some(quarter) => {
            format!("{}: {} – {}", text::quarter_name(locale, quarter), written(step.from), written(step.to))
        }
        None => format!("{} – {}", written(step.from), written(step.to)),
    };
    let mut legend: Vec<(u8, String)> = steps.iter().enumerate().map(|(n, step)| (shade(n), limits(step))).collect();
    if !levels {
        legend.push((3, m.has_figure.to_owned()));
    }
    // Withheld is not the same as not found.
    let withheld = Reading::Missing(Missing::Suppressed);
    let withheld: Vec<&Row> = panel.missing.iter().filter(|row| row.observation.reading == withheld).collect();
    let kept_back = text::missing(locale, Missing::Suppressed);
    legend.push((
        NO_FIGURE,
        match (withheld.is_empty(), panel.without.is_empty()) {
            (true, _) => m.legend_missing.to_owned(),
            (false, true) => kept_back.to_owned(),
            (false, false) => format!("{}; {kept_back}", m.legend_missing),
        },
    ));
    let gap = |row: &Row| Tint { step: NO_FIGURE, figure: kept_back.to_owned(), chosen: row.chosen.is_some() };
    let gaps = withheld.into_iter().map(|row| (row.place.id.clone(), gap(row)));
    Mapped {
        levels,
        tints: gaps.chain(panel.whole().map(|row| (row.place.id.clone(), tint(row)))).collect(),
        missing: Tint { step: NO_FIGURE, figure: m.legend_missing.to_owned(), chosen: false },
        legend,
    }
}

/// The quarters of a ranking that tells no more apart, best first, each with its lowest and highest figure.
fn quarters(panel: &Panel) -> Vec<(u8, super::Step)> {
    let mut found: BTreeMap<u8, super::Step> = BTreeMap::new();
    for row in panel.whole() {
        let (Some(quarter), Some(number)) = (row.rank.and_then(|it| it.quarter), row.observation.reading.number())
        else {
            continue;
        };
        let step = found.entry(quarter).or_insert(super::Step { from: number, to: number });
        *step = super::Step { from: step.from.min(number), to: step.to.max(number) };
    }
    found.into_iter().collect()
}

/// A name over up to three short lines: a tile is narrow.
pub fn tile_lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < 7 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > 3 {
        let rest = lines.split_off(2).join(" ");
        lines.push(rest);
    }
    lines
}

/// What an archipelago's tile is called in full: the islands, and whose they are, with the era of that name.
pub fn islands_in_full(label: &str, owner: &str) -> String {
    format!("{label}, {owner}")
}

/// The two lines of an archipelago's tile: the islands, and whose they are.
pub fn islands(label: &str, owner: &str, locale: Locale) -> [String; 2] {
    let islands = match label.contains("Hoàng") || label.contains("Hoang") {
        true => locale.either("Hoàng Sa", "Hoang Sa"),
        false => locale.either("Trường Sa", "Truong Sa"),
    };
    [islands.to_owned(), format!("({owner})")]
}

//! What a drawing does not show, in words that add up to the whole list.

use super::{Panel, Row};
use crate::{
    domain::{Basis, Better, Id, Missing, Place, Rankable, Reading, Record, Sign, ViewKind},
    text::{self, Locale},
};
use std::{collections::BTreeSet, sync::Arc};

/// So many places are named; more are counted.
const MOST_NAMED: usize = 4;

impl Panel {
    /// Whether its figures, which are not ranked, can be put in an order all the same, so that the highest and the lowest
    /// say more than the first of the alphabet.
    pub fn has_ends(&self) -> bool {
        let sensible = self.indicator.rankable == Rankable::Each && self.indicator.better != Better::None;
        self.ranked.is_none() && sensible && self.verdict.sign != Sign::NotComparable
    }

    /// Which figures were kept of those that are not ranked, as the rest of a sentence.
    pub fn kept(&self, locale: Locale) -> &'static str {
        match (self.ranked.is_some() || self.rows.iter().any(|row| row.chosen.is_some()), self.has_ends()) {
            (true, _) => "",
            (false, true) => locale.either(", gồm cao nhất và thấp nhất", ", the highest and the lowest"),
            (false, false) => locale.either(", theo thứ tự chữ cái", ", the first of the alphabet"),
        }
    }
}

/// Of a list of provinces how many have a figure here, one of another source, one withheld, or none: together all of them.
/// Of chosen places whose figure was withheld, and how many have none. Empty where nothing is left out.
pub fn gaps(record: &Record, panel: &Panel, locale: Locale) -> String {
    if panel.everyone { of_list(record, panel, locale) } else { of_chosen(panel, locale) }
}

fn ids<'a>(rows: impl IntoIterator<Item = &'a Row>) -> BTreeSet<&'a Id> {
    rows.into_iter().map(|row| &row.place.id).collect()
}

fn is_withheld(row: &Row) -> bool {
    row.observation.reading == Reading::Missing(Missing::Suppressed)
}

/// "khảo sát không công bố: Tiền Giang, Vĩnh Phúc"
fn withheld(places: &[&Arc<Place>], locale: Locale) -> String {
    let words = locale.either("khảo sát không công bố", "withheld by the survey");
    if places.len() > MOST_NAMED {
        return format!("{words}: {}", places.len());
    }
    let names: Vec<String> = places.iter().map(|place| text::drawn_name(locale, place)).collect();
    format!("{words}: {}", names.join(", "))
}

fn of_list(record: &Record, panel: &Panel, locale: Locale) -> String {
    let (drawn, also, earlier) = (ids(panel.whole()), ids(&panel.also), ids(&panel.earlier));
    let missing = ids(panel.missing.iter().filter(|row| is_withheld(row)));
    let units: Vec<&Arc<Place>> = record.places().iter().filter(|place| place.is_of(panel.basis)).collect();
    let (mut shown, mut others, mut before, mut none, mut kept_back) = (0, 0, 0, 0, Vec::new());
    for unit in &units {
        match &unit.id {
            id if drawn.contains(id) => shown += 1,
            id if also.contains(id) => others += 1,
            id if earlier.contains(id) => before += 1,
            id if missing.contains(id) => kept_back.push(*unit),
            _ => none += 1,
        }
    }
    if shown == 0 || shown == units.len() {
        return String::new();
    }
    let count = |n: usize, vi: &str, en: &str| (n > 0).then(|| format!("{n} {}", locale.either(vi, en)));
    let parts: Vec<String> = [
        count(shown, "có số liệu", "with a figure"),
        count(others, "chỉ có số liệu của nguồn khác", "with one of another source only"),
        count(before, "chỉ có số liệu kỳ trước", "with an earlier one only"),
        (!kept_back.is_empty()).then(|| withheld(&kept_back, locale)),
        count(none, "chưa tìm thấy số liệu", "where none was found"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let all = units.len();
    let list = match (locale, panel.basis) {
        (Locale::Vi, _) => format!("{all} tỉnh, thành"),
        (Locale::En, Basis::Former63) => format!("{all} former provinces"),
        (Locale::En, Basis::Current34) => format!("{all} provinces"),
    };
    format!("{list}: {}.", parts.join("; "))
}

fn of_chosen(panel: &Panel, locale: Locale) -> String {
    let drawn = ids(panel.whole());
    let lacks = |row: &&Row| !drawn.contains(&row.place.id);
    let mut kept_back: Vec<&Arc<Place>> = Vec::new();
    for row in panel.missing.iter().filter(|row| is_withheld(row)).filter(lacks) {
        if !kept_back.iter().any(|place| place.id == row.place.id) {
            kept_back.push(&row.place);
        }
    }
    let is_gap =
        |row: &&Row| matches!(row.observation.reading, Reading::Missing(Missing::NotPublished | Missing::NotCollected));
    let mut without = ids(panel.missing.iter().filter(is_gap).filter(lacks));
    without.extend(panel.without.iter().map(|place| &place.id));
    let found = match (without.len(), locale) {
        (0, _) => String::new(),
        (n, Locale::Vi) => format!("{n} nơi chưa tìm thấy số liệu"),
        (1, Locale::En) => "no figure found for 1 place".to_owned(),
        (n, Locale::En) => format!("no figure found for {n} places"),
    };
    let withheld = if kept_back.is_empty() { String::new() } else { withheld(&kept_back, locale) };
    let parts: Vec<String> = [withheld, found].into_iter().filter(|it| !it.is_empty()).collect();
    if parts.is_empty() { String::new() } else { text::capital(&format!("{}.", parts.join("; "))) }
}

/// How many of a panel's figures a picture shows, and which; empty where it shows all.
pub(super) fn shown_of(panel: &Panel, shown: usize, locale: Locale) -> String {
    let targets = panel.rows.is_empty();
    let all = if targets { panel.targets.len() } else { panel.rows.len() + panel.folded.len() };
    if shown >= all || !matches!(panel.kind, ViewKind::Bar | ViewKind::Table | ViewKind::Target) {
        return String::new();
    }
    let kept = if targets { "" } else { panel.kept(locale) };
    match locale {
        Locale::Vi => {
            let what = if targets { "mục tiêu" } else { "số liệu" };
            format!("Hình nêu {shown} trong {all} {what}{kept}; tất cả ở địa chỉ bên dưới.")
        }
        Locale::En => {
            let what = if targets { "targets" } else { "figures" };
            let comma = if kept.is_empty() { "" } else { "," };
            format!("{shown} of {all} {what}{kept}{comma} are drawn; all are at the address below.")
        }
    }
}

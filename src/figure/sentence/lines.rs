//! Headlines of lines.

use super::MOST_TOLD;
use crate::{
    domain::UnitKind,
    figure::{Panel, Row, Said},
    text::{self, Locale},
};
use std::collections::BTreeSet;

/// Each place from its first figure to its last, between two changes of method; what lies before a change is told apart.
pub(super) fn headline(panel: &Panel, locale: Locale) -> Said {
    if let Some(said) = ends_of_many(panel, locale) {
        return said;
    }
    let mut said = Vec::new();
    let mut seen = BTreeSet::new();
    for row in &panel.rows {
        if !seen.insert(&row.place.id) {
            continue;
        }
        let own: Vec<&Row> = panel.rows.iter().filter(|other| other.place.id == row.place.id).collect();
        let parted = |a: &&Row, b: &&Row| {
            panel.breaks.iter().any(|one| {
                one.concerns(&panel.indicator.id, &row.place.id)
                    && one.lies_between(&a.observation.period, &b.observation.period)
            })
        };
        // A figure on one side of a change never stands as the beginning of one on the other.
        let stretches: Vec<&[&Row]> = own.chunk_by(|a, b| !parted(a, b)).collect();
        let Some((last, before)) = stretches.split_last() else { continue };
        let name = locale.pick(&row.place.name);
        let now = Said::words(format!("{name} ")).and(stretch(panel, last, locale));
        said.push(match before.last() {
            None => now,
            Some(before) => now
                .say(
                    locale.either(
                        " theo cách tính mới; theo cách trước: ",
                        " under the new method; under the one before: ",
                    ),
                )
                .and(stretch(panel, before, locale)),
        });
    }
    Said::joined(said, "; ").say(".")
}

/// "từ 0,52 (2022) đến 0,61 (2023)", or the one figure of a stretch.
fn stretch(panel: &Panel, rows: &[&Row], locale: Locale) -> Said {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Said::default() };
    let year = |row: &Row| text::when_short(locale, &row.observation);
    if first.observation.period == last.observation.period {
        return Said::default().row(first, panel, locale).say(format!(" ({})", year(first)));
    }
    let (from, to) = (locale.either("từ ", "from "), locale.either(" đến ", " to "));
    Said::words(from)
        .row(first, panel, locale)
        .say(format!(" ({}){to}", year(first)))
        .row(last, panel, locale)
        .say(format!(" ({})", year(last)))
}

/// Of more than [`MOST_TOLD`] places that may be ranked the highest and the lowest at the end: six movements in one sentence
/// are nobody's headline. Nothing where two share an end, or where not all have a figure of the last period.
fn ends_of_many(panel: &Panel, locale: Locale) -> Option<Said> {
    let count = panel.rows.iter().map(|row| &row.place.id).collect::<BTreeSet<_>>().len();
    let last = panel.rows.iter().map(|row| row.observation.period).max()?;
    let number = |row: &Row| row.observation.reading.number();
    let mut rows: Vec<&Row> = panel.rows.iter().filter(|row| row.observation.period == last).collect();
    rows.sort_by(|a, b| number(b).unwrap_or_default().total_cmp(&number(a).unwrap_or_default()));
    let [first, second, .., before, end] = rows[..] else { return None };
    let clear = number(first) != number(second) && number(before) != number(end);
    let tells = count > MOST_TOLD && rows.len() == count && panel.common && panel.between_breaks().may_rank() && clear;
    if !tells || panel.indicator.unit.kind == UnitKind::Rank {
        return None;
    }
    let (name, when) = (|row: &Row| locale.pick(&row.place.name).to_string(), text::period(locale, &last));
    let (first_name, end_name) = (name(first), name(end));
    let (begin, middle) = match locale {
        Locale::Vi => (
            format!("{}: trong {count} nơi, {first_name} cao nhất với ", text::capital(&when)),
            format!(", {end_name} thấp nhất với "),
        ),
        Locale::En => (
            format!("{}: of {count} places, {first_name} is highest with ", text::capital(&when)),
            format!(", {end_name} lowest with "),
        ),
    };
    Some(Said::words(begin).row(first, panel, locale).say(middle).row(end, panel, locale).say("."))
}

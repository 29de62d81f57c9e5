//! What a chart on another page shows, and how much room it needs there.

use super::{Panel, Row, View, because, drawing, headline, sources, sources_line, unit_and_list};
use crate::{
    domain::{Missing, Place, Reading, Record, ViewKind},
    text::{self, Locale},
};

/// So many bars an embed draws; its table has them all.
pub const EMBED_BARS: usize = 15;

/// The width the room is reckoned for: a phone's column.
const WIDTH: f64 = 360.0;
/// An average letter, in parts of the letters' size, with what is left empty at the ends of lines; Vietnamese in the widest
/// of the fonts that devices have.
const LETTER: f64 = 0.58;

/// How many lines a text of letters of `size` fills.
fn lines(text: &str, size: f64) -> f64 {
    (text.chars().count() as f64 * size * LETTER / WIDTH).ceil()
}

/// The height in CSS pixels that shows an embed whole on a phone; on a wide page a little less would do. A frame that is
/// lower loses its controls first and scrolls then; source, period, verdict and link stay in sight.
pub fn embed_height(record: &Record, view: &View, locale: Locale) -> u32 {
    let Some(panel) = view.panels.first() else { return 240 };
    let short = panel.shortened(EMBED_BARS);
    let text_of = |text: &str, size: f64, line: f64| lines(text, size) * line;
    let indicator = &panel.indicator;
    let verdict = text::verdict_sentence(locale, record, &view.verdict, &because(panel, locale));
    let head = text_of(locale.pick(&indicator.name), 18.0, 24.0)
        // In bold letters, which are wider.
        + text_of(&headline(panel, locale).to_string(), 17.0, 24.0)
        + text_of(&unit_and_list(panel, locale), 14.0, 20.0)
        + if panel.has_verdict() { text_of(&verdict, 15.0, 22.0) + 12.0 } else { 0.0 }
        + if view.verdict.reasons.len() > 1 { 36.0 } else { 0.0 };
    let drawn = match panel.kind {
        ViewKind::Map => map_height(record, panel),
        ViewKind::Table => 60.0 + 44.0 * (panel.all().count().min(8) as f64),
        ViewKind::Target => 40.0 + 110.0 * (panel.targets.len().min(4) as f64),
        ViewKind::Bar | ViewKind::Line | ViewKind::Multiples | ViewKind::Slope => {
            drawing(&short, locale).map_or(40.0, |it| f64::from(it.height())) + 105.0
        }
    };
    let drawn = drawn + notes_height(panel, locale);
    let foot = text_of(&sources_line(&sources([&short]), 3, locale), 13.0, 19.0) + 3.0 * 19.0;
    // Margins, the line of the table, what is left out.
    (head + drawn + foot + 110.0).round() as u32
}

/// The notes under the drawing: breaks, and who has no figure.
fn notes_height(panel: &Panel, locale: Locale) -> f64 {
    let m = locale.messages();
    let room = |text: &str| lines(text, 13.5) * 20.0 + 2.0;
    let named = |term: &str, names: Vec<String>| match names.len() {
        0 => 0.0,
        1..=8 => room(&format!("{term}: {}", names.join(", "))),
        // Six are in sight, under their term; the rest is a touch away.
        _ => room(term) + room(&names[..6].join(", ")),
    };
    let name = |place: &Place| locale.pick(&place.name).to_string();
    let breaks = panel.breaks.iter().chain(&panel.merger);
    let breaks: f64 = breaks
        .map(|it| room(&format!("{} {}: {}", m.breaks, text::since(locale, &it.date), locale.pick(&it.note))))
        .sum();
    let missing = |reason: Missing| {
        let rows = panel.missing.iter().filter(|row| row.observation.reading == Reading::Missing(reason));
        let period = |row: &Row| text::period_short(locale, &row.observation.period);
        let names = rows.map(|row| format!("{} ({})", name(&row.place), period(row))).collect();
        named(text::missing(locale, reason), names)
    };
    let missing: f64 = Missing::CODES.iter().map(|(reason, _)| missing(*reason)).sum();
    let without = named(m.places_without, panel.without.iter().map(|it| name(it)).collect());
    let close = panel.close.iter().map(|[a, b]| format!("{} – {}", name(a), name(b))).collect();
    breaks + missing + without + named(m.close_calls, close)
}

fn map_height(record: &Record, panel: &Panel) -> f64 {
    let of_basis = || record.tiles.iter().filter(|tile| tile.basis == panel.basis);
    let extent = |of: fn(&crate::domain::Tile) -> u8| f64::from(of_basis().map(of).max().unwrap_or(0)) + 1.0;
    WIDTH / extent(|it| it.col) * extent(|it| it.row) + 60.0
}

//! The tile-grid map of either era, with Hoàng Sa and Trường Sa always on it. Each tile is a link to its province.

use crate::{
    address::Page,
    domain::{Basis, Id, Record, Tile},
    text,
    ui::site::Site,
};
use maud::{Markup, html};

/// How a tile is filled, and what it says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tint {
    /// 0 is no fill; 1 to 5 from pale to strong; 9 is hatched: no figure.
    pub step: u8,
    /// The figure as written; empty where there is none.
    pub figure: String,
    /// One of the reader's choice.
    pub chosen: bool,
}

/// So many tiles a map holds.
const MOST_TILES: usize = 120;
const SIZE: u32 = 60;
const GAP: u32 = 4;

/// The map of a list of provinces. `tint` says how each is filled, `label` what the map shows.
pub fn tile_map(site: &Site, basis: Basis, tint: &dyn Fn(&Id) -> Tint, label: &str) -> Markup {
    let data = site.data();
    let tiles: Vec<&Tile> = data.record.tiles.iter().filter(|tile| tile.basis == basis).collect();
    // Of thousands of units a map of tiles is no map: their lists are searched.
    if tiles.len() > MOST_TILES {
        return html! {};
    }
    let extent = |of: fn(&Tile) -> u8| tiles.iter().map(|tile| u32::from(of(tile))).max().unwrap_or(0) + 1;
    let (columns, rows) = (extent(|t| t.col), extent(|t| t.row));
    // A little more to the right: the islands' names are wider than their square.
    let view_box = format!("0 0 {} {}", columns * (SIZE + GAP) + 12, rows * (SIZE + GAP));
    html! {
        svg.tile-map viewBox=(view_box) role="group" aria-label=(label) {
            defs {
                pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    path d="M0 0V6" class="hatch" {}
                }
            }
            @for tile in &tiles { (square(site, &data.record, tile, tint)) }
        }
    }
}

fn square(site: &Site, record: &Record, tile: &Tile, tint: &dyn Fn(&Id) -> Tint) -> Markup {
    let locale = site.locale();
    let (x, y) = (u32::from(tile.col) * (SIZE + GAP), u32::from(tile.row) * (SIZE + GAP));
    let label = locale.pick(&tile.label);
    let place = record.place(&tile.place);
    let name = place.map(|it| locale.pick(&it.name).to_string()).unwrap_or_default();
    if tile.archipelago {
        // The tile names the islands and whose they are; the title says it in full.
        let islands = match label.contains("Hoàng") || label.contains("Hoang") {
            true => locale.either("Hoàng Sa", "Hoang Sa"),
            false => locale.either("Trường Sa", "Truong Sa"),
        };
        let owner = format!("({})", place.map(|it| it.short.to_string()).unwrap_or_default());
        return html! {
            g.archipelago {
                title { (label) " (" (name) ")" }
                rect x=(x) y=(y) width=(SIZE) height=(SIZE) {}
                path.dots d=(dots(x, y)) {}
                (words(x, y + SIZE + 14, &[islands.to_owned(), owner]))
            }
        };
    }
    let tint = tint(&tile.place);
    let title = if tint.figure.is_empty() { name } else { format!("{name}: {}", tint.figure) };
    let lines = broken(label);
    let first = y + 41 - 7 * lines.len().min(3) as u32;
    html! {
        a.tile.{ "t" (tint.step) }.chosen[tint.chosen] href=(site.link(Page::Place(tile.place.clone()))) aria-label=(title) {
            title { (title) }
            rect x=(x) y=(y) width=(SIZE) height=(SIZE) {}
            (words(x, first, &lines))
        }
    }
}

/// A few dots in a dashed frame: the archipelago as a sign, not a measured outline.
fn dots(x: u32, y: u32) -> String {
    [(14, 16), (30, 10), (44, 22), (22, 28), (38, 32)]
        .iter()
        .map(|(dx, dy)| format!("M{} {}h.01", x + dx, y + dy))
        .collect()
}

fn words(x: u32, first: u32, lines: &[String]) -> Markup {
    html! {
        @for (n, line) in lines.iter().enumerate() {
            text x=(x + SIZE / 2) y=(first + 14 * n as u32) { (line) }
        }
    }
}

/// A name over up to three short lines: a tile is narrow.
fn broken(name: &str) -> Vec<String> {
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

/// The figure as the map's tiles and legend write it.
pub(super) fn written(locale: text::Locale, number: f64, panel: &crate::figure::Panel) -> String {
    text::with_symbol(locale, number, &panel.indicator.unit, panel.indicator.decimals)
}

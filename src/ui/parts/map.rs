//! The tile-grid map of either era, with Hoàng Sa and Trường Sa always on it. Each tile is a link to its province.

use crate::{
    address::Page,
    domain::{Basis, Id, Record, Tile},
    figure::{self, Tint},
    ui::site::Site,
};
use maud::{Markup, html};

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
        let lines = figure::islands(label, place.map_or("", |it| &it.short), locale);
        return html! {
            g.archipelago {
                title { (label) " (" (name) ")" }
                rect x=(x) y=(y) width=(SIZE) height=(SIZE) {}
                path.dots d=(dots(x, y)) {}
                (words(x, y + SIZE + 14, &lines))
            }
        };
    }
    let tint = tint(&tile.place);
    let title = if tint.figure.is_empty() { name } else { format!("{name}: {}", tint.figure) };
    let lines = figure::tile_lines(label);
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
    let x = x + SIZE / 2;
    html! {
        @if let [line, more @ ..] = lines {
            text x=(x) y=(first) {
                (line)
                @for line in more { tspan x=(x) dy="14" { (line) } }
            }
        }
    }
}

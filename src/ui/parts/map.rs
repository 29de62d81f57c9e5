//! The tile-grid map of either era, with Hoàng Sa and Trường Sa always on it. Each tile is a link to its province.

use super::rest;
use crate::{
    address::Page,
    domain::{Basis, Id, Record, Tile},
    figure::{self, Tint},
    text,
    ui::site::Site,
};
use maud::{Markup, PreEscaped, html};

/// So many tiles a map holds, so many columns and rows: as many as `style/map.css` knows.
const MOST_TILES: usize = 120;
const MOST_COLUMNS: u32 = 12;
const MOST_ROWS: u32 = 24;
/// So many rows of a map are its first part: where a reader chooses the map, a phone's screen shows no more of it.
const FIRST_ROWS: u32 = 10;

/// The map of a list of provinces. `tint` says how each is filled, `label` what the map shows.
///
/// Plain elements on a grid, one for each tile: a browser styles and lays them out several times as fast as shapes and
/// words of an SVG.
pub fn tile_map(site: &Site, basis: Basis, tint: &dyn Fn(&Id) -> Tint, label: &str) -> Markup {
    let data = site.data();
    let tiles: Vec<&Tile> = data.record.tiles.iter().filter(|tile| tile.basis == basis).collect();
    let extent = |of: fn(&Tile) -> u8| tiles.iter().map(|tile| u32::from(of(tile))).max().unwrap_or(0) + 1;
    let (columns, rows) = (extent(|t| t.col), extent(|t| t.row));
    // Of thousands of units a map of tiles is no map: their lists are searched.
    if tiles.len() > MOST_TILES || columns > MOST_COLUMNS || rows > MOST_ROWS {
        return html! {};
    }
    let parted = rest::IN_PARTS && rows > FIRST_ROWS + 2;
    let (first, rest): (Vec<&Tile>, Vec<&Tile>) =
        tiles.into_iter().partition(|tile| !parted || u32::from(tile.row) < FIRST_ROWS);
    html! {
        div.map-frame {
            div.tile-map.{ "n" (columns) } role="group" aria-label=(label)
                data-rest=[parted.then(|| format!("{:.2}", f64::from(FIRST_ROWS) / f64::from(rows)))] {
                p.keys { (site.messages().map_keys) }
                @for tile in &first { (square(site, &data.record, tile, tint)) }
                @if parted {
                    // An empty cell in the last row keeps the height.
                    i.{ "y" (rows - 1) } {}
                    (PreEscaped(rest::MARKS[0]))
                    @for tile in &rest { (square(site, &data.record, tile, tint)) }
                    (PreEscaped(rest::MARKS[1]))
                }
            }
        }
    }
}

fn square(site: &Site, record: &Record, tile: &Tile, tint: &dyn Fn(&Id) -> Tint) -> Markup {
    let locale = site.locale();
    let at = format!("x{} y{}", tile.col, tile.row);
    let label = locale.pick(&tile.label);
    let place = record.place(&tile.place);
    let name = place.map(|it| locale.pick(&it.name).to_string()).unwrap_or_default();
    if tile.archipelago {
        // The tile names the islands and whose they are; the title says it in full.
        let lines = figure::islands(label, place.map_or("", |it| text::short_name(locale, it)), locale);
        return html! {
            div.archipelago.(at) title=(figure::islands_in_full(label, &name)) { span { (lines.join("\n")) } }
        };
    }
    let tint = tint(&tile.place);
    // Whoever says the word that stands on a tile means this tile: a short name is part of what it is called.
    let name = if name.contains(&**label) { name } else { format!("{label}, {name}") };
    let title = if tint.figure.is_empty() { name } else { format!("{name}: {}", tint.figure) };
    // Where one switches between the lists, a former province says what it became part of.
    let at_home = site.shown.address.page == Page::Home && tile.basis == Basis::Former63;
    let now = if at_home { record.successor(&tile.place) } else { None };
    html! {
        a.tile.{ "t" (tint.step) }.(at).chosen[tint.chosen] data-now=[now.map(|it| &it.id)] href=(site.link(Page::Place(tile.place.clone())))
            aria-label=(title) title=(title) { (figure::tile_lines(label).join("\n")) }
    }
}

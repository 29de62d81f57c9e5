//! The tile-grid map of either era, with Hoàng Sa and Trường Sa always on it. Each tile is a link to its province.

use super::super::site::Site;
use crate::{
    address::Page,
    domain::{Basis, Id, Tile},
    text,
};
use leptos::prelude::*;

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

const SIZE: u32 = 60;
const GAP: u32 = 4;

/// The map of a list of provinces. `tint` says how each is filled.
#[component]
pub fn TileMap(
    /// Which list.
    basis: Basis,
    /// How each province is filled.
    tint: Box<dyn Fn(&Id) -> Tint>,
    /// What the map shows, for those who cannot see it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let site = Site::get();
    let locale = site.locale();
    let data = site.data();
    let tiles: Vec<&Tile> = data.record.tiles.iter().filter(|tile| tile.basis == basis).collect();
    let extent = |of: fn(&Tile) -> u8| tiles.iter().map(|tile| u32::from(of(tile))).max().unwrap_or(0) + 1;
    let (columns, rows) = (extent(|t| t.col), extent(|t| t.row));
    // A little more to the right: the islands' names are wider than their square.
    let view_box = format!("0 0 {} {}", columns * (SIZE + GAP) + 12, rows * (SIZE + GAP));
    let squares = tiles
        .iter()
        .map(|tile| {
            let (x, y) = (u32::from(tile.col) * (SIZE + GAP), u32::from(tile.row) * (SIZE + GAP));
            let place = data.record.place(&tile.place);
            let name = place.map(|it| locale.pick(&it.name).to_string()).unwrap_or_default();
            if tile.archipelago {
                // The tile names the islands and whose they are; the title says it in full.
                let label = locale.pick(&tile.label);
                let title = format!("{label} ({name})");
                let short = data.record.place(&tile.place).map(|it| it.short.to_string()).unwrap_or_default();
                let islands_name = match label.contains("Hoàng") || label.contains("Hoang") {
                    true => locale.either("Hoàng Sa", "Hoang Sa"),
                    false => locale.either("Trường Sa", "Truong Sa"),
                };
                let lines = [islands_name.to_owned(), format!("({short})")];
                return view! { <g class="archipelago">{islands(x, y)}{words(x, y, &lines, true)}<title>{title}</title></g> }.into_any();
            }
            let lines = broken(locale.pick(&tile.label));
            let tint = tint(&tile.place);
            let class = format!("tile t{}{}", tint.step, if tint.chosen { " chosen" } else { "" });
            let title = if tint.figure.is_empty() { name } else { format!("{name}: {}", tint.figure) };
            let spoken = title.clone();
            // The macro takes <a> for the HTML element, which draws nothing inside an SVG.
            leptos::svg::a()
                .class(class)
                .attr("href", site.link(Page::Place(tile.place.clone())))
                .attr("aria-label", spoken)
                .child((
                    view! { <rect x=x y=y width=SIZE height=SIZE/> },
                    words(x, y, &lines, false),
                    view! { <title>{title}</title> },
                ))
                .into_any()
        })
        .collect_view();
    view! {
        <svg class="tile-map" viewBox=view_box role="group" aria-label=label>
            <defs>
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path d="M0 0V6" class="hatch"/>
                </pattern>
            </defs>
            {squares}
        </svg>
    }
}

/// A few dots in a dashed frame: the archipelago as a sign, not a measured outline.
fn islands(x: u32, y: u32) -> impl IntoView {
    let dots: String = [(14, 16), (30, 10), (44, 22), (22, 28), (38, 32)]
        .iter()
        .map(|(dx, dy)| format!("M{} {}h.01", x + dx, y + dy))
        .collect();
    view! {
        <rect x=x y=y width=SIZE height=SIZE/>
        <path class="dots" d=dots/>
    }
}

fn words(x: u32, y: u32, lines: &[String], low: bool) -> impl IntoView + use<> {
    let first = match (low, lines.len()) {
        (true, _) => y + SIZE + 14,
        (false, 1) => y + 34,
        (false, 2) => y + 27,
        (false, _) => y + 21,
    };
    lines
        .iter()
        .enumerate()
        .map(|(n, line)| view! { <text x=x + SIZE / 2 y=first + 14 * n as u32>{line.clone()}</text> })
        .collect_view()
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

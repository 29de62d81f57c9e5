//! The parts pages are made of, one file each.

mod chart;
mod evidence;
mod map;
mod panel;
mod place_search;
mod sign;
mod strip;
mod table;

pub use evidence::Evidence;
pub use map::{TileMap, Tint};
pub use panel::PanelView;
pub use place_search::PlaceSearch;
pub use sign::SignLine;
pub use strip::Strip;

use chart::Chart;
use table::FigureTable;

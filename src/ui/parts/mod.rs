//! The parts pages are made of, one file each.

mod chart;
#[cfg(feature = "ssr")]
mod evidence;
mod map;
mod panel;
mod place_search;
mod sign;
#[cfg(feature = "ssr")]
mod strip;
mod table;

#[cfg(feature = "ssr")]
pub use evidence::Evidence;
pub use map::{Tint, tile_map};
pub use panel::PanelView;
#[cfg(feature = "ssr")]
pub use place_search::FindPlace;
pub use place_search::{FindPlaceField, PlaceSearch};
pub use sign::SignLine;
use sign::sign_line;
#[cfg(feature = "ssr")]
pub use strip::Strip;

use chart::Chart;
use table::figure_table;

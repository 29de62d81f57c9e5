//! The parts pages are made of, one file each.

#[cfg(feature = "ssr")]
mod changes;
mod chart;
mod evidence;
mod map;
mod panel;
mod place_search;
mod progress;
mod sign;
#[cfg(feature = "ssr")]
mod strip;
mod table;
mod take;
#[cfg(feature = "browser")]
pub mod taking;

#[cfg(feature = "ssr")]
pub use changes::{PublishedFiles, Releases, Setting, place_changes, release_changes};
pub use chart::Chart;
pub use evidence::said;
pub use evidence::said_of_view;
#[cfg(feature = "ssr")]
pub use evidence::{Facts, evidence, evidence_link, said_linked, said_plain};
pub use map::tile_map;
pub use panel::{PanelView, map, notes};
#[cfg(feature = "ssr")]
pub use place_search::FindPlace;
pub use place_search::{FindPlaceField, PlaceSearch};
#[cfg(feature = "ssr")]
pub use progress::target;
pub use progress::targets;
pub use sign::{SignLine, sign_line};
#[cfg(feature = "ssr")]
pub use strip::Strip;
pub use table::figure_table;

pub use take::{Take, embed_sheet};

use table::cards;

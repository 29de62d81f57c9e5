//! The parts pages are made of, one file each.

#[cfg(feature = "ssr")]
mod changes;
mod chart;
mod evidence;
mod map;
mod panel;
mod place_search;
mod progress;
pub mod rest;
mod sign;
#[cfg(feature = "ssr")]
mod strip;
mod table;
mod take;
#[cfg(feature = "browser")]
pub mod taking;

#[cfg(feature = "ssr")]
pub use changes::{PublishedFiles, Releases, Repository, Setting, place_changes, release_changes};
pub use chart::chart;
#[cfg(feature = "browser")]
pub use chart::later_options;
pub use evidence::said;
pub use evidence::said_of_view;
#[cfg(feature = "ssr")]
pub use evidence::{Facts, evidence, evidence_link, said_linked, said_plain};
pub use map::tile_map;
#[cfg(feature = "browser")]
pub use panel::closed_tables;
pub use panel::{caveat, drawn_of, map, notes, panel_view};
#[cfg(feature = "browser")]
pub use place_search::PlaceFieldInner;
pub use place_search::{PlaceField, PlaceSearch};
#[cfg(feature = "ssr")]
pub use progress::target;
pub use progress::targets;
#[cfg(feature = "ssr")]
pub use sign::SignLine;
pub use sign::sign_line;
#[cfg(feature = "ssr")]
pub use strip::Strip;
pub use table::{cards, figure_table};

pub use take::{embed_sheet, take};

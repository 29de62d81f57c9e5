//! The pages and their parts, in Leptos. Rendered natively by the build and taken over in the browser.

mod app;
mod builder;
mod embed;
mod head;
mod pages;
mod parts;
mod site;

pub use app::{App, Search};
pub use builder::Builder;
pub use embed::EmbedView;
pub use head::{Head, head};
#[cfg(feature = "ssr")]
pub use pages::place_picture;
#[cfg(feature = "ssr")]
pub use parts::{PublishedFiles, Releases, Setting, place_changes, release_changes};
pub use site::{ChartJob, PageData, Shown, Site, StaticCharts};

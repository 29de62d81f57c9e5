//! The pages and their parts, in Leptos. Rendered natively by the build and taken over in the browser.

mod app;
mod builder;
#[cfg(feature = "ssr")]
mod card;
mod embed;
mod head;
#[cfg(feature = "browser")]
pub mod hold;
mod pages;
mod parts;
mod site;

pub use app::App;
pub use builder::Builder;
#[cfg(feature = "ssr")]
pub use card::card;
#[cfg(feature = "ssr")]
pub use embed::embed_article;

pub use head::{Head, head};
#[cfg(feature = "ssr")]
pub use pages::place_picture;
#[cfg(feature = "ssr")]
pub use parts::{PublishedFiles, Releases, Repository, Setting, place_changes, release_changes};
pub use site::{OptionFiles, PageData, Shown, Site};

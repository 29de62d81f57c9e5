//! Tỉnh Số: comparing Vietnam's provinces on figures that carry their evidence.
//!
//! The rooms, in the order in which they may know each other (each only those before it):
//!
//! - [`domain`]: places, indicators, periods, observations, sources, and when two figures may be compared.
//! - [`snapshot`]: the published JSON files, and reading them into the domain with an exact error for each fault.
//! - [`text`]: the two languages: messages, numbers, dates, sentences.
//! - [`address`]: a page and its view as one type, to and from a URL under any base path.
//! - [`figure`]: what a chart says: a selection becomes a view, a view becomes table, sentence and chart option.
//! - `browser`: the only room that names the browser's interfaces.
//! - `ui`: the pages and their parts, in Leptos.

// A page's view is one nested type; some are deeper than the default of 128.
#![recursion_limit = "256"]

pub mod address;
pub mod domain;
pub mod figure;
pub mod snapshot;
pub mod text;

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "ui")]
pub mod ui;

//! The only room that names the browser's interfaces: fetching, the chart binding, the page's frame, the clipboard.

pub mod chart;
mod fetch;
pub mod later;
pub mod load;
pub mod near;
pub mod page;
pub mod take;
pub mod trips;

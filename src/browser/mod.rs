//! The only room that names the browser's interfaces: fetching, the page's frame, the clipboard; and the site's own
//! scripts, which work before the module is there and without it.

mod fetch;
pub mod later;
pub mod load;
pub mod near;
pub mod page;
pub mod take;
pub mod trips;

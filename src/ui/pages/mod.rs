//! The pages, one file each.

// Pages that nobody operates are rendered by the build alone and are no part of the module.
#[cfg(feature = "ssr")]
mod about;
#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod changes;
mod compare;
#[cfg(feature = "ssr")]
mod coverage;
#[cfg(feature = "ssr")]
mod data;
#[cfg(feature = "ssr")]
mod embed_guide;
#[cfg(feature = "ssr")]
mod home;
mod indicator;
#[cfg(feature = "ssr")]
mod method;
#[cfg(feature = "ssr")]
mod not_found;
#[cfg(feature = "ssr")]
mod place;
#[cfg(feature = "ssr")]
mod sources;
#[cfg(feature = "ssr")]
mod theme;

#[cfg(feature = "ssr")]
pub use place::place_picture;

#[cfg(feature = "browser")]
use super::parts::{closed_tables, later_options};
use super::{
    parts::{cards, take},
    site::Site,
};
use crate::{
    address::{Notice, Page},
    text::Messages,
};
use leptos::prelude::*;
use maud::{Markup, html};
use std::borrow::Cow;

/// The view of a page.
pub fn page(site: &Site, page: Page) -> AnyView {
    match page {
        Page::Compare => compare::page(site),
        Page::Indicator(_) => indicator::page(site),
        #[cfg(not(feature = "ssr"))]
        _ => ().into_any(),
        #[cfg(feature = "ssr")]
        other => still(other),
    }
}

/// A part of a page that follows the view: the element that says its name in `data-pane`, and what stands in it.
///
/// What a reader looks at is made first; what only opens when asked for (cards, what to take away) right after it is on
/// screen.
#[derive(Debug, Clone)]
pub struct Pane {
    /// Its name.
    pub name: Cow<'static, str>,
    /// Its markup.
    pub markup: Markup,
}

/// The parts of a page that follow the view and are looked at.
#[cfg(feature = "browser")]
pub fn panes(site: &Site) -> Vec<Pane> {
    match site.shown.address.page {
        Page::Compare => compare::panes(site),
        Page::Indicator(_) => indicator::panes(site),
        _ => Vec::new(),
    }
}

/// The parts of a page that follow the view and open when they are asked for: what live charts begin with, closed tables,
/// the cards of figures, and what to take away.
pub fn opened_panes(site: &Site) -> Vec<Pane> {
    let Some(view) = site.shown.view() else { return Vec::new() };
    let cards = html! { @for (n, panel) in view.panels.iter().enumerate() { (cards(site, panel, n)) } };
    let panes = [Pane { name: "cards".into(), markup: cards }, Pane { name: "take".into(), markup: take(site, view) }];
    #[cfg(feature = "browser")]
    let panes = later_options(site, view).into_iter().chain(closed_tables(site, view)).chain(panes);
    panes.into_iter().collect()
}

/// The elements of these parts, as the build writes them.
fn opened(site: &Site) -> String {
    let panes = opened_panes(site);
    html! { @for pane in &panes { div data-pane=(pane.name) { (pane.markup) } } }.into_string()
}

#[cfg(feature = "ssr")]
fn still(page: Page) -> AnyView {
    match page {
        Page::Home => view! { <home::Home/> }.into_any(),
        Page::Theme(id) => view! { <theme::ThemePage id=id/> }.into_any(),
        Page::Place(id) => view! { <place::PlacePage id=id/> }.into_any(),
        Page::Sources => view! { <sources::Sources/> }.into_any(),
        Page::Source(id) => view! { <sources::SourcePage id=id/> }.into_any(),
        Page::Coverage => view! { <coverage::CoveragePage/> }.into_any(),
        Page::Data => view! { <data::DataPage/> }.into_any(),
        Page::Changes => view! { <changes::Changes/> }.into_any(),
        Page::Method => view! { <method::Method/> }.into_any(),
        Page::EmbedGuide => view! { <embed_guide::EmbedGuide/> }.into_any(),
        Page::About => view! { <about::About/> }.into_any(),
        Page::Compare | Page::Indicator(_) | Page::NotFound => view! { <not_found::NotFound/> }.into_any(),
    }
}

/// What of the address was not understood, in words; nothing where all was.
pub(super) fn notices(site: &Site) -> Markup {
    let (m, notices) = (site.messages(), &site.shown.notices);
    html! {
        @if !notices.is_empty() {
            div.notices role="status" { ul { @for notice in notices { li { (notice_words(m, notice)) } } } }
        }
    }
}

fn notice_words(m: &Messages, notice: &Notice) -> String {
    match notice {
        Notice::Unknown { key, value } => format!("{} {key}={value}", m.notice_unknown),
        Notice::TooMany { left_out } => format!("{} {left_out}", m.notice_many),
        Notice::Twice { key } => format!("{} {key}", m.notice_twice),
    }
}

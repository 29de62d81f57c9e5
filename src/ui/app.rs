//! The frame of every page: header, main, footer.

use super::{pages, site::Site};
use crate::{
    address::{Address, Page},
    text::Locale,
};
use leptos::prelude::*;

/// A whole page, as the build writes it.
#[component]
pub fn App(
    /// What it shows.
    site: Site,
) -> impl IntoView {
    provide_context(site.clone());
    let (locale, page) = (site.locale(), site.shown.address.page.clone());
    view! {
        {header(&site, &page)}
        <main id="main" tabindex="-1">{pages::page(&site, page)}</main>
        {footer(&site, locale)}
    }
}

fn header(site: &Site, page: &Page) -> impl IntoView + use<> {
    let (locale, m) = (site.locale(), site.messages());
    let address = &site.shown.address;
    let other = match page {
        // There is one not-found page: from it the other language begins at its home.
        Page::NotFound => site.base.link(&Address::of(locale.other(), Page::Home)),
        _ => site.base.link(&address.translated()),
    };
    let links = [
        (Page::Compare, m.nav_compare),
        (Page::Coverage, m.nav_coverage),
        (Page::Sources, m.nav_sources),
        (Page::Data, m.nav_data),
    ];
    let home = site.link(Page::Home);
    let items = links
        .into_iter()
        .map(|(to, name)| {
            let current = (to == *page).then_some("page");
            view! { <li><a href=site.link(to) aria-current=current>{name}</a></li> }
        })
        .collect_view();
    view! {
        <header class="top">
            <a class="brand" href=home><Mark/>{m.site}</a>
            <nav aria-label=m.menu><ul>{items}</ul></nav>
            <a class="language" href=other lang=locale.other().tag() hreflang=locale.other().tag()>{m.other_language}</a>
        </header>
    }
}

/// The mark: the north, the waist and the south of the tile map as an S of squares, one of them accented.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 12 16" width="18" height="24" aria-hidden="true">
            <path d="M4 0h3v3H4zM8 0h3v3H8zM0 4h3v3H0zM4 4h3v3H4zM4 12h3v3H4zM0 12h3v3H0zM8 8h3v3H8z"/>
            <path class="accent" d="M4 8h3v3H4z"/>
        </svg>
    }
}

fn footer(site: &Site, locale: Locale) -> impl IntoView + use<> {
    let m = locale.messages();
    let version = site.data().record.version.clone();
    let (changes, about, method) = (site.link(Page::Changes), site.link(Page::About), site.link(Page::Method));
    view! {
        <footer class="bottom">
            <p>{m.footer}</p>
            <p class="fine">{m.version}" "<span class="number">{version}</span>" · "<a href=changes>{m.changes_all}</a>" · "<a href=method>{m.nav_method}</a>" · "<a href=about>{m.nav_about}</a></p>
        </footer>
    }
}

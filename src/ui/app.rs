//! The frame of every page: header, main, footer; which page stands in it follows the address.

use super::{
    pages,
    parts::FindPlaceField,
    site::{Shown, Site},
};
use crate::{
    address::{Address, Base, Page},
    text::Locale,
};
use leptos::prelude::*;

/// The whole site, beginning with a page whose figures are at hand.
///
/// In the browser it must stand inside a router; `go` navigates there. Natively `go` is never called.
#[component]
pub fn App(
    /// The folder the site lives in.
    base: Base,
    /// What is on screen.
    shown: RwSignal<Shown>,
    /// Goes to an address; the flag says whether to keep the scroll position.
    go: Callback<(Address, bool)>,
) -> impl IntoView {
    provide_context(Site { base, shown, go });
    // A page is built anew when it becomes another page; a new view of the same page only changes what it must.
    let page = Memo::new(move |_| shown.with(|it| (it.address.locale, it.address.page.clone())));
    view! {
        {move || header(page.get())}
        <main id="main" tabindex="-1">{move || pages::page(page.get().1)}</main>
        {move || footer(page.get().0)}
    }
}

/// The search field alone, on pages of which the module takes over nothing else.
#[component]
pub fn Search(
    /// The folder the site lives in.
    base: Base,
    /// What is on screen.
    shown: RwSignal<Shown>,
    /// Goes to an address.
    go: Callback<(Address, bool)>,
) -> impl IntoView {
    provide_context(Site { base, shown, go });
    view! { <FindPlaceField/> }
}

fn header((locale, page): (Locale, Page)) -> impl IntoView {
    let site = Site::get();
    let m = locale.messages();
    let other = {
        let site = site.clone();
        move || {
            site.shown.with(|it| match it.address.page {
                // There is one not-found page: from it the other language begins at its home.
                Page::NotFound => site.base.link(&Address::of(it.address.locale.other(), Page::Home)),
                _ => site.base.link(&it.address.translated()),
            })
        }
    };
    let links = [
        (Page::Compare, m.nav_compare),
        (Page::Sources, m.nav_sources),
        (Page::Data, m.nav_data),
        (Page::Method, m.nav_method),
    ];
    let home = site.link(Page::Home);
    let items = links
        .into_iter()
        .map(|(to, name)| {
            let current = (to == page).then_some("page");
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

fn footer(locale: Locale) -> impl IntoView {
    let m = locale.messages();
    let site = Site::get();
    let version = site.data().record.version.clone();
    let (changes, about) = (site.link(Page::Changes), site.link(Page::About));
    view! {
        <footer class="bottom">
            <p>{m.footer}</p>
            <p class="fine">{m.version}" "<span class="number">{version}</span>" · "<a href=changes>{m.changes_all}</a>" · "<a href=about>{m.nav_about}</a></p>
        </footer>
    }
}

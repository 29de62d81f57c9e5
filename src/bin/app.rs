//! The module that runs in the browser: takes over what of the page on screen can be operated, and lets go of it again
//! when the site's own script (`src/browser/site.js`) puts another page in its place.

#![recursion_limit = "256"]

#[cfg(feature = "hydrate")]
use leptos::mount::hydrate_from;
use leptos::prelude::*;
use std::{any::Any, cell::RefCell, sync::Arc};
use tinh_so::{
    address::{Address, Life, Page},
    browser::{
        later::{self, Unavailable},
        load, page, trips,
    },
    domain::Selection,
    figure, later,
    text::Locale,
    ui::{
        Builder, Shown, Site,
        hold::{self, PlaceRoot},
    },
};

thread_local! {
    /// What is mounted in the page on screen; dropping it ends it.
    static MOUNTED: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

fn main() {
    console_error_panic_hook::set_once();
    hold::listen();
    trips::on_leave(|| MOUNTED.take().clear());
    trips::on_page(start);
    start();
}

/// Loads the page's files, then takes over what can be operated. Until then, and if it fails, the static page stays.
fn start() {
    later::begin(async {
        if page::is_embed() {
            return start_embed().await;
        }
        let (address, notices) = page::address();
        // The document holds the default view; the address is applied once that is taken over.
        // The not-found document may stand under an address that looks like another page's.
        let plain = match page::is_not_found() {
            true => Address::of(Locale::Vi, Page::NotFound),
            false => Address { selection: Selection::default(), ..address.clone() },
        };
        let life = plain.page.life();
        let asked = life == Life::Whole && (hold::asks(&address.selection) || !notices.is_empty());
        if asked {
            hold::fetch();
        }
        let loaded = match life {
            // Its figures stand in the document: they are loaded when the reader begins to use it.
            Life::Whole | Life::Search => load::index(plain).await,
            Life::Builder => first_of_builder(plain).await,
            Life::Still => return,
        };
        let first = match loaded {
            Ok(first) => first,
            Err(detail) => return failed(address.locale, &detail, start),
        };
        // On a slow line the files may be here before the end of the document is; what is not there cannot be taken over.
        page::parsed().await;
        // The reader may have gone on in the meantime.
        if page::address().0.page != address.page && !page::is_not_found() {
            return;
        }
        let site = Site { base: page::base(), shown: Arc::new(first) };
        hold::hold(site.clone(), None);
        match life {
            Life::Builder => {
                if let Err(Unavailable(detail)) = build(site).await {
                    return failed(address.locale, &detail, start);
                }
            }
            _ => {
                #[cfg(not(feature = "hydrate"))]
                draw_all(&site);
                mount("find-place", move || view! { <PlaceRoot site=site/> });
            }
        }
        hold::offer_sharing();
        page::mark_live();
        if asked {
            hold::follow();
        } else {
            hold::fetch_if_used();
        }
    });
}

later! { builder:
    fn build(site: Site) -> Result<(), Unavailable> {
        mount("builder", move || {
            let shown = RwSignal::new(site.shown.clone());
            let go = Callback::new(move |address: Address| show(shown, address));
            view! { <Builder base=site.base shown=shown go=go/> }
        });
        Ok(())
    }
}

/// The builder of embeds begins with the view of an indicator's page.
async fn first_of_builder(guide: Address) -> Result<Shown, String> {
    let index = load::index(guide.clone()).await?;
    let first = figure::first_embed(&index.data.record).ok_or("no indicators")?;
    load::shown(Address::of(guide.locale, Page::Indicator(first)), Vec::new()).await
}

/// Shows another view in the builder.
fn show(shown: RwSignal<Arc<Shown>>, address: Address) {
    later::begin(async move {
        let locale = address.locale;
        match load::shown(address.clone(), Vec::new()).await {
            Ok(next) => {
                page::hide_notice();
                let next = Arc::new(next);
                hold::hold(Site { base: page::base(), shown: next.clone() }, None);
                shown.try_set(next);
            }
            Err(detail) => {
                let m = locale.messages();
                page::show_notice(&format!("{} {}", m.load_failed, m.load_hint), &detail, move || show(shown, address));
            }
        }
    });
}

/// A chart on another page. Its default view stands in the document; another one that was asked for is shown in its
/// place, and what was held back for that stays so until it is there: no other places in their stead.
async fn start_embed() {
    let Some((embed, notices)) = page::embed() else { return };
    let plain = Address::of(embed.locale, Page::Indicator(embed.indicator.clone()));
    let asked = Address { selection: embed.selection.clone(), ..plain.clone() };
    let m = embed.locale.messages();
    let failed = |detail: &str| page::show_notice(m.load_failed, detail, start);
    let first = match load::shown(plain, Vec::new()).await {
        Ok(first) => first,
        Err(detail) => return failed(&detail),
    };
    page::parsed().await;
    hold::hold(Site { base: page::base(), shown: Arc::new(first) }, Some(embed));
    if hold::asks(&asked.selection) || !notices.is_empty() {
        // Figures of all views of an indicator are in one file.
        let shown = async {
            let next = load::shown(asked, notices).await?;
            hold::show(next, || true).await.map_err(|Unavailable(words)| words)
        };
        if let Err(detail) = shown.await {
            return failed(&detail);
        }
    }
    page::finish_pending();
    page::mark_live();
}

/// Takes over the prerendered root.
#[cfg(feature = "hydrate")]
fn mount<V: IntoView + 'static>(id: &str, view: impl FnOnce() -> V + 'static)
where
    V::State: 'static,
{
    if let Some(root) = page::element(id) {
        let handle = hydrate_from(root, view);
        MOUNTED.with_borrow_mut(|mounted| mounted.push(Box::new(handle)));
    }
}

/// Draws the root from nothing.
#[cfg(not(feature = "hydrate"))]
fn mount<V: IntoView + 'static>(id: &str, view: impl FnOnce() -> V + 'static)
where
    V::State: 'static,
{
    if let Some(root) = page::element(id) {
        root.set_inner_html("");
        let handle = mount_to(root, view);
        MOUNTED.with_borrow_mut(|mounted| mounted.push(Box::new(handle)));
    }
}

/// Without a prerendered document the whole page is drawn first.
#[cfg(not(feature = "hydrate"))]
fn draw_all(site: &Site) {
    let site = site.clone();
    mount("app", move || view! { <tinh_so::ui::App site=site/> });
}

fn failed(locale: Locale, detail: &str, retry: fn()) {
    let m = locale.messages();
    page::set_busy(false);
    page::finish_pending();
    page::show_notice(&format!("{} {}", m.load_failed, m.load_hint), detail, retry);
}

//! The module that runs in the browser: takes over the prerendered page, then follows the address.

#![recursion_limit = "256"]

#[cfg(feature = "hydrate")]
use leptos::mount::hydrate_from;
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::Router,
    hooks::{use_location, use_navigate},
    location::{BrowserUrl, LocationProvider},
};
use tinh_so::{
    address::{Address, Life, Page},
    browser::{load, page},
    domain::Selection,
    figure,
    text::Locale,
    ui::{App, Builder, EmbedView, Search, Shown, head},
};

fn main() {
    console_error_panic_hook::set_once();
    start();
}

/// Loads the page's files, then takes over what can be operated. Until then, and if it fails, the static page stays.
fn start() {
    // Not leptos' own: its executor only exists once something is mounted.
    wasm_bindgen_futures::spawn_local(async {
        if page::is_embed() {
            return start_embed().await;
        }
        let (address, notices) = page::address();
        // The document holds the default view; the address is applied once the trees have met.
        // The not-found document may stand under an address that looks like another page's.
        let plain = match page::is_not_found() {
            true => Address::of(Locale::Vi, Page::NotFound),
            false => Address { selection: Selection::default(), ..address.clone() },
        };
        let life = plain.page.life();
        let loaded = match life {
            Life::Whole => {
                load::shown(plain, Vec::new()).await.map(|it| Shown { drawn: cfg!(feature = "hydrate"), ..it })
            }
            Life::Search => load::index(plain).await,
            Life::Builder => first_of_builder(plain).await,
            Life::Still => return,
        };
        let first = match loaded {
            Ok(first) => first,
            Err(detail) => return failed(address.locale, &detail, start),
        };
        // On a slow line the files may be here before the end of the document is; what is not there cannot be taken over.
        page::parsed().await;
        match life {
            Life::Whole => {
                let asked = address.selection != Selection::default() || !notices.is_empty();
                mount("app", move || view! { <Live first=first asked=asked/> });
            }
            Life::Builder => mount("builder", move || {
                let shown = RwSignal::new(first);
                let go = Callback::new(move |(address, _): (Address, bool)| show(shown, address));
                view! { <Builder base=page::base() shown=shown go=go/> }
            }),
            _ => mount("find-place", move || {
                let go = Callback::new(|(address, _): (Address, bool)| page::leave(&page::base().link(&address)));
                view! { <Search base=page::base() shown=RwSignal::new(first) go=go/> }
            }),
        }
        page::mark_live();
    });
}

/// The builder of embeds begins with the view of an indicator's page.
async fn first_of_builder(guide: Address) -> Result<Shown, String> {
    let index = load::index(guide.clone()).await?;
    let first = figure::first_embed(&index.data.record).ok_or("no indicators")?;
    let shown = load::shown(Address::of(guide.locale, Page::Indicator(first)), Vec::new()).await?;
    Ok(Shown { drawn: true, ..shown })
}

/// Shows another view in the builder.
fn show(shown: RwSignal<Shown>, address: Address) {
    leptos::task::spawn_local(async move {
        let locale = address.locale;
        match load::shown(address.clone(), Vec::new()).await {
            Ok(next) => {
                page::hide_notice();
                shown.set(next);
            }
            Err(detail) => {
                let m = locale.messages();
                page::show_notice(&format!("{} {}", m.load_failed, m.load_hint), &detail, move || show(shown, address));
            }
        }
    });
}

/// A chart on another page: its default view is taken over first, then the one that was asked for is shown. What was
/// held back for that stays so until it is there: no other places in their stead.
async fn start_embed() {
    let (embed, notices) = match page::embed() {
        Some(asked) => asked,
        None => return,
    };
    let plain = Address::of(embed.locale, Page::Indicator(embed.indicator.clone()));
    let asked = Address { selection: embed.selection.clone(), ..plain.clone() };
    let m = embed.locale.messages();
    let failed = |detail: String| page::show_notice(m.load_failed, &detail, start);
    let first = match load::shown(plain, Vec::new()).await {
        Ok(first) => Shown { drawn: cfg!(feature = "hydrate"), ..first },
        Err(detail) => return failed(detail),
    };
    // Figures of all views of an indicator are in one file.
    let next = match asked.selection != Selection::default() || !notices.is_empty() {
        true => Some(load::shown(asked, notices).await),
        false => None,
    };
    page::parsed().await;
    let shown = RwSignal::new(first);
    mount("app", move || view! { <EmbedView base=page::base() shown=shown embed=embed/> });
    match next {
        Some(Ok(next)) => shown.set(next),
        Some(Err(detail)) => return failed(detail),
        None => {}
    }
    page::finish_pending();
    page::mark_live();
}

/// Takes over the prerendered page.
#[cfg(feature = "hydrate")]
fn mount<V: IntoView + 'static>(id: &str, view: impl FnOnce() -> V + 'static)
where
    V::State: 'static,
{
    if let Some(root) = page::element(id) {
        hydrate_from(root, view).forget();
    }
}

/// Draws the page from nothing.
#[cfg(not(feature = "hydrate"))]
fn mount<V: IntoView + 'static>(id: &str, view: impl FnOnce() -> V + 'static)
where
    V::State: 'static,
{
    if let Some(root) = page::element(id) {
        root.set_inner_html("");
        mount_to(root, view).forget();
    }
}

fn failed(locale: Locale, detail: &str, retry: fn()) {
    let m = locale.messages();
    page::set_busy(false);
    page::finish_pending();
    page::show_notice(&format!("{} {}", m.load_failed, m.load_hint), detail, retry);
}

/// The app inside its router: a change of address loads what it needs, then shows it.
#[component]
fn Live(first: Shown, asked: bool) -> impl IntoView {
    let base = page::base();
    view! {
        <Router base=base.as_str().to_owned()>
            <Follow first=first asked=asked/>
        </Router>
    }
}

#[component]
fn Follow(first: Shown, asked: bool) -> impl IntoView {
    let shown = RwSignal::new(first);
    let latest = StoredValue::new(0u32);
    let location = use_location();
    let browser = use_context::<BrowserUrl>();
    let navigate = use_navigate();
    let go = Callback::new(move |(address, stay): (Address, bool)| {
        let options = NavigateOptions { resolve: false, replace: false, scroll: !stay, ..Default::default() };
        navigate(&page::base().link(&address), options);
    });
    Effect::new(move |before: Option<()>| {
        let (path, query) = (location.pathname.get(), location.search.get());
        if before.is_none() && !asked {
            return;
        }
        follow(Trip { shown, browser: browser.clone(), latest, path, query });
    });
    view! { <App base=page::base() shown=shown go=go/> }
}

/// A change of address under way.
#[derive(Clone)]
struct Trip {
    shown: RwSignal<Shown>,
    browser: Option<BrowserUrl>,
    /// Counts the trips; only the latest one arrives.
    latest: StoredValue<u32>,
    path: String,
    query: String,
}

/// Goes where the address bar points: loads, then changes figures and page together. A page that cannot be loaded
/// from here is left to the browser, which has it as a file.
fn follow(trip: Trip) {
    let Trip { shown, browser, latest, path, query } = trip.clone();
    let (address, notices) = page::parse(&path, &query);
    let same_page = shown.with_untracked(|it| it.address.page == address.page && it.address.locale == address.locale);
    let href = format!("{path}{}{query}", if query.is_empty() { "" } else { "?" });
    // Pages that the module does not take over are documents: the browser goes there.
    if address.page.life() != Life::Whole {
        return page::leave(&href);
    }
    let number = latest.get_value() + 1;
    latest.set_value(number);
    page::set_busy(true);
    leptos::task::spawn_local(async move {
        let locale = address.locale;
        let loaded = load::shown(address, notices).await;
        if latest.get_value() != number {
            return;
        }
        page::set_busy(false);
        match loaded {
            Ok(next) => {
                page::hide_notice();
                page::set_head(&head(&next.data.record, &next.address).title, locale);
                shown.set(next);
                if let Some(browser) = &browser {
                    browser.ready_to_complete();
                }
                if !same_page {
                    page::focus_main();
                }
            }
            Err(_) if !same_page => page::leave(&href),
            Err(detail) => {
                page::finish_pending();
                page::reset_controls();
                let m = locale.messages();
                page::show_notice(&format!("{} {}", m.load_failed, m.load_hint), &detail, move || follow(trip));
            }
        }
    });
}

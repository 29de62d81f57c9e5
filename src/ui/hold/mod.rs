//! A page in the reader's hands. The document stands already; from here on its panes follow the address, and its buttons do
//! what they say. Its charts are no matter of the module's: see `src/browser/charts.js`.
//!
//! One page is held at a time. What makes its panes is fetched when it is first needed.

mod ahead;
mod control;
mod figures;
mod written;

use control::Control;
use figures::{Made, Step};
use written::Written;

use super::{
    parts::{PlaceFieldInner, taking},
    site::{Shown, Site},
};
use crate::{
    address::{Address, Embed, Life, Notice, Page},
    browser::{
        later::{self, Unavailable},
        load,
        near::Near,
        page, trips,
    },
    domain::{Id, Selection},
    figure::{self, Change},
};
use futures_util::future::join;
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    future::{Future, poll_fn},
    pin::pin,
    sync::Arc,
    task::Poll,
};

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
    static NUMBER: Cell<u32> = const { Cell::new(0) };
    /// Whether the code that panes are made with was asked for.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// A number that no view and no way to one has had before, on this page or an earlier one: what was begun on a page that
/// is gone must never be taken for the present one's.
fn next_number() -> u32 {
    NUMBER.with(|it| it.replace(it.get() + 1))
}

/// The page on screen.
struct Held {
    site: Site,
    embed: Option<Embed>,
    /// The number of what was asked for: only the latest is shown.
    trip: u32,
    written: Written,
}

/// Takes over a page whose document shows its default view.
pub fn hold(site: Site, embed: Option<Embed>) {
    HELD.set(Some(Held { site, embed, trip: next_number(), written: Written::default() }));
}

/// Lets go of the page on screen.
pub fn release() {
    HELD.take();
    ahead::forget();
}

/// Begins to listen, once for as long as the module runs.
pub fn listen() {
    // Whoever only reads pays for nothing more; whoever touches the page will want an answer at once. A chart wants its own
    // code first.
    for event in ["pointermove", "pointerdown", "keydown", "touchstart"] {
        trips::on_any(event, |event| {
            if !ASKED.get() && Near::target(&event, "figure.chart").is_none() {
                fetch_for_page();
            }
        });
    }
    trips::on_live(fetch_for_page);
    for event in ["pointerover", "touchstart", "focusin"] {
        trips::on_any(event, |event| {
            if Near::target(&event, ".take, .builder").is_some() {
                fetch_tools();
            }
        });
    }
    trips::on_any("submit", |event| {
        if Near::target(&event, "form.query").is_some() {
            event.prevent_default();
        }
    });
    trips::on_any("change", |event| {
        if let Some(select) = Near::target(&event, "select[data-ask]") {
            ask(&select);
        } else if let Some(form) = Near::target(&event, "[data-choices]") {
            later::begin(async move {
                if let Ok(site) = with_figures().await {
                    taking::change(site, form);
                }
            });
        }
    });
    trips::on_any("click", |event| {
        if let Some(button) = Near::target(&event, "button[data-ask]") {
            ask(&button);
        } else if let Some(button) = Near::target(&event, "[data-take]") {
            later::begin(async move {
                match with_figures().await {
                    Ok(site) => taking::click(site, button),
                    Err(_) => with_site(|site| taking::failed(&site, button)),
                }
            });
        }
    });
    trips::on_view(|path, query| go_to(page::parse(path, query.trim_start_matches('?'))));
    trips::on_leave(release);
    ahead::listen();
}

fn fetch_tools() {
    later::begin(async {
        let (code, figures) = join(taking::fetch(), with_figures()).await;
        _ = (code, figures);
    });
}

/// The site with the figures of what is on screen, which are loaded when they are first needed.
async fn with_figures() -> Result<Site, String> {
    let before = HELD.with_borrow(|held| held.as_ref().map(|it| it.site.clone())).ok_or("no page is held")?;
    if before.shown.is_whole() {
        return Ok(before);
    }
    let shown = load::shown(before.shown.address.clone(), before.shown.notices.clone()).await?;
    let site = Site { shown: Arc::new(shown), ..before.clone() };
    // Another view may have come meanwhile.
    if_still(&before, |held| held.site = site.clone());
    Ok(site)
}

/// Does something with the page on screen if that is still what it was.
fn if_still(before: &Site, work: impl FnOnce(&mut Held)) {
    HELD.with_borrow_mut(|held| {
        if let Some(held) = held.as_mut().filter(|it| Arc::ptr_eq(&it.site.shown, &before.shown)) {
            work(held);
        }
    });
}

/// The site as it is on screen; of a page that was not used yet it has no figures.
fn with_site(work: impl FnOnce(Site)) {
    if let Some(site) = HELD.with_borrow(|held| held.as_ref().map(|it| it.site.clone())) {
        work(site);
    }
}

/// A control of the query was used.
fn ask(control: &Near) {
    let kind = control.attribute("data-ask").unwrap_or_default();
    if let Some(change) = Change::parse(&kind, &control.value()) {
        choose(change);
    }
}

/// Goes to the view with one choice more.
pub fn choose(change: Change) {
    with_site(|site| {
        let at = &site.shown.address;
        let selection = figure::asked(&site.shown.data.record, &at.page, &at.selection, change);
        trips::go(&site.base.link(&Address { selection, ..at.clone() }), true);
    });
}

/// What a search field's choice means on this page.
pub fn pick(id: Id) {
    with_site(|site| match site.shown.address.page {
        Page::Compare | Page::Indicator(_) => choose(Change::Add(id)),
        _ => trips::go(&site.link(Page::Place(id)), false),
    });
}

/// The search field of the page on screen, in its root.
#[component]
pub fn PlaceRoot(
    /// What is on screen.
    site: Site,
) -> impl IntoView {
    provide_context(site);
    view! { <PlaceFieldInner pick=Callback::new(pick)/> }
}

/// Shows what the address bar asks for.
pub fn follow() {
    go_to(page::address());
}

/// Shows a view of the page that is held; whether the address is one.
fn go_to((address, notices): (Address, Vec<Notice>)) -> bool {
    let trip = HELD.with_borrow_mut(|held| {
        let held = held.as_mut()?;
        let at = &held.site.shown.address;
        (at.page == address.page && at.locale == address.locale && at.page.life() == Life::Whole).then(|| {
            held.trip = next_number();
            held.trip
        })
    });
    let Some(trip) = trip else { return false };
    if let Some(results) = Near::first("[data-pane=results]") {
        results.toggle("data-near", results.extent().0 < page::height());
    }
    later::begin(async move {
        let locale = address.locale;
        let mut outcome = pin!(async {
            if let Some((site, made)) = ahead::take(&address).filter(|_| notices.is_empty()) {
                put(site, made, move || is_latest(trip));
                return Ok(());
            }
            let shown = load::shown(address, notices).await?;
            show(shown, move || is_latest(trip)).await.map_err(|Unavailable(words)| words)
        });
        // What is shown at once was never waited for: saying so would have the whole page laid out once more.
        let outcome = match poll_fn(|context| Poll::Ready(outcome.as_mut().poll(context))).await {
            Poll::Ready(outcome) => outcome,
            Poll::Pending => {
                page::set_busy(true);
                outcome.await
            }
        };
        if !is_latest(trip) {
            return;
        }
        page::set_busy(false);
        page::finish_pending();
        match outcome {
            Ok(()) => page::hide_notice(),
            Err(detail) => {
                page::reset_controls();
                let m = locale.messages();
                page::show_notice(&format!("{} {}", m.load_failed, m.load_hint), &detail, follow);
            }
        }
    });
    true
}

/// The number of what was asked for last.
fn trip() -> Option<u32> {
    HELD.with_borrow(|held| held.as_ref().map(|it| it.trip))
}

fn is_latest(trip: u32) -> bool {
    HELD.with_borrow(|held| held.as_ref().is_some_and(|it| it.trip == trip))
}

/// Shows another view of the page that is held, unless it is no longer `wanted` once it is made.
///
/// # Errors
/// What makes it could not be fetched.
pub async fn show(shown: Shown, wanted: impl Fn() -> bool + 'static) -> Result<(), Unavailable> {
    let Some((base, embed)) = HELD.with_borrow(|held| held.as_ref().map(|it| (it.site.base.clone(), it.embed.clone())))
    else {
        return Ok(());
    };
    let site = Site { base, shown: Arc::new(shown) };
    let made = figures::made(site.clone(), embed).await?;
    if wanted() {
        put(site, made, wanted);
    }
    Ok(())
}

/// Puts a view that was made in the place of the one on screen; what opens when asked for follows as long as it is `wanted`.
fn put(site: Site, made: Made, wanted: impl Fn() -> bool + 'static) {
    let focus = Control::focused();
    let is_embed = HELD.with_borrow_mut(|held| {
        let Some(held) = held else { return true };
        held.site = site.clone();
        held.written.write(made.panes);
        held.embed.is_some()
    });
    trips::written();
    // Whoever has scrolled down looks at what was left for later: it comes in the same frame. What that costs, laying out
    // the page, is done for this frame anyway.
    request_animation_frame(|| {
        HELD.with_borrow_mut(|held| held.as_mut().map(|held| held.written.complete_if_seen()));
    });
    // The control that was used keeps the focus, though it was written anew.
    if let Some(control) = focus.and_then(|it| it.again()) {
        control.focus();
    }
    let at = &site.shown.address;
    if at.page == Page::Compare {
        if let (Some(list), Some(subject)) = (Near::first("select[data-ask=subject]"), made.subject) {
            list.choose(&subject);
        }
        if let Some(field) = Near::first("#find-place") {
            field.set_hidden(Near::first("[data-full]").is_some());
        }
    }
    if is_embed {
        later::begin(async {
            later::painted().await;
            complete();
        });
    } else {
        page::set_head(&made.title, at.locale);
        page::set_language_link(&site.base.link(&at.translated()));
        later::begin(async move {
            later::painted().await;
            if complete() {
                later::painted().await;
            }
            let opened = figures::opened(site).await;
            if let (true, Ok(panes)) = (wanted(), opened) {
                HELD.with_borrow_mut(|held| held.as_mut().map(|held| held.written.write_whole(panes)));
                trips::opened();
                offer_sharing();
                ahead::prepare(wanted).await;
            }
        });
    }
}

/// Writes what was left for later; whether there was anything.
fn complete() -> bool {
    HELD.with_borrow_mut(|held| held.as_mut().is_some_and(|held| held.written.complete()))
}

/// What an address asks for beyond the default view.
pub fn asks(selection: &Selection) -> bool {
    *selection != Selection::default()
}

/// Whoever has brought a chart to life is about to choose: what panes are made with is fetched.
pub fn fetch_if_used() {
    if Near::first(".frame.is-live").is_some() {
        fetch_for_page();
    }
}

/// Fetches what panes are made with, where the page on screen has some.
fn fetch_for_page() {
    if HELD.with_borrow(|held| held.as_ref().is_some_and(|it| it.site.shown.address.page.life() == Life::Whole)) {
        fetch();
    }
}

/// Fetches what panes are made with, and makes those on screen once while nothing else is to be done: a browser compiles
/// code when it first runs, and the first choice should not wait for that.
pub fn fetch() {
    if !ASKED.replace(true) {
        later::begin(async {
            let (code, _) = join(figures::ready(), with_figures()).await;
            if code.is_err() {
                ASKED.set(false);
                return;
            }
            rehearse().await;
            if let Some(trip) = trip() {
                ahead::prepare(move || is_latest(trip)).await;
            }
        });
    }
}

/// Does the work of a choice once for what is on screen already, in pieces, while nothing else is to be done.
async fn rehearse() {
    for step in [Step::View, Step::Panes, Step::Opened] {
        later::idle().await;
        let Ok(site) = with_figures().await else { return };
        let Ok(panes) = figures::rehearse(site.clone(), step).await else { return };
        if_still(&site, |held| {
            if held.embed.is_none() {
                for pane in panes {
                    held.written.knows(pane);
                }
            }
        });
    }
}

/// Shows what only some devices can do.
pub fn offer_sharing() {
    taking::offer_sharing();
}

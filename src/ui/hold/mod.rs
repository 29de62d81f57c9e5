//! A page in the reader's hands. The document stands already; from here on its panes follow the address, its charts answer
//! to pointer, finger and keyboard, and its buttons do what they say.
//!
//! One page is held at a time. What makes panes and charts is fetched when it is first needed.

mod charts;
mod figures;

use super::{
    parts::{PlaceFieldInner, taking},
    site::{Shown, Site},
};
use crate::{
    address::{Address, Embed, Life, Page},
    browser::{
        chart,
        later::{self, Unavailable},
        load,
        near::Near,
        page, trips,
    },
    domain::{Id, Selection},
    figure::{self, Change},
};
use charts::{KEYS, Operated};
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    sync::Arc,
};

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
    static NUMBER: Cell<u32> = const { Cell::new(0) };
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
    /// The number of what is shown: what was begun for an earlier view is dropped when it arrives.
    turn: u32,
    /// The number of what was asked for: only the latest is shown.
    trip: u32,
    charts: Vec<(usize, Box<dyn Operated>)>,
    /// Charts on their way, with the keys pressed on them in the meantime.
    starting: BTreeMap<usize, Vec<String>>,
}

/// Takes over a page whose document shows its default view.
pub fn hold(site: Site, embed: Option<Embed>) {
    let (turn, trip) = (next_number(), next_number());
    HELD.set(Some(Held { site, embed, turn, trip, charts: Vec::new(), starting: BTreeMap::new() }));
}

/// Lets go of the page on screen: its charts are taken away.
pub fn release() {
    HELD.take();
}

/// Begins to listen, once for as long as the module runs.
pub fn listen() {
    // Whoever only reads pays for nothing more; whoever touches the page will want an answer at once.
    for event in ["pointermove", "pointerdown", "keydown", "touchstart"] {
        trips::on_any(event, |_| fetch_for_page());
    }
    for event in ["pointerover", "touchstart", "focusin"] {
        trips::on_any(event, |event| {
            if let Some(figure) =
                Near::target(&event, "[data-pane] figure.chart .frame").and_then(|it| it.around("figure"))
            {
                wake(&figure);
            }
            if Near::target(&event, ".take, .builder").is_some() {
                fetch_tools();
            }
        });
    }
    trips::on_any("keydown", key);
    trips::on_any("submit", |event| {
        if Near::target(&event, "form.query").is_some() {
            event.prevent_default();
        }
    });
    trips::on_any("change", |event| {
        if let Some(select) = Near::target(&event, "select[data-ask]") {
            ask(&select);
        } else if let Some(form) = Near::target(&event, "[data-choices]") {
            with_site(|site| taking::change(site, form));
        }
    });
    trips::on_any("click", |event| {
        if let Some(button) = Near::target(&event, "button[data-ask]") {
            ask(&button);
        } else if let Some(button) = Near::target(&event, "[data-take]") {
            with_site(|site| taking::click(site, button));
        }
    });
    trips::on_view(follow);
    trips::on_leave(release);
}

fn fetch_tools() {
    later::begin(async { _ = taking::fetch().await });
}

/// The site as it is on screen.
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

/// Shows what the address bar asks for; whether that is a view of the page that is held.
pub fn follow() -> bool {
    let (address, notices) = page::address();
    let trip = HELD.with_borrow_mut(|held| {
        let held = held.as_mut()?;
        let at = &held.site.shown.address;
        (at.page == address.page && at.locale == address.locale && at.page.life() == Life::Whole).then(|| {
            held.trip = next_number();
            held.trip
        })
    });
    let Some(trip) = trip else { return false };
    page::set_busy(true);
    later::begin(async move {
        let locale = address.locale;
        let outcome = async {
            let shown = load::shown(address, notices).await?;
            show(shown, || is_latest(trip)).await.map_err(|Unavailable(words)| words)
        };
        let outcome = outcome.await;
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
                page::show_notice(&format!("{} {}", m.load_failed, m.load_hint), &detail, || _ = follow());
            }
        }
    });
    true
}

fn is_latest(trip: u32) -> bool {
    HELD.with_borrow(|held| held.as_ref().is_some_and(|it| it.trip == trip))
}

/// Shows another view of the page that is held, unless it is no longer `wanted` once it is made.
///
/// # Errors
/// What makes it could not be fetched.
pub async fn show(shown: Shown, wanted: impl Fn() -> bool) -> Result<(), Unavailable> {
    let Some((base, embed)) = HELD.with_borrow(|held| held.as_ref().map(|it| (it.site.base.clone(), it.embed.clone())))
    else {
        return Ok(());
    };
    let site = Site { base, shown: Arc::new(shown) };
    let made = figures::made(site.clone(), embed.clone()).await?;
    if !wanted() {
        return Ok(());
    }
    let Some((turn, charts)) = HELD.with_borrow_mut(|held| {
        let held = held.as_mut()?;
        held.site = site.clone();
        held.turn = next_number();
        held.starting.clear();
        Some((held.turn, std::mem::take(&mut held.charts)))
    }) else {
        return Ok(());
    };
    let focus = Near::focused().and_then(|it| it.attribute("data-ask").map(|kind| (kind, it.value())));
    for pane in made.panes {
        if let Some(place) = Near::first(&format!("[data-pane={}]", pane.name)) {
            place.rewrite(&pane.markup.0);
        }
    }
    offer_sharing();
    // The control that was used keeps the focus, though it was written anew.
    if let Some((kind, value)) = focus {
        let same = Near::first(&format!("[data-ask={kind}][value='{value}']"));
        if let Some(control) = same.or_else(|| Near::first(&format!("select[data-ask={kind}]"))) {
            control.focus();
        }
    }
    if let Some(field) = Near::first("#find-place") {
        field.set_hidden(Near::first("[data-full]").is_some());
    }
    if embed.is_none() {
        let at = &site.shown.address;
        page::set_head(&made.title, at.locale);
        page::set_language_link(&site.base.link(&at.translated()));
    }
    let mut charts: Vec<_> = charts.into_iter().map(Some).collect();
    for figure in Near::all("[data-pane] figure.chart") {
        let number = number(&figure);
        let kept = charts.iter_mut().find(|it| it.as_ref().is_some_and(|(n, _)| *n == number)).and_then(Option::take);
        open(figure, turn, kept.map(|(_, chart)| chart));
    }
    Ok(())
}

/// Which of the page's panels a chart is of.
fn number(figure: &Near) -> usize {
    figure.attribute("data-number").and_then(|it| it.parse().ok()).unwrap_or(0)
}

/// A reader is about to use a chart.
pub fn wake(figure: &Near) {
    if let Some(turn) = HELD.with_borrow(|held| held.as_ref().map(|it| it.turn)) {
        open(figure.clone(), turn, None);
    }
}

/// Opens a chart, in the place of another one where there was one.
fn open(figure: Near, turn: u32, kept: Option<Box<dyn Operated>>) {
    let number = number(&figure);
    let begun = HELD.with_borrow_mut(|held| {
        let held = held.as_mut().filter(|it| it.turn == turn)?;
        if let Some((_, chart)) = held.charts.iter().find(|(n, _)| *n == number) {
            chart.wake();
            return None;
        }
        if held.starting.contains_key(&number) {
            return None;
        }
        held.starting.insert(number, Vec::new());
        Some((held.site.clone(), held.embed.clone()))
    });
    let Some((site, embed)) = begun else { return };
    // Fetched beside the rest; asked for again by what draws.
    chart::prefetch();
    later::begin(async move {
        let m = site.messages();
        let made = figures::open(site, embed, number, figure.clone(), kept).await;
        if let (Err(_), Some(problem)) = (&made, figure.within(".problem")) {
            problem.say(m.chart_failed);
        }
        HELD.with_borrow_mut(|held| {
            if let Some(held) = held.as_mut().filter(|it| it.turn == turn) {
                let pressed = held.starting.remove(&number).unwrap_or_default();
                if let Ok(Some(chart)) = made {
                    // What was pressed while it was on its way.
                    for key in pressed {
                        chart.key(&key);
                    }
                    held.charts.push((number, chart));
                }
            }
        });
    });
}

fn key(event: leptos::ev::Event) {
    let Some(figure) = Near::target(&event, "figure.chart .frame").and_then(|it| it.around("figure")) else { return };
    let Some(key) = Near::key(&event) else { return };
    let number = number(&figure);
    let used = HELD.with_borrow_mut(|held| {
        let Some(held) = held else { return false };
        if let Some((_, chart)) = held.charts.iter().find(|(n, _)| *n == number) {
            return chart.key(&key);
        }
        let waiting = held.starting.get_mut(&number).filter(|_| KEYS.contains(&key.as_str()));
        waiting.map(|keys| keys.push(key)).is_some()
    });
    if used {
        event.prevent_default();
    }
}

/// What an address asks for beyond the default view.
pub fn asks(selection: &Selection) -> bool {
    *selection != Selection::default()
}

/// A reader is about to use the charts of an embed.
pub fn wake_all() {
    for figure in Near::all("[data-pane] figure.chart") {
        wake(&figure);
    }
}

/// Fetches what panes and charts are made with, where the page on screen has some.
fn fetch_for_page() {
    if HELD.with_borrow(|held| held.as_ref().is_some_and(|it| it.site.shown.address.page.life() == Life::Whole)) {
        fetch();
    }
}

/// Fetches what panes and charts are made with.
pub fn fetch() {
    thread_local! {
        static ASKED: Cell<bool> = const { Cell::new(false) };
    }
    if !ASKED.replace(true) {
        later::begin(async {
            if figures::ready().await.is_err() {
                ASKED.set(false);
            }
        });
    }
}

/// Shows what only some devices can do.
pub fn offer_sharing() {
    taking::offer_sharing();
}

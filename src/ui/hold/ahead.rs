//! Views that a reader may choose next, made while nothing else is to be done: a choice among them only has to be written.

use super::{
    HELD, figures,
    figures::{Made, Step},
};
use crate::{
    address::Address,
    browser::{later, load, near::Near, page, trips},
    figure::{self, Change},
    ui::site::Site,
};
use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    sync::Arc,
};

/// So many views are kept at the most: every kind of chart and the periods of a page.
const MOST: usize = 16;
/// So many of the places that a search offers.
const MOST_FOUND: usize = 2;

thread_local! {
    static AHEAD: RefCell<VecDeque<(Site, Made)>> = const { RefCell::new(VecDeque::new()) };
    /// Counts what was typed: only for the latest something is made.
    static TYPED: Cell<u32> = const { Cell::new(0) };
}

/// Begins to look at what is typed into a search field: the places it offers are choices too.
pub(super) fn listen() {
    trips::on_any("input", |event| {
        if Near::target(&event, "[role=combobox]").is_none() {
            return;
        }
        let typed = TYPED.get() + 1;
        TYPED.set(typed);
        later::begin(async move {
            // The list follows what was typed.
            later::idle().await;
            if let Some(trip) = super::trip() {
                prepare(move || super::is_latest(trip) && TYPED.get() == typed).await;
            }
        });
    });
}

/// Lets go of all of them.
pub(super) fn forget() {
    AHEAD.take();
}

/// The view of an address, if it was made ahead.
pub(super) fn take(address: &Address) -> Option<(Site, Made)> {
    AHEAD.with_borrow_mut(|ahead| {
        let at = ahead.iter().position(|(site, _)| site.shown.address == *address)?;
        ahead.remove(at)
    })
}

fn is_known(address: &Address) -> bool {
    AHEAD.with_borrow(|ahead| ahead.iter().any(|(site, _)| site.shown.address == *address))
}

/// Makes the views that the controls on screen lead to, one by one, as long as the page is that which was `wanted`. Only
/// those whose figures are here: nothing is fetched for what may never be asked.
pub(super) async fn prepare(wanted: impl Fn() -> bool) {
    for address in choices() {
        if is_known(&address) || !load::is_here(&address) {
            continue;
        }
        later::idle().await;
        if !wanted() {
            return;
        }
        let Ok(shown) = load::shown(address, Vec::new()).await else { return };
        // What has to be explained is left for when it is asked.
        if !shown.notices.is_empty() {
            continue;
        }
        let Some(base) = HELD.with_borrow(|held| held.as_ref().map(|it| it.site.base.clone())) else { return };
        let site = Site { base, shown: Arc::new(shown) };
        let Ok(_) = figures::rehearse(site.clone(), Step::View).await else { return };
        later::idle().await;
        let Ok(made) = figures::made(site.clone(), None).await else { return };
        if !wanted() {
            return;
        }
        AHEAD.with_borrow_mut(|ahead| {
            ahead.push_back((site, made));
            if ahead.len() > MOST {
                ahead.pop_front();
            }
        });
    }
}

/// The other views of this page that one touch leads to, in the order in which they stand there.
fn choices() -> Vec<Address> {
    let Some((site, false)) = HELD.with_borrow(|held| held.as_ref().map(|it| (it.site.clone(), it.embed.is_some())))
    else {
        return Vec::new();
    };
    let at = &site.shown.address;
    let change = |change| {
        let selection = figure::asked(&site.data().record, &at.page, &at.selection, change);
        Address { selection, ..at.clone() }
    };
    let found = Near::all("#find-place [role=listbox]:not([hidden]) [data-place]");
    let found = found
        .into_iter()
        .take(MOST_FOUND)
        .filter_map(|it| Some(change(Change::Add(it.attribute("data-place")?.into()))));
    let linked = Near::all("[data-pane] a[data-noscroll]").into_iter().filter_map(|link| {
        let href = link.attribute("href")?;
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        Some(page::parse(path, query)).filter(|(_, notices)| notices.is_empty()).map(|(address, _)| address)
    });
    let asked = Near::all("[data-pane] button[data-ask]:not([hidden])")
        .into_iter()
        .filter_map(|button| Some(change(Change::parse(&button.attribute("data-ask")?, &button.value())?)));
    let mut all: Vec<Address> = Vec::new();
    for address in found.chain(linked).chain(asked) {
        if address.page == at.page && address.locale == at.locale && address != *at && !all.contains(&address) {
            all.push(address);
        }
    }
    all.truncate(MOST);
    all
}

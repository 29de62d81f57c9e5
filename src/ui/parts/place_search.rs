//! Finding a province by typing: a combobox as the ARIA authoring practices describe it.

use super::super::site::Site;
use crate::{
    address::Page,
    domain::{Hit, Id, search_places},
    text,
};
use leptos::{ev, html, prelude::*};

/// The root of a page's search field: the one part of most pages that the module takes over. What a choice does is the
/// page's business: it leads to a province's page, or adds a place to the view.
#[component]
pub fn PlaceField() -> impl IntoView {
    view! { <div id="find-place"><PlaceFieldInner pick=Callback::new(|_: Id| {})/></div> }
}

/// What stands in the root.
#[component]
pub fn PlaceFieldInner(
    /// Called with the chosen place.
    pick: Callback<Id>,
) -> impl IntoView {
    let site = Site::get();
    let m = site.messages();
    let (label, id) = match site.shown.address.page {
        Page::Compare => (m.place_label, "add-place"),
        Page::Indicator(_) => (m.find_label, "pin"),
        _ => (m.find_label, "find"),
    };
    view! { <PlaceSearch label=label id=id pick=pick/> }
}

/// How many answers the list shows.
const MOST: usize = 8;

/// The field and its list. Only provinces and cities are found.
#[component]
pub fn PlaceSearch(
    /// What the field is for.
    label: &'static str,
    /// Tells the parts of two fields on one page apart.
    id: &'static str,
    /// Called with the chosen place.
    pick: Callback<Id>,
) -> impl IntoView {
    let site = Site::get();
    let (locale, m, record) = (site.locale(), site.messages(), site.data());
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let at = RwSignal::new(0usize);
    let input = NodeRef::<html::Input>::new();
    let hits = Memo::new_with_compare(
        move |_| {
            let found = search_places(&record.record, &typed.get(), MOST * 2);
            found.into_iter().filter(|hit| hit.place.is_unit()).take(MOST).collect::<Vec<Hit>>()
        },
        |a, b| {
            let ids =
                |hits: Option<&Vec<Hit>>| hits.map(|h| h.iter().map(|hit| hit.place.id.clone()).collect::<Vec<_>>());
            ids(a) != ids(b)
        },
    );
    let choose = move |place: Id| {
        // First: it asks where the reader is on the page, which is known as long as nothing was changed.
        pick.run(place);
        typed.set(String::new());
        open.set(false);
        if let Some(input) = input.get_untracked() {
            input.set_value("");
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        // While an input method composes, its keys are its own.
        if event.is_composing() {
            return;
        }
        let count = hits.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if count > 0 => at.update(|n| *n = (*n + 1) % count),
            "ArrowUp" if count > 0 => at.update(|n| *n = (*n + count - 1) % count),
            "Enter" => {
                if let Some(hit) = hits.with_untracked(|h| h.get(at.get_untracked()).cloned()) {
                    choose(hit.place.id.clone());
                }
            }
            "Escape" => open.set(false),
            _ => return,
        }
        event.prevent_default();
    };
    let list_id = format!("{id}-list");
    let option_id = move |n: usize| format!("{id}-option-{n}");
    let shown = move || open.get() && !hits.with(Vec::is_empty);
    let list = move || {
        hits.get()
            .into_iter()
            .enumerate()
            .map(|(n, hit)| {
                let place = hit.place.id.clone();
                let hint = match (&hit.alias, hit.place.valid_to, hit.place.valid_from) {
                    (Some(alias), ..) => alias.to_string(),
                    (_, Some(_), _) => locale.either("trước 1/7/2025", "before 1 July 2025").to_owned(),
                    (.., Some(_)) => locale.either("từ 1/7/2025", "since 1 July 2025").to_owned(),
                    _ => text::place_kind(locale, hit.place.kind).to_owned(),
                };
                view! {
                    <li
                        role="option"
                        id=option_id(n)
                        data-place=place.to_string()
                        aria-selected=move || if at.get() == n { "true" } else { "false" }
                        on:pointerdown=move |event| {
                            event.prevent_default();
                            choose(place.clone());
                        }
                    >
                        <span>{locale.pick(&hit.place.name).to_string()}</span>
                        <span class="fine">{hint}</span>
                    </li>
                }
            })
            .collect_view()
    };
    let status = move || {
        let nothing = open.get() && typed.with(|t| !t.trim().is_empty()) && hits.with(Vec::is_empty);
        nothing.then_some(m.find_none)
    };
    view! {
        <div class="search">
            <label for=id>{label}</label>
            <input
                node_ref=input
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=m.find_hint
                aria-autocomplete="list"
                aria-controls=list_id.clone()
                aria-expanded=move || if shown() { "true" } else { "false" }
                aria-activedescendant=move || shown().then(|| option_id(at.get()))
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    at.set(0);
                    open.set(true);
                }
                on:focus=move |_| open.set(true)
                on:blur=move |_| open.set(false)
                on:keydown=keys
            />
            <ul role="listbox" id=list_id aria-label=label hidden=move || !shown()>{list}</ul>
            <p class="fine" role="status">{status}</p>
        </div>
    }
}

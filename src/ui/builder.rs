//! The builder of embeds: which indicator, which places, drawn how; its snippets and its preview follow every choice.
//!
//! It stands in a root of its own on the guide's page. What it shows is the view of an indicator's page.

use super::{
    parts::{PlaceSearch, embed_sheet},
    site::{Shown, Site},
};
use crate::{
    address::{Address, Base, Page},
    domain::{Id, MOST_PLACES, Selection, ViewKind},
    figure::View,
    text,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The root of the builder on the guide's page; it begins with the indicator of [`figure::first_embed`].
#[cfg(feature = "ssr")]
#[component]
pub fn EmbedBuilder() -> impl IntoView {
    let site = Site::get();
    let data = site.data();
    let Some(first) = crate::figure::first_embed(&data.record) else { return ().into_any() };
    let address = Address::of(site.locale(), Page::Indicator(first));
    let shown = RwSignal::new(Shown { address, notices: Vec::new(), data, drawn: true });
    view! { <div id="builder"><Builder base=site.base.clone() shown=shown go=site.go/></div> }.into_any()
}

/// What stands in the root.
#[component]
pub fn Builder(
    /// The folder the site lives in.
    base: Base,
    /// The view that is embedded, as on the page of its indicator.
    shown: RwSignal<Shown>,
    /// Shows another one.
    go: Callback<(Address, bool)>,
) -> impl IntoView {
    let site = Site { base, shown, go };
    provide_context(site.clone());
    let (locale, m) = (site.locale(), site.messages());
    let view = Memo::new(move |_| shown.with(Shown::indicator_view));
    let ask = move |change: &dyn Fn(&mut Address)| {
        let mut address = shown.with_untracked(|it| it.address.clone());
        change(&mut address);
        go.run((address, true));
    };
    let add = Callback::new(move |place: Id| {
        ask(&|it| {
            if !it.selection.places.contains(&place) {
                it.selection.places.push(place.clone());
                it.selection.places.truncate(MOST_PLACES);
            }
        });
    });
    let chips = {
        let site = site.clone();
        move || chips(&site, Callback::new(move |place: Id| ask(&|it| it.selection.places.retain(|id| *id != place))))
    };
    let kind = move |event: leptos::ev::Event| {
        let kind = ViewKind::from_code(&event_target_value(&event)).filter(|kind| *kind != ViewKind::Bar);
        ask(&|it| it.selection.view = kind);
    };
    let kinds = ViewKind::CODES
        .iter()
        .map(|(kind, code)| view! { <option value=*code>{text::view_name(locale, *kind)}</option> })
        .collect_view();
    // Only the default view is written into the document; the module writes what follows.
    let first = view.get_untracked();
    let sheet = first.map(|view| sheet(&site, view, shown));
    view! {
        <div class="builder">
            {indicators(&site, ask)}
            <div class="live-only"><PlaceSearch label=m.embed_places id="highlight" pick=add/></div>
            {chips}
            <p class="live-only"><label>{m.view_label}" "<select on:change=kind>{kinds}</select></label></p>
            {sheet}
        </div>
    }
}

fn indicators<Ask>(site: &Site, ask: Ask) -> impl IntoView + use<Ask>
where
    Ask: Fn(&dyn Fn(&mut Address)) + Copy + 'static,
{
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let current = site.shown.with_untracked(|it| it.address.page.clone());
    let groups = data
        .record
        .topics
        .iter()
        .map(|topic| {
            let options = data
                .record
                .answers(&topic.id)
                .into_iter()
                .map(|it| {
                    let chosen = current == Page::Indicator(it.id.clone());
                    view! { <option value=it.id.to_string() selected=chosen>{locale.pick(&it.name).to_string()}</option> }
                })
                .collect_view();
            view! { <optgroup label=locale.pick(&topic.name).to_string()>{options}</optgroup> }
        })
        .collect_view();
    let change = move |event: leptos::ev::Event| {
        let id = Id::from(event_target_value(&event));
        ask(&|it| {
            it.page = Page::Indicator(id.clone());
            it.selection = Selection { places: it.selection.places.clone(), ..Selection::default() };
        });
    };
    view! { <p class="live-only"><label>{m.embed_find}" "<select on:change=change>{groups}</select></label></p> }
}

fn chips(site: &Site, remove: Callback<Id>) -> impl IntoView + use<> {
    let (locale, m) = (site.locale(), site.messages());
    let names: Vec<(Id, String)> = site.shown.with(|it| {
        let places = it.address.selection.places.iter().filter_map(|id| it.data.record.place(id));
        places.map(|place| (place.id.clone(), locale.pick(&place.name).to_string())).collect()
    });
    let items = names
        .into_iter()
        .enumerate()
        .map(|(n, (id, name))| {
            let label = format!("{} {name}", m.remove);
            view! { <li class=format!("chip s{}", n + 1)><span>{name}</span><button type="button" aria-label=label on:click=move |_| remove.run(id.clone())>"×"</button></li> }
        })
        .collect_view();
    view! { <ul class="chips">{items}</ul> }
}

/// The choices, snippets and preview: written once, followed up by the module.
fn sheet(site: &Site, view: Arc<View>, shown: RwSignal<Shown>) -> AnyView {
    let markup = embed_sheet(site, &view, false).into_string();
    #[cfg(feature = "browser")]
    {
        use super::parts::taking;
        let root = NodeRef::<leptos::html::Div>::new();
        let now = move || shown.with(Shown::indicator_view);
        let (of_click, of_change, of_view) = (site.clone(), site.clone(), site.clone());
        let click = move |event: leptos::ev::MouseEvent| {
            if let Some(view) = untrack(now) {
                taking::clicked(&of_click, &view, &event);
            }
        };
        let change = move |event: leptos::ev::Event| {
            if let Some(view) = untrack(now) {
                taking::changed(&of_change, &view, &event);
            }
        };
        Effect::new(move |before: Option<()>| {
            let (view, root) = (now(), root.get());
            if let (Some(()), Some(view), Some(root)) = (before, view, root) {
                taking::follow(&of_view, &view, &crate::browser::near::Near::of(&root));
            }
        });
        view! { <div node_ref=root on:click=click on:change=change inner_html=markup></div> }.into_any()
    }
    #[cfg(not(feature = "browser"))]
    {
        let _ = shown;
        view! { <div inner_html=markup></div> }.into_any()
    }
}

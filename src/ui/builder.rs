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
    let shown = RwSignal::new(Arc::new(Shown::new(address, Vec::new(), data)));
    let go = Callback::new(|_: Address| {});
    view! { <div id="builder"><Builder base=site.base.clone() shown=shown go=go/></div> }.into_any()
}

/// What stands in the root.
#[component]
pub fn Builder(
    /// The folder the site lives in.
    base: Base,
    /// The view that is embedded, as on the page of its indicator.
    shown: RwSignal<Arc<Shown>>,
    /// Shows another one.
    go: Callback<Address>,
) -> impl IntoView {
    let site = Site { base, shown: shown.get_untracked() };
    provide_context(site.clone());
    let (locale, m) = (site.locale(), site.messages());
    let ask = move |change: &dyn Fn(&mut Address)| {
        let mut address = shown.with_untracked(|it| it.address.clone());
        change(&mut address);
        go.run(address);
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
        move || {
            chips(
                &Site { shown: shown.get(), ..site.clone() },
                Callback::new(move |place: Id| ask(&|it| it.selection.places.retain(|id| *id != place))),
            )
        }
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
    let sheet = sheet(&site, shown);
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
    let current = site.shown.address.page.clone();
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
    let shown = &site.shown;
    let places = shown.address.selection.places.iter().filter_map(|id| shown.data.record.place(id));
    let names: Vec<(Id, String)> =
        places.map(|place| (place.id.clone(), locale.pick(&place.name).to_string())).collect();
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
fn sheet(site: &Site, shown: RwSignal<Arc<Shown>>) -> AnyView {
    // Natively this is written; in the browser it stands there already.
    let markup = if cfg!(feature = "hydrate") { None } else { site.shown.view() };
    let markup = markup.map(|view| embed_sheet(site, view, false).into_string()).unwrap_or_default();
    let root = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "browser")]
    {
        use super::parts::taking;
        use crate::browser::near::Near;
        let site = site.clone();
        Effect::new(move |before: Option<()>| {
            let (shown, root) = (shown.get(), root.get());
            if let (Some(()), Some(root)) = (before, root) {
                taking::change(Site { shown, ..site.clone() }, Near::of(&root));
            }
        });
    }
    #[cfg(not(feature = "browser"))]
    let _ = shown;
    view! { <div node_ref=root inner_html=markup></div> }.into_any()
}

//! No such page: what may have happened, and what to do next.

use crate::{
    address::{Address, Page},
    ui::{parts::PlaceField, site::Site},
};
use leptos::prelude::*;

/// The not-found page.
#[component]
pub fn NotFound() -> impl IntoView {
    let site = Site::get();
    let (locale, m) = (site.locale(), site.messages());
    let data = site.data();
    let themes = data
        .record
        .themes
        .iter()
        .filter(|theme| theme.main)
        .map(|theme| {
            let href = site.link(Page::Theme(theme.id.clone()));
            view! { <li><a href=href>{locale.pick(&theme.name).to_string()}</a></li> }
        })
        .collect_view();
    let english = (locale == crate::text::Locale::Vi).then(|| {
        let other = crate::text::Locale::En;
        let home = site.base.link(&Address::of(other, Page::Home));
        view! { <p lang="en">{other.messages().not_found_title}". "<a href=home>{other.messages().site}" in English"</a></p> }
    });
    view! {
        <div class="not-found">
            <h1>{m.not_found_title}</h1>
            <p class="lead">{m.not_found_lead}</p>
            <PlaceField/>
            <ul>
                <li><a href=site.link(Page::Home)>{m.home_title}</a></li>
                <li><a href=site.link(Page::Compare)>{m.compare_title}</a></li>
                {themes}
            </ul>
            {english}
        </div>
    }
}

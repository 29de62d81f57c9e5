//! What a reader takes away from a view: its address, and its figures as CSV.

use super::super::site::Site;
use crate::figure::View;
use leptos::prelude::*;
use std::sync::Arc;

/// Takes the view away: its address, and its figures as CSV. Offered once the module runs.
#[component]
pub fn Take(
    /// What is on screen.
    view: Arc<View>,
) -> impl IntoView {
    let site = Site::get();
    let m = site.messages();
    let done = RwSignal::new(false);
    let copy = move |_| {
        #[cfg(feature = "browser")]
        crate::browser::page::copy(&crate::browser::page::href(), move |worked| done.set(worked));
        #[cfg(not(feature = "browser"))]
        let _ = done;
    };
    let csv = move |_| {
        #[cfg(feature = "browser")]
        {
            let text = crate::figure::view_csv(&site.data().record, &view);
            crate::browser::page::save("tinh-so.csv", "text/csv;charset=utf-8", &text);
        }
        #[cfg(not(feature = "browser"))]
        let _ = (&view, &site);
    };
    view! {
        <p class="copy">
            <button type="button" on:click=copy>{m.copy_link}</button>
            " "<button type="button" on:click=csv>{m.download_csv}</button>
            " "<span role="status">{move || done.get().then_some(m.copied)}</span>
        </p>
    }
}

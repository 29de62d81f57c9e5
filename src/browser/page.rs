//! The page's frame: what its document says of itself, its title and language, the notice outside the app, listeners.

use super::{later, trips};
use crate::{
    address::{Address, Base, Embed, Notice},
    text::Locale,
};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::HtmlElement;

/// What the document says of itself under a name.
pub(super) fn said(name: &str) -> String {
    document().document_element().and_then(|html| html.get_attribute(name)).unwrap_or_default()
}

/// Where the site lives, as the document says; a document that does not know its host stands on this one.
pub fn base() -> Base {
    let origin = Some(said("data-origin")).filter(|it| !it.is_empty());
    Base::new(&said("data-base")).at(&origin.or_else(|| window().location().origin().ok()).unwrap_or_default())
}

/// The embed in the address bar, if it is one's, with what of it was not understood.
pub fn embed() -> Option<(Embed, Vec<Notice>)> {
    let location = window().location();
    let (path, query) = (location.pathname().ok()?, location.search().ok()?);
    Embed::parse(base().inside(&path)?, query.trim_start_matches('?'))
}

/// Whether this is a chart on another page, in a document of its own.
pub fn is_embed() -> bool {
    said("data-page") == "embed"
}

/// The data version the document was made from.
pub fn version() -> String {
    said("data-version")
}

/// Whether this is the not-found document, whatever its address looks like.
pub fn is_not_found() -> bool {
    said("data-page") == "404"
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok())
}

/// Comes back once the whole document has been read.
pub async fn parsed() {
    while document().ready_state() == "loading" {
        gloo_timers::future::TimeoutFuture::new(20).await;
    }
}

/// Says that controls answer now; what was asked of them before is asked again.
pub fn mark_live() {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-live", "");
    }
    trips::ready();
}

/// The address in the address bar.
pub fn address() -> (Address, Vec<Notice>) {
    let location = window().location();
    let (path, query) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    parse(&path, query.trim_start_matches('?'))
}

/// An address from a browser's path and query.
pub fn parse(path: &str, query: &str) -> (Address, Vec<Notice>) {
    let base = base();
    // A not-found document stands under any path; what it shows is decided by its own mark.
    Address::parse(base.inside(path).unwrap_or("404.html"), query)
}

/// Sets title and language after a change of page.
pub fn set_head(title: &str, locale: Locale) {
    document().set_title(title);
    // Said again it would have the style of every element worked out anew.
    if let Some(html) = document().document_element().filter(|_| said("lang") != locale.tag()) {
        let _ = html.set_attribute("lang", locale.tag());
    }
    finish_pending();
}

/// Shows what was held back: a document opened with a view of its own hides its default view until that view is there.
pub fn finish_pending() {
    if let Some(html) = document().document_element() {
        let _ = html.remove_attribute("data-pending");
    }
}

/// Puts the controls back to what is on screen: a choice that could not be loaded is not kept.
pub fn reset_controls() {
    let Ok(form) = document().query_selector("form.query") else { return };
    if let Some(form) = form.and_then(|it| it.dyn_into::<web_sys::HtmlFormElement>().ok()) {
        form.reset();
    }
}

/// Leaves the app: the browser itself goes to an address.
pub fn leave(url: &str) {
    let _ = window().location().assign(url);
}

/// Shows the notice that every document carries outside the app: a sentence, what happened, and a way to try again.
pub fn show_notice(sentence: &str, detail: &str, retry: impl FnOnce() + 'static) {
    let Some(notice) = element("notice") else { return };
    let set = |selector: &str, text: &str| {
        if let Ok(Some(it)) = notice.query_selector(selector) {
            it.set_text_content(Some(text));
        }
    };
    set("[data-sentence]", sentence);
    set("[data-detail]", detail);
    notice.set_hidden(false);
    if let Ok(Some(button)) = notice.query_selector("button") {
        let hide = notice.clone();
        let handler = Closure::once_into_js(move || {
            hide.set_hidden(true);
            retry();
        });
        if let Ok(button) = button.dyn_into::<HtmlElement>() {
            button.set_onclick(Some(handler.unchecked_ref()));
        }
    }
}

/// Takes the notice away: what it spoke of is over.
pub fn hide_notice() {
    if let Some(notice) = element("notice") {
        notice.set_hidden(true);
    }
}

/// Marks the document as loading, or not.
pub fn set_busy(busy: bool) {
    if let Some(html) = document().document_element() {
        let _ = if busy { html.set_attribute("data-busy", "") } else { html.remove_attribute("data-busy") };
    }
}

/// Where the link to the other language leads.
pub fn set_language_link(href: &str) {
    if let Ok(Some(link)) = document().query_selector("header.top a.language") {
        let _ = link.set_attribute("href", href);
    }
}

/// Copies a text; calls back with whether it worked.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    // A host without encryption offers none.
    if clipboard.is_undefined() {
        return done(false);
    }
    let promise = clipboard.write_text(text);
    later::begin(async move {
        done(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}

/// Whether the device has a sheet of its own for sharing.
pub fn can_share() -> bool {
    js_sys::Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|it| it.is_function())
}

/// Opens the device's sheet for sharing. A reader who closes it again has lost nothing.
pub fn share(title: &str, url: &str) {
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_url(url);
    let shared = window().navigator().share_with_data(&data);
    later::begin(async move { _ = wasm_bindgen_futures::JsFuture::from(shared).await });
}

/// The window's width, in pixels.
pub fn width() -> f64 {
    window().inner_width().ok().and_then(|it| it.as_f64()).unwrap_or_default()
}

/// The window's height, in pixels.
pub fn height() -> f64 {
    window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or_default()
}

/// The address bar's whole text.
pub fn href() -> String {
    window().location().href().unwrap_or_default()
}

/// Saves a text as a file.
pub fn save(name: &str, kind: &str, text: &str) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    if let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) {
        let _ = save_blob(name, &blob);
    }
}

/// Saves a file.
pub(super) fn save_blob(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let url = web_sys::Url::create_object_url_with_blob(blob)?;
    let link = document().create_element("a").ok().and_then(|it| it.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // Not at once: some browsers fetch it after the click.
    gloo_timers::callback::Timeout::new(10_000, move || _ = web_sys::Url::revoke_object_url(&url)).forget();
    Ok(())
}

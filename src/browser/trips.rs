//! Going from one address to another. The site's own script (`src/browser/site.js`) holds the history and swaps documents;
//! the module tells it where to go, and is told what to show. Both speak by events of the document.

use super::page;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{CustomEvent, CustomEventInit, Event, EventTarget};

/// Goes to an address below the site's folder; `stay` keeps the place the reader has scrolled to.
pub fn go(href: &str, stay: bool) {
    let detail = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&detail, &"href".into(), &href.into());
    let _ = js_sys::Reflect::set(&detail, &"stay".into(), &stay.into());
    let init = CustomEventInit::new();
    init.set_cancelable(true);
    init.set_detail(&detail);
    let unheard = CustomEvent::new_with_event_init_dict("tinhso:go", &init)
        .and_then(|event| document().dispatch_event(&event))
        .unwrap_or(true);
    // Without that script the browser itself goes there.
    if unheard {
        page::leave(href);
    }
}

/// Another view of the page on screen is asked for: called back with the path and the query of its address for as long as
/// the module runs. The answer says whether it is shown; if not, the site's script does what it can.
pub fn on_view(mut handler: impl FnMut(&str, &str) -> bool + 'static) {
    forever(document().as_ref(), "tinhso:view", move |event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail).unwrap_or_default();
        let of = |name: &str| js_sys::Reflect::get(&detail, &name.into()).ok().and_then(|it| it.as_string());
        if handler(&of("path").unwrap_or_default(), &of("query").unwrap_or_default()) {
            event.prevent_default();
        }
    });
}

/// Tells the site's scripts that another view of the page was written: its charts are drawn.
pub fn written() {
    tell("tinhso:written");
}

/// Tells them that what opens when asked for was written too, the tables among it.
pub fn opened() {
    tell("tinhso:opened");
}

/// Tells them that controls answer now.
pub(super) fn ready() {
    tell("tinhso:ready");
}

fn tell(name: &str) {
    if let Ok(event) = CustomEvent::new(name) {
        let _ = document().dispatch_event(&event);
    }
}

/// A chart has come to life.
pub fn on_live(mut handler: impl FnMut() + 'static) {
    forever(document().as_ref(), "tinhso:live", move |_| handler());
}

/// The page on screen is about to be taken away.
pub fn on_leave(mut handler: impl FnMut() + 'static) {
    forever(document().as_ref(), "tinhso:leave", move |_| handler());
}

/// Another page stands in the document.
pub fn on_page(mut handler: impl FnMut() + 'static) {
    forever(document().as_ref(), "tinhso:page", move |_| handler());
}

/// Listens to what happens anywhere in the page, for as long as the module runs: pages come and go inside of it.
pub fn on_any(event: &str, handler: impl FnMut(Event) + 'static) {
    if let Some(app) = page::element("app") {
        forever(app.as_ref(), event, handler);
    }
}

fn forever(target: &EventTarget, event: &str, handler: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(handler);
    let listener = closure.as_ref().unchecked_ref();
    // Captured: focus and pointers that enter do not rise.
    let _ = target.add_event_listener_with_callback_and_bool(event, listener, true);
    closure.forget();
}

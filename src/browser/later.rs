//! Code that is fetched when it is first needed. The module is published in several files: a function declared with
//! [`later!`](crate::later) stands in the file named, with what only the functions of that file use.

use std::future::Future;
use wasm_bindgen::prelude::wasm_bindgen;

/// Begins something that takes its time. Not leptos' own way, which only works once something is mounted: in an embed
/// nothing ever is.
pub fn begin(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}

#[wasm_bindgen(module = "/src/browser/painted.js")]
extern "C" {
    #[wasm_bindgen(js_name = painted)]
    fn painted_promise() -> js_sys::Promise;
    #[wasm_bindgen(js_name = idle)]
    fn idle_promise() -> js_sys::Promise;
}

/// Comes back when the browser has nothing else to do, or two seconds later.
pub async fn idle() {
    let _ = wasm_bindgen_futures::JsFuture::from(idle_promise()).await;
}

/// Comes back once what stands in the document now has been painted, or could have been.
pub async fn painted() {
    let _ = wasm_bindgen_futures::JsFuture::from(painted_promise()).await;
}

/// The code could not be had; a later try may succeed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unavailable(
    /// What happened, in the browser's words.
    pub String,
);

#[cfg(feature = "hydrate")]
impl From<leptos::wasm_split::SplitLoaderError> for Unavailable {
    fn from(error: leptos::wasm_split::SplitLoaderError) -> Self {
        Self(error.to_string())
    }
}

/// Declares a function of another file: it becomes `async`, and its result must be able to say [`Unavailable`]. Where the
/// module is built in one piece it is called at once.
#[macro_export]
macro_rules! later {
    ($file:ident: $(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $ty:ty),* $(,)?) -> $out:ty $body:block) => {
        #[cfg(feature = "hydrate")]
        #[leptos::wasm_split::wasm_split($file, wasm_split_path = ::leptos::wasm_split, fallible)]
        $(#[$meta])*
        $vis fn $name($($arg: $ty),*) -> $out $body

        #[cfg(not(feature = "hydrate"))]
        $(#[$meta])*
        $vis async fn $name($($arg: $ty),*) -> $out $body
    };
}

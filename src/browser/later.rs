//! Code that is fetched when it is first needed. The module is published in several files: a function declared with
//! [`later!`](crate::later) stands in the file named, with what only the functions of that file use.

use std::future::Future;

/// Begins something that takes its time. Not leptos' own way, which only works once something is mounted: in an embed
/// nothing ever is.
pub fn begin(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}

/// The code, or the chart library, could not be had; a later try may succeed.
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

//! Fetching a text, with patience: network faults and 5xx are tried again, each time a little later.

use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use web_sys::RequestCache;

/// Waits between tries, in milliseconds.
const WAITS: [u32; 2] = [400, 1600];

thread_local! {
    /// Something failed since all was well last.
    static FAILED: Cell<bool> = const { Cell::new(false) };
}

/// All is well again: the browser's memory may be trusted.
pub fn forget_failures() {
    FAILED.set(false);
}

/// What was fetched could not be read: the next try goes past the browser's memory.
pub fn remember_failure() {
    FAILED.set(true);
}

/// The text at an address.
///
/// # Errors
/// What happened, in a form for people who will report it: the address and the status or the browser's words.
pub async fn text(url: &str) -> Result<String, String> {
    let mut waits = WAITS.iter();
    loop {
        // After a failure past the browser's memory: a preloaded fault would be answered again, of this file or another,
        // and a preload is found by its address whatever the cache is told.
        let again = format!("{url}?again");
        let (asked, cache) = if FAILED.get() { (&*again, RequestCache::Reload) } else { (url, RequestCache::Default) };
        let (problem, passing) = match Request::get(asked).cache(cache).send().await {
            Ok(response) if response.ok() => match response.text().await {
                Ok(text) => return Ok(text),
                Err(error) => (format!("{url}: {error}"), true),
            },
            Ok(response) => (format!("{url}: {}", response.status()), response.status() >= 500),
            Err(error) => (format!("{url}: {error}"), true),
        };
        FAILED.set(true);
        match waits.next() {
            Some(wait) if passing => TimeoutFuture::new(*wait).await,
            _ => return Err(problem),
        }
    }
}

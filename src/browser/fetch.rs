//! Fetching a text, with patience that ends: network faults and 5xx are tried again, each time a little later, and an answer
//! that hangs is one that does not come.

use futures_util::future::{Either, select};
use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use std::{cell::Cell, pin::pin};
use web_sys::RequestCache;

/// Waits between tries, in milliseconds.
const WAITS: [u32; 2] = [400, 1600];
/// How long one try may take, in milliseconds; a file of figures takes two seconds where little else moves.
const PATIENCE: u32 = 20_000;

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
        let answer = pin!(one(asked, cache));
        let (problem, passing) = match select(answer, pin!(TimeoutFuture::new(PATIENCE))).await {
            Either::Left((Ok(text), _)) => return Ok(text),
            Either::Left((Err((problem, passing)), _)) => (format!("{url}: {problem}"), passing),
            // Whoever has waited this long is asked.
            Either::Right(_) => (format!("{url}: {} s", PATIENCE / 1000), false),
        };
        FAILED.set(true);
        match waits.next() {
            Some(wait) if passing => TimeoutFuture::new(*wait).await,
            _ => return Err(problem),
        }
    }
}

/// One try: the text, or what happened and whether that may pass.
async fn one(url: &str, cache: RequestCache) -> Result<String, (String, bool)> {
    match Request::get(url).cache(cache).send().await {
        Ok(response) if response.ok() => response.text().await.map_err(|error| (error.to_string(), true)),
        Ok(response) => Err((response.status().to_string(), response.status() >= 500)),
        Err(error) => Err((error.to_string(), true)),
    }
}

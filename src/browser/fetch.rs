//! Fetching a text, with patience: network faults and 5xx are tried again, each time a little later.

use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use std::{cell::RefCell, collections::BTreeSet};
use web_sys::RequestCache;

/// Waits between tries, in milliseconds.
const WAITS: [u32; 2] = [400, 1600];

thread_local! {
    /// Addresses that failed at least once.
    static FAILED: RefCell<BTreeSet<String>> = RefCell::default();
}

/// The text at an address.
///
/// # Errors
/// What happened, in a form for people who will report it: the address and the status or the browser's words.
pub async fn text(url: &str) -> Result<String, String> {
    let mut waits = WAITS.iter();
    loop {
        // After a failure past the browser's memory of it: a preloaded fault would be answered again.
        let failed_before = FAILED.with_borrow(|failed| failed.contains(url));
        let cache = if failed_before { RequestCache::Reload } else { RequestCache::Default };
        let (problem, passing) = match Request::get(url).cache(cache).send().await {
            Ok(response) if response.ok() => match response.text().await {
                Ok(text) => return Ok(text),
                Err(error) => (format!("{url}: {error}"), true),
            },
            Ok(response) => (format!("{url}: {}", response.status()), response.status() >= 500),
            Err(error) => (format!("{url}: {error}"), true),
        };
        FAILED.with_borrow_mut(|failed| failed.insert(url.to_owned()));
        match waits.next() {
            Some(wait) if passing => TimeoutFuture::new(*wait).await,
            _ => return Err(problem),
        }
    }
}

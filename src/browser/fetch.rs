//! Fetching a text, with patience: network faults and 5xx are tried again, each time a little later.

use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;

/// Waits between tries, in milliseconds.
const WAITS: [u32; 2] = [400, 1600];

/// The text at an address.
///
/// # Errors
/// What happened, in a form for people who will report it: the address and the status or the browser's words.
pub async fn text(url: &str) -> Result<String, String> {
    let mut waits = WAITS.iter();
    loop {
        let (problem, passing) = match Request::get(url).send().await {
            Ok(response) if response.ok() => match response.text().await {
                Ok(text) => return Ok(text),
                Err(error) => (format!("{url}: {error}"), true),
            },
            Ok(response) => (format!("{url}: {}", response.status()), response.status() >= 500),
            Err(error) => (format!("{url}: {error}"), true),
        };
        match waits.next() {
            Some(wait) if passing => TimeoutFuture::new(*wait).await,
            _ => return Err(problem),
        }
    }
}

//! Asking a host for a file, without following where it leads and without taking anything apart.

use anyhow::{Context, Result};
use std::{collections::BTreeMap, time::Duration};

/// What a host answers.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Headers by their names in lower case; of several of one name all, parted by commas.
    pub headers: BTreeMap<String, String>,
    /// The body as it was sent.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header, empty if it was not sent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(&name.to_lowercase()).map_or("", String::as_str)
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Where answers come from: a host, or a test.
pub trait Source: Sync {
    /// Asks for a whole address, with further headers.
    ///
    /// # Errors
    /// If there is no answer at all.
    fn get(&self, address: &str, headers: &[(&str, &str)]) -> Result<Answer>;
}

/// A host on the network.
pub struct Live(ureq::Agent);

/// How long a host may take for one file.
const PATIENCE: Duration = Duration::from_secs(30);
/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;

impl Live {
    /// A client that keeps connections, and redirects as they are.
    pub fn new() -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(PATIENCE))
            .user_agent("tinh-so deploy-check")
            .build();
        Self(config.into())
    }
}

impl Source for Live {
    fn get(&self, address: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let ask =
            || headers.iter().fold(self.0.get(address), |request, (name, value)| request.header(*name, *value)).call();
        // One more try: a connection that was kept may just have been closed.
        let mut response = ask().or_else(|_| ask()).with_context(|| format!("no answer from {address}"))?;
        let mut answer = Answer { status: response.status().as_u16(), ..Answer::default() };
        for (name, value) in response.headers() {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            let all = answer.headers.entry(name.as_str().to_lowercase()).or_default();
            *all = if all.is_empty() { value } else { format!("{all}, {value}") };
        }
        let body = response.body_mut().with_config().limit(LARGEST).read_to_vec();
        answer.body = body.with_context(|| format!("the answer from {address} broke off"))?;
        Ok(answer)
    }
}

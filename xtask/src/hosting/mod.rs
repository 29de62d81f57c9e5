//! What a host has to do with the site's files: which headers go with which file, the configurations of hosts made from
//! that one table, and `cargo xtask deploy-check`, which looks whether a live host does so.

mod caddy;
pub mod check;
mod headers_file;
mod nginx;
pub mod rules;
#[cfg(test)]
mod tests;

pub use headers_file::write as write_headers_file;

use anyhow::Result;
use std::path::Path;
use tinh_so::address::Base;

/// A host whose configuration can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Host {
    /// <https://nginx.org>
    Nginx,
    /// <https://caddyserver.com>
    Caddy,
}

/// The configuration of a host that serves `folder` (a built site) below `base`, at `listen`: a port, or for Caddy a name
/// for which it then gets a certificate itself.
///
/// # Errors
/// If a path or address could end a line or a quote of the configuration.
pub fn configuration(host: Host, folder: &Path, base: &str, listen: &str) -> Result<String> {
    let folder = folder.to_str().unwrap_or_default();
    for (what, text) in [("the folder", folder), ("the base", base), ("what to listen on", listen)] {
        let plain = |c: char| c.is_ascii_alphanumeric() || "/._-:[]~".contains(c);
        anyhow::ensure!(
            !text.is_empty() && text.chars().all(plain),
            "{what} “{text}” has a character other than letters, digits and / . _ - : ~ [ ]; name it without"
        );
    }
    let base = Base::new(base);
    Ok(match host {
        Host::Nginx => nginx::configuration(folder, base.as_str(), listen),
        Host::Caddy => caddy::configuration(folder, base.as_str(), listen),
    })
}

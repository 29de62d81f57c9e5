//! The web manifest: name, colours and icons of the site for a home screen.

use anyhow::{Result, bail};
use serde_json::json;
use tinh_so::address::Base;

/// The colour of the page in light and in dark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Where the reader's system is light, or says nothing.
    pub light: String,
    /// Where it is dark.
    pub dark: String,
}

/// Reads `--c-paper` from the tokens of the style: first that of light, then that of dark.
///
/// # Errors
/// If it does not stand there exactly twice, as plain hex.
pub fn paper(tokens: &str) -> Result<Paper> {
    let found: Vec<&str> = tokens
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--c-paper:")?.trim().strip_suffix(';'))
        .filter(|it| it.len() == 7 && it.starts_with('#') && it[1..].bytes().all(|b| b.is_ascii_hexdigit()))
        .collect();
    match found[..] {
        [light, dark] => Ok(Paper { light: light.to_owned(), dark: dark.to_owned() }),
        _ => bail!("{}: --c-paper should stand there twice, light and dark, not {} times", super::TOKENS, found.len()),
    }
}

/// `site.webmanifest`. Everything in it is below the base, whatever the host is called.
///
/// The display is `browser`: a view is an address here, to be read, copied and passed on, and a window without an address
/// bar would take that away. The icons still serve whoever puts the site on a home screen.
pub(super) fn text(base: &Base, paper: &Paper) -> String {
    let icon = |name: &str, side: u32, purpose: &str| {
        json!({
            "src": base.file(&format!("icons/{name}.png")),
            "sizes": format!("{side}x{side}"),
            "type": "image/png",
            "purpose": purpose,
        })
    };
    let manifest = json!({
        "name": "Tỉnh Số",
        "short_name": "Tỉnh Số",
        "description": tinh_so::text::Messages::VI.tagline,
        "lang": "vi",
        "dir": "ltr",
        "id": base.as_str(),
        "start_url": base.as_str(),
        "scope": base.as_str(),
        "display": "browser",
        "background_color": paper.light,
        "theme_color": paper.light,
        "icons": [
            { "src": base.file("favicon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any" },
            icon("icon-192", 192, "any"),
            icon("icon-512", 512, "any"),
            icon("maskable-512", 512, "maskable"),
        ],
    });
    format!("{manifest:#}\n")
}

//! The service worker. It is published under one name that never changes, so that browsers find what comes after it.

use super::assets::{Assets, CLASSIC, bundle};
use anyhow::Result;
use serde_json::{Value, json};
use std::{fs, path::Path};
use tinh_so::{address::Page, text::Locale};

/// Its name below the base.
pub const NAME: &str = "sw.js";

/// Writes it into the site with what it says to readers; if it is not wanted, the one in its place removes what an
/// earlier one has kept, and itself.
pub fn publish(staged: &Path, assets: &Assets, build: &str, out: &Path, wanted: bool) -> Result<()> {
    if !wanted {
        fs::copy(bundle(staged, "src/browser/worker-off.js", &CLASSIC)?, out.join(NAME))?;
        return Ok(());
    }
    // Whatever the module is made of: live pages need all of it, embeds and the makers of pictures have their own time.
    let later = [&assets.site, &assets.embed, &assets.tools];
    let code_of_pages = |name: &&str| !name.ends_with(".woff2") && !later.iter().any(|it| it == name);
    let settings = json!({
        "build": build,
        "assets": assets.names().collect::<Vec<_>>(),
        "live": assets.names().filter(code_of_pages).collect::<Vec<_>>(),
        "style": assets.offline_style.text,
        "styleHash": assets.offline_style.hash,
        "vi": spoken(Locale::Vi),
        "en": spoken(Locale::En),
    });
    let code = fs::read_to_string(bundle(staged, "src/browser/worker.js", &CLASSIC)?)?;
    // Another build is another file, or browsers would never take it up.
    Ok(fs::write(out.join(NAME), format!("self.TINHSO = {settings};\n{code}"))?)
}

/// What it needs in one language: its words, and the pages it keeps for every reader.
fn spoken(locale: Locale) -> Value {
    let m = locale.messages();
    let shell = [Page::Home, Page::Compare].map(|page| page.to_path(locale));
    json!({
        "site": m.site,
        "offline": m.saved_offline,
        "slow": m.saved_slow,
        "title": m.offline_title,
        "text": m.offline_text,
        "kept": m.offline_kept,
        "retry": m.retry,
        "shell": shell,
    })
}

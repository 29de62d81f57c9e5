//! The document around a page: everything before the first script is enough to read it.

use crate::Settings;
use tinh_so::{
    address::{Address, Embed, Life, Page},
    snapshot::SnapshotId,
    text::Locale,
    ui::Head,
};

/// A page's document. `needed`: the files the module will ask for; `more`: further lines for the head.
pub(crate) fn document(
    s: &Settings,
    address: &Address,
    head: &Head,
    needed: &[SnapshotId],
    body: &str,
    more: &str,
) -> String {
    let m = address.locale.messages();
    let link = |address: &Address| s.base.whole(&address.to_path());
    let (vi, en) = match address.locale {
        Locale::Vi => (link(address), link(&address.translated())),
        Locale::En => (link(&address.translated()), link(address)),
    };
    let alternates = match address.page {
        Page::NotFound => r#"<meta name="robots" content="noindex">"#.to_owned(),
        _ => format!(
            "<link rel=\"canonical\" href=\"{}\">\n<link rel=\"alternate\" hreflang=\"vi\" href=\"{vi}\">\n<link rel=\"alternate\" hreflang=\"en\" href=\"{en}\">\n<link rel=\"alternate\" hreflang=\"x-default\" href=\"{vi}\">",
            link(address)
        ),
    };
    // Only what the module will ask for: everything, the index, or nothing.
    let life = address.page.life();
    let files: Vec<&SnapshotId> = match life {
        Life::Builder => std::iter::once(&SnapshotId::Index).chain(needed).collect(),
        Life::Whole | Life::Search => vec![&SnapshotId::Index],
        Life::Still => Vec::new(),
    };
    // The figures stand in the document; a choice needs them once more.
    let file = |id: &SnapshotId| s.base.file(&format!("data/v/{}/{}", s.version, id.path()));
    let figures = match life {
        Life::Whole => format!(" data-figures=\"{}\"", needed.iter().map(file).collect::<Vec<_>>().join(" ")),
        _ => String::new(),
    };
    // The start script and what the module will ask for are named, not asked for: what is read is painted first, and
    // site.js begins with them then.
    let app = match life {
        Life::Still => String::new(),
        _ => {
            let builder = s.builder.iter().filter(|_| life == Life::Builder).cloned();
            let code = std::iter::once(s.module.clone()).chain(builder).map(|path| s.base.file(&path));
            let all: Vec<String> = code.chain(files.into_iter().map(file)).collect();
            format!(" data-app=\"{}\" data-files=\"{}\"", s.base.file(&s.script), all.join(" "))
        }
    };
    let worker =
        if s.worker.is_empty() { String::new() } else { format!(" data-worker=\"{}\"", s.base.file(&s.worker)) };
    // One policy for all pages: each may come in the place of another, under the first one's. The frames are embeds that
    // can be looked at before they are taken away.
    let policy = format!(
        "default-src 'none'; frame-src 'self'; worker-src 'self'; script-src 'self' 'wasm-unsafe-eval' '{}'; style-src '{}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types tinh-so-pages tinh-so-views",
        s.pending_hash, s.style_hash
    );
    let pending = if life == Life::Whole { format!("<script>{}</script>\n", s.pending) } else { String::new() };
    format!(
        r##"<!doctype html>
<html lang="{lang}" data-base="{base}" data-version="{version}" data-build="{build}"{worker} data-module="{module}" data-chart="{chart}"{app}{figures}{tools}{not_found}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="{light}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="{dark}">
<title>{title}</title>
<meta name="description" content="{description}">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="{site}">
{alternates}
<link rel="icon" type="image/svg+xml" href="{icon}">
<link rel="apple-touch-icon" href="{touch_icon}">
<link rel="manifest" href="{manifest}">
{pending}<style>{style}</style>
<script async fetchpriority="low" src="{site_script}"></script>
{more}
</head>
<body>
<a class="skip" href="#main">{skip}</a>
<div id="app">{body}</div>
<div id="notice" role="status" hidden data-blocked="{blocked}"><p><strong data-sentence></strong></p><p class="fine" data-detail></p><button type="button">{retry}</button> <button type="button" data-close>{close}</button></div>
</body>
</html>
"##,
        lang = address.locale.tag(),
        tools = match life {
            Life::Whole | Life::Builder => tools(s),
            _ => String::new(),
        },
        not_found = if address.page == Page::NotFound { " data-page=\"404\"" } else { "" },
        base = s.base.as_str(),
        version = s.version,
        build = s.build,
        site_script = s.base.file(&s.site_script),
        module = s.base.file(&s.module),
        chart = s.base.file(&s.chart),
        title = escape(&head.title),
        description = escape(&head.description),
        site = m.site,
        icon = s.base.file("favicon.svg"),
        touch_icon = s.base.file("icons/apple-touch-180.png"),
        manifest = s.base.file("site.webmanifest"),
        light = s.paper[0],
        dark = s.paper[1],
        style = s.style,
        skip = m.skip,
        blocked = escape(m.blocked),
        retry = m.retry,
        close = m.close,
    )
}

/// What the module needs beyond the page: the public origin, and where the tools of taking away are.
fn tools(s: &Settings) -> String {
    let fonts: Vec<String> = s.fonts.iter().map(|font| s.base.file(font)).collect();
    format!(
        " data-origin=\"{}\" data-tools=\"{}\" data-fonts=\"{}\"",
        s.base.origin(),
        s.base.file(&s.tools),
        fonts.join(" ")
    )
}

/// The document of an embed: no page around it, no script it could not do without.
pub(crate) fn embed_document(s: &Settings, embed: &Embed, version: &str, head: &Head, body: &str) -> String {
    let locale = embed.locale;
    let m = locale.messages();
    let other = Embed { locale: locale.other(), ..embed.clone() };
    let home = Address::of(locale, Page::Indicator(embed.indicator.clone()));
    // Within a sandbox 'self' is nobody in some browsers: the origin is named beside it.
    let own = if s.base.origin().is_empty() { "'self'".to_owned() } else { format!("'self' {}", s.base.origin()) };
    let policy = format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval' '{}'; style-src '{}'; img-src data:; connect-src {own}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types tinh-so-pages tinh-so-views",
        s.early_hash, s.embed_style_hash
    );
    format!(
        r##"<!doctype html>
<html lang="{lang}" data-base="{base}" data-version="{version}" data-module="{module}" data-chart="{chart}" data-page="embed" data-app="{app}" data-id="{id}"{pinned} data-other="{other}" data-home="{home}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="canonical" href="{home}">
<base target="_blank">
<script>{early}</script>
<style>{style}</style>
<script async src="{script}"></script>
</head>
<body>
<div id="embed" class="embed">
<div id="app">{body}</div>
<p id="newer" class="fine" hidden>{newer} <a href="{home}">{title}</a></p>
<div id="notice" role="status" hidden data-blocked="{blocked}"><p><strong data-sentence></strong></p><p class="fine" data-detail></p><button type="button">{retry}</button></div>
</div>
</body>
</html>
"##,
        lang = locale.tag(),
        base = s.base.as_str(),
        module = s.base.file(&s.module),
        chart = s.base.file(&s.chart),
        app = s.base.file(&s.script),
        id = embed.indicator,
        pinned = if embed.version.is_some() { " data-pinned" } else { "" },
        other = s.base.file(&other.document()),
        home = s.base.whole(&home.to_path()),
        title = escape(&head.title),
        description = escape(&head.description),
        early = s.early,
        style = s.embed_style,
        script = s.base.file(&s.embed_script),
        newer = m.embed_newer,
        blocked = escape(m.embed_blocked),
        retry = m.retry,
    )
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

//! Renders every page as a complete HTML document. Run by the build (`cargo xtask build`), not by hand.
//!
//! Pages are rendered twice: once to learn which charts they need, and, after those have been drawn by
//! `chart/render.mjs`, once more with the drawings in place.

#![recursion_limit = "256"]

use leptos::prelude::*;
use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
};
use tinh_so::{
    address::{Address, Base, Life, Page},
    domain::{Examples, Record, Selection, examples},
    figure,
    snapshot::{self, SnapshotId},
    text::Locale,
    ui::{App, ChartJob, PageData, Shown, StaticCharts, head},
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What the build hands over, as `key=value` arguments.
struct Settings {
    /// The data version's folder.
    data: PathBuf,
    /// Where the pages go.
    out: PathBuf,
    /// The folder the site lives in.
    base: Base,
    /// The public origin, for canonical links; empty if not known.
    origin: String,
    /// The data version.
    version: String,
    /// The style, inlined.
    style: String,
    /// Its hash for the policy: `sha256-…`.
    style_hash: String,
    /// The script that runs before the first paint, inlined.
    pending: String,
    /// Its hash for the policy.
    pending_hash: String,
    /// Addresses of the start script, the module and the chart code, below the base.
    script: String,
    module: String,
    chart: String,
    /// The chart renderer.
    renderer: PathBuf,
}

fn main() {
    if let Err(error) = run() {
        eprintln!("prerender: {error}");
        std::process::exit(1);
    }
}

fn run() -> Outcome<()> {
    let settings = settings()?;
    let index = read(&settings, &SnapshotId::Index)?.record;
    let catalog = read(&settings, &SnapshotId::Catalog)?.record;
    let pages = pages(&index, &catalog);
    let wanted = StaticCharts::default();
    // The examples of the method page, found once in the whole record.
    let (whole, _) = page_data(&settings, &index, &Page::Method)?;
    let found = Arc::new(examples(&whole.record));
    for address in &pages {
        render(&settings, &index, address, &wanted, &found)?;
    }
    let jobs: Vec<ChartJob> =
        wanted.jobs.lock().map_err(|_| "the list of charts is poisoned")?.values().cloned().collect();
    let drawn = StaticCharts { drawn: Arc::new(draw(&settings.renderer, &jobs)?), ..StaticCharts::default() };
    for address in &pages {
        let html = render(&settings, &index, address, &drawn, &found)?;
        write_page(&settings.out, &address.page.to_path(address.locale), &html)?;
    }
    println!("{} pages, {} charts", pages.len(), jobs.len());
    Ok(())
}

fn settings() -> Outcome<Settings> {
    let given: BTreeMap<String, String> =
        std::env::args().skip(1).filter_map(|arg| arg.split_once('=').map(|(k, v)| (k.into(), v.into()))).collect();
    let need = |key: &str| given.get(key).cloned().ok_or_else(|| format!("missing argument {key}=…"));
    Ok(Settings {
        data: need("data")?.into(),
        out: need("out")?.into(),
        base: Base::new(&need("base")?),
        origin: need("origin")?.trim_end_matches('/').to_owned(),
        version: need("version")?,
        style: fs::read_to_string(need("style")?)?,
        style_hash: need("style-hash")?,
        pending: need("pending")?,
        pending_hash: need("pending-hash")?,
        script: need("script")?,
        module: need("module")?,
        chart: need("chart")?,
        renderer: need("renderer")?.into(),
    })
}

fn read(settings: &Settings, id: &SnapshotId) -> Outcome<snapshot::Loaded> {
    let path = settings.data.join(id.path());
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(snapshot::read(id, &text, &settings.version)?)
}

/// Every page in both languages; the not-found page once, in Vietnamese with a line in English.
fn pages(index: &Record, catalog: &Record) -> Vec<Address> {
    let mut pages = vec![Page::Home, Page::Compare, Page::Sources, Page::Method, Page::About];
    pages.extend(index.themes.iter().map(|it| Page::Theme(it.id.clone())));
    pages.extend(index.summaries.iter().map(|it| Page::Indicator(it.id.clone())));
    pages.extend(index.places().iter().map(|it| Page::Place(it.id.clone())));
    pages.extend(catalog.sources.keys().map(|id| Page::Source(id.clone())));
    let mut all: Vec<Address> =
        Locale::ALL.iter().flat_map(|locale| pages.iter().map(|page| Address::of(*locale, page.clone()))).collect();
    all.push(Address::of(Locale::Vi, Page::NotFound));
    all
}

/// The figures of a page, read from the same files the browser will read.
fn page_data(settings: &Settings, index: &Record, page: &Page) -> Outcome<(PageData, Vec<SnapshotId>)> {
    let mut data = PageData { record: index.clone(), standings: Vec::new() };
    let needed = figure::needs(&data.record, page, &Selection::default());
    for id in &needed {
        let loaded = read(settings, id)?;
        data.record.merge(loaded.record);
        data.standings.extend(loaded.standings);
    }
    Ok((data, needed))
}

fn render(
    settings: &Settings,
    index: &Record,
    address: &Address,
    charts: &StaticCharts,
    found: &Arc<Examples>,
) -> Outcome<String> {
    let (data, needed) = page_data(settings, index, &address.page)?;
    let head = head(&data.record, address);
    let shown = Shown { address: address.clone(), notices: Vec::new(), data: Arc::new(data), drawn: true };
    let owner = Owner::new();
    let body = owner.with(|| {
        provide_context(charts.clone());
        provide_context(found.clone());
        let shown = RwSignal::new(shown);
        let go = Callback::new(|_: (Address, bool)| {});
        view! { <App base=settings.base.clone() shown=shown go=go/> }.to_html()
    });
    drop(owner);
    Ok(document(settings, address, &head, &needed, &body))
}

/// The document around a page: everything before the first script is enough to read it.
fn document(s: &Settings, address: &Address, head: &tinh_so::ui::Head, needed: &[SnapshotId], body: &str) -> String {
    let m = address.locale.messages();
    let link = |address: &Address| format!("{}{}", s.origin, s.base.link(address));
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
        Life::Whole => std::iter::once(&SnapshotId::Index).chain(needed).collect(),
        Life::Search => vec![&SnapshotId::Index],
        Life::Still => Vec::new(),
    };
    let script = match life {
        Life::Still => String::new(),
        _ => format!("<script type=\"module\" async src=\"{}\"></script>", s.base.file(&s.script)),
    };
    let preloads: String = (life != Life::Still)
        .then(|| s.module.clone())
        .into_iter()
        .chain(files.into_iter().map(|id| format!("data/v/{}/{}", s.version, id.path())))
        .map(|path| {
            let href = s.base.file(&path);
            format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{href}\" fetchpriority=\"low\">\n")
        })
        .collect();
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '{}'; style-src '{}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
        s.pending_hash, s.style_hash
    );
    let pending = if life == Life::Whole { format!("<script>{}</script>\n", s.pending) } else { String::new() };
    format!(
        r##"<!doctype html>
<html lang="{lang}" data-base="{base}" data-version="{version}" data-module="{module}" data-chart="{chart}"{not_found}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<meta name="description" content="{description}">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="{site}">
{alternates}
<link rel="icon" type="image/svg+xml" href="{icon}">
{pending}<style>{style}</style>
{preloads}{script}
</head>
<body>
<a class="skip" href="#main">{skip}</a>
<div id="app">{body}</div>
<aside id="notice" role="status" hidden data-blocked="{blocked}"><p><strong data-sentence></strong></p><p class="fine" data-detail></p><button type="button">{retry}</button></aside>
</body>
</html>
"##,
        lang = address.locale.tag(),
        not_found = if address.page == Page::NotFound { " data-page=\"404\"" } else { "" },
        base = s.base.as_str(),
        version = s.version,
        module = s.base.file(&s.module),
        chart = s.base.file(&s.chart),
        title = escape(&head.title),
        description = escape(&head.description),
        site = m.site,
        icon = s.base.file("favicon.svg"),
        style = s.style,
        skip = m.skip,
        blocked = escape(m.blocked),
        retry = m.retry,
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn write_page(out: &Path, path: &str, html: &str) -> Outcome<()> {
    let file = if path.ends_with(".html") { out.join(path) } else { out.join(path).join("index.html") };
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file, html).map_err(|error| format!("{}: {error}", file.display()).into())
}

/// Has the charts drawn, all in one run of the renderer.
fn draw(renderer: &Path, jobs: &[ChartJob]) -> Outcome<BTreeMap<String, String>> {
    let mut lines = String::new();
    for job in jobs {
        let line = serde_json::json!({
            "id": job.key, "width": job.width, "height": job.height, "option": job.option,
            "title": job.title, "desc": job.description,
        });
        lines.push_str(&line.to_string());
        lines.push('\n');
    }
    let mut node = Command::new("node")
        .arg(renderer)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("node could not be started ({error}); Node 20 is needed"))?;
    let mut stdin = node.stdin.take().ok_or("no way to write to node")?;
    // Written from a thread of its own: the renderer answers while it reads.
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let output = node.wait_with_output()?;
    writer.join().map_err(|_| "writing to the renderer failed")??;
    if !output.status.success() {
        return Err("the chart renderer failed; its messages are above".into());
    }
    let mut drawn = BTreeMap::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let answer: BTreeMap<String, String> = serde_json::from_str(line)?;
        if let (Some(id), Some(svg)) = (answer.get("id"), answer.get("svg")) {
            drawn.insert(id.clone(), svg.clone());
        }
    }
    match jobs.iter().find(|job| !drawn.contains_key(&job.key)) {
        Some(missing) => Err(format!("no drawing came back for “{}”", missing.title).into()),
        None => Ok(drawn),
    }
}

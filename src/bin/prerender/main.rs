//! Renders every page as a complete HTML document. Run by the build (`cargo xtask build`), not by hand.

#![recursion_limit = "256"]

mod dataset;
mod document;
mod embeds;
mod feeds;
mod pictures;

use document::document;
use leptos::prelude::*;
use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use tinh_so::{
    address::{Address, Base, Page},
    domain::{Examples, Record, Release, Selection, examples},
    figure,
    snapshot::{self, Beside, SnapshotId},
    text::Locale,
    ui::{App, OptionFiles, PageData, PublishedFiles, Releases, Repository, Shown, Site, head},
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What the build hands over, as `key=value` arguments.
struct Settings {
    /// The data version's folder.
    data: PathBuf,
    /// Where the pages go.
    out: PathBuf,
    /// Where the site lives; its public origin is for canonical links, embeds and feeds.
    base: Base,
    /// The address of the repository; empty where none is set.
    repository: String,
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
    /// The colour of the page in light and in dark.
    paper: [String; 2],
    /// What a document and the files it names have in common: pages of another build are not swapped in.
    build: String,
    /// The script that goes from page to page, below the base.
    site_script: String,
    /// The service worker, below the base; empty in a site without one.
    worker: String,
    /// Addresses of the start script, the module and the chart code, below the base.
    script: String,
    module: String,
    chart: String,
    /// Makes pictures and workbooks in the browser, and the fonts of its pictures.
    tools: String,
    fonts: Vec<String>,
    /// The files of the module that make the builder of embeds.
    builder: Vec<String>,
    /// The script of embeds, and the one that runs in them before the first paint, with its hash for the policy.
    embed_script: String,
    early: String,
    early_hash: String,
    /// The style of embeds, and its hash.
    embed_style: String,
    embed_style_hash: String,
    /// The maker of pictures, and where it keeps those that need not be made again.
    pictures: PathBuf,
    picture_cache: PathBuf,
    /// What is made beside the pages: `embeds-pictures`, `embeds` or `nothing`.
    beside: String,
}

impl Settings {
    /// The whole address of a file below the base.
    fn file(&self, path: &str) -> String {
        self.base.whole(path)
    }
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
    let options = OptionFiles::default();
    // The examples of the method page, found once in the whole record.
    let (whole, _) = page_data(&settings, &index, &Page::Method)?;
    let shared = Shared {
        found: Arc::new(examples(&whole.record)),
        releases: Releases(Arc::new(releases(&settings)?)),
        files: PublishedFiles(Arc::new(sizes(&settings.data)?)),
    };
    drop(whole);
    let published: Vec<String> = shared.releases.0.iter().map(|it| it.version.to_string()).collect();
    let editions = embeds::editions(&settings, &published)?;
    for page in &pages {
        write_pages(&settings.out, &render(&settings, &index, page, &options, &shared)?)?;
    }
    let mut count = 0;
    for edition in editions.iter().filter(|_| settings.beside.starts_with("embeds")) {
        for one in &edition.index.summaries {
            let rendered = embeds::render(&settings, edition, &one.id, &options)?;
            count += rendered.len();
            embeds::write(&settings, &rendered)?;
            if !edition.pinned {
                embeds::write_oembed(&settings, edition, &one.id)?;
            }
        }
    }
    let charts = write_options(&settings, &options)?;
    let pictures = pictures::write(&settings, &index, &pages)?;
    let feeds = feeds::write(&settings, &catalog, &shared.releases.0)?;
    println!("{} pages, {count} embeds, {charts} charts, {pictures} pictures, {feeds} feeds", 2 * pages.len() - 1);
    Ok(())
}

/// Writes what live charts begin with, each option once; how many there are.
fn write_options(settings: &Settings, options: &OptionFiles) -> Outcome<usize> {
    let options = options.all()?;
    for (name, option) in &options {
        let file = settings.out.join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&file, option).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(options.len())
}

/// What more than one page says, read once.
struct Shared {
    /// The examples of the method page.
    found: Arc<Examples>,
    /// What each version changed, the newest first.
    releases: Releases,
    /// The files for download with their sizes.
    files: PublishedFiles,
}

fn settings() -> Outcome<Settings> {
    let given: BTreeMap<String, String> =
        std::env::args().skip(1).filter_map(|arg| arg.split_once('=').map(|(k, v)| (k.into(), v.into()))).collect();
    let need = |key: &str| given.get(key).cloned().ok_or_else(|| format!("missing argument {key}=…"));
    Ok(Settings {
        data: need("data")?.into(),
        out: need("out")?.into(),
        base: Base::new(&need("base")?).at(&need("origin")?),
        repository: need("repository")?,
        version: need("version")?,
        style: fs::read_to_string(need("style")?)?,
        style_hash: need("style-hash")?,
        pending: need("pending")?,
        pending_hash: need("pending-hash")?,
        paper: [need("paper-light")?, need("paper-dark")?],
        build: need("build")?,
        site_script: need("site-script")?,
        worker: need("worker")?,
        script: need("script")?,
        module: need("module")?,
        chart: need("chart")?,
        tools: need("tools")?,
        fonts: need("fonts")?.split(' ').map(str::to_owned).collect(),
        builder: need("builder")?.split_whitespace().map(str::to_owned).collect(),
        embed_script: need("embed-script")?,
        early: need("early")?,
        early_hash: need("early-hash")?,
        embed_style: fs::read_to_string(need("embed-style")?)?,
        embed_style_hash: need("embed-style-hash")?,
        pictures: need("pictures")?.into(),
        picture_cache: need("picture-cache")?.into(),
        beside: need("beside")?,
    })
}

fn read(settings: &Settings, id: &SnapshotId) -> Outcome<snapshot::Loaded> {
    read_version(&settings.data, &settings.version, id)
}

/// A file of any version.
fn read_version(data: &Path, version: &str, id: &SnapshotId) -> Outcome<snapshot::Loaded> {
    Ok(snapshot::read(id, &text_of(&data.join(id.path()))?, version)?)
}

/// What each version changed, the newest first.
fn releases(settings: &Settings) -> Outcome<Vec<Release>> {
    let root = settings.data.parent().ok_or("the data folder has no parent")?;
    let list: serde_json::Value = serde_json::from_str(&text_of(&root.join("versions.json"))?)?;
    let versions = list["versions"].as_array().ok_or("versions.json lists no versions")?;
    let paths = versions.iter().filter_map(|it| it["path"].as_str());
    paths.map(|path| Ok(snapshot::read_changes(&text_of(&root.join(path).join("changes.json"))?)?)).collect()
}

/// The files right in the version's folder, with their bytes.
fn sizes(data: &Path) -> Outcome<BTreeMap<String, u64>> {
    let mut sizes = BTreeMap::new();
    for entry in fs::read_dir(data)? {
        let entry = entry?;
        if entry.metadata()?.is_file() {
            sizes.insert(entry.file_name().to_string_lossy().into_owned(), entry.metadata()?.len());
        }
    }
    Ok(sizes)
}

fn text_of(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Every page; each is made in both languages, but for the not-found page: that is one, in Vietnamese with a line in
/// English.
fn pages(index: &Record, catalog: &Record) -> Vec<Page> {
    let mut pages = vec![
        Page::Home,
        Page::Compare,
        Page::Sources,
        Page::Coverage,
        Page::Data,
        Page::Changes,
        Page::Method,
        Page::EmbedGuide,
        Page::About,
    ];
    pages.extend(index.themes.iter().map(|it| Page::Theme(it.id.clone())));
    pages.extend(index.summaries.iter().map(|it| Page::Indicator(it.id.clone())));
    pages.extend(index.places().iter().map(|it| Page::Place(it.id.clone())));
    pages.extend(catalog.sources.keys().map(|id| Page::Source(id.clone())));
    pages.push(Page::NotFound);
    pages
}

/// The figures of a page, read from the same files the browser will read.
fn page_data(settings: &Settings, index: &Record, page: &Page) -> Outcome<(PageData, Vec<SnapshotId>)> {
    let mut data = PageData { record: index.clone(), beside: Beside::default() };
    let needed = figure::needs(&data.record, page, &Selection::default());
    for id in &needed {
        let loaded = read(settings, id)?;
        data.record.merge(loaded.record);
        if matches!(page, Page::Place(_)) {
            data.beside = loaded.beside;
        }
    }
    Ok((data, needed))
}

/// The page in both languages, each with its path; its figures are read once.
fn render(
    settings: &Settings,
    index: &Record,
    page: &Page,
    options: &OptionFiles,
    shared: &Shared,
) -> Outcome<Vec<(String, String)>> {
    let (data, needed) = page_data(settings, index, page)?;
    let data = Arc::new(data);
    let languages = if *page == Page::NotFound { &Locale::ALL[..1] } else { &Locale::ALL[..] };
    let one = |locale: &Locale| {
        let address = Address::of(*locale, page.clone());
        let shown = Shown::new(address.clone(), Vec::new(), data.clone());
        let head = head(&shown);
        let more = feed_link(settings, &data.record, &address)
            + &pictures::preview(settings, &address, &data)
            + &embeds::discovery(&settings.base, &address, &head.title)
            + &dataset::block(settings, &data.record, &address, &head);
        let owner = Owner::new();
        let body = owner.with(|| {
            provide_context(options.clone());
            provide_context(shared.found.clone());
            provide_context(shared.releases.clone());
            provide_context(shared.files.clone());
            provide_context(Repository(settings.repository.clone()));
            let site = Site { base: settings.base.clone(), shown: Arc::new(shown) };
            view! { <App site=site/> }.to_html()
        });
        drop(owner);
        (page.to_path(*locale), document(settings, &address, &head, &needed, &body, &more))
    };
    Ok(languages.iter().map(one).collect())
}

/// Where a feed reader finds the feed of a page.
fn feed_link(s: &Settings, record: &Record, address: &Address) -> String {
    let place = match &address.page {
        Page::Place(id) => record.place(id),
        Page::Home | Page::Changes => None,
        _ => return String::new(),
    };
    let href = s.base.file(&feeds::feed_path(address.locale, place.map(|it| &**it)));
    format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{href}\">\n")
}

/// Writes pages, each below the site's folder.
fn write_pages(out: &Path, pages: &[(String, String)]) -> Outcome<()> {
    pages.iter().try_for_each(|(path, html)| write_page(out, path, html))
}

fn write_page(out: &Path, path: &str, html: &str) -> Outcome<()> {
    let file = if path.ends_with(".html") { out.join(path) } else { out.join(path).join("index.html") };
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file, html).map_err(|error| format!("{}: {error}", file.display()).into())
}

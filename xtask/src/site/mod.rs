//! Building the site: tables to snapshots to pages, the module and the chart code, into one folder of static files.

mod assets;
mod earlier;
mod module;
mod server;
mod setup;
mod sizes;
mod worker;

pub use module::{bind_whole, smaller};
pub use server::{host, host_aside, serve};
pub use setup::{chromium, end_to_end, node_modules_in, rust_and_node};

use crate::{
    discovery, formats, hosting, publish,
    releases::{self, Versions},
    schemas,
    steps::{cargo, run, step},
    tables,
};
use anyhow::{Context, Result, bail};
use assets::Assets;
use setup::node_modules;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What to build.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder the site lives in on its host.
    pub base: String,
    /// The public origin, or empty.
    pub origin: String,
    /// The address of the repository, where readers can send a figure; or empty.
    pub repository: String,
    /// Where the files go; replaced.
    pub out: PathBuf,
    /// Make the module as small as it is published.
    pub shrink: bool,
    /// Put `.br` and `.gz` beside each file.
    pub compress: bool,
    /// Keep the files of earlier builds in the folder that pages loaded before may still ask for.
    pub keep: bool,
    /// Write the sizes down, to be compared with by later builds.
    pub write_sizes: bool,
    /// Give pages a service worker, by which they can be read offline; without it browsers are told to forget the one
    /// they have.
    pub worker: bool,
    /// Another build of the same data whose pictures are taken as they are: the tests' second home needs none of its own.
    pub pictures_from: Option<PathBuf>,
    /// Another folder of tables than `data/`: a generated record, whose pages alone are made and whose sizes are no matter
    /// of our budgets.
    pub generated: Option<PathBuf>,
}

/// Builds the site.
///
/// # Errors
/// Faults in the tables stop it first, all of them listed; then whatever step fails, by name.
pub fn build(settings: &Settings) -> Result<()> {
    // What is wrong with the address is said before anything takes minutes.
    discovery::home(&settings.origin, &settings.base)?;
    let versions = match &settings.generated {
        Some(tables) => releases::versions(tables)?,
        None => tables()?,
    };
    rust_and_node()?;
    let staged = Path::new("target/site");
    fs::create_dir_all(staged)?;
    renderer()?;
    step("module (wasm; the first time takes minutes)", module::compile)?;
    let assets = assets::make(staged, settings.shrink)?;

    // Everything is made beside the old folder and put in its place at the end: a failed build changes nothing.
    let making = staged.join("making");
    let beside = match (&settings.generated, &settings.pictures_from) {
        (Some(_), _) => "nothing",
        (_, Some(_)) => "embeds",
        _ => "embeds-pictures",
    };
    files(settings, &versions, &assets, &making, beside)?;
    if let Some(other) = &settings.pictures_from {
        copy_folder(&other.join("pictures"), &making.join("pictures"))?;
    }
    if settings.keep {
        let kept = earlier::keep(&settings.out, &making, time::OffsetDateTime::now_utc().date())?;
        if kept > 0 {
            eprintln!("  {kept} files of earlier builds are kept, for pages that were loaded before");
        }
    }
    if settings.compress {
        step("compressing", || run(crate::steps::program("node", &["tools/compress.mjs", path(&making)?])))?;
    }
    hosting::write_headers_file(&making, tinh_so::address::Base::new(&settings.base).as_str())?;
    if settings.generated.is_none() {
        sizes::weigh(&making, &assets, settings.shrink, settings.write_sizes)?;
    }
    if settings.out.exists() {
        fs::remove_dir_all(&settings.out).with_context(|| format!("clearing {}", settings.out.display()))?;
    }
    if let Some(parent) = settings.out.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::rename(&making, &settings.out).with_context(|| format!("moving the site to {}", settings.out.display()))?;
    eprintln!("The site is in {}", settings.out.display());
    Ok(())
}

/// Builds everything but the module, the start script, the chart code, embeds and pictures: for tests of what is read
/// without them.
///
/// # Errors
/// As [`build`].
pub fn build_still(settings: &Settings) -> Result<()> {
    discovery::home(&settings.origin, &settings.base)?;
    let versions = tables()?;
    node_modules()?;
    renderer()?;
    let staged = Path::new("target/site");
    fs::create_dir_all(staged)?;
    files(settings, &versions, &assets::still(staged)?, &settings.out, "nothing")
}

/// The data versions of the tables, which must be in order.
fn tables() -> Result<Versions> {
    let versions = step("tables", || {
        if let Err(problems) = tables::load(Path::new("data")) {
            eprintln!("{problems}");
            bail!("the tables in data/ have faults, listed above");
        }
        releases::versions(Path::new("data"))
    })?;
    if let Some(draft) = &versions.draft {
        let version = &draft.release.version;
        eprintln!(
            "  data/ is not released yet: the site calls it {version}; cargo xtask release-data makes a version of it"
        );
    }
    Ok(versions)
}

fn renderer() -> Result<()> {
    step("page renderer (native; the first time takes minutes)", || {
        run(cargo(&["build", "--quiet", "--features", "ssr", "--bin", "prerender"]))
    })
}

/// Writes the site's files into a folder, which is replaced: data, assets, pages, and what lets others find them.
/// `beside`: what is made beside the pages, as the renderer names it.
fn files(settings: &Settings, versions: &Versions, assets: &Assets, making: &Path, beside: &str) -> Result<()> {
    let version = &versions.newest().context("there is no data version")?.release.version;
    if making.exists() {
        fs::remove_dir_all(making)?;
    }
    fs::create_dir_all(making)?;
    step("snapshots", || {
        let (record, sizes) = publish::versions(versions, making)?;
        schemas::write(making)?;
        formats::write_catalog(&record, &sizes, making, &settings.origin, &settings.base)?;
        Ok(())
    })?;
    assets::publish(assets, making)?;
    let staged = Path::new("target/site");
    let build = assets.build(version);
    worker::publish(staged, assets, &build, making, settings.worker)?;
    let (style, embed_style) = (staged.join("pages.css"), staged.join("embeds.css"));
    fs::write(&style, &assets.style.text)?;
    fs::write(&embed_style, &assets.embed_style.text)?;
    let paper = discovery::paper()?;
    step("pages", || {
        let argument = |key: &str, value: &str| format!("{key}={value}");
        let data = making.join("data/latest");
        let mut prerender = std::process::Command::new("target/debug/prerender");
        prerender.args([
            argument("data", path(&data)?),
            argument("out", path(making)?),
            argument("base", &settings.base),
            argument("origin", &settings.origin),
            argument("repository", &settings.repository),
            argument("version", version),
            argument("style", path(&style)?),
            argument("style-hash", &assets.style.hash),
            argument("embed-style", path(&embed_style)?),
            argument("embed-style-hash", &assets.embed_style.hash),
            argument("pending", &assets.pending.text),
            argument("pending-hash", &assets.pending.hash),
            argument("early", &assets.early.text),
            argument("early-hash", &assets.early.hash),
            argument("paper-light", &paper.light),
            argument("paper-dark", &paper.dark),
            argument("build", &build),
            argument("site-script", &assets.site),
            argument("worker", if settings.worker { worker::NAME } else { "" }),
            argument("script", &assets.script),
            argument("embed-script", &assets.embed),
            argument("module", &assets.module),
            argument("builder", &assets.builder.join(" ")),
            argument("chart", &assets.chart),
            argument("tools", &assets.tools),
            argument("fonts", &assets.fonts.join(" ")),
            argument("pictures", "chart/pictures.mjs"),
            argument("picture-cache", path(&staged.join("pictures"))?),
            argument("beside", beside),
        ]);
        run(prerender)
    })?;
    let found =
        step("sitemap, robots, manifest", || discovery::write(versions, making, &settings.origin, &settings.base))?;
    eprintln!("  {found}");
    Ok(())
}

/// Copies what is in a folder into another.
///
/// # Errors
/// If one of them cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(target)?,
            false => fs::copy(entry.path(), target).map(|_| ())?,
        }
    }
    Ok(())
}

fn path(path: &Path) -> Result<&str> {
    path.to_str().with_context(|| format!("{} is not UTF-8", path.display()))
}

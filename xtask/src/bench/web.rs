//! The first screen of the built site and of peers, on an emulated phone: `bench/` measures, this prepares what it needs.

use super::generate::{self, Size};
use crate::{
    site::{self, Settings},
    steps::{cargo, program, run, step},
};
use anyhow::{Context, Result};
use clap::Args;
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// Where the measured site and the peer stand.
const FOLDER: &str = "target/bench/web";
/// The Leptos peer: a workspace of its own, so its packages never meet ours.
const PEER: &str = "bench/leptos";

#[derive(Debug, Args)]
pub struct Web {
    /// How often each page is visited; medians are printed.
    #[arg(long, default_value_t = 5)]
    runs: u32,
    /// A site built before, instead of one built now.
    #[arg(long)]
    dist: Option<PathBuf>,
    /// The folder that site lives in on its host.
    #[arg(long, default_value = "/")]
    base: String,
    /// Only what has this in its name, such as "indicator" or "peer".
    #[arg(long)]
    only: Option<String>,
    /// Every single measure as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
    /// The size of the generated record whose largest ranking is measured too: places x indicators.
    #[arg(long, default_value = "700x12")]
    many: Size,
    /// Lighthouse over the same pages instead.
    #[arg(long)]
    lighthouse: bool,
}

/// Prepares and measures.
///
/// # Errors
/// If the site or the peer cannot be built, or the browser does not start.
pub(super) fn run_web(settings: &Web) -> Result<()> {
    let chromium = site::chromium()?;
    site::rust_and_node()?;
    site::node_modules_in(Path::new("bench"))?;
    let dist = match &settings.dist {
        Some(dist) => dist.clone(),
        None => built(&settings.base)?,
    };
    let script = if settings.lighthouse { "bench/lighthouse.mjs" } else { "bench/web.mjs" };
    let mut measure = program("node", &[script]);
    measure.arg(&dist).args(["--base", &settings.base]).env("TINHSO_CHROMIUM", chromium);
    if let Some(only) = &settings.only {
        measure.arg("--only").arg(only);
    }
    if let Some(json) = &settings.json {
        measure.arg("--json").arg(json);
    }
    if !settings.lighthouse {
        measure.args(["--runs", &settings.runs.to_string()]).arg("--leptos").arg(peer()?);
        // Nothing of it is visited when only our own pages or peers are asked for.
        if settings.only.as_deref().is_none_or(|only| "indicator compare places (generated)".contains(only)) {
            measure.arg("--many").arg(generated(settings.many, &settings.base)?);
        }
    }
    run(measure)
}

/// The site as it is published.
fn built(base: &str) -> Result<PathBuf> {
    let out = PathBuf::from(FOLDER).join("site");
    site::build(&settings(base, &out, None))?;
    Ok(out)
}

/// A site on a generated record, with the same module.
fn generated(size: Size, base: &str) -> Result<PathBuf> {
    let folder = PathBuf::from(FOLDER).join(size.to_string());
    let (tables, out) = (folder.join("data"), folder.join("site"));
    if tables.exists() {
        fs::remove_dir_all(&tables).with_context(|| format!("clearing {}", tables.display()))?;
    }
    fs::create_dir_all(&tables)?;
    step(&format!("{size}: making the tables"), || {
        generate::write(size, 1, Path::new("data/datapackage.json"), &tables)
    })?;
    site::build(&settings(base, &out, Some(tables)))?;
    // Of thousands of files only what is visited.
    step(&format!("{size}: compressing"), || {
        ["assets", "chi-so", "so-sanh", "data/v"].iter().try_for_each(|part| {
            let folder = out.join(part).display().to_string();
            run(program("node", &["tools/compress.mjs", &folder]))
        })
    })?;
    Ok(out)
}

fn settings(base: &str, out: &Path, generated: Option<PathBuf>) -> Settings {
    Settings {
        base: base.to_owned(),
        origin: "https://tinhso.example".to_owned(),
        repository: String::new(),
        out: out.to_owned(),
        shrink: true,
        compress: generated.is_none(),
        keep: false,
        write_sizes: false,
        worker: true,
        pictures_from: None,
        generated,
    }
}

/// The Leptos peer, built, bound and shrunk as our own module is: neither tool is to make the difference.
fn peer() -> Result<PathBuf> {
    let (target, bound) = (env::current_dir()?.join(FOLDER).join("peer"), PathBuf::from(FOLDER).join("leptos"));
    step("Leptos peer (wasm; the first time takes minutes)", || {
        let mut build = cargo(&["build", "--quiet", "--release", "--locked", "--target", "wasm32-unknown-unknown"]);
        // From its own folder, so that its lock file and profile count. Our flags would reach it through the folders
        // above: `erase_components`, which makes it smaller, is left to it.
        build.current_dir(PEER).env("CARGO_TARGET_DIR", &target);
        run(build)
    })?;
    let wasm = target.join("wasm32-unknown-unknown/release/leptos-peer.wasm");
    step("binding the Leptos peer", || {
        if bound.exists() {
            fs::remove_dir_all(&bound).with_context(|| format!("clearing {}", bound.display()))?;
        }
        site::bind_whole(&wasm, "leptos-peer", &bound)?;
        let module = bound.join("leptos-peer_bg.wasm");
        let small = bound.join("small.wasm");
        site::smaller(&module, &small)?;
        fs::rename(&small, &module).with_context(|| format!("{}", module.display()))
    })?;
    Ok(bound)
}

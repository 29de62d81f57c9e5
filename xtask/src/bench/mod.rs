//! `cargo xtask bench`: what the work and the files cost, and how they grow. Measured and printed, never asserted.

mod generate;
mod measure;
mod pages;
mod report;
mod web;

pub use measure::child;

use crate::{
    site,
    steps::{self, from_debian, is_there, program, step},
};
use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use generate::Size;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Where generated records and what is made of them stand.
const FOLDER: &str = "target/bench/data";

#[derive(Debug, Subcommand)]
pub enum Bench {
    /// Time, memory and bytes of the record as places and indicators grow.
    Data(Data),
    /// Bytes, paints, shifts and reactions of the built site and of peers, on an emulated phone.
    Web(web::Web),
    /// How many readers at once a host serves that has the site already: recorded visits, asked again by wrk.
    Load(Load),
}

#[derive(Debug, Args)]
pub struct Load {
    /// Where the site is served, ending in a slash.
    address: String,
    /// How long each count of connections is tried.
    #[arg(long, default_value_t = 20)]
    seconds: u32,
    /// Open connections, one try after the other.
    #[arg(long, default_value = "64,256,1024")]
    connections: String,
}

#[derive(Debug, Args)]
pub struct Data {
    /// Places x indicators, optionally x periods; the first is what the others are set against.
    #[arg(long, value_delimiter = ',', default_value = "63x40,63x400,700x40,10600x40")]
    sizes: Vec<Size>,
    /// Another seed makes another record of the same sizes.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Render the pages too, of sizes up to this many places (the page renderer is built first).
    #[arg(long, default_value_t = 0)]
    pages_up_to: usize,
}

/// Runs a benchmark and prints its table.
///
/// # Errors
/// If a record cannot be made or measured.
pub fn run(bench: Bench) -> Result<()> {
    match bench {
        Bench::Data(it) => data(&it),
        Bench::Web(it) => web::run_web(&it),
        Bench::Load(it) => load(&it),
    }
}

fn load(settings: &Load) -> Result<()> {
    let chromium = site::chromium()?;
    site::node_modules_in(Path::new("bench"))?;
    if !is_there("wrk") {
        from_debian("wrk", &["wrk"])?;
    }
    let mut measure = program("node", &["bench/load.mjs", &settings.address]);
    measure.args(["--seconds", &settings.seconds.to_string(), "--connections", &settings.connections]);
    measure.env("TINHSO_CHROMIUM", chromium);
    steps::run(measure)
}

fn data(settings: &Data) -> Result<()> {
    let mut columns = Vec::new();
    for size in &settings.sizes {
        let folder = PathBuf::from(FOLDER).join(size.to_string());
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let (tables, out) = (folder.join("data"), folder.join("site"));
        fs::create_dir_all(&tables)?;
        let package = Path::new("data/datapackage.json");
        step(&format!("{size}: making the tables"), || generate::write(*size, settings.seed, package, &tables))?;
        let check = step(&format!("{size}: the check"), || measure::in_child("check", &tables, &out))?;
        let write = step(&format!("{size}: the snapshots"), || measure::in_child("write", &tables, &out))?;
        let mut files = step(&format!("{size}: their bytes"), || measure::snapshots(&out.join("data/latest")))?;
        if size.places <= settings.pages_up_to {
            let rendered = step(&format!("{size}: the pages"), || pages::render(&out))?;
            files.extend(measure::sizes(&pages::chosen(&out)?)?);
            columns.push(report::Column { size: *size, check, write, render: Some(rendered), files });
        } else {
            columns.push(report::Column { size: *size, check, write, render: None, files });
        }
        // At the largest size the files fill a disk; the numbers are all that is kept.
        fs::remove_dir_all(&out).with_context(|| format!("clearing {}", out.display()))?;
    }
    println!("{}", report::table(&columns));
    Ok(())
}

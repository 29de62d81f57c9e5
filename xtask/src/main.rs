//! The project's own commands. `cargo xtask help` lists them.

mod bench;
mod check_data;
mod discovery;
mod extended;
mod formats;
mod fuzz;
mod hosting;
mod publish;
mod release;
mod releases;
mod schemas;
mod site;
mod snapshots;
mod steps;
mod tables;
mod verify;

use clap::{Args, Parser, Subcommand};
use std::{
    io::Write,
    path::{Path, PathBuf},
};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, serves and tests the site")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Set up, build and serve the site on this machine.
    Serve {
        #[command(flatten)]
        site: SiteArgs,
        /// The port; another free one is taken if it is in use.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Open a browser.
        #[arg(long)]
        open: bool,
    },
    /// Build the site into a folder that any static host can serve.
    Build {
        #[command(flatten)]
        site: SiteArgs,
        /// The folder; it is replaced.
        #[arg(long, default_value = "dist")]
        out: PathBuf,
        /// No reading offline: pages without a service worker, and in its place one that removes what browsers hold.
        #[arg(long)]
        without_worker: bool,
        /// Write the sizes down, to be compared with by later builds.
        #[arg(long)]
        write_sizes: bool,
    },
    /// Serve a folder that was built before, as it is (the browser tests do).
    Host {
        /// The folder.
        folder: PathBuf,
        /// The folder the site lives in on its host.
        #[arg(long, default_value = "/")]
        base: String,
        /// The port.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Make an archive of the site with configurations of hosts, a bill of materials, checksums and notes.
    Release {
        #[command(flatten)]
        site: SiteArgs,
    },
    /// Print what the site is made of: a bill of materials (CycloneDX 1.5).
    Sbom,
    /// Print the configuration of a host for the site, made from the same table as the headers of tests.
    HostConfig {
        /// The host.
        host: hosting::Host,
        /// The folder of a built site, as the host sees it.
        #[arg(long, default_value = "/srv/tinh-so")]
        folder: PathBuf,
        /// The folder the site lives in on its host.
        #[arg(long, default_value = "/")]
        base: String,
        /// A port, or for Caddy a name.
        #[arg(long, default_value = "80")]
        listen: String,
    },
    /// Ask a live site for all that readers and programs will ask it for, and say what its host has to be told.
    DeployCheck {
        /// Its home page, as https://example.org/folder/.
        url: String,
        /// A file for the list of all links that lead elsewhere.
        #[arg(long)]
        external: Option<PathBuf>,
    },
    /// Format, lints, native tests, wasm tests, and the built site in a real browser.
    Test {
        /// Only the parts whose name contains this.
        #[arg(long)]
        only: Option<String>,
        /// Also the parts that need further programs, which are installed if they can be.
        #[arg(long)]
        extended: bool,
        /// With --extended: hosts and further browsers are tried with the whole browser suite, not with a part of it. An hour.
        #[arg(long, requires = "extended")]
        whole: bool,
    },
    /// A picture of every part in every state, in one page to be judged by eye; what looks otherwise than the last time
    /// stands beside what it was.
    Gallery {
        /// Only the scenes whose name contains this.
        only: Option<String>,
        /// A built site, instead of building one.
        #[arg(long)]
        site: Option<PathBuf>,
        /// The folder; pictures of an earlier run in it are compared with.
        #[arg(long, default_value = "target/gallery")]
        out: PathBuf,
    },
    /// Check the tables in data/ and name every fault.
    CheckData {
        /// Also what the site would change: every row added, corrected, removed or reworded since the last release.
        #[arg(long)]
        diff: bool,
        /// First put right what is only form: encodings, line ends, separators, spaces, the order of rows.
        #[arg(long)]
        fix: bool,
        /// Also how many rows there are, by theme, era, indicator and source.
        #[arg(long)]
        counts: bool,
    },
    /// Make the next data version from what stands in data/.
    ReleaseData {
        /// What to say about it as a whole, in Vietnamese.
        #[arg(long, default_value = "")]
        note_vi: String,
        /// The same in English.
        #[arg(long, default_value = "")]
        note_en: String,
        /// The day it is published, if not today.
        #[arg(long)]
        date: Option<String>,
        /// Make nothing new: seal the published versions anew, after the form of the published files was changed on
        /// purpose. What was sealed before may already be cited.
        #[arg(long)]
        reseal: bool,
    },
    /// Hand what reads addresses, snapshots, tables and periods millions of hostile inputs.
    Fuzz {
        /// Only this target.
        only: Option<String>,
        /// For how long each, in seconds.
        #[arg(long, default_value_t = 600)]
        seconds: u32,
    },
    /// Measure what the work and the files cost; nothing is asserted.
    Bench {
        #[command(subcommand)]
        what: bench::Bench,
    },
    /// One measure of `bench`, in a process of its own.
    #[command(hide = true)]
    BenchChild { work: String, tables: PathBuf, out: PathBuf },
}

#[derive(Args)]
struct SiteArgs {
    /// The folder the site lives in on its host, as /some/folder/.
    #[arg(long, default_value = "/")]
    base: String,
    /// The public origin, as https://example.org: for canonical links.
    #[arg(long, default_value = "")]
    origin: String,
    /// The address of the repository, as https://example.org/owner/name: for the form by which readers send a figure.
    #[arg(long, default_value = "")]
    repository: String,
}

fn main() -> std::process::ExitCode {
    match run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            // The chain of causes, without a backtrace: what failed is named, where in our code is not of use.
            eprintln!("error: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    std::env::set_current_dir(root)?;
    match Cli::parse().command {
        Command::Serve { site, port, open } => site::serve(&site.base, &site.origin, &site.repository, port, open),
        Command::Build { site, out, without_worker, write_sizes } => site::build(&site::Settings {
            base: site.base,
            origin: site.origin,
            repository: site.repository,
            out,
            shrink: true,
            compress: true,
            keep: true,
            write_sizes,
            worker: !without_worker,
            pictures_from: None,
            generated: None,
        }),
        Command::Host { folder, base, port } => site::host(&folder, &base, port),
        Command::Sbom => {
            let bill = release::sbom::bill(Path::new("."), env!("CARGO_PKG_VERSION"))?;
            println!("{}", serde_json::to_string_pretty(&bill)?);
            Ok(())
        }
        Command::Release { site } => release::release(&site.base, &site.origin, &site.repository),
        Command::HostConfig { host, folder, base, listen } => {
            print!("{}", hosting::configuration(host, &folder, &base, &listen)?);
            Ok(())
        }
        Command::DeployCheck { url, external } => hosting::check::run_command(&url, external.as_deref()),
        Command::Gallery { only, site, out } => verify::gallery(site.as_deref(), &out, only.as_deref()),
        Command::Test { only, extended, whole } => {
            let whole = if whole { extended::Whole::Yes } else { extended::Whole::No };
            verify::run_command(only.as_deref(), extended.then_some(whole))
        }
        Command::CheckData { diff, fix, counts } => {
            if fix {
                check_data::fix_data(Path::new("data"))?;
            } else {
                check_data::check_data(Path::new("data"))?;
            }
            let diff = if diff { releases::diff(Path::new("data"))? } else { String::new() };
            let counts = if counts { check_data::counts(Path::new("data"))? } else { String::new() };
            // Somebody who reads only the beginning, through head or less, closes the pipe.
            _ = std::io::stdout().write_all((diff + &counts).as_bytes());
            Ok(())
        }
        Command::ReleaseData { reseal: true, .. } => releases::reseal(Path::new("data")),
        Command::ReleaseData { note_vi, note_en, date, .. } => {
            let today = match date {
                Some(date) => date.parse().map_err(|error| anyhow::anyhow!("--date: {error}"))?,
                None => releases::today()?,
            };
            releases::release(Path::new("data"), today, tinh_so::domain::Words::new(&note_vi, &note_en))
        }
        Command::Fuzz { only, seconds } => fuzz::run_command(only.as_deref(), seconds),
        Command::Bench { what } => bench::run(what),
        Command::BenchChild { work, tables, out } => bench::child(&work, &tables, &out),
    }
}

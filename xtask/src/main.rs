//! The project's own commands. `cargo xtask help` lists them.

mod check_data;
mod extended_spreadsheets;
mod schemas;
mod site;
mod snapshots;
mod steps;
mod tables;
mod verify;

use clap::{Args, Parser, Subcommand};
use std::path::{Path, PathBuf};

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
    /// Format, lints, native tests, wasm tests, and the built site in a real browser.
    Test {
        /// Only the parts whose name contains this.
        #[arg(long)]
        only: Option<String>,
        /// Also what needs further programs: LibreOffice.
        #[arg(long)]
        extended: bool,
    },
    /// Check the tables in data/ and name every fault.
    CheckData {
        /// First put right what is only form: encodings, line ends, separators, spaces, the order of rows.
        #[arg(long)]
        fix: bool,
    },
}

#[derive(Args)]
struct SiteArgs {
    /// The folder the site lives in on its host, as /some/folder/.
    #[arg(long, default_value = "/")]
    base: String,
    /// The public origin, as https://example.org: for canonical links.
    #[arg(long, default_value = "")]
    origin: String,
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
        Command::Serve { site, port, open } => site::serve(&site.base, &site.origin, port, open),
        Command::Build { site, out } => {
            site::build(&site::Settings { base: site.base, origin: site.origin, out, shrink: true, compress: true })
        }
        Command::Host { folder, base, port } => site::host(&folder, &base, port),
        Command::Test { only, extended } => verify::run_command(only.as_deref(), extended),
        Command::CheckData { fix: true } => check_data::fix_data(Path::new("data")),
        Command::CheckData { fix: false } => check_data::check_data(Path::new("data")),
    }
}

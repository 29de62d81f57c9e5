//! A small static server for work and tests (`tools/host.mjs`), with the headers of the one table.

use super::{Settings, build};
use crate::{hosting::rules, steps::program};
use anyhow::{Context, Result, ensure};
use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Stdio},
};
use tinh_so::address::Base;

/// A server that ends with us.
pub struct Hosted {
    server: Child,
    /// Where it listens: scheme, host and port.
    pub origin: String,
}

impl Drop for Hosted {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Builds and serves; returns only when stopped.
pub fn serve(base: &str, origin: &str, repository: &str, port: u16, open: bool) -> Result<()> {
    let out = PathBuf::from("dist");
    build(&Settings {
        base: base.to_owned(),
        origin: origin.to_owned(),
        repository: repository.to_owned(),
        out: out.clone(),
        shrink: false,
        compress: false,
        keep: false,
        write_sizes: false,
        // What was kept would be shown in the place of what is being worked on.
        worker: false,
        pictures_from: None,
        generated: None,
    })?;
    let mut hosted = start(&out, base, port, true)?;
    let address = format!("{}{}", hosted.origin, Base::new(base).as_str());
    eprintln!("\nTỉnh Số: {address}\nStop with Ctrl+C.");
    if open {
        let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        if program(opener, &[&address]).spawn().is_err() {
            eprintln!("({opener} is not there: open the address by hand)");
        }
    }
    hosted.server.wait()?;
    Ok(())
}

/// Serves a folder on exactly this port; returns only when stopped.
pub fn host(folder: &Path, base: &str, port: u16) -> Result<()> {
    let mut hosted = start(folder, base, port, false)?;
    eprintln!("{}{}", hosted.origin, Base::new(base).as_str());
    hosted.server.wait()?;
    Ok(())
}

/// Serves a folder beside other work, on any port, until what is returned is dropped.
pub fn host_aside(folder: &Path, base: &str) -> Result<Hosted> {
    start(folder, base, 0, true)
}

/// Starts it; on another free port if that one is taken and it may.
fn start(folder: &Path, base: &str, port: u16, or_another: bool) -> Result<Hosted> {
    let base = Base::new(base);
    let mut node = program("node", &["tools/host.mjs"]);
    node.arg(folder).arg(base.as_str()).arg(port.to_string()).args(or_another.then_some("0"));
    node.env("TINHSO_RULES", rules::as_json().to_string()).stdout(Stdio::piped());
    let mut server = node.spawn().context("node could not be started; Node 20 is needed")?;
    let mut line = String::new();
    BufReader::new(server.stdout.take().context("no output of the server")?).read_line(&mut line)?;
    ensure!(!line.is_empty(), "nothing can be served on port {port}; the message is above");
    Ok(Hosted { server, origin: format!("http://localhost:{}", line.trim()) })
}

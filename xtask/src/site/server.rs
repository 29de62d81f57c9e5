//! A small static server for work and tests: right types and headers, the not-found page, a base path, nothing cached.

use super::{Settings, build};
use crate::hosting::rules::{EVERYWHERE, Sort, media_type};
use anyhow::{Context, Result};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    sync::Arc,
};
use tiny_http::{Header, Request, Response, Server};

/// Builds and serves; returns only when stopped.
pub fn serve(base: &str, origin: &str, port: u16, open: bool) -> Result<()> {
    let out = PathBuf::from("dist");
    build(&Settings {
        base: base.to_owned(),
        origin: origin.to_owned(),
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
    let server = listen(port)?;
    let base = tinh_so::address::Base::new(base);
    let address =
        format!("http://localhost:{}{}", server.server_addr().to_ip().map_or(port, |ip| ip.port()), base.as_str());
    eprintln!("\nTỉnh Số: {address}\nStop with Ctrl+C.");
    if open {
        let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        if std::process::Command::new(opener).arg(&address).spawn().is_err() {
            eprintln!("({opener} is not there: open the address by hand)");
        }
    }
    answer_all(server, &out, base.as_str());
    Ok(())
}

/// Serves a folder on exactly this port; returns only when stopped.
pub fn host(folder: &Path, base: &str, port: u16) -> Result<()> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| anyhow::anyhow!("port {port}: {error}"))?;
    let base = tinh_so::address::Base::new(base);
    eprintln!("http://localhost:{port}{}", base.as_str());
    answer_all(server, folder, base.as_str());
    Ok(())
}

/// Serves a folder beside other work, until the process ends; its origin.
pub fn host_aside(folder: &Path, base: &str) -> Result<String> {
    let server = listen(0)?;
    let port = server.server_addr().to_ip().context("the server has no port")?.port();
    let (folder, base) = (folder.to_owned(), tinh_so::address::Base::new(base));
    std::thread::spawn(move || answer_all(server, &folder, base.as_str()));
    Ok(format!("http://127.0.0.1:{port}"))
}

fn listen(port: u16) -> Result<Server> {
    Server::http(("127.0.0.1", port))
        .or_else(|_| Server::http(("127.0.0.1", 0)))
        .map_err(|error| anyhow::anyhow!("{error}"))
        .context("no port to listen on")
}

/// More than the connections two browsers open: one that is slow to read keeps nobody else waiting.
const WORKERS: usize = 16;

fn answer_all(server: Server, folder: &Path, base: &str) {
    let server = Arc::new(server);
    let workers: Vec<_> = (0..WORKERS)
        .map(|_| {
            let (server, folder, base) = (server.clone(), folder.to_owned(), base.to_owned());
            std::thread::spawn(move || {
                for request in server.incoming_requests() {
                    answer(request, &folder, &base);
                }
            })
        })
        .collect();
    for worker in workers {
        let _ = worker.join();
    }
}

fn answer(request: Request, folder: &Path, base: &str) {
    let url = request.url().split(['?', '#']).next().unwrap_or("/").to_owned();
    let redirect = url == base.trim_end_matches('/') && !url.is_empty();
    let found = url.strip_prefix(base).and_then(|below| file(folder, below));
    let is_folder = url.strip_prefix(base).is_some_and(|below| folder.join(below).is_dir());
    let missing_slash = !url.ends_with('/') && found.is_some() && is_folder;
    let outcome = if redirect || missing_slash {
        request.respond(Response::empty(301).with_header(header("Location", &format!("{url}/"))))
    } else {
        let (status, path, sort) = match found {
            Some(path) => (200, path, Sort::of(url.strip_prefix(base).unwrap_or_default())),
            None => (404, folder.join("404.html"), Sort::Page),
        };
        match File::open(&path) {
            Ok(content) => {
                let mut response = Response::from_file(content).with_status_code(status);
                // As any host has them, but that nothing is kept: the next build is to be seen at once.
                let own = sort.headers().into_iter().filter(|(name, _)| *name != "Cache-Control");
                for (name, value) in EVERYWHERE.into_iter().chain(own).chain([("Cache-Control", "no-cache")]) {
                    response.add_header(header(name, value));
                }
                response.add_header(header("Content-Type", media_type(&path.to_string_lossy())));
                request.respond(response)
            }
            Err(_) => request.respond(Response::empty(404)),
        }
    };
    // A reader who has gone away is no fault of ours.
    drop(outcome);
}

/// The file an address below the base stands for; never one outside the folder.
fn file(folder: &Path, below: &str) -> Option<PathBuf> {
    if below.split('/').any(|piece| piece == "..") {
        return None;
    }
    let path = folder.join(below);
    let path = if path.is_dir() { path.join("index.html") } else { path };
    fs::metadata(&path).is_ok_and(|it| it.is_file()).then_some(path)
}

#[expect(clippy::expect_used, reason = "names and values are ours and plain ASCII")]
fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("an ASCII header")
}

//! The site on hosts that are not ours, with the configurations that `cargo xtask host-config` prints: nginx and Caddy, at
//! the root and in a folder, each looked over by `deploy-check` and by a browser; and MDN's Observatory over their headers.

use super::{FOLDER, Outcome, Whole, needed, takeaway::installed};
use crate::{
    hosting::{self, Host, check},
    site,
    steps::{from_debian, output, program, run},
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    fs,
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

/// The two homes of the site, as the end-to-end tests built them.
const HOMES: [(&str, &str); 2] = [("target/e2e/root", "/"), ("target/e2e/folder", "/mot/thu-muc/")];
/// The ports of nginx; Caddy's follow.
const PORT: u16 = 4311;
/// What a browser tries on each host, where it is not the whole suite: pages, embeds of another origin, addresses,
/// reading offline.
const SPECS: [&str; 4] = ["boot.spec", "paths.spec", "embeds.spec", "offline.spec"];
/// The module of nginx that sends what was compressed by Brotli.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// A server that ends with us.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub(super) fn nginx(_: &Path, whole: Whole) -> Result<Outcome> {
    needed!(installed("nginx", "nginx-light"));
    if !Path::new(BROTLI).exists()
        && let Err(error) =
            from_debian("nginx's Brotli", &["--no-install-recommends", "libnginx-mod-http-brotli-static"])
    {
        return Ok(Outcome::Skipped(format!("nginx sends no Brotli: {error:#}").replace('\n', " ")));
    }
    if !Path::new(BROTLI).exists() {
        return Ok(Outcome::Skipped(format!("nginx sends no Brotli: {BROTLI} is not there")));
    }
    both("nginx", PORT, whole, |folder, base, port, place| {
        let own = hosting::configuration(Host::Nginx, folder, base, &port.to_string())?;
        let file = place.join("nginx.conf");
        // What Debian's own nginx.conf would say around ours.
        let around = format!(
            "daemon off;\npid nginx.pid;\nuser {};\nworker_processes 2;\nerror_log stderr warn;\nload_module {BROTLI};\nevents {{}}\nhttp {{\naccess_log off;\nclient_body_temp_path body;\nproxy_temp_path proxy;\nfastcgi_temp_path fastcgi;\nuwsgi_temp_path uwsgi;\nscgi_temp_path scgi;\n{own}\n}}\n",
            output(program("id", &["-un"]))?.trim(),
        );
        fs::write(&file, around)?;
        let mut command = program("nginx", &["-p"]);
        command.arg(place).arg("-c").arg(file);
        Ok(command)
    })
}

pub(super) fn caddy(_: &Path, whole: Whole) -> Result<Outcome> {
    needed!(installed("caddy", "caddy"));
    both("caddy", PORT + 2, whole, |folder, base, port, place| {
        let own = hosting::configuration(Host::Caddy, folder, base, &port.to_string())?;
        let file = place.join("Caddyfile");
        // No second port to steer it by, nothing asked of the network.
        fs::write(&file, format!("{{\n    admin off\n    auto_https off\n}}\n\n{own}"))?;
        let mut command = program("caddy", &["run", "--adapter", "caddyfile", "--config"]);
        command.arg(file).env("HOME", place);
        Ok(command)
    })
}

/// Serves both homes with one host, one after the other.
fn both(
    name: &str,
    first_port: u16,
    whole: Whole,
    command: impl Fn(&Path, &str, u16, &Path) -> Result<Command>,
) -> Result<Outcome> {
    let mut words = Vec::new();
    for ((site, base), port) in HOMES.into_iter().zip(first_port..) {
        if !Path::new(site).is_dir() {
            return Ok(Outcome::Skipped(format!("there is no built site in {site}: `cargo xtask test` makes it")));
        }
        let folder = compressed(Path::new(site))?;
        let place = std::env::current_dir()?.join(FOLDER).join("hosts").join(format!("{name}-{port}"));
        fs::create_dir_all(&place)?;
        let log = fs::File::create(place.join("log.txt"))?;
        let mut command = command(&folder, base, port, &place)?;
        command.stdout(Stdio::null()).stderr(log);
        let server = Running(command.spawn().with_context(|| format!("{name} could not be started"))?);
        if let Err(error) = listening(port) {
            let log = fs::read_to_string(place.join("log.txt")).unwrap_or_default();
            bail!("{name} on port {port}: {error:#}\n{log}");
        }
        let address = format!("http://localhost:{port}{base}");
        let outcome = check::all(&check::Live::new(), &address)?;
        ensure!(outcome.findings.is_empty(), "{name} at {address}: {} to mend, named above", outcome.findings.len());
        observatory(&address)?;
        // What a browser sees of a folder is the same on each of them.
        if whole == Whole::Yes || base == "/" {
            browse(&address, whole)?;
        }
        words.push(format!("{base}: {} checks of {} addresses", outcome.checks, outcome.looked_at));
        drop(server);
    }
    Ok(Outcome::Passed(format!(
        "{name}, {}; the Observatory says A+; the browser found nothing{}",
        words.join("; "),
        if whole == Whole::Yes { "" } else { " at /" }
    )))
}

/// A copy of a built site with the compressed twins beside its files, as it is published.
fn compressed(site: &Path) -> Result<PathBuf> {
    let name = site.file_name().unwrap_or_default();
    let folder = std::env::current_dir()?.join(FOLDER).join("hosts").join(name);
    let mark = folder.join("../").join(format!("{}.done", name.display()));
    let build = fs::read(site.join("index.html"))?;
    // Both hosts serve the same copy.
    if fs::read(&mark).is_ok_and(|it| it == build) && folder.is_dir() {
        return Ok(folder);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    site::copy_folder(site, &folder)?;
    let mut compress = program("node", &["tools/compress.mjs"]);
    compress.arg(&folder).arg("--quick");
    output(compress)?;
    fs::write(mark, build)?;
    Ok(folder)
}

/// Waits until somebody answers on a port.
fn listening(port: u16) -> Result<()> {
    for _ in 0..100 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    bail!("nobody answers after ten seconds")
}

/// The end-to-end tests, or some of them, on a site that is served already.
fn browse(address: &str, whole: Whole) -> Result<()> {
    let mut tests = site::end_to_end()?;
    tests.env("TINHSO_E2E_ROOT", address).arg("--reporter=dot");
    if whole == Whole::No {
        tests.args(SPECS);
    }
    run(tests)
}

/// What MDN's Observatory says of it.
fn observatory(address: &str) -> Result<()> {
    site::node_modules_in(Path::new("tests/hosts"))?;
    let mut judge = program("node", &["tests/hosts/observatory.mjs", address]);
    judge.stderr(Stdio::inherit());
    eprint!("{}", output(judge)?);
    Ok(())
}

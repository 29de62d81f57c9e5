//! What single answers of a host have to be like.

use super::{Report, Site, Source};
use crate::hosting::rules::{self, EVERYWHERE, Sort, media_type};
use anyhow::{Context, Result};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

const HEADERS: &str = "use the configuration that `cargo xtask host-config` prints, or the `_headers` of the build";

/// A file of each sort, below the base.
fn samples(site: &Site) -> Vec<String> {
    let fixed = [
        "",
        "en/",
        "so-sanh/",
        "nhung/",
        "en/embed/",
        "404.html",
        "nhung/dti/",
        "en/embed/dti/",
        "nhung/tinhso.js",
        "sw.js",
        "favicon.svg",
        "icons/icon-192.png",
        "feed.xml",
        "site.webmanifest",
        "data/versions.json",
        "data/latest/catalog.json",
        "data/latest/observations.csv",
        "data/latest/tinh-so.xlsx",
        "data/schema/catalog.schema.json",
        "robots.txt",
    ];
    let version = |file: &str| format!("data/v/{}/{file}", site.version);
    let mut all: Vec<String> = fixed.map(str::to_owned).into();
    all.extend([version("index.json"), version("SHA256SUMS"), format!("nhung/v/{}/dti/", site.version)]);
    all.extend(site.assets.iter().cloned());
    all
}

/// The folder and the public address that the pages name.
pub(super) fn place(_: &dyn Source, site: &Site) -> Result<Report> {
    let mut report = Report { looked_at: 2, ..Report::default() };
    let mend = "build with `--base` and `--origin` as readers see them; links, feeds and embeds are made from these";
    report.expect(
        site.home.path() == site.base,
        site.home.as_str(),
        format!("a build for the folder {}", site.base),
        site.home.path(),
        mend,
    );
    // A build without an origin has no address to be wrong.
    let local = matches!(site.home.host_str(), Some("localhost" | "127.0.0.1"));
    let fine = local || site.named == site.home.as_str() || !site.named.starts_with("http");
    report.expect(
        fine,
        site.home.as_str(),
        format!("pages that call themselves {}", site.named),
        site.home.as_str(),
        mend,
    );
    Ok(report)
}

/// Plain http leads to https; on this machine nothing is asked for.
pub(super) fn encryption(source: &dyn Source, site: &Site) -> Result<Report> {
    let mut report = Report { looked_at: 1, ..Report::default() };
    let local = matches!(site.home.host_str(), Some("localhost" | "127.0.0.1"));
    let mend = "serve https, and send http on to it with a permanent redirect";
    if site.home.scheme() == "http" {
        report.expect(local, site.home.as_str(), "http", "https", mend);
        return Ok(report);
    }
    let mut plain = site.home.clone();
    let _ = plain.set_scheme("http");
    // Nobody there is as good.
    if let Ok(answer) = source.get(plain.as_str(), &[]) {
        let to = answer.header("location").to_owned();
        let fine = matches!(answer.status, 301 | 308) && to.starts_with("https://");
        report.expect(fine, plain.as_str(), format!("{} {to}", answer.status), "301 or 308 to https", mend);
    }
    Ok(report)
}

/// Values of a header without regard to spaces and order: hosts write lists in their own way.
fn pieces(value: &str) -> BTreeSet<String> {
    value
        .split([';', ','])
        .map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|it| !it.is_empty())
        .collect()
}

/// Policy, caching, who may load it.
pub(super) fn headers(source: &dyn Source, site: &Site) -> Result<Report> {
    let mut report = Report::default();
    for below in samples(site) {
        let at = site.at(&below);
        let answer = source.get(&at, &[])?;
        report.looked_at += 1;
        report.expect(answer.status == 200, &at, answer.status, "200", "publish the whole folder of the build");
        let sort = Sort::of(&below);
        for (name, value) in EVERYWHERE.into_iter().chain(sort.headers()) {
            let got = answer.header(name);
            // HTTPS is where the host has a certificate; without one browsers ignore it.
            if name == "Strict-Transport-Security" && (site.home.scheme() == "http" || got.starts_with("max-age=")) {
                continue;
            }
            let fine = pieces(got) == pieces(value);
            report.expect(fine, &at, format!("{name}: {}", or_none(got)), &format!("{name}: {value}"), HEADERS);
        }
        for name in ["X-Frame-Options", "Set-Cookie"] {
            let got = answer.header(name);
            let fine = got.is_empty() || (name == "X-Frame-Options" && sort != Sort::Embed);
            report.expect(
                fine,
                &at,
                format!("{name}: {got}"),
                &format!("no {name}"),
                "tell the host (or what stands before it) not to add it",
            );
        }
        for (name, kept) in
            [("Content-Security-Policy", sort.policy()), ("Cross-Origin-Opener-Policy", sort.opener_policy())]
        {
            let got = answer.header(name);
            let fine = kept.is_some() || got.is_empty();
            report.expect(fine, &at, format!("{name}: {got}"), &format!("no {name}"), HEADERS);
        }
    }
    Ok(report)
}

fn or_none(value: &str) -> &str {
    if value.is_empty() { "none" } else { value }
}

/// Types, with the encoding of text.
pub(super) fn media_types(source: &dyn Source, site: &Site) -> Result<Report> {
    let mut report = Report::default();
    for below in samples(site) {
        let name = if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.clone() };
        let at = site.at(&below);
        let answer = source.get(&at, &[])?;
        let (got, expected) = (answer.header("Content-Type").to_lowercase(), media_type(&name));
        report.looked_at += 1;
        let main = |it: &str| it.split(';').next().unwrap_or_default().trim().to_owned();
        let same = main(&got) == main(expected)
            || (main(expected) == "text/javascript" && main(&got) == "application/javascript");
        // Of data and feeds a reader's program takes several; but never a page in their place.
        let fine = same || (!rules::is_strict(expected) && main(&got) != "text/html");
        report.expect(
            fine,
            &at,
            or_none(&got),
            expected,
            "give the host the media types that `cargo xtask host-config` lists",
        );
        // JSON is UTF-8 by its own rules, and so is what says its encoding itself.
        let must = matches!(main(expected).as_str(), "text/html" | "text/csv" | "text/plain" | "text/markdown");
        let fine = !must || got.replace(' ', "").contains("charset=utf-8");
        report.expect(
            fine,
            &at,
            or_none(&got),
            expected,
            "add charset=utf-8 to the types of text, or Vietnamese is broken",
        );
    }
    Ok(report)
}

/// Ready-made twins are sent, and say that they are.
pub(super) fn compression(source: &dyn Source, site: &Site) -> Result<Report> {
    let mut report = Report::default();
    let texts = ["", "so-sanh/", "data/latest/catalog.json", "data/latest/observations.csv", "favicon.svg", "feed.xml"];
    let code = site.assets.iter().filter(|it| it.ends_with(".js") || it.ends_with(".wasm"));
    for below in texts.map(str::to_owned).iter().chain(code) {
        let at = site.at(below);
        let plain = source.get(&at, &[("Accept-Encoding", "identity")])?;
        for (coding, mend) in [
            ("br", "serve the .br files beside each file (nginx: brotli_static; Caddy: precompressed br gzip)"),
            ("gzip", "serve the .gz files beside each file (nginx: gzip_static; Caddy: precompressed br gzip)"),
        ] {
            let answer = source.get(&at, &[("Accept-Encoding", coding)])?;
            report.looked_at += 1;
            let got = format!(
                "Content-Encoding: {}, {} bytes",
                or_none(answer.header("Content-Encoding")),
                answer.body.len()
            );
            let fine = answer.header("Content-Encoding") == coding && answer.body.len() < plain.body.len();
            report.expect(
                fine,
                &at,
                got,
                &format!("Content-Encoding: {coding}, fewer than {} bytes", plain.body.len()),
                mend,
            );
            let vary = answer.header("Vary").to_lowercase();
            let fine = vary.contains("accept-encoding") || vary.contains('*');
            let mend = "send Vary: Accept-Encoding (nginx: gzip_vary on), or a cache in between mixes them up";
            report.expect(fine, &at, format!("Vary: {}", or_none(&vary)), "Vary: Accept-Encoding", mend);
        }
        report.expect(
            plain.header("Content-Encoding").is_empty(),
            &at,
            plain.header("Content-Encoding"),
            "no Content-Encoding for who wants none",
            HEADERS,
        );
    }
    Ok(report)
}

/// A page that says so, and never the home page with 200 in the place of a file.
pub(super) fn missing(source: &dyn Source, site: &Site) -> Result<Report> {
    let mut report = Report::default();
    for below in [
        "khong-co/",
        "en/no/such/page/",
        "tinh/khong-co-tinh-nay/",
        "assets/app.000000000000.wasm",
        "data/latest/nothing.json",
        "khong-co",
    ] {
        let at = site.at(below);
        let answer = source.get(&at, &[])?;
        report.looked_at += 1;
        let mend = "answer 404 with 404.html for what is not there; no rewriting to index.html is needed";
        report.expect(answer.status == 404, &at, answer.status, "404", mend);
        let ours = answer.text().contains("data-page=\"404\"");
        report.expect(ours, &at, "another page than ours", "404.html of the build", mend);
        let cache = answer.header("Cache-Control");
        let mend = "let nobody keep what is not there: the next build may have it";
        report.expect(!cache.contains("immutable"), &at, format!("Cache-Control: {cache}"), "no-cache", mend);
    }
    Ok(report)
}

/// Folders as people type them.
pub(super) fn folders(source: &dyn Source, site: &Site) -> Result<Report> {
    let mut report = Report::default();
    for below in ["so-sanh/", "en/compare/", "tinh/ha-noi/", "nhung/dti/"] {
        let at = site.at(below);
        let answer = source.get(at.trim_end_matches('/'), &[])?;
        report.looked_at += 1;
        let to = site.home.join(answer.header("location")).map(String::from).unwrap_or_default();
        let fine = matches!(answer.status, 301 | 302 | 307 | 308) && to == at;
        report.expect(
            fine,
            at.trim_end_matches('/'),
            format!("{} {}", answer.status, or_none(answer.header("location"))),
            &format!("a redirect to {at}"),
            "send folders without a slash on to the slash (nginx: absolute_redirect off behind a proxy)",
        );
    }
    Ok(report)
}

/// Every file of every published version, held against its checksum.
pub(super) fn versions(source: &dyn Source, site: &Site) -> Result<Report> {
    let mut report = Report::default();
    let list = source.get(&site.at("data/versions.json"), &[])?;
    let list: Value = serde_json::from_slice(&list.body).context("data/versions.json is not JSON")?;
    let versions = list["versions"].as_array().into_iter().flatten().filter_map(|it| it["version"].as_str());
    for folder in versions.map(|it| format!("data/v/{it}/")) {
        let sums = source.get(&site.at(&format!("{folder}SHA256SUMS")), &[])?;
        report.expect(
            sums.status == 200,
            &site.at(&folder),
            sums.status,
            "SHA256SUMS",
            "publish the whole folder of the build",
        );
        let text = sums.text();
        let lines: Vec<(&str, &str)> = text.lines().filter_map(|line| line.split_once("  ")).collect();
        let found = super::links::in_parallel(&lines, |(sum, name)| -> Result<Option<String>> {
            let answer = source.get(&site.at(&format!("{folder}{name}")), &[])?;
            let got: String = Sha256::digest(&answer.body).iter().map(|byte| format!("{byte:02x}")).collect();
            Ok((got != **sum).then(|| format!("{} {got}", answer.status)))
        })?;
        report.looked_at += lines.len();
        for ((sum, name), got) in lines.iter().zip(found) {
            let mend = "a version that was published never changes: publish the build’s file again";
            report.expect(got.is_none(), &site.at(&format!("{folder}{name}")), got.unwrap_or_default(), sum, mend);
        }
    }
    Ok(report)
}

//! `cargo xtask release`: one archive with the site, the configurations of hosts, what it is made of, and checksums, for
//! whoever is to put it online without building it.

pub mod sbom;
#[cfg(test)]
mod tests;

use crate::{
    hosting::{self, Host},
    releases,
    site::{self, Settings},
    snapshots::sha256,
    steps::{output, program, step},
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};
use tinh_so::domain::Release;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Where releases are made.
const FOLDER: &str = "target/release-of-site";

/// Builds the site from a clean checkout and packs it; the archive is named by both versions.
///
/// # Errors
/// If something is not committed, the tables are not released, or a step fails.
pub fn release(base: &str, origin: &str, repository: &str) -> Result<()> {
    ensure!(!origin.is_empty(), "a release is made for an address: --origin https://example.org");
    let changed = output(program("git", &["status", "--porcelain"]))?;
    ensure!(
        changed.trim().is_empty(),
        "a release is made from what is committed, and this is not:\n{}",
        changed.trim_end()
    );
    let commit = output(program("git", &["rev-parse", "HEAD"]))?.trim().to_owned();
    let versions = releases::versions(Path::new("data"))?;
    if let Some(draft) = &versions.draft {
        bail!(
            "data/ is not released yet ({}): cargo xtask release-data makes a version of it first",
            draft.release.version
        );
    }
    let data = &versions.newest().context("there is no data version")?.release;
    let version = format!("{}+{}", env!("CARGO_PKG_VERSION"), data.version);
    let name = format!("tinh-so-{}-data-{}", env!("CARGO_PKG_VERSION"), data.version);
    let folder = Path::new(FOLDER).join(&name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    site::build(&Settings {
        base: base.to_owned(),
        origin: origin.to_owned(),
        repository: repository.to_owned(),
        out: folder.join("site"),
        shrink: true,
        compress: true,
        keep: false,
        write_sizes: false,
        worker: true,
        pictures_from: None,
        generated: None,
    })?;
    step("what lies beside it", || beside(&folder, base, &notes(&version, &commit, data, origin, base), &version))?;
    let archive = Path::new(FOLDER).join(format!("{name}.zip"));
    let files = step("archive", || pack(&folder, &archive))?;
    let sum = sha256(&fs::read(&archive)?);
    fs::write(archive.with_extension("zip.sha256"), format!("{sum}  {name}.zip\n"))?;
    println!("{}: {files} files, {} bytes, sha256 {sum}", archive.display(), fs::metadata(&archive)?.len());
    Ok(())
}

/// What is said about a release.
fn notes(version: &str, commit: &str, data: &Release, origin: &str, base: &str) -> String {
    format!(
        "# Tỉnh Số {version}\n\n{}\n\n{}\n\nData version {} of {}. Built for {origin}{base} from commit {commit}.\n\nHOSTING.md says how to put `site/` \
         online; SHA256SUMS has the checksum of every file here, sbom.cdx.json what it is made of.\n",
        data.note.vi, data.note.en, data.version, data.date
    )
}

/// Writes what lies beside the site.
fn beside(folder: &Path, base: &str, notes: &str, version: &str) -> Result<()> {
    fs::write(folder.join("NOTES.md"), notes)?;
    let bill = serde_json::to_string_pretty(&sbom::bill(Path::new("."), version)?)?;
    fs::write(folder.join("sbom.cdx.json"), bill + "\n")?;
    for (from, to) in [
        ("docs/hosting.md", "HOSTING.md"),
        ("LICENSE-MIT", "LICENSE-MIT"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
        ("data/LICENCE.md", "DATA-LICENCE.md"),
    ] {
        fs::copy(from, folder.join(to)).with_context(|| from.to_owned())?;
    }
    let place = Path::new("/srv/tinh-so");
    for (host, file, listen) in [(Host::Nginx, "nginx.conf", "80"), (Host::Caddy, "Caddyfile", "80")] {
        fs::write(folder.join(file), hosting::configuration(host, place, base, listen)?)?;
    }
    let mut sums = String::new();
    for (path, name) in files(folder)? {
        sums.push_str(&format!("{}  {name}\n", sha256(&fs::read(path)?)));
    }
    Ok(fs::write(folder.join("SHA256SUMS"), sums)?)
}

/// The files of a folder in the order of their names, each with its name below it.
fn files(folder: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let name =
                entry.path().strip_prefix(folder)?.to_str().context("a name that is not UTF-8")?.replace('\\', "/");
            found.push((entry.into_path(), name));
        }
    }
    Ok(found)
}

/// Packs a folder; the same files give the same bytes, whenever and wherever. Says how many.
fn pack(folder: &Path, archive: &Path) -> Result<usize> {
    let top = folder.file_name().and_then(|it| it.to_str()).context("a folder with a name")?;
    let mut zip = ZipWriter::new(File::create(archive)?);
    let all = files(folder)?;
    for (path, name) in &all {
        let packed = [".br", ".gz", ".png", ".woff2", ".xlsx"].iter().any(|it| name.ends_with(it));
        let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        // Without an option the time would be now; this one is the format's first.
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644);
        zip.start_file(format!("{top}/{name}"), options)?;
        zip.write_all(&fs::read(path)?)?;
    }
    zip.finish()?;
    Ok(all.len())
}

//! What is taken away, in programs that are not ours: WordPress reads the oEmbed answers, two browsers save files that
//! pandas and LibreOffice open, and reference managers' parsers read the citations. All of it from the built site.

use super::{FOLDER, Outcome, libreoffice, needed, python::python};
use crate::{
    site,
    steps::{from_debian, is_there, output, program},
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The site as the end-to-end tests built it.
const SITE: &str = "target/e2e/root";
/// A view that has all there can be: places chosen, ranks, figures withheld.
const VIEW: &str = "chi-so/papi-internet/?places=dong-nai-cu&time=2024";
const INDICATOR: &str = "data/latest/indicators/papi-internet.json";
const PERIOD: &str = "2024";
/// Comma, quotes, UTF-8, English, figures as they are and not as shown, and all sheets.
const CELLS: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,-1";

/// The built site; or why there is none.
pub(super) fn built() -> Result<PathBuf, String> {
    let site = Path::new(SITE);
    match site.join("oembed").is_dir() {
        true => Ok(site.to_owned()),
        false => Err(format!("there is no built site in {SITE}: `cargo xtask test` makes it")),
    }
}

/// Installs a program from Debian if it is not there; or why there is none.
pub(super) fn installed(name: &str, package: &str) -> Result<(), String> {
    if !is_there(name)
        && let Err(error) = from_debian(name, &["--no-install-recommends", package])
    {
        return Err(format!("{name} could not be installed: {error:#}").replace('\n', " "));
    }
    is_there(name).then_some(()).ok_or_else(|| format!("{name} is not there (apt-get install {package}, as root)"))
}

/// WordPress' own code reads every oEmbed answer of the site.
pub(super) fn wordpress(_: &Path) -> Result<Outcome> {
    let site = needed!(built());
    needed!(installed("php", "php-cli"));
    let wordpress = needed!(unpacked()?);
    let mut check = program("node", &["tests/wordpress/check.mjs"]);
    check.arg(site).arg(wordpress);
    Ok(Outcome::Passed(output(check)?.trim().to_owned()))
}

/// Debian's package of WordPress, taken apart and not installed: neither a server nor a database is wanted.
fn unpacked() -> Result<Result<PathBuf, String>> {
    let folder = std::env::current_dir()?.join(FOLDER).join("wordpress");
    let wordpress = folder.join("usr/share/wordpress");
    if wordpress.join("wp-includes/embed.php").exists() {
        return Ok(Ok(wordpress));
    }
    if !is_there("apt-get") || !is_there("dpkg") {
        return Ok(Err("WordPress is taken from Debian, and this is none".to_owned()));
    }
    fs::create_dir_all(&folder)?;
    let download = || {
        let mut download = program("apt-get", &["download", "-qq", "wordpress"]);
        download.current_dir(&folder);
        output(download)
    };
    // Without the lists of packages there is nothing to download.
    if download().is_err()
        && let Err(error) = output(program("apt-get", &["update", "-qq"])).and_then(|_| download())
    {
        return Ok(Err(format!("WordPress could not be downloaded: {error:#}").replace('\n', " ")));
    }
    let package = fs::read_dir(&folder)?
        .filter_map(|it| Some(it.ok()?.path()))
        .find(|it| it.extension().is_some_and(|it| it == "deb"));
    let mut unpack = program("dpkg", &["-x"]);
    unpack.arg(package.context("apt-get download left no package")?).arg(&folder);
    output(unpack)?;
    ensure!(wordpress.join("wp-includes/embed.php").exists(), "the package holds no WordPress where it used to");
    Ok(Ok(wordpress))
}

/// Each citation of the site, as BibTeX and as CSL-JSON.
pub(super) fn citations(_: &Path) -> Result<Outcome> {
    let site = needed!(built());
    let python = needed!(python());
    let mut check = Command::new(python);
    check.arg("tools/check_citations.py").arg(site);
    Ok(Outcome::Passed(output(check)?.trim().to_owned()))
}

/// Files of one view, saved by Chromium and by Firefox, opened by pandas and LibreOffice, pictures held against a third
/// program's.
pub(super) fn downloads(_: &Path) -> Result<Outcome> {
    let site = needed!(built());
    let python = needed!(python());
    let host = site::host_aside(&site, "/")?;
    let (mut saved, mut skipped) = (Vec::new(), Vec::new());
    for (browser, name, package) in [("chromium", "chromium", "chromium"), ("firefox", "firefox-esr", "firefox-esr")] {
        if let Err(reason) = installed(name, package) {
            skipped.push(reason);
            continue;
        }
        let folder = std::env::current_dir()?.join(FOLDER).join("downloads").join(browser);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let mut save =
            program("node", &["tests/takeaway/download.mjs", browser, name, &format!("{}/{VIEW}", host.origin)]);
        output({
            save.arg(&folder);
            save
        })?;
        let mut draw = program("node", &["tests/takeaway/raster.mjs"]);
        draw.arg(one(&folder, "svg")?).arg(folder.join("raster.png"));
        output(draw)?;
        match libreoffice::missing() {
            Some(reason) => skipped.push(format!("the workbook of {browser}: {reason}")),
            None => open_workbook(&folder)?,
        }
        saved.push(folder);
    }
    if saved.is_empty() {
        return Ok(Outcome::Skipped(skipped.join("; ")));
    }
    let mut check = Command::new(python);
    check.arg("tools/check_downloads.py").arg(site.join(INDICATOR)).arg(PERIOD).args(&saved);
    let passed = output(check)?.trim().to_owned();
    Ok(if skipped.is_empty() { Outcome::Passed(passed) } else { Outcome::Partly(passed, skipped) })
}

/// The one file of a folder with this ending that the site named.
fn one(folder: &Path, ending: &str) -> Result<PathBuf> {
    let ours = |name: &str| name.starts_with("tinh-so-") && name.ends_with(&format!(".{ending}"));
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().and_then(|it| it.to_str()).is_some_and(ours) {
            found.push(path);
        }
    }
    match &found[..] {
        [path] => Ok(path.clone()),
        _ => bail!("{} has {} files of the site that end in .{ending}", folder.display(), found.len()),
    }
}

/// Every sheet of the saved workbook as LibreOffice reads it, into the folder `calc`.
fn open_workbook(folder: &Path) -> Result<()> {
    let profile = std::env::current_dir()?.join(FOLDER).join("libreoffice");
    let mut convert = program("soffice", &["--headless", "--norestore", "--convert-to", CELLS, "--outdir"]);
    convert.arg(folder.join("calc")).arg(one(folder, "xlsx")?);
    convert.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    output(convert)?;
    Ok(())
}

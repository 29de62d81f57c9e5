//! `cargo xtask deploy-check URL`: asks a live site for what browsers, readers and other programs will ask it for, and says
//! what its host has to be told.

mod answers;
mod fetch;
mod links;
#[cfg(test)]
mod tests;

pub use fetch::{Live, Source};

use anyhow::{Context, Result, bail, ensure};
use std::{collections::BTreeSet, fmt, fs, path::Path};
use url::Url;

/// Something the host does otherwise than it should.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The address.
    pub at: String,
    /// What came.
    pub got: String,
    /// What should.
    pub expected: String,
    /// What to do about it.
    pub mend: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}\n      got       {}\n      expected  {}\n      mend      {}",
            self.at, self.got, self.expected, self.mend
        )
    }
}

/// What one check looked at, and what it found.
#[derive(Debug, Default)]
pub struct Report {
    /// How many addresses.
    pub looked_at: usize,
    /// In the order in which they were found, each once.
    pub findings: Vec<Finding>,
    /// Addresses of other sites that pages link to.
    pub elsewhere: Vec<String>,
}

impl Report {
    /// Notes a finding unless it is as expected.
    pub(super) fn expect(&mut self, fine: bool, at: &str, got: impl fmt::Display, expected: &str, mend: &'static str) {
        if !fine {
            let (at, expected) = (at.to_owned(), expected.to_owned());
            self.findings.push(Finding { at, got: got.to_string(), expected, mend });
        }
    }
}

/// The site as its home page describes it.
#[derive(Debug)]
pub struct Site {
    /// The address of the home page, ending in a slash.
    pub home: Url,
    /// The folder it lives in.
    pub base: String,
    /// The data version its pages show.
    pub version: String,
    /// The public address its pages name as their own, ending in a slash; the folder alone in a build without an origin.
    pub named: String,
    /// The files its home page names, below the base.
    pub assets: BTreeSet<String>,
}

impl Site {
    /// An address below the base, in full.
    pub fn at(&self, below: &str) -> String {
        format!("{}{below}", self.home)
    }

    /// Reads the home page.
    ///
    /// # Errors
    /// If it cannot be had, or is no page of this site.
    pub fn open(source: &dyn Source, address: &str) -> Result<Self> {
        let with_slash = if address.ends_with('/') { address.to_owned() } else { format!("{address}/") };
        let home =
            Url::parse(&with_slash).with_context(|| format!("“{address}” is not a whole address, as https://…"))?;
        ensure!(matches!(home.scheme(), "http" | "https"), "“{address}” is not an address of the web");
        let answer = source.get(home.as_str(), &[])?;
        ensure!(answer.status == 200, "{home} answers {}", answer.status);
        let text = answer.text();
        let attribute = |name: &str| links::attribute(&text, name).map(str::to_owned);
        let (Some(base), Some(version), Some(_)) =
            (attribute("data-base"), attribute("data-version"), attribute("data-build"))
        else {
            bail!("{home} is no page of Tỉnh Số: its document does not name a build");
        };
        let named = text
            .split("<link ")
            .find(|it| it.starts_with("rel=\"canonical\""))
            .and_then(|it| links::attribute(it, "href"))
            .unwrap_or(&base)
            .to_owned();
        // What the home page names: its script, its module, the chart code.
        let assets = links::addresses(&text, &base, &named)
            .into_iter()
            .filter(|it| it.starts_with("assets/"))
            .collect::<BTreeSet<_>>();
        Ok(Self { home, base, version, named, assets })
    }
}

/// A check by its name.
type Check = (&'static str, fn(&dyn Source, &Site) -> Result<Report>);

/// In the order of the report.
const CHECKS: [Check; 9] = [
    ("the site lives where its build says", answers::place),
    ("https, and nothing else", answers::encryption),
    ("headers of each sort of file", answers::headers),
    ("media types", answers::media_types),
    ("compressed ahead, br and gzip", answers::compression),
    ("what is not there answers 404, with our page", answers::missing),
    ("a folder without its slash leads to it", answers::folders),
    ("published versions are what their checksums say", answers::versions),
    ("every link, file, feed entry and oEmbed address", links::all),
];

/// What all checks came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Checks made.
    pub checks: usize,
    /// Addresses asked for and looked at.
    pub looked_at: usize,
    /// Things to mend.
    pub findings: Vec<Finding>,
    /// Addresses of other sites that pages link to.
    pub elsewhere: Vec<String>,
}

/// The most findings of one check that are printed in full.
const MOST: usize = 8;

/// Runs all checks over a site and prints them as they come.
///
/// # Errors
/// If the host cannot be reached at all, or the address is none of ours.
pub fn all(source: &dyn Source, address: &str) -> Result<Outcome> {
    let site = Site::open(source, address)?;
    println!("{}  data version {}, built for {}", site.home, site.version, site.named);
    let mut outcome = Outcome::default();
    for (name, check) in CHECKS {
        let mut report = check(source, &site).with_context(|| format!("while looking at: {name}"))?;
        report.findings.dedup();
        outcome.checks += 1;
        outcome.looked_at += report.looked_at;
        let sign = if report.findings.is_empty() { '✓' } else { '✗' };
        println!("  {sign} {name} ({})", report.looked_at);
        for finding in report.findings.iter().take(MOST) {
            println!("    {finding}");
        }
        if report.findings.len() > MOST {
            println!("    … and {} more", report.findings.len() - MOST);
        }
        outcome.findings.extend(report.findings);
        outcome.elsewhere.extend(report.elsewhere);
    }
    Ok(outcome)
}

/// The check of addresses alone, of a server that is ours.
///
/// # Errors
/// If one does not answer, or one that leads elsewhere is none.
pub fn links_alone(source: &dyn Source, address: &str) -> Result<()> {
    let report = links::all(source, &Site::open(source, address)?)?;
    let listed: Vec<String> = report.findings.iter().take(MOST).map(ToString::to_string).collect();
    ensure!(
        report.findings.is_empty(),
        "{} addresses to mend, such as\n    {}",
        report.findings.len(),
        listed.join("\n    ")
    );
    eprintln!("  {} addresses answer; {} lead elsewhere", report.looked_at, report.elsewhere.len());
    Ok(())
}

/// The command. `external`: a file for the list of all links that lead elsewhere.
///
/// # Errors
/// If there is something to mend, after all of it was named.
pub fn run_command(address: &str, external: Option<&Path>) -> Result<()> {
    let outcome = all(&Live::new(), address)?;
    if let Some(file) = external {
        fs::write(file, outcome.elsewhere.iter().map(|it| format!("{it}\n")).collect::<String>())?;
        println!("  {} links that lead elsewhere are listed in {}", outcome.elsewhere.len(), file.display());
    }
    println!("{} checks, {} addresses", outcome.checks, outcome.looked_at);
    ensure!(outcome.findings.is_empty(), "{} to mend, named above", outcome.findings.len());
    Ok(())
}

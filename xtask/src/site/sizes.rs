//! The sizes against the budgets, printed by every build. A published build that is over one of them fails, and says what
//! grew since the sizes were last written down.

use super::assets::Assets;
use crate::steps::{output, program};
use anyhow::{Context, Result, bail, ensure};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The sizes written down last: what, and bytes after compression.
const WRITTEN_DOWN: &str = "xtask/src/site/sizes.csv";

/// What a page may weigh, an embed, the module, the chart code: after compression, as the contract has it.
const PAGE: u64 = 25_000;
const EMBED: u64 = 15_000;
const MODULE: u64 = 190_000;
const CHART: u64 = 185_000;

/// Something a reader's phone has to fetch.
struct Weighed {
    name: String,
    files: Vec<PathBuf>,
    budget: Option<u64>,
}

/// Weighs the site after compression (brotli 11) and prints it beside the budgets and what it was before.
///
/// # Errors
/// If the module is shrunk, as it is published, and something is over its budget.
pub fn weigh(out: &Path, assets: &Assets, shrunk: bool, write_down: bool) -> Result<()> {
    let mut all = code(out, assets, shrunk);
    all.extend(largest_documents(out)?);
    let version = ["index.json", "indicators/dti.json"].map(|it| (it.to_owned(), out.join("data/latest").join(it)));
    all.extend(version.map(|(name, file)| Weighed { name, files: vec![file], budget: None }));

    let paths: Vec<&PathBuf> = all.iter().flat_map(|it| &it.files).collect();
    let mut measure = program("node", &["tools/sizes.mjs"]);
    measure.args(&paths);
    let measured = output(measure)?;
    ensure!(measured.lines().count() == paths.len(), "tools/sizes.mjs weighed another number of files");
    let mut numbers = measured
        .lines()
        .map(|line| line.split_once(' ').and_then(|(a, b)| Some((a.parse::<u64>().ok()?, b.parse::<u64>().ok()?))));

    let before = written_down()?;
    let (mut over, mut now) = (Vec::new(), String::new());
    eprintln!("  {:<34} {:>10} {:>10} {:>10} {:>10}", "compressed bytes", "raw", "brotli", "budget", "was");
    for it in &all {
        let (mut raw, mut brotli) = (0, 0);
        for _ in &it.files {
            let (one, small) = numbers.next().flatten().context("tools/sizes.mjs said no numbers")?;
            raw += one;
            brotli += small;
        }
        let was = before.get(&it.name).copied();
        let budget = it.budget.map(|budget| budget.to_string()).unwrap_or_default();
        let grown = was.filter(|was| *was != brotli).map(|was| was.to_string()).unwrap_or_default();
        eprintln!("  {:<34} {raw:>10} {brotli:>10} {budget:>10} {grown:>10}", it.name);
        now.push_str(&format!("{},{brotli}\n", it.name));
        if let Some(budget) = it.budget.filter(|budget| brotli > *budget) {
            let was = was.map(|was| format!(", and was {was}")).unwrap_or_default();
            over.push(format!("{} is {brotli} bytes, {} over its budget of {budget}{was}", it.name, brotli - budget));
        }
    }
    if write_down {
        fs::write(WRITTEN_DOWN, format!("what,brotli\n{now}"))?;
    }
    if shrunk && !over.is_empty() {
        bail!(
            "The site is heavier than its readers were promised:\n  {}\nMake it lighter; what grew stands beside “was” above.",
            over.join("\n  ")
        );
    }
    Ok(())
}

fn code(out: &Path, assets: &Assets, shrunk: bool) -> Vec<Weighed> {
    let of = |name: &str, files: &[&String], budget: Option<u64>| Weighed {
        name: name.to_owned(),
        files: files.iter().map(|file| out.join(file)).collect(),
        budget,
    };
    let parts = |parts: &[String], of: fn(&String) -> bool| -> Vec<String> {
        parts.iter().filter(|it| of(it)).cloned().collect()
    };
    let (figures, taking) = (parts(&assets.figures, |_| true), parts(&assets.taking, |it| it.contains("split_")));
    vec![
        of(if shrunk { "module" } else { "module, not shrunk" }, &[&assets.module], Some(MODULE)),
        of("module: panes and charts", &figures.iter().collect::<Vec<_>>(), Some(MODULE)),
        of("module: taking away", &taking.iter().collect::<Vec<_>>(), None),
        of("start script", &[&assets.script], None),
        of("from page to page", &[&assets.site], None),
        of("service worker", &[&super::worker::NAME.to_owned()], None),
        of("chart code", &[&assets.chart], Some(CHART)),
        of("pictures, workbooks", &[&assets.tools], None),
        of("embed script", &[&assets.embed], None),
    ]
}

/// The largest document of each kind: whatever stands in one folder, in one language; the plain size tells which.
fn largest_documents(out: &Path) -> Result<Vec<Weighed>> {
    let mut largest: BTreeMap<String, (u64, PathBuf)> = BTreeMap::new();
    for entry in walkdir::WalkDir::new(out).into_iter().filter_entry(|it| it.depth() != 1 || it.file_name() != "data") {
        let entry = entry?;
        if entry.file_name() != "index.html" {
            continue;
        }
        let below = entry.path().strip_prefix(out)?.parent().map(|it| it.display().to_string()).unwrap_or_default();
        let (size, known) = (entry.metadata()?.len(), largest.entry(kind(&below)).or_default());
        if size > known.0 {
            *known = (size, entry.into_path());
        }
    }
    let weighed = |(kind, (_, file)): (String, (u64, PathBuf))| Weighed {
        budget: Some(if ["nhung/…", "en/embed/…"].contains(&kind.as_str()) { EMBED } else { PAGE }),
        name: kind,
        files: vec![file],
    };
    Ok(largest.into_iter().map(weighed).collect())
}

/// What a document is one of: its folder, and whether it lies below it.
fn kind(below: &str) -> String {
    let (language, inside) = match below.strip_prefix("en") {
        Some(rest) => ("en/", rest.trim_start_matches('/')),
        None => ("", below),
    };
    match inside.split_once('/') {
        Some((folder, _)) => format!("{language}{folder}/…"),
        None => format!("{language}{inside}"),
    }
}

fn written_down() -> Result<BTreeMap<String, u64>> {
    let Ok(text) = fs::read_to_string(WRITTEN_DOWN) else { return Ok(BTreeMap::new()) };
    let line = |line: &str| {
        let (name, size) = line.rsplit_once(',').with_context(|| format!("{WRITTEN_DOWN}: “{line}”"))?;
        Ok((name.to_owned(), size.parse().with_context(|| format!("{WRITTEN_DOWN}: “{line}”"))?))
    };
    text.lines().skip(1).map(line).collect()
}

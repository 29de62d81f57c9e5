//! The sizes against the budgets, printed by every build.

use super::assets::Assets;
use crate::steps::{output, program};
use anyhow::Result;
use std::path::Path;

/// Bytes after compression (brotli 11) of what a reader's phone has to fetch, beside the budget.
pub fn print(out: &Path, assets: &Assets, shrunk: bool) -> Result<()> {
    const PAGE: u32 = 25_000;
    let mut files: Vec<(&str, String, u32)> = vec![
        (if shrunk { "module" } else { "module, not shrunk" }, assets.module.clone(), if shrunk { 190_000 } else { 0 }),
        ("chart code", assets.chart.clone(), 185_000),
        ("start script", assets.script.clone(), 0),
        ("from page to page", assets.site.clone(), 3_000),
        ("service worker", super::worker::NAME.into(), 0),
        ("home", "index.html".into(), PAGE),
        ("compare", "so-sanh/index.html".into(), PAGE),
        ("theme", "chu-de/broadband/index.html".into(), PAGE),
        ("indicator, 63 places", "chi-so/dti/index.html".into(), PAGE),
        ("province", "tinh/dong-nai-cu/index.html".into(), PAGE),
        ("one source", "nguon/dongthap-2023-04-07/index.html".into(), PAGE),
        ("sources", "nguon/index.html".into(), PAGE),
        ("method", "phuong-phap/index.html".into(), PAGE),
        ("embed, 63 places", "nhung/dti/index.html".into(), 15_000),
        ("embed script", assets.embed.clone(), 0),
        ("pictures, workbooks", assets.tools.clone(), 0),
        ("index.json", "data/latest/index.json".into(), 0),
        ("an indicator's figures", "data/latest/indicators/dti.json".into(), 0),
    ];
    let parts = assets
        .figures
        .iter()
        .map(|it| ("panes and charts", it))
        .chain(assets.taking.iter().map(|it| ("taking away", it)));
    files.extend(parts.map(|(name, file)| (name, file.clone(), 0)));
    let paths: Vec<String> = files.iter().map(|(_, path, _)| out.join(path).display().to_string()).collect();
    let mut measure = program("node", &["tools/sizes.mjs"]);
    measure.args(&paths);
    let measured = output(measure)?;
    eprintln!("  {:<24} {:>10} {:>10} {:>10}", "compressed bytes", "raw", "brotli", "budget");
    for ((name, _, budget), line) in files.iter().zip(measured.lines()) {
        let mut numbers = line.split(' ').map(|n| n.parse::<u32>().unwrap_or(0));
        let (raw, brotli) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
        let verdict = match *budget {
            0 => String::new(),
            budget if brotli <= budget => format!("{budget:>10}"),
            budget => format!("{budget:>10}  over by {}", brotli - budget),
        };
        eprintln!("  {name:<24} {raw:>10} {brotli:>10} {verdict}");
    }
    Ok(())
}

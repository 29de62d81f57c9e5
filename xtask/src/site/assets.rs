//! The module, the start script, the chart code and the style, each named by its content.

use super::module;
use crate::steps::{program, run, step};
use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// A text for inlining into a document, with its hash as a content policy names it.
#[derive(Debug, Clone)]
pub struct Inlined {
    /// Minified.
    pub text: String,
    /// `sha256-…`.
    pub hash: String,
}

/// Addresses below the base of the published files, and what is inlined.
#[derive(Debug, Clone)]
pub struct Assets {
    /// The script that goes from page to page.
    pub site: String,
    /// The start script.
    pub script: String,
    /// The WebAssembly module: what it starts with.
    pub module: String,
    /// Its files that make panes and charts.
    pub figures: Vec<String>,
    /// Its files that make what is taken away.
    pub taking: Vec<String>,
    /// Its files that make the builder of embeds.
    pub builder: Vec<String>,
    /// The chart code.
    pub chart: String,
    /// What makes pictures and workbooks in the browser.
    pub tools: String,
    /// The fonts of pictures.
    pub fonts: Vec<String>,
    /// The script of embeds.
    pub embed: String,
    /// The style sheet of pages.
    pub style: Inlined,
    /// The style sheet of embeds.
    pub embed_style: Inlined,
    /// The style sheet of the page that the worker shows where it has no other.
    pub offline_style: Inlined,
    /// The script that runs in a page before the first paint.
    pub pending: Inlined,
    /// The one that runs in an embed before the first paint.
    pub early: Inlined,
    /// Each published file: name below the base, and where it was made.
    files: Vec<(String, PathBuf)>,
}

impl Assets {
    /// What a document and the files it names have in common, the data version with them.
    pub fn build(&self, version: &str) -> String {
        let mut all: Vec<&str> = self.names().collect();
        let inlined = [&self.style, &self.embed_style, &self.offline_style, &self.pending, &self.early];
        all.extend(inlined.map(|it| &*it.hash));
        all.push(version);
        short(all.join("\n").as_bytes())
    }

    /// The published files, below the base.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(name, _)| &**name)
    }
}

/// A name made from content.
fn short(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// How scripts of pages are bundled that are no modules.
pub const CLASSIC: [&str; 3] = ["--bundle", "--format=iife", "--target=es2022"];

/// Makes all of them in `staged`; what has not changed is not made again. While working on a page the module is not
/// shrunk: that takes long and changes only its size.
pub fn make(staged: &Path, shrink: bool) -> Result<Assets> {
    let module = module::make(staged, shrink)?;
    let mut files: Vec<(String, PathBuf)> = Vec::new();
    let mut named = |file: &Path, stem: &str, ending: &str| -> Result<String> {
        let content = fs::read(file).with_context(|| format!("{}", file.display()))?;
        let name = format!("assets/{stem}.{}.{ending}", short(&content));
        files.push((name.clone(), file.to_owned()));
        Ok(name)
    };
    let mut parts = BTreeMap::new();
    for (stem, file) in &module.parts {
        parts.insert(stem.clone(), named(file, stem, "wasm")?);
    }
    // The script that fetches them stands beside them.
    let beside = |name: &String| name.trim_start_matches("assets/").to_owned();
    module.name_parts(&parts.iter().map(|(stem, name)| (stem.clone(), beside(name))).collect())?;
    let needs = |part: &str| -> Vec<String> {
        let stems = module.needs.get(part).into_iter().flatten();
        stems.filter_map(|stem| parts.get(stem).cloned()).collect()
    };
    let [figures, taking, builder] = ["figures", "take", "builder"].map(needs);
    let glue = &module.glue;
    let alias = format!("--alias:app-module={}", glue.display());
    let script = bundle(staged, "src/browser/boot.js", &["--bundle", "--format=esm", "--target=es2022", &alias])?;
    let site = bundle(staged, "src/browser/site.js", &CLASSIC)?;
    let embed = bundle(staged, "src/browser/embed.js", &["--bundle", "--format=iife", "--target=es2020"])?;
    let chart = staged.join("chart").join("chart.js");
    let tools = staged.join("chart").join("take.js");
    let mut chart_inputs: Vec<String> = vec!["package-lock.json".into()];
    for entry in walkdir::WalkDir::new("chart").sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            chart_inputs.push(entry.path().display().to_string());
        }
    }
    let chart_inputs: Vec<&str> = chart_inputs.iter().map(String::as_str).collect();
    if changed(&staged.join("chart"), &chart_inputs)? {
        step("chart code", || {
            run(program("node", &["chart/build.mjs", &chart.display().to_string(), &tools.display().to_string()]))
        })?;
        mark(&staged.join("chart"), &chart_inputs)?;
    }
    let still = still(staged)?;
    let fonts = FONTS
        .iter()
        .map(|font| named(&Path::new("chart/fonts").join(format!("{font}.woff2")), font, "woff2"))
        .collect::<Result<_>>()?;
    let [site, script, module, chart, tools, embed] = [
        named(&site, "site", "js")?,
        named(&script, "app", "js")?,
        named(&module.main, "app", "wasm")?,
        named(&chart, "chart", "js")?,
        named(&tools, "take", "js")?,
        named(&embed, "embed", "js")?,
    ];
    Ok(Assets { site, script, module, figures, taking, builder, chart, tools, fonts, embed, files, ..still })
}

/// Makes what stands in the documents themselves. The files they name beside that are not made: for looking at what is
/// read without them.
pub fn still(staged: &Path) -> Result<Assets> {
    let inlined = |entry: &str, arguments: &[&str]| -> Result<Inlined> {
        let text = fs::read_to_string(bundle(staged, entry, arguments)?)?.trim().to_owned();
        let hash = format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(&text)));
        Ok(Inlined { text, hash })
    };
    let none = |ending: &str| format!("assets/none.{ending}");
    Ok(Assets {
        site: none("js"),
        script: none("js"),
        module: none("wasm"),
        figures: Vec::new(),
        taking: Vec::new(),
        builder: Vec::new(),
        chart: none("js"),
        tools: none("js"),
        fonts: Vec::new(),
        embed: none("js"),
        style: inlined("style/main.css", &["--bundle"])?,
        embed_style: inlined("style/embed.css", &["--bundle"])?,
        offline_style: inlined("style/offline.css", &["--bundle"])?,
        pending: inlined("src/browser/pending.js", &CLASSIC)?,
        early: inlined("src/browser/embed-early.js", &["--bundle", "--format=iife", "--target=es2020"])?,
        files: Vec::new(),
    })
}

/// The fonts of pictures, in `chart/fonts/`.
const FONTS: [&str; 3] = ["regular", "bold", "signs"];

/// One script or style, minified into `staged` under its own name.
pub fn bundle(staged: &Path, entry: &str, arguments: &[&str]) -> Result<PathBuf> {
    let name = Path::new(entry).file_name().with_context(|| format!("{entry} is no file"))?;
    let out = staged.join(name);
    let outfile = format!("--outfile={}", out.display());
    let mut esbuild = program("node", &["node_modules/esbuild/bin/esbuild", entry, "--minify", "--log-level=error"]);
    esbuild.args(arguments).arg(outfile);
    run(esbuild)?;
    Ok(out)
}

/// Copies them and everything in `public/` into the site.
pub fn publish(assets: &Assets, out: &Path) -> Result<()> {
    fs::create_dir_all(out.join("assets"))?;
    for (name, file) in &assets.files {
        fs::copy(file, out.join(name))?;
    }
    for entry in walkdir::WalkDir::new("public") {
        let entry = entry?;
        let below = entry.path().strip_prefix("public")?;
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(out.join(below))?,
            false => fs::copy(entry.path(), out.join(below)).map(|_| ())?,
        }
    }
    // The chart code is other people's work: their licences travel with it.
    for (from, to) in [
        ("echarts/LICENSE", "echarts.LICENSE.txt"),
        ("echarts/NOTICE", "echarts.NOTICE.txt"),
        ("zrender/LICENSE", "zrender.LICENSE.txt"),
    ] {
        let from = Path::new("node_modules").join(from);
        fs::copy(&from, out.join("assets").join(to)).with_context(|| format!("{}", from.display()))?;
    }
    Ok(())
}

fn digest(inputs: &[&str]) -> Result<Vec<u8>> {
    let mut hasher = Sha256::new();
    for input in inputs {
        hasher.update(fs::read(input).with_context(|| input.to_string())?);
    }
    Ok(hasher.finalize().to_vec())
}

pub(super) fn changed(folder: &Path, inputs: &[&str]) -> Result<bool> {
    fs::create_dir_all(folder)?;
    Ok(fs::read(folder.join(".made-from")).ok() != Some(digest(inputs)?))
}

pub(super) fn mark(folder: &Path, inputs: &[&str]) -> Result<()> {
    Ok(fs::write(folder.join(".made-from"), digest(inputs)?)?)
}

//! The module, the start script, the chart code and the style, each named by its content.

use crate::steps::{program, run, step};
use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
};
use wasm_bindgen_cli_support::Bindgen;

const WASM: &str = "target/wasm32-unknown-unknown/release/app.wasm";

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
    /// The start script.
    pub script: String,
    /// The WebAssembly module.
    pub module: String,
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
    /// The script that runs in a page before the first paint.
    pub pending: Inlined,
    /// The one that runs in an embed before the first paint.
    pub early: Inlined,
    /// Each published file: name below the base, and where it was made.
    files: Vec<(String, PathBuf)>,
}

/// Makes all of them in `staged`; what has not changed is not made again. While working on a page the module is not
/// shrunk: that takes long and changes only its size.
pub fn make(staged: &Path, shrink: bool) -> Result<Assets> {
    let package = staged.join("module");
    let optimised = package.join("app_bg.opt.wasm");
    let inputs = [WASM, "src/browser/load.js", "package-lock.json"];
    if changed(&package, &inputs)? {
        step("binding the module", || bind(Path::new(WASM), "app", &package))?;
        if optimised.exists() {
            fs::remove_file(&optimised)?;
        }
        mark(&package, &inputs)?;
    }
    if shrink && !optimised.exists() {
        step("shrinking the module", || smaller(&package.join("app_bg.wasm"), &optimised))?;
    }
    let module = if shrink { optimised } else { package.join("app_bg.wasm") };
    let glue = fs::canonicalize(package.join("app.js"))?;
    let alias = format!("--alias:app-module={}", glue.display());
    let script = bundle(staged, "src/browser/boot.js", &["--bundle", "--format=esm", "--target=es2022", &alias])?;
    let embed = bundle(staged, "src/browser/embed.js", &["--target=es2020"])?;
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
    let mut assets = still(staged)?;
    let mut named = |file: &Path, stem: &str, ending: &str| -> Result<String> {
        let content = fs::read(file).with_context(|| format!("{}", file.display()))?;
        let hash: String = Sha256::digest(&content).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("assets/{stem}.{hash}.{ending}");
        assets.files.push((name.clone(), file.to_owned()));
        Ok(name)
    };
    let fonts = FONTS
        .iter()
        .map(|font| named(&Path::new("chart/fonts").join(format!("{font}.woff2")), font, "woff2"))
        .collect::<Result<_>>()?;
    let [script, module, chart, tools, embed] = [
        named(&script, "app", "js")?,
        named(&module, "app", "wasm")?,
        named(&chart, "chart", "js")?,
        named(&tools, "take", "js")?,
        named(&embed, "embed", "js")?,
    ];
    Ok(Assets { script, module, chart, tools, fonts, embed, ..assets })
}

/// Binds a compiled module to its JavaScript: `name.js` and `name_bg.wasm` in a folder.
///
/// # Errors
/// If it was not compiled for the version of wasm-bindgen that is linked here.
pub fn bind(wasm: &Path, name: &str, into: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .web(true)?
        .typescript(false)
        .out_name(name)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .generate(into)
}

/// Writes a module anew as small as it can be.
///
/// # Errors
/// If the tool fails.
pub fn smaller(module: &Path, out: &Path) -> Result<()> {
    // Debian's wasm-opt breaks the module; npm's works with exactly these features (see ARCHITECTURE.md).
    let features =
        ["bulk-memory", "reference-types", "sign-ext", "mutable-globals", "nontrapping-float-to-int", "multivalue"];
    let mut shrink = program("node", &["node_modules/binaryen/bin/wasm-opt", "-Oz"]);
    shrink.args(features.map(|f| format!("--enable-{f}"))).arg(module).arg("-o").arg(out);
    run(shrink)
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
        script: none("js"),
        module: none("wasm"),
        chart: none("js"),
        tools: none("js"),
        fonts: Vec::new(),
        embed: none("js"),
        style: inlined("style/main.css", &["--bundle"])?,
        embed_style: inlined("style/embed.css", &["--bundle"])?,
        pending: inlined("src/browser/pending.js", &[])?,
        early: inlined("src/browser/embed-early.js", &["--target=es2020"])?,
        files: Vec::new(),
    })
}

/// The fonts of pictures, in `chart/fonts/`.
const FONTS: [&str; 3] = ["regular", "bold", "signs"];

/// One script or style, minified into `staged` under its own name.
fn bundle(staged: &Path, entry: &str, arguments: &[&str]) -> Result<PathBuf> {
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

fn changed(folder: &Path, inputs: &[&str]) -> Result<bool> {
    fs::create_dir_all(folder)?;
    Ok(fs::read(folder.join(".made-from")).ok() != Some(digest(inputs)?))
}

fn mark(folder: &Path, inputs: &[&str]) -> Result<()> {
    Ok(fs::write(folder.join(".made-from"), digest(inputs)?)?)
}

//! The module, the start script, the chart code and the style, each named by its content.

use crate::steps::{program, run, step};
use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};
use wasm_bindgen_cli_support::Bindgen;

const WASM: &str = "target/wasm32-unknown-unknown/release/app.wasm";

/// Addresses below the base of the published files, and the style with its hash.
#[derive(Debug, Clone)]
pub struct Assets {
    /// The start script.
    pub script: String,
    /// The WebAssembly module.
    pub module: String,
    /// The chart code.
    pub chart: String,
    /// The style sheet, minified, for inlining.
    pub style: String,
    /// Its hash as a content policy names it.
    pub style_hash: String,
    /// The script that runs before the first paint, minified, for inlining.
    pub pending: String,
    /// Its hash as a content policy names it.
    pub pending_hash: String,
    /// Each published file: name below the base, and where it was made.
    files: Vec<(String, std::path::PathBuf)>,
}

/// Makes all of them in `staged`; what has not changed is not made again. While working on a page the module is not
/// shrunk: that takes long and changes only its size.
pub fn make(staged: &Path, shrink: bool) -> Result<Assets> {
    let package = staged.join("module");
    let optimised = package.join("app_bg.opt.wasm");
    let inputs = [WASM, "src/browser/load.js", "package-lock.json"];
    if changed(&package, &inputs)? {
        step("binding the module", || {
            Bindgen::new()
                .input_path(WASM)
                .web(true)?
                .typescript(false)
                .out_name("app")
                .remove_name_section(true)
                .remove_producers_section(true)
                .omit_default_module_path(true)
                .generate(&package)
        })?;
        if optimised.exists() {
            fs::remove_file(&optimised)?;
        }
        mark(&package, &inputs)?;
    }
    if shrink && !optimised.exists() {
        step("shrinking the module", || {
            // Debian's wasm-opt breaks the module; npm's works with exactly these features (see ARCHITECTURE.md).
            let mut shrink = program("node", &["node_modules/binaryen/bin/wasm-opt", "-Oz"]);
            shrink
                .args(
                    [
                        "bulk-memory",
                        "reference-types",
                        "sign-ext",
                        "mutable-globals",
                        "nontrapping-float-to-int",
                        "multivalue",
                    ]
                    .map(|f| format!("--enable-{f}")),
                )
                .arg(package.join("app_bg.wasm"))
                .arg("-o")
                .arg(&optimised);
            run(shrink)
        })?;
    }
    let module = if shrink { optimised } else { package.join("app_bg.wasm") };
    let script = staged.join("app.js");
    let glue = fs::canonicalize(package.join("app.js"))?;
    run(program(
        "node",
        &[
            "node_modules/esbuild/bin/esbuild",
            "src/browser/boot.js",
            "--bundle",
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--log-level=error",
            &format!("--alias:app-module={}", glue.display()),
            &format!("--outfile={}", script.display()),
        ],
    ))?;
    let chart = staged.join("chart").join("chart.js");
    let chart_inputs =
        ["chart/bundle.js", "chart/build.mjs", "chart/echarts.js", "chart/colours.json", "package-lock.json"];
    if changed(&staged.join("chart"), &chart_inputs)? {
        step("chart code", || run(program("node", &["chart/build.mjs", &chart.display().to_string()])))?;
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
    let (script, module, chart) =
        (named(&script, "app", "js")?, named(&module, "app", "wasm")?, named(&chart, "chart", "js")?);
    Ok(Assets { script, module, chart, ..assets })
}

/// Makes what stands in the pages themselves; the files they name are none.
pub fn still(staged: &Path) -> Result<Assets> {
    let style_file = staged.join("style.min.css");
    run(program(
        "node",
        &[
            "node_modules/esbuild/bin/esbuild",
            "style/main.css",
            "--bundle",
            "--minify",
            "--log-level=error",
            &format!("--outfile={}", style_file.display()),
        ],
    ))?;
    let pending_file = staged.join("pending.min.js");
    run(program(
        "node",
        &[
            "node_modules/esbuild/bin/esbuild",
            "src/browser/pending.js",
            "--minify",
            "--log-level=error",
            &format!("--outfile={}", pending_file.display()),
        ],
    ))?;
    let pending = fs::read_to_string(&pending_file)?.trim().to_owned();
    let pending_hash = format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(&pending)));
    let style = fs::read_to_string(&style_file)?.trim().to_owned();
    let style_hash = format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(&style)));

    let none = |ending: &str| format!("assets/none.{ending}");
    Ok(Assets {
        script: none("js"),
        module: none("wasm"),
        chart: none("js"),
        style,
        style_hash,
        pending,
        pending_hash,
        files: Vec::new(),
    })
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

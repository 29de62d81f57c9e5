//! The WebAssembly module: parted into the files that its code asks for, bound to the browser, shrunk.

use super::assets::{changed, mark};
use crate::steps::{cargo, output, program, run, step};
use anyhow::{Context, Result, anyhow, ensure};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use wasm_bindgen_cli_support::Bindgen;

const WASM: &str = "target/wasm32-unknown-unknown/release/app.wasm";

/// The script that fetches the parts, as the splitter writes it and as it is published.
const LINK: &str = "__wasm_split.js";

/// The files of the module.
pub struct Module {
    /// The script that starts it.
    pub glue: PathBuf,
    /// What it starts with.
    pub main: PathBuf,
    /// What is fetched when it is first needed: name in the scripts and file.
    pub parts: Vec<(String, PathBuf)>,
    /// Which of them each part of the code needs, by the name it is declared with (`later!`).
    pub needs: BTreeMap<String, Vec<String>>,
    folder: PathBuf,
}

/// Compiles it. What it would say of itself if it failed names files: those of other people's crates by crate, not by the
/// folder in which this machine keeps them. So it has the same bytes wherever it is made.
///
/// # Errors
/// If it does not compile.
pub fn compile() -> Result<()> {
    // One list of flags replaces the other: the first two are those of `.cargo/config.toml`.
    let mut flags = vec!["--cfg".to_owned(), "erase_components".to_owned()];
    flags.extend(folders_of_crates()?.iter().map(|folder| format!("--remap-path-prefix={folder}=crates")));
    let flags = format!("target.wasm32-unknown-unknown.rustflags={}", serde_json::to_string(&flags)?);
    run(cargo(&[
        "rustc",
        "--quiet",
        "--config",
        &flags,
        "--release",
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        "hydrate",
        "--bin",
        "app",
        "--",
        // What parts the module into files needs to know what refers to what.
        "-C",
        "link-args=--emit-relocs",
    ]))
}

/// The folders that hold the crates of registries.
fn folders_of_crates() -> Result<BTreeSet<String>> {
    let metadata = output(cargo(&["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo metadata is not JSON")?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let from_elsewhere = packages.iter().filter(|it| !it["source"].is_null());
    let manifests = from_elsewhere.filter_map(|it| it["manifest_path"].as_str());
    Ok(manifests.filter_map(|it| Path::new(it).parent()?.parent()?.to_str()).map(str::to_owned).collect())
}

/// Makes it in `staged`, unless it is there already. While working on a page it is not shrunk: that takes long and
/// changes only its size.
pub fn make(staged: &Path, shrink: bool) -> Result<Module> {
    let folder = staged.join("module");
    let inputs = [WASM, "src/browser/load.js", "package-lock.json"];
    if changed(&folder, &inputs)? {
        fs::remove_dir_all(&folder)?;
        fs::create_dir_all(&folder)?;
        step("parting and binding the module", || bind(&folder))?;
        mark(&folder, &inputs)?;
    }
    let needs: BTreeMap<String, Vec<String>> = serde_json::from_slice(&fs::read(folder.join("needs.json"))?)?;
    let mut stems: Vec<&String> = needs.values().flatten().collect();
    stems.sort();
    stems.dedup();
    let file = |stem: &str| folder.join(format!("{stem}{}.wasm", if shrink { ".small" } else { "" }));
    let parts: Vec<(String, PathBuf)> = stems.into_iter().map(|stem| (stem.clone(), file(stem))).collect();
    if shrink {
        for stem in parts.iter().map(|(stem, _)| stem.as_str()).chain(["app_bg"]) {
            if !file(stem).exists() {
                step(&format!("shrinking {stem}"), || smaller(&folder.join(format!("{stem}.wasm")), &file(stem)))?;
            }
        }
    }
    Ok(Module { glue: fs::canonicalize(folder.join("app.js"))?, main: file("app_bg"), parts, needs, folder })
}

impl Module {
    /// Writes the names under which the parts are published into the script that fetches them.
    ///
    /// # Errors
    /// If the script does not look as the splitter wrote it when this was made.
    pub fn name_parts(&self, names: &BTreeMap<String, String>) -> Result<()> {
        let mut script = fs::read_to_string(self.folder.join("link.js"))?;
        for (stem, name) in names {
            let (from, to) = (format!("\"./{stem}.wasm\""), format!("\"./{name}\""));
            ensure!(script.contains(&from), "{LINK} does not fetch {stem}.wasm");
            script = script.replace(&from, &to);
        }
        // By the file's bytes: a host that calls WebAssembly by another type is no reason to fail. A file that hangs is one
        // that does not come.
        let (from, to) = ("WebAssembly.instantiateStreaming(src, imports)", "instantiate(src, imports)");
        ensure!(names.is_empty() || script.contains(from), "{LINK} instantiates its parts in another way");
        script = script.replace(from, to);
        script.push_str(
            "async function instantiate(source, imports) {
    const late = new Promise((_, fail) => setTimeout(fail, 20000, new Error(\"20 s\")));
    const response = await Promise.race([source, late]);
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return WebAssembly.instantiate(await Promise.race([response.arrayBuffer(), late]), imports);
}
",
        );
        Ok(fs::write(self.folder.join(LINK), script)?)
    }
}

fn bind(folder: &Path) -> Result<()> {
    let whole = fs::read(WASM).with_context(|| WASM.to_owned())?;
    let first = folder.join("first.wasm");
    let link = format!("./{LINK}");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.link_name = &link;
    options.main_module = "./app.js";
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:?}"))?;
    fs::rename(folder.join(LINK), folder.join("link.js"))?;
    let needs: BTreeMap<_, _> = split.prefetch_map.into_iter().collect();
    fs::write(folder.join("needs.json"), serde_json::to_string_pretty(&needs)?)?;
    // What the parts share with the first file is exported by it.
    binder(&first, "app")?.keep_lld_exports(true).demangle(false).generate(folder)
}

/// Binds a compiled module that is not parted: `name.js` and `name_bg.wasm` in a folder.
///
/// # Errors
/// If it was not compiled for the version of wasm-bindgen that is linked here.
pub fn bind_whole(wasm: &Path, name: &str, into: &Path) -> Result<()> {
    binder(wasm, name)?.generate(into)
}

fn binder(wasm: &Path, name: &str) -> Result<Bindgen> {
    let mut binder = Bindgen::new();
    binder
        .input_path(wasm)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true);
    Ok(binder)
}

/// Writes a module anew as small as it can be. Debian's wasm-opt breaks the module; npm's works with exactly these
/// features (see ARCHITECTURE.md).
///
/// # Errors
/// If the tool fails.
pub fn smaller(from: &Path, to: &Path) -> Result<()> {
    let mut shrink = program("node", &["node_modules/binaryen/bin/wasm-opt", "-Oz", "--strip-debug"]);
    let features =
        ["bulk-memory", "reference-types", "sign-ext", "mutable-globals", "nontrapping-float-to-int", "multivalue"];
    shrink.args(features.map(|feature| format!("--enable-{feature}"))).arg(from).arg("-o").arg(to);
    run(shrink)
}

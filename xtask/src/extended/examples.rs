//! The examples of the data page, taken out of the built page and run by the programs they are written for. Only the
//! origin is another: a server on this machine. All must give the answer that the indicator's JSON gives.

use super::{FOLDER, Outcome, libreoffice, python::python};
use crate::{
    site::{self, Settings},
    steps::{from_debian, is_there, output, program},
};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tinh_so::{address::Page, text::Locale};

const ORIGIN: &str = "https://tinhso.example";
/// In a folder of its host: an example that forgets the folder is found out.
const BASE: &str = "/mot/thu-muc/";
const INDICATOR: &str = "dti";
/// So many places the question asks for.
const TOP: usize = 5;
/// LibreOffice's import of a CSV as the page advises: comma, quotes, UTF-8, English.
const AS_ADVISED: &str = "CSV:44,34,76,1,,1033,false,true";

/// Places with their figures, the highest first.
type Answer = Vec<(String, f64)>;

/// What an example is run in.
struct Run<'a> {
    /// The code, with the address of the server.
    code: &'a str,
    /// The language of the page it stands on.
    locale: Locale,
    /// An empty folder.
    folder: &'a Path,
}

/// The name of an example on the page, and what runs it: the answer, or why it cannot be run here.
type Example = (&'static str, fn(&Run) -> Result<Result<Answer, String>>);

const EXAMPLES: [Example; 7] = [
    ("python", |run| with("python3", "python3", || printed(program("python3", &["-c", run.code]), run))),
    ("pandas", |run| match python() {
        Ok(python) => {
            let mut command = Command::new(python);
            command.args(["-c", run.code]);
            Ok(Ok(printed(command, run)?))
        }
        Err(reason) => Ok(Err(reason)),
    }),
    ("r", |run| {
        with("Rscript", "r-base-core", || {
            fs::write(run.folder.join("example.R"), run.code)?;
            printed(program("Rscript", &["example.R"]), run)
        })
    }),
    ("jq", |run| with("jq", "jq", || printed(program("sh", &["-c", run.code]), run))),
    ("curl", |run| {
        with("curl", "curl", || {
            let said = output(prepared(program("sh", &["-e", "-c", run.code]), run))?;
            ensure!(said.trim() == "indicators/dti.csv: OK", "the checksum was not found right: {said}");
            of_csv(&run.folder.join("indicators/dti.csv"), run.locale)
        })
    }),
    ("libreoffice", |run| match libreoffice::missing() {
        Some(reason) => Ok(Err(reason)),
        None => opened_by_libreoffice(run).map(Ok),
    }),
    // Nobody can run the formula here; its address must be that of the table.
    ("google", |run| {
        with("curl", "curl", || {
            let address = run.code.strip_prefix("=IMPORTDATA(\"").and_then(|it| it.strip_suffix("\")"));
            let address = address.context("the formula is not =IMPORTDATA(\"…\")")?;
            let table = run.folder.join("table.csv");
            let mut fetch = program("curl", &["-fsS", "-o"]);
            fetch.arg(&table).arg(address);
            output(prepared(fetch, run))?;
            of_csv(&table, run.locale)
        })
    }),
];

/// Builds the pages, serves them, and runs every example of both languages.
pub(super) fn part(_: &Path) -> Result<Outcome> {
    let out = Path::new(FOLDER).join("pages");
    site::build_still(&Settings {
        repository: String::new(),
        base: BASE.to_owned(),
        origin: ORIGIN.to_owned(),
        out: out.clone(),
        shrink: false,
        compress: false,
        keep: false,
        write_sizes: false,
        worker: false,
        pictures_from: None,
        generated: None,
    })?;
    let host = site::host_aside(&out, BASE)?;
    let names = names(&out)?;
    let expected = of_json(&out)?;
    let (mut ran, mut skipped) = (0, Vec::new());
    for (name, run) in EXAMPLES {
        for locale in Locale::ALL {
            let examples = examples(&out, locale)?;
            let listed: Vec<&str> = examples.iter().map(|(id, _)| &**id).collect();
            ensure!(listed == EXAMPLES.map(|(id, _)| id), "the page has other examples: {listed:?}");
            let code = &examples.iter().find(|(id, _)| id == name).context("it is listed")?.1;
            ensure!(code.contains(&format!("{ORIGIN}{BASE}data/")), "{name} names no file of the site: {code}");
            let folder = std::env::current_dir()?.join(FOLDER).join("examples").join(name).join(locale.tag());
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            fs::create_dir_all(&folder)?;
            let code = code.replace(ORIGIN, &host.origin);
            let answer = run(&Run { code: &code, locale, folder: &folder })
                .with_context(|| format!("the example “{name}” ({}) failed:\n{code}", locale.tag()))?;
            match answer {
                Err(reason) if locale == Locale::Vi => skipped.push(format!("{name}: {reason}")),
                Err(_) => {}
                Ok(answer) => {
                    // JSON names places by their ids alone.
                    let id = |it: &str| names[locale as usize].get(it).cloned().unwrap_or_else(|| it.to_owned());
                    let ids: Answer = answer.iter().map(|(place, value)| (id(place), *value)).collect();
                    ensure!(
                        ids == expected,
                        "the example “{name}” ({}) answers {ids:?}; the JSON of {INDICATOR} says {expected:?}",
                        locale.tag()
                    );
                    let said: Vec<String> = answer.iter().map(|(place, value)| format!("{place} {value}")).collect();
                    eprintln!("  {name} ({}): {}", locale.tag(), said.join("; "));
                    ran += 1;
                }
            }
        }
    }
    let said: Vec<String> = expected.iter().map(|(place, value)| format!("{place} {value}")).collect();
    let passed = format!("{ran} examples ran and agree with {INDICATOR}.json: {}", said.join(", "));
    Ok(if skipped.is_empty() { Outcome::Passed(passed) } else { Outcome::Partly(passed, skipped) })
}

/// Runs it if the program is there or can be installed.
fn with(name: &str, package: &str, run: impl FnOnce() -> Result<Answer>) -> Result<Result<Answer, String>> {
    if !is_there(name) {
        if let Err(error) = from_debian(name, &["--no-install-recommends", package]) {
            return Ok(Err(format!("{name} could not be installed: {error:#}").replace('\n', " ")));
        }
        if !is_there(name) {
            return Ok(Err(format!("{name} is not there (apt-get install {package}, as root)")));
        }
    }
    run().map(Ok)
}

/// In its folder, in UTF-8, and past any proxy: the server is on this machine.
fn prepared(mut command: Command, run: &Run) -> Command {
    command.current_dir(run.folder).env("LC_ALL", "C.UTF-8");
    command.env("NO_PROXY", "127.0.0.1").env("no_proxy", "127.0.0.1");
    command
}

/// The answer a program prints: lines of a place, a tab and a figure.
fn printed(command: Command, run: &Run) -> Result<Answer> {
    let text = output(prepared(command, run))?;
    let line = |line: &str| {
        let (place, value) = line.split_once('\t').with_context(|| format!("no tab in “{line}”"))?;
        Ok((place.to_owned(), value.parse().with_context(|| format!("“{value}” is no number"))?))
    };
    text.lines().filter(|it| !it.trim().is_empty()).map(line).collect()
}

fn opened_by_libreoffice(run: &Run) -> Result<Answer> {
    let profile = std::env::current_dir()?.join(FOLDER).join("libreoffice");
    let mut open = program("soffice", &["--headless", "--norestore"]);
    open.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    open.arg(format!("--infilter={AS_ADVISED}"));
    // Numbers leave as English writes them, whatever they were shown as.
    open.args(["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false", "--outdir"]);
    open.arg(run.folder).arg(run.code);
    output(prepared(open, run))?;
    of_csv(&run.folder.join("dti.csv"), run.locale)
}

/// The answer by hand: actual figures of the newest period, sorted by value.
fn of_csv(path: &Path, locale: Locale) -> Result<Answer> {
    let text = fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let columns = reader.headers()?.clone();
    let column = |name: &str| columns.iter().position(|it| it == name).with_context(|| format!("no column {name}"));
    let place = column(locale.either("place_vi", "place_en"))?;
    let (period, status, value) = (column("period")?, column("status")?, column("value")?);
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row?;
        if &row[status] == "actual" && !row[value].is_empty() {
            rows.push((row[period].to_owned(), row[place].to_owned(), row[value].parse::<f64>()?));
        }
    }
    Ok(highest(rows))
}

fn highest(mut rows: Vec<(String, String, f64)>) -> Answer {
    let newest = rows.iter().map(|(period, ..)| period.clone()).max().unwrap_or_default();
    rows.retain(|(period, ..)| *period == newest);
    rows.sort_by(|a, b| b.2.total_cmp(&a.2));
    rows.into_iter().take(TOP).map(|(_, place, value)| (place, value)).collect()
}

/// What the site says.
fn of_json(out: &Path) -> Result<Answer> {
    let file = json(&out.join(format!("data/latest/indicators/{INDICATOR}.json")))?;
    let mut rows = Vec::new();
    for row in file["observations"].as_array().context("no observations")? {
        if row.get("status").is_none_or(|it| it == "actual")
            && let Some(value) = row["value"].as_f64()
        {
            let text = |key: &str| row[key].as_str().map(str::to_owned).with_context(|| format!("no {key}"));
            rows.push((text("period")?, text("place")?, value));
        }
    }
    let answer = highest(rows);
    ensure!(answer.len() == TOP, "{INDICATOR}.json has {} figures", answer.len());
    Ok(answer)
}

/// The id of each place by its name, in Vietnamese and in English.
fn names(out: &Path) -> Result<[BTreeMap<String, String>; 2]> {
    let catalog = json(&out.join("data/latest/catalog.json"))?;
    let places = catalog["places"].as_array().context("no places")?;
    let by_name = |language: &str| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        places.iter().map(|it| (text(&it["name"][language]), text(&it["id"]))).collect()
    };
    Ok(["vi", "en"].map(by_name))
}

fn json(path: &PathBuf) -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(path).with_context(|| format!("{}", path.display()))?)?)
}

/// The examples of a built page, as a reader would copy them.
fn examples(out: &Path, locale: Locale) -> Result<Vec<(String, String)>> {
    let path = out.join(Page::Data.to_path(locale)).join("index.html");
    let html = fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
    let mut found = Vec::new();
    for piece in html.split("<pre id=\"example-").skip(1) {
        let parts = piece.split_once('"').zip(piece.split_once("<code>").and_then(|(_, it)| it.split_once("</code>")));
        let Some(((id, _), (code, _))) = parts else { bail!("an example of {} has no code", path.display()) };
        ensure!(!code.contains('<'), "the example “{id}” has markup in its code");
        let code = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
            .into_iter()
            .fold(code.to_owned(), |code, (entity, sign)| code.replace(entity, sign));
        found.push((id.to_owned(), code));
    }
    Ok(found)
}

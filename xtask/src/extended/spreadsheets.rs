//! What an editor's spreadsheet does to the tables: LibreOffice opens every CSV, saves it as a workbook, and saves that as
//! CSV again. After `check-data --fix` the record must be the same, or the check must name every figure that is not.

use super::{Outcome, libreoffice::missing};
use crate::{
    steps::{output, program},
    tables::{self, mend},
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use tinh_so::domain::Record;

const FOLDER: &str = "target/extended/spreadsheets";

/// How a spreadsheet was set when it opened and saved the tables. The numbers are the tokens of LibreOffice's CSV filter:
/// separator, quote, encoding (76 is UTF-8), first line, columns, language (1066 is Vietnamese).
struct Way {
    name: &'static str,
    opened: &'static str,
    /// Every column as text, as `data/README.md` advises.
    as_text: bool,
    workbook: &'static str,
    saved: &'static str,
}

const WAYS: [Way; 3] = [
    Way {
        name: "every column as text",
        opened: "CSV:44,34,76,1,",
        as_text: true,
        workbook: "ods",
        saved: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
    },
    Way {
        name: "as it opens in English",
        opened: "CSV:44,34,76,1,,1033,false,true",
        as_text: false,
        workbook: "xlsx",
        saved: "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false",
    },
    Way {
        name: "as it opens in Vietnamese",
        opened: "CSV:44,34,76,1,,1066,false,true",
        as_text: false,
        workbook: "ods",
        saved: "csv:Text - txt - csv (StarCalc):59,34,76,1,,1066,false,true,false",
    },
];

/// The folders of tables below `data`: itself, and the wide lists.
const PARTS: [&str; 2] = ["", "lists"];

/// Sends the tables through LibreOffice in each of three ways.
///
/// # Errors
/// If LibreOffice is not there, or a table comes back saying something else without a word from the check.
pub(super) fn part(_: &Path) -> Result<Outcome> {
    if let Some(reason) = missing() {
        return Ok(Outcome::Skipped(reason));
    }
    let data = Path::new("data");
    let record = tables::load(data).context("the tables must be in order first")?;
    if Path::new(FOLDER).exists() {
        fs::remove_dir_all(FOLDER)?;
    }
    for way in WAYS {
        let folder = through_libreoffice(data, &way)?;
        let same = unchanged(data, &folder)?;
        mend(&folder)?;
        let came_back = came_back(data, &folder, &record, &way)?;
        eprintln!("  {}: {same} tables came back to the byte; {came_back}", way.name);
    }
    Ok(Outcome::Passed(format!("{} ways through LibreOffice", WAYS.len())))
}

/// Copies the tables, opens and saves each, and returns the folder of what came back.
fn through_libreoffice(data: &Path, way: &Way) -> Result<PathBuf> {
    let root = std::env::current_dir()?.join(FOLDER);
    let folder = root.join(way.name.replace(' ', "-")).join("data");
    fs::create_dir_all(&folder)?;
    fs::copy(data.join("version.txt"), folder.join("version.txt"))?;
    // Token 5: column/format, where 2 is text. More columns than a table has do no harm.
    let columns: Vec<String> = (1..=40).map(|column| format!("{column}/2")).collect();
    let opened = format!("{}{}", way.opened, if way.as_text { columns.join("/") } else { String::new() });
    for part in PARTS {
        let books = folder.with_file_name("workbooks").join(part);
        let tables = files(&data.join(part), "csv")?;
        convert(&root, &books, &[&format!("--infilter={opened}"), "--convert-to", way.workbook], &tables)?;
        convert(&root, &folder.join(part), &["--convert-to", way.saved], &files(&books, way.workbook)?)?;
    }
    Ok(folder)
}

fn convert(root: &Path, out: &Path, how: &[&str], files: &[PathBuf]) -> Result<()> {
    // A profile of our own: nothing of the user's is read or changed.
    let profile = format!("-env:UserInstallation=file://{}", root.join("profile").display());
    let mut command = program("soffice", &[&profile, "--headless", "--norestore"]);
    command.args(how).arg("--outdir").arg(out).args(files);
    output(command)?;
    let made = fs::read_dir(out).map(Iterator::count).unwrap_or_default();
    ensure!(made >= files.len(), "LibreOffice made {made} of {} files in {}", files.len(), out.display());
    Ok(())
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.retain(|path| path.extension().is_some_and(|found| found == ending));
    files.sort();
    Ok(files)
}

/// How many tables are the same to the byte before anything is mended.
fn unchanged(data: &Path, folder: &Path) -> Result<usize> {
    let mut same = 0;
    for part in PARTS {
        for path in files(&data.join(part), "csv")? {
            let name = path.file_name().context("a table has a name")?;
            same += usize::from(fs::read(&path)? == fs::read(folder.join(part).join(name))?);
        }
    }
    Ok(same)
}

/// What became of the record, in words.
fn came_back(data: &Path, folder: &Path, record: &Record, way: &Way) -> Result<String> {
    match tables::load(folder) {
        Ok(found) if found == *record => Ok("after --fix the record is the same".to_owned()),
        Ok(_) => bail!("{}: the record is another, and the check found nothing wrong with it", way.name),
        Err(problems) if way.as_text => bail!("{}: {problems}", way.name),
        Err(problems) => {
            let file = "observations.csv";
            let named: BTreeSet<u64> =
                problems.list.iter().filter(|it| it.file.ends_with(file)).filter_map(|it| it.line).collect();
            let changed = changed_rows(&data.join(file), &folder.join(file))?;
            let silent: Vec<&u64> = changed.iter().filter(|line| !named.contains(line)).collect();
            ensure!(silent.is_empty(), "{}: {file}: the check says nothing of the lines {silent:?}", way.name);
            Ok(format!("the check names each of the {} figures that changed", changed.len()))
        }
    }
}

/// The lines whose figure or period is no longer what it was. Both tables stand in the same order.
fn changed_rows(before: &Path, after: &Path) -> Result<Vec<u64>> {
    let rows = |path: &Path| -> Result<Vec<(String, Option<f64>)>> {
        let mut reader = csv::Reader::from_path(path)?;
        let header = reader.headers()?.clone();
        let at = |name: &str| header.iter().position(|column| column == name).with_context(|| format!("no {name}"));
        let (period, value) = (at("period")?, at("value")?);
        reader
            .records()
            .map(|row| row.map(|row| (row[period].to_owned(), row[value].parse().ok())))
            .map(|row| Ok(row?))
            .collect()
    };
    let (before, after) = (rows(before)?, rows(after)?);
    ensure!(before.len() == after.len(), "{} rows went in, {} came back", before.len(), after.len());
    let lines = before.iter().zip(&after).zip(2..);
    Ok(lines.filter(|((one, other), _)| one != other).map(|(_, line)| line).collect())
}

//! What a data editor reads when a table is wrong: each test spoils a copy of the real tables and holds the exact words.
#![allow(clippy::unwrap_used)]

mod files;
mod lists;
mod look_alikes;
mod mending;
mod mistakes;
mod mistakes_in_figures;
mod new_rows;
mod origins;
mod pairs;
mod pictures;
mod real;
mod rows;
mod together;
mod views;

use super::*;
use std::{fs, path::PathBuf};
use tempfile::TempDir;

const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../data");

/// A copy of the real tables that a test may spoil.
struct Tables {
    dir: PathBuf,
    _temporary: TempDir,
}

impl Tables {
    fn copy() -> Self {
        let temporary = TempDir::new().unwrap();
        let dir = temporary.path().join("data");
        fs::create_dir_all(dir.join("lists")).unwrap();
        for below in ["", "lists"] {
            for entry in fs::read_dir(Path::new(REAL).join(below)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    fs::copy(&path, dir.join(below).join(path.file_name().unwrap())).unwrap();
                }
            }
        }
        Self { dir, _temporary: temporary }
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.dir.join(file)).unwrap()
    }

    fn write(self, file: &str, text: impl AsRef<[u8]>) -> Self {
        fs::write(self.dir.join(file), text).unwrap();
        self
    }

    /// Puts one text for another in the one line that begins so.
    fn edit(self, file: &str, line_start: &str, from: &str, to: &str) -> Self {
        let text = self.text(file);
        assert_eq!(text.lines().filter(|line| line.starts_with(line_start)).count(), 1, "{line_start}");
        let lines = text.lines().map(|line| match line.starts_with(line_start) {
            true => {
                assert!(line.contains(from), "{line}");
                line.replacen(from, to, 1)
            }
            false => line.to_owned(),
        });
        let text = lines.map(|line| line + "\n").collect::<String>();
        self.write(file, text)
    }

    fn append(self, file: &str, line: &str) -> Self {
        let text = self.text(file) + line + "\n";
        self.write(file, text)
    }

    /// A row of observations where it belongs.
    fn insert(self, row: &str) -> Self {
        let text = self.text("observations.csv");
        let key = |line: &str| -> [String; 3] {
            let cells: Vec<&str> = line.split(',').collect();
            [1, 2, 0].map(|at| cells.get(at).copied().unwrap_or_default().to_owned())
        };
        let mut lines: Vec<&str> = text.lines().collect();
        let at = 1 + lines[1..].partition_point(|line| key(line) <= key(row));
        lines.insert(at, row);
        let text = lines.into_iter().map(|line| format!("{line}\n")).collect::<String>();
        self.write("observations.csv", text)
    }

    /// The lines of a file that are kept.
    fn lines(self, file: &str, keep: fn(&str) -> bool) -> Self {
        let text =
            self.text(file).lines().filter(|line| keep(line)).map(|line| format!("{line}\n")).collect::<String>();
        self.write(file, text)
    }

    /// More at the end of every line but the header.
    fn lines_end(self, file: &str, more: &str) -> Self {
        let text = self.text(file);
        let (header, rows) = text.split_once('\n').unwrap();
        let rows = rows.lines().map(|line| format!("{line}{more}\n")).collect::<String>();
        self.write(file, format!("{header}\n{rows}"))
    }

    /// The rows of a file, each changed, as another program would write them.
    fn resaved(
        &self,
        file: &str,
        writer: &csv::WriterBuilder,
        row: fn(csv::StringRecord) -> csv::StringRecord,
    ) -> String {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(self.dir.join(file)).unwrap();
        let mut out = writer.from_writer(Vec::new());
        reader.records().for_each(|record| out.write_record(&row(record.unwrap())).unwrap());
        String::from_utf8(out.into_inner().unwrap()).unwrap()
    }

    fn line_of(&self, file: &str, line_start: &str) -> usize {
        self.text(file).lines().position(|line| line.starts_with(line_start)).unwrap() + 1
    }

    /// What the editor reads, without the line that sums up.
    fn says(&self) -> Vec<String> {
        load(&self.dir).unwrap_err().list.iter().map(ToString::to_string).collect()
    }

    /// What the editor is asked about, where nothing is wrong.
    fn asks(&self) -> Vec<Warning> {
        read(&self.dir).unwrap_or_else(|problems| panic!("{problems}")).warnings
    }

    /// Every problem, or else every warning.
    fn slips(&self) -> Vec<Problem> {
        match read(&self.dir) {
            Ok(read) => read.warnings.into_iter().map(|warning| warning.problem).collect(),
            Err(problems) => problems.list,
        }
    }

    /// The first line in which a file differs from the real one.
    fn changed_line(&self, file: &str) -> u64 {
        let [real, text] = [Path::new(REAL), &self.dir].map(|dir| fs::read(dir.join(file)).unwrap());
        let [real, text] = [real, text].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let same = text.lines().zip(real.lines()).take_while(|(one, other)| one == other).count();
        same as u64 + 1
    }
}

/// The one row most tests spoil.
const ROW: &str = "dong-nai-cu,account-adults,2022-Q3,";

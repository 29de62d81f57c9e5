//! What a data editor reads when a table is wrong: each test spoils a copy of the real tables and holds the exact words.
#![allow(clippy::unwrap_used)]

mod files;
mod pairs;
mod real;
mod rows;
mod together;

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
        fs::create_dir(&dir).unwrap();
        for entry in fs::read_dir(REAL).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, dir.join(path.file_name().unwrap())).unwrap();
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

    fn line_of(&self, file: &str, line_start: &str) -> usize {
        self.text(file).lines().position(|line| line.starts_with(line_start)).unwrap() + 1
    }

    /// What the editor reads, without the line that sums up.
    fn says(&self) -> Vec<String> {
        load(&self.dir).unwrap_err().list.iter().map(ToString::to_string).collect()
    }
}

/// The one row most tests spoil.
const ROW: &str = "dong-nai-cu,account-adults,2022-Q3,";

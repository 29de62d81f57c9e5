//! `check-data`: tells a data editor everything that is wrong with the tables, at once, before anything is built.

use crate::tables::{self, Problem, Read, Warning, counted};
use std::{collections::BTreeMap, path::Path, time::Instant};

/// So many faults of one column are listed; a column that slipped has thousands.
const LISTED: usize = 20;

/// Checks the tables in a folder: every problem and warning on a line of its own, then one line in sum.
///
/// # Errors
/// If anything is wrong. Warnings alone are no error.
pub fn check_data(dir: &Path) -> anyhow::Result<()> {
    let start = Instant::now();
    match tables::read(dir) {
        Ok(read) => {
            read.warnings.iter().for_each(print_warning);
            println!("{} Checked in {} ms.", in_sum(&read), start.elapsed().as_millis());
            Ok(())
        }
        Err(problems) => {
            listed(&problems.list).iter().for_each(|line| println!("{line}"));
            if problems.list.iter().any(|problem| problem.mends) {
                let what = "encodings, line ends, columns, spaces and letters";
                println!("`cargo xtask check-data --fix` puts right what is only form: {what}.");
            }
            anyhow::bail!("{} Checked in {} ms.", problems.summary(), start.elapsed().as_millis())
        }
    }
}

/// Puts right what is only form, says what that was, and checks the rest.
///
/// # Errors
/// If a file cannot be written, or anything is wrong that only the editor can put right.
pub fn fix_data(dir: &Path) -> anyhow::Result<()> {
    let mended = tables::mend(dir)?;
    for change in mended.changes {
        // That this command helps need not be said by it.
        let hint = change.hint.clone().filter(|hint| !hint.contains("--fix"));
        println!("was: {}", Problem { hint, ..change });
    }
    match mended.files.len() {
        0 => println!("Nothing was changed."),
        files => println!("{} written anew: {}.", counted(files, "file"), mended.files.join(", ")),
    }
    let left: Vec<&str> = mended.refused.iter().map(|problem| &*problem.file).collect();
    if let (Some(first), Some(last)) = (left.first(), left.last()) {
        let others = if first == last { String::new() } else { format!(" … {last}") };
        println!("Left as they are, since only you know what was meant: {first}{others}.");
    }
    check_data(dir)
}

/// The problems, at most [`LISTED`] of a column.
fn listed(problems: &[Problem]) -> Vec<String> {
    let mut counts: BTreeMap<(&str, Option<&str>), usize> = BTreeMap::new();
    let mut lines = Vec::new();
    for problem in problems {
        let count = counts.entry((&problem.file, problem.column.as_deref())).or_default();
        *count += 1;
        if *count <= LISTED {
            lines.push(problem.to_string());
        }
    }
    for ((file, column), count) in counts.into_iter().filter(|(_, count)| *count > LISTED) {
        let column = column.map_or_else(String::new, |column| format!("{column}: "));
        lines.push(format!(
            "{file}: {column}and {}; put the others right first",
            counted(count - LISTED, "more problem")
        ));
    }
    lines
}

fn print_warning(warning: &Warning) {
    println!("warning: {}", warning.problem);
    if let Some((rule, key)) = &warning.look {
        println!("    if the document says so, answer for it in data/looked_at.csv: {},{key},WHY", rule.code());
    }
}

fn in_sum(read: &Read) -> String {
    let record = &read.record;
    format!(
        "Data {} is in order: {} observations, {} indicators, {} places, {} sources, {} breaks; {}, {} looked at.",
        record.version,
        record.observations.len(),
        record.indicators.len(),
        record.places().len(),
        record.sources.len(),
        record.breaks.len(),
        counted(read.warnings.len(), "warning"),
        read.looked_at,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_slipped_does_not_hide_the_other_faults() {
        let problem = |line: u64, column: &str| Problem {
            file: "data/observations.csv".to_owned(),
            line: Some(line),
            column: Some(column.to_owned()),
            message: "is empty".to_owned(),
            hint: None,
            mends: false,
        };
        let mut problems: Vec<Problem> = (2..2000).map(|line| problem(line, "place")).collect();
        problems.push(problem(2000, "source"));
        let lines = listed(&problems);
        assert_eq!(lines.len(), LISTED + 2);
        assert_eq!(lines[LISTED], "data/observations.csv:2000: source: is empty");
        let rest = "data/observations.csv: place: and 1978 more problems; put the others right first";
        assert_eq!(lines[LISTED + 1], rest);
    }
}

//! `check-data`: tells a data editor everything that is wrong with the tables, at once, before anything is built.

use crate::releases;
use crate::tables::{self, Problem, Read, Warning, counted};
use std::{collections::BTreeMap, path::Path, time::Instant};
use tinh_so::domain::{Id, Observation, Status};

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
            releases::check_reasons(dir)?;
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

/// How many rows there are: by theme and era as a table, then by indicator, then by source.
///
/// # Errors
/// If the tables have faults.
pub fn counts(dir: &Path) -> anyhow::Result<String> {
    let record = tables::load(dir)?;
    const ERAS: [&str; 4] = ["before 1 July 2025", "since", "unchanged", "country, regions"];
    let era = |o: &Observation| match record.place(&o.place) {
        Some(place) if !place.is_unit() => 3,
        Some(place) if place.valid_to.is_some() => 0,
        Some(place) if place.valid_from.is_some() => 1,
        _ => 2,
    };
    let mut themes: BTreeMap<usize, [usize; 6]> = BTreeMap::new();
    let (mut indicators, mut sources): (BTreeMap<&Id, usize>, BTreeMap<&Id, usize>) = Default::default();
    for o in &record.observations {
        let theme = record.indicators.get(&o.indicator).map(|it| &it.theme);
        let order = record.themes.iter().position(|it| Some(&it.id) == theme).unwrap_or(usize::MAX);
        let row = themes.entry(order).or_default();
        row[era(o)] += 1;
        row[if o.status == Status::Target { 5 } else { 4 }] += 1;
        *indicators.entry(&o.indicator).or_default() += 1;
        *sources.entry(&o.source).or_default() += 1;
    }
    let mut lines =
        vec![format!("| theme | {} | results | targets |", ERAS.join(" | ")), format!("|---|{}", "---:|".repeat(6))];
    for (order, row) in themes {
        let name = record.themes.get(order).map_or("", |it| &*it.id);
        lines.push(format!("| {name} | {} |", row.map(|count| count.to_string()).join(" | ")));
    }
    for (name, counts) in [("indicator", indicators), ("source", sources)] {
        let mut counts: Vec<(&Id, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        lines.push(format!("\n| {name} | rows |\n|---|---:|"));
        lines.extend(counts.into_iter().map(|(id, count)| format!("| {id} | {count} |")));
    }
    Ok(lines.join("\n") + "\n")
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

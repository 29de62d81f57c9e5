//! `check-data`: tells a data editor everything that is wrong with the tables, at once, before anything is built.

use crate::tables;
use std::{path::Path, time::Instant};
use tinh_so::domain::Record;

/// Checks the tables in a folder: every problem and warning on a line of its own, then one line in sum.
///
/// # Errors
/// If anything is wrong. Warnings alone are no error.
pub fn check_data(dir: &Path) -> anyhow::Result<()> {
    let start = Instant::now();
    match tables::read(dir) {
        Ok(read) => {
            for warning in &read.warnings {
                println!("warning: {warning}");
            }
            println!("{} Checked in {} ms.", counts(&read.record, read.warnings.len()), start.elapsed().as_millis());
            Ok(())
        }
        Err(problems) => {
            for warning in &problems.warnings {
                println!("warning: {warning}");
            }
            for problem in &problems.list {
                println!("{problem}");
            }
            anyhow::bail!("{} Checked in {} ms.", problems.summary(), start.elapsed().as_millis())
        }
    }
}

fn counts(record: &Record, warnings: usize) -> String {
    format!(
        "Data {} is in order: {} observations, {} indicators, {} places, {} sources, {} breaks; {}.",
        record.version,
        record.observations.len(),
        record.indicators.len(),
        record.places().len(),
        record.sources.len(),
        record.breaks.len(),
        tables::counted(warnings, "warning"),
    )
}

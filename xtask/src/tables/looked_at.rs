//! `looked_at.csv`: the cases that look like a slip, were checked against the document, and are right as they are.

use super::{
    cells::Cells,
    look_alikes::Rule,
    problem::{Log, Reported, Warning},
    spec::LOOKED_AT,
};
use std::collections::BTreeSet;

/// One case that somebody has checked.
pub(super) struct LookedAt {
    pub(super) rule: Rule,
    /// As the warning prints it.
    pub(super) key: String,
}

pub(super) fn looked_at(cells: Cells) -> Result<LookedAt, Reported> {
    let (rule, key) = (cells.code("warning", Rule::CODES), cells.text("key"));
    if cells.get("note").is_empty() {
        let hint = "say what the document says, so that nobody need look again".to_owned();
        return Err(cells.wrong("note", "is empty", Some(hint)));
    }
    Ok(LookedAt { rule: rule?, key: key?.to_string() })
}

/// Leaves out the warnings that were looked at, and names the rows that answer for nothing any more. Returns how many
/// warnings were left out.
pub(super) fn leave_out(warnings: &mut Vec<Warning>, rows: &[(u64, LookedAt)], log: &Log) -> usize {
    let known: BTreeSet<(Rule, &str)> = rows.iter().map(|(_, row)| (row.rule, &*row.key)).collect();
    let is_known = |warning: &Warning| warning.look.as_ref().is_some_and(|(rule, key)| known.contains(&(*rule, key)));
    let answered: BTreeSet<(Rule, String)> =
        warnings.iter().filter(|warning| is_known(warning)).filter_map(|warning| warning.look.clone()).collect();
    warnings.retain(|warning| !is_known(warning));
    for (line, row) in rows.iter().filter(|(_, row)| !answered.contains(&(row.rule, row.key.clone()))) {
        let message = format!("nothing looks like “{}” any more", row.key);
        let hint = Some("delete the row, or correct its key".to_owned());
        let problem = log.make(LOOKED_AT.file, (Some(*line), Some("key")), message, hint);
        warnings.push(Warning { problem, look: None });
    }
    answered.len()
}

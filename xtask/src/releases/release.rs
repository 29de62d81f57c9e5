//! `cargo xtask release-data`: makes the next version of the data from what stands in `data/`.

use super::{Published, Versions, patch, reasons, store, versions};
use crate::{
    snapshots::{Contents, Edition},
    tables,
};
use anyhow::{Context, Result, bail, ensure};
use std::{collections::BTreeSet, fs, path::Path};
use tinh_so::domain::{CellChange, Change, ChangeKind, Id, Period, Words};

/// Checks the tables, explains what they change, and makes the next version; `note` is what is said about it as a whole.
///
/// # Errors
/// If the tables have faults, nothing changed, or a correction or removal has no reason: each is named with the line to
/// add to `reasons.csv`.
pub fn release(data: &Path, today: Period, note: Words) -> Result<()> {
    if let Err(problems) = tables::load(data) {
        bail!("{problems}");
    }
    let Versions { mut published, draft } = versions(data)?;
    let Some(draft) = draft else {
        bail!("nothing to release: data/ is what version {} published", newest(&published));
    };
    let unexplained: Vec<&Change> =
        draft.release.changes.iter().filter(|it| it.kind.needs_reason() && it.reason.is_empty()).collect();
    if !unexplained.is_empty() {
        bail!("{}", ask(&unexplained));
    }
    ensure!(today.first_day() == today.last_day(), "{today} is no day; a release has a day, such as 2026-11-22");
    if let Some(last) = published.last().filter(|last| last.release.date.last_day() > today.last_day()) {
        bail!("version {} was released on {}, which is after {today}", last.release.version, last.release.date);
    }
    ensure!(note.vi.is_empty() == note.en.is_empty(), "the note is needed in both languages, or in neither");
    let version = next_version(published.last().map(|it| &*it.release.version), today)?;
    let before = published.last().map(|it| it.files.clone()).unwrap_or_default();
    let folder = store::folder(data);
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut given = reasons::read(data)?;
    for reason in given.iter_mut().filter(|it| it.version.is_empty()) {
        ensure!(
            draft.release.changes.iter().any(|change| reason.fits(change)),
            "{}/{}:{}: speaks of a row that did not change: {} {}; remove the line, or mend its key",
            data.display(),
            reasons::FILE,
            reason.line,
            reason.table,
            reason.key
        );
        reason.version.clone_from(&version);
    }
    fs::write(folder.join(format!("{version}.patch")), patch::make(&before, &draft.files))?;
    let mut next = Published { ..draft };
    next.release.version = Id::from(&*version);
    next.release.date = today;
    next.release.note = note;
    next.seal = seal(&next)?;
    println!("{}", counted(&next));
    published.push(next);
    store::write_list(data, &published)?;
    if !given.is_empty() {
        reasons::write(data, &given)?;
    }
    fs::write(data.join("version.txt"), format!("{version}\n"))?;
    // What was written must read back as what was meant.
    ensure!(versions(data)?.draft.is_none(), "version {version} does not read back as the tables it was made of");
    println!("Version {version} is made: commit data/ and publish.");
    Ok(())
}

/// Seals every version anew after the form of the published files was changed on purpose. Says which seals changed.
///
/// # Errors
/// If a version cannot be made.
pub fn reseal(data: &Path) -> Result<()> {
    let mut published = store::all(data)?;
    for one in &mut published {
        let seal = seal(one)?;
        if one.seal != seal {
            println!("{}: the published files differ from those sealed before", one.release.version);
            one.seal = seal;
        }
    }
    store::write_list(data, &published)
}

fn seal(published: &Published) -> Result<String> {
    let record = store::record(published)?;
    let edition = Edition { record: &record, files: &published.files, release: &published.release };
    Ok(Contents::of(&edition)?.seal())
}

fn newest(published: &[Published]) -> &str {
    published.last().map_or("none", |it| &*it.release.version)
}

/// `2026.11.1` after `2026.11.0`; the first of a new month is number 0.
fn next_version(last: Option<&str>, today: Period) -> Result<String> {
    let day = today.to_string();
    let month = day.get(..7).context("the day of a release is a day")?.replace('-', ".");
    let number = match last.and_then(|last| last.strip_prefix(&month)?.strip_prefix('.')) {
        Some(number) => number.parse::<u32>().with_context(|| format!("{month}.{number} is no version"))? + 1,
        None => 0,
    };
    if let Some(last) = last {
        let earlier = last.get(..7).is_some_and(|last| last <= &*month);
        ensure!(earlier, "version {last} is dated later than today, {day}: set the clock, or give --date");
    }
    Ok(format!("{month}.{number}"))
}

/// The lines an editor has to add before these changes may be published.
fn ask(changes: &[&Change]) -> String {
    let count = tables::counted(changes.len(), "change");
    let mut text = format!("{count} without a reason; add to data/reasons.csv and say why:\n");
    for change in changes {
        let cells: Vec<String> = change.cells.iter().map(told).collect();
        text.push_str(&format!("  {} {}\n    {}\n", change.kind.id(), cells.join(", "), reason_line(change)));
    }
    text.push_str("A piece of a key may be * for any. Then run this again.");
    text
}

/// The line of `reasons.csv` for a change, the reasons to be filled in.
fn reason_line(change: &Change) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let written = writer.write_record(["", &change.table, &change.key_text(), "…", "…"]);
    let line = written.ok().and_then(|()| writer.into_inner().ok()).and_then(|bytes| String::from_utf8(bytes).ok());
    line.unwrap_or_default().trim_end().to_owned()
}

/// What the tables would change in the newest release, for reading: every row, corrections and removals first, and the
/// pages concerned.
///
/// # Errors
/// If the tables or a release cannot be read.
pub fn diff(data: &Path) -> Result<String> {
    let versions = versions(data)?;
    let last = newest(&versions.published);
    let Some(draft) = &versions.draft else { return Ok(format!("Nothing differs from version {last}.\n")) };
    let mut lines = vec![format!("Since version {last}:")];
    let mut pages: BTreeSet<String> = BTreeSet::new();
    let changes = &draft.release.changes;
    let grave = changes.iter().filter(|it| it.kind.needs_reason());
    for change in grave.chain(changes.iter().filter(|it| !it.kind.needs_reason())) {
        let cells: Vec<String> = change.cells.iter().map(told).collect();
        lines.push(format!(
            "  {:9} {}.csv {}  {}",
            change.kind.id(),
            change.table,
            change.key_text(),
            cells.join(", ")
        ));
        if change.kind.needs_reason() && change.reason.is_empty() {
            lines.push(format!("            needs a reason, in data/reasons.csv: {}", reason_line(change)));
        }
        let page = |folder: &str, id: Option<&Id>| id.map(|id| format!("{folder}/{id}/"));
        pages.extend(page("tinh", change.place()));
        pages.extend(page("chi-so", change.indicator()));
        pages.extend(page("nguon", change.of_figure(4)));
        if let (name @ ("places" | "sources"), Some(id)) = (&*change.table, change.key.first()) {
            pages.insert(format!("{}/{id}/", if name == "places" { "tinh" } else { "nguon" }));
        }
    }
    lines.push(counted(draft));
    lines.push(format!("Pages that change: {}.", pages.len()));
    lines.extend(pages.into_iter().map(|page| format!("  {page}")));
    Ok(lines.join("\n") + "\n")
}

/// A cell as it changed; what was not there before stands alone.
fn told(cell: &CellChange) -> String {
    match (&*cell.before, &*cell.after) {
        ("", after) => format!("{} “{after}”", cell.column),
        (before, "") => format!("{} “{before}” →", cell.column),
        (before, after) => format!("{} “{before}” → “{after}”", cell.column),
    }
}

/// The day in Vietnam.
///
/// # Errors
/// If the clock shows no day the record knows.
pub fn today() -> Result<Period> {
    let now = time::OffsetDateTime::now_utc().to_offset(time::UtcOffset::from_hms(7, 0, 0)?);
    let day = format!("{:04}-{:02}-{:02}", now.year(), u8::from(now.month()), now.day());
    day.parse().map_err(|error| anyhow::anyhow!("the clock shows {day}: {error}"))
}

fn counted(published: &Published) -> String {
    let changes = &published.release.changes;
    let kinds =
        ChangeKind::ALL.map(|kind| format!("{} {}", changes.iter().filter(|it| it.kind == kind).count(), kind.id()));
    format!("Rows: {}.", kinds.join(", "))
}

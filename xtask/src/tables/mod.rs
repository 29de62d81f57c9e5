//! The tables in `data/`: read, checked, and made into a record. Every fault is found in one pass, none is guessed away.

mod cells;
mod clean;
mod csv_file;
mod dates;
mod decode;
mod definitions;
mod header;
mod lists;
mod look_alikes;
mod looked_at;
mod mend;
mod number;
mod observations;
mod origins;
mod places;
mod problem;
mod spec;
mod summaries;
#[cfg(test)]
mod tests;
mod tiles;

pub use mend::mend;
pub use problem::{Problem, Problems, Warning, counted};

use cells::{build, known};
use csv_file::Row;
use looked_at::LookedAt;
use problem::Log;
use spec::*;
use std::{
    collections::BTreeMap,
    fs, io,
    path::Path,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};
use tinh_so::domain::{Id, Observation, Period, Record, SortKey, Status, sort_key};

/// Tables without a fault.
#[derive(Debug)]
pub struct Read {
    /// Everything they say.
    pub record: Record,
    /// What is allowed but looks like a slip.
    pub warnings: Vec<Warning>,
    /// How many more `looked_at.csv` answers for.
    pub looked_at: usize,
}

/// Reads the tables in a folder into a record.
///
/// # Errors
/// Every fault of every table at once.
pub fn load(dir: &Path) -> Result<Record, Problems> {
    read(dir).map(|read| read.record)
}

/// The same, with what looks like a slip.
///
/// # Errors
/// Every fault of every table at once.
pub fn read(dir: &Path) -> Result<Read, Problems> {
    // Named as seen from the repository, wherever the command was started.
    let folder = dir.file_name().map_or_else(|| dir.display().to_string(), |name| name.to_string_lossy().into_owned());
    let log = Log::new(&folder);
    let (record, looked_at) = read_all(dir, &log);
    let mut list = log.problems.take();
    if !list.is_empty() {
        // What looks like a slip is told when nothing is wrong: a row that cannot be read would look like a missing one.
        list.sort_by_key(|problem| (order(&problem.file), problem.line));
        return Err(Problems { list });
    }
    let mut warnings = log.warnings.take();
    let looked_at = looked_at::leave_out(&mut warnings, &looked_at, &log);
    warnings.sort_by_key(|warning| (order(&warning.problem.file), warning.problem.line));
    Ok(Read { record, warnings, looked_at })
}

/// The files of a data folder that are published as they are.
pub fn published_files() -> impl Iterator<Item = String> {
    ALL.iter().map(|spec| spec.file.to_owned()).chain(["datapackage.json", "LICENCE.md"].map(str::to_owned))
}

/// The text of a file that is published: as it stands, but for observations, which hold the cells of all lists too.
///
/// # Errors
/// If it cannot be read; a fault in a list, with its place.
pub fn published_text(dir: &Path, name: &str) -> io::Result<String> {
    if name == OBSERVATIONS.file { lists::published(dir) } else { fs::read_to_string(dir.join(name)) }
}

/// The tables by file name, with their columns.
pub fn columns() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    ALL.iter().map(|spec| (spec.file, spec.columns))
}

/// What could be read, only good for use if nothing was written down; and what somebody has looked at.
fn read_all(dir: &Path, log: &Log) -> (Record, Vec<(u64, LookedAt)>) {
    let version = version(dir, log);
    let today = today(&version);
    let rows: Vec<(&str, Option<Vec<Row>>)> = ALL.iter().map(|spec| (spec.file, table(dir, spec, log))).collect();
    let rows_of = |spec: &Spec| rows.iter().find(|(file, _)| *file == spec.file).and_then(|(_, rows)| rows.as_ref());
    let ids_of = |spec: &Spec| known(spec, rows_of(spec), log);
    let (known_themes, known_topics, known_units) = (ids_of(&THEMES), ids_of(&TOPICS), ids_of(&UNITS));
    let (known_places, known_indicators, known_sources) = (ids_of(&PLACES), ids_of(&INDICATORS), ids_of(&SOURCES));
    let known_series = ids_of(&SERIES);

    let themes = build(&THEMES, rows_of(&THEMES), log, definitions::theme);
    let topics =
        build(&TOPICS, rows_of(&TOPICS), log, |cells| definitions::topic(cells, &known_themes, &known_indicators));
    let units = build(&UNITS, rows_of(&UNITS), log, definitions::unit);
    let theme_of_topic = topics.iter().map(|(_, topic)| (topic.id.clone(), topic.theme.clone())).collect();
    let unit_by_id = units.iter().map(|(_, unit)| (unit.id.clone(), unit.clone())).collect();
    let indicators = build(&INDICATORS, rows_of(&INDICATORS), log, |cells| {
        let known = (&known_themes, &known_topics, &known_units);
        definitions::indicator(cells, known, &known_indicators, &theme_of_topic, &unit_by_id)
    });
    let series = build(&SERIES, rows_of(&SERIES), log, definitions::one_series);
    let sources =
        build(&SOURCES, rows_of(&SOURCES), log, |cells| definitions::source(cells, &known_series, &series, today));
    definitions::check_series(&series, &sources, log);

    let places = build(&PLACES, rows_of(&PLACES), log, |cells| places::place(cells, &known_places));
    let place_by_id: places::Places = places.iter().map(|(_, place)| (place.id.clone(), place.clone())).collect();
    let lineage = build(&LINEAGE, rows_of(&LINEAGE), log, |cells| places::lineage(cells, &known_places, &place_by_id));
    let lineage_whole = rows_of(&LINEAGE).is_some_and(|rows| rows.len() == lineage.len());
    places::check_together(&places, &lineage, lineage_whole, log);
    places::check_lineage(&lineage, log);
    let changes = build(&STATUS_CHANGES, rows_of(&STATUS_CHANGES), log, |cells| {
        places::status_change(cells, &known_places, &place_by_id)
    });
    places::check_unique(&STATUS_CHANGES, &changes, |c| (&c.place, c.date, &c.kind), "place, date and kind", log);
    let tiles = build(&TILES, rows_of(&TILES), log, |cells| tiles::tile(cells, &known_places, &place_by_id));
    let maps_whole = rows_of(&TILES).is_some_and(|rows| rows.len() == tiles.len())
        && rows_of(&PLACES).is_some_and(|rows| rows.len() == places.len());
    tiles::check_together(&tiles, &place_by_id, maps_whole, log);

    let breaks =
        build(&BREAKS, rows_of(&BREAKS), log, |cells| observations::one_break(cells, &known_indicators, &known_places));
    let named = "indicator, place, date and kind";
    places::check_unique(&BREAKS, &breaks, |b| (&b.indicator, &b.place, b.date, &b.kind), named, log);
    let indicator_by_id = indicators.iter().map(|(_, one)| (one.id.clone(), one.clone())).collect();
    let source_by_id = sources.iter().map(|(_, one)| (one.id.clone(), one.clone())).collect();
    let context = observations::Context {
        known_places: &known_places,
        known_indicators: &known_indicators,
        known_sources: &known_sources,
        places: &place_by_id,
        indicators: &indicator_by_id,
        sources: &source_by_id,
        today,
        lineage: &lineage,
    };
    let listed = lists::rows(dir, &known_sources, log);
    let rows = rows_of(&OBSERVATIONS).map(|own| own.iter().cloned().chain(listed).collect());
    let observations = build(&OBSERVATIONS, rows.as_ref(), log, |cells| observations::observation(cells, &context));
    let named = "place, indicator, period, status and source";
    fn key(o: &Observation) -> (&str, &str, Period, Status, &str) {
        (&o.place, &o.indicator, o.period, o.status, &o.source)
    }
    places::check_unique(&OBSERVATIONS, &observations, key, named, log);
    let set_aside = build(&SET_ASIDE, rows_of(&SET_ASIDE), log, |cells| observations::set_aside(cells, &context));
    let looked_at = build(&LOOKED_AT, rows_of(&LOOKED_AT), log, looked_at::looked_at);
    let look_key = |it: &LookedAt| (it.rule, it.key.clone());
    places::check_unique(&LOOKED_AT, &looked_at, look_key, "warning and key", log);
    look_alikes::warn(
        &look_alikes::Seen {
            indicators: &indicators,
            by_id: &indicator_by_id,
            sources: &sources,
            series: &series,
            source_by_id: &source_by_id,
            observations: &observations,
            set_aside: &set_aside,
            breaks: &breaks,
        },
        log,
    );

    let mut record = Record::of_version(version);
    record.themes = values(themes);
    record.topics = values(topics);
    record.lineage = values(lineage);
    record.status_changes = values(changes);
    record.tiles = values(tiles);
    record.breaks = values(breaks);
    record.set_aside = values(set_aside);
    let editor_order: Vec<Id> = indicators.iter().map(|(_, indicator)| indicator.id.clone()).collect();
    record.indicators = indicators.into_iter().map(|(_, one)| (one.id.clone(), Arc::new(one))).collect();
    record.sources = sources.into_iter().map(|(_, one)| (one.id.clone(), Arc::new(one))).collect();
    let mut places: Vec<_> = values(places).into_iter().map(Arc::new).collect();
    places.sort_by_cached_key(|place| -> (SortKey, Id) { (sort_key(&place.name.vi), place.id.clone()) });
    record.set_places(places);
    record.observations = values(observations).into_iter().map(Arc::new).collect();
    record.summaries = summaries::summaries(&editor_order, &record);
    sort_observations(&mut record);
    (record, looked_at)
}

/// The rows of a table, with a word where they are right but not written as they should be.
fn table(dir: &Path, spec: &Spec, log: &Log) -> Option<Vec<Row>> {
    let before = log.problems.borrow().len();
    let rows = csv_file::rows(dir, spec, log)?;
    if log.problems.borrow().len() == before {
        mend::warn_of_writing(dir, spec, &rows, log);
    }
    if spec.file == OBSERVATIONS.file {
        mend::warn_of_order(&rows, log);
    }
    Some(rows)
}

/// The day of the check, in days since 1970: no result and no document is of a later time. Never before the version's own
/// month, so that a clock that is wrong does not spoil a published record.
fn today(version: &str) -> i32 {
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400);
    let month = version.rsplit_once('.').and_then(|(month, _)| month.replace('.', "-").parse::<Period>().ok());
    i32::try_from(clock).unwrap_or(i32::MAX).max(month.map_or(0, |month| month.last_day()))
}

fn values<T>(rows: Vec<(u64, T)>) -> Vec<T> {
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Puts the figures in the order of all files: the editor's order of indicators, then place, period, status, source.
fn sort_observations(record: &mut Record) {
    let order: BTreeMap<Id, usize> = record.summaries.iter().enumerate().map(|(n, s)| (s.id.clone(), n)).collect();
    let mut observations = std::mem::take(&mut record.observations);
    observations.sort_by_cached_key(|o| {
        let indicator = order.get(&o.indicator).copied().unwrap_or(usize::MAX);
        (indicator, record.place_order(&o.place), o.period, o.status, o.source.clone())
    });
    record.observations = observations;
}

/// The data version, `YYYY.MM.N`.
fn version(dir: &Path, log: &Log) -> String {
    let Some(text) = csv_file::text(dir, VERSION_FILE, log) else { return String::new() };
    let version = text.trim_end_matches('\n');
    // What is not released yet is called after the version before it.
    let parts: Vec<&str> = version.strip_suffix("-draft").unwrap_or(version).split('.').collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let is_version = match parts[..] {
        [year, month, number] => {
            year.len() == 4
                && month.len() == 2
                && parts.iter().all(|part| digits(part))
                && month.parse().is_ok_and(|month: u8| (1..=12).contains(&month))
                && (number == "0" || !number.starts_with('0'))
        }
        _ => false,
    };
    if !is_version {
        let hint = "expected year.month.number, such as 2026.11.0".to_owned();
        log.problem(VERSION_FILE, (Some(1), None), format!("“{version}” is not a data version"), Some(hint));
    }
    version.to_owned()
}

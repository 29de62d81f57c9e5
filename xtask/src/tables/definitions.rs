//! The tables that explain figures: themes, topics, units, indicators, sources.

use super::{
    cells::{Cells, Known},
    problem::{Log, Reported},
    spec::SERIES,
};
use std::collections::{BTreeMap, BTreeSet};
use tinh_so::domain::*;

/// The most characters of an indicator's short name; longer ones break the lists.
const LONGEST_NAME: usize = 60;

pub(super) fn theme(cells: Cells) -> Result<Theme, Reported> {
    let main = cells.code("kind", &[(true, "main"), (false, "supporting")]);
    let (name, question) = (cells.words("name"), cells.words("question"));
    Ok(Theme { id: cells.get("theme").into(), main: main?, name: name?, question: question? })
}

pub(super) fn topic(cells: Cells, themes: &Known, indicators: &Known) -> Result<Topic, Reported> {
    let (theme, name) = (cells.reference("theme", themes), cells.words("name"));
    let nearest = cells.maybe_reference("nearest", indicators);
    Ok(Topic { id: cells.get("topic").into(), theme: theme?, name: name?, nearest: nearest? })
}

pub(super) fn unit(cells: Cells) -> Result<Unit, Reported> {
    let (name, symbol) = (cells.words("name"), cells.maybe_words("symbol"));
    let kind = cells.code("kind", UnitKind::CODES);
    Ok(Unit { id: cells.get("unit").into(), name: name?, symbol: symbol?, kind: kind? })
}

/// Without a word more if the row of its topic or unit is wrong: that is already written down.
pub(super) fn indicator(
    cells: Cells,
    (themes, topics, units): (&Known, &Known, &Known),
    indicators: &Known,
    topic_rows: &BTreeMap<Id, Id>,
    unit_rows: &BTreeMap<Id, Unit>,
) -> Result<Indicator, Reported> {
    // The folder beside the indicators' own embeds that holds those of each version.
    if cells.get("indicator") == "v" {
        let hint = Some("write a longer id".to_owned());
        return Err(cells.wrong("indicator", "“v” is the folder of the embeds that stay as they are".to_owned(), hint));
    }
    let (theme, topic) = (cells.reference("theme", themes), cells.reference("topic", topics));
    let unit = cells.reference("unit", units);
    let (name, definition) = (short_name(cells), cells.words("definition"));
    let population = cells.maybe_words("population");
    let better = cells.code("better", Better::CODES);
    let (min, max) = (cells.maybe_number("min"), cells.maybe_number("max"));
    let decimals = match cells.get("decimals") {
        "" => Ok(None),
        _ => cells.small("decimals").map(Some),
    };
    let headline = cells.mark("headline", "1");
    let counterpart = cells.maybe_reference("counterpart", indicators);
    if let (Ok(Some(min)), Ok(Some(max))) = (min, max)
        && max < min
    {
        return Err(cells.wrong("max", format!("{max} is less than min, {min}"), Some("swap the two".to_owned())));
    }
    let unit = unit_rows.get(&unit?).cloned().ok_or(Reported);
    if let (Ok(unit), Ok(population)) = (&unit, &population)
        && unit.kind == UnitKind::Share
        && population.is_empty()
    {
        let hint = "say it in both languages, such as hộ gia đình and households".to_owned();
        return Err(cells.wrong("population_vi", "is empty: a share is a share of something", Some(hint)));
    }
    let (rankable, comparable) =
        (cells.limit("rankable", Rankable::CODES), cells.limit("comparable", Comparable::CODES));
    let (resolution, caveat) = (cells.maybe_number("resolution"), cells.maybe_words("caveat"));
    if let (Ok(rankable), Ok(comparable), Ok(resolution), Ok(caveat)) = (rankable, comparable, resolution, &caveat) {
        limits(cells, rankable, comparable, resolution, caveat)?;
    }
    let (theme, topic) = (theme?, topic?);
    if let Some(of) = topic_rows.get(&topic).filter(|of| **of != theme) {
        let hint = format!("write {of}, or choose another topic");
        return Err(cells.wrong("theme", format!("is {theme}, but the topic {topic} belongs to {of}"), Some(hint)));
    }
    Ok(Indicator {
        id: cells.get("indicator").into(),
        theme,
        topic,
        name: name?,
        definition: definition?,
        population: population?,
        unit: unit?,
        better: better?,
        min: min?,
        max: max?,
        decimals: decimals?,
        headline: headline?,
        counterpart: counterpart?,
        rankable: rankable?,
        comparable: comparable?,
        resolution: resolution?,
        caveat: caveat?,
    })
}

/// Where figures may not be ranked or compared, or only in bands, readers are told why.
fn limits(
    cells: Cells,
    rankable: Rankable,
    comparable: Comparable,
    resolution: Option<f64>,
    caveat: &Words,
) -> Result<(), Reported> {
    if resolution.is_some_and(|least| least <= 0.0) {
        let hint = "write the smallest gap that tells two figures apart, such as 3, or nothing".to_owned();
        return Err(cells.wrong(
            "resolution",
            format!("“{}” tells nothing apart", cells.get("resolution")),
            Some(hint),
        ));
    }
    let limited = rankable != Rankable::Each || comparable != Comparable::Always || resolution.is_some();
    if limited && caveat.is_empty() {
        let why = match (rankable, comparable) {
            (Rankable::No, _) => "why places must not be ranked by it",
            (Rankable::Quarters, _) => "why places are told apart by quarters only",
            (_, Comparable::Always) => "how fine the measurement is",
            _ => "which of its figures must not stand beside each other, and why",
        };
        let hint = format!("say in both languages {why}");
        return Err(cells.wrong("caveat_vi", "is empty".to_owned(), Some(hint)));
    }
    Ok(())
}

fn short_name(cells: Cells) -> Result<Words, Reported> {
    let name = cells.words("name")?;
    let mut fault = Ok(());
    for (column, text) in [("name_vi", &name.vi), ("name_en", &name.en)] {
        let length = text.chars().count();
        if length > LONGEST_NAME {
            let hint = "say the rest in the definition".to_owned();
            let message = format!("has {length} characters, at most {LONGEST_NAME} fit into lists");
            fault = Err(cells.wrong(column, message, Some(hint)));
        }
    }
    fault.map(|()| name)
}

/// A common measurement: what it is called, and who carried it out.
pub(super) struct Series {
    pub(super) id: Id,
    pub(super) name: Words,
    /// Empty where no document says.
    pub(super) measured_by: Words,
}

pub(super) fn one_series(cells: Cells) -> Result<Series, Reported> {
    let (name, measured_by) = (cells.words("name"), cells.maybe_words("measured_by"));
    Ok(Series { id: cells.get("series").into(), name: name?, measured_by: measured_by? })
}

/// Every row is some document's measurement; [`source`] sees to the other direction.
pub(super) fn check_series(series: &[(u64, Series)], sources: &[(u64, Source)], log: &Log) {
    let used: BTreeSet<&str> = sources.iter().map(|(_, source)| &*source.series).collect();
    for (line, one) in series.iter().filter(|(_, one)| !used.contains(&*one.id)) {
        let hint = "delete the row, or write its id into the series of its documents in sources.csv".to_owned();
        let message = format!("no document belongs to “{}”", one.id);
        log.problem(SERIES.file, (Some(*line), Some("series")), message, Some(hint));
    }
}

/// `today` in days since 1970: no document comes from the future.
pub(super) fn source(
    cells: Cells,
    known_series: &Known,
    series: &[(u64, Series)],
    today: i32,
) -> Result<Source, Reported> {
    let title = cells.text("title");
    let (published, inferred) = (published(cells), cells.mark("published_inferred", "yes"));
    let kind = cells.code("kind", SourceKind::CODES);
    let (url, id_of_series) = (url(cells), series_id(cells, known_series));
    let accessed = cells.maybe_day("accessed");
    let note = cells.maybe_words("note");
    accessed?;
    let (published, published_inferred) = (published?, inferred?);
    if let Some(date) = published.filter(|date| date.first_day() > today) {
        let hint = "write when the document came out".to_owned();
        return Err(cells.wrong("published", format!("{date} has not begun"), Some(hint)));
    }
    if published_inferred && published.is_none() {
        let hint = Some("write the date you infer, or leave both empty".to_owned());
        return Err(cells.wrong("published_inferred", "is given without a date of publication", hint));
    }
    let of_series = id_of_series?;
    let named = series.iter().find(|(_, one)| one.id == of_series).map(|(_, one)| one);
    Ok(Source {
        id: cells.get("source").into(),
        title: title?,
        publisher: cells.get("publisher").into(),
        author: cells.get("author").into(),
        published,
        published_inferred,
        url: url?,
        kind: kind?,
        series_name: named.map(|one| one.name.clone()).unwrap_or_default(),
        measured_by: named.map(|one| one.measured_by.clone()).unwrap_or_default(),
        series: of_series,
        licence: cells.get("licence").into(),
        note: note?,
    })
}

fn published(cells: Cells) -> Result<Option<Period>, Reported> {
    if cells.get("published").is_empty() {
        return Ok(None);
    }
    let period = cells.period("published")?;
    match period.parts() {
        (PeriodPart::Year(_) | PeriodPart::Month(..) | PeriodPart::Day(..), None) => Ok(Some(period)),
        _ => Err(cells.wrong("published", format!("“{period}” is not a year, a month or a day"), None)),
    }
}

fn series_id(cells: Cells, known: &Known) -> Result<Id, Reported> {
    // A version published before the table was there names no series.
    if known.ids.as_ref().is_some_and(BTreeMap::is_empty) {
        return Ok(cells.get("series").into());
    }
    let id = cells.get("series");
    match known.unknown(id).filter(|_| !id.is_empty()) {
        None => Ok(id.into()),
        Some(message) => {
            let hint = "write a series of series.csv, add it there with who measured, or leave it empty".to_owned();
            Err(cells.wrong("series", message, Some(hint)))
        }
    }
}

fn url(cells: Cells) -> Result<Id, Reported> {
    let url = cells.get("url");
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let is_host = host.split('.').count() > 1 && host.split('.').all(|label| !label.is_empty());
    if url.is_empty() || (is_host && !url.contains(|c: char| c.is_whitespace() || "<>\"\\".contains(c))) {
        return Ok(url.into());
    }
    let hint = match url.contains(char::is_whitespace) {
        true => "an address has no spaces: copy it again from the browser".to_owned(),
        false => "expected http://… or https://…, or nothing if it is not recorded".to_owned(),
    };
    Err(cells.wrong("url", format!("“{url}” is not an address"), Some(hint)))
}

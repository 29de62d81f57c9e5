//! From the published shapes to the domain, with an exact error for each fault.

use super::{Loaded, SnapshotError, cell::Cell};
use crate::domain::*;
use std::sync::Arc;

type Outcome<T> = Result<T, SnapshotError>;

pub(super) fn catalog(file: &Cell, version: &str) -> Outcome<Record> {
    let mut record = Record::of_version(version);
    record.themes = file.rows("themes", false, |it| {
        Ok(Theme { id: it.id("id")?, main: it.flag("main")?, name: it.words("name")?, question: it.words("question")? })
    })?;
    record.topics = file.rows("topics", false, |it| {
        Ok(Topic {
            id: it.id("id")?,
            theme: it.id("theme")?,
            name: it.words("name")?,
            nearest: it.maybe_id("nearest")?,
        })
    })?;
    record.summaries = file.rows("summaries", false, summary)?;
    record.set_places(file.rows("places", false, place)?);
    record.lineage = file.rows("lineage", false, |it| {
        Ok(Lineage { from: it.id("from")?, to: it.id("to")?, date: it.period("date")?, act: it.id("act")? })
    })?;
    record.status_changes = file.rows("status_changes", false, |it| {
        Ok(StatusChange {
            place: it.id("place")?,
            date: it.period("date")?,
            kind: it.id("kind")?,
            act: it.or_empty("act")?,
            note: it.words("note")?,
        })
    })?;
    record.tiles = file.rows("tiles", false, tile)?;
    take_explanations(file, true, &mut record)?;
    Ok(record)
}

pub(super) fn figures(file: &Cell, version: &str) -> Outcome<Loaded> {
    let mut record = Record::of_version(version);
    take_explanations(file, false, &mut record)?;
    let about = file.id("id")?;
    record.set_aside = file.rows("set_aside", true, |it| {
        Ok(SetAside {
            source: about.clone(),
            place: it.id("place")?,
            indicator: it.id("indicator")?,
            period: it.period("period")?,
            printed: it.id("printed")?,
            note: it.words("note")?,
        })
    })?;
    record.observations = file.rows("observations", false, |it| observation(&record, it))?;
    let standings = file.rows("standings", true, |it| {
        Ok(Standing {
            indicator: it.id("indicator")?,
            period: it.period("period")?,
            rank: rank(it)?,
            of: it.whole("of")?,
            lowest: it.number("lowest")?,
            median: it.number("median")?,
            highest: it.number("highest")?,
        })
    })?;
    let peers = file.rows("peers", true, |it| {
        Ok(Peer { place: it.id("place")?, region: it.flag("region")?, size: it.flag("size")? })
    })?;
    let context = file.rows("context", true, |it| observation(&record, it))?;
    let answers = file.rows("answers", true, |it| {
        Ok(Answer {
            theme: it.id("theme")?,
            kind: it.code("kind", AnswerKind::from_code)?,
            own: it.rows("own", true, |it| observation(&record, it))?.pop(),
            lands: it.rows("lands", true, |it| observation(&record, it))?,
            silent: it.ids("silent")?,
            nearest: it.rows("nearest", true, |it| observation(&record, it))?.pop(),
        })
    })?;
    Ok(Loaded { record, beside: Beside { standings, peers, context, answers } })
}

/// What a place's file says about others.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Beside {
    /// How the place stands among all.
    pub standings: Vec<Standing>,
    /// Units of its region, then those nearest in population.
    pub peers: Vec<Peer>,
    /// Figures of those units and of the country.
    pub context: Vec<Arc<Observation>>,
    /// What the place is told on each theme.
    pub answers: Vec<Answer>,
}

/// A unit of the same region, or one of the nearest in population, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// Which.
    pub place: Id,
    /// It lies in the same region.
    pub region: bool,
    /// It is among the nearest in population.
    pub size: bool,
}

/// How a place stands among all in one common measurement and period.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The indicator.
    pub indicator: Id,
    /// The period.
    pub period: Period,
    /// Its rank among the places with a figure.
    pub rank: Rank,
    /// How many places have a figure.
    pub of: u16,
    /// The lowest figure of all.
    pub lowest: f64,
    /// The figure in the middle.
    pub median: f64,
    /// The highest figure of all.
    pub highest: f64,
}

fn summary(it: &Cell) -> Outcome<IndicatorSummary> {
    let targets = it.maybe_number("targets")?.map_or(Ok(0), |_| it.whole("targets"))?;
    Ok(IndicatorSummary {
        id: it.id("id")?,
        theme: it.id("theme")?,
        topic: it.id("topic")?,
        name: it.words("name")?,
        headline: it.flag("headline")?,
        common: it.flag("common")?,
        places: it.whole("places")?,
        figures: it.whole("figures")?,
        targets,
        latest: it.maybe_period("latest")?,
        counterpart: it.maybe_id("counterpart")?,
        set: it.maybe_period("set_period")?.map(|period| common_set(it, period)).transpose()?,
    })
}

fn common_set(it: &Cell, period: Period) -> Outcome<CommonSet> {
    let basis: u16 = it.whole("set_basis")?;
    Ok(CommonSet {
        period,
        basis: if basis == 63 { Basis::Former63 } else { Basis::Current34 },
        places: it.whole("set_places")?,
        lacks: it.ids("set_lacks")?,
        sign: it.code("set_sign", Sign::from_code)?,
    })
}

fn place(it: &Cell) -> Outcome<Arc<Place>> {
    Ok(Arc::new(Place {
        id: it.id("id")?,
        name: it.words("name")?,
        short: it.id("short")?,
        kind: it.code("kind", PlaceKind::from_code)?,
        gso_code: it.or_empty("gso_code")?,
        regions: it.ids("regions")?,
        valid_from: it.maybe_period("valid_from")?,
        valid_to: it.maybe_period("valid_to")?,
        aliases: it.ids("aliases")?,
    }))
}

fn tile(it: &Cell) -> Outcome<Tile> {
    let number: u16 = it.whole("basis")?;
    Ok(Tile {
        basis: Basis::from_number(number).ok_or_else(|| it.wrong("basis", &number.to_string(), "63 or 34"))?,
        row: it.whole("row")?,
        col: it.whole("col")?,
        archipelago: it.flag("archipelago")?,
        place: it.id("place")?,
        label: it.words("label")?,
    })
}

/// Definitions, documents and breaks.
fn take_explanations(file: &Cell, may_lack: bool, record: &mut Record) -> Outcome<()> {
    for one in file.rows("indicators", may_lack, indicator)? {
        record.indicators.insert(one.id.clone(), Arc::new(one));
    }
    for one in file.rows("sources", may_lack, source)? {
        record.sources.insert(one.id.clone(), Arc::new(one));
    }
    record.breaks = file.rows("breaks", true, |it| {
        Ok(Break {
            indicator: it.maybe_id("indicator")?,
            place: it.maybe_id("place")?,
            date: it.period("date")?,
            kind: it.id("kind")?,
            note: it.words("note")?,
        })
    })?;
    Ok(())
}

fn rank(it: &Cell) -> Outcome<Rank> {
    let place = it.whole("rank")?;
    let to = it.maybe_number("rank_to")?.map_or(Ok(place), |_| it.whole("rank_to"))?;
    let quarter = it.maybe_number("quarter")?.map(|_| it.whole("quarter")).transpose()?;
    Ok(Rank { place, to, shared: it.flag("shared")?, quarter: quarter.map(|it: u16| it as u8) })
}

fn indicator(it: &Cell) -> Outcome<Indicator> {
    let decimals = it.maybe_number("decimals")?.map(|_| it.whole("decimals")).transpose()?;
    Ok(Indicator {
        id: it.id("id")?,
        theme: it.id("theme")?,
        topic: it.id("topic")?,
        name: it.words("name")?,
        definition: it.words("definition")?,
        population: it.maybe_words("population")?,
        unit: Unit {
            id: it.id("unit.id")?,
            name: it.words("unit.name")?,
            symbol: it.maybe_words("unit.symbol")?,
            kind: it.code("unit.kind", UnitKind::from_code)?,
        },
        better: it.code("better", Better::from_code)?,
        min: it.maybe_number("min")?,
        max: it.maybe_number("max")?,
        decimals,
        headline: it.flag("headline")?,
        counterpart: it.maybe_id("counterpart")?,
        rankable: it.code_or("rankable", Rankable::from_code, "")?,
        comparable: it.code_or("comparable", Comparable::from_code, "")?,
        resolution: it.maybe_number("resolution")?,
        caveat: it.maybe_words("caveat")?,
    })
}

fn source(it: &Cell) -> Outcome<Source> {
    Ok(Source {
        id: it.id("id")?,
        title: it.id("title")?,
        publisher: it.or_empty("publisher")?,
        author: it.or_empty("author")?,
        published: it.maybe_period("published")?,
        published_inferred: it.flag("published_inferred")?,
        url: it.or_empty("url")?,
        kind: it.code("kind", SourceKind::from_code)?,
        series: it.or_empty("series")?,
        series_name: it.maybe_words("series_name")?,
        measured_by: it.maybe_words("measured_by")?,
        licence: it.or_empty("licence")?,
        note: it.maybe_words("note")?,
    })
}

fn observation(record: &Record, it: &Cell) -> Outcome<Arc<Observation>> {
    let (value, missing) = (it.maybe_number("value")?, it.maybe_text("missing")?);
    let reading = match (value.map(Value::new), missing) {
        (Some(Some(value)), None) => Reading::Value(value),
        (None, Some(_)) => Reading::Missing(it.code("missing", Missing::from_code)?),
        _ => {
            let said = [value.map(|it| it.to_string()), missing.map(str::to_owned)];
            let said: Vec<String> = said.into_iter().flatten().collect();
            let found = if said.is_empty() { "neither".to_owned() } else { said.join(" and ") };
            return Err(it.wrong("value", &found, "either a finite value or a reason why it is missing"));
        }
    };
    let (indicator, source) = (it.id("indicator")?, it.id("source")?);
    if !record.indicators.contains_key(&indicator) {
        return Err(it.wrong("indicator", &indicator, "an indicator of this file"));
    }
    if !record.sources.contains_key(&source) {
        return Err(it.wrong("source", &source, "a source of this file"));
    }
    Ok(Arc::new(Observation {
        place: it.id("place")?,
        indicator,
        period: it.period("period")?,
        period_inferred: it.flag("period_inferred")?,
        status: it.code_or("status", Status::from_code, Status::Actual.code())?,
        reading,
        qualifier: it.code_or("qualifier", Qualifier::from_code, Qualifier::Exact.code())?,
        source,
        note: it.maybe_words("note")?,
    }))
}

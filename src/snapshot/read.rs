//! From the published shapes to the domain, with an exact error for each fault.

use super::{SnapshotError, wire::*};
use crate::domain::*;
use std::sync::Arc;

/// Where in a file we are, for the error.
struct At<'a> {
    file: &'a str,
    list: &'static str,
    row: usize,
}

impl At<'_> {
    fn wrong(&self, field: &str, found: &str, expected: &str) -> SnapshotError {
        SnapshotError::Content {
            file: self.file.to_owned(),
            at: format!("{}[{}].{field}", self.list, self.row),
            message: format!("found “{found}”, expected {expected}"),
        }
    }

    fn period(&self, field: &str, text: &str) -> Result<Period, SnapshotError> {
        text.parse().map_err(|_| self.wrong(field, text, "a period"))
    }

    fn maybe_period(&self, field: &str, text: &Option<String>) -> Result<Option<Period>, SnapshotError> {
        text.as_deref().map(|text| self.period(field, text)).transpose()
    }

    fn code<T>(&self, field: &str, text: &str, from: fn(&str) -> Option<T>) -> Result<T, SnapshotError> {
        from(text).ok_or_else(|| self.wrong(field, text, "one of the codes of the schema"))
    }
}

fn rows<R, T>(
    file: &str,
    list: &'static str,
    rows: Vec<R>,
    read: impl Fn(&At, R) -> Result<T, SnapshotError>,
) -> Result<Vec<T>, SnapshotError> {
    rows.into_iter().enumerate().map(|(row, it)| read(&At { file, list, row }, it)).collect()
}

fn words(row: WordsRow) -> Words {
    Words { vi: row.vi, en: row.en }
}

pub(super) fn catalog(file: &str, it: CatalogFile) -> Result<Record, SnapshotError> {
    let mut record = Record::of_version(it.version);
    record.themes = rows(file, "themes", it.themes, |_, t| {
        Ok(Theme { id: t.id, main: t.main, name: words(t.name), question: words(t.question) })
    })?;
    record.topics = rows(file, "topics", it.topics, |_, t| {
        Ok(Topic { id: t.id, theme: t.theme, name: words(t.name), nearest: t.nearest })
    })?;
    record.summaries = rows(file, "summaries", it.summaries, |at, s| {
        Ok(IndicatorSummary {
            latest: at.maybe_period("latest", &s.latest)?,
            id: s.id,
            theme: s.theme,
            topic: s.topic,
            name: words(s.name),
            headline: s.headline,
            common: s.common,
            places: s.places,
            figures: s.figures,
            targets: s.targets,
        })
    })?;
    record.set_places(rows(file, "places", it.places, place)?);
    record.lineage = rows(file, "lineage", it.lineage, |at, l| {
        Ok(Lineage { date: at.period("date", &l.date)?, from: l.from, to: l.to, act: l.act })
    })?;
    record.status_changes = rows(file, "status_changes", it.status_changes, |at, c| {
        Ok(StatusChange {
            date: at.period("date", &c.date)?,
            place: c.place,
            kind: c.kind,
            act: c.act,
            note: words(c.note),
        })
    })?;
    record.tiles = rows(file, "tiles", it.tiles, |at, t| {
        Ok(Tile {
            basis: Basis::from_number(t.basis).ok_or_else(|| at.wrong("basis", &t.basis.to_string(), "63 or 34"))?,
            row: t.row,
            col: t.col,
            archipelago: t.archipelago,
            place: t.place,
            label: words(t.label),
        })
    })?;
    take_explanations(file, &mut record, it.indicators, it.sources, Vec::new())?;
    Ok(record)
}

pub(super) fn figures(file: &str, it: FiguresFile) -> Result<(Record, Vec<Standing>), SnapshotError> {
    let mut record = Record::of_version(it.version);
    take_explanations(file, &mut record, it.indicators, it.sources, it.breaks)?;
    record.observations = rows(file, "observations", it.observations, |at, o| observation(&record, at, o))?;
    let standings = rows(file, "standings", it.standings, |at, s| {
        Ok(Standing {
            period: at.period("period", &s.period)?,
            indicator: s.indicator,
            rank: Rank { place: s.rank, shared: s.shared },
            of: s.of,
            lowest: s.lowest,
            median: s.median,
            highest: s.highest,
        })
    })?;
    Ok((record, standings))
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

fn place(at: &At, p: PlaceRow) -> Result<Arc<Place>, SnapshotError> {
    Ok(Arc::new(Place {
        kind: at.code("kind", &p.kind, PlaceKind::from_code)?,
        valid_from: at.maybe_period("valid_from", &p.valid_from)?,
        valid_to: at.maybe_period("valid_to", &p.valid_to)?,
        id: p.id,
        name: words(p.name),
        short: p.short,
        gso_code: p.gso_code,
        regions: p.regions,
        aliases: p.aliases,
    }))
}

fn take_explanations(
    file: &str,
    record: &mut Record,
    indicators: Vec<IndicatorRow>,
    sources: Vec<SourceRow>,
    breaks: Vec<BreakRow>,
) -> Result<(), SnapshotError> {
    for one in rows(file, "indicators", indicators, indicator)? {
        record.indicators.insert(one.id.clone(), Arc::new(one));
    }
    for one in rows(file, "sources", sources, source)? {
        record.sources.insert(one.id.clone(), Arc::new(one));
    }
    record.breaks = rows(file, "breaks", breaks, |at, b| {
        Ok(Break {
            date: at.period("date", &b.date)?,
            indicator: b.indicator,
            place: b.place,
            kind: b.kind,
            note: words(b.note),
        })
    })?;
    Ok(())
}

fn indicator(at: &At, i: IndicatorRow) -> Result<Indicator, SnapshotError> {
    Ok(Indicator {
        unit: Unit {
            kind: at.code("unit.kind", &i.unit.kind, UnitKind::from_code)?,
            id: i.unit.id,
            name: words(i.unit.name),
            symbol: words(i.unit.symbol),
        },
        better: at.code("better", &i.better, Better::from_code)?,
        id: i.id,
        theme: i.theme,
        topic: i.topic,
        name: words(i.name),
        definition: words(i.definition),
        population: words(i.population),
        min: i.min,
        max: i.max,
        decimals: i.decimals,
        headline: i.headline,
    })
}

fn source(at: &At, s: SourceRow) -> Result<Source, SnapshotError> {
    Ok(Source {
        published: at.maybe_period("published", &s.published)?,
        kind: at.code("kind", &s.kind, SourceKind::from_code)?,
        id: s.id,
        title: s.title,
        publisher: s.publisher,
        author: s.author,
        published_inferred: s.published_inferred,
        url: s.url,
        series: s.series,
        licence: s.licence,
        note: words(s.note),
    })
}

fn observation(record: &Record, at: &At, o: ObservationRow) -> Result<Arc<Observation>, SnapshotError> {
    let reading = match (o.value.map(Value::new), &o.missing) {
        (Some(Some(value)), None) => Reading::Value(value),
        (None, Some(reason)) => Reading::Missing(at.code("missing", reason, Missing::from_code)?),
        (_, missing) => {
            let said = [o.value.map(|it| it.to_string()), missing.clone()];
            let said: Vec<String> = said.into_iter().flatten().collect();
            let found = if said.is_empty() { "neither".to_owned() } else { said.join(" and ") };
            return Err(at.wrong("value", &found, "either a finite value or a reason why it is missing"));
        }
    };
    if !record.indicators.contains_key(&o.indicator) {
        return Err(at.wrong("indicator", &o.indicator, "an indicator of this file"));
    }
    if !record.sources.contains_key(&o.source) {
        return Err(at.wrong("source", &o.source, "a source of this file"));
    }
    Ok(Arc::new(Observation {
        period: at.period("period", &o.period)?,
        status: at.code("status", &o.status, Status::from_code)?,
        qualifier: at.code("qualifier", &o.qualifier, Qualifier::from_code)?,
        reading,
        place: o.place,
        indicator: o.indicator,
        period_inferred: o.period_inferred,
        source: o.source,
        note: words(o.note),
    }))
}

//! The shapes of the published JSON files, as they are written; `read` takes them apart again.

use crate::domain::*;
use serde::Serialize;
use std::sync::Arc;

/// `index.json`: what every page needs, and `catalog.json`: the same with all definitions and documents.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CatalogFile {
    pub schema: String,
    pub version: String,
    pub themes: Vec<ThemeRow>,
    pub topics: Vec<TopicRow>,
    pub summaries: Vec<SummaryRow>,
    pub places: Vec<PlaceRow>,
    pub lineage: Vec<LineageRow>,
    pub status_changes: Vec<StatusChangeRow>,
    pub tiles: Vec<TileRow>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<IndicatorRow>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceRow>,
}

/// `indicators/<id>.json`, `places/<id>.json` and `sources/<id>.json`: figures with all that explains them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FiguresFile {
    pub schema: String,
    pub version: String,
    /// The indicator, place or source the file is about.
    pub id: Id,
    pub indicators: Vec<IndicatorRow>,
    pub sources: Vec<SourceRow>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<BreakRow>,
    /// What a document prints and no chart shows (source files only).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAsideRow>,
    pub observations: Vec<ObservationRow>,
    /// May the results of each period be compared with each other? (Indicator files only.)
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub comparability: Vec<ComparabilityRow>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub standings: Vec<StandingRow>,
    /// Whom a place is set beside (place files only).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub peers: Vec<PeerRow>,
    /// Figures of its peers and of the country (place files only).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<ObservationRow>,
    /// What the place is told on each theme (files of provinces only).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<AnswerRow>,
}

/// What a province is told on one theme: its own figure, or those of the units it was formed from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnswerRow {
    pub theme: Id,
    /// `common`, `report`, `lands` or `none`.
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<ObservationRow>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lands: Vec<ObservationRow>,
    /// Units it was formed from of which no figure was found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub silent: Vec<Id>,
    /// Where no figure was found: the place's own in the nearest common measurement.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<ObservationRow>,
}

/// A unit of the same region, or one of the nearest in population, or both.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeerRow {
    pub place: Id,
    #[serde(skip_serializing_if = "is_false")]
    pub region: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub size: bool,
}

/// How a place stands among all in one common measurement and period (place files only).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StandingRow {
    pub indicator: Id,
    pub period: String,
    pub rank: u16,
    /// The worst rank that the measurement leaves possible, where it leaves several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank_to: Option<u16>,
    /// The quarter of the list, 1 to 4, where places are told apart by quarters alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quarter: Option<u8>,
    #[serde(skip_serializing_if = "is_false")]
    pub shared: bool,
    pub of: u16,
    pub lowest: f64,
    pub median: f64,
    pub highest: f64,
}

/// The verdict over the results of one period, places of the two lists apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparabilityRow {
    pub period: String,
    pub basis: u16,
    pub figures: u16,
    #[serde(skip_serializing_if = "is_false")]
    pub common: bool,
    pub sign: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<&'static str>,
    #[serde(skip_serializing_if = "is_false")]
    pub ranked: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SetAsideRow {
    pub place: Id,
    pub indicator: Id,
    pub period: String,
    pub printed: Id,
    pub note: WordsRow,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ThemeRow {
    pub id: Id,
    #[serde(skip_serializing_if = "is_false")]
    pub main: bool,
    pub name: WordsRow,
    pub question: WordsRow,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TopicRow {
    pub id: Id,
    pub theme: Id,
    pub name: WordsRow,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<Id>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SummaryRow {
    pub id: Id,
    pub theme: Id,
    pub topic: Id,
    pub name: WordsRow,
    #[serde(skip_serializing_if = "is_false")]
    pub headline: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub common: bool,
    pub places: u16,
    pub figures: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub targets: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counterpart: Option<Id>,
    /// The period of a common measurement that most places have, how many have it, and what comparing them answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_basis: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_places: Option<u16>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub set_lacks: Vec<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_sign: Option<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlaceRow {
    pub id: Id,
    pub name: WordsRow,
    pub short: Id,
    pub kind: String,
    #[serde(skip_serializing_if = "is_blank")]
    pub gso_code: Id,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Id>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineageRow {
    pub from: Id,
    pub to: Id,
    pub date: String,
    pub act: Id,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatusChangeRow {
    pub place: Id,
    pub date: String,
    pub kind: Id,
    #[serde(skip_serializing_if = "is_blank")]
    pub act: Id,
    pub note: WordsRow,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TileRow {
    pub basis: u16,
    pub row: u8,
    pub col: u8,
    #[serde(skip_serializing_if = "is_false")]
    pub archipelago: bool,
    pub place: Id,
    pub label: WordsRow,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndicatorRow {
    pub id: Id,
    pub theme: Id,
    pub topic: Id,
    pub name: WordsRow,
    pub definition: WordsRow,
    #[serde(skip_serializing_if = "WordsRow::is_empty")]
    pub population: WordsRow,
    pub unit: UnitRow,
    pub better: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    #[serde(skip_serializing_if = "is_false")]
    pub headline: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counterpart: Option<Id>,
    /// `no` where places must not be put in an order, `quarters` where they have a quarter of the list; left out elsewhere.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub rankable: &'static str,
    /// `same-edition`, `same-reading` or `no` where not all figures may stand beside each other; left out elsewhere.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub comparable: &'static str,
    /// The smallest gap that tells two figures apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<f64>,
    #[serde(skip_serializing_if = "WordsRow::is_empty")]
    pub caveat: WordsRow,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnitRow {
    pub id: Id,
    pub name: WordsRow,
    #[serde(skip_serializing_if = "WordsRow::is_empty")]
    pub symbol: WordsRow,
    pub kind: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceRow {
    pub id: Id,
    pub title: Id,
    #[serde(skip_serializing_if = "is_blank")]
    pub publisher: Id,
    #[serde(skip_serializing_if = "is_blank")]
    pub author: Id,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    pub published_inferred: bool,
    #[serde(skip_serializing_if = "is_blank")]
    pub url: Id,
    pub kind: String,
    #[serde(skip_serializing_if = "is_blank")]
    pub series: Id,
    /// What the common measurement is called.
    #[serde(skip_serializing_if = "WordsRow::is_empty")]
    pub series_name: WordsRow,
    /// Who carried it out.
    #[serde(skip_serializing_if = "WordsRow::is_empty")]
    pub measured_by: WordsRow,
    #[serde(skip_serializing_if = "is_blank")]
    pub licence: Id,
    #[serde(skip_serializing_if = "WordsRow::is_empty")]
    pub note: WordsRow,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BreakRow {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Id>,
    pub date: String,
    pub kind: Id,
    pub note: WordsRow,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ObservationRow {
    pub place: Id,
    pub indicator: Id,
    pub period: String,
    #[serde(skip_serializing_if = "is_false")]
    pub period_inferred: bool,
    #[serde(skip_serializing_if = "is_actual")]
    pub status: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    #[serde(skip_serializing_if = "is_exact")]
    pub qualifier: String,
    pub source: Id,
    /// The code of SDMX's list of observation statuses, left out where it is `A`.
    #[serde(skip_serializing_if = "is_normal")]
    pub flag: &'static str,
    #[serde(skip_serializing_if = "WordsRow::is_empty")]
    pub note: WordsRow,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct WordsRow {
    pub vi: Arc<str>,
    pub en: Arc<str>,
}

impl WordsRow {
    fn is_empty(&self) -> bool {
        self.vi.is_empty() && self.en.is_empty()
    }
}

fn is_false(value: &bool) -> bool {
    !*value
}
fn is_zero(value: &u32) -> bool {
    *value == 0
}
fn is_blank(value: &Id) -> bool {
    value.is_empty()
}
fn is_actual(code: &str) -> bool {
    code == Status::Actual.code()
}
fn is_normal(code: &str) -> bool {
    code == Flag::Normal.code()
}
fn is_exact(code: &str) -> bool {
    code == Qualifier::Exact.code()
}

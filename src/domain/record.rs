//! The record: everything loaded so far, looked up by id. A page loads the part it needs; the rules do not care.

use super::{
    Basis, Id, Indicator, IndicatorSummary, Lineage, Observation, Period, Place, Rankable, SetAside, Source, Status,
    StatusChange, Subject, Theme, Tile, Topic, Words, sort::arrange,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A change of method or of boundary, after which figures of an indicator (or of a place) start anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The indicator it concerns; `None` for all of a place.
    pub indicator: Option<Id>,
    /// The place it concerns; `None` for all places.
    pub place: Option<Id>,
    /// The first day of the new method or boundary.
    pub date: Period,
    /// `method` or `boundary`.
    pub kind: Id,
    /// What changed.
    pub note: Words,
}

impl Break {
    /// Whether it parts two periods: one of them begins before it, and one ends at or after it. A period that runs
    /// across it belongs to neither side, and is parted from every other.
    pub fn lies_between(&self, a: &Period, b: &Period) -> bool {
        let day = self.date.first_day();
        a != b && a.first_day().min(b.first_day()) < day && day <= a.last_day().max(b.last_day())
    }

    /// Whether it speaks of this indicator at this place.
    pub fn concerns(&self, indicator: &str, place: &str) -> bool {
        self.indicator.as_deref().is_none_or(|id| id == indicator) && self.place.as_deref().is_none_or(|id| id == place)
    }
}

/// Everything loaded so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// The data version, `YYYY.MM.N`.
    pub version: String,
    /// The four themes, then the supporting ones.
    pub themes: Vec<Theme>,
    /// What readers ask about.
    pub topics: Vec<Topic>,
    /// Every indicator in the editor's order, without its figures.
    pub summaries: Vec<IndicatorSummary>,
    /// Who joined whom.
    pub lineage: Vec<Lineage>,
    /// Who became what, when.
    pub status_changes: Vec<StatusChange>,
    /// The squares of the two tile-grid maps.
    pub tiles: Vec<Tile>,
    /// Breaks of the loaded indicators.
    pub breaks: Vec<Break>,
    /// What loaded documents print and no chart shows.
    pub set_aside: Vec<SetAside>,
    /// The loaded figures.
    pub observations: Vec<Arc<Observation>>,
    /// The loaded definitions.
    pub indicators: BTreeMap<Id, Arc<Indicator>>,
    /// The loaded documents.
    pub sources: BTreeMap<Id, Arc<Source>>,
    // Shared: every page has a copy of the record, and they all have the same places.
    places: Arc<Places>,
}

/// The places in the order of all lists, and where each one stands.
#[derive(Debug, Default, PartialEq)]
struct Places {
    list: Vec<Arc<Place>>,
    index: BTreeMap<Id, usize>,
}

impl Record {
    /// An empty record of a data version.
    pub fn of_version(version: impl Into<String>) -> Self {
        Self { version: version.into(), ..Self::default() }
    }

    /// Takes the places in the order in which lists show them.
    pub fn set_places(&mut self, places: Vec<Arc<Place>>) {
        let index = places.iter().enumerate().map(|(i, place)| (place.id.clone(), i)).collect();
        self.places = Arc::new(Places { list: places, index });
    }

    /// All places, in Vietnamese alphabetical order.
    pub fn places(&self) -> &[Arc<Place>] {
        &self.places.list
    }

    /// The place with this id.
    pub fn place(&self, id: &str) -> Option<&Arc<Place>> {
        self.places.index.get(id).map(|&i| &self.places.list[i])
    }

    /// Where the place stands in the alphabetical list; unknown places last.
    pub fn place_order(&self, id: &str) -> usize {
        self.places.index.get(id).copied().unwrap_or(usize::MAX)
    }

    /// The theme with this id.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| &*theme.id == id)
    }

    /// The topic with this id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| &*topic.id == id)
    }

    /// What is known of an indicator before its figures are loaded.
    pub fn summary(&self, id: &str) -> Option<&IndicatorSummary> {
        self.summaries.iter().find(|summary| &*summary.id == id)
    }

    /// The indicator that counts the same for the other list of provinces.
    pub fn counterpart(&self, id: &str) -> Option<&IndicatorSummary> {
        let own = self.summary(id).and_then(|it| it.counterpart.clone());
        match own {
            Some(other) => self.summary(&other),
            None => self.summaries.iter().find(|it| it.counterpart.as_deref() == Some(id)),
        }
    }

    /// The indicators that answer a topic, in the editor's order, headline ones first.
    pub fn answers(&self, topic: &str) -> Vec<&IndicatorSummary> {
        let answers = self.summaries.iter().filter(|summary| &*summary.topic == topic).collect();
        arrange(answers, |summary| [i64::from(!summary.headline), 0, 0])
    }

    /// The indicators that are asked about: one, or all that answer a topic.
    pub fn indicators_of(&self, subject: &Subject) -> Vec<Id> {
        match subject {
            Subject::Indicator(id) => vec![id.clone()],
            Subject::Topic(topic) => self.answers(topic).into_iter().map(|it| it.id.clone()).collect(),
        }
    }

    /// The loaded figures of one indicator.
    pub fn figures<'a>(&'a self, indicator: &'a str) -> impl Iterator<Item = &'a Arc<Observation>> {
        self.observations.iter().filter(move |observation| &*observation.indicator == indicator)
    }

    /// The document with this id, if loaded.
    pub fn source(&self, id: &str) -> Option<&Arc<Source>> {
        self.sources.get(id)
    }

    /// What makes figures one measurement: the series of their source, or else the source itself.
    pub fn measurement<'a>(&'a self, observation: &'a Observation) -> &'a str {
        match self.source(&observation.source) {
            Some(source) if !source.series.is_empty() => &source.series,
            _ => &observation.source,
        }
    }

    /// The day from which figures such as this one start anew: the latest break that concerns it, or the first day of a
    /// unit that began with the mergers, on or before its own first day (a period across the day is on neither side).
    pub fn begins_anew(&self, observation: &Observation) -> Option<Period> {
        let breaks = self.breaks.iter().filter(|one| one.concerns(&observation.indicator, &observation.place));
        let unit = self.place(&observation.place).and_then(|place| place.valid_from);
        let days = breaks.map(|one| one.date).chain(unit);
        days.filter(|day| day.first_day() <= observation.period.first_day()).max()
    }

    /// Whether the figure belongs to one common measurement of many places.
    pub fn is_common(&self, observation: &Observation) -> bool {
        self.source(&observation.source).is_some_and(|source| !source.series.is_empty())
    }

    /// Of a theme's indicators shown first, the one to open with: a common measurement before separate reports, then what
    /// has figures of most present provinces (as far as loaded), then the newest.
    pub fn best_of_theme(&self, theme: &str) -> Option<&IndicatorSummary> {
        let key = |it: &&IndicatorSummary| {
            let present = |o: &&Arc<Observation>| {
                let of_today = self.place(&o.place).is_some_and(|place| place.is_of(Basis::Current34));
                of_today && o.status == Status::Actual && o.reading.number().is_some()
            };
            let places: BTreeSet<&Id> = self.figures(&it.id).filter(present).map(|o| &o.place).collect();
            let ranked = it.common && self.indicators.get(&it.id).is_none_or(|it| it.rankable != Rankable::No);
            (ranked, places.len(), it.latest)
        };
        let first = self.summaries.iter().filter(|it| &*it.theme == theme && it.headline);
        // Of equals the first in the editor's order.
        first.rev().max_by_key(key)
    }

    /// The units that joined this one.
    pub fn predecessors(&self, id: &str) -> Vec<&Arc<Place>> {
        self.lineage.iter().filter(|row| &*row.to == id).filter_map(|row| self.place(&row.from)).collect()
    }

    /// The unit this one is now part of.
    pub fn successor(&self, id: &str) -> Option<&Arc<Place>> {
        self.lineage.iter().find(|row| &*row.from == id).and_then(|row| self.place(&row.to))
    }

    /// Adds what another snapshot brought; the same file twice changes nothing.
    pub fn merge(&mut self, more: Record) {
        for (id, indicator) in more.indicators {
            self.indicators.insert(id, indicator);
        }
        for (id, source) in more.sources {
            self.sources.insert(id, source);
        }
        for one in more.breaks {
            if !self.breaks.contains(&one) {
                self.breaks.push(one);
            }
        }
        for one in more.set_aside {
            if !self.set_aside.contains(&one) {
                self.set_aside.push(one);
            }
        }
        if self.observations.is_empty() {
            self.observations = more.observations;
            return;
        }
        fn key(o: &Observation) -> (&str, &str, Period, Status, &str) {
            (&o.indicator, &o.place, o.period, o.status, &o.source)
        }
        // Only what is about the same indicators can be the same: mostly nothing.
        let brought: BTreeSet<&str> = more.observations.iter().map(|o| &*o.indicator).collect();
        let alike = self.observations.iter().filter(|o| brought.contains(&*o.indicator));
        let known: BTreeSet<_> = alike.map(|o| key(o)).collect();
        let fresh: Vec<_> = more.observations.iter().filter(|o| !known.contains(&key(o))).cloned().collect();
        self.observations.extend(fresh);
    }
}

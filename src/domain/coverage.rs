//! Who has published what: for every present province and topic, whether a figure of its own was found, from before or since
//! the mergers, or only figures of the units it was formed from.

use super::{Basis, Id, Observation, Period, Place, Record, Status, sort::arrange};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// How figures about one topic and province are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// Its own figure about a time since the mergers.
    Since,
    /// Its own figure, about a time before: only a unit that the mergers left alone has one.
    Before,
    /// Only figures of the units it was formed from.
    Lands,
    /// None was found.
    None,
}

/// What is known of one topic in one province.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// How.
    pub known: Known,
    /// The newest of these figures.
    pub newest: Option<Arc<Observation>>,
    /// How many there are.
    pub figures: usize,
}

/// A province with a cell for each topic.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageRow {
    /// The province.
    pub place: Arc<Place>,
    /// In the order of [`Coverage::topics`].
    pub cells: Vec<Cell>,
}

/// What was found in reports of provinces, for all present provinces and the topics of the main themes. Lists that a
/// ministry or a survey makes of everybody are left out: they say nothing of who reports.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// The topics with at least one figure of this kind.
    pub topics: Vec<Id>,
    /// The present provinces, in the order of all lists.
    pub rows: Vec<CoverageRow>,
}

/// Who has published what, as far as the record knows.
pub fn coverage(record: &Record) -> Coverage {
    let merger = record.lineage.iter().map(|row| row.date).min();
    let everybody = lists_of_everybody(record);
    let mut by_place: BTreeMap<(Id, Id), Vec<&Arc<Observation>>> = BTreeMap::new();
    for o in &record.observations {
        let stated = o.status == Status::Actual && o.reading.number().is_some();
        if let Some(indicator) = record.indicators.get(&o.indicator).filter(|_| stated)
            && !(record.is_common(o) && everybody.contains(&(&*o.indicator, o.period)))
        {
            by_place.entry((o.place.clone(), indicator.topic.clone())).or_default().push(o);
        }
    }
    let of =
        |place: &Id, topic: &Id| by_place.get(&(place.clone(), topic.clone())).map(Vec::as_slice).unwrap_or_default();
    let cell = |place: &Place, topic: &Id| {
        let own = of(&place.id, topic);
        let newest = |figures: &[&Arc<Observation>]| {
            figures.iter().max_by_key(|o| (o.period, &o.indicator)).map(|o| (*o).clone())
        };
        let since = |o: &Observation| merger.is_none_or(|day| o.period.last_day() >= day.first_day());
        if let Some(o) = newest(own) {
            let known = if since(&o) || place.valid_from.is_some() { Known::Since } else { Known::Before };
            return Cell { known, newest: Some(o), figures: own.len() };
        }
        let lands: Vec<&Arc<Observation>> =
            record.predecessors(&place.id).iter().flat_map(|it| of(&it.id, topic)).copied().collect();
        let known = if lands.is_empty() { Known::None } else { Known::Lands };
        Cell { known, newest: newest(&lands), figures: lands.len() }
    };
    let main = |theme: &Id| record.theme(theme).is_some_and(|it| it.main);
    let present = || record.places().iter().filter(|place| place.is_of(Basis::Current34));
    let topics: Vec<Id> = record.topics.iter().filter(|it| main(&it.theme)).map(|it| it.id.clone()).collect();
    let asked = |topic: &Id| present().any(|place| cell(place, topic).known != Known::None);
    let topics: Vec<Id> = topics.into_iter().filter(asked).collect();
    let row = |place: &Arc<Place>| CoverageRow {
        place: place.clone(),
        cells: topics.iter().map(|topic| cell(place, topic)).collect(),
    };
    Coverage { rows: present().map(row).collect(), topics }
}

impl Coverage {
    /// What is known of a province over several topics at once: the best of its cells, and the newest figure of that kind.
    pub fn of_topics<'a>(&self, row: &'a CoverageRow, topics: impl Fn(&Id) -> bool) -> Option<&'a Cell> {
        let cells = self.topics.iter().zip(&row.cells).filter(|(topic, _)| topics(topic)).map(|(_, cell)| cell);
        let cells: Vec<&Cell> = cells.collect();
        let newest = |cell: &&Cell| cell.newest.as_ref().map_or([i64::MAX; 2], |o| o.period.key().map(|it| -it));
        arrange(cells, |cell| [cell.known as i64, newest(cell)[0], newest(cell)[1]]).into_iter().next()
    }

    /// How many provinces are known in a way, over the topics of a theme.
    pub fn count(&self, known: Known, topics: impl Fn(&Id) -> bool) -> usize {
        self.rows.iter().filter(|row| self.of_topics(row, &topics).is_some_and(|cell| cell.known == known)).count()
    }
}

/// Indicators and periods in which a common measurement states figures of more than half of a list of provinces.
fn lists_of_everybody(record: &Record) -> BTreeSet<(&str, Period)> {
    let mut places: BTreeMap<(&str, Period), BTreeSet<&str>> = BTreeMap::new();
    for o in record.observations.iter().filter(|o| record.is_common(o) && o.reading.number().is_some()) {
        places.entry((&o.indicator, o.period)).or_default().insert(&o.place);
    }
    let size = |basis: Basis| record.places().iter().filter(|place| place.is_of(basis)).count();
    let lists = [Basis::Former63, Basis::Current34].map(|basis| (basis, size(basis)));
    let of_all = |ids: &BTreeSet<&str>| {
        lists.iter().any(|(basis, size)| {
            ids.iter().filter(|id| record.place(id).is_some_and(|it| it.is_of(*basis))).count() * 2 > *size
        })
    };
    places.into_iter().filter(|(_, ids)| of_all(ids)).map(|(key, _)| key).collect()
}

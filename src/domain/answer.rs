//! What a province is told on each theme: its own figure of a common measurement, else its own report, else what the
//! units it was formed from reported last, as theirs; else that none was found, with the nearest measurement there is.

use super::{Id, Observation, Period, Place, Record, Status, UnitKind};
use std::{cmp::Reverse, sync::Arc};

/// Where the answer on a theme comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnswerKind {
    /// Its own figure in a common measurement that ranks all.
    Common,
    /// Its own report.
    Report,
    /// Reports of the units it was formed from.
    Lands,
    /// No figure was found.
    None,
}

/// What a province is told on one theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The theme.
    pub theme: Id,
    /// Where the answer comes from.
    pub kind: AnswerKind,
    /// Its own figure.
    pub own: Option<Arc<Observation>>,
    /// What units it was formed from reported last, one of each that reported: where it has no figure of its own, or none on
    /// the theme's first topic. Never added, never averaged.
    pub lands: Vec<Arc<Observation>>,
    /// Units it was formed from of which no figure was found (lands and none only).
    pub silent: Vec<Id>,
    /// Where no figure was found: its own in the nearest common measurement, which is about something else.
    pub nearest: Option<Arc<Observation>>,
}

/// The answers of a province, one for each main theme in the editor's order. `ranked` says of a figure whether it stands in
/// a ranking of its measurement; `of` gives the figures of a unit.
pub fn answers<'a>(
    record: &Record,
    place: &Place,
    ranked: impl Fn(&Observation) -> bool,
    of: impl Fn(&Id) -> Vec<&'a Arc<Observation>>,
) -> Vec<Answer> {
    let own = of(&place.id);
    let former: Vec<(Id, Vec<&Arc<Observation>>)> =
        record.predecessors(&place.id).iter().map(|it| (it.id.clone(), of(&it.id))).collect();
    let main = record.themes.iter().filter(|theme| theme.main);
    main.map(|theme| answer(record, &theme.id, &own, &former, &ranked)).collect()
}

fn answer(
    record: &Record,
    theme: &Id,
    own: &[&Arc<Observation>],
    former: &[(Id, Vec<&Arc<Observation>>)],
    ranked: &impl Fn(&Observation) -> bool,
) -> Answer {
    let about = |o: &&&Arc<Observation>| {
        let indicator = record.indicators.get(&o.indicator);
        o.status == Status::Actual && o.reading.number().is_some() && indicator.is_some_and(|it| it.theme == *theme)
    };
    let mut told = Answer {
        theme: theme.clone(),
        kind: AnswerKind::None,
        own: None,
        lands: Vec::new(),
        silent: Vec::new(),
        nearest: None,
    };
    let common = own.iter().filter(about).filter(|o| record.is_common(o) && ranked(o));
    if let Some(o) = common.max_by_key(|o| key(record, o)) {
        return Answer { kind: AnswerKind::Common, own: Some((*o).clone()), ..told };
    }
    let first_topic = |o: &Observation| is_of_first_topic(record, o);
    let report_of = |figures: &[&Arc<Observation>]| {
        // What a unit says of itself before a survey that says something of everybody.
        figures.iter().filter(about).max_by_key(|o| (!record.is_common(o), key(record, o))).map(|o| (*o).clone())
    };
    let lands: Vec<(&Id, Option<Arc<Observation>>)> =
        former.iter().map(|(id, figures)| (id, report_of(figures))).collect();
    if let Some(o) = report_of(own) {
        if !first_topic(&o) {
            told.lands = lands.into_iter().filter_map(|(_, o)| o).filter(|o| first_topic(o)).collect();
        }
        return Answer { kind: AnswerKind::Report, own: Some(o), ..told };
    }
    for (id, o) in lands {
        match o {
            Some(o) => told.lands.push(o),
            None => told.silent.push(id.clone()),
        }
    }
    if !told.lands.is_empty() {
        return Answer { kind: AnswerKind::Lands, ..told };
    }
    let nearest = record.topics.iter().filter(|topic| topic.theme == *theme).find_map(|topic| {
        let id = topic.nearest.as_ref()?;
        let both = [Some(id), record.counterpart(id).map(|it| &it.id)];
        both.into_iter().flatten().find_map(|id| {
            let stated = own.iter().filter(|o| o.indicator == *id && o.reading.number().is_some());
            stated.max_by_key(|o| o.period).map(|o| (*o).clone())
        })
    });
    Answer { nearest, ..told }
}

/// Whether a figure is about the topic that stands first in its theme: what the theme's question asks.
fn is_of_first_topic(record: &Record, o: &Observation) -> bool {
    record.indicators.get(&o.indicator).is_some_and(|it| {
        record.topics.iter().find(|topic| topic.theme == it.theme).is_some_and(|topic| topic.id == it.topic)
    })
}

/// What is shown first elsewhere, then what the theme asks, then what is a share of people or things rather than their
/// number, then the newest, then the editor's order.
fn key(record: &Record, o: &Observation) -> (bool, bool, bool, Period, Reverse<usize>) {
    let indicator = record.indicators.get(&o.indicator);
    let headline = indicator.is_some_and(|it| it.headline);
    let share = indicator.is_some_and(|it| it.unit.kind == UnitKind::Share);
    let order = record.summaries.iter().position(|it| it.id == o.indicator).unwrap_or(usize::MAX);
    (headline, is_of_first_topic(record, o), share, o.period, Reverse(order))
}

//! A panel: figures under one definition, drawn on one axis, with what is listed beside them.

use crate::domain::*;
use std::sync::Arc;

/// A figure with all that explains it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Where.
    pub place: Arc<Place>,
    /// What was stated.
    pub observation: Arc<Observation>,
    /// By whom.
    pub source: Arc<Source>,
    /// Its rank, where the panel ranks.
    pub rank: Option<Rank>,
    /// The reader's choice it belongs to, from 0; `None` for context.
    pub chosen: Option<u8>,
}

/// Figures under one definition, drawn on one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The definition.
    pub indicator: Arc<Indicator>,
    /// How it is drawn.
    pub kind: ViewKind,
    /// Whether it shows all places rather than the chosen ones.
    pub everyone: bool,
    /// The figures drawn. For lines by place, then period; otherwise in drawing order.
    pub rows: Vec<Row>,
    /// The country and regions beside a list of provinces: a whole is not ranked with its parts.
    pub reference: Vec<Row>,
    /// The same thing stated by other sources outside the common measurement: listed, not drawn.
    pub also: Vec<Row>,
    /// Where provinces report about themselves and all are shown: what was stated before each one's newest figure.
    pub earlier: Vec<Row>,
    /// Targets: marked, never compared with results.
    pub targets: Vec<Row>,
    /// Places looked at whose figure is missing for a stated reason.
    pub missing: Vec<Row>,
    /// Places looked at that have no figure at all here.
    pub without: Vec<Arc<Place>>,
    /// May the drawn figures be compared with each other?
    pub verdict: Verdict,
    /// The one period of a ranking or map.
    pub period: Option<Period>,
    /// All periods with a result, oldest first.
    pub periods: Vec<Period>,
    /// Breaks inside what is drawn.
    pub breaks: Vec<Break>,
    /// The mergers, where units from before and from after them are drawn together.
    pub merger: Option<Break>,
    /// What is known of the way to each target, in the order of the targets.
    pub progress: Vec<Progress>,
    /// Neighbours in the ranking that differ by no more than one step of rounding.
    pub close: Vec<[Arc<Place>; 2]>,
    /// Which list of provinces the figures stand on.
    pub basis: Basis,
    /// Units of the other list have figures here too.
    pub other_basis: bool,
    /// All drawn figures come from one common measurement.
    pub common: bool,
    /// How many places were ranked, where the panel ranks.
    pub ranked: Option<u16>,
}

impl Panel {
    /// Every row, in the order of the table.
    pub fn all(&self) -> impl Iterator<Item = &Row> {
        [&self.rows, &self.reference, &self.also, &self.earlier, &self.targets, &self.missing].into_iter().flatten()
    }

    /// Where an observation stands in [`Self::all`].
    pub fn position(&self, observation: &Arc<Observation>) -> Option<usize> {
        self.all().position(|row| Arc::ptr_eq(&row.observation, observation))
    }

    /// How many decimals one step of the figures' rounding has is said by the finest of them.
    pub(super) fn close_calls(&self) -> Vec<[Arc<Place>; 2]> {
        let numbers: Vec<f64> = self.rows.iter().filter_map(|row| row.observation.reading.number()).collect();
        let fine = self.ranked.is_some() && self.indicator.unit.kind != UnitKind::Rank;
        let pairs = if fine && numbers.len() == self.rows.len() { close_calls(&numbers) } else { Vec::new() };
        pairs.into_iter().map(|(a, b)| [self.rows[a].place.clone(), self.rows[b].place.clone()]).collect()
    }
}

//! A panel: figures under one definition, drawn on one axis, with what is listed beside them.

use crate::domain::*;
use std::{borrow::Cow, collections::BTreeSet, sync::Arc};

/// So many figures of one kind a page draws and lists at the most. Both lists of provinces fit; of thousands of places a
/// page shows the ends, the chosen ones, and where the rest is.
pub const MOST_ROWS: usize = 100;
/// Of more than [`MOST_ROWS`] so many from the end of the list; the rest from its beginning.
const FROM_THE_END: usize = 20;
/// Of a ranking with chosen places so many stand at its beginning and its end, and to either side of each chosen one.
const FIRST_RANKS: usize = 5;
const LAST_RANKS: usize = 3;
const BESIDE: usize = 2;
/// Fewer rows than these are not folded away.
const WORTH_FOLDING: usize = 10;

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
    /// Figures that belong with [`Self::rows`] and are neither drawn nor listed, since there are too many; maps and files
    /// have them.
    pub folded: Vec<Row>,
    /// Where in [`Self::rows`] some were taken out: before the row of this index.
    pub cuts: BTreeSet<usize>,
    /// The country and regions beside a list of provinces: a whole is not ranked with its parts.
    pub reference: Vec<Row>,
    /// The same thing stated by other sources, outside the common measurement or word for word: listed, not drawn.
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
    /// Of lines that a change of method breaks: may what lies between the breaks be compared?
    pub within: Option<Verdict>,
    /// The one period of a ranking or map.
    pub period: Option<Period>,
    /// All periods with a result, oldest first.
    pub periods: Vec<Period>,
    /// Breaks inside what is drawn.
    pub breaks: Vec<Break>,
    /// The mergers, where units from before and from after them are drawn together.
    pub merger: Option<Break>,
    /// What is known of the way to each target, in the order of the targets; one that several documents state once.
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
    /// What is known of the way to a target, where this row is the first to state it.
    pub fn progress_of(&self, target: &Row) -> Option<&Progress> {
        self.progress.iter().find(|it| Arc::ptr_eq(&it.target, &target.observation))
    }

    /// Whether every figure drawn is of a period that its document does not name.
    pub fn is_inferred(&self) -> bool {
        !self.rows.is_empty() && self.whole().all(|row| row.observation.period_inferred)
    }

    /// What a drawing of it shows: its rows, and targets where they are marked or judged.
    pub fn drawn_rows(&self) -> impl Iterator<Item = &Row> {
        let targets = matches!(self.kind, ViewKind::Bar | ViewKind::Target) || self.rows.is_empty();
        self.rows.iter().chain(self.targets.iter().filter(move |_| targets))
    }

    /// Whether there is something to compare: two figures, or one beside another place's target.
    pub fn has_verdict(&self) -> bool {
        self.rows.len() + self.folded.len() > 1 || self.verdict.sign != Sign::Comparable
    }

    /// The verdict on what is read together: of broken lines that of each stretch between the breaks.
    pub fn between_breaks(&self) -> &Verdict {
        self.within.as_ref().unwrap_or(&self.verdict)
    }

    /// Every row that is listed, in the order of the table: all that are drawn, and of each other list the first
    /// [`MOST_ROWS`].
    pub fn all(&self) -> impl Iterator<Item = &Row> {
        let listed = self.lists().into_iter().flat_map(|list| list.iter().take(MOST_ROWS));
        // Those drawn are as many as are shown.
        self.rows.iter().chain(listed)
    }

    /// How many rows are not listed.
    pub fn left_out(&self) -> usize {
        self.folded.len() + self.lists().into_iter().map(|list| list.len().saturating_sub(MOST_ROWS)).sum::<usize>()
    }

    /// Every row, listed or not.
    pub fn every(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().chain(&self.folded).chain(self.lists().into_iter().flatten())
    }

    /// Everything that belongs with the drawn figures.
    pub fn whole(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().chain(&self.folded)
    }

    fn lists(&self) -> [&Vec<Row>; 5] {
        [&self.reference, &self.also, &self.earlier, &self.targets, &self.missing]
    }

    /// Takes what is too much to draw and list out of the rows: a line needs all of its points, a target what led to it; a
    /// list keeps its ends and the chosen ones.
    pub(super) fn fold(&mut self) {
        self.fold_to(MOST_ROWS, FROM_THE_END);
    }

    /// Of more than `most` rows keeps the first ones, so many `from_the_end`, and the chosen ones.
    fn fold_to(&mut self, most: usize, from_the_end: usize) {
        let count = self.rows.len();
        if count <= most || self.kind.is_over_time() || self.kind == ViewKind::Target {
            return;
        }
        let (first, last) = (most - from_the_end, count - from_the_end);
        self.keep(|n, row| n < first || n >= last || row.chosen.is_some());
    }

    /// Folds all rows but those that are to be kept, by where they stand.
    fn keep(&mut self, kept: impl Fn(usize, &Row) -> bool) {
        let before = std::mem::take(&mut self.cuts);
        let mut cut = false;
        for (n, row) in std::mem::take(&mut self.rows).into_iter().enumerate() {
            cut |= before.contains(&n);
            if kept(n, &row) {
                if std::mem::take(&mut cut) {
                    self.cuts.insert(self.rows.len());
                }
                self.rows.push(row);
            } else {
                cut = true;
                self.folded.push(row);
            }
        }
    }

    /// What a page draws of it: a ranking is folded around the chosen places, to its ends and who stands beside them; the
    /// rest, and a ranking of which hardly anything would be folded, is drawn as it is.
    pub fn drawn(&self) -> Cow<'_, Self> {
        let count = self.rows.len();
        let chosen: Vec<usize> = (0..count).filter(|n| self.rows[*n].chosen.is_some()).collect();
        let near = |n: usize| chosen.iter().any(|at| at.abs_diff(n) <= BESIDE);
        let kept = |n: usize| n < FIRST_RANKS || n + LAST_RANKS >= count || near(n);
        let ranking = self.kind == ViewKind::Bar && self.ranked.is_some() && !chosen.is_empty();
        if !ranking || (0..count).filter(|n| !kept(*n)).count() < WORTH_FOLDING {
            return Cow::Borrowed(self);
        }
        let mut short = self.clone();
        short.keep(|n, _| kept(n));
        Cow::Owned(short)
    }

    /// The same with few enough rows for an embed or a picture: a ranking keeps its ends and the chosen ones, and figures
    /// that are not ranked the highest, the lowest and the chosen ones, in the order of the list; what cannot be put in an
    /// order ([`Self::has_ends`]) the chosen ones and the first of the list.
    pub fn shortened(&self, most: usize) -> Self {
        let mut short = self.clone();
        // A map draws every tile anyway, and its figures are needed for its steps.
        if self.kind == ViewKind::Map {
            return short;
        }
        let chosen = self.rows.iter().any(|row| row.chosen.is_some());
        let bars = matches!(self.kind, ViewKind::Bar | ViewKind::Table);
        match bars && !chosen && self.rows.len() > most && self.has_ends() {
            true => {
                let kept = self.ends(most);
                short.keep(|n, _| kept.contains(&n));
            }
            false => short.fold_to(most, if self.ranked.is_some() { most / 3 } else { 0 }),
        }
        short
    }

    /// Where the highest figures stand and, half as many of `most`, the lowest.
    fn ends(&self, most: usize) -> BTreeSet<usize> {
        let key = |n: &usize| self.rows[*n].observation.reading.number().map_or(i64::MAX, |it| number_key(-it));
        let order = arrange((0..self.rows.len()).collect(), |n| [key(n), 0, 0]);
        let lowest = most / 2;
        order[..most - lowest].iter().chain(&order[order.len() - lowest..]).copied().collect()
    }

    /// Where an observation stands in [`Self::all`].
    pub fn position(&self, observation: &Arc<Observation>) -> Option<usize> {
        self.all().position(|row| Arc::ptr_eq(&row.observation, observation))
    }

    /// How many decimals one step of the figures' rounding has is said by the finest of them.
    ///
    /// Of what is shown: pairs of all thousands would be another dump.
    pub(super) fn close_calls(&self) -> Vec<[Arc<Place>; 2]> {
        let numbers: Vec<f64> = self.rows.iter().filter_map(|row| row.observation.reading.number()).collect();
        // Where the measurement states how fine it is, its bands say it.
        let fine =
            self.ranked.is_some() && self.indicator.unit.kind != UnitKind::Rank && self.indicator.resolution.is_none();
        let pairs = if fine && numbers.len() == self.rows.len() { close_calls(&numbers) } else { Vec::new() };
        pairs.into_iter().map(|(a, b)| [self.rows[a].place.clone(), self.rows[b].place.clone()]).collect()
    }
}

//! From a question to a view: which figures stand together, in which panel, in which order, with which verdict.
//!
//! Figures under different definitions never share a panel. Rankings exist only inside one common measurement and one
//! period. Nothing is interpolated or carried forward.

use super::Question;
use crate::domain::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

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
    /// The same thing stated by other sources outside the common measurement: listed, not drawn.
    pub also: Vec<Row>,
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
    /// Which list of provinces the figures stand on.
    pub basis: Basis,
    /// All drawn figures come from one common measurement.
    pub common: bool,
    /// How many places were ranked, where the panel ranks.
    pub ranked: Option<u16>,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// What was asked.
    pub question: Question,
    /// One panel for each definition.
    pub panels: Vec<Panel>,
    /// May the figures of all panels be compared with each other?
    pub verdict: Verdict,
    /// Chosen places without any figure here.
    pub without: Vec<Arc<Place>>,
    /// The nearest indicator under which the chosen places can be compared, unless it is already shown.
    pub nearest: Option<Id>,
}

/// The chosen places, by topic or indicator: the compare page.
pub fn view(record: &Record, question: Question) -> View {
    let ids: Vec<Id> = match &question.subject {
        Subject::Indicator(id) => vec![id.clone()],
        Subject::Topic(topic) => record.answers(topic).into_iter().map(|it| it.id.clone()).collect(),
    };
    let everyone = question.places.is_empty();
    let panels: Vec<Panel> = ids
        .iter()
        .filter_map(|id| panel(record, id, &question, everyone))
        .filter(|panel| {
            let lists = [&panel.rows, &panel.also, &panel.targets, &panel.missing];
            lists.iter().any(|list| !list.is_empty())
        })
        .collect();
    // Definitions under which more of the chosen places have a figure come first.
    let reach = |panel: &Panel| panel.rows.iter().map(|row| &row.place.id).collect::<BTreeSet<_>>().len();
    let panels = arrange(panels, |panel| [if everyone { 0 } else { -(reach(panel) as i64) }, 0, 0]);
    finish(record, question, panels)
}

/// All places under one indicator, the chosen ones highlighted: the indicator page.
pub fn indicator_view(record: &Record, question: Question) -> View {
    let panels = match &question.subject {
        Subject::Indicator(id) => panel(record, id, &question, true).into_iter().collect(),
        Subject::Topic(_) => Vec::new(),
    };
    finish(record, question, panels)
}

fn finish(record: &Record, question: Question, panels: Vec<Panel>) -> View {
    let verdict = match panels.as_slice() {
        [only] => only.verdict.clone(),
        _ => compare(record, panels.iter().flat_map(|panel| &panel.rows).map(|row| &*row.observation)),
    };
    let shown = |place: &Place| {
        panels.iter().any(|panel| {
            panel
                .rows
                .iter()
                .chain(&panel.also)
                .chain(&panel.missing)
                .chain(&panel.targets)
                .any(|row| row.place.id == place.id)
        })
    };
    let without = question.places.iter().filter(|place| !shown(place)).cloned().collect();
    let topic = match &question.subject {
        Subject::Topic(topic) => record.topic(topic),
        Subject::Indicator(id) => record.summary(id).and_then(|it| record.topic(&it.topic)),
    };
    let shown_already = |id: &Id| panels.iter().any(|panel| panel.indicator.id == *id);
    let nearest = topic
        .and_then(|topic| topic.nearest.clone())
        .filter(|id| !shown_already(id) && (verdict.sign != Sign::Comparable || !without_is_empty(&question, &panels)));
    View { question, panels, verdict, without, nearest }
}

fn without_is_empty(question: &Question, panels: &[Panel]) -> bool {
    question.places.iter().all(|p| panels.iter().any(|panel| panel.rows.iter().any(|row| row.place.id == p.id)))
}

fn panel(record: &Record, id: &str, question: &Question, everyone: bool) -> Option<Panel> {
    let indicator = record.indicators.get(id)?.clone();
    let figures: Vec<&Arc<Observation>> = record.figures(id).collect();
    let basis = question.basis.unwrap_or_else(|| basis_of(record, &figures));
    let common = figures.iter().any(|o| o.status == Status::Actual && record.is_common(o));
    let chosen = |place: &Id| question.places.iter().position(|p| p.id == *place).map(|n| n as u8);
    let in_time = |o: &Observation| question.time.is_none_or(|time| time.contains(&o.period));
    let row = |o: &Arc<Observation>| {
        Some(Row {
            place: record.place(&o.place)?.clone(),
            source: record.source(&o.source)?.clone(),
            chosen: chosen(&o.place),
            rank: None,
            observation: o.clone(),
        })
    };
    let drawable: Vec<&Arc<Observation>> =
        figures.iter().copied().filter(|o| o.status == Status::Actual && record.is_common(o) == common).collect();
    let periods: Vec<Period> = drawable
        .iter()
        .filter(|o| o.reading.number().is_some())
        .map(|o| o.period)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let concerns_chosen = |o: &Observation| chosen(&o.place).is_some();
    let kind = question.view.unwrap_or_else(|| {
        let own: BTreeSet<Period> =
            drawable.iter().filter(|o| concerns_chosen(o) && in_time(o)).map(|o| o.period).collect();
        if !everyone && common && own.len() >= 3 { ViewKind::Line } else { ViewKind::Bar }
    });
    // A line needs someone to follow: without a choice it shows the table's figures over time for nobody.
    let kind = if kind == ViewKind::Line && question.places.is_empty() { ViewKind::Bar } else { kind };
    let wide = kind == ViewKind::Map || (everyone && kind != ViewKind::Line);
    let scope = |o: &Observation| wide || concerns_chosen(o);
    let one_period = common && kind != ViewKind::Line;
    let period = one_period.then(|| best_period(&drawable, &scope, question.time)).flatten();

    let mut rows = Vec::new();
    let mut missing = Vec::new();
    let mut also = Vec::new();
    let mut targets = Vec::new();
    for o in figures.iter().copied().filter(|o| scope(o) && in_time(o)) {
        let Some(row) = row(o) else { continue };
        match (o.status, record.is_common(o) == common) {
            // In a ranking of one period a target for another year would stand beside the wrong results.
            (Status::Target, _) if one_period && Some(o.period) != period => {}
            (Status::Target, _) if o.reading.number().is_some() => targets.push(row),
            _ if one_period && Some(o.period) != period => {}
            (Status::Actual, false) => also.push(row),
            (_, true) if o.reading.number().is_some() => rows.push(row),
            _ => missing.push(row),
        }
    }
    let order = |row: &Row| {
        let [last, first] = row.observation.period.key();
        [record.place_order(&row.place.id) as i64, last, first]
    };
    for list in [&mut rows, &mut missing, &mut also, &mut targets] {
        *list = arrange(std::mem::take(list), order);
    }
    let breaks = breaks_within(record, id, &rows);
    let verdict = match kind {
        ViewKind::Line => trend_verdict(record, &rows, &breaks),
        _ => compare(record, rows.iter().map(|row| &*row.observation)),
    };
    let mut ranked = None;
    if one_period && verdict.may_rank() && !rows.is_empty() {
        let numbers: Vec<f64> = rows.iter().filter_map(|row| row.observation.reading.number()).collect();
        // The chosen ones keep their rank among all places, not among themselves.
        let all: Vec<f64> =
            drawable.iter().filter(|o| Some(o.period) == period).filter_map(|o| o.reading.number()).collect();
        let numbers_of_all = if wide { &numbers } else { &all };
        if let Some(ranking) = rank(numbers_of_all, indicator.better).filter(|it| it.of > 1) {
            for row in &mut rows {
                let number = row.observation.reading.number();
                row.rank = numbers_of_all.iter().position(|n| Some(*n) == number).map(|at| ranking.ranks[at]);
            }
            ranked = Some(ranking.of);
            rows = arrange(rows, |row| [row.rank.map_or(0, |rank| rank.place.into()), 0, 0]);
        }
    }
    let seen: BTreeSet<&Id> = rows.iter().chain(&missing).map(|row| &row.place.id).collect();
    let without = if wide && common {
        record.places().iter().filter(|p| p.is_of(basis) && !seen.contains(&p.id)).cloned().collect()
    } else {
        question.places.iter().filter(|p| !seen.contains(&p.id)).cloned().collect()
    };
    Some(Panel {
        indicator,
        kind,
        everyone: wide,
        rows,
        also,
        targets,
        missing,
        without,
        verdict,
        period,
        periods,
        breaks,
        basis,
        common,
        ranked,
    })
}

/// The list most of the figures stand on.
fn basis_of(record: &Record, figures: &[&Arc<Observation>]) -> Basis {
    let places: BTreeSet<&str> = figures.iter().map(|o| &*o.place).collect();
    let count = |basis| places.iter().filter_map(|id| record.place(id)).filter(|p| p.is_of(basis)).count();
    if count(Basis::Current34) > count(Basis::Former63) { Basis::Current34 } else { Basis::Former63 }
}

/// The latest of the periods that most of the places looked at have a figure for.
fn best_period(
    figures: &[&Arc<Observation>],
    scope: &dyn Fn(&Observation) -> bool,
    time: Option<TimeSpan>,
) -> Option<Period> {
    let mut counts: BTreeMap<Period, usize> = BTreeMap::new();
    for o in figures.iter().filter(|o| scope(o) && time.is_none_or(|t| t.contains(&o.period))) {
        *counts.entry(o.period).or_default() += usize::from(o.reading.number().is_some());
    }
    // A period only a few places have does not hide the last full one: nine tenths of the fullest will do.
    let most = counts.values().copied().max()?;
    counts.into_iter().rev().find(|(_, n)| n * 10 >= most * 9).map(|(period, _)| period)
}

fn breaks_within(record: &Record, indicator: &str, rows: &[Row]) -> Vec<Break> {
    let first = rows.iter().map(|row| row.observation.period).min();
    let last = rows.iter().map(|row| row.observation.period).max();
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    let breaks: Vec<Break> = record
        .breaks
        .iter()
        .filter(|one| one.lies_between(&first, &last) && rows.iter().any(|row| one.concerns(indicator, &row.place.id)))
        .cloned()
        .collect();
    arrange(breaks, |one| [one.date.key()[0], 0, 0])
}

/// A trend is read two ways: places beside each other at one time, and one place along its line between two breaks.
/// The breaks themselves are drawn as gaps, so that nothing is read across them.
fn trend_verdict(record: &Record, rows: &[Row], breaks: &[Break]) -> Verdict {
    let segment = |period: &Period| breaks.iter().filter(|one| one.date.first_day() <= period.last_day()).count();
    let mut groups: BTreeMap<(u8, String), Vec<&Observation>> = BTreeMap::new();
    for row in rows {
        let o = &*row.observation;
        groups.entry((0, o.period.to_string())).or_default().push(o);
        groups.entry((1, format!("{} {}", row.place.id, segment(&o.period)))).or_default().push(o);
    }
    let mut reasons: Vec<Reason> = Vec::new();
    for group in groups.into_values() {
        for reason in compare(record, group).reasons {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    let places: BTreeSet<&Id> = rows.iter().map(|row| &row.place.id).collect();
    if places.len() > 1 {
        let overlap = compare(record, rows.iter().map(|row| &*row.observation)).reasons;
        reasons.extend(
            overlap
                .into_iter()
                .filter(|r| {
                    matches!(r.kind(), ReasonKind::Era | ReasonKind::Part | ReasonKind::OwnReports)
                        && !reasons.contains(r)
                })
                .collect::<Vec<_>>(),
        );
    }
    Verdict::of(reasons)
}

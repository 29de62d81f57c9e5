//! From a question to a view: which figures stand together, in which panel, in which order, with which verdict.
//!
//! Figures under different definitions never share a panel. Rankings exist only inside one common measurement and one
//! period. Nothing is interpolated or carried forward.

use super::{
    Panel, Question, Row,
    apart::{strays, take_earlier, take_lonely},
    nearest::{Nearest, nearest},
    times::{best_period, two_ends},
    twice::take_repeated,
    verdicts::{across_breaks, beside_targets, sides, trend_verdict},
};
use crate::domain::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The most definitions of a topic that are drawn when no place was chosen.
const MOST_PANELS: usize = 3;

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
    /// The nearest indicator under which the chosen places can be compared, unless it is already shown; or that there is none.
    pub nearest: Option<Nearest>,
    /// Further definitions under the topic that have figures and are not shown: for a topic without places.
    pub further: Vec<Id>,
}

/// The chosen places, by topic or indicator: the compare page.
pub fn view(record: &Record, question: Question) -> View {
    let ids = record.indicators_of(&question.subject);
    let everyone = question.places.is_empty();
    let panels: Vec<Panel> = ids
        .iter()
        .flat_map(|id| panels_of(record, id, &question, everyone))
        .filter(|panel| panel.all().next().is_some())
        .collect();
    // Definitions under which more of the chosen places have a figure come first.
    let reach = |panel: &Panel| panel.whole().map(|row| &row.place.id).collect::<BTreeSet<_>>().len();
    let first = |panel: &Panel| i64::from(everyone && !panel.indicator.headline);
    let mut panels = arrange(panels, |panel| [first(panel), -(reach(panel) as i64), 0]);
    // Nobody reads twenty definitions of everywhere at once: the widest are shown, the rest are named.
    let further = match everyone {
        true => panels.drain(MOST_PANELS.min(panels.len())..).map(|panel| panel.indicator.id.clone()).collect(),
        false => Vec::new(),
    };
    View { further, ..finish(record, question, panels) }
}

/// All places under one indicator, the chosen ones highlighted: the indicator page.
pub fn indicator_view(record: &Record, question: Question) -> View {
    let panels = match &question.subject {
        Subject::Indicator(id) => panel(record, id, &question, true, &|_| true).into_iter().collect(),
        Subject::Topic(_) => Vec::new(),
    };
    finish(record, question, panels)
}

fn finish(record: &Record, question: Question, panels: Vec<Panel>) -> View {
    let verdict = match panels.as_slice() {
        [only] => only.verdict.clone(),
        _ => compare(record, panels.iter().flat_map(Panel::whole).map(|row| &*row.observation)),
    };
    let shown = |place: &Place| panels.iter().any(|panel| panel.all().any(|row| row.place.id == place.id));
    let without = question.places.iter().filter(|place| !shown(place)).cloned().collect();
    let shown_already = |id: &Id| panels.iter().any(|panel| panel.indicator.id == *id);
    // Lines that a change of method breaks are read between the breaks: nothing else need be offered.
    let sign = match panels.as_slice() {
        [only] => only.between_breaks().sign,
        _ => verdict.sign,
    };
    let wanted = question.places.len() > 1 && (sign != Sign::Comparable || !without_is_empty(&question, &panels));
    let nearest = nearest(record, &question).filter(|it| match it {
        Nearest::Indicator(id) => wanted && !shown_already(id),
        Nearest::None => wanted && sign == Sign::NotComparable,
    });
    View { question, panels, verdict, without, nearest, further: Vec::new() }
}

fn without_is_empty(question: &Question, panels: &[Panel]) -> bool {
    question.places.iter().all(|p| panels.iter().any(|panel| panel.whole().any(|row| row.place.id == p.id)))
}

/// The panels of one indicator: one, unless its figures may not be compared even under one definition. Then those of
/// either side of a change of method, of either era, and of an area beside its parts are drawn each on its own axis.
/// (Lines stay together: they are broken where the method changed, and marked where provinces merged.)
fn panels_of(record: &Record, id: &str, question: &Question, everyone: bool) -> Vec<Panel> {
    let Some(whole) = panel(record, id, question, everyone, &|_| true) else { return Vec::new() };
    if whole.everyone || whole.kind != ViewKind::Bar || whole.verdict.sign != Sign::NotComparable {
        return vec![whole];
    }
    let breaks: Vec<&Break> =
        record.breaks.iter().filter(|one| one.indicator.as_deref().is_none_or(|it| it == id)).collect();
    let eras = whole.verdict.has(ReasonKind::Era);
    // Regions and the country by themselves, units of today beside none of before.
    let area = |o: &Observation| match record.place(&o.place) {
        Some(place) if !place.is_unit() => 2 + record.place_order(&place.id) as i64,
        Some(place) if eras && place.valid_from.is_some() => 1,
        _ => 0,
    };
    let side = |o: &Observation| sides(&breaks, o);
    let rows = || whole.whole().map(|row| &*row.observation);
    let keys: BTreeSet<(i64, [usize; 2])> = rows().map(|o| (area(o), side(o))).collect();
    if keys.len() < 2 {
        return vec![whole];
    }
    // What has no panel of its own stands by the latest figures of its area, or else by the last of all.
    let home = |o: &Observation| {
        let own = (area(o), side(o));
        let of_area = || keys.iter().rev().find(|(of, _)| *of == own.0);
        keys.get(&own).or_else(of_area).or(keys.last()).copied()
    };
    let of = |key| {
        let mut one = panel(record, id, question, everyone, &|o| home(o) == Some(key))?;
        // Who stands in another of these panels is not without a figure.
        one.without.retain(|place| whole.without.contains(place));
        Some(one)
    };
    keys.iter().filter_map(|key| of(*key)).collect()
}

fn panel(
    record: &Record,
    id: &str,
    question: &Question,
    everyone: bool,
    within: &dyn Fn(&Observation) -> bool,
) -> Option<Panel> {
    let indicator = record.indicators.get(id)?.clone();
    let figures: Vec<&Arc<Observation>> = record.figures(id).collect();
    let basis = question.basis.unwrap_or_else(|| basis_of(record, &figures));
    let chosen = |place: &Id| question.places.iter().position(|p| p.id == *place).map(|n| n as u8);
    let concerns_chosen = |o: &Observation| chosen(&o.place).is_some();
    // A target is judged by all figures there are, whatever time is looked at.
    let all_times = question.view == Some(ViewKind::Target);
    let in_time = |o: &Observation| all_times || question.time.is_none_or(|time| time.contains(&o.period));
    // What a unit that the mergers left alone stated since then is no figure of the former list.
    let merger = record.lineage.first().map(|row| row.date.first_day());
    let of_then = |o: &Observation| o.status == Status::Target || merger.is_none_or(|day| o.period.first_day() < day);
    let unit_of = |o: &Observation, basis| {
        record.place(&o.place).is_some_and(|place| place.is_of(basis)) && (basis != Basis::Former63 || of_then(o))
    };
    let whole = |o: &Observation| record.place(&o.place).is_some_and(|place| !place.is_unit());
    let stated = |o: &Observation| o.status == Status::Actual && o.reading.number().is_some();
    // One common measurement, if it has a figure of somebody looked at; or else whatever was stated.
    let of_all = everyone || question.view == Some(ViewKind::Map);
    // The country is no part of a list: what a measurement of provinces says of it is a report beside others.
    let looked_at = |o: &Observation| (concerns_chosen(o) && !whole(o)) || (of_all && unit_of(o, basis));
    let common = figures.iter().any(|o| stated(o) && record.is_common(o) && looked_at(o) && in_time(o));
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
        figures.iter().copied().filter(|o| o.status == Status::Actual && (record.is_common(o) || !common)).collect();
    let periods: Vec<Period> = drawable
        .iter()
        .filter(|o| o.reading.number().is_some())
        .map(|o| o.period)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let kind = question.view.unwrap_or_else(|| {
        let own: BTreeSet<Period> =
            drawable.iter().filter(|o| concerns_chosen(o) && in_time(o)).map(|o| o.period).collect();
        if !everyone && common && own.len() >= 3 { ViewKind::Line } else { ViewKind::Bar }
    });
    // A line needs someone to follow: without a choice it shows the table's figures over time for nobody.
    let followed = |o: &Observation| concerns_chosen(o) && in_time(o) && within(o);
    let slope = kind == ViewKind::Slope;
    let ends = if slope { two_ends(record, id, question, &drawable, &followed) } else { None };
    let places = || drawable.iter().filter(|o| followed(o) && o.reading.number().is_some()).map(|o| &o.place);
    let kind = match kind {
        ViewKind::Line | ViewKind::Multiples if question.places.is_empty() => ViewKind::Bar,
        ViewKind::Multiples if places().collect::<BTreeSet<_>>().len() < 2 => ViewKind::Line,
        ViewKind::Slope if ends.is_none() => ViewKind::Bar,
        kind => kind,
    };
    let over_time = kind.is_over_time();
    let wide = kind == ViewKind::Map || (everyone && !over_time);
    // All places means all of one list. The country, its regions and who was chosen from the other list are shown beside
    // it, unless nobody else has a figure.
    let scope = |o: &Observation| concerns_chosen(o) || (wide && (unit_of(o, basis) || whole(o)));
    let list_speaks = wide && figures.iter().any(|o| unit_of(o, basis) && stated(o) && in_time(o) && within(o));
    let beside = |o: &Observation| list_speaks && !unit_of(o, basis);
    let one_period = common && !over_time && kind != ViewKind::Target;
    let ranks_in = |o: &Observation| scope(o) && !beside(o);
    let units = record.places().iter().filter(|place| place.is_of(basis)).count();
    let period = one_period.then(|| best_period(&drawable, &ranks_in, question.time, wide.then_some(units))).flatten();
    // A chosen place without a figure of that period is not without a figure: its newest one is shown, with its period.
    let stray = if wide { BTreeMap::new() } else { strays(&drawable, &followed, period) };
    let elsewhere = |o: &Observation| stray.get(&o.place) == Some(&o.period);
    let off_period = |o: &Observation| one_period && Some(o.period) != period;

    let mut rows = Vec::new();
    let mut missing = Vec::new();
    let mut also = Vec::new();
    let mut targets = Vec::new();
    let mut reference = Vec::new();
    for o in figures.iter().copied().filter(|o| scope(o) && in_time(o) && within(o)) {
        let Some(row) = row(o) else { continue };
        match (o.status, record.is_common(o) || !common) {
            // In a ranking of one period a target for another year would stand beside the wrong results.
            (Status::Target, _) if off_period(o) => {}
            // The country's target is no more on the provinces' axis than its result.
            (Status::Target, _) if beside(o) && kind != ViewKind::Target => reference.push(row),
            (Status::Target, _) if o.reading.number().is_some() => targets.push(row),
            (Status::Actual, false) => also.push(row),
            _ if off_period(o) && !elsewhere(o) => {}
            (Status::Actual, _) if ends.is_some_and(|ends| !ends.contains(&o.period)) => {}
            _ if beside(o) => reference.push(row),
            (_, true) if o.reading.number().is_some() => rows.push(row),
            _ => missing.push(row),
        }
    }
    let order = |row: &Row| {
        let [last, first] = row.observation.period.key();
        [record.place_order(&row.place.id) as i64, last, first]
    };
    let lonely = if wide || kind == ViewKind::Target { Vec::new() } else { take_lonely(&rows, &mut also) };
    let period = period.filter(|_| stray.is_empty() && lonely.is_empty());
    rows.extend(lonely);
    for list in [&mut rows, &mut missing, &mut also, &mut targets, &mut reference] {
        *list = arrange(std::mem::take(list), order);
    }
    also.extend(take_repeated(&mut rows));
    let breaks = breaks_within(record, id, &rows);
    let earlier = if wide && !common && kind != ViewKind::Target {
        take_earlier(&mut rows, &breaks.iter().collect::<Vec<_>>())
    } else {
        Vec::new()
    };
    let merger = merger_within(record, &rows);
    let drawn = || compare(record, rows.iter().map(|row| &*row.observation));
    let (verdict, within) = match kind {
        ViewKind::Line | ViewKind::Multiples => across_breaks(trend_verdict(record, &rows, &breaks), drawn()),
        // Two periods invite to be read across whatever lies between them.
        ViewKind::Slope => (trend_verdict(record, &rows, &[]), None),
        ViewKind::Target => (drawn(), None),
        _ if wide => (drawn(), None),
        _ => (beside_targets(drawn(), &rows, &targets), None),
    };
    let mut ranked = None;
    if one_period && period.is_some() && verdict.may_rank() && !rows.is_empty() {
        let numbers: Vec<f64> = rows.iter().filter_map(|row| row.observation.reading.number()).collect();
        // The chosen ones keep their rank among all places, not among themselves.
        let of_list = |o: &Observation| Some(o.period) == period && unit_of(o, basis);
        let all: Vec<f64> = drawable.iter().filter(|o| of_list(o)).filter_map(|o| o.reading.number()).collect();
        let numbers_of_all = if wide { &numbers } else { &all };
        // Often only the ends of a table were published: the tenth of ten must not read as the last of all.
        let enough = numbers_of_all.len() * 2 > units;
        if let Some(ranking) = rank_under(&indicator, numbers_of_all).filter(|it| it.of > 1 && enough) {
            let ranks: BTreeMap<u64, Rank> =
                numbers_of_all.iter().map(|n| n.to_bits()).zip(ranking.ranks.iter().copied()).collect();
            for row in &mut rows {
                row.rank = row.observation.reading.number().and_then(|number| ranks.get(&number.to_bits()).copied());
            }
            ranked = Some(ranking.of);
            let down = if indicator.better == Better::Lower { 1.0 } else { -1.0 };
            rows = arrange(rows, |row| [row.observation.reading.number().map_or(0, |it| number_key(down * it)), 0, 0]);
        }
    }
    let lists = [&rows, &missing, &also, &earlier, &reference];
    let seen: BTreeSet<&Id> = lists.into_iter().flatten().map(|row| &row.place.id).collect();
    let without = if wide && common {
        record.places().iter().filter(|p| p.is_of(basis) && !seen.contains(&p.id)).cloned().collect()
    } else {
        question.places.iter().filter(|p| !seen.contains(&p.id)).cloned().collect()
    };
    let progress = {
        let known: Vec<Arc<Observation>> = figures.iter().copied().cloned().collect();
        let of_targets: BTreeMap<*const Observation, Progress> =
            progress(record, &indicator, &known, today(&record.version))
                .into_iter()
                .map(|it| (Arc::as_ptr(&it.target), it))
                .collect();
        targets.iter().filter_map(|row| of_targets.get(&Arc::as_ptr(&row.observation)).cloned()).collect()
    };
    let other = if basis == Basis::Former63 { Basis::Current34 } else { Basis::Former63 };
    let other_basis = figures.iter().any(|o| unit_of(o, other) && !unit_of(o, basis));
    let mut panel = Panel {
        indicator,
        kind,
        everyone: wide,
        rows,
        folded: Vec::new(),
        cuts: BTreeSet::new(),
        reference,
        also,
        earlier,
        targets,
        missing,
        without,
        verdict,
        within,
        period,
        periods,
        breaks,
        merger,
        progress,
        close: Vec::new(),
        basis,
        other_basis,
        common,
        ranked,
    };
    panel.fold();
    panel.close = panel.close_calls();
    Some(panel)
}

/// The mergers of 1 July 2025 as a break, where units that ended with them stand beside units that began with them.
/// Units they left alone go on.
fn merger_within(record: &Record, rows: &[Row]) -> Option<Break> {
    let ended = rows.iter().any(|row| row.place.is_unit() && row.place.valid_to.is_some());
    let began = rows.iter().any(|row| row.place.is_unit() && row.place.valid_from.is_some());
    let date = record.lineage.first().map(|row| row.date).filter(|_| ended && began)?;
    let note = Words::new(
        "Từ ngày này 63 tỉnh, thành còn 34: số liệu hai bên thuộc những địa giới khác nhau.",
        "From this day 63 provinces became 34: figures on either side belong to different territories.",
    );
    Some(Break { indicator: None, place: None, date, kind: "boundary".into(), note })
}

/// The list of today wherever one of its units has a result (or, where there are none, a target); else the former one, if
/// one of its units has. What is known only of units that the mergers left alone stands on the list of today too.
fn basis_of(record: &Record, figures: &[&Arc<Observation>]) -> Basis {
    let results: BTreeSet<&str> = figures.iter().filter(|o| o.status == Status::Actual).map(|o| &*o.place).collect();
    let places = if results.is_empty() { figures.iter().map(|o| &*o.place).collect() } else { results };
    let units = || places.iter().filter_map(|id| record.place(id)).filter(|place| place.is_unit());
    let (began, ended) = (units().any(|it| it.valid_from.is_some()), units().any(|it| it.valid_to.is_some()));
    if ended && !began { Basis::Former63 } else { Basis::Current34 }
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

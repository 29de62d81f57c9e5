//! Lines over time laid out: which points belong to whose line, where it has gaps, what parts it, and the two axes. What
//! stands here is the same for the drawing in the document ([`super::Drawing::svg`]) and for the live chart.
//!
//! Nothing is drawn across a break, nor across a year without a figure.

mod labels;
mod multiples;

use super::{Panel, Row, bars};
use crate::{
    domain::{Break, Id, Observation, Period, PeriodPart, Sign, UnitKind, ViewKind, arrange},
    text::{self, Locale},
};

pub(super) use super::bars::{BEFORE_NAME, BORDER, FONT_SIZE, LEFT, TO_NAME};
pub(super) use multiples::NAME;
/// The height of the letters beside a point, and from one of their lines to the next.
pub(super) const LABEL_SIZE: f64 = 12.0;
pub(super) const LABEL_LINE: f64 = 15.0;
/// From the edge of a marker to its label.
pub(super) const TO_LABEL: f64 = 5.0;
/// A label is at most so wide, if its words allow.
const WIDEST: f64 = 100.0;
/// What a year's name needs, in a drawing as narrow as they come.
const YEAR: f64 = 36.0;
const NARROWEST: f64 = 300.0;
/// A drawing is so high.
const HEIGHT: f64 = 280.0;
/// Across a marker, along a line, and the letters above a rule.
pub(super) const MARK: f64 = 9.0;
pub(super) const WIDTH: f64 = 2.5;
/// How thick a line behind another place's is.
pub(super) const BEHIND: f64 = 1.0;
/// From the top of a small chart to the middle of its name.
pub(super) const ABOVE_PLOT: f64 = 14.0;
pub(super) const RULE_SIZE: f64 = 11.0;
/// So many steps the axis of numbers has, more or less, and that of a small chart.
const STEPS: f64 = 4.0;
const FEW_STEPS: f64 = 2.0;
/// What is written beside a point: so no reader has to look up in a legend whose line it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct EndLabel {
    /// Up to three lines of text.
    pub(super) words: String,
    /// On its left, at the beginning of a line; otherwise on its right.
    pub(super) before: bool,
    /// So far below its point the middle of the words stands, so that labels do not lie on each other.
    pub(super) down: f64,
}

/// A place on a line; a gap where there is no number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Point {
    /// The middle of the period, in years.
    pub(super) x: f64,
    /// What was stated.
    pub(super) y: Option<f64>,
    /// An estimate, drawn hollow.
    pub(super) hollow: bool,
    /// What is written beside it.
    pub(super) label: Option<EndLabel>,
}

/// One place's line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Series {
    /// Whose choice it is, from 0: colour, marker and dash go by it.
    pub(super) paint: u8,
    /// From the earliest on.
    pub(super) points: Vec<Point>,
    /// In which chart it lies, of small multiples; otherwise there is one.
    pub(super) chart: usize,
    /// Behind another place's line, in grey and without marks.
    pub(super) context: bool,
}

/// Lines ready to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// The height of the drawing in CSS pixels, the same at every width.
    pub height: u32,
    /// Which row of the panel each mark stands for, by series and datum; `None` is a gap.
    pub marks: Vec<Vec<Option<usize>>>,
    pub(super) series: Vec<Series>,
    /// The breaks: where, in years, and what each says. Between two periods they part the lines, and are told below.
    pub(super) rules: Vec<(f64, String)>,
    /// The two periods that lines are drawn between, from 0 on: nothing but these is named then, and between them ≠ where
    /// they may not be compared. Otherwise time runs on.
    pub(super) periods: Option<Vec<String>>,
    /// Of small multiples the place that each is about, from above; otherwise none.
    pub(super) names: Vec<String>,
    /// The room left of the plot where no numbers are named there, and right of it.
    pub(super) left: f64,
    pub(super) right: f64,
    /// Where the years begin and end, and how many lie from one that is named to the next.
    pub(super) x: [f64; 2],
    pub(super) years: f64,
    /// Where the numbers begin and end, and from one that is named to the next.
    pub(super) y: [f64; 2],
    pub(super) step: f64,
    /// The numbers that are named, as the language writes them.
    pub(super) levels: Vec<(f64, String)>,
    /// How the live chart is to write its numbers.
    pub(super) numbers: &'static str,
    /// Ranks: the first on top.
    pub(super) inverse: bool,
    /// The room above.
    pub(super) top: f64,
}

impl Lines {
    /// What the names of the numbers to the left stand out above the plot: half a line, where there are any.
    fn over(&self) -> f64 {
        if self.periods.is_some() { 0.0 } else { FONT_SIZE / 2.0 }
    }

    /// Where the plot of a chart begins from above, and where it ends, in pixels.
    pub(super) fn ground(&self, chart: usize) -> [f64; 2] {
        match self.names.is_empty() {
            true => [self.top + self.over(), f64::from(self.height) - LEFT - FONT_SIZE - TO_NAME],
            false => self.small_ground(chart),
        }
    }

    /// How far from above a number of a chart lies, in pixels.
    pub(super) fn up(&self, chart: usize, number: f64) -> f64 {
        let ([from, to], [top, bottom]) = (self.y, self.ground(chart));
        let part = (number - from) / (to - from);
        bottom - (bottom - top) * if self.inverse { 1.0 - part } else { part }
    }

    /// The years that are named; those at the very ends are not.
    pub(super) fn named_years(&self) -> impl Iterator<Item = f64> {
        let [from, to] = self.x;
        let first = (from / self.years).floor() as i64;
        (first..)
            .map(|n| n as f64 * self.years)
            .skip_while(move |year| *year <= from)
            .take_while(move |year| *year < to)
    }
}

/// The lines of a panel; `None` where there is nothing to draw, or something else.
pub fn lines(panel: &Panel, locale: Locale) -> Option<Lines> {
    let (slope, small) = (panel.kind == ViewKind::Slope, panel.kind == ViewKind::Multiples);
    if !panel.kind.is_over_time() {
        return None;
    }
    let mut places: Vec<(&Id, u8)> = Vec::new();
    for row in &panel.rows {
        if let (Some(chosen), false) = (row.chosen, places.iter().any(|(id, _)| **id == row.place.id)) {
            places.push((&row.place.id, chosen));
        }
    }
    let places = arrange(places, |(_, chosen)| [i64::from(*chosen), 0, 0]);
    let periods = || panel.rows.iter().map(|row| row.observation.period);
    let ends = if slope { Some([periods().min()?, periods().max()?]) } else { None };
    // Two figures on either side of a change stand apart: the sign has a place of its own between them.
    let parted = slope && (!panel.breaks.is_empty() || panel.merger.is_some());
    let end = if parted { 2.0 } else { 1.0 };
    let x = |row: &Row| match ends {
        Some([first, _]) => {
            if row.observation.period == first {
                0.0
            } else {
                end
            }
        }
        None => middle(&row.observation),
    };
    let mut series = Vec::new();
    let mut marks = Vec::new();
    let mut names = Vec::new();
    for (id, paint) in places {
        let own: Vec<(usize, &Row)> = panel.rows.iter().enumerate().filter(|(_, row)| row.place.id == *id).collect();
        let (mut points, mut rows) = (Vec::new(), Vec::new());
        for (at, (index, row)) in own.iter().enumerate() {
            if let Some((_, before)) = at.checked_sub(1).map(|at| own[at])
                && is_gap(panel, before, row)
            {
                points.push(Point { x: (x(before) + x(row)) / 2.0, y: None, hollow: false, label: None });
                rows.push(None);
            }
            points.push(Point {
                x: x(row),
                y: row.observation.reading.number(),
                hollow: row.observation.qualifier.is_hollow(),
                label: labels::beside(panel, &own, at, locale),
            });
            rows.push(Some(*index));
        }
        names.extend(own.first().filter(|_| small).map(|(_, row)| locale.pick(&row.place.name).to_string()));
        series.push(Series { paint, points, chart: 0, context: false });
        marks.push(rows);
    }
    let ends_of = |of: fn(&Point) -> Option<f64>| {
        let all = series.iter().flat_map(|it| &it.points).filter_map(of);
        all.fold(None, |ends: Option<[f64; 2]>, it| Some(ends.map_or([it, it], |[a, b]| [a.min(it), b.max(it)])))
    };
    let [first, last] = ends_of(|it| it.y.is_some().then_some(it.x))?;
    let scale = (panel.indicator.unit.kind == UnitKind::Share).then_some(panel.indicator.max).flatten();
    let (y, step) = round_ends(ends_of(|it| it.y)?, scale, if small { FEW_STEPS } else { STEPS });
    let decimals = (-step.log10().floor()).max(0.0) as i32;
    let exact = |number: f64| (number * 10_f64.powi(decimals)).round() / 10_f64.powi(decimals);
    let count = ((y[1] - y[0]) / step).round() as u32;
    let levels = (0..=count).map(|n| exact(y[0] + step * f64::from(n)));
    let levels: Vec<_> = levels.map(|it| (it, text::number(locale, it, None))).collect();
    let marked = !slope && (!panel.breaks.is_empty() || panel.merger.is_some());
    let room = |before: bool| {
        let labels = series.iter().flat_map(|it| &it.points).filter_map(|it| it.label.as_ref());
        let lines = labels.filter(|it| it.before == before).flat_map(|it| it.words.split('\n'));
        let widest = lines.map(|it| text::line_width(it, LABEL_SIZE)).fold(0.0, f64::max);
        // Room for wider fonts too.
        (widest * 1.05 + MARK / 2.0 + TO_LABEL + LEFT).ceil()
    };
    let widest = levels.iter().map(|(_, words)| text::line_width(words, FONT_SIZE)).fold(0.0, f64::max);
    let left = match panel.kind {
        ViewKind::Slope => room(true),
        // As much for each of them, in wider fonts too.
        ViewKind::Multiples => (LEFT + BEFORE_NAME + widest * 1.05 + TO_NAME).ceil(),
        _ => LEFT,
    };
    let right = room(false);
    let x = if slope { [0.0, end] } else { years_around(first, last) };
    let top = if marked { 28.0 } else { 12.0 };
    let height = if small { top + multiples::height(names.len()) + TO_NAME + FONT_SIZE + LEFT } else { HEIGHT };
    if small {
        (series, marks) = multiples::apart(&series, &marks);
    }
    let mut lines = Lines {
        height: height as u32,
        marks,
        rules: if slope {
            Vec::new()
        } else {
            shortened(rules(panel, locale), (NARROWEST - right - YEAR) / (x[1] - x[0]))
        },
        x,
        years: years_apart(x, NARROWEST - right - YEAR),
        levels,
        y: y.map(exact),
        step: exact(step),
        numbers: locale.either("{value}", "{en}"),
        inverse: panel.indicator.unit.kind == UnitKind::Rank,
        top,
        names,
        periods: ends.map(|ends| {
            let sign = parted.then(|| Sign::NotComparable.symbol().to_owned());
            let [first, last] = ends.map(|it| text::period_short(locale, &it));
            std::iter::once(first).chain(sign).chain([last]).collect()
        }),
        left,
        right,
        series,
    };
    if !small {
        labels::spread(&mut lines);
    }
    Some(lines)
}

/// From one year that is named to the next, so that the names have room.
fn years_apart([from, to]: [f64; 2], room: f64) -> f64 {
    let least = YEAR * (to - from) / room;
    [1.0, 2.0, 3.0, 5.0].into_iter().find(|it| *it >= least).unwrap_or(10.0)
}

/// Some room before the first and after the last period, with at least one whole year to be named.
fn years_around(first: f64, last: f64) -> [f64; 2] {
    let [from, to] = [(first - 0.25).floor().max(first - 0.4), last + 0.4];
    let is_named = from.floor() + 1.0 < to;
    [if is_named { from } else { from.floor() - 0.1 }, to]
}

/// Round numbers around what there is, and the step from one to the next. Not from zero on: a line shows change. Of a share
/// there is no more than the whole.
fn round_ends([least, most]: [f64; 2], whole: Option<f64>, steps: f64) -> ([f64; 2], f64) {
    let [least, most] = match (least == most, least == 0.0) {
        (true, true) => [0.0, 1.0],
        (true, false) => [least - least.abs() / 2.0, most + most.abs() / 2.0],
        _ => [least, most],
    };
    let step = bars::round_step((most - least) / steps);
    let ends = [(least / step).floor() * step, (most / step).ceil() * step];
    match whole.filter(|whole| ends[1] > *whole) {
        Some(whole) => ([whole - ((whole - least) / step).ceil().max(1.0) * step, whole], step),
        None => (ends, step),
    }
}

/// A thin rule at each break with its words: a new method at the turn of the years, the mergers on their day.
fn rules(panel: &Panel, locale: Locale) -> Vec<(f64, String)> {
    let at = |date: &Period| match date.parts() {
        (PeriodPart::Year(year) | PeriodPart::Day(year, 1, 1), None) => f64::from(year) - 0.5,
        _ => 1970.0 + f64::from(date.first_day()) / 365.2425 - 0.5,
    };
    let rule = |one: &Break, words: &str| (at(&one.date), words.to_owned());
    let m = locale.messages();
    let breaks = panel.breaks.iter().map(|one| rule(one, m.new_method));
    breaks.chain(panel.merger.iter().map(|one| rule(one, m.new_territory))).collect()
}

/// Rules that stand so close in a narrow drawing that their words would run into each other have the sign for what they
/// part; the words stand below.
fn shortened(rules: Vec<(f64, String)>, year: f64) -> Vec<(f64, String)> {
    let half = |(_, words): &(f64, String)| text::line_width(words, RULE_SIZE) / 2.0;
    let crowded = rules
        .iter()
        .enumerate()
        .any(|(n, a)| rules[n + 1..].iter().any(|b| (a.0 - b.0).abs() * year < half(a) + half(b) + FONT_SIZE));
    let sign = |(at, words)| (at, if crowded { Sign::NotComparable.symbol().to_owned() } else { words });
    rules.into_iter().map(sign).collect()
}

fn is_gap(panel: &Panel, before: &Row, after: &Row) -> bool {
    let (a, b) = (&before.observation.period, &after.observation.period);
    let broken =
        panel.breaks.iter().any(|one| one.lies_between(a, b) && one.concerns(&panel.indicator.id, &after.place.id));
    broken || (panel.kind != ViewKind::Slope && a.months_apart(b) > 12)
}

/// The middle of the period in years, for the axis; a whole year stands on its number.
fn middle(observation: &Observation) -> f64 {
    let period = &observation.period;
    if let (PeriodPart::Year(year), None) = period.parts() {
        return f64::from(year);
    }
    let day = f64::from(period.first_day() + period.last_day()) / 2.0;
    1970.0 + day / 365.2425 - 0.5
}

//! Bars laid out: which line is whose, where the axis begins and ends, how high all of it is. What stands here is the same
//! for the drawing in the document ([`super::Drawing::svg`]) and for the live chart.
//!
//! Ranks are dots instead: a bar from nothing to the first place would say that the first is the least.

use super::{Panel, Row, twice::is_same};
use crate::{
    domain::{Status, UnitKind, ViewKind},
    text::{self, Locale},
};

/// The height of letters, in CSS pixels as all lengths here.
pub(super) const FONT_SIZE: f64 = 13.0;
/// The room left of the names.
pub(super) const LEFT: f64 = 4.0;
/// The room above the first and below the last line.
pub(super) const TOP: f64 = 8.0;
/// From one line of a name to the next.
pub(super) const LINE: u32 = 17;
/// Across a dot, and across a target's diamond.
pub(super) const DOT: f64 = 11.0;
pub(super) const DIAMOND: f64 = 13.0;
/// The outline of a target.
pub(super) const BORDER: f64 = 2.0;
/// From the axis to the names, and left of those.
pub(super) const TO_NAME: f64 = 8.0;
pub(super) const BEFORE_NAME: f64 = 3.0;
/// The narrowest drawing there is, and what it needs at least for bars.
const NARROWEST: f64 = 300.0;
const LEAST: f64 = 60.0;

/// The colour of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    /// That of a chosen place, counted from 0; of a drawing without chosen places the first.
    Series(u8),
    /// That of all others.
    Context,
}

/// What is drawn on a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BarMark {
    /// What was stated.
    pub(super) number: f64,
    /// The same as the language writes it.
    pub(super) label: String,
    /// A target, drawn as a diamond.
    pub(super) target: bool,
    /// An estimate, drawn hollow.
    pub(super) hollow: bool,
    /// Its colour.
    pub(super) paint: Paint,
}

/// One line: a name, of one or two lines of text, and the mark beside it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BarLine {
    /// Whose line it is; "…" where rows were left out.
    pub(super) name: String,
    /// Nothing where rows were left out.
    pub(super) mark: Option<BarMark>,
}

/// Bars ready to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// The height of the drawing in CSS pixels, the same at every width.
    pub height: u32,
    /// Which row of the panel each mark stands for: results, then targets, as [`super::Drawing::marks`] has it.
    pub marks: Vec<Vec<Option<usize>>>,
    pub(super) lines: Vec<BarLine>,
    /// Ranks: dots, the first at the far end.
    pub(super) dots: bool,
    /// Where the axis begins and ends.
    pub(super) from: f64,
    pub(super) to: f64,
    /// From one line to the next.
    pub(super) step: u32,
    /// What the first name, of two lines of text, needs above its line.
    pub(super) over: f64,
    /// The widest name and the widest label.
    name: f64,
    label: f64,
}

impl Bars {
    /// The room right of the longest bar: for its label, in a wider font too, and for half a diamond.
    pub(super) fn right(&self) -> f64 {
        (self.label * 1.05 + 15.0).round()
    }

    /// Where the axis stands, right of the names.
    pub(super) fn axis(&self) -> f64 {
        LEFT + BEFORE_NAME + self.name + TO_NAME
    }

    /// How thick a bar is.
    pub(super) fn thickness(&self) -> f64 {
        if self.step < 30 { 14.0 } else { 22.0 }
    }

    /// Long words for the unit, which stands above the chart too, leave a phone no room for bars: numbers go without.
    pub(super) fn leave_out_unit(&mut self, symbol: &str) {
        if symbol.chars().count() < 2 {
            return;
        }
        self.label = 0.0;
        for mark in self.lines.iter_mut().filter_map(|line| line.mark.as_mut()) {
            if let Some(number) = mark.label.strip_suffix(symbol) {
                mark.label = number.trim_end().to_owned();
            }
            self.label = self.label.max(text::line_width(&mark.label, FONT_SIZE));
        }
    }
}

/// The bars of a panel; `None` where there is nothing to draw, or something else.
pub fn bars(panel: &Panel, locale: Locale) -> Option<Bars> {
    if panel.kind != ViewKind::Bar || (panel.rows.is_empty() && panel.targets.is_empty()) {
        return None;
    }
    // Targets stand right under the results of their place.
    let mut order: Vec<(usize, &Row)> = panel.rows.iter().enumerate().collect();
    // What two documents set or state is one mark.
    let said_before = |n: usize, target: &Row| panel.targets[..n].iter().any(|it| is_same(it, target));
    for (n, target) in panel.targets.iter().enumerate().filter(|(n, target)| !said_before(*n, target)) {
        let after = order.iter().rposition(|(_, row)| row.place.id == target.place.id);
        order.insert(after.map_or(order.len(), |at| at + 1), (panel.rows.len() + n, target));
    }
    let highlight = panel.rows.iter().any(|row| row.chosen.is_some());
    let paint = |row: &Row| match row.chosen {
        Some(n) => Paint::Series(n),
        None if highlight && panel.everyone => Paint::Context,
        None => Paint::Series(0),
    };
    let one_line = panel.ranked.is_some() || panel.period.is_some();
    let mut lines = Vec::new();
    let mut marks: Vec<Vec<Option<usize>>> = vec![Vec::new(), Vec::new()];
    for (index, row) in order {
        // Where rows were taken out of a ranking, a line of its own says so.
        if panel.ranked.is_some() && panel.cuts.contains(&index) {
            lines.push(BarLine { name: "…".to_owned(), mark: None });
        }
        let target = is_target(row);
        let mark = BarMark {
            number: row.observation.reading.number().unwrap_or(0.0),
            label: text::drawn_figure(locale, &row.observation, &panel.indicator),
            target,
            hollow: row.observation.qualifier.is_hollow() && !target,
            paint: paint(row),
        };
        lines.push(BarLine { name: name(row, one_line, locale), mark: Some(mark) });
        marks[usize::from(target)].push(Some(index));
    }
    if marks[1].is_empty() {
        marks.pop();
    }
    let all = || lines.iter().filter_map(|line| line.mark.as_ref());
    let dots = panel.indicator.unit.kind == UnitKind::Rank;
    let [from, to] = axis(panel, dots, all().map(|it| it.number));
    let width = |text: &str| text::line_width(text, FONT_SIZE);
    let name = lines.iter().flat_map(|line| line.name.split('\n')).map(width).fold(0.0, f64::max);
    let label = all().map(|it| width(&it.label)).fold(0.0, f64::max);
    let step = if one_line { 24 } else { 44 };
    // ECharts pushes all lines together for a name that would be higher than the first or the last line: it gets its room.
    let over = |line: Option<&BarLine>| {
        let lines = line.map_or(1, |it| it.name.split('\n').count() as u32);
        (f64::from(LINE * lines) - f64::from(step)).max(0.0) / 2.0
    };
    let (first, last) = (over(lines.first()), over(lines.last()));
    let height = lines.len() as u32 * step + 16 + (first + last).ceil() as u32;
    let mut bars = Bars { height, marks, lines, dots, from, to, step, over: first, name, label };
    if bars.axis() + bars.right() > NARROWEST - LEAST {
        bars.leave_out_unit(locale.pick(&panel.indicator.unit.symbol));
    }
    Some(bars)
}

/// Where the axis begins and ends: with the scale where there is one, else with a round number.
fn axis(panel: &Panel, dots: bool, numbers: impl Iterator<Item = f64>) -> [f64; 2] {
    let from = if dots { 1.0 } else { panel.indicator.min.filter(|min| *min < 0.0).unwrap_or(0.0) };
    match (panel.indicator.unit.kind, panel.indicator.max) {
        (UnitKind::Share | UnitKind::Rank | UnitKind::Index, Some(max)) => [from, max],
        _ => {
            // A bar begins at nothing, so the axis has that too.
            let most = numbers.fold(if dots { from } else { 0.0 }, f64::max);
            [from, round_end(from, most)]
        }
    }
}

/// The end of an axis of about five steps, each 1, 2, 3, 5 or 10 times a power of ten, as ECharts would choose it.
fn round_end(from: f64, most: f64) -> f64 {
    let span = most - from;
    if span <= 0.0 {
        return from + 1.0;
    }
    let step = round_step(span / 5.0);
    (most / step).ceil() * step
}

/// The step nearest to one of this size that reads well.
pub(super) fn round_step(about: f64) -> f64 {
    let power = 10_f64.powf(about.log10().floor());
    power
        * match about / power {
            it if it < 1.5 => 1.0,
            it if it < 2.5 => 2.0,
            it if it < 4.0 => 3.0,
            it if it < 7.0 => 5.0,
            _ => 10.0,
        }
}

/// Whose line it is: in a ranking with the rank, of a target that it is one, and of different periods which.
fn name(row: &Row, one_line: bool, locale: Locale) -> String {
    let name = match row.place.is_unit() {
        true if one_line => text::drawn_name(locale, &row.place),
        _ => locale.pick(&row.place.name).to_string(),
    };
    let period = || text::when_drawn(locale, &row.observation);
    match (row.rank, is_target(row)) {
        (_, true) => format!("{name}\n{} {}", locale.either("mục tiêu", "target"), period()),
        // Two spaces, of which browsers would make one.
        // Where the measurement leaves several ranks possible, a number before the name would name a winner.
        (Some(rank), _) if rank.is_band() => name.to_owned(),
        (Some(rank), _) => format!("{}{}\u{a0} {name}", rank.place, if rank.shared { "=" } else { "" }),
        _ if one_line => name,
        _ => format!("{name}\n{}", period()),
    }
}

fn is_target(row: &Row) -> bool {
    row.observation.status == Status::Target
}

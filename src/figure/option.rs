//! From a panel to an ECharts option: built with charming, then a small typed patch for what charming cannot say
//! (a label for each mark, ECharts 6's outer bounds). No functions: every label is formatted here.
//!
//! Colours are sentinels that the static renderer turns into classes and the live chart into the page's own colours
//! (`chart/colours.json`), so that both follow light and dark.

use super::{
    Panel, Row,
    bars::{self, Bars, Paint},
};
use crate::{
    domain::{Break, Id, Observation, Period, PeriodPart, Qualifier, UnitKind, ViewKind, arrange},
    text::Locale,
};
use charming::{
    component::{Axis, Grid},
    element::{
        AxisLabel, AxisLine, AxisTick, AxisType, ItemStyle, Label, LabelPosition, LineStyle, LineStyleType, MarkLine,
        SplitLine, Symbol,
    },
    series::{Bar, Line, Scatter},
};
use serde::Serialize;
use serde_json::{Value, json};

const INK: &str = "#1b1f24";
const MUTED: &str = "#5c636b";
const RULE: &str = "#d9d6cf";
const CONTEXT: &str = "#b3ada3";
const PAPER: &str = "#fcfbf8";
/// One colour, marker and dash for each of at most six chosen places; order matters.
const SERIES: [(&str, Symbol, LineStyleType); 6] = [
    ("#12436d", Symbol::Circle, LineStyleType::Solid),
    ("#28a197", Symbol::Rect, LineStyleType::Dashed),
    ("#801650", Symbol::Triangle, LineStyleType::Dotted),
    ("#f46a25", Symbol::Diamond, LineStyleType::Solid),
    ("#3d3d3d", Symbol::RoundRect, LineStyleType::Dashed),
    ("#a285d1", Symbol::Pin, LineStyleType::Dotted),
];
const FONT_SIZE: f64 = bars::FONT_SIZE;

/// A chart ready to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The ECharts option.
    pub option: Value,
    /// Its height in CSS pixels, the same at every width.
    pub height: u32,
    /// Which row of the panel each mark stands for, by series and data index. Rows are counted through `rows` and
    /// then `targets`; `None` is a gap.
    pub marks: Vec<Vec<Option<usize>>>,
}

/// A mark with a label of its own, which charming's data items do not have.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Mark {
    value: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<MarkLabel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item_style: Option<Value>,
}

#[derive(Serialize)]
struct MarkLabel {
    formatter: String,
}

/// The drawing of a panel; `None` where there is nothing to draw (the table and the map draw themselves).
pub fn drawing(panel: &Panel, locale: Locale) -> Option<Drawing> {
    match panel.kind {
        ViewKind::Line => Some(lines(panel, locale)).filter(|it| !it.marks.is_empty()),
        ViewKind::Bar => {
            bars::bars(panel, locale).map(|it| Drawing { option: bars_option(&it), height: it.height, marks: it.marks })
        }
        ViewKind::Map | ViewKind::Table | ViewKind::Target => None,
    }
}

/// The option of bars, or of dots where ranks are drawn.
pub(super) fn bars_option(bars: &Bars) -> Value {
    let value_axis = Axis::new().type_(AxisType::Value).show(false).min(bars.from).max(bars.to).inverse(bars.dots);
    let category_axis = Axis::new()
        .type_(AxisType::Category)
        .inverse(true)
        .data(bars.lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>())
        .axis_tick(AxisTick::new().show(false))
        .axis_line(AxisLine::new().show(!bars.dots))
        .axis_label(AxisLabel::new().interval(0.0).color(INK).font_size(FONT_SIZE));
    let mark_label = || Label::new().show(true).position(LabelPosition::Right).color(INK).font_size(FONT_SIZE);
    let grid = Grid::new().left(bars::LEFT).right(bars.right()).top(bars::TOP).bottom(bars::TOP);
    let results = if bars.dots {
        json(&Scatter::new().symbol_size(bars::DOT).label(mark_label()).item_style(ItemStyle::new().opacity(1.0)))
    } else {
        json(&Bar::new().bar_width(bars.thickness()).label(mark_label()))
    };
    let targets = json(
        &Scatter::new()
            .symbol(Symbol::Diamond)
            .symbol_size(bars::DIAMOND)
            .label(mark_label())
            .item_style(ItemStyle::new().opacity(1.0).color(PAPER).border_color(INK).border_width(bars::BORDER)),
    );
    let mut drawn: [Vec<Mark>; 2] = [Vec::new(), Vec::new()];
    for (at, line) in bars.lines.iter().enumerate() {
        let Some(mark) = &line.mark else { continue };
        let colour = colour(mark.paint);
        let style = match (mark.target, mark.hollow) {
            (true, _) => None,
            (false, true) => Some(json!({ "color": PAPER, "borderColor": colour, "borderWidth": 2 })),
            (false, false) => Some(json!({ "color": colour })),
        };
        drawn[usize::from(mark.target)].push(Mark {
            value: json!([mark.number, at]),
            label: Some(MarkLabel { formatter: plain(&mark.label) }),
            item_style: style,
        });
    }
    let mut series = Vec::new();
    for (mut one, data) in [results, targets].into_iter().zip(drawn) {
        if series.is_empty() || !data.is_empty() {
            one["data"] = json!(data);
            series.push(one);
        }
    }
    let mut category_axis = json(&category_axis);
    category_axis["axisLabel"]["lineHeight"] = json!(bars::LINE);
    assemble(&grid, json(&value_axis), category_axis, series)
}

/// The sentinel of a colour.
fn colour(paint: Paint) -> &'static str {
    match paint {
        Paint::Series(n) => SERIES[usize::from(n) % SERIES.len()].0,
        Paint::Context => CONTEXT,
    }
}

fn lines(panel: &Panel, locale: Locale) -> Drawing {
    let years: Vec<f64> = panel.rows.iter().map(|row| middle(&row.observation)).collect();
    let (first, last) = years.iter().fold((f64::MAX, f64::MIN), |(a, b), y| (a.min(*y), b.max(*y)));
    let dots = panel.indicator.unit.kind == UnitKind::Rank;
    let numbers = locale.either("{value}", "{en}");
    let x_axis = Axis::new()
        .type_(AxisType::Value)
        .min((first - 0.25).floor().max(first - 0.4))
        .max(last + 0.4)
        .split_line(SplitLine::new().show(false))
        .axis_label(AxisLabel::new().color(MUTED).font_size(FONT_SIZE).formatter("{raw}"));
    let y_axis = Axis::new()
        .type_(AxisType::Value)
        .scale(true)
        .inverse(dots)
        .split_number(4.0)
        .axis_line(AxisLine::new().show(false))
        .split_line(SplitLine::new().line_style(LineStyle::new().color(RULE)))
        .axis_label(AxisLabel::new().color(MUTED).font_size(FONT_SIZE).formatter(numbers));
    let marked = !panel.breaks.is_empty() || panel.merger.is_some();
    let grid = Grid::new().left(4.0).right(20.0).top(if marked { 28.0 } else { 12.0 }).bottom(4.0);
    let mut places: Vec<(&Id, u8)> = Vec::new();
    for row in &panel.rows {
        if let (Some(chosen), false) = (row.chosen, places.iter().any(|(id, _)| **id == row.place.id)) {
            places.push((&row.place.id, chosen));
        }
    }
    let places = arrange(places, |(_, chosen)| [i64::from(*chosen), 0, 0]);
    let mut series: Vec<Value> = Vec::new();
    let mut marks: Vec<Vec<Option<usize>>> = Vec::new();
    for (n, (id, chosen)) in places.iter().enumerate() {
        let (colour, symbol, dash) = &SERIES[usize::from(*chosen) % SERIES.len()];
        let mut first_marks = None;
        let line = Line::new()
            .symbol(symbol.clone())
            .symbol_size(9.0)
            .item_style(ItemStyle::new().color(*colour))
            .line_style(LineStyle::new().color(*colour).width(2.5).type_(*dash));
        if n == 0 && marked {
            first_marks = Some(break_marks(panel, locale));
        }
        let mut line = json(&line);
        if let Some(marks) = first_marks {
            line["markLine"] = marks;
        }
        let (mut points, mut rows): (Vec<Mark>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
        let own: Vec<(usize, &Row)> = panel.rows.iter().enumerate().filter(|(_, row)| row.place.id == **id).collect();
        for (at, (index, row)) in own.iter().enumerate() {
            if at > 0 && is_gap(panel, own[at - 1].1, row) {
                points.push(Mark {
                    value: json!([middle(&own[at - 1].1.observation) + 0.5, null]),
                    label: None,
                    item_style: None,
                });
                rows.push(None);
            }
            points.push(Mark {
                value: json!([middle(&row.observation), row.observation.reading.number()]),
                label: None,
                item_style: (row.observation.qualifier == Qualifier::Estimate)
                    .then(|| json!({ "color": PAPER, "borderColor": colour, "borderWidth": 2 })),
            });
            rows.push(Some(*index));
        }
        line["data"] = json!(points);
        line["showAllSymbol"] = json!(true);
        series.push(line);
        marks.push(rows);
    }
    // Whole years only, and the label of every one that fits.
    let mut axis = json(&x_axis);
    axis["minInterval"] = json!(1);
    axis["maxInterval"] = json!(if last - first > 8.0 { 2 } else { 1 });
    axis["axisLabel"]["showMinLabel"] = json!(false);
    axis["axisLabel"]["showMaxLabel"] = json!(false);
    let option = assemble(&grid, axis, json(&y_axis), series);
    Drawing { option, height: 280, marks }
}

/// A thin rule at each break with its words: a new method at the turn of the years, the mergers on their day.
fn break_marks(panel: &Panel, locale: Locale) -> Value {
    let at = |date: &Period| match date.parts() {
        (PeriodPart::Year(year) | PeriodPart::Day(year, 1, 1), None) => f64::from(year) - 0.5,
        _ => 1970.0 + f64::from(date.first_day()) / 365.2425 - 0.5,
    };
    let rule = |one: &Break, words: &str| json!({ "xAxis": at(&one.date), "label": { "formatter": words } });
    let method = locale.either("đổi cách tính", "new method");
    let merger = locale.either("sáp nhập tỉnh", "mergers");
    let mut rules: Vec<Value> = panel.breaks.iter().map(|one| rule(one, method)).collect();
    rules.extend(panel.merger.iter().map(|one| rule(one, merger)));
    let mut mark = json(
        &MarkLine::new()
            .symbol(vec![Symbol::None, Symbol::None])
            .silent(true)
            .label(Label::new().show(true).color(MUTED).font_size(11.0))
            .line_style(LineStyle::new().color(MUTED).width(1.0).type_(LineStyleType::Solid)),
    );
    mark["data"] = json!(rules);
    mark
}

/// Nothing is drawn across a break, nor across a year without a figure.
fn is_gap(panel: &Panel, before: &Row, after: &Row) -> bool {
    let (a, b) = (&before.observation.period, &after.observation.period);
    let broken =
        panel.breaks.iter().any(|one| one.lies_between(a, b) && one.concerns(&panel.indicator.id, &after.place.id));
    broken || a.months_apart(b) > 12
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

/// Braces in a label would be read as a template.
fn plain(text: &str) -> String {
    text.replace(['{', '}'], "")
}

/// A part of the option as charming writes it.
fn json(part: &impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_else(|_| json!({}))
}

/// The whole option from its parts, with ECharts 6's way of keeping axis labels inside the picture. charming's own
/// `Chart` would bring the code of every kind of chart into the module.
fn assemble(grid: &Grid, x_axis: Value, y_axis: Value, series: Vec<Value>) -> Value {
    let mut grid = json(grid);
    grid["outerBoundsMode"] = json!("same");
    grid["outerBoundsContain"] = json!("axisLabel");
    json!({ "animation": false, "grid": grid, "xAxis": x_axis, "yAxis": y_axis, "series": series })
}

//! The ECharts option of a drawing: built with charming, then a small typed patch for what charming cannot say
//! (a label for each mark, ECharts 6's outer bounds). No functions: every label is formatted here.
//!
//! Colours are sentinels that the static renderer turns into classes and the live chart into the page's own colours
//! (`chart/colours.json`), so that both follow light and dark.

use super::{
    bars::{self, Bars, Paint},
    lines::{self, EndLabel, Lines},
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
    ("#a285d1", Symbol::Triangle, LineStyleType::Dotted),
];
const FONT_SIZE: f64 = bars::FONT_SIZE;
/// From the end of a rule to its words, as ECharts has it.
const TO_RULE: f64 = 5.0;
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
#[serde(rename_all = "camelCase")]
struct MarkLabel {
    formatter: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    show: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<[f64; 2]>,
}

/// The option of bars, or of dots where ranks are drawn.
pub(super) fn of_bars(bars: &Bars) -> Value {
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
            label: Some(MarkLabel { formatter: plain(&mark.label), show: None, position: None, offset: None }),
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

/// The option of lines over time.
pub(super) fn of_lines(lines: &Lines) -> Value {
    let [first, last] = lines.x;
    let x_axis = Axis::new()
        .type_(AxisType::Value)
        .min(first)
        .max(last)
        .split_line(SplitLine::new().show(false))
        .axis_label(AxisLabel::new().color(MUTED).font_size(FONT_SIZE).formatter("{raw}"));
    let y_axis = Axis::new()
        .type_(AxisType::Value)
        .inverse(lines.inverse)
        .min(lines.y[0])
        .max(lines.y[1])
        .axis_line(AxisLine::new().show(false))
        .split_line(SplitLine::new().line_style(LineStyle::new().color(RULE)))
        .axis_label(AxisLabel::new().color(MUTED).font_size(FONT_SIZE).formatter(lines.numbers));
    let grid = Grid::new().left(lines.left).right(lines.right).top(lines.top);
    let series = lines.series.iter().enumerate().map(|(n, one)| {
        let (colour, symbol, dash) = &SERIES[usize::from(one.paint) % SERIES.len()];
        let line = Line::new()
            .symbol(symbol.clone())
            .symbol_size(lines::MARK)
            .item_style(ItemStyle::new().color(*colour))
            .line_style(LineStyle::new().color(*colour).width(lines::WIDTH).type_(*dash));
        // The others behind a small chart's own line.
        let behind = || {
            Line::new().symbol(Symbol::None).silent(true).line_style(LineStyle::new().color(CONTEXT).width(lines::BEHIND))
        };
        let label = |label: &EndLabel| MarkLabel {
            formatter: plain(&label.words),
            show: Some(true),
            position: Some(if label.before { "left" } else { "right" }),
            offset: Some([0.0, label.down]).filter(|[_, down]| *down != 0.0),
        };
        let points = one.points.iter().map(|point| Mark {
            value: json!([point.x, point.y]),
            label: point.label.as_ref().map(label),
            item_style: point.hollow.then(|| json!({ "color": PAPER, "borderColor": colour, "borderWidth": 2 })),
        });
        let mut line = json(&if one.context { behind() } else { line });
        if !lines.names.is_empty() {
            line["xAxisIndex"] = json!(one.chart);
            line["yAxisIndex"] = json!(one.chart);
        }
        line["data"] = json!(points.collect::<Vec<_>>());
        line["showAllSymbol"] = json!(true);
        // The second triangle stands on its point.
        if one.paint % 6 == 5 {
            line["symbolRotate"] = json!(180);
        }
        line["label"] = json!({ "color": colour, "fontSize": lines::LABEL_SIZE, "lineHeight": lines::LABEL_LINE, "distance": lines::TO_LABEL });
        // In each chart once; above the first stand the words.
        let first = n == 0 || lines.series[n - 1].chart != one.chart;
        if first && !lines.rules.is_empty() {
            line["markLine"] = break_marks(lines, one.chart == 0);
        }
        line
    });
    let series = series.collect();
    // Whole years only.
    let (mut x_axis, mut y_axis) = (json(&x_axis), json(&y_axis));
    if let Some(periods) = &lines.periods {
        // Between two periods there is nothing but their names.
        let x_axis = json!({
            "type": "category",
            "data": periods,
            "boundaryGap": false,
            "axisLine": { "show": false },
            "axisTick": { "show": false },
            "splitLine": { "show": true, "interval": 0, "lineStyle": { "color": RULE } },
            "axisLabel": { "color": MUTED, "fontSize": FONT_SIZE, "interval": 0 },
        });
        y_axis["show"] = json!(false);
        let [_, bottom] = lines.ground(0);
        let mut option = assemble(&grid.bottom(f64::from(lines.height) - bottom), x_axis, y_axis, series);
        option["grid"]["outerBoundsMode"] = json!("none");
        return option;
    }
    let grid = grid.bottom(lines::LEFT);
    x_axis["minInterval"] = json!(lines.years);
    x_axis["maxInterval"] = json!(lines.years);
    x_axis["axisLabel"]["showMinLabel"] = json!(false);
    x_axis["axisLabel"]["showMaxLabel"] = json!(false);
    y_axis["interval"] = json!(lines.step);
    if !lines.names.is_empty() {
        return of_multiples(lines, &x_axis, &y_axis, series);
    }
    assemble(&grid, x_axis, y_axis, series)
}

/// A chart for each place, one below the other. Heights are parts of the whole, so that a picture may be lower.
fn of_multiples(lines: &Lines, x_axis: &Value, y_axis: &Value, series: Vec<Value>) -> Value {
    let part = |length: f64| format!("{:.4}%", 100.0 * length / f64::from(lines.height));
    let (mut grids, mut x_axes, mut y_axes) = (Vec::new(), Vec::new(), Vec::new());
    for (chart, name) in lines.names.iter().enumerate() {
        let [top, bottom] = lines.ground(chart);
        let mut grid = json(&Grid::new().left(lines.left).right(lines.right).top(part(top)).height(part(bottom - top)));
        grid["outerBoundsMode"] = json!("none");
        grids.push(grid);
        let (mut x_axis, mut y_axis) = (x_axis.clone(), y_axis.clone());
        x_axis["gridIndex"] = json!(chart);
        // The years stand below the last.
        if chart + 1 < lines.charts() {
            x_axis["axisLabel"] = json!({ "show": false });
            x_axis["axisTick"] = json!({ "show": false });
        }
        y_axis["gridIndex"] = json!(chart);
        y_axis["axisTick"] = json!({ "show": false });
        y_axis["name"] = json!(plain(name));
        y_axis["nameLocation"] = json!(if lines.inverse { "start" } else { "end" });
        y_axis["nameGap"] = json!(lines::ABOVE_PLOT);
        y_axis["nameTextStyle"] = json!({ "align": "left", "verticalAlign": "middle", "color": INK, "fontSize": FONT_SIZE, "fontWeight": 600 });
        x_axes.push(x_axis);
        y_axes.push(y_axis);
    }
    json!({ "animation": false, "grid": grids, "xAxis": x_axes, "yAxis": y_axes, "series": series })
}

/// A thin rule at each break, with its words where they are wanted.
fn break_marks(lines: &Lines, words: bool) -> Value {
    let mut mark = json(
        &MarkLine::new()
            .symbol(vec![Symbol::None, Symbol::None])
            .silent(true)
            .label(Label::new().show(words).color(MUTED).font_size(lines::RULE_SIZE))
            .line_style(LineStyle::new().color(MUTED).width(1.0).type_(LineStyleType::Solid)),
    );
    let rule = |(at, words): &(f64, String)| json!({ "xAxis": at, "label": { "formatter": words } });
    // Where ranks grow downwards a rule begins on top.
    if lines.inverse {
        mark["label"]["position"] = json!("start");
    }
    if !lines.names.is_empty() {
        mark["label"]["distance"] = json!(TO_RULE + lines::NAME);
    }
    mark["data"] = json!(lines.rules.iter().map(rule).collect::<Vec<_>>());
    mark
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

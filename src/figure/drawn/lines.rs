//! Lines over time as SVG: two axes, a line for each place with its marker, and rules where something changed.

use super::{Short, TO_LABEL, begin, crisp, words};
use crate::{
    figure::lines::{
        ABOVE_PLOT, BEFORE_NAME, BEHIND, BORDER, FONT_SIZE, LABEL_LINE, LABEL_SIZE, LEFT, Lines, MARK, NAME, Point,
        RULE_SIZE, Series, TO_NAME, WIDTH,
    },
    text,
};
use std::fmt::{self, Write};

/// How long the ticks of an axis are.
const TICK: f64 = 5.0;
/// The dash of each line, as multiples of its width: solid, dashed, dotted.
const DASHES: [&str; 6] = ["", "10 5", "2.5", "", "10 5", "2.5"];

/// Where the axes of a chart lie, and what lies between them.
#[derive(Clone, Copy)]
struct Plot<'a> {
    of: &'a Lines,
    chart: usize,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Lines {
    pub(super) fn write(&self, out: &mut String, width: u32, title: &str, description: &str) -> fmt::Result {
        let [left, right] = self.sides(width);
        let plot = |chart: usize| {
            let [top, bottom] = self.ground(chart);
            Plot { of: self, chart, left, right, top, bottom }
        };
        let at = |series: &Series| match series.context {
            true => Vec::new(),
            false => series.points.iter().map(|it| plot(series.chart).place(it)).collect(),
        };
        begin(out, [width, self.height], title, description, self.series.iter().map(at))?;
        for chart in 0..self.charts() {
            plot(chart).write(out)?;
        }
        out.push_str("</svg>");
        Ok(())
    }

    /// Where the plots begin from the left, and where they end, in a drawing of a width.
    fn sides(&self, width: u32) -> [f64; 2] {
        let right = f64::from(width) - self.right;
        if self.periods.is_some() || !self.names.is_empty() {
            return [self.left, right];
        }
        let widest = self.levels.iter().map(|(_, words)| text::line_width(words, FONT_SIZE)).fold(0.0, f64::max);
        // The last year's name stands within: ECharts makes the lines shorter by what would not, as it would be without an
        // axis to the left.
        let whole = Plot { of: self, chart: 0, left: LEFT, right, top: 0.0, bottom: 0.0 };
        let ends = self.named_years().map(|year| whole.across(year) + text::line_width(&named(year), FONT_SIZE) / 2.0);
        let beyond = ends.fold(0.0, f64::max) + BEFORE_NAME - right;
        [LEFT + BEFORE_NAME + widest + TO_NAME, right - beyond.max(0.0)]
    }
}

impl Plot<'_> {
    fn write(&self, out: &mut String) -> fmt::Result {
        self.write_axes(out)?;
        let own = || self.of.series.iter().filter(|it| it.chart == self.chart);
        for series in own() {
            self.write_line(out, series)?;
        }
        for series in own().filter(|it| !it.context) {
            self.write_markers(out, series)?;
        }
        for series in own() {
            self.write_labels(out, series)?;
        }
        self.write_rules(out)
    }

    fn across(&self, year: f64) -> f64 {
        let [from, to] = self.of.x;
        self.left + (self.right - self.left) * (year - from) / (to - from)
    }

    fn place(&self, point: &Point) -> Option<(f64, f64)> {
        Some((self.across(point.x), self.of.up(self.chart, point.y?)))
    }

    /// A line across at each number that is named, the axis of years, ticks, and the words of both.
    fn write_axes(&self, out: &mut String) -> fmt::Result {
        if let Some(periods) = &self.of.periods {
            return self.write_ends(out, periods);
        }
        let (left, long, bottom) = (Short(self.left), Short(self.right - self.left), Short(self.bottom));
        let level = |number: f64| self.of.up(self.chart, number);
        let levels = || self.of.levels.iter().map(|(number, _)| Short(crisp(level(*number))));
        let small = self.of.names.get(self.chart);
        // The years stand below the last of several charts.
        let named_here = self.chart + 1 == self.of.charts();
        out.push_str("<path class=\"s-rule\" fill=\"none\" d=\"");
        levels().try_for_each(|y| write!(out, "M{left} {y}h{long}"))?;
        let axis = Short(crisp(self.bottom));
        write!(out, "\"/><path class=\"s-muted\" fill=\"none\" d=\"M{left} {axis}h{long}")?;
        if small.is_none() {
            levels().try_for_each(|y| write!(out, "M{left} {y}h-{TICK}"))?;
        }
        for year in self.of.named_years().filter(|_| named_here) {
            write!(out, "M{} {bottom}v{TICK}", Short(crisp(self.across(year))))?;
        }
        write!(out, "\"/><g class=\"f-muted\" font-size=\"{FONT_SIZE}\" text-anchor=\"end\">")?;
        for (number, name) in &self.of.levels {
            words(out, self.left - TO_NAME, level(*number), FONT_SIZE, name)?;
        }
        out.push_str("</g>");
        if named_here {
            write!(out, "<g class=\"f-muted\" font-size=\"{FONT_SIZE}\" text-anchor=\"middle\">")?;
            for year in self.of.named_years() {
                words(out, self.across(year), self.bottom + TO_NAME + FONT_SIZE / 2.0, FONT_SIZE, &named(year))?;
            }
            out.push_str("</g>");
        }
        if let Some(name) = small {
            write!(out, "<g class=\"f-ink\" font-size=\"{FONT_SIZE}\" font-weight=\"600\">")?;
            words(out, self.left, self.top - ABOVE_PLOT, FONT_SIZE, name)?;
            out.push_str("</g>");
        }
        Ok(())
    }

    /// A rule up from each of the two periods, and from the sign between them, and their names.
    fn write_ends(&self, out: &mut String, periods: &[String]) -> fmt::Result {
        let (top, high) = (Short(self.top), Short(self.bottom - self.top));
        let at = |n: usize| self.across(n as f64);
        out.push_str("<path class=\"s-rule\" fill=\"none\" d=\"");
        (0..periods.len()).try_for_each(|n| write!(out, "M{} {top}v{high}", Short(crisp(at(n)))))?;
        write!(out, "\"/><g class=\"f-muted\" font-size=\"{FONT_SIZE}\" text-anchor=\"middle\">")?;
        for (n, name) in periods.iter().enumerate() {
            words(out, at(n), self.bottom + TO_NAME + FONT_SIZE / 2.0, FONT_SIZE, name)?;
        }
        out.push_str("</g>");
        Ok(())
    }

    /// What is written beside its points, in the colour of the line.
    fn write_labels(&self, out: &mut String, series: &Series) -> fmt::Result {
        for point in &series.points {
            let (Some(label), Some((x, y))) = (&point.label, self.place(point)) else { continue };
            let colour = series.paint % 6 + 1;
            let anchor = if label.before { " text-anchor=\"end\"" } else { "" };
            let x = x + (MARK / 2.0 + TO_LABEL) * if label.before { -1.0 } else { 1.0 };
            let lines = label.words.split('\n');
            let first = y + label.down - LABEL_LINE * (lines.clone().count() - 1) as f64 / 2.0;
            write!(out, "<g class=\"f-{colour}\" font-size=\"{LABEL_SIZE}\"{anchor}>")?;
            for (n, line) in lines.enumerate() {
                words(out, x, first + LABEL_LINE * n as f64, LABEL_SIZE, line)?;
            }
            out.push_str("</g>");
        }
        Ok(())
    }

    fn write_line(&self, out: &mut String, series: &Series) -> fmt::Result {
        let colour = series.paint % 6 + 1;
        let dash = match DASHES[usize::from(series.paint) % 6] {
            "" => String::new(),
            dash => format!(" stroke-dasharray=\"{dash}\""),
        };
        match series.context {
            true => write!(out, "<path class=\"s-context\" fill=\"none\" stroke-width=\"{BEHIND}\"")?,
            false => write!(out, "<path class=\"s-{colour}\" fill=\"none\" stroke-width=\"{WIDTH}\"{dash}")?,
        }
        out.push_str(" stroke-linejoin=\"bevel\" d=\"");
        let mut begun = false;
        for point in &series.points {
            let Some((x, y)) = self.place(point) else {
                begun = false;
                continue;
            };
            write!(out, "{}{} {}", if begun { 'L' } else { 'M' }, Short(x), Short(y))?;
            begun = true;
        }
        out.push_str("\"/>");
        Ok(())
    }

    fn write_markers(&self, out: &mut String, series: &Series) -> fmt::Result {
        let colour = series.paint % 6 + 1;
        for hollow in [false, true] {
            let mut places =
                series.points.iter().filter(|it| it.hollow == hollow).filter_map(|it| self.place(it)).peekable();
            if places.peek().is_none() {
                continue;
            }
            match hollow {
                true => write!(out, "<path class=\"f-paper s-{colour}\" stroke-width=\"{BORDER}\" d=\"")?,
                false => write!(out, "<path class=\"f-{colour}\" d=\"")?,
            }
            places.try_for_each(|(x, y)| marker(out, series.paint, x, y))?;
            out.push_str("\"/>");
        }
        Ok(())
    }

    fn write_rules(&self, out: &mut String) -> fmt::Result {
        for (year, said) in &self.of.rules {
            let x = crisp(self.across(*year));
            let (from, long) = (Short(self.bottom), Short(self.bottom - self.top));
            write!(out, "<path class=\"s-muted\" fill=\"none\" d=\"M{} {from}v-{long}\"/>", Short(x))?;
            if self.chart > 0 {
                continue;
            }
            write!(out, "<g class=\"f-muted\" font-size=\"{RULE_SIZE}\" text-anchor=\"middle\">")?;
            let above = if self.of.names.is_empty() { 0.0 } else { NAME };
            words(out, self.across(*year), self.top - above - TO_LABEL - RULE_SIZE / 2.0, RULE_SIZE, said)?;
            out.push_str("</g>");
        }
        Ok(())
    }
}

fn named(year: f64) -> String {
    (year as i64).to_string()
}

/// The marker of a line, its middle at a place: circle, square, triangle, diamond, round square, triangle on its point.
fn marker(out: &mut String, paint: u8, x: f64, y: f64) -> fmt::Result {
    let half = MARK / 2.0;
    let (left, top) = (Short(x - half), Short(y - half));
    let (across, middle) = (Short(x), Short(y));
    match paint % 6 {
        0 => write!(out, "M{left} {middle}a{half} {half} 0 1 0 {MARK} 0a{half} {half} 0 1 0-{MARK} 0z"),
        1 => write!(out, "M{left} {top}h{MARK}v{MARK}h-{MARK}z"),
        2 => write!(out, "M{across} {top}l{half} {MARK}h-{MARK}z"),
        3 => write!(out, "M{across} {top}l{half} {half}-{half} {half}-{half}-{half}z"),
        4 => {
            let (round, side) = (MARK / 4.0, MARK / 2.0);
            let begin = Short(x - half + round);
            write!(out, "M{begin} {top}h{side}a{round} {round} 0 0 1 {round} {round}v{side}")?;
            write!(out, "a{round} {round} 0 0 1-{round} {round}h-{side}a{round} {round} 0 0 1-{round}-{round}")?;
            write!(out, "v-{side}a{round} {round} 0 0 1 {round}-{round}z")
        }
        _ => write!(out, "M{left} {top}h{MARK}l-{half} {MARK}z"),
    }
}

//! Lines over time as SVG: two axes, a line for each place with its marker, and rules where something changed.

use super::{Short, TO_LABEL, begin, crisp, words};
use crate::{
    figure::lines::{
        BEFORE_NAME, BORDER, FONT_SIZE, LABEL_LINE, LABEL_SIZE, LEFT, Lines, MARK, Point, RULE_SIZE, Series, TO_NAME,
        WIDTH,
    },
    text,
};
use std::fmt::{self, Write};

/// How long the ticks of an axis are.
const TICK: f64 = 5.0;
/// The dash of each line, as multiples of its width: solid, dashed, dotted.
const DASHES: [&str; 6] = ["", "10 5", "2.5", "", "10 5", "2.5"];

/// Where the axes lie, and what lies between them.
#[derive(Clone, Copy)]
struct Plot<'a> {
    of: &'a Lines,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Lines {
    pub(super) fn write(&self, out: &mut String, width: u32, title: &str, description: &str) -> fmt::Result {
        let widest = self.levels.iter().map(|(_, words)| text::line_width(words, FONT_SIZE)).fold(0.0, f64::max);
        let [top, bottom] = self.ground();
        let left = if self.periods.is_some() { self.left } else { LEFT + BEFORE_NAME + widest + TO_NAME };
        let right = f64::from(width) - self.right;
        let plot = Plot { of: self, left, right, top, bottom };
        // The last year's name stands within: ECharts makes the lines shorter by what would not, as it would be without an
        // axis to the left.
        let whole = Plot { left: LEFT, ..plot };
        let ends = self
            .named_years()
            .filter(|_| self.periods.is_none())
            .map(|year| whole.across(year) + text::line_width(&named(year), FONT_SIZE) / 2.0);
        let beyond = ends.fold(0.0, f64::max) + BEFORE_NAME - whole.right;
        let plot = Plot { right: whole.right - beyond.max(0.0), ..plot };
        let at = |series: &Series| series.points.iter().map(|it| plot.place(it)).collect();
        begin(out, [width, self.height], title, description, self.series.iter().map(at))?;
        plot.write_axes(out)?;
        for series in &self.series {
            plot.write_line(out, series)?;
        }
        for series in &self.series {
            plot.write_markers(out, series)?;
        }
        for series in &self.series {
            plot.write_labels(out, series)?;
        }
        plot.write_rules(out)?;
        out.push_str("</svg>");
        Ok(())
    }
}

impl Plot<'_> {
    fn across(&self, year: f64) -> f64 {
        let [from, to] = self.of.x;
        self.left + (self.right - self.left) * (year - from) / (to - from)
    }

    fn place(&self, point: &Point) -> Option<(f64, f64)> {
        Some((self.across(point.x), self.of.up(point.y?)))
    }

    /// A line across at each number that is named, the axis of years, ticks, and the words of both.
    fn write_axes(&self, out: &mut String) -> fmt::Result {
        if let Some(periods) = &self.of.periods {
            return self.write_ends(out, periods);
        }
        let (left, long, bottom) = (Short(self.left), Short(self.right - self.left), Short(self.bottom));
        let levels = || self.of.levels.iter().map(|(level, _)| Short(crisp(self.of.up(*level))));
        out.push_str("<path class=\"s-rule\" fill=\"none\" d=\"");
        levels().try_for_each(|y| write!(out, "M{left} {y}h{long}"))?;
        let axis = Short(crisp(self.bottom));
        write!(out, "\"/><path class=\"s-muted\" fill=\"none\" d=\"M{left} {axis}h{long}")?;
        levels().try_for_each(|y| write!(out, "M{left} {y}h-{TICK}"))?;
        for year in self.of.named_years() {
            write!(out, "M{} {bottom}v{TICK}", Short(crisp(self.across(year))))?;
        }
        write!(out, "\"/><g class=\"f-muted\" font-size=\"{FONT_SIZE}\" text-anchor=\"end\">")?;
        for (level, name) in &self.of.levels {
            words(out, self.left - TO_NAME, self.of.up(*level), FONT_SIZE, name)?;
        }
        write!(out, "</g><g class=\"f-muted\" font-size=\"{FONT_SIZE}\" text-anchor=\"middle\">")?;
        for year in self.of.named_years() {
            words(out, self.across(year), self.bottom + TO_NAME + FONT_SIZE / 2.0, FONT_SIZE, &named(year))?;
        }
        out.push_str("</g>");
        Ok(())
    }

    /// A rule up from each of the two periods, and their names.
    fn write_ends(&self, out: &mut String, periods: &[String; 2]) -> fmt::Result {
        let (top, high) = (Short(self.top), Short(self.bottom - self.top));
        out.push_str("<path class=\"s-rule\" fill=\"none\" d=\"");
        [self.left, self.right].iter().try_for_each(|x| write!(out, "M{} {top}v{high}", Short(crisp(*x))))?;
        write!(out, "\"/><g class=\"f-muted\" font-size=\"{FONT_SIZE}\" text-anchor=\"middle\">")?;
        for (x, name) in [self.left, self.right].into_iter().zip(periods) {
            words(out, x, self.bottom + TO_NAME + FONT_SIZE / 2.0, FONT_SIZE, name)?;
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
        write!(
            out,
            "<path class=\"s-{colour}\" fill=\"none\" stroke-width=\"{WIDTH}\"{dash} stroke-linejoin=\"bevel\" d=\""
        )?;
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
            write!(out, "<g class=\"f-muted\" font-size=\"{RULE_SIZE}\" text-anchor=\"middle\">")?;
            words(out, self.across(*year), self.top - TO_LABEL - RULE_SIZE / 2.0, RULE_SIZE, said)?;
            out.push_str("</g>");
        }
        Ok(())
    }
}

fn named(year: f64) -> String {
    (year as i64).to_string()
}

/// The marker of a line, its middle (of a pin its point) at a place: circle, square, triangle, diamond, round square, pin.
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
        _ => {
            // A head of three fifths the height, and two bows down to the point.
            let (begin, above) = (Short(x - 2.4), Short(y - 4.0));
            write!(out, "M{begin} {above}a2.7 2.7 0 1 1 4.8 0c-.7 1.5-2.4 2.1-2.4 4 0-1.9-1.7-2.5-2.4-4z")
        }
    }
}

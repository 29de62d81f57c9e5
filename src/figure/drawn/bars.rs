//! Bars as SVG, and the dots of ranks: a line of text and a mark for each.

use super::{Short, TO_LABEL, begin, crisp, words};
use crate::figure::bars::{BORDER, BarMark, Bars, DIAMOND, DOT, FONT_SIZE, LINE, Paint, TO_NAME, TOP};
use std::{
    fmt::{self, Write},
    ops::Range,
};

/// The lines of a drawing down to here, in pixels, are its first part: more than the screen of a phone shows at once.
const FIRST: f64 = 760.0;

/// A mark where it is drawn.
struct Placed<'a> {
    mark: &'a BarMark,
    /// Where the axis has nothing, and the number.
    zero: f64,
    x: f64,
    /// The middle of its line.
    y: f64,
}

impl Bars {
    /// `rest`: see [`Drawing::svg_in_parts`](crate::figure::Drawing::svg_in_parts).
    pub(super) fn write(
        &self,
        out: &mut String,
        width: u32,
        [title, description]: [&str; 2],
        rest: Option<[&str; 2]>,
    ) -> fmt::Result {
        let axis = self.axis();
        let end = f64::from(width) - self.right();
        let along = |number: f64| {
            let part = (number.clamp(self.from, self.to) - self.from) / (self.to - self.from);
            axis + (end - axis) * if self.dots { 1.0 - part } else { part }
        };
        let placed: Vec<Placed> = (self.lines.iter().enumerate())
            .filter_map(|(n, line)| Some((n, line.mark.as_ref()?)))
            .map(|(n, mark)| Placed { mark, zero: along(0.0), x: along(mark.number), y: self.middle(n) })
            .collect();

        let at = [false, true].into_iter().take(self.marks.len()).map(|target| {
            let of_series = placed.iter().filter(move |it| it.mark.target == target);
            of_series.map(|it| Some((self.end(it), it.y))).collect()
        });
        begin(out, [width, self.height], title, description, at)?;
        if !self.dots {
            let (x, height) = (crisp(along(0.0)), f64::from(self.height) - 2.0 * TOP);
            let (x, height) = (Short(x), Short(height));
            write!(out, r#"<path class="s-muted" fill="none" stroke-linecap="round" d="M{x} {TOP}v{height}"/>"#)?;
        }
        // A line more is not worth a second part.
        let first = (0..self.lines.len()).find(|n| self.middle(*n) > FIRST).filter(|n| self.lines.len() - n > 1);
        match rest.zip(first) {
            None => self.write_lines(out, &placed, 0..self.lines.len())?,
            Some(([before, after], first)) => {
                out.push_str("<g data-rest>");
                self.write_lines(out, &placed, 0..first)?;
                out.push_str(before);
                self.write_lines(out, &placed, first..self.lines.len())?;
                out.push_str(after);
                out.push_str("</g>");
            }
        }
        out.push_str("</svg>");
        Ok(())
    }

    /// The middle of a line.
    fn middle(&self, n: usize) -> f64 {
        TOP + self.over + f64::from(self.step) * (n as f64 + 0.5)
    }

    /// Names, marks and labels of some lines.
    fn write_lines(&self, out: &mut String, placed: &[Placed], lines: Range<usize>) -> fmt::Result {
        let axis = self.axis();
        let [from, to] = [lines.start, lines.end].map(|n| self.middle(n));
        let of_lines = || placed.iter().filter(|it| (from..to).contains(&it.y));
        write!(out, r#"<g class="f-ink" font-size="{FONT_SIZE}" text-anchor="end">"#)?;
        for (n, line) in self.lines.iter().enumerate().take(lines.end).skip(lines.start) {
            let count = line.name.split('\n').count();
            for (m, name) in line.name.split('\n').enumerate() {
                let y = self.middle(n) + f64::from(LINE) * (m as f64 - (count as f64 - 1.0) / 2.0);
                words(out, axis - TO_NAME, y, FONT_SIZE, name)?;
            }
        }
        out.push_str("</g>");
        self.write_marks(out, of_lines)?;
        write!(out, r#"<g class="f-ink" font-size="{FONT_SIZE}">"#)?;
        for it in of_lines() {
            let beside = match (it.mark.target, self.dots, it.mark.hollow) {
                (true, ..) => (DIAMOND + BORDER) / 2.0,
                (_, true, hollow) => DOT / 2.0 + if hollow { BORDER / 2.0 } else { 0.0 },
                _ => 0.0,
            };
            words(out, self.end(it) + beside + TO_LABEL, it.y, FONT_SIZE, &it.mark.label)?;
        }
        out.push_str("</g>");
        Ok(())
    }

    /// Where a mark ends to the right, or where its middle is if it is no bar.
    fn end(&self, it: &Placed) -> f64 {
        if self.dots || it.mark.target { it.x } else { it.x.max(it.zero) }
    }

    /// Results, then targets. Marks in a row that look alike are one shape: a browser has less to lay out and to paint.
    fn write_marks<'a, I: Iterator<Item = &'a Placed<'a>>>(
        &self,
        out: &mut String,
        placed: impl Fn() -> I,
    ) -> fmt::Result {
        let mut look = String::new();
        for target in [false, true] {
            for it in placed().filter(|it| it.mark.target == target) {
                let mine = look_of(it.mark);
                if look != mine {
                    if !look.is_empty() {
                        out.push_str("\"/>");
                    }
                    write!(out, "<path {mine} d=\"")?;
                    look = mine;
                }
                if target {
                    diamond(out, it.x, it.y)?;
                } else if self.dots {
                    dot(out, it.x, it.y)?;
                } else {
                    // The outline of a hollow bar lies inside of it.
                    let inside = if it.mark.hollow { BORDER / 2.0 } else { 0.0 };
                    bar(out, it, self.thickness(), inside)?;
                }
            }
        }
        if !look.is_empty() {
            out.push_str("\"/>");
        }
        Ok(())
    }
}

/// How a mark is painted.
fn look_of(mark: &BarMark) -> String {
    let colour = match mark.paint {
        Paint::Series(n) => (n % 6 + 1).to_string(),
        Paint::Context => "context".to_owned(),
    };
    match (mark.target, mark.hollow) {
        (true, _) => format!(r#"class="f-paper s-ink" stroke-width="{BORDER}""#),
        (_, true) => format!(r#"class="f-paper s-{colour}" stroke-width="{BORDER}""#),
        _ => format!(r#"class="f-{colour}""#),
    }
}

fn bar(out: &mut String, it: &Placed, thickness: f64, inside: f64) -> fmt::Result {
    let (left, right) = (it.x.min(it.zero) + inside, it.x.max(it.zero) - inside);
    let (width, height) = (Short((right - left).max(0.0)), Short(thickness - 2.0 * inside));
    write!(out, "M{} {}h{width}v{height}h-{width}z", Short(left), Short(it.y - thickness / 2.0 + inside))
}

fn dot(out: &mut String, x: f64, y: f64) -> fmt::Result {
    let radius = DOT / 2.0;
    write!(out, "M{} {}a{radius} {radius} 0 1 0 {DOT} 0a{radius} {radius} 0 1 0 -{DOT} 0z", Short(x - radius), Short(y))
}

fn diamond(out: &mut String, x: f64, y: f64) -> fmt::Result {
    let half = DIAMOND / 2.0;
    write!(out, "M{} {}l{half} {half}-{half} {half}-{half}-{half}z", Short(x), Short(y - half))
}

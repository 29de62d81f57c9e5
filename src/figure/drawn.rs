//! Bars as SVG: what stands in the document before any script, and in every view after it. Colours are classes of the
//! style (`f-` fills, `s-` strokes), so that the drawing follows light and dark.
//!
//! Every mark lies where the live chart has it: ECharts takes the drawing's place, and nothing moves.

use super::bars::{BORDER, BarMark, Bars, DIAMOND, DOT, FONT_SIZE, LINE, Paint, TO_NAME, TOP};
use std::fmt::{self, Write};

/// From a mark to its label.
const TO_LABEL: f64 = 5.0;
/// From the middle of a line of text to its base line, as a part of the font's height: half a capital. WebKit does not
/// inherit `dominant-baseline`.
const BASE: f64 = 0.35;

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
    /// The drawing at a width in CSS pixels, with a title and a description for those who cannot see it. `data-at` says
    /// where each mark is, `x,y`, by series (`;`) and datum (a space): by that it answers to a pointer.
    pub fn svg(&self, width: u32, title: &str, description: &str) -> String {
        let mut out = String::with_capacity(140 * self.lines.len() + 1000);
        // Writing to a text cannot fail.
        let _ = self.write(&mut out, width, title, description);
        out
    }

    fn write(&self, out: &mut String, width: u32, title: &str, description: &str) -> fmt::Result {
        let axis = self.axis();
        let end = f64::from(width) - self.right();
        let at = |number: f64| {
            let part = (number.clamp(self.from, self.to) - self.from) / (self.to - self.from);
            axis + (end - axis) * if self.dots { 1.0 - part } else { part }
        };
        let middle = |n: usize| TOP + self.over + f64::from(self.step) * (n as f64 + 0.5);
        let placed: Vec<Placed> = (self.lines.iter().enumerate())
            .filter_map(|(n, line)| Some((n, line.mark.as_ref()?)))
            .map(|(n, mark)| Placed { mark, zero: at(0.0), x: at(mark.number), y: middle(n) })
            .collect();

        write!(
            out,
            r#"<svg width="{width}" height="{0}" viewBox="0 0 {width} {0}" preserveAspectRatio="xMinYMin meet" role="img" data-at=""#,
            self.height
        )?;
        for (n, target) in [false, true].into_iter().take(self.marks.len()).enumerate() {
            let of_series = placed.iter().filter(|it| it.mark.target == target);
            for (m, it) in of_series.enumerate() {
                let before = if m > 0 { " " } else { [";", ""][usize::from(n == 0)] };
                write!(out, "{before}{},{}", (self.end(it) + 0.5).floor(), (it.y + 0.5).floor())?;
            }
        }
        write!(out, "\"><title>{}</title><desc>{}</desc>", Escaped(title), Escaped(description))?;
        if !self.dots {
            let (x, height) = (crisp(at(0.0)), f64::from(self.height) - 2.0 * TOP);
            let (x, height) = (Short(x), Short(height));
            write!(out, r#"<path class="s-muted" fill="none" stroke-linecap="round" d="M{x} {TOP}v{height}"/>"#)?;
        }
        write!(out, r#"<g class="f-ink" font-size="{FONT_SIZE}" text-anchor="end">"#)?;
        for (n, line) in self.lines.iter().enumerate() {
            let count = line.name.split('\n').count();
            for (m, name) in line.name.split('\n').enumerate() {
                let y = middle(n) + f64::from(LINE) * (m as f64 - (count as f64 - 1.0) / 2.0);
                words(out, axis - TO_NAME, y, name)?;
            }
        }
        out.push_str("</g>");
        self.write_marks(out, &placed)?;
        write!(out, r#"<g class="f-ink" font-size="{FONT_SIZE}">"#)?;
        for it in &placed {
            let beside = match (it.mark.target, self.dots, it.mark.hollow) {
                (true, ..) => (DIAMOND + BORDER) / 2.0,
                (_, true, hollow) => DOT / 2.0 + if hollow { BORDER / 2.0 } else { 0.0 },
                _ => 0.0,
            };
            words(out, self.end(it) + beside + TO_LABEL, it.y, &it.mark.label)?;
        }
        out.push_str("</g></svg>");
        Ok(())
    }

    /// Where a mark ends to the right, or where its middle is if it is no bar.
    fn end(&self, it: &Placed) -> f64 {
        if self.dots || it.mark.target { it.x } else { it.x.max(it.zero) }
    }

    /// Results, then targets. Marks in a row that look alike are one shape: a browser has less to lay out and to paint.
    fn write_marks(&self, out: &mut String, placed: &[Placed]) -> fmt::Result {
        let mut look = String::new();
        for target in [false, true] {
            for it in placed.iter().filter(|it| it.mark.target == target) {
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

/// A line of text, its middle at `y`.
fn words(out: &mut String, x: f64, y: f64, words: &str) -> fmt::Result {
    write!(out, r#"<text x="{}" y="{}">{}</text>"#, Short(x), Short(y + BASE * FONT_SIZE), Escaped(words))
}

/// Where a line one pixel wide is sharp: in the middle of a pixel.
fn crisp(at: f64) -> f64 {
    let doubled = (2.0 * at).round();
    if doubled % 2.0 == 0.0 { (doubled + 1.0) / 2.0 } else { doubled / 2.0 }
}

/// A length with one decimal at the most.
struct Short(f64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round() as i64;
        match tenths % 10 {
            0 => write!(f, "{}", tenths / 10),
            rest => write!(f, "{}{}.{}", if tenths < 0 { "-" } else { "" }, (tenths / 10).abs(), rest.abs()),
        }
    }
}

/// Text, not markup.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|one| match one {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            other => f.write_char(other),
        })
    }
}

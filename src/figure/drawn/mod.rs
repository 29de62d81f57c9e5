//! Drawings as SVG: what stands in the document before any script, and in every view after it. Colours are classes of the
//! style (`f-` fills, `s-` strokes), so that a drawing follows light and dark.
//!
//! Every mark and every word lies where the live chart has it: ECharts takes the drawing's place, and nothing moves.

mod bars;
mod lines;

use crate::figure::Drawing;
use std::fmt::{self, Write};

/// From a mark to its label.
const TO_LABEL: f64 = 5.0;
/// From the middle of a line of text to its base line, as a part of the font's height: half a capital. WebKit does not
/// inherit `dominant-baseline`.
const BASE: f64 = 0.35;

impl Drawing {
    /// The drawing at a width in CSS pixels, with a title and a description for those who cannot see it. `data-at` says
    /// where each mark is, `x,y`, by series (`;`) and datum (a space), with nothing for a gap: by that it answers to a
    /// pointer.
    pub fn svg(&self, width: u32, title: &str, description: &str) -> String {
        self.written(width, [title, description], None)
    }

    /// The same, of which what is more than a screen high stands between two marks of the caller's, at the end of an
    /// element that says `data-rest`: it can be cut out and put in once the first part is on screen.
    pub fn svg_in_parts(&self, width: u32, title: &str, description: &str, marks: [&str; 2]) -> String {
        self.written(width, [title, description], Some(marks))
    }

    fn written(&self, width: u32, [title, description]: [&str; 2], rest: Option<[&str; 2]>) -> String {
        let mut out = String::with_capacity(4096);
        // Writing to a text cannot fail.
        let _ = match self {
            Self::Bars(bars) => bars.write(&mut out, width, [title, description], rest),
            Self::Lines(lines) => lines.write(&mut out, width, title, description),
        };
        out
    }
}

/// The beginning of a drawing, up to what is seen; `at` are the places of its marks by series.
fn begin(
    out: &mut String,
    [width, height]: [u32; 2],
    title: &str,
    description: &str,
    at: impl Iterator<Item = Vec<Option<(f64, f64)>>>,
) -> fmt::Result {
    write!(
        out,
        r#"<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" preserveAspectRatio="xMinYMin meet" role="img" data-at=""#,
    )?;
    for (n, places) in at.enumerate() {
        out.push_str(if n > 0 { ";" } else { "" });
        for (m, place) in places.into_iter().enumerate() {
            out.push_str(if m > 0 { " " } else { "" });
            if let Some((x, y)) = place {
                write!(out, "{},{}", (x + 0.5).floor(), (y + 0.5).floor())?;
            }
        }
    }
    write!(out, "\"><title>{}</title><desc>{}</desc>", Escaped(title), Escaped(description))
}

/// A line of text, its middle at `y`.
fn words(out: &mut String, x: f64, y: f64, size: f64, words: &str) -> fmt::Result {
    write!(out, r#"<text x="{}" y="{}">{}</text>"#, Short(x), Short(y + BASE * size), Escaped(words))
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

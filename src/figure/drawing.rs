//! What a panel's chart draws: bars or lines, each laid out once for the drawing in the document and for the live chart.

use super::{Bars, Lines, Panel, bars, lines, option};
use crate::{domain::Sign, text::Locale};
use serde_json::Value;

/// A chart ready to draw. Its layout depends on the figures alone.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// Bars, or the dots of ranks.
    Bars(Bars),
    /// Lines over time.
    Lines(Lines),
}

/// The drawing of a panel; `None` where there is nothing to draw (the table and the map draw themselves).
pub fn drawing(panel: &Panel, locale: Locale) -> Option<Drawing> {
    bars(panel, locale).map(Drawing::Bars).or_else(|| lines(panel, locale).map(Drawing::Lines))
}

impl Drawing {
    /// Its height in CSS pixels, the same at every width.
    pub fn height(&self) -> u32 {
        match self {
            Self::Bars(bars) => bars.height,
            Self::Lines(lines) => lines.height,
        }
    }

    /// Which row of the panel each mark stands for, by series and data index. Rows are counted through `rows` and
    /// then `targets`; `None` is a gap.
    pub fn marks(&self) -> &[Vec<Option<usize>>] {
        match self {
            Self::Bars(bars) => &bars.marks,
            Self::Lines(lines) => &lines.marks,
        }
    }

    /// Whether its marks are dots rather than bars: of ranks, and along lines.
    pub fn is_of_dots(&self) -> bool {
        match self {
            Self::Bars(bars) => bars.dots,
            Self::Lines(_) => true,
        }
    }

    /// Whether a change of method is marked by its sign alone, for want of room.
    pub fn marks_breaks_by_sign(&self) -> bool {
        let is_sign = |words: &String| words == Sign::NotComparable.symbol();
        let Self::Lines(lines) = self else { return false };
        lines.rules.iter().any(|(_, words)| is_sign(words)) || lines.periods.iter().flatten().any(is_sign)
    }

    /// The ECharts option of the live chart.
    pub fn option(&self) -> Value {
        match self {
            Self::Bars(bars) => option::of_bars(bars),
            Self::Lines(lines) => option::of_lines(lines),
        }
    }
}

//! What a reader asked to see: a topic or an indicator, places, a time, a kind of chart.

use super::{Basis, Id, Period, PeriodError};
use std::{fmt, str::FromStr};

/// The most places a comparison highlights.
pub const MOST_PLACES: usize = 6;

/// How figures are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ViewKind {
    /// Horizontal bars.
    Bar,
    /// Lines over time.
    Line,
    /// Lines over time, a small chart for each place, all on the same scales.
    Multiples,
    /// Lines between two periods.
    Slope,
    /// The tile-grid map.
    Map,
    /// The table alone.
    Table,
    /// Progress towards targets.
    Target,
}

impl ViewKind {
    /// Whether it follows chosen places through time: there is no one period then, and no list of all.
    pub fn is_over_time(self) -> bool {
        matches!(self, Self::Line | Self::Multiples | Self::Slope)
    }

    /// Whether it is drawn as marks on axes: the others are elements of the page.
    pub fn is_drawn(self) -> bool {
        self == Self::Bar || self.is_over_time()
    }
}

/// A topic, answered by every indicator under it, or one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A topic.
    Topic(Id),
    /// One exact definition.
    Indicator(Id),
}

/// One period, or everything from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeSpan {
    /// The first period.
    pub from: Period,
    /// The last; the same as the first for one period.
    pub to: Period,
}

impl TimeSpan {
    /// Just this period.
    pub fn one(period: Period) -> Self {
        Self { from: period, to: period }
    }

    /// Whether a period lies in it.
    pub fn contains(&self, period: &Period) -> bool {
        self.from.first_day() <= period.first_day() && period.last_day() <= self.to.last_day()
    }
}

impl fmt::Display for TimeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.from == self.to {
            true => self.from.fmt(f),
            false => write!(f, "{}..{}", self.from, self.to),
        }
    }
}

impl FromStr for TimeSpan {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let Some((from, to)) = text.split_once("..") else { return text.parse().map(Self::one) };
        let (from, to): (Period, Period) = (from.parse()?, to.parse()?);
        Ok(if from <= to { Self { from, to } } else { Self { from: to, to: from } })
    }
}

/// What the address asks for; what is left out is the page's default.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Selection {
    /// What is asked about.
    pub subject: Option<Subject>,
    /// The places, in the reader's order.
    pub places: Vec<Id>,
    /// When; everything if left out.
    pub time: Option<TimeSpan>,
    /// How to draw it; the figures decide if left out.
    pub view: Option<ViewKind>,
    /// Which list of provinces.
    pub basis: Option<Basis>,
}

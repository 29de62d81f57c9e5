//! What the site speaks of, and the rules about it: places, indicators, periods, observations, sources, and when two
//! figures may be compared. Pure: no reading, no writing, no browser, no language.

mod answer;
mod change;
mod codes;
mod comparability;
mod coverage;
mod examples;
mod flag;
mod indicator;
mod observation;
mod period;
mod place;
mod progress;
mod ranking;
mod record;
mod search;
mod selection;
mod sort;
mod source;
mod verdict;

pub use answer::{Answer, AnswerKind, answers};
pub use change::{CellChange, Change, ChangeKind, OBSERVATIONS, Release};
pub use comparability::{MOST_MONTHS_APART, compare};
pub use coverage::{Cell, Coverage, CoverageRow, Known, coverage};
pub use examples::{Examples, Pair, examples};
pub use flag::Flag;
pub use indicator::{
    Better, CommonSet, Comparable, Indicator, IndicatorSummary, Rankable, Theme, Topic, Unit, UnitKind,
};
pub use observation::{Missing, Observation, Qualifier, Reading, Status, Value};
pub use period::{Part as PeriodPart, Period, PeriodError};
pub use place::{Basis, Lineage, Place, PlaceKind, StatusChange, Tile};
pub use progress::{Outcome, Pace, Progress, Unknown, progress, today};
pub use ranking::{Rank, Ranking, apart, close_calls, quarters, rank, rank_under, rank_within};
pub use record::{Break, Record};
pub use search::{Hit, fold, search_places};
pub use selection::{MOST_PLACES, Selection, Subject, TimeSpan, ViewKind};
pub use sort::{Key, SortKey, arrange, number_key, sort_key};
pub use source::{SetAside, Source, SourceKind};
pub use verdict::{Reason, ReasonKind, Sign, Verdict};

use std::sync::Arc;

/// An ASCII identifier, as it stands in the tables and in addresses: `dong-nai-cu`, `papi-internet`.
pub type Id = Arc<str>;

/// A text in both languages of the site; neither is a fallback for the other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Words {
    /// Vietnamese.
    pub vi: Arc<str>,
    /// English.
    pub en: Arc<str>,
}

impl Words {
    /// Both texts at once.
    pub fn new(vi: &str, en: &str) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    /// Neither language says anything.
    pub fn is_empty(&self) -> bool {
        self.vi.is_empty() && self.en.is_empty()
    }
}

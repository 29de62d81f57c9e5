//! The two languages: messages, numbers, dates, and the sentences made of them. Vietnamese is the first language;
//! English is complete, never a fallback.

mod api;
mod changes;
mod eras;
mod locale;
mod messages;
mod numbers;
mod origins;
mod periods;
mod sentences;
mod verdicts;
mod widths;

pub use api::{Example, NO_ORIGIN, columns, examples};
pub use changes::{change_counts, change_kind, changed_value};
pub use eras::{drawn_name, former_list};
pub use locale::Locale;
pub use messages::Messages;
pub use numbers::{
    capital, drawn_figure, drawn_number, figure, is_rounded_when_drawn, number, padding, quarter_name, rank_of,
    rank_of_band, rank_words, signed_figure, with_symbol,
};
pub use origins::{measured, published, publisher, series, series_in, told};
pub use periods::{during, inferred, period, period_short, since, timespan, when, when_drawn, when_short};
pub use sentences::{
    flag, missing, missing_sign, outcome, place_kind, qualifier, qualifier_sign, short_name, source_kind, status,
    title_language, unit_line, unknown, view_name,
};
pub use verdicts::{gap, reason, verdict_name, verdict_sentence, verdict_short};
pub use widths::line_width;

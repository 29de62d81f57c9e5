//! What a chart says. A [`Question`] (what the reader asked, resolved against the record) becomes one [`View`]; that
//! view makes the chart option, the table, the sentence and the alternative text, so that they cannot disagree.

mod csv;
mod option;
mod panel;
mod question;
mod said;
mod sentence;
mod steps;
mod table;
mod view;

pub use csv::{indicator_csv, view_csv};
pub use option::{Drawing, drawing};
pub use panel::{MOST_ROWS, Panel, Row};
pub use question::{Question, defaults, needs, resolve};
pub use said::{Piece, Said};
pub use sentence::{because, can_say, description, headline, pace_sentence, progress_sentence};
pub use steps::{Step, steps};
pub use table::{TableLine, TableRow, table};
pub use view::{View, indicator_view, view};

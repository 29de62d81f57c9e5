//! What a chart says. A [`Question`] (what the reader asked, resolved against the record) becomes one [`View`]; that
//! view makes the chart option, the table, the sentence and the alternative text, so that they cannot disagree.

mod option;
mod question;
mod sentence;
mod steps;
mod table;
mod view;

pub use option::{Drawing, drawing};
pub use question::{Question, defaults, needs, resolve};
pub use sentence::{because, description, headline};
pub use steps::{Step, steps};
pub use table::{TableRow, table};
pub use view::{Panel, Row, View, indicator_view, view};

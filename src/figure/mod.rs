//! What a chart says. A [`Question`] (what the reader asked, resolved against the record) becomes one [`View`]; that
//! view makes the chart option, the table, the sentence and the alternative text, so that they cannot disagree.

mod bars;
mod citation;
mod drawing;
mod drawn;
mod embed;
mod files;
mod lines;
mod map;
mod nearest;
mod option;
mod panel;
mod picture;
mod question;
mod repeated;
mod rows;
mod said;
mod sentence;
mod steps;
mod table;
mod times;
mod view;

pub use bars::{Bars, bars};
pub use citation::{LICENCE, Whereabouts, bibtex, citation, csl, sources, sources_line, title};
pub use drawing::{Drawing, drawing};
pub use embed::{EMBED_BARS, embed_height};
pub use files::{About, Pasted, pasted, rows_json, rows_sheets};
pub use lines::{Lines, lines};
pub use map::{Mapped, NO_FIGURE, Tint, islands, mapped, tile_lines};
pub use panel::{MOST_ROWS, Panel, Row};
pub use picture::{
    Picture, PictureDrawing, PictureItem, PicturePanel, PictureStep, PictureTile, Size, licence_line, picture,
};
pub use question::{Change, Question, asked, defaults, first_embed, needs, resolve, subject_code};
pub use rows::{Rows, indicator_rows, is_formula, view_rows};
pub use said::{Piece, Said};
pub use sentence::{because, can_say, caveat, description, headline, pace_sentence, progress_sentence};
pub use steps::{Step, steps};
pub use table::{TableLine, TableRow, table};
pub use view::{View, indicator_view, view};

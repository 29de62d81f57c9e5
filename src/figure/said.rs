//! Sentences that know which of their words are figures, so that a page can lead from each to its evidence.

use super::{Panel, Row};
use crate::{
    domain::{Indicator, Observation},
    text::{self, Locale},
};
use std::{fmt, sync::Arc};

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Plain words.
    Words(String),
    /// A figure as stated.
    Figure {
        /// Which.
        observation: Arc<Observation>,
        /// As written.
        text: String,
    },
}

/// A sentence made of words and figures; displayed, it is plain text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said(pub Vec<Piece>);

impl Said {
    /// Plain words alone.
    pub fn words(words: impl Into<String>) -> Self {
        Self::default().say(words)
    }

    /// Adds words.
    pub fn say(mut self, words: impl Into<String>) -> Self {
        let words = words.into();
        match self.0.last_mut() {
            Some(Piece::Words(before)) => before.push_str(&words),
            _ => self.0.push(Piece::Words(words)),
        }
        self
    }

    /// Adds a figure with its sign, of a sample survey rounded as drawings do: its card and the table have it as recorded.
    pub fn figure(mut self, observation: &Arc<Observation>, indicator: &Indicator, locale: Locale) -> Self {
        let text = text::drawn_figure(locale, observation, indicator);
        self.0.push(Piece::Figure { observation: observation.clone(), text });
        self
    }

    /// Adds the figure of a panel's row.
    pub fn row(self, row: &Row, panel: &Panel, locale: Locale) -> Self {
        self.figure(&row.observation, &panel.indicator, locale)
    }

    /// Adds another sentence as it is.
    pub fn and(mut self, other: Said) -> Self {
        for piece in other.0 {
            match piece {
                Piece::Words(words) => self = self.say(words),
                figure => self.0.push(figure),
            }
        }
        self
    }

    /// Several, with the same words between any two.
    pub fn joined(parts: impl IntoIterator<Item = Said>, between: &str) -> Self {
        parts.into_iter().enumerate().fold(Self::default(), |all, (n, part)| {
            let all = if n > 0 { all.say(between) } else { all };
            all.and(part)
        })
    }

    /// The same as a picture says it: of a sample survey with the figures rounded ([`text::drawn_figure`]).
    pub fn drawn(mut self, indicator: &Indicator, locale: Locale) -> Self {
        for piece in &mut self.0 {
            if let Piece::Figure { observation, text } = piece {
                *text = text::drawn_figure(locale, observation, indicator);
            }
        }
        self
    }

    /// Nothing was said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Words(text) | Piece::Figure { text, .. } => f.write_str(text),
        })
    }
}

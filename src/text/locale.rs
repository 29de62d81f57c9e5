//! Which language a page speaks.

use super::Messages;
use crate::domain::Words;
use std::sync::Arc;

/// A language of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// Vietnamese, at the root.
    #[default]
    Vi,
    /// English, under `/en/`.
    En,
}

impl Locale {
    /// Both.
    pub const ALL: [Locale; 2] = [Locale::Vi, Locale::En];

    /// The language tag, as in `lang="vi"`.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::Vi => "vi",
            Locale::En => "en",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Locale::Vi => Locale::En,
            Locale::En => Locale::Vi,
        }
    }

    /// This language's text.
    pub fn pick(self, words: &Words) -> &Arc<str> {
        match self {
            Locale::Vi => &words.vi,
            Locale::En => &words.en,
        }
    }

    /// This language's choice of two.
    pub fn either<T>(self, vi: T, en: T) -> T {
        match self {
            Locale::Vi => vi,
            Locale::En => en,
        }
    }

    /// This language's messages.
    pub fn messages(self) -> &'static Messages {
        match self {
            Locale::Vi => &Messages::VI,
            Locale::En => &Messages::EN,
        }
    }
}

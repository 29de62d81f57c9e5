//! A page and its view as one type, to and from a URL. One encoder, one decoder; what it cannot read it says so.
//!
//! Paths are Vietnamese at the root and English under `/en/`; the query has the same keys in both languages, ASCII ids
//! joined by `~`, and holds only what differs from the page's default.

mod page;
mod query;

pub use page::{Life, Page};
pub use query::{Notice, decode_query, encode_query};

use crate::{domain::Selection, text::Locale};

/// Where a reader is: language, page, and what the page shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    /// The language.
    pub locale: Locale,
    /// The page.
    pub page: Page,
    /// What differs from the page's default view.
    pub selection: Selection,
}

/// The folder the site lives in on its host: `/`, or `/some/folder/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// Any spelling of the folder: with or without slashes at its ends.
    pub fn new(folder: &str) -> Self {
        let inner = folder.trim_matches('/');
        Self(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
    }

    /// The folder, beginning and ending in a slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a file of the site, given its path without a leading slash.
    pub fn file(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The address of a page.
    pub fn link(&self, address: &Address) -> String {
        self.file(&address.to_path())
    }

    /// The part of a browser's path that lies inside the site, without a leading slash.
    pub fn inside<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix(&self.0).or_else(|| (path == self.0.trim_end_matches('/')).then_some(""))
    }
}

impl Address {
    /// A page in its default view.
    pub fn of(locale: Locale, page: Page) -> Self {
        Self { locale, page, selection: Selection::default() }
    }

    /// The same page and view in the other language.
    pub fn translated(&self) -> Self {
        Self { locale: self.locale.other(), ..self.clone() }
    }

    /// Path and query below the base, without a leading slash: `so-sanh/?topic=smartphones`.
    pub fn to_path(&self) -> String {
        let query = encode_query(&self.selection);
        let path = self.page.to_path(self.locale);
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// Reads path (below the base, without a leading slash) and query (without `?`). Any path gives an address: an
    /// unknown one is [`Page::NotFound`]. What the query says and cannot be read comes back as notices.
    pub fn parse(path: &str, query: &str) -> (Self, Vec<Notice>) {
        let (locale, page) = Page::parse(path);
        let (selection, notices) = decode_query(query);
        (Self { locale, page, selection }, notices)
    }
}

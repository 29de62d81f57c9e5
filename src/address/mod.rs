//! A page and its view as one type, to and from a URL. One encoder, one decoder; what it cannot read it says so.
//!
//! Paths are Vietnamese at the root and English under `/en/`; the query has the same keys in both languages, ASCII ids
//! joined by `~`, and holds only what differs from the page's default.

mod embed;
mod page;
mod query;

pub use embed::{Embed, HOST_SCRIPT, Scheme, Snippets, frame, oembed_file, oembed_html, picture_file};
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

/// Where the site lives: its folder on its host, `/` or `/some/folder/`, and, where that is known, the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    folder: String,
    origin: String,
}

impl Base {
    /// Any spelling of the folder: with or without slashes at its ends.
    pub fn new(folder: &str) -> Self {
        let inner = folder.trim_matches('/');
        let folder = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        Self { folder, origin: String::new() }
    }

    /// The same folder on a host: scheme and name, as `https://example.org`.
    pub fn at(self, origin: &str) -> Self {
        Self { origin: origin.trim_end_matches('/').to_owned(), ..self }
    }

    /// Scheme and name of the host; empty where it is not known.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The folder, beginning and ending in a slash.
    pub fn as_str(&self) -> &str {
        &self.folder
    }

    /// The address of a file of the site, given its path without a leading slash.
    pub fn file(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    /// The whole address of a file, for other people's pages; from the folder on where the host is not known.
    pub fn whole(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin, self.folder)
    }

    /// The address of a page.
    pub fn link(&self, address: &Address) -> String {
        self.file(&address.to_path())
    }

    /// The part of a browser's path that lies inside the site, without a leading slash.
    pub fn inside<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix(&self.folder).or_else(|| (path == self.folder.trim_end_matches('/')).then_some(""))
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

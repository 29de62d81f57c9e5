//! The pages and their paths in both languages.

use crate::{domain::Id, text::Locale};

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Page {
    /// Find your province, the four themes.
    Home,
    /// Places by topic by time.
    Compare,
    /// One theme.
    Theme(Id),
    /// One indicator.
    Indicator(Id),
    /// One place.
    Place(Id),
    /// All documents.
    Sources,
    /// One document.
    Source(Id),
    /// Downloads, formats, versions.
    Data,
    /// Who has published what.
    Coverage,
    /// What each data version changed.
    Changes,
    /// Definitions, comparability, flags.
    Method,
    /// How to put a chart on another page, with a builder.
    EmbedGuide,
    /// What this is and who it is for.
    About,
    /// No such page.
    NotFound,
}

/// The fixed first folder of each page, Vietnamese and English.
const FOLDERS: [(&str, &str); 11] = [
    ("so-sanh", "compare"),
    ("chu-de", "themes"),
    ("chi-so", "indicators"),
    ("tinh", "places"),
    ("nguon", "sources"),
    ("phuong-phap", "method"),
    ("gioi-thieu", "about"),
    ("du-lieu", "data"),
    ("thay-doi", "changes"),
    EMBED,
    ("do-phu", "coverage"),
];

/// The folder of the guide to embeds; the embeds themselves lie below it.
pub(super) const EMBED: (&str, &str) = ("nhung", "embed");

/// How much of a page the module takes over. What nobody can operate costs no reader a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Life {
    /// The whole page follows the address: compare, indicator.
    Whole,
    /// Only its search field.
    Search,
    /// Only the builder of snippets.
    Builder,
    /// Nothing: the document is all there is.
    Still,
}

impl Page {
    /// How much of the page the module takes over.
    pub fn life(&self) -> Life {
        match self {
            Page::Compare | Page::Indicator(_) => Life::Whole,
            Page::Home | Page::NotFound => Life::Search,
            Page::EmbedGuide => Life::Builder,
            Page::Theme(_)
            | Page::Place(_)
            | Page::Sources
            | Page::Source(_)
            | Page::Data
            | Page::Coverage
            | Page::Changes
            | Page::Method
            | Page::About => Life::Still,
        }
    }

    /// The path below the base, ending in a slash (but for the not-found page, which is a file).
    pub fn to_path(&self, locale: Locale) -> String {
        let root = locale.either("", "en/");
        let folder = |n: usize| locale.either(FOLDERS[n].0, FOLDERS[n].1);
        match self {
            Page::Home => root.to_owned(),
            Page::Compare => format!("{root}{}/", folder(0)),
            Page::Theme(id) => format!("{root}{}/{id}/", folder(1)),
            Page::Indicator(id) => format!("{root}{}/{id}/", folder(2)),
            Page::Place(id) => format!("{root}{}/{id}/", folder(3)),
            Page::Sources => format!("{root}{}/", folder(4)),
            Page::Source(id) => format!("{root}{}/{id}/", folder(4)),
            Page::Method => format!("{root}{}/", folder(5)),
            Page::About => format!("{root}{}/", folder(6)),
            Page::Data => format!("{root}{}/", folder(7)),
            Page::Changes => format!("{root}{}/", folder(8)),
            Page::EmbedGuide => format!("{root}{}/", folder(9)),
            Page::Coverage => format!("{root}{}/", folder(10)),
            Page::NotFound => "404.html".to_owned(),
        }
    }

    /// Reads a path below the base. A trailing slash or `index.html` may be left out or in.
    pub fn parse(path: &str) -> (Locale, Page) {
        let path = path.trim_start_matches('/');
        let folder = path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/'));
        let path = folder.unwrap_or(path).trim_end_matches('/');
        let (locale, rest) = match path.strip_prefix("en") {
            Some("") => (Locale::En, ""),
            Some(rest) if rest.starts_with('/') => (Locale::En, &rest[1..]),
            _ => (Locale::Vi, path),
        };
        let mut pieces = rest.split('/');
        let (first, id, more) = (pieces.next().unwrap_or(""), pieces.next(), pieces.next());
        let folder = FOLDERS.iter().position(|&(vi, en)| first == locale.either(vi, en));
        let page = match (folder, id, more) {
            (None, None, None) if first.is_empty() => Page::Home,
            (Some(0), None, None) => Page::Compare,
            (Some(1), Some(id), None) if is_id(id) => Page::Theme(id.into()),
            (Some(2), Some(id), None) if is_id(id) => Page::Indicator(id.into()),
            (Some(3), Some(id), None) if is_id(id) => Page::Place(id.into()),
            (Some(4), None, None) => Page::Sources,
            (Some(4), Some(id), None) if is_id(id) => Page::Source(id.into()),
            (Some(5), None, None) => Page::Method,
            (Some(6), None, None) => Page::About,
            (Some(7), None, None) => Page::Data,
            (Some(8), None, None) => Page::Changes,
            (Some(9), None, None) => Page::EmbedGuide,
            (Some(10), None, None) => Page::Coverage,
            _ => Page::NotFound,
        };
        (locale, page)
    }
}

/// Lower-case ASCII letters, digits and single hyphens: what every id is made of.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 80
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

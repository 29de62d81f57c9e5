//! Sources: the documents that state the figures.

use super::{Id, Period, Words};

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// Published by the authority that measured.
    Official,
    /// A newspaper or broadcaster.
    Press,
    /// A survey.
    Survey,
    /// A verbatim copy of an official table kept elsewhere.
    Copy,
}

/// One document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// ASCII id.
    pub id: Id,
    /// Its title as printed.
    pub title: Id,
    /// Who published it; empty if not named.
    pub publisher: Id,
    /// Who wrote it; empty if not named.
    pub author: Id,
    /// When it was published.
    pub published: Option<Period>,
    /// The date of publication was inferred.
    pub published_inferred: bool,
    /// Its address; empty if not recorded.
    pub url: Id,
    /// What kind of document it is.
    pub kind: SourceKind,
    /// The common measurement it belongs to; empty where a province reports about itself.
    pub series: Id,
    /// Its licence as stated; empty if none is.
    pub licence: Id,
    /// What a reader should know about it.
    pub note: Words,
}

/// Something a document prints that is kept on its page and out of every chart: an impossible figure, a misprint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The document.
    pub source: Id,
    /// About where.
    pub place: Id,
    /// The indicator it seems to mean.
    pub indicator: Id,
    /// For when.
    pub period: Period,
    /// As printed.
    pub printed: Id,
    /// Why it is not charted.
    pub note: Words,
}

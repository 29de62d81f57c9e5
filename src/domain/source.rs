//! Sources: the documents that state the figures.

use super::{Id, Period, Words, fold};

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// Published by the authority that measured.
    Official,
    /// A newspaper or broadcaster.
    Press,
    /// A survey.
    Survey,
    /// A copy: of an official table, kept elsewhere, or of an article, read on another site than its own.
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
    /// What the common measurement is called; empty where there is none.
    pub series_name: Words,
    /// Who carried the common measurement out; empty where no document says.
    pub measured_by: Words,
    /// Its licence as stated; empty if none is.
    pub licence: Id,
    /// What a reader should know about it.
    pub note: Words,
}

impl Source {
    /// Whether it was read on another site than its publisher's: a copy at an address that does not bear the publisher's
    /// name, or at one that is not given.
    pub fn is_mirrored(&self) -> bool {
        // What stands in brackets only explains: "Tuan04-D/opendx (GitHub)".
        let name = self.publisher.split(" (").next().unwrap_or_default();
        if self.kind != SourceKind::Copy || name.is_empty() || self.url.contains(name) {
            return self.kind == SourceKind::Copy && name.is_empty();
        }
        let plain = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        !plain(&self.url).contains(&plain(name))
    }

    /// Whether it is a newspaper's or broadcaster's word, wherever that was read. What is copied and belongs to no common
    /// measurement is an article.
    pub fn is_press(&self) -> bool {
        match self.kind {
            SourceKind::Press => true,
            SourceKind::Copy => self.series.is_empty() || self.is_mirrored(),
            SourceKind::Official | SourceKind::Survey => false,
        }
    }
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

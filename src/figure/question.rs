//! What the reader asked, resolved: ids looked up, defaults filled in, and a notice for each thing not understood.

use crate::{
    address::{Notice, Page},
    domain::*,
    snapshot::SnapshotId,
};
use std::sync::Arc;

/// A selection whose ids exist.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What is asked about.
    pub subject: Subject,
    /// The chosen places.
    pub places: Vec<Arc<Place>>,
    /// When; everything if `None`.
    pub time: Option<TimeSpan>,
    /// How to draw it; the figures decide if `None`.
    pub view: Option<ViewKind>,
    /// Which list of provinces; the figures decide if `None`.
    pub basis: Option<Basis>,
}

/// What a page shows when the address asks for nothing.
pub fn defaults(page: &Page) -> Selection {
    match page {
        // The pair the site was made for: two figures that look alike and are not.
        Page::Compare => Selection {
            subject: Some(Subject::Topic("smartphones".into())),
            places: vec!["dong-nai-cu".into(), "dong-thap-cu".into()],
            ..Selection::default()
        },
        Page::Indicator(id) => Selection { subject: Some(Subject::Indicator(id.clone())), ..Selection::default() },
        _ => Selection::default(),
    }
}

/// The files a page needs beside the index. Ids the index does not know are left out.
pub fn needs(record: &Record, page: &Page, selection: &Selection) -> Vec<SnapshotId> {
    let indicator = |id: &Id| record.summary(id).map(|it| SnapshotId::Indicator(it.id.clone()));
    let answers = |topic: &str| record.answers(topic).into_iter().map(|it| SnapshotId::Indicator(it.id.clone()));
    match page {
        Page::Compare => {
            let (question, _) = resolve(record, page, selection);
            match question.map(|it| it.subject) {
                Some(Subject::Topic(topic)) => answers(&topic).collect(),
                Some(Subject::Indicator(id)) => indicator(&id).into_iter().collect(),
                None => Vec::new(),
            }
        }
        Page::Indicator(id) => indicator(id).into_iter().collect(),
        Page::Place(id) => record.place(id).map(|it| SnapshotId::Place(it.id.clone())).into_iter().collect(),
        Page::Theme(id) => record
            .summaries
            .iter()
            .filter(|it| it.theme == *id && it.common && it.headline)
            .map(|it| SnapshotId::Indicator(it.id.clone()))
            .collect(),
        Page::Home => {
            let pair = ["fibre-coverage-households", "fixed-broadband-households"];
            let mut ids: Vec<Id> = pair.iter().map(|id| Id::from(*id)).collect();
            let main = |theme: &Id| record.theme(theme).is_some_and(|it| it.main);
            ids.extend(record.summaries.iter().filter(|it| it.headline && main(&it.theme)).map(|it| it.id.clone()));
            ids.iter().filter_map(indicator).collect()
        }
        Page::Sources | Page::Changes => vec![SnapshotId::Catalog],
        Page::Source(id) => vec![SnapshotId::Source(id.clone())],
        // Its examples are found in the whole record. Nothing of it is loaded by a browser.
        Page::Method => record.summaries.iter().map(|it| SnapshotId::Indicator(it.id.clone())).collect(),
        // The builder begins with a chart of its own.
        Page::EmbedGuide => first_embed(record).iter().filter_map(indicator).collect(),
        Page::Data | Page::About | Page::NotFound => Vec::new(),
    }
}

/// The indicator with which the builder of embeds begins: the first one that compares all provinces.
pub fn first_embed(record: &Record) -> Option<Id> {
    let first = record.summaries.iter().find(|it| it.headline && it.common);
    first.or(record.summaries.first()).map(|it| it.id.clone())
}

/// Looks up what the selection names. `None` where the page has no view; a notice for each thing left aside.
pub fn resolve(record: &Record, page: &Page, selection: &Selection) -> (Option<Question>, Vec<Notice>) {
    let mut notices = Vec::new();
    let standard = defaults(page);
    let known = |subject: &Subject| match subject {
        Subject::Topic(id) => record.topic(id).is_some(),
        Subject::Indicator(id) => record.summary(id).is_some(),
    };
    let asked = match page {
        Page::Indicator(_) => standard.subject.clone(),
        _ => selection.subject.clone(),
    };
    let subject = match asked {
        Some(subject) if known(&subject) => Some(subject),
        Some(Subject::Topic(id)) => {
            notices.push(Notice::Unknown { key: "topic", value: id.to_string() });
            standard.subject
        }
        Some(Subject::Indicator(id)) => {
            notices.push(Notice::Unknown { key: "indicator", value: id.to_string() });
            standard.subject.filter(known)
        }
        None => standard.subject,
    };
    let Some(subject) = subject else { return (None, notices) };
    // Asking for a subject without places is a question of its own; asking for nothing is the page's default.
    let nothing_asked = selection.subject.is_none() && selection.places.is_empty();
    let wanted = if nothing_asked { &standard.places } else { &selection.places };
    let mut places = Vec::new();
    for id in wanted {
        match record.place(id) {
            Some(place) => places.push(place.clone()),
            None => notices.push(Notice::Unknown { key: "places", value: id.to_string() }),
        }
    }
    let question = Question { subject, places, time: selection.time, view: selection.view, basis: selection.basis };
    (Some(question), notices)
}

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

/// What the compare page shows of places of before the mergers when nothing is asked about.
const OF_FORMER_PLACES: &str = "smartphones";

/// What a page shows when the address asks for nothing.
pub fn defaults(page: &Page) -> Selection {
    match page {
        // Two provinces of today in the first measurement that covers all of them.
        Page::Compare => Selection {
            subject: Some(Subject::Indicator("portal-paid-online".into())),
            places: vec!["dong-nai".into(), "dong-thap".into()],
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
        // They look at the whole record. Nothing of it is loaded by a browser.
        Page::Method | Page::Coverage => {
            record.summaries.iter().map(|it| SnapshotId::Indicator(it.id.clone())).collect()
        }
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
    // Places of before the mergers are unknown to the measurement of today that the page opens with.
    let ended = selection.places.iter().any(|id| record.place(id).is_some_and(|it| it.valid_to.is_some()));
    let fallback = match page {
        Page::Compare if ended => Some(Subject::Topic(OF_FORMER_PLACES.into())).filter(known),
        _ => standard.subject,
    };
    let subject = match asked {
        Some(subject) if known(&subject) => Some(subject),
        Some(Subject::Topic(id)) => {
            notices.push(Notice::Unknown { key: "topic", value: id.to_string() });
            fallback
        }
        Some(Subject::Indicator(id)) => {
            notices.push(Notice::Unknown { key: "indicator", value: id.to_string() });
            fallback.filter(known)
        }
        None => fallback,
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

/// One choice of the reader's: what a control of a page says when it is used.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// What is asked about.
    Subject(Subject),
    /// One place more.
    Add(Id),
    /// One place less.
    Remove(Id),
    /// The beginning of the time; all times if none.
    From(Option<Period>),
    /// Its end.
    To(Option<Period>),
    /// How it is drawn.
    View(ViewKind),
    /// Which list of provinces.
    Basis(Basis),
}

/// A subject as the value of a control; [`Change::parse`] reads it.
pub fn subject_code(subject: &Subject) -> String {
    match subject {
        Subject::Topic(id) => format!("topic:{id}"),
        Subject::Indicator(id) => format!("indicator:{id}"),
    }
}

impl Change {
    /// What a control means by its kind and value; `None` where it means nothing.
    pub fn parse(kind: &str, value: &str) -> Option<Self> {
        Some(match kind {
            "subject" => Self::Subject(match value.split_once(':')? {
                ("topic", id) => Subject::Topic(id.into()),
                ("indicator", id) => Subject::Indicator(id.into()),
                _ => return None,
            }),
            "add" => Self::Add(value.into()),
            "remove" => Self::Remove(value.into()),
            "from" => Self::From(value.parse().ok()),
            "to" => Self::To(value.parse().ok()),
            "view" => Self::View(ViewKind::from_code(value)?),
            "basis" => Self::Basis(Basis::from_number(value.parse().ok()?)?),
            _ => return None,
        })
    }
}

/// What a page asks for after one choice: the rest of what it shows is kept. On the compare page that is spelled out, so
/// that the default view loses nothing; a choice that leads back to the default asks for nothing again.
pub fn asked(record: &Record, page: &Page, selection: &Selection, change: Change) -> Selection {
    let mut asked = match (page, resolve(record, page, selection).0) {
        (Page::Compare, Some(q)) => Selection {
            subject: Some(q.subject),
            places: q.places.iter().map(|place| place.id.clone()).collect(),
            time: q.time,
            view: q.view,
            basis: q.basis,
        },
        _ => Selection { subject: None, ..selection.clone() },
    };
    match change {
        // Another subject has other periods, and another best way to be drawn.
        Change::Subject(subject) => asked = Selection { subject: Some(subject), time: None, view: None, ..asked },
        Change::Add(id) => {
            if asked.places.len() < MOST_PLACES && !asked.places.contains(&id) {
                asked.places.push(id);
            }
        }
        Change::Remove(id) => asked.places.retain(|place| *place != id),
        Change::From(from) => {
            asked.time = from.map(|from| match asked.time {
                Some(time) => TimeSpan { from, to: time.to.max(from) },
                None => TimeSpan::one(from),
            });
        }
        Change::To(to) => {
            asked.time = to.map(|to| match asked.time {
                Some(time) => TimeSpan { from: time.from.min(to), to },
                None => TimeSpan::one(to),
            });
        }
        Change::View(view) => asked.view = Some(view),
        Change::Basis(basis) => asked.basis = Some(basis),
    }
    if asked == defaults(page) { Selection::default() } else { asked }
}

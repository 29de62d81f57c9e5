//! What is offered instead where the chosen places cannot be compared: the nearest common measurement that knows them all.

use super::Question;
use crate::domain::*;
use std::sync::Arc;

/// The nearest common measurement of what is asked about, as the editors name it, or its counterpart for the other list of
/// provinces: whichever covers the chosen places. `None` where neither does, or where it is what was asked.
pub(super) fn nearest(record: &Record, question: &Question) -> Option<Id> {
    let topic = match &question.subject {
        Subject::Topic(topic) => record.topic(topic),
        Subject::Indicator(id) => record.summary(id).and_then(|it| record.topic(&it.topic)),
    }?;
    let near = topic.nearest.clone()?;
    let other = record.counterpart(&near).map(|it| it.id.clone());
    let asked = |id: &Id| matches!(&question.subject, Subject::Indicator(asked) if asked == id);
    [Some(near), other].into_iter().flatten().find(|id| covers(record, id, &question.places)).filter(|id| !asked(id))
}

/// Whether an indicator is about the list of provinces that all of these places belong to, as far as its summary tells:
/// what is offered instead must not lead to places that the measurement does not know.
fn covers(record: &Record, id: &Id, places: &[Arc<Place>]) -> bool {
    let Some(summary) = record.summary(id) else { return false };
    let Some(merger) = record.lineage.iter().map(|row| row.date).min() else { return true };
    let since = summary.latest.is_some_and(|latest| latest.last_day() >= merger.first_day());
    let of_today = since || summary.counterpart.is_some();
    let basis = if of_today { Basis::Current34 } else { Basis::Former63 };
    places.iter().filter(|place| place.is_unit()).all(|place| place.is_of(basis))
}

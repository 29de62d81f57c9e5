//! What is offered instead where the chosen places cannot be compared: the nearest common measurement that has a figure for
//! each of them.

use super::Question;
use crate::domain::*;

/// What may be offered instead of what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nearest {
    /// This indicator has figures of one period for all chosen places.
    Indicator(Id),
    /// No common measurement of the theme has.
    None,
}

/// The nearest common measurement of what is asked about, as the editors name it, or its counterpart for the other list of
/// provinces: whichever has figures for all chosen places. Nothing is said where it is what was asked, or where another
/// common measurement of the theme has them.
pub(super) fn nearest(record: &Record, question: &Question) -> Option<Nearest> {
    let topic = match &question.subject {
        Subject::Topic(topic) => record.topic(topic),
        Subject::Indicator(id) => record.summary(id).and_then(|it| record.topic(&it.topic)),
    }?;
    let near = topic.nearest.as_ref().and_then(|id| record.summary(id))?;
    let units = |basis: Basis| record.places().iter().filter(|it| it.is_of(basis)).count();
    let covers =
        |it: &&IndicatorSummary| it.set.as_ref().is_some_and(|set| set.covers(&question.places, units(set.basis)));
    let asked = |id: &Id| matches!(&question.subject, Subject::Indicator(asked) if asked == id);
    // The country and regions are in no list of provinces; and what is asked about may be such a measurement itself.
    let own = match &question.subject {
        Subject::Indicator(id) => record.summary(id).is_some_and(|it| covers(&it)),
        Subject::Topic(_) => false,
    };
    if own || question.places.iter().any(|place| !place.is_unit()) {
        return None;
    }
    match [Some(near), record.counterpart(&near.id)].into_iter().flatten().find(covers) {
        Some(it) => Some(Nearest::Indicator(it.id.clone())).filter(|_| !asked(&it.id)),
        None if record.summaries.iter().filter(|it| it.theme == topic.theme).any(|it| covers(&it)) => None,
        None => Some(Nearest::None),
    }
}

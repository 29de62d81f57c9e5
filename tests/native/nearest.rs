//! What is offered instead of figures that cannot be compared.

use crate::{
    panels::founding_pair,
    support::{ask, period, topic},
};
use tinh_so::{
    domain::*,
    figure::{self, view},
};

#[test]
fn what_is_offered_instead_has_figures_for_every_chosen_place() {
    let mut record = founding_pair().indicator("papi-internet").place("hue").build();
    let offered = |record: &Record, places: &[&str]| view(record, ask(record, topic("broadband"), places)).nearest;
    let set = |record: &mut Record, lacks: &[&str]| {
        let it = record.summaries.iter_mut().find(|it| &*it.id == "papi-internet").unwrap();
        let lacks: Vec<Id> = lacks.iter().map(|id| (*id).into()).collect();
        let (basis, sign) = (Basis::Former63, Sign::Caution);
        it.set = Some(CommonSet { period: period("2024"), basis, places: 3 - lacks.len() as u16, lacks, sign });
    };
    let pair = ["dong-nai-cu", "dong-thap-cu"];
    record.topics[0].nearest = Some("papi-internet".into());
    set(&mut record, &[]);
    assert_eq!(offered(&record, &pair), Some(figure::Nearest::Indicator("papi-internet".into())));
    assert_eq!(offered(&record, &["dong-nai-cu"]), None, "one figure is comparable as it is");
    set(&mut record, &["dong-thap-cu"]);
    assert_eq!(offered(&record, &pair), Some(figure::Nearest::None), "one of them was not measured");
    set(&mut record, &["hue"]);
    assert_eq!(offered(&record, &pair), Some(figure::Nearest::Indicator("papi-internet".into())));
    record.topics[0].nearest = Some("coverage".into());
    assert_eq!(offered(&record, &pair), None, "it is shown already, or has no common set");
}

//! The real tables: they are in order, and say what the ministry printed.

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use tinh_so::{
    address::Page,
    domain::{Basis, Better, Id, Observation, Period, Record, Selection, TimeSpan, ViewKind, rank},
    figure::{indicator_view, resolve},
};

#[test]
fn the_real_tables_are_in_order() {
    let record = load(REAL.as_ref()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(format!("{}\n", record.version), Tables::copy().text("version.txt"));
    assert_eq!(record.places().len(), 99);
    let names: Vec<&str> = record.places().iter().take(3).map(|place| &*place.name.vi).collect();
    assert_eq!(names, ["An Giang", "An Giang (cũ)", "Bà Rịa - Vũng Tàu"]);
    assert_eq!(record.lineage.len(), 52);
}

fn ranks_of_2022(record: &Record) -> BTreeMap<Id, f64> {
    let year = Period::year(2022);
    let figures = record.figures("dti-rank").filter(|o| o.period == year && record.is_common(o));
    figures.map(|o| (o.place.clone(), o.reading.number().unwrap())).collect()
}

#[test]
fn the_index_of_2022_ranks_63_places_two_of_them_fifteenth() {
    let record = load(REAL.as_ref()).unwrap();
    let ranks = ranks_of_2022(&record);
    assert_eq!(ranks.len(), 63);
    let fifteenth: Vec<&Id> = ranks.iter().filter(|(_, rank)| **rank == 15.0).map(|(place, _)| place).collect();
    assert_eq!(fifteenth.iter().map(|id| &***id).collect::<Vec<_>>(), ["thanh-hoa", "yen-bai"]);
    assert_eq!(ranks["dong-nai-cu"], 43.0);
    // The stated ranks are those that the stated scores make.
    let scores: Vec<(Id, f64)> = record
        .figures("dti")
        .filter(|o| o.period == Period::year(2022))
        .map(|o| (o.place.clone(), o.reading.number().unwrap()))
        .collect();
    let numbers: Vec<f64> = scores.iter().map(|(_, number)| *number).collect();
    for ((place, _), made) in scores.iter().zip(rank(&numbers, Better::Higher).unwrap().ranks) {
        assert_eq!(f64::from(made.place), ranks[place], "{place}");
    }
}

#[test]
fn the_summaries_count_what_is_common() {
    let record = load(REAL.as_ref()).unwrap();
    let dti = record.summary("dti-rank").unwrap();
    assert!(dti.common);
    assert_eq!((dti.places, dti.targets), (63, 3));
    let fibre = record.summary("fibre-communes").unwrap();
    assert!(!fibre.common);
    assert_eq!((fibre.places, fibre.figures, fibre.targets), (12, 16, 3));
    assert_eq!(fibre.latest.unwrap().to_string(), "2025-12");
}

#[test]
fn the_data_package_describes_the_same_columns() {
    let package: serde_json::Value = serde_json::from_str(&Tables::copy().text("datapackage.json")).unwrap();
    let resources = package["resources"].as_array().unwrap();
    for spec in ALL {
        let resource = resources.iter().find(|resource| resource["path"] == spec.file).unwrap();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let columns: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(columns, spec.columns, "{}", spec.file);
    }
    assert_eq!(resources.len(), ALL.len());
}

#[test]
fn every_figure_stands_in_some_view_of_its_indicators_page() {
    let record = load(REAL.as_ref()).unwrap();
    let mut lost = Vec::new();
    for summary in &record.summaries {
        let page = Page::Indicator(summary.id.clone());
        let shown = |basis: Basis, view: Option<ViewKind>, time: Option<TimeSpan>| -> Vec<*const Observation> {
            let selection = Selection { basis: Some(basis), time, view, ..Selection::default() };
            let (question, _) = resolve(&record, &page, &selection);
            let panels = indicator_view(&record, question.unwrap()).panels;
            panels.iter().flat_map(|panel| panel.all()).map(|row| Arc::as_ptr(&row.observation)).collect()
        };
        let lists = [Basis::Former63, Basis::Current34];
        let mut seen = BTreeSet::new();
        for basis in lists {
            seen.extend(shown(basis, None, None));
            seen.extend(shown(basis, Some(ViewKind::Target), None));
        }
        // The rest stands under its own period.
        let rest: BTreeSet<Period> =
            record.figures(&summary.id).filter(|o| !seen.contains(&Arc::as_ptr(o))).map(|o| o.period).collect();
        for (period, basis) in rest.into_iter().flat_map(|period| lists.map(|basis| (period, basis))) {
            seen.extend(shown(basis, None, Some(TimeSpan::one(period))));
        }
        lost.extend(record.figures(&summary.id).filter(|o| !seen.contains(&Arc::as_ptr(o))));
    }
    assert!(lost.is_empty(), "{} figures, the first: {:?}", lost.len(), &lost[..lost.len().min(5)]);
}

#[test]
fn a_page_with_figures_never_says_that_there_are_none() {
    let record = load(REAL.as_ref()).unwrap();
    for summary in record.summaries.iter().filter(|it| it.figures > 0) {
        let (question, _) = resolve(&record, &Page::Indicator(summary.id.clone()), &Selection::default());
        let view = indicator_view(&record, question.unwrap());
        assert!(!view.panels[0].rows.is_empty(), "{}", summary.id);
    }
}

//! How a figure came to be: each rule asks about a table that breaks it, in its exact words.

use super::{super::look_alikes::Rule, *};

/// Reads a spoilt copy and finds the one question of a rule, with its place.
fn asked(tables: &Tables, rule: Rule) -> String {
    let of_rule = |warning: &Warning| warning.look.as_ref().is_some_and(|(it, _)| *it == rule);
    let asked: Vec<String> =
        tables.asks().iter().filter(|it| of_rule(it)).map(|warning| warning.problem.to_string()).collect();
    assert_eq!(asked.len(), 1, "{asked:?}");
    asked[0].clone()
}

#[test]
fn every_series_of_a_document_has_a_row_and_every_row_a_document() {
    let tables = Tables::copy().lines("series.csv", |line| !line.starts_with("ebi,"));
    let line = tables.line_of("sources.csv", "baodongnai-2023-04-23,");
    let said = tables.says();
    let first = format!("data/sources.csv:{line}: series: “ebi” is not a series");
    assert!(said[0].starts_with(&first), "{said:?}");
    let tables = Tables::copy().append("series.csv", "ebi-2,EBI,EBI,VECOM,VECOM");
    let line = tables.line_of("series.csv", "ebi-2,");
    assert_eq!(
        tables.says(),
        [format!(
            "data/series.csv:{line}: series: no document belongs to “ebi-2”; delete the row, or write its id into the \
             series of its documents in sources.csv"
        )]
    );
    let tables = Tables::copy().edit("series.csv", "ebi,", ",VECOM,VECOM", ",VECOM,");
    assert!(
        tables.says()[0].contains("measured_by_en: is empty although measured_by_vi is not"),
        "{:?}",
        tables.says()
    );
}

#[test]
fn a_version_from_before_the_table_is_read_without_it() {
    let tables = Tables::copy().lines("series.csv", |line| line.starts_with("series,"));
    let record = load(&tables.dir).unwrap_or_else(|problems| panic!("{problems}"));
    let source = &record.sources["cadn-2024-06-13"];
    assert_eq!((&*source.series, &*source.series_name.vi), ("ebi", ""));
}

#[test]
fn a_measurement_without_a_measurer_is_asked_about() {
    let tables = Tables::copy().edit("series.csv", "ebi,", ",VECOM,VECOM", ",,");
    let line = tables.line_of("series.csv", "ebi,");
    let said = asked(&tables, Rule::Unmeasured);
    assert!(said.starts_with(&format!("data/series.csv:{line}: measured_by_vi: is empty: nobody is named")), "{said}");
}

#[test]
fn a_denominator_that_nobody_stated_is_asked_about() {
    let tables = Tables::copy().edit("indicators.csv", "ebi-rank,", ",lower,1,,", ",lower,1,63,");
    let line = tables.line_of("indicators.csv", "ebi-rank,");
    let said = asked(&tables, Rule::Denominator);
    assert!(
        said.starts_with(&format!("data/indicators.csv:{line}: max: “/63” would stand behind every rank")),
        "{said}"
    );
    assert!(said.contains("on line ") && said.contains("; empty it, and say in the figures’ notes"), "{said}");
}

#[test]
fn a_rank_read_off_an_order_is_not_exact() {
    let row = "da-nang-cu,ebi-rank,2013,";
    let tables = Tables::copy().edit("observations.csv", row, ",read_off,", ",exact,");
    let line = tables.line_of("observations.csv", row);
    assert_eq!(
        asked(&tables, Rule::ReadOff),
        format!(
            "data/observations.csv:{line}: qualifier: is exact, but the note says that the rank was read off an order; \
             write read_off, unless the source prints the rank"
        )
    );
}

#[test]
fn a_count_shown_first_is_not_ranked_without_a_word() {
    let tables = Tables::copy().edit("indicators.csv", "settlements-no-fibre,", ",lower,0,,,,", ",lower,0,,,1,");
    let line = tables.line_of("indicators.csv", "settlements-no-fibre,");
    let said = asked(&tables, Rule::RankedCount);
    assert!(said.starts_with(&format!("data/indicators.csv:{line}: rankable: settlements-no-fibre counts")), "{said}");
}

#[test]
fn a_charted_document_that_nobody_can_find_is_asked_about() {
    let start = "dongnai-nq05-2023-09-08,";
    let tables = Tables::copy().edit("sources.csv", start, ",Lê Lài,", ",,");
    let line = tables.line_of("sources.csv", start);
    let said = asked(&tables, Rule::Unfindable);
    assert!(
        said.starts_with(&format!("data/sources.csv:{line}: url: “dongnai-nq05-2023-09-08” has no address")),
        "{said}"
    );
}

#[test]
fn a_target_doubled_within_one_source_is_asked_about() {
    let row = "da-nang,smartphone-subscriptions,2025/2027,,target,95,exact,,vneconomy-2025-09-15,,";
    let tables = Tables::copy().insert(row);
    let line = tables.line_of("observations.csv", "da-nang,smartphone-subscriptions,2027,");
    let other = tables.line_of("observations.csv", "da-nang,smartphone-subscriptions,2025/2027,");
    assert_eq!(
        asked(&tables, Rule::DoubledTarget),
        format!(
            "data/observations.csv:{line}: period: 2027 falls due on the same day as the target of this source on line \
             {other}; keep one of the two; a target has one due date"
        )
    );
}

#[test]
fn an_inferred_interval_that_ends_when_a_target_falls_due_is_asked_about() {
    let row = "da-nang,smartphone-subscriptions,2025-07/2025-09,yes,actual,90,exact,,vneconomy-2025-09-15,,";
    let target = "da-nang,smartphone-subscriptions,2025-09,,target,95,exact,,vneconomy-2025-09-15,,";
    let tables = Tables::copy().insert(row).insert(target);
    let line = tables.line_of("observations.csv", "da-nang,smartphone-subscriptions,2025-07/2025-09,");
    let due = tables.line_of("observations.csv", "da-nang,smartphone-subscriptions,2025-09,,target,");
    let said = asked(&tables, Rule::DecidingInterval);
    let start = format!(
        "data/observations.csv:{line}: period: 2025-07/2025-09 was inferred and ends when the target on line {due} falls due"
    );
    assert!(said.starts_with(&start), "{said}");
}

//! Pairs of real figures with the verdict a careful statistician gave them, by hand and without reading the code; and a
//! sweep over every pair that shares a topic.

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use tinh_so::domain::{Observation, Record, Sign, compare};

const PAIRS: &str = include_str!("pairs.csv");

fn sides<'a>(record: &'a Record, row: &BTreeMap<&str, &str>) -> [&'a Observation; 2] {
    ["a", "b"].map(|side| {
        let cell = |name: &str| row[format!("{side}_{name}").as_str()];
        let mut found = record.observations.iter().filter(|o| {
            (&*o.place, &*o.indicator, o.status.code(), &*o.source)
                == (cell("place"), cell("indicator"), cell("status"), cell("source"))
                && o.period.to_string() == cell("period")
        });
        let one = found.next().unwrap_or_else(|| panic!("no figure is {side} of {row:?}"));
        assert!(found.next().is_none(), "more than one figure is {side} of {row:?}");
        &**one
    })
}

/// The sign and the ids of the reasons, in alphabetical order.
fn judged(record: &Record, pair: [&Observation; 2]) -> (String, String) {
    let verdict = compare(record, pair);
    let reasons: BTreeSet<&str> = verdict.reasons.iter().map(|reason| reason.kind().id()).collect();
    (verdict.sign.symbol().to_owned(), reasons.into_iter().collect::<Vec<_>>().join(" "))
}

#[test]
fn real_pairs_get_the_verdict_a_statistician_gave_them() {
    let record = load(REAL.as_ref()).unwrap();
    let mut reader = csv::Reader::from_reader(PAIRS.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let rows: Vec<BTreeMap<&str, &str>> = rows.iter().map(|row| header.iter().zip(row.iter()).collect()).collect();
    let (mut wrong, mut changed) = (Vec::new(), 0);
    let mut verdicts = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        let pair = sides(&record, row);
        let (given, expected) = (judged(&record, pair), (row["sign"].to_owned(), row["reasons"].to_owned()));
        if given != expected {
            wrong.push(format!("row {}: {given:?}, not {expected:?}: {} {pair:?}", n + 2, row["why"]));
        }
        // The order of the two is nobody's business.
        assert_eq!(judged(&record, [pair[1], pair[0]]), given, "row {}", n + 2);
        if let Ok(of) = row["mutation_of"].parse::<usize>() {
            changed += usize::from(verdicts.get(of - 1) != Some(&given));
        }
        verdicts.push(given);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows.len() >= 60, "{} pairs", rows.len());
    assert!(changed >= 10, "only {changed} mutations changed the verdict");
}

#[test]
fn every_pair_that_shares_a_topic_has_a_verdict_and_none_of_two_indicators_may_be_ranked() {
    let record = load(REAL.as_ref()).unwrap();
    let mut topics: BTreeMap<&str, Vec<&Observation>> = BTreeMap::new();
    for o in record.observations.iter().filter(|o| o.reading.number().is_some()) {
        topics.entry(&record.indicators[&o.indicator].topic).or_default().push(o);
    }
    let mut counts: BTreeMap<Sign, usize> = BTreeMap::new();
    for figures in topics.values() {
        for (n, one) in figures.iter().enumerate() {
            for other in &figures[n + 1..] {
                let verdict = compare(&record, [*one, *other]);
                *counts.entry(verdict.sign).or_default() += 1;
                let gravest = verdict.reasons.iter().map(|it| it.kind().sign()).max().unwrap_or(Sign::Comparable);
                assert_eq!(verdict.sign, gravest, "{one:?} and {other:?}");
                if one.indicator != other.indicator {
                    assert!(verdict.sign == Sign::NotComparable && !verdict.may_rank(), "{one:?} and {other:?}");
                }
                if !verdict.reasons.is_empty() {
                    continue;
                }
                // Nothing speaks against it: one measurement of two places, or one place over time.
                let one_measurement = record.measurement(one) == record.measurement(other);
                assert!(one.place == other.place || one_measurement, "{one:?} and {other:?}");
                assert_eq!(one.status, other.status);
            }
        }
    }
    assert!(counts.len() == 3 && counts.values().sum::<usize>() > 500_000, "{counts:?}");
}

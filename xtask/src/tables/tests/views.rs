//! Views a citizen would put side by side, with the verdict, the reasons and the headline that careful official statistics
//! would give: judged by hand from the rules and the tables, without reading the code.

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use tinh_so::{
    domain::{Basis, Period, Record, Status, Subject, TimeSpan, ViewKind},
    figure::{Question, View, headline, indicator_view, pace_sentence, progress_sentence, view},
    text::Locale,
};

const VIEWS: &str = include_str!("views.csv");

fn question(record: &Record, row: &BTreeMap<&str, &str>) -> Question {
    let subject = match row["subject"].split_once('=').unwrap() {
        ("topic", id) => Subject::Topic(id.into()),
        (_, id) => Subject::Indicator(id.into()),
    };
    let places = row["places"].split('~').filter(|id| !id.is_empty());
    let period = |text: &str| text.parse::<Period>().unwrap();
    let span = |text: &str| match text.split_once("..") {
        Some((from, to)) => TimeSpan { from: period(from), to: period(to) },
        None => TimeSpan::one(period(text)),
    };
    Question {
        subject,
        places: places.map(|id| record.place(id).unwrap_or_else(|| panic!("no place {id}: {row:?}")).clone()).collect(),
        time: (!row["time"].is_empty()).then(|| span(row["time"])),
        view: (!row["view"].is_empty()).then(|| ViewKind::from_code(row["view"]).unwrap()),
        basis: row["basis"].parse().ok().and_then(Basis::from_number),
    }
}

/// Everything the view says above its drawings.
fn said(view: &View) -> String {
    let mut said = Vec::new();
    for panel in &view.panels {
        said.push(headline(panel, Locale::Vi).to_string());
        if panel.kind == ViewKind::Target {
            for it in &panel.progress {
                said.push(progress_sentence("", &panel.indicator, it, Locale::Vi).to_string());
                said.push(pace_sentence(&panel.indicator, it, Locale::Vi));
            }
        }
    }
    said.join(" ").replace('\u{a0}', " ")
}

#[test]
fn real_views_say_what_careful_official_statistics_would() {
    let record = load(REAL.as_ref()).unwrap();
    let mut reader = csv::Reader::from_reader(VIEWS.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let rows: Vec<BTreeMap<&str, &str>> = rows.iter().map(|row| header.iter().zip(row.iter()).collect()).collect();
    let (mut wrong, mut answers, mut changed) = (Vec::new(), BTreeMap::new(), 0);
    for row in &rows {
        let question = question(&record, row);
        let everyone = question.places.is_empty() && matches!(question.subject, Subject::Indicator(_));
        let view = if everyone { indicator_view(&record, question) } else { view(&record, question) };
        let mut fault = |what: String| wrong.push(format!("{} {} {}: {what}", row["n"], row["subject"], row["places"]));
        let reasons: BTreeSet<&str> = view.verdict.reasons.iter().map(|it| it.kind().id()).collect();
        // A view of targets answers each of them by its outcome.
        if row["view"] != "target" {
            let (sign, wanted) = (view.verdict.sign.symbol(), row["sign"]);
            if sign != wanted {
                fault(format!("{sign} for {reasons:?}, not {wanted}: {}", row["why"]));
            }
            let lacking: Vec<&str> =
                row["reasons"].split(' ').filter(|it| !it.is_empty() && !reasons.contains(it)).collect();
            if !lacking.is_empty() {
                fault(format!("not for {lacking:?}, only {reasons:?}: {}", row["why"]));
            }
            let beyond: Vec<&str> = row["never"].split(' ').filter(|it| reasons.contains(it)).collect();
            if !beyond.is_empty() {
                fault(format!("for {beyond:?}: {}", row["why"]));
            }
        }
        let said = said(&view);
        for words in row["headline_vi"].split('|').filter(|it| !it.is_empty() && !said.contains(*it)) {
            fault(format!("does not say “{words}”: {said}"));
        }
        for words in row["headline_not_vi"].split('|').filter(|it| !it.is_empty() && said.contains(*it)) {
            fault(format!("says “{words}”: {said}"));
        }
        for place in row["shown"].split('~').filter(|it| !it.is_empty()) {
            let stated = view.panels.iter().flat_map(|panel| panel.whole()).any(|row| {
                &*row.place.id == place
                    && row.observation.status == Status::Actual
                    && row.observation.reading.number().is_some()
            });
            if !stated {
                fault(format!("{place} is not shown"));
            }
        }
        let answer = (view.verdict.sign, reasons.into_iter().map(str::to_owned).collect::<BTreeSet<_>>());
        if !row["mutation_of"].is_empty() {
            changed += usize::from(answers.get(row["mutation_of"]) != Some(&answer));
        }
        answers.insert(row["n"], answer);
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
    assert!(rows.len() >= 150 && changed >= 40, "{} views, {changed} mutations that change the answer", rows.len());
}

//! The pictures of the real record: no figure without its period, no name without its time, no text cut off.

use super::*;
use std::{
    collections::BTreeSet,
    io::Write,
    process::{Command, Stdio},
};
use tinh_so::{
    address::Page,
    domain::{Place, Record, Selection},
    figure::{Picture, PictureDrawing, Size, View, Whereabouts, indicator_view, picture, resolve},
    text::{self, Locale},
};

/// Every picture of every indicator's page, with its view.
fn pictures(record: &Record) -> Vec<(String, Locale, View, Picture)> {
    let mut all = Vec::new();
    for summary in &record.summaries {
        let page = Page::Indicator(summary.id.clone());
        let question = resolve(record, &page, &Selection::default()).0.unwrap();
        let view = indicator_view(record, question);
        for locale in Locale::ALL {
            let address = format!("https://tinhso.example/{}", page.to_path(locale));
            let at = Whereabouts { address, pinned: None };
            for (size, name) in [(Size::WIDE, "wide"), (Size::TALL, "tall")] {
                let id = format!("{}-{}-{name}", summary.id, locale.tag());
                all.push((id, locale, view.clone(), picture(record, &view, &at, size, locale)));
            }
        }
    }
    all
}

fn has_year(text: &str) -> bool {
    let digits: Vec<char> = text.chars().collect();
    digits.windows(4).any(|four| four.iter().all(char::is_ascii_digit) && matches!(four[0], '1' | '2'))
}

/// The rows of a picture: who stands there, and what is said of each beside its name. Of lines none: time is their axis.
fn rows(picture: &Picture) -> Vec<(String, String)> {
    match picture.panels.first().and_then(|panel| panel.drawing.as_ref()) {
        Some(PictureDrawing::List { items }) => items.iter().map(|it| (it.name.clone(), it.when.clone())).collect(),
        Some(PictureDrawing::Chart { option, .. }) => {
            let names = option["yAxis"]["data"].as_array().into_iter().flatten();
            let names = names.filter_map(|it| it.as_str()).filter(|it| *it != "…");
            names.map(|it| it.split_once('\n').unwrap_or((it, ""))).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn every_figure_of_a_picture_has_its_period() {
    let record = load(REAL.as_ref()).unwrap();
    let mut without = Vec::new();
    for (id, _, _, picture) in pictures(&record) {
        let of_all = has_year(&picture.when);
        without.extend(
            rows(&picture).into_iter().filter(|(_, when)| !of_all && !has_year(when)).map(|it| (id.clone(), it)),
        );
    }
    assert!(without.is_empty(), "{} figures, the first: {:?}", without.len(), &without[..without.len().min(5)]);
}

#[test]
fn no_name_of_before_the_mergers_reads_as_todays_in_a_picture() {
    let record = load(REAL.as_ref()).unwrap();
    let mut astray = Vec::new();
    for (id, locale, view, picture) in pictures(&record) {
        let called = |place: &Place| text::short_name(locale, place).to_owned();
        let today: BTreeSet<String> =
            record.places().iter().filter(|place| place.valid_to.is_none()).map(|place| called(place)).collect();
        let panel = &view.panels[0];
        let ended: BTreeSet<String> = panel
            .every()
            .map(|row| &*row.place)
            .filter(|place| place.is_unit() && place.valid_to.is_some())
            .map(called)
            .collect();
        let began = panel.whole().any(|row| row.place.is_unit() && row.place.valid_from.is_some());
        let list = picture.when.contains(text::former_list(locale));
        for (name, _) in rows(&picture) {
            // The rank stands before a name.
            let name = name.rsplit('\u{a0}').next().unwrap_or(&name).trim().to_owned();
            // On a list of former units a name without its era would be that of one of today.
            if ended.contains(&name) && !began && (today.contains(&name) || !list) {
                let unchanged = panel.every().any(|row| called(&row.place) == name && row.place.valid_to.is_none());
                if !unchanged {
                    astray.push((id.clone(), name));
                }
            }
        }
    }
    assert!(astray.is_empty(), "{} names, the first: {:?}", astray.len(), &astray[..astray.len().min(5)]);
}

/// By the layout itself, which runs in Node.
#[test]
fn no_picture_cuts_a_text_off_or_loses_a_period() {
    let record = load(REAL.as_ref()).unwrap();
    let mut jobs = String::new();
    for (id, _, _, picture) in pictures(&record) {
        let mut job = serde_json::to_value(picture).unwrap();
        job["id"] = id.into();
        jobs.push_str(&format!("{job}\n"));
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../chart/whole-pictures.mjs");
    let mut node = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node 20 is needed");
    let mut stdin = node.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(jobs.as_bytes()));
    let out = node.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));
}

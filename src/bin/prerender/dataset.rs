//! schema.org `Dataset` for search engines: the whole record on the page of downloads, one definition on its page.

use crate::Settings;
use serde_json::{Value, json};
use tinh_so::{
    address::{Address, Page},
    domain::{Observation, Reading, Record, Status},
    text,
    ui::Head,
};

/// What is under which terms, in full.
const TERMS: &str = "data/latest/LICENCE.md";
/// The same in a sentence: our part is under a licence, the figures are not ours.
const RIGHTS: &str = "Selection, arrangement, definitions and notes: CC BY 4.0, Tỉnh Số. The figures stay under the \
                      terms of the documents they were read in.";

/// A data block for the head; nothing on pages that hand out no data.
pub(crate) fn block(s: &Settings, record: &Record, address: &Address, head: &Head) -> String {
    let dataset = match &address.page {
        Page::Data => whole(s, address, head),
        Page::Indicator(id) => match one(s, record, address, head, id) {
            Some(dataset) => dataset,
            None => return String::new(),
        },
        _ => return String::new(),
    };
    // No text can end the block: JSON may write any < as an escape.
    let text = dataset.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>")
}

fn whole(s: &Settings, address: &Address, head: &Head) -> Value {
    let mut dataset = common(s, address, &head.title, &head.description);
    dataset["identifier"] = "tinh-so".into();
    dataset["includedInDataCatalog"] = json!({ "@type": "DataCatalog", "url": s.file("data/catalog.jsonld") });
    dataset["distribution"] = json!([
        download(s, "data/latest/tinh-so.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        download(s, "data/latest/observations.csv", "text/csv"),
        download(s, "data/latest/catalog.json", "application/json"),
        download(s, "data/latest/datapackage.json", "application/json"),
    ]);
    dataset
}

fn one(s: &Settings, record: &Record, address: &Address, head: &Head, id: &str) -> Option<Value> {
    let locale = address.locale;
    let indicator = record.indicators.get(id)?;
    let name = locale.pick(&indicator.name);
    let definition = locale.pick(&indicator.definition);
    let mut dataset = common(s, address, name, &format!("{definition} {}", head.description));
    dataset["identifier"] = id.into();
    dataset["variableMeasured"] = json!({
        "@type": "PropertyValue",
        "name": &**name,
        "description": &**definition,
        "unitText": text::unit_line(locale, indicator),
    });
    let figures: Vec<&Observation> = record.figures(id).map(|it| &**it).filter(|it| stated(it)).collect();
    if let (Some(first), Some(last)) =
        (figures.iter().map(|it| it.period).min(), figures.iter().map(|it| it.period).max())
    {
        let year = |period: &tinh_so::domain::Period| period.to_string().chars().take(4).collect::<String>();
        dataset["temporalCoverage"] = match first == last {
            true => year(&first),
            false => format!("{}/{:04}", year(&first), last.last_year()),
        }
        .into();
    }
    let sources = record.sources.values().map(|it| {
        let mut work = json!({ "@type": "CreativeWork", "name": &*it.title });
        // Who measured comes first; its publisher may be a newspaper or a copier.
        let measured_by = locale.pick(&it.measured_by);
        for (key, text) in [("creator", measured_by), ("publisher", &it.publisher)] {
            if !text.is_empty() {
                work[key] = json!({ "@type": "Organization", "name": &**text });
            }
        }
        for (key, text) in [("url", &it.url), ("license", &it.licence)] {
            if !text.is_empty() {
                work[key] = (&**text).into();
            }
        }
        work
    });
    dataset["isBasedOn"] = sources.collect::<Vec<_>>().into();
    dataset["distribution"] = json!([
        download(s, &format!("data/latest/indicators/{id}.csv"), "text/csv"),
        download(s, &format!("data/latest/indicators/{id}.json"), "application/json"),
    ]);
    Some(dataset)
}

/// A result somebody stated; an aim is no data yet.
fn stated(o: &Observation) -> bool {
    o.status == Status::Actual && matches!(o.reading, Reading::Value(_))
}

fn common(s: &Settings, address: &Address, name: &str, description: &str) -> Value {
    json!({
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": name,
        // Search engines ask for at least 50 characters and take at most 5000.
        "description": description.chars().take(4900).collect::<String>(),
        "url": s.base.whole(&address.to_path()),
        "inLanguage": ["vi", "en"],
        // A `license` here would speak of the figures, which stay under the terms of their documents.
        "usageInfo": s.file(TERMS),
        "copyrightNotice": RIGHTS,
        "version": s.version,
        "isAccessibleForFree": true,
        "creator": { "@type": "Organization", "name": "Tỉnh Số" },
        "spatialCoverage": { "@type": "Place", "name": "Việt Nam" },
    })
}

fn download(s: &Settings, path: &str, kind: &str) -> Value {
    json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": s.file(path) })
}

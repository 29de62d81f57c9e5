//! The catalogue for data portals: DCAT 3 (W3C Recommendation of 22 August 2024) in JSON-LD, with its own context. It
//! lists what is below `latest/` and needs absolute addresses, so it is written with the site and not with a version.
//! Built without an origin, its addresses are relative to the file itself.

use super::{
    WORKBOOK,
    words::{Both, LICENCE, RIGHTS, TITLE},
};
use crate::snapshots::{Written, put};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};
use tinh_so::{
    address::{Base, Page},
    domain::{Indicator, Observation, Period, PeriodPart, Record, Source, Status, Words},
    text::Locale,
};

/// The file's name below `data/`.
const CATALOG: &str = "catalog.jsonld";
/// Viet Nam in the list of countries of the Publications Office of the European Union, which portals know.
const VIET_NAM: &str = "http://publications.europa.eu/resource/authority/country/VNM";
/// The files offered for the whole record, besides the tables.
const WHOLE: [&str; 3] = [WORKBOOK, super::PACKAGE, "catalog.json"];

/// Where the site will stand.
pub(super) struct Address {
    /// The origin and the base, ending in a slash; a way up from `data/` where no origin is known.
    root: String,
    /// The same for `data/`.
    data: String,
}

impl Address {
    pub(super) fn new(origin: &str, base: &str) -> Self {
        match origin.trim_end_matches('/') {
            "" => Self { root: "../".to_owned(), data: "./".to_owned() },
            origin => {
                let root = format!("{origin}{}", Base::new(base).as_str());
                Self { data: format!("{root}data/"), root }
            }
        }
    }

    fn page(&self, page: &Page, locale: Locale) -> Value {
        json!({ "@id": format!("{}{}", self.root, page.to_path(locale)) })
    }

    /// A part of the catalogue itself.
    fn part(&self, name: &str) -> String {
        format!("{}{CATALOG}#{name}", self.data)
    }
}

/// Writes `out/data/catalog.jsonld`. `sizes` are the files of the version with their bytes; `origin` is the public origin or empty, and
/// `base` the folder of the site.
///
/// # Errors
/// If a file it lists was not written, or it cannot be written itself.
pub fn write_catalog(
    record: &Record,
    sizes: &BTreeMap<String, u64>,
    out: &Path,
    origin: &str,
    base: &str,
) -> Result<Written> {
    let mut text = catalog(record, sizes, &Address::new(origin, base))?.to_string();
    text.push('\n');
    put(&out.join("data").join(CATALOG), text.as_bytes())
}

/// The catalogue of the files so long.
///
/// # Errors
/// If a file it should list is not among them.
pub(super) fn catalog(record: &Record, sizes: &BTreeMap<String, u64>, address: &Address) -> Result<Value> {
    let mut datasets = vec![whole(record, sizes, address)?];
    for summary in &record.summaries {
        if let Some(indicator) = record.indicators.get(&summary.id) {
            datasets.push(one(record, indicator, sizes, address)?);
        }
    }
    Ok(json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": format!("{}{CATALOG}", address.data),
        "@type": "dcat:Catalog",
        "dct:title": [tagged("vi", TITLE.vi), tagged("en", TITLE.vi)],
        "dct:description": [
            tagged("vi", "Số liệu về các tỉnh, thành của Việt Nam, mỗi con số kèm căn cứ."),
            tagged("en", TITLE.en),
        ],
        "foaf:homepage": address.page(&Page::Home, Locale::Vi),
        "dct:publisher": { "@id": address.part("publisher"), "@type": "foaf:Agent", "foaf:name": TITLE.vi },
        "dct:language": languages(),
        "dct:spatial": { "@id": VIET_NAM, "@type": "dct:Location", "rdfs:label": [tagged("vi", "Việt Nam"), tagged("en", "Viet Nam")] },
        "dct:issued": issued(record),
        "dct:license": { "@id": LICENCE, "@type": "dct:LicenseDocument" },
        "dct:rights": { "@id": address.part("rights"), "@type": "dct:RightsStatement", "rdfs:label": both(&RIGHTS) },
        "dcat:dataset": datasets,
    }))
}

/// Everything in one dataset, with what is known of each document.
fn whole(record: &Record, sizes: &BTreeMap<String, u64>, address: &Address) -> Result<Value> {
    let tables = sizes.keys().filter(|name| name.ends_with(".csv") && !name.contains('/')).map(String::as_str);
    let files: Vec<&str> = WHOLE.into_iter().chain(tables).collect();
    let title = Words::new("Tỉnh Số: toàn bộ số liệu", "Tỉnh Số: the whole record");
    let description = Words::new(
        "Mọi con số, chỉ số, nơi, nguồn và mốc thay đổi của Tỉnh Số.",
        "Every figure, indicator, place, source and break of Tỉnh Số.",
    );
    let figures: Vec<&Observation> = record.observations.iter().map(|o| &**o).collect();
    let mut dataset = dataset(record, ("tinh-so", &title, &description), &figures, (&files, sizes), address)?;
    dataset["dcat:landingPage"] = address.page(&Page::Sources, Locale::Vi);
    dataset["dct:source"] = record.sources.values().map(|source| document(source, address)).collect();
    Ok(dataset)
}

/// One indicator.
fn one(record: &Record, indicator: &Indicator, sizes: &BTreeMap<String, u64>, address: &Address) -> Result<Value> {
    let id = &indicator.id;
    let files = ["csv", "json"].map(|ending| format!("indicators/{id}.{ending}"));
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let figures: Vec<&Observation> = record.figures(id).map(|o| &**o).collect();
    let about = (&**id, &indicator.name, &indicator.definition);
    let mut dataset = dataset(record, about, &figures, (&files, sizes), address)?;
    let page = Page::Indicator(id.clone());
    dataset["dcat:landingPage"] = Locale::ALL.map(|locale| address.page(&page, locale)).to_vec().into();
    dataset["dct:isPartOf"] = json!({ "@id": address.part("tinh-so") });
    let sources: BTreeSet<&str> = figures.iter().map(|o| &*o.source).collect();
    let page = |id: &str| address.page(&Page::Source(id.into()), Locale::Vi);
    dataset["dct:source"] = sources.into_iter().map(page).collect();
    Ok(dataset)
}

/// What all datasets say.
fn dataset(
    record: &Record,
    (id, title, description): (&str, &Words, &Words),
    figures: &[&Observation],
    (files, sizes): (&[&str], &BTreeMap<String, u64>),
    address: &Address,
) -> Result<Value> {
    let distributions = files.iter().map(|file| {
        let bytes =
            sizes.get(*file).with_context(|| format!("{CATALOG} lists data/latest/{file}, which was not written"))?;
        Ok(distribution(file, *bytes, address))
    });
    let mut dataset = json!({
        "@id": address.part(id),
        "@type": "dcat:Dataset",
        "dct:identifier": id,
        "dct:title": both(title),
        "dct:description": both(description),
        "dct:publisher": { "@id": address.part("publisher") },
        "dct:language": languages(),
        "dct:spatial": { "@id": VIET_NAM },
        "dct:issued": issued(record),
        "dcat:version": record.version,
        "dct:license": { "@id": LICENCE },
        "dct:rights": { "@id": address.part("rights") },
        "dcat:distribution": distributions.collect::<Result<Vec<Value>>>()?,
    });
    if let Some(span) = temporal(figures) {
        dataset["dct:temporal"] = span;
    }
    Ok(dataset)
}

fn distribution(file: &str, bytes: u64, address: &Address) -> Value {
    let url = format!("{}latest/{file}", address.data);
    let media_type = match file.rsplit('.').next() {
        Some("csv") => "text/csv",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/json",
    };
    let mut distribution = json!({
        "@id": address.part(file),
        "@type": "dcat:Distribution",
        "dct:title": file,
        "dcat:accessURL": { "@id": url },
        "dcat:downloadURL": { "@id": url },
        "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{media_type}") },
        "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": bytes.to_string() },
        "dct:license": { "@id": LICENCE },
        "dct:rights": { "@id": address.part("rights") },
    });
    let standard = match file {
        super::PACKAGE => Some("https://datapackage.org/profiles/2.0/datapackage.json".to_owned()),
        "catalog.json" => Some(format!("{}schema/catalog.schema.json", address.data)),
        _ if media_type == "application/json" => Some(format!("{}schema/indicator.schema.json", address.data)),
        _ => None,
    };
    if let Some(standard) = standard {
        distribution["dct:conformsTo"] = json!({ "@id": standard });
    }
    distribution
}

/// A document: its page here, and where it is itself, with its licence as far as one is stated.
fn document(source: &Source, address: &Address) -> Value {
    let mut document = address.page(&Page::Source(source.id.clone()), Locale::Vi);
    document["@type"] = json!("foaf:Document");
    document["dct:title"] = json!(source.title);
    if !source.measured_by.vi.is_empty() {
        let name = |locale: Locale| json!({ "@value": locale.pick(&source.measured_by), "@language": locale.tag() });
        document["dct:creator"] = json!({ "@type": "foaf:Agent", "foaf:name": Locale::ALL.map(name) });
    }
    if !source.publisher.is_empty() {
        document["dct:publisher"] = json!({ "@type": "foaf:Agent", "foaf:name": source.publisher });
    }
    if !source.url.is_empty() {
        document["rdfs:seeAlso"] = json!({ "@id": source.url });
    }
    if !source.licence.is_empty() {
        document["dct:rights"] = json!({ "@type": "dct:RightsStatement", "rdfs:label": source.licence });
    }
    document
}

/// From the beginning of the first period to the end of the last: of results, or of targets where there are only those.
pub(super) fn temporal(figures: &[&Observation]) -> Option<Value> {
    let of =
        |status: Status| -> Vec<Period> { figures.iter().filter(|o| o.status == status).map(|o| o.period).collect() };
    let periods = Some(of(Status::Actual)).filter(|all| !all.is_empty()).unwrap_or_else(|| of(Status::Target));
    let first = periods.iter().min_by_key(|period| period.first_day())?.parts().0;
    let last = periods.iter().max_by_key(|period| period.last_day())?.parts();
    Some(json!({
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": date(first, false),
        "dcat:endDate": date(last.1.unwrap_or(last.0), true),
    }))
}

/// The first or the last date of a part, as exactly as it is known and XML Schema can say.
fn date(part: PeriodPart, end: bool) -> Value {
    let month = |year: i16, first: u8, months: u8| {
        let month = if end { first + months - 1 } else { first };
        ("xsd:gYearMonth", format!("{year}-{month:02}"))
    };
    let (kind, value) = match part {
        PeriodPart::Year(year) => ("xsd:gYear", year.to_string()),
        PeriodPart::Half(year, half) => month(year, half * 6 - 5, 6),
        PeriodPart::Quarter(year, quarter) => month(year, quarter * 3 - 2, 3),
        PeriodPart::Month(year, one) => month(year, one, 1),
        PeriodPart::Day(year, month, day) => ("xsd:date", format!("{year}-{month:02}-{day:02}")),
    };
    json!({ "@type": kind, "@value": value })
}

/// A version is known to the month.
fn issued(record: &Record) -> Value {
    let month: Vec<&str> = record.version.split('.').take(2).collect();
    json!({ "@type": "xsd:gYearMonth", "@value": month.join("-") })
}

fn languages() -> Value {
    Locale::ALL
        .map(|locale| json!({ "@id": format!("http://id.loc.gov/vocabulary/iso639-1/{}", locale.tag()) }))
        .to_vec()
        .into()
}

fn tagged(language: &str, text: &str) -> Value {
    json!({ "@language": language, "@value": text })
}

/// A text in both languages, each marked as what it is.
fn both<'a>(words: impl Into<Pair<'a>>) -> Value {
    let Pair(vi, en) = words.into();
    json!([tagged("vi", vi), tagged("en", en)])
}

struct Pair<'a>(&'a str, &'a str);

impl<'a> From<&'a Words> for Pair<'a> {
    fn from(words: &'a Words) -> Self {
        Self(&words.vi, &words.en)
    }
}

impl<'a> From<&'a Both> for Pair<'a> {
    fn from(words: &'a Both) -> Self {
        Self(words.vi, words.en)
    }
}

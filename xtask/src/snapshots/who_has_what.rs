//! `coverage.csv`: what was found of each present province on each topic, a row for each pair.

use anyhow::Result;
use tinh_so::{
    domain::{Coverage, Id, Record},
    figure::is_formula,
    text::{self, Locale},
};

/// The columns.
pub(super) const COLUMNS: [&str; 18] = [
    "place",
    "place_vi",
    "place_en",
    "region_vi",
    "region_en",
    "theme",
    "topic",
    "topic_vi",
    "topic_en",
    "known",
    "figures",
    "newest_place",
    "newest_indicator",
    "newest_period",
    "newest_value",
    "newest_qualifier",
    "newest_source",
    "newest_published",
];

/// The table: UTF-8 with a byte order mark and CRLF, like the other downloads.
///
/// # Errors
/// If a row cannot be written, which none of a checked record is.
pub(super) fn csv(record: &Record, coverage: &Coverage) -> Result<String> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for row in &coverage.rows {
        let region = row.place.regions.iter().filter_map(|id| record.place(id)).find(|it| it.valid_to.is_none());
        let region = |locale: Locale| region.map_or_else(String::new, |it| locale.pick(&it.name).to_string());
        for (id, cell) in coverage.topics.iter().zip(&row.cells) {
            let Some(topic) = record.topic(id) else { continue };
            let newest = cell.newest.as_deref();
            let of = |field: fn(&tinh_so::domain::Observation) -> &Id| newest.map_or("", |o| field(o));
            let source = newest.and_then(|o| record.source(&o.source));
            let number = newest.and_then(|o| o.reading.number()).map_or_else(String::new, |n| n.to_string());
            let published = source.map_or_else(String::new, |it| text::published(Locale::En, it));
            let published = if is_formula(&published) { format!("'{published}") } else { published };
            writer.write_record([
                &*row.place.id,
                &row.place.name.vi,
                &row.place.name.en,
                &region(Locale::Vi),
                &region(Locale::En),
                &topic.theme,
                &topic.id,
                &topic.name.vi,
                &topic.name.en,
                cell.known.code(),
                &cell.figures.to_string(),
                of(|o| &o.place),
                of(|o| &o.indicator),
                &newest.map_or_else(String::new, |o| o.period.to_string()),
                &number,
                newest.map_or("", |o| o.qualifier.code()),
                of(|o| &o.source),
                &published,
            ])?;
        }
    }
    Ok(format!("\u{feff}{}", String::from_utf8(writer.into_inner()?)?))
}

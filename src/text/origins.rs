//! How a document is named: who measured, who published, who copied. The measurer comes first wherever one is known: a
//! data set is never called after the newspaper that quoted it or the repository that copied it.

use super::{Locale, period};
use crate::domain::{Source, SourceKind};

/// Who published a document, or who wrote it; said, too, if it was read on another site than the publisher's.
pub fn publisher(locale: Locale, source: &Source) -> String {
    let by = match (source.publisher.is_empty(), source.author.is_empty()) {
        (false, _) if is_copier(source) => {
            return locale
                .either(format!("do {} chép lại", source.publisher), format!("copied by {}", source.publisher));
        }
        (false, _) => source.publisher.to_string(),
        (true, false) => locale.either(
            format!("bài của {}, không rõ nơi đăng", source.author),
            format!("article by {}, publisher not known", source.author),
        ),
        (true, true) => locale.either("không rõ nơi đăng", "publisher not known").to_owned(),
    };
    match source.is_mirrored() {
        true => format!("{by} ({})", locale.either("đọc trên trang sao chép", "read on a copying site")),
        false => by,
    }
}

/// Whether the publisher is the one who copied: the keeper of a repository or of a copying site.
fn is_copier(source: &Source) -> bool {
    let of_survey = source.kind == SourceKind::Survey && !source.measured_by.vi.is_empty();
    of_survey || (source.kind == SourceKind::Copy && !source.is_mirrored())
}

/// The name of a source's common measurement with who carried it out: "DTI của Bộ …".
pub fn series(locale: Locale, source: &Source) -> String {
    series_in(locale, source, None)
}

/// The same of one edition: "DTI 2024 của Bộ …".
pub fn series_in(locale: Locale, source: &Source, when: Option<&str>) -> String {
    let (name, by) = (locale.pick(&source.series_name), locale.pick(&source.measured_by));
    let name = match name.is_empty() {
        false => name.to_string(),
        // Versions published before measurements had names: the acronym it is known by, or else who published it.
        true if source.series.len() <= 4 && source.series.chars().all(|c| c.is_ascii_alphabetic()) => {
            source.series.to_uppercase()
        }
        true => publisher(locale, source),
    };
    let edition = when.map_or_else(|| name.clone(), |when| format!("{name} {when}"));
    match by.is_empty() {
        true => edition,
        false => locale.either(format!("{edition} của {by}"), format!("{edition} of {by}")),
    }
}

/// Who measured, as a document's own name begins with it; nothing where no document says.
pub fn measured(locale: Locale, source: &Source) -> Option<String> {
    (!source.measured_by.vi.is_empty()).then(|| series(locale, source))
}

/// When and by whom a source was published, as far as is known; who measured stands before both.
pub fn published(locale: Locale, source: &Source) -> String {
    match measured(locale, source) {
        Some(measured) => format!("{measured}, {}", told(locale, source)),
        None => dated(locale, source, publisher(locale, source)),
    }
}

/// The same without who measured, for where that stands before it: "do … chép lại, 8/11/2025".
pub fn told(locale: Locale, source: &Source) -> String {
    let by = publisher(locale, source);
    let nameless = source.publisher.is_empty();
    dated(
        locale,
        source,
        match is_copier(source) || nameless {
            true => by,
            false => locale.either(format!("theo {by}"), format!("via {by}")),
        },
    )
}

fn dated(locale: Locale, source: &Source, by: String) -> String {
    match &source.published {
        None => format!("{by}, {}", locale.either("không ghi ngày", "undated")),
        Some(date) if source.published_inferred => {
            format!("{by}, {} {}", locale.either("khoảng", "about"), period(locale, date))
        }
        Some(date) => format!("{by}, {}", period(locale, date)),
    }
}

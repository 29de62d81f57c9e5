//! What a data version changed, in words.

use super::{Locale, with_symbol};
use crate::domain::{Change, ChangeKind, Indicator, OBSERVATIONS, Qualifier, Release, UnitKind};

/// "Thêm 587 số liệu, 137 định nghĩa, 79 tài liệu; sửa 3 số liệu": empty where nothing changed.
pub fn change_counts(locale: Locale, release: &Release) -> String {
    let tables = [
        (OBSERVATIONS, ["số liệu", "figure", "figures"]),
        ("indicators", ["định nghĩa", "definition", "definitions"]),
        ("sources", ["tài liệu", "document", "documents"]),
    ];
    let counted = |kind: ChangeKind| {
        let counts = tables.iter().filter_map(|(table, nouns)| {
            let count = release.count(table, kind);
            let noun = match (locale, count) {
                (Locale::Vi, _) => nouns[0],
                (Locale::En, 1) => nouns[1],
                (Locale::En, _) => nouns[2],
            };
            (count > 0).then(|| format!("{} {noun}", super::number(locale, count as f64, None)))
        });
        let counts: Vec<String> = counts.collect();
        (!counts.is_empty()).then(|| format!("{} {}", change_kind(locale, kind), counts.join(", ")))
    };
    let mut text = ChangeKind::ALL.into_iter().filter_map(counted).collect::<Vec<_>>().join("; ");
    if let Some(first) = text.chars().next() {
        text.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    text
}

/// What was done, as a verb that a count follows.
pub fn change_kind(locale: Locale, kind: ChangeKind) -> &'static str {
    let (vi, en) = match kind {
        ChangeKind::Added => ("thêm", "added"),
        ChangeKind::Corrected => ("sửa", "corrected"),
        ChangeKind::Removed => ("bỏ", "removed"),
        ChangeKind::Reworded => ("sửa lời", "reworded"),
    };
    locale.either(vi, en)
}

/// A figure's value as it stood before or stands after a change, "> 83,5 %"; a text of the table where it is no number.
pub fn changed_value(locale: Locale, change: &Change, indicator: Option<&Indicator>, after: bool) -> Option<String> {
    let pick = |column: &str| change.cell(column).map(|it| if after { &*it.after } else { &*it.before });
    let value = pick("value").filter(|it| !it.is_empty())?;
    let sign = pick("qualifier").and_then(|it| Qualifier::CODES.iter().find(|(_, code)| *code == it));
    let sign = sign.map_or("", |(qualifier, _)| super::qualifier_sign(locale, *qualifier));
    let written = match (value.parse::<f64>(), indicator) {
        (Ok(number), Some(it)) if it.unit.kind == UnitKind::Rank => super::number(locale, number, None),
        (Ok(number), Some(it)) => with_symbol(locale, number, &it.unit, super::padding(it)),
        (Ok(number), None) => super::number(locale, number, None),
        (Err(_), _) => value.to_owned(),
    };
    Some(if sign.is_empty() { written } else { format!("{sign}\u{a0}{written}") })
}

//! Rows as files: JSON, the sheets of a workbook, and a table to paste.

use super::{
    Panel, TableLine, Whereabouts, citation,
    rows::{COLUMNS, Rows, is_number},
    table, title,
};
use crate::{
    domain::{Flag, Record},
    figure::View,
    text::{self, Locale},
};
use serde_json::{Map, Value, json};

/// What is under which terms: the figures are not ours to license.
pub const LICENCE_OF_ROWS: &str =
    "CC BY 4.0 for selection, arrangement, definitions and notes; each figure under the terms of its source";

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    title: String,
    version: String,
    address: String,
    pinned: String,
    citation: String,
}

impl About {
    /// Of a view.
    pub fn of(record: &Record, view: &View, at: &Whereabouts, locale: Locale) -> Self {
        Self {
            title: title(view, locale),
            version: record.version.to_string(),
            address: at.address.clone(),
            pinned: at.pinned.clone().unwrap_or_default(),
            citation: citation(record, view, at, locale),
        }
    }

    fn entries(&self) -> [(&'static str, &str); 6] {
        [
            ("title", &self.title),
            ("version", &self.version),
            ("address", &self.address),
            ("pinned", &self.pinned),
            ("licence", LICENCE_OF_ROWS),
            ("citation", &self.citation),
        ]
    }
}

/// The rows as JSON: what the file is, then one object per figure with the columns of the CSV. A cell without content is
/// `null`, a number is a number.
pub fn rows_json(rows: &Rows, about: &About) -> String {
    let cell = |column: &str, cell: &str| match (cell.is_empty(), is_number(column)) {
        (true, _) => Value::Null,
        (false, true) => serde_json::from_str(cell).unwrap_or(Value::Null),
        (false, false) => json!(cell),
    };
    let figures: Vec<Value> = rows
        .0
        .iter()
        .map(|row| {
            let cells = COLUMNS.iter().zip(row).map(|(column, it)| ((*column).to_owned(), cell(column, it)));
            Value::Object(cells.collect::<Map<_, _>>())
        })
        .collect();
    let mut file = Map::new();
    for (key, value) in about.entries() {
        file.insert(key.to_owned(), json!(value));
    }
    file.insert("figures".to_owned(), figures.into());
    format!("{:#}\n", Value::Object(file))
}

/// The rows as the sheets of a workbook: figures, what the flags mean, and what the file is.
pub fn rows_sheets(rows: &Rows, about: &About, locale: Locale) -> String {
    let columns: Vec<Value> = COLUMNS
        .iter()
        .map(|column| {
            let wide = column.contains("reasons_") || column.contains("note_") || column.contains("title");
            json!({ "title": column, "width": if wide { 40 } else { 16 }, "type": kind(column) })
        })
        .collect();
    let cells = |row: &[String; 30]| -> Vec<Value> {
        let cell = |(column, cell): (&&str, &String)| match (cell.is_empty(), is_number(column)) {
            (true, _) => Value::Null,
            (_, true) => serde_json::from_str(cell).unwrap_or(Value::Null),
            _ => json!(cell),
        };
        COLUMNS.iter().zip(row).map(cell).collect()
    };
    let text = |title: &str, width: u32| json!({ "title": title, "width": width, "type": "text" });
    let flags: Vec<Value> = Flag::ALL
        .iter()
        .map(|flag| json!([flag.code(), text::flag(Locale::Vi, *flag), text::flag(Locale::En, *flag)]))
        .collect();
    let entries: Vec<Value> = about.entries().iter().map(|(key, value)| json!([key, value])).collect();
    json!({ "sheets": [
        { "name": locale.either("so-lieu", "figures"), "columns": columns, "rows": rows.0.iter().map(cells).collect::<Vec<_>>() },
        { "name": locale.either("ma", "flags"), "columns": [text("flag", 8), text("vi", 48), text("en", 48)], "rows": flags },
        { "name": locale.either("ve-tep-nay", "about"), "columns": [text("key", 14), text("value", 100)], "rows": entries },
    ] })
    .to_string()
}

fn kind(column: &str) -> &'static str {
    if is_number(column) { "number" } else { "text" }
}

/// A table to paste: as HTML, and as lines of tabs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pasted {
    /// For programs that know tables.
    pub html: String,
    /// For all others, and for spreadsheets.
    pub text: String,
}

/// What the tables on screen show: name of the definition, then place, figure, period, how it was stated, source.
pub fn pasted<'a>(panels: impl IntoIterator<Item = &'a Panel>, locale: Locale) -> Pasted {
    let m = locale.messages();
    let mut out = Pasted::default();
    for panel in panels {
        let heading = format!("{} ({})", locale.pick(&panel.indicator.name), text::unit_line(locale, &panel.indicator));
        let ranked = panel.ranked.is_some();
        let mut head = vec![m.col_place, m.col_figure, m.col_period, m.col_stated, m.col_source];
        if ranked {
            head.insert(0, m.col_rank);
        }
        out.text.push_str(&format!("{heading}\n{}\n", head.join("\t")));
        out.html.push_str(&format!("<table><caption>{}</caption><tr>", escaped(&heading)));
        head.iter().for_each(|cell| out.html.push_str(&format!("<th>{}</th>", escaped(cell))));
        out.html.push_str("</tr>");
        for line in table(panel, locale) {
            let TableLine::Row(row) = line else { continue };
            let name = if row.aside.is_empty() { row.name } else { format!("{} ({})", row.name, row.aside) };
            let figure = if row.target { format!("{} ({})", row.figure, m.target) } else { row.figure };
            let mut cells = vec![name, figure, row.period, row.stated.to_owned(), row.published];
            if ranked {
                cells.insert(0, row.rank);
            }
            out.html.push_str("<tr>");
            cells.iter().for_each(|cell| out.html.push_str(&format!("<td>{}</td>", escaped(cell))));
            out.html.push_str("</tr>");
            let plain: Vec<String> = cells.iter().map(|cell| cell.replace(['\t', '\n', '\r'], " ")).collect();
            out.text.push_str(&plain.join("\t"));
            out.text.push('\n');
        }
        out.html.push_str("</table>");
        out.text.push('\n');
    }
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

//! What stands in the workbook: a sheet for each table with its own columns first, then names and sources so that a row
//! can be read by itself; what the codes mean; and what all of it is.

use super::{
    data_package::{Package, Table},
    words::{ABOUT, ADDED, Added},
};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use tinh_so::{
    domain::{Flag, Id, Missing, Observation, Qualifier, Record, Words},
    text::{self, Locale},
};

/// The tables in the order of their sheets. The tile maps say nothing to a reader of a spreadsheet.
const ORDER: [&str; 12] = [
    "observations",
    "places",
    "indicators",
    "sources",
    "series",
    "breaks",
    "set_aside",
    "lineage",
    "status_changes",
    "themes",
    "topics",
    "units",
];

/// A sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    /// On its tab.
    pub(super) name: String,
    /// The header.
    pub(super) columns: Vec<Column>,
    /// How many of the columns are the table's own.
    pub(super) own: usize,
    /// A cell for every column.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A column of a sheet.
#[derive(Debug)]
pub(super) struct Column {
    /// In the header.
    pub(super) name: String,
    /// What it holds.
    pub(super) description: Words,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Text, whatever it looks like.
    Text(String),
    /// A number as stated.
    Number(String),
    /// An address, to be followed.
    Link(String),
}

impl Cell {
    /// What it shows.
    pub(super) fn text(&self) -> &str {
        match self {
            Cell::Text(text) | Cell::Number(text) | Cell::Link(text) => text,
        }
    }
}

/// All sheets, in order.
///
/// # Errors
/// If the tables hold a figure that the record does not.
pub(super) fn sheets(record: &Record, package: &Package) -> Result<Vec<Sheet>> {
    let mut sheets = Vec::with_capacity(ORDER.len() + 2);
    let tables = ORDER.iter().filter_map(|name| package.tables.iter().find(|table| table.name == *name));
    for table in tables {
        let mut sheet = of_table(table);
        if table.name == "observations" {
            add_names(&mut sheet, table, record)?;
        }
        sheets.push(sheet);
    }
    sheets.push(flags());
    let about = about(record, package, &sheets);
    sheets.push(about);
    Ok(sheets)
}

fn of_table(table: &Table) -> Sheet {
    let columns = table.fields.iter().map(|field| column(&field.name, field.description.clone())).collect();
    let cell = |(text, field): (&String, &super::data_package::Field)| match field.is_number && !text.is_empty() {
        true => Cell::Number(text.clone()),
        false if field.name == "url" => Cell::Link(text.clone()),
        false => Cell::Text(text.clone()),
    };
    let rows = table.rows.iter().map(|row| row.iter().zip(&table.fields).map(cell).collect()).collect();
    Sheet { name: table.name.clone(), columns, own: table.fields.len(), rows }
}

fn column(name: &str, description: Words) -> Column {
    Column { name: name.to_owned(), description }
}

fn plain(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// Adds to each figure its flag, its names and its document, so that a row copied elsewhere still says what it is.
fn add_names(sheet: &mut Sheet, table: &Table, record: &Record) -> Result<()> {
    type Key = [String; 5];
    let key = |o: &Observation| -> Key {
        let status = o.status.code().to_owned();
        [o.place.to_string(), o.indicator.to_string(), o.period.to_string(), status, o.source.to_string()]
    };
    let known: BTreeMap<Key, &Observation> = record.observations.iter().map(|o| (key(o), &**o)).collect();
    let place = |name: &str| table.fields.iter().position(|field| field.name == name);
    let columns = ["place", "indicator", "period", "status", "source"].map(|name| place(name).unwrap_or(usize::MAX));
    for (number, (cells, row)) in sheet.rows.iter_mut().zip(&table.rows).enumerate() {
        let key = columns.map(|column| row.get(column).cloned().unwrap_or_default());
        let observation = known.get(&key).with_context(|| {
            format!("observations.csv, row {}: {} is not in the record", number + 2, key.join(", "))
        })?;
        cells.extend(ADDED.iter().map(|(added, ..)| plain(said(*added, record, observation))));
    }
    sheet.columns.extend(ADDED.iter().map(|(_, name, vi, en)| column(name, Words::new(vi, en))));
    Ok(())
}

/// What an added column says of a figure; empty where nothing is known.
fn said(added: Added, record: &Record, o: &Observation) -> String {
    let place = |locale: Locale| record.place(&o.place).map(|it| locale.pick(&it.name).to_string());
    let indicator = record.indicators.get(&o.indicator);
    let name = |locale: Locale| indicator.map(|it| locale.pick(&it.name).to_string());
    let source = |of: fn(&tinh_so::domain::Source) -> &Id| record.source(&o.source).map(|it| of(it).to_string());
    let text = match added {
        Added::Flag => Some(Flag::of(o).code().to_owned()),
        Added::AfterBreak => record.begins_anew(o).map(|day| day.to_string()),
        Added::PlaceVi => place(Locale::Vi),
        Added::PlaceEn => place(Locale::En),
        Added::IndicatorVi => name(Locale::Vi),
        Added::IndicatorEn => name(Locale::En),
        Added::Unit => indicator.map(|it| it.unit.id.to_string()),
        Added::SourceTitle => source(|it| &it.title),
        Added::MeasuredByVi => record.source(&o.source).map(|it| it.measured_by.vi.to_string()),
        Added::MeasuredByEn => record.source(&o.source).map(|it| it.measured_by.en.to_string()),
        Added::Publisher => source(|it| &it.publisher),
        Added::Url => source(|it| &it.url),
        Added::Licence => source(|it| &it.licence),
    };
    text.unwrap_or_default()
}

/// What each flag, qualifier and reason for a gap means, from the lists the code itself decides by.
fn flags() -> Sheet {
    let columns = [
        ("list", "Danh sách chứa mã: mã trạng thái, cách nêu, lý do không có số", "The list the code belongs to"),
        ("code", "Mã", "Code"),
        ("sign", "Dấu đứng trước con số trên trang", "The sign before the figure on the site"),
        ("flag", "Mã trạng thái đi kèm", "The status flag that goes with it"),
        ("meaning_vi", "Ý nghĩa (tiếng Việt)", "Meaning (Vietnamese)"),
        ("meaning_en", "Ý nghĩa (tiếng Anh)", "Meaning (English)"),
    ];
    let row = |list: &str, code: &str, sign: &str, flag: Flag, said: [&str; 2]| -> Vec<Cell> {
        [list, code, sign, flag.code(), said[0], said[1]].into_iter().map(plain).collect()
    };
    let flags = Flag::ALL.iter().map(|&it| row("flag", it.code(), "", it, Locale::ALL.map(|l| text::flag(l, it))));
    let qualifiers = Qualifier::CODES.iter().map(|&(it, code)| {
        let said = Locale::ALL.map(|locale| text::qualifier(locale, it));
        row("qualifier", code, text::qualifier_sign(Locale::En, it), Flag::of_qualifier(it), said)
    });
    let missing = Missing::CODES.iter().map(|&(it, code)| {
        let said = Locale::ALL.map(|locale| text::missing(locale, it));
        row("missing", code, text::missing_sign(it), Flag::of_missing(it), said)
    });
    Sheet {
        name: "flags".to_owned(),
        own: columns.len(),
        rows: flags.chain(qualifiers).chain(missing).collect(),
        columns: columns.map(|(name, vi, en)| column(name, Words::new(vi, en))).into(),
    }
}

/// What the workbook is, under which terms, how to cite it, and what every column of every sheet holds.
fn about(record: &Record, package: &Package, sheets: &[Sheet]) -> Sheet {
    let row = |item: &str, words: &Words| vec![plain(item), plain(&*words.vi), plain(&*words.en)];
    let version = &*record.version;
    let mut rows = vec![row("title", &package.title), row("description", &package.description)];
    rows.push(row("version", &Words::new(version, version)));
    for (item, vi, en) in ABOUT {
        let filled = [vi, en].map(|text| text.replace("{version}", version));
        rows.push(row(item, &Words::new(&filled[0], &filled[1])));
    }
    for sheet in sheets {
        let table = package.tables.iter().find(|table| table.name == sheet.name);
        let codes = || Words::new("Ý nghĩa của các mã.", "What the codes mean.");
        rows.push(row(&sheet.name, &table.map_or_else(codes, |table| table.description.clone())));
        for column in &sheet.columns {
            rows.push(row(&format!("{}.{}", sheet.name, column.name), &column.description));
        }
    }
    let columns = [("item", "Mục", "Item"), ("vi", "Tiếng Việt", "Vietnamese"), ("en", "Tiếng Anh", "English")];
    let columns = columns.map(|(name, vi, en)| column(name, Words::new(vi, en)));
    Sheet { name: "about".to_owned(), own: columns.len(), columns: columns.into(), rows }
}

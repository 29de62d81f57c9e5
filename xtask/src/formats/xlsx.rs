//! `tinh-so.xlsx`: sheets written so that a spreadsheet shows what the tables say. Numbers are numbers with the decimals
//! they were stated with; everything else stays text, leading zeros and leading signs included.

use super::{
    sheets::{Cell, Sheet},
    words::TITLE,
};
use anyhow::{Context, Result};
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, IgnoreError, Workbook, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// The file's name.
pub const WORKBOOK: &str = "tinh-so.xlsx";

/// A column is at least and at most this wide, in characters.
const WIDTHS: (usize, usize) = (8, 60);
/// Excel takes a longer address for no address.
const LONGEST_LINK: usize = 2000;
/// A number in a spreadsheet keeps this many digits.
const DIGITS: usize = 15;

/// The bytes of the workbook.
///
/// # Errors
/// If the version is not a data version, or a text is longer than a cell can be.
pub(super) fn workbook(version: &str, sheets: &[Sheet]) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(version)?);
    let mut formats = Formats::new();
    for sheet in sheets {
        let rows = sheet.rows.len();
        write(workbook.add_worksheet(), sheet, &mut formats)
            .with_context(|| format!("sheet “{}” with {rows} rows", sheet.name))?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// Never the clock: the first day of the version's month.
fn properties(version: &str) -> Result<DocProperties> {
    let mut parts = version.split('.').map(str::parse);
    let (Some(Ok(year)), Some(Ok(month))) = (parts.next(), parts.next()) else {
        anyhow::bail!("“{version}” is not a data version; expected year.month.number, such as 2026.11.0");
    };
    let created = ExcelDateTime::from_ymd(year, month as u8, 1).with_context(|| format!("data version {version}"))?;
    let properties = DocProperties::new().set_title(format!("{} {version}", TITLE.vi)).set_author(TITLE.vi);
    Ok(properties.set_comment(TITLE.en).set_creation_datetime(&created))
}

/// The looks of cells; of numbers one for each count of decimals.
struct Formats {
    header: Format,
    header_added: Format,
    signed_text: Format,
    numbers: BTreeMap<usize, Format>,
}

impl Formats {
    fn new() -> Self {
        let header = || Format::new().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00E8_EEF4));
        Self {
            header: header(),
            // What the workbook adds to a table's own columns.
            header_added: header().set_italic(),
            // As if typed with an apostrophe before it: editing the cell does not make a formula of it.
            signed_text: Format::new().set_quote_prefix(),
            numbers: BTreeMap::new(),
        }
    }

    fn number(&mut self, decimals: usize) -> &Format {
        self.numbers.entry(decimals).or_insert_with(|| {
            let zeros = "0".repeat(decimals);
            Format::new().set_num_format(if decimals == 0 { "0".to_owned() } else { format!("0.{zeros}") })
        })
    }
}

fn write(worksheet: &mut Worksheet, sheet: &Sheet, formats: &mut Formats) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    let last = (sheet.rows.len() as u32, sheet.columns.len().saturating_sub(1) as u16);
    for (column, title) in (0_u16..).zip(&sheet.columns) {
        let format = if usize::from(column) < sheet.own { &formats.header } else { &formats.header_added };
        worksheet.write_string_with_format(0, column, &title.name, format)?;
        worksheet.set_column_width(column, width(sheet, usize::from(column)) as f64)?;
    }
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            write_cell(worksheet, (row, column), cell, formats)?;
        }
    }
    worksheet.set_freeze_panes(1, 0)?.autofilter(0, 0, last.0, last.1)?;
    // Codes and years are text on purpose; without this Excel marks every one of them.
    worksheet.ignore_error_range(0, 0, last.0, last.1, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn write_cell(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    formats: &mut Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) if text.starts_with('\'') || tinh_so::figure::is_formula(text) => {
            worksheet.write_string_with_format(row, column, text, &formats.signed_text)?;
        }
        Cell::Text(text) => _ = worksheet.write_string(row, column, text)?,
        Cell::Link(address) if address.is_empty() => {}
        Cell::Link(address) if address.starts_with("http") && address.len() <= LONGEST_LINK => {
            worksheet.write_url_with_text(row, column, address.as_str(), address)?;
        }
        Cell::Link(address) => _ = worksheet.write_string(row, column, address)?,
        Cell::Number(stated) => match number(stated) {
            Some((value, decimals)) => {
                worksheet.write_number_with_format(row, column, value, formats.number(decimals))?;
            }
            // More digits than a spreadsheet keeps: as stated rather than rounded.
            None => _ = worksheet.write_string(row, column, stated)?,
        },
    }
    Ok(())
}

/// The number and its decimals, if a spreadsheet shows it exactly as stated.
fn number(stated: &str) -> Option<(f64, usize)> {
    let decimals = stated.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let value: f64 = stated.parse().ok()?;
    let digits = stated.bytes().filter(u8::is_ascii_digit).count();
    (digits <= DIGITS && format!("{value:.decimals$}") == stated).then_some((value, decimals))
}

/// As wide as nine of ten cells need, the header included.
fn width(sheet: &Sheet, column: usize) -> usize {
    let mut lengths: Vec<usize> = sheet.rows.iter().map(|row| row[column].text().chars().count()).collect();
    lengths.sort_unstable();
    let most = lengths.get(lengths.len().saturating_sub(1) * 9 / 10).copied().unwrap_or_default();
    // Two more for the mark of the filter.
    (most.max(sheet.columns[column].name.chars().count()) + 2).clamp(WIDTHS.0, WIDTHS.1)
}

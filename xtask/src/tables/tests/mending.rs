//! `--fix` puts right what is only form, and nothing else.

use super::*;
use unicode_normalization::UnicodeNormalization;

fn bytes(tables: &Tables) -> Vec<Vec<u8>> {
    ALL.iter().map(|spec| fs::read(tables.dir.join(spec.file)).unwrap()).collect()
}

#[test]
fn what_is_in_order_is_not_written() {
    let tables = Tables::copy();
    let before = bytes(&tables);
    let mended = mend(&tables.dir).unwrap();
    assert!(mended.files.is_empty() && mended.changes.is_empty() && mended.refused.is_empty(), "{mended:?}");
    assert!(bytes(&tables) == before);
}

#[test]
fn everything_a_spreadsheet_does_to_the_form_is_put_right_to_the_byte() {
    let mut tables = Tables::copy();
    let before = bytes(&tables);
    let mut writer = csv::WriterBuilder::new();
    writer.delimiter(b';').terminator(csv::Terminator::CRLF).quote_style(csv::QuoteStyle::Always);
    for spec in ALL {
        // Decomposed letters, no-break spaces, spaces at the end, and an empty column at the end of every row.
        let text = tables.resaved(spec.file, &writer, |row| {
            let spoilt = |cell: &str| cell.nfd().collect::<String>().replace(' ', "\u{a0}") + " ";
            row.iter()
                .map(|cell| if cell.is_ascii() { cell.to_owned() } else { spoilt(cell) })
                .chain(["".to_owned()])
                .collect()
        });
        tables = tables.write(spec.file, format!("\u{feff}{text};;;\r\n"));
    }
    let problems = load(&tables.dir).unwrap_err().list;
    assert!(problems.iter().all(|problem| problem.mends), "{problems:?}");
    // A few examples of each kind, not one line for every cell.
    for spec in ALL {
        let of = problems.iter().filter(|problem| problem.file.ends_with(spec.file)).count();
        assert!((2..=16).contains(&of), "{of} messages for {}", spec.file);
    }
    let mended = mend(&tables.dir).unwrap();
    assert_eq!(mended.files.len(), ALL.len());
    for (spec, was) in ALL.iter().zip(before) {
        assert!(fs::read(tables.dir.join(spec.file)).unwrap() == was, "{}", spec.file);
    }
}

#[test]
fn rows_are_put_in_order_and_lost_zeros_back() {
    let tables = Tables::copy();
    let before = bytes(&tables);
    let turned = |text: String| {
        let (header, rows) = text.split_once('\n').unwrap();
        let mut rows: Vec<&str> = rows.lines().collect();
        rows.reverse();
        format!("{header}\n{}\n", rows.join("\n"))
    };
    let text = turned(tables.text("observations.csv"));
    let tables = tables.write("observations.csv", text).edit("places.csv", "ha-noi,", "city,01", "city,1");
    let mended = mend(&tables.dir).unwrap();
    assert_eq!(mended.files, ["data/places.csv", "data/observations.csv"]);
    let changes: Vec<String> = mended.changes.iter().map(ToString::to_string).collect();
    assert!(
        changes[0].ends_with("gso_code: “1” has lost its leading zero, as spreadsheets do; write 01"),
        "{changes:?}"
    );
    assert!(changes[1].starts_with("data/observations.csv:3: stands below “"), "{changes:?}");
    assert!(bytes(&tables) == before);
}

#[test]
fn what_only_the_editor_knows_is_left_and_so_is_its_file() {
    let tables = Tables::copy().edit("units.csv", "people,", "người", "ng??i ");
    let tables =
        tables.edit("observations.csv", ROW, ",81,", ",\"12,5\" ,").edit("themes.csv", "broadband,", "Băng", "Băng ");
    let units = tables.text("units.csv");
    let mended = mend(&tables.dir).unwrap();
    // The trailing space of the number goes, its comma stays: a figure is never rewritten.
    assert_eq!(mended.files, ["data/themes.csv", "data/observations.csv"]);
    assert_eq!(mended.refused.len(), 1);
    assert!(mended.refused[0].to_string().contains("“ng??i” has lost a letter"), "{:?}", mended.refused);
    assert_eq!(tables.text("units.csv"), units);
    assert!(tables.says().iter().any(|line| line.contains("value: “12,5” is not a number")), "{:?}", tables.says());
}

#[test]
fn a_file_opened_in_the_wrong_encoding_is_recognised_and_left() {
    let tables = Tables::copy();
    // As Windows reads UTF-8 without a mark: every byte a letter of Windows-1252.
    let text: String = tables.text("topics.csv").bytes().map(windows_1252).collect();
    let tables = tables.write("topics.csv", text);
    let says = tables.says();
    assert!(says[0].contains("opened in the wrong encoding and saved; take the file from git again"), "{says:?}");
    assert!(says.len() <= 5, "{says:?}");
    assert!(mend(&tables.dir).unwrap().files.is_empty());
}

/// The letter of a byte; bytes without one are kept as control characters, as browsers and Windows do.
fn windows_1252(byte: u8) -> char {
    let high = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match byte {
        0x80..=0x9f => high.chars().nth(usize::from(byte) - 0x80).unwrap(),
        _ => char::from(byte),
    }
}

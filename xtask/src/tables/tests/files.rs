//! What editors and spreadsheets do to files: encodings, headers, spaces.

use super::*;

#[test]
fn names_are_in_nfc() {
    let tables = Tables::copy().edit("places.csv", "dien-bien,", "Điện Biên", "Đie\u{323}\u{302}n Biên");
    let line = tables.line_of("places.csv", "dien-bien,");
    let expected = format!(
        "data/places.csv:{line}: name_vi: “Đie\u{323}\u{302}n Biên” is not in NFC: its letters and marks are separate \
         characters; replace it with “Điện Biên”"
    );
    assert_eq!(tables.says(), [expected]);
    let tables = Tables::copy().edit("places.csv", "dien-bien,", "Điện Biên", "Ðiện Biên");
    let expected =
        format!("data/places.csv:{line}: name_vi: “Ð” (U+00D0) only looks like “Đ”; replace it with “Đ” (U+0110)");
    assert_eq!(tables.says(), [expected]);
}

#[test]
fn stray_spaces() {
    let say = |to: &str| Tables::copy().edit("units.csv", "people,", "người", to).says()[0].clone();
    assert!(say("người ").ends_with("name_vi: “người ” has a space at its beginning or end; write “người”"));
    assert!(say("con  người").ends_with("name_vi: has two spaces in a row after “con”; write one"));
    assert!(say("con\u{a0}người").ends_with("name_vi: has an invisible character (U+00A0) in it; type a plain space"));
    let tables = Tables::copy().edit("units.csv", "people,", "người,people", "\"con\nngười\",people");
    assert!(
        tables.says()[0]
            .ends_with("name_vi: has a line break in it; join the lines, or look for a quote that is never closed")
    );
}

#[test]
fn what_spreadsheets_do_to_files() {
    let tables = Tables::copy();
    let text = tables.text("themes.csv");
    let mend = "`cargo xtask check-data --fix` puts it right";
    let expected = format!(
        "data/themes.csv:1: begins with a byte order mark, which Excel adds to “CSV UTF-8”, and has Windows line ends (CR \
         LF); {mend}"
    );
    let tables = tables.write("themes.csv", format!("\u{feff}{text}").replace('\n', "\r\n"));
    assert_eq!(tables.says(), [expected]);
    let tables = tables.write("themes.csv", b"theme,kind\nb\xe0n,main\n");
    let expected = "data/themes.csv:2: is not UTF-8 but an older encoding, such as Windows-1258 or Windows-1252; save it as \
                    “CSV UTF-8”; where letters were already lost, take the file from git again";
    assert_eq!(tables.says(), [expected]);
    fs::remove_file(tables.dir.join("themes.csv")).unwrap();
    assert!(tables.says()[0].starts_with("data/themes.csv: cannot be read: "), "{:?}", tables.says());
}

#[test]
fn headers() {
    let header = "unit,name_vi,name_en,symbol_vi,symbol_en,kind";
    let says = |to: &str| Tables::copy().edit("units.csv", "unit,", header, to).says();
    assert_eq!(
        says("unit,name_vi,name_eng,symbol_vi,symbol_en,kind"),
        ["data/units.csv:1: “name_eng” is not a column of this table; expected name_en here"]
    );
    assert_eq!(
        says("unit,name_en,name_vi,symbol_vi,symbol_en,kind"),
        [format!("data/units.csv:1: the columns stand in another order; expected: {header}")]
    );
    let says = Tables::copy().edit("units.csv", "people,", "people,người", "people").says();
    assert_eq!(
        says,
        ["data/units.csv:10: has 5 cells, expected 6; an empty cell still needs its comma, and every quote its end"]
    );
}

#[test]
fn the_version_is_checked() {
    let says = Tables::copy().write("version.txt", "2026.13.0\n").says();
    let expected =
        "data/version.txt:1: “2026.13.0” is not a data version; expected year.month.number, such as 2026.11.0";
    assert_eq!(says, [expected]);
}

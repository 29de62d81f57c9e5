//! Mistakes in `observations.csv`, where an editor works most.

use super::{
    mistakes::{At, Mistake, each_gets_one_message},
    *,
};

const FILE: &str = "observations.csv";

/// Spoils the row of [`ROW`].
fn spoil(tables: Tables, from: &str, to: &str) -> Tables {
    tables.edit(FILE, ROW, from, to)
}

#[test]
fn in_ids_and_periods() {
    let mistakes: &[Mistake] = &[
        ("a misspelt place", FILE, At::Cell("place"), |t| spoil(t, "dong-nai-cu", "dong-nay-cu")),
        ("a name instead of an id", FILE, At::Cell("place"), |t| spoil(t, "dong-nai-cu", "Đồng Nai (cũ)")),
        ("a misspelt indicator", FILE, At::Cell("indicator"), |t| spoil(t, "account-adults", "acount-adult")),
        ("a misspelt source", FILE, At::Cell("source"), |t| spoil(t, "baodongnai-2022-11-07", "baodongnai-2022")),
        ("no source", FILE, At::Cell("source"), |t| spoil(t, "baodongnai-2022-11-07", "")),
        ("two columns swapped", FILE, At::Cell("place"), |t| {
            spoil(t, "dong-nai-cu,account-adults", "account-adults,dong-nai-cu")
        }),
        ("a row twice", FILE, At::Line, |t| {
            t.insert("dong-nai-cu,account-adults,2022-Q3,,actual,82,about,,baodongnai-2022-11-07,,")
        }),
        ("a former unit after the merger", FILE, At::Cell("place"), |t| spoil(t, "2022-Q3", "2026-Q1")),
        ("a current unit before the merger", FILE, At::Cell("place"), |t| spoil(t, "dong-nai-cu", "dong-nai")),
        ("a result of the future", FILE, At::Cell("period"), |t| spoil(t, "2022-Q3", "2099")),
        ("a result of a time after the document", FILE, At::Cell("period"), |t| spoil(t, "2022-Q3", "2024")),
        ("a document from the beginning of the period", FILE, At::Cell("period"), |t| {
            t.insert("ha-noi,fibre-households,2022/2025,,actual,61.5,exact,,startupdongnai-2023,,")
        }),
        ("a fifth quarter", FILE, At::Cell("period"), |t| spoil(t, "2022-Q3", "2022-Q5")),
        ("a thirteenth month", FILE, At::Cell("period"), |t| spoil(t, "2022-Q3", "2022-13")),
        ("an interval backwards", FILE, At::Cell("period"), |t| spoil(t, "2022-Q3", "2022-09/2022-07")),
        ("a quarter in other words", FILE, At::Cell("period"), |t| spoil(t, "2022-Q3", "Q3/2022")),
        ("a month that a spreadsheet rewrote", FILE, At::Cell("period"), |t| spoil(t, "2022-Q3", "Sep-22")),
        ("a day with the day first", FILE, At::Cell("period"), |t| spoil(t, "2022-Q3", "01/09/2022")),
        ("a day as a number", FILE, At::Cell("period"), |t| spoil(t, "2022-Q3", "44805")),
        ("a month that became its first day", FILE, At::Cell("period"), |t| {
            t.insert("ha-noi,fibre-households,2022-08-01,,actual,61.5,exact,,baodongnai-2022-11-07,,")
        }),
        ("a target that never falls due", FILE, At::Cell("period"), |t| {
            t.insert("dong-nai-cu,account-adults,,,target,95,exact,,baodongnai-2022-11-07,,")
        }),
        ("a result without a time", FILE, At::Cell("period"), |t| spoil(t, "2022-Q3", "")),
        ("an unknown status", FILE, At::Cell("status"), |t| spoil(t, ",actual,", ",result,")),
    ];
    each_gets_one_message("ids_and_periods", mistakes);
}

#[test]
fn in_values_and_notes() {
    let mistakes: &[Mistake] = &[
        ("a decimal comma", FILE, At::Cell("value"), |t| spoil(t, ",81,", ",\"12,5\",")),
        ("a decimal comma without quotes", FILE, At::Cell("value"), |t| spoil(t, ",81,", ",12,5,")),
        ("thousands and a decimal comma", FILE, At::Cell("value"), |t| spoil(t, ",81,", ",\"1.234,5\",")),
        ("thousands with a no-break space", FILE, At::Cell("value"), |t| spoil(t, ",81,", ",1\u{a0}600,")),
        ("more digits than are kept", FILE, At::Cell("value"), |t| spoil(t, ",81,", ",81.0000000000000001,")),
        ("a per cent sign", FILE, At::Cell("value"), |t| spoil(t, ",81,", ",81%,")),
        ("a shortened number", FILE, At::Cell("value"), |t| spoil(t, ",81,", ",8.1E+01,")),
        ("a dash for no figure", FILE, At::Cell("value"), |t| spoil(t, ",81,", ",-,")),
        ("no figure and no reason", FILE, At::Cell("value"), |t| spoil(t, ",81,exact,", ",,,")),
        ("a figure and a reason why there is none", FILE, At::Cell("missing"), |t| {
            spoil(t, ",81,exact,,", ",0,exact,not_published,")
        }),
        ("zero for a figure that is missing", FILE, At::Cell("value"), |t| {
            t.insert("ha-noi,fibre-households,2022,,actual,0,exact,,dongthap-2023-04-07,Chưa có số liệu.,No data.")
        }),
        ("an unknown qualifier", FILE, At::Cell("qualifier"), |t| spoil(t, ",exact,", ",approx,")),
        ("no qualifier", FILE, At::Cell("qualifier"), |t| spoil(t, ",exact,", ",,")),
        ("a share above its max", FILE, At::Cell("value"), |t| spoil(t, ",81,", ",105.48,")),
        ("a share above 100 without a max", FILE, At::Cell("value"), |t| {
            t.insert("ha-noi,active-accounts-adults,2022,,actual,181,exact,,dongthap-2023-04-07,,")
        }),
        ("half a rank", FILE, At::Cell("value"), |t| t.insert("ha-noi,dti-rank,2019,,actual,3.5,exact,,tbtc-2021,,")),
        ("more decimals than the indicator has", FILE, At::Cell("value"), |t| {
            t.insert("ha-noi,dti,2019,,actual,0.48801,exact,,tbtc-2021,,")
        }),
        ("HTML in a note", FILE, At::Cell("note_en"), |t| spoil(t, "Same number", "<b>Same</b> number")),
        ("a formula in a note", FILE, At::Cell("note_en"), |t| spoil(t, "Same number", "=HYPERLINK(1)")),
        ("a note in one language", FILE, At::Cell("note_en"), |t| {
            t.insert("dong-nai-cu,account-adults,2030,,target,95,exact,,baodongnai-2022-11-07,Theo nghị quyết.,")
        }),
        ("a space at the end", FILE, At::Cell("qualifier"), |t| spoil(t, ",exact,", ",exact ,")),
        ("an invisible character", FILE, At::Cell("note_en"), |t| spoil(t, "Same number", "Same\u{a0}number")),
        ("a line break", FILE, At::Cell("note_en"), |t| spoil(t, "Same number", "Same\nnumber")),
        ("an error of the spreadsheet", FILE, At::Cell("value"), |t| spoil(t, ",81,", ",#REF!,")),
        ("letters lost to an old encoding", FILE, At::Cell("note_vi"), |t| spoil(t, "Trùng con số", "Tr?ng con s?")),
        ("a comma too many", FILE, At::Line, |t| {
            t.insert("dong-nai-cu,account-adults,2030,,target,95,exact,,baodongnai-2022-11-07,,,")
        }),
        ("a comma too few", FILE, At::Line, |t| {
            t.insert("dong-nai-cu,account-adults,2030,,target,95,exact,,baodongnai-2022-11-07,")
        }),
        ("a note with a comma and no quotes", FILE, At::Line, |t| {
            t.insert("dong-nai-cu,account-adults,2030,,target,95,exact,,baodongnai-2022-11-07,Một, hai,One")
        }),
        ("a note in curly quotes", FILE, At::Line, |t| {
            t.insert("dong-nai-cu,account-adults,2030,,target,95,exact,,baodongnai-2022-11-07,“Một, hai”,One")
        }),
        ("a row in the wrong place", FILE, At::Line, |t| {
            t.append(FILE, "dong-nai-cu,account-adults,2030,,target,95,exact,,baodongnai-2022-11-07,,")
        }),
        ("one value under two definitions", FILE, At::Cell("value"), |t| {
            t.insert("dong-nai-cu,account-population,2022-Q3,,actual,81,exact,,baodongnai-2022-11-07,,")
        }),
        ("a leap of a share", FILE, At::Cell("value"), |t| {
            t.insert("dong-nai-cu,account-adults,2022-H2,,actual,18,exact,,dongnai-nq05-2023-09-08,,")
        }),
        ("one figure from two documents", FILE, At::Cell("source"), |t| {
            t.insert("dong-nai-cu,account-adults,2022-Q3,,actual,81,exact,,dongnai-nq05-2023-09-08,,")
        }),
    ];
    each_gets_one_message("values_and_notes", mistakes);
}

#[test]
fn in_whole_files() {
    /// As another program saves the table.
    fn saved(tables: Tables, set: fn(&mut csv::WriterBuilder), change: fn(String) -> Vec<u8>) -> Tables {
        let mut writer = csv::WriterBuilder::new();
        set(&mut writer);
        let text = tables.resaved(UNITS, &writer, |row| row);
        tables.write(UNITS, change(text))
    }
    fn header(tables: Tables, from: &str, to: &str) -> Tables {
        tables.edit("units.csv", "unit,", from, to)
    }
    const UNITS: &str = "units.csv";
    let mistakes: &[Mistake] = &[
        ("a missing column", UNITS, At::Top, |t| {
            let text: String =
                t.text(UNITS).lines().map(|line| line.rsplit_once(',').unwrap().0.to_owned() + "\n").collect();
            t.write(UNITS, text)
        }),
        ("a renamed column", UNITS, At::Top, |t| header(t, "name_en", "name (English)")),
        ("a column in one's own words", UNITS, At::Top, |t| header(t, "kind", "kind,remark").lines_end(UNITS, ",")),
        ("columns in another order", UNITS, At::Top, |t| {
            let turned = |row: csv::StringRecord| [1, 0, 2, 3, 4, 5].iter().map(|at| row[*at].to_owned()).collect();
            let text = t.resaved(UNITS, &csv::WriterBuilder::new(), turned);
            t.write(UNITS, text)
        }),
        ("a column twice", UNITS, At::Cell("kind"), |t| header(t, "kind", "kind,kind").lines_end(UNITS, ",share")),
        ("semicolons", UNITS, At::Top, |t| saved(t, |it| _ = it.delimiter(b';'), String::into_bytes)),
        ("tabs", UNITS, At::Top, |t| saved(t, |it| _ = it.delimiter(b'\t'), String::into_bytes)),
        ("CSV UTF-8 of Excel", UNITS, At::Top, |t| {
            saved(t, |it| _ = it.terminator(csv::Terminator::CRLF), |text| format!("\u{feff}{text}").into())
        }),
        ("Unicode text of Excel", UNITS, At::Top, |t| {
            let utf16 = |text: String| format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
            saved(t, |it| _ = it.delimiter(b'\t').terminator(csv::Terminator::CRLF), utf16)
        }),
        ("Windows-1258", UNITS, At::Line, |t| {
            let from = t.text(UNITS).find("phần trăm").unwrap();
            let bytes = [&t.text(UNITS).as_bytes()[..from], b"ph\xe0n tr\xe3m,percent,%,%,share\n"].concat();
            t.write(UNITS, bytes)
        }),
        ("an empty file", UNITS, At::Top, |t| t.write(UNITS, "")),
        ("a quote that never ends", UNITS, At::Line, |t| t.edit(UNITS, "places,", "bậc,places", "\"bậc,places")),
        ("quotes everywhere", UNITS, At::Top, |t| {
            saved(t, |it| _ = it.quote_style(csv::QuoteStyle::Always), String::into_bytes)
        }),
        ("empty rows below the table", UNITS, At::Line, |t| t.append(UNITS, ",,,,,")),
        ("a file that is not there", UNITS, At::File, |t| {
            fs::remove_file(t.dir.join(UNITS)).unwrap();
            t
        }),
    ];
    each_gets_one_message("whole_files", mistakes);
}

//! Dates that a spreadsheet or a habit has written another way: what they may have been. Advice only; which one it was is
//! for the editor to say.

use tinh_so::domain::Period;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What to write instead of a text that is no period, where it shows.
pub(super) fn advice(text: &str) -> Option<String> {
    reversed(text).or_else(|| serial(text)).or_else(|| quarter(text)).or_else(|| {
        let parts: Vec<String> = parts(text);
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        month_name(&parts).or_else(|| numbered_month(text, &parts)).or_else(|| digits_only(&parts))
    })
}

/// `2022-11/2022-01`.
fn reversed(text: &str) -> Option<String> {
    let (start, end) = text.split_once('/')?;
    let is_period = |part: &str| part.parse::<Period>().is_ok();
    let turned = format!("{end}/{start}");
    (is_period(start) && is_period(end))
        .then(|| if is_period(&turned) { format!("it ends before it begins; write {turned}") } else { no_span(start) })
}

fn no_span(start: &str) -> String {
    format!("its end lies within its beginning; write {start}, or the two ends of the interval")
}

/// The number that Excel and LibreOffice keep for a day: days since 30 December 1899.
fn serial(text: &str) -> Option<String> {
    let days = text.parse::<i32>().ok().filter(|days| text.len() == 5 && (20_000..80_000).contains(days))?;
    let day = days - 25_569;
    let is_day = |text: &String| text.parse::<Period>().is_ok_and(|period| period.first_day() == day);
    let months = (1950..2100).flat_map(|year| (1..=12).map(move |month| format!("{year}-{month:02}")));
    let month = months.filter_map(|text| text.parse::<Period>().ok()).find(|month| day <= month.last_day())?;
    let date = format!("{month}-{:02}", day - month.first_day() + 1);
    is_day(&date)
        .then(|| format!("it is the number by which a spreadsheet keeps {date}; write what the document states"))
}

/// `Q3/2022`, `2022Q3`, `2022-q3`, `quý 3 2022`.
fn quarter(text: &str) -> Option<String> {
    let folded = tinh_so::domain::fold(text).replace("quy", "q");
    let digits: Vec<&str> = folded.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let letters: String = folded.chars().filter(|c| c.is_alphabetic()).collect();
    let year = digits.iter().find(|part| part.len() == 4)?;
    let number = digits.iter().find(|part| matches!(**part, "1" | "2" | "3" | "4"))?;
    (letters == "q" && digits.len() == 2).then(|| format!("write {year}-Q{number}"))
}

fn parts(text: &str) -> Vec<String> {
    let spaced: String = text.to_lowercase().replace("tháng", " ").replace("thg", " ");
    spaced.split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// `Sep-23`, `1-Sep-23`, `23 September`.
fn month_name(parts: &[&str]) -> Option<String> {
    let at = parts.iter().position(|part| MONTHS.iter().any(|name| part.starts_with(name)))?;
    let month = MONTHS.iter().position(|name| parts[at].starts_with(name))? + 1;
    match (at, parts) {
        (0, [_, year]) => Some(rewritten(&format!("{}-{month:02}", full(year)?))),
        (1, [day, _, year]) => Some(rewritten(&format!("{}-{month:02}-{:0>2}", full(year)?, day))),
        _ => Some("it is a date as a spreadsheet shows it; write year-month or year-month-day".to_owned()),
    }
}

/// `Thg9-23`, as a spreadsheet in Vietnamese shows it.
fn numbered_month(text: &str, parts: &[&str]) -> Option<String> {
    let is_named = ["thg", "tháng"].iter().any(|name| text.to_lowercase().contains(name));
    let [month, year] = parts else { return None };
    is_named.then(|| Some(format!("{}-{month:0>2}", full(year)?))).flatten().and_then(|meant| real(&meant))
}

fn full(year: &str) -> Option<String> {
    match (year.len(), year.bytes().all(|b| b.is_ascii_digit())) {
        (4, true) => Some(year.to_owned()),
        (2, true) => Some(format!("20{year}")),
        _ => None,
    }
}

fn rewritten(meant: &str) -> String {
    format!("it is a date as a spreadsheet shows it; write {meant}")
}

/// `01/03/2023`, `2023-3-1`, `2023/09`, `9/2023`, `2022-13`.
fn digits_only(parts: &[&str]) -> Option<String> {
    let numbers: Vec<u16> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let is_month = |n: u16| (1..=12).contains(&n);
    match (numbers[..].as_ref(), lengths[..].as_ref()) {
        (&[year, month], [4, 1 | 2]) if is_month(month) => Some(format!("write {year}-{month:02}")),
        (&[_, month], [4, 1 | 2]) => Some(format!("a year has no month {month}")),
        (&[month, year], [1 | 2, 4]) if is_month(month) => Some(format!("write {year}-{month:02}")),
        (&[year, month, day], [4, ..]) => real(&format!("{year}-{month:02}-{day:02}")),
        (&[a, b, year], [_, _, 4]) if is_month(a) && is_month(b) && a != b => {
            Some(format!("write {year}-{b:02}-{a:02} if the day stands first, {year}-{a:02}-{b:02} if the month does"))
        }
        (&[a, b, year], [_, _, 4]) => {
            real(&format!("{year}-{b:02}-{a:02}")).or_else(|| real(&format!("{year}-{a:02}-{b:02}")))
        }
        _ => None,
    }
}

fn real(day: &str) -> Option<String> {
    day.parse::<Period>().is_ok().then(|| format!("write {day}"))
}

#[cfg(test)]
mod tests {
    use super::advice;

    #[test]
    fn dates_as_spreadsheets_write_them_are_recognised() {
        let shown = "it is a date as a spreadsheet shows it; write ";
        for (text, expected) in [
            ("Sep-23", format!("{shown}2023-09")),
            ("1-Sep-23", format!("{shown}2023-09-01")),
            ("23-Sep", format!("{shown}year-month or year-month-day")),
            ("Thg9-23", "write 2023-09".to_owned()),
            ("tháng 9/2023", "write 2023-09".to_owned()),
            (
                "45000",
                "it is the number by which a spreadsheet keeps 2023-03-15; write what the document states".to_owned(),
            ),
            ("01/03/2023", "write 2023-03-01 if the day stands first, 2023-01-03 if the month does".to_owned()),
            ("31/03/2023", "write 2023-03-31".to_owned()),
            ("03/31/2023", "write 2023-03-31".to_owned()),
            ("2023-3-1", "write 2023-03-01".to_owned()),
            ("2023/09", "write 2023-09".to_owned()),
            ("2022-13", "a year has no month 13".to_owned()),
            ("Q3/2022", "write 2022-Q3".to_owned()),
            ("quý 3 2022", "write 2022-Q3".to_owned()),
            ("2022-11/2022-01", "it ends before it begins; write 2022-01/2022-11".to_owned()),
            ("2022-02-30", "-".to_owned()),
            ("last year", "-".to_owned()),
        ] {
            assert_eq!(advice(text).as_deref().unwrap_or("-"), expected, "{text}");
        }
    }
}

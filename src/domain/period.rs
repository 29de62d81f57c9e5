//! Reference periods: a year, half-year, quarter, month, day, or an interval of two of them.
//!
//! Written as in SDMX and ISO 8601: `2022`, `2022-H1`, `2022-Q3`, `2023-09`, `2022-03-28`, `2022-01/2022-11`.

use std::{cmp::Ordering, fmt, str::FromStr};

/// A reference period. Ordered by its last day, then its first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    start: Point,
    end: Option<Point>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Point {
    Year(i16),
    Half(i16, u8),
    Quarter(i16, u8),
    Month(i16, u8),
    Day(i16, u8, u8),
}

/// What was wrong with a text that should have been a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodError(String);

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "“{}” is not a period; expected 2022, 2022-H1, 2022-Q3, 2023-09, 2022-03-28 or an interval 2022-01/2022-11",
            self.0
        )
    }
}

impl std::error::Error for PeriodError {}

/// The parts of a period that a language writes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A calendar year.
    Year(i16),
    /// Half 1 or 2 of a year.
    Half(i16, u8),
    /// Quarter 1 to 4 of a year.
    Quarter(i16, u8),
    /// Month 1 to 12 of a year.
    Month(i16, u8),
    /// One day.
    Day(i16, u8, u8),
}

impl Period {
    /// A calendar year.
    pub fn year(year: i16) -> Self {
        Self { start: Point::Year(year), end: None }
    }

    /// The one part, or the two ends of an interval.
    pub fn parts(&self) -> (Part, Option<Part>) {
        (self.start.part(), self.end.map(Point::part))
    }

    /// First day, counted in days since 1 January 1970.
    pub fn first_day(&self) -> i32 {
        self.start.first_day()
    }

    /// Last day, counted in days since 1 January 1970.
    pub fn last_day(&self) -> i32 {
        self.end.unwrap_or(self.start).last_day()
    }

    /// The year its last day lies in.
    pub fn last_year(&self) -> i16 {
        self.end.unwrap_or(self.start).months().1.div_euclid(12) as i16
    }

    /// Its place in time as numbers to sort by: last day, then first.
    pub fn key(&self) -> [i64; 2] {
        [self.last_day().into(), self.first_day().into()]
    }

    /// Whole months between the ends of two periods.
    pub fn months_apart(&self, other: &Self) -> u32 {
        self.last_month().abs_diff(other.last_month())
    }

    /// Whether it lies wholly inside the other.
    pub fn is_within(&self, other: &Self) -> bool {
        other.first_day() <= self.first_day() && self.last_day() <= other.last_day()
    }

    fn last_month(&self) -> i32 {
        self.end.unwrap_or(self.start).months().1
    }
}

impl Point {
    fn part(self) -> Part {
        match self {
            Point::Year(y) => Part::Year(y),
            Point::Half(y, h) => Part::Half(y, h),
            Point::Quarter(y, q) => Part::Quarter(y, q),
            Point::Month(y, m) => Part::Month(y, m),
            Point::Day(y, m, d) => Part::Day(y, m, d),
        }
    }

    /// First and last month, counted as `year * 12 + month - 1`.
    fn months(self) -> (i32, i32) {
        let of = |y: i16, m: u8| i32::from(y) * 12 + i32::from(m) - 1;
        match self {
            Point::Year(y) => (of(y, 1), of(y, 12)),
            Point::Half(y, h) => (of(y, h * 6 - 5), of(y, h * 6)),
            Point::Quarter(y, q) => (of(y, q * 3 - 2), of(y, q * 3)),
            Point::Month(y, m) | Point::Day(y, m, _) => (of(y, m), of(y, m)),
        }
    }

    fn first_day(self) -> i32 {
        if let Point::Day(y, m, d) = self {
            return day_number(i32::from(y), i32::from(m), i32::from(d));
        }
        let month = self.months().0;
        day_number(month.div_euclid(12), month.rem_euclid(12) + 1, 1)
    }

    fn last_day(self) -> i32 {
        if let Point::Day(..) = self {
            return self.first_day();
        }
        let next = self.months().1 + 1;
        day_number(next.div_euclid(12), next.rem_euclid(12) + 1, 1) - 1
    }

    fn parse(text: &str) -> Option<Self> {
        let digits = |s: &str, len: usize| {
            (s.len() == len && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse::<i16>().ok()).flatten()
        };
        let mut pieces = text.split('-');
        let year = digits(pieces.next()?, 4)?;
        if !(1900..=2100).contains(&year) {
            return None;
        }
        let Some(second) = pieces.next() else { return Some(Point::Year(year)) };
        let third = pieces.next();
        if pieces.next().is_some() {
            return None;
        }
        let numbered = |rest: &str, most: u8| {
            let n = digits(rest, 1)? as u8;
            (third.is_none() && (1..=most).contains(&n)).then_some(n)
        };
        if let Some(rest) = second.strip_prefix('H') {
            return numbered(rest, 2).map(|h| Point::Half(year, h));
        }
        if let Some(rest) = second.strip_prefix('Q') {
            return numbered(rest, 4).map(|q| Point::Quarter(year, q));
        }
        let month = digits(second, 2)? as u8;
        if !(1..=12).contains(&month) {
            return None;
        }
        let Some(third) = third else { return Some(Point::Month(year, month)) };
        let day = digits(third, 2)? as u8;
        let most = Point::Month(year, month).last_day() - Point::Month(year, month).first_day() + 1;
        (1..=most).contains(&i32::from(day)).then_some(Point::Day(year, month, day))
    }
}

/// Days since 1 January 1970 in the proleptic Gregorian calendar (H. Hinnant, "days from civil").
fn day_number(year: i32, month: i32, day: i32) -> i32 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let wrong = || PeriodError(text.to_owned());
        let (start, end) = match text.split_once('/') {
            Some((start, end)) => (start, Some(Point::parse(end).ok_or_else(wrong)?)),
            None => (text, None),
        };
        let start = Point::parse(start).ok_or_else(wrong)?;
        match end {
            Some(end) if end.last_day() <= start.last_day() || end.first_day() < start.first_day() => Err(wrong()),
            end => Ok(Self { start, end }),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Point::Year(y) => write!(f, "{y}"),
            Point::Half(y, h) => write!(f, "{y}-H{h}"),
            Point::Quarter(y, q) => write!(f, "{y}-Q{q}"),
            Point::Month(y, m) => write!(f, "{y}-{m:02}"),
            Point::Day(y, m, d) => write!(f, "{y}-{m:02}-{d:02}"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        match self.end {
            Some(end) => write!(f, "/{end}"),
            None => Ok(()),
        }
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        // The text breaks ties between a year and the interval of its two halves, so that the order is total.
        (self.last_day(), self.first_day())
            .cmp(&(other.last_day(), other.first_day()))
            .then_with(|| self.to_string().cmp(&other.to_string()))
    }
}

//! Themes, topics, units, indicators and breaks: five definitions to a topic, two of them reported by provinces about
//! themselves, the others measured in common.

use super::{Size, Table, places::Units, random::Random};

/// What kind of number an indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Share,
    Index,
    Score,
    Rank,
    Count,
}

/// Which units a common measurement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    /// The list until the mergers, then the list since.
    Both,
    /// The list until the mergers only; its counterpart follows it.
    Former,
    /// The list since only.
    Current,
}

/// What the figures need to know of an indicator.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) id: String,
    pub(super) unit: Unit,
    pub(super) span: Span,
    /// The common measurement; none where provinces report about themselves.
    pub(super) series: Option<String>,
}

const THEMES: [[&str; 4]; 5] = [
    ["broadband", "main", "Băng rộng", "Broadband"],
    ["smartphones", "main", "Điện thoại thông minh", "Smartphones"],
    ["e-payments", "main", "Thanh toán điện tử", "E-payments"],
    ["online-services", "main", "Dịch vụ công trực tuyến", "Online public services"],
    ["government", "supporting", "Chính quyền số", "Digital government"],
];

const UNITS: [[&str; 6]; 5] = [
    ["percent", "phần trăm", "percent", "%", "%", "share"],
    ["index", "chỉ số từ 0 đến 1", "index from 0 to 1", "", "", "index"],
    ["points", "điểm", "points", "điểm", "points", "score"],
    ["rank", "hạng", "rank", "", "", "rank"],
    ["stations", "trạm", "stations", "trạm", "stations", "count"],
];

const POPULATIONS: [(&str, &str); 4] = [
    ("hộ gia đình", "households"),
    ("người từ 15 tuổi", "people aged 15 and over"),
    ("thuê bao di động", "mobile subscriptions"),
    ("hồ sơ thủ tục hành chính", "administrative files"),
];

/// Definitions that some pages name by themselves.
const KNOWN: [(usize, &str); 3] =
    [(0, "papi-internet"), (2, "fixed-broadband-households"), (3, "fibre-coverage-households")];

/// How many definitions one common measurement has, about.
const OF_A_SERIES: usize = 10;

/// Writes everything that explains figures, but for the sources.
pub(super) fn write(size: &Size, seed: u64, units: &Units) -> (Vec<Made>, Vec<Table>) {
    let made: Vec<Made> = (0..size.indicators).map(one).collect();
    let tables = vec![themes(), topics(size), unit_table(), indicators(size, &made), breaks(size, seed, units, &made)];
    (made, tables)
}

fn one(number: usize) -> Made {
    let known = KNOWN.iter().find(|(of, _)| *of == number).map(|(_, id)| (*id).to_owned());
    let (unit, span) = match number % 10 {
        1 => (Unit::Rank, Span::Both),
        4 => (Unit::Share, Span::Former),
        5 => (Unit::Score, Span::Both),
        6 => (Unit::Index, Span::Both),
        8 => (Unit::Count, Span::Both),
        9 => (Unit::Share, Span::Current),
        _ => (Unit::Share, Span::Both),
    };
    let own = matches!(number % 5, 2 | 3);
    Made {
        id: known.unwrap_or_else(|| format!("indicator-{:03}", number + 1)),
        unit,
        span,
        series: (!own).then(|| format!("series-{}", number / OF_A_SERIES + 1)),
    }
}

fn themes() -> Table {
    let mut table = Table::new("themes.csv", "theme,kind,name_vi,name_en,question_vi,question_en");
    for [id, kind, vi, en] in THEMES {
        let (ask_vi, ask_en) = (format!("{vi}: tỉnh nào tới đâu?"), format!("{en}: how far is each province?"));
        table.row([id, kind, vi, en, &ask_vi, &ask_en]);
    }
    table
}

/// The topic of an indicator, and its theme.
fn topic_of(number: usize) -> (String, &'static [&'static str; 4]) {
    let topic = number / 5;
    let theme = &THEMES[topic % THEMES.len()];
    let again = topic / THEMES.len();
    (if again == 0 { theme[0].to_owned() } else { format!("{}-{}", theme[0], again + 1) }, theme)
}

fn topics(size: &Size) -> Table {
    let mut table = Table::new("topics.csv", "topic,theme,name_vi,name_en,nearest");
    for first in (0..size.indicators).step_by(5) {
        let (id, [theme, _, vi, en]) = topic_of(first);
        let group = first / 5 / THEMES.len() + 1;
        table.row([&id, *theme, &format!("{vi}, nhóm {group}"), &format!("{en}, group {group}"), "papi-internet"]);
    }
    table
}

fn unit_table() -> Table {
    let mut table = Table::new("units.csv", "unit,name_vi,name_en,symbol_vi,symbol_en,kind");
    for unit in UNITS {
        table.row(unit);
    }
    table
}

fn indicators(size: &Size, made: &[Made]) -> Table {
    let mut table = Table::new(
        "indicators.csv",
        "indicator,theme,topic,name_vi,name_en,definition_vi,definition_en,population_vi,population_en,unit,better,min,max,decimals,headline,counterpart,rankable,comparable,resolution,caveat_vi,caveat_en",
    );
    for (n, it) in made.iter().enumerate() {
        let (topic, [theme, _, vi, en]) = topic_of(n);
        let (of_vi, of_en) = POPULATIONS[n % POPULATIONS.len()];
        let (unit, better, min, max, decimals) = match it.unit {
            Unit::Share => ("percent", "higher", "0", "100".to_owned(), ""),
            Unit::Index => ("index", "higher", "0", "1".to_owned(), "3"),
            Unit::Score => ("points", "higher", "0", "100".to_owned(), "2"),
            Unit::Rank => ("rank", "lower", "1", size.places.to_string(), "0"),
            Unit::Count => ("stations", "none", "0", String::new(), "0"),
        };
        let number = n + 1;
        // Every third score is told apart only beyond half a point.
        let limited = it.unit == Unit::Score && n % 3 == 0;
        table.row([
            it.id.as_str(),
            theme,
            &topic,
            &format!("{vi}: chỉ tiêu số {number}"),
            &format!("{en}: measure {number}"),
            &format!("Chỉ tiêu số {number}, tính trong số {of_vi} của tỉnh vào cuối kỳ; không tính phần chưa được xác nhận."),
            &format!("Measure {number}, counted among the province’s {of_en} at the end of the period; what is not confirmed is left out."),
            of_vi,
            of_en,
            unit,
            better,
            min,
            &max,
            decimals,
            if matches!(n % 10, 0 | 2) { "1" } else { "" },
            if it.span == Span::Current { &made[n - 5].id } else { "" },
            "",
            "",
            if limited { "0.5" } else { "" },
            if limited { "Khảo sát chọn mẫu." } else { "" },
            if limited { "A sample survey." } else { "" },
        ]);
    }
    table
}

/// A change of method for every third common measurement, and of boundary for every hundredth place.
fn breaks(size: &Size, seed: u64, units: &Units, made: &[Made]) -> Table {
    let mut table = Table::new("breaks.csv", "indicator,place,date,kind,note_vi,note_en");
    let mut random = Random::new(seed, "breaks");
    let date = |random: &mut Random| format!("{}-01-01", 2026 - size.periods / 4 - random.below(size.periods / 2));
    for it in made.iter().filter(|it| it.series.is_some()).step_by(3) {
        let (vi, en) = ("Từ kỳ này cách tính thay đổi.", "From this edition the method is another.");
        table.row([&it.id, "", &date(&mut random), "method", vi, en]);
    }
    for place in units.former.iter().step_by(100) {
        let (vi, en) = ("Một phần đất chuyển sang tỉnh bên.", "Some of its land went to a neighbour.");
        table.row(["", place, &date(&mut random), "boundary", vi, en]);
    }
    table
}

//! The words for codes, and the sentences about figures: how one was stated, why it is missing, what may be compared.

use super::{Locale, period};
use crate::domain::*;

/// The sign before a hedged figure; empty for an exact one.
pub fn qualifier_sign(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "",
        Qualifier::About => "≈",
        Qualifier::MoreThan => ">",
        Qualifier::AtLeast => "≥",
        Qualifier::AtMost => "≤",
        Qualifier::LessThan => "<",
        Qualifier::Estimate => "~",
        Qualifier::Disputed => "?",
    }
}

/// How a figure was stated, in words.
pub fn qualifier(locale: Locale, qualifier: Qualifier) -> &'static str {
    let (vi, en) = match qualifier {
        Qualifier::Exact => ("nêu đúng con số", "stated exactly"),
        Qualifier::About => ("nêu là “khoảng”", "stated as “about”"),
        Qualifier::MoreThan => ("nêu là “hơn”", "stated as “more than”"),
        Qualifier::AtLeast => ("nêu là “ít nhất”", "stated as “at least”"),
        Qualifier::AtMost => ("nêu là “không quá”", "stated as “at most”"),
        Qualifier::LessThan => ("nêu là “dưới”", "stated as “less than”"),
        Qualifier::Estimate => ("nêu là “ước”", "stated as an estimate"),
        Qualifier::Disputed => ("có chỗ mâu thuẫn", "disputed"),
    };
    locale.either(vi, en)
}

/// Why there is no figure.
pub fn missing(locale: Locale, reason: Missing) -> &'static str {
    let (vi, en) = match reason {
        Missing::NotCollected => ("không thu thập", "not collected"),
        Missing::NotPublished => ("không công bố", "not published"),
        Missing::NotApplicable => ("không áp dụng", "not applicable"),
        Missing::Suppressed => ("khảo sát không công bố điểm", "withheld by the survey"),
    };
    locale.either(vi, en)
}

/// Result or target.
pub fn status(locale: Locale, status: Status) -> &'static str {
    match status {
        Status::Actual => locale.either("kết quả", "result"),
        Status::Target => locale.either("mục tiêu", "target"),
    }
}

/// What kind of document a source is.
pub fn source_kind(locale: Locale, kind: SourceKind) -> &'static str {
    let (vi, en) = match kind {
        SourceKind::Official => ("trang của cơ quan nhà nước", "official page"),
        SourceKind::Press => ("báo chí", "press"),
        SourceKind::Survey => ("khảo sát", "survey"),
        SourceKind::Copy => ("bản chép bảng gốc", "copy of the official table"),
    };
    locale.either(vi, en)
}

/// What a place is.
pub fn place_kind(locale: Locale, kind: PlaceKind) -> &'static str {
    let (vi, en) = match kind {
        PlaceKind::Country => ("cả nước", "country"),
        PlaceKind::Region => ("vùng", "region"),
        PlaceKind::Province => ("tỉnh", "province"),
        PlaceKind::City => ("thành phố trực thuộc trung ương", "centrally-run city"),
    };
    locale.either(vi, en)
}

/// The name of a kind of chart.
pub fn view_name(locale: Locale, view: ViewKind) -> &'static str {
    let (vi, en) = match view {
        ViewKind::Bar => ("Cột", "Bars"),
        ViewKind::Line => ("Đường", "Lines"),
        ViewKind::Map => ("Bản đồ", "Map"),
        ViewKind::Table => ("Bảng", "Table"),
    };
    locale.either(vi, en)
}

/// "%, among households": the unit and the denominator in one line.
pub fn unit_line(locale: Locale, indicator: &Indicator) -> String {
    let unit = locale.pick(&indicator.unit.name);
    let population = locale.pick(&indicator.population);
    match (population.is_empty(), locale) {
        (true, _) => unit.to_string(),
        (false, Locale::Vi) => format!("{unit}, tính trên {population}"),
        (false, Locale::En) => format!("{unit}, among {population}"),
    }
}

/// When and by whom a source was published, as far as is known.
pub fn published(locale: Locale, source: &Source) -> String {
    let by = if source.publisher.is_empty() { &source.author } else { &source.publisher };
    let by = if by.is_empty() { locale.either("không rõ nơi đăng", "publisher not named") } else { by };
    match &source.published {
        None => format!("{by}, {}", locale.either("không ghi ngày", "undated")),
        Some(date) if source.published_inferred => {
            format!("{by}, {} {}", locale.either("khoảng", "about"), period(locale, date))
        }
        Some(date) => format!("{by}, {}", period(locale, date)),
    }
}

/// The sign's name.
pub fn verdict_name(locale: Locale, sign: Sign) -> &'static str {
    match sign {
        Sign::Comparable => locale.either("So sánh được", "Comparable"),
        Sign::Caution => locale.either("Thận trọng", "With caution"),
        Sign::NotComparable => locale.either("Không so sánh được", "Not comparable"),
    }
}

/// Why, as a clause without a full stop that names the things it is about.
pub fn reason(locale: Locale, record: &Record, reason: &Reason) -> String {
    let indicator = |id: &str| record.indicators.get(id);
    let name = |id: &str| match (indicator(id), record.summary(id)) {
        (Some(it), _) => locale.pick(&it.name).to_string(),
        (None, Some(it)) => locale.pick(&it.name).to_string(),
        _ => id.to_owned(),
    };
    let population = |id: &str| indicator(id).map(|i| locale.pick(&i.population).to_string()).unwrap_or_default();
    let place = |id: &str| record.place(id).map_or_else(|| id.to_owned(), |p| locale.pick(&p.name).to_string());
    match (reason, locale) {
        (Reason::Population { a, b }, Locale::Vi) => {
            format!("một bên tính trên {}, bên kia tính trên {}", population(a), population(b))
        }
        (Reason::Population { a, b }, Locale::En) => {
            format!("one is counted among {}, the other among {}", population(a), population(b))
        }
        (Reason::Definition { a, b }, Locale::Vi) => {
            format!("“{}” và “{}” là hai cách đếm khác nhau", name(a), name(b))
        }
        (Reason::Definition { a, b }, Locale::En) => format!("“{}” and “{}” count different things", name(a), name(b)),
        (Reason::Target { .. }, Locale::Vi) => "có kết quả đặt cạnh mục tiêu".to_owned(),
        (Reason::Target { .. }, Locale::En) => "a result stands beside a target".to_owned(),
        (Reason::MethodBreak { date, .. }, _) => {
            let date = date.parse::<Period>().map_or_else(|_| date.clone(), |p| p.last_year().to_string());
            match locale {
                Locale::Vi => format!("cách tính thay đổi từ năm {date}"),
                Locale::En => format!("the method changed in {date}"),
            }
        }
        (Reason::Era { former, current }, Locale::Vi) => {
            format!("{} đã nhập vào {} từ 1/7/2025, hai địa giới khác nhau", place(former), place(current))
        }
        (Reason::Era { former, current }, Locale::En) => {
            format!("{} became part of {} on 1 July 2025: two different territories", place(former), place(current))
        }
        (Reason::Part { part, whole }, Locale::Vi) => format!("{} là một phần của {}", place(part), place(whole)),
        (Reason::Part { part, whole }, Locale::En) => format!("{} is a part of {}", place(part), place(whole)),
        (Reason::OwnReports { .. }, Locale::Vi) => "mỗi tỉnh tự báo cáo, không chung một cuộc đo".to_owned(),
        (Reason::OwnReports { .. }, Locale::En) => {
            "each province reports about itself, not in one common measurement".to_owned()
        }
        (Reason::PeriodsApart { months, .. }, Locale::Vi) => format!("hai thời điểm cách nhau {months} tháng"),
        (Reason::PeriodsApart { months, .. }, Locale::En) => format!("the dates are {months} months apart"),
        (Reason::Vague { a, b, .. }, Locale::Vi) if a == b => {
            format!("{}: chênh lệch nhỏ hơn độ mơ hồ của lời nêu (“khoảng”, “hơn”, “ước”)", place(a))
        }
        (Reason::Vague { a, b, .. }, Locale::En) if a == b => {
            format!("{}: the gap is smaller than the hedge (“about”, “more than”, “estimated”)", place(a))
        }
        (Reason::Vague { a, b, .. }, Locale::Vi) => {
            format!("{} và {} cách nhau ít hơn độ mơ hồ của lời nêu (“khoảng”, “hơn”, “ước”)", place(a), place(b))
        }
        (Reason::Vague { a, b, .. }, Locale::En) => {
            format!("{} and {} differ by less than the hedge (“about”, “more than”, “estimated”)", place(a), place(b))
        }
        (Reason::SourceKind { .. }, Locale::Vi) => "số của báo chí đặt cạnh số của cơ quan đo".to_owned(),
        (Reason::SourceKind { .. }, Locale::En) => "a press report stands beside an official table".to_owned(),
    }
}

/// The whole verdict as one sentence: the name of the sign, then the gravest reasons (two at the most, and how many
/// more there are), or `because` where nothing speaks against comparing.
pub fn verdict_sentence(locale: Locale, record: &Record, verdict: &Verdict, because: &str) -> String {
    let name = verdict_name(locale, verdict.sign);
    let gravest: Vec<&Reason> = verdict.reasons.iter().filter(|r| r.kind().sign() == verdict.sign).collect();
    if gravest.is_empty() {
        return match because {
            "" => format!("{name}."),
            because => format!("{name}: {because}."),
        };
    }
    let said: Vec<String> = gravest.iter().take(2).map(|it| reason(locale, record, it)).collect();
    let more = match (verdict.reasons.len() - said.len(), locale) {
        (0, _) => String::new(),
        (n, Locale::Vi) => format!(" (và {n} lý do nữa)"),
        (1, Locale::En) => " (and one more reason)".to_owned(),
        (n, Locale::En) => format!(" (and {n} more reasons)"),
    };
    format!("{name}: {}{more}.", said.join("; "))
}

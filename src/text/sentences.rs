//! The words for codes, and the sentences about figures: how one was stated, why it is missing, what may be compared.

use super::Locale;
use crate::domain::*;

/// The sign or word before a hedged figure; empty for an exact one. "≈" is a verdict's sign and stands for no figure.
pub fn qualifier_sign(locale: Locale, qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact | Qualifier::Computed | Qualifier::ReadOff | Qualifier::Mean => "",
        Qualifier::About => locale.either("khoảng", "about"),
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
        Qualifier::Exact => ("nêu con số cụ thể", "stated exactly"),
        Qualifier::About => ("nêu ước chừng (khoảng, gần)", "stated as about or nearly"),
        Qualifier::MoreThan => ("nêu là hơn mức này", "stated as more than this"),
        Qualifier::AtLeast => ("nêu là ít nhất mức này", "stated as at least this"),
        Qualifier::AtMost => ("nêu là không quá mức này", "stated as at most this"),
        Qualifier::LessThan => ("nêu là dưới mức này", "stated as less than this"),
        Qualifier::Estimate => ("là con số ước tính", "an estimate"),
        Qualifier::Computed => ("do trang này tính", "worked out by this site"),
        Qualifier::Mean => (
            "trung bình cộng của các tỉnh, thành hợp thành, không theo số dân",
            "unweighted mean of the provinces it was formed from",
        ),
        Qualifier::ReadOff => (
            "đọc theo thứ tự trong bảng, nguồn không in hạng",
            "read off the order of the table; the source prints no rank",
        ),
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

/// The mark of a gap, by its reason; never a zero and never a dash, which reads as one.
pub fn missing_sign(reason: Missing) -> &'static str {
    match reason {
        Missing::NotCollected => "∅",
        Missing::NotPublished => "…",
        Missing::NotApplicable => "×",
        Missing::Suppressed => "⊘",
    }
}

/// What a status flag says.
pub fn flag(locale: Locale, flag: Flag) -> &'static str {
    let (vi, en) = match flag {
        Flag::Normal => ("nêu con số cụ thể", "normal value"),
        Flag::Break => ("số đầu tiên sau khi đổi cách tính hoặc địa giới", "first value after a break"),
        Flag::Estimated => {
            ("nêu là khoảng, hơn, dưới hoặc ước", "stated as about, more than, less than, or an estimate")
        }
        Flag::Unreliable => ("có chỗ mâu thuẫn", "disputed"),
        Flag::NotCollected => ("không thu thập", "not collected"),
        Flag::NotPublished => ("không công bố", "not published"),
        Flag::CannotExist => ("không áp dụng", "not applicable"),
        Flag::Suppressed => ("khảo sát không công bố điểm", "withheld by the survey"),
    };
    locale.either(vi, en)
}

/// How a target ended, or stands, in a word or two.
pub fn outcome(locale: Locale, outcome: Outcome) -> &'static str {
    let (vi, en) = match outcome {
        Outcome::Met => ("Đạt", "Met"),
        Outcome::Missed => ("Không đạt", "Missed"),
        Outcome::OnTheWay => ("Chưa tới hạn", "Not due yet"),
        Outcome::Unknown(_) => ("Chưa rõ đạt hay không", "Outcome unknown"),
    };
    locale.either(vi, en)
}

/// Why nobody can say how a target ended.
pub fn unknown(locale: Locale, why: Unknown) -> &'static str {
    let (vi, en) = match why {
        Unknown::NoFigure => {
            ("chưa tìm thấy kết quả nào theo cách đếm này", "no result under this definition was found")
        }
        Unknown::NoFigureAtDue => {
            ("không tìm thấy con số cho thời điểm đến hạn", "no figure for the date due was found")
        }
        Unknown::Vague => ("con số nêu mơ hồ, không đủ để biết đạt hay không", "the figure is too vague to tell"),
        Unknown::OtherMethod => ("chỉ có kết quả theo cách tính khác", "results exist under another method only"),
        Unknown::Disagreement => ("các nguồn nêu khác nhau", "the sources disagree"),
        Unknown::UnitEnded => ("tỉnh đã sáp nhập trước hạn", "the province was merged before that date"),
        Unknown::PassedWhenSet => (
            "kết quả nêu trước đó đã vượt mức này khi mục tiêu được đặt ra; có lẽ hai bên đếm khác nhau",
            "an earlier result had already passed the target when it was set, so the two may count different things",
        ),
        Unknown::NoDirection => {
            ("không rõ mục tiêu là tăng hay giảm", "the source does not say whether a rise or a fall is meant")
        }
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
        SourceKind::Copy => ("bản chép", "copy"),
    };
    locale.either(vi, en)
}

/// What a place is.
pub fn place_kind(locale: Locale, kind: PlaceKind) -> &'static str {
    let (vi, en) = match kind {
        PlaceKind::Country => ("cả nước", "country"),
        PlaceKind::Region => ("vùng", "region"),
        PlaceKind::Province => ("tỉnh", "province"),
        PlaceKind::City => ("thành phố trực thuộc trung ương", "centrally run city"),
    };
    locale.either(vi, en)
}

/// The name of a kind of chart.
pub fn view_name(locale: Locale, view: ViewKind) -> &'static str {
    let (vi, en) = match view {
        ViewKind::Bar => ("Thanh", "Bars"),
        ViewKind::Line => ("Đường", "Lines"),
        ViewKind::Multiples => ("Từng nơi", "One by one"),
        ViewKind::Slope => ("Trước – sau", "Then and now"),
        ViewKind::Map => ("Bản đồ", "Map"),
        ViewKind::Table => ("Bảng", "Table"),
        ViewKind::Target => ("Mục tiêu", "Targets"),
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

/// A unit's name for where there is little room, without its era: the short one of the tables, in English that of its
/// English name where the short one is no abbreviation.
pub fn short_name(locale: Locale, place: &Place) -> &str {
    let ageless = |locale: Locale| {
        let name: &str = locale.pick(&place.name);
        name.strip_suffix(locale.either(" (cũ)", " (former)")).unwrap_or(name)
    };
    match locale {
        Locale::En if &*place.short == ageless(Locale::Vi) => ageless(Locale::En),
        // The one abbreviation that English writes in another way.
        Locale::En if &*place.short == "TP.HCM" => "HCMC",
        _ => &place.short,
    }
}

/// The language of a document's title, where it is another than the page's: Vietnamese shows in its letters.
pub fn title_language(locale: Locale, title: &str) -> Option<&'static str> {
    let vietnamese = title.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    match (vietnamese, locale) {
        (true, Locale::En) => Some(Locale::Vi.tag()),
        (false, Locale::Vi) => Some(Locale::En.tag()),
        _ => None,
    }
}

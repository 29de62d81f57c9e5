//! The sentences about verdicts: the name of a sign, each reason, and the whole answer.

use super::{Locale, capital, period, published, publisher, since};
use crate::domain::*;

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
    let caveat = |id: &str| indicator(id).map(|it| locale.pick(&it.caveat).to_string()).unwrap_or_default();
    let both = |a: &str, b: &str| match a == b {
        true => place(a),
        false => format!("{} {} {}", place(a), locale.either("và", "and"), place(b)),
    };
    // Two documents by their publishers; where those are the same, with their dates; else by their titles.
    let documents = |a: &str, b: &str| {
        let of =
            |id: &str, name: &dyn Fn(&Source) -> String| record.source(id).map_or_else(|| id.to_owned(), |it| name(it));
        let short = |it: &Source| publisher(locale, it);
        let (one, other) = (of(a, &short), of(b, &short));
        if one != other {
            return [one, other].join("; ");
        }
        let dated = [a, b].map(|id| of(id, &|it| published(locale, it)));
        let titled = |id: &str| of(id, &|it| format!("“{}”", it.title));
        if dated[0] != dated[1] { dated.join("; ") } else { format!("{one}: {}; {}", titled(a), titled(b)) }
    };
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
        (Reason::Target { result, target, .. }, Locale::Vi) if result == target => {
            format!("{}: kết quả đặt cạnh mục tiêu", place(result))
        }
        (Reason::Target { result, target, .. }, Locale::En) if result == target => {
            format!("{}: a result stands beside a target", place(result))
        }
        (Reason::Target { result, target, .. }, Locale::Vi) => {
            format!("kết quả của {} đặt cạnh mục tiêu của {}", place(result), place(target))
        }
        (Reason::Target { result, target, .. }, Locale::En) => {
            format!("a result of {} stands beside a target of {}", place(result), place(target))
        }
        (Reason::MethodBreak { date, first, last, .. }, _) => {
            let date = date.parse::<Period>().map_or_else(|_| date.clone(), |p| since(locale, &p));
            let (first, last) = (period(locale, first), period(locale, last));
            match locale {
                Locale::Vi => format!("cách tính thay đổi từ {date}, giữa {first} và {last}"),
                Locale::En => format!("the method changed as of {date}, between {first} and {last}"),
            }
        }
        (Reason::Era { former, current }, _) => {
            let joined = record.lineage.iter().any(|row| row.from == *former && row.to == *current);
            let (former, current) = (place(former), place(current));
            match (locale, joined) {
                (Locale::Vi, true) => format!("{former} đã nhập vào {current} từ 1/7/2025, hai địa giới khác nhau"),
                (Locale::En, true) => {
                    format!("{former} became part of {current} on 1 July 2025: two different territories")
                }
                (Locale::Vi, false) => format!("{former} và {current} là địa giới của hai thời kỳ, chồng lên nhau"),
                (Locale::En, false) => format!("{former} and {current} are territories of two eras that overlap"),
            }
        }
        (Reason::Part { part, whole }, Locale::Vi) => format!("{} là một phần của {}", place(part), place(whole)),
        (Reason::Part { part, whole }, Locale::En) => format!("{} is a part of {}", place(part), place(whole)),
        (Reason::CountedApart { indicator: id }, _) => match clause(caveat(id)) {
            said if said.is_empty() => {
                locale.either("mỗi nơi đếm một kiểu", "each place counts in its own way").to_owned()
            }
            said => said,
        },
        (Reason::DifferentReading { first, last, .. }, _) => {
            let (first, last) = (period(locale, first), period(locale, last));
            match locale {
                Locale::Vi => format!("số thay đổi theo ngày đọc, mà {first} và {last} là hai lần đọc khác nhau"),
                Locale::En => {
                    format!("the value changes with the day it is read, and {first} and {last} are two readings")
                }
            }
        }
        (Reason::DifferentLength { first, last, .. }, _) => {
            let days = |p: &Period| super::number(locale, f64::from(p.last_day() - p.first_day() + 1), None);
            match locale {
                Locale::Vi => format!("đếm trong {} ngày và trong {} ngày", days(first), days(last)),
                Locale::En => format!("counted over {} days and over {} days", days(first), days(last)),
            }
        }
        (Reason::OwnReports { a, b, .. }, Locale::Vi) => {
            format!("lấy từ những báo cáo riêng, như {}", documents(a, b))
        }
        (Reason::OwnReports { a, b, .. }, Locale::En) => {
            format!("from separate reports, such as {}", documents(a, b))
        }
        (Reason::PeriodsApart { months, first, last, .. }, _) => {
            let (first, last) = (period(locale, first), period(locale, last));
            match locale {
                Locale::Vi => format!("{first} và {last} cách nhau {months} tháng"),
                Locale::En => format!("{first} and {last} are {months} months apart"),
            }
        }
        (Reason::Vague { a, b, .. }, Locale::Vi) => {
            format!("{}: có con số chỉ là ước chừng, và quá gần nhau để nói số nào cao hơn", both(a, b))
        }
        (Reason::Vague { a, b, .. }, Locale::En) => {
            format!("{}: a figure is only approximate, and the two are too close to tell which is higher", both(a, b))
        }
        (Reason::OpenEnded { a, b, places, .. }, Locale::Vi) => match places {
            3.. => format!("{places} nơi chỉ được nêu là dưới một mức, không rõ thứ tự giữa chúng"),
            _ => format!("{}: có con số chỉ được nêu là dưới một mức, nên không rõ số nào cao hơn", both(a, b)),
        },
        (Reason::OpenEnded { a, b, places, .. }, Locale::En) => match places {
            3.. => format!("{places} places are only known to be below a bound, in no known order"),
            _ => {
                format!(
                    "{}: a figure is only stated to be below a bound, so it does not tell which is higher",
                    both(a, b)
                )
            }
        },
        (Reason::Disputed { place: at, .. }, Locale::Vi) => format!("con số của {} có chỗ mâu thuẫn", place(at)),
        (Reason::Disputed { place: at, .. }, Locale::En) => format!("the figure of {} is disputed", place(at)),
        (Reason::Quarters { indicator: id }, _) => match clause(caveat(id)) {
            said if said.is_empty() => locale
                .either("khảo sát chọn mẫu, chỉ chia được bốn nhóm", "a sample survey: four groups only")
                .to_owned(),
            said => said,
        },
        (Reason::OtherEdition { first, last, .. }, _) => {
            let (first, last) = (period(locale, first), period(locale, last));
            match locale {
                Locale::Vi => format!("số nơi được xếp hạng ở kỳ {first} và kỳ {last} khác nhau"),
                Locale::En => {
                    format!("{first} and {last} are two editions that ranked different numbers of places")
                }
            }
        }
        (Reason::Means { measured: 0, .. }, _) => locale
            .either(
                "là trung bình cộng của các tỉnh, thành hợp thành, không theo số dân",
                "unweighted means of the provinces merged, whatever their population",
            )
            .to_owned(),
        (Reason::Means { means, measured, .. }, Locale::Vi) => format!(
            "{means} số là trung bình cộng của các tỉnh, thành hợp thành (không theo số dân), {measured} số là số đo"
        ),
        (Reason::Means { means, measured, .. }, Locale::En) => format!(
            "{means} of the figures {} of the provinces merged (not weighted by people), {measured} measured",
            if *means == 1 { "is a mean" } else { "are means" }
        ),
        (Reason::WorkedOut { place: at, .. }, Locale::Vi) => {
            format!("hạng của {} do trang này suy ra, nguồn không in", place(at))
        }
        (Reason::WorkedOut { place: at, .. }, Locale::En) => {
            format!("the rank of {} was worked out by this site; its source prints none", place(at))
        }
        (Reason::Counts { .. }, _) => locale
            .either(
                "số đếm phụ thuộc số dân và diện tích, không nói nơi nào tốt hơn",
                "counts depend on population and area and do not say which place does better",
            )
            .to_owned(),
        (Reason::OrderUnknown { place: at, .. }, Locale::Vi) => {
            format!("{}: có kỳ do trang này suy ra và chồng lên kỳ khác, nên không rõ con số nào có sau", place(at))
        }
        (Reason::OrderUnknown { place: at, .. }, Locale::En) => {
            format!(
                "{}: a period is inferred and overlaps another, so it is unclear which figure came later",
                place(at)
            )
        }
        (Reason::Disagreement { place: at, a, b, status, period: when, .. }, _) => {
            let (at, when, documents) = (place(at), period(locale, when), documents(a, b));
            match (locale, status) {
                (Locale::Vi, Status::Target) => {
                    format!("{at}: hai nguồn nêu hai mục tiêu khác nhau cho {when} ({documents})")
                }
                (Locale::Vi, Status::Actual) => {
                    format!("{at}: hai nguồn nêu hai con số khác nhau cho {when} ({documents})")
                }
                (Locale::En, Status::Target) => {
                    format!("{at}: two sources state different targets for {when} ({documents})")
                }
                (Locale::En, Status::Actual) => {
                    format!("{at}: two sources state different figures for {when} ({documents})")
                }
            }
        }
        (Reason::Noise { a, b, indicator: id }, _) => {
            let least = indicator(id).and_then(|it| Some(gap(locale, it.resolution?, it))).unwrap_or_default();
            match (locale, a == b) {
                (Locale::Vi, true) => format!("{}: thay đổi không quá {least} thì chưa coi là thay đổi", place(a)),
                (Locale::En, true) => format!("{}: a change of {least} or less is too small to count as one", place(a)),
                (Locale::Vi, false) => {
                    format!(
                        "hơn kém nhau không quá {least} thì chưa nói được nơi nào hơn, như {} và {}",
                        place(a),
                        place(b)
                    )
                }
                (Locale::En, false) => {
                    format!("a gap of {least} or less tells nobody apart, such as {} and {}", place(a), place(b))
                }
            }
        }
        (Reason::Unranked { indicator: id }, _) => {
            let said = locale.either("số này không dùng để xếp hạng", "these figures are not for ranking");
            match clause(caveat(id)) {
                why if why.is_empty() => said.to_owned(),
                why => format!("{said}: {why}"),
            }
        }
        (Reason::SourceKind { press, other, .. }, Locale::Vi) => {
            format!(
                "một bên lấy từ báo chí, bên kia từ trang của cơ quan nhà nước, khảo sát hoặc bản chép bảng số liệu ({})",
                documents(press, other)
            )
        }
        (Reason::SourceKind { press, other, .. }, Locale::En) => {
            format!(
                "one was read in the press, the other on an official page, in a survey or in a copy of a table ({})",
                documents(press, other)
            )
        }
    }
}

/// A sentence as part of another: without its full stop, and beginning small unless its first word is a name or acronym.
fn clause(sentence: String) -> String {
    let sentence = sentence.trim_end_matches('.');
    let mut letters = sentence.chars();
    let (Some(first), second) = (letters.next(), letters.clone().next()) else { return String::new() };
    match second {
        Some(second) if second.is_lowercase() || second == ' ' => first.to_lowercase().chain(letters).collect(),
        _ => sentence.to_owned(),
    }
}

/// A gap between two figures: of shares in percentage points, of ranks in places, otherwise in the unit.
pub fn gap(locale: Locale, number: f64, indicator: &Indicator) -> String {
    let one = number == 1.0;
    let unit = match (indicator.unit.kind, locale) {
        (UnitKind::Share, Locale::Vi) => "điểm phần trăm",
        (UnitKind::Share, Locale::En) if one => "percentage point",
        (UnitKind::Share, Locale::En) => "percentage points",
        (UnitKind::Rank, Locale::Vi) => "bậc",
        (UnitKind::Rank, Locale::En) if one => "place",
        (UnitKind::Rank, Locale::En) => "places",
        _ => return super::with_symbol(locale, number, &indicator.unit, None),
    };
    format!("{}\u{a0}{unit}", super::number(locale, number, None))
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
    let definitions = several_definitions(locale, record, &gravest);
    let told = |reason: &Reason| definitions.is_some() && is_of_definition(reason);
    let rest: Vec<&&Reason> = gravest.iter().filter(|reason| !told(reason)).collect();
    let room = if definitions.is_some() { 1 } else { 2 };
    let said: Vec<String> =
        definitions.into_iter().chain(rest.iter().take(room).map(|it| reason(locale, record, it))).collect();
    let untold = verdict.reasons.iter().filter(|reason| !(room == 1 && is_of_definition(reason))).count();
    let more = match (untold.saturating_sub(rest.len().min(room)), locale) {
        (0, _) => String::new(),
        (n, Locale::Vi) => format!(" (và {n} lý do nữa)"),
        (1, Locale::En) => " (and one more reason)".to_owned(),
        (n, Locale::En) => format!(" (and {n} more reasons)"),
    };
    // What is comparable in spite of it: lines between two changes of method.
    let broken = gravest.iter().all(|reason| reason.kind() == ReasonKind::MethodBreak);
    let rest = if broken && !because.is_empty() { format!(" {}.", capital(because)) } else { String::new() };
    format!("{name}: {}{more}.{rest}", said.join("; "))
}

/// The verdict with its gravest reason alone, without the documents and places that only illustrate it: for where there is
/// room for a line.
pub fn verdict_short(locale: Locale, record: &Record, verdict: &Verdict, because: &str) -> String {
    let gravest = verdict.reasons.iter().find(|it| it.kind().sign() == verdict.sign);
    match gravest {
        Some(it) => format!("{}: {}.", verdict_name(locale, verdict.sign), reason_short(locale, record, it)),
        None => verdict_sentence(locale, record, verdict, because),
    }
}

fn reason_short(locale: Locale, record: &Record, it: &Reason) -> String {
    match it {
        Reason::OwnReports { .. } => locale.either("lấy từ những báo cáo riêng", "from separate reports").to_owned(),
        Reason::Noise { a, b, indicator } if a != b => {
            let known = record.indicators.get(indicator);
            let least = known.and_then(|it| Some(gap(locale, it.resolution?, it))).unwrap_or_default();
            match locale {
                Locale::Vi => format!("hơn kém nhau không quá {least} thì chưa nói được nơi nào hơn"),
                Locale::En => format!("a gap of {least} or less tells nobody apart"),
            }
        }
        _ => reason(locale, record, it),
    }
}

fn is_of_definition(reason: &Reason) -> bool {
    matches!(reason, Reason::Population { .. } | Reason::Definition { .. })
}

/// More than two definitions in one clause, instead of one for every pair of them.
fn several_definitions(locale: Locale, record: &Record, reasons: &[&Reason]) -> Option<String> {
    let mut ids: Vec<&Id> = Vec::new();
    for reason in reasons {
        if let Reason::Population { a, b } | Reason::Definition { a, b } = reason {
            for id in [a, b] {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
    }
    if ids.len() < 3 {
        return None;
    }
    // Two of them by name, in the editor's order.
    let order = |id: &&Id| record.summaries.iter().position(|it| it.id == **id).unwrap_or(usize::MAX);
    let ids = arrange(ids, |id| [order(id) as i64, 0, 0]);
    let name = |id: &Id| record.summary(id).map_or_else(|| id.to_string(), |it| locale.pick(&it.name).to_string());
    let (count, one, other) = (ids.len(), name(ids[0]), name(ids[1]));
    Some(match locale {
        Locale::Vi => format!("{count} cách đếm khác nhau, như “{one}” và “{other}”"),
        Locale::En => format!("{count} different definitions, such as “{one}” and “{other}”"),
    })
}

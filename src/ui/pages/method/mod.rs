//! Method: when two figures may be compared, what signs and words mean. The lists come from the code that decides.

mod rules;

use crate::{
    domain::{
        Examples, Flag, Missing, Observation, Outcome, Pair, Qualifier, Reading, ReasonKind, Record, Sign, Unknown,
        compare, examples,
    },
    text::{self, Locale},
    ui::{
        parts::{Facts, evidence},
        site::Site,
    },
};
use leptos::prelude::*;
use maud::{Markup, html};
use rules::rule;
use std::sync::Arc;

/// The method page.
#[component]
pub fn Method() -> impl IntoView {
    let site = Site::get();
    let (locale, m) = (site.locale(), site.messages());
    let lists =
        html! { (reasons(&site)) (qualifiers(&site)) (missing(&site)) (targets(&site)) (flags(&site)) }.into_string();
    let sections = SECTIONS
        .iter()
        .map(|(vi, en)| {
            let (title, words) = locale.either(vi, en);
            view! { <section><h2>{*title}</h2><p>{*words}</p></section> }
        })
        .collect_view();
    let signs = [(Sign::Comparable, m.sign_equal), (Sign::Caution, m.sign_caution), (Sign::NotComparable, m.sign_not)]
        .into_iter()
        .map(
            |(sign, words)| view! { <li><span class="symbol" aria-hidden="true">{sign.symbol()}</span>" "{words}</li> },
        )
        .collect_view();
    view! {
        <div class="method prose">
            <h1>{m.method_title}</h1>
            <section>
                <h2>{m.three_signs}</h2>
                <ul class="plain">{signs}</ul>
            </section>
            <div inner_html=lists></div>
            {sections}
        </div>
    }
}

/// The reasons, each with its rule and two figures of the record that show it.
fn reasons(site: &Site) -> Markup {
    let (locale, data) = (site.locale(), site.data());
    // The build finds them once for all languages.
    let found = use_context::<Arc<Examples>>().unwrap_or_else(|| Arc::new(examples(&data.record)));
    html! {
        section {
            h2 id="reasons" { (locale.either("Các lý do", "The reasons")) }
            p { (locale.either(
                "Mỗi lý do có một ví dụ thật, tìm trong chính số liệu của trang này. Chạm vào con số để xem căn cứ.",
                "Each reason has a real example, found in this site’s own figures. Touch a figure for its evidence.",
            )) }
            @if let Some(pair) = &found.equal {
                article.reason {
                    h3 { span.symbol aria-hidden="true" { (Sign::Comparable.symbol()) } " " (text::verdict_name(locale, Sign::Comparable)) }
                    p { (locale.either("Không lý do nào dưới đây.", "None of the reasons below.")) }
                    (example(site, &data.record, pair))
                }
            }
            @for kind in ReasonKind::ALL {
                @let kind = *kind;
                @let (name, rule) = rule(locale, kind);
                article.reason {
                    h3 id=(kind.id()) {
                        span.symbol aria-hidden="true" { (kind.sign().symbol()) }
                        span.hidden { (text::verdict_name(locale, kind.sign())) ": " } " " (name) " " code { (kind.id()) }
                    }
                    p { (rule) }
                    @if let Some(pair) = found.reasons.get(&kind) { (example(site, &data.record, pair)) }
                }
            }
        }
    }
}

/// Two figures with their evidence, and the verdict the site gives them.
fn example(site: &Site, record: &Record, pair: &Pair) -> Markup {
    let locale = site.locale();
    let verdict = compare(record, pair.iter().map(|o| &**o));
    html! {
        ul.pair { @for o in pair { li { (stated(site, record, o)) } } }
        p.fine { span.symbol aria-hidden="true" { (verdict.sign.symbol()) } (text::verdict_sentence(locale, record, &verdict, "")) }
    }
}

/// A figure with place, period and indicator.
fn stated(site: &Site, record: &Record, o: &Arc<Observation>) -> Markup {
    let locale = site.locale();
    html! {
        @if let (Some(indicator), Some(source)) = (record.indicators.get(&o.indicator), record.source(&o.source)) {
            (evidence(site, &Facts { observation: o, indicator, source, others: Vec::new() }))
            @if let Some(place) = record.place(&o.place) { " " (locale.pick(&place.name)) }
            ", " (text::period(locale, &o.period)) " · " span.fine { (locale.pick(&indicator.name)) }
        }
    }
}

/// How a figure may be stated, with the vagueness the site reads into it.
fn qualifiers(site: &Site) -> Markup {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let record = &data.record;
    html! {
        section {
            h2 id="stated" { (locale.either("Cách nêu một con số", "How a figure was stated")) }
            p { (locale.either(
                "Tài liệu viết “khoảng”, “hơn”, “ước” thì con số mang chữ hoặc dấu ấy ở mọi nơi. Hai con số mà khoảng dao động theo bảng dưới chồng lên nhau thì không nói được bên nào cao hơn. Khoảng dao động là quy ước của trang này, tính theo phần trăm của chính con số; tài liệu không nêu.",
                "Where a document says “about”, “more than” or “estimated”, the figure carries that word or sign everywhere. When the ranges of two figures, by the table below, overlap, the figures do not show which is higher. The ranges are this site’s convention, as a share of the figure itself; the documents do not state them.",
            )) }
            div.table-frame tabindex="0" role="region" aria-label=(m.col_stated) {
                table {
                    thead { tr {
                        th scope="col" { (locale.either("Dấu", "Sign")) }
                        th scope="col" { (m.col_stated) }
                        th scope="col" { (locale.either("Mã", "Code")) }
                        th scope="col" { (locale.either("Khoảng dao động", "Range")) }
                        th scope="col" { (locale.either("Ví dụ", "Example")) }
                    } }
                    tbody {
                        @for (it, code) in Qualifier::CODES {
                            tr {
                                td.symbol { (text::qualifier_sign(locale, *it)) }
                                th scope="row" { (text::qualifier(locale, *it)) }
                                td { code { (code) } }
                                td.vagueness { (vagueness(locale, *it)) }
                                td {
                                    @if let Some(o) = record.observations.iter().find(|o| o.qualifier == *it && o.reading.number().is_some()) {
                                        (stated(site, record, o))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn vagueness(locale: Locale, qualifier: Qualifier) -> String {
    let share = |part: f64, sign: &str| match part {
        0.0 => "0".to_owned(),
        part => {
            let number = text::number(locale, part * 100.0, None);
            locale.either(format!("{sign}{number} %"), format!("{sign}{number}%"))
        }
    };
    match qualifier.vagueness() {
        (0.0, 0.0) => locale.either("không", "none").to_owned(),
        (below, _) if below.is_infinite() => locale.either("không rõ thấp hơn bao nhiêu", "anything below").to_owned(),
        (below, above) => format!("{} … {}", share(below, "−"), share(above, "+")),
    }
}

/// Why a figure may be missing, each with its mark, code and an example.
fn missing(site: &Site) -> Markup {
    let (locale, data) = (site.locale(), site.data());
    let record = &data.record;
    html! {
        section {
            h2 id="missing" { (locale.either("Khi không có số liệu", "When there is no figure")) }
            p { (locale.either("Không có số liệu không có nghĩa là bằng 0. Mỗi chỗ trống có dấu và lý do riêng:", "A missing figure is not a zero. Each gap has its mark and its reason:")) }
            ul.plain {
                @for (it, code) in Missing::CODES {
                    li {
                        span.symbol aria-hidden="true" { (text::missing_sign(*it)) } " " (text::missing(locale, *it)) " " code { (code) }
                        @if let Some(o) = record.observations.iter().find(|o| o.reading == Reading::Missing(*it)) {
                            div { (stated(site, record, o)) }
                        }
                    }
                }
            }
        }
    }
}

/// How targets are judged.
fn targets(site: &Site) -> Markup {
    let locale = site.locale();
    let outcomes = [
        (Outcome::Met, locale.either(
            "Con số cho thời điểm đến hạn, hoặc trước đó, đã bằng hay vượt mục tiêu, kể cả khi tính khoảng dao động.",
            "The figure for the date due, or one before it, reaches the target even with its range.",
        )),
        (Outcome::Missed, locale.either(
            "Con số cho thời điểm đến hạn chưa tới mục tiêu, kể cả khi tính khoảng dao động.",
            "The figure for the date due falls short, even with its range.",
        )),
        (Outcome::OnTheWay, locale.either(
            "Chưa tới hạn (tính theo tháng của bản dữ liệu) và chưa đạt.",
            "Not due yet (by the month of the data version) and not reached.",
        )),
    ];
    let unknown = [
        Unknown::NoFigure,
        Unknown::NoFigureAtDue,
        Unknown::OtherMethod,
        Unknown::Disagreement,
        Unknown::UnitEnded,
        Unknown::Vague,
        Unknown::NoDirection,
        Unknown::PassedWhenSet,
    ];
    html! {
        section {
            h2 id="targets" { (locale.either("Mục tiêu", "Targets")) }
            p { (locale.either(
                "Kết quả chỉ đặt cạnh mục tiêu để xem tiến độ: cùng nơi, cùng định nghĩa, không có mốc thay đổi ở giữa. Khoảng cách và nhịp mỗi tháng do trang này tính từ hai con số được nêu.",
                "A result stands beside a target only to show progress: same place, same definition, no break between. Distance and monthly pace are worked out by this site from two stated figures.",
            )) }
            dl {
                @for (outcome, words) in outcomes { dt { (text::outcome(locale, outcome)) } dd { (words) } }
                dt { (text::outcome(locale, Outcome::Unknown(Unknown::NoFigure))) }
                dd { (unknown.map(|why| text::unknown(locale, why)).join("; ")) "." }
            }
        }
    }
}

/// The status flags of files.
fn flags(site: &Site) -> Markup {
    let locale = site.locale();
    html! {
        section {
            h2 id="flags" { (locale.either("Mã trạng thái trong tệp dữ liệu", "Status codes in the data files")) }
            p { (locale.either(
                "Tệp CSV và JSON mang mã của SDMX (CL_OBS_STATUS), như các cơ quan thống kê dùng. Mốc thay đổi (B) nằm ở cột after_break của CSV và ở mục breaks của JSON.",
                "CSV and JSON files carry the codes of SDMX (CL_OBS_STATUS), as statistical offices use them. A break (B) stands in the column after_break of the CSV and in breaks of the JSON.",
            )) }
            ul.plain { @for flag in Flag::ALL { li { code { (flag.code()) } " " (text::flag(locale, flag)) } } }
        }
    }
}

type Section = ((&'static str, &'static str), (&'static str, &'static str));

const SECTIONS: [Section; 7] = [
    (
        (
            "Chỉ số là một định nghĩa",
            "Mỗi chỉ số ở đây là đúng một cách đếm. “Dân số có điện thoại thông minh” và “thuê bao dùng điện thoại thông minh” là hai chỉ số trong cùng một nhóm, và không bao giờ vẽ chung một trục.",
        ),
        (
            "An indicator is one definition",
            "Each indicator here is exactly one way of counting. “People with a smartphone” and “subscriptions using a smartphone” are two indicators under one topic, and never share an axis.",
        ),
    ),
    (
        (
            "Xếp hạng",
            "Chỉ xếp hạng trong một cuộc đo chung và một kỳ, khi hơn một nửa danh sách tỉnh, thành có số liệu; không bao giờ xếp hạng số đếm. Khảo sát chọn mẫu không kèm sai số thì chỉ chia bốn nhóm. Bằng nhau thì đồng hạng (dấu = sau hạng). Nơi không có số liệu được nêu tên, không bị xếp cuối.",
        ),
        (
            "Rankings",
            "Only within one common measurement and one period, where more than half of the list has a figure; never of counts. A sample survey without margins of error gives four groups only. Equal figures share a rank (= after the rank). Places without a figure are named, not put last.",
        ),
    ),
    (
        (
            "Hai thời kỳ địa giới",
            "Việt Nam có 63 tỉnh, thành đến hết 30/6/2025 và 34 tỉnh, thành từ 1/7/2025. Số liệu trước sáp nhập thuộc về tỉnh cũ. Trang này không tính lại số cũ cho địa giới mới; DTI 2024 của 34 tỉnh, thành là số liệu do bộ công bố; với đơn vị sáp nhập, đó là trung bình cộng của các tỉnh trước đó.",
        ),
        (
            "Two eras",
            "Vietnam had 63 provinces until 30 June 2025 and has had 34 since 1 July 2025. Figures from before belong to the former units. Nothing is recalculated for new borders; the 2024 DTI of the 34 units is as published, and for merged units it is the unweighted mean of their predecessors.",
        ),
    ),
    (
        (
            "Thời gian",
            "Kỳ là thời gian mà con số nói tới, không phải ngày đăng. Khi tài liệu không ghi rõ, kỳ được suy từ tài liệu và đánh dấu “suy từ tài liệu”. Năm không có số liệu thì để trống, không nối, không ước.",
        ),
        (
            "Time",
            "The period is what the figure is about, not when it was published. Where the document gives none, it is inferred and marked so. A year without a figure stays empty: no line, no estimate.",
        ),
    ),
    (
        (
            "Bản đồ",
            "Bản đồ ô vuông xếp các tỉnh gần đúng vị trí, mỗi tỉnh một ô bằng nhau; quần đảo Hoàng Sa (Đà Nẵng) và quần đảo Trường Sa (Khánh Hòa) luôn có mặt. Màu chia theo nhóm có số tỉnh gần bằng nhau, ghi rõ giới hạn; ô gạch chéo là không có số liệu.",
        ),
        (
            "The map",
            "Each province is one equal square near its place; the Hoàng Sa (Đà Nẵng) and Trường Sa (Khánh Hòa) archipelagos are always shown. Shades are groups of about equally many provinces with their limits written out; a hatched square has no figure.",
        ),
    ),
    (
        (
            "Ai đo, ai đăng, ai chép",
            "Một bộ số liệu mang tên bên đo, rồi mới tới nơi đã đọc: tờ báo dẫn lại, kho dữ liệu hay trang đã chép. Bài chỉ đọc được trên một trang sao chép thì ghi là bản chép.",
        ),
        (
            "Who measured, published, copied",
            "A data set is called after who measured; then comes where it was read: the newspaper that quoted it, the repository or site that copied it. An article found only on a copying site is marked as a copy.",
        ),
    ),
    (
        (
            "Giấy phép",
            "Con số theo điều khoản của tài liệu nêu ra nó, ghi ở trang nguồn nếu tìm thấy. Phần của trang này (chọn lọc, sắp xếp, định nghĩa, ghi chú) theo giấy phép CC BY 4.0.",
        ),
        (
            "Licences",
            "A figure is under the terms of the document that states it, given on its source page where found. The part of this site (selection, arrangement, definitions, notes) is under CC BY 4.0.",
        ),
    ),
];

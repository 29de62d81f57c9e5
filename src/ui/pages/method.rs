//! Method: when two figures may be compared, what signs and words mean. The lists come from the code that decides.

use crate::{
    domain::{Missing, Qualifier, ReasonKind, Sign},
    text::{self, Locale},
    ui::site::Site,
};
use leptos::prelude::*;

/// The method page.
#[component]
pub fn Method() -> impl IntoView {
    let site = Site::get();
    let (locale, m) = (site.locale(), site.messages());
    let reasons = ReasonKind::ALL
        .iter()
        .map(|kind| {
            let (name, rule) = rule(locale, *kind);
            let sign = kind.sign();
            view! {
                <tr>
                    <td><span class="symbol" aria-hidden="true">{sign.symbol()}</span><span class="hidden">{text::verdict_name(locale, sign)}</span></td>
                    <th scope="row">{name}</th>
                    <td>{rule}</td>
                </tr>
            }
        })
        .collect_view();
    let qualifiers = Qualifier::CODES
        .iter()
        .map(|(it, code)| {
            let (below, above) = it.vagueness();
            let span = match (below, above) {
                (0.0, 0.0) => locale.either("không", "none").to_owned(),
                _ => format!(
                    "−{} % … +{} %",
                    text::number(locale, below * 100.0, None),
                    text::number(locale, above * 100.0, None)
                ),
            };
            view! {
                <tr>
                    <td class="symbol">{text::qualifier_sign(*it)}</td>
                    <th scope="row">{text::qualifier(locale, *it)}</th>
                    <td><code>{*code}</code></td>
                    <td class="number">{span}</td>
                </tr>
            }
        })
        .collect_view();
    let missing = Missing::CODES
        .iter()
        .map(|(it, code)| view! { <li>{text::missing(locale, *it)}" "<code>{*code}</code></li> })
        .collect_view();
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
                <div class="table-frame" tabindex="0" role="region" aria-label=locale.either("Các lý do", "Reasons")>
                    <table>
                        <thead><tr>
                            <th scope="col">{locale.either("Dấu", "Sign")}</th>
                            <th scope="col">{locale.either("Lý do", "Reason")}</th>
                            <th scope="col">{locale.either("Khi nào", "When")}</th>
                        </tr></thead>
                        <tbody>{reasons}</tbody>
                    </table>
                </div>
            </section>
            <section>
                <h2>{locale.either("Cách nêu một con số", "How a figure was stated")}</h2>
                <p>{locale.either(
                    "Tài liệu viết “khoảng”, “hơn”, “ước” thì con số mang dấu ấy ở mọi nơi. Hai con số cách nhau ít hơn độ mơ hồ dưới đây thì không nói được bên nào cao hơn. Độ mơ hồ là quy ước của trang này, tính theo phần trăm của chính con số; tài liệu không nêu.",
                    "Where a document says “about”, “more than” or “estimated”, the figure carries that sign everywhere. When two figures differ by less than the vagueness below, nobody can say which is higher. The vagueness is this site’s convention, as a share of the figure itself; the documents do not state it.",
                )}</p>
                <div class="table-frame" tabindex="0" role="region" aria-label=m.col_stated>
                    <table>
                        <thead><tr>
                            <th scope="col">{locale.either("Dấu", "Sign")}</th>
                            <th scope="col">{m.col_stated}</th>
                            <th scope="col">{locale.either("Mã", "Code")}</th>
                            <th scope="col">{locale.either("Độ mơ hồ", "Vagueness")}</th>
                        </tr></thead>
                        <tbody>{qualifiers}</tbody>
                    </table>
                </div>
            </section>
            <section>
                <h2>{locale.either("Khi không có số liệu", "When there is no figure")}</h2>
                <p>{locale.either("Không có số liệu không phải là số không. Mỗi chỗ trống có lý do của nó:", "No figure is not zero. Each gap has its reason:")}</p>
                <ul>{missing}</ul>
            </section>
            {sections}
        </div>
    }
}

/// The name and the rule of a reason.
fn rule(locale: Locale, kind: ReasonKind) -> (&'static str, &'static str) {
    let (vi, en) = match kind {
        ReasonKind::Population => (
            ("Mẫu số khác nhau", "Tính trên những đối tượng khác nhau: dân số, hộ gia đình, thuê bao…"),
            ("Different populations", "Counted among different things: people, households, subscriptions …"),
        ),
        ReasonKind::Definition => (
            ("Định nghĩa khác nhau", "Hai chỉ số đếm hai thứ: vùng phủ mạng không phải là số hộ dùng mạng."),
            ("Different definitions", "Two indicators count two things: coverage is not use."),
        ),
        ReasonKind::Target => (
            ("Kết quả và mục tiêu", "Mục tiêu chỉ để xem đã đi được bao xa, không so như kết quả."),
            ("Result and target", "A target shows how far there is to go; it is not compared like a result."),
        ),
        ReasonKind::MethodBreak => (
            ("Đổi cách tính", "Giữa hai kỳ có thay đổi cách tính; đường vẽ bị ngắt ở đó."),
            ("Change of method", "The method changed between the two periods; lines are broken there."),
        ),
        ReasonKind::Era => (
            ("Khác địa giới", "Tỉnh cũ và tỉnh mới cùng tên hay chứa nhau từ 1/7/2025."),
            ("Different territory", "A former province and the larger one it joined on 1 July 2025."),
        ),
        ReasonKind::Part => (
            ("Phần và toàn thể", "Một tỉnh với vùng chứa nó, hoặc với cả nước."),
            ("Part and whole", "A province beside its region or the country."),
        ),
        ReasonKind::OwnReports => (
            ("Tự báo cáo", "Mỗi tỉnh một báo cáo riêng, không chung một cuộc đo: không bao giờ xếp hạng."),
            ("Own reports", "Each province in its own report rather than one common measurement: never ranked."),
        ),
        ReasonKind::PeriodsApart => (
            ("Thời điểm xa nhau", "Hai tỉnh, hai kỳ kết thúc cách nhau hơn 12 tháng."),
            ("Dates apart", "Two places whose periods end more than 12 months apart."),
        ),
        ReasonKind::Vague => (
            ("Lời nêu mơ hồ", "Chênh lệch nhỏ hơn độ mơ hồ của “khoảng”, “hơn”, “ước” trong bảng dưới."),
            ("Hedged figures", "The gap is smaller than the vagueness of “about”, “more than”, “estimated” below."),
        ),
        ReasonKind::SourceKind => (
            ("Báo chí và bảng gốc", "Một bên lấy từ báo chí, bên kia từ cơ quan đo hoặc bản chép bảng gốc."),
            ("Press and table", "One was read in the press, the other in the official table or a copy of it."),
        ),
    };
    locale.either(vi, en)
}

type Section = ((&'static str, &'static str), (&'static str, &'static str));

const SECTIONS: [Section; 6] = [
    (
        (
            "Chỉ số là một định nghĩa",
            "Mỗi chỉ số ở đây là đúng một cách đếm. “Dân số có điện thoại thông minh” và “thuê bao dùng điện thoại thông minh” là hai chỉ số dưới cùng một chủ đề, và không bao giờ vẽ chung một trục.",
        ),
        (
            "An indicator is one definition",
            "Each indicator here is exactly one way of counting. “People with a smartphone” and “subscriptions using a smartphone” are two indicators under one topic, and never share an axis.",
        ),
    ),
    (
        (
            "Xếp hạng",
            "Chỉ xếp hạng trong một cuộc đo chung và một kỳ. Bằng nhau thì đồng hạng (dấu = sau hạng). Nơi không có số liệu được nêu tên, không bị xếp cuối.",
        ),
        (
            "Rankings",
            "Only within one common measurement and one period. Equal figures share a rank (= after the rank). Places without a figure are named, not put last.",
        ),
    ),
    (
        (
            "Hai thời kỳ địa giới",
            "Việt Nam có 63 tỉnh, thành đến hết 30/6/2025 và 34 từ 1/7/2025. Số liệu trước sáp nhập thuộc về tỉnh cũ. Trang này không tính lại số cũ cho địa giới mới; DTI 2024 của 34 tỉnh, thành là số bộ công bố, với đơn vị sáp nhập là trung bình cộng của các tỉnh trước đó.",
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
        ("Giấy phép", "Mỗi tài liệu có giấy phép riêng, ghi ở trang nguồn. Bảng do trang này sắp xếp theo CC BY 4.0."),
        (
            "Licences",
            "Each document has its own licence, given on its source page. The tables as arranged here are CC BY 4.0.",
        ),
    ),
];

//! About: what this is, who it is for, what it does not do, and how to report a mistake.

use crate::{
    address::Page,
    domain::{Selection, Subject},
    ui::site::Site,
};
use leptos::prelude::*;

const PARAGRAPHS: [(&str, &str); 4] = [
    (
        "Các tỉnh báo cáo chuyển đổi số trong hàng trăm bài viết, mỗi bài đếm một kiểu. 99 % hộ nằm trong vùng phủ cáp quang ở một tỉnh và 79,5 % hộ có Internet băng rộng cố định ở tỉnh khác trông như một bảng xếp hạng, nhưng không phải.",
        "Provinces report their digital transformation in hundreds of articles, each counting something slightly different. 99% of households covered by fibre in one and 79.5% of households with fixed broadband in another look like a ranking and are not.",
    ),
    (
        "Tỉnh Số cho bạn thấy có những con số nào, ai nêu, đếm chính xác cái gì, hứa điều gì, và hai con số nào so sánh được với nhau.",
        "Tỉnh Số shows which figures exist, who stated them, what exactly was counted, what was promised, and which two may be compared.",
    ),
    (
        "Trang chỉ gồm các tệp tĩnh: không máy chủ riêng, không theo dõi, không quảng cáo, không gọi tới trang khác. Nội dung đọc được cả khi không chạy JavaScript.",
        "The site is static files only: no server of its own, no tracking, no advertising, no third-party requests. It reads without JavaScript.",
    ),
    (
        "Trang không ước lượng, không làm tròn con số của nguồn; chỗ nào trang tự tính thì ghi rõ. Nếu bạn thấy con số sai so với tài liệu, hãy báo ở kho mã nguồn kèm địa chỉ trang: mỗi con số đều dẫn về tài liệu nêu ra nó.",
        "No source’s figure is estimated or rounded; what this site works out itself says so. If a figure differs from its document, report it at the repository with the page’s address: every figure leads to the document that states it.",
    ),
];

/// The about page.
#[component]
pub fn About() -> impl IntoView {
    let site = Site::get();
    let (locale, m) = (site.locale(), site.messages());
    let paragraphs =
        PARAGRAPHS.iter().map(|(vi, en)| view! { <p class="explains">{locale.either(*vi, *en)}</p> }).collect_view();
    // The pair the first paragraph names, with its evidence.
    let pair = Selection {
        subject: Some(Subject::Topic("broadband".into())),
        places: vec!["dong-nai-cu".into(), "dong-thap-cu".into()],
        ..Selection::default()
    };
    let pair = site.view_link(Page::Compare, pair);
    let access = locale.either(
        "Trang hướng tới WCAG 2.2 mức AA: mọi biểu đồ có bảng số liệu và câu mô tả, dùng được bằng bàn phím, đổi theo nền sáng hoặc tối. Biểu đồ chưa được thử đầy đủ với mọi trình đọc màn hình.",
        "The site aims at WCAG 2.2 AA: every chart has a table and a description, works by keyboard, and follows light and dark. Charts have not yet been tried with every screen reader.",
    );
    view! {
        <div class="about prose">
            <h1>{m.about_title}</h1>
            <p class="lead">{m.tagline}</p>
            {paragraphs}
            <p><a href=pair>{locale.either("Xem hai con số ấy cạnh nhau", "See those two figures beside each other")}</a></p>
            <h2>{locale.either("Khả năng tiếp cận", "Accessibility")}</h2>
            <p>{access}</p>
            <p><a href=site.link(Page::Method)>{m.method_title}</a>" · "<a href=site.link(Page::Sources)>{m.sources_title}</a></p>
        </div>
    }
}

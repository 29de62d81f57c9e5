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
        "Trang chỉ gồm các tệp tĩnh: không lưu gì về bạn, không theo dõi, không quảng cáo, không gọi tới trang khác. Nội dung đọc được cả khi không chạy JavaScript. Chỉ trình duyệt của bạn nhớ tỉnh bạn xem lần trước và những trang đã mở, để trang chủ dẫn lại và để đọc khi mất mạng; bấm “xóa” ở trang chủ là tỉnh ấy được xóa.",
        "The site is static files only: nothing about you is stored, no tracking, no advertising, no third-party requests. It reads without JavaScript. Only your own browser remembers the province you last looked at and the pages you opened, so that the home page leads back to it and pages can be read offline; “clear” on the home page removes that province.",
    ),
    (
        "Trang không ước lượng con số nào; bảng và tệp ghi con số đúng như nguồn nêu, chỉ hình vẽ làm tròn điểm khảo sát PAPI; chỗ nào trang tự tính thì ghi rõ. Nếu bạn thấy con số sai so với tài liệu, hãy báo ở kho mã nguồn kèm địa chỉ trang: mỗi con số đều dẫn về tài liệu nêu ra nó.",
        "This site estimates no figure; tables and files give figures as the source states them, and only charts round the scores of the PAPI survey; what this site works out itself says so. If a figure differs from its document, report it at the repository with the page’s address: every figure leads to the document that states it.",
    ),
];

/// The accessibility statement: what holds, how it was tried, and what is not known.
const ACCESS: [(&str, &str); 5] = [
    (
        "mỗi biểu đồ có một câu mô tả, một bảng số liệu bên cạnh, và đọc được từng số bằng phím mũi tên; bản đồ cũng vậy;",
        "every chart has a sentence that describes it and a table beside it, and its figures are read one by one with the arrow keys; so are maps;",
    ),
    (
        "màu không bao giờ là dấu hiệu duy nhất: các tỉnh còn khác nhau ở hình điểm và nét đứt, mức so sánh còn có dấu = ≈ ≠ và lời;",
        "colour is never the only sign: places differ in marker and dash too, and what may be compared is also said by = ≈ ≠ and in words;",
    ),
    (
        "chữ phóng to được đến 400 %, nền sáng hay tối và bảng màu riêng của bạn đều được giữ; nếu bạn tắt hiệu ứng, trang không chuyển động;",
        "text may be enlarged to 400%; light, dark and your own colours are kept; nothing moves if you have turned motion off;",
    ),
    (
        "mỗi lần đổi trang web, máy kiểm tra lại mọi loại trang ở hai ngôn ngữ, nền sáng và tối, ba cỡ màn hình, và đi hết một lượt chỉ bằng bàn phím;",
        "with every change of the site a program tries each kind of page in both languages, light and dark, at three widths, and works through them by keyboard alone;",
    ),
    (
        "chưa thử đủ với người dùng trình đọc màn hình, nên có thể còn chỗ đọc chưa gọn. Bảng số liệu luôn nói đủ những gì biểu đồ nói.",
        "not enough has been tried with people who use screen readers, so some places may read clumsily. The tables always say all that the charts say.",
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
    let access = ACCESS.iter().map(|(vi, en)| view! { <li>{locale.either(*vi, *en)}</li> }).collect_view();
    view! {
        <div class="about prose">
            <h1>{m.about_title}</h1>
            <p class="lead">{m.tagline}</p>
            {paragraphs}
            <p><a href=pair>{locale.either("Xem hai con số ấy cạnh nhau", "See those two figures beside each other")}</a></p>
            <h2 id="access">{locale.either("Khả năng tiếp cận", "Accessibility")}</h2>
            <p>{locale.either(
                "Ai cũng phải đọc được số liệu công, nên trang theo chuẩn WCAG 2.2 mức AA:",
                "Public figures are everyone’s to read, so the site keeps to WCAG 2.2, level AA:",
            )}</p>
            <ul class="explains">{access}</ul>
            <p><a href=site.link(Page::Method)>{m.method_title}</a>" · "<a href=site.link(Page::Sources)>{m.sources_title}</a></p>
        </div>
    }
}

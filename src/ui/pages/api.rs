//! The part of the data page for those who read the files with a program: examples that work, the columns, and what
//! stays where.

use crate::{
    address::Page,
    text::{self, Locale, NO_ORIGIN},
    ui::site::Site,
};
use maud::{Markup, html};

/// Examples, columns, and the rules of the addresses.
pub(super) fn api(site: &Site, version: &str) -> Markup {
    let locale = site.locale();
    let known = !site.base.origin().is_empty();
    let root = if known { site.base.whole("") } else { site.base.clone().at(NO_ORIGIN).whole("") };
    html! {
        h2 #api { (locale.either("Dùng trong chương trình và bảng tính", "In programs and spreadsheets")) }
        p {
            (locale.either("Các ví dụ dưới đây trả lời cùng một câu hỏi: ", "The examples below answer one question: "))
            a href=(site.link(Page::Indicator("dti".into()))) {
                (locale.either("năm tỉnh, thành nào có DTI cao nhất trong kỳ mới nhất của danh sách 63", "which five provinces had the highest DTI in the newest edition of the list of 63"))
            }
            (locale.either("? Không cần đăng ký hay mã truy cập.", "? No key and no registration is needed."))
        }
        @if !known {
            p.fine {
                (locale.either("Bản này chưa biết địa chỉ công khai của mình: hãy thay ", "This copy was not told its public address: replace "))
                code { (NO_ORIGIN) }
                (locale.either(" bằng phần đầu địa chỉ bạn đang mở trang này, đến trước dấu / đầu tiên sau tên miền.", " by the beginning of the address at which you read this page, up to the first / after the host."))
            }
        }
        @for example in text::examples(locale, &root, version) {
            h3 { (example.title) }
            p { (marked(example.lead)) }
            pre #{ "example-" (example.id) } tabindex="0" role="region" aria-label=(example.title) translate="no" {
                code { (example.code) }
            }
        }
        (columns(locale))
        (rules(site, version))
    }
}

/// Text in which what stands between backticks is code.
fn marked(text: &str) -> Markup {
    html! {
        @for (n, piece) in text.split('`').enumerate() {
            @if n % 2 == 1 { code { (piece) } } @else { (piece) }
        }
    }
}

fn columns(locale: Locale) -> Markup {
    html! {
        h3 { (locale.either("Các cột trong CSV của một chỉ số", "The columns of an indicator’s CSV")) }
        ul.plain.columns {
            @for (names, meaning) in text::columns(locale) {
                li {
                    @for (n, name) in names.iter().enumerate() { @if n > 0 { ", " } code { (name) } }
                    ": " (marked(meaning)) "."
                }
            }
        }
    }
}

fn rules(site: &Site, version: &str) -> Markup {
    let locale = site.locale();
    let file = |path: &str| site.base.file(&format!("data/{path}"));
    html! {
        h3 { (locale.either("Địa chỉ nào giữ nguyên", "What stays where")) }
        ul {
            li {
                code { "latest/" }
                (locale.either(" luôn là bản mới nhất và thay đổi theo bản ấy; ", " is always the newest version and changes with it; "))
                code { "v/" (version) "/" }
                (locale.either(" giữ nguyên từng byte, hợp với bài báo và nghiên cứu.", " stays the same to the byte, for articles and research."))
            }
            li {
                a href=(file("versions.json")) { code { "versions.json" } }
                (marked(locale.either(
                    " cho chương trình biết bản mới nhất (khóa `latest`) và mọi bản đã phát hành, kèm ngày.",
                    " tells a program the newest version (the key `latest`) and every published one with its date.",
                )))
            }
            li {
                (locale.either("Mỗi tệp JSON ghi lược đồ và bản của nó ở hai khóa đầu; lược đồ (JSON Schema 2020-12) nằm ở ", "Each JSON file says its schema and version in its first two keys; the schemas (JSON Schema 2020-12) are at "))
                a href=(file("schema/indicator.schema.json")) { code { "schema/" (locale.either("<loại>", "<kind>")) ".schema.json" } }
                (locale.either(". Khóa mới có thể được thêm: hãy bỏ qua khóa lạ.", ". Keys may be added: leave aside those you do not know."))
            }
            li {
                (marked(locale.either(
                    "Mã chạy trên trang của người khác chỉ đọc được các tệp này nếu máy chủ gửi `Access-Control-Allow-Origin: *` (CORS). Ví dụ ở trên, bảng tính và máy chủ của bạn không cần điều đó.",
                    "A script on somebody else’s page can read these files only where the host sends `Access-Control-Allow-Origin: *` (CORS). The examples above, spreadsheets and your own server do not need it.",
                )))
            }
            li {
                (marked(locale.either(
                    "Đừng xếp hạng những dòng có `comparable` khác `yes`, và luôn nêu nguồn cùng với con số.",
                    "Do not rank rows whose `comparable` is not `yes`, and always pass on the source with the figure.",
                )))
            }
        }
    }
}

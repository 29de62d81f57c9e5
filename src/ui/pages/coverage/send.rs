//! The form for a figure somebody wants to send. Its script (`src/browser/site/send.js`) checks the fields and makes the rows
//! for the tables; nothing is sent from the page.

use crate::{
    domain::{Qualifier, Status},
    text::{self, Locale},
    ui::site::Site,
};
use maud::{Markup, html};

/// The form that makes a ready row. Without a script it says what to send instead.
pub(super) fn form(site: &Site, repository: &str) -> Markup {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let index = site.base.file(&format!("data/v/{}/index.json", data.record.version));
    let field = |name: &str, words: &str, hint: &str, list: bool| {
        html! {
            label {
                (words)
                input type="text" name=(name) list=[list.then(|| format!("send-{name}"))] autocomplete="off" aria-describedby=(format!("send-hint-{name}"));
                span.fine id=(format!("send-hint-{name}")) { (hint) }
            }
        }
    };
    html! {
        section id="send" {
            h2 { (m.send_title) }
            p { (m.send_lead) }
            noscript {
                p {
                    (m.send_without_script)
                    @if !repository.is_empty() { " " a href=(repository) rel="external noopener" { (m.send_issue) } }
                }
            }
            form.send hidden data-index=(index) data-repository=(repository) {
                (field("place", m.col_place, m.send_place, true))
                (field("indicator", m.send_indicator, m.send_indicator_hint, true))
                (field("period", m.col_period, m.send_period, false))
                label {
                    (m.send_status)
                    select name="status" {
                        option value="actual" { (text::status(locale, Status::Actual)) }
                        option value="target" { (text::status(locale, Status::Target)) }
                    }
                }
                (field("value", m.col_figure, m.send_value, false))
                label {
                    (m.col_stated)
                    select name="qualifier" {
                        @for (it, code) in Qualifier::CODES {
                            @if !matches!(it, Qualifier::Computed | Qualifier::Mean | Qualifier::ReadOff | Qualifier::Disputed) {
                                option value=(code) { (text::qualifier(locale, *it)) }
                            }
                        }
                    }
                }
                (field("title", m.send_source, m.send_source_hint, false))
                (field("publisher", m.publisher, m.send_publisher, false))
                (field("published", m.published, m.send_published, false))
                (field("url", m.address, m.send_url, false))
                ul.faults aria-live="polite" data-words=(send_words(locale)) {}
                label.result hidden { (m.send_result) textarea readonly rows="6" spellcheck="false" {} }
                p.result hidden {
                    button type="button" data-copy-result data-done=(m.copied_it) { (m.copy) }
                    @if !repository.is_empty() { " " a.issue href=(repository) rel="external noopener" { (m.send_issue) } }
                }
                datalist id="send-place" {}
                datalist id="send-indicator" {}
            }
        }
    }
}

/// What the form's script says of a field, one line each, in the order of `src/browser/site/send.js`.
fn send_words(locale: Locale) -> String {
    let words = [
        ("Chọn một tỉnh, thành trong danh sách.", "Choose a place from the list."),
        (
            "Chọn một chỉ số trong danh sách; nếu không có chỉ số nào khớp, hãy ghi “mới:” rồi tên của nó.",
            "Choose an indicator from the list; if none matches, write “new:” and its name.",
        ),
        (
            "Kỳ viết như 2025, quý III/2025, 11/2025 hay 15/11/2025; một khoảng là 2025-01-01/2025-10-10.",
            "Write the period as 2025, Q3 2025, 2025-11 or 2025-11-15; a span is 2025-01-01/2025-10-10.",
        ),
        (
            "Thời gian trước 1/7/2025 thuộc về tỉnh cũ: chọn tên có chữ “(cũ)” hoặc tên tỉnh khi ấy.",
            "The time before 1 July 2025 belongs to the former province: choose the name of that time.",
        ),
        (
            "Tỉnh này đã nhập vào tỉnh khác từ 1/7/2025: chọn tên tỉnh hiện nay.",
            "This province became part of another on 1 July 2025: choose today’s name.",
        ),
        (
            "Con số viết bằng chữ số; phần thập phân sau dấu phẩy.",
            "Write the figure in digits, with at most one decimal point.",
        ),
        ("Cần tên tài liệu.", "The title of the document is needed."),
        (
            "Ngày đăng viết như 2025, 11/2025 hay 15/11/2025, hoặc để trống.",
            "Write the date of publication as 2025, 2025-11 or 2025-11-15, or leave it empty.",
        ),
        (
            "Địa chỉ bắt đầu bằng https:// hoặc http://, hoặc để trống.",
            "The address begins with https:// or http://, or is left empty.",
        ),
        (
            "Không tải được danh sách tỉnh và chỉ số; hãy thử lại khi có mạng.",
            "The lists of places and indicators could not be loaded; try again when you are connected.",
        ),
    ];
    words.map(|(vi, en)| locale.either(vi, en)).join("\n")
}

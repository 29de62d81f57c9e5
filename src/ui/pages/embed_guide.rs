//! The guide to embeds: the builder, what an address may say, heights, oEmbed, and what a host must allow.

use crate::{
    address::{HOST_SCRIPT, Page, oembed_file},
    figure,
    text::Locale,
    ui::{builder::EmbedBuilder, site::Site},
};
use leptos::prelude::*;
use maud::{Markup, html};

/// What an address of an embed may say: key and values, in Vietnamese and in English.
const KEYS: [(&str, &str, &str); 9] = [
    ("places=ha-noi~da-nang", "làm nổi tối đa sáu nơi", "highlights up to six places"),
    ("time=2022 · 2020..2022", "một kỳ, hoặc từ kỳ này đến kỳ kia", "one period, or from one to another"),
    ("view=bar · line · multiples · slope · map · table · target", "cách vẽ", "how it is drawn"),
    (
        "basis=63 · 34",
        "danh sách tỉnh trước hay sau ngày 1/7/2025",
        "the list of provinces before or since 1 July 2025",
    ),
    (
        "lang=vi · en",
        "ngôn ngữ; chắc chắn hơn là dùng địa chỉ của ngôn ngữ ấy",
        "the language; its own address is surer",
    ),
    (
        "theme=light · dark · auto",
        "nền sáng, nền tối, hoặc theo máy người đọc",
        "light, dark, or as the reader’s device",
    ),
    ("bg=transparent", "nền trong suốt", "no background of its own"),
    ("title=0", "bỏ tên chỉ số khi bài đã có tít", "leaves out the indicator’s name where your story has a title"),
    ("id=…", "tên riêng gửi kèm chiều cao", "a name of yours that is sent along with the height"),
];

/// The page.
#[component]
pub fn EmbedGuide() -> impl IntoView {
    let site = Site::get();
    let m = site.messages();
    let lead = html! { h1 { (m.embed_guide) } p.lead { (m.embed_lead) } };
    let rest = rest(&site).into_string();
    view! {
        <div class="guide">
            <div inner_html=lead.into_string()></div>
            <EmbedBuilder/>
            <div inner_html=rest></div>
        </div>
    }
}

fn rest(site: &Site) -> Markup {
    let locale = site.locale();
    let first = figure::first_embed(&site.data().record).unwrap_or_else(|| "dti".into());
    let version = site.data().record.version.clone();
    let guide = Page::EmbedGuide.to_path(locale);
    let script = site.base.whole(HOST_SCRIPT);
    let oembed = site.base.whole(&oembed_file(locale, &first));
    html! {
        h2 { (locale.either("Địa chỉ", "The address")) }
        p {
            code.long { (site.base.whole(&format!("{guide}{first}/"))) } " "
            (locale.either("luôn theo số liệu mới nhất;", "follows the newest figures;")) " "
            code.long { (site.base.whole(&format!("{guide}v/{version}/{first}/"))) } " "
            (locale.either(
                "giữ nguyên số liệu của bản ấy, và có một dòng nhỏ báo khi đã có số liệu mới hơn.",
                "keeps the figures of that version, and says in a small line when newer ones exist.",
            ))
        }
        table {
            tbody {
                @for (key, vi, en) in KEYS {
                    tr { th scope="row" { code { (key) } } td { (locale.either(vi, en)) } }
                }
            }
        }
        h2 { (locale.either("Chiều cao", "Height")) }
        p {
            (locale.either(
                "Mã nhúng ghi sẵn chiều cao đủ cho điện thoại. Muốn khung tự vừa, thêm script nhỏ của chúng tôi:",
                "The snippet states a height that suits a phone. For a frame that fits itself, add our small script:",
            )) " "
            code.long { "<script async src=\"" (script) "\"></script>" }
        }
        p {
            (locale.either(
                "Khung nhúng cũng gửi chiều cao theo bốn lối quen dùng khác: AMP, chuỗi JSON iframe.resize, Pym (khi địa chỉ có childId), WordPress. Mẩu tin của riêng chúng tôi:",
                "The frame also tells its height in four other common ways: AMP, the JSON string iframe.resize, Pym (where the address has a childId), WordPress. Our own message:",
            )) " "
            code.long { "{type: \"tinhso:height\", v: 1, id, height}" }
        }
        h2 { "oEmbed" }
        p {
            (locale.either(
                "Trang của mỗi chỉ số chỉ tới câu trả lời oEmbed của nó, nên chỉ cần dán địa chỉ trang vào WordPress. Tệp này là tệp tĩnh:",
                "The page of each indicator leads to its oEmbed answer, so pasting the page’s address into WordPress is enough. The answer is a static file:",
            )) " "
            a.long href=(oembed) rel="external" { (oembed) }
        }
        h2 { (locale.either("Trang của bạn cần cho phép gì", "What your page must allow")) }
        ul {
            @for (vi, en) in ALLOW { li { (locale.either(*vi, *en)) } }
        }
        (promises(locale))
    }
}

const ALLOW: &[(&str, &str)] = &[
    (
        "Chính sách nội dung (CSP): frame-src phải có địa chỉ của trang này; script nhỏ cần script-src, nếu bạn dùng.",
        "Content security policy: frame-src must name this site; the small script needs script-src, if you use it.",
    ),
    (
        "Thuộc tính sandbox: hình vẽ và bảng không cần gì cả; muốn chạm vào xem từng số thì cần allow-scripts, muốn mở đường dẫn thì cần allow-popups.",
        "The sandbox attribute: chart and table need nothing; touching the chart needs allow-scripts, opening links needs allow-popups.",
    ),
    ("Bề ngang từ 280 điểm ảnh trở lên.", "A width of 280 pixels or more."),
];

fn promises(locale: Locale) -> Markup {
    html! {
        h2 { (locale.either("Khung nhúng không làm gì", "What the frame does not do")) }
        p {
            (locale.either(
                "Không lưu gì trên máy người đọc, không gửi gì cho bên thứ ba, không giữ phím hay con lăn chuột của trang bạn.",
                "It stores nothing on the reader’s device, sends nothing to anybody else, and takes neither keys nor the wheel from your page.",
            ))
        }
    }
}

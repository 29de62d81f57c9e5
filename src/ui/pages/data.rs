//! Data: what can be downloaded, in which forms, under which terms, and the versions.

use crate::{
    address::Page,
    text::{self, Locale},
    ui::{
        parts::{PublishedFiles, Releases},
        site::Site,
    },
};
use leptos::prelude::*;
use maud::{Markup, html};

/// The files of a version that are offered one by one: name, what it is in Vietnamese and in English.
const FILES: [(&str, &str, &str); 11] = [
    (
        "tinh-so.xlsx",
        "Bảng tính: mọi bảng, mã trạng thái và cách dùng, cho Excel và LibreOffice",
        "Workbook: all tables, flags and how to use them, for Excel and LibreOffice",
    ),
    (
        "observations.csv",
        "Mỗi dòng một số liệu: nơi, chỉ số, kỳ, giá trị, cách nêu, nguồn",
        "One figure per row: place, indicator, period, value, how it was stated, source",
    ),
    ("indicators.csv", "Định nghĩa chính xác của từng chỉ số", "The exact definition of each indicator"),
    (
        "sources.csv",
        "Từng tài liệu: ai đăng, khi nào, ở đâu, giấy phép",
        "Each document: publisher, date, address, licence",
    ),
    ("series.csv", "Từng cuộc đo chung: tên gọi và bên đo", "Each common measurement: its name and who measured"),
    (
        "places.csv",
        "Tỉnh, thành, vùng, cả nước, trước và sau ngày 1/7/2025",
        "Provinces, cities, regions and the country, before and after 1 July 2025",
    ),
    ("breaks.csv", "Những lần đổi cách tính hoặc địa giới", "Changes of method or of boundary"),
    (
        "set_aside.csv",
        "Con số in trong tài liệu nhưng không lên biểu đồ, kèm lý do",
        "Figures that documents print and no chart shows, with the reason",
    ),
    (
        "datapackage.json",
        "Mô tả mọi bảng và cột (Data Package v2, Table Schema)",
        "Describes every table and column (Data Package v2, Table Schema)",
    ),
    (
        "catalog.json",
        "Chủ đề, chỉ số, nơi, tài liệu trong một tệp JSON",
        "Themes, indicators, places and documents in one JSON file",
    ),
    ("SHA256SUMS", "Mã kiểm tra (SHA-256) của mọi tệp", "Checksums of all files"),
];

/// The page of downloads.
#[component]
pub fn DataPage() -> impl IntoView {
    let site = Site::get();
    let m = site.messages();
    let version = site.data().record.version.clone();
    view! {
        <div class="data">
            <h1>{m.data_title}</h1>
            <p class="lead">{m.data_lead}</p>
            <div inner_html=downloads(&site, &version).into_string()></div>
            <div inner_html=addresses(&site, &version).into_string()></div>
            <div inner_html=super::api::api(&site, &version).into_string()></div>
            <div inner_html=terms(&site, &version).into_string()></div>
            <div inner_html=versions(&site).into_string()></div>
        </div>
    }
}

/// The files of the newest version with their sizes.
fn downloads(site: &Site, version: &str) -> Markup {
    let locale = site.locale();
    let sizes = use_context::<PublishedFiles>().unwrap_or_default().0;
    let label = locale.either("Tệp của bản mới nhất", "Files of the newest version");
    html! {
        h2 { (label) " (" (version) ")" }
        div.table-frame tabindex="0" role="region" aria-label=(label) {
            table.files {
                thead { tr {
                    th scope="col" { (locale.either("Tệp", "File")) }
                    th scope="col" { (locale.either("Gồm những gì", "What it holds")) }
                    th.value scope="col" { (locale.either("Dung lượng", "Size")) }
                } }
                tbody {
                    @for (name, vi, en) in FILES {
                        @if let Some(bytes) = sizes.get(name) {
                            tr {
                                th scope="row" {
                                    a href=(site.base.file(&format!("data/latest/{name}"))) download[name != "SHA256SUMS"] { (name) }
                                }
                                td { (locale.either(vi, en)) }
                                td.number.value { (size(locale, *bytes)) }
                            }
                        }
                    }
                }
            }
        }
        p.fine {
            (locale.either(
                "CSV ở đây dùng dấu phẩy giữa các cột và dấu chấm thập phân, mã UTF-8. Mở bằng Excel hay LibreOffice thì bảng tính ở dòng đầu tiện hơn: mã, kỳ và số giữ nguyên như trong tài liệu.",
                "These CSV files have commas between columns and a decimal point, in UTF-8. For Excel or LibreOffice the workbook above is easier: ids, periods and numbers stay as stated.",
            ))
        }
    }
}

/// The addresses of the files that exist for each indicator, place and document.
fn addresses(site: &Site, version: &str) -> Markup {
    let locale = site.locale();
    let file = |path: &str| site.base.file(&format!("data/{path}"));
    let rows = [
        (
            "latest/indicators/papi-internet.json",
            "latest/indicators/<id>.json",
            "Một chỉ số: mọi số liệu, nguồn, lần đổi cách tính, kỳ nào so sánh được",
            "One indicator: all figures, sources, breaks, which periods may be compared",
        ),
        (
            "latest/indicators/papi-internet.csv",
            "latest/indicators/<id>.csv",
            "Cũng như trên, dạng bảng, kèm mã trạng thái và kết luận so sánh ở từng dòng",
            "The same as a table, with flag and verdict in each row",
        ),
        (
            "latest/places/dong-nai-cu.json",
            "latest/places/<id>.json",
            "Một tỉnh, thành: mọi số liệu và thứ hạng trong các cuộc đo chung",
            "One place: all figures, and its standing in the common measurements",
        ),
        (
            "latest/sources/baodongnai-2022-11-07.json",
            "latest/sources/<id>.json",
            "Một tài liệu: mọi con số lấy từ đó",
            "One document: every figure read in it",
        ),
        (
            "latest/changes.json",
            "latest/changes.json",
            "Bản này đổi gì so với bản trước",
            "What changed since the version before",
        ),
        ("versions.json", "versions.json", "Các bản đã phát hành", "The versions that were published"),
        ("catalog.jsonld", "catalog.jsonld", "Danh mục DCAT cho các cổng dữ liệu", "DCAT catalogue for data portals"),
        (
            "schema/indicator.schema.json",
            "schema/<name>.schema.json",
            "Lược đồ JSON của từng loại tệp",
            "JSON Schema of each kind of file",
        ),
    ];
    html! {
        h2 { (locale.either("Địa chỉ cố định", "Fixed addresses")) }
        p {
            (locale.either("Mọi tệp nằm dưới ", "Every file lies below ")) code { "/data/" }
            (locale.either("; mã của chỉ số, nơi và tài liệu là phần cuối địa chỉ trang của chúng. Muốn con số không đổi dưới bài viết của bạn, hãy thay ", "; the id of an indicator, place or document is the last part of its page’s address. For figures that must not change under your story, replace "))
            code { "latest" } (locale.either(" bằng ", " by ")) code { "v/" (version) } "."
        }
        ul.plain {
            @for (path, pattern, vi, en) in rows {
                li { a href=(file(path)) { code { (pattern) } } ": " (locale.either(vi, en)) "." }
            }
        }
    }
}

/// Licence and how to cite.
fn terms(site: &Site, version: &str) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    html! {
        h2 { (m.licence) }
        p {
            (locale.either(
                "Con số thuộc về tài liệu nêu ra nó; giấy phép của từng tài liệu, nếu có ghi, ở cột licence của sources.csv và trên trang của tài liệu ấy. Phần của chúng tôi (chọn lọc, sắp xếp, định nghĩa, ghi chú, bản đồ ô vuông) theo giấy phép CC BY 4.0.",
                "A figure belongs to the document that states it; the licence of each document, where one is stated, is in the licence column of sources.csv and on the document’s page. Our part (selection, arrangement, definitions, notes, tile maps) is under CC BY 4.0.",
            ))
            " " a href=(site.base.file("data/latest/LICENCE.md")) { "LICENCE.md" }
        }
        p {
            (locale.either("Ghi nguồn: ", "To cite: "))
            span.cite { "Tỉnh Số, " (m.version) " " (version) ", " (locale.either("kèm tên tài liệu nêu con số.", "with the document that states the figure.")) }
        }
        p { a href=(site.link(Page::Method)) { (m.method_title) } " · " a href=(site.link(Page::Sources)) { (m.sources_title) } }
    }
}

/// Every published version with its folder.
fn versions(site: &Site) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let releases = use_context::<Releases>().map(|it| it.0).unwrap_or_default();
    html! {
        h2 { (locale.either("Các bản đã phát hành", "Published versions")) }
        ul.plain {
            @for release in releases.iter().filter(|it| !it.is_draft()) {
                li {
                    a href=(site.base.file(&format!("data/v/{}/catalog.json", release.version))) { span.number { (release.version) } }
                    " · " (text::period(locale, &release.date))
                    @let counts = text::change_counts(locale, release);
                    @if !counts.is_empty() { span.fine { " · " (counts) } }
                }
            }
        }
        p { a href=(site.link(Page::Changes)) { (m.changes_title) } }
    }
}

/// "1,2 MB", "34 kB".
fn size(locale: Locale, bytes: u64) -> String {
    match bytes {
        1_000_000.. => {
            let tenths = format!("{}.{}", bytes / 1_000_000, bytes % 1_000_000 / 100_000);
            format!("{}\u{a0}MB", if locale == Locale::Vi { tenths.replace('.', ",") } else { tenths })
        }
        1_000.. => format!("{}\u{a0}kB", bytes / 1_000),
        _ => format!("{bytes}\u{a0}B"),
    }
}

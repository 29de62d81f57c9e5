//! What needs a browser's own interfaces: run in headless Chromium by `cargo xtask test`.
#![cfg(target_arch = "wasm32")]

use leptos::prelude::*;
use tinh_so::{
    browser::{load, page},
    domain::{Record, search_places},
    text::Locale,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn html() -> web_sys::Element {
    document().document_element().expect("a document")
}

#[wasm_bindgen_test]
fn the_document_says_where_the_site_lives() {
    html().set_attribute("data-base", "/mot/thu-muc/").expect("set");
    assert_eq!(page::base().as_str(), "/mot/thu-muc/");
    let (address, notices) = page::parse("/mot/thu-muc/en/compare/", "topic=smartphones&time=x");
    assert_eq!(address.locale, Locale::En);
    assert_eq!(address.to_path(), "en/compare/?topic=smartphones");
    assert_eq!(notices.len(), 1);
    html().remove_attribute("data-base").expect("removed");
}

#[wasm_bindgen_test]
fn a_page_that_opens_elsewhere_ends_the_waiting_for_its_view() {
    html().set_attribute("data-pending", "").expect("set");
    page::set_head("Nguồn · Tỉnh Số", Locale::Vi);
    assert_eq!(document().title(), "Nguồn · Tỉnh Số");
    assert_eq!(html().get_attribute("lang").as_deref(), Some("vi"));
    assert!(!html().has_attribute("data-pending"));
}

#[wasm_bindgen_test]
fn a_notice_says_what_happened_and_tries_again_once() {
    let notice = document().create_element("aside").expect("an element");
    notice.set_id("notice");
    notice.set_inner_html("<p data-sentence></p><p data-detail></p><button></button>");
    notice.set_attribute("hidden", "").expect("hidden");
    document().body().expect("a body").append_child(&notice).expect("appended");
    let tries = RwSignal::new(0);
    page::show_notice("Không tải được <b>số liệu</b>.", "dti.json: 500", move || tries.update(|n| *n += 1));
    let text = notice.text_content().unwrap_or_default();
    assert!(text.contains("<b>số liệu</b>"), "the sentence is text, never markup: {text}");
    assert!(text.contains("dti.json: 500"));
    assert!(!notice.has_attribute("hidden"));
    let button = notice.query_selector("button").expect("a query").expect("a button");
    wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(button).click();
    assert_eq!(tries.get_untracked(), 1);
    assert!(notice.has_attribute("hidden"));
    notice.remove();
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_there_is_an_error_with_its_address() {
    html().set_attribute("data-version", "2026.11.0").expect("set");
    let (address, _) = page::parse("/so-sanh/", "");
    let error = load::shown(address, Vec::new()).await.expect_err("nothing is served here");
    assert!(error.contains("data/v/2026.11.0/index.json"), "{error}");
}

#[wasm_bindgen_test]
fn search_answers_nothing_in_an_empty_record() {
    assert!(search_places(&Record::of_version("2026.11.0"), "đồng nai", 8).is_empty());
}

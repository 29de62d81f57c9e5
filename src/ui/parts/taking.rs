//! What happens when a reader takes something away: copying, saving, sharing, and the choices of an embed.

use super::take::{embed_of, preview_address, snippets, whereabouts};
use crate::{
    address::{Embed, Scheme, Snippets, frame},
    browser::{page, take},
    figure::{self, About, Size, View},
    text::Locale,
    ui::site::Site,
};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

fn target(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// A click on one of the buttons.
pub fn clicked(site: &Site, view: &Arc<View>, event: &Event) {
    let Some(button) = target(event, "[data-take]") else { return };
    let (m, locale, data) = (site.messages(), site.locale(), site.data());
    let record = &data.record;
    let at = || whereabouts(site, view, locale);
    let about = || About::of(record, view, &at(), locale);
    let name = |ending: &str| {
        let what = view.panels.first().map_or("view", |panel| &panel.indicator.id);
        format!("tinh-so-{what}-{}.{ending}", record.version)
    };
    let say = Say(button.clone());
    let copied = move |worked: bool| say.say(if worked { m.copied_it } else { m.copy_failed });
    let say = Say(button.clone());
    let saved = move |worked: bool| say.say(if worked { m.saved } else { m.save_failed });
    match button.get_attribute("data-take").as_deref() {
        Some("address") => {
            let say = Say(button);
            page::copy(&page::href(), move |worked| say.say(if worked { m.copied } else { m.copy_failed }));
        }
        Some("share") => page::share(&figure::title(view, locale), &page::href()),
        Some("copy") => {
            let from = button.get_attribute("data-from").and_then(|id| page::element(&id));
            let Some(text) = from.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
            text.select();
            page::copy(&text.value(), copied);
        }
        Some("table") => {
            let pasted = figure::pasted(&view.panels, locale);
            take::copy_table(pasted.html, pasted.text, copied);
        }
        Some("csv") => {
            page::save(&name("csv"), "text/csv;charset=utf-8", &figure::view_rows(record, view).csv());
            saved(true);
        }
        Some("json") => {
            let text = figure::rows_json(&figure::view_rows(record, view), &about());
            page::save(&name("json"), "application/json", &text);
            saved(true);
        }
        Some(kind @ ("xlsx" | "whole-xlsx")) => {
            let rows = match (kind, view.panels.first()) {
                ("whole-xlsx", Some(panel)) => figure::indicator_rows(record, &panel.indicator.id),
                _ => figure::view_rows(record, view),
            };
            Say(button).say(m.making);
            take::workbook(figure::rows_sheets(&rows, &about(), locale), name("xlsx"), saved);
        }
        Some(kind @ ("png" | "svg")) => {
            let picture = figure::picture(record, view, &at(), Size::SCREEN, locale);
            Say(button).say(m.making);
            match serde_json::to_string(&picture) {
                Ok(text) => take::picture(text, name(kind), saved),
                Err(_) => saved(false),
            }
        }
        Some("preview") => {
            let Some(embed) = chosen(site, view, &button) else { return };
            preview(site, view, &button, &embed);
        }
        _ => {}
    }
}

/// Another choice of an embed: its snippets and its preview follow.
pub fn changed(site: &Site, view: &Arc<View>, event: &Event) {
    if let Some(form) = target(event, "[data-choices]") {
        follow(site, view, &form);
    }
}

/// Writes the snippets around an element anew, and opens its preview anew if one was open.
pub fn follow(site: &Site, view: &Arc<View>, near: &Element) {
    let Some(embed) = chosen(site, view, near) else { return };
    write_snippets(&snippets(site, view, &embed));
    let open = within(near, "[data-preview]").is_some_and(|it| it.child_element_count() > 0);
    if open {
        preview(site, view, near, &embed);
    }
}

/// Writes them into the fields that stand for them.
fn write_snippets(snippets: &Snippets) {
    let Snippets { frame, script, picture, oembed } = snippets;
    for (id, text) in
        [("snippet-frame", frame), ("snippet-script", script), ("snippet-picture", picture), ("snippet-oembed", oembed)]
    {
        if let Some(field) = page::element(id).and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) {
            field.set_value(text);
        }
    }
}

/// The first such element of the sheet or builder that an element stands in.
fn within(near: &Element, selector: &str) -> Option<Element> {
    near.closest(".sheet, .builder").ok().flatten()?.query_selector(selector).ok().flatten()
}

/// The embed of the view with the choices of the form around or beside an element.
fn chosen(site: &Site, view: &View, near: &Element) -> Option<Embed> {
    Some(with_choices(embed_of(site, view)?, &within(near, "[data-choices]")?))
}

/// An embed with the choices of a form.
fn with_choices(embed: Embed, form: &Element) -> Embed {
    let input = |selector: &str| form.query_selector(selector).ok().flatten()?.dyn_into::<HtmlInputElement>().ok();
    let value = |name: &str| input(&format!("[name={name}]:checked")).map(|it| it.value());
    let on = |name: &str| input(&format!("[name={name}]")).is_none_or(|it| it.checked());
    let scheme = value("scheme").unwrap_or_default();
    Embed {
        version: embed.version.filter(|_| value("pinned").as_deref() != Some("0")),
        scheme: Scheme::CODES.iter().find(|(_, code)| *code == scheme).map_or(Scheme::Auto, |(it, _)| *it),
        transparent: on("transparent"),
        title: on("title"),
        locale: if value("lang").as_deref() == Some("en") { Locale::En } else { Locale::Vi },
        ..embed
    }
}

fn preview(site: &Site, view: &View, near: &Element, embed: &Embed) {
    let Some(room) = within(near, "[data-preview]") else { return };
    let height = figure::embed_height(&site.data().record, view, embed.locale);
    room.set_inner_html(&frame(&preview_address(&site.base, embed), height, site.messages().embed_preview, false));
}

/// Where the outcome of a button is told: in the sheet or section it stands in.
struct Say(Element);

impl Say {
    fn say(&self, words: &str) {
        let around = self.0.closest(".sheet, .take, .builder").ok().flatten();
        let place = around.and_then(|it| it.query_selector(".said:not(.sheet .said), .said").ok().flatten());
        if let Some(place) = place {
            place.set_text_content(Some(words));
        }
    }
}

//! What happens when a reader takes something away: copying, saving, sharing, and the choices of an embed.

use super::take::{embed_of, snippets, whereabouts};
use crate::{
    address::{Embed, Scheme, Snippets},
    browser::{
        later::{self, Unavailable},
        near::{Near, select_text, set_text},
        page, take,
    },
    figure::{self, About, Size, View},
    later,
    text::Locale,
    ui::site::Site,
};
use maud::html;

/// What a button is for cannot be done: the figures are not to be had.
pub fn failed(site: &Site, button: Near) {
    Say(button).say(site.messages().save_failed);
}

/// A click on one of the buttons.
pub fn click(site: Site, button: Near) {
    later::begin(async move {
        if clicked(site.clone(), button.clone()).await.is_err() {
            failed(&site, button);
        }
    });
}

/// Another choice of an embed: its snippets and its preview follow.
pub fn change(site: Site, form: Near) {
    later::begin(async move { _ = follow(site, form).await });
}

/// Fetches what all of this is made with: a reader is about to use it.
///
/// # Errors
/// It could not be had.
pub async fn fetch() -> Result<(), Unavailable> {
    ready().await
}

later! { take:
    fn ready() -> Result<(), Unavailable> {
        Ok(())
    }
}

later! { take:
    fn clicked(site: Site, button: Near) -> Result<(), Unavailable> {
        if let Some(view) = site.shown.view() {
            on_click(&site, view, button);
        }
        Ok(())
    }
}

later! { take:
    /// Writes the snippets around an element anew, and opens its preview anew if one was open.
    pub fn follow(site: Site, near: Near) -> Result<(), Unavailable> {
        let Some(view) = site.shown.view() else { return Ok(()) };
        let Some(embed) = chosen(&site, view, &near) else { return Ok(()) };
        write_snippets(&snippets(&site, view, &embed));
        let open = within(&near, "[data-preview]").is_some_and(|it| !it.is_empty());
        if open {
            preview(&site, view, &near, &embed);
        }
        Ok(())
    }
}

fn on_click(site: &Site, view: &View, button: Near) {
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
    match button.attribute("data-take").as_deref() {
        Some("address") => {
            let say = Say(button);
            page::copy(&page::href(), move |worked| say.say(if worked { m.copied } else { m.copy_failed }));
        }
        Some("share") => page::share(&figure::title(view, locale), &page::href()),
        Some("copy") => {
            let Some(text) = button.attribute("data-from").and_then(|id| select_text(&id)) else { return };
            page::copy(&text, copied);
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

/// Shows the button for sharing where the device has a sheet of its own for that.
pub fn offer_sharing() {
    if let (true, Some(button)) = (page::can_share(), Near::first("[data-take=share]")) {
        button.show();
    }
}

/// Writes them into the fields that stand for them.
fn write_snippets(snippets: &Snippets) {
    set_text("snippet-frame", &snippets.frame);
    set_text("snippet-script", &snippets.script);
    set_text("snippet-picture", &snippets.picture);
    set_text("snippet-oembed", &snippets.oembed);
}

/// The first such element of the sheet or builder that an element stands in.
fn within(near: &Near, selector: &str) -> Option<Near> {
    near.around(".sheet, .builder")?.within(selector)
}

/// The embed of the view with the choices of the form around or beside an element.
fn chosen(site: &Site, view: &View, near: &Near) -> Option<Embed> {
    Some(with_choices(embed_of(site, view)?, &within(near, "[data-choices]")?))
}

/// An embed with the choices of a form.
fn with_choices(embed: Embed, form: &Near) -> Embed {
    let scheme = form.chosen("scheme").unwrap_or_default();
    Embed {
        version: embed.version.filter(|_| form.chosen("pinned").as_deref() != Some("0")),
        scheme: Scheme::CODES.iter().find(|(_, code)| *code == scheme).map_or(Scheme::Auto, |(it, _)| *it),
        transparent: form.ticked("transparent") == Some(true),
        title: form.ticked("title") != Some(false),
        locale: if form.chosen("lang").as_deref() == Some("en") { Locale::En } else { Locale::Vi },
        ..embed
    }
}

fn preview(site: &Site, view: &View, near: &Near, embed: &Embed) {
    let Some(room) = within(near, "[data-preview]") else { return };
    let height = figure::embed_height(&site.data().record, view, embed.locale);
    let (address, title) = (site.base.file(&embed.to_path()), site.messages().embed_preview);
    // Its style is in our sheet: the policy of our own pages allows none in an attribute.
    let frame = html! { iframe.transparent[embed.transparent] src=(address) title=(title) height=(height) {} };
    room.write(&frame.into_string());
}

/// Where the outcome of a button is told: in the sheet or section it stands in.
struct Say(Near);

impl Say {
    fn say(&self, words: &str) {
        // In a sheet its own line, which is the only one there; in the section the first one, beside the buttons.
        let place = self.0.around(".sheet, .take, .builder").and_then(|it| it.within(".said"));
        if let Some(place) = place {
            place.say(words);
        }
    }
}

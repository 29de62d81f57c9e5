//! What a reader takes away from a view: an embed, a picture, its figures, a citation, its address.
//!
//! The sheets open without a script and hold what needs none: snippets, ready-made files, citations. What a script must
//! make is offered once the module runs. Everything is plain markup; clicks are told apart by `data-take`.

use crate::{
    address::{Address, Embed, Page, Scheme, Snippets, picture_file},
    domain::{Id, Selection, ViewKind},
    figure::{self, View, Whereabouts},
    text::{Locale, Messages},
    ui::site::Site,
};
use maud::{Markup, html};

/// What a reader can take away from a view: buttons, and the sheets they open.
pub fn take(site: &Site, view: &View) -> Markup {
    html! { @if !view.panels.is_empty() { section.take { (sheets(site, view)) } } }
}

/// The embed of a view: of its first definition where it has several.
pub(super) fn embed_of(site: &Site, view: &View) -> Option<Embed> {
    let panel = view.panels.first()?;
    let q = &view.question;
    let places = q.places.iter().map(|place| place.id.clone()).collect();
    // A comparison draws lines by itself where there are enough periods; an indicator's page, which embeds show, must be
    // asked to.
    let drawn = q.view.or((panel.kind == ViewKind::Line).then_some(ViewKind::Line));
    let selection = Selection { subject: None, places, time: q.time, view: drawn, basis: q.basis };
    let version = Some(Id::from(&*site.data().record.version)).filter(|it| !it.ends_with("-draft"));
    Some(Embed { version, selection, ..Embed::of(site.locale(), panel.indicator.id.clone()) })
}

/// Where the view on screen is found again.
pub(super) fn whereabouts(site: &Site, view: &View, locale: Locale) -> Whereabouts {
    let address = Address { locale, ..site.shown.address.clone() };
    let embed = embed_of(site, view).filter(|it| it.version.is_some() && view.panels.len() == 1);
    Whereabouts {
        address: site.base.whole(&address.to_path()),
        pinned: embed.map(|it| site.base.whole(&Embed { locale, ..it }.to_path())),
    }
}

/// The four snippets of an embed of this view.
pub(super) fn snippets(site: &Site, view: &View, embed: &Embed) -> Snippets {
    let (data, locale) = (site.data(), embed.locale);
    let height = figure::embed_height(&data.record, view, locale);
    let panel = view.panels.first();
    let title = panel.map(|it| locale.pick(&it.indicator.name).to_string()).unwrap_or_default();
    let page = Page::Indicator(embed.indicator.clone());
    let (question, _) = figure::resolve(&data.record, &page, &Selection::default());
    let standard = question.map(|it| figure::indicator_view(&data.record, it));
    let standard = standard.as_ref().and_then(|it| it.panels.first());
    let sentence = standard.map(|it| figure::headline(it, locale).to_string()).unwrap_or_default();
    Snippets::of(&site.base, embed, height, &title, &sentence)
}

fn sheets(site: &Site, view: &View) -> Markup {
    let m = site.messages();
    let indicator = matches!(site.shown.address.page, Page::Indicator(_));
    html! {
        h2 { (m.take_title) }
        p.buttons {
            button type="button" popovertarget="take-embed" { (m.take_embed) }
            button type="button" popovertarget="take-picture" { (m.take_picture) }
            button type="button" popovertarget="take-data" { (m.take_data) }
            button type="button" popovertarget="take-cite" { (m.take_cite) }
            button.live-only type="button" data-take="address" { (m.copy_link) }
            button.live-only type="button" data-take="share" hidden { (m.share) }
            " " span.said role="status" {}
        }
        (sheet("take-embed", m.take_embed, m, &embed_sheet(site, view, true)))
        (sheet("take-picture", m.take_picture, m, &picture_sheet(site, indicator)))
        (sheet("take-data", m.take_data, m, &data_sheet(site, view, indicator)))
        (sheet("take-cite", m.take_cite, m, &cite_sheet(site, view)))
    }
}

fn sheet(id: &str, title: &str, m: &Messages, content: &Markup) -> Markup {
    html! {
        div.card.sheet id=(id) popover role="dialog" aria-label=(title) {
            h3 { (title) }
            (content)
            p.buttons {
                button type="button" popovertarget=(id) popovertargetaction="hide" { (m.close) }
                " " span.said role="status" {}
            }
        }
    }
}

/// A text to copy, with its button; in a language of its own where it is said.
pub(super) fn text_to_copy(id: &str, label: &str, text: &str, of: Option<Locale>, m: &Messages) -> Markup {
    // About what fits beside each other on a phone; more where there are line breaks.
    let rows = text.lines().map(|line| line.chars().count().div_ceil(48)).sum::<usize>().clamp(2, 9);
    html! {
        div.to-copy {
            label for=(id) { (label) }
            textarea id=(id) rows=(rows) readonly spellcheck="false" translate="no" lang=[of.map(Locale::tag)] { (text) }
            button.live-only type="button" data-take="copy" data-from=(id) aria-label={ (m.copy) ": " (label) } { (m.copy) }
        }
    }
}

/// The snippets with the choices that make them; with a link to the `guide`, unless this is its page.
pub fn embed_sheet(site: &Site, view: &View, guide: bool) -> Markup {
    let m = site.messages();
    let Some(embed) = embed_of(site, view) else { return html! {} };
    html! {
        @if guide { p { (m.embed_lead) " " a href=(site.link(Page::EmbedGuide)) { (m.embed_guide) } } }
        @if let [first, .., _] = view.panels.as_slice() {
            p { (m.embed_one) " " strong { (site.locale().pick(&first.indicator.name)) } "." }
        }
        (choices(&embed, m))
        (snippet_texts(&snippets(site, view, &embed), m))
        // A sheet has a line of its own for what came of a copy.
        @if !guide { p.said role="status" {} }
        div.preview.live-only {
            button type="button" data-take="preview" { (m.embed_preview) }
            div data-preview {}
        }
    }
}

/// The choices of an embed that are none of the view's.
pub(super) fn choices(embed: &Embed, m: &Messages) -> Markup {
    let radio = |name: &str, value: &str, label: &str, on: bool| {
        html! { label { input type="radio" name=(name) value=(value) checked[on]; " " (label) } }
    };
    let schemes = [m.scheme_auto, m.scheme_light, m.scheme_dark];
    html! {
        form.choices.live-only data-choices {
            @if embed.version.is_some() {
                fieldset {
                    legend { (m.embed_figures) }
                    (radio("pinned", "1", m.embed_pinned, true))
                    (radio("pinned", "0", m.embed_latest, false))
                }
            }
            fieldset {
                legend { (m.embed_scheme) }
                @for ((scheme, code), label) in Scheme::CODES.iter().zip(schemes) {
                    (radio("scheme", code, label, *scheme == embed.scheme))
                }
                label { input type="checkbox" name="transparent" checked[embed.transparent]; " " (m.embed_transparent) }
            }
            fieldset {
                legend { (m.embed_language) }
                @for locale in Locale::ALL {
                    (radio("lang", locale.tag(), locale.either("Tiếng Việt", "English"), locale == embed.locale))
                }
                label { input type="checkbox" name="title" checked[embed.title]; " " (m.embed_title) }
            }
        }
    }
}

/// The four snippets, each to be copied.
pub(super) fn snippet_texts(snippets: &Snippets, m: &Messages) -> Markup {
    html! {
        (text_to_copy("snippet-frame", m.embed_frame, &snippets.frame, None, m))
        (text_to_copy("snippet-script", m.embed_script, &snippets.script, None, m))
        (text_to_copy("snippet-picture", m.embed_picture, &snippets.picture, None, m))
        (text_to_copy("snippet-oembed", m.embed_oembed, &snippets.oembed, None, m))
    }
}

/// The pictures made by the build, and those of the view.
fn picture_sheet(site: &Site, indicator: bool) -> Markup {
    let m = site.messages();
    let page = site.shown.address.page.clone();
    let file = |tall: bool, ending: &str| picture_file(site.locale(), &page, tall, ending);
    html! {
        div.live-only {
            h4 { (m.view_now) }
            p.buttons {
                button type="button" data-take="png" { "PNG" }
                button type="button" data-take="svg" { "SVG" }
            }
        }
        @if indicator {
            h4 { (m.ready_made) }
            ul {
                @for (tall, ending, name) in [(false, "png", m.picture_wide), (true, "png", m.picture_tall), (false, "svg", m.picture_svg)] {
                    li { a href=(site.base.file(&file(tall, ending))) rel="external" download="" { (name) } }
                }
            }
        }
    }
}

/// The files of the whole indicator, and those of the view.
fn data_sheet(site: &Site, view: &View, indicator: bool) -> Markup {
    let m = site.messages();
    let version = site.data().record.version.clone();
    let whole: Vec<_> = view.panels.iter().map(|panel| &panel.indicator).collect();
    html! {
        div.live-only {
            h4 { (m.view_now) }
            p.buttons {
                button type="button" data-take="csv" { "CSV" }
                button type="button" data-take="json" { "JSON" }
                button type="button" data-take="xlsx" { "XLSX" }
                button type="button" data-take="table" { (m.copy_table) }
            }
        }
        h4 { (m.whole_indicator) }
        @for one in whole {
            p {
                @if !indicator { (site.locale().pick(&one.name)) ": " }
                @for (n, ending) in ["csv", "json"].iter().enumerate() {
                    @if n > 0 { " · " }
                    a href=(site.base.file(&format!("data/v/{version}/indicators/{}.{ending}", one.id))) rel="external" download="" {
                        (if *ending == "csv" { "CSV" } else { "JSON" })
                    }
                }
                @if indicator { " " button.live-only type="button" data-take="whole-xlsx" { "XLSX" } }
            }
        }
    }
}

/// The view quoted in both languages and for reference managers.
fn cite_sheet(site: &Site, view: &View) -> Markup {
    let (m, locale, data) = (site.messages(), site.locale(), site.data());
    let record = &data.record;
    let in_language = |locale: Locale| figure::citation(record, view, &whereabouts(site, view, locale), locale);
    let at = whereabouts(site, view, locale);
    html! {
        (text_to_copy("cite-vi", m.cite_vi, &in_language(Locale::Vi), Some(Locale::Vi), m))
        (text_to_copy("cite-en", m.cite_en, &in_language(Locale::En), Some(Locale::En), m))
        (text_to_copy("cite-bibtex", "BibTeX", &figure::bibtex(record, view, &at, locale), None, m))
        (text_to_copy("cite-csl", "CSL-JSON", &figure::csl(record, view, &at, locale), None, m))
    }
}

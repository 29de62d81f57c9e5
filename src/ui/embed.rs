//! A chart on another page: a document of its own with title, verdict, chart, table and foot, and nothing else.
//!
//! It is complete without a script. The same markup is taken over in the browser once the chart is touched, or at once
//! where another view than the default one is asked for.

use super::{
    pages::notices,
    parts::{caveat, chart, drawn_of, figure_table, map, notes, said, sign_line, targets},
    site::Site,
};
use crate::{
    address::{Address, Embed, Page},
    domain::ViewKind,
    figure::{self, EMBED_BARS, Panel, View},
    text,
};
use maud::{Markup, html};

/// The widths its charts are drawn at: a column of text, and a phone's.
const WIDTHS: [(u32, &str); 2] = [(560, "drawn wide"), (300, "drawn narrow")];

/// The figure of an embed: the view of the indicator's page at the address of what is shown. The build writes it into
/// the element whose content follows the view.
#[cfg(feature = "ssr")]
pub fn embed_article(site: &Site, embed: &Embed) -> String {
    html! { main.view data-pane="view" { (embed_pane(site, embed)) } }.into_string()
}

/// What stands in that element.
pub fn embed_pane(site: &Site, embed: &Embed) -> Markup {
    let view = site.shown.view();
    html! { (notices(site)) @if let Some(view) = view { (body(site, view, embed)) } }
}

/// The panel an embed draws: the ends of a long ranking.
fn embed_panel(view: &View) -> Option<Panel> {
    Some(view.panels.first()?.shortened(EMBED_BARS))
}

fn body(site: &Site, view: &View, embed: &Embed) -> Markup {
    let (locale, data) = (site.locale(), site.data());
    let (Some(panel), Some(short)) = (view.panels.first(), embed_panel(view)) else {
        return html! { p.empty { (site.messages().not_found_title) } };
    };
    let name = locale.pick(&panel.indicator.name);
    html! {
        div { (above(site, panel, embed)) }
        @if panel.kind.is_drawn() {
            (chart(site, (&short, panel), None, name, &figure::description(&data.record, &short, locale), WIDTHS))
        }
        div { (below(site, panel, &short)) }
    }
}

/// The page of which this is the chart, in the same view.
fn home(site: &Site, panel: &Panel) -> Address {
    let locale = site.locale();
    let selection = site.shown.address.selection.clone();
    let page = Page::Indicator(panel.indicator.id.clone());
    Address { locale, page, selection }
}

fn above(site: &Site, panel: &Panel, embed: &Embed) -> Markup {
    let (locale, data) = (site.locale(), site.data());
    let href = site.base.whole(&home(site, panel).to_path());
    html! {
        header {
            @if embed.title {
                h1 { a href=(href) { (locale.pick(&panel.indicator.name)) } }
            }
            p.headline { (said(panel, None, &figure::headline(panel, locale))) }
            p.subtitle { (figure::unit_and_list(panel, locale)) }
            @if panel.has_verdict() && panel.kind != ViewKind::Target {
                (sign_line(&data.record, &panel.verdict, &figure::because(panel, locale), locale))
            }
            (caveat(panel, locale))
        }
        @if panel.kind == ViewKind::Map { (map(site, panel)) }
        @if panel.kind == ViewKind::Target { (targets(site, panel, None)) }
    }
}

fn below(site: &Site, panel: &Panel, short: &Panel) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let sources = figure::sources([short]);
    let address = site.base.whole(&home(site, panel).to_path());
    let shown = address.trim_start_matches("https://").trim_start_matches("http://").to_owned();
    let left_out = short.folded.len();
    html! {
        @if left_out > 0 {
            p.fine { (drawn_of(locale, short, panel)) }
        }
        (notes(site, panel))
        details.table open[panel.kind == ViewKind::Table] {
            summary { (m.table) }
            p.definition { strong { (m.definition) ": " } (locale.pick(&panel.indicator.definition)) }
            (figure_table(site, panel, None, locale.pick(&panel.indicator.name)))
        }
        noscript { p.fine { (m.embed_default) } }
        footer {
            p {
                (m.source) ": "
                @for (n, source) in sources.iter().take(3).enumerate() {
                    @if n > 0 { "; " }
                    a href=(site.link(Page::Source(source.id.clone()))) { (text::published(locale, source)) }
                }
                @if sources.len() > 3 {
                    (locale.either(format!("; và {} nguồn nữa", sources.len() - 3), format!("; and {} more", sources.len() - 3)))
                }
            }
            p {
                @if let Some(period) = panel.period { (m.period) " " (text::inferred(locale, text::period(locale, &period), panel.is_inferred())) " · " }
                (figure::licence_line(&site.data().record, locale))
            }
            p.home { (m.embed_home) ": " a href=(address) { (shown) } }
        }
    }
}

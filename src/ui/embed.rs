//! A chart on another page: a document of its own with title, verdict, chart, table and foot, and nothing else.
//!
//! It is complete without a script. The same markup is taken over in the browser once the chart is touched, or at once
//! where another view than the default one is asked for.

use super::{
    pages::notices,
    parts::{Chart, figure_table, map, notes, said, sign_line, targets},
    site::{Shown, Site},
};
use crate::{
    address::{Address, Base, Embed, Page},
    domain::ViewKind,
    figure::{self, EMBED_BARS, Panel, View},
    text,
};
use leptos::prelude::*;
use maud::{Markup, html};

/// The widths its charts are drawn at: a column of text, and a phone's.
const WIDTHS: [(u32, &str); 2] = [(560, "drawn wide"), (300, "drawn narrow")];

/// The embed. What it shows is the view of the indicator's page at the address of `shown`.
#[component]
pub fn EmbedView(
    /// The folder the site lives in.
    base: Base,
    /// What is shown.
    shown: RwSignal<Shown>,
    /// How.
    embed: Embed,
) -> impl IntoView {
    // Nothing in an embed goes anywhere but by links of its own.
    let go = Callback::new(|_: (Address, bool)| {});
    let site = Site { base, shown, go };
    provide_context(site.clone());
    let view = Memo::new(move |_| shown.with(Shown::indicator_view));
    let left_aside = notices();
    let body = move || view.get().map(|view| body(&site, &view, &embed));
    view! { <article class="view">{left_aside}{body}</article> }
}

fn body(site: &Site, view: &View, embed: &Embed) -> AnyView {
    let (locale, data) = (site.locale(), site.data());
    let Some(panel) = view.panels.first() else {
        return view! { <p class="empty">{site.messages().not_found_title}</p> }.into_any();
    };
    let short = panel.shortened(EMBED_BARS);
    let above = above(site, panel, embed).into_string();
    let below = below(site, panel, &short).into_string();
    let chart = matches!(panel.kind, ViewKind::Bar | ViewKind::Line).then(|| {
        let description = figure::description(&data.record, &short, locale);
        let title = locale.pick(&panel.indicator.name).to_string();
        view! { <Chart panel=short.clone() number=None title=title description=description widths=WIDTHS/> }
    });
    view! {
        <div inner_html=above></div>
        {chart}
        <div inner_html=below></div>
    }
    .into_any()
}

/// The page of which this is the chart, in the same view.
fn home(site: &Site, panel: &Panel) -> Address {
    let locale = site.locale();
    let selection = site.shown.with_untracked(|it| it.address.selection.clone());
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
            p.subtitle { (text::unit_line(locale, &panel.indicator)) }
            @if panel.rows.len() > 1 && panel.kind != ViewKind::Target {
                (sign_line(&data.record, &panel.verdict, &figure::because(panel, locale), locale))
            }
        }
        @if panel.kind == ViewKind::Map { (map(site, panel)) }
        @if panel.kind == ViewKind::Target { (targets(site, panel, None)) }
    }
}

fn below(site: &Site, panel: &Panel, short: &Panel) -> Markup {
    let (locale, m) = (site.locale(), site.messages());
    let sources = figure::sources([panel]);
    let address = site.base.whole(&home(site, panel).to_path());
    let shown = address.trim_start_matches("https://").trim_start_matches("http://").to_owned();
    let left_out = short.folded.len();
    html! {
        @if left_out > 0 {
            p.fine {
                (locale.either(
                    format!("Hình nêu {} trong {} số liệu; bảng bên dưới có đủ.", short.rows.len(), panel.rows.len()),
                    format!("{} of {} figures are drawn; the table below has all.", short.rows.len(), panel.rows.len()),
                ))
            }
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
                @if let Some(period) = panel.period { (m.period) " " (text::period(locale, &period)) " · " }
                (figure::licence_line(&site.data().record, locale))
            }
            p.home { (m.embed_home) ": " a href=(address) { (shown) } }
        }
    }
}

//! Embeds: a chart as a document of its own for other people's pages, its address, and the snippets that put it there.

use super::{
    Base, Notice, Page,
    page::{EMBED, is_id},
    query::{decode_query, encode_query, value_of},
};
use crate::{
    domain::{Id, Selection},
    text::Locale,
};

/// Light, dark, or as the reader's device has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scheme {
    /// As the reader's device has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// Each with its word in an address.
    pub const CODES: [(Scheme, &'static str); 3] =
        [(Scheme::Auto, "auto"), (Scheme::Light, "light"), (Scheme::Dark, "dark")];
}

/// A chart for other people's pages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Embed {
    /// The language; it is part of the path, so that it holds with scripts blocked too.
    pub locale: Locale,
    /// The data version it is pinned to; it follows the newest one without.
    pub version: Option<Id>,
    /// What is shown.
    pub indicator: Id,
    /// Places, time, kind of chart, list of provinces, as on the indicator's page.
    pub selection: Selection,
    /// Light or dark.
    pub scheme: Scheme,
    /// Without a background of its own.
    pub transparent: bool,
    /// With its title; a page that has one of its own may leave it out.
    pub title: bool,
}

impl Embed {
    /// An indicator in its default view.
    pub fn of(locale: Locale, indicator: Id) -> Self {
        Self {
            locale,
            version: None,
            indicator,
            selection: Selection::default(),
            scheme: Scheme::Auto,
            transparent: false,
            title: true,
        }
    }

    /// The style of its frame. A transparent one is told to be light, or a host in dark colours would give it an opaque
    /// ground.
    pub fn style(&self) -> &'static str {
        if self.transparent { "border:0;width:100%;color-scheme:light" } else { "border:0;width:100%" }
    }

    /// The path of its document below the base: `nhung/dti/`, `en/embed/v/2026.11.1/dti/`.
    pub fn document(&self) -> String {
        let guide = Page::EmbedGuide.to_path(self.locale);
        match &self.version {
            Some(version) => format!("{guide}v/{version}/{}/", self.indicator),
            None => format!("{guide}{}/", self.indicator),
        }
    }

    /// Path and query below the base.
    pub fn to_path(&self) -> String {
        let mut query = encode_query(&self.selection);
        let mut more = |said: bool, pair: String| {
            if said {
                query = if query.is_empty() { pair } else { format!("{query}&{pair}") };
            }
        };
        let scheme = Scheme::CODES.iter().find(|(it, _)| *it == self.scheme).map_or("auto", |(_, code)| code);
        more(self.scheme != Scheme::Auto, format!("theme={scheme}"));
        more(self.transparent, "bg=transparent".to_owned());
        more(!self.title, "title=0".to_owned());
        let path = self.document();
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// Reads path and query as [`super::Address::parse`] does. `None` where the path is none of an embed.
    pub fn parse(path: &str, query: &str) -> Option<(Self, Vec<Notice>)> {
        let path = path.trim_start_matches('/');
        let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
        let (locale, rest) = match path.strip_prefix("en/") {
            Some(rest) => (Locale::En, rest.strip_prefix(EMBED.1)?),
            None => (Locale::Vi, path.strip_prefix(EMBED.0)?),
        };
        let pieces: Vec<&str> = rest.strip_prefix('/')?.split('/').collect();
        let (version, indicator) = match pieces[..] {
            [id] => (None, id),
            ["v", version, id] => (Some(Id::from(version)), id),
            _ => return None,
        };
        if !is_id(indicator) {
            return None;
        }
        let (mut selection, notices) = decode_query(query);
        selection.subject = None;
        let theme = value_of(query, "theme");
        let scheme = Scheme::CODES.iter().find(|(_, code)| theme == Some(*code));
        let embed = Self {
            locale,
            version,
            indicator: indicator.into(),
            selection,
            scheme: scheme.map_or(Scheme::Auto, |(it, _)| *it),
            transparent: value_of(query, "bg") == Some("transparent"),
            title: value_of(query, "title") != Some("0"),
        };
        Some((embed, notices))
    }
}

/// The ways to put a chart on a page, as text to paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippets {
    /// A frame alone: works wherever a frame does.
    pub frame: String,
    /// The same with the script that fits the frame's height to its content.
    pub script: String,
    /// A picture that leads to the page, for pages that take no frame.
    pub picture: String,
    /// The address to give to a system that asks for oEmbed: that of the page itself.
    pub oembed: String,
}

/// A picture made by the build, named like its page in English: wide for the preview of a link, or tall. Indicators and places
/// have both, indicators the wide one as a drawing (`svg`) too; all documents share the picture of their list.
pub fn picture_file(locale: Locale, page: &Page, tall: bool, ending: &str) -> String {
    let page = if matches!(page, Page::Source(_)) { &Page::Sources } else { page };
    let path = page.to_path(Locale::En);
    let name = match path.trim_start_matches("en/").trim_end_matches('/') {
        "" => "home",
        name => name,
    };
    format!("pictures/{}/{name}{}.{ending}", locale.tag(), if tall { "-tall" } else { "" })
}

/// The oEmbed answer of an indicator's page.
pub fn oembed_file(locale: Locale, indicator: &str) -> String {
    format!("oembed/{}/{indicator}.json", locale.tag())
}

/// The optional script of the host page.
pub const HOST_SCRIPT: &str = "nhung/tinhso.js";

impl Snippets {
    /// For an embed of so many pixels in height; `title` names it, `sentence` says what the indicator's default view shows.
    /// Picture and oEmbed answer are made by the build and know that view alone, so they lead to it.
    pub fn of(base: &Base, embed: &Embed, height: u32, title: &str, sentence: &str) -> Self {
        let frame = frame(&base.whole(&embed.to_path()), height, title, embed.style());
        let script = format!("{frame}\n<script async src=\"{}\"></script>", base.whole(HOST_SCRIPT));
        let page = Page::Indicator(embed.indicator.clone());
        let address = super::Address { locale: embed.locale, page, selection: Selection::default() };
        let link = base.whole(&address.to_path());
        let image = picture_file(embed.locale, &address.page, false, "png");
        let picture = format!(
            "<a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"1200\" height=\"630\" style=\"max-width:100%;height:auto\"></a>",
            attribute(&link),
            base.whole(&image),
            attribute(&format!("{title}. {sentence}"))
        );
        Self { frame, script, picture, oembed: link }
    }
}

/// The frame of an embed, with the style of one that stands on a host's own page. Width and border as attributes too:
/// systems that strip styles keep them.
pub fn frame(address: &str, height: u32, title: &str, style: &str) -> String {
    let style = if style.is_empty() { String::new() } else { format!(" style=\"{style}\"") };
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\"{style}></iframe>",
        attribute(address),
        attribute(title)
    )
}

/// What an oEmbed answer says of an embed. WordPress, which knows the rules best, keeps of a frame its address, title,
/// width, height and border, wants it empty, and loads what makes it answer only if a quotation with a link stands before
/// it: that one is read until the frame has come, and everywhere where no frame is taken.
pub fn oembed_html(address: &str, height: u32, title: &str, home: &str, sentence: &str, source: &str) -> String {
    format!(
        "<blockquote><a href=\"{}\">{}</a> {}</blockquote><iframe src=\"{}\" title=\"{}\" width=\"600\" height=\"{height}\" frameborder=\"0\"></iframe>",
        attribute(home),
        attribute(sentence),
        attribute(source),
        attribute(address),
        attribute(title)
    )
}

/// A text as an attribute's value between double quotes.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

//! The picture of a page that has no chart of its own to show where its link is shared: what it is called, what it is about,
//! and, where it is about comparing, the three signs.

use super::site::Shown;
use crate::{
    address::{Base, Page},
    domain::Sign,
    figure::{Picture, PictureDrawing, PictureItem, PicturePanel, Size, licence_line},
};

/// The card of a page; `None` for the pages that have a picture of what they show.
pub fn card(base: &Base, shown: &Shown) -> Option<Picture> {
    let (record, address) = (&shown.data.record, &shown.address);
    let locale = address.locale;
    let m = locale.messages();
    let head = super::head(shown);
    let (title, headline, because) = match &address.page {
        Page::Indicator(_) | Page::Place(_) | Page::Source(_) | Page::NotFound => return None,
        Page::Home => (m.site.to_owned(), head.name, head.description),
        // Its description is a question.
        Page::Theme(_) => (head.name, head.description, String::new()),
        // The line at the foot says the same.
        _ if head.description == m.tagline => (m.home_title.to_owned(), head.name, String::new()),
        _ => (m.home_title.to_owned(), head.name, head.description),
    };
    let is_about_comparing = matches!(address.page, Page::Home | Page::Compare | Page::Method | Page::About);
    let signs = [(Sign::Comparable, m.sign_equal), (Sign::Caution, m.sign_caution), (Sign::NotComparable, m.sign_not)];
    let item = |(sign, meaning): (Sign, &str)| {
        let (name, note) = meaning.split_once(": ").unwrap_or((meaning, ""));
        PictureItem {
            name: name.to_owned(),
            figure: sign.symbol().to_owned(),
            when: String::new(),
            note: note.to_owned(),
        }
    };
    let items = || PictureDrawing::List { items: signs.map(item).to_vec() };
    let panel = || PicturePanel { title: None, headline: None, drawing: Some(items()) };
    Some(Picture {
        lang: locale.tag(),
        size: Size::WIDE,
        title,
        subtitle: String::new(),
        when: String::new(),
        headline,
        sign: None,
        because,
        panels: is_about_comparing.then(panel).into_iter().collect(),
        between: None,
        caveats: Vec::new(),
        source: m.tagline.to_owned(),
        licence: licence_line(record, locale),
        address: base.whole(&address.to_path()),
    })
}

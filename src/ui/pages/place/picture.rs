//! The picture of a place: its figure for each of the four themes, to be seen where its link is shared.

use super::answers::in_words;
use crate::{
    address::{Address, Base, Page},
    domain::{Answer, Id},
    figure::{Picture, PictureDrawing, PictureItem, PicturePanel, Size, licence_line, sources_line},
    text::Locale,
    ui::site::PageData,
};

/// The picture of a place; `None` where no theme has a figure.
pub fn place_picture(base: &Base, data: &PageData, id: &Id, size: Size, locale: Locale) -> Option<Picture> {
    let record = &data.record;
    let place = record.place(id)?;
    let m = locale.messages();
    let mut sources = Vec::new();
    let mut known = 0;
    let mut item = |answer: &Answer| {
        let theme = record.theme(&answer.theme).map(|it| locale.pick(&it.name).to_string()).unwrap_or_default();
        let Some([figure, when, note]) = in_words(data, answer, locale) else {
            return PictureItem {
                name: theme,
                figure: "–".to_owned(),
                when: m.place_no_theme.to_owned(),
                note: String::new(),
            };
        };
        known += 1;
        for o in answer.own.iter().chain(answer.lands.iter().filter(|_| answer.own.is_none())) {
            if let Some(source) = record.source(&o.source)
                && !sources.contains(source)
            {
                sources.push(source.clone());
            }
        }
        PictureItem { name: theme, figure, when, note }
    };
    let items: Vec<PictureItem> = data.beside.answers.iter().map(&mut item).collect();
    let address = Address::of(locale, Page::Place(id.clone()));
    (known > 0).then(|| Picture {
        lang: locale.tag(),
        size,
        title: m.home_title.to_owned(),
        subtitle: String::new(),
        when: String::new(),
        headline: locale.pick(&place.name).to_string(),
        sign: None,
        because: String::new(),
        panels: vec![PicturePanel { title: None, headline: None, drawing: Some(PictureDrawing::List { items }) }],
        between: None,
        caveats: Vec::new(),
        source: format!("{}: {}", m.source, sources_line(&sources, if size == Size::WIDE { 2 } else { 3 }, locale)),
        licence: licence_line(record, locale),
        address: base.whole(&address.to_path()),
    })
}

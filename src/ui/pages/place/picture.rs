//! The picture of a place: its figure for each of the four themes, to be seen where its link is shared.

use super::{answers::best, standing_of};
use crate::{
    address::{Address, Base, Page},
    domain::{Id, Theme},
    figure::{Picture, PictureDrawing, PictureItem, PicturePanel, Size, licence_line, sources_line},
    text::{self, Locale},
    ui::site::PageData,
};

/// The picture of a place; `None` where no theme has a figure.
pub fn place_picture(base: &Base, data: &PageData, id: &Id, size: Size, locale: Locale) -> Option<Picture> {
    let record = &data.record;
    let place = record.place(id)?;
    let m = locale.messages();
    let mut sources = Vec::new();
    let mut known = 0;
    let mut item = |theme: &Theme| {
        let name = locale.pick(&theme.name).to_string();
        let none = || PictureItem { name: name.clone(), figure: "–".to_owned(), note: m.place_no_theme.to_owned() };
        let Some(o) = best(data, theme) else { return none() };
        let (Some(indicator), Some(source)) = (record.indicators.get(&o.indicator), record.source(&o.source)) else {
            return none();
        };
        known += 1;
        if !sources.contains(source) {
            sources.push(source.clone());
        }
        let standing = standing_of(data, &o.indicator, &o.period).filter(|_| record.is_common(&o));
        let rank = standing.map_or_else(String::new, |it| {
            format!(" · {} {}", m.col_rank.to_lowercase(), text::rank_of_band(it.rank, it.of))
        });
        let stated = match text::qualifier_sign(o.qualifier) {
            "" => String::new(),
            _ => format!(" · {}", text::qualifier(locale, o.qualifier)),
        };
        PictureItem {
            name: name.clone(),
            figure: text::signed_figure(locale, &o, indicator),
            // What was counted may be cut short where there is no room; when, and what was ranked, not.
            note: format!("{}{rank} · {}{stated}", text::period(locale, &o.period), locale.pick(&indicator.name)),
        }
    };
    let items: Vec<PictureItem> = record.themes.iter().filter(|it| it.main).map(&mut item).collect();
    let address = Address::of(locale, Page::Place(id.clone()));
    (known > 0).then(|| Picture {
        lang: locale.tag(),
        size,
        title: m.home_title.to_owned(),
        subtitle: String::new(),
        headline: locale.pick(&place.name).to_string(),
        sign: None,
        because: String::new(),
        panels: vec![PicturePanel { title: None, headline: None, drawing: Some(PictureDrawing::List { items }) }],
        between: None,
        caveats: Vec::new(),
        source: format!("{}: {}", m.source, sources_line(&sources, 3, locale)),
        licence: licence_line(record, locale),
        address: base.whole(&address.to_path()),
    })
}

//! A view as a picture to take away: all that it says, with source, period, caveat, licence and address inside. This is
//! the description; `chart/picture.mjs` lays it out, in the build and in the browser alike.

use super::{
    LICENCE, Panel, View, Whereabouts, because, caveat, drawing, headline, islands, mapped, sources, sources_line,
    tile_lines, title,
};
use crate::{
    domain::{Id, Missing, Qualifier, Reading, Record, Sign, Status, ViewKind},
    text::{self, Locale},
};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// How large a picture is, in CSS pixels; it is drawn at twice as many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Size {
    /// Width.
    pub width: u32,
    /// Height; as much as is needed without.
    pub height: Option<u32>,
    /// Pixels of the file for one of these.
    pub scale: u32,
}

impl Size {
    /// For the preview of a link: 1200 × 630.
    pub const WIDE: Size = Size { width: 600, height: Some(315), scale: 2 };
    /// For a phone's screen: 1080 × 1350.
    pub const TALL: Size = Size { width: 540, height: Some(675), scale: 2 };
    /// What is on screen.
    pub const SCREEN: Size = Size { width: 680, height: None, scale: 2 };

    fn is_small(self) -> bool {
        self.height.is_some_and(|height| height < 400)
    }

    /// Whether it lists the figures of a panel: separate reports of which there are too many for bars of two lines.
    fn lists(self, panel: &Panel) -> bool {
        let few = self.height.is_some() && !self.is_small() && panel.rows.len() + panel.targets.len() <= 8;
        self.height.is_some() && panel.kind == ViewKind::Bar && panel.ranked.is_none() && !few
    }

    /// So many figures are listed.
    fn items(self) -> usize {
        if self.is_small() { MOST_SMALL } else { 8 }
    }

    /// So many bars fit.
    fn bars(self) -> usize {
        match self.height {
            Some(_) if self.is_small() => 5,
            Some(_) => 12,
            None => usize::MAX,
        }
    }
}

/// A picture. The field names are those of `chart/picture.mjs`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the document they are laid out in")]
pub struct Picture {
    pub lang: &'static str,
    pub size: Size,
    pub title: String,
    pub subtitle: String,
    pub headline: String,
    pub sign: Option<&'static str>,
    pub because: String,
    pub panels: Vec<PicturePanel>,
    pub between: Option<&'static str>,
    pub caveats: Vec<String>,
    pub source: String,
    pub licence: String,
    pub address: String,
}

/// What is drawn under one definition; named only where there are several.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "as above")]
pub struct PicturePanel {
    pub title: Option<String>,
    pub headline: Option<String>,
    pub drawing: Option<PictureDrawing>,
}

/// The drawing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[expect(missing_docs, reason = "as above")]
pub enum PictureDrawing {
    Chart { option: Value, height: u32 },
    Map { columns: u8, rows: u8, tiles: Vec<PictureTile>, islands: Vec<PictureTile>, legend: Vec<PictureStep> },
    List { items: Vec<PictureItem> },
}

/// A tile of the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as above")]
pub struct PictureTile {
    pub col: u8,
    pub row: u8,
    pub lines: Vec<String>,
    pub step: u8,
    pub chosen: bool,
}

/// What a step of the map means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as above")]
pub struct PictureStep {
    pub step: u8,
    pub words: String,
}

/// A line of a list: a figure with what it is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as above")]
pub struct PictureItem {
    pub name: String,
    pub figure: String,
    pub note: String,
}

/// The licence line of every picture.
pub fn licence_line(record: &Record, locale: Locale) -> String {
    let version = &record.version;
    locale.either(
        format!("Bản dữ liệu {version} · phần trình bày: {LICENCE}"),
        format!("Data version {version} · our part: {LICENCE}"),
    )
}

/// The picture of a view.
pub fn picture(record: &Record, view: &View, at: &Whereabouts, size: Size, locale: Locale) -> Picture {
    let panels: Vec<Panel> = view.panels.iter().map(|panel| panel.shortened(size.bars())).collect();
    let several = panels.len() > 1;
    let sources = sources(&view.panels);
    let most = if size.height.is_some() { 3 } else { 6 };
    let only = panels.first().filter(|_| !several);
    let compared = view.panels.iter().map(|panel| panel.whole().count()).sum::<usize>() > 1;
    let signed = compared && only.is_none_or(|panel| panel.kind != ViewKind::Target);
    // Separate reports need two lines each: a small picture lists a few of them, and its headline names what they are of.
    let listed = only.filter(|it| size.lists(it));
    let name = |panel: &Panel| locale.pick(&panel.indicator.name).to_string();
    let because = only.map_or_else(String::new, |panel| because(panel, locale));
    Picture {
        lang: locale.tag(),
        size,
        title: listed.map_or_else(|| title(view, locale), |panel| subtitle(panel, locale)),
        subtitle: only.filter(|_| listed.is_none()).map_or_else(String::new, |panel| subtitle(panel, locale)),
        headline: match (listed, only) {
            (Some(panel), _) => name(panel),
            (None, Some(panel)) => headline(panel, locale).to_string(),
            (None, None) => String::new(),
        },
        sign: signed.then(|| view.verdict.sign.symbol()),
        because: match (signed, size.is_small()) {
            (false, _) => String::new(),
            (true, true) => text::verdict_short(locale, record, &view.verdict, &because),
            (true, false) => text::verdict_sentence(locale, record, &view.verdict, &because),
        },
        panels: panels
            .iter()
            .map(|panel| PicturePanel {
                title: several.then(|| name(panel)),
                headline: several.then(|| headline(panel, locale).to_string()),
                drawing: match listed.is_some() {
                    true => Some(list(panel, size.items(), locale)),
                    false => drawn(record, panel, size, locale),
                },
            })
            .collect(),
        between: (several && view.verdict.sign != Sign::Comparable).then(|| view.verdict.sign.symbol()),
        caveats: panels.iter().flat_map(|panel| caveats(panel, size, locale)).collect(),
        source: format!("{}: {}", locale.messages().source, sources_line(&sources, most, locale)),
        licence: licence_line(record, locale),
        address: at.address.clone(),
    }
}

/// Unit, denominator, period.
fn subtitle(panel: &Panel, locale: Locale) -> String {
    let unit = text::unit_line(locale, &panel.indicator);
    match panel.period {
        Some(period) => format!("{unit} · {}", text::period(locale, &period)),
        None => unit,
    }
}

fn drawn(record: &Record, panel: &Panel, size: Size, locale: Locale) -> Option<PictureDrawing> {
    match panel.kind {
        ViewKind::Map => Some(map(record, panel, locale)),
        ViewKind::Table | ViewKind::Target => Some(list(panel, MOST_ITEMS, locale)),
        ViewKind::Bar | ViewKind::Line | ViewKind::Multiples | ViewKind::Slope => {
            // In a picture of a given height there is no room for a chart each: all lines are in one.
            let drawing = match panel.kind == ViewKind::Multiples && size.height.is_some() {
                true => drawing(&Panel { kind: ViewKind::Line, ..panel.clone() }, locale)?,
                false => drawing(panel, locale)?,
            };
            Some(PictureDrawing::Chart { option: drawing.option(), height: drawing.height() })
        }
    }
}

fn map(record: &Record, panel: &Panel, locale: Locale) -> PictureDrawing {
    let mapped = mapped(panel, locale);
    let of_basis = || record.tiles.iter().filter(|tile| tile.basis == panel.basis);
    let tile =
        |col: u8, row: u8, lines: Vec<String>, step: u8, chosen: bool| PictureTile { col, row, lines, step, chosen };
    let tiles = of_basis()
        .filter(|it| !it.archipelago)
        .map(|it| {
            let tint = mapped.tint(&it.place);
            tile(it.col, it.row, tile_lines(locale.pick(&it.label)), tint.step, tint.chosen)
        })
        .collect();
    let owner = |id: &Id| record.place(id).map(|it| text::short_name(locale, it).to_owned()).unwrap_or_default();
    let islands = of_basis()
        .filter(|it| it.archipelago)
        .map(|it| {
            let lines = islands(locale.pick(&it.label), &owner(&it.place), locale);
            tile(it.col, it.row, lines.into(), 0, false)
        })
        .collect();
    let extent = |of: fn(&crate::domain::Tile) -> u8| of_basis().map(of).max().unwrap_or(0) + 1;
    PictureDrawing::Map {
        columns: extent(|it| it.col),
        rows: extent(|it| it.row),
        tiles,
        islands,
        legend: mapped.legend.into_iter().map(|(step, words)| PictureStep { step, words }).collect(),
    }
}

/// So many figures are written out; the rest is at the address.
const MOST_ITEMS: usize = 12;
/// And so many in a small picture.
const MOST_SMALL: usize = 4;

fn list(panel: &Panel, most: usize, locale: Locale) -> PictureDrawing {
    let rows = if panel.kind == ViewKind::Target || panel.rows.is_empty() { &panel.targets } else { &panel.rows };
    let target = |row: &super::Row| match row.observation.status {
        Status::Target => format!("{}, ", locale.messages().target),
        Status::Actual => String::new(),
    };
    let items = rows
        .iter()
        .take(most)
        .map(|row| PictureItem {
            name: locale.pick(&row.place.name).to_string(),
            figure: text::signed_figure(locale, &row.observation, &panel.indicator),
            note: format!("{}{}", target(row), text::period(locale, &row.observation.period)),
        })
        .collect();
    PictureDrawing::List { items }
}

/// What a reader of the picture alone must know: what was left out, what is missing, breaks, and what the signs mean.
fn caveats(panel: &Panel, size: Size, locale: Locale) -> Vec<String> {
    let mut said = Vec::new();
    let beside = caveat(panel, locale);
    if !beside.is_empty() {
        said.push(beside.to_owned());
    }
    let all = panel.rows.len() + panel.folded.len();
    let shown = if size.lists(panel) { panel.rows.len().min(size.items()) } else { panel.rows.len() };
    if panel.kind == ViewKind::Bar && shown < all {
        said.push(locale.either(
            format!("Hình nêu {shown} trong {all} số liệu; tất cả ở địa chỉ bên dưới."),
            format!("{shown} of {all} figures are drawn; all are at the address below."),
        ));
    }
    if panel.kind == ViewKind::Map && !mapped(panel, locale).levels {
        said.push(locale.messages().map_own_reports.to_owned());
    }
    let missing = panel.without.len()
        + panel
            .missing
            .iter()
            .filter(|it| {
                matches!(
                    it.observation.reading,
                    Reading::Missing(Missing::NotPublished | Missing::NotCollected | Missing::Suppressed)
                )
            })
            .count();
    if missing > 0 {
        said.push(
            locale.either(
                format!("{missing} nơi chưa tìm thấy số liệu."),
                format!("No figure found for {missing} places."),
            ),
        );
    }
    for one in panel.breaks.iter().chain(&panel.merger) {
        said.push(format!("{}: {}", text::since(locale, &one.date), locale.pick(&one.note)));
    }
    let hedges: BTreeSet<&str> = panel
        .rows
        .iter()
        .map(|row| row.observation.qualifier)
        .filter(|it| *it != Qualifier::Exact)
        .map(|it| it.code())
        .collect();
    let signs: Vec<String> = hedges
        .iter()
        .filter_map(|code| Qualifier::from_code(code))
        .map(|it| format!("{} {}", text::qualifier_sign(it), text::qualifier(locale, it)).trim().to_owned())
        .collect();
    let target =
        (panel.kind == ViewKind::Bar && !panel.targets.is_empty()).then(|| format!("◇ {}", locale.messages().target));
    let signs: Vec<String> = signs.into_iter().chain(target).collect();
    if !signs.is_empty() {
        said.push(format!("{}.", signs.join("; ")));
    }
    said
}

//! A view as a picture to take away: all that it says, with source, period, caveat, licence and address inside. This is
//! the description; `chart/picture.mjs` lays it out, in the build and in the browser alike.

use super::{
    Drawing, LICENCE, Panel, Row, View, Whereabouts, because, caveat, drawing, gaps, headline, islands,
    left_out::shown_of, mapped, sources, sources_line, tile_lines, title,
};
use crate::{
    domain::{Id, Qualifier, Record, Sign, Status, ViewKind},
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
    /// When the figures are of, and of which list, where that is the same for all: never shortened.
    pub when: String,
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
    /// When it is of, and what else must not be lost: never shortened.
    pub when: String,
    /// May be left out where there is no room.
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
    let several = view.panels.len() > 1;
    // Separate reports need two lines each: a small picture lists a few of them, and its headline names what they are of.
    let lists = |panel: &Panel| !several && size.lists(panel);
    let most = |panel: &Panel| match (lists(panel), is_list(panel)) {
        (true, _) => size.items(),
        (false, true) => size.bars().min(MOST_ITEMS),
        (false, false) => size.bars(),
    };
    let panels: Vec<Panel> = view.panels.iter().map(|panel| panel.shortened(most(panel))).collect();
    // Only the documents of what is drawn.
    let sources = sources(&panels);
    let most_sources = match size.height {
        Some(_) if size.is_small() => 2,
        Some(_) => 3,
        None => 6,
    };
    let only = panels.first().filter(|_| !several);
    let compared = view.panels.iter().map(|panel| panel.whole().count()).sum::<usize>() > 1;
    let signed = (compared || view.panels.iter().any(Panel::has_verdict))
        && only.is_none_or(|panel| panel.kind != ViewKind::Target);
    let listed = only.filter(|_| view.panels.iter().any(lists));
    // The rows say what each place stated: no need to say it above them again, where there is no room.
    let stated_by_rows =
        |panel: &&Panel| size.height.is_some() && panel.kind == ViewKind::Bar && panel.ranked.is_none();
    let plain = listed.or_else(|| only.filter(stated_by_rows).filter(|panel| panel.rows.len() > MOST_TOLD));
    let name = |panel: &Panel| locale.pick(&panel.indicator.name).to_string();
    let headline = |panel: &Panel| {
        let said = headline(panel, locale).drawn(&panel.indicator, locale).to_string();
        // Where there is little room, the period that stands above is not said again.
        let period = panel.period.filter(|_| size.is_small() && !several);
        let begin = period.map(|it| text::capital(&text::during(locale, &it, panel.is_inferred())));
        let rest = begin.and_then(|begin| said.strip_prefix(&begin)?.strip_prefix([':', ',']).map(str::trim_start));
        rest.map_or_else(|| said.clone(), text::capital)
    };
    let when = |panel: &Panel| when(panel, listed.is_some(), locale);
    // Where there is little room, which data set it is stands in the line of sources alone.
    let because =
        only.map_or_else(String::new, |panel| match size.is_small() && panel.verdict.sign == Sign::Comparable {
            true if panel.common => {
                locale.either("cùng một cuộc đo, cùng cách tính", "one measurement, one method").to_owned()
            }
            _ => because(panel, locale),
        });
    Picture {
        lang: locale.tag(),
        size,
        title: plain.map_or_else(|| title(view, locale), |panel| text::unit_line(locale, &panel.indicator)),
        subtitle: only
            .filter(|_| plain.is_none())
            .map_or_else(String::new, |panel| text::unit_line(locale, &panel.indicator)),
        when: only.map_or_else(String::new, when),
        headline: match (plain, only) {
            (Some(panel), _) => name(panel),
            (None, Some(panel)) => headline(panel),
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
                title: several.then(|| match when(panel) {
                    when if when.is_empty() => name(panel),
                    when => format!("{} · {when}", name(panel)),
                }),
                headline: several.then(|| headline(panel)),
                drawing: match listed.is_some() {
                    true => Some(list(panel, size.items(), locale)),
                    false => drawn(record, panel, size, locale),
                },
            })
            .collect(),
        between: (several && view.verdict.sign != Sign::Comparable).then(|| view.verdict.sign.symbol()),
        caveats: panels.iter().flat_map(|panel| caveats(record, panel, (size, listed.is_some()), locale)).collect(),
        source: format!("{}: {}", locale.messages().source, sources_line(&sources, most_sources, locale)),
        licence: licence_line(record, locale),
        address: at.address.clone(),
    }
}

/// The period and the list of provinces, where they are the same for all that is drawn; elsewhere each row, point or axis
/// says its own.
fn when(panel: &Panel, listed: bool, locale: Locale) -> String {
    let period = panel.period.or_else(|| panel.one_period().filter(|_| listed || is_list(panel)));
    let period = period.map(|it| text::inferred(locale, text::period(locale, &it), panel.is_inferred()));
    let list = panel.is_of_former_list().then(|| text::former_list(locale).to_owned());
    period.into_iter().chain(list).collect::<Vec<_>>().join(" · ")
}

fn is_list(panel: &Panel) -> bool {
    matches!(panel.kind, ViewKind::Table | ViewKind::Target)
}

fn drawn(record: &Record, panel: &Panel, size: Size, locale: Locale) -> Option<PictureDrawing> {
    match panel.kind {
        ViewKind::Map => Some(map(record, panel, locale)),
        ViewKind::Table | ViewKind::Target => Some(list(panel, MOST_ITEMS, locale)),
        ViewKind::Bar | ViewKind::Line | ViewKind::Multiples | ViewKind::Slope => {
            // In a picture of a given height there is no room for a chart each: all lines are in one.
            let mut drawing = match panel.kind == ViewKind::Multiples && size.height.is_some() {
                true => drawing(&Panel { kind: ViewKind::Line, ..panel.clone() }, locale)?,
                false => drawing(panel, locale)?,
            };
            // In a small one the headline names the unit.
            if let (Drawing::Bars(bars), true) = (&mut drawing, size.is_small()) {
                bars.leave_out_unit(locale.pick(&panel.indicator.unit.symbol));
            }
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

/// A unit of more letters is not written behind each figure of a list.
const LONGEST_UNIT: usize = 6;
/// So many figures of separate reports fit a headline.
const MOST_TOLD: usize = 2;
/// So many figures are written out; the rest is at the address.
const MOST_ITEMS: usize = 12;
/// And so many in a small picture.
const MOST_SMALL: usize = 4;

/// The rows that are written out: the chosen ones, and then the first.
fn written(panel: &Panel, most: usize) -> Vec<&Row> {
    let rows = if panel.kind == ViewKind::Target || panel.rows.is_empty() { &panel.targets } else { &panel.rows };
    let chosen = rows.iter().filter(|row| row.chosen.is_some()).count().min(most);
    let mut others = most - chosen;
    let mut kept = Vec::new();
    for row in rows {
        if row.chosen.is_none() {
            if others == 0 {
                continue;
            }
            others -= 1;
        }
        kept.push(row);
    }
    kept.truncate(most);
    kept
}

fn list(panel: &Panel, most: usize, locale: Locale) -> PictureDrawing {
    let said = panel.period.or_else(|| panel.one_period());
    let inferred = panel.is_inferred();
    let when = |row: &Row| {
        let o = &row.observation;
        let period = (Some(o.period) != said || o.period_inferred != inferred).then(|| text::when_drawn(locale, o));
        let target = (row.observation.status == Status::Target).then(|| locale.messages().target.to_owned());
        let words: Vec<String> = target.into_iter().chain(period).collect();
        words.join(", ")
    };
    // Long words for the unit stand above the list.
    let symbol: &str = locale.pick(&panel.indicator.unit.symbol);
    let figure = |row: &Row| {
        let whole = text::drawn_figure(locale, &row.observation, &panel.indicator);
        let number = whole.strip_suffix(symbol).filter(|_| symbol.chars().count() > LONGEST_UNIT);
        number.map_or(whole.clone(), |it| it.trim_end().to_owned())
    };
    let items = written(panel, most)
        .into_iter()
        .map(|row| PictureItem {
            name: locale.pick(&row.place.name).to_string(),
            figure: figure(row),
            when: when(row),
            note: String::new(),
        })
        .collect();
    PictureDrawing::List { items }
}

/// What a reader of the picture alone must know: what the signs mean, what was left out, what is missing, what has to be
/// said beside the figures, and breaks.
fn caveats(record: &Record, panel: &Panel, (size, listed): (Size, bool), locale: Locale) -> Vec<String> {
    let rows: Vec<&Row> = match (listed, is_list(panel)) {
        (true, _) => written(panel, size.items()),
        (false, true) => written(panel, MOST_ITEMS),
        (false, false) if panel.kind == ViewKind::Bar => panel.rows.iter().chain(&panel.targets).collect(),
        (false, false) => panel.rows.iter().collect(),
    };
    // Of what there is no room for the last goes first.
    let mut said = vec![signs(&rows, panel.kind == ViewKind::Bar && !listed, locale), caveat(panel, locale).to_owned()];
    let shown = if listed || is_list(panel) { rows.len() } else { panel.rows.len() };
    said.push(shown_of(panel, shown, locale));
    if panel.kind == ViewKind::Map && !mapped(panel, locale).levels {
        said.push(locale.messages().map_own_reports.to_owned());
    }
    if panel.kind != ViewKind::Target {
        said.push(gaps(record, panel, locale));
    }
    for one in panel.breaks.iter().chain(&panel.merger) {
        said.push(format!("{}: {}", text::since(locale, &one.date), locale.pick(&one.note)));
    }
    said.retain(|it| !it.is_empty());
    said
}

/// What the signs before figures mean, and ◇ for a target.
fn signs(rows: &[&Row], marks_targets: bool, locale: Locale) -> String {
    let hedges: BTreeSet<&str> = rows
        .iter()
        .map(|row| row.observation.qualifier)
        .filter(|it| *it != Qualifier::Exact)
        .map(|it| it.code())
        .collect();
    let signs = hedges.iter().filter_map(|code| Qualifier::from_code(code)).filter_map(|it| {
        let words = text::qualifier(locale, it);
        match it {
            // Its word stands before the figure.
            Qualifier::Exact | Qualifier::About => None,
            // These have no sign before their figures.
            Qualifier::Computed | Qualifier::ReadOff | Qualifier::Mean => {
                let all = rows.iter().all(|row| row.observation.qualifier == it);
                let begin = match all {
                    true => locale.either("số liệu", "figures:"),
                    false => locale.either("có số", "some figures:"),
                };
                Some(format!("{begin} {words}"))
            }
            _ => Some(format!("{} {words}", text::qualifier_sign(locale, it).trim())),
        }
    });
    let target = marks_targets && rows.iter().any(|row| row.observation.status == Status::Target);
    let signs: Vec<String> = signs.chain(target.then(|| format!("◇ {}", locale.messages().target))).collect();
    if signs.is_empty() { String::new() } else { text::capital(&format!("{}.", signs.join("; "))) }
}

//! Headlines of rankings: the chosen places with their ranks, or the ends of the list; groups where a measurement cannot tell
//! neighbours apart.

use super::MOST_TOLD;
use crate::{
    domain::{Better, Period, Rank, UnitKind},
    figure::{Panel, Row, Said},
    text::{self, Locale},
};

/// What a ranking of so many places says.
pub(super) fn headline(panel: &Panel, of: u16, period: &Period, chosen: &[&Row], locale: Locale) -> Said {
    let during = text::capital(&text::during(locale, period, panel.is_inferred()));
    let name = |row: &Row| locale.pick(&row.place.name).to_string();
    if !chosen.is_empty() {
        let said = chosen.iter().map(|row| {
            let said = Said::words(format!("{} ", name(row)));
            if panel.indicator.unit.kind == UnitKind::Rank {
                return said.say(locale.either("hạng ", "ranks ")).row(row, panel, locale);
            }
            let said = said.row(row, panel, locale);
            match row.rank {
                Some(rank) => said.say(format!(", {}", text::rank_words(locale, rank, of))),
                None => said,
            }
        });
        return Said::words(format!("{during}: ")).and(Said::joined(said, "; ")).say(".");
    }
    let (Some(first), Some(last)) = (panel.rows.first(), panel.rows.last()) else { return Said::default() };
    if first.rank.is_some_and(|rank| rank.quarter.is_some()) {
        return quarters(panel, of, &during, locale);
    }
    let list = match locale {
        Locale::Vi => format!("{during}, trong {of} tỉnh, thành có số liệu, "),
        Locale::En => format!("{during}, of {of} provinces with a figure, "),
    };
    if panel.indicator.unit.kind == UnitKind::Rank {
        let (first, last) = (name(first), name(last));
        return Said::words(list).say(match locale {
            Locale::Vi => format!("{first} xếp đầu, {last} xếp cuối."),
            Locale::En => format!("{first} ranks first and {last} last."),
        });
    }
    let (top, bottom) = (beside(panel, first, locale), beside(panel, last, locale));
    let (high, low) = if panel.indicator.better == Better::Lower { (last, first) } else { (first, last) };
    let (beside_high, beside_low) = if panel.indicator.better == Better::Lower { (bottom, top) } else { (top, bottom) };
    let said = Said::words(list).say(match locale {
        Locale::Vi => format!("{} cao nhất với ", name(high)),
        Locale::En => format!("{} is highest with ", name(high)),
    });
    let said = said.row(high, panel, locale).say(beside_high).say(match locale {
        Locale::Vi => format!(", {} thấp nhất với ", name(low)),
        Locale::En => format!(" and {} lowest with ", name(low)),
    });
    said.row(low, panel, locale).say(beside_low).say(".")
}

/// How many others stand with this one at the end of a ranking: with the very same figure, or within what the measurement
/// cannot tell apart.
fn beside(panel: &Panel, end: &Row, locale: Locale) -> String {
    let bands = panel.indicator.resolution.is_some();
    let with = |rank: Rank| match end.rank {
        Some(own) if own.place == 1 => rank.place == 1,
        Some(own) => rank.to == own.to,
        None => false,
    };
    let same = |row: &&Row| match bands {
        true => row.rank.is_some_and(with),
        false => row.observation.reading == end.observation.reading,
    };
    let others = panel.whole().filter(same).count().saturating_sub(1);
    match (others, bands, locale) {
        (0, ..) => String::new(),
        (n, true, Locale::Vi) => format!(" ({n} nơi nữa coi như ngang mức)"),
        (1, true, Locale::En) => " (one more about level)".to_owned(),
        (n, true, Locale::En) => format!(" ({n} more about level)"),
        (n, false, Locale::Vi) => format!(" ({n} nơi nữa cùng mức)"),
        (1, false, Locale::En) => " (one more has the same)".to_owned(),
        (n, false, Locale::En) => format!(" ({n} more have the same)"),
    }
}

/// A survey that tells quarters apart: who is in the first, from which figure on, so that nobody is called a winner.
fn quarters(panel: &Panel, of: u16, during: &str, locale: Locale) -> Said {
    let top: Vec<&Row> = panel.whole().filter(|row| row.rank.is_some_and(|rank| rank.quarter == Some(1))).collect();
    let number = |row: &Row| row.observation.reading.number().unwrap_or_default();
    let Some(least) = top.iter().min_by(|a, b| number(a).total_cmp(&number(b))) else { return Said::default() };
    let names: Vec<&str> = top.iter().take(MOST_TOLD).map(|row| &**locale.pick(&row.place.name)).collect();
    let (names, more) = (names.join(", "), top.len().saturating_sub(MOST_TOLD));
    let begin = match locale {
        Locale::Vi => format!("{during}, {} trong {of} tỉnh, thành thuộc nhóm cao nhất, từ ", top.len()),
        Locale::En => format!("{during}, {} of {of} provinces are in the top quarter, from ", top.len()),
    };
    let end = match (locale, more) {
        (Locale::Vi, 0) => format!(" trở lên: {names}."),
        (Locale::Vi, more) => format!(" trở lên: {names} và {more} nơi nữa."),
        (Locale::En, 0) => format!(" up: {names}."),
        (Locale::En, more) => format!(" up: {names} and {more} more."),
    };
    Said::words(begin).row(least, panel, locale).say(end)
}

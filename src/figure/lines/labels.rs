//! What is written beside the ends of lines: whose they are, and between two periods the figures.

use super::{EndLabel, LABEL_LINE, LABEL_SIZE, Lines, WIDEST};
use crate::{
    domain::ViewKind,
    figure::{Panel, Row},
    text::{self, Locale},
};

/// The label of one point of a place's line: the last one says whose line it is. Between two periods the first and the last
/// have their figures; a small chart, which has the name above it, the last.
pub(super) fn beside(panel: &Panel, own: &[(usize, &Row)], at: usize, locale: Locale) -> Option<EndLabel> {
    let has_number = |(_, row): &(usize, &Row)| row.observation.reading.number().is_some();
    let row = own[at].1;
    // Long words for the unit, which stands above the chart too, would leave a phone no room for lines.
    let figure = || {
        let whole = text::drawn_figure(locale, &row.observation, &panel.indicator);
        let symbol: &str = locale.pick(&panel.indicator.unit.symbol);
        let number = whole.strip_suffix(symbol).filter(|_| symbol.chars().count() > 1);
        number.map_or(whole.clone(), |it| it.trim_end().to_owned())
    };
    let slope = panel.kind == ViewKind::Slope;
    if own.iter().rposition(has_number) == Some(at) && panel.kind == ViewKind::Multiples {
        return Some(EndLabel { words: figure(), before: false, down: 0.0 });
    }
    if own.iter().rposition(has_number) == Some(at) {
        let name = locale.pick(&row.place.name);
        let words = match slope.then(figure).map(|it| (format!("{it} {name}"), it)) {
            Some((whole, _)) if text::line_width(&whole, LABEL_SIZE) <= WIDEST => whole,
            Some((_, figure)) => format!("{figure}\n{}", wrapped(name)),
            None => wrapped(name),
        };
        return Some(EndLabel { words, before: false, down: 0.0 });
    }
    let first = slope && own.iter().position(has_number) == Some(at);
    first.then(|| EndLabel { words: figure(), before: true, down: 0.0 })
}

/// Words in lines as narrow as they allow, up to [`WIDEST`].
fn wrapped(words: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    // Spaces that do not break belong to their word.
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if text::line_width(&format!("{line} {word}"), LABEL_SIZE) <= WIDEST => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// Moves the labels of each side apart, from the highest down, and back up where the last would lie below the plot.
pub(super) fn spread(lines: &mut Lines) {
    let [top, bottom] = lines.ground(0);
    for before in [true, false] {
        let mut placed: Vec<(usize, usize, f64, f64)> = Vec::new();
        for (s, series) in lines.series.iter().enumerate() {
            for (p, point) in series.points.iter().enumerate() {
                if let (Some(label), Some(number)) = (&point.label, point.y)
                    && label.before == before
                {
                    let height = LABEL_LINE * label.words.split('\n').count() as f64;
                    placed.push((s, p, lines.up(0, number), height));
                }
            }
        }
        placed.sort_by(|a, b| a.2.total_cmp(&b.2));
        let mut middles: Vec<f64> = placed.iter().map(|it| it.2).collect();
        let mut end = top - LABEL_LINE / 2.0;
        for (middle, (.., height)) in middles.iter_mut().zip(&placed) {
            *middle = middle.max(end + height / 2.0);
            end = *middle + height / 2.0;
        }
        let mut begin = bottom + LABEL_LINE / 2.0;
        for (middle, (.., height)) in middles.iter_mut().zip(&placed).rev() {
            *middle = middle.min(begin - height / 2.0);
            begin = *middle - height / 2.0;
        }
        for (middle, (s, p, own, _)) in middles.into_iter().zip(placed) {
            if let Some(label) = &mut lines.series[s].points[p].label {
                label.down = (middle - own).round();
            }
        }
    }
}

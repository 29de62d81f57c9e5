//! Small multiples: a small chart for each place, one below the other on the same scales, so that each line is read by
//! itself and all of them against each other. Behind each lie the lines of the other places in grey.

use super::{Lines, Series};

/// The room for a place's name above its chart.
pub(in crate::figure) const NAME: f64 = 24.0;
/// How high a chart is.
const PLOT: f64 = 72.0;
/// From one chart to the name of the next.
const GAP: f64 = 8.0;

/// Which row each mark of each line stands for.
type Marks = Vec<Vec<Option<usize>>>;

/// For each line a chart of its own: first the others, which stand for no row there, then the line itself.
pub(super) fn apart(lines: &[Series], marks: &Marks) -> (Vec<Series>, Marks) {
    let (mut series, mut rows) = (Vec::new(), Vec::new());
    for (chart, (own, own_rows)) in lines.iter().zip(marks).enumerate() {
        for other in lines.iter().filter(|other| other.paint != own.paint) {
            let points = other.points.iter().map(|point| super::Point { label: None, hollow: false, ..point.clone() });
            series.push(Series { paint: other.paint, points: points.collect(), chart, context: true });
            rows.push(Vec::new());
        }
        series.push(Series { chart, ..own.clone() });
        rows.push(own_rows.clone());
    }
    (series, rows)
}

/// How far the last of so many charts reaches down from the top of the first one's name.
pub(super) fn height(charts: usize) -> f64 {
    charts as f64 * (NAME + PLOT + GAP) - GAP
}

impl Lines {
    /// How many charts there are, each with a plot of its own.
    pub(in crate::figure) fn charts(&self) -> usize {
        self.names.len().max(1)
    }

    /// Where the plot of a small chart begins from above, and where it ends.
    pub(super) fn small_ground(&self, chart: usize) -> [f64; 2] {
        let top = self.top + chart as f64 * (NAME + PLOT + GAP) + NAME;
        [top, top + PLOT]
    }
}

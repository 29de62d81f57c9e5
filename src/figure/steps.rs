//! Classes for the map: three to five steps of one hue, by quantile, with their limits written out.

use crate::domain::{arrange, number_key};

/// One class of the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The lowest figure in it.
    pub from: f64,
    /// The highest figure in it.
    pub to: f64,
}

/// Up to five classes of about the same number of figures; equal figures are never parted. Lowest first.
pub fn steps(numbers: &[f64]) -> Vec<Step> {
    let sorted = arrange(numbers.to_vec(), |number| [number_key(*number), 0, 0]);
    let wanted = match sorted.len() {
        0 => return Vec::new(),
        1..=3 => 1,
        4..=14 => 3,
        _ => 5,
    };
    let mut steps: Vec<Step> = Vec::new();
    let mut at = 0;
    for class in 1..=wanted {
        let mut end = (sorted.len() * class).div_ceil(wanted);
        while end < sorted.len() && end > 0 && sorted[end] == sorted[end - 1] {
            end += 1;
        }
        if end > at {
            steps.push(Step { from: sorted[at], to: sorted[end - 1] });
            at = end;
        }
    }
    steps
}

//! Rankings: only inside one measurement and one period, ties as ties.

use super::{
    Better, Indicator, Rankable,
    sort::{arrange, number_key},
};

/// A place in a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rank {
    /// 1 is first. Under a resolution: the best rank the measurement leaves possible.
    pub place: u16,
    /// The worst rank it leaves possible; without a resolution the same as [`Self::place`].
    pub to: u16,
    /// Somebody else stands there too, with the very same figure.
    pub shared: bool,
    /// The quarter of the list, from 1 (best) to 4, where places are told apart by quarters alone.
    pub quarter: Option<u8>,
}

impl Rank {
    /// A rank that is certain.
    pub fn one(place: u16, shared: bool) -> Self {
        Self { place, to: place, shared, quarter: None }
    }

    /// Whether the measurement leaves more than one rank possible.
    pub fn is_band(self) -> bool {
        self.place != self.to
    }
}

/// Whether two figures are further apart than `least`, the smallest gap that tells figures apart. Decimals such as 0.1
/// have no exact binary form, so a gap of just `least` may come out a hair larger.
pub fn apart(a: f64, b: f64, least: f64) -> bool {
    (a - b).abs() > least + least.abs() * 1e-9
}

/// The ranks of a list of numbers, in the order given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranking {
    /// One rank for each number.
    pub ranks: Vec<Rank>,
    /// How many were ranked.
    pub of: u16,
}

/// Ranks the figures of one measurement and period as far as the indicator allows; `None` where it does not.
pub fn rank_under(indicator: &Indicator, numbers: &[f64]) -> Option<Ranking> {
    match indicator.rankable {
        Rankable::Each => rank_within(numbers, indicator.better, indicator.resolution),
        Rankable::Quarters => quarters(numbers, indicator.better),
        Rankable::No => None,
    }
}

/// Quarters of a list: each number has the ranks of its quarter. Equal numbers stand in the same one.
pub fn quarters(numbers: &[f64], better: Better) -> Option<Ranking> {
    let mut ranking = rank(numbers, better)?;
    let quarter = |rank: &Rank| (usize::from(rank.place - 1) * 4 / numbers.len()) as u8 + 1;
    let of: Vec<u8> = ranking.ranks.iter().map(quarter).collect();
    for (rank, quarter) in ranking.ranks.iter_mut().zip(&of) {
        rank.place = of.iter().filter(|other| *other < quarter).count() as u16 + 1;
        rank.to = of.iter().filter(|other| *other <= quarter).count() as u16;
        rank.quarter = Some(*quarter);
    }
    Some(ranking)
}

/// Ranks numbers of a measurement that cannot tell gaps of `least` or less apart: each has the ranks that remain
/// possible, from one below all that are clearly better to one above all that are clearly worse. Without `least` as
/// [`rank`].
pub fn rank_within(numbers: &[f64], better: Better, least: Option<f64>) -> Option<Ranking> {
    let mut ranking = rank(numbers, better)?;
    let Some(least) = least else { return Some(ranking) };
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    for (rank, number) in ranking.ranks.iter_mut().zip(numbers) {
        // Sorted, those clearly less are at the beginning and those clearly more at the end.
        let less = sorted.partition_point(|other| other < number && apart(*other, *number, least));
        let more = sorted.len() - sorted.partition_point(|other| other <= number || !apart(*other, *number, least));
        let (above, below) = if better == Better::Lower { (less, more) } else { (more, less) };
        rank.place = above as u16 + 1;
        rank.to = (numbers.len() - below) as u16;
    }
    Some(ranking)
}

/// Ranks numbers as sports do: equal numbers share a rank, and the next one is as far down as numbers stand before it.
/// `Better::None` gives no ranking.
pub fn rank(numbers: &[f64], better: Better) -> Option<Ranking> {
    let sign = match better {
        Better::Higher => -1.0,
        Better::Lower => 1.0,
        Better::None => return None,
    };
    let order = arrange((0..numbers.len()).collect(), |&n| [number_key(sign * numbers[n]), 0, 0]);
    let mut ranks = vec![Rank::one(0, false); numbers.len()];
    let mut at = 0;
    while at < order.len() {
        let tied = order[at..].iter().take_while(|&&i| numbers[i] == numbers[order[at]]).count();
        for &i in &order[at..at + tied] {
            ranks[i] = Rank::one(at as u16 + 1, tied > 1);
        }
        at += tied;
    }
    Some(Ranking { ranks, of: numbers.len() as u16 })
}

/// Neighbours in a ranking that differ by no more than one step of rounding, as pairs of indices into `numbers`, in
/// order: rounded to two decimals, 0.54 and 0.55 may have been as near as 0.5449 and 0.5451. The step is that of the
/// finest figure; equal figures are ties, not close calls.
pub fn close_calls(numbers: &[f64]) -> Vec<(usize, usize)> {
    let decimals = |n: &f64| n.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let finest = numbers.iter().map(decimals).max().unwrap_or(0).min(9);
    let scale = 10f64.powi(finest as i32);
    let steps = |n: usize| (numbers[n] * scale).round();
    let order = arrange((0..numbers.len()).collect(), |&n| [number_key(numbers[n]), 0, 0]);
    let groups: Vec<&[usize]> = order.chunk_by(|a, b| numbers[*a] == numbers[*b]).collect();
    let near = groups.windows(2).filter(|pair| steps(pair[1][0]) - steps(pair[0][0]) == 1.0);
    near.flat_map(|pair| pair[0].iter().flat_map(|a| pair[1].iter().map(|b| (*a, *b)))).collect()
}

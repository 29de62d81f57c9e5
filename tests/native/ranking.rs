//! Ties, directions, no ranking.

use crate::support::laws;
use proptest::prelude::*;
use tinh_so::domain::{Better, apart, rank, rank_within};

/// The ranks as a table writes them: "15=" is shared.
fn ranks(numbers: &[f64], better: Better) -> Vec<String> {
    let ranking = rank(numbers, better).unwrap();
    ranking.ranks.iter().map(|it| format!("{}{}", it.place, if it.shared { "=" } else { "" })).collect()
}

#[test]
fn two_on_rank_fifteen_leave_rank_sixteen_empty() {
    let mut numbers: Vec<f64> = (0..17).map(|n| 100.0 - f64::from(n)).collect();
    numbers[15] = numbers[14];
    assert_eq!(ranks(&numbers, Better::Higher)[13..], ["14", "15=", "15=", "17"]);
}

#[test]
fn where_less_is_better_the_smallest_comes_first() {
    assert_eq!(ranks(&[3.0, 1.0, 2.0], Better::Lower), ["3", "1", "2"]);
    assert_eq!(ranks(&[3.0, 1.0, 2.0], Better::Higher), ["1", "3", "2"]);
}

#[test]
fn where_neither_is_better_nothing_is_ranked() {
    assert_eq!(rank(&[1.0, 2.0], Better::None), None);
}

#[test]
fn all_equal_share_the_first_rank() {
    assert_eq!(ranks(&[7.0, 7.0, 7.0], Better::Higher), ["1=", "1=", "1="]);
}

#[test]
fn zero_is_a_figure_like_any_other() {
    assert_eq!(ranks(&[0.0, -0.0, 5.0, -1.0], Better::Higher), ["2=", "2=", "1", "4"]);
}

#[test]
fn nobody_is_ranked_in_an_empty_list() {
    assert_eq!(rank(&[], Better::Higher).unwrap().of, 0);
    assert_eq!(ranks(&[4.2], Better::Higher), ["1"]);
}

/// The ranks as a table writes them where neighbours cannot be told apart: "2–3".
fn bands(numbers: &[f64], better: Better, least: f64) -> Vec<String> {
    let ranking = rank_within(numbers, better, Some(least)).unwrap();
    let said = |place: u16, to: u16| if place == to { place.to_string() } else { format!("{place}–{to}") };
    ranking.ranks.iter().map(|it| said(it.place, it.to)).collect()
}

#[test]
fn figures_that_cannot_be_told_apart_share_the_ranks_that_remain_possible() {
    // 92 is clearly ahead of 80 and 53.66, and cannot be told from 90; 80 stands alone.
    assert_eq!(bands(&[92.0, 90.0, 80.0, 53.66], Better::Higher, 3.0), ["1–2", "1–2", "3", "4"]);
    assert_eq!(bands(&[1.0, 3.0, 9.0], Better::Lower, 3.0), ["1–2", "1–2", "3"]);
    // 85 may be as good as 88, and 82 as 85, though 88 is clearly ahead of 82.
    assert_eq!(bands(&[88.0, 85.0, 82.0], Better::Higher, 3.0), ["1–2", "1–3", "2–3"]);
}

#[test]
fn a_gap_of_just_the_resolution_tells_nothing_apart() {
    assert!(!apart(0.3, 0.1, 0.2) && apart(0.31, 0.1, 0.2) && !apart(5.0, 5.0, 0.0));
}

proptest! {
    #![proptest_config(laws(256))]

    /// Few different numbers, so that ties are common.
    #[test]
    fn a_rank_is_one_more_than_the_number_of_better_figures(raw in prop::collection::vec(-4..8_i32, 0..70)) {
        let numbers: Vec<f64> = raw.iter().map(|n| f64::from(*n) / 2.0).collect();
        for better in [Better::Higher, Better::Lower] {
            let ranking = rank(&numbers, better).unwrap();
            prop_assert_eq!(usize::from(ranking.of), numbers.len());
            for (n, it) in numbers.iter().zip(&ranking.ranks) {
                let ahead = numbers.iter().filter(|m| if better == Better::Higher { *m > n } else { *m < n }).count();
                prop_assert_eq!(usize::from(it.place), ahead + 1);
                prop_assert_eq!(it.shared, numbers.iter().filter(|m| *m == n).count() > 1);
            }
        }
    }

    #[test]
    fn a_band_leaves_out_just_those_that_are_clearly_better_or_worse(
        raw in prop::collection::vec(-4..40_i32, 1..40), least in 1..6_i32
    ) {
        let (numbers, least): (Vec<f64>, f64) = (raw.iter().map(|n| f64::from(*n) / 2.0).collect(), f64::from(least) / 2.0);
        for better in [Better::Higher, Better::Lower] {
            let ranking = rank_within(&numbers, better, Some(least)).unwrap();
            for (n, it) in numbers.iter().zip(&ranking.ranks) {
                let ahead = |m: &f64| if better == Better::Higher { m - n > least } else { n - m > least };
                let behind = |m: &f64| if better == Better::Higher { n - m > least } else { m - n > least };
                prop_assert_eq!(usize::from(it.place), numbers.iter().filter(|m| ahead(m)).count() + 1);
                prop_assert_eq!(usize::from(it.to), numbers.len() - numbers.iter().filter(|m| behind(m)).count());
            }
        }
    }
}

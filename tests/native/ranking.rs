//! Ties, directions, no ranking.

use crate::support::laws;
use proptest::prelude::*;
use tinh_so::domain::{Better, rank};

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
}

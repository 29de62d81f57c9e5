//! The classes of the map.

use crate::support::laws;
use proptest::prelude::*;
use tinh_so::figure::{Step, steps};

#[test]
fn the_more_figures_the_more_classes_up_to_five() {
    let classes = |n: u8| steps(&(0..n).map(f64::from).collect::<Vec<_>>()).len();
    assert_eq!([0, 1, 3, 4, 14, 15, 63].map(classes), [0, 1, 1, 3, 3, 5, 5]);
}

#[test]
fn equal_figures_are_one_class() {
    assert_eq!(steps(&[7.0; 63]), [Step { from: 7.0, to: 7.0 }]);
}

#[test]
fn each_class_has_about_as_many_figures() {
    let numbers: Vec<f64> = (1..=15).rev().map(f64::from).collect();
    let limits: Vec<(f64, f64)> = steps(&numbers).iter().map(|step| (step.from, step.to)).collect();
    assert_eq!(limits, [(1.0, 3.0), (4.0, 6.0), (7.0, 9.0), (10.0, 12.0), (13.0, 15.0)]);
}

proptest! {
    #![proptest_config(laws(512))]

    /// Few different numbers, so that many are equal.
    #[test]
    fn every_figure_lies_in_exactly_one_class(raw in prop::collection::vec(-5..40_i32, 1..70)) {
        let numbers: Vec<f64> = raw.iter().map(|n| f64::from(*n) / 4.0).collect();
        let steps = steps(&numbers);
        for number in &numbers {
            prop_assert_eq!(steps.iter().filter(|it| it.from <= *number && *number <= it.to).count(), 1);
        }
        prop_assert!(steps.len() <= 5);
        prop_assert!(steps.windows(2).all(|pair| pair[0].to < pair[1].from), "lowest first, none overlapping");
        for step in &steps {
            prop_assert!(numbers.contains(&step.from) && numbers.contains(&step.to), "limits are figures somebody has");
        }
    }
}

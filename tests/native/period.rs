//! Reading, writing, ordering and counting periods.

use crate::support::{laws, period};
use proptest::prelude::*;
use tinh_so::domain::{Period, TimeSpan};

/// The text of any one point in time: a year, half-year, quarter, month or day.
fn point() -> impl Strategy<Value = String> {
    let year = 1900..=2100;
    prop_oneof![
        year.clone().prop_map(|y| format!("{y}")),
        (year.clone(), 1..=2).prop_map(|(y, h)| format!("{y}-H{h}")),
        (year.clone(), 1..=4).prop_map(|(y, q)| format!("{y}-Q{q}")),
        (year.clone(), 1..=12).prop_map(|(y, m)| format!("{y}-{m:02}")),
        (year, 1..=12, 1..=28).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
    ]
}

/// The text of any period, intervals included.
pub fn any_period() -> impl Strategy<Value = String> {
    let interval = (point(), point()).prop_filter_map("the second must end later", |(a, b)| {
        [format!("{a}/{b}"), format!("{b}/{a}")].into_iter().find(|text| text.parse::<Period>().is_ok())
    });
    prop_oneof![3 => point(), 1 => interval]
}

proptest! {
    #![proptest_config(laws(512))]

    #[test]
    fn a_period_is_written_as_it_was_read(text in any_period()) {
        prop_assert_eq!(period(&text).to_string(), text);
    }

    #[test]
    fn a_span_of_time_is_written_as_it_was_read(a in any_period(), b in any_period()) {
        let span: TimeSpan = format!("{a}..{b}").parse().unwrap();
        prop_assert_eq!(span.to_string().parse::<TimeSpan>().unwrap(), span);
        prop_assert!(span.from <= span.to);
    }

    #[test]
    fn periods_stand_in_the_order_in_which_they_end(a in any_period(), b in any_period()) {
        let (a, b) = (period(&a), period(&b));
        if a.last_day() < b.last_day() {
            prop_assert!(a < b);
        }
        prop_assert_eq!(a == b, a.cmp(&b).is_eq());
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert!(a.first_day() <= a.last_day());
    }

    #[test]
    fn months_apart_is_the_same_both_ways_and_nothing_within_a_month(a in any_period(), b in any_period()) {
        let (a, b) = (period(&a), period(&b));
        prop_assert_eq!(a.months_apart(&b), b.months_apart(&a));
        let days = a.last_day().abs_diff(b.last_day());
        let months = a.months_apart(&b);
        // A month has 28 to 31 days, and two days in it may be as far apart.
        prop_assert!(days <= 31 * (months + 1) && days + 31 >= 28 * months, "{} days, {} months", days, months);
    }

    #[test]
    fn any_text_is_a_period_or_an_error_that_quotes_it(text in "[0-9HQ/ .-]{0,22}") {
        match text.parse::<Period>() {
            Ok(period) => prop_assert_eq!(period.to_string(), text),
            Err(error) => {
                let quoted = format!("“{text}” is not a period");
                prop_assert!(error.to_string().starts_with(&quoted));
            }
        }
    }
}

#[test]
fn what_is_not_a_period_is_refused() {
    for text in [
        "",
        " ",
        "22",
        "2022 ",
        " 2022",
        "２０２２",
        "1899",
        "2101",
        "-2022",
        "+2022",
        "20222",
        "2022-",
        "2022-0",
        "2022-00",
        "2022-13",
        "2022-1",
        "2022-H0",
        "2022-H3",
        "2022-h1",
        "2022-Q0",
        "2022-Q5",
        "2022-Q",
        "2022-Q11",
        "2022-Q3-01",
        "2022-02-30",
        "2023-02-29",
        "1900-02-29",
        "2022-04-31",
        "2022-01-00",
        "2022-01-1",
        "2022-01-01-01",
        "2022-01-01T00",
        "2022/",
        "/2022",
        "2022/2022",
        "2022-01/2021",
        "2022/2022-06",
        "2022-06/2022",
        "2020/2021/2022",
        "2022..2023",
        "2022~2023",
        "Q3 2022",
    ] {
        assert!(text.parse::<Period>().is_err(), "“{text}” was read as a period");
    }
}

#[test]
fn the_error_says_what_was_found_and_what_is_expected() {
    assert_eq!(
        "2022-13".parse::<Period>().unwrap_err().to_string(),
        "“2022-13” is not a period; expected 2022, 2022-H1, 2022-Q3, 2023-09, 2022-03-28 or an interval 2022-01/2022-11"
    );
}

#[test]
fn days_are_counted_through_leap_years() {
    assert_eq!(period("1970-01-01").first_day(), 0);
    assert_eq!(period("1969-12-31").first_day(), -1);
    // `date -d 2026-11-21 +%s` divided by a day.
    assert_eq!(period("2026-11-21").first_day(), 20_778);
    let length = |text: &str| period(text).last_day() - period(text).first_day() + 1;
    assert_eq!(["2023", "2024", "1900", "2000"].map(length), [365, 366, 365, 366]);
    assert_eq!(["2023-02", "2024-02", "2024-12", "2024-04"].map(length), [28, 29, 31, 30]);
    assert_eq!(["2023-Q1", "2024-Q1", "2023-H1", "2023-H2"].map(length), [90, 91, 181, 184]);
    assert_eq!(length("2024-02-29"), 1);
    assert_eq!(length("2022-01/2022-11"), 334);
}

#[test]
fn each_day_follows_the_one_before_across_every_month_end() {
    let mut before = period("1999-12-31").last_day();
    for year in 2000..=2030 {
        for month in 1..=12 {
            let month = period(&format!("{year}-{month:02}"));
            assert_eq!(month.first_day(), before + 1, "{month}");
            before = month.last_day();
        }
        assert_eq!(before, Period::year(year).last_day());
    }
}

#[test]
fn of_two_periods_that_end_together_the_longer_comes_first() {
    let mut all = ["2022-12", "2023", "2022-Q4", "2022", "2022-Q3", "2022-01/2022-11", "2022-12-31"].map(period);
    all.sort();
    let order = all.map(|it| it.to_string());
    assert_eq!(order, ["2022-Q3", "2022-01/2022-11", "2022", "2022-Q4", "2022-12", "2022-12-31", "2023"]);
}

#[test]
fn a_period_lies_within_what_covers_all_its_days() {
    let within = |a: &str, b: &str| period(a).is_within(&period(b));
    assert!(within("2022-Q3", "2022-H2") && within("2022-09-30", "2022-Q3") && within("2022", "2022"));
    assert!(within("2022-01/2022-11", "2022"));
    assert!(!within("2022", "2022-H1") && !within("2022-10", "2022-Q3") && !within("2021-12/2022-01", "2022"));
}

#[test]
fn months_apart_counts_from_end_to_end() {
    let apart = |a: &str, b: &str| period(a).months_apart(&period(b));
    assert_eq!(apart("2022", "2023"), 12);
    assert_eq!(apart("2022", "2022-Q4"), 0);
    assert_eq!(apart("2022-03-28", "2022-03-01"), 0);
    assert_eq!(apart("2022-01-31", "2022-02-01"), 1);
    assert_eq!(apart("2022-Q3", "2023-10"), 13);
    assert_eq!(apart("2022-01/2022-11", "2022"), 1);
}

#[test]
fn a_period_knows_the_year_it_ends_in() {
    assert_eq!(["2022", "2022-Q1", "2021-07/2022-06", "2022-01-01"].map(|it| period(it).last_year()), [2022; 4]);
}

#[test]
fn a_span_given_backwards_is_turned_round() {
    let span: TimeSpan = "2024..2022".parse().unwrap();
    assert_eq!(span.to_string(), "2022..2024");
    assert_eq!("2022..2022".parse::<TimeSpan>().unwrap(), TimeSpan::one(period("2022")));
    for text in ["2022..", "..2022", "..", "2022...2023", "2022..2023..2024", "2022..abc"] {
        assert!(text.parse::<TimeSpan>().is_err(), "{text}");
    }
}

#[test]
fn a_span_contains_only_what_lies_wholly_in_it() {
    let span: TimeSpan = "2022..2023-Q2".parse().unwrap();
    for inside in ["2022", "2022-Q4", "2023-06", "2023-06-30", "2022-07/2023-06"] {
        assert!(span.contains(&period(inside)), "{inside}");
    }
    for outside in ["2021", "2023", "2023-07-01", "2021-12/2022-02"] {
        assert!(!span.contains(&period(outside)), "{outside}");
    }
}

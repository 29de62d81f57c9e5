//! Numbers and periods as each language writes them.

use crate::support::{laws, period, record};
use proptest::prelude::*;
use tinh_so::{
    domain::*,
    text::{self, Locale},
};

/// A no-break space, made visible so that the tests can be read.
fn seen(text: &str) -> String {
    text.replace('\u{a0}', "·")
}

fn both(value: f64, decimals: Option<u8>) -> [String; 2] {
    Locale::ALL.map(|locale| text::number(locale, value, decimals))
}

fn of_unit(kind: UnitKind, symbol: (&str, &str), value: f64) -> [String; 2] {
    let symbol = Words::new(symbol.0, symbol.1);
    let unit = Unit { id: "unit".into(), name: symbol.clone(), symbol, kind };
    Locale::ALL.map(|locale| seen(&text::with_symbol(locale, value, &unit, None)))
}

#[test]
fn vietnamese_writes_a_decimal_comma_and_english_a_point() {
    assert_eq!(both(83.5, None), ["83,5", "83.5"]);
    assert_eq!(both(0.0501, None), ["0,0501", "0.0501"]);
}

#[test]
fn thousands_are_grouped_each_in_its_own_way() {
    assert_eq!(both(999.0, None), ["999", "999"]);
    assert_eq!(both(1000.0, None), ["1.000", "1,000"]);
    assert_eq!(both(1_234_567.25, None), ["1.234.567,25", "1,234,567.25"]);
    assert_eq!(both(123_456.0, None), ["123.456", "123,456"]);
}

#[test]
fn a_negative_number_has_a_true_minus() {
    assert_eq!(both(-24.0, None), ["−24", "−24"]);
    assert_eq!(both(-1000.5, None), ["−1.000,5", "−1,000.5"]);
    assert_eq!(both(-0.0, None), ["0", "0"]);
}

#[test]
fn decimals_are_padded_and_never_cut() {
    assert_eq!(both(0.7, Some(4)), ["0,7000", "0.7000"]);
    assert_eq!(both(7.0, Some(2)), ["7,00", "7.00"]);
    assert_eq!(both(0.71239, Some(4)), ["0,71239", "0.71239"]);
    assert_eq!(both(12.0, Some(0)), ["12", "12"]);
}

#[test]
fn a_unit_stands_after_a_space_that_does_not_break() {
    assert_eq!(of_unit(UnitKind::Share, ("%", "%"), 83.5), ["83,5·%", "83.5%"]);
    assert_eq!(of_unit(UnitKind::Count, ("trạm", "stations"), 3500.0), ["3.500·trạm", "3,500·stations"]);
    assert_eq!(of_unit(UnitKind::Index, ("", ""), 0.5), ["0,5", "0.5"]);
}

#[test]
fn a_change_shows_its_direction() {
    assert_eq!(of_unit(UnitKind::Change, ("bậc", "places"), 3.0), ["tăng 3·bậc", "up 3·places"]);
    assert_eq!(of_unit(UnitKind::Change, ("bậc", "places"), -24.0), ["giảm 24·bậc", "down 24·places"]);
    assert_eq!(of_unit(UnitKind::Change, ("bậc", "places"), 0.0), ["0·bậc", "0·places"]);
}

proptest! {
    #![proptest_config(laws(512))]

    /// The digits somebody stated are the digits a reader sees, in order, and nothing else but zeros behind them.
    #[test]
    fn no_number_is_ever_rounded(
        whole in 0..2_000_000_000_u64, fraction in "[0-9]{0,5}", negative: bool, decimals in 0..6_u8
    ) {
        let stated = if fraction.is_empty() { whole.to_string() } else { format!("{whole}.{fraction}") };
        let value: f64 = stated.parse().unwrap();
        let value = if negative { -value } else { value };
        for locale in Locale::ALL {
            let written = text::number(locale, value, Some(decimals));
            let (group, point) = (locale.either('.', ','), locale.either(',', '.'));
            let back = written.replace(group, "").replace(point, ".").replace('−', "-");
            prop_assert_eq!(back.parse::<f64>().unwrap(), value, "{}", &written);
            let kept = fraction.trim_end_matches('0').len();
            let shown = written.split_once(point).map_or(0, |(_, fraction)| fraction.len());
            prop_assert_eq!(shown, kept.max(usize::from(decimals)), "{}", &written);
            let groups: Vec<&str> = written.split(point).next().unwrap().trim_start_matches('−').split(group).collect();
            prop_assert!(groups[1..].iter().all(|it| it.len() == 3) && (1..=3).contains(&groups[0].len()));
        }
    }
}

// --- Figures of observations ---

/// The figure with its sign, in both languages, of the only observation of a record.
fn signed(record: &Record) -> [String; 2] {
    let o = &record.observations[0];
    Locale::ALL.map(|locale| seen(&text::signed_figure(locale, o, &record.indicators[&o.indicator])))
}

#[test]
fn a_rank_says_among_how_many() {
    let record = record().indicator("dti-rank").rank_of(63.0).observation("dong-nai-cu", "dti-rank", "2022", 43.0);
    assert_eq!(signed(&record.build()), ["43/63", "43/63"]);
}

#[test]
fn every_hedge_has_its_sign_and_an_exact_figure_has_none() {
    let of = |qualifier| signed(&record().observation("a", "fibre", "2022", 86.0).qualified(qualifier).build());
    for (qualifier, vi, en) in [
        (Qualifier::Exact, "86·%", "86%"),
        (Qualifier::About, "khoảng·86·%", "about·86%"),
        (Qualifier::MoreThan, ">·86·%", ">·86%"),
        (Qualifier::AtLeast, "≥·86·%", "≥·86%"),
        (Qualifier::AtMost, "≤·86·%", "≤·86%"),
        (Qualifier::LessThan, "<·86·%", "<·86%"),
        (Qualifier::Estimate, "~·86·%", "~·86%"),
        (Qualifier::Disputed, "?·86·%", "?·86%"),
    ] {
        assert_eq!(of(qualifier), [vi, en]);
    }
}

#[test]
fn a_missing_figure_is_a_reason_in_words_and_never_a_number() {
    for (missing, _) in Missing::CODES {
        for text in signed(&record().missing("a", "fibre", "2022", *missing).build()) {
            assert!(text.chars().all(|c| !c.is_numeric()) && text.len() > 5, "{text}");
        }
    }
    let zero = record().observation("a", "fibre", "2022", 0.0).build();
    assert_eq!(signed(&zero), ["0·%", "0%"]);
}

#[test]
fn an_indicator_pads_its_figures_to_its_decimals() {
    let record = record().indicator("dti").decimals(4).observation("a", "dti", "2022", 0.7);
    assert_eq!(signed(&record.build()), ["0,7000·%", "0.7000%"]);
}

// --- Periods ---

#[test]
fn each_language_writes_each_kind_of_period_its_own_way() {
    for (it, vi, en) in [
        ("2022", "2022", "2022"),
        ("2022-H1", "6 tháng đầu năm 2022", "H1 2022"),
        ("2022-H2", "6 tháng cuối năm 2022", "H2 2022"),
        ("2022-Q3", "quý III/2022", "Q3 2022"),
        ("2022-Q4", "quý IV/2022", "Q4 2022"),
        ("2023-09", "tháng 9/2023", "September 2023"),
        ("2022-03-28", "28/3/2022", "28 March 2022"),
        ("2022-01/2022-11", "tháng 1/2022 – tháng 11/2022", "January 2022 – November 2022"),
    ] {
        assert_eq!(Locale::ALL.map(|locale| text::period(locale, &period(it))), [vi, en]);
    }
}

#[test]
fn an_axis_writes_periods_shorter() {
    for (it, vi, en) in [
        ("2022", "2022", "2022"),
        ("2022-H1", "nửa đầu 2022", "H1 2022"),
        ("2022-H2", "nửa cuối 2022", "H2 2022"),
        ("2022-H1/2022-H2", "nửa đầu 2022–nửa cuối 2022", "H1 2022–H2 2022"),
        ("2022-Q3", "quý III/2022", "Q3 2022"),
        ("2023-09", "9/2023", "Sep 2023"),
        ("2022-03-28", "28/3/2022", "28 Mar 2022"),
        ("2022-01/2022-11", "1/2022–11/2022", "Jan 2022–Nov 2022"),
    ] {
        assert_eq!(Locale::ALL.map(|locale| text::period_short(locale, &period(it))), [vi, en]);
    }
}

#[test]
fn a_span_of_one_period_is_written_as_that_period() {
    let span = |text: &str| Locale::ALL.map(|locale| text::timespan(locale, &text.parse().unwrap()));
    assert_eq!(span("2022"), ["2022", "2022"]);
    assert_eq!(span("2022..2024-Q1"), ["2022 – quý I/2024", "2022 – Q1 2024"]);
}

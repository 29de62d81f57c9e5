//! The measured growth as one Markdown table: a column for each size, and what each is to the first.

use super::{
    generate::Size,
    measure::{Cost, Weight},
};
use std::fmt::Write;

/// Everything measured at one size.
pub(super) struct Column {
    pub(super) size: Size,
    pub(super) check: Cost,
    pub(super) write: Cost,
    /// Seconds for all pages, where they were rendered.
    pub(super) render: Option<f64>,
    pub(super) files: Vec<Weight>,
}

/// The table. Linear work takes the same time for each row whatever the size; the factor says what it takes at a size
/// for each second at the first.
pub(super) fn table(columns: &[Column]) -> String {
    let Some(first) = columns.first() else { return String::new() };
    let build = if cfg!(debug_assertions) { "not optimised" } else { "optimised" };
    let mut text = format!(
        "Growth of the record. This program was built {build}; each measure in a process of its own. “× n” is the \
         factor to the first size.\n\n"
    );
    let mut line = |name: &str, cell: &dyn Fn(&Column) -> String| {
        let cells: Vec<String> = columns.iter().map(cell).collect();
        let _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
    };
    line("places x indicators x periods", &|it| it.size.to_string());
    line("---", &|_| "---:".to_owned());
    let against = |of: f64, to: f64| if to > 0.0 { format!(" (× {:.2})", of / to) } else { String::new() };
    let counted = |it: &Column, of: &dyn Fn(&Column) -> f64| match std::ptr::eq(it, first) {
        true => number(of(it)),
        false => format!("{}{}", number(of(it)), against(of(it), of(first))),
    };
    line("figures (rows)", &|it| counted(it, &|it| it.check.rows as f64));
    line("places in all", &|it| counted(it, &|it| it.check.places as f64));
    line("documents", &|it| counted(it, &|it| it.check.sources as f64));
    for (name, cost) in [("check", (|it| &it.check) as fn(&Column) -> &Cost), ("snapshots", |it| &it.write)] {
        line(&format!("{name}: time"), &|it| format!("{:.2} s", cost(it).seconds));
        line(&format!("{name}: µs for each row"), &|it| counted(it, &|it| per_row(cost(it), cost(it).seconds * 1e6)));
        line(&format!("{name}: peak memory"), &|it| match cost(it).peak {
            Some(peak) => format!("{:.0} MB", peak as f64 / 1e6),
            None => "not measured".to_owned(),
        });
        if columns.iter().all(|it| cost(it).peak.is_some()) {
            let memory = |it: &Column| per_row(cost(it), cost(it).peak.unwrap_or(0) as f64);
            line(&format!("{name}: memory bytes for each row"), &|it| counted(it, &memory));
        }
        let what = if name == "check" { "tables" } else { "data version" };
        line(&format!("{what}: bytes for each row"), &|it| counted(it, &|it| per_row(cost(it), cost(it).bytes as f64)));
    }
    if columns.iter().any(|it| it.render.is_some()) {
        line("pages: time (renderer not optimised)", &|it| {
            it.render.map_or_else(String::new, |it| format!("{it:.0} s"))
        });
    }
    let kinds = columns.iter().max_by_key(|it| it.files.len()).map_or(&[] as &[Weight], |it| &it.files);
    for kind in kinds {
        let of = |it: &Column| it.files.iter().find(|one| one.kind == kind.kind).cloned();
        line(&format!("{} (brotli)", kind.kind), &|it| match (of(it), of(first)) {
            (Some(own), Some(base)) if !std::ptr::eq(it, first) => {
                let factor = against(own.brotli as f64, base.brotli as f64);
                format!("{} ({}){factor}", number(own.raw as f64), number(own.brotli as f64))
            }
            (Some(own), _) => format!("{} ({})", number(own.raw as f64), number(own.brotli as f64)),
            (None, _) => "not rendered".to_owned(),
        });
    }
    text
}

fn per_row(cost: &Cost, whole: f64) -> f64 {
    whole / cost.rows.max(1) as f64
}

/// Digits in groups of three; small numbers with one decimal.
fn number(number: f64) -> String {
    if number < 100.0 && number.fract() != 0.0 {
        return format!("{number:.1}");
    }
    let digits = format!("{number:.0}");
    let grouped: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    grouped.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_is_set_against_the_first_and_what_was_not_measured_says_so() {
        let cost =
            |rows: u64, seconds: f64, peak| Cost { rows, places: 99, sources: 5, bytes: rows * 80, seconds, peak };
        let column = |size: &str, rows, seconds, peak, files: &[(&str, u64)]| Column {
            size: size.parse().unwrap_or(Size { places: 0, indicators: 0, periods: 0 }),
            check: cost(rows, seconds, peak),
            write: cost(rows, seconds, peak),
            render: None,
            files: files
                .iter()
                .map(|(kind, raw)| Weight { kind: (*kind).into(), raw: *raw, brotli: raw / 10 })
                .collect(),
        };
        let small = column("63x40", 1000, 1.0, Some(2_000_000), &[("index.json", 1230), ("page: home", 50)]);
        let large = column("700x40", 10_000, 40.0, None, &[("index.json", 12_300)]);
        let table = table(&[small, large]);
        let line = |name: &str| table.lines().find(|line| line.starts_with(&format!("| {name}"))).unwrap_or_default();
        assert_eq!(line("check: µs"), "| check: µs for each row | 1 000 | 4 000 (× 4.00) |");
        assert_eq!(line("check: peak"), "| check: peak memory | 2 MB | not measured |");
        assert_eq!(line("index.json"), "| index.json (brotli) | 1 230 (123) | 12 300 (1 230) (× 10.00) |");
        assert_eq!(line("page: home"), "| page: home (brotli) | 50 (5) | not rendered |");
        assert_eq!(line("pages"), "");
    }
}

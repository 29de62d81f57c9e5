//! The figures and the documents that state them: shares that grow with some noise, gaps, hedges, targets, documents
//! that disagree.

use super::{
    Size, Table,
    definitions::{Made, Span, Unit},
    places::Units,
    random::Random,
};
use std::collections::{BTreeMap, BTreeSet};

/// The last year with figures; the mergers came in the middle of it.
const LAST: usize = 2025;
/// How many of the places report about themselves under one definition.
const OWN_REPORTS: f64 = 0.1;

/// Documents by id: title, publisher, date, kind, series.
type Sources = BTreeMap<String, [String; 5]>;

/// Writes `observations`, `sources`, `series` and `set_aside`.
pub(super) fn write(size: &Size, seed: u64, units: &Units, indicators: &[Made]) -> Vec<Table> {
    let mut figures = Figures {
        table: Table::new(
            "observations.csv",
            "place,indicator,period,period_inferred,status,value,qualifier,missing,source,note_vi,note_en",
        ),
        sources: Sources::new(),
        aside: Table::new("set_aside.csv", "source,place,indicator,period,printed,note_vi,note_en"),
    };
    for it in indicators {
        let mut random = Random::new(seed, &it.id);
        match &it.series {
            Some(series) => figures.common(size, units, it, series, &mut random),
            None => figures.own(units, it, &mut random),
        }
    }
    let mut sources = Table::new(
        "sources.csv",
        "source,title,publisher,author,published,published_inferred,url,kind,series,licence,accessed,note_vi,note_en",
    );
    for (id, [title, publisher, published, kind, series]) in &figures.sources {
        let url = format!("https://tailieu.example/{id}");
        sources.row([id, title, publisher, "", published, "", &url, kind, series, "", "", "", ""]);
    }
    let mut series = Table::new("series.csv", "series,name_vi,name_en,measured_by_vi,measured_by_en");
    let ids: BTreeSet<&String> = figures.sources.values().map(|it| &it[4]).filter(|id| !id.is_empty()).collect();
    for id in ids {
        series.row([id.as_str(), &format!("Bộ số liệu {id}"), &format!("Data set {id}"), "Bộ", "the ministry"]);
    }
    vec![figures.table, sources, series, figures.aside]
}

struct Figures {
    table: Table,
    sources: Sources,
    aside: Table,
}

/// One figure about to be written.
struct Stated<'a> {
    place: &'a str,
    indicator: &'a str,
    period: &'a str,
    target: bool,
    value: &'a str,
    /// How it was stated; or, without a value, why there is none.
    how: &'a str,
    source: &'a str,
    noted: bool,
}

impl Figures {
    fn add(&mut self, it: Stated) {
        let (vi, en) = match it.noted {
            true => ("Nguồn ghi số này trong phần phụ lục.", "The source gives this number in an annex."),
            false => ("", ""),
        };
        let (qualifier, missing) = if it.value.is_empty() { ("", it.how) } else { (it.how, "") };
        let status = if it.target { "target" } else { "actual" };
        self.table.row([
            it.place,
            it.indicator,
            it.period,
            "",
            status,
            it.value,
            qualifier,
            missing,
            it.source,
            vi,
            en,
        ]);
    }

    /// The document of a place about itself in a year; every third is a newspaper's.
    fn report(&mut self, place: &str, year: usize) -> String {
        let id = format!("{place}-{year}");
        let press = place.len().is_multiple_of(3);
        self.sources.entry(id.clone()).or_insert_with(|| {
            let kind = if press { "press" } else { "official" };
            [
                format!("Báo cáo chuyển đổi số năm {year}: {place}"),
                place.to_owned(),
                format!("{year}-12"),
                kind.into(),
                String::new(),
            ]
        });
        id
    }

    /// A common measurement: in each of its years nearly every unit of that year's list, and the country.
    fn common(&mut self, size: &Size, units: &Units, it: &Made, series: &str, random: &mut Random) {
        let (first, last) = match it.span {
            Span::Both => (LAST + 1 - size.periods, LAST),
            Span::Former => (LAST + 1 - size.periods, LAST - 1),
            Span::Current => (LAST, LAST),
        };
        // Newer editions are better known than older ones; the last always is.
        let known = |year: usize, random: &mut Random| {
            let age = (LAST - year) as f64 / size.periods as f64;
            year == last || random.chance(0.4 * (1.0 - age).powi(2))
        };
        let years: Vec<usize> = (first..=last).filter(|year| known(*year, random)).collect();
        let starts: Vec<(f64, f64)> =
            (0..size.places).map(|_| (0.2 + 0.5 * random.unit(), 0.015 * random.unit())).collect();
        for year in years {
            let list = if year < LAST { &units.former } else { &units.current };
            let source = format!("{series}-{year}");
            self.sources.entry(source.clone()).or_insert_with(|| {
                [
                    format!("Bộ chỉ số {series}, kỳ {year}"),
                    "Cơ quan khảo sát".into(),
                    format!("{}-06", year + 1),
                    "survey".into(),
                    series.to_owned(),
                ]
            });
            let period = year.to_string();
            let ranks = random.order(if it.unit == Unit::Rank { list.len() } else { 0 });
            for (n, place) in list.iter().enumerate() {
                let (start, slope) = starts[n];
                let grown = start + slope * (year + size.periods - LAST) as f64 + 0.02 * (random.unit() - 0.5);
                let value = ranks.get(n).map_or_else(|| written(it.unit, grown), ToString::to_string);
                let (gap, withheld, estimate) = (random.chance(0.02), random.chance(0.01), random.chance(0.005));
                let noted = random.chance(0.02);
                if gap {
                    continue;
                }
                let (value, how) = match (withheld, estimate) {
                    (true, _) => ("", "not_published"),
                    (_, true) => (value.as_str(), "estimate"),
                    _ => (value.as_str(), "exact"),
                };
                let stated = Stated {
                    place,
                    indicator: &it.id,
                    period: &period,
                    target: false,
                    value,
                    how,
                    source: &source,
                    noted,
                };
                self.add(stated);
                // Here and there a place's own report says the same or something else.
                if random.chance(0.01) && it.unit != Unit::Rank {
                    let (source, value) = (self.report(place, year), written(it.unit, grown + 0.01));
                    self.add(Stated {
                        place,
                        indicator: &it.id,
                        period: &period,
                        target: false,
                        value: &value,
                        how: "about",
                        source: &source,
                        noted: false,
                    });
                }
            }
            if it.unit != Unit::Rank {
                let value = written(it.unit, 0.5 + 0.01 * random.unit());
                self.add(Stated {
                    place: "viet-nam",
                    indicator: &it.id,
                    period: &period,
                    target: false,
                    value: &value,
                    how: "exact",
                    source: &source,
                    noted: false,
                });
            }
        }
    }

    /// What provinces report about themselves: some of them, each at its own time and in its own words.
    fn own(&mut self, units: &Units, it: &Made, random: &mut Random) {
        for (n, place) in units.former.iter().enumerate() {
            // The first two are those that some pages show by themselves.
            if n >= 2 && !random.chance(OWN_REPORTS) {
                continue;
            }
            let (begun, start) = (2019 + random.below(5), 0.2 + 0.6 * random.unit());
            let times = 1 + usize::from(random.chance(0.4));
            for year in begun..begun + times {
                let period = match random.below(4) {
                    0 => year.to_string(),
                    1 => format!("{year}-H{}", 1 + random.below(2)),
                    2 => format!("{year}-Q{}", 1 + random.below(4)),
                    _ => format!("{year}-{:02}", 1 + random.below(12)),
                };
                let source = self.report(place, year);
                let share = start + 0.05 * (year - begun) as f64;
                let value = written(it.unit, share);
                let hedges =
                    ["exact", "exact", "exact", "exact", "exact", "about", "more_than", "estimate", "at_least"];
                let how = random.pick(&hedges);
                let noted = random.chance(0.1);
                self.add(Stated {
                    place,
                    indicator: &it.id,
                    period: &period,
                    target: false,
                    value: &value,
                    how,
                    source: &source,
                    noted,
                });
                if random.chance(0.03) {
                    let other = format!("bao-{place}-{year}");
                    self.sources.entry(other.clone()).or_insert_with(|| {
                        [
                            format!("{place}: con số năm {year}"),
                            "Báo địa phương".into(),
                            format!("{year}-12"),
                            "press".into(),
                            String::new(),
                        ]
                    });
                    let value = written(it.unit, share + 0.08);
                    self.add(Stated {
                        place,
                        indicator: &it.id,
                        period: &period,
                        target: false,
                        value: &value,
                        how: "exact",
                        source: &other,
                        noted: false,
                    });
                }
            }
            let source = self.report(place, begun);
            if random.chance(0.3) {
                let due = random.pick(&["2025", "2030"]);
                let value = written(it.unit, start + 0.2);
                self.add(Stated {
                    place,
                    indicator: &it.id,
                    period: due,
                    target: true,
                    value: &value,
                    how: "at_least",
                    source: &source,
                    noted: false,
                });
            }
            if random.chance(0.01) {
                let (vi, en) = ("Quá 100 %, nên không vẽ.", "More than 100%, so not drawn.");
                self.aside.row([&source, place, &it.id, &begun.to_string(), "104,2 %", vi, en]);
            }
        }
    }
}

/// A share from 0 to 1 as a number of the unit.
fn written(unit: Unit, share: f64) -> String {
    let share = share.clamp(0.0, 1.0);
    match unit {
        Unit::Share => format!("{:.1}", share * 100.0),
        Unit::Index => format!("{share:.3}"),
        Unit::Score => format!("{:.2}", share * 100.0),
        Unit::Rank | Unit::Count => format!("{:.0}", share * 4000.0),
    }
}

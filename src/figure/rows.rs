//! The rows of a download, of a view or of a whole indicator: ids before names, flags, sources, breaks, and the verdict,
//! in every row, so that a row cut out of its table still says what it is; and these rows as CSV.

use super::{Panel, Row, View};
use crate::{
    domain::{Flag, Id, Observation, Period, Rank, Reading, Record, Sign, Source, Status, Verdict, compare},
    text::{self, Locale},
};
use std::collections::{BTreeMap, BTreeSet};

/// The most reasons of one kind that a row spells out: a thousand hedged figures give a million pairs.
const MOST_OF_A_KIND: usize = 3;

/// The columns of a download.
pub(super) const COLUMNS: [&str; 30] = [
    "place",
    "place_vi",
    "place_en",
    "indicator",
    "indicator_vi",
    "indicator_en",
    "period",
    "period_inferred",
    "status",
    "value",
    "unit",
    "qualifier",
    "missing",
    "flag",
    "after_break",
    "rank",
    "ranked_of",
    "comparable",
    "reasons",
    "reasons_vi",
    "reasons_en",
    "source",
    "source_title",
    "measured_by_vi",
    "measured_by_en",
    "publisher",
    "published",
    "url",
    "note_vi",
    "note_en",
];

/// The columns that hold numbers.
const NUMBERS: [&str; 3] = ["value", "rank", "ranked_of"];

/// Whether a column holds numbers.
pub(super) fn is_number(column: &str) -> bool {
    NUMBERS.contains(&column)
}

/// The rows of a download.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows(pub(super) Vec<[String; 30]>);

impl Rows {
    /// How many figures it holds.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As CSV: UTF-8 with a byte order mark and CRLF (RFC 4180), decimal point. A text that a spreadsheet would take for a
    /// formula gets an apostrophe before it; numbers never do.
    pub fn csv(&self) -> String {
        let mut text = format!("\u{feff}{}\r\n", COLUMNS.join(","));
        for row in &self.0 {
            for (n, (column, cell)) in COLUMNS.iter().zip(row).enumerate() {
                if n > 0 {
                    text.push(',');
                }
                text.push_str(&if is_number(column) { cell.clone() } else { quoted(&safe(cell)) });
            }
            text.push_str("\r\n");
        }
        text
    }
}

/// Every figure of a view, panel after panel, as the table lists them.
pub fn view_rows(record: &Record, view: &View) -> Rows {
    let mut rows = Rows::default();
    let shared = Judged::of(record, &view.verdict);
    for panel in &view.panels {
        let drawn: BTreeSet<*const Row> = panel.whole().map(std::ptr::from_ref).collect();
        for row in panel.every() {
            let place = &row.place;
            let ranked = row.rank.zip(panel.ranked);
            let own = || Judged::of(record, &own_verdict(record, view, row));
            let verdict = if drawn.contains(&std::ptr::from_ref(row)) { &shared } else { &own() };
            rows.push(record, &row.observation, &row.source, &place.id, ranked, verdict);
        }
    }
    rows
}

/// A figure that is listed and not drawn, against those that are.
fn own_verdict(record: &Record, view: &View, row: &Row) -> Verdict {
    let drawn = view.panels.iter().flat_map(Panel::whole);
    compare(record, drawn.chain([row]).map(|row| &*row.observation))
}

/// Every figure of one indicator, by place and period. The verdict of a row is the one over the figures it would stand
/// beside: of its period and status, those of the common measurement among themselves, and provinces without the
/// country and regions that contain them.
pub fn indicator_rows(record: &Record, id: &str) -> Rows {
    let key = |o: &Observation| {
        let unit = record.place(&o.place).is_some_and(|place| place.is_unit());
        (o.period, o.status, record.is_common(o), unit)
    };
    let mut groups: BTreeMap<_, Vec<&Observation>> = BTreeMap::new();
    for o in record.figures(id) {
        groups.entry(key(o)).or_default().push(o);
    }
    let judged = |&(period, status, common, unit): &(Period, Status, bool, bool)| {
        let both = [false, true];
        let beside = both.into_iter().filter(|it| *it || !common).flat_map(|of_common| {
            both.into_iter().filter(|it| *it || !unit).map(move |of_unit| (period, status, of_common, of_unit))
        });
        let beside = beside.filter_map(|key| groups.get(&key)).flatten().copied();
        Judged::of(record, &compare(record, beside))
    };
    let verdicts: BTreeMap<_, Judged> = groups.keys().map(|key| (*key, judged(key))).collect();
    let mut rows = Rows::default();
    for o in record.figures(id) {
        if let (Some(source), Some(verdict)) = (record.source(&o.source), verdicts.get(&key(o))) {
            rows.push(record, o, source, &o.place, None, verdict);
        }
    }
    rows
}

/// A verdict in the words of a row, made once for all rows that share it.
struct Judged {
    comparable: &'static str,
    reasons: String,
    said: [String; 2],
}

impl Judged {
    fn of(record: &Record, verdict: &Verdict) -> Self {
        let mut reasons: Vec<&str> = verdict.reasons.iter().map(|it| it.kind().id()).collect();
        reasons.dedup();
        let said = |locale: Locale| {
            let mut said = Vec::new();
            for of_kind in verdict.reasons.chunk_by(|a, b| a.kind() == b.kind()) {
                said.extend(of_kind.iter().take(MOST_OF_A_KIND).map(|it| text::reason(locale, record, it)));
                let more = of_kind.len().saturating_sub(MOST_OF_A_KIND);
                if more > 0 {
                    said.push(
                        locale.either(format!("và {more} cặp nữa như vậy"), format!("and {more} more such pairs")),
                    );
                }
            }
            said.join("; ")
        };
        let comparable = match verdict.sign {
            Sign::Comparable => "yes",
            Sign::Caution => "caution",
            Sign::NotComparable => "no",
        };
        Self { comparable, reasons: reasons.join(" "), said: [said(Locale::Vi), said(Locale::En)] }
    }
}

impl Rows {
    fn push(
        &mut self,
        record: &Record,
        o: &Observation,
        source: &Source,
        place: &Id,
        ranked: Option<(Rank, u16)>,
        verdict: &Judged,
    ) {
        let place = record.place(place);
        let indicator = record.indicators.get(&o.indicator);
        let name = |locale: Locale| place.map(|it| locale.pick(&it.name).to_string()).unwrap_or_default();
        let what = |locale: Locale| indicator.map(|it| locale.pick(&it.name).to_string()).unwrap_or_default();
        let (value, missing) = match o.reading {
            Reading::Value(value) => (value.to_string(), ""),
            Reading::Missing(reason) => (String::new(), reason.code()),
        };
        let since = record.begins_anew(o);
        let note = |locale: Locale| {
            let band = ranked.filter(|(rank, _)| rank.is_band()).map(|(rank, of)| text::rank_words(locale, rank, of));
            let caveat = indicator.map(|it| locale.pick(&it.caveat).to_string());
            let said =
                [Some(locale.pick(&o.note).to_string()), band.map(|it| format!("{}.", text::capital(&it))), caveat];
            said.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
        };
        let [said_vi, said_en] = &verdict.said;
        let cells: [String; 30] = [
            o.place.to_string(),
            name(Locale::Vi),
            name(Locale::En),
            o.indicator.to_string(),
            what(Locale::Vi),
            what(Locale::En),
            o.period.to_string(),
            if o.period_inferred { "yes".to_owned() } else { String::new() },
            o.status.code().to_owned(),
            value,
            indicator.map(|it| it.unit.id.to_string()).unwrap_or_default(),
            if missing.is_empty() { o.qualifier.code().to_owned() } else { String::new() },
            missing.to_owned(),
            Flag::of(o).code().to_owned(),
            since.map(|date| date.to_string()).unwrap_or_default(),
            // A spreadsheet reads “12–25” as a date: a rank that is not certain is said in the note.
            ranked.filter(|(rank, _)| !rank.is_band()).map(|(rank, _)| rank.place.to_string()).unwrap_or_default(),
            ranked.map(|(_, of)| of.to_string()).unwrap_or_default(),
            verdict.comparable.to_owned(),
            verdict.reasons.clone(),
            said_vi.clone(),
            said_en.clone(),
            source.id.to_string(),
            source.title.to_string(),
            source.measured_by.vi.to_string(),
            source.measured_by.en.to_string(),
            source.publisher.to_string(),
            source.published.map(|date| date.to_string()).unwrap_or_default(),
            source.url.to_string(),
            note(Locale::Vi),
            note(Locale::En),
        ];
        self.0.push(cells);
    }
}

/// Whether a spreadsheet may take a text for a formula: by its first character, as OWASP lists them ("CSV Injection"), with
/// the wide forms that Excel takes for the same in some languages.
pub fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// A text that no spreadsheet takes for a formula.
fn safe(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

fn quoted(cell: &str) -> String {
    match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

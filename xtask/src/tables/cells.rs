//! Typed reading of a row's cells. Each reader says what is wrong and goes on, so that a row with three faults gets
//! three messages.

use super::{
    csv_file::Row,
    dates, number,
    problem::{Log, Reported, nearest},
    spec::Spec,
};
use std::collections::BTreeMap;
use tinh_so::domain::{Id, Period, PeriodPart, Words};

/// One row under its header.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    pub(super) spec: &'a Spec,
    pub(super) row: &'a Row,
    pub(super) log: &'a Log,
}

/// The ids a table gives, each with its line; `None` if the table could not be read, or only in part, so that nothing can
/// be said about references to it.
pub(super) struct Known {
    pub(super) noun: &'static str,
    pub(super) ids: Option<BTreeMap<Id, u64>>,
}

impl Known {
    /// The id itself, so that a million rows that name it share one text.
    fn shared(&self, id: &str) -> Id {
        let known = self.ids.as_ref().and_then(|ids| ids.get_key_value(id));
        known.map_or_else(|| id.into(), |(id, _)| id.clone())
    }
}

impl Known {
    /// What is wrong with an id that the table does not give; nothing where the table could not be read whole.
    pub(super) fn unknown(&self, id: &str) -> Option<String> {
        let ids = self.ids.as_ref()?;
        let near = nearest(id, ids.keys().map(|id| &**id)).map(|it| format!("; {it}")).unwrap_or_default();
        (!ids.contains_key(id)).then(|| format!("“{id}” is not a {}{near}", self.noun))
    }

    /// Whether the table gives this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.as_ref().is_some_and(|ids| ids.contains_key(id))
    }
}

impl<'a> Cells<'a> {
    /// The cell's text, which may be empty.
    pub(super) fn get(self, column: &str) -> &'a str {
        let at = self.spec.columns.iter().position(|name| *name == column);
        at.and_then(|at| self.row.cells.get(at)).map(String::as_str).unwrap_or_default()
    }

    /// Writes down a problem with a cell.
    pub(super) fn wrong(self, column: &str, message: impl Into<String>, hint: Option<String>) -> Reported {
        self.log.problem(self.spec.file, (Some(self.row.line), Some(column)), message.into(), hint)
    }

    /// A text that must be there.
    pub(super) fn text(self, column: &str) -> Result<Id, Reported> {
        match self.get(column) {
            "" => {
                let noun = if self.spec.noun.is_empty() { "row" } else { self.spec.noun };
                Err(self.wrong(column, "is empty", Some(format!("every {noun} needs it"))))
            }
            text => Ok(text.into()),
        }
    }

    /// Both languages, which must be there.
    pub(super) fn words(self, base: &str) -> Result<Words, Reported> {
        let (in_vi, in_en) = (format!("{base}_vi"), format!("{base}_en"));
        if self.get(&in_vi).is_empty() && self.get(&in_en).is_empty() {
            let hint = "write it in both languages".to_owned();
            return Err(self.wrong(&in_vi, format!("is empty, and so is {in_en}"), Some(hint)));
        }
        let (vi, en) = (self.text(&in_vi), self.text(&in_en));
        Ok(Words { vi: vi?, en: en? })
    }

    /// Both languages or neither.
    pub(super) fn maybe_words(self, base: &str) -> Result<Words, Reported> {
        let (in_vi, in_en) = (format!("{base}_vi"), format!("{base}_en"));
        let (vi, en) = (self.get(&in_vi), self.get(&in_en));
        let (empty, given) = match (vi.is_empty(), en.is_empty()) {
            (true, false) => (in_vi, in_en),
            (false, true) => (in_en, in_vi),
            (true, true) => return Ok(Words::default()),
            (false, false) => return Ok(Words::new(vi, en)),
        };
        let hint = "write it in both languages or in neither".to_owned();
        Err(self.wrong(&empty, format!("is empty although {given} is not"), Some(hint)))
    }

    /// One of a closed list.
    pub(super) fn code<T: Copy>(self, column: &str, codes: &[(T, &str)]) -> Result<T, Reported> {
        let text = self.get(column);
        codes.iter().find(|(_, code)| *code == text).map(|(value, _)| *value).ok_or_else(|| {
            let all: Vec<&str> = codes.iter().map(|(_, code)| *code).collect();
            let message = if text.is_empty() { "is empty".to_owned() } else { format!("“{text}” is not a code") };
            self.wrong(column, message, Some(format!("expected one of: {}", all.join(", "))))
        })
    }

    /// One of a closed list of words.
    pub(super) fn word(self, column: &str, words: &[&'static str]) -> Result<&'static str, Reported> {
        let codes: Vec<(&'static str, &str)> = words.iter().map(|word| (*word, *word)).collect();
        self.code(column, &codes)
    }

    /// The mark, or nothing.
    pub(super) fn mark(self, column: &str, mark: &str) -> Result<bool, Reported> {
        match self.get(column) {
            "" => Ok(false),
            text if text == mark => Ok(true),
            text => {
                let hint = format!("expected “{mark}” or nothing");
                Err(self.wrong(column, format!("“{text}” is not a mark"), Some(hint)))
            }
        }
    }

    /// One of a closed list of limits, or nothing, which is the first of the list.
    pub(super) fn limit<T: Copy>(self, column: &str, codes: &[(T, &str)]) -> Result<T, Reported> {
        let text = self.get(column);
        codes.iter().find(|(_, code)| *code == text).map(|(value, _)| *value).ok_or_else(|| {
            let all: Vec<&str> = codes.iter().map(|(_, code)| *code).filter(|code| !code.is_empty()).collect();
            let hint = format!("expected nothing, or one of: {}", all.join(", "));
            self.wrong(column, format!("“{text}” is not a limit"), Some(hint))
        })
    }

    /// A number, or nothing.
    pub(super) fn maybe_number(self, column: &str) -> Result<Option<f64>, Reported> {
        match self.get(column) {
            "" => Ok(None),
            text => number::parse(text)
                .map(Some)
                .map_err(|hint| self.wrong(column, format!("“{text}” is not a number"), Some(hint))),
        }
    }

    /// A small whole number that must be there.
    pub(super) fn small(self, column: &str) -> Result<u8, Reported> {
        let text = self.text(column)?;
        text.parse().map_err(|_| {
            self.wrong(column, format!("“{text}” is not a whole number"), Some("expected 0 to 255".to_owned()))
        })
    }

    /// A period that must be there.
    pub(super) fn period(self, column: &str) -> Result<Period, Reported> {
        let text = self.text(column)?;
        text.parse::<Period>().map_err(|error| match dates::advice(&text) {
            Some(advice) => self.wrong(column, format!("“{text}” is not a period"), Some(advice)),
            None => self.wrong(column, error.to_string(), None),
        })
    }

    /// A day, or nothing.
    pub(super) fn maybe_day(self, column: &str) -> Result<Option<Period>, Reported> {
        let text = self.get(column);
        if text.is_empty() {
            return Ok(None);
        }
        match text.parse::<Period>() {
            Ok(day) if matches!(day.parts(), (PeriodPart::Day(..), None)) => Ok(Some(day)),
            _ => {
                let advice = if text.parse::<Period>().is_ok() { None } else { dates::advice(text) };
                let hint = advice.unwrap_or_else(|| "expected year-month-day, such as 2025-07-01".to_owned());
                Err(self.wrong(column, format!("“{text}” is not a day"), Some(hint)))
            }
        }
    }

    /// A day that must be there.
    pub(super) fn day(self, column: &str) -> Result<Period, Reported> {
        self.text(column)?;
        self.maybe_day(column)?.ok_or(Reported)
    }

    /// An id given in another table.
    pub(super) fn reference(self, column: &str, known: &Known) -> Result<Id, Reported> {
        match self.get(column) {
            "" => Err(self.wrong(column, "is empty", None)),
            text => self.check(column, text, known).map(|()| known.shared(text)),
        }
    }

    /// An id given in another table, or nothing.
    pub(super) fn maybe_reference(self, column: &str, known: &Known) -> Result<Option<Id>, Reported> {
        if self.get(column).is_empty() { Ok(None) } else { self.reference(column, known).map(Some) }
    }

    /// Several different entries joined by `|`, or nothing.
    pub(super) fn list(self, column: &str) -> Result<Vec<Id>, Reported> {
        let text = self.get(column);
        if text.is_empty() {
            return Ok(Vec::new());
        }
        let entries: Vec<&str> = text.split('|').collect();
        let mut fault = None;
        for (n, entry) in entries.iter().enumerate() {
            if entry.is_empty() || entry.trim() != *entry {
                let hint = "write one|two, without spaces around the bar".to_owned();
                fault = Some(self.wrong(column, "has an empty or spaced-out entry", Some(hint)));
            } else if entries[..n].contains(entry) {
                fault = Some(self.wrong(column, format!("“{entry}” stands twice"), None));
            }
        }
        fault.map_or_else(|| Ok(entries.into_iter().map(Id::from).collect()), Err)
    }

    /// Whether an id is given in another table.
    pub(super) fn check(self, column: &str, id: &str, known: &Known) -> Result<(), Reported> {
        match &known.ids {
            Some(ids) if !ids.contains_key(id) => {
                let hint = nearest(id, ids.keys().map(|id| &**id));
                let article = if known.noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
                Err(self.wrong(column, format!("“{id}” is not {article} {}", known.noun), hint))
            }
            _ => Ok(()),
        }
    }
}

/// The ids of a table, each checked for form and uniqueness.
pub(super) fn known(spec: &Spec, rows: Option<&Vec<Row>>, log: &Log) -> Known {
    let Some(rows) = rows else { return Known { noun: spec.noun, ids: None } };
    let mut ids = BTreeMap::new();
    for row in rows {
        let cells = Cells { spec, row, log };
        let id = cells.get(spec.columns[0]);
        if id.is_empty() {
            cells.wrong(spec.columns[0], "is empty", None);
        } else if !is_slug(id) {
            let hint = format!("write an id of a–z, 0–9 and single hyphens, such as {}", suggested_slug(id));
            cells.wrong(spec.columns[0], format!("“{id}” is not an id"), Some(hint));
        }
        if let Some(first) = ids.get(id) {
            let hint = "choose another id, or keep one of the two".to_owned();
            cells.wrong(spec.columns[0], format!("“{id}” is already given on line {first}"), Some(hint));
        } else {
            ids.insert(id.into(), row.line);
        }
    }
    ids.remove("");
    let is_whole = !rows.iter().any(|row| row.runs_on);
    Known { noun: spec.noun, ids: is_whole.then_some(ids) }
}

/// Lower-case ASCII letters and digits, joined by single hyphens.
pub(super) fn is_slug(id: &str) -> bool {
    id.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

fn suggested_slug(text: &str) -> String {
    match tinh_so::domain::fold(text).replace(' ', "-") {
        slug if is_slug(&slug) => slug,
        _ => "dong-nai-cu".to_owned(),
    }
}

/// Builds something from every whole row; rows with faults are left out, their faults written down.
pub(super) fn build<'a, T>(
    spec: &'a Spec,
    rows: Option<&'a Vec<Row>>,
    log: &'a Log,
    make: impl Fn(Cells<'a>) -> Result<T, Reported>,
) -> Vec<(u64, T)> {
    let whole = rows.into_iter().flatten().filter(|row| row.whole);
    whole.filter_map(|row| make(Cells { spec, row, log }).ok().map(|made| (row.line, made))).collect()
}

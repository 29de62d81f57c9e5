//! One object of a file and where it stands, so that whatever is wrong in it can be named exactly.
//!
//! Fields are taken from the parsed JSON by hand rather than by derived code: that code, made anew for each of some
//! twenty shapes, weighed as much in the WebAssembly module as all the rules of the domain.

use super::SnapshotError;
use crate::domain::{Id, Period, Words};
use serde_json::Value;

/// An object of a file.
pub(super) struct Cell<'a> {
    /// The file's path, for errors.
    pub file: &'a str,
    /// The list it stands in, or nothing for the file itself.
    pub list: &'static str,
    /// Its row in that list.
    pub row: usize,
    /// The object.
    pub value: &'a Value,
}

impl<'a> Cell<'a> {
    /// An error about a field.
    pub fn wrong(&self, field: &str, found: &str, expected: &str) -> SnapshotError {
        let at = if self.list.is_empty() { field.to_owned() } else { format!("{}[{}].{field}", self.list, self.row) };
        SnapshotError::Content {
            file: self.file.to_owned(),
            at,
            message: format!("found “{found}”, expected {expected}"),
        }
    }

    /// A field, by a path with at most one dot; `None` where it is left out.
    fn field(&self, field: &str) -> Option<&'a Value> {
        let (outer, inner) = field.split_once('.').unwrap_or((field, ""));
        let value = self.value.get(outer)?;
        if inner.is_empty() { Some(value) } else { value.get(inner) }
    }

    fn misfit(&self, field: &str, expected: &str) -> SnapshotError {
        let found = self.field(field).map_or_else(|| "nothing".to_owned(), |it| it.to_string());
        self.wrong(field, &found, expected)
    }

    /// A text that may be left out.
    pub fn maybe_text(&self, field: &str) -> Result<Option<&'a str>, SnapshotError> {
        match self.field(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.misfit(field, "a text")),
        }
    }

    /// A text that must be there.
    pub fn text(&self, field: &str) -> Result<&'a str, SnapshotError> {
        self.maybe_text(field)?.ok_or_else(|| self.misfit(field, "a text"))
    }

    /// An id that must be there.
    pub fn id(&self, field: &str) -> Result<Id, SnapshotError> {
        self.text(field).map(Id::from)
    }

    /// An id or text; empty where it is left out.
    pub fn or_empty(&self, field: &str) -> Result<Id, SnapshotError> {
        Ok(Id::from(self.maybe_text(field)?.unwrap_or("")))
    }

    /// An id that may be left out.
    pub fn maybe_id(&self, field: &str) -> Result<Option<Id>, SnapshotError> {
        Ok(self.maybe_text(field)?.map(Id::from))
    }

    /// A list of ids; empty where it is left out.
    pub fn ids(&self, field: &str) -> Result<Vec<Id>, SnapshotError> {
        let Some(value) = self.field(field) else { return Ok(Vec::new()) };
        let list = value.as_array().ok_or_else(|| self.misfit(field, "a list of texts"))?;
        list.iter().map(|it| it.as_str().map(Id::from).ok_or_else(|| self.misfit(field, "a list of texts"))).collect()
    }

    /// A text in both languages that must be there.
    pub fn words(&self, field: &str) -> Result<Words, SnapshotError> {
        let both = self.field(field).and_then(|it| Some((it.get("vi")?.as_str()?, it.get("en")?.as_str()?)));
        both.map(|(vi, en)| Words::new(vi, en)).ok_or_else(|| self.misfit(field, "a text in both languages"))
    }

    /// A text in both languages; empty where it is left out.
    pub fn maybe_words(&self, field: &str) -> Result<Words, SnapshotError> {
        if self.field(field).is_none() { Ok(Words::default()) } else { self.words(field) }
    }

    /// A flag; off where it is left out.
    pub fn flag(&self, field: &str) -> Result<bool, SnapshotError> {
        match self.field(field) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(self.misfit(field, "true or false")),
        }
    }

    /// A number that may be left out.
    pub fn maybe_number(&self, field: &str) -> Result<Option<f64>, SnapshotError> {
        match self.field(field) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => value.as_f64().map(Some).ok_or_else(|| self.misfit(field, "a number")),
        }
    }

    /// A number that must be there.
    pub fn number(&self, field: &str) -> Result<f64, SnapshotError> {
        self.maybe_number(field)?.ok_or_else(|| self.misfit(field, "a number"))
    }

    /// A whole number that must be there and fit.
    pub fn whole<T: TryFrom<u64>>(&self, field: &str) -> Result<T, SnapshotError> {
        let whole = self.field(field).and_then(Value::as_u64).and_then(|it| T::try_from(it).ok());
        whole.ok_or_else(|| self.misfit(field, "a small whole number"))
    }

    /// A period that may be left out.
    pub fn maybe_period(&self, field: &str) -> Result<Option<Period>, SnapshotError> {
        let Some(text) = self.maybe_text(field)? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| self.wrong(field, text, "a period"))
    }

    /// A period that must be there.
    pub fn period(&self, field: &str) -> Result<Period, SnapshotError> {
        self.maybe_period(field)?.ok_or_else(|| self.misfit(field, "a period"))
    }

    /// A word of a closed list; the given one where it is left out.
    pub fn code_or<T>(&self, field: &str, from: fn(&str) -> Option<T>, otherwise: &str) -> Result<T, SnapshotError> {
        let text = self.maybe_text(field)?.unwrap_or(otherwise);
        from(text).ok_or_else(|| self.wrong(field, text, "one of the codes of the schema"))
    }

    /// A word of a closed list that must be there.
    pub fn code<T>(&self, field: &str, from: fn(&str) -> Option<T>) -> Result<T, SnapshotError> {
        self.code_or(field, from, self.text(field)?)
    }

    /// The objects of a list of the file. A list that may be left out is then empty.
    pub fn rows<T>(
        &self,
        list: &'static str,
        may_lack: bool,
        read: impl Fn(&Cell) -> Result<T, SnapshotError>,
    ) -> Result<Vec<T>, SnapshotError> {
        match self.value.get(list) {
            None if may_lack => Ok(Vec::new()),
            Some(Value::Array(rows)) => {
                let cell = |(row, value)| Cell { file: self.file, list, row, value };
                rows.iter().enumerate().map(cell).map(|it| read(&it)).collect()
            }
            _ => Err(self.misfit(list, "a list")),
        }
    }
}

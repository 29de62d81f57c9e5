//! When and of whom the figures of a panel are: what has to be said once, above all of them, where their rows do not.

use super::{Panel, Row};
use crate::{
    domain::{Basis, Period, ViewKind},
    text::{self, Locale},
};

impl Panel {
    /// The one period of every figure drawn, targets too; `None` where they have several.
    pub fn one_period(&self) -> Option<Period> {
        let mut all = self.whole().chain(&self.targets).map(|row| row.observation.period);
        let first = all.next()?;
        all.all(|period| period == first).then_some(first)
    }

    /// Whether it shows the list of provinces that ended on 30 June 2025: all its names are of that time.
    pub fn is_of_former_list(&self) -> bool {
        let has = |of: fn(&Row) -> bool| self.whole().chain(&self.targets).any(of);
        let ended = has(|row| row.place.is_unit() && row.place.valid_to.is_some());
        let began = has(|row| row.place.is_unit() && row.place.valid_from.is_some());
        self.everyone && self.basis == Basis::Former63 && !began && (ended || self.kind == ViewKind::Map)
    }
}

/// Unit and denominator with the list where it is of another time than today: the line under an embed's headline.
pub fn unit_and_list(panel: &Panel, locale: Locale) -> String {
    let unit = text::unit_line(locale, &panel.indicator);
    if panel.is_of_former_list() { format!("{unit} · {}", text::former_list(locale)) } else { unit }
}

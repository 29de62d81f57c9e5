//! All places on one axis as thin ticks, the reader's own accented: a ranking at a glance.

use crate::{figure::Panel, text, text::Locale};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The ticks of a panel's figures, with the lowest and highest written at the ends.
#[component]
pub fn Strip(
    /// The figures.
    panel: Panel,
    /// The language.
    locale: Locale,
) -> impl IntoView {
    let numbers: Vec<f64> = panel.whole().filter_map(|row| row.observation.reading.number()).collect();
    let (low, high) = numbers.iter().fold((f64::MAX, f64::MIN), |(a, b), n| (a.min(*n), b.max(*n)));
    if numbers.len() < 2 || high <= low {
        return ().into_any();
    }
    // Ticks that would lie on each other are one.
    let ticks: BTreeSet<String> =
        numbers.iter().map(|n| format!("M{:.1} 2v12", 2.0 + 296.0 * (n - low) / (high - low))).collect();
    let ticks: String = ticks.into_iter().collect();
    // As they were stated: "< 10 %" is no ten.
    let written = |n: f64| {
        let row = panel.whole().find(|row| row.observation.reading.number() == Some(n));
        row.map(|row| text::drawn_figure(locale, &row.observation, &panel.indicator)).unwrap_or_default()
    };
    view! {
        <div class="strip">
            <svg viewBox="0 0 300 16" preserveAspectRatio="none" aria-hidden="true"><path d=ticks/></svg>
            <p class="fine"><span class="number">{written(low)}</span><span class="number">{written(high)}</span></p>
        </div>
    }
    .into_any()
}

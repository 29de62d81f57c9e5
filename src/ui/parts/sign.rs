//! The sign under every headline: = ≈ ≠ with its sentence.

use crate::{
    domain::{Record, Sign, Verdict},
    text::{self, Locale},
};
use leptos::prelude::*;

/// The sign and its sentence; the full list of reasons opens below where there are more than the sentence names.
#[component]
pub fn SignLine(
    /// The answer.
    verdict: Verdict,
    /// Why the figures can be compared, where nothing speaks against it.
    #[prop(into)]
    because: String,
    /// The language.
    locale: Locale,
    /// For the names of things.
    record: std::sync::Arc<super::super::site::PageData>,
) -> impl IntoView {
    let record: &Record = &record.record;
    let class = match verdict.sign {
        Sign::Comparable => "sign equal",
        Sign::Caution => "sign caution",
        Sign::NotComparable => "sign unequal",
    };
    let sentence = text::verdict_sentence(locale, record, &verdict, &because);
    let all = (verdict.reasons.len() > 1).then(|| {
        let reasons = verdict
            .reasons
            .iter()
            .map(|reason| {
                let symbol = reason.kind().sign().symbol();
                view! { <li><span class="symbol" aria-hidden="true">{symbol}</span>" "{text::reason(locale, record, reason)}</li> }
            })
            .collect_view();
        view! {
            <details class="reasons">
                <summary>{locale.either("Mọi lý do", "All reasons")}</summary>
                <ul>{reasons}</ul>
            </details>
        }
    });
    view! {
        <div class=class>
            <p><span class="symbol" aria-hidden="true">{verdict.sign.symbol()}</span><span>{sentence}</span></p>
            {all}
        </div>
    }
}

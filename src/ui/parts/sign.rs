//! The sign under every headline: = ≈ ≠ with its sentence.

use crate::{
    domain::{Record, Sign, Verdict},
    text::{self, Locale},
};
use maud::{Markup, html};
#[cfg(feature = "ssr")]
use {crate::ui::site::PageData, leptos::prelude::*, std::sync::Arc};

/// So many reasons of one kind are listed at the most.
const MOST_OF_A_KIND: usize = 40;

/// The sign and its sentence; the full list of reasons opens below where there are several. `because` says why the
/// figures can be compared, where nothing speaks against it.
pub fn sign_line(record: &Record, verdict: &Verdict, because: &str, locale: Locale) -> Markup {
    let class = match verdict.sign {
        Sign::Comparable => "sign equal",
        Sign::Caution => "sign caution",
        Sign::NotComparable => "sign unequal",
    };
    html! {
        div class=(class) {
            p {
                span.symbol aria-hidden="true" { (verdict.sign.symbol()) }
                span { (text::verdict_sentence(locale, record, verdict, because)) }
            }
            @if verdict.reasons.len() > 1 {
                details.reasons {
                    summary { (locale.either("Mọi lý do", "All reasons")) }
                    ul {
                        @for of_kind in verdict.reasons.chunk_by(|a, b| a.kind() == b.kind()) {
                            @for reason in of_kind.iter().take(MOST_OF_A_KIND) {
                                li {
                                    span.symbol aria-hidden="true" { (reason.kind().sign().symbol()) }
                                    " " (text::reason(locale, record, reason))
                                }
                            }
                            @if of_kind.len() > MOST_OF_A_KIND {
                                li {
                                    (text::number(locale, (of_kind.len() - MOST_OF_A_KIND) as f64, None)) " "
                                    (locale.either("lý do khác cùng loại", "more of this kind"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The sign as a part of a page.
#[cfg(feature = "ssr")]
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
    data: Arc<PageData>,
) -> impl IntoView {
    view! { <div inner_html=sign_line(&data.record, &verdict, &because, locale).into_string()></div> }
}

//! A figure that opens into its evidence: works by touch, mouse and keyboard, before and without any script.

use super::super::site::Site;
use crate::{
    address::Page,
    domain::{Indicator, Observation, Reading, Source, Status},
    text,
};
use leptos::prelude::*;
use std::sync::Arc;

/// A figure in running text or a list; opening it shows definition, period, how it was stated, and the source.
#[component]
pub fn Evidence(
    /// What was stated.
    observation: Arc<Observation>,
    /// What was counted.
    indicator: Arc<Indicator>,
    /// Who stated it.
    source: Arc<Source>,
) -> impl IntoView {
    let site = Site::get();
    let (locale, m) = (site.locale(), site.messages());
    let o = &observation;
    let figure = text::signed_figure(locale, o, &indicator);
    let target = o.status == Status::Target;
    let inferred = o.period_inferred.then(|| format!(" ({})", m.inferred));
    let stated = match o.reading {
        Reading::Value(_) => text::qualifier(locale, o.qualifier),
        Reading::Missing(reason) => text::missing(locale, reason),
    };
    let note = locale.pick(&o.note).to_string();
    let note = (!note.is_empty()).then(|| view! { <dt>{m.note}</dt><dd>{note}</dd> });
    let class = match (target, o.reading) {
        (true, _) => "figure target",
        (_, Reading::Missing(_)) => "figure missing",
        _ => "figure",
    };
    view! {
        <details class=class name="evidence">
            <summary>
                {target.then(|| view! { <span class="diamond" aria-hidden="true">"◇"</span> })}
                <span class="number">{figure}</span>
                {target.then(|| format!(" {}", m.target))}
            </summary>
            <dl class="evidence">
                <dt>{m.definition}</dt><dd>{locale.pick(&indicator.definition).to_string()}</dd>
                <dt>{m.unit}</dt><dd>{text::unit_line(locale, &indicator)}</dd>
                <dt>{m.period}</dt><dd>{text::period(locale, &o.period)}{inferred}</dd>
                <dt>{m.stated}</dt><dd>{stated}</dd>
                <dt>{m.source}</dt>
                <dd>
                    <a href=site.link(Page::Source(source.id.clone()))>{source.title.to_string()}</a>
                    ", "{text::published(locale, &source)}
                </dd>
                {note}
            </dl>
        </details>
    }
}

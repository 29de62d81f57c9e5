//! The table of a panel: each figure with rank, period, how it was stated, and its source.

use super::super::site::Site;
use crate::{
    address::Page,
    figure::{self, Panel},
};
use leptos::prelude::*;

/// The table of a panel.
#[component]
pub fn FigureTable(
    /// The figures.
    panel: Panel,
    /// What the table is about, for its caption.
    #[prop(into)]
    caption: String,
) -> impl IntoView {
    let site = Site::get();
    let (locale, m) = (site.locale(), site.messages());
    let ranked = panel.ranked.is_some();
    let rows = figure::table(&panel, locale);
    let tie = ranked && rows.iter().any(|row| row.rank.ends_with('='));
    let body = rows
        .into_iter()
        .map(|row| {
            let class = match (row.missing, row.target, row.chosen) {
                (true, ..) => "missing",
                (_, true, _) => "target",
                (.., Some(_)) => "chosen",
                _ => "",
            };
            let note = (!row.note.is_empty()).then(|| view! { <p class="note">{row.note}</p> });
            view! {
                <tr class=class>
                    {ranked.then(|| view! { <td class="rank number">{row.rank}</td> })}
                    <th scope="row"><a href=site.link(Page::Place(row.place))>{row.name}</a>{note}</th>
                    <td class="number value">
                        {row.target.then_some("◇ ")}{row.figure}
                        {row.target.then(|| view! { <span class="fine">" "{m.target}</span> })}
                    </td>
                    <td class="period">
                        {row.period}
                        {row.period_inferred.then(|| view! { <span class="fine">" ("{m.inferred}")"</span> })}
                    </td>
                    <td class="stated">{row.stated}</td>
                    <td class="source"><a href=site.link(Page::Source(row.source))>{row.published}</a></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=m.table>
            <table>
                <caption class="hidden">{caption}</caption>
                <thead>
                    <tr>
                        {ranked.then(|| view! { <th scope="col">{m.col_rank}</th> })}
                        <th scope="col">{m.col_place}</th>
                        <th scope="col" class="value">{m.col_figure}</th>
                        <th scope="col">{m.col_period}</th>
                        <th scope="col">{m.col_stated}</th>
                        <th scope="col">{m.col_source}</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        {tie.then(|| view! { <p class="fine">{m.tie}</p> })}
    }
}

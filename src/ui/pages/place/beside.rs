//! The place beside the units of its region and those of similar size, under the indicators shown first: one common
//! measurement and period in each column, so that every column may be compared.

use super::ranking_link;
use crate::{
    address::Page,
    domain::{Better, Id, Indicator, Observation, Place, Reason, Sign, Verdict, arrange, compare, number_key},
    snapshot::{Peer, Standing},
    text::{self, Locale},
    ui::{
        parts::{SignLine, evidence_link},
        site::{PageData, Site},
    },
};
use leptos::prelude::*;
use maud::{Markup, html};
use std::{collections::BTreeSet, sync::Arc};

/// A column: an indicator in the period the place stands in.
struct Column<'a> {
    indicator: &'a Arc<Indicator>,
    standing: &'a Standing,
    figures: Vec<&'a Arc<Observation>>,
    /// May its figures be compared with each other? Never not at all.
    verdict: Verdict,
}

impl Column<'_> {
    fn of(&self, place: &Id) -> Option<&Arc<Observation>> {
        self.figures.iter().find(|o| o.place == *place).copied()
    }
}

/// The table, or nothing where there is nobody to set the place beside.
pub(super) fn beside(site: &Site, data: &Arc<PageData>, place: &Arc<Place>) -> Option<impl IntoView + use<>> {
    let (locale, m) = (site.locale(), site.messages());
    let columns = columns(data, place);
    if columns.is_empty() {
        return None;
    }
    // The best of the first column first; who has no figure there, last.
    let order = |peer: &&Peer| {
        let first = columns.first().and_then(|column| Some((column, column.of(&peer.place)?.reading.number()?)));
        match first {
            Some((column, number)) if column.indicator.better == Better::Lower => [0, number_key(number), 0],
            Some((_, number)) => [0, number_key(-number), 0],
            None => [1, 0, 0],
        }
    };
    let known = |peer: &&Peer| columns.iter().any(|column| column.of(&peer.place).is_some());
    let group =
        |of: fn(&Peer) -> bool| arrange(data.beside.peers.iter().filter(|it| of(it)).filter(known).collect(), order);
    let (region, size) = (group(|it| it.region), group(|it| it.size && !it.region));
    // The one sign above the table speaks for all columns; each that calls for caution is marked.
    let mut reasons: Vec<Reason> = columns.iter().flat_map(|it| it.verdict.reasons.iter().cloned()).collect();
    let mut told = BTreeSet::new();
    reasons.retain(|it| told.insert(text::reason(locale, &data.record, it)));
    let verdict = Verdict::of(reasons);
    let width = columns.len() + 1;
    let body = html! {
        div.table-frame tabindex="0" role="region" aria-label=(m.beside) {
            table.peers {
                thead { tr {
                    th scope="col" { (m.col_place) }
                    @for column in &columns {
                        th.value scope="col" {
                            @if column.verdict.sign == Sign::Caution {
                                span.symbol aria-hidden="true" { (Sign::Caution.symbol()) }
                                span.hidden { (text::verdict_name(locale, Sign::Caution)) ": " } " "
                            }
                            a href=(ranking(site, column, vec![place.id.clone()])) { (locale.pick(&column.indicator.name)) }
                            span.fine { " " (unit_apart(locale, column)) (text::period_short(locale, &column.standing.period)) }
                        }
                    }
                } }
                tbody {
                    (row(site, &columns, place, None))
                    @for (name, peers) in [(m.same_region, &region), (m.similar_size, &size)] {
                        @if !peers.is_empty() {
                            tr.group { th scope="rowgroup" colspan=(width) { (name) } }
                            @for peer in peers {
                                @if let Some(other) = data.record.place(&peer.place) {
                                    (row(site, &columns, other, Some(&place.id)))
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    let mut measurements: Vec<String> = Vec::new();
    for column in &columns {
        let source = column.of(&place.id).and_then(|o| data.record.source(&o.source));
        let name = source.map(|it| text::series_in(locale, it, Some(&text::period(locale, &column.standing.period))));
        measurements.extend(name.filter(|name| !measurements.contains(name)));
    }
    let because = measurements.join(", ");
    Some(view! {
        <section class="beside">
            <h2>{m.beside}</h2>
            <SignLine verdict=verdict because=because locale=locale data=data.clone()/>
            <p class="fine">{m.beside_columns}</p>
            <div inner_html=body.into_string()></div>
        </section>
    })
}

/// The indicators shown first in which the place and others stand in one ranking.
fn columns<'a>(data: &'a PageData, place: &Place) -> Vec<Column<'a>> {
    let record = &data.record;
    let column = |standing: &'a Standing| {
        let indicator = record.indicators.get(&standing.indicator).filter(|it| it.headline)?;
        let fits = |o: &&Arc<Observation>| {
            o.indicator == standing.indicator && o.period == standing.period && record.is_common(o)
        };
        let own =
            record.observations.iter().filter(fits).find(|o| o.reading.number().is_some() && o.place == place.id)?;
        let mut figures = vec![own];
        figures.extend(
            data.beside
                .context
                .iter()
                .filter(fits)
                .filter(|o| data.beside.peers.iter().any(|peer| peer.place == o.place)),
        );
        let verdict = compare(record, figures.iter().map(|o| &***o));
        let together = verdict.sign != Sign::NotComparable;
        (figures.len() > 1 && together).then_some(Column { indicator, standing, figures, verdict })
    };
    data.beside.standings.iter().filter_map(column).collect()
}

/// One unit's figures; each leads to the ranking in which both stand with their evidence.
fn row(site: &Site, columns: &[Column], place: &Place, beside: Option<&Id>) -> Markup {
    let locale = site.locale();
    html! {
        tr.chosen[beside.is_none()] {
            th scope="row" {
                @match beside {
                    Some(_) => { a href=(site.link(Page::Place(place.id.clone()))) { (locale.pick(&place.name)) } }
                    None => { (locale.pick(&place.name)) }
                }
            }
            @for column in columns {
                td.number.value {
                    @if let Some(o) = column.of(&place.id) {
                        @let places = beside.cloned().into_iter().chain([place.id.clone()]).collect();
                        (evidence_link(&ranking(site, column, places), &written(locale, column, o)))
                    }
                }
            }
        }
    }
}

/// A unit written out stands once, at the head of its column; a short one stays with each figure.
fn unit_apart(locale: Locale, column: &Column) -> String {
    let symbol = locale.pick(&column.indicator.unit.symbol);
    if symbol.chars().count() > 2 { format!("{symbol}, ") } else { String::new() }
}

fn written(locale: Locale, column: &Column, o: &Observation) -> String {
    let plain = text::qualifier_sign(locale, o.qualifier).is_empty() && !unit_apart(locale, column).is_empty();
    match o.reading.number() {
        Some(number) if plain => text::number(locale, number, text::padding(column.indicator)),
        _ => text::signed_figure(locale, o, column.indicator),
    }
}

fn ranking(site: &Site, column: &Column, places: Vec<Id>) -> String {
    ranking_link(site, &column.indicator.id, column.standing.period, places)
}

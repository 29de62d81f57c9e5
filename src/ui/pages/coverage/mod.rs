//! Who has published what: the present provinces by the topics of the four themes, with counts, what exists and is not here
//! yet, and a form for a figure somebody wants to send.

mod send;

use crate::{
    address::Page,
    domain::{Cell, Coverage, CoverageRow, Id, Known, Period, Place, Record, Theme, Topic, arrange, coverage},
    text::{self, Locale},
    ui::{
        parts::{Releases, Repository},
        site::Site,
    },
};
use leptos::prelude::*;
use maud::{Markup, html};
use std::sync::Arc;

/// The indicators that are lists of everybody, made by a ministry or a survey: named beside the matrix, not in it.
const OF_EVERYBODY: [&str; 4] = ["portal-paid-online", "portal-766", "dti-34", "papi-internet"];

/// Lists that are known to exist and could not be read yet.
const NOT_HERE: (&str, &str) = (
    "DTI 2025; PAPI 2025 và bảng PAPI tính cho 34 tỉnh, thành; PAR Index; SIPAS; các bảng theo tỉnh của cơ quan thống kê; bảng đủ 34 tỉnh, thành của i-Speed và của Bộ chỉ số 766 năm 2025.",
    "DTI 2025; PAPI 2025 and its tables for the 34 provinces; PAR Index; SIPAS; the statistics office’s tables by province; the full lists of i-Speed and of the 766 index for 2025.",
);

/// The page of who has published what.
#[component]
pub fn CoveragePage() -> impl IntoView {
    let site = Site::get();
    let releases = use_context::<Releases>().map(|it| it.0).unwrap_or_default();
    let date = releases.first().map(|it| text::period(site.locale(), &it.date)).unwrap_or_default();
    let repository = use_context::<Repository>().map(|it| it.0).unwrap_or_default();
    let data = site.data();
    let coverage = coverage(&data.record);
    let body = html! {
        div.head {
            div { (sentence(&site, &coverage, &date)) }
            div { (legend(&site)) (bars(&site, &coverage)) }
        }
        (matrix(&site, &coverage))
        (everybody(&site))
        (send::form(&site, &repository))
    };
    view! { <div class="coverage" inner_html=body.into_string()></div> }
}

/// The figure of a theme that a newspaper can quote, and its date.
pub fn coverage_sentence(record: &Record, coverage: &Coverage, date: &str, locale: Locale) -> String {
    let of = coverage.rows.len();
    let mut counted: Vec<(usize, String)> = record
        .themes
        .iter()
        .filter(|it| it.main)
        .map(|theme| {
            let since = coverage.count(Known::Since, of_theme(record, &theme.id));
            (since, locale.pick(&theme.name).to_lowercase())
        })
        .collect();
    counted = arrange(counted, |(since, _)| [-(*since as i64), 0, 0]);
    let said: Vec<String> = counted
        .iter()
        .enumerate()
        .map(|(n, (since, theme))| match (locale, n) {
            (Locale::Vi, 0) => format!("{theme} ở {since}/{of} nơi"),
            (Locale::En, 0) => format!("{theme} in {since} of {of}"),
            _ => format!("{theme} {since}"),
        })
        .collect();
    let said = said.join(", ");
    locale.either(
        format!(
            "Tính đến {date}, chúng tôi tìm thấy số liệu do chính tỉnh, thành nêu cho thời gian từ 1/7/2025: {said}. Chưa tìm thấy không có nghĩa là chưa công bố.",
        ),
        format!(
            "As of {date}, we had found figures stated by the provinces themselves for the time since 1 July 2025: {said}. Not found does not mean not published.",
        ),
    )
}

fn of_theme<'a>(record: &'a Record, theme: &'a Id) -> impl Fn(&Id) -> bool + 'a {
    move |topic| record.topic(topic).is_some_and(|it| it.theme == *theme)
}

fn sentence(site: &Site, coverage: &Coverage, date: &str) -> Markup {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let said = coverage_sentence(&data.record, coverage, date, locale);
    let source = format!("{said} ({}, {} {})", m.site, m.version.to_lowercase(), data.record.version);
    html! {
        h1 { (m.coverage_title) }
        p.headline { (said) }
        p {
            button type="button" hidden data-copy-text=(source) data-done=(m.copied_it) { (m.copy_sentence) }
            " " a href=(site.base.file(&format!("data/v/{}/coverage.csv", data.record.version))) rel="external" { "CSV" }
            " · " a href="#send" { (m.send_title) }
        }
        p.fine { (m.coverage_found) }
    }
}

/// A bar for each theme: how many provinces are known in which way, with the counts in it.
fn bars(site: &Site, coverage: &Coverage) -> Markup {
    let (locale, data) = (site.locale(), site.data());
    html! {
        div.shares {
            @for theme in main_themes(&data.record) {
                @let counts: Vec<(Known, usize)> = Known::CODES.iter()
                    .map(|(known, _)| (*known, coverage.count(*known, of_theme(&data.record, &theme.id))))
                    .filter(|(_, count)| *count > 0)
                    .collect();
                p.name { a href=(site.link(Page::Theme(theme.id.clone()))) { (locale.pick(&theme.name)) } }
                ul.share {
                    @for (known, count) in &counts {
                        li.{ (class(*known)) " w" (count) } title=(words(site, *known)) {
                            (count) span.hidden { " " (words(site, *known)) }
                        }
                    }
                }
            }
        }
    }
}

fn main_themes(record: &Record) -> impl Iterator<Item = &Theme> {
    record.themes.iter().filter(|it| it.main)
}

fn class(known: Known) -> &'static str {
    match known {
        Known::Since => "k0",
        Known::Before => "k1",
        Known::Lands => "k2",
        Known::None => "k3",
    }
}

/// The mark of a state where a reader's own colours leave no fill.
fn mark(known: Known) -> &'static str {
    match known {
        Known::Since => "●",
        Known::Before => "◐",
        Known::Lands => "○",
        Known::None => "–",
    }
}

fn words(site: &Site, known: Known) -> &'static str {
    let m = site.messages();
    match known {
        Known::Since => m.known_since,
        Known::Before => m.known_before,
        Known::Lands => m.known_lands,
        Known::None => m.known_none,
    }
}

fn legend(site: &Site) -> Markup {
    html! {
        ul.legend.plain {
            @for (known, _) in Known::CODES {
                li { span.swatch.{ (class(*known)) } aria-hidden="true" { (mark(*known)) } " " (words(site, *known)) }
            }
        }
    }
}

/// The matrix: provinces down, themes and topics across; the topics of the four themes where there is room, or on request.
fn matrix(site: &Site, coverage: &Coverage) -> Markup {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let record = &data.record;
    let themes: Vec<(&Theme, Vec<(usize, &Topic)>)> = main_themes(record)
        .map(|theme| {
            let topics = coverage.topics.iter().enumerate().filter_map(|(n, id)| Some((n, record.topic(id)?)));
            (theme, topics.filter(|(_, topic)| topic.theme == theme.id).collect())
        })
        .collect();
    let since = |row: &CoverageRow| row.cells.iter().filter(|cell| cell.known == Known::Since).count();
    let known = |row: &CoverageRow| row.cells.iter().filter(|cell| cell.known != Known::None).count();
    let rows = arrange(coverage.rows.iter().collect(), |row| [-(since(row) as i64), -(known(row) as i64), 0]);
    let regions: Vec<&Arc<Place>> = record
        .places()
        .iter()
        .filter(|place| coverage.rows.iter().any(|row| region(record, &row.place).is_some_and(|it| it.id == place.id)))
        .collect();
    let columns = themes.iter().map(|(_, topics)| 1 + topics.len()).sum::<usize>() + 3;
    html! {
        h2 { (m.coverage_each) }
        p.fine { (m.coverage_cell) }
        fieldset.filter {
            legend { (m.regions) }
            label { input type="radio" name="region" value="" checked; (m.all_regions) }
            @for (n, it) in regions.iter().enumerate() {
                label { input type="radio" name="region" value=(format!("r{n}")); (locale.pick(&it.name)) }
            }
        }
        p.filter {
            label { input type="checkbox" name="topics"; " " (m.by_topic) }
            label.sort hidden {
                (m.sort_by) " "
                select {
                    option value="known" { (m.sort_known) }
                    option value="newest" { (m.sort_newest) }
                    option value="name" { (m.col_place) }
                    option value="region" { (m.regions) }
                    @for (n, (theme, _)) in themes.iter().enumerate() {
                        option value=(format!("t{n}")) { (locale.pick(&theme.name)) }
                    }
                }
            }
        }
        div.table-frame tabindex="0" role="region" aria-label=(m.coverage_title) {
            table.matrix {
                thead {
                    tr {
                        th rowspan="2" scope="col" { (m.col_place) }
                        @for (theme, topics) in &themes {
                            th.by-theme rowspan="2" scope="col" { (locale.pick(&theme.name)) }
                            th.by-topic.group colspan=(topics.len()) scope="colgroup" { (locale.pick(&theme.name)) }
                        }
                        th.total rowspan="2" scope="col" { (m.coverage_own) }
                        th.newest rowspan="2" scope="col" { (m.sort_newest) }
                    }
                    tr {
                        @for (_, topics) in &themes {
                            @for (_, topic) in topics { th.by-topic scope="col" { span { (locale.pick(&topic.name)) } } }
                        }
                    }
                }
                tbody {
                    @for row in &rows {
                        @let area = region(record, &row.place).and_then(|it| regions.iter().position(|one| one.id == it.id));
                        @let newest = coverage.rows.iter().find(|it| it.place.id == row.place.id).and_then(newest_of);
                        tr data-region=[area.map(|n| format!("r{n}"))] data-known=(since(row) * 100 + known(row))
                            data-newest=(newest.map_or(0, |o| o.period.last_day())) data-name=(record.place_order(&row.place.id))
                            data-place=(row.place.id) {
                            th scope="row" { a href=(site.link(Page::Place(row.place.id.clone()))) { (text::short_name(locale, &row.place)) } }
                            @for (theme, topics) in &themes {
                                (theme_cell(site, coverage, row, theme))
                                @for (n, topic) in topics { (topic_cell(site, &row.place, topic, &row.cells[*n])) }
                            }
                            td.total.number { (since(row)) }
                            td.newest.number { (newest.map(|o| month(&o.period)).unwrap_or_default()) }
                        }
                    }
                }
                tfoot {
                    @for (known, _) in Known::CODES {
                        tr {
                            th scope="row" { (words(site, *known)) }
                            @for (theme, topics) in &themes {
                                td.by-theme.number { (coverage.count(*known, of_theme(record, &theme.id))) }
                                @for (n, _) in topics {
                                    td.by-topic.number { (coverage.rows.iter().filter(|row| row.cells[*n].known == *known).count()) }
                                }
                            }
                            td.total {} td.newest {}
                        }
                    }
                }
                caption.hidden { (m.coverage_title) " (" (columns) ")" }
            }
        }
    }
}

fn region<'a>(record: &'a Record, place: &Place) -> Option<&'a Arc<Place>> {
    place.regions.iter().filter_map(|id| record.place(id)).find(|it| it.valid_to.is_none())
}

/// The newest figure of the province itself.
fn newest_of(row: &CoverageRow) -> Option<&Arc<crate::domain::Observation>> {
    let own = row.cells.iter().filter(|cell| matches!(cell.known, Known::Since | Known::Before));
    own.filter_map(|cell| cell.newest.as_ref()).max_by_key(|o| o.period)
}

fn theme_cell(site: &Site, coverage: &Coverage, row: &CoverageRow, theme: &Theme) -> Markup {
    let (locale, data) = (site.locale(), site.data());
    let Some(cell) = coverage.of_topics(row, of_theme(&data.record, &theme.id)) else {
        return html! { td.by-theme {} };
    };
    let when = cell.newest.as_ref().map(|o| month(&o.period)).unwrap_or_default();
    html! {
        td.by-theme.{ (class(cell.known)) } data-k=(cell.known as u8) {
            a href=(section(site, &row.place, &theme.id)) aria-label=(label(site, &row.place, locale.pick(&theme.name), cell)) {
                (if when.is_empty() { "–".to_owned() } else { when })
            }
        }
    }
}

fn topic_cell(site: &Site, place: &Place, topic: &Topic, cell: &Cell) -> Markup {
    let name = site.locale().pick(&topic.name);
    let label = label(site, place, name, cell);
    html! {
        td.by-topic.{ (class(cell.known)) } {
            a href=(section(site, place, &topic.theme)) aria-label=(label) title=(label) { (mark(cell.known)) }
        }
    }
}

/// What a cell says in words: the province, the topic, how it is known, and when the newest is about.
fn label(site: &Site, place: &Place, what: &str, cell: &Cell) -> String {
    let locale = site.locale();
    // The words that stand in a cell are part of what it is called.
    let newest = cell.newest.as_ref().map(|o| format!(", {}", month(&o.period))).unwrap_or_default();
    format!("{}, {what}: {}{newest}", text::short_name(locale, place), words(site, cell.known))
}

/// Where a place's page says what is known of a theme.
fn section(site: &Site, place: &Place, theme: &Id) -> String {
    format!("{}#{theme}", site.link(Page::Place(place.id.clone())))
}

/// A period's end in a cell: "12/2025", or the year alone where no month is stated.
fn month(period: &Period) -> String {
    let text = period.to_string();
    let end = text.rsplit('/').next().unwrap_or(&text);
    let (year, month) = (end.get(..4).unwrap_or(end), end.get(5..7).and_then(|month| month.parse::<u8>().ok()));
    month.map_or_else(|| year.to_owned(), |month| format!("{month}/{year}"))
}

/// The lists that cover everybody, and those known to exist that are not here yet.
fn everybody(site: &Site) -> Markup {
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    html! {
        h2 { (m.measured_for_all) }
        p { (m.measured_apart) }
        ul {
            @for summary in OF_EVERYBODY.iter().filter_map(|id| data.record.summary(id)) {
                li {
                    a href=(site.link(Page::Indicator(summary.id.clone()))) { (locale.pick(&summary.name)) }
                    @if let Some(latest) = summary.latest { span.fine { " " (text::period(locale, &latest)) } }
                }
            }
        }
        p { strong { (m.exists_not_here) ": " } (locale.either(NOT_HERE.0, NOT_HERE.1)) }
    }
}

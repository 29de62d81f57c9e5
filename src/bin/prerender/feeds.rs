//! Atom feeds of what changed: one of everything, one per place, in both languages. Names of entries never change, so
//! that a reader shows each once.

use crate::{Outcome, Settings};
use atom_syndication::{Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use std::{fs, path::PathBuf};
use tinh_so::{
    address::{Address, Page},
    domain::{Place, Record, Release},
    text::{self, Locale},
    ui::{Setting, place_changes, release_changes},
};
use uuid::Uuid;

/// So many versions a feed goes back.
const LATEST: usize = 20;

/// Writes all feeds; how many.
pub(crate) fn write(s: &Settings, record: &Record, releases: &[Release]) -> Outcome<usize> {
    // What is not published yet has no name that lasts.
    let releases: Vec<Release> = releases.iter().filter(|it| !it.is_draft()).cloned().collect();
    let mut written = 0;
    for locale in Locale::ALL {
        put(s, &feed_path(locale, None), &of_all(s, locale, record, &releases)?)?;
        for place in record.places() {
            put(s, &feed_path(locale, Some(place)), &of_place(s, locale, record, &releases, place)?)?;
        }
        written += 1 + record.places().len();
    }
    Ok(written)
}

/// Where a feed lies below the base.
pub(crate) fn feed_path(locale: Locale, place: Option<&Place>) -> String {
    let page = match place {
        Some(place) => Page::Place(place.id.clone()),
        None => Page::Home,
    };
    format!("{}feed.xml", page.to_path(locale))
}

fn of_all(s: &Settings, locale: Locale, record: &Record, releases: &[Release]) -> Outcome<Feed> {
    let link = |page: Page| absolute(s, locale, page);
    let at = Setting { locale, record, link: &link };
    let entries = releases.iter().take(LATEST).map(|release| {
        let counts = text::change_counts(locale, release);
        let title = match counts.is_empty() {
            true => format!("{} {}", locale.messages().version, release.version),
            false => format!("{} {}: {counts}", locale.messages().version, release.version),
        };
        let to = format!("{}#{}", link(Page::Changes), release.version);
        let note = maud::html! { @if !release.note.is_empty() { p { (locale.pick(&release.note)) } } };
        let content = note.into_string() + &release_changes(&at, release).into_string();
        entry(&format!("{}/{}", locale.tag(), release.version), &title, &to, &content, release)
    });
    let m = locale.messages();
    feed(s, locale, None, m.changes_title, &link(Page::Changes), entries.collect::<Outcome<_>>()?, releases)
}

fn of_place(s: &Settings, locale: Locale, record: &Record, releases: &[Release], place: &Place) -> Outcome<Feed> {
    let link = |page: Page| absolute(s, locale, page);
    let at = Setting { locale, record, link: &link };
    let page = link(Page::Place(place.id.clone()));
    let name = locale.pick(&place.name);
    let entries = releases.iter().filter_map(|release| {
        let count = release.about_place(&place.id).count();
        let words = locale.either("số liệu có thay đổi", if count == 1 { "figure changed" } else { "figures changed" });
        let title = format!("{name}: {count} {words}, {}", release.version);
        let content = place_changes(&at, release, &place.id).into_string();
        let id = format!("{}/{}/{}", locale.tag(), release.version, place.id);
        (count > 0).then(|| entry(&id, &title, &page, &content, release))
    });
    let title = format!("{name} · {}", locale.messages().changes_title);
    feed(s, locale, Some(place), &title, &page, entries.take(LATEST).collect::<Outcome<_>>()?, releases)
}

fn feed(
    s: &Settings,
    locale: Locale,
    place: Option<&Place>,
    title: &str,
    page: &str,
    entries: Vec<Entry>,
    releases: &[Release],
) -> Outcome<Feed> {
    let own = s.base.whole(&feed_path(locale, place));
    Ok(Feed {
        title: Text::plain(title.to_owned()),
        id: name(&format!("{}/{}", locale.tag(), place.map_or("", |place| &*place.id))),
        updated: releases.first().map_or_else(|| date("1970-01-01"), |it| date(&it.date.to_string()))?,
        authors: vec![Person { name: locale.messages().site.to_owned(), ..Person::default() }],
        generator: Some(Generator { value: locale.messages().site.to_owned(), ..Generator::default() }),
        links: vec![
            Link {
                href: own,
                rel: "self".to_owned(),
                mime_type: Some("application/atom+xml".to_owned()),
                ..Link::default()
            },
            Link { href: page.to_owned(), mime_type: Some("text/html".to_owned()), ..Link::default() },
        ],
        lang: Some(locale.tag().to_owned()),
        entries,
        ..Feed::default()
    })
}

fn entry(id: &str, title: &str, link: &str, content: &str, release: &Release) -> Outcome<Entry> {
    let day = date(&release.date.to_string())?;
    Ok(Entry {
        title: Text::plain(title.to_owned()),
        id: name(id),
        updated: day,
        published: Some(day),
        links: vec![Link { href: link.to_owned(), ..Link::default() }],
        content: Some(Content {
            value: Some(content.to_owned()),
            content_type: Some("html".to_owned()),
            ..Content::default()
        }),
        ..Entry::default()
    })
}

/// A name that is the same on every host: of the entry itself, not of its address.
fn name(id: &str) -> String {
    let space = Uuid::new_v5(&Uuid::NAMESPACE_URL, b"tinh-so/changes");
    Uuid::new_v5(&space, id.as_bytes()).urn().to_string()
}

/// The first minute of a day in Vietnam.
fn date(day: &str) -> Outcome<FixedDateTime> {
    FixedDateTime::parse_from_rfc3339(&format!("{day}T00:00:00+07:00"))
        .map_err(|error| format!("{day}: {error}").into())
}

fn absolute(s: &Settings, locale: Locale, page: Page) -> String {
    s.base.whole(&Address::of(locale, page).to_path())
}

fn put(s: &Settings, path: &str, feed: &Feed) -> Outcome<()> {
    let file: PathBuf = s.out.join(path);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file, feed.to_string()).map_err(|error| format!("{}: {error}", file.display()).into())
}

//! `sitemap.xml` by the rules of sitemaps.org: every page in both languages, each naming the other.
//!
//! It is made from the documents that were written, so that it names no page that is not there and leaves none out.

use anyhow::{Context, Result, bail};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use std::{
    collections::BTreeSet,
    io::{self, Write},
    path::Path,
};
use tinh_so::{address::Page, text::Locale};
use url::Url;
use walkdir::WalkDir;

/// How much one file may hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Addresses.
    pub(super) addresses: usize,
    /// Bytes, uncompressed.
    pub(super) bytes: usize,
}

/// Those of sitemaps.org: 50 000 addresses, 50 MiB.
pub(super) const LIMITS: Limits = Limits { addresses: 50_000, bytes: 52_428_800 };

const SITEMAPS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";
/// What stands in a file around its entries, generously.
const FRAME: usize = 400;

/// Whether a page is listed, and whether what it shows comes from the data version: then that version's date is the day it
/// was last modified. Of other pages no such day is known, so none is stated.
fn shows_data(page: &Page) -> Option<bool> {
    match page {
        Page::NotFound => None,
        Page::About => Some(false),
        // The method page shows examples from the record, the guide to embeds a chart.
        Page::Home
        | Page::Compare
        | Page::Theme(_)
        | Page::Indicator(_)
        | Page::Place(_)
        | Page::Sources
        | Page::Source(_)
        | Page::Data
        | Page::Coverage
        | Page::Changes
        | Page::Method
        | Page::EmbedGuide => Some(true),
    }
}

/// The pages among the documents below a folder. What lies there and is none is left out, embeds among it: they ask not to
/// be found by themselves.
///
/// # Errors
/// If one of them exists in one language only.
pub(super) fn pages(out: &Path) -> Result<Vec<Page>> {
    let mut found = BTreeSet::new();
    let mut pages = Vec::new();
    for entry in WalkDir::new(out).sort_by_file_name() {
        let entry = entry?;
        if !entry.file_type().is_file() || entry.file_name() != "index.html" {
            continue;
        }
        let below = entry.path().strip_prefix(out)?.to_str().context("a path is not UTF-8")?;
        let path = below.trim_end_matches("index.html").replace('\\', "/");
        let (locale, page) = Page::parse(&path);
        if page.to_path(locale) == path && shows_data(&page).is_some() {
            if locale == Locale::Vi {
                pages.push(page);
            }
            found.insert(path);
        }
    }
    for path in &found {
        let (locale, page) = Page::parse(path);
        let twin = page.to_path(locale.other());
        if !found.contains(&twin) {
            bail!("the page {path} has no twin in the other language at {twin}");
        }
    }
    Ok(pages)
}

/// The files to write, by name: `sitemap.xml`, which beyond the limits is an index of `sitemap-1.xml` and so on.
///
/// # Errors
/// If an address cannot be made.
pub(super) fn files(home: &Url, pages: &[Page], date: Option<&str>, limits: Limits) -> Result<Vec<(String, String)>> {
    let mut parts: Vec<(usize, Vec<u8>)> = Vec::new();
    for page in pages {
        let address = |locale: Locale| Ok(home.join(&page.to_path(locale))?.to_string());
        let [vi, en]: [Result<String>; 2] = Locale::ALL.map(address);
        let twins = [vi?, en?];
        for own in &twins {
            let entry = entry(own, &twins, date.filter(|_| shows_data(page) == Some(true)))?;
            match parts.last_mut() {
                Some((count, bytes))
                    if *count < limits.addresses && bytes.len() + entry.len() + FRAME <= limits.bytes =>
                {
                    *count += 1;
                    bytes.extend(entry);
                }
                _ => parts.push((1, entry)),
            }
        }
    }
    if let [(_, entries)] = &parts[..] {
        return Ok(vec![("sitemap.xml".to_owned(), document("urlset", entries)?)]);
    }
    let (mut files, mut index) = (Vec::new(), Vec::new());
    for (number, (_, entries)) in parts.iter().enumerate() {
        let name = format!("sitemap-{}.xml", number + 1);
        let mut writer = Writer::new(&mut index);
        writer.create_element("sitemap").write_inner_content(|writer| {
            text(writer, "loc", home.join(&name).map_err(io::Error::other)?.as_str())?;
            date.map_or(Ok(()), |date| text(writer, "lastmod", date))
        })?;
        index.push(b'\n');
        files.push((name, document("urlset", entries)?));
    }
    files.push(("sitemap.xml".to_owned(), document("sitemapindex", &index)?));
    Ok(files)
}

/// One address with its twins, of which it is one itself.
fn entry(own: &str, [vi, en]: &[String; 2], date: Option<&str>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    Writer::new(&mut bytes).create_element("url").write_inner_content(|writer| {
        text(writer, "loc", own)?;
        date.map_or(Ok(()), |date| text(writer, "lastmod", date))?;
        for (language, href) in [("vi", vi), ("en", en), ("x-default", vi)] {
            let link = writer.create_element("xhtml:link");
            let attributes = [("rel", "alternate"), ("hreflang", language), ("href", href.as_str())];
            link.with_attributes(attributes).write_empty()?;
        }
        Ok(())
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn text(writer: &mut Writer<impl Write>, name: &str, text: &str) -> io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(text)).map(|_| ())
}

/// A file around its entries.
fn document(root: &str, entries: &[u8]) -> Result<String> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let element = writer.create_element(root).with_attribute(("xmlns", SITEMAPS));
    let element = if root == "urlset" { element.with_attribute(("xmlns:xhtml", XHTML)) } else { element };
    element.write_inner_content(|writer| {
        let inner = writer.get_mut();
        inner.push(b'\n');
        inner.write_all(entries)
    })?;
    writer.get_mut().push(b'\n');
    Ok(String::from_utf8(writer.into_inner())?)
}

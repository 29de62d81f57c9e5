//! The documents of embeds, live and pinned, and the oEmbed answers that lead to them.

use crate::{
    Outcome, Settings,
    document::{embed_document, escape},
    read_version, write_page,
};
use leptos::prelude::*;
use serde_json::json;
use std::{fs, path::PathBuf, sync::Arc};
use tinh_so::{
    address::{Address, Base, Embed, Page, oembed_file, oembed_html, picture_file},
    domain::{Id, Record},
    figure,
    snapshot::{Beside, SnapshotId},
    text::Locale,
    ui::{OptionFiles, PageData, Shown, Site, embed_article},
};

/// A data version of which embeds are made.
pub(crate) struct Edition {
    /// Its folder.
    pub(crate) data: PathBuf,
    /// Its name.
    pub(crate) version: String,
    /// Its embeds stay with it; the others follow the newest version.
    pub(crate) pinned: bool,
    /// Its index.
    pub(crate) index: Record,
}

/// The embeds of every published version, and those that follow the newest one.
pub(crate) fn editions(s: &Settings, versions: &[String]) -> Outcome<Vec<Edition>> {
    let root = s.data.parent().ok_or("the data folder has no parent")?;
    let of = |data: PathBuf, version: &str, pinned: bool| -> Outcome<Edition> {
        let index = read_version(&data, version, &SnapshotId::Index)?.record;
        Ok(Edition { data, version: version.to_owned(), pinned, index })
    };
    let mut editions = vec![of(s.data.clone(), &s.version, false)?];
    for version in versions {
        editions.push(of(root.join("v").join(version), version, true)?);
    }
    Ok(editions)
}

/// The documents of one indicator in both languages, each with its path below the base.
pub(crate) fn render(
    s: &Settings,
    edition: &Edition,
    id: &Id,
    options: &OptionFiles,
) -> Outcome<Vec<(String, String)>> {
    let mut data = PageData { record: edition.index.clone(), beside: Beside::default() };
    let file = SnapshotId::Indicator(id.clone());
    data.record.merge(read_version(&edition.data, &edition.version, &file)?.record);
    let data = Arc::new(data);
    let one = |locale: &Locale| {
        let version = edition.pinned.then(|| Id::from(edition.version.as_str()));
        let embed = Embed { version, ..Embed::of(*locale, id.clone()) };
        let address = Address::of(*locale, Page::Indicator(id.clone()));
        let shown = Shown::new(address, Vec::new(), data.clone());
        let head = tinh_so::ui::head(&shown);
        let owner = Owner::new();
        let site = Site { base: s.base.clone(), shown: Arc::new(shown) };
        let body = owner.with(|| {
            provide_context(options.clone());
            embed_article(&site, &embed)
        });
        drop(owner);
        (embed.document(), embed_document(s, &embed, &edition.version, &head, &body))
    };
    Ok(Locale::ALL.iter().map(one).collect())
}

/// Writes the oEmbed answer of each indicator's page, by the specification at <https://oembed.com> (version 1.0, type
/// rich).
pub(crate) fn write_oembed(s: &Settings, edition: &Edition, id: &Id) -> Outcome<()> {
    let mut record = edition.index.clone();
    record.merge(read_version(&edition.data, &edition.version, &SnapshotId::Indicator(id.clone()))?.record);
    for locale in Locale::ALL {
        let address = Address::of(locale, Page::Indicator(id.clone()));
        let (question, _) = figure::resolve(&record, &address.page, &address.selection);
        let Some(view) = question.map(|it| figure::indicator_view(&record, it)) else { continue };
        // A draft has no embeds of its own to be pinned to.
        let version = Some(Id::from(edition.version.as_str())).filter(|it| !it.ends_with("-draft"));
        let embed = Embed { version, ..Embed::of(locale, id.clone()) };
        let height = figure::embed_height(&record, &view, locale);
        let title = figure::title(&view, locale);
        let sentence = view.panels.first().map(|it| figure::headline(it, locale).to_string()).unwrap_or_default();
        let after = figure::sources_line(&figure::sources(&view.panels), 3, locale);
        let source = format!("{}: {after}. Tỉnh Số, {}.", locale.messages().source, edition.version);
        let picture = picture_file(locale, &address.page, false, "png");
        let answer = json!({
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": "Tỉnh Số",
            "provider_url": s.base.whole(&Page::Home.to_path(locale)),
            "cache_age": 86400,
            "thumbnail_url": s.base.whole(&picture),
            "thumbnail_width": 1200,
            "thumbnail_height": 630,
            "width": 600,
            "height": height,
            "html": oembed_html(
                &s.base.whole(&embed.to_path()),
                height,
                &title,
                &s.base.whole(&address.to_path()),
                &sentence,
                &source,
            ),
        });
        let path = s.out.join(oembed_file(locale, id));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, format!("{answer:#}\n"))?;
    }
    Ok(())
}

/// Where a system that knows oEmbed finds the answer for a page; nothing where the host is not known, since the
/// specification asks for whole addresses.
pub(crate) fn discovery(base: &Base, address: &Address, title: &str) -> String {
    match &address.page {
        Page::Indicator(id) if !base.origin().is_empty() => format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">\n",
            base.whole(&oembed_file(address.locale, id)),
            escape(title)
        ),
        _ => String::new(),
    }
}

/// Writes the documents.
pub(crate) fn write(s: &Settings, documents: &[(String, String)]) -> Outcome<()> {
    documents.iter().try_for_each(|(path, html)| write_page(&s.out, path, html))
}

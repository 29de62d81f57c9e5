//! Has the pictures made by `chart/pictures.mjs`: of every page wide, for the preview of its link; of indicators and places
//! tall too, for phones.

use crate::{Outcome, Settings, page_data};
use serde_json::Value;
use std::{
    fs,
    io::Write,
    process::{Command, Stdio},
    sync::Arc,
};
use tinh_so::{
    address::{Address, Page, picture_file},
    domain::Record,
    figure::{self, Picture, Size, Whereabouts},
    text::Locale,
    ui::{PageData, Shown, card, place_picture},
};

/// The address and words of a page's picture for the head of its document: what messengers show beside a link.
pub(crate) fn preview(s: &Settings, address: &Address, data: &PageData) -> String {
    // Messengers fetch it by its whole address or not at all.
    if s.base.origin().is_empty() || address.page == Page::NotFound {
        return String::new();
    }
    let page = match &address.page {
        // Of a place without a figure there is none.
        Page::Place(id) if place_picture(&s.base, data, id, Size::WIDE, address.locale).is_none() => &Page::Home,
        page => page,
    };
    format!(
        "<meta property=\"og:image\" content=\"{0}\">\n<meta property=\"og:image:width\" content=\"1200\">\n<meta property=\"og:image:height\" content=\"630\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n",
        s.base.whole(&picture_file(address.locale, page, false, "png"))
    )
}

/// Makes all pictures; says how many.
pub(crate) fn write(s: &Settings, index: &Record, pages: &[Page]) -> Outcome<usize> {
    if !s.beside.ends_with("pictures") {
        return Ok(0);
    }
    let mut lines = String::new();
    let mut count = 0;
    for page in pages.iter().filter(|it| !matches!(it, Page::Source(_) | Page::NotFound)) {
        let data = Arc::new(page_data(s, index, page)?.0);
        for locale in Locale::ALL {
            for (size, tall) in [(Size::WIDE, false), (Size::TALL, true)] {
                let Some(picture) = picture(s, &data, page, size, locale) else { continue };
                let mut job = serde_json::to_value(picture)?;
                let path = |ending: &str| -> Outcome<Value> {
                    let path = s.out.join(picture_file(locale, page, tall, ending));
                    fs::create_dir_all(path.parent().ok_or("no folder")?)?;
                    Ok(path.to_str().ok_or("a path that is not UTF-8")?.into())
                };
                job["id"] = picture_file(locale, page, tall, "png").into();
                job["png"] = path("png")?;
                // Only the wide one is offered as a drawing too.
                job["svg"] = if tall || !matches!(page, Page::Indicator(_)) { Value::Null } else { path("svg")? };
                lines.push_str(&job.to_string());
                lines.push('\n');
                count += 1;
            }
        }
    }
    make(s, &lines)?;
    Ok(count)
}

fn picture(s: &Settings, data: &Arc<PageData>, page: &Page, size: Size, locale: Locale) -> Option<Picture> {
    let address = Address::of(locale, page.clone());
    match page {
        Page::Place(id) => place_picture(&s.base, data, id, size, locale),
        Page::Indicator(_) => {
            let (question, _) = figure::resolve(&data.record, page, &address.selection);
            let view = figure::indicator_view(&data.record, question?);
            let at = Whereabouts { address: s.base.whole(&address.to_path()), pinned: None };
            Some(figure::picture(&data.record, &view, &at, size, locale))
        }
        _ => card(&s.base, &Shown::new(address, Vec::new(), data.clone())).filter(|it| it.size == size),
    }
}

fn make(s: &Settings, lines: &str) -> Outcome<()> {
    let mut node = Command::new("node")
        .arg(&s.pictures)
        .arg("--cache")
        .arg(&s.picture_cache)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .map_err(|error| format!("node could not be started ({error}); Node 20 is needed"))?;
    let mut stdin = node.stdin.take().ok_or("no way to write to node")?;
    stdin.write_all(lines.as_bytes())?;
    drop(stdin);
    match node.wait()?.success() {
        true => Ok(()),
        false => Err("the pictures could not be made; the messages are above".into()),
    }
}

//! Has the pictures made by `chart/pictures.mjs`: of every indicator and every place, wide for the previews of links and
//! tall for phones.

use crate::{Outcome, Settings, page_data};
use serde_json::Value;
use std::{
    fs,
    io::Write,
    process::{Command, Stdio},
};
use tinh_so::{
    address::{Address, Page, picture_file},
    domain::Record,
    figure::{self, Picture, Size, Whereabouts},
    text::Locale,
    ui::{PageData, place_picture},
};

/// The pages that have a picture.
fn is_pictured(page: &Page) -> bool {
    matches!(page, Page::Indicator(_) | Page::Place(_))
}

/// The address and words of a page's picture for the head of its document: what messengers show beside a link.
pub(crate) fn preview(s: &Settings, address: &Address, data: &PageData) -> String {
    let Some(file) = picture_file(address.locale, &address.page, false, "png") else { return String::new() };
    // Messengers fetch it by its whole address or not at all; and of a place without a figure there is none.
    let drawn = || match &address.page {
        Page::Place(_) => picture(s, data, &address.page, Size::WIDE, address.locale).is_some(),
        _ => true,
    };
    if s.base.origin().is_empty() || !drawn() {
        return String::new();
    }
    format!(
        "<meta property=\"og:image\" content=\"{0}\">\n<meta property=\"og:image:width\" content=\"1200\">\n<meta property=\"og:image:height\" content=\"630\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n",
        s.base.whole(&file)
    )
}

/// Makes all pictures; says how many.
pub(crate) fn write(s: &Settings, index: &Record, pages: &[Page]) -> Outcome<usize> {
    if !s.beside.ends_with("pictures") {
        return Ok(0);
    }
    let mut lines = String::new();
    let mut count = 0;
    for page in pages.iter().filter(|page| is_pictured(page)) {
        let (data, _) = page_data(s, index, page)?;
        for locale in Locale::ALL {
            for (size, tall) in [(Size::WIDE, false), (Size::TALL, true)] {
                let Some(picture) = picture(s, &data, page, size, locale) else { continue };
                let mut job = serde_json::to_value(picture)?;
                let path = |ending: &str| -> Outcome<Value> {
                    let file = picture_file(locale, page, tall, ending).ok_or("a page without a picture")?;
                    let path = s.out.join(file);
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

fn picture(s: &Settings, data: &PageData, page: &Page, size: Size, locale: Locale) -> Option<Picture> {
    let address = Address::of(locale, page.clone());
    match page {
        Page::Place(id) => place_picture(&s.base, data, id, size, locale),
        _ => {
            let (question, _) = figure::resolve(&data.record, page, &address.selection);
            let view = figure::indicator_view(&data.record, question?);
            let at = Whereabouts { address: s.base.whole(&address.to_path()), pinned: None };
            Some(figure::picture(&data.record, &view, &at, size, locale))
        }
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

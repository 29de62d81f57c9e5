//! Markup in two parts: what fills a screen is written at once, the rest when that is painted.
//!
//! Only in the browser, where a reader waits for a view. Documents are whole.

/// What stands around the rest, in an element that says `data-rest` and at its end. Rests do not stand in one another.
/// Where an element has its height without the rest, `data-rest` says after which part of it the rest begins (0 to 1).
pub const MARKS: [&str; 2] = ["<!--rest-->", "<!--/rest-->"];

/// Whether markup is written in parts.
pub const IN_PARTS: bool = cfg!(feature = "browser");

/// Windows narrower than this show the drawings of a phone's width, those wider than the second a desk's; between them it
/// depends on what stands around. As in `style/parts.css` and `style/embed.css`, with room.
#[cfg(feature = "browser")]
const SURE: [f64; 2] = [560.0, 760.0];

/// Whether the drawing of this class is not the one that this window shows.
#[cfg(feature = "browser")]
pub fn is_unseen(class: &str) -> bool {
    let width = crate::browser::page::width();
    (class.contains("wide") && width < SURE[0]) || (class.contains("narrow") && width > SURE[1])
}

/// Whether the drawing of this class is not seen: a document is made for every width.
#[cfg(not(feature = "browser"))]
pub fn is_unseen(_class: &str) -> bool {
    false
}

/// So many lines of at least such a height are a first part: as many as the window shows.
#[cfg(feature = "browser")]
pub fn fitting(height: f64) -> usize {
    (crate::browser::page::height() / height).ceil() as usize
}

/// A document is whole.
#[cfg(not(feature = "browser"))]
pub fn fitting(_height: f64) -> usize {
    usize::MAX / 2
}

/// The first part of a markup, and the rests of it in the order of their elements.
#[cfg(feature = "browser")]
pub fn parted(markup: &str) -> (String, Vec<String>) {
    let (mut first, mut rests) = (String::with_capacity(markup.len()), Vec::new());
    let mut left = markup;
    while let Some((before, after)) = left.split_once(MARKS[0]) {
        let (rest, after) = after.split_once(MARKS[1]).unwrap_or((after, ""));
        first.push_str(before);
        rests.push(rest.to_owned());
        left = after;
    }
    first.push_str(left);
    (first, rests)
}

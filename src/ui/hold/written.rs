//! Writing the panes of a view: only those that say something else than before, and what fills a screen first.

use crate::{
    browser::{near::Near, page},
    ui::{pages::Pane, parts::rest},
};
use maud::Markup;
use std::{borrow::Cow, collections::BTreeMap};

/// What stands in the panes of the page on screen.
#[derive(Default)]
pub(super) struct Written {
    /// What each pane says, as far as it is known: of what the document says it is once that was rehearsed.
    panes: BTreeMap<Cow<'static, str>, Markup>,
    /// What is still to be written at the end of these elements.
    rests: Vec<(Near, String)>,
}

impl Written {
    /// A pane of the document says this, unless it is known what it says.
    pub(super) fn knows(&mut self, pane: Pane) {
        self.panes.entry(pane.name).or_insert(pane.markup);
    }

    /// Whether something that was left for later would be on screen.
    fn shows_rests(&self) -> bool {
        let height = page::height();
        self.rests.iter().any(|(place, _)| {
            // Panels further down are not laid out yet, and are not to be laid out by looking.
            let near = place.around(".panel").is_none_or(|panel| panel.extent().0 < height);
            let (top, bottom) = place.extent();
            // What is not displayed is nowhere; what has nothing in it yet has a place.
            let displayed = bottom > top || bottom != 0.0;
            near && displayed && top + place.share("data-rest") * (bottom - top) < height
        })
    }

    /// Writes what was left for later if some of it would be on screen.
    pub(super) fn complete_if_seen(&mut self) {
        if self.shows_rests() {
            self.complete();
        }
    }

    /// Writes what was left for later; whether there was anything.
    pub(super) fn complete(&mut self) -> bool {
        let rests = std::mem::take(&mut self.rests);
        for (place, rest) in &rests {
            place.append(rest);
            place.remove("data-rest");
        }
        !rests.is_empty()
    }

    /// Writes panes that nobody looks at yet.
    pub(super) fn write_whole(&mut self, panes: Vec<Pane>) {
        self.write(panes);
        self.complete();
    }

    /// Writes the panes that say something else than before. That with the focus comes first: where a focused element is
    /// removed the browser lays out the whole page at once, which costs nothing as long as nothing was changed.
    pub(super) fn write(&mut self, mut panes: Vec<Pane>) {
        let focused = Near::focused().and_then(|it| it.around("[data-pane]")?.attribute("data-pane"));
        panes.sort_by_key(|pane| Some(&*pane.name) != focused.as_deref());
        for pane in panes {
            let Some(place) = Near::first(&format!("[data-pane={}]", pane.name)) else { continue };
            if self.panes.get(&pane.name).is_none_or(|before| before.0 != pane.markup.0) {
                let (first, rests) = rest::parted(&pane.markup.0);
                place.write(&first);
                self.rests.retain(|(place, _)| place.is_there());
                if !rests.is_empty() {
                    self.rests.extend(place.all_within("[data-rest]").into_iter().zip(rests));
                }
                // What was written into it later is gone.
                if pane.name == "results" {
                    self.panes.retain(|name, _| !name.starts_with("table-") && !name.starts_with("option-"));
                }
                self.panes.insert(pane.name, pane.markup);
            }
        }
    }
}

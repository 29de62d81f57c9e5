//! What every part of a page may ask for: where the site lives, what is shown, and the files of the build's charts.

use crate::{
    address::{Address, Base, Notice, Page},
    domain::{Record, Selection},
    figure::{self, View},
    snapshot::{Beside, SnapshotId},
    text::{Locale, Messages},
};
use leptos::prelude::*;
use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

/// The figures a page has.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageData {
    /// The index and the page's own files.
    pub record: Record,
    /// How the page's place stands among others, and their figures (place pages).
    pub beside: Beside,
}

/// What is on screen: an address and the figures for it, changed together.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Where the reader is.
    pub address: Address,
    /// What of the address was not understood.
    pub notices: Vec<Notice>,
    /// The figures.
    pub data: Arc<PageData>,
    view: OnceLock<Option<View>>,
}

impl Shown {
    /// An address with its figures.
    pub fn new(address: Address, notices: Vec<Notice>, data: Arc<PageData>) -> Self {
        Self { address, notices, data, view: OnceLock::new() }
    }

    /// Whether the figures of what is asked are all here: a page begins with the index alone.
    pub fn is_whole(&self) -> bool {
        let record = &self.data.record;
        figure::needs(record, &self.address.page, &self.address.selection).iter().all(|file| match file {
            SnapshotId::Indicator(id) => record.indicators.contains_key(id),
            _ => true,
        })
    }

    /// The view of a page that has one, made once; `None` where the address asks for nothing there is.
    pub fn view(&self) -> Option<&View> {
        self.view.get_or_init(|| self.make_view()).as_ref()
    }

    fn make_view(&self) -> Option<View> {
        let (record, page) = (&self.data.record, &self.address.page);
        let question = figure::resolve(record, page, &self.address.selection).0?;
        Some(match page {
            Page::Compare => figure::view(record, question),
            _ => figure::indicator_view(record, question),
        })
    }
}

/// The site and what is on screen. Components find it in their context.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// The folder it lives in.
    pub base: Base,
    /// What is on screen.
    pub shown: Arc<Shown>,
}

impl Site {
    /// The context.
    pub fn get() -> Self {
        expect_context::<Site>()
    }

    /// The language on screen.
    pub fn locale(&self) -> Locale {
        self.shown.address.locale
    }

    /// The fixed texts of the language on screen.
    pub fn messages(&self) -> &'static Messages {
        self.locale().messages()
    }

    /// The figures on screen.
    pub fn data(&self) -> Arc<PageData> {
        self.shown.data.clone()
    }

    /// The link to a page in the language on screen.
    pub fn link(&self, page: Page) -> String {
        self.base.link(&Address::of(self.locale(), page))
    }

    /// The link to a page with a view of its own.
    pub fn view_link(&self, page: Page, selection: Selection) -> String {
        self.base.link(&Address { locale: self.locale(), page, selection })
    }
}

/// What the live charts of all documents begin with: options by the file each is published in, below the base. Only the
/// build provides it.
#[derive(Clone, Default)]
pub struct OptionFiles {
    known: Arc<Mutex<BTreeMap<String, String>>>,
    clash: Arc<AtomicBool>,
}

impl OptionFiles {
    /// The file of an option, named by its content. Should two ever have the same name, [`Self::all`] fails.
    pub fn name(&self, option: &str) -> String {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        option.hash(&mut hasher);
        let name = format!("assets/option.{:012x}.json", hasher.finish() & 0xffff_ffff_ffff);
        if let Ok(mut options) = self.known.lock() {
            let known = options.entry(name.clone()).or_insert_with(|| option.to_owned());
            if known != option {
                self.clash.store(true, Ordering::Relaxed);
            }
        }
        name
    }

    /// All options by their files.
    ///
    /// # Errors
    /// Where two options have the same name: one page would draw another's figures.
    pub fn all(&self) -> Result<BTreeMap<String, String>, &'static str> {
        if self.clash.load(Ordering::Relaxed) {
            return Err("two chart options have the same name: lengthen it in OptionFiles::name");
        }
        self.known.lock().map(|known| known.clone()).map_err(|_| "the list of options is poisoned")
    }
}

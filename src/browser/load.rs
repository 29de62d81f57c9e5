//! Loading what a page needs: the index once, then only the page's own files, each checked as it is read.

use super::{fetch, page};
use crate::{
    address::{Address, Notice},
    figure,
    snapshot::{self, Beside, Loaded, SnapshotId},
    ui::{PageData, Shown},
};
use futures_util::future::join_all;
use std::{cell::RefCell, collections::BTreeMap, rc::Rc, sync::Arc};

thread_local! {
    /// Files read so far; they never change within a data version.
    static READ: RefCell<BTreeMap<SnapshotId, Rc<Loaded>>> = RefCell::default();
    /// What was put together of them last. Most choices lead to another view of the same files.
    static LAST: RefCell<(Vec<SnapshotId>, Arc<PageData>)> = RefCell::default();
}

/// An address with its figures.
///
/// # Errors
/// The first file that could not be had or read, in words for a report.
pub async fn shown(address: Address, mut notices: Vec<Notice>) -> Result<Shown, String> {
    let index = one(SnapshotId::Index).await?;
    let needed = figure::needs(&index.record, &address.page, &address.selection);
    let (_, more) = figure::resolve(&index.record, &address.page, &address.selection);
    notices.extend(more);
    let known = LAST.with_borrow(|(files, data)| (*files == needed && !files.is_empty()).then(|| data.clone()));
    let data = match known {
        Some(data) => data,
        None => together(&index, needed).await?,
    };
    Ok(Shown::new(address, notices, data))
}

/// Whether the files that an address needs have all been read.
pub fn is_here(address: &Address) -> bool {
    READ.with_borrow(|read| {
        let Some(index) = read.get(&SnapshotId::Index) else { return false };
        figure::needs(&index.record, &address.page, &address.selection).iter().all(|file| read.contains_key(file))
    })
}

/// The index with what these files hold.
async fn together(index: &Loaded, files: Vec<SnapshotId>) -> Result<Arc<PageData>, String> {
    let mut data = PageData { record: index.record.clone(), beside: Beside::default() };
    for loaded in join_all(files.iter().cloned().map(one)).await {
        let loaded = loaded?;
        data.record.merge(loaded.record.clone());
    }
    fetch::forget_failures();
    let data = Arc::new(data);
    LAST.set((files, data.clone()));
    Ok(data)
}

/// An address with the index alone: enough to search in.
///
/// # Errors
/// Why the index could not be had or read.
pub async fn index(address: Address) -> Result<Shown, String> {
    let index = one(SnapshotId::Index).await?;
    let data = PageData { record: index.record.clone(), beside: Beside::default() };
    Ok(Shown::new(address, Vec::new(), Arc::new(data)))
}

async fn one(id: SnapshotId) -> Result<Rc<Loaded>, String> {
    if let Some(known) = READ.with_borrow(|read| read.get(&id).cloned()) {
        return Ok(known);
    }
    let version = page::version();
    let url = page::base().file(&format!("data/v/{version}/{}", id.path()));
    let text = fetch::text(&url).await?;
    let read = snapshot::read(&id, &text, &version).inspect_err(|_| fetch::remember_failure());
    let loaded = Rc::new(read.map_err(|error| error.to_string())?);
    READ.with_borrow_mut(|read| read.insert(id, loaded.clone()));
    Ok(loaded)
}

//! A published file as a host, a proxy or a stranger may have changed it: read whole, or refused with a reason; the first
//! character says which file it is taken for.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tinh_so::snapshot::{SnapshotId, read, read_changes};

fuzz_target!(|text: &str| {
    let mut rest = text.chars();
    let id = match rest.next() {
        Some('c') => SnapshotId::Catalog,
        Some('i') => SnapshotId::Indicator("dti".into()),
        Some('p') => SnapshotId::Place("dong-nai-cu".into()),
        Some('s') => SnapshotId::Source("baodongnai-2022-11-07".into()),
        Some('h') => {
            let _ = read_changes(rest.as_str());
            return;
        }
        _ => SnapshotId::Index,
    };
    if let Err(error) = read(&id, rest.as_str(), "2026.11.1") {
        assert!(error.to_string().contains(&id.path()), "{error}");
    }
});

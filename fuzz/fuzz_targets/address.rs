//! A path and a query that anybody may have written: what is read of them, written again and read again, is the same view.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tinh_so::address::{Address, Embed, Notice, decode_query, encode_query};

fuzz_target!(|text: &str| {
    let (path, query) = text.split_once('?').unwrap_or(("/so-sanh/", text));
    let (selection, notices) = decode_query(query);
    for notice in notices {
        if let Notice::Unknown { value, .. } = notice {
            assert!(value.chars().count() <= 61, "a notice shows all of {value:?}");
        }
    }
    let written = encode_query(&selection);
    let (again, notices) = decode_query(written.trim_start_matches('?'));
    assert_eq!(selection, again, "{written}");
    assert!(notices.is_empty(), "{written}: {notices:?}");
    let (address, _) = Address::parse(path, query);
    let (same, _) = address.to_path().split_once('?').map_or_else(|| Address::parse(&address.to_path(), ""), |(path, query)| Address::parse(path, query));
    assert_eq!(address.page, same.page, "{path}");
    if let Some((embed, _)) = Embed::parse(path, query) {
        let to = embed.to_path();
        let (path, query) = to.split_once('?').unwrap_or((&to, ""));
        let again = Embed::parse(path, query).map(|(it, _)| it.to_path());
        assert_eq!(again.as_deref(), Some(&*to));
    }
});

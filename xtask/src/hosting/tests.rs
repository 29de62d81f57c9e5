//! The table of headers, and the configurations made from it.

use super::{rules::*, *};
use std::collections::BTreeMap;

#[test]
fn every_address_is_of_one_sort() {
    for (below, sort) in [
        ("", Sort::Page),
        ("en/", Sort::Page),
        ("tinh/hue/", Sort::Page),
        ("tinh/hue", Sort::Page),
        ("404.html", Sort::Page),
        ("nhung/", Sort::Page),
        ("en/embed/", Sort::Page),
        ("nhung/dti/", Sort::Embed),
        ("nhung/v/2026.11.1/dti/index.html", Sort::Embed),
        ("en/embed/dti/", Sort::Embed),
        ("nhung/tinhso.js", Sort::Open),
        ("assets/app.0123456789ab.wasm", Sort::Asset),
        ("data/v/2026.11.1/index.json", Sort::Version),
        ("data/latest/index.json", Sort::Open),
        ("pictures/vi/places/hue.png", Sort::Picture),
        ("favicon.svg", Sort::Picture),
        ("tinh/hue/feed.xml", Sort::Open),
        ("sw.js", Sort::Open),
    ] {
        assert_eq!(Sort::of(below), sort, "{below}");
    }
}

#[test]
fn pages_stand_alone_and_embeds_may_stand_anywhere() {
    let of = |sort: Sort| sort.headers().into_iter().collect::<BTreeMap<_, _>>();
    let (page, embed) = (of(Sort::Page), of(Sort::Embed));
    assert!(page["Content-Security-Policy"].contains("frame-ancestors 'none'"));
    assert!(embed["Content-Security-Policy"].contains("frame-ancestors *"));
    for policy in [page["Content-Security-Policy"], embed["Content-Security-Policy"]] {
        assert!(!policy.contains("unsafe"), "{policy}");
        assert!(policy.contains("require-trusted-types-for 'script'"), "{policy}");
        // Hashes change with a build, and a host's configuration does not.
        assert!(!policy.contains("sha256"), "{policy}");
    }
    for sort in Sort::ALL {
        let kept = of(sort)["Cache-Control"].contains("immutable");
        assert_eq!(kept, matches!(sort, Sort::Asset | Sort::Version), "{}", sort.word());
    }
}

/// What a configuration must say, whichever host it is for.
fn says_all(text: &str) {
    for (name, value) in EVERYWHERE.into_iter().chain(Sort::ALL.into_iter().flat_map(Sort::headers)) {
        assert!(text.contains(value), "{name}: {value} is missing in\n{text}");
    }
    for (ending, media_type) in MEDIA_TYPES.iter().filter(|(ending, _)| *ending != "html") {
        let plain = media_type.split(';').next().unwrap_or_default();
        assert!(text.contains(plain) && text.contains(ending), "{ending} is missing");
    }
}

#[test]
fn configurations_say_all_of_the_table() {
    for base in ["/", "/mot/thu-muc/"] {
        for host in [Host::Nginx, Host::Caddy] {
            let text = configuration(host, Path::new("/srv/tinh-so"), base, "8080").expect("plain words");
            says_all(&text);
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text}");
        }
    }
}

#[test]
fn nothing_can_be_slipped_into_a_configuration() {
    for folder in ["/srv/a; load_module evil", "/srv/a\n}", "/srv/\"", "/srv/{x}", ""] {
        let error = configuration(Host::Nginx, Path::new(folder), "/", "80").expect_err(folder);
        assert!(error.to_string().contains("the folder"), "{error}");
    }
    assert!(configuration(Host::Caddy, Path::new("/srv"), "/", "tinhso.example").is_ok());
    assert!(configuration(Host::Caddy, Path::new("/srv"), "/", "80 { respond x }").is_err());
}

/// Whether a pattern of `_headers` fits an address.
fn fits(pattern: &str, address: &str) -> bool {
    match pattern.split_once("/:name/*") {
        Some((head, _)) => address
            .strip_prefix(head)
            .is_some_and(|rest| rest[1..].contains('/') && rest.starts_with('/') && rest.len() > 2),
        None => pattern.strip_suffix('*').map_or(address == pattern, |head| address.starts_with(head)),
    }
}

#[test]
fn the_headers_file_gives_each_header_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [
        "index.html",
        "404.html",
        "feed.xml",
        "sw.js",
        "favicon.svg",
        "robots.txt",
        "assets/app.js",
        "data/v/1/index.json",
        "data/latest/index.json",
        "data/versions.json",
        "tinh/hue/index.html",
        "nhung/index.html",
        "nhung/dti/index.html",
        "nhung/tinhso.js",
        "pictures/vi/x.png",
        "icons/x.png",
        "oembed/vi/dti.json",
        "en/index.html",
        "en/embed/index.html",
        "en/embed/dti/index.html",
        "en/places/hue/index.html",
        "en/feed.xml",
        "index.html.br",
    ];
    for file in files {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, "").expect("written");
    }
    write_headers_file(folder.path(), "/x/").expect("written");
    let text = std::fs::read_to_string(folder.path().join("_headers")).expect("there");
    let rules: Vec<(&str, Vec<(&str, &str)>)> = text
        .split("\n\n")
        .map(|rule| {
            let mut lines = rule.lines().filter(|it| !it.starts_with('#'));
            let pattern = lines.next().unwrap_or_default();
            (pattern, lines.filter_map(|it| it.trim().split_once(": ")).collect())
        })
        .collect();
    for file in files.iter().filter(|it| !it.ends_with(".br")) {
        let below = file.strip_suffix("index.html").unwrap_or(file);
        let address = format!("/x/{below}");
        let mut got: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (_, headers) in rules.iter().filter(|(pattern, _)| fits(pattern, &address)) {
            for (name, value) in headers {
                got.entry(name).or_default().push(value);
            }
        }
        // The script for pages that embed us lies beside what pages are made of; no rule names it, and none has to.
        if *file == "nhung/tinhso.js" {
            assert!(!got.contains_key("Content-Security-Policy"), "{got:?}");
            continue;
        }
        for (name, value) in EVERYWHERE.into_iter().chain(Sort::of(below).headers()) {
            assert_eq!(got.get(name).map(Vec::as_slice), Some(&[value][..]), "{address} {name}\n{text}");
        }
    }
}

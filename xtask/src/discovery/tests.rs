//! The files by their own rules: those of sitemaps.org read back with an XML reader, of robots and of the web manifest.

use super::{
    home,
    manifest::{self, Paper, paper},
    robots,
    sitemap::{LIMITS, Limits, files, pages},
    write_for,
};
use quick_xml::{Reader, events::Event};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};
use tinh_so::address::{Base, Page};
use url::Url;

/// What one `<url>` or `<sitemap>` says.
#[derive(Debug, Default, Clone)]
struct Entry {
    loc: String,
    lastmod: Option<String>,
    alternates: BTreeMap<String, String>,
}

/// A file read back: its root, and what is in it.
fn read(text: &str) -> (String, Vec<Entry>) {
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), "{text:.60}");
    let mut reader = Reader::from_str(text);
    let (mut root, mut entries, mut path) = (String::new(), Vec::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                if path.is_empty() {
                    let space = tag.try_get_attribute("xmlns").expect("read").expect("a namespace");
                    assert_eq!(space.value, "http://www.sitemaps.org/schemas/sitemap/0.9");
                    root.clone_from(&name);
                } else if path.len() == 1 {
                    entries.push(Entry::default());
                }
                path.push(name);
            }
            Event::Empty(tag) => {
                assert_eq!(tag.name().as_ref(), "xhtml:link");
                let attribute = |name: &str| {
                    let found = tag.try_get_attribute(name).expect("read").expect(name);
                    quick_xml::escape::unescape(&found.value).expect("escaped").into_owned()
                };
                assert_eq!(attribute("rel"), "alternate");
                let entry: &mut Entry = entries.last_mut().expect("inside an entry");
                assert_eq!(entry.alternates.insert(attribute("hreflang"), attribute("href")), None);
            }
            Event::Text(_) if path.len() < 3 => {}
            Event::Text(text) => {
                add(entries.last_mut().expect("inside an entry"), &path[2], &text);
            }
            Event::GeneralRef(name) => {
                let text = quick_xml::escape::unescape(&format!("&{};", &*name)).expect("a known name").into_owned();
                add(entries.last_mut().expect("inside an entry"), &path[2], &text);
            }
            Event::End(_) => drop(path.pop()),
            Event::Eof => return (root, entries),
            _ => {}
        }
    }
}

fn add(entry: &mut Entry, name: &str, text: &str) {
    match name {
        "loc" => entry.loc.push_str(text),
        "lastmod" => entry.lastmod.get_or_insert_default().push_str(text),
        other => panic!("sitemaps.org knows no {other} here"),
    }
}

fn site(paths: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for path in paths {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        fs::write(path, "").expect("written");
    }
    folder
}

const DOCUMENTS: [&str; 12] = [
    "index.html",
    "en/index.html",
    "chi-so/dti/index.html",
    "en/indicators/dti/index.html",
    "gioi-thieu/index.html",
    "en/about/index.html",
    // None of these is a page to be found.
    "404.html",
    "data/latest/index.json",
    "somebody/elses/index.html",
    "nhung/dti/index.html",
    "nhung/v/2026.11.1/dti/index.html",
    "chi-so/index.html",
];

fn listed(home: &Url, limits: Limits) -> Vec<(String, String)> {
    files(home, &pages(site(&DOCUMENTS).path()).expect("pages"), Some("2026-11-22"), limits).expect("files")
}

#[test]
fn every_page_is_listed_once_in_both_languages_and_nothing_else() {
    let home = home("https://tinhso.example", "/mot/thu-muc/").expect("fine").expect("known");
    let files = listed(&home, LIMITS);
    let [(name, text)] = &files[..] else { panic!("one file, not {}", files.len()) };
    assert_eq!(name, "sitemap.xml");
    let (root, entries) = read(text);
    assert_eq!(root, "urlset");
    let locs: BTreeSet<&str> = entries.iter().map(|it| &*it.loc).collect();
    let root = "https://tinhso.example/mot/thu-muc/";
    let wanted = ["", "en/", "chi-so/dti/", "en/indicators/dti/", "gioi-thieu/", "en/about/"];
    assert_eq!(
        locs,
        wanted.iter().map(|it| format!("{root}{it}")).collect::<Vec<_>>().iter().map(|it| &**it).collect()
    );
    assert_eq!(entries.len(), locs.len(), "each once");
    // Each names both, itself among them, and those it names say the same of it.
    let by_loc: BTreeMap<&str, &Entry> = entries.iter().map(|it| (&*it.loc, it)).collect();
    for entry in &entries {
        assert_eq!(entry.alternates.keys().collect::<Vec<_>>(), ["en", "vi", "x-default"]);
        assert!(entry.alternates.values().any(|it| *it == entry.loc));
        assert_eq!(entry.alternates["x-default"], entry.alternates["vi"]);
        for twin in entry.alternates.values() {
            assert!(Url::parse(twin).is_ok_and(|it| it.as_str() == twin), "{twin} is a whole address");
            assert_eq!(by_loc[&**twin].alternates, entry.alternates);
        }
    }
    // A page that shows no figures states no day.
    assert_eq!(by_loc[&*format!("{root}chi-so/dti/")].lastmod.as_deref(), Some("2026-11-22"));
    assert_eq!(by_loc[&*format!("{root}en/about/")].lastmod, None);
}

#[test]
fn beyond_the_limits_there_is_an_index_of_several_files() {
    let home = home("https://tinhso.example/", "").expect("fine").expect("known");
    let whole = read(&listed(&home, LIMITS)[0].1).1.len();
    let most = |addresses, bytes| Limits { addresses, bytes };
    for (limits, parts) in [(most(4, LIMITS.bytes), 2), (most(1, LIMITS.bytes), whole), (most(50_000, 1_300), 3)] {
        let files = listed(&home, limits);
        let (root, index) = read(&files.iter().find(|(name, _)| name == "sitemap.xml").expect("the index").1);
        assert_eq!((&*root, index.len(), files.len()), ("sitemapindex", parts, parts + 1));
        let mut locs = BTreeSet::new();
        for entry in &index {
            assert_eq!(entry.lastmod.as_deref(), Some("2026-11-22"));
            let name = entry.loc.strip_prefix("https://tinhso.example/").expect("a file of ours");
            let (_, text) = files.iter().find(|(it, _)| it == name).expect("it is there");
            assert!(text.len() <= limits.bytes, "{} bytes", text.len());
            let (root, entries) = read(text);
            assert!(root == "urlset" && entries.len() <= limits.addresses);
            locs.extend(entries.into_iter().map(|it| it.loc));
        }
        assert_eq!(locs.len(), whole, "none lost, none twice");
    }
}

#[test]
fn addresses_are_escaped_twice_as_addresses_and_as_xml() {
    let home = home("https://tinhso.example", "/số liệu & <hơn>/").expect("fine").expect("known");
    let text = &listed(&home, LIMITS)[0].1;
    assert!(
        text.is_ascii() && text.contains("https://tinhso.example/s%E1%BB%91%20li%E1%BB%87u%20&amp;%20%3Ch%C6%A1n%3E/")
    );
    assert!(
        read(text).1.iter().all(|it| it.loc.starts_with("https://tinhso.example/s%E1%BB%91%20li%E1%BB%87u%20&%20%3C"))
    );
}

#[test]
fn a_page_without_its_twin_stops_the_build() {
    let error = pages(site(&["index.html", "en/index.html", "so-sanh/index.html"]).path()).expect_err("refused");
    assert!(error.to_string().contains("so-sanh/ has no twin in the other language at en/compare/"), "{error}");
    assert_eq!(pages(site(&["index.html", "en/index.html"]).path()).expect("fine"), [Page::Home]);
}

#[test]
fn an_origin_is_scheme_and_host() {
    assert_eq!(home("", "/x/").expect("no origin is fine"), None);
    for wrong in
        ["tinhso.example", "ftp://tinhso.example", "https://tinhso.example/x", "https://tinhso.example?x", "https:"]
    {
        let error = home(wrong, "/").expect_err(wrong);
        assert!(error.to_string().contains("--origin") && error.to_string().contains("https://example.org"), "{error}");
    }
}

#[test]
fn without_a_public_address_there_is_no_sitemap_and_the_build_says_so() {
    let colours = Paper { light: "#ffffff".to_owned(), dark: "#000000".to_owned() };
    let known = home("https://tinhso.example", "/").expect("fine");
    for (home, said) in [(None, "no sitemap.xml: it needs"), (known.as_ref(), "sitemap.xml: 6 addresses in 1 file(s)")]
    {
        let folder = site(&DOCUMENTS);
        let line = write_for(home, &Base::new("/"), None, &colours, folder.path()).expect("written");
        assert!(line.starts_with(said) && !line.contains('\n'), "{line}");
        let sitemap = fs::read_to_string(folder.path().join("sitemap.xml"));
        assert_eq!(sitemap.is_ok(), home.is_some());
        // No day is made up: nothing here was released.
        assert!(sitemap.map_or(true, |it| !it.contains("<lastmod>")));
        let robots = fs::read_to_string(folder.path().join("robots.txt")).expect("robots.txt");
        assert_eq!(robots.contains("Sitemap:"), home.is_some());
        assert!(folder.path().join("site.webmanifest").exists());
    }
}

#[test]
fn robots_may_read_everything_and_learn_where_the_map_is() {
    let known = home("https://tinhso.example", "/").expect("fine");
    assert_eq!(
        robots::text(known.as_ref(), &Base::new("/")),
        "User-agent: *\nAllow: /\n\nSitemap: https://tinhso.example/sitemap.xml\n"
    );
    assert_eq!(robots::text(None, &Base::new("/")), "User-agent: *\nAllow: /\n");
    let folder = home("https://tinhso.example", "/x/").expect("fine");
    let text = robots::text(folder.as_ref(), &Base::new("/x/"));
    assert!(text.contains("# Robots read this file only at the root of a host."), "{text}");
    assert!(text.ends_with("\nSitemap: https://tinhso.example/x/sitemap.xml\n"), "{text}");
}

#[test]
fn the_manifest_stays_below_the_base_and_its_icons_have_the_sizes_it_says() {
    let colours = paper(&fs::read_to_string("../style/tokens.css").expect("the tokens")).expect("both colours");
    let manifest: serde_json::Value =
        serde_json::from_str(&manifest::text(&Base::new("/x/"), &colours)).expect("it is JSON");
    for key in ["id", "start_url", "scope"] {
        assert_eq!(manifest[key], "/x/");
    }
    assert_eq!((&manifest["name"], &manifest["lang"]), (&"Tỉnh Số".into(), &"vi".into()));
    assert_eq!(manifest["background_color"], *colours.light);
    let mut purposes = Vec::new();
    for icon in manifest["icons"].as_array().expect("icons") {
        let path = icon["src"].as_str().and_then(|it| it.strip_prefix("/x/")).expect("below the base");
        let bytes = fs::read(format!("../public/{path}")).expect(path);
        if icon["type"] == "image/png" {
            assert_eq!(icon["sizes"], png_size(&bytes), "{path}");
            purposes.push((icon["purpose"].as_str().expect("a purpose").to_owned(), icon["sizes"].clone()));
        }
    }
    let wanted = [("any", "192x192"), ("any", "512x512"), ("maskable", "512x512")];
    assert_eq!(purposes, wanted.map(|(purpose, sizes)| (purpose.to_owned(), sizes.into())));
}

/// Width and height as a PNG's first chunk says them.
fn png_size(bytes: &[u8]) -> String {
    assert_eq!((&bytes[..8], &bytes[12..16]), (&b"\x89PNG\r\n\x1a\n"[..], &b"IHDR"[..]));
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    format!("{}x{}", number(16), number(20))
}

#[test]
fn the_colour_of_the_page_is_read_from_the_style() {
    let tokens = ":root {\n  --c-paper: #fcfbf8;\n}\n@media (prefers-color-scheme: dark) {\n    --c-paper: #14171a;\n}";
    let found = paper(tokens).expect("both");
    assert_eq!(found, Paper { light: "#fcfbf8".to_owned(), dark: "#14171a".to_owned() });
    let error = paper(&tokens.replace("#14171a", "black")).expect_err("refused");
    assert!(error.to_string().contains("tokens.css"), "{error}");
}

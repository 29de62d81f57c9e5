//! A host that does everything right, and hosts that each do one thing wrong.

use super::*;
use crate::hosting::rules::{EVERYWHERE, Sort, media_type};
use fetch::Answer;
use sha2::{Digest, Sha256};

const HOME: &str = "https://tinhso.example/x/";
const PAGE: &str = "<!doctype html><html lang=\"vi\" data-base=\"/x/\" data-version=\"1.0.0\" data-build=\"b\"><head>\
    <link rel=\"canonical\" href=\"https://tinhso.example/x/\"><script src=\"/x/assets/site.0.js\"></script></head>\
    <body><a href=\"/x/so-sanh/\">So sánh</a><a href=\"https://baodongnai.example/1\">Báo</a></body></html>";

/// How one host answers otherwise than it should.
type Wrong = fn(&str, &mut Answer);

struct Host(Wrong);

fn sum(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What lies below an address; nothing where there is no file.
fn content(below: &str) -> Option<String> {
    let missing = ["khong-co", "no/such", "000000000000", "nothing.json"].iter().any(|it| below.contains(it));
    Some(match below {
        _ if missing => return None,
        "data/versions.json" => r#"{"versions":[{"version":"1.0.0"}]}"#.to_owned(),
        "data/v/1.0.0/SHA256SUMS" => format!("{}  index.json\n", sum(&"index ".repeat(20))),
        "data/v/1.0.0/index.json" => "index ".repeat(20),
        "sitemap.xml" => format!("<urlset><url><loc>{HOME}</loc></url><url><loc>{HOME}nguon/</loc></url></urlset>"),
        _ => PAGE.to_owned(),
    })
}

impl Source for Host {
    fn get(&self, address: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let mut answer = Answer::default();
        let mut header = |name: &str, value: &str| {
            answer.headers.insert(name.to_lowercase(), value.to_owned());
        };
        let below = address.strip_prefix(HOME).unwrap_or_default().split('?').next().unwrap_or_default();
        let is_folder =
            !below.is_empty() && !below.ends_with('/') && !below.rsplit('/').next().unwrap_or_default().contains('.');
        let (status, sort, body) = if address.starts_with("http:") {
            header("Location", HOME);
            (301, Sort::Page, String::new())
        } else if is_folder && content(below).is_some() && !below.ends_with("SHA256SUMS") {
            header("Location", &format!("/x/{below}/"));
            (301, Sort::Page, String::new())
        } else {
            match content(below) {
                Some(body) => (200, Sort::of(below), body),
                None => (404, Sort::Page, "<html data-page=\"404\">".to_owned()),
            }
        };
        for (name, value) in EVERYWHERE.into_iter().chain(sort.headers()) {
            header(name, value);
        }
        let name = if below.is_empty() || below.ends_with('/') { "index.html" } else { below };
        header("Content-Type", media_type(name));
        header("Vary", "Accept-Encoding");
        answer.status = status;
        answer.body = body.into_bytes();
        if let Some((_, coding)) =
            headers.iter().find(|(name, value)| *name == "Accept-Encoding" && *value != "identity")
        {
            answer.headers.insert("content-encoding".to_owned(), (*coding).to_owned());
            answer.body.truncate(9);
        }
        self.0(below, &mut answer);
        Ok(answer)
    }
}

#[test]
fn a_host_that_does_everything_right_has_nothing_to_mend() {
    let outcome = all(&Host(|_, _| {}), HOME).expect("reached");
    assert_eq!(outcome.findings, []);
    assert_eq!(outcome.checks, CHECKS.len());
    assert_eq!(outcome.elsewhere, ["https://baodongnai.example/1"]);
}

/// Sets a header, or takes it away.
fn set(answer: &mut Answer, name: &str, value: &str) {
    answer.headers.insert(name.to_owned(), value.to_owned());
}

#[test]
fn what_a_host_does_wrong_is_named_with_its_place_and_what_to_do() {
    let cases: [(Wrong, &str, &str, &str); 14] = [
        (
            |at, it| {
                if at.ends_with(".js") {
                    set(it, "content-type", "text/plain")
                }
            },
            "assets/site.0.js",
            "text/javascript",
            "media types",
        ),
        (
            |at, it| {
                if at == "so-sanh/" {
                    set(it, "content-type", "text/html")
                }
            },
            "so-sanh/",
            "utf-8",
            "charset",
        ),
        (
            |at, it| {
                if at.starts_with("nhung/dti") {
                    set(it, "x-frame-options", "SAMEORIGIN")
                }
            },
            "nhung/dti/",
            "no X-Frame-Options",
            "not to add",
        ),
        (
            |at, it| {
                if at.starts_with("nhung/dti") {
                    set(it, "content-security-policy", "frame-ancestors 'self'")
                }
            },
            "nhung/dti/",
            "frame-ancestors *",
            "host-config",
        ),
        (
            |at, it| {
                if at.is_empty() {
                    it.headers.remove("content-security-policy");
                }
            },
            "/x/",
            "frame-ancestors 'none'",
            "host-config",
        ),
        (
            |at, it| {
                if at.starts_with("assets") {
                    set(it, "cache-control", "max-age=60")
                }
            },
            "assets/site.0.js",
            "immutable",
            "host-config",
        ),
        (
            |at, it| {
                if at.starts_with("data/v") {
                    it.headers.remove("access-control-allow-origin");
                }
            },
            "data/v/1.0.0/index.json",
            "Access-Control-Allow-Origin: *",
            "host-config",
        ),
        (
            |_, it| {
                it.headers.remove("content-encoding");
            },
            "assets/site.0.js",
            "Content-Encoding: br",
            ".br files",
        ),
        (
            |_, it| {
                it.headers.remove("vary");
            },
            "/x/",
            "Vary: Accept-Encoding",
            "gzip_vary",
        ),
        // The one-page habit: whatever is not there is the home page.
        (
            |at, it| {
                if at.contains("000000") {
                    it.status = 200;
                    it.body = PAGE.into()
                }
            },
            "assets/app.000000000000.wasm",
            "404",
            "index.html",
        ),
        (
            |at, it| {
                if at == "khong-co/" {
                    it.body = "Not found".into()
                }
            },
            "khong-co/",
            "404.html of the build",
            "404.html",
        ),
        (
            |at, it| {
                if at == "tinh/ha-noi" {
                    set(it, "location", "http://127.0.0.1:8080/x/tinh/ha-noi/")
                }
            },
            "tinh/ha-noi",
            "a redirect to https://tinhso.example/x/tinh/ha-noi/",
            "absolute_redirect",
        ),
        (
            |at, it| {
                if at == "data/v/1.0.0/index.json" {
                    it.body = "index 2".into()
                }
            },
            "data/v/1.0.0/index.json",
            "",
            "never changes",
        ),
        (
            |at, it| {
                if at == "nguon/" {
                    it.status = 404
                }
            },
            "nguon/",
            "200",
            "publish",
        ),
    ];
    for (wrong, at, expected, mend) in cases {
        let found = all(&Host(wrong), HOME).expect("reached").findings;
        let named =
            found.iter().any(|it| it.at.contains(at) && it.expected.contains(expected) && it.mend.contains(mend));
        assert!(named, "{at}, {expected}, {mend}: {found:#?}");
    }
}

#[test]
fn an_address_that_is_none_of_ours_is_told_so() {
    for (address, words) in
        [("tinhso.example", "whole address"), ("ftp://tinhso.example/", "not an address of the web")]
    {
        let error = all(&Host(|_, _| {}), address).expect_err(address);
        assert!(error.to_string().contains(words), "{error}");
    }
    let error = all(&Host(|_, it| it.body = "<html>".into()), HOME).expect_err("another page");
    assert!(error.to_string().contains("no page of Tỉnh Số"), "{error}");
}

#[test]
fn a_build_for_another_place_is_told_so() {
    let moved: Wrong = |_, it| {
        it.body = String::from_utf8_lossy(&it.body).replace("tinhso.example/x/\">", "other.example/x/\">").into()
    };
    let found = all(&Host(moved), HOME).expect("reached").findings;
    assert!(
        found.iter().any(|it| it.got.contains("https://other.example/x/") && it.mend.contains("--origin")),
        "{found:#?}"
    );
}

#[test]
fn addresses_are_found_wherever_they_stand() {
    let text = r#"<link href="https://h.example/x/a/?q#f"><script data-files="/x/b.js /x/c.json"></script>
        {"html":"<iframe src=\"https:\/\/h.example\/x\/d/\"></iframe>"} <loc>https://h.example/x/e/</loc>
        <content>&lt;a href=&quot;/x/f/&quot;&gt;</content> "/y/g/" "https://h.example/other/" "/x/{id}.json""#;
    let found: Vec<String> = links::addresses(text, "/x/", "https://h.example/x/").into_iter().collect();
    assert_eq!(found, ["a/", "b.js", "c.json", "d/", "e/", "f/"]);
}

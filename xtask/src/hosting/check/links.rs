//! Every address that the published files name: links and files of pages, alternates, pictures for other sites, feed
//! entries, the sitemap, oEmbed answers and what they embed.

use super::{Report, Site, Source};
use anyhow::Result;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};
use url::Url;

/// The value of an attribute in a tag, or of the first of that name in a document.
pub(super) fn attribute<'a>(markup: &'a str, name: &str) -> Option<&'a str> {
    let begin = markup.find(&format!("{name}=\""))? + name.len() + 2;
    markup[begin..].split('"').next()
}

/// What stands in quotes, in elements or in JSON, with the references of markup resolved.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    // In JSON within a feed or an oEmbed answer the quotes of markup are escaped.
    let plain = text.replace("\\\"", "\"").replace("\\/", "/").replace("&quot;", "\"").replace("&#34;", "\"");
    let mut found: Vec<String> = Vec::new();
    for element in ["loc", "id", "uri"] {
        for piece in plain.split(&format!("<{element}>")).skip(1) {
            found.extend(piece.split('<').next().map(str::to_owned));
        }
    }
    for piece in plain.split('"').filter(|it| it.starts_with('/') || it.starts_with("http")) {
        // Lists of files stand in one attribute.
        found.extend(piece.split(' ').map(str::to_owned));
    }
    found.into_iter().map(|it| it.replace("&amp;", "&"))
}

/// The addresses of the site that a file names, below the base and without query and fragment. `named`: the public address
/// its pages have.
pub(super) fn addresses(text: &str, base: &str, named: &str) -> BTreeSet<String> {
    let below = |address: String| -> Option<String> {
        let rest =
            address.strip_prefix(named).filter(|_| named.starts_with("http")).or_else(|| address.strip_prefix(base))?;
        let path = rest.split(['?', '#']).next().unwrap_or_default();
        // A pattern with a part to be filled in is no address.
        let plain = |c: char| c.is_ascii_alphanumeric() || "/._-~%".contains(c);
        path.chars().all(plain).then(|| path.to_owned())
    };
    quoted(text).filter_map(below).collect()
}

/// Whether it can name further addresses.
fn is_read(below: &str) -> bool {
    let page = below.is_empty() || below.ends_with('/') || below.ends_with(".html");
    page || below.ends_with(".xml")
        || below.ends_with(".webmanifest")
        || (below.starts_with("oembed/") && below.ends_with(".json"))
}

/// What all files that can be reached name: each address with the status it has and a file that names it; and the
/// addresses elsewhere, each with a file that names it.
struct Found {
    ours: BTreeMap<String, (u16, String)>,
    elsewhere: BTreeMap<String, String>,
}

/// At once; a host sees no more of us than of a few readers.
const AT_ONCE: usize = 8;

/// Does the same with each, several at once; results in the order given.
///
/// # Errors
/// The first that there is.
pub(super) fn in_parallel<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> Result<R> + Sync) -> Result<Vec<R>> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Result<R>)>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(all.len()) {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    let Some(one) = all.get(n) else { break };
                    let result = work(one);
                    done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((n, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(n, _)| *n);
    done.into_iter().map(|(_, result)| result).collect()
}

fn crawl(source: &dyn Source, site: &Site) -> Result<Found> {
    let mut found = Found { ours: BTreeMap::new(), elsewhere: BTreeMap::new() };
    let begin = ["", "en/", "404.html", "feed.xml", "robots.txt"];
    let mut queue: BTreeMap<String, String> = begin.iter().map(|it| ((*it).to_owned(), "(given)".to_owned())).collect();
    // A build without an origin has no sitemap.
    if site.named.starts_with("http") {
        queue.insert("sitemap.xml".to_owned(), "(given)".to_owned());
    }
    while !queue.is_empty() {
        let round: Vec<(String, String)> = std::mem::take(&mut queue).into_iter().collect();
        let answers = in_parallel(&round, |(below, _)| {
            let answer = source.get(&site.at(below), &[])?;
            let text = if is_read(below) && answer.status == 200 { answer.text() } else { String::new() };
            let ours = addresses(&text, &site.base, &site.named);
            let elsewhere: BTreeSet<String> = links_elsewhere(&text, site);
            Ok((answer.status, ours, elsewhere))
        })?;
        for ((below, by), (status, ours, elsewhere)) in round.into_iter().zip(answers) {
            for one in ours {
                if one != below && !found.ours.contains_key(&one) {
                    queue.entry(one).or_insert_with(|| below.clone());
                }
            }
            for one in elsewhere {
                found.elsewhere.entry(one).or_insert_with(|| below.clone());
            }
            found.ours.insert(below, (status, by));
        }
        queue.retain(|it, _| !found.ours.contains_key(it));
    }
    Ok(found)
}

/// Where links of a page lead that lead elsewhere.
fn links_elsewhere(text: &str, site: &Site) -> BTreeSet<String> {
    let links = text.split("<a ").skip(1).filter_map(|it| attribute(it.split('>').next()?, "href"));
    links
        .map(|it| it.replace("&amp;", "&"))
        .filter(|it| {
            it.contains(':')
                && !it.starts_with(site.home.as_str())
                && !(site.named.starts_with("http") && it.starts_with(&site.named))
        })
        .collect()
}

/// Whether an address elsewhere is one that a browser can go to.
fn is_well_formed(address: &str) -> bool {
    if address.starts_with("mailto:") {
        return address.contains('@');
    }
    let clean = !address.contains(char::is_whitespace) && !address.contains(['<', '>', '"', '\\']);
    clean
        && Url::parse(address).is_ok_and(|url| {
            matches!(url.scheme(), "http" | "https")
                && url.username().is_empty()
                && url.host_str().is_some_and(|host| host.contains('.') && !host.ends_with('.'))
        })
}

/// Every address that the site names answers; every one elsewhere is well-formed.
pub(super) fn all(source: &dyn Source, site: &Site) -> Result<Report> {
    let found = crawl(source, site)?;
    let mut report = Report { looked_at: found.ours.len() + found.elsewhere.len(), ..Report::default() };
    for (below, (status, by)) in &found.ours {
        let mend = "publish the whole folder of the build; if it is there, the page that names it is wrong";
        report.expect(*status == 200, &site.at(below), format!("{status}, named by {}", site.at(by)), "200", mend);
    }
    for (address, by) in &found.elsewhere {
        let mend = "mend the address in data/sources.csv";
        report.expect(
            is_well_formed(address),
            address,
            format!("named by {}", site.at(by)),
            "a whole address, http or https",
            mend,
        );
    }
    report.elsewhere = found.elsewhere.into_keys().collect();
    Ok(report)
}

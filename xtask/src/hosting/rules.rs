//! The one table of what goes with which file: media types, how long it is kept, who may use it, what it may do.
//!
//! Nothing in it depends on a build. Each document carries its own full policy in a `<meta>`, with the hashes of what is
//! inlined in it; a header that repeated those would break every page of a host whose files are newer than its
//! configuration. The header says what a `<meta>` cannot (`frame-ancestors`), and all that never changes.

use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What sort of file an address below the base stands for, as far as a host has to tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Under a name made from its content.
    Asset,
    /// A file of a published data version, which never changes.
    Version,
    /// Data, feeds, lists: may change with each build, and anybody may use them.
    Open,
    /// A picture, an icon.
    Picture,
    /// An embed's document: for frames on other pages.
    Embed,
    /// A document of the site.
    Page,
}

impl Sort {
    /// All of them, the one that everything is that is none of the others last.
    pub const ALL: [Self; 6] = [Self::Asset, Self::Version, Self::Embed, Self::Picture, Self::Page, Self::Open];

    /// The sort of an address below the base, without its query.
    pub fn of(below: &str) -> Self {
        let under = |folder: &str| below.strip_prefix(folder);
        // A folder of its own below the guide's: `nhung/dti/`, `en/embed/v/2026.11.1/dti/`, not `nhung/tinhso.js`.
        let embed = |rest: &str| rest.find('/').is_some_and(|at| at > 0);
        match below {
            _ if under("assets/").is_some() => Self::Asset,
            _ if under("data/v/").is_some() => Self::Version,
            _ if under("nhung/").is_some_and(embed) || under("en/embed/").is_some_and(embed) => Self::Embed,
            _ if under("pictures/").or(under("icons/")).is_some() || below == "favicon.svg" => Self::Picture,
            _ if below.ends_with('/') || below.is_empty() || below.ends_with(".html") => Self::Page,
            // A folder asked for without its slash is sent on to the page.
            _ if !below.rsplit('/').next().unwrap_or_default().contains('.') => Self::Page,
            _ => Self::Open,
        }
    }

    /// Which paths below the base, with their slash in front, are of it, for hosts that are told by regular expressions: the
    /// first that fits, in the order of [`Sort::ALL`].
    pub fn pattern(self) -> &'static str {
        match self {
            Self::Asset => "^/assets/",
            Self::Version => "^/data/v/",
            Self::Embed => "^/(nhung|en/embed)/[^/]+/",
            Self::Picture => "^/(pictures/|icons/|favicon\\.svg$)",
            Self::Page => "(/|\\.html|/[^./]*)$",
            Self::Open => "",
        }
    }

    /// A word for it, in configurations.
    pub fn word(self) -> &'static str {
        match self {
            Self::Asset => "asset",
            Self::Version => "version",
            Self::Open => "open",
            Self::Picture => "picture",
            Self::Embed => "embed",
            Self::Page => "page",
        }
    }

    /// `Cache-Control`.
    pub fn cache(self) -> &'static str {
        match self {
            Self::Asset | Self::Version => "public, max-age=31536000, immutable",
            Self::Picture => "public, max-age=86400",
            // Kept, but never used without asking whether there is a newer one.
            Self::Open | Self::Embed | Self::Page => "no-cache",
        }
    }

    /// `Content-Security-Policy`, beside that in the document.
    pub fn policy(self) -> Option<&'static str> {
        match self {
            Self::Page => Some(
                "base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'; img-src 'self' data:; \
                 font-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self'; manifest-src 'self'; \
                 require-trusted-types-for 'script'; trusted-types tinh-so-pages tinh-so-views",
            ),
            // In a sandbox 'self' is nobody in some browsers: where an embed may load from is said by its document, which
            // knows its origin.
            Self::Embed => Some(
                "base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors *; frame-src 'none'; \
                 worker-src 'none'; require-trusted-types-for 'script'; trusted-types tinh-so-pages tinh-so-views",
            ),
            _ => None,
        }
    }

    /// `Cross-Origin-Resource-Policy`: who may load it into a page of theirs.
    pub fn resource_policy(self) -> &'static str {
        match self {
            Self::Page => "same-origin",
            _ => "cross-origin",
        }
    }

    /// `Cross-Origin-Opener-Policy`: pages stand alone; an embed opens links as its host's page would.
    pub fn opener_policy(self) -> Option<&'static str> {
        (self == Self::Page).then_some("same-origin")
    }

    /// `Access-Control-Allow-Origin`: a sandboxed embed has no origin, and data are for everybody's scripts.
    pub fn allow_origin(self) -> Option<&'static str> {
        (!matches!(self, Self::Page | Self::Embed)).then_some("*")
    }

    /// All headers that depend on the sort.
    pub fn headers(self) -> Vec<(&'static str, &'static str)> {
        let always = [("Cache-Control", self.cache()), ("Cross-Origin-Resource-Policy", self.resource_policy())];
        let sometimes = [
            ("Content-Security-Policy", self.policy()),
            ("Cross-Origin-Opener-Policy", self.opener_policy()),
            ("Access-Control-Allow-Origin", self.allow_origin()),
        ];
        always.into_iter().chain(sometimes.into_iter().filter_map(|(name, value)| Some((name, value?)))).collect()
    }
}

/// The headers that go with every answer.
pub const EVERYWHERE: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    // Another site learns that a reader came from here, and not from which province.
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), \
         midi=(), payment=(), usb=()",
    ),
    // Browsers heed it where they came by https only.
    ("Strict-Transport-Security", "max-age=63072000"),
];

/// Endings and their media types, with the encoding of those that are text.
pub const MEDIA_TYPES: [(&str, &str); 16] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json; charset=utf-8"),
    ("jsonld", "application/ld+json; charset=utf-8"),
    ("webmanifest", "application/manifest+json; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("woff2", "font/woff2"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("bin", ANY),
];

/// What is nothing in particular: `SHA256SUMS`.
pub const ANY: &str = "application/octet-stream";

/// The media type of a file by its name.
pub fn media_type(name: &str) -> &'static str {
    let ending = name.rsplit('/').next().unwrap_or_default().rsplit_once('.').map_or("", |(_, ending)| ending);
    MEDIA_TYPES.iter().find(|(known, _)| *known == ending).map_or(ANY, |(_, media_type)| media_type)
}

/// Whether a browser must be given this very type: a script or module of another does not run, and a page is offered as a
/// download. Of data and feeds several types are right.
pub fn is_strict(media_type: &str) -> bool {
    ["text/html", "text/javascript", "text/css", "application/wasm", "image/", "font/"]
        .iter()
        .any(|it| media_type.starts_with(it))
}

/// The table as `tools/host.mjs` takes it.
pub fn as_json() -> Value {
    json!({
        "types": MEDIA_TYPES.into_iter().collect::<BTreeMap<_, _>>(),
        "any": ANY,
        "everywhere": EVERYWHERE,
        "sorts": Sort::ALL.map(|sort| json!([sort.pattern(), sort.headers(), sort.word()])),
    })
}

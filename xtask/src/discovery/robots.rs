//! The word to robots: everything may be read, and where the map is.

use tinh_so::address::Base;
use url::Url;

/// `robots.txt` of a site with this public address.
pub(super) fn text(home: Option<&Url>, base: &Base) -> String {
    let mut text = String::new();
    if base.as_str() != "/" {
        // RFC 9309, 2.3: only the file at the top of a host is read.
        text.push_str(
            "# Robots read this file only at the root of a host. In a folder it says nothing: put these lines\n",
        );
        text.push_str("# into the robots.txt of the host, or name the sitemap to the search engines yourself.\n");
    }
    text.push_str("User-agent: *\nAllow: /\n");
    if let Some(home) = home {
        text.push_str(&format!("\nSitemap: {home}sitemap.xml\n"));
    }
    text
}

//! The configuration for nginx.

use super::rules::{ANY, EVERYWHERE, MEDIA_TYPES, Sort};
use std::fmt::Write;

/// Endings that are compressed ahead, as `tools/compress.mjs` does, are served so by `gzip_static` and `brotli_static`.
pub fn configuration(folder: &str, base: &str, listen: &str) -> String {
    let mut out = String::new();
    let _ = write!(
        out,
        "# Tỉnh Số on nginx. For the http context: put it into conf.d/ or sites-enabled/.
# Brotli needs the module (Debian: libnginx-mod-http-brotli-static); without it take the line away.

# What sort of file it is; no regular expression sees the query.
map $uri $tinhso_sort {{
"
    );
    for sort in Sort::ALL {
        match sort.pattern() {
            "" => {
                let _ = writeln!(out, "    default {};", sort.word());
            }
            // From the root of the host on; what only looks at the end does so in any folder.
            pattern => {
                let whole = pattern.replacen("^/", &format!("^{base}"), 1);
                let _ = writeln!(out, "    \"~{whole}\" {};", sort.word());
            }
        }
    }
    let _ = writeln!(out, "}}");
    // A header whose value is empty is not sent.
    let mut maps = String::new();
    for (name, variable) in [
        ("Cache-Control", "cache"),
        ("Content-Security-Policy", "policy"),
        ("Cross-Origin-Resource-Policy", "resource_policy"),
        ("Cross-Origin-Opener-Policy", "opener_policy"),
        ("Access-Control-Allow-Origin", "allow_origin"),
    ] {
        let _ = writeln!(out, "map $tinhso_sort $tinhso_{variable} {{\n    default \"\";");
        for sort in Sort::ALL {
            if let Some((_, value)) = sort.headers().into_iter().find(|(it, _)| *it == name) {
                let _ = writeln!(out, "    {} \"{value}\";", sort.word());
            }
        }
        let _ = writeln!(out, "}}");
        let _ = writeln!(maps, "    add_header {name} $tinhso_{variable} always;");
    }
    // What is not there is no matter of a year, whatever its name.
    let _ = writeln!(out, "map $status $tinhso_kept {{\n    default $tinhso_cache;\n    ~^[45] \"no-cache\";\n}}");
    let maps = maps.replace("$tinhso_cache always", "$tinhso_kept always");
    let _ = write!(
        out,
        "
server {{
    listen {listen};
    # server_name tinhso.example;
    # With a certificate: listen 443 ssl; ssl_certificate …; and a second server that sends http on to https.

    charset utf-8;
    charset_types text/javascript text/css text/csv text/markdown text/plain application/json
        application/ld+json application/manifest+json application/xml;
    types {{
"
    );
    for (ending, media_type) in MEDIA_TYPES {
        let plain = media_type.split(';').next().unwrap_or(media_type);
        let _ = writeln!(out, "        {plain} {ending};");
    }
    let _ = write!(
        out,
        "    }}
    default_type {ANY};

    # Files lie compressed beside each other; nothing is compressed while it is sent.
    gzip off;
    gzip_static on;
    brotli_static on;
    gzip_vary on;
    sendfile on;
    etag on;

    server_tokens off;
    # A folder without its slash is sent on by its path alone, whatever stands before this server.
    absolute_redirect off;
    error_page 404 {base}404.html;

"
    );
    for (name, value) in EVERYWHERE {
        let _ = writeln!(out, "    add_header {name} \"{value}\" always;");
    }
    out += &maps;
    let (alias, root) = match base {
        "/" => (String::new(), format!("    root {folder};\n")),
        _ => (format!("        alias {folder}/;\n"), String::new()),
    };
    let _ = write!(
        out,
        "
{root}    index index.html;
    location {base} {{
{alias}    }}
    location ~ \\.(br|gz)$ {{
        # The compressed twins have no address of their own.
        return 404;
    }}
"
    );
    if base != "/" {
        let _ = writeln!(out, "    location = {} {{\n        return 301 {base};\n    }}", base.trim_end_matches('/'));
    }
    out += "}\n";
    out
}

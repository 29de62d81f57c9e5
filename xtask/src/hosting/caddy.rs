//! The configuration for Caddy.

use super::rules::{ANY, EVERYWHERE, MEDIA_TYPES, Sort};
use std::fmt::Write;

/// A `Caddyfile`: with a name in the place of a port Caddy serves https, with a certificate it gets itself.
pub fn configuration(folder: &str, base: &str, listen: &str) -> String {
    let mut out = String::new();
    let _ = write!(
        out,
        "# Tỉnh Số on Caddy. With a name in the place of the port (tinhso.example) it gets its certificate itself.
(tinhso) {{
    root * {folder}
"
    );
    for (name, value) in EVERYWHERE {
        let _ = writeln!(out, "    header {name} \"{value}\"");
    }
    for (ending, media_type) in MEDIA_TYPES.iter().filter(|(ending, _)| *ending != "html") {
        let _ = writeln!(out, "    @{ending} path *.{ending}\n    header @{ending} Content-Type \"{media_type}\"");
    }
    let _ = writeln!(out, "    @sums path */SHA256SUMS\n    header @sums Content-Type \"{ANY}\"");
    // Each is one of them: the first that fits.
    let mut before = String::new();
    for sort in Sort::ALL {
        let word = sort.word();
        let own = match sort {
            Sort::Open => String::new(),
            _ => format!("        path_regexp {}\n", sort.pattern()),
        };
        let _ = writeln!(out, "    @{word} {{\n{own}{before}    }}");
        for (name, value) in sort.headers() {
            let _ = writeln!(out, "    header @{word} {name} \"{value}\"");
        }
        let _ = writeln!(before, "        not path_regexp {}", sort.pattern());
    }
    let address = match listen.parse::<u16>() {
        Ok(port) => format!(":{port}"),
        Err(_) => listen.to_owned(),
    };
    // Below a folder, what is matched and looked up is the rest of the path.
    let handle = if base == "/" { "handle".to_owned() } else { format!("handle_path {base}*") };
    let _ = write!(
        out,
        "}}

{address} {{
    {handle} {{
        import tinhso
        # The compressed twins have no address of their own.
        @twins path *.br *.gz
        error @twins 404
        file_server {{
            precompressed br gzip
        }}
    }}
"
    );
    if base != "/" {
        let _ = writeln!(out, "    redir {} {base} 301", base.trim_end_matches('/'));
    }
    let _ = write!(out, "    handle_errors {{\n        root * {folder}\n");
    for (name, value) in EVERYWHERE.into_iter().chain(Sort::Page.headers()) {
        let _ = writeln!(out, "        header {name} \"{value}\"");
    }
    let _ = write!(
        out,
        "        @missing expression {{http.error.status_code}} == 404
        handle @missing {{
            rewrite * /404.html
            file_server {{
                precompressed br gzip
            }}
        }}
    }}
}}
"
    );
    out
}

"""The citations that built pages offer, read by programs that are not ours: BibTeX by bibtexparser, CSL-JSON by Python.

    python tools/check_citations.py <folder of the built site>
"""

import json
import sys
from html.parser import HTMLParser
from pathlib import Path

import bibtexparser

WANTED = {"author", "title", "year", "note", "url"}
# What CSL asks of every entry, and what a data set needs to be found again.
FIELDS = {"id": str, "type": str, "title": str, "author": list, "issued": dict, "publisher": str, "version": str, "URL": str}


class Fields(HTMLParser):
    """The texts of a page's fields for copying, by their ids."""

    def __init__(self):
        super().__init__()
        self.found, self.inside = {}, None

    def handle_starttag(self, tag, attributes):
        if tag == "textarea":
            self.inside = dict(attributes).get("id")
            self.found[self.inside] = ""

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.inside = None

    def handle_data(self, data):
        if self.inside:
            self.found[self.inside] += data


def check(entry_text, csl_text):
    """What is wrong with them, in words."""
    library = bibtexparser.parse_string(entry_text)
    if library.failed_blocks or len(library.entries) != 1:
        return f"bibtexparser finds {len(library.entries)} entries and {len(library.failed_blocks)} faults"
    entry = library.entries[0]
    fields = {field.key: field.value for field in entry.fields}
    if entry.entry_type != "misc" or set(fields) != WANTED:
        return f"@{entry.entry_type} with {sorted(fields)}"
    empty = [key for key, value in fields.items() if not value.strip("{} ")]
    if empty:
        return f"nothing under {empty}"
    (item,) = json.loads(csl_text)
    wrong = [key for key, kind in FIELDS.items() if not isinstance(item.get(key), kind) or not item[key]]
    if wrong:
        return f"CSL-JSON without {wrong}"
    if item["type"] != "dataset" or str(item["issued"]["date-parts"][0][0]) != fields["year"]:
        return f"CSL-JSON says {item['type']}, {item['issued']}; BibTeX {fields['year']}"
    if item["id"] != entry.key or item["version"] not in fields["note"]:
        return f"CSL-JSON speaks of {item['id']} {item['version']}; BibTeX of {entry.key}, {fields['note']}"
    # LaTeX's signs have a backslash before them; an address has none that needs it.
    if item["URL"] != fields["url"].replace("\\", "") or not item["URL"].startswith("http"):
        return f"CSL-JSON leads to {item['URL']}; BibTeX to {fields['url']}"
    return None


def main(folder):
    checked, faults = 0, []
    for path in sorted(Path(folder).glob("**/index.html")):
        html = path.read_text(encoding="utf-8")
        if 'id="cite-bibtex"' not in html:
            continue
        page = Fields()
        page.feed(html)
        wrong = check(page.found["cite-bibtex"], page.found["cite-csl"])
        if wrong:
            faults.append(f"{path}: {wrong}")
        checked += 1
    if faults:
        sys.exit("\n".join([f"{len(faults)} of {checked} pages:", *faults[:10]]))
    if checked == 0:
        sys.exit(f"no page in {folder} offers a citation")
    print(f"the citations of {checked} pages, as BibTeX by bibtexparser {bibtexparser.__version__} and as CSL-JSON")


main(*sys.argv[1:])

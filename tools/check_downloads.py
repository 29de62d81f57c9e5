"""What browsers saved from one view, read by programs that are not ours and held against the indicator's published JSON.

    python tools/check_downloads.py <indicator.json> <period> <folder> <folder> ...

Each folder is named after a browser and holds the four files it saved; `raster.png` beside them is the SVG as a third
program draws it, and a folder `calc` what LibreOffice shows of the workbook, sheet by sheet as CSV. Both may be missing.
"""

import csv
import json
import sys
from pathlib import Path

import numpy
import pandas
from PIL import Image

# Of 255, on average over squares of 8 by 8 pixels: browsers place and soften letters differently.
ALIKE = 2.0


def stated(path, period):
    """The figures of a period: place and what is given, None where a figure is withheld."""
    rows = json.loads(Path(path).read_text(encoding="utf-8"))["observations"]
    return {row["place"]: row.get("value") for row in rows if row["period"] == period and row.get("status", "actual") == "actual"}


def same(name, found, expected):
    if found != expected:
        differ = [place for place in expected.keys() | found.keys() if found.get(place, "none") != expected.get(place, "none")]
        sys.exit(f"{name}: {len(differ)} figures are not those of the JSON: {sorted(differ)[:10]}")


def figures(rows):
    return {row["place"]: None if row["value"] == "" else float(row["value"]) for row in rows}


def one(folder, ending):
    found = list(folder.glob(f"tinh-so-*.{ending}"))
    if len(found) != 1:
        sys.exit(f"{folder}: {len(found)} files end in .{ending}")
    return found[0]


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def rough(path):
    """A small copy in greys, and how many colours the picture has."""
    image = Image.open(path).convert("RGB")
    colours = len(image.getcolors(maxcolors=1 << 24))
    size = (image.width // 8, image.height // 8)
    grey = image.convert("L").resize(size, Image.Resampling.BOX)
    return image.size, colours, numpy.asarray(grey, dtype=float)


def of_a_browser(folder, expected):
    comma = one(folder, "csv")
    rows = table(comma)
    same(f"{folder.name}, CSV by csv", figures(rows), expected)
    frame = pandas.read_csv(comma)
    if not pandas.api.types.is_float_dtype(frame["value"]):
        sys.exit(f"{folder.name}: pandas reads figures as {frame['value'].dtype}")
    read = {place: None if pandas.isna(value) else value for place, value in zip(frame["place"], frame["value"])}
    same(f"{folder.name}, CSV by pandas", read, expected)
    for row in rows:
        if (row["value"] == "") != (row["missing"] != ""):
            sys.exit(f"{folder.name}: {row['place']} has neither a figure nor a reason for none, or both")
    said = [f"{len(rows)} rows"]
    sheets = sorted((folder / "calc").glob("*-so-lieu.csv"))
    if sheets:
        shown = table(sheets[0])
        if shown != rows:
            differ = [(a["place"], key, a[key], b.get(key)) for a, b in zip(rows, shown) for key in a if a[key] != b.get(key)]
            sys.exit(f"{folder.name}: LibreOffice shows {len(shown)} rows; CSV and workbook differ: {differ[:5]}")
        said.append("workbook the same in LibreOffice")
    return ", ".join(said)


def main(path, period, *folders):
    expected = stated(path, period)
    if not expected or None not in expected.values():
        sys.exit(f"{path} has no figures of {period}, or none that is withheld: nothing would be tried")
    drawn = {}
    for folder in map(Path, folders):
        print(f"{folder.name}: {of_a_browser(folder, expected)}", end="; ")
        drawn[folder.name] = rough(one(folder, "png"))
        raster = folder / "raster.png"
        if raster.exists():
            drawn[f"{folder.name}’s SVG by resvg"] = rough(raster)
    for name, (size, colours, _) in drawn.items():
        if colours < 20:
            sys.exit(f"{name}: a picture of {colours} colours is blank")
    (first, (size, _, grey)), *others = drawn.items()
    far = 0.0
    for name, (other_size, _, other) in others:
        if other_size != size:
            sys.exit(f"{first} draws {size}, {name} {other_size}")
        distance = float(numpy.abs(grey - other).mean())
        far = max(far, distance)
        if distance > ALIKE:
            sys.exit(f"{first} and {name} are {distance:.1f} of 255 apart, more than {ALIKE}")
    print(f"{len(drawn)} pictures of {size[0]} × {size[1]}, at most {far:.2f} of 255 apart")


main(*sys.argv[1:])

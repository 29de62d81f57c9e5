"""Validates a published Data Package with Frictionless: every table, its keys, length and checksum.

Usage: validate_package.py path/to/datapackage.json
Prints one line that sums up; ends with 1 and every fault on the standard error if there is one.
"""

import json
import sys
from pathlib import Path

from frictionless import Package

MOST_LISTED = 50


def main(path: Path) -> int:
    described = json.loads(path.read_text(encoding="utf-8"))["resources"]
    package = Package(str(path))
    report = package.validate()
    faults = [error.message for error in report.errors]
    rows = 0
    for task in report.tasks:
        faults += [f"{task.name}: {error.message}" for error in task.errors]
        # A table nobody read is no valid table.
        if not task.stats.get("rows"):
            faults.append(f"{task.name}: no row was read")
        rows += task.stats.get("rows", 0)
    for resource in described:
        if not resource.get("hash", "").startswith("sha256:") or not resource.get("bytes"):
            faults.append(f"{resource['name']}: its length or checksum is not stated")
    if len(report.tasks) != len(described):
        faults.append(f"{len(described)} tables are described, {len(report.tasks)} were read")
    for fault in faults[:MOST_LISTED]:
        print(fault, file=sys.stderr)
    print(f"{len(report.tasks)} tables, {rows} rows, {len(faults)} errors")
    return 1 if faults or not report.valid else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

"""Holds a bill of materials (CycloneDX JSON, from the standard input) against its schema, as its makers have it."""

import json
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

text = sys.stdin.read()
problem = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
if problem:
    sys.exit(f"the bill of materials is not valid: {problem}")
parts = json.loads(text)["components"]
required = sum(part["scope"] == "required" for part in parts)
print(f"CycloneDX 1.5, valid: {len(parts)} components, {required} of them published")

"""The frame of a SARIF 2.1.0 log (OASIS standard), which editors and code hosts show on the lines of a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def log(tool: str, rules: Iterable[dict[str, Any]], results: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """One run of a tool. Columns count characters, as messages of kb do."""
    driver = {"name": tool, "rules": list(rules)}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": list(results)}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def result(rule: str, level: str, text: str, path: str, region: dict[str, int]) -> dict[str, Any]:
    """What a rule says of a place: `level` is error, warning or note; `region` has SARIF's names."""
    return {
        "ruleId": rule,
        "level": level,
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": path}, "region": region}}],
    }

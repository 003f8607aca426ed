"""SARIF 2.1.0 logs (OASIS standard), whose results editors and code hosts show on the lines of a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def log(
    tool: str,
    rules: Iterable[dict[str, Any]],
    results: Iterable[dict[str, Any]],
    notes: Iterable[tuple[str, str]] = (),
) -> dict[str, Any]:
    """A log with one run of a tool (section 3.14): its rules as reportingDescriptor objects, its results.

    `notes` are sentences on a whole file, each with its relative address: notifications of the run (section 3.20.21),
    which no viewer counts as a result. Columns count code points (columnKind), as the columns of kb do.
    """
    driver = {"name": tool, "rules": list(rules)}
    told = [_notification(text, path) for text, path in notes]
    run: dict[str, Any] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": list(results)}
    if told:
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": told}]
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def result(rule: str, level: str, text: str, path: str, region: dict[str, int]) -> dict[str, Any]:
    """A result (section 3.27): `rule` is the id of a rule, `level` error, warning or note, `path` a relative address.

    `region` has SARIF's own keys (section 3.30): startLine, startColumn and the like, counted from 1.
    """
    return {
        "ruleId": rule,
        "level": level,
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _address(path)}, "region": region}}],
    }


def _notification(text: str, path: str) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": _address(path)}}}
    return {"level": "note", "message": {"text": text}, "locations": [place]}


def _address(path: str) -> str:
    """The path as part of an address; bytes of a name that are not UTF-8 as they stand on the disk (RFC 3986, 2.1)."""
    return quote(path, errors="surrogateescape")

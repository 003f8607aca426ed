"""A draft with the fields that somebody set right in a form: the same YAML, those fields written anew.

What was not touched keeps its bytes and its remarks. Who fills in a field reads it in the file, so the witness of the
file names it; one that is emptied it does not name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kb.corpus.canonical import canonical, dump
from kb.corpus.corpus import Corpus
from kb.corpus.source import parse
from kb.importing.body_records import names_of
from kb.importing.document_yaml import body_id
from kb.importing.record_draft import read_in_file
from kb.language.phrases import words_of
from kb.model import UNKNOWN

DAYS = {"issued": "ban hành", "in_force": "có hiệu lực"}
"""The events whose days are fields of the form, in words."""
LISTS = ("issuers", "recipients")
"""Fields with several values, between semicolons."""
_WITNESSED = ("number", "issuers", "place", "signer", "recipients", "title", "applies_to")
_OPTIONAL = ("place", "recipients")
"""Left out where nothing is known."""
_TOP = re.compile(r"^(?=\w+:)", re.MULTILINE)


def edited(corpus: Corpus, text: str, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """(YAML of ``documents/<id>.yaml``, field -> why what was typed is not taken), in Vietnamese.

    `values` are those of fields as a reader writes them: bodies by their names, days as ``12/3/2026``.
    """
    sourced, _ = parse(text, "")
    if sourced is None or not isinstance(sourced.value, dict):
        return text, {"": "tệp cho người biên tập không đọc được"}
    record, refused = dict(sourced.value), {}
    changed: dict[str, Any] = {}
    for field, typed in values.items():
        if field not in DAYS:
            changed[field] = _value(corpus, field, typed.strip())
        elif (day := _day(typed.strip())) is None:
            refused[field] = f"“{typed.strip()[:40]}” không phải là một ngày (viết như 31/5/2024)"
        else:
            changed["events"] = _events(changed.get("events", record.get("events", [])), field, day)
    if witnesses := _witnesses(record.get("witnesses", []), changed):
        changed["witnesses"] = witnesses
    return canonical(_written(text, changed), "documents")[0], refused


def _value(corpus: Corpus, field: str, typed: str) -> Any:
    if field not in LISTS:
        return typed or UNKNOWN
    parts = [part.strip() for part in typed.split(";") if part.strip()]
    if field == "issuers":
        known = names_of(corpus)
        parts = [known.get(words_of(part)) or body_id(part) for part in parts]
    return parts or UNKNOWN


def _day(typed: str) -> str | None:
    """The ISO day; ``unknown`` of nothing, None of what is no day."""
    try:
        return datetime.strptime(typed, "%d/%m/%Y").date().isoformat() if typed else UNKNOWN
    except ValueError:
        return None


def _events(events: list[dict[str, Any]], kind: str, day: str) -> list[dict[str, Any]]:
    """The events with this day; one of no known day stays only for the issue, which every document has."""
    others = [event for event in events if event["kind"] != kind]
    own = [] if day == UNKNOWN and kind != "issued" else [{"kind": kind, "date": day, **read_in_file()}]
    return [*own, *others] if kind == "issued" else [*others, *own]


def _witnesses(witnesses: list[dict[str, Any]], changed: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The witnesses with the file naming the fields that are known now; nothing where no such field changed."""
    touched = [field for field in _WITNESSED if field in changed]
    if not touched:
        return []
    facts = [fact for witness in witnesses[:1] for fact in witness["facts"] if fact not in touched]
    facts += [field for field in touched if changed[field] not in (UNKNOWN, [UNKNOWN])]
    first = [{"facts": facts, **read_in_file()}] if facts else []
    return [*first, *witnesses[1:]]


def _written(text: str, changed: Mapping[str, Any]) -> str:
    """The text with these fields, and the remarks above them, written anew; new ones at its end."""
    blocks, waiting = [], dict(changed)
    for block in _blocks(text):
        field = next((line.partition(":")[0] for line in block.splitlines() if not line.startswith("#")), "")
        blocks.append(_field(field, waiting.pop(field)) if field in waiting else block)
    return "".join([*blocks, *(_field(field, value) for field, value in waiting.items())])


def _blocks(text: str) -> list[str]:
    """The fields at the top, each with the comments above it."""
    blocks: list[str] = []
    comments = ""
    for block in _TOP.split(text):
        body = block.rstrip("\n").split("\n")
        own = len(body)
        while own and body[own - 1].startswith("#"):
            own -= 1
        blocks.append(comments + "".join(f"{line}\n" for line in body[:own]))
        comments = "".join(f"{line}\n" for line in body[own:])
    return blocks


def _field(field: str, value: Any) -> str:
    """The YAML of a field; nothing of an optional one that is not known."""
    if field == "issuers" and value == UNKNOWN:
        value = [UNKNOWN]
    return "" if field in _OPTIONAL and value == UNKNOWN else dump({field: value})

"""A corpus in which every field that can carry words carries an attack."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from kb.corpus.source import read
from kb.corpus.validate import validate
from kb.model import RECORD_CLASSES, Record

PAYLOAD = (
    "\"><script>window.pwned=1</script><img src=x onerror=\"window.pwned=2\">' onfocus='window.pwned=3' autofocus "
    "**đậm** `mã` [bấm](javascript:window.pwned=4) {{ 7*7 }} {% raw %} </script></title>"
)
UNBROKEN = PAYLOAD.replace(" ", "/")
"""For addresses, which hold no space; to a browser the stroke parts attributes as well."""
HELD = frozenset({"id", "sources", "facts", "former_ids", "seed_sha256"})
"""Names by which records and sources hold together, which are no words."""

WITH_PROVISIONS = "tt-124-2021-tt-bca"
PROVISIONS = [{"kind": "dieu", "number": "1", "heading": "Việc"}, {"kind": "khoan", "number": "2", "text": ["Lời."]}]
"""No document of the corpus has provisions; this one gets two, to be attacked as well."""


def attacked(cls: type[Record], record: dict[str, Any]) -> int:
    """Add the attack to each field whose form allows it; how many those are."""
    return sum(_try(cls, record, holder, key) for holder, key in list(_words(record)))


def _words(value: Any) -> Any:
    """(holder, key) of each text in a record."""
    for key, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
        if isinstance(item, str) and key not in HELD:
            yield value, key
        elif isinstance(item, (dict, list)) and (key not in HELD or (item and isinstance(item[0], dict))):
            yield from _words(item)


def _try(cls: type[Record], record: dict[str, Any], holder: Any, key: Any) -> bool:
    before = holder[key]
    for payload in (PAYLOAD, UNBROKEN):
        holder[key] = before + payload
        if not validate(cls, record)[1]:
            return True
    holder[key] = before
    return False


def _value(path: Path) -> Any:
    sourced, _ = read(path, path.name)
    assert sourced is not None
    return sourced.value


def hostile(corpus: Path) -> dict[str, int]:
    """Attack every record of a corpus; how many fields of each kind were."""
    counts: dict[str, int] = {}
    for cls in RECORD_CLASSES:
        for path in (corpus / cls.record_kind.folder).glob("*.yaml"):
            record = _value(path)
            if path.stem == WITH_PROVISIONS:
                record["provisions"] = PROVISIONS
            counts[cls.record_kind.name] = counts.get(cls.record_kind.name, 0) + attacked(cls, record)
            path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")
    return counts

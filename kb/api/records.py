"""The records as files of JSON: a list of each kind, a file a record, and the schema of each beside them.

Addresses are from the site's root. Within `v1` fields are added, never taken away or given another meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.api.schemas import list_schema, record_schema
from kb.model import RECORD_CLASSES, Record
from kb.views.describe import as_json
from kb.views.site_snapshot import SiteSnapshot

ROOT = "api/v1/"


def record_file(record: Record) -> str:
    """The address of a record's JSON."""
    return f"{ROOT}{record.folder}/{record.id}.json"


def api_files(snapshot: SiteSnapshot) -> Iterator[tuple[str, dict[str, Any]]]:
    """Address and value of every file of the API, none twice."""
    lists = []
    for cls in RECORD_CLASSES:
        records, kind = list(snapshot.corpus.of(cls).values()), cls.record_kind
        listing, schema = f"{ROOT}{kind.folder}.json", f"{ROOT}schema/{kind.folder}.json"
        lists.append({"kind": kind.name, "label": kind.label, "count": len(records), "json": listing})
        yield listing, _list(snapshot, records, schema)
        yield schema, list_schema(cls)
        yield f"{ROOT}schema/{kind.name}.json", record_schema(cls)
        for record in records:
            yield record_file(record), record_json(snapshot, record)
    yield f"{ROOT}index.json", {"version": "v1", "on": snapshot.day.isoformat(), "lists": lists}


def record_json(snapshot: SiteSnapshot, record: Record) -> dict[str, Any]:
    """A record as `kb show --json` prints it, with its page and its schema."""
    own = as_json(snapshot, record)
    return {"url": record.page_address, "schema": f"{ROOT}schema/{record.kind}.json", **own}


def _list(snapshot: SiteSnapshot, records: list[Record], schema: str) -> dict[str, Any]:
    items = [_item(snapshot, record) for record in records]
    return {"on": snapshot.day.isoformat(), "schema": schema, "count": len(items), "items": items}


def _item(snapshot: SiteSnapshot, record: Record) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": record.id,
        "kind": record.kind,
        "name": record.short_name,
        "url": record.page_address,
        "json": record_file(record),
    }
    document = snapshot.corpus.documents.get(record.id)
    if document:
        item |= {
            "number": document.number,
            "type": document.type.value,
            "issuers": list(document.issuers),
            "title": document.title,
            "issued": str(document.issued),
        }
    badge = snapshot.badge(record)
    return item | {"status": badge.status, "status_label": badge.label, "reason": badge.reason} if badge else item

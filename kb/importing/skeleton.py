"""A new document's file from what its reader knows: every other field is ``unknown``."""

from __future__ import annotations

from kb.corpus.canonical import canonical
from kb.importing.identity import Known
from kb.importing.record_draft import RecordDraft, read_in_file
from kb.model import UNKNOWN
from kb.number.document_number import DocumentNumber


def skeleton(known: Known, record_id: str) -> str:
    """The canonical text of ``documents/<id>.yaml``: what is known with its witness, what is not as ``unknown``."""
    record = begun(known, record_id)
    record.add("events", [{"kind": "issued", "date": str(known.date), **read_in_file()}])
    record.witness(["number", "issuers"] + ["title"] * (known.title != UNKNOWN))
    record.source(known.where, known.checked)
    return canonical(record.text(), "documents")[0]


def begun(known: Known, record_id: str) -> RecordDraft:
    """A record up to its events: what was told of the document, the rest ``unknown``."""
    record = RecordDraft(record_id)
    record.add("number", str(DocumentNumber.parse(known.number)))
    record.add("type", known.type.value)
    record.add("issuers", [known.issuer])
    record.add("signer", UNKNOWN)
    record.add("title", known.title)
    record.add("summary", UNKNOWN)
    record.add("applies_to", UNKNOWN)
    return record

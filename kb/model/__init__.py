"""The records of the corpus. This is the one table of fields.

Reading, messages, JSON Schema and the documentation page all come from these classes, so a
field is declared once: its name, its type, whether it is required, and what it means (the
``description``, in Vietnamese, for editors). Only what an editor types stands here; whatever is
derived (status, inverse relations, names, addresses) is computed and never written back.
"""

from __future__ import annotations

from typing import Any

from msgspec import json

from kb.model.body import Body
from kb.model.document import Document
from kb.model.kinds import RecordKind
from kb.model.model import Model
from kb.model.observance import Observance
from kb.model.parts import (
    Event,
    Link,
    NumberedRelation,
    Part,
    Provision,
    Relation,
    Source,
    Statement,
    Witness,
    Witnessed,
)
from kb.model.plan import Anchor, DateWindow, Paragraph, PinnedLink, Plan, Remark, Report, Section
from kb.model.programme import Programme
from kb.model.record import Record, Reference, Sourced
from kb.model.term import Term
from kb.model.topic import Topic
from kb.model.values import UNKNOWN, decoded, is_unknown

__all__ = [
    "CLASS_OF_FOLDER",
    "RECORD_CLASSES",
    "UNKNOWN",
    "Anchor",
    "Body",
    "DateWindow",
    "Document",
    "Event",
    "Link",
    "Model",
    "NumberedRelation",
    "Observance",
    "Paragraph",
    "Part",
    "PinnedLink",
    "Plan",
    "Programme",
    "Provision",
    "Record",
    "RecordKind",
    "Reference",
    "Relation",
    "Remark",
    "Report",
    "Section",
    "Source",
    "Sourced",
    "Statement",
    "Term",
    "Topic",
    "Witness",
    "Witnessed",
    "decoded",
    "is_unknown",
    "json_schema",
]

RECORD_CLASSES: tuple[type[Record], ...] = (Document, Programme, Observance, Body, Model, Term, Topic, Plan)
"""The class of each kind, in the order of `kb.model.kinds.KINDS`."""

CLASS_OF_FOLDER: dict[str, type[Record]] = {cls.record_kind.folder: cls for cls in RECORD_CLASSES}
"""What the files of a folder of the corpus are read as."""

_GROUPS = {
    "Provision": "Một đơn vị bố cục của văn bản. Địa chỉ, và đơn vị chứa nó, suy ra từ vị trí trong danh sách.",
    "Report": "Một báo cáo mà kế hoạch yêu cầu. Lời yêu cầu nằm trong kế hoạch; hạn gửi chỉ là điều kế hoạch ghi.",
}
"""What an editor reads of a group of fields whose name does not say enough; docstrings are for programmers."""


def json_schema(cls: type[Record]) -> dict[str, Any]:
    """JSON Schema of one record's YAML, for editors that complete and check while typing."""
    parts = dict(json.schema(cls)["$defs"])
    for name, part in parts.items():
        if "properties" in part:
            part.pop("description", None)
            part |= {"description": _GROUPS[name]} if name in _GROUPS else {}
    schema = parts.pop(cls.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": cls.record_kind.label,
        "$defs": parts,
    }

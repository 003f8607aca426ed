"""The draft of the file of a body that issued a new document and is not in the corpus."""

from __future__ import annotations

import re

from kb.corpus.canonical import canonical
from kb.drafts import Draft
from kb.importing.document_yaml import Origin, body_id, reading_note
from kb.importing.readings import BodyReading
from kb.importing.record_draft import RecordDraft
from kb.model import UNKNOWN
from kb.model.vocabulary import Level

_LEVELS = (
    (Level.PROVINCE, r"(?:tỉnh|thành phố|tỉnh ủy|thành ủy)(?!\w)"),
    (Level.DISTRICT, r"(?:huyện|quận|thị xã|huyện ủy)(?!\w)"),
    (Level.COMMUNE, r"(?:xã|phường|thị trấn|đặc khu)(?!\w)"),
    (Level.CENTRAL, r"^Bộ |^Chính phủ|^Quốc hội|tối cao(?!\w)|Trung ương|Việt Nam$|Quốc gia$|^Ban Bí thư|^Thủ tướng"),
)
"""A body's level by the words of its name; the first form that is found decides."""
_NAME = re.compile(r"[^\d:;()/]{2,120}")


def body_yaml(draft: Draft, body: BodyReading, origin: Origin) -> tuple[str, str] | None:
    """(id, canonical text of ``bodies/<id>.yaml``); None where what was read cannot be a name: digits, one letter."""
    return body_begun(body.name, origin, reading_note(draft, body.confidence, body.start))


def body_begun(name: str, origin: Origin, note: str = "") -> tuple[str, str] | None:
    """As `body_yaml`, of a body known by its name; `note` stands above the record."""
    record_id = body_id(name)
    if not _NAME.fullmatch(name) or record_id == UNKNOWN:
        return None
    level = next((str(level) for level, form in _LEVELS if re.search(form, name, re.IGNORECASE)), UNKNOWN)
    record = RecordDraft(record_id, *filter(None, [note]))
    record.add("name", name)
    record.add("level", level, "cấp suy ra từ tên" if level != UNKNOWN else "tên không cho biết cấp")
    record.witness(["name"])
    record.source(origin.where, origin.checked)
    return record_id, canonical(record.text(), "bodies")[0]

"""A body that issued an imported document and is not in the corpus, as the draft of its file."""

from __future__ import annotations

import re

from kb.corpus.canonical import canonical, dump
from kb.drafts import Draft
from kb.importing.document_yaml import Origin, body_id, place_and_doubt
from kb.importing.fields import BodyRead
from kb.importing.remarks import remark
from kb.model import UNKNOWN
from kb.model.vocabulary import Level

_LEVELS = (
    (Level.PROVINCE, r"(?:tỉnh|thành phố|tỉnh ủy|thành ủy)(?!\w)"),
    (Level.DISTRICT, r"(?:huyện|quận|thị xã|huyện ủy)(?!\w)"),
    (Level.COMMUNE, r"(?:xã|phường|thị trấn|đặc khu)(?!\w)"),
    (Level.CENTRAL, r"^Bộ |^Chính phủ|^Quốc hội|tối cao(?!\w)|Trung ương|Việt Nam$|Quốc gia$|^Ban Bí thư|^Thủ tướng"),
)
"""A body's level as its name tells it, the first that does."""
_NAME = re.compile(r"[^\d:;()/]{2,120}")


def body_yaml(draft: Draft, body: BodyRead, origin: Origin) -> tuple[str, str] | None:
    """(id, the draft of ``bodies/<id>.yaml``); None where what was read is hardly a name."""
    record_id = body_id(body.name)
    if not _NAME.fullmatch(body.name) or record_id == UNKNOWN:
        return None
    level = next((str(level) for level, form in _LEVELS if re.search(form, body.name, re.IGNORECASE)), UNKNOWN)
    told = remark(place_and_doubt(draft, body.confidence, body.start))
    text = told + dump({"id": record_id, "name": body.name})
    text += remark("cấp suy ra từ tên" if level != UNKNOWN else "tên không cho biết cấp") + dump({"level": level})
    text += dump(
        {
            "witnesses": [{"facts": ["name"], "sure": "read", "sources": ["s1"]}],
            "sources": [{"id": "s1", "where": origin.where, "checked": origin.checked}],
        }
    )
    return record_id, canonical(text, "bodies")[0]

"""JSON Schema of the API's files: the table of fields, and what is computed beside it."""

from __future__ import annotations

from typing import Any

from kb.model import Record, json_schema
from kb.model.kinds import DOCUMENT
from kb.model.vocabulary import DocumentType, Status
from kb.review.verdicts import Severity

_TEXT: dict[str, Any] = {"type": "string"}
_DAY: dict[str, Any] = {"type": "string", "format": "date"}
_STATUS: dict[str, Any] = {"enum": [status.value for status in Status]}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def record_schema(cls: type[Record]) -> dict[str, Any]:
    """Of one record's file: its own fields, its page, and what is computed from the corpus on a day."""
    schema = json_schema(cls)
    own: dict[str, Any] = {
        "kind": {"const": cls.record_kind.name},
        "url": _TEXT | {"description": "Trang của bản ghi, tính từ gốc của trang web."},
        "schema": _TEXT | {"description": "Khuôn dữ liệu của tệp này, tính từ gốc của trang web."},
        "computed": _computed(),
    }
    return schema | {"properties": own | schema["properties"], "required": [*own, *schema["required"]]}


def _computed() -> dict[str, Any]:
    relation = _object({"label": _TEXT, "id": _TEXT, "name": _TEXT})
    severity = {
        "enum": [*(each.value for each in Severity), ""],
        "description": "Mức nặng nhất của chỗ viện dẫn: sai, hết hiệu lực, lưu ý; rỗng là không có gì phải xem.",
    }
    place = _object(
        {
            "plan": _TEXT,
            "paragraph": _TEXT,
            "words": _TEXT,
            "faults": _array(_TEXT),
            "quote": _TEXT,
            "severity": severity,
        }
    )
    return _object(
        {
            "status": _STATUS | {"description": "Tình trạng hiệu lực vào ngày “on”, tính từ các sự kiện."},
            "status_label": _TEXT,
            "reason": _TEXT,
            "on": _DAY,
            "relations": _array(relation) | {"description": "Quan hệ theo cả hai chiều."},
            "cited_at": _array(place) | {"description": "Các chỗ kế hoạch viện dẫn bản ghi."},
        }
    ) | {"description": "Điều được tính ra, không do người biên tập ghi."}


def list_schema(cls: type[Record]) -> dict[str, Any]:
    """Of the list of one kind."""
    kind = {"const": cls.record_kind.name}
    item: dict[str, Any] = {"id": _TEXT, "kind": kind, "name": _TEXT, "url": _TEXT, "json": _TEXT}
    if cls.record_kind is DOCUMENT:
        item |= {"number": _TEXT, "title": _TEXT, "issuers": _array(_TEXT)}
        item |= {"type": {"enum": [type_.value for type_ in DocumentType]}}
        item |= {"issued": _TEXT | {"description": "YYYY-MM-DD, YYYY-MM, YYYY hoặc unknown."}}
    if cls.record_kind.has_effect:
        item |= {"status": _STATUS, "status_label": _TEXT, "reason": _TEXT}
    count = {"type": "integer", "minimum": 0}
    schema = _object({"on": _DAY, "schema": _TEXT, "count": count, "items": _array(_object(item))})
    return {"$schema": _DIALECT, "title": f"Danh mục: {cls.record_kind.label}", **schema}

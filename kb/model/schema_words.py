"""What an editor shows while a record is typed: msgspec's JSON Schema with Vietnamese words in it.

The words are those of the table of fields, of the vocabularies and of the reader's messages. `errorMessage`,
`patternErrorMessage` and `enumDescriptions` are the keywords that VS Code and the YAML language server know beside the
standard's; other readers of JSON Schema ignore them. Validity is not changed.
"""

from __future__ import annotations

from typing import Any

from kb.model import vocabulary
from kb.model.messages import SHAPES

Schema = dict[str, Any]
_NOT_EMPTY = r"[\s\S]"
"""Said as a pattern, and one item at least as `contains`: of lengths the language server speaks in its own words."""


def worded(schema: Schema) -> Schema:
    """The schema of a record as an editor shows it. The schema given is not changed."""
    parts = schema["$defs"]
    shown = {name: _vocabulary(name) if "enum" in part else _group(part) for name, part in parts.items()}
    record = _group({key: value for key, value in schema.items() if key != "$defs"})
    return {**record, "title": schema["title"], **({"$defs": shown} if shown else {})}


def _vocabulary(name: str) -> Schema:
    """The values in the vocabulary's own order, which is that of the field; msgspec sorts them."""
    members = tuple(getattr(vocabulary, name))
    choices = ", ".join(f"{member.value} ({member.label})" for member in members)
    return {
        "type": "string",
        "enum": [member.value for member in members],
        "enumDescriptions": [member.label for member in members],
        "errorMessage": f"Chọn một trong: {choices}.",
    }


def _node(schema: Schema) -> Schema:
    """The schema of one value without title and default, with an error message in words."""
    kept = {key: value for key, value in schema.items() if key not in ("title", "default")}
    for key in ("items", "additionalProperties"):
        if isinstance(kept.get(key), dict):
            kept[key] = _node(kept[key])
    if kept.pop("minItems", None):
        kept["contains"] = {}
    if "anyOf" in kept:
        kept["anyOf"] = [_node(choice) for choice in kept["anyOf"]]
    if kept.pop("minLength", None):
        kept |= {
            "pattern": _NOT_EMPTY,
            "patternErrorMessage": "Không để trống: điền nội dung, hoặc unknown nếu trường cho phép.",
        }
    elif "pattern" in kept:
        kept["patternErrorMessage"] = f"Dạng cần có: {SHAPES[kept['pattern']]}."
    return {**kept, **_expected(kept)}


def _expected(schema: Schema) -> Schema:
    match schema:
        case {"enum": choices}:
            return {"type": "string", "errorMessage": f"Chọn một trong: {', '.join(choices)}."}
        case {"type": "string"}:
            most = f", tối đa {schema['maxLength']} ký tự" if "maxLength" in schema else ""
            return {"errorMessage": f"Phải là chữ{most}; số và ngày thì đặt trong dấu nháy."}
        case {"type": "array"}:
            least = "ít nhất một mục, " if "contains" in schema else ""
            return {"errorMessage": f"Phải là danh sách: {least}mỗi mục một dòng, bắt đầu bằng dấu gạch ngang."}
        case {"type": "integer"}:
            return {"errorMessage": "Phải là số nguyên từ 1."}
    return {}


def _group(schema: Schema) -> Schema:
    """The schema of a group. Each required field has a clause of its own, so that a message can name the field."""
    fields = {name: _node(field) for name, field in schema["properties"].items()}
    missing = [
        {"required": [name], "errorMessage": f"Thiếu trường “{name}”: {fields[name]['description']}"}
        for name in schema.get("required", ())
    ]
    rest = {key: value for key, value in schema.items() if key not in ("title", "required", "properties")}
    words = f"Phải là nhóm trường, và chỉ gồm các trường: {', '.join(fields)}."
    return {**rest, "properties": fields, "allOf": missing, "errorMessage": words}

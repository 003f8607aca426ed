"""Text of a web page that stands in an attribute and is shown all the same: what fields of a form hold or ask for."""

from __future__ import annotations

from kb.drafts.html_tags import attributes_of, plain

_SHOWN = {
    "input": ("value", "placeholder"),
    "option": ("label",),
    "optgroup": ("label",),
    "textarea": ("placeholder",),
}
"""Of each element the attributes that are shown: the first that is not empty (HTML, 4.10)."""
_UNSEEN_KINDS = frozenset({"checkbox", "color", "file", "hidden", "image", "password", "radio", "range"})
"""Kinds of `input` that show no value as text; one of an unknown kind is a line of text."""


def shown_value(tag: str, text: str) -> str:
    """What a browser shows of the attributes `text` of this start tag, on one line; empty for most."""
    names = _SHOWN.get(tag)
    if not names:
        return ""
    attributes: dict[str, str] = {}
    for name, value in attributes_of(text):
        attributes.setdefault(name, value)  # of an attribute typed twice the first counts
    if tag == "input" and attributes.get("type", "").strip().lower() in _UNSEEN_KINDS:
        return ""
    found = next((attributes[name] for name in names if attributes.get(name)), "")
    return " ".join(plain(found).split())

"""The import where there are no files and no terminal: bytes in, one text of JSON out. The site runs it in a browser.

Nothing is read or judged here: `kb.importing.draft_yaml` makes the draft, and the rules of `kb check` look at it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kb.corpus.corpus import Corpus
from kb.corpus.load import take_text
from kb.drafts import read_draft
from kb.errors import KbError
from kb.importing.draft_yaml import Drafted, Origin, drafted
from kb.importing.edited import DAYS, edited
from kb.importing.remark_notes import plainly, remarks_of, sureness
from kb.model import CLASS_OF_FOLDER, UNKNOWN, Record
from kb.model.vocabulary import DocumentType
from kb.rules.run import check_corpus

FIELDS = {
    "number": "Số, ký hiệu",
    "type": "Thể loại",
    "issuers": "Cơ quan ban hành",
    "issued": "Ngày ban hành",
    "in_force": "Ngày có hiệu lực",
    "place": "Nơi ban hành",
    "signer": "Người ký",
    "title": "Trích yếu",
    "summary": "Tóm tắt",
    "applies_to": "Đối tượng áp dụng",
    "recipients": "Nơi nhận",
    "relations": "Quan hệ với văn bản khác",
    "provisions": "Bố cục",
}
"""The fields that the page shows, in its order and words."""
HINTS = {
    "issuers": "nhiều cơ quan thì cách nhau bằng dấu chấm phẩy",
    "issued": "viết như 31/5/2024",
    "in_force": "viết như 31/5/2024; văn bản không ghi thì để trống",
    "summary": "một hai câu, viết bằng lời của mình",
    "applies_to": "ai phải theo văn bản này; chưa rõ thì để trống",
    "recipients": "cách nhau bằng dấu chấm phẩy",
}
"""What who fills in a field is told."""
_LONG = ("title", "summary", "applies_to", "recipients")
_READ_ONLY = ("relations", "provisions")


class PortableImport:
    """A corpus, and the files that are read as drafts of its records."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def draft(self, name: str, content: bytes, source: str, checked: str) -> str:
        """Read a file of this name; `source` is where it is from, `checked` the ISO day of its reading.

        JSON: `files`, a list of `{path, text}` with the document first, as ``kb import`` writes them; `fields` with
        `field`, `label`, `value`, the `form` of its input (line, long, type, none), `hint` and `notes`, each
        `doubtful`, `missing` or neither; `types`, [value, words] of the input of that form; `summary` and `unread`,
        lines. A document that the corpus holds gives `held` alone, names and ids; a file that cannot be read
        `refused`, one Vietnamese line.
        """
        try:
            made = drafted(self._corpus, read_draft(bytes(content), name), name, Origin(source, checked))
        except KbError as error:
            return _json({"refused": str(error)})
        if made.duplicates:
            return _json({"held": [[record.short_name, record.page_address] for record in made.duplicates]})
        return _json(
            {
                "files": list(_files(made)),
                "fields": list(self._fields(made)),
                "types": [[type_.value, type_.label] for type_ in DocumentType],
                "summary": [line.strip() for line in made.summary.splitlines()],
                "unread": list(made.unread),
            }
        )

    def edit(self, text: str, values: str) -> str:
        """The YAML of a document with fields as the form has them, a JSON object: `{text, refused}` in JSON."""
        written, refused = edited(self._corpus, text, json.loads(values))
        return _json({"text": written, "refused": refused})

    def check(self, files: str) -> str:
        """What ``kb check`` says of files, a JSON list of `{path, text}`, beside the corpus.

        JSON: a list of problems as ``kb check --format json`` prints them.
        """
        given = json.loads(files)
        corpus = self._with(given, frozenset(f"{self._corpus.root.name}/{one['path']}" for one in given))
        return _json([problem.as_json() for problem in check_corpus(corpus)])

    def _with(self, files: list[Mapping[str, str]], only: frozenset[str]) -> Corpus:
        corpus = Corpus(self._corpus.root, dict(self._corpus.records), only=only)
        for one in files:
            cls = CLASS_OF_FOLDER[one["path"].rpartition("/")[0]]
            corpus.records.pop(Path(one["path"]).stem, None)
            take_text(corpus, cls, f"{corpus.root.name}/{one['path']}", one["text"])
        return corpus

    def _fields(self, made: Drafted) -> Iterator[dict[str, Any]]:
        """The fields of the record as it was read, each with the remarks above it."""
        corpus = self._with(list(_files(made)), frozenset())
        record, notes = corpus.records.get(made.id), remarks_of(made.text)
        if record is None:
            return
        for field in FIELDS if made.folder == "documents" else [field for field in FIELDS if field in notes]:
            said = _notes_on(field, notes)
            value = _shown(corpus, record, field)
            yield {
                "field": field,
                "label": FIELDS[field],
                "value": value,
                "form": _form(field) if made.folder == "documents" else "none",
                "hint": HINTS.get(field, ""),
                "notes": [words for note in said if (words := plainly(note))],
                **sureness(said),
            }


def _files(made: Drafted) -> Iterator[dict[str, str]]:
    yield {"path": f"{made.folder}/{made.id}.yaml", "text": made.text}
    yield from ({"path": f"bodies/{body}.yaml", "text": text} for body, text in made.bodies)


def _notes_on(field: str, notes: Mapping[str, list[str]]) -> list[str]:
    """The remarks on a field of the form; those on days stand together, each with the event in front."""
    if field not in DAYS:
        return notes.get(field, [])
    begun = f"{DAYS[field]}: "
    said = [note.removeprefix(begun) for note in notes.get("events", []) if note.startswith(begun)]
    return said or [note for note in notes.get("events", []) if field == "issued" and "ngày ban hành" in note]


def _form(field: str) -> str:
    if field in _READ_ONLY:
        return "none"
    return "type" if field == "type" else "long" if field in _LONG else "line"


def _shown(corpus: Corpus, record: Record, field: str) -> str:
    """The value of a field as one line; empty where it is not known."""
    if field in DAYS:
        return next((e.date.shown for e in record.events if e.kind.value == field and e.date.is_known), "")
    value = getattr(record, field, UNKNOWN)
    if field == "relations":
        return "; ".join(f"{one.kind.label} {_name(corpus, one.to)}" for one in record.stated_relations)
    if field == "provisions":
        return f"{len(value)} đơn vị" if value else ""
    if isinstance(value, tuple):
        return "; ".join(_name(corpus, one) for one in value)
    return "" if value == UNKNOWN else str(getattr(value, "value", value))


def _name(corpus: Corpus, text: str) -> str:
    """What an id names; other text as it stands."""
    return corpus.records[text].short_name if text in corpus.records else text


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

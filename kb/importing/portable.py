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
from kb.importing.remark_notes import remarks_of, sureness
from kb.model import CLASS_OF_FOLDER, UNKNOWN, Record
from kb.rules.run import check_corpus

FIELDS = {
    "number": "Số, ký hiệu",
    "type": "Thể loại",
    "issuers": "Cơ quan ban hành",
    "place": "Nơi ban hành",
    "signer": "Người ký",
    "recipients": "Nơi nhận",
    "title": "Trích yếu",
    "summary": "Tóm tắt",
    "applies_to": "Đối tượng áp dụng",
    "events": "Ngày ban hành, ngày có hiệu lực",
    "relations": "Quan hệ với văn bản khác",
    "provisions": "Bố cục",
}
"""The fields that the page shows, in its order and words."""


class PortableImport:
    """A corpus, and the files that are read as drafts of its records."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def draft(self, name: str, content: bytes, source: str, checked: str) -> str:
        """Read a file of this name; `source` is where it is from, `checked` the ISO day of its reading.

        JSON: `files`, a list of `{path, text}` with the document first, as ``kb import`` writes them; `fields` with
        their `label`, `value` and `notes`, each `sure` or not; `summary` and `unread`, lines. A document that the
        corpus holds gives `held` alone, names and ids; a file that cannot be read `refused`, one Vietnamese line.
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
                "summary": [line.strip() for line in made.summary.splitlines()],
                "unread": list(made.unread),
            }
        )

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
        for field, label in FIELDS.items():
            said = notes.get(field)
            if record is not None and said is not None:
                yield {"label": label, "value": _shown(corpus, record, field), "notes": said, **sureness(said)}


def _files(made: Drafted) -> Iterator[dict[str, str]]:
    yield {"path": f"{made.folder}/{made.id}.yaml", "text": made.text}
    yield from ({"path": f"bodies/{body}.yaml", "text": text} for body, text in made.bodies)


def _shown(corpus: Corpus, record: Record, field: str) -> str:
    """The value of a field as one line; empty where it is not known."""
    value = getattr(record, field, UNKNOWN)
    if field == "events":
        return "; ".join(f"{event.kind.label.lower()}: {event.date.shown}" for event in record.events)
    if field == "relations":
        return "; ".join(f"{one.kind.label} {_name(corpus, one.to)}" for one in record.stated_relations)
    if field == "provisions":
        return f"{len(value)} đơn vị" if value else ""
    if isinstance(value, tuple):
        return "; ".join(_name(corpus, one) for one in value)
    return "" if value == UNKNOWN else str(getattr(value, "label", value))


def _name(corpus: Corpus, text: str) -> str:
    """What an id names; other text as it stands."""
    return corpus.records[text].short_name if text in corpus.records else text


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

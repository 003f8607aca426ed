"""What rests on a document, as lines for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.corpus.corpus import Corpus
from kb.plans.impact import Impact


def report_lines(corpus: Corpus, found: Impact) -> Iterator[str]:
    """First the plan paragraphs, then the documents and programmes, each with the path by which it rests on it."""
    if not found.reached and not found.paragraphs:
        yield f"Chưa ghi nhận gì dựa vào {_name(corpus, found.record)}."
        return
    yield f"Dựa vào {_name(corpus, found.record)}:"
    if found.paragraphs:
        yield f"\nĐoạn kế hoạch ({len(found.paragraphs)}):"
        for paragraph in found.paragraphs:
            through = "" if paragraph.through == found.record else f" (qua {_name(corpus, paragraph.through)})"
            yield f"  {paragraph.plan}#{paragraph.id}: “{' '.join(paragraph.words.split())}”{through}"
    if found.reached:
        yield f"\nVăn bản, chương trình ({len(found.reached)}):"
        for reached in found.reached:
            path = " ← ".join(
                [_name(corpus, found.record), *(f"{_name(corpus, step.id)} ({step.how})" for step in reached.path)]
            )
            yield f"  {_name(corpus, reached.id)}: {reached.effect.status.label.lower()}"
            yield f"      {path}"


def as_json(found: Impact) -> dict[str, Any]:
    """{"record", "paragraphs": [{"plan", "id", "words", "through"}], "records": [{"id", "status", "path"}]}."""
    return {
        "record": found.record,
        "paragraphs": [{"plan": p.plan, "id": p.id, "words": p.words, "through": p.through} for p in found.paragraphs],
        "records": [
            {
                "id": r.id,
                "status": r.effect.status.value,
                "path": [{"id": step.id, "relation": step.how} for step in r.path],
            }
            for r in found.reached
        ],
    }


def _name(corpus: Corpus, record_id: str) -> str:
    return corpus.records[record_id].short_name

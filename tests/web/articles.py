"""Articles of law that nobody passed: words of the corpus in an order of chance, the same at every run."""

from __future__ import annotations

import json
import random
from pathlib import Path

from kb.corpus.load import load_corpus

COPIES = 12


def write_articles(path: Path, corpus: Path, count: int = 400) -> list[str]:
    """Write `count` articles, some of them near-duplicates; questions that parts of them answer."""
    chance = random.Random(2024)
    sentences = [s.strip() for s in _text(corpus).replace("\n", ". ").split(".") if 4 <= len(s.split()) <= 30]
    rows: list[dict[str, str]] = []
    questions: list[str] = []
    for number in range(count):
        parts = [chance.choice(sentences) for _ in range(6)]
        body = ". ".join(parts)
        if number % 5 == 4:
            heading = " ".join(parts[0].split()[:3])
            body = f"1. {heading.capitalize()} là {parts[1]}.\n2. {body}"
        if number >= count - COPIES:
            body = rows[count - number - 1]["text"]
        title = " ".join(parts[0].split()[:7])
        rows.append({"id": f"luat-{number % 7}#{number}", "law": f"Luật thứ {number % 7}", "article": str(number),
                     "heading": title, "text": body})  # fmt: skip
        words = body.split()
        start = chance.randrange(max(1, len(words) - 12))
        questions.append(" ".join(words[start : start + chance.randint(2, 14)]))
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return questions


def _text(corpus: Path) -> str:
    known = load_corpus(corpus)
    plans = (p.text for plan in known.plans.values() for section in plan.sections for p in section.paragraphs)
    return "\n".join([*plans, *(f"{d.title}. {d.summary}" for d in known.documents.values())])

"""What the library holds of a document, in one line."""

from __future__ import annotations

from kb.language.dates import PartialDate
from kb.library.describing import ordinal
from kb.library.lookup import HeldDocument, Library

MOST_SPANS = 8
"""Spans of articles that are told of a document."""


def name_of_held(library: Library, held: HeldDocument) -> str:
    """``Luật số 35/2013/QH13 ngày 20/6/2013``."""
    name = library.article(next(iter(held.pointers.values()))[0]).source.name
    return f"{name} ngày {PartialDate.parse(held.issued).shown}" if held.issued else name


def articles_held(library: Library, held: HeldDocument) -> str:
    """``Luật số 35/2013/QH13 ngày 20/6/2013 (Điều 1 – Điều 33)``."""
    numbers = sorted(filter(None, held.pointers), key=ordinal)
    spans: list[list[str]] = []
    for number in numbers:
        if spans and ordinal(number)[0] - ordinal(spans[-1][-1])[0] <= 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    shown = [" – ".join(f"Điều {end}" for end in dict.fromkeys((span[0], span[-1]))) for span in spans]
    left = f", …; {len(numbers)} điều" if len(shown) > MOST_SPANS else ""
    return f"{name_of_held(library, held)} ({', '.join(shown[:MOST_SPANS])}{left})"

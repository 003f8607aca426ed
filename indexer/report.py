"""Results as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.query.facets import NAMES
from indexer.results import LIBRARY, Hit, Results
from indexer.snippet import Snippet
from kb.output import Style, styled

SHOWN_VALUES = 8
"""Values of a facet that are printed."""


def layer_lines(layer: str, results: Results, *, color: bool, first: bool) -> Iterator[str]:
    """The lines of a layer; those of the library stand under a heading of their own, apart from what is before them."""
    if layer == LIBRARY:
        heading = "Thư viện pháp điển (ngoài kho)"
        if not first:
            yield ""
        yield styled(heading, Style.BOLD) if color else heading
        results = results._replace(same_number=0)  # it counts the articles of one document
    yield from report_lines(results, color=color)


def report_lines(results: Results, *, color: bool) -> Iterator[str]:
    """What was understood, the hits, what to try when there is none, and how many results have each facet."""
    if results.same_number:
        yield f"Kho có {results.same_number} văn bản mang số này; xem cơ quan và năm ban hành."
    for short, long in results.understood.items():
        yield f"Hiểu {short} = {long}"
    yield from _advice(results)
    for place, hit in enumerate(results.hits, results.first):
        yield from _hit_lines(place, hit, color)
    left = results.total - results.first + 1 - sum(1 + len(hit.alike) for hit in results.hits)
    if results.hits and left > 0:
        yield f"Còn {left} kết quả nữa; thêm --page {results.page + 1} để xem tiếp."
    for name, values in (results.facets or {}).items():
        counted = ", ".join(f"{label} {count}" for label, count in values[:SHOWN_VALUES])
        yield f"{NAMES[name]}: {counted}{' …' if len(values) > SHOWN_VALUES else ''}"


def _advice(results: Results) -> Iterator[str]:
    """Whether the hits are those of a corrected query or all on other pages, and what else may be meant."""
    if results.corrected:
        yield f"Không thấy “{results.query}”; đây là kết quả cho “{results.suggestion}”."
    if results.total and not results.hits:
        yield beyond_end(results)
    if results.corrected:
        return
    if not results.total:
        yield f"Không tìm thấy kết quả cho “{results.query}”."
    if results.suggestion:
        yield f"Có phải: {results.suggestion}?"
    elif not results.total:
        yield "Thử ít chữ hơn, bỏ dấu, hoặc gõ số hiệu."


def beyond_end(results: Results) -> str:
    """What is said of a page behind the last one, which is not that nothing was found."""
    return f"Trang {results.page} không còn kết quả; cả thảy có {results.total} kết quả, xem từ trang 1."


def _hit_lines(place: int, hit: Hit, color: bool) -> Iterator[str]:
    yield f"{place:>2}. {styled(hit.title, Style.BOLD) if color else hit.title}"
    yield f"    {styled(_described(hit), Style.DIM) if color else _described(hit)}"
    if hit.snippet.text != hit.title:
        yield f"    {marked(hit.snippet, color)}"
    if hit.alike:
        yield f"    và {len(hit.alike)} bản gần giống: {', '.join(hit.alike)}"
    yield from (f"      {part}" for part in hit.explain)
    if hit.explain:
        yield f"      = {hit.score}"


def _described(hit: Hit) -> str:
    """What a hit is: its kind, where it stands, who issued it and when, whether it holds, its id."""
    section = hit.section if hit.kind == "article" else f"mục {hit.section}"
    issued = (hit.issuer, hit.year) if hit.kind in ("document", "article") else ()
    parts = (hit.kind_label, section if hit.section else "", " ".join(filter(None, issued)), hit.status_label, hit.id)
    return " · ".join(filter(None, parts))


def marked(snippet: Snippet, color: bool) -> str:
    """The snippet with its matched words in colour, or in ‹…› without."""
    parts, position = [], 0
    for first, last in _joined(snippet):
        words = snippet.text[first:last]
        parts += [snippet.text[position:first], styled(words, Style.YELLOW) if color else f"‹{words}›"]
        position = last
    return "".join(parts) + snippet.text[position:]


def _joined(snippet: Snippet) -> Iterator[tuple[int, int]]:
    """Marks with only a space between them are one."""
    open_: tuple[int, int] | None = None
    for first, last in snippet.marks:
        if open_ and snippet.text[open_[1] : first] == " ":
            open_ = open_[0], last
            continue
        if open_:
            yield open_
        open_ = first, last
    if open_:
        yield open_

"""A plan is its text: anchors stand in it, ids are unique, the letter is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kb.citation import annotate_plan
from kb.citation.annotate import locate
from kb.corpus import Corpus
from kb.model import Anchor, Paragraph, Plan
from kb.problem import Problem
from kb.source import Path_


def check(corpus: Corpus) -> Iterator[Problem]:
    """PLN01 changed text, PLN02 id twice, PLN03 no such paragraph, PLN04 words not there, PLN05 unresolved citation,
    PLN06 unknown parent section."""
    for plan in corpus.plans.values():
        if hashlib.sha256(plan.text.encode()).hexdigest() != plan.seed_sha256:
            yield Problem(
                corpus.mark(plan.id, ("seed_sha256",)),
                "PLN01",
                "nguyên văn kế hoạch đã bị thay đổi",
                "khôi phục nguyên văn: lỗi của kế hoạch ghi ở remarks, không sửa trong text",
            )
        yield from _ids(corpus, plan)
        yield from _anchors(corpus, plan)
        yield from _citations(corpus, plan)


def _ids(corpus: Corpus, plan: Plan) -> Iterator[Problem]:
    sections: set[str] = set()
    paragraphs: set[str] = set()
    for number, section in enumerate(plan.sections):
        mark = corpus.mark(plan.id, ("sections", number, "id"))
        if section.id in sections:
            yield Problem(mark, "PLN02", f"mã mục “{section.id}” dùng hai lần", "đặt mã khác")
        if section.parent and section.parent not in sections:
            yield Problem(
                corpus.mark(plan.id, ("sections", number, "parent")),
                "PLN06",
                f"mục cha “{section.parent}” không đứng trước mục này",
                "sửa mã mục cha",
            )
        sections.add(section.id)
        for index, paragraph in enumerate(section.paragraphs):
            place: Path_ = ("sections", number, "paragraphs", index, "id")
            if paragraph.id in paragraphs or not paragraph.id.startswith(f"{section.id}."):
                yield Problem(
                    corpus.mark(plan.id, place),
                    "PLN02",
                    f"mã đoạn “{paragraph.id}” trùng, hoặc không bắt đầu bằng “{section.id}.”",
                    "đặt mã khác",
                )
            paragraphs.add(paragraph.id)


def _anchors(corpus: Corpus, plan: Plan) -> Iterator[Problem]:
    paragraphs = {p.id: p for section in plan.sections for p in section.paragraphs}
    anchors: list[tuple[Path_, Anchor]] = [(("links", i), link) for i, link in enumerate(plan.links)]
    anchors += [(("remarks", i), remark) for i, remark in enumerate(plan.remarks)]
    for path, anchor in anchors:
        yield from _anchor(corpus, plan, path, anchor, paragraphs.get(anchor.at))


def _anchor(corpus: Corpus, plan: Plan, path: Path_, anchor: Anchor, paragraph: Paragraph | None) -> Iterator[Problem]:
    if paragraph is None:
        yield Problem(
            corpus.mark(plan.id, (*path, "at")), "PLN03", f"kế hoạch không có đoạn “{anchor.at}”", "sửa mã đoạn"
        )
    elif locate(paragraph, anchor) is None:
        yield Problem(
            corpus.mark(plan.id, (*path, "words")),
            "PLN04",
            f"không thấy “{anchor.words[:60]}” (lần {anchor.occurrence}) trong đoạn {anchor.at}",
            "chép đúng từng chữ trong đoạn",
        )


def _citations(corpus: Corpus, plan: Plan) -> Iterator[Problem]:
    places = {
        p.id: ("sections", s, "paragraphs", i, "text")
        for s, section in enumerate(plan.sections)
        for i, p in enumerate(section.paragraphs)
    }
    for mention in annotate_plan(corpus, plan):
        if mention.target is None:
            why = (
                "nhiều bản ghi cùng khớp: " + ", ".join(mention.candidates)
                if mention.candidates
                else "không có trong kho"
            )
            yield Problem(
                corpus.mark(plan.id, places[mention.paragraph]),
                "PLN05",
                f"viện dẫn “{mention.surface}” ở đoạn {mention.paragraph}: {why}",
                "thêm văn bản vào kho, thêm cited_as, hoặc ghim ở links",
            )

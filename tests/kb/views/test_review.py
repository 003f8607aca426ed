"""The review page of a plan says what `kb review` says, with links back to the paragraphs."""

from __future__ import annotations

from datetime import date

from kb.corpus.load import load_corpus
from kb.views.review import review_view
from kb.views.site_snapshot import SiteSnapshot
from tests.support.corpora import PLAN
from tests.support.paths import ROOT


def test_the_plan_reviewed_on_its_page() -> None:
    corpus = load_corpus(ROOT / "corpus")
    plan = corpus.plans[PLAN]
    view = review_view(SiteSnapshot(corpus, date(2026, 11, 24)), plan)
    assert view.summary.startswith(f"{len(view.findings)} viện dẫn")
    wrong = [finding for finding in view.findings if finding.verdict == "wrong"]
    assert len(wrong) == 9 + 3  # of numbers, of names
    paragraphs = {paragraph.id: paragraph.text for section in plan.sections for paragraph in section.paragraphs}
    for finding in view.findings:
        assert finding.place.href is not None
        text = " ".join(paragraphs[finding.place.href.partition("#")[2]].split())
        assert finding.excerpt[1] in text  # the link leads to the paragraph that holds the words
    assert "đúng là “48-CT/TW”" in " ".join(sentence for finding in wrong for sentence in finding.said)

"""The questions of an assistant, each answered by what the command of that name asks; no file of a user is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from indexer.assistant.envelope import NOT_HELD, Answer, Held, envelope
from indexer.beyond import beyond_json
from indexer.report import beyond_end
from indexer.results import CORPUS, Results, layered_json
from indexer.search import search
from kb.citation.find import find_numbered
from kb.corpus.corpus import Corpus
from kb.corpus.fingerprint import corpus_fingerprint
from kb.drafts import read_draft
from kb.law.cite import cite_all
from kb.law.cite_entry import cite_entry
from kb.model import Record
from kb.plans.basis import bases, basis_json, find_plan
from kb.register.describing import entry_json, entry_line, known_to
from kb.register.entry import RegisterEntry
from kb.register.layers import Layer, LayerRegister
from kb.review.asked import Asked, read_asked, shortened_in
from kb.review.asked_outside import entries_cited
from kb.review.codified import CodifiedTexts
from kb.review.judge import Reviewer
from kb.snapshot import Snapshot
from kb.views.describe import as_json, status_json

Entries = list[tuple[LayerRegister, RegisterEntry]]


def entries_json(entries: Entries) -> list[dict[str, object]]:
    """As ``--json`` of the commands shows documents of the registers."""
    return [entry_json(held, entry) for held, entry in entries]


class AssistantTools:
    """The tools over one corpus, which is read again when its files change.

    `load` reads the corpus, `index` gives the folder of a fresh index of it; `texts` are those of
    the user's library, with which a review compares provisions and quotations. Raises KbError as they do.
    """

    def __init__(
        self,
        root: Path,
        load: Callable[[], Corpus],
        index: Callable[[], Path],
        registers: Sequence[LayerRegister],
        texts: CodifiedTexts | None = None,
    ) -> None:
        self._root, self._load, self._index, self._registers = root, load, index, list(registers)
        self._texts = texts
        self._read: tuple[str, Corpus] | None = None

    @property
    def corpus(self) -> Corpus:
        """The corpus as its files stand."""
        state = corpus_fingerprint(self._root)
        if self._read is None or self._read[0] != state:
            self._read = state, self._load()
        return self._read[1]

    def search(self, query: str, limit: int, page: int) -> Answer:
        """As ``kb search --json``. Of a document asked for that the corpus does not hold it is said first: what is
        found then is only alike, and no answer about that document."""
        index, corpus = self._index(), self.corpus
        results = search(index, query, limit=limit, page=page)
        named = asked_in(corpus, query, self._registers)
        unheld = [asked for asked in named if not asked.records]
        beyond = {asked.text: self._layer(asked) for asked in unheld}
        held = next(iter(beyond.values()), Held.CORPUS if results.total else Held.NONE)
        entries = [found for asked in unheld for found in asked.entries]
        found = layered_json({CORPUS: results}) | beyond_json(self._registers, query, index)
        ids = [hit.id for hit in results.hits]
        return envelope(
            corpus,
            date.today(),
            held,
            found,
            " ".join((_said(results, beyond), *(line for asked in named for line in asked.said))),
            ids,
            entries,
        )

    def show(self, record: str, day: date) -> Answer:
        """As ``kb show --json``."""
        corpus = self.corpus
        snapshot = Snapshot(corpus, day)
        return self._of(record, day, lambda found: [as_json(snapshot, each) for each in found])

    def status(self, record: str, day: date) -> Answer:
        """What ``kb show --json`` says under ``computed``, without the relations."""
        snapshot = Snapshot(self.corpus, day)
        return self._of(record, day, lambda found: [status_json(snapshot, each) for each in found])

    def cite(self, record: str) -> Answer:
        """As ``kb cite --json``."""
        corpus, names = self.corpus, {body.id: body.name for body in self.corpus.bodies.values()}
        return self._of(
            record,
            date.today(),
            lambda found: [cited.as_json() for cited in cite_all(corpus, found, date.today())],
            lambda entries: [cite_entry(held, entry, names).as_json() for held, entry in entries],
        )

    def review(self, text: str, day: date) -> Answer:
        """As ``kb review --json`` on a file that holds the text."""
        corpus = self.corpus
        review = Reviewer(corpus, self._registers, self._texts).review(read_draft(text.encode(), "van-ban.txt"), day)
        found, registered = review.as_json(), [f for f in review.findings if f.layer in (Layer.REGISTER, Layer.PRIVATE)]
        entries = [e for f in registered for e in entries_cited(self._registers, f.citation)]
        citations = found["citations"]
        missing = sum(citation["verdict"] == "unknown" for citation in citations)
        said = f"{len(citations)} viện dẫn; mỗi viện dẫn có verdict và layer (nơi đã đối chiếu) của nó."
        if missing:
            said += f" Với {missing} viện dẫn có verdict unknown: {NOT_HELD}"
        layers = {finding.layer for finding in review.findings}
        held = Held.CORPUS if Layer.CORPUS in layers else Held.REGISTER if registered else Held.NONE
        return envelope(corpus, day, held, found, said, [citation["target"] for citation in citations], entries)

    def basis(self, plan: str, day: date) -> Answer:
        """As ``kb basis --json``. Raises UnknownRecord, which names the plans that there are."""
        snapshot = Snapshot(self.corpus, day)
        found = bases(snapshot, *find_plan(snapshot.corpus, plan))
        said = f"{len(found)} văn bản; dòng có warning không còn dùng làm căn cứ được."
        return envelope(
            snapshot.corpus, day, Held.CORPUS, basis_json(found), said, [base.document.id for base in found]
        )

    def _of(
        self,
        text: str,
        day: date,
        of_records: Callable[[Sequence[Record]], object],
        of_entries: Callable[[Entries], object] = entries_json,
    ) -> Answer:
        """The answer about what was typed, by the corpus, else by the registers."""
        corpus = self.corpus
        asked = read_asked(corpus, text, day, self._registers)
        if not asked.records:
            return self._beyond(corpus, asked, day, of_entries)
        said, ids = " ".join((Held.CORPUS.said, *asked.said)), [record.id for record in asked.records]
        return envelope(corpus, day, Held.CORPUS, of_records(asked.records), said, ids)

    def _beyond(self, corpus: Corpus, asked: Asked, day: date, of_entries: Callable[[Entries], object]) -> Answer:
        entries, held = list(asked.entries), self._layer(asked)
        lines = "; ".join(entry_line(layer, entry, day) for layer, entry in entries)
        said = " ".join(filter(None, (held.said, *asked.said, lines and f"{lines}.")))
        return envelope(corpus, day, held, of_entries(entries) if entries else None, said, entries=entries)

    def _layer(self, asked: Asked) -> Held:
        """Where a document is held that the corpus does not hold."""
        if asked.entries:
            return Held.REGISTER
        if not asked.is_document:
            return Held.UNREADABLE
        return Held.LISTED if known_to(self._registers, asked.text) else Held.NONE


def asked_in(corpus: Corpus, query: str, registers: Sequence[LayerRegister]) -> list[Asked]:
    """The documents that a query names: all of it names one, or what a draft would cite by number."""
    whole = read_asked(corpus, query, date.today(), registers)
    if whole.is_document:
        return [whole]
    cited = [citation.span.surface for citation in find_numbered(query)]
    pieces = (*cited, *(short for short in shortened_in(query) if not any(short in each for each in cited)))
    return [read_asked(corpus, piece, date.today(), registers) for piece in pieces]


def _said(results: Results, beyond: Mapping[str, Held]) -> str:
    """What was found, and first what is not held of the documents that were asked for."""
    unheld = [f"{text}: {held.said}" for text, held in beyond.items()]
    if beyond:
        return " ".join((*unheld, f"{results.total} kết quả kèm theo chỉ gần giống, không phải văn bản ấy."))
    if results.total and not results.hits:
        return beyond_end(results)
    return f"Tìm thấy {results.total} kết quả trong kho." if results.total else f"Không tìm thấy gì. {NOT_HELD}"

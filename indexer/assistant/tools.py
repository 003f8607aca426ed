"""The questions of an assistant, each answered by what the command of that name asks; no file of a user is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from indexer.assistant.envelope import NOT_HELD, Answer, Held, envelope
from indexer.beyond import beyond_json
from indexer.results import CORPUS, layered_json
from indexer.search import search
from kb.citation.find import find_numbered
from kb.corpus.corpus import Corpus
from kb.corpus.fingerprint import corpus_fingerprint
from kb.corpus.lookup import look_up
from kb.drafts import read_draft
from kb.errors import InvalidNumber, UnknownRecord
from kb.law.cite import cite_all
from kb.law.cite_entry import cite_entry
from kb.model import Record
from kb.number.document_number import DocumentNumber
from kb.plans.basis import bases, basis_json, find_plan
from kb.register.describing import entry_json, entry_line, found_in, known_to
from kb.register.entry import RegisterEntry
from kb.register.layers import LayerRegister
from kb.review.judge import Reviewer
from kb.snapshot import Snapshot
from kb.views.describe import as_json, status_json

Entries = list[tuple[LayerRegister, RegisterEntry]]


def entries_json(entries: Entries) -> list[dict[str, object]]:
    """As ``--json`` of the commands shows documents of the registers."""
    return [entry_json(held, entry) for held, entry in entries]


class AssistantTools:
    """The tools over one corpus, which is read again when its files change.

    `load` reads the corpus, `index` gives the folder of a fresh index of it. Raises KbError as they do.
    """

    def __init__(
        self, root: Path, load: Callable[[], Corpus], index: Callable[[], Path], registers: Sequence[LayerRegister]
    ) -> None:
        self._root, self._load, self._index, self._registers = root, load, index, list(registers)
        self._read: tuple[str, Corpus] | None = None

    @property
    def corpus(self) -> Corpus:
        """The corpus as its files stand."""
        state = corpus_fingerprint(self._root)
        if self._read is None or self._read[0] != state:
            self._read = state, self._load()
        return self._read[1]

    def search(self, query: str, limit: int, page: int) -> Answer:
        """As ``kb search --json``. Of a number in the query that the corpus does not hold it is said first: what is
        found then is only alike, and no answer about that number."""
        index = self._index()
        results = search(index, query, limit=limit, page=page)
        ids = [hit.id for hit in results.hits]
        beyond = {number: self._layer(number) for number in numbers_in(query) if not holds(self.corpus, number)}
        said = f"Tìm thấy {results.total} kết quả trong kho." if ids else f"Không tìm thấy gì. {NOT_HELD}"
        if beyond:
            alike = f"{results.total} kết quả kèm theo chỉ gần giống, không phải văn bản ấy."
            said = " ".join([*(f"Số {number}: {held.said}" for number, held in beyond.items()), alike])
        held = next(iter(beyond.values()), Held.CORPUS if ids else Held.NONE)
        found = layered_json({CORPUS: results}) | beyond_json(self._registers, query, index)
        return envelope(self.corpus, date.today(), held, found, said, ids)

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
            lambda _: [cited.as_json() for cited in cite_all(corpus, record)],
            lambda entries: [cite_entry(held, entry, names).as_json() for held, entry in entries],
        )

    def review(self, text: str, day: date) -> Answer:
        """As ``kb review --json`` on a file that holds the text."""
        corpus = self.corpus
        found = Reviewer(corpus, self._registers).review(read_draft(text.encode(), "van-ban.txt"), day).as_json()
        citations = found["citations"]
        missing = sum(citation["verdict"] == "unknown" for citation in citations)
        said = f"{len(citations)} viện dẫn; mỗi viện dẫn có verdict và layer (nơi đã đối chiếu) của nó."
        if missing:
            said += f" Với {missing} viện dẫn có verdict unknown: {NOT_HELD}"
        held = Held.CORPUS if len(citations) > missing else Held.NONE
        return envelope(corpus, day, held, found, said, [citation["target"] for citation in citations])

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
        of_records: Callable[[list[Record]], object],
        of_entries: Callable[[Entries], object] = entries_json,
    ) -> Answer:
        """The answer about what was typed, by the corpus, else by the registers."""
        corpus = self.corpus
        try:
            found = look_up(corpus, text)
        except UnknownRecord:
            return self._beyond(corpus, text, day, of_entries)
        return envelope(corpus, day, Held.CORPUS, of_records(found), records=[record.id for record in found])

    def _beyond(self, corpus: Corpus, text: str, day: date, of_entries: Callable[[Entries], object]) -> Answer:
        entries = found_in(self._registers, text)
        if entries:
            lines = "; ".join(entry_line(held, entry, day) for held, entry in entries)
            return envelope(corpus, day, Held.REGISTER, of_entries(entries), f"{Held.REGISTER.said} {lines}.")
        return envelope(corpus, day, self._layer(text), None)

    def _layer(self, text: str) -> Held:
        """Where a number is held that the corpus does not hold."""
        if found_in(self._registers, text):
            return Held.REGISTER
        if not is_number(text):
            return Held.UNREADABLE
        return Held.LISTED if known_to(self._registers, text) else Held.NONE


def is_number(text: str) -> bool:
    """Whether the whole text is the number of a document, in any spelling."""
    try:
        DocumentNumber.parse(text)
    except InvalidNumber:
        return False
    return True


def numbers_in(query: str) -> list[str]:
    """The numbers of documents in a query: all of it, or what a draft would cite by number."""
    if is_number(query):
        return [query.strip()]
    return [typed.surface for citation in find_numbered(query) if (typed := citation.number_typed)]


def holds(corpus: Corpus, text: str) -> bool:
    """Whether the corpus has a record of this number."""
    try:
        return bool(look_up(corpus, text))
    except UnknownRecord:
        return False

"""All that is asked of an engine: to write an index once, to open it, and to answer seven kinds of questions.

A new engine is one module or package in `indexer.engines.adapters` that has the two functions of `Engine`. What is
common to all of them:

- Records have numbers from 0 to count - 1, in the order in which they were written. A written index does not change.
- A term is text as in `indexer.analysis`. The index holds keys: the folded form, a NUL, the written form (empty when it
  is the folded form itself). `indexer.analysis.lexicon_place` says which keys a term of a query stands for.
- A weight is a code from 0 to 255 (`indexer.engines.weight_codes`).
- Which terms count, and how much, is no concern of an engine (`indexer.query.plan`, `indexer.ranking.rank`).

Calls for many terms or records take them together and answer in the order asked, with an iterator where a caller may
stop early. So a remote engine needs one round trip for a batch; it may fetch the postings of all terms that were
looked up together when those of the first are asked for.

Errors: an index that is missing or broken raises IndexUnusable when it is opened; what turns out to be broken only
when it is read raises OSError, EOFError or ValueError.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol, runtime_checkable

from indexer.engines.progress import Progress, silent

Postings = tuple[Sequence[int], Sequence[int]]
"""Record numbers, ascending, and the weight code of each: two sequences of equal length."""


class EngineRecord(NamedTuple):
    """A record as an engine keeps it: what is shown of it, and what is weighed and sorted by without reading it."""

    stored: Mapping[str, Any]
    """Field -> text, number, or a sequence of texts (which may come back as a list or a tuple)."""
    factor: float = 1.0
    """Of its score (`indexer.build.build`), kept in single precision (IEEE 754 binary32)."""
    issued: int = 0
    """The day as a number, 20211228; 0 for unknown."""
    rank: int = 0
    """Its place in the order of legal rank, highest 1; 0 for what has none."""


class Replacement(NamedTuple):
    """Records that stand one after another in an index as it was written whole, and those that take their place."""

    first: int
    """The number of the first that goes; of the one before which the others come, where none goes."""
    gone: Sequence[tuple[int, Collection[str]]]
    """The number and the keys of each that goes."""
    come: Sequence[tuple[EngineRecord, Mapping[str, int]]]
    """Each that comes, with the weight code of each of its keys."""


class IndexTerm(Protocol):
    """A term that some record has: the union of its written forms. Postings are read when first asked for."""

    count: int
    """Records that have the term, at most those of the index; one that has it in two forms may count twice."""
    top: float
    """A bound: the term weighs more in no record."""
    common: Sequence[int]
    """Its forms' numbers in the forward rows, when every record's row says what the term weighs there; else empty."""

    def written(self) -> Sequence[tuple[str, int]]:
        """The ways in which the term is written, without the prefix of its kind, and the records of each."""
        ...

    def lists(self) -> Sequence[Postings]:
        """The postings of each written form."""
        ...

    def numbers(self) -> set[int]:
        """The records that have the term."""
        ...

    def weight_in(self, number: int, forward: Mapping[int, int]) -> float:
        """What the term weighs in a record whose forward row is `forward`; 0.0 where it does not stand."""
        ...


class Index(Protocol):
    """An opened index. It answers as it was when it was opened, also after another one has taken its place."""

    count: int
    """How many records there are."""

    def look_up(self, terms: Iterable[str]) -> Mapping[str, IndexTerm]:
        """Those of the terms that some record has; a term is written (``s:đường``) or folded (``f:duong``)."""
        ...

    def forward(self, numbers: Iterable[int]) -> Iterator[Mapping[int, int]]:
        """The forward row of each record: common form's number -> weight code; empty when the engine has none."""
        ...

    def column(self, name: str) -> Sequence[float] | None:
        """ "factor", "issued" or "rank" of each record by its number; None when every record has the default."""
        ...

    def stored(self, numbers: Iterable[int]) -> Iterator[Mapping[str, Any]]:
        """The stored fields of each record."""
        ...

    def labels(self, prefix: str) -> Iterator[tuple[str, str, Collection[int]]]:
        """(what follows the prefix in the folded form, the written form, records) of each key that begins so, in order.

        With it facets are read (`indexer.query.facets`): the written form of a facet is its label.
        """
        ...

    def lexicon(self, prefix: str) -> Iterator[str]:
        """Every term, as written, whose folded form begins with `prefix`, in the order of the keys."""
        ...

    def entries(self) -> Iterator[tuple[str, list[tuple[str, Postings]]]]:
        """Every folded form, in the order of its code points, with its (written form, postings) in the same order."""
        ...


class Selection(NamedTuple):
    """What a ranking asks of an index that finds the best records itself."""

    terms: Sequence[tuple[IndexTerm, float]]
    """Terms that the index has looked up, each with its share of the question's weight; together at most 1."""
    selecting: int
    """So many of them, the first ones, select."""
    least: float
    """A record is a result when the shares of the selecting terms that it has come to so much."""
    spared: float = 0.0
    """Impacts that the index may leave out of the sums, where that spares it work."""


class Selected(NamedTuple):
    """Records that may be the best."""

    weights: Mapping[int, Sequence[float]]
    """What each term weighs in each of them."""
    impacts: float
    """A bound: no other record's impacts (`indexer.engines.impacts`), each times its term's share, sum to more."""
    factor: float
    """A bound of the factor of any record."""
    results: int
    """How many records are results."""


@runtime_checkable
class SelectingIndex(Index, Protocol):
    """An index that finds the records with the highest sums of impacts without giving whole posting lists away."""

    def select(self, selection: Selection, limit: int, numbers: Collection[int]) -> Selected | None:
        """The `limit` records with the highest sums of impacts, others where that is easy, and those of `numbers`.

        What it leaves out of the sums is added to the bound.
        None for a selection that the index has no room for.
        """
        ...


class Engine(Protocol):
    """A module of `indexer.engines.adapters`."""

    def write(
        self,
        folder: Path,
        records: Iterable[EngineRecord],
        terms: Iterable[tuple[str, Postings]],
        count: int,
        progress: Progress = silent,
    ) -> None:
        """Write a new index into a folder, which exists and may hold files of other names.

        `terms` gives every key (`indexer.analysis.key_of`) once, in order, and is read only after the last of
        `records`, whose number is `count`: both are made while they are read. `progress` is told of what comes after
        the records. Raises OSError when it cannot write.
        """
        ...

    def open_index(self, folder: Path) -> Index:
        """Open the index of a folder. Raises IndexUnusable when it is missing or broken."""
        ...


class WrittenIndex(Protocol):
    """An index that was written whole, and may be amended."""

    count: int
    """Records when it was written."""
    lengths: Mapping[str, int]
    """The table `indexer.manifest.LENGTHS` of its records as they are now."""
    changes: Sequence[Replacement]
    """How its records as they are now differ from those that were written; in order."""

    def digests(self) -> Sequence[bytes]:
        """`indexer.engines.record_digest.digest_of` each record that was written."""
        ...

    def written(self, numbers: Iterable[int]) -> Iterator[Mapping[str, Any]]:
        """The stored fields of records, as they were written."""
        ...

    def numbers_of(self, ids: Collection[str]) -> Mapping[str, int]:
        """The numbers of the records that were written with these ids."""
        ...

    def amend(self, changes: Sequence[Replacement], lengths: Mapping[str, int]) -> None:
        """Put `changes` in the place of those that hold, in one step: whoever opens the index finds all or none.

        An index that is open stays as it is. Raises OSError or IndexUnusable when it cannot write.
        """
        ...


@runtime_checkable
class AmendingEngine(Engine, Protocol):
    """An engine whose indices may be amended; what is read is then the same as of an index written anew."""

    def written_index(self, folder: Path) -> WrittenIndex | None:
        """The index in use of the place that the folder names; None where it has to be written whole."""
        ...

    def check_unmoved(self, folder: Path) -> None:
        """Raises IndexMovedOn where the index of a folder was changed elsewhere since a build of that folder left it,
        and IndexUnusable where it cannot be read.
        """
        ...

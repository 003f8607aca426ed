"""A register in shards answers as the whole one, once what was wanted is there."""

from __future__ import annotations

from kb.number.document_number import DocumentNumber
from kb.register.compiled import compiled, number_key
from kb.register.folder import read_tables
from kb.register.lookup import Register, law_key
from kb.register.shards import ShardedRegister, shard_of, sharded
from tests.support.paths import ROOT

TABLES = read_tables(ROOT / "corpus" / "register")
LINES = compiled(TABLES)
SOURCES, SHARDS = sharded(LINES)
EVERY = 97
"""One number of so many is looked up."""


def test_one_shard_answers_as_the_whole() -> None:
    whole = Register(LINES)
    assert ShardedRegister(SOURCES).sources == whole.sources
    for number in sorted({entry.number for entry in TABLES.entries} | TABLES.known)[::EVERY]:
        part, asked = ShardedRegister(SOURCES), DocumentNumber.parse(number)
        assert part.numbered(asked) == []
        assert not part.is_known(asked)
        assert part.wanted == {shard_of(number_key(number))}
        part.add({shard: SHARDS[shard] for shard in part.wanted})
        assert part.wanted == set()
        assert part.numbered(asked) == whole.numbered(asked)
        assert part.is_known(asked) == whole.is_known(asked)
        assert part.wanted == set()


def test_laws_are_found_by_name() -> None:
    part = ShardedRegister(SOURCES)
    part.add({shard_of(law_key("Luật Đất đai")): SHARDS[shard_of(law_key("Luật Đất đai"))]})
    assert part.named("Luật Đất đai") == Register(LINES).named("Luật Đất đai") != []
    assert part.wanted == set()


def test_every_line_stands_in_one_shard() -> None:
    assert sorted((SOURCES + b"".join(SHARDS)).splitlines()) == sorted(LINES.splitlines())
    assert sharded(b" a first line\n")[0] == b""

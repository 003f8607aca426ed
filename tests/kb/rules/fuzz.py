"""Small valid records, broken at the level of bytes, of tokens and of lines, by a seed: the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.support.corpora import clean_files

TOKENS = [
    *(
        "&a ",
        "*a",
        "!!x ",
        "<<: ",
        "? ",
        "- ",
        ": ",
        "#",
        "|",
        ">",
        "{",
        "}",
        "[",
        "]",
        ",",
        "'",
        '"',
        "---\n",
        "...\n",
    ),
    *(
        "\t",
        "\r\n",
        "\ufeff",
        "\u0323",
        "\u200b",
        "\x00",
        "\x85",
        "\u2028",
        "Ð",
        "../",
        "unknown",
        "null",
        "~",
        "1e999",
    ),
    *("2020-02-30", "9999-99-99", "0000-00-00", "0001", "99999999999", "-1", "", " ", "\n", "  ", "s1", "tt-1", "bo-a"),
    *("thay_the", "issued", "xyz", "http://[", "https://", "01/2020/TT-BA", "# bỏ qua UNI01: vì", "a" * 90, "[" * 30),
]
PLAN = (
    "id: kh-1\nnumber: unknown\ntitle: Kế hoạch\nissuers: [bo-a]\nsigner: unknown\nyear: '2024'\n"
    "dated: {earliest: 2024-01-02, latest: 2024-03-04, sure: inferred}\nsummary: Kế hoạch mẫu.\n"
    f"seed_sha256: {'0' * 64}\n"
    "sections:\n  - {id: i, label: I, paragraphs: [{id: i.p1, text: Căn cứ Thông tư số 01/2020/TT-BA.}]}\n"
    "links: [{at: i.p1, words: Căn cứ, to: tt-1}]\n"
)
SEEDS = {**clean_files(), "plans/kh-1.yaml": PLAN}


def broken(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """(file name, content), as many as asked for."""
    chance = random.Random(seed)
    names = sorted(SEEDS)
    for _ in range(count):
        name = chance.choice(names)
        content = SEEDS[name].encode()
        for _ in range(chance.randint(1, 4)):
            content = chance.choice((_byte, _token, _line, _line))(content, chance)
        yield name, content


def _byte(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + bytes([chance.randrange(256)]) + content[place + chance.randint(0, 2) :]


def _token(content: bytes, chance: random.Random) -> bytes:
    text = content.decode("utf-8", "replace")
    place = chance.randrange(len(text) + 1)
    return (text[:place] + chance.choice(TOKENS) + text[place + chance.randint(0, 6) :]).encode()


def _line(content: bytes, chance: random.Random) -> bytes:
    """A line lost, said twice, moved, or given another value."""
    lines = content.split(b"\n")
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    kind = chance.randrange(4)
    if kind == 0:
        del lines[here]
    elif kind == 1:
        lines.insert(there, lines[here])
    elif kind == 2:
        lines[here], lines[there] = lines[there], lines[here]
    else:
        field, colon, _ = lines[here].partition(b": ")
        lines[here] = field + colon + chance.choice(TOKENS).encode()
    return b"\n".join(lines)

"""Looks for texts on which kb takes time out of proportion: real text, mutated, parts of it repeated.

    python -m tests.timing.fuzz --seconds 600 --seed 1

A text is found where twice the length takes more than `WORST` times as long and the longer run over `LONGEST` seconds
of the processor. Each is printed in its smallest form, ready for the table of attacks, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.decorations import DECORATIONS, decorated
from tests.timing.growth import Parts, grown, seconds
from tests.timing.readers import READERS
from tests.timing.seeds import FILES, LINES, TEXTS, TOKENS

WORST = 3.0
LONGEST = 0.5
FIRST, LAST = 8_000, 1_000_000
"""Code points of the shortest and of the longest text of a case; of a YAML file `LAST_OF_FILE`."""
LAST_OF_FILE = 400_000
SUSPICIOUS = 1.4
"""Where four times the length takes so much more than four times as long, longer texts are tried."""
ALWAYS_LONG = 0.05
"""The share of cases in which they are tried all the same."""
OF_FILES = ("check", "fix", "fmt", "fmt-plan")


@dataclass(frozen=True)
class Found:
    """A text that takes time out of proportion; `times` are its seconds at one length, twice and four times that."""

    reader: str
    parts: Parts
    times: tuple[float, ...]

    def __str__(self) -> str:
        shown = ", ".join(f"{each:.2f}" for each in self.times)
        return f"- {{read: {self.reader}, parts: {list(self.parts)!r}}}  # {shown} s"


def cases(chance: random.Random) -> Iterator[tuple[str, Parts]]:
    """(reader, text to be grown) without end."""
    while True:
        reader = chance.choice(list(READERS))
        yield reader, _of_file(chance) if reader in OF_FILES else _of_text(chance)


def _of_text(chance: random.Random) -> Parts:
    """Pieces of real text, one to three of them repeated, between pieces that stand once."""
    text = chance.choice(TEXTS)
    parts: list[str | list[str]] = [_piece(chance, text, 300) if chance.random() < 0.5 else ""]
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        parts += [[_fragment(chance, text)], _piece(chance, text, 20) if chance.random() < 0.3 else ""]
    return _spelt([*parts, _piece(chance, text, 60)], chance)


def _spelt(parts: Parts, chance: random.Random) -> Parts:
    """The parts as they are, or each in one of the spellings that files of offices have."""
    if chance.random() < 0.6:
        return parts
    name = chance.choice(DECORATIONS)

    def anew(text: str) -> str:
        return "".join(decorated(text, name, chance))

    return [anew(part) if isinstance(part, str) else [anew(part[0])] for part in parts]


def _of_file(chance: random.Random) -> Parts:
    """A record, in which a line, some lines or letters of a line are repeated."""
    lines = chance.choice(FILES).splitlines(keepends=True)
    place, count = chance.randrange(len(lines)), chance.choice((1, 1, 2, 3))
    before, here, after = "".join(lines[:place]), "".join(lines[place : place + count]), "".join(lines[place + count :])
    how = chance.random()
    if how < 0.35:
        return [before, [here], after]
    if how < 0.5:
        return [before, [chance.choice(LINES)], here, after]
    cut = chance.randrange(len(here) + 1)
    return [before + here[:cut], [_fragment(chance, here)], here[cut:] + after]


def _piece(chance: random.Random, text: str, longest: int) -> str:
    start = chance.randrange(len(text))
    return text[start : start + chance.randint(1, longest)]


def _fragment(chance: random.Random, text: str) -> str:
    """Some letters of the text or some tokens, perhaps with one exchanged, dropped or put in."""
    if chance.random() < 0.5:
        return "".join(chance.choices(TOKENS, k=chance.choice((1, 1, 2, 2, 3))))
    piece = _piece(chance, text, 40)
    for _ in range(chance.choice((0, 1, 1, 2))):
        place = chance.randrange(len(piece) + 1)
        new = chance.choice(TOKENS) if chance.random() < 0.7 else ""
        piece = piece[:place] + new + piece[place + chance.choice((0, 1)) :]
    return piece or " "


def tried(reader: str, parts: Parts, *, long: bool = False) -> Found | None:
    """What is found in a case; long texts are tried where short ones are suspicious, or where `long` says so."""
    read = READERS[reader]
    last = LAST_OF_FILE if reader in OF_FILES else LAST
    first, fourth = (seconds(read, grown(parts, length)) for length in (FIRST, 4 * FIRST))
    if fourth < 4 * SUSPICIOUS * first and not long:
        return None
    length, before = FIRST, first
    while length * 2 <= last:
        length *= 2
        now = seconds(read, grown(parts, length))
        if now > LONGEST and now > WORST * before:
            times = tuple(min(seconds(read, grown(parts, each)) for _ in "ab") for each in (length // 2, length))
            if times[1] > WORST * times[0]:
                return Found(reader, parts, (*times, seconds(read, grown(parts, 2 * length))))
        if now > LONGEST * WORST:
            return None
        before = now
    return None


def smallest(found: Found) -> Found:
    """The case with every part and half of a part left out that it does not need."""
    shorter = True
    while shorter:
        shorter = False
        for parts in list(_shorter(found.parts)):
            if again := tried(found.reader, parts):
                found, shorter = again, True
                break
    return found


def _shorter(parts: Parts) -> Iterator[Parts]:
    for place, part in enumerate(parts):
        text = part[0] if isinstance(part, list) else part
        if not text:
            continue
        for kept in dict.fromkeys(("", text[: len(text) // 2], text[len(text) // 2 :], text[1:], text[:-1])):
            if isinstance(part, str) or kept:
                yield [*parts[:place], [kept] if isinstance(part, list) else kept, *parts[place + 1 :]]


def main() -> int:
    """Run for the seconds asked for; 1 where anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance, end, count, known = random.Random(asked.seed), time.monotonic() + asked.seconds, 0, list[Found]()
    for reader, parts in cases(chance):
        if time.monotonic() > end:
            break
        count += 1
        if found := tried(reader, parts, long=chance.random() < ALWAYS_LONG):
            known.append(smallest(found))
            print(known[-1], flush=True)
    print(f"{count} texts tried, {len(known)} take time out of proportion", flush=True)
    return 1 if known else 0


if __name__ == "__main__":
    sys.exit(main())

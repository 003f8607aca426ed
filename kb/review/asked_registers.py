"""What somebody asks the registers for, and them alone: a number, or the name of a law with or without year or day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from kb.corpus.corpus import Corpus
from kb.register.layers import LayerRegister
from kb.review.asked import Asked, read_asked


def asked_of_registers(registers: Sequence[LayerRegister], text: str, day: date) -> Asked:
    """The documents of registers that a text means; of the name of a law alone those of every year.

    The oldest stands first."""
    asked = read_asked(Corpus(Path()), text, day, registers)
    named = () if asked.entries else ((held, law) for held in registers for law in held.register.named(text))
    entries = tuple(sorted((*asked.entries, *named), key=lambda found: found[1].days))
    return replace(asked, entries=entries)

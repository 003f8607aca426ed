"""The provisions of a document: their addresses, labels and what each is part of, all derived from their order.

An address is what a reader would cite: ``dieu-6-khoan-1-diem-a``. An article is numbered through the whole document,
so its address does not name the chapter; a clause that stands in no article is addressed through what it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kb.language.fold import folded
from kb.model import Document, Provision
from kb.model.vocabulary import ProvisionKind

_ORDER = {kind: level for level, kind in enumerate(ProvisionKind)}
_SKIPPED = {
    ProvisionKind.DIEU: (ProvisionKind.PHAN, ProvisionKind.CHUONG, ProvisionKind.MUC, ProvisionKind.TIEU_MUC),
    ProvisionKind.CHUONG: (ProvisionKind.PHAN,),
}
"""What the number of a kind runs on through."""


@dataclass(frozen=True)
class PlacedProvision:
    """A provision with its address in the document, and those it stands in, outermost first."""

    provision: Provision
    anchor: str
    within: tuple[PlacedProvision, ...] = ()

    @property
    def label(self) -> str:
        """``Điều 6``, ``Khoản 1``; the kind alone where there is no number."""
        return " ".join(filter(None, (self.provision.kind.label, self.provision.number)))

    @property
    def cited(self) -> str:
        """As it is cited, the smallest first: ``điểm a khoản 1 Điều 6``."""
        chain = [self, *reversed(self.within)]
        named = [part.label for part in chain if part.provision.kind not in self._passed]
        return " ".join(
            [_small(label) if i < len(named) - 1 or not _is_article(label) else label for i, label in enumerate(named)]
        )

    @property
    def _passed(self) -> tuple[ProvisionKind, ...]:
        kinds = [part.provision.kind for part in (*self.within, self)]
        return next((_SKIPPED[kind] for kind in reversed(kinds) if kind in _SKIPPED), ())

    @cached_property
    def words(self) -> str:
        """Heading and text, a paragraph a line; what stands inside is not among them."""
        return "\n".join(filter(None, (self.provision.heading, *self.provision.text)))


def placed(document: Document) -> tuple[PlacedProvision, ...]:
    """The provisions of a document in their order; each address is given once."""
    return tuple(place(document.provisions))


def place(provisions: Sequence[Provision]) -> Iterator[PlacedProvision]:
    """Each provision with what it is part of: the nearest before it of every larger kind."""
    open_: list[PlacedProvision] = []
    taken: set[str] = set()
    for provision in provisions:
        while open_ and _ORDER[open_[-1].provision.kind] >= _ORDER[provision.kind]:
            open_.pop()
        within = tuple(p for p in open_ if p.provision.kind is not ProvisionKind.MO_DAU)
        skipped = _SKIPPED.get(provision.kind, ())
        above = next((p.anchor for p in reversed(within) if p.provision.kind not in skipped), "")
        own = "-".join(filter(None, (provision.kind.value, _slug(provision.number or ""))))
        anchor = _free("-".join(filter(None, (above, own))), taken)
        taken.add(anchor)
        found = PlacedProvision(provision, anchor, within)
        open_.append(found)
        yield found


def _free(anchor: str, taken: set[str]) -> str:
    times = 1
    free = anchor
    while free in taken:
        times += 1
        free = f"{anchor}-{times}"
    return free


def _slug(number: str) -> str:
    """An ordinal in an address: ``6a``, ``ii``, ``1-2`` for 1.2, ``dd`` for đ to keep it apart from d."""
    return re.sub(r"[^a-z0-9]+", "-", folded(number.replace("đ", "dd").replace("Đ", "dd"))).strip("-")


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def _is_article(label: str) -> bool:
    return label.startswith(ProvisionKind.DIEU.label)

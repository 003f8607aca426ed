"""The text of a document on its page: its provisions, each with a permalink."""

from __future__ import annotations

from dataclasses import dataclass

from kb.law.provisions import PlacedProvision, place
from kb.model import Record
from kb.model.vocabulary import ProvisionKind

_LARGE = frozenset(
    {ProvisionKind.PHU_LUC, ProvisionKind.PHAN, ProvisionKind.CHUONG, ProvisionKind.MUC, ProvisionKind.TIEU_MUC}
)


@dataclass(frozen=True)
class ProvisionView:
    """`anchor` is its address on the page, `cited` how it is cited; `mark` stands before the words, as in the text."""

    anchor: str
    kind: str
    cited: str
    mark: str
    heading: str
    paragraphs: tuple[str, ...]

    @property
    def is_large(self) -> bool:
        """A chapter or the like, or an article: what the list of contents names."""
        return self.kind in {str(kind) for kind in (*_LARGE, ProvisionKind.DIEU)}


def provisions_of(record: Record) -> tuple[ProvisionView, ...]:
    """The provisions in the order of the text; none where the corpus holds no text."""
    return tuple(map(_view, place(record.provisions)))


def _view(placed: PlacedProvision) -> ProvisionView:
    provision = placed.provision
    number = provision.number or ""
    if provision.kind is ProvisionKind.MO_DAU:
        mark = ""
    elif provision.kind is ProvisionKind.DIEM:
        mark = f"{number})"
    elif provision.kind is ProvisionKind.KHOAN or (provision.kind is ProvisionKind.MUC and not number.isdigit()):
        mark = f"{number}."
    else:
        mark = f"{placed.label}."
    return ProvisionView(
        placed.anchor, str(provision.kind), placed.cited, mark, provision.heading or "", provision.text
    )

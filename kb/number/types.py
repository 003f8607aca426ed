"""The one table of types of documents and the letters that stand for them in a number.

Of two types with one symbol the commoner stands first: a reader takes ``QĐ`` for Quyết định, not for a Quy định of the
Party. Everything else that knows a symbol of a type is derived from here: the check of numbers against types
(`kb.rules`), the reading of citations (`kb.citation`), ids of new records (`kb.importing`), numbers in a search
(`indexer.query`). The table knows no record, so that a search need not load the model; the names of the types that
records have are the labels of `kb.model.vocabulary.DocumentType`, which a test holds.
"""

from __future__ import annotations

from dataclasses import dataclass

STATE = "Nghị định 30/2020/NĐ-CP, Phụ lục III"
NORMATIVE = "Nghị định 34/2016/NĐ-CP, Điều 58"
PARTY = "Hướng dẫn 05-HD/VPTW ngày 27/5/2026, trước đó là Hướng dẫn 36-HD/VPTW"
USAGE = "cách ghi thường gặp, không có văn bản quy định"


@dataclass(frozen=True, slots=True)
class TypeSymbols:
    """A type of documents and its letters. Types that no record has are read in texts only."""

    name: str
    """The type word in its usual letter case: ``Thông tư``."""
    source: str
    """The text that gives the symbols."""
    symbols: tuple[str, ...] = ()
    """What the symbol of a number of this type begins with, the usual form first. None: the number bears no type."""
    variants: tuple[str, ...] = ()
    """Other letters by which texts are seen to mean the type, right or not."""
    short: str = ""
    """What the id of a record begins with: ``tt``; empty for a type that no record has."""
    asked: str = ""
    """The folded letters that a search takes the type word in front of a number for; empty where it does not."""


TYPES = (
    TypeSymbols("Hiến pháp", USAGE),
    TypeSymbols("Bộ luật", USAGE),
    TypeSymbols("Luật", NORMATIVE, variants=("L", "LCT"), short="luat", asked="luat"),
    TypeSymbols("Pháp lệnh", NORMATIVE, variants=("PL", "LCT"), short="pl"),
    TypeSymbols("Lệnh", USAGE),
    TypeSymbols("Sắc lệnh", USAGE, ("SL",)),
    TypeSymbols("Sắc luật", USAGE),
    TypeSymbols("Nghị quyết", STATE, ("NQ",), short="nq", asked="nq"),
    TypeSymbols("Nghị định", NORMATIVE, ("NĐ",), short="nd", asked="nd"),
    TypeSymbols("Quyết định", STATE, ("QĐ",), ("QĐLT",), short="qd", asked="qd"),
    TypeSymbols("Chỉ thị", STATE, ("CT",), short="ct", asked="ct"),
    TypeSymbols("Thông tư", NORMATIVE, ("TT",), short="tt", asked="tt"),
    TypeSymbols("Thông tư liên tịch", NORMATIVE, ("TTLT",), short="ttlt"),
    TypeSymbols("Thông tư liên bộ", USAGE, ("TTLB",)),
    TypeSymbols("Thông tư liên ngành", USAGE, ("TTLN",)),
    TypeSymbols("Nghị quyết liên tịch", NORMATIVE, ("NQLT",), ("NQLN",), short="nqlt"),
    TypeSymbols("Kết luận", PARTY, ("KL",), short="kl", asked="kl"),
    TypeSymbols("Quy định", f"{PARTY} (QĐ); {STATE} (QyĐ)", ("QĐ", "QyĐ"), short="qyd"),
    TypeSymbols("Quy chế", STATE, ("QC",), short="qc"),
    TypeSymbols("Quy chế phối hợp", USAGE, ("QCPH",)),
    TypeSymbols("Quy trình", USAGE, ("QTr",)),
    TypeSymbols("Hướng dẫn", STATE, ("HD",), ("HDLT",), short="hd", asked="hd"),
    TypeSymbols("Hướng dẫn liên ngành", USAGE, ("HDLN",)),
    TypeSymbols("Kế hoạch", STATE, ("KH",), short="kh", asked="kh"),
    TypeSymbols("Kế hoạch phối hợp", USAGE, ("KHPH",)),
    TypeSymbols("Kế hoạch liên tịch", USAGE, ("KHLT",)),
    TypeSymbols("Chương trình", STATE, ("CTr",), short="ctr", asked="ctr"),
    TypeSymbols("Chương trình hành động", STATE, ("CTr",), ("CTrHĐ", "CTHĐ"), short="cthd", asked="ctr"),
    TypeSymbols("Chương trình phối hợp", USAGE, ("CTrPH", "CTr", "CTPH"), short="ctph", asked="ctph"),
    TypeSymbols("Phương án", STATE, ("PA",)),
    TypeSymbols("Đề án", STATE, ("ĐA",), short="da", asked="da"),
    TypeSymbols("Dự án", STATE, ("DA",), short="da"),
    TypeSymbols("Thông báo", STATE, ("TB",), short="tb", asked="tb"),
    TypeSymbols("Thông báo kết luận", USAGE, ("TB",)),
    TypeSymbols("Thông cáo", STATE, ("TC",)),
    TypeSymbols("Báo cáo", STATE, ("BC",), short="bc"),
    TypeSymbols("Tờ trình", STATE, ("TTr",), short="ttr"),
    TypeSymbols("Thông tri", PARTY, ("TTr", "TT"), short="ttri", asked="tt"),
    TypeSymbols("Công văn", STATE, variants=("CV",), short="cv", asked="cv"),
    TypeSymbols("Công điện", STATE, ("CĐ",)),
    TypeSymbols("Biên bản", STATE, ("BB",)),
    TypeSymbols("Văn bản hợp nhất", USAGE, ("VBHN",), short="vbhn"),
    TypeSymbols("Chiến lược", USAGE),
    TypeSymbols("Điều lệ", USAGE),
    TypeSymbols("Nội quy", USAGE),
)

BY_NAME = {row.name: row for row in TYPES}
"""The row of a type word in its usual letter case."""


def symbol_names() -> dict[str, str]:
    """Symbol or variant in capitals -> name of the type that a reader takes it for."""
    return {letters.upper(): row.name for row in reversed(TYPES) for letters in (*row.symbols, *row.variants)}

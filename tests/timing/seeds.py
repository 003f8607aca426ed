"""Real text to be mutated: the plan, the cases of other tests, the examples of the rules; and tokens to put into it."""

from __future__ import annotations

import yaml

from kb.corpus.load import load_corpus
from kb.rules.run import rules
from tests.kb.rules.fuzz import SEEDS
from tests.support.corpora import PLAN
from tests.support.paths import ROOT

_KB = ROOT / "tests/kb"
TOKENS = (
    *" \n\t.,;:/-()“”\"'#|*%&…1aAĐo\f\u00a0\u00ad\u200b\u0301\u0327",
    *("EN ", "ISO ", "TCVN ", "số ", "Số: ", "ngày ", "ngày 1/1/2020 ", "năm 2020 ", "của ", "và ", "các ", "về "),
    *("Luật ", "Luật sửa đổi ", "Nghị định ", "Thông tư liên tịch ", "Bộ Công an, ", "Ban ", "Điều 1. ", "khoản 1 "),
    *("1/QĐ-TTg ", "1/2020/TT-BCA ", "sau đây gọi là ", "BLHS ", "Căn cứ ", "Nơi nhận:\n", "- a\n", "a) ", "1. a\n"),
    *("Phụ lục\n", "Chương I\n", "Đại tướng ", "\u0301\u0327", "uỷ ", "ÔNG BÁO/Số 1", "\n1\n", "\n\n", "   ", "A - "),
    *("**", "_", "`", "\\", "[a](b) ", "<b>", "&amp;", "¹", "[1]", "1) ", "\u200e", "\u2013", "\uff11", "\u0421", "ð"),
    *(
        "l24/2O21/TT-BCA ",
        "Nghi dinh so 1/ND-CP ",
        "ngay l/1/2O20 ",
        "cua Bo ",
        "1, 2 và ",
        "nãm ",
        "Kính gửi ",
        "\n3\n",
    ),
    *("C¨n cø ", "ngµy ", "Q§ ", "Caên cöù ", "soá ", "Nghiò ", "sá»‘ ", "x.doc ", "phuj ", "nghi5 "),
    *(
        "<p hidden>",
        "<table style='border: 1px hidden'>",
        " style=",
        "display:none",
        "<a b='",
        "</td>",
        "<!--",
        "&#7841;",
    ),
    *("# bỏ qua ", "http://", "- ", ": ", "[", "{", "''", "\\", "&a ", "|\n", ">-\n"),
)
LINES = ("#\n", "\n", "# a\n", "# bỏ qua UNI04: vì\n", " \n", "# nháp: a\n")
"""Lines that may stand anywhere in a file."""


def _strings(value: object) -> list[str]:
    """Every text inside what a YAML file says."""
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inside for text in _strings(item)]


def _texts() -> list[str]:
    plan = load_corpus(ROOT / "corpus").plans[PLAN].text
    tables = sorted((_KB / "citation").rglob("*.yaml")) + sorted((_KB / "importing").glob("*.yaml"))
    said = [_strings(yaml.safe_load(path.read_text("utf-8"))) for path in tables]
    return [plan, *("\n".join(strings) for strings in said if strings)]


def _files() -> list[str]:
    record = SEEDS["documents/tt-1.yaml"].replace("id: tt-1", "id: tt-9").replace("01/2020", "09/2020")
    examples = [text for rule in rules() for text in (rule.wrong, rule.right) if text.strip()]
    return [record, record, SEEDS["plans/kh-1.yaml"], *(f"{record}{text}\n" for text in examples)]


TEXTS = _texts()
"""Texts of drafts."""
FILES = _files()
"""YAML of records, whole or with a fault."""

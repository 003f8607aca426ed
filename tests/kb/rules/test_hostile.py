"""Hostile and broken files: one clear problem with its place each, in no time, and never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kb.corpus.load import load_corpus
from kb.rules.run import check_corpus
from tests.support.corpora import clean_files, document, write

TERM = "id: x\nabbreviation: X\nexpansion: {}\nsources:\n  - {{id: s1, where: a, checked: 2026-01-02}}\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
TELEX_TCVN3 = "an ninh trËt tù".encode("latin-1")

CASES: dict[str, tuple[bytes, str, int, int, str]] = {
    # content, and the code, line, column of the first problem, and words of its message
    "aliases that multiply": (BOMB.encode(), "SRC04", 1, 4, "không dùng neo"),
    "an anchor alone": (TERM.format("&a chữ").encode(), "SRC04", 3, 12, "không dùng neo"),
    "an alias to nothing": (TERM.format("*a").encode(), "SRC04", 3, 12, "không dùng neo"),
    "a tag that would run code": (TERM.format("!!python/object/apply:os.system [ls]").encode(), "SRC04", 3, 12, "nhãn"),
    "a merge key": (b"id: x\n<<: {a: b}\n", "FLD02", 2, 1, "không có trong bảng trường"),
    "ten megabytes": (b"id: x\n#" + b"#" * 10_000_000, "SRC06", 1, 1, "tệp dài 10.000.007 byte"),
    "nested lists": (b"id: " + b"[" * 50_000, "SRC03", 1, 1, "lồng nhau quá sâu"),
    "nested groups": (b"id: " + b"{a: " * 50_000, "SRC03", 1, 1, "lồng nhau quá sâu"),
    "a field twice": (b"id: x\nid: y\n", "SRC07", 2, 1, "viết hai lần"),
    "UTF-16 with its mark": (TERM.format("một").encode("utf-16"), "SRC01", 1, 1, "trông như UTF-16"),
    "TCVN3": (b"id: x\nexpansion: " + TELEX_TCVN3, "SRC01", 2, 22, "TCVN3"),
    "Latin-1": ("id: x\nexpansion: à".encode("latin-1"), "SRC01", 2, 12, "không phải UTF-8"),
    "zero bytes": (b"id: x\n\x00\x00", "SRC03", 2, 1, "ký tự điều khiển"),
    "indented by a tab": (b"id: x\nsources:\n\t- a\n", "SRC03", 3, 1, "thụt dòng bằng Tab"),
    "two documents": (b"id: x\n---\nid: y\n", "SRC03", 2, 1, "có dòng ---"),
    "an id that climbs": (b"id: ../../etc/passwd\nabbreviation: X\nexpansion: y\n", "FLD07", 1, 5, "../../etc/passwd"),
    "a group as a name": (b"{a: b}: c\n", "SRC03", 1, 1, "tên trường phải là chữ"),
    "an open quotation mark": (b"id: x\nexpansion: 'an ninh\n", "SRC03", 3, 1, "dấu nháy mở mà không đóng"),
    "only a comment": (b"# ch\xc6\xb0a vi\xe1\xba\xbft\n", "SRC05", 1, 1, "tệp rỗng"),
}


@pytest.mark.parametrize("name", CASES)
def test_hostile_file(name: str, tmp_path: Path) -> None:
    content, code, line, column, words = CASES[name]
    corpus = write(tmp_path, clean_files())
    (corpus / "terms").mkdir()
    (corpus / "terms" / "x.yaml").write_bytes(content)
    problem = next(p for p in check_corpus(load_corpus(corpus)) if p.code == code)
    assert (problem.mark.path, problem.mark.line) == ("corpus/terms/x.yaml", line)
    assert problem.mark.column >= column
    assert words in problem.message
    assert problem.help


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("\ufeff" + TERM.format("chữ"), {"UNI06"}),
        (TERM.format("chữ").replace("\n", "\r\n"), {"UNI06"}),
        (TERM.format("chu\u031b\u0303"), {"UNI01"}),
        (TERM.format("một\tchữ"), {"UNI05"}),
    ],
    ids=["byte order mark", "CRLF", "NFD", "tab"],
)
def test_readable_but_not_as_it_should_be(text: str, codes: set[str], tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    (corpus / "terms").mkdir()
    (corpus / "terms" / "x.yaml").write_bytes(text.encode())
    found = check_corpus(load_corpus(corpus))
    assert {p.code for p in found} - {"WIT01", "WIT05"} == codes


def test_links_that_lead_nowhere_or_out(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    (corpus / "terms").mkdir()
    for name, target in {"a": "a.yaml", "b": "khong-con.yaml", "c": "/etc/passwd", "d": "../../ngoai.yaml"}.items():
        (corpus / "terms" / f"{name}.yaml").symlink_to(target)
    found = {p.mark.path[-6:-5]: p.code for p in check_corpus(load_corpus(corpus))}
    assert found == {"a": "SRC02", "b": "SRC02", "c": "SRC08", "d": "SRC08"}


def test_ids_that_climb_reach_no_file(tmp_path: Path) -> None:
    text = document("tt-9", "09/2020/TT-BA", "2020-01-09", more="topics: ['../../../etc/passwd', 'a/b', '..']\n")
    problems = check_corpus(load_corpus(write(tmp_path, clean_files() | {"documents/tt-9.yaml": text})))
    assert [p.code for p in problems] == ["FLD07", "FLD07", "FLD07"]


def test_every_yaml_complaint_of_the_parser_has_words() -> None:
    texts = [
        "a: b: c",
        "a: [b",
        'a: "\\z"',
        "a: 'b",
        "- a\nb: c",
        "a:\n  - b\n c: d",
        "a: @b",
        "a: %b",
        "%a",
        "a\nb: c",
    ]
    from kb.corpus.source import parse

    for text in texts:
        with pytest.raises(yaml.YAMLError):
            yaml.compose(text)
        problem = parse(text, "x")[1][0]
        assert not any(word in problem.message for word in ("expected", "found", "could not", "allowed")), text

"""Small corpora out of the examples in rules' docstrings.

An example shows only the fields that matter, under a line that names the file: they are laid over a whole, faultless
record of that folder. After the name may stand `(cả tệp)`: the text is the file; `(mã hóa X)`: it is written in that
encoding; `(dài N byte)`: it is padded; `-> ĐÍCH`: the file is a symbolic link.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

_FILE = re.compile(
    r"^# (?P<path>[\w./-]+\.(?:ya?ml(?:\.txt)?|tsv))(?: \((?P<how>[^)]*)\))?(?: -> (?P<target>\S+))?[ ]*$", re.MULTILINE
)
_FIELD = re.compile(r"^(?=[^\s#\-][^:\n]*:)", re.MULTILINE)

_SOURCES = "sources:\n  - {id: s1, where: https://example.vn/a, checked: 2026-01-02}\n"
_EVENT = "{kind: issued, date: 2020-01-0N, sure: read, sources: [s1]}"
_DATED = "{earliest: 2024-01-02, latest: 2024-03-04, sure: read, sources: [s1]}"
_SECTION = "{id: i, label: I, paragraphs: [{id: i.p1, before: '', text: Thực hiện tốt công tác Hội.}]}"


def _facts(names: str) -> str:
    return f"witnesses:\n  - {{facts: [{names}], sure: read, sources: [s1]}}\n{_SOURCES}"


_TEMPLATES = {
    "bodies": f"id: ID\nname: Cơ quan ID\nlevel: trung-uong\n{_facts('name')}",
    "documents": "id: ID\nnumber: 0N/2020/TT-BA\ntype: thong-tu\nissuers: [bo-a]\nsigner: unknown\ntitle: Về việc ID\n"
    f"summary: Quy định việc ID.\napplies_to: unknown\nevents:\n  - {_EVENT}\n{_facts('number, issuers, title')}",
    "programmes": "id: ID\nname: Chương trình ID\ntype: chuong-trinh\nlaunched: unknown\nsummary: Nói về ID.\n"
    + _facts("name"),
    "observances": f"id: ID\nname: Ngày ID\nday: 06-01\nsummary: Mọi người nhớ tới ID.\n{_facts('name, day')}",
    "terms": f"id: ID\nabbreviation: ID\nexpansion: chữ đầy đủ\n{_facts('expansion')}",
    "topics": "id: ID\nlabel: Chủ đề ID\n",
    "plans": "id: ID\nnumber: unknown\ntitle: Kế hoạch năm 2024\nissuers: [bo-a]\nsigner: unknown\nyear: 2024\n"
    f"dated: {_DATED}\nsummary: Kế hoạch mẫu.\nsections:\n  - {_SECTION}\nseed_sha256: SEED\n"
    + _facts("title, issuers"),
}
_BASE = {"bodies/bo-a.yaml": "name: Bộ A\nabbreviations: [BA]\n", "documents/tt-1.yaml": "", "documents/tt-2.yaml": ""}


def write_example(root: Path, text: str) -> Path:
    """Write the corpus that an example shows, beside a faultless one, and return its folder."""
    corpus = root / "corpus"
    for name, fragment in _BASE.items():
        _write(corpus / name, _whole(name, fragment).encode())
    for name, fragment, how, target in _files(text):
        path = corpus / name
        if target:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(target)
            continue
        _write(path, _encoded(fragment if how == "cả tệp" else _whole(name, _BASE.get(name, "") + fragment), how))
    return corpus


def _files(text: str) -> Iterator[tuple[str, str, str, str]]:
    found = list(_FILE.finditer(text))
    for match, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else len(text)
        yield match["path"], text[match.end() + 1 : end].rstrip("\n") + "\n", match["how"] or "", match["target"] or ""


def _whole(name: str, fragment: str) -> str:
    folder, stem = Path(name).parent.name, Path(name).stem
    digits = re.sub(r"\D", "", stem)[-1:] or "1"
    template = _TEMPLATES[folder].replace("ID", stem).replace("0N", f"0{digits}")
    written: dict[str, str] = {}
    for block in filter(None, _FIELD.split(fragment)):
        key = block.partition(":")[0]
        # A field that is written twice in one example is meant to stand there twice.
        base = _BASE.get(name, "")
        twice = key in written and written[key] not in base
        written[key] = written[key] + block if twice else block
    blocks = [written.pop(block.partition(":")[0], block) for block in filter(None, _FIELD.split(template))]
    whole = "".join([*blocks, *written.values()])
    return _sealed(whole) if folder == "plans" else whole


def _sealed(text: str) -> str:
    """A plan with the checksum of the words it shows."""
    from kb.corpus.source import parse

    sourced, _ = parse(text, "")
    sections = sourced.value.get("sections") or [] if sourced else []
    paragraphs = [p for section in sections for p in section.get("paragraphs") or []]
    words = "".join(p.get("before", "\n") + (p.get("text") or "") for p in paragraphs)
    return text.replace("SEED", hashlib.sha256(words.encode()).hexdigest())


def _encoded(text: str, how: str) -> bytes:
    if how.startswith("mã hóa "):
        return text.encode(how.removeprefix("mã hóa "))
    if how.startswith("dài "):
        return text.encode() + b"#" * int(how.split()[1])
    return text.encode()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

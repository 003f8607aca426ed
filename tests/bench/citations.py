"""Citations found in passages with known answers, and the speed of finding them.

    python -m tests.bench.citations --gold gold-dev.jsonl --out found.jsonl

GOLD holds {"id", "text"} a line; OUT gets {"id", "citations": [{"start", "end", "kind", "number"}]}, offsets in
code points, ready for a scorer. The text's own number in its header is no citation and is left out. `--speed`
repeats the passages to a megabyte and prints how long finding takes; hostile texts show that time stays linear.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from pathlib import Path

from kb.citation.find import find

HOSTILE = (
    "1/",
    "12/2020/TT-",
    "Luật ",
    "ngày 1/1/2020 của ",
    "khoản 1, ",
    "số ",
    "- ",
    "“",
    "Thông tư của Bộ ",
    "a" * 50,
    "Luật sửa đổi ",
    "1/" + " " * 300,
    "12/2020/TT-BCA “",
    "Nghị quyết Đại hội ",
    "sau đây gọi là Luật ",
    "Luật Giá, ",
    "12/2020/TT-BCA (sau đây gọi là Thông tư 12) ",
    "A\u0301",
    "12/2020/TT-BCA" + " " * 20_000,
    "Báo cáo " + "a" * 20_000 + " 1/BC-A" * 3_000,
)


def found(text: str) -> list[dict[str, object]]:
    """The citations of a passage as the scorer reads them."""
    return [
        {"start": c.span.start, "end": c.span.end, "kind": c.kind.value, "number": c.canonical}
        for c in find(text)
        if not c.own
    ]


def seconds(text: str, megabytes: int) -> float:
    """Processor time to find the citations of the text, repeated up to so many UTF-8 megabytes."""
    repeated = text * (megabytes * 1_000_000 // len(text.encode()) + 1)
    start = time.process_time()
    find(repeated)
    return time.process_time() - start


def growth(name: str, text: str) -> str:
    """Seconds for one megabyte, and how many times as long four take: 4 where time is in proportion."""
    find(text)  # word lists are read once
    one = seconds(text, 1)
    return f"{one:6.2f} s/MB, {seconds(text, 4) / one:4.1f} x for 4 MB  {name}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    passages = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines()]
    rows = [{"id": passage["id"], "citations": found(passage["text"])} for passage in passages]
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    if options.speed:
        print(growth("the passages", "".join(p["text"] for p in passages)))
        for text in HOSTILE:
            print(growth(f"{text[:20]!r} repeated", text))
        print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB of memory at most")


if __name__ == "__main__":
    main()

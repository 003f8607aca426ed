"""Dòng của sổ đăng ký sai thứ tự hoặc lặp lại.

Vì sao: dòng xếp theo ký hiệu rồi theo số, để Git chỉ đúng dữ kiện đã đổi; khóa của một văn bản là thể loại, số và ngày
ban hành, nên hai dòng cùng khóa là một văn bản ghi hai lần.

Ví dụ sai:

    # register/sources.tsv (cả tệp)
    code⇥group⇥name⇥read
    pd26⇥phap-dien⇥Bộ pháp điển⇥2026-01-22
    # register/2020.tsv (cả tệp)
    number⇥type⇥issued⇥issuer⇥title⇥in_force⇥ended⇥parts⇥official
    02/2020/NĐ-CP⇥Nghị định⇥pd26:2020-01-03⇥chinh-phu⇥⇥⇥⇥⇥
    01/2020/NĐ-CP⇥Nghị định⇥pd26:2020-01-02⇥chinh-phu⇥⇥⇥⇥⇥

Ví dụ đúng:

    # register/sources.tsv (cả tệp)
    code⇥group⇥name⇥read
    pd26⇥phap-dien⇥Bộ pháp điển⇥2026-01-22
    # register/2020.tsv (cả tệp)
    number⇥type⇥issued⇥issuer⇥title⇥in_force⇥ended⇥parts⇥official
    01/2020/NĐ-CP⇥Nghị định⇥pd26:2020-01-02⇥chinh-phu⇥⇥⇥⇥⇥
    02/2020/NĐ-CP⇥Nghị định⇥pd26:2020-01-03⇥chinh-phu⇥⇥⇥⇥⇥
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.problem import Mark, Problem
from kb.register.folder import KNOWN_FILE, SOURCES_FILE
from kb.register.line_faults import misplaced_lines
from kb.rules.rule import register_files_checked

CODE = "REG02"


def check(corpus: Corpus) -> Iterator[Problem]:
    for shown, path in register_files_checked(corpus):
        if path.name not in (KNOWN_FILE, SOURCES_FILE):
            for fault in misplaced_lines(path):
                yield Problem(
                    Mark(shown, fault.line), CODE, fault.message, "nhập lại bảng: kb register add xếp lại dòng"
                )

"""Dòng của sổ đăng ký không đọc được.

Vì sao: mỗi dòng của `register/*.tsv` là một văn bản, mỗi cột một dữ kiện kèm mã nguồn có trong `register/sources.tsv`.
Một dòng hỏng làm cả sổ không tra được; nhập bảng bằng `kb register add` thì không sinh dòng như thế.

Ví dụ sai:

    # register/sources.tsv (cả tệp)
    code⇥group⇥name⇥read
    pd26⇥phap-dien⇥Bộ pháp điển⇥2026-01-22
    # register/2020.tsv (cả tệp)
    number⇥type⇥issued⇥issuer⇥title⇥in_force⇥ended⇥parts⇥official
    01/2020/NĐ-CP⇥Nghị định⇥cb26:2020-01-32⇥chinh-phu⇥⇥⇥⇥⇥

Ví dụ đúng:

    # register/sources.tsv (cả tệp)
    code⇥group⇥name⇥read
    pd26⇥phap-dien⇥Bộ pháp điển⇥2026-01-22
    # register/2020.tsv (cả tệp)
    number⇥type⇥issued⇥issuer⇥title⇥in_force⇥ended⇥parts⇥official
    01/2020/NĐ-CP⇥Nghị định⇥pd26:2020-01-02⇥chinh-phu⇥⇥⇥⇥⇥
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.problem import Mark, Problem
from kb.register.line_faults import source_codes, unreadable_lines
from kb.rules.rule import register_files_checked

CODE = "REG01"


def check(corpus: Corpus) -> Iterator[Problem]:
    for shown, path in register_files_checked(corpus):
        for fault in unreadable_lines(path, source_codes(path.parent)):
            yield Problem(Mark(shown, fault.line), CODE, fault.message, "sửa dòng ấy, hoặc nhập lại: kb register add")

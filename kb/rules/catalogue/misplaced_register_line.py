"""Dòng của sổ đăng ký sai thứ tự hoặc lặp lại.

Vì sao: dòng xếp theo ký hiệu rồi theo số, để Git chỉ đúng dữ kiện đã đổi; khóa của một văn bản là thể loại, số và ngày
ban hành, nên hai dòng cùng khóa là một văn bản ghi hai lần.

Ví dụ sai:

    # register/sources.tsv (cả tệp)
    code\tgroup\tname\tread
    pd26\tphap-dien\tBộ pháp điển\t2026-01-22
    # register/2020.tsv (cả tệp)
    number\ttype\tissued\tissuer\ttitle\tin_force\tended\tparts\tofficial
    02/2020/NĐ-CP\tNghị định\tpd26:2020-01-03\tchinh-phu\t\t\t\t\t
    01/2020/NĐ-CP\tNghị định\tpd26:2020-01-02\tchinh-phu\t\t\t\t\t

Ví dụ đúng:

    # register/sources.tsv (cả tệp)
    code\tgroup\tname\tread
    pd26\tphap-dien\tBộ pháp điển\t2026-01-22
    # register/2020.tsv (cả tệp)
    number\ttype\tissued\tissuer\ttitle\tin_force\tended\tparts\tofficial
    01/2020/NĐ-CP\tNghị định\tpd26:2020-01-02\tchinh-phu\t\t\t\t\t
    02/2020/NĐ-CP\tNghị định\tpd26:2020-01-03\tchinh-phu\t\t\t\t\t
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

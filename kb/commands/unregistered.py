"""What `kb new NUMBER` says where no register gives the facts: the corpus may hold the document all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kb.errors import UnknownRecord

if TYPE_CHECKING:
    from pathlib import Path

    from kb.number.document_number import DocumentNumber


def unregistered(corpus_folder: Path, number: DocumentNumber, day: str, typed: str, *, has_register: bool) -> Exception:
    """How the command ends: with the records that are the document, shown, or with what to do.

    `day` is an ISO day, month or year, empty where none was typed; `typed` is all that was typed.
    """
    from kb.commands.writing import show_held
    from kb.corpus.load import load_corpus
    from kb.corpus.lookup import ids_bearing
    from kb.review.told_apart import told_apart

    by_hand = f"tự nhập: kb new --number {number}"
    corpus = load_corpus(corpus_folder)
    held = [corpus.documents[id_] for id_ in ids_bearing(corpus, number)]
    meant = [document for document in held if str(document.issued).startswith(day)]
    if meant:
        many = f"kho đã có {len(meant)} văn bản số “{number}”" if len(meant) > 1 else "văn bản này đã có trong kho"
        show_held(corpus, meant, f"{many}, không tạo tệp mới; văn bản khác mang cùng số thì {by_hand}")
        return click.exceptions.Exit(1)
    if held:
        others = "; ".join(told_apart(corpus, document) for document in held)
        return UnknownRecord(f"kho và sổ đăng ký không có văn bản “{typed}”; cùng số ấy, kho có {others}; {by_hand}")
    if has_register:
        return UnknownRecord(f"sổ đăng ký không có văn bản “{typed}”; {by_hand}")
    return UnknownRecord(
        f"kho này chưa có sổ đăng ký để lấy dữ kiện; {by_hand}; lập sổ từ một bảng: kb register add TỆP"
    )

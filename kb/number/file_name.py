"""Names of files under which documents are downloaded: ``124_2021_TT-BCA(502342).doc``."""

from __future__ import annotations

import re
from collections.abc import Iterator

FILE = re.compile(
    r"(?:(?:[A-Za-z]:|~|\.{0,2})[\\/](?:.*[\\/])?)?(?P<stem>.+?)(?:\.signed|\.sign)?"
    r"\.(?:docx?|dotx?|docm|pdf|rtf|odt|html?|aspx|txt|md|xlsx?|zip|rar|7z)",
    re.IGNORECASE,
)
"""A path or a name with an extension of office files; folders only where the path begins with a root."""
COPY = re.compile(r"[\s_-]*\(\d{1,9}\)|[_-]\d{5,9}(?![\d/_-])|%20")
"""What a download adds to a name: the number of the page or of the copy."""
JOINT = re.compile(r"[_+]|(?<=\w)\.(?=\w)")
"""What stands for a blank or a slash in a name."""
PATTERNS = {"file": FILE, "copy": COPY, "joint": JOINT}
"""What the browser's search takes over (`indexer.browser.settings`)."""
_NUMBER = re.compile(
    r"(?<![^\W_])(\d{1,5}[a-z]?)[\s/-]+(?:((?:19|20)\d\d)[\s/-]+)?((?:[^\W\d_][^\W_]*[\s/-]*){1,6})", re.IGNORECASE
)


def words_of_name(text: str) -> str:
    """The words of a file's name without folder, extension and what a download adds; any other text as it is."""
    named = FILE.fullmatch(text.strip())
    if named is None:
        return text
    return " ".join(JOINT.sub(" ", COPY.sub("", named["stem"])).split())


def numbers_in_name(text: str) -> Iterator[str]:
    """What may be the number of a document in the name of its file, the longest first; nothing in another text."""
    words = words_of_name(text)
    if words != text:
        yield from numbers_in_words(words)


def numbers_in_words(text: str) -> Iterator[str]:
    """What may be the number of a document in words without or with other signs: ``06_2014 NĐ-CP``, ``46 CT TW;``."""
    words = JOINT.sub(" ", text)
    for found in _NUMBER.finditer(words):
        groups = re.findall(r"[^\W_]+", found[3])
        for length in range(len(groups), 0, -1):
            year = f"/{found[2]}" if found[2] else ""
            yield f"{found[1]}{year}/{'-'.join(groups[:length])}"

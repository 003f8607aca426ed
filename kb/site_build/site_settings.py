"""What an office says of its own site in a `mkdocs.yml` beside its corpus: read as plain data, so that nothing runs.

MkDocs itself reads the `mkdocs.yml` that comes with kb alone: one may name hooks and plugins, which are code, and a
corpus may come from anyone. Of that beside the corpus a few texts are taken, each one line of characters that are seen.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kb.corpus.source import ANCHOR_OR_TAG, MarkedValue, read
from kb.errors import KbError
from kb.language.characters import is_seen_whole, visible
from kb.model.values import is_web_address
from kb.workspace import Workspace

FILE = "mkdocs.yml"
GIVEN = "KB_SITE_SETTINGS"
"""The variable by which the settings reach the process that builds: JSON, without the address."""
_LONGEST = 300
_MOST_NAMED = 6
_UNSAFE = re.compile(r"""["'<>&\\^`{|}?#]""")
"""What no address of a site's root needs, and what would act in a page."""


@dataclass(frozen=True)
class SiteSettings:
    """`texts` by the path of each field (`extra.keeper.name`); `unused` are the paths of those that are left aside.

    `is_for_mkdocs`: the file is no plain data, as MkDocs may read it, and nothing of it is taken.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    is_for_mkdocs: bool = False

    @property
    def url(self) -> str:
        """The address of the site's root; empty where none is named."""
        return self.texts.get("site_url", "")

    @property
    def given(self) -> str:
        """The settings for the process that builds; empty for none."""
        texts = {name: text for name, text in self.texts.items() if name != "site_url"}
        return json.dumps(texts, ensure_ascii=False) if texts else ""

    @property
    def note(self) -> str:
        """What is said of the fields that are left aside; empty where there are none."""
        if self.is_for_mkdocs:
            return (
                f"{FILE} cạnh kho không được dùng: tệp có neo, tham chiếu hoặc nhãn kiểu (&, *, !), chỉ MkDocs đọc được"
            )
        if not self.unused:
            return ""
        named = ", ".join(visible(name)[:40].replace("\n", " ") for name in self.unused[:_MOST_NAMED])
        more = f" và {len(self.unused) - _MOST_NAMED} mục nữa" if len(self.unused) > _MOST_NAMED else ""
        return (
            f"{FILE} cạnh kho: không dùng {named}{more}; chỉ lấy {', '.join(map('.'.join, _TAKEN))}, "
            "vì các mục khác có thể nêu chương trình để chạy"
        )


def root_address(text: str) -> str:
    """The address of a site's root: http or https, a host, a slash at its end. Raises ValueError."""
    if not is_web_address(text) or _UNSAFE.search(text):
        raise ValueError("không phải địa chỉ trang web, ví dụ: https://kho.example.vn/")
    return f"{text.rstrip('/')}/"


def _words(text: str) -> str:
    if not is_seen_whole(text) or len(text) > _LONGEST:
        raise ValueError(f"phải là một dòng chữ, không quá {_LONGEST} ký tự, không có ký tự ẩn")
    return text


def _file_address(text: str) -> str:
    return root_address(text).rstrip("/")


_TAKEN: dict[tuple[str, ...], Callable[[str], str]] = {
    ("site_name",): _words,
    ("site_url",): root_address,
    ("site_description",): _words,
    ("extra", "keeper", "name"): _words,
    ("extra", "keeper", "contact"): _words,
    ("extra", "keeper", "offline"): _file_address,
}
"""The fields that are taken, and what each has to be."""
_GROUPS = {path[:depth] for path in _TAKEN for depth in range(len(path))}
"""What holds some of them."""


def site_settings(place: Workspace) -> SiteSettings:
    """The settings beside a corpus; none where it is that of the project. Raises KbError for a file of another form."""
    path = place.corpus.parent / FILE
    if path.parent == place.project or not os.path.lexists(path):
        return SiteSettings()
    marked, problems = read(path, FILE)
    if marked is None and problems[0].code == ANCHOR_OR_TAG:  # as the project's own has them, in a clone beside
        return SiteSettings(is_for_mkdocs=True)
    if marked is None:
        raise KbError(f"{problems[0].line}; sửa, hoặc đổi tên tệp nếu nó không nói về trang của kho: {path}")
    if not isinstance(marked.value, dict):
        raise KbError(f"{path} phải gồm các dòng “tên mục: giá trị”")
    texts, unused = {}, []
    for steps, value in _fields(marked.value, ()):
        if steps in _TAKEN:
            texts[".".join(steps)] = _checked(marked, steps, value)
        else:
            unused.append(".".join(steps))
    return SiteSettings(texts, tuple(unused))


def given_settings() -> dict[str, str]:
    """The settings that the process of a build was given, the address apart, by the path of each field."""
    texts: dict[str, str] = json.loads(os.environ.get(GIVEN) or "{}")
    return texts


def _fields(group: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The fields that are not blank, each with its path; groups that hold some that are taken are entered."""
    for name, value in group.items():
        steps = (*path, name)
        if steps in _GROUPS and isinstance(value, dict):
            yield from _fields(value, steps)
        elif value is not None:
            yield steps, value


def _checked(marked: MarkedValue, steps: tuple[str, ...], value: Any) -> str:
    try:
        return _TAKEN[steps](value if isinstance(value, str) else "")
    except ValueError as error:
        raise KbError(f"{marked.mark(steps)}: “{'.'.join(steps)}” {error}") from None

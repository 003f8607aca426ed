"""click's own words in Vietnamese, from a gettext catalogue: click looks them up when it prints and brings none.

`locale/vi/LC_MESSAGES/click.po` is the catalogue; `make catalogue` compiles it to `click.mo`.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CATALOGUES = Path(__file__).with_name("locale")
DOMAIN = "click"
LANGUAGE = "LANGUAGE"
"""The variable in which gettext looks for languages first; programs that kb starts look there too."""
_OF_THE_USER = os.environ.get(LANGUAGE)


@contextmanager
def vietnamese() -> Iterator[None]:
    """Within the block click's words are Vietnamese, whatever the language of the environment."""
    before = gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)
    try:
        with _language("vi"):
            yield
    finally:
        gettext.textdomain(before)


@contextmanager
def users_language() -> Iterator[None]:
    """Within the block the environment is the user's again: git, MkDocs or a browser started there speak as ever."""
    with _language(_OF_THE_USER):
        yield


@contextmanager
def _language(name: str | None) -> Iterator[None]:
    before = os.environ.get(LANGUAGE)
    _set(name)
    try:
        yield
    finally:
        _set(before)


def _set(name: str | None) -> None:
    if name is None:
        os.environ.pop(LANGUAGE, None)
    else:
        os.environ[LANGUAGE] = name

"""The engines that the tests know: those of the program, and one that stands beside the tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from indexer.engines import opening

ENGINES = ("whoosh", "memory")


@pytest.fixture(autouse=True, scope="package")
def engines_of_the_tests() -> Iterator[None]:
    """A manifest may name the engines of this package as well."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "PACKAGES", [*opening.PACKAGES, __package__])
        yield

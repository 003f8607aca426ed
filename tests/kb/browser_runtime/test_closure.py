"""Which modules are packed: all that any of them may import, and nothing for type checking alone."""

from __future__ import annotations

from kb.browser_runtime.closure import closure, imported
from kb.browser_runtime.packages import importing_files, own_files
from tests.support.paths import ROOT


def test_imports_are_found_wherever_they_stand() -> None:
    source = (
        "from typing import TYPE_CHECKING\nimport os.path\nif TYPE_CHECKING:\n    import yaml\n"
        "try:\n    import a\nexcept ImportError:\n    import b\n"
        "def f():\n    from . import near\n    from ..far import it\n"
    )
    found = imported(source, "kb.room.module", is_package=False)
    assert found == {
        *("typing", "typing.TYPE_CHECKING", "os.path", "a", "b"),
        *("kb.room", "kb.room.near", "kb.far", "kb.far.it"),
    }
    assert "kb.room.module.near" in imported(source, "kb.room.module", is_package=True)


def test_a_closure_has_what_is_imported_and_the_packages_around_it() -> None:
    graph = {"a": ("b.c", "missing"), "b": (), "b.c": ("a",), "d": ()}
    assert closure(["a"], graph.get) == {"a", "b", "b.c"}
    assert closure([], graph.get) == frozenset()


def test_the_review_is_packed_with_its_data_and_without_a_parser_of_yaml() -> None:
    files = own_files()
    assert {"kb/__init__.py", "kb/review/portable.py", "kb/review/page.css", "kb/drafts/pdf.py"} <= files.keys()
    assert any(path.startswith("kb/language/lexicon/") for path in files)
    assert not {"kb/corpus/source.py", "kb/corpus/load.py", "kb/commands/review.py"} & files.keys()
    assert not any(path.endswith(".pyc") for path in files)


def test_the_import_is_packed_with_every_rule_and_the_libraries_of_yaml_and_nothing_twice() -> None:
    files = importing_files()
    assert {"kb/importing/portable.py", "kb/corpus/load.py", "yaml/__init__.py", "ruamel/yaml/main.py"} <= files.keys()
    rules = {f"kb/rules/catalogue/{path.name}" for path in (ROOT / "kb/rules/catalogue").glob("*.py")}
    assert rules <= files.keys()
    assert not files.keys() & own_files().keys()
    assert not any(path.startswith(("kb/commands/", "kb/views/")) for path in files)

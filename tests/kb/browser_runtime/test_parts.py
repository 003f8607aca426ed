"""The scripts that hold the register for a browser: one a shard, under one sign for all, each read back."""

from __future__ import annotations

import base64
import gzip
import re

from kb.browser_runtime import register_parts


def test_each_shard_is_a_script_of_its_own() -> None:
    shards = [b"1|2020|ndcp\t1/2020\n", b"", "2|2020|ttbca\tĐ\n".encode()]
    beginning, made = register_parts(shards)
    found = list(made)
    assert [part.file for part in found] == [f"{beginning}{number}.js" for number in range(3)]
    for part, lines in zip(found, shards, strict=True):
        match = re.fullmatch(r'kbParts\.put\("([\w-]+)","([\w+/=]+)"\);\n', part.script)
        assert match
        assert match[1] == part.name == part.file.rpartition("/")[2].removesuffix(".js")
        assert gzip.decompress(base64.b64decode(match[2])) == lines


def test_another_register_has_other_addresses() -> None:
    assert register_parts([b"a", b"b"])[0] == register_parts([b"a", b"b"])[0] != register_parts([b"ab", b""])[0]

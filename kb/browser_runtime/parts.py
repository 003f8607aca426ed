"""The parts that the page loads, each a script that holds one compressed file as text.

A script is what a page opened from a disk can load beside itself; a server compresses the text back to what it was.
"""

from __future__ import annotations

import base64
import gzip
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from kb.browser_runtime import packages
from kb.browser_runtime.installed import Runtime
from kb.browser_runtime.worker import worker_script
from kb.corpus.corpus import Corpus
from kb.corpus.packed import pack

_EPOCH = (1980, 1, 1, 0, 0, 0)


_SHARDS = "so-dang-ky"
"""The folder of the shards of the register, and the beginning of their names."""


class RuntimePart(NamedTuple):
    """A script: `name` by which the page asks for it, `file` its name with a sign of its content, and its text."""

    name: str
    file: str
    script: str


def parts(runtime: Runtime, corpus: Corpus, sources: bytes, worker: str) -> Iterator[RuntimePart]:
    """Every part: worker, wasm, library, kb, corpus, sources; pdf and importing, loaded when they are needed.

    `sources` are those of the register (`kb.register.shards.sharded`), `worker` is the script of the worker, which
    follows Pyodide's.
    """
    own = packages.own_files() | packages.wheel_files(runtime, packages.WHEELS)
    pdf, new = packages.wheel_files(runtime, packages.PDF_WHEELS), packages.importing_files()
    yield _part("worker", worker_script(runtime, worker).encode())
    yield _part("wasm", runtime.pyodide("pyodide.asm.wasm"))
    yield _part("library", _archive(packages.library_files(runtime, own | pdf | new)))
    yield _part("kb", _archive(own))
    yield _part("corpus", pack(corpus))
    yield _part("sources", sources)
    yield from (_part(name, _archive(files)) for name, files in (("pdf", pdf), ("importing", new)))


def register_parts(shards: Sequence[bytes]) -> tuple[str, Iterator[RuntimePart]]:
    """The shards of a register as parts, and the beginning of their addresses, which bears one sign for all.

    The page puts the number of a shard and ``.js`` behind it: it need not hold hundreds of addresses.
    """
    sign = sha256(b"\0".join(shards)).hexdigest()[:8]
    named = ((f"{_SHARDS}-{number}", lines) for number, lines in enumerate(shards))
    made = (RuntimePart(name, f"{_SHARDS}.{sign}/{name}.js", _script(name, lines)) for name, lines in named)
    return f"{_SHARDS}.{sign}/{_SHARDS}-", made


def _part(name: str, content: bytes) -> RuntimePart:
    return RuntimePart(name, f"{name}.{sha256(content).hexdigest()[:8]}.js", _script(name, content))


def _script(name: str, content: bytes) -> str:
    packed = base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()
    return f'kbParts.put("{name}","{packed}");\n'


def _archive(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip that is not compressed: the part is, as a whole, which packs better."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path, _EPOCH), content)
    return out.getvalue()

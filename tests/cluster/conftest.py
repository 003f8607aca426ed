"""A cluster for a module of tests: that of KB_OPENSEARCH_URL, else nodes of this machine, one cluster at a time."""

from __future__ import annotations

import io
import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from indexer.engines.adapters.opensearch.connection import connect
from tests.cluster.nodes import ClusterUnavailable, LocalCluster

NAMED = os.environ.get("KB_OPENSEARCH_URL")
"""The cluster that whoever runs the tests has named."""
LOCK = Path(tempfile.gettempdir()) / "kb-cluster.lock"


@pytest.fixture(scope="module")
def local(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    """A cluster of this machine, with as many nodes as the module's NODES says (1)."""
    pytest.importorskip("opensearchpy", reason="no cluster: opensearch-py is not installed (the extra `cluster`)")
    with FileLock(LOCK):
        try:
            cluster = LocalCluster(tmp_path_factory.mktemp("nodes"), getattr(request.module, "NODES", 1))
        except ClusterUnavailable as reason:
            pytest.skip(str(reason))
        try:
            yield cluster
        finally:
            cluster.stop()


@pytest.fixture(scope="module")
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a cluster, which an index without settings of its own is written to."""
    address = NAMED or request.getfixturevalue("local").url
    before = _indices(address)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KB_OPENSEARCH_URL", address)
        yield address
    if NAMED:
        for index in _indices(address) - before:
            connect(address).indices.delete(index=index)


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """What a handler of the logger of all prints, which any library may have set."""
    handler = logging.StreamHandler(io.StringIO())
    logging.getLogger().addHandler(handler)
    yield handler.stream
    logging.getLogger().removeHandler(handler)


def _indices(address: str) -> set[str]:
    """The indices of kb that stand in a cluster: none of the tests may stay in one that stays."""
    return set(connect(address).indices.get(index="kb-*"))

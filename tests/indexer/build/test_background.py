"""A computation beside: its result, its failure and its death are those of a call."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from indexer.build.background import Background

HERE = os.getpid()


def test_another_process_computes_it() -> None:
    forked = "fork" in multiprocessing.get_all_start_methods() and (os.cpu_count() or 1) > 1
    assert (Background(os.getpid).result() != HERE) == forked


def fails() -> int:
    raise ValueError("told")


def test_a_failure_is_met_here() -> None:
    with pytest.raises(ValueError, match="told"):
        Background(fails).result()


def dies() -> int:
    if os.getpid() != HERE:
        os._exit(9)
    return 3


def test_what_was_killed_is_done_here() -> None:
    assert Background(dies).result() == 3


def test_without_forks_it_is_done_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert Background(os.getpid).result() == HERE

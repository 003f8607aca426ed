"""What a status means to who rests on a text."""

from __future__ import annotations

import pytest

from kb.model.vocabulary import Status

MEANING = {
    # status: (has lapsed, is a weak basis)
    Status.NOT_YET: (False, True),
    Status.IN_FORCE: (False, False),
    Status.AMENDED: (False, False),
    Status.ENDED: (True, True),
    Status.SUSPENDED: (True, True),
    Status.RUNNING: (False, False),
    Status.PHASE_OVER: (True, True),
    Status.CONCLUDED: (False, True),
    Status.UNKNOWN: (False, False),
}


@pytest.mark.parametrize("status", Status, ids=lambda status: status.name)
def test_every_status_says_whether_it_can_be_relied_on(status: Status) -> None:
    assert (status.lapsed, status.is_weak_basis) == MEANING[status]

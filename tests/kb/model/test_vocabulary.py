"""What a status means to who rests on a text."""

from __future__ import annotations

import pytest

from kb.model.vocabulary import Status

MEANING = {
    # status: (holds, has lapsed, is a weak basis)
    Status.NOT_YET: (False, False, True),
    Status.IN_FORCE: (True, False, False),
    Status.AMENDED: (True, False, False),
    Status.PRESUMED: (True, False, False),
    Status.ENDED: (False, True, True),
    Status.SUSPENDED: (False, True, True),
    Status.RUNNING: (True, False, False),
    Status.PHASE_OVER: (False, True, True),
    Status.CONCLUDED: (False, False, True),
    Status.UNKNOWN: (False, False, False),
}


@pytest.mark.parametrize("status", Status, ids=lambda status: status.name)
def test_every_status_says_whether_it_can_be_relied_on(status: Status) -> None:
    assert (status.holds, status.lapsed, status.is_weak_basis) == MEANING[status]

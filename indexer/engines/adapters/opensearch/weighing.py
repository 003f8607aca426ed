"""What the terms of a question weigh in a record, by the codes of the forms that the record has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from indexer.engines.adapters.opensearch.forms import ClusterForm
from indexer.engines.weight_codes import WEIGHTS

Name = TypeVar("Name", int, str)
"""By which a record knows a form: its ordinal or its key."""


class Weighing(Generic[Name]):
    """Weighs records; `forms` are those of each term, of which a few stand in a record."""

    def __init__(self, forms: Sequence[Sequence[ClusterForm]], name: Callable[[ClusterForm], Name]) -> None:
        self._terms = len(forms)
        self._places: dict[Name, list[int]] = {}
        # Terms of several forms come first, so that the weights of one term are summed in the order of its forms.
        for place in sorted(range(len(forms)), key=lambda place: -len(forms[place])):
            for form in forms[place]:
                self._places.setdefault(name(form), []).append(place)

    def weights(self, codes: Mapping[Name, int]) -> list[float]:
        """What each term weighs in a record with these codes; 0.0 where it does not stand."""
        weights = [0.0] * self._terms
        for form in [form for form in self._places if form in codes]:
            for place in self._places[form]:
                weights[place] += WEIGHTS[codes[form]]
        return weights

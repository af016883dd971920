"""Rows of those who have been erased."""

from collections import defaultdict
from typing import Any

from stegvis.programmes.models import Programme
from stegvis.results.models import KeptFact


def kept_rows(programme: Programme) -> dict[str, list[dict[str, Any]]]:
    """By table, in the order of their keys, which say nothing."""
    rows = KeptFact.objects.unscoped(reason="facts of a programme").filter(programme=programme)
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in rows.order_by("table", "pk"):
        found[one.table].append(one.values)
    return dict(found)

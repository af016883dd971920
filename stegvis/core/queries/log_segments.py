"""The segments of the access log, as links of their chain."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from django.db.models import Max

from stegvis.core.calculations.log_chain import Link
from stegvis.core.models import LogSegment

AT_A_TIME = 100  # with their marks: at most some 16 MB


def latest_link() -> Link | None:
    row = LogSegment.objects.order_by("-number").first()
    return link_of(row) if row else None


def first_link() -> Link | None:
    row = LogSegment.objects.order_by("number").first()
    return link_of(row) if row else None


def dropped() -> int:
    """Up to which segment old ones were removed."""
    found: int | None = LogSegment.objects.aggregate(found=Max("dropped"))["found"]
    return found or 0


def links() -> Iterator[list[Link]]:
    """All of them in their order, some at a time."""
    after = None
    while True:
        rows = LogSegment.objects.order_by("number")
        if after is not None:
            rows = rows.filter(number__gt=after)
        page = list(map(link_of, rows[:AT_A_TIME]))
        if not page:
            return
        yield page
        after = page[-1].number


def link_of(row: LogSegment) -> Link:
    values: dict[str, Any] = {one.name: getattr(row, one.name) for one in fields(Link)}
    return Link(**{name: _plain(value) for name, value in values.items()})


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value

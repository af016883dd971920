"""Lists in pages of fifty: page, sort and filter stand in the address, and nowhere else."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest

ROWS_ON_A_PAGE = 50
PAGE, SORT = "sida", "ordning"
DESCENDING = "-"
LONGEST_PAGE_NUMBER = 9  # digits

Row = TypeVar("Row")
Sorts = Mapping[str, str | Callable[[Any], Any]]
"""What a list may be sorted by: a field of a queryset, or a function of a row."""


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """One page of a list, and the addresses of the others. `sort` is a key, or -key downwards."""

    rows: Sequence[Row]
    total: int
    page: int = 1
    pages: int = 1
    sort: str = ""
    path: str = ""
    kept: tuple[tuple[str, str], ...] = ()
    is_cut: bool = False
    """There are more than `total`, which nobody has counted."""

    @property
    def first(self) -> int:
        return (self.page - 1) * ROWS_ON_A_PAGE + 1 if self.total else 0

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1 if self.total else 0

    @property
    def is_filtered(self) -> bool:
        return any(value for _key, value in self.kept)

    @property
    def previous(self) -> str:
        return self.at(self.page - 1) if self.page > 1 else ""

    @property
    def following(self) -> str:
        return self.at(self.page + 1) if self.page < self.pages else ""

    def at(self, page: int) -> str:
        return self._address(page, self.sort)

    def sorted_by(self, key: str) -> str:
        """The address that sorts by this column; the other way round when it is so already."""
        return self._address(1, f"{DESCENDING}{key}" if self.sort == key else key)

    def order_of(self, key: str) -> str:
        """As `aria-sort` says it."""
        return {key: "ascending", f"{DESCENDING}{key}": "descending"}.get(self.sort, "")

    def _address(self, page: int, sort: str) -> str:
        asked = [(key, value) for key, value in self.kept if value]
        asked += [(SORT, sort)] if sort else []
        asked += [(PAGE, str(page))] if page > 1 else []
        return f"{self.path}?{urlencode(asked)}" if asked else self.path


def listing(
    request: HttpRequest,
    rows: QuerySet[Any] | Sequence[Row],
    *,
    sorts: Sorts,
    default: str,
    most: int | None = None,
) -> Listing[Row]:
    """The page that the address asks for; the nearest there is when it asks for another.

    Where every row is costly to count, no more than `most` are, and the others are not shown.
    """
    sort = _sort(request, sorts, default)
    ordered = _ordered(rows, sorts, sort)
    counted = ordered if most is None else ordered[: most + 1]
    total = counted.count() if isinstance(counted, QuerySet) else len(counted)
    is_cut = most is not None and total > most
    total = most if most is not None and is_cut else total
    pages = max(1, -(-total // ROWS_ON_A_PAGE))
    page = min(_page(request), pages)
    start = (page - 1) * ROWS_ON_A_PAGE
    return Listing(
        list(ordered[start : min(start + ROWS_ON_A_PAGE, total)]),
        total,
        page,
        pages,
        sort,
        request.path,
        _kept(request),
        is_cut,
    )


def _kept(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    given = request.GET.lists()
    return tuple((key, one) for key, many in given for one in many if key not in {PAGE, SORT})


def _sort(request: HttpRequest, sorts: Sorts, default: str) -> str:
    asked = request.GET.get(SORT, "")
    return asked if asked.removeprefix(DESCENDING) in sorts else default


def _page(request: HttpRequest) -> int:
    """A number so long that no list has it is cut: reading it would only cost time."""
    asked = request.GET.get(PAGE, "")[:LONGEST_PAGE_NUMBER]
    return max(1, int(asked)) if asked.isascii() and asked.isdecimal() else 1


def _ordered(rows: Any, sorts: Sorts, sort: str) -> Any:
    """Rows that are alike keep one order, by key: else one could be on two pages, or none."""
    by, downwards = sorts[sort.removeprefix(DESCENDING)], sort.startswith(DESCENDING)
    if isinstance(by, str):
        return rows.order_by(f"{DESCENDING if downwards else ''}{by}", "pk")
    return sorted(rows, key=by, reverse=downwards)

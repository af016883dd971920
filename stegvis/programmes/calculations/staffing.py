"""How much work a programme's posts are, and what a month of it costs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stegvis.core.values.formatting import ORE_PER_KRONA
from stegvis.programmes.values.definition import BudgetRow, Definition, Post

SALARIES = "salaries"
MONTHS_PER_YEAR = 12
FULL_TIME_PERCENT = 100


@dataclass(frozen=True, order=True)
class Side:
    """Who pays in which year: the part of a budget that posts and salaries share."""

    year: int
    payer: str
    financed: bool


@dataclass(frozen=True)
class MonthCost:
    """Kronor of salary for one month of full-time work."""

    side: Side
    kronor: float
    row: int
    """The first budget row it comes from."""


def full_time_months(posts: Iterable[Post], year: int, whole: tuple[date, date]) -> float:
    """`whole` is the time of a post that says no time of its own."""
    return sum(
        post.percent / FULL_TIME_PERCENT * _share_of_year(post, year, whole) * MONTHS_PER_YEAR
        for post in posts
    )


def _share_of_year(post: Post, year: int, whole: tuple[date, date]) -> float:
    opening, closing = date(year, 1, 1), date(year, 12, 31)
    first = max(post.first or whole[0], opening)
    last = min(post.last or whole[1], closing)
    return max(0, (last - first).days + 1) / ((closing - opening).days + 1)


def month_costs(definition: Definition) -> list[MonthCost]:
    """The cost of a full-time month on every side that has both posts and salaries."""
    first, last = definition.first_day, definition.last_day
    if first is None or last is None:
        return []
    costs = []
    for side, rows in sorted(_salaries(definition).items()):
        posts = [post for post in definition.posts if _is_on(post, side)]
        months = full_time_months(posts, side.year, (first, last))
        kronor = sum(definition.budget[row].amount_ore for row in rows) / ORE_PER_KRONA
        if months:
            costs.append(MonthCost(side, kronor / months, rows[0]))
    return costs


def _salaries(definition: Definition) -> dict[Side, list[int]]:
    kinds = definition.codes("cost_category").meant_by(SALARIES)
    found: defaultdict[Side, list[int]] = defaultdict(list)
    for index, row in enumerate(definition.budget):
        if row.category in kinds:
            found[_side_of(row)].append(index)
    return found


def _side_of(row: BudgetRow) -> Side:
    return Side(row.year, row.payer, row.financed)


def _is_on(post: Post, side: Side) -> bool:
    return post.financed == side.financed and post.payer == side.payer

"""Planned money as a table: who pays what, year by year."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import BudgetRow, Definition

Amounts = tuple[int, ...]
"""Öre, a year each and the whole time last."""


@dataclass(frozen=True)
class BudgetLine:
    name: str
    amounts: Amounts
    is_sum: bool = False


@dataclass(frozen=True)
class BudgetTable:
    years: tuple[int, ...]
    lines: tuple[BudgetLine, ...]


def budget_table(definition: Definition) -> BudgetTable:
    """The association's money first, then the parties' own, each with its sum."""
    years = tuple(sorted({row.year for row in definition.budget}))
    financed = [row for row in definition.budget if row.financed]
    own = [row for row in definition.budget if not row.financed]
    lines = [*_lines(financed, years, definition), *_sum(_("Från förbundet"), financed, years)]
    lines += [*_lines(own, years, definition), *_sum(_("Från parterna själva"), own, years)]
    if financed and own:
        lines += _sum(_("Tillsammans"), definition.budget, years)
    return BudgetTable(years, tuple(lines))


def _lines(
    rows: Iterable[BudgetRow], years: tuple[int, ...], definition: Definition
) -> list[BudgetLine]:
    by_name: defaultdict[str, list[BudgetRow]] = defaultdict(list)
    for row in rows:
        category = row.name or definition.codes("cost_category").name_of(row.category)
        payer = definition.codes("payer").name_of(row.payer)
        by_name[f"{category}, {payer}"].append(row)
    return [BudgetLine(name, _amounts(of_name, years)) for name, of_name in by_name.items()]


def _sum(name: str, rows: Iterable[BudgetRow], years: tuple[int, ...]) -> list[BudgetLine]:
    found = list(rows)
    return [BudgetLine(name, _amounts(found, years), is_sum=True)] if found else []


def _amounts(rows: Iterable[BudgetRow], years: tuple[int, ...]) -> Amounts:
    by_year: defaultdict[int, int] = defaultdict(int)
    for row in rows:
        by_year[row.year] += row.amount_ore
    return (*(by_year[year] for year in years), sum(by_year.values()))

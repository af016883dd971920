"""Kronor and thousands of kronor mixed up, which no table shows by itself."""

import polars as pl

from stegvis.core.values.formatting import kronor
from stegvis.core.values.language import gettext as _
from stegvis.results.calculations.checks.subject import Complaint, Subject
from stegvis.results.values.reading import Finding

TOO_MANY_TIMES = 100  # OWN:checks; a mix-up is a thousandfold, an honest overdraft never a hundred
SPENT = "cost"


def check_magnitude(subject: Subject) -> list[Finding]:
    rows, planned = subject.frame("money"), _planned(subject)
    if rows is None or not planned:
        return []
    size = pl.col("amount_ore").abs()
    huge = rows.filter(size > planned * TOO_MANY_TIMES)
    what = _("Beloppet är mer än {times} gånger insatsens hela budget {budget}.")
    sentence = what.format(times=TOO_MANY_TIMES, budget=kronor(planned))
    complaint = Complaint("money", "amount_ore", sentence, _("kronor, inte tusental eller öre"))
    return complaint.of(huge) + _spent(rows.filter(size <= planned * TOO_MANY_TIMES), planned)


def _planned(subject: Subject) -> int:
    """What is decided; where the definition has no budget, what the facts say was budgeted."""
    decided = sum(row.amount_ore for row in subject.definition.budget)
    rows = subject.frame("money")
    if decided or rows is None:
        return decided
    return int(rows.filter(pl.col("money_kind") == "budget")["amount_ore"].sum())


def _spent(rows: pl.DataFrame, planned: int) -> list[Finding]:
    """All costs together against the budget; early in a programme they may honestly be small."""
    costs = rows.filter(pl.col("money_kind") == SPENT)
    spent = int(costs["amount_ore"].sum())
    if spent > planned * TOO_MANY_TIMES:
        sentence = _("Kostnaderna {spent} är {times} gånger budgeten {budget}.")
        times = str(round(spent / planned))
        what = sentence.format(spent=kronor(spent), times=times, budget=kronor(planned))
        expected = _("kronor, inte tusental eller öre")
        return Complaint("money", "amount_ore", what, expected, shows_value=False).of(costs)
    if 0 < spent * TOO_MANY_TIMES < planned:
        sentence = _(
            "Kostnaderna {spent} är mindre än en hundradel av budgeten {budget}. "
            "Står de i tusental kronor?"
        )
        what = sentence.format(spent=kronor(spent), budget=kronor(planned))
        complaint = Complaint("money", "amount_ore", what, is_fault=False, shows_value=False)
        return complaint.of(costs)
    return []

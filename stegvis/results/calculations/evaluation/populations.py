"""Who belongs to a figure, who is left out and why, one row per thing counted."""

import narwhals as nw

from stegvis.core.values.periods import day_number, day_of
from stegvis.programmes.values.condition_parser import parse_condition
from stegvis.programmes.values.conditions import Aggregate as Gathering
from stegvis.programmes.values.conditions import (
    Comparison,
    Condition,
    Field,
    Gather,
    Has,
    Known,
    Operator,
    Term,
)
from stegvis.programmes.values.facts import TABLE_OF_UNIT, Unit
from stegvis.programmes.values.indicators import Denominator, LeftOut, Population, Window
from stegvis.results.calculations.evaluation.expressions import (
    condition_expression,
    term_expression,
)
from stegvis.results.calculations.evaluation.rows import Rows
from stegvis.results.calculations.evaluation.scope import Scope

UNCLEAR = "unclear"
"""Left out because the facts do not say whether the row belongs to the population."""


def base_table(unit: Unit) -> str:
    return TABLE_OF_UNIT[unit]


def statistics_consent(cut_off: int) -> str:
    """A person's consent to statistics that holds on the cut-off, as a condition reads."""
    today = day_of(cut_off).isoformat()
    return (
        "has(consents where consent_purpose = statistics and withdrawn_on is missing"
        f" and (valid_to_on is missing or valid_to_on >= {today}))"
    )


def cohort_parts(
    denominator: Denominator, cut_off: int, instrument: str = ""
) -> list[Condition | Term]:
    """What decides whether a row is of the denominator's kind; nothing when every row is."""
    measured = Comparison(Field("instrument"), Operator.EQUAL, instrument) if instrument else None
    first, latest = (
        Gathering(gather, "measurements", "measured_on", measured)
        for gather in (Gather.FIRST, Gather.LATEST)
    )
    if denominator is Denominator.CONSENTED:
        return [parse_condition(statistics_consent(cut_off))]
    parts: dict[Denominator, list[Condition | Term]] = {
        Denominator.EXITED: [Known(Field("exited_on"))],
        Denominator.COMPLETED: [Comparison(Field("completed"), Operator.EQUAL, value=True)],
        Denominator.RESPONDENTS: [Known(Field("answered_on"))],
        Denominator.MEASURED: [Known(first)],
        Denominator.MEASURED_TWICE: [first, latest],
    }
    return parts.get(denominator, [])


def cohort(rows: Rows, denominator: Denominator, scope: Scope, instrument: str = "") -> Rows:
    """The rows that are of the denominator's kind."""
    match cohort_parts(denominator, scope.cut_off, instrument):
        case [Gathering() as first, Gathering() as latest]:
            return rows.filter(term_expression(latest, scope) > term_expression(first, scope))
        case [Comparison() | Has() | Known() as condition]:
            return rows.filter(condition_expression(condition, scope))
    return rows


def let_in(rows: Rows, population: Population, scope: Scope) -> Rows:
    """The rows that the population's window and `where` let in.

    A row whose `where` the facts cannot settle stays, marked in `belongs` as null, to be counted
    among the left out.
    """
    if population.window is not None:
        rows = rows.filter(_in_window(population.window))
    if population.where is None:
        return rows.with_columns(belongs=nw.lit(value=True))
    rows = rows.with_columns(belongs=condition_expression(population.where.tree, scope))
    return rows.filter(nw.col("belongs") | nw.col("belongs").is_null())


def _in_window(window: Window) -> nw.Expr:
    day = nw.col(window.field)
    inside = ~day.is_null()
    if window.first is not None:
        inside = inside & (day >= day_number(window.first))
    if window.last is not None:
        inside = inside & (day <= day_number(window.last))
    return inside


def one_per_person(rows: Rows, *, latest: bool, twice_a_day: bool) -> Rows:
    """Each person once: the latest (first) enrolment; the enrolment's key settles a tie.

    Ties are rare, and to compare keys takes longer than everything else here.
    """
    on_day, key = (_chosen(column, latest=latest) for column in ("enrolled_on", "enrolment"))
    rows = rows.filter(on_day)
    return rows.filter(key) if twice_a_day else rows


def _chosen(column: str, *, latest: bool) -> nw.Expr:
    value = nw.col(column)
    return value == (value.max() if latest else value.min()).over("person")


def reason_code(reasons: tuple[LeftOut, ...], scope: Scope) -> nw.Expr:
    """The code of the first reason that holds, null where none does."""
    code = nw.lit(None).cast(nw.String())
    for reason in reversed(reasons):
        holds = condition_expression(reason.where.tree, scope).fill_null(value=False)
        code = nw.when(holds).then(nw.lit(reason.id)).otherwise(code)
    return code


def left_out(reasons: tuple[LeftOut, ...], scope: Scope) -> nw.Expr:
    unclear = nw.col("belongs").is_null()
    return nw.when(unclear).then(nw.lit(UNCLEAR)).otherwise(reason_code(reasons, scope))

"""What is asked of every goal and figure, one at a time."""

from collections.abc import Iterator

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.programmes.calculations.kinds import is_share
from stegvis.programmes.policies.conditions import Scope, check_condition
from stegvis.programmes.policies.kinds import check_kind, check_share_target
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF_UNIT, ColumnKind
from stegvis.programmes.values.findings import Finding, KeyPath, one_of, unknown_word
from stegvis.programmes.values.indicators import AnyIndicator, Denominator, LeftOut

PERCENT = ("%", "procent")
GROUPED_BY = (ColumnKind.CODE, ColumnKind.YES_NO, ColumnKind.YEAR)
ANYWHERE = (Denominator.NONE, Denominator.ROWS)
POSSIBLE: dict[str, tuple[Denominator, ...]] = {
    "enrolments": (
        Denominator.ENROLLED,
        Denominator.EXITED,
        Denominator.COMPLETED,
        Denominator.CONSENTED,
        Denominator.MEASURED,
        Denominator.MEASURED_TWICE,
    ),
    "survey_answers": (Denominator.ASKED, Denominator.RESPONDENTS),
}
"""Denominators that can be told from the rows of a table."""


def check_goal(indicator: AnyIndicator, scope: Scope) -> Iterator[Finding]:
    yield from _check_base(indicator, scope)
    yield from _check_population(indicator, scope)
    yield from _check_left_out(indicator, scope)
    yield from _check_groups(indicator, scope)
    yield from _check_target(indicator, scope.path)
    yield from check_kind(indicator, scope)


def goal_scope(indicator: AnyIndicator, definition: Definition, path: KeyPath) -> Scope:
    return Scope(definition, TABLE_OF_UNIT[indicator.unit], path)


def _check_base(indicator: AnyIndicator, scope: Scope) -> Iterator[Finding]:
    """Whom it is a share of: never unsaid, and something the unit's rows can tell."""
    path = (*scope.path, "denominator")
    stated = indicator.denominator
    possible = (*POSSIBLE.get(scope.table, ()), *ANYWHERE)
    words = one_of(tuple(one.value for one in possible if one is not Denominator.NONE))
    if stated is Denominator.NONE and is_share(indicator):
        what = _("En andel måste säga av vilka den räknas.")
        yield Finding(path, what, stated.value, words)
    elif stated is Denominator.NONE and _speaks_of_percent(indicator.text):
        what = _("Texten talar om procent, men målet säger inte av vilka det räknas.")
        yield Finding(path, what, stated.value, words)
    elif stated not in possible:
        what = _("Nämnaren passar inte enheten {unit}.").format(unit=indicator.unit.value)
        yield Finding(path, what, stated.value, words)


def _speaks_of_percent(text: str) -> bool:
    return any(word in text.casefold() for word in PERCENT)


def _check_population(indicator: AnyIndicator, scope: Scope) -> Iterator[Finding]:
    population = indicator.population
    if population.where is not None:
        yield from check_condition(population.where.tree, scope.at("population", "where"))
    if population.window is None:
        return
    place = scope.at("population", "window", "field")
    column = scope.columns.get(population.window.field)
    days = tuple(name for name, one in scope.columns.items() if one.kind is ColumnKind.DAY)
    if column is None or column.kind is not ColumnKind.DAY:
        sentence = _("Fönstret behöver ett datumfält.")
        yield unknown_word(place.path, sentence, population.window.field, days)


def _check_left_out(indicator: AnyIndicator, scope: Scope) -> Iterator[Finding]:
    seen: set[str] = set()
    kinds: tuple[tuple[str, tuple[LeftOut, ...]], ...] = (
        ("exclusions", indicator.exclusions),
        ("exceptions", indicator.exceptions),
    )
    for key, reasons in kinds:
        for index, reason in enumerate(reasons):
            yield from check_condition(reason.where.tree, scope.at(key, index, "where"))
            if reason.id in seen:
                what = _("Två undantag har samma id.")
                yield Finding((*scope.path, key, index, "id"), what, reason.id)
            seen.add(reason.id)


def _check_groups(indicator: AnyIndicator, scope: Scope) -> Iterator[Finding]:
    known = {name for name, column in scope.columns.items() if column.kind in GROUPED_BY}
    if "enrolment" in scope.columns:
        known.add("gender")
    for index, group in enumerate(indicator.groups):
        if group not in known:
            sentence = _("Det går inte att dela upp efter {group}.").format(group=group)
            place = (*scope.path, "groups", index)
            yield unknown_word(place, sentence, group, tuple(sorted(known)))


def _check_target(indicator: AnyIndicator, path: KeyPath) -> Iterator[Finding]:
    if indicator.target is None:
        return
    if indicator.kind == "qualitative":
        what = _("Ett mål som bedöms av människor kan inte ha ett målvärde.")
        yield Finding((*path, "target"), what)
    elif is_share(indicator):
        yield from check_share_target(indicator.target, (*path, "target", "value"))
    elif indicator.target.value < 0 and indicator.kind != "change":
        what = _("Måltalet kan inte vara mindre än noll.")
        yield Finding((*path, "target", "value"), what, number(indicator.target.value))

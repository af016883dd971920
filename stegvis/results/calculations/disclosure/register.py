"""Level open: what has been released before decides what may be released now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import add_months
from stegvis.results.calculations.disclosure.attack import Contradiction
from stegvis.results.calculations.disclosure.recovery import audit
from stegvis.results.calculations.disclosure.tables import Key, ProtectedTable, Shape
from stegvis.results.values.figures import DisclosureLevel

MONTHS_BETWEEN = 6  # architecture, Access 11: released at most half-yearly

Cut = tuple[str, tuple[str, ...]]  # the name of a table and its dimensions


@dataclass(frozen=True)
class OpenRelease:
    """One row of the register: what went out, when, and on which state of the data."""

    released_on: date
    data_state: date
    tables: tuple[ProtectedTable, ...]

    @property
    def cuts(self) -> frozenset[Cut]:
        return frozenset((table.name, table.shape.dimensions) for table in self.tables)


def reasons_against(new: OpenRelease, earlier: Sequence[OpenRelease]) -> list[str]:
    """Why the new release may not go out; empty when it may.

    Every table is taken to count from the same beginning, so that an earlier number is part of
    the later: the attack then also gets whatever the differences between releases give.
    """
    reasons = []
    if any(table.level is not DisclosureLevel.OPEN for table in new.tables):
        reasons.append(_("Utlämnandet innehåller tabeller som inte är skyddade på nivån öppen."))
    if not earlier:
        return reasons
    first, latest = earlier[0], max(earlier, key=lambda release: release.released_on)
    next_on = add_months(latest.released_on, MONTHS_BETWEEN)
    if new.released_on < next_on:
        reasons.append(
            _(
                "Senaste utlämnandet gjordes {latest}. Öppna uppgifter lämnas ut högst en gång "
                "i halvåret, nästa gång tidigast {next}."
            ).format(latest=latest.released_on, next=next_on)
        )
    if new.cuts != first.cuts:
        reasons.append(_changed_cuts(new, first))
    return reasons or _what_the_attack_finds([*earlier, new])


def _what_the_attack_finds(releases: Sequence[OpenRelease]) -> list[str]:
    try:
        holds = audit(_together(releases)).holds
    except Contradiction:
        return [
            _(
                "Minst ett tal är lägre än i ett tidigare utlämnande. Utred vad som har rättats "
                "innan något lämnas ut."
            )
        ]
    if holds:
        return []
    return [
        _(
            "Tillsammans med tidigare utlämnanden går det att räkna ut tal som är dolda. "
            "Slå ihop grupper eller vänta till nästa halvår."
        )
    ]


def _changed_cuts(new: OpenRelease, first: OpenRelease) -> str:
    differing = sorted({name for name, _dimensions in new.cuts ^ first.cuts})
    return _(
        "Uppdelningarna är inte de som bestämdes vid det första utlämnandet. "
        "Dessa skiljer sig: {tables}."
    ).format(tables=", ".join(differing))


def _together(releases: Sequence[OpenRelease]) -> list[ProtectedTable]:
    """All releases as one, each earlier population within the same one of the next."""
    in_order = sorted(releases, key=lambda release: release.data_state)
    together = []
    for number, release in enumerate(in_order):
        is_last = number == len(in_order) - 1
        for table in release.tables:
            shape = _numbered(table.shape, number, None if is_last else number + 1)
            together.append(replace(table, shape=shape))
    return together


def _numbered(shape: Shape, number: int, following: int | None) -> Shape:
    return replace(
        shape,
        name=f"{shape.name} #{number}",
        population=f"{shape.population} #{number}",
        within=shape.within and f"{shape.within} #{number}",
        later="" if following is None else f"{shape.population} #{following}",
        sums=tuple((_of(whole, number), _parts(parts, number)) for whole, parts in shape.sums),
    )


def _parts(parts: Sequence[Key], number: int) -> tuple[Key, ...]:
    return tuple(_of(part, number) for part in parts)


def _of(key: Key, number: int) -> Key:
    population, limits = key
    return f"{population} #{number}", limits

"""The programmes one sees, a row each with how many goals are reached."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.calculations.states import state_name, state_on
from stegvis.reports.calculations.wording.verdicts import UNDECIDED
from stegvis.results.queries.standing import Standing
from stegvis.results.values.figures import Verdict
from stegvis.web.standing.presenters.goals import verdicts_of
from stegvis.web.standing.presenters.page import subject_at


@dataclass(frozen=True)
class Counts:
    """How many goals have each verdict."""

    reached: int
    partly: int
    missed: int
    undecided: int


@dataclass(frozen=True)
class PortfolioRow:
    name: str
    href: str
    state: str
    until: str
    counts: Counts | None
    said: str


def portfolio(standings: Iterable[Standing], viewer: Viewer) -> list[PortfolioRow]:
    """Without counts where nothing is delivered, or nothing has been counted yet."""
    return [_row(one, viewer) for one in standings]


def _row(standing: Standing, viewer: Viewer) -> PortfolioRow:
    definition = standing.decided.definition
    counts = _counts(standing) if standing.is_computed and standing.state.data_state else None
    return PortfolioRow(
        name=definition.name,
        href=reverse("standing", args=[standing.programme.pk]),
        state=state_name(state_on(definition, viewer.on)),
        until=day(standing.usual_day) if counts else "",
        counts=counts,
        said="" if counts else _why(standing),
    )


def _why(standing: Standing) -> str:
    if not standing.state.data_state:
        return _("inga uppgifter än")
    return _("siffrorna är inte räknade än")


def _counts(standing: Standing) -> Counts:
    verdicts = list(verdicts_of(subject_at(standing)))
    return Counts(
        reached=verdicts.count(Verdict.REACHED),
        partly=verdicts.count(Verdict.PARTLY),
        missed=verdicts.count(Verdict.NOT_REACHED),
        undecided=sum(verdict in UNDECIDED for verdict in verdicts),
    )

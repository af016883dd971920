"""Where a programme stands: the computed follow-up when there is one, else counted now."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from stegvis.core.values.language import current_language
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.definitions import Decided, decided
from stegvis.results.calculations.days import default_day, earlier_days
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.calculations.follow_up_json import read
from stegvis.results.models import ComputedFollowUp
from stegvis.results.queries.facts import data_state, facts_of
from stegvis.results.values.figures import DisclosureLevel, Figure, FollowUp

MOST_KEPT = 64
"""Follow-ups a process remembers, some 50 kB each, so that a figure opens as fast as its list."""

Computed = QuerySet[ComputedFollowUp]

_kept: OrderedDict[tuple[object, ...], FollowUp] = OrderedDict()


@dataclass(frozen=True)
class State:
    """What a follow-up is counted from: equal states give equal figures."""

    definition_digest: str
    data_state: str
    counted_by: str

    @property
    def fields(self) -> dict[str, Any]:
        return dict(vars(self))


def state_of(programme: Programme, known: Decided | None = None) -> State:
    digest = (known or decided(programme)).digest
    short = hashlib.sha256(digest.encode()).hexdigest()
    return State(short, data_state(programme), counted_by())


@cache
def counted_by() -> str:
    """Changes with the program's own arithmetic and words, so that no old count is believed."""
    root = Path(__file__).parents[2]
    sources = [*root.glob("results/**/*.py"), *root.glob("programmes/**/*.py")]
    sources += root.glob("locale/*/*/*.po")
    digest = hashlib.sha256()
    for source in sorted(sources):
        digest.update(source.read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True)
class Standing:
    """Where a programme stands on the day asked for; `usual_day` is the one nobody asks for."""

    programme: Programme
    decided: Decided
    level: DisclosureLevel
    state: State
    usual_day: date
    usual: ComputedFollowUp | None
    asked: date | None = None
    since: date | None = None

    def on(self, as_of: date | None, since: date | None = None) -> "Standing":
        return replace(self, asked=as_of, since=since)

    @property
    def as_of(self) -> date:
        return self.asked or self.usual_day

    @cached_property
    def follow_up(self) -> FollowUp:
        """Read, where it has been computed; else counted, which takes a tenth of a second."""
        if self.usual is not None and self.as_of == self.usual_day and self.since is None:
            return read(self.usual.content)
        return _counted(self)


def standing_of(
    programme: Programme,
    *,
    level: DisclosureLevel,
    as_of: date | None = None,
    since: date | None = None,
    known: Decided | None = None,
) -> Standing:
    """`known` is what the caller has already found to be decided."""
    known = known or decided(programme)
    state = state_of(programme, known)
    usual_day, usual = _usual(programme, known, state, level)
    return Standing(programme, known, level, state, usual_day, usual).on(as_of, since)


def follow_up_of(
    programme: Programme,
    *,
    level: DisclosureLevel,
    as_of: date | None = None,
    since: date | None = None,
) -> FollowUp:
    """Every figure as of a day (the usual one), of all or of those enrolled `since` a day."""
    return standing_of(programme, level=level, as_of=as_of, since=since).follow_up


def earlier_figures(standing: Standing, figure_id: str, part: str) -> list[Figure]:
    """The same figure at the ends of earlier half-years, oldest first: those already computed."""
    days = earlier_days(standing.decided.definition, standing.as_of)
    rows = _stored(standing.programme, standing.state, standing.level)
    found = [read(row.content) for row in rows.filter(as_of__in=days).order_by("as_of")]
    each = [one for whole in found for one in (whole, *whole.parts) if one.programme == part]
    return [figure for one in each if (figure := one.figure(figure_id)) is not None]


def _stored(programme: Programme, state: State, level: DisclosureLevel) -> Computed:
    return ComputedFollowUp.objects.filter(
        programme=programme, level=level.value, language=current_language(), **state.fields
    )


def _usual(
    programme: Programme, known: Decided, state: State, level: DisclosureLevel
) -> tuple[date, ComputedFollowUp | None]:
    """The usual day, and what is computed of it."""
    today = timezone.localdate()
    row = _stored(programme, state, level).order_by("-as_of").first()
    if row is not None:
        usual = default_day(known.definition, row.extracted_on, today)
        return usual, row if row.as_of == usual else None
    return default_day(known.definition, facts_of(programme).extracted_on, today), None


def _counted(standing: Standing) -> FollowUp:
    """Counted now; remembered by this process as long as nothing has changed."""
    programme, known = standing.programme, standing.decided
    asked = (standing.as_of, standing.since, standing.level)
    name = (programme.pk, standing.state, current_language(), *asked)
    if name not in _kept:
        _kept[name] = evaluate(
            known.definition,
            known.parts,
            facts_of(programme),
            as_of=standing.as_of,
            level=standing.level,
            since=standing.since,
        )
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return _kept[name]

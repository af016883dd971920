"""Where a programme stands: the computed follow-up when there is one, else counted now."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from stegvis.core.calculations.remembering import Remembered
from stegvis.core.values.language import current_language
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.definitions import Decided, decided, decided_each
from stegvis.results.calculations.days import default_day, earlier_days
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.calculations.follow_up_json import read
from stegvis.results.models import ComputedFollowUp
from stegvis.results.queries.facts import data_state, data_states, facts_of
from stegvis.results.queries.states import State, counted_by, state
from stegvis.results.values.figures import DisclosureLevel, Figure, FollowUp

MOST_REMEMBERED = 96
"""Follow-ups a process remembers, some 200 kB each, so that a figure opens as fast as its list."""

remembered: Remembered[FollowUp] = Remembered(MOST_REMEMBERED)


@dataclass(frozen=True)
class Standing:
    """Where a programme stands on the day asked for; `computed` is the latest kept follow-up."""

    programme: Programme
    decided: Decided
    level: DisclosureLevel
    state: State
    computed: ComputedFollowUp | None = None
    asked: date | None = None
    since: date | None = None

    def on(self, as_of: date | None, since: date | None = None) -> "Standing":
        return replace(self, asked=as_of, since=since)

    @cached_property
    def usual_day(self) -> date:
        """The day of which nobody has to ask."""
        kept = self.computed
        extracted_on = kept.extracted_on if kept else facts_of(self.programme).extracted_on
        return default_day(self.decided.definition, extracted_on, timezone.localdate())

    @property
    def as_of(self) -> date:
        return self.asked or self.usual_day

    @property
    def name(self) -> tuple[Hashable, ...]:
        """Equal for equal figures, whoever asks for them."""
        asked = (self.as_of, self.since, self.level)
        return (self.programme.pk, self.state, current_language(), *asked)

    @property
    def is_computed(self) -> bool:
        is_usual = self.since is None and self.as_of == self.usual_day
        return is_usual and self.computed is not None and self.computed.as_of == self.usual_day

    @cached_property
    def follow_up(self) -> FollowUp:
        """Read, where it has been computed; else counted, which takes a tenth of a second."""
        if self.computed is not None and self.is_computed:
            return _read(self.computed)
        return remembered.get(self.name, lambda: _counted(self))


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
    found = Standing(programme, known, level, state(known, data_state(programme)))
    latest = _kept_of(found).order_by("-as_of").first()
    return replace(found, computed=latest).on(as_of, since)


def follow_up_of(
    programme: Programme,
    *,
    level: DisclosureLevel,
    as_of: date | None = None,
    since: date | None = None,
) -> FollowUp:
    """Every figure as of a day (the usual one), of all or of those enrolled `since` a day."""
    return standing_of(programme, level=level, as_of=as_of, since=since).follow_up


def standings_of(
    programmes: Iterable[Programme], level_of: Callable[[Programme], DisclosureLevel | None]
) -> list[Standing]:
    """For lists: five queries however many there are. Ask `is_computed` before `follow_up`."""
    levels = {one: level for one in programmes if (level := level_of(one)) is not None}
    known, data = decided_each(levels), data_states(levels)
    found = [
        Standing(one, known[one.pk], level, state(known[one.pk], data[one.pk]))
        for one, level in levels.items()
        if one.pk in known
    ]
    rows = _latest_of(found)
    return [replace(one, computed=rows.get(one.programme.pk)) for one in found]


def _latest_of(asked: Sequence[Standing]) -> dict[UUID, ComputedFollowUp]:
    """The latest day that is kept of each, without its content."""
    wanted = {(one.programme.pk, one.level.value, *one.state.fields.values()) for one in asked}
    rows = ComputedFollowUp.objects.filter(
        programme__in=[one.programme for one in asked],
        language=current_language(),
        counted_by=counted_by(),
    )
    latest: dict[UUID, ComputedFollowUp] = {}
    for row in rows.defer("content").order_by("as_of"):
        of = (row.definition_digest, row.data_state, row.counted_by)
        if (row.programme_id, row.level, *of) in wanted:
            latest[row.programme_id] = row
    _read_all(list(latest.values()))
    return latest


def earlier_figures(standing: Standing, figure_id: str, part: str) -> list[Figure]:
    """The same figure at the ends of earlier half-years, oldest first: those already computed."""
    days = earlier_days(standing.decided.definition, standing.as_of)
    found = _read_all(list(_kept_of(standing).filter(as_of__in=days).order_by("as_of")))
    each = [one for whole in found for one in (whole, *whole.parts) if one.programme == part]
    return [figure for one in each if (figure := one.figure(figure_id)) is not None]


def _kept_of(standing: Standing) -> QuerySet[ComputedFollowUp]:
    """Without their content: most of it has been read before."""
    return ComputedFollowUp.objects.filter(
        programme=standing.programme,
        level=standing.level.value,
        language=current_language(),
        **standing.state.fields,
    ).defer("content")


def _read(row: ComputedFollowUp) -> FollowUp:
    return remembered.get((row.pk, row.computed_at), lambda: read(row.content))


def _read_all(rows: Sequence[ComputedFollowUp]) -> list[FollowUp]:
    """The content of those that this process has not read before, in one query."""
    unread = [row.pk for row in rows if (row.pk, row.computed_at) not in remembered]
    if unread:
        for row in ComputedFollowUp.objects.filter(pk__in=unread):
            _read(row)
    return [_read(row) for row in rows]


def _counted(standing: Standing) -> FollowUp:
    known = standing.decided
    return evaluate(
        known.definition,
        known.parts,
        facts_of(standing.programme),
        as_of=standing.as_of,
        level=standing.level,
        since=standing.since,
    )

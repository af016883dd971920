"""What is shown of persons and done with them, collected while a page is made: for the access log.

A page or a declared job collects; whoever fetches a row about a person says so here. To see a
person where nothing collects is a defect, and raises.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.privacy import About

Key = TypeVar("Key")


class Action(StrEnum):
    READ = "READ"
    LIST = "LIST"
    SEARCH = "SEARCH"
    CREATE = "CREATE"
    CHANGE = "CHANGE"
    DELETE = "DELETE"
    EXPORT = "EXPORT"
    PRINT = "PRINT"
    DISCLOSE = "DISCLOSE"
    REFUSED = "REFUSED"


ACTION_NAMES = {
    Action.READ: N_("läste"),
    Action.LIST: N_("såg i en lista"),
    Action.SEARCH: N_("sökte fram"),
    Action.CREATE: N_("lade till"),
    Action.CHANGE: N_("ändrade"),
    Action.DELETE: N_("tog bort"),
    Action.EXPORT: N_("hämtade som fil"),
    Action.PRINT: N_("skrev ut"),
    Action.DISCLOSE: N_("lämnade ut"),
    Action.REFUSED: N_("nekades"),
}


class UncollectedError(RuntimeError):
    """Somebody saw a person outside a page and outside a declared job."""


class GroundlessError(ValueError):
    """Somebody saw a person, and nothing says why they might."""


@dataclass
class Sighting:
    """One person and one action. `agency` is on whose behalf, where that is known."""

    person: UUID
    action: Action
    about: set[About] = field(default_factory=set)
    grounds: list[str] = field(default_factory=list)
    purpose: str = ""
    agency: UUID | None = None

    def add(self, other: "Sighting") -> None:
        """What came first stays first."""
        self.about |= other.about
        self.grounds += [one for one in other.grounds if one not in self.grounds]
        self.purpose = self.purpose or other.purpose
        self.agency = self.agency or other.agency

    @property
    def ground(self) -> str:
        return ",".join(self.grounds)

    @property
    def classes(self) -> str:
        return ",".join(one.value for one in About if one in self.about)


class Sightings:
    """Those of one page or job."""

    def __init__(self, purpose: str = "") -> None:
        self.purpose = purpose
        self._seen: dict[UUID, Sighting] = {}
        self._done: dict[UUID, dict[Action, Sighting]] = {}

    def saw(self, sighting: Sighting) -> None:
        _put(self._seen, sighting.person, sighting)

    def did(self, sighting: Sighting) -> None:
        _put(self._done.setdefault(sighting.person, {}), sighting.action, sighting)

    def rows(self, usual: Action) -> list[Sighting]:
        """One for each person and action; merely to see somebody is part of what was done."""
        return [row for person in self._persons() for row in self._of(person, usual)]

    def refusals(self) -> list[Sighting]:
        """When the whole page was refused: one for each person that it touched."""
        return [_merged(self._said(one), Action.REFUSED) for one in self._persons()]

    def _persons(self) -> list[UUID]:
        return list(dict.fromkeys([*self._seen, *self._done]))

    def _said(self, person: UUID) -> list[Sighting]:
        seen, done = self._seen.get(person), self._done.get(person, {})
        return [*([seen] if seen else []), *done.values(), self._last(person)]

    def _of(self, person: UUID, usual: Action) -> Iterator[Sighting]:
        done = dict(self._done.get(person, {}))
        seen = self._seen.get(person)
        if seen:
            into = next((one for one in done if one is not Action.REFUSED), usual)
            done[into] = _merged([done[into], seen] if into in done else [seen], into)
        for row in done.values():
            whole = _merged([row, self._last(person)], row.action)
            if whole.action is not Action.REFUSED:
                whole.grounds = whole.grounds or (seen.grounds if seen else [])
                _check_grounded(whole)
            yield whole

    def _last(self, person: UUID) -> Sighting:
        """Adds what the page says where nothing else does."""
        return Sighting(person, Action.READ, purpose=self.purpose)


def _check_grounded(row: Sighting) -> None:
    if not row.grounds:
        raise GroundlessError(f"{row.action} without a ground")


_current: ContextVar[Sightings | None] = ContextVar("sightings", default=None)


@contextmanager
def collecting(*, purpose: str = "") -> Iterator[Sightings]:
    """Opened by every page; `purpose` is that of the rows that say none themselves."""
    sightings = Sightings(purpose)
    token = _current.set(sightings)
    try:
        yield sightings
    finally:
        _current.reset(token)


def saw(
    person: UUID,
    *,
    about: About | Iterable[About],
    ground: str,
    purpose: str = "",
    agency: UUID | None = None,
) -> None:
    """The page itself knows whether it was read, listed or printed. No ground: not allowed."""
    if not ground:
        raise GroundlessError("seen without a ground")
    found = Sighting(person, Action.READ, _classes(about), [ground], purpose, agency)
    _collector().saw(found)


def did(
    action: Action,
    person: UUID,
    *,
    about: About | Iterable[About] = (),
    ground: str = "",
    purpose: str = "",
    agency: UUID | None = None,
) -> None:
    """Without a ground of its own it is done on that of having seen the person."""
    grounds = [ground] if ground else []
    _collector().did(Sighting(person, action, _classes(about), grounds, purpose, agency))


def refused(person: UUID, *, ground: str = "") -> None:
    """Somebody asked for a person that they may not see."""
    did(Action.REFUSED, person, ground=ground)


def _collector() -> Sightings:
    found = _current.get()
    if found is None:
        raise UncollectedError("a person is seen outside a page: say working_for(viewer, reason=…)")
    return found


def _classes(about: About | Iterable[About]) -> set[About]:
    return {about} if isinstance(about, About) else set(about)


def _put(held: dict[Key, Sighting], key: Key, sighting: Sighting) -> None:
    if key in held:
        held[key].add(sighting)
    else:
        held[key] = sighting


def _merged(rows: list[Sighting], action: Action) -> Sighting:
    """A new one: what was collected stays as it is."""
    merged = Sighting(rows[0].person, action)
    for one in rows:
        merged.add(one)
    return merged

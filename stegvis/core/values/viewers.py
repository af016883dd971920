"""Who is looking: what every room may ask of a person at the screen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from stegvis.core.values.sightings import Action


@dataclass(frozen=True)
class Standing:
    """One membership as it stands today: for whom, in which role, with what permissions."""

    association: UUID
    role: str
    permissions: frozenset[str] = frozenset()
    unit: UUID | None = None
    agency: UUID | None = None


@dataclass(frozen=True)
class Withheld:
    """A standing that gives nothing in this session: its role asks for a surer sign-in."""

    association: UUID
    role: str
    level: int


@dataclass(frozen=True)
class Viewer:
    """A person and their standings on one day. Nobody at all has no `user`."""

    user: UUID | None = None
    name: str = ""
    standings: tuple[Standing, ...] = ()
    on: date = field(default_factory=date.today)
    withheld: tuple[Withheld, ...] = ()

    @property
    def is_signed_in(self) -> bool:
        return self.user is not None

    @property
    def units(self) -> frozenset[UUID]:
        return frozenset(one.unit for one in self.standings if one.unit)

    @property
    def agencies(self) -> frozenset[UUID]:
        return frozenset(one.agency for one in self.standings if one.agency)

    def may(self, permission: str, association: UUID | None = None) -> bool:
        """Somewhere, or in this association."""
        found = self.associations_with(permission)
        return association in found if association else bool(found)

    def associations_with(self, permission: str) -> frozenset[UUID]:
        return frozenset(one.association for one in self.standings if permission in one.permissions)


NOBODY = Viewer()
NOT_UNDERSTOOD = 400  # HTTP: this status and those above mean that nothing was done

Allow = Callable[[Viewer], bool]
"""Who may enter a page. The first line of its docstring is printed in the list of pages."""


def anyone(_viewer: Viewer) -> bool:
    """Alla, också den som inte är inloggad."""
    return True


def signed_in(viewer: Viewer) -> bool:
    """Alla som är inloggade."""
    return viewer.is_signed_in


@dataclass(frozen=True)
class MayAnywhere:
    """Lets in who has a permission somewhere; which things are seen is the query's matter."""

    permission: str

    def __call__(self, viewer: Viewer) -> bool:
        return viewer.may(self.permission)


@dataclass(frozen=True)
class PageDeclaration:
    """Who may enter a page, by which methods, and why a GET may write where it may.

    `action` is what the page does with the persons on it, `purpose` what it is for.
    """

    allow: Allow
    methods: tuple[str, ...]
    writes_on_get: str = ""
    action: Action | None = None
    purpose: str = ""

    def action_of(self, method: str, status: int) -> Action:
        """What is told of a person that the page shows and says nothing more of.

        A POST that was not understood changed nothing: it showed the form again.
        """
        shows = method != "POST" or "GET" not in self.methods
        if shows and self.action:
            return self.action
        return Action.CHANGE if method == "POST" and status < NOT_UNDERSTOOD else Action.READ

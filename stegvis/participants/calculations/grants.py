"""What one viewer sees of one person, reckoned from what decides it.

The two walls say the same of any number of persons at once, in the database's words. A page about
one person asks this instead: so that twenty kinds of rows need not each find out by themselves.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from stegvis.core.values.privacy import About
from stegvis.participants.values.consents import MAY_BE_SHARED
from stegvis.participants.values.reasons import TEAM_CONSENT

Kind = tuple[UUID, About]
"""Rows of one agency in one class."""


@dataclass(frozen=True)
class Held:
    """An involvement of the viewer's that holds now, with an agency and beside the name."""

    agency: UUID
    classes: frozenset[str]
    reason: str
    named: bool = False


@dataclass(frozen=True)
class Agreed:
    """One recipient of a consent to work together, in force."""

    sender: UUID
    recipient: UUID
    classes: frozenset[str]


@dataclass(frozen=True)
class Excepted:
    """In force against an agency: None stands for any, no classes for all."""

    owner: UUID | None
    against: UUID | None
    classes: frozenset[str]

    def meets(self, one: Agreed, about: About) -> bool:
        is_owner = self.owner in (None, one.sender)
        is_against = self.against in (None, one.recipient)
        return is_owner and is_against and (not self.classes or about in self.classes)


@dataclass(frozen=True)
class Grants:
    """`because` is why rows of each kind are seen; `agencies` are those one is involved for.

    For those of `acting` one may do more than to be told. `is_own`: the viewer is the person.
    """

    sees: bool = False
    is_own: bool = False
    because: Mapping[Kind, str] = field(default_factory=dict)
    agencies: frozenset[UUID] = frozenset()
    acting: frozenset[UUID] = frozenset()

    def kinds(self) -> Iterator[tuple[UUID, list[About]]]:
        """The classes that are seen of each owner's."""
        for owner in dict.fromkeys(owner for owner, _about in self.because):
            yield owner, [about for one, about in self.because if one == owner]


def grants(
    held: Sequence[Held],
    agreed: Iterable[Agreed] = (),
    excepted: Sequence[Excepted] = (),
    *,
    is_protected: bool = False,
    is_own: bool = False,
) -> Grants:
    """`held` in the order they began: the first is the one that the page tells."""
    if not held or (is_protected and not any(one.named for one in held)):
        return Grants(is_own=is_own)
    return Grants(
        sees=True,
        is_own=is_own,
        because={**_opened(held, agreed, excepted), **_own(held)},
        agencies=frozenset(one.agency for one in held),
        acting=frozenset(one.agency for one in held if one.classes),
    )


def _own(held: Sequence[Held]) -> dict[Kind, str]:
    """Who somebody is, is told with any involvement for the agency."""
    found: dict[Kind, str] = {}
    for one in held:
        for about in (About.IDENTITY, *map(About, sorted(one.classes))):
            found.setdefault((one.agency, about), one.reason)
    return found


def _opened(
    held: Sequence[Held], agreed: Iterable[Agreed], excepted: Sequence[Excepted]
) -> dict[Kind, str]:
    mine = {(one.agency, about) for one in held for about in one.classes}
    return {
        (one.sender, about): TEAM_CONSENT
        for one in agreed
        for about in MAY_BE_SHARED
        if about in one.classes
        and (one.recipient, about) in mine
        and not any(each.meets(one, about) for each in excepted)
    }

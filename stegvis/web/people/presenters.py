"""The head of every page about one person, and the rows of the list."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from stegvis.core.values.language import gettext as _
from stegvis.participants.queries.persons import Person
from stegvis.participants.values.persons import PROTECTION_NAMES, Protection
from stegvis.participants.values.reasons import BECAUSE

SORTS = {"namn": "family_key", "fornamn": "given_key", "kommun": "municipality"}
DEFAULT_SORT = "namn"


@dataclass(frozen=True)
class PersonHead:
    """What stands on top of every page about one person. `protection` is empty where none is."""

    id: UUID
    name: str
    because: str
    protection: str
    secret_from_guardians: bool
    address: str


@dataclass(frozen=True)
class PersonRow:
    name: str
    address: str
    birth_year: int | None
    municipality: str
    protection: str
    because: str


def person_head(person: Person) -> PersonHead:
    return PersonHead(
        id=person.pk,
        name=str(person),
        because=because_words(person.seen_because),
        protection=protection_words(person),
        secret_from_guardians=person.secret_from_guardians,
        address=reverse("person", args=[person.pk]),
    )


def person_rows(persons: Iterable[Person]) -> list[PersonRow]:
    return [_row(one) for one in persons]


def because_words(reason: str) -> str:
    return _("Du ser detta därför att {because}.").format(because=_(BECAUSE[reason]))


def protection_words(person: Person) -> str:
    return _(PROTECTION_NAMES[Protection(person.protection)]) if person.is_protected else ""


def _row(person: Person) -> PersonRow:
    return PersonRow(
        name=f"{person.family_name}, {person.given_name}",
        address=reverse("person", args=[person.pk]),
        birth_year=person.birth_year,
        municipality="" if person.is_protected else person.municipality,
        protection=protection_words(person),
        because=_(BECAUSE[person.seen_because]),
    )

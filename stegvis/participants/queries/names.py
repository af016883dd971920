"""Persons by name: whole names, and how names begin. Both are found by stored keys."""

from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import Person
from stegvis.participants.models.persons import SwedishKey
from stegvis.participants.queries.persons import persons_of

MOST_FOUND = 50
HIGHEST = "\U0010ffff"  # sorts after every letter
KEYS = ("family_key", "given_key")


def named_as(viewer: Viewer, given_name: str, family_name: str) -> list[Person]:
    """Those that the viewer sees and that are called exactly so."""
    seen = persons_of(viewer).filter(
        given_key=SwedishKey(Value(given_name)), family_key=SwedishKey(Value(family_name))
    )
    return list(seen.order_by("birth_year", "pk")[:MOST_FOUND])


def whose_name_begins(viewer: Viewer, written: str) -> list[Person]:
    """One more than are shown, where there are more. "öb", "åsa öb" and "öberg å" find the same."""
    words = written.replace(",", " ").split()
    if not words:
        return []
    first, rest = words[0], " ".join(words[1:])
    found = _either(KEYS, first) if not rest else _both(first, rest) | _both(rest, first)
    found |= _either(KEYS, " ".join(words)) if rest else Q()
    seen = persons_of(viewer).filter(found)
    return list(seen.order_by(F("family_key"), F("given_key"), "pk")[: MOST_FOUND + 1])


def _both(given: str, family: str) -> Q:
    return _begins("given_key", given) & _begins("family_key", family)


def _either(keys: tuple[str, ...], text: str) -> Q:
    return Q(_begins(keys[0], text)) | Q(_begins(keys[1], text))


def _begins(key: str, text: str) -> Q:
    """As a range, which the index answers."""
    begins = SwedishKey(Value(text))
    return Q(**{f"{key}__gte": begins, f"{key}__lt": Concat(begins, Value(HIGHEST))})


def alike(viewer: Viewer, person: Person) -> list[Person]:
    """Others that the viewer sees with the same family name, or given name and year of birth."""
    same = Q(family_key=person.family_key)
    if person.birth_year:
        same |= Q(given_key=person.given_key, birth_year=person.birth_year)
    seen = persons_of(viewer).filter(same, association=person.association_id)
    return list(seen.exclude(pk=person.pk).order_by("family_key", "given_key", "pk")[:MOST_FOUND])

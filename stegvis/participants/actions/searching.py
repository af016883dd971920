"""A search that finds nobody is told in the log too: whoever tries names or numbers leaves a trace.

Never what was sought, only a key of it that nobody turns back without ours: the same search has
the same key. Of a number that is held by somebody whom the viewer does not see, that person's.
"""

from uuid import UUID

from django.conf import settings

from stegvis.core.calculations.blind_index import blind_index
from stegvis.core.values.privacy import IDENTITY
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Standing, Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.extracts import Looked, extract_of_number
from stegvis.participants.queries.numbers import holder_of
from stegvis.participants.values.numbers import Number
from stegvis.participants.values.reasons import ASKED, FOUND_NOBODY

KEY_BYTES = 16
UUID_VERSION = 4


def note_nobody_found(sought: str, number: Number | None, *, viewer: Viewer) -> None:
    """The same work whether or not somebody has the number."""
    where = (
        viewer.associations_with(one) for one in (Permission.SEE_PERSONS, Permission.REVIEW_LOG)
    )
    associations = sorted(frozenset().union(*where))
    holders = [holder_of(one, number) for one in associations] if number else []
    those = [one for one in holders if one] or [_key_of(number.digits if number else sought)]
    for one in those:
        did(Action.SEARCH, one, about=IDENTITY, ground=FOUND_NOBODY)


def extract_for_participant(
    number: Number, *, standing: Standing, names: bool, viewer: Viewer
) -> list[Looked]:
    """Who of the head's own agency has looked at whoever asks and has this number; and logged."""
    persons, looked = extract_of_number(number, standing=standing, names=names, viewer=viewer)
    for one in persons:
        did(Action.EXPORT, one, about=IDENTITY, ground=ASKED, agency=standing.agency)
    if not persons:
        note_nobody_found("", number, viewer=viewer)
    return looked


def _key_of(sought: str) -> UUID:
    words = " ".join(sought.casefold().replace(",", " ").split())
    digest = blind_index(f"search:{words}", settings.STEGVIS_INDEX_KEYS[0])
    return UUID(bytes=digest[:KEY_BYTES], version=UUID_VERSION)

"""Who shuts, and who opens again."""

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.values.consents import MAY_BE_SHARED
from stegvis.participants.values.exceptions import NewException

if TYPE_CHECKING:
    from stegvis.participants.models import ConsentException, Person


def check_can_except(viewer: Viewer, person: "Person", acting_for: Collection[UUID]) -> None:
    if not acting_for or not viewer.may(Permission.TAKE_CONSENT, person.association_id):
        raise Refused(_("Undantag läggs in av den som arbetar med personen och tar samtycken."))


def check_exception(new: NewException, acting_for: Collection[UUID]) -> None:
    if new.ends_on is not None and new.ends_on <= new.starts_on:
        raise Refused(_("Undantagets sista dag kommer före den första."))
    if new.against_agency and new.against_user:
        raise Refused(_("Ett undantag gäller antingen en myndighet eller en medarbetare."))
    if new.owner is not None and new.owner not in acting_for:
        raise Refused(_("Du lägger in undantag för din egen myndighets uppgifter, eller för alla."))
    if not new.classes <= set(MAY_BE_SHARED):
        raise Refused(_("Slutna uppgifter läser ingen annan i alla fall."))


def check_can_end(
    viewer: Viewer, one: "ConsentException", person: "Person", acting_for: Collection[UUID]
) -> None:
    """To open again is for the agency whose rows it is, or that answers for the person."""
    check_can_except(viewer, person, acting_for)
    if (one.owner_id or person.owner_id) not in acting_for:
        raise Refused(_("Bara den myndighet vars uppgifter det gäller avslutar undantaget."))

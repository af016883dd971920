"""What one viewer sees of one person: read once for a page, for all rows about the person."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q

from stegvis.core.values.remembered import remembered
from stegvis.core.values.viewers import Viewer
from stegvis.participants.calculations.grants import Agreed, Excepted, Grants, Held, grants
from stegvis.participants.models.seeing import consent_holds, held_by, in_force
from stegvis.participants.values.consents import Purpose

REASON = "what decides who sees one person"


def grants_of(viewer: Viewer, person: Any) -> Grants:
    """Three questions at most; of a page that changes nothing, once."""
    return remembered((grants_of, viewer, person.pk), lambda: _grants(viewer, person))


def _grants(viewer: Viewer, person: Any) -> Grants:
    held = [
        Held(one.agency_id, frozenset(one.classes), one.reason, one.named)
        for one in held_by(viewer).filter(person=person.pk)
    ]
    agreed = _agreed(viewer, person.pk, {one.agency for one in held})
    return grants(
        held,
        agreed,
        _excepted(viewer, person.pk) if agreed else [],
        is_protected=person.is_protected,
        is_own=viewer.user is not None and person.account_id == viewer.user,
    )


def kinds_in(found: Grants) -> Q:
    """Rows of the kinds that are seen."""
    seen = Q(pk__in=[])
    for owner, classes in found.kinds():
        seen |= Q(owner=owner, about__in=classes)
    return seen


def _agreed(viewer: Viewer, person: UUID, agencies: Iterable[UUID]) -> list[Agreed]:
    rows = apps.get_model("participants", "ConsentRecipient").objects.filter(
        consent_holds(viewer, "consent__"),
        consent__purpose=Purpose.TEAM,
        consent__person=person,
        agency__in=agencies,
    )
    told = rows.values_list("consent__sender", "agency", "consent__classes")
    return [Agreed(sender, to, frozenset(classes)) for sender, to, classes in told]


def _excepted(viewer: Viewer, person: UUID) -> list[Excepted]:
    model: Any = apps.get_model("participants", "ConsentException")
    rows = model.objects.unscoped(reason=REASON).filter(
        in_force(viewer), person=person, against_user=None
    )
    told = rows.values_list("owner", "against_agency", "classes")
    return [Excepted(owner, against, frozenset(classes)) for owner, against, classes in told]

"""Involvements that let somebody see now, in the terms of the walls."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Membership
from stegvis.participants.models import ConsentException
from stegvis.participants.models.seeing import NOT_PROTECTED, consent_holds, in_force
from stegvis.participants.values.reasons import Reason

if TYPE_CHECKING:
    from stegvis.participants.models.involvements import DecidingQuerySet

WHY = "what decides who sees"


def giving(rows: "DecidingQuerySet", on: date) -> "DecidingQuerySet":
    return rows.filter(gives(on))


def gives(on: date) -> Q:
    """Of one who works there that day or the participant, or of a unit where anybody works.

    Of a protected person, by name.
    """
    day = Viewer(on=on)
    held = Membership.objects.current_on(on).filter(user__is_active=True)
    works = Exists(held.filter(user=OuterRef("user"), unit__agency=OuterRef("agency")))
    own = Q(reason=Reason.OWN, user__is_active=True)
    somebody = Q(works) | own | Q(Exists(held.filter(unit=OuterRef("unit"))))
    rests = Q(consent=None) | consent_holds(day, "consent__")
    told = Q(person__protection=NOT_PROTECTED) | Q(named=True)
    return in_force(day) & somebody & rests & told & ~Q(Exists(_shut_out(day)))


def shut_to(user: UUID | None, persons: Iterable[UUID], on: date) -> set[UUID]:
    """Inside `unscoped`. Those of them who are hidden from a user by an exception that day."""
    rows = ConsentException.objects.unscoped(reason=WHY)
    shut = rows.filter(in_force(Viewer(on=on)), person__in=persons, against_user=user)
    return set(shut.values_list("person", flat=True))


def _shut_out(day: Viewer) -> "DecidingQuerySet":
    rows: DecidingQuerySet = ConsentException.objects.unscoped(reason=WHY)
    return rows.filter(in_force(day), person=OuterRef("person"), against_user=OuterRef("user"))

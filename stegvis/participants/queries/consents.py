"""What a person has agreed to, and what soon ends."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.models import (
    Consent,
    ConsentException,
    Person,
    Representative,
    Signing,
)
from stegvis.participants.models.seeing import consent_holds, in_force
from stegvis.participants.queries.rules import rules_of
from stegvis.participants.values.consents import LONGEST_WARNING


def consents_of(viewer: Viewer, person: Person) -> list[Consent]:
    """All that there have been, those in force first, the newest before the older."""
    seen = Consent.objects.of(viewer, person)
    with_names = seen.select_related("sender", "text").prefetch_related("recipients__agency")
    return list(with_names.order_by(F("withdrawn_at").desc(nulls_first=True), "-starts_on", "pk"))


def holds(consent: Consent, on: date) -> bool:
    begun = consent.withdrawn_at is None and consent.starts_on <= on
    return begun and (consent.ends_on is None or on < consent.ends_on)


def signings_of(viewer: Viewer, person: Person) -> dict[UUID, Signing]:
    """Those that the viewer may read: one's own agency's, and what a consent opens."""
    seen = Signing.objects.of(viewer, person)
    return {one.pk: one for one in seen.select_related("signed_for_by", "paper")}


def signers_of(viewer: Viewer, person: Person) -> list[Representative]:
    """Who may sign something for the person today."""
    seen = Representative.objects.of(viewer, person).filter(in_force(viewer))
    return [one for one in seen.order_by("starts_on", "pk") if one.may_sign]


def exceptions_of(viewer: Viewer, person: Person) -> list[ConsentException]:
    """Those in force, or to come."""
    seen = ConsentException.objects.of(viewer, person).filter(
        Q(ends_on=None) | Q(ends_on__gt=viewer.on)
    )
    with_names = seen.select_related("owner", "against_agency", "against_user")
    return list(with_names.order_by("starts_on", "recorded_at"))


def is_ending(consent: Consent, on: date, weeks: int) -> bool:
    return consent.ends_on is not None and consent.ends_on <= on + timedelta(weeks=weeks)


def endings_of(viewer: Viewer) -> list[Consent]:
    """Of those whom the viewer works with and may ask again, and that nothing follows.

    Whose they are is not read with them: a list of work says how many, not who.
    """
    asks = viewer.associations_with(Permission.TAKE_CONSENT)
    if not asks:
        return []
    weeks = {one: rules_of(one).warn_weeks for one in asks}
    return [
        one
        for one in _ending(viewer).filter(sender__association__in=asks)
        if is_ending(one, viewer.on, weeks[one.sender.association_id])
    ]


def _ending(viewer: Viewer) -> "QuerySet[Any]":
    follows = Consent.objects.unscoped(reason="a newer one of the same kind").filter(
        Q(ends_on=None) | Q(ends_on__gt=OuterRef("ends_on")),
        withdrawn_at=None,
        person=OuterRef("person"),
        sender=OuterRef("sender"),
        purpose=OuterRef("purpose"),
    )
    found: QuerySet[Any] = Consent.objects.visible_to(viewer).filter(
        ~Exists(follows),
        consent_holds(viewer),
        sender__in=viewer.agencies,
        ends_on__lte=viewer.on + timedelta(weeks=LONGEST_WARNING),
    )
    return found.select_related("sender").order_by("ends_on", "pk")


def exceptions_in_force(viewer: Viewer, person: UUID) -> list[ConsentException]:
    """Whoever they are against: what is told has to pass them all."""
    rows = ConsentException.objects.unscoped(reason="an exception binds those who do not see it")
    return list(rows.filter(in_force(viewer), person=person))

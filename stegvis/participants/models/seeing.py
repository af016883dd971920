"""Who sees what of whom: the first wall. The database says the same again, in its own words.

Only `Involvement`, `Consent` and `ConsentException` decide. Each function gives a condition for
rows of one kind; none of them asks the database anything by itself.
"""

from typing import Any

from django.apps import apps
from django.db.models import (
    Case,
    CharField,
    Exists,
    Expression,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.lookups import Exact

from stegvis.core.values.privacy import About
from stegvis.core.values.viewers import Viewer
from stegvis.participants.values.consents import MAY_BE_SHARED, Purpose
from stegvis.participants.values.persons import Protection
from stegvis.participants.values.reasons import TEAM_CONSENT, Reason

NOT_PROTECTED = Protection.NONE.value


def in_force(viewer: Viewer, prefix: str = "") -> Q:
    """Rows with a period that holds on the viewer's day."""
    begun = Q(**{f"{prefix}starts_on__lte": viewer.on})
    open_ended, later = Q(**{f"{prefix}ends_on": None}), Q(**{f"{prefix}ends_on__gt": viewer.on})
    return begun & (open_ended | later)


def consent_holds(viewer: Viewer, prefix: str = "") -> Q:
    return Q(**{f"{prefix}withdrawn_at": None}) & in_force(viewer, prefix)


def involvements(viewer: Viewer, person: str) -> "QuerySet[Any]":
    """The viewer's own that hold now, with the person in the outer row's `person`."""
    return held_by(viewer).filter(person=OuterRef(person))


def held_by(viewer: Viewer) -> "QuerySet[Any]":
    """The viewer's own that hold now, in the order they began."""
    rests = Q(consent=None) | consent_holds(viewer, "consent__")
    blocked = _rows("ConsentException").filter(
        in_force(viewer), person=OuterRef("person"), against_user=viewer.user
    )
    found = _rows("Involvement").filter(_is_mine(viewer), in_force(viewer), rests, ~Exists(blocked))
    return found.order_by("starts_on", "id")


def sees_person(viewer: Viewer, person: str = "pk", protection: str = "protection") -> Q:
    return Q(Exists(_of_person(viewer, person, protection)))


def sees_row(viewer: Viewer) -> Q:
    """Rows of my own agency in the classes I have, and others' that a consent opens."""
    of_seen = sees_person(viewer, "person", "person__protection")
    opened = Q(Exists(_opening(viewer)), about__in=[one.value for one in MAY_BE_SHARED])
    return of_seen & (_is_own(viewer) | opened)


def because_of_person(
    viewer: Viewer, person: str = "pk", protection: str = "protection"
) -> Subquery:
    return _reason(_of_person(viewer, person, protection))


def because_of_row(viewer: Viewer, *, otherwise: str = TEAM_CONSENT) -> Expression:
    """The involvement with the row's class, or what else lets the viewer see."""
    mine, in_class = _for_owner(viewer), _in_class(viewer)
    opened = When(Exists(_opening(viewer)), then=Value(TEAM_CONSENT))
    return Case(
        When(Exists(mine), about=About.IDENTITY, then=_reason(mine)),
        When(Exists(in_class), then=_reason(in_class)),
        *([opened] if otherwise != TEAM_CONSENT else []),
        default=Value(otherwise),
        output_field=CharField(),
    )


def _of_person(viewer: Viewer, person: str, protection: str) -> "QuerySet[Any]":
    """Of a protected person only those count by which the viewer is named.

    Said inside, so that the database joins instead of hashing everybody.
    """
    is_open = Q(Exact(OuterRef(protection), NOT_PROTECTED))
    return involvements(viewer, person).filter(Q(named=True) | is_open)


def _reason(mine: "QuerySet[Any]") -> Subquery:
    return Subquery(mine.values("reason")[:1])


def _is_own(viewer: Viewer) -> Q:
    """Who somebody is, is told with any involvement for the agency that owns the row."""
    in_class = Q(Exists(_in_class(viewer)))
    return Q(Exists(_for_owner(viewer)), about=About.IDENTITY) | in_class


def _in_class(viewer: Viewer) -> "QuerySet[Any]":
    return _for_owner(viewer).filter(classes__contains=[OuterRef("about")])


def _for_owner(viewer: Viewer) -> "QuerySet[Any]":
    return involvements(viewer, "person").filter(agency=OuterRef("owner"))


def _opening(viewer: Viewer) -> "QuerySet[Any]":
    """Consents that let an agency I am involved for read the row, with no exception against it."""
    about = OuterRef(OuterRef("about"))
    mine = involvements(viewer, "person").filter(
        agency=OuterRef("recipients__agency"), classes__contains=[about]
    )
    against = Q(against_agency=None) | Q(against_agency=OuterRef("recipients__agency"))
    refused = _rows("ConsentException").filter(
        against,
        in_force(viewer),
        Q(owner=None) | Q(owner=OuterRef("sender")),
        Q(classes=[]) | Q(classes__contains=[about]),
        person=OuterRef("person"),
        against_user=None,
    )
    return _rows("Consent").filter(
        Exists(mine),
        ~Exists(refused),
        consent_holds(viewer),
        purpose=Purpose.TEAM,
        person=OuterRef("person"),
        sender=OuterRef("owner"),
        classes__contains=[OuterRef("about")],
    )


def _is_mine(viewer: Viewer) -> Q:
    """By name for an agency where I still work, or as the participant; or all at my unit."""
    if not viewer.user:  # nobody at all has no involvements, not those without a user
        return Q(pk__in=[])
    holds = Q(agency__in=viewer.agencies) | Q(reason=Reason.OWN)
    return Q(user=viewer.user) & holds | Q(unit__in=viewer.units)


def _rows(name: str) -> "QuerySet[Any]":
    model: Any = apps.get_model("participants", name)
    rows: QuerySet[Any] = model.objects.unscoped(reason="what decides who sees")
    return rows

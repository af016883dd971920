"""The unit that answers for a person: where somebody sees them, or else where there is a head."""

from datetime import date
from uuid import UUID

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, Value, When

from stegvis.organisations.models import Membership, Unit
from stegvis.organisations.values.roles import HEADING
from stegvis.participants.models import Involvement, Person
from stegvis.participants.queries.giving import giving
from stegvis.participants.queries.numbers import NOBODY_HAS
from stegvis.participants.values.reasons import NOT_WORK

WHY = "who answers for the person"


def responsible_unit(person: UUID | None, on: date) -> UUID | None:
    """Inside `unscoped`. Of the owner's involved: a named colleague's, the unit's own, another's.

    Where nobody works with the person any more, a unit with a head: that of who did last, or
    another of the agency. Three queries whether or not there is a person, so that nothing shows
    in the time it takes.
    """
    rows = Involvement.objects.unscoped(reason=WHY).exclude(reason__in=NOT_WORK)
    own = rows.filter(person=person or NOBODY_HAS, agency=F("person__owner"))
    now = giving(own, on).order_by("-named", F("unit").asc(nulls_last=True), "starts_on", "pk")
    one = now.first()
    last = own.filter(starts_on__lte=on).order_by(F("ends_on").desc(nulls_first=True), "pk").first()
    owner = Person.objects.unscoped(reason=WHY).filter(pk=person or NOBODY_HAS).values("owner")
    there = Unit.objects.filter(agency__in=owner)
    ranked = there.annotate(rank=_rank(one, last, on)).order_by("rank", "name", "pk")
    found: UUID | None = ranked.values_list("pk", flat=True).first()
    return found


def _rank(one: Involvement | None, last: Involvement | None, on: date) -> Case:
    """The unit of who sees; of who did last, where it has a head; any with a head; any at all."""
    held = Membership.objects.filter(unit=OuterRef("pk"))
    works = Exists(held.filter(user=_user(one)).current_on(on))
    did = Exists(held.filter(user=_user(last)))
    is_headed = Exists(held.filter(role__in=HEADING, user__is_active=True).current_on(on))
    return Case(
        When(Q(pk=one.unit_id if one and one.unit_id else NOBODY_HAS), then=Value(0)),
        When(works, then=Value(1)),
        When(is_headed & did, then=Value(2)),
        When(is_headed, then=Value(3)),
        default=Value(4),
        output_field=IntegerField(),
    )


def _user(one: Involvement | None) -> UUID:
    return one.user_id if one and one.user_id else NOBODY_HAS


def works_with(person: UUID, on: date) -> bool:
    """Inside `unscoped`. Whether anybody does, for the agency that answers."""
    rows = Involvement.objects.unscoped(reason=WHY).exclude(reason__in=NOT_WORK)
    return bool(giving(rows.filter(person=person, agency=F("person__owner")), on).exists())

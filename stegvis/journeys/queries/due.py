"""How many plans are to be made: counted, so that nobody is looked at to find out."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from stegvis.core.values.viewers import Viewer
from stegvis.journeys.calculations.deadlines import SOON, first_in_time
from stegvis.journeys.models import Enrolment
from stegvis.programmes.models import Programme
from stegvis.programmes.values.definition import Definition, Due


@dataclass(frozen=True)
class PlansToMake:
    late: int = 0
    this_week: int = 0


def plans_to_make(viewer: Viewer, programme: Programme, definition: Definition) -> PlansToMake:
    """Of those whom the viewer sees in the programme, or the part of it, that is defined so.

    Two questions for each kind of plan.
    """
    asked = [one for one in definition.due if one.what == "plan" and one.within is not None]
    each = [_of_kind(viewer, programme, definition.id, one) for one in asked]
    return PlansToMake(sum(one.late for one in each), sum(one.this_week for one in each))


def _of_kind(viewer: Viewer, programme: Programme, slug: str, due: Due) -> PlansToMake:
    today = first_in_time(due, viewer.on)
    next_week = first_in_time(due, viewer.on + SOON + timedelta(days=1))
    without = (
        Enrolment.objects.visible_to(viewer)
        .filter(
            Q(programme=programme) | Q(programme__whole=programme),
            programme__slug=slug,
            exited_on=None,
        )
        .exclude(plans__plan_kind=due.code)
    )
    late = without.filter(enrolled_on__lt=today)
    soon = without.filter(enrolled_on__gte=today, enrolled_on__lt=next_week)
    return PlansToMake(late.count(), soon.count())

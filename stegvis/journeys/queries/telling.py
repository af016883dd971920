"""What may be told of a person's way through the programmes, where somebody chooses to tell it."""

from collections.abc import Iterator
from uuid import UUID

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import About
from stegvis.core.values.viewers import Viewer
from stegvis.journeys.queries.journeys import Journey, journeys_of
from stegvis.participants.models import Person
from stegvis.participants.queries.disclosable import register
from stegvis.participants.values.disclosures import Item


@register("journey")
def told_of_journeys(viewer: Viewer, person: Person, owner: UUID) -> Iterator[Item]:
    for journey in journeys_of(viewer, person):
        if journey.enrolment.owner_id == owner:
            yield from _enrolment(journey)
            yield from _followed(journey)


def _enrolment(journey: Journey) -> Iterator[Item]:
    row, about = journey.enrolment, About(journey.enrolment.about)
    said = _("Inskriven i {programme}").format(programme=row.programme.name)
    yield Item(f"journey.enrolled.{row.pk}", said, about, day(row.enrolled_on))
    if row.exited_on:
        left = _("Lämnade {programme}").format(programme=row.programme.name)
        to = _name(journey, "destination", row.destination)
        value = f"{day(row.exited_on)}, {to}" if to else day(row.exited_on)
        yield Item(f"journey.exited.{row.pk}", left, about, value)


def _followed(journey: Journey) -> Iterator[Item]:
    for plan in journey.plans:
        kind = _name(journey, "plan_kind", plan.plan_kind)
        yield Item(f"journey.plan.{plan.pk}", kind, About(plan.about), day(plan.established_on))
    for one in journey.incomes:
        moment = _("Försörjning {moment}").format(
            moment=_name(journey, "moment", one.moment).lower()
        )
        income = _name(journey, "income", one.income)
        yield Item(f"journey.income.{one.pk}", moment, About(one.about), income)


def _name(journey: Journey, code_list: str, code: str) -> str:
    return str(journey.definition.codes(code_list).name_of(code)) if code else ""

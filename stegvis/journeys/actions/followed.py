"""Plans made, and what the person lived on: added, put right, taken away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.journeys.actions.counting import count_recorded
from stegvis.journeys.actions.kept import change, take_away, to_change
from stegvis.journeys.models import Enrolment, Income, Plan
from stegvis.journeys.policies.recording import check_after, check_code, check_has_happened
from stegvis.journeys.queries.recording import recorder_of
from stegvis.journeys.values.journeys import Moment
from stegvis.programmes.queries.definitions import decided


@dataclass(frozen=True)
class Planned:
    plan_kind: str
    established_on: date
    accepted: bool | None = None


@dataclass(frozen=True)
class LivedOn:
    moment: Moment
    income: str
    known_on: date


Told = Planned | LivedOn


def record(enrolment_id: UUID, told: Told, *, viewer: Viewer) -> Any:
    """The new row, of the kind that is told."""
    with transaction.atomic():
        enrolment = _enrolment(enrolment_id, viewer)
        kind, check = KINDS[type(told)]
        check(enrolment, told, viewer)
        return _add(kind, enrolment, viewer, vars(told))


def correct(row_id: UUID, told: Told, *, version: int, viewer: Viewer) -> Any:
    with transaction.atomic():
        kind, check = KINDS[type(told)]
        row = to_change(kind, viewer, row_id, version)
        check(row.enrolment, told, viewer)
        _change(row, viewer, vars(told))
    return row


def remove(told: type[Told], row_id: UUID, *, version: int, viewer: Viewer) -> None:
    """It should never have stood there; what it said is kept, with who took it away."""
    with transaction.atomic():
        row = to_change(KINDS[told][0], viewer, row_id, version)
        programme = row.enrolment.programme
        take_away(row, viewer.user)
        count_recorded(programme)


def _enrolment(enrolment_id: UUID, viewer: Viewer) -> Enrolment:
    seen = Enrolment.objects.visible_to(viewer).select_related("person", "programme")
    found: Enrolment = seen.get(pk=enrolment_id)
    return found


def _check_plan(enrolment: Enrolment, planned: Planned, viewer: Viewer) -> None:
    definition = decided(enrolment.programme).definition
    check_code(definition, "plan_kind", planned.plan_kind)
    check_has_happened(planned.established_on, viewer.on)
    check_after(planned.established_on, enrolment.enrolled_on)


def _check_income(enrolment: Enrolment, lived_on: LivedOn, viewer: Viewer) -> None:
    """What was before may be told of with a day before the enrolment; the rest not."""
    check_code(decided(enrolment.programme).definition, "income", lived_on.income)
    check_has_happened(lived_on.known_on, viewer.on)
    if lived_on.moment is Moment.BEFORE:
        return
    check_after(lived_on.known_on, enrolment.enrolled_on)
    if not enrolment.has_left:
        raise Refused(_("Personen är kvar i insatsen. Skriv in avslutet först."))


def _add(kind: Any, enrolment: Enrolment, viewer: Viewer, fields: dict[str, Any]) -> Any:
    mine = recorder_of(viewer, enrolment.person)
    try:
        with transaction.atomic():
            row = kind.objects.create(
                person=enrolment.person,
                owner_id=mine.agency_id,
                enrolment=enrolment,
                recorded_by=viewer.user,
                **fields,
            )
    except IntegrityError as error:
        raise _stands_already() from error
    count_recorded(enrolment.programme)
    return row


def _change(row: Plan | Income, viewer: Viewer, fields: dict[str, Any]) -> None:
    try:
        with transaction.atomic():
            is_new = change(row, viewer.user, **fields)
    except IntegrityError as error:
        raise _stands_already() from error
    if is_new:
        count_recorded(row.enrolment.programme)


def _stands_already() -> Refused:
    return Refused(_("Det står redan. Ändra det som står, om något är fel."))


KINDS: dict[type[Told], tuple[Any, Callable[[Enrolment, Any, Viewer], None]]] = {
    Planned: (Plan, _check_plan),
    LivedOn: (Income, _check_income),
}

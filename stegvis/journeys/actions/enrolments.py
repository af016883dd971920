"""Somebody comes in, and leaves."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import About
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.journeys.actions.counting import count_recorded
from stegvis.journeys.actions.kept import change, to_change
from stegvis.journeys.models import Enrolment
from stegvis.journeys.policies.recording import (
    UNDECIDED,
    Decision,
    check_after,
    check_born,
    check_code,
    check_decided,
    check_has_happened,
    doubts_about,
)
from stegvis.journeys.queries.recording import recorder_of
from stegvis.journeys.values.journeys import Doubt
from stegvis.participants.actions.involvements import involve
from stegvis.participants.models import Involvement, Person
from stegvis.participants.values.involving import NewInvolvement
from stegvis.participants.values.reasons import Reason
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.values.definition import Definition


@dataclass(frozen=True)
class Coming:
    enrolled_on: date
    referral_source: str = ""
    education: str = ""


@dataclass(frozen=True)
class Leaving:
    """`exited_on` is the last day in the programme."""

    exited_on: date
    exit_reason: str = ""
    destination: str = ""
    completed: bool | None = None


def enrol(
    person: Person,
    programme: Programme,
    coming: Coming,
    *,
    viewer: Viewer,
    decision: Decision = UNDECIDED,
) -> Enrolment:
    """Who enrols is from then on involved for the programme, with what they saw before."""
    mine = recorder_of(viewer, person)
    if programme.association_id != person.association_id:
        raise Refused(_("Personen och insatsen hör till olika förbund."))
    doubts = doubts_of(person, programme, coming, today=viewer.on)
    check_decided(doubts, decision)
    with transaction.atomic():
        enrolment = _put_in(
            Enrolment(
                person=person,
                owner_id=mine.agency_id,
                programme=programme,
                recorded_by=viewer.user,
                **_fields(coming, doubts, decision, viewer),
            )
        )
        _take_on(enrolment, mine, viewer)
        count_recorded(programme)
    return enrolment


def doubts_of(person: Person, programme: Programme, coming: Coming, *, today: date) -> list[Doubt]:
    """What asks for a decision; refused where it cannot be true at all."""
    definition = decided(programme).definition
    check_has_happened(coming.enrolled_on, today)
    check_born(person.birth_year, coming.enrolled_on)
    check_code(definition, "referral_source", coming.referral_source)
    check_code(definition, "education", coming.education)
    return doubts_about(definition, _known(person, coming), coming.enrolled_on)


def change_enrolment(
    enrolment_id: UUID,
    coming: Coming,
    *,
    version: int,
    viewer: Viewer,
    decision: Decision = UNDECIDED,
) -> Enrolment:
    with transaction.atomic():
        row = to_change(Enrolment, viewer, enrolment_id, version)
        doubts = doubts_of(row.person, row.programme, coming, today=viewer.on)
        check_decided(set(doubts) - set(row.doubts), decision)
        if row.exited_on:
            check_after(row.exited_on, coming.enrolled_on)
        fields = _fields(coming, doubts, decision, viewer)
        if not decision:
            fields |= {"decided_by": row.decided_by, "decided_why": row.decided_why}
        _changed(row, viewer, **fields)
    return row


def leave(enrolment_id: UUID, leaving: Leaving, *, version: int, viewer: Viewer) -> Enrolment:
    """Also puts right what was said of somebody who has left already."""
    with transaction.atomic():
        row = to_change(Enrolment, viewer, enrolment_id, version)
        _check_leaving(decided(row.programme).definition, row, leaving, today=viewer.on)
        _changed(row, viewer, **vars(leaving))
    return row


def stay(enrolment_id: UUID, *, version: int, viewer: Viewer) -> Enrolment:
    """The exit was a mistake: the person is still there."""
    gone = {"exited_on": None, "exit_reason": "", "destination": "", "completed": None}
    with transaction.atomic():
        row = to_change(Enrolment, viewer, enrolment_id, version)
        _changed(row, viewer, **gone)
    return row


def _changed(row: Enrolment, viewer: Viewer, **fields: object) -> None:
    try:
        with transaction.atomic():
            is_new = change(row, viewer.user, **fields)
    except IntegrityError as error:
        raise _twice() from error
    if is_new:
        count_recorded(row.programme)


def _put_in(enrolment: Enrolment) -> Enrolment:
    try:
        with transaction.atomic():
            enrolment.save(force_insert=True)
    except IntegrityError as error:
        raise _twice() from error
    return enrolment


def _twice() -> Refused:
    """Says the same whoever enrolled the person: it may be a part whose rows are not shown."""
    return Refused(
        _(
            "Personen är redan inskriven i insatsen under den tiden, här eller hos en annan part. "
            "Kontrollera dagarna, eller stäm av med den som leder insatsen."
        )
    )


def _check_leaving(
    definition: Definition, row: Enrolment, leaving: Leaving, *, today: date
) -> None:
    check_has_happened(leaving.exited_on, today)
    check_after(leaving.exited_on, row.enrolled_on)
    check_code(definition, "exit_reason", leaving.exit_reason)
    check_code(definition, "destination", leaving.destination)


def _known(person: Person, coming: Coming) -> dict[str, object]:
    """As the dictionary of facts names it; age as the figures reckon it."""
    age = coming.enrolled_on.year - person.birth_year if person.birth_year else None
    said = {
        "gender": person.gender if person.gender != "unknown" else None,
        "municipality": person.municipality or None,
        "education": coming.education or None,
        "referral_source": coming.referral_source or None,
    }
    return {**said, "age": age, "birth_year": person.birth_year, "enrolled_on": coming.enrolled_on}


def _fields(
    coming: Coming, doubts: list[Doubt], decision: Decision, viewer: Viewer
) -> dict[str, object]:
    return {
        **vars(coming),
        "doubts": [doubt.value for doubt in doubts],
        "decided_by": viewer.user if doubts else None,
        "decided_why": decision.why.strip() if doubts else "",
    }


def _take_on(enrolment: Enrolment, mine: Involvement, viewer: Viewer) -> None:
    """No wider than what let them record: the same classes, list and consent."""
    known = Involvement.objects.visible_to(viewer).current(viewer)
    same = {"person": enrolment.person, "user": viewer.user, "agency": mine.agency_id}
    if known.filter(**same, programme=enrolment.programme).exists():
        return
    new = NewInvolvement(
        Reason.CASE_WORKER,
        mine.agency_id,
        user=viewer.user,
        classes=tuple(map(About, mine.classes)),
        programme=enrolment.programme_id,
        consent=mine.consent_id,
        source=enrolment.pk,
        named=mine.named,
        starts_on=viewer.on,
    )
    involve(enrolment.person_id, new, by=viewer.user)

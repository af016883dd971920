"""A few participants that nobody is: enough to try what each role sees of them.

Their numbers are of the range that the tax agency keeps for tests. They are registered by those
who work here, through the same actions that the screens use.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from demo.people import ALVA, BO, CECILIA, GUN, HILDA, JON, NILS, OLLE, Person
from stegvis.core.actions import row_security
from stegvis.core.actions.access_log import working_for
from stegvis.core.actions.row_security import look_as
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Association, Unit, User
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.actions.involvements import involve
from stegvis.participants.actions.persons import add_representative, save_contact
from stegvis.participants.actions.protection import protect, put_on_list
from stegvis.participants.actions.registering import register
from stegvis.participants.models import Involvement
from stegvis.participants.models import Person as Row
from stegvis.participants.queries.persons import person_of
from stegvis.participants.queries.seats import seats_of
from stegvis.participants.values.consents import Purpose
from stegvis.participants.values.involving import WORKING, NewInvolvement
from stegvis.participants.values.numbers import read_number
from stegvis.participants.values.persons import Gender, Ground, Protection, RepresentativeKind
from stegvis.participants.values.reasons import Reason
from stegvis.participants.values.registering import NewPerson

Users = Mapping[str, User]

REGISTERED = timedelta(days=260)
AT_NOON = time(12, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
WHY = "the example"
DAYS = ("processor_agreement_on", "joint_controllers_on", "impact_assessment_on")


@dataclass(frozen=True)
class Participant:
    """`by` registers; `also` are those who come to see them, and why. `unit`: all at Gun's."""

    given_name: str
    family_name: str
    number: str
    by: Person
    also: tuple[tuple[Person, Reason], ...] = ()
    unit: bool = False
    municipality: str = "Älvnäs kommun"
    protection: Protection = Protection.NONE
    gender: Gender = Gender.WOMAN


LED = (ALVA, Reason.LEADER)
WITH_JON = (JON, Reason.CASE_WORKER)
WITH_BO = (BO, Reason.PARTNER)
WITH_NILS = (NILS, Reason.CASE_WORKER)
WITH_OLLE = (OLLE, Reason.SPECIALIST)
ASA = Participant("Åsa", "Öberg", "200103149803", GUN, (LED, WITH_JON, WITH_BO, WITH_OLLE))
EMIL = Participant("Emil", "Ek", "199908229819", GUN, (LED, WITH_NILS))
VIKTOR = Participant("Viktor", "Vik", "200211309836", GUN, (WITH_NILS,), unit=True)
TWICE = (
    Participant("Åsa", "Öberg", "", GUN, (WITH_JON,)),
    Participant("Viktor", "Vik", "", GUN, unit=True, gender=Gender.MAN),
)
"""Written down once more by mistake, without their numbers."""

PARTICIPANTS = (
    ASA,
    EMIL,
    Participant("Samira", "Said", "200301059846", BO, (LED,)),
    Participant("Nora", "Nord", "199706119865", GUN, protection=Protection.MARKED),
    VIKTOR,
    *TWICE,
    Participant(
        "Lars", "Lind", "199804179852", HILDA, ((CECILIA, Reason.LEADER),), municipality="Storvik"
    ),
)
ASKED_FOR = Participant("Emil", "Ek", EMIL.number, BO)
"""Bo has the same number in front of him, and may not know that Gun has it."""

REACHED = {
    "phone": "070-1740605",  # of the series kept for films and books
    "email": "asa@deltagare.example",
    "may_call": True,
    "may_text": True,
    "neutral_sender": True,
    "note": "Ring helst efter lunch.",
}
ACTS_FOR_VIKTOR = {
    "kind": RepresentativeKind.GOD_MAN,
    "name": "Gerd Gran",
    "phone": "070-1740606",
    "may_sign": [Purpose.TEAM.value, Purpose.FORWARD.value],
    "evidence": "Registerutdrag från överförmyndaren.",
}


def ready(association: Association, on: date) -> None:
    """What an association has before anybody is registered."""
    for name in DAYS:
        setattr(association, name, on)
    association.save(update_fields=DAYS)


def put_persons(users: Users, today: date) -> None:
    for one in (*PARTICIPANTS, ASKED_FOR):
        _put(one, users, today)
    _date_back(today - REGISTERED)


def _date_back(day: date) -> None:
    """What a screen does is done now; those of the example have been here for a while."""
    with row_security.unscoped(reason=WHY):
        Row.objects.unscoped(reason=WHY).update(registered_at=datetime.combine(day, AT_NOON))
        Involvement.objects.unscoped(reason=WHY).update(starts_on=day)


def _put(one: Participant, users: Users, today: date) -> None:
    by = users[one.by.email]
    viewer = viewer_for(by.pk, on=today)
    look_as(viewer)
    with working_for(viewer, reason=WHY):
        key = register_as(one, viewer=viewer)
        for person, reason in one.also:
            user = users[person.email]
            agency = _unit(user).agency_id
            involve(key, NewInvolvement(reason, agency, user=user.pk), by=by.pk)
        if one.unit:
            unit = _unit(by)
            new = NewInvolvement(Reason.UNIT, unit.agency_id, unit=unit.pk, classes=WORKING)
            involve(key, new, by=by.pk)
        if one is ASA:
            save_contact(person_of(viewer, key), REACHED, version=1, viewer=viewer)
        if one is VIKTOR:
            acting = {**ACTS_FOR_VIKTOR, "starts_on": today - REGISTERED}
            add_representative(person_of(viewer, key), acting, viewer=viewer)
        if one.protection != Protection.NONE:
            _protect(key, one.protection, users[JON.email], viewer)


def _protect(key: UUID, protection: Protection, other: User, viewer: Viewer) -> None:
    """Two on the list: those who work with the person."""
    found, why = person_of(viewer, key), "Hot från en tidigare partner."
    protect(found, protection, why=why, version=found.version, viewer=viewer)
    put_on_list(person_of(viewer, key), other.pk, viewer=viewer)


def register_as(one: Participant, *, viewer: Viewer) -> UUID:
    key, _is_new = register(_new(one, viewer.on), seats_of(viewer)[0], viewer=viewer)
    return key


def _new(one: Participant, today: date) -> NewPerson:
    return NewPerson(
        given_name=one.given_name,
        family_name=one.family_name,
        ground=Ground.OWN,
        ground_on=today - REGISTERED,
        why="Ett ärende hos oss.",
        number=read_number(one.number, on=today) if one.number else None,
        birth_year=None if one.number else 2001,
        gender=one.gender,
        municipality=one.municipality,
    )


def _unit(user: User) -> Unit:
    found: Unit = Unit.objects.get(memberships__user=user)
    return found

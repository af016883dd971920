"""A few participants that nobody is: enough to try what each role sees of them.

Their numbers are of the range that the tax agency keeps for tests. They are registered by those
who work here, through the same actions that the screens use.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from demo.people import ALVA, BO, CECILIA, GUN, HILDA, Person
from stegvis.core.actions.access_log import working_for
from stegvis.core.actions.row_security import look_as
from stegvis.organisations.models import Association, Membership, User
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.actions.involvements import involve
from stegvis.participants.actions.persons import save_contact
from stegvis.participants.actions.protection import protect
from stegvis.participants.actions.registering import register
from stegvis.participants.queries.persons import person_of
from stegvis.participants.queries.seats import seats_of
from stegvis.participants.values.involving import WORKING, NewInvolvement
from stegvis.participants.values.numbers import read_number
from stegvis.participants.values.persons import Gender, Ground, Protection
from stegvis.participants.values.reasons import Reason
from stegvis.participants.values.registering import NewPerson

Users = Mapping[str, User]

REGISTERED = timedelta(days=40)
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


LED = (ALVA, Reason.LEADER)
WITH_BO = (BO, Reason.PARTNER)
ASA = Participant("Åsa", "Öberg", "200103149803", GUN, (LED, WITH_BO))
EMIL = Participant("Emil", "Ek", "199908229819", GUN, (LED,))
PARTICIPANTS = (
    ASA,
    EMIL,
    Participant("Samira", "Said", "200301059846", BO, (LED,)),
    Participant("Nora", "Nord", "199706119865", GUN, protection=Protection.MARKED),
    Participant("Viktor", "Vik", "200211309836", GUN, unit=True),
    Participant("Åsa", "Öberg", "", GUN),
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


def ready(association: Association, on: date) -> None:
    """What an association has before anybody is registered."""
    for name in DAYS:
        setattr(association, name, on)
    association.save(update_fields=DAYS)


def put_persons(users: Users, today: date) -> None:
    for one in (*PARTICIPANTS, ASKED_FOR):
        _put(one, users, today)


def _put(one: Participant, users: Users, today: date) -> None:
    by = users[one.by.email]
    viewer = viewer_for(by.pk, on=today)
    look_as(viewer)
    with working_for(viewer, reason=WHY):
        key, _is_new = register(_new(one, today), seats_of(viewer)[0], viewer=viewer)
        for person, reason in one.also:
            user = users[person.email]
            agency = _seat(user).unit.agency_id
            involve(key, NewInvolvement(reason, agency, user=user.pk), by=by.pk)
        if one.unit:
            unit = _seat(by).unit
            new = NewInvolvement(Reason.UNIT, unit.agency_id, unit=unit.pk, classes=WORKING)
            involve(key, new, by=by.pk)
        if one is ASA:
            save_contact(person_of(viewer, key), REACHED, version=1, viewer=viewer)
        if one.protection != Protection.NONE:
            found, why = person_of(viewer, key), "Hot från en tidigare partner."
            protect(found, one.protection, why=why, version=found.version, viewer=viewer)


def _new(one: Participant, today: date) -> NewPerson:
    return NewPerson(
        given_name=one.given_name,
        family_name=one.family_name,
        ground=Ground.OWN,
        ground_on=today - REGISTERED,
        why="Ett ärende hos oss.",
        number=read_number(one.number, on=today) if one.number else None,
        birth_year=None if one.number else 2001,
        gender=Gender.WOMAN,
        municipality=one.municipality,
    )


def _seat(user: User) -> Membership:
    found: Membership = Membership.objects.select_related("unit").get(user=user)
    return found

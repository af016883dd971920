"""What waits for somebody: a role and an erasing to decide, and cases of one who leaves."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from demo.people import GUN, KIM, NILS, RUT
from demo.persons import AT_NOON, Participant, register_as
from stegvis.core.actions import row_security
from stegvis.core.actions.access_log import working_for
from stegvis.organisations.actions.memberships import end, grant
from stegvis.organisations.actions.retention import decide_rule, prepare_erasing
from stegvis.organisations.models import Membership, User
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.organisations.values.grants import Grant
from stegvis.organisations.values.retention import NewRule
from stegvis.participants.models import Involvement, Person

WHY = "the example"
MONTHS = 60
DECIDED_AGO, YEAR = timedelta(days=200), timedelta(days=365)
NOTICE = timedelta(weeks=2)
LEFT_AGO = timedelta(days=6 * 365)

LONG_GONE = (
    Participant("Maria", "Mård", "199304079818", GUN),
    Participant("Pelle", "Pil", "199511229883", GUN),
    Participant("Sara", "Skog", "199402289863", GUN),
    Participant("Tor", "Tall", "199206159833", GUN),
)
"""They left years ago; the last was born on a day whose records are kept for research."""


def put_matters(users: Mapping[str, User], today: date) -> None:
    gun, kim = (viewer_for(users[one.email].pk, on=today) for one in (GUN, KIM))
    with working_for(gun, reason=WHY):
        for number, one in enumerate(LONG_GONE):
            left = today - LEFT_AGO + timedelta(days=17 * number)
            _make_old(register_as(one, viewer=gun), left)
    held = Membership.objects.get(user=users[KIM.email])
    said = "Direktionen, protokoll 4, § 12"
    rule = NewRule("person", "noted", MONTHS, said, today - DECIDED_AGO)
    decide_rule(held.association_id, rule, viewer=kim)
    prepare_erasing(held.association_id, why="Årlig gallring.", viewer=kim)
    asked = Grant(users[RUT.email].pk, held.association_id, "administrator", None, today)
    grant(asked, viewer=kim, why="Vi behöver vara två som kan ge roller.")
    leaving = Membership.objects.get(user=users[NILS.email])
    end(leaving.pk, last_day=today + NOTICE, viewer=kim)


def _make_old(person: UUID, left: date) -> None:
    """As if it had been done in its time: what a screen does is dated now."""
    came = datetime.combine(left - YEAR, AT_NOON)
    with row_security.unscoped(reason=WHY):
        persons = Person.objects.unscoped(reason=WHY).filter(pk=person)
        persons.update(registered_at=came, ground_on=came.date())
        rows = Involvement.objects.unscoped(reason=WHY).filter(person=person)
        rows.update(starts_on=came.date(), ends_on=left, recorded_at=came)

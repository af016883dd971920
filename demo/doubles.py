"""Two who were written down twice: one is put right, the other waits for a second person."""

from collections.abc import Mapping
from datetime import date

from demo.people import GUN, JON
from demo.persons import ASA, VIKTOR, Participant
from stegvis.core.actions.access_log import working_for
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import User
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.organisations.values.two_steps import Outcome
from stegvis.participants.actions.merging import decide_merge, prepare_merge
from stegvis.participants.models import Merge
from stegvis.participants.queries.persons import persons_of

WHY = "the example"


def put_doubles(users: Mapping[str, User], today: date) -> None:
    gun, jon = (viewer_for(users[one.email].pk, on=today) for one in (GUN, JON))
    with working_for(gun, reason=WHY):
        _prepare(ASA, "Samma person, först registrerad utan nummer.", gun)
        merge = _prepare(VIKTOR, "Registrerad två gånger samma dag.", gun)
    with working_for(jon, reason=WHY):
        decide_merge(merge.pk, outcome=Outcome.APPROVED, why="", viewer=jon)


def _prepare(one: Participant, why: str, viewer: Viewer) -> Merge:
    named = persons_of(viewer).filter(given_name=one.given_name, family_name=one.family_name)
    kept = named.exclude(number_index=None).get()
    return prepare_merge(kept, named.get(number_index=None).pk, why=why, viewer=viewer)

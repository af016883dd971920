"""Recording on screen, for tests: a case worker with a person, and what is recorded of them."""

from datetime import date, timedelta

import pytest

from stegvis.journeys.actions.enrolments import Coming, enrol
from stegvis.organisations.models.organisations import AgencyKind
from stegvis.programmes.models import Assignment
from tests.cast import JOINED
from tests.cast import person as user_of
from tests.people import agency_of, involve, looking, participant, today

ENROLLED = date(2023, 3, 1)
"""Within the decided time of the cast's programme."""


def case_worker(cast, name="Elsa Ek", programme=None):
    user = user_of(name, cast.here, AgencyKind.MUNICIPALITY, "case_worker")
    Assignment.objects.create(user=user, programme=programme or cast.programme, starts_on=JOINED)
    return user


class Desk:
    """Elsa's: her agency answers for the person, whom she is involved with."""

    def __init__(self, cast):
        self.cast = cast
        self.elsa = case_worker(cast)
        self.agency = agency_of(self.elsa)
        self.programme = cast.programme
        self.person = self.new_person()

    def new_person(self, *args, **fields):
        known = {"birth_year": 2000, "gender": "woman", "municipality": "Älvnäs kommun"}
        person = participant(self.agency, *args, **(known | fields))
        involve(self.elsa, person, named=fields.get("protection", "none") != "none")
        return person

    def enrol(self, person=None, on=ENROLLED, programme=None, **fields):
        with looking(self.elsa) as viewer:
            return enrol(
                person or self.person,
                programme or self.programme,
                Coming(on, **{one: fields.pop(one) for one in list(fields) if one != "decision"}),
                viewer=viewer,
                **fields,
            )


@pytest.fixture
def desk(cast):
    return Desk(cast)


def tomorrow():
    return today() + timedelta(days=1)

"""Exceptions as they are made and ended, and by whom."""

from datetime import timedelta

import pytest

from stegvis.core.values.privacy import About
from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import Membership
from stegvis.participants.actions.exceptions import end_exception, make_exception
from stegvis.participants.models import ConsentException, Person, Representative
from stegvis.participants.queries.consents import exceptions_of
from stegvis.participants.values.exceptions import NewException
from tests.people import agency_of, consent, involve, looking, participant, row_about, today

TOMORROW = today() + timedelta(days=1)


@pytest.fixture
def stage(cast):
    return Stage(cast)


class Stage:
    """Alva's agency has a row that Bo reads by consent."""

    def __init__(self, cast):
        self.cast, self.alva, self.bo = cast, cast.alva, cast.bo
        self.alvas, self.bos = agency_of(cast.alva), agency_of(cast.bo)
        self.person = participant(self.alvas)
        for user in (cast.alva, cast.bo):
            Membership.objects.filter(user=user).update(role="case_worker")
            involve(user, self.person)
        row_about(self.person, self.alvas, "ordinary")
        consent(self.person, self.alvas, [self.bos])

    def make(self, *, by=None, **fields):
        new = NewException(**({"starts_on": today()} | fields))
        with looking(by or self.alva) as viewer:
            return make_exception(self.person, new, viewer=viewer)

    def end(self, one, *, by=None):
        with looking(by or self.alva) as viewer:
            end_exception(self.person, one.pk, viewer=viewer)

    def bo_sees(self):
        with looking(self.bo) as viewer:
            persons = Person.objects.visible_to(viewer)
            return len(persons), len(Representative.objects.visible_to(viewer))


@pytest.mark.parametrize(
    ("fields", "seen"),
    [
        ({}, (1, 0)),
        ({"against_agency": "bos"}, (1, 0)),
        ({"against_user": "bo"}, (0, 0)),
        ({"classes": frozenset({About.SENSITIVE})}, (1, 1)),
        ({"starts_on": TOMORROW}, (1, 1)),
        ({"owner": "alvas"}, (1, 0)),
    ],
)
def test_an_exception_shuts_at_once(stage, fields, seen):
    assert stage.bo_sees() == (1, 1)
    named = {"bos": stage.bos.pk, "bo": stage.bo.pk, "alvas": stage.alvas.pk}
    one = stage.make(**{key: named.get(value, value) for key, value in fields.items()})
    assert stage.bo_sees() == seen

    stage.end(one)

    assert stage.bo_sees() == (1, 1)


def test_an_exception_that_has_held_is_ended_and_kept(stage):
    one = stage.make(starts_on=today() - timedelta(days=1))
    stage.end(one)
    assert ConsentException.objects.unscoped(reason="t").get().ends_on == today()
    with looking(stage.alva) as viewer:
        assert exceptions_of(viewer, stage.person) == []


def test_one_that_began_today_was_a_mistake(stage):
    stage.end(stage.make())
    assert not ConsentException.objects.unscoped(reason="t").exists()


@pytest.mark.parametrize(
    ("fields", "begins"),
    [
        ({"ends_on": today()}, "Undantagets sista dag"),
        ({"against_agency": "bos", "against_user": "bo"}, "Ett undantag gäller antingen"),
        ({"owner": "bos"}, "Du lägger in undantag för din egen"),
        ({"classes": frozenset({About.CLOSED})}, "Slutna uppgifter"),
        ({"against_user": "cecilia"}, "Det du valde finns inte"),
        ({"against_agency": "foreign"}, "Det du valde finns inte"),
    ],
)
def test_an_exception_that_cannot_be_is_refused(stage, fields, begins):
    foreign = agency_of(stage.cast.cecilia).pk
    named = {"bos": stage.bos.pk, "bo": stage.bo.pk, "cecilia": stage.cast.cecilia.pk}
    named["foreign"] = foreign
    with pytest.raises(Refused) as refused:
        stage.make(**{key: named.get(value, value) for key, value in fields.items()})
    assert refused.value.sentence.startswith(begins)


def test_who_is_shut_out_does_not_open_again(stage):
    one = stage.make(against_agency=stage.bos.pk)
    with pytest.raises(Refused):
        stage.end(one, by=stage.bo)


def test_who_is_not_involved_makes_no_exceptions(stage):
    with pytest.raises(Refused):
        stage.make(by=stage.cast.disa)


def test_an_exception_of_another_person_is_not_there(stage):
    one = stage.make()
    other = participant(stage.alvas, "Annan")
    involve(stage.alva, other)
    with looking(stage.alva) as viewer, pytest.raises(ConsentException.DoesNotExist):
        end_exception(other, one.pk, viewer=viewer)

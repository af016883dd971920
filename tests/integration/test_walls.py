"""Both walls, asked the same: what a viewer sees of a person and of rows about them."""

import pytest
from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.core.models import UnscopedError
from stegvis.core.values.sightings import UncollectedError
from stegvis.core.values.viewers import NOBODY
from stegvis.organisations.models import Unit
from stegvis.participants.models import Involvement, Person, Representative
from tests.people import (
    agency_of,
    consent,
    exception,
    involve,
    looking,
    participant,
    row_about,
    today,
    viewer,
    yesterday,
)

pytestmark = pytest.mark.django_db
CLASSES = ("identity", "ordinary", "sensitive", "closed")


@pytest.fixture
def stage(cast):
    """Alva's agency answers for a person; Bo's partner agency has nothing yet."""
    cast_of = Stage(cast)
    for about in CLASSES:
        row_about(cast_of.person, cast_of.alvas, about)
    return cast_of


class Stage:
    def __init__(self, cast):
        self.alva, self.bo, self.cecilia, self.disa = cast.alva, cast.bo, cast.cecilia, cast.disa
        self.alvas, self.bos = agency_of(cast.alva), agency_of(cast.bo)
        self.person = participant(self.alvas)

    def seen_by(self, user):
        """Whether the person is seen, and the classes of rows: the same through either wall."""
        with looking(user) as viewer:
            queries = Person.objects.visible_to(viewer), Representative.objects.visible_to(viewer)
            first = len(queries[0]), {one.about for one in queries[1]}
            behind = (
                Person.objects.unscoped(reason="t"),
                Representative.objects.unscoped(reason="t"),
            )
            second = len(behind[0]), {one.about for one in behind[1]}
        assert first == second
        return bool(first[0]), first[1]


NOTHING = (False, set())


def test_nobody_uninvolved_sees_a_person(stage):
    users = (stage.alva, stage.bo, stage.cecilia, stage.disa)
    assert [stage.seen_by(user) for user in users] == [NOTHING] * 4


@pytest.mark.parametrize(
    ("classes", "rows"),
    [
        ([], {"identity"}),
        (["ordinary"], {"identity", "ordinary"}),
        (["ordinary", "sensitive"], {"identity", "ordinary", "sensitive"}),
        (["ordinary", "sensitive", "closed"], set(CLASSES)),
    ],
)
def test_the_involved_see_the_classes_of_their_involvement(stage, classes, rows):
    involve(stage.alva, stage.person, classes=classes)
    assert stage.seen_by(stage.alva) == (True, rows)
    assert stage.seen_by(stage.bo) == NOTHING


def test_an_involvement_that_is_over_or_not_begun_shows_nothing(stage):
    involve(stage.alva, stage.person, ends_on=today())
    involve(stage.bo, stage.person, starts_on=today() + timezone.timedelta(days=1))
    assert stage.seen_by(stage.alva) == stage.seen_by(stage.bo) == NOTHING


def test_a_unit_that_is_involved_lets_its_members_see(stage):
    unit = stage.alva.memberships.get().unit
    involve(stage.alva, stage.person, unit=unit, reason="unit")
    assert stage.seen_by(stage.alva)[0] is True
    assert stage.seen_by(stage.bo) == NOTHING


def test_a_partner_sees_the_name_but_no_rows_of_another_agency(stage):
    involve(stage.bo, stage.person)
    assert stage.seen_by(stage.bo) == (True, set())


def test_a_team_consent_opens_the_classes_it_names_until_withdrawn(stage):
    involve(stage.bo, stage.person)
    given = consent(stage.person, stage.alvas, [stage.bos], classes=["ordinary"])
    assert stage.seen_by(stage.bo) == (True, {"ordinary"})
    given.withdrawn_at = timezone.now()
    given.save()
    assert stage.seen_by(stage.bo) == (True, set())


@pytest.mark.parametrize(
    "fields", [{"purpose": "statistics"}, {"purpose": "forward"}, {"ends_on": "yesterday"}]
)
def test_other_consents_open_nothing(stage, fields):
    involve(stage.bo, stage.person)
    if "ends_on" in fields:
        fields = {"ends_on": yesterday()}
    consent(stage.person, stage.alvas, [stage.bos], **fields)
    assert stage.seen_by(stage.bo) == (True, set())


def test_a_consent_to_another_recipient_or_from_another_sender_opens_nothing(stage):
    involve(stage.bo, stage.person)
    consent(stage.person, stage.alvas, [agency_of(stage.disa)])
    consent(stage.person, agency_of(stage.disa), [stage.bos])
    assert stage.seen_by(stage.bo) == (True, set())


def test_a_consent_opens_no_more_than_the_readers_own_classes(stage):
    involve(stage.bo, stage.person, classes=["ordinary"])
    consent(stage.person, stage.alvas, [stage.bos])
    assert stage.seen_by(stage.bo) == (True, {"ordinary"})


@pytest.mark.parametrize(
    ("against", "left"),
    [
        ({}, set()),
        ({"owner": "alvas"}, set()),
        ({"owner": "bos"}, {"ordinary", "sensitive"}),
        ({"against_agency": "bos"}, set()),
        ({"against_agency": "alvas"}, {"ordinary", "sensitive"}),
        ({"classes": ["sensitive"]}, {"ordinary"}),
        ({"ends_on": "today"}, {"ordinary", "sensitive"}),
    ],
)
def test_an_exception_beats_a_consent(stage, against, left):
    involve(stage.bo, stage.person)
    consent(stage.person, stage.alvas, [stage.bos])
    named = {"alvas": stage.alvas, "bos": stage.bos, "today": today()}
    exception(
        stage.person,
        **{key: value if key == "classes" else named[value] for key, value in against.items()},
    )
    assert stage.seen_by(stage.bo) == (True, left)


def test_an_exception_never_hides_an_agencys_own_rows(stage):
    involve(stage.alva, stage.person)
    exception(stage.person)
    assert stage.seen_by(stage.alva) == (True, {"identity", "ordinary", "sensitive"})


def test_an_exception_against_a_user_hides_the_person_from_that_user(stage):
    involve(stage.alva, stage.person)
    involve(stage.bo, stage.person)
    exception(stage.person, against_user=stage.alva)
    assert stage.seen_by(stage.alva) == NOTHING
    assert stage.seen_by(stage.bo)[0] is True


def test_a_protected_person_is_seen_by_the_named_only(stage):
    stage.person = participant(stage.alvas, "Ej", "Synlig", protection="marked")
    row_about(stage.person, stage.alvas, "ordinary")
    unit = stage.alva.memberships.get().unit
    involve(stage.alva, stage.person)
    involve(stage.alva, stage.person, unit=unit, reason="unit")
    assert stage.seen_by(stage.alva) == NOTHING
    involve(stage.alva, stage.person, named=True)
    assert stage.seen_by(stage.alva) == (True, {"ordinary"})


def test_an_involvement_that_rests_on_a_consent_ends_with_it(stage):
    given = consent(stage.person, stage.alvas, [stage.bos])
    involve(stage.bo, stage.person, consent=given, reason="partner")
    assert stage.seen_by(stage.bo) == (True, {"ordinary", "sensitive"})
    given.withdrawn_at = timezone.now()
    given.save()
    assert stage.seen_by(stage.bo) == NOTHING


def test_nobody_at_all_does_not_see_what_is_a_units(stage):
    unit = Unit.objects.create(agency=stage.alvas, name="En annan enhet")
    involve(stage.alva, stage.person, unit=unit, reason="unit")
    assert not Person.objects.visible_to(NOBODY)


def test_the_page_can_say_why_a_row_is_seen(stage):
    involve(stage.bo, stage.person, reason="referred")
    consent(stage.person, stage.alvas, [stage.bos])
    row_about(stage.person, stage.bos, "ordinary")
    with looking(stage.bo) as bo:
        assert Person.objects.visible_to(bo).get().seen_because == "referred"
        rows = Representative.objects.visible_to(bo)
        reasons = {(one.owner_id, one.seen_because) for one in rows}
    assert reasons == {(stage.alvas.pk, "team_consent"), (stage.bos.pk, "referred")}


def test_what_is_read_outside_a_page_is_refused(stage):
    involve(stage.alva, stage.person)
    row_security.look_as(viewer(stage.alva))
    with pytest.raises(UncollectedError):
        list(Person.objects.visible_to(viewer(stage.alva)))


def test_parts_of_rows_are_not_read_for_a_viewer(stage):
    involve(stage.alva, stage.person)
    with looking(stage.alva) as alva:
        with pytest.raises(UnscopedError):
            list(Person.objects.visible_to(alva).values_list("family_name"))
        with pytest.raises(UnscopedError):
            list(Person.objects.visible_to(alva).iterator())


def test_everyone_who_may_see_is_told_to_those_who_do(stage):
    involve(stage.alva, stage.person)
    with looking(stage.alva) as alva:
        assert [one.user for one in Involvement.objects.visible_to(alva)] == [stage.alva]
    with looking(stage.bo) as bo:
        assert not Involvement.objects.visible_to(bo)


def test_a_row_that_is_let_in_is_not_taken_over(stage):
    involve(stage.bo, stage.person)
    consent(stage.person, stage.alvas, [stage.bos])
    with looking(stage.bo):
        let_in = Representative.objects.unscoped(reason="t").filter(owner=stage.alvas)
        assert (let_in.count(), let_in.update(owner=stage.bos)) == (2, 0)

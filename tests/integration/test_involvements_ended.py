"""Somebody who may see a person is taken off by hand, with why."""

import pytest
from django.urls import reverse

from stegvis.core.actions import row_security
from stegvis.core.models import AccessEntry
from stegvis.organisations.models import Membership, User
from stegvis.participants.models import Involvement
from tests.cast import JOINED, sign_in
from tests.pages import words_of
from tests.people import agency_of, involve, looking, participant, today

pytestmark = pytest.mark.django_db


class Stage:
    """Kim is a case worker beside Gun, and both work with one person; Bo does for his own."""

    def __init__(self, cast):
        self.cast = cast
        self.unit = cast.alva.memberships.get().unit
        self.gun, self.kim = self.joined("Gun Grahn"), self.joined("Kim Kvist")
        self.person = participant(self.unit.agency)
        self.rows = {one: involve(one, self.person) for one in (self.gun, self.kim)}
        self.rows[cast.bo] = involve(cast.bo, self.person, reason="partner")

    def joined(self, name, role="case_worker"):
        user = User.objects.create_user(f"{name.split()[0].lower()}@exempel.se", name=name)
        where = {"association": self.cast.here, "unit": self.unit, "role": role}
        Membership.objects.create(user=user, starts_on=JOINED, **where)
        return user

    def address(self, user):
        return reverse("end_involvement", args=[self.person.pk, self.rows[user].pk])

    def sees(self, user):
        with looking(user) as viewer:
            return type(self.person).objects.visible_to(viewer).exists()


@pytest.fixture
def stage(cast):
    return Stage(cast)


def ended(client, stage, whose, because="other"):
    return client.post(stage.address(whose), {"because": because}, follow=True)


def test_a_colleague_is_taken_off_and_stands_under_former_with_why(client, stage):
    sign_in(client, stage.gun)

    words = words_of(ended(client, stage, stage.kim))

    assert "Avslutat. Det gäller från nästa klick." in words
    assert "Tidigare" in words
    assert "Någon annan har tagit över" in words
    assert not stage.sees(stage.kim)
    row = Involvement.objects.unscoped(reason="t").get(user=stage.kim)
    assert (row.ends_on, row.ended_because, row.ended_by) == (today(), "other", stage.gun.pk)
    logged = AccessEntry.objects.filter(action="CHANGE", person=stage.person.pk).get()
    assert "involvement_ended" in logged.ground.split(",")


def test_one_takes_oneself_off_and_is_led_away(client, stage):
    sign_in(client, stage.kim)

    response = ended(client, stage, stage.kim, "done")

    assert response.redirect_chain[-1][0] == reverse("people")
    assert not stage.sees(stage.kim)


def test_a_partner_takes_oneself_off_but_nobody_of_the_agency_responsible(client, stage):
    sign_in(client, stage.cast.bo)

    assert "Bara den som arbetar med personen hos" in words_of(ended(client, stage, stage.kim))
    ended(client, stage, stage.cast.bo, "done")

    assert (stage.sees(stage.kim), stage.sees(stage.cast.bo)) == (True, False)


def test_the_last_of_the_agency_responsible_is_not_taken_off(client, stage):
    sign_in(client, stage.gun)
    ended(client, stage, stage.kim)

    words = words_of(ended(client, stage, stage.gun))

    assert "Ingen annan hos MUNICIPALITY alva skulle se personen." in words
    assert stage.sees(stage.gun)


def test_the_last_on_the_list_of_a_protected_person_is_not_taken_off(client, stage):
    stage.rows[stage.gun] = involve(stage.gun, stage.person, named=True)
    sign_in(client, stage.gun)
    with row_security.unscoped(reason="t"):
        stage.person.protection = "marked"
        stage.person.save()

    assert "skulle se personen" in words_of(ended(client, stage, stage.gun))


def test_who_only_reads_ends_nobody_elses(client, stage):
    leader = stage.joined("Lo Lind", "programme_leader")
    stage.rows[leader] = involve(leader, stage.person, reason="leader")
    sign_in(client, leader)

    page = client.get(reverse("person", args=[stage.person.pk])).content.decode()

    assert [stage.address(one) in page for one in (stage.kim, leader)] == [False, True]
    assert "Bara den som arbetar med personen hos" in words_of(ended(client, stage, stage.kim))


def test_why_must_be_said(client, stage):
    sign_in(client, stage.gun)

    client.post(stage.address(stage.kim), {})

    assert stage.sees(stage.kim)


def test_the_participants_own_page_is_not_ended_so(client, stage):
    own = User.objects.create_user("asa@exempel.se", name="Deltagare")
    stage.rows[own] = involve(own, stage.person, reason="own", agency=agency_of(stage.gun))
    sign_in(client, stage.gun)

    assert "upphör av sig självt" in words_of(ended(client, stage, own))

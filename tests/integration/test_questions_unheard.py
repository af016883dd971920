"""A question about somebody with whom nobody works any more reaches the unit head."""

import pytest
from django.test import Client

from stegvis.core.actions import row_security
from stegvis.organisations.models import Membership, Unit, User
from stegvis.participants.models import Involvement, LinkRequest
from stegvis.participants.queries.numbers import indexes_of
from stegvis.participants.queries.responsible import responsible_unit
from tests.cast import JOINED, sign_in
from tests.pages import words_of
from tests.people import agency_of, exception, involve, participant, today

pytestmark = pytest.mark.django_db
NUMBER = "200001019801"
REGISTERED = {
    "given_name": "Åsa",
    "family_name": "Öberg",
    "number": NUMBER,
    "ground": "own",
    "ground_on": "2024-01-01",
    "why": "Samma Åsa Öberg som hos er?",
}


class Stage:
    """Gun had Åsa, and has left; Hedda heads the unit, Kim works there, Bo asks."""

    def __init__(self, cast, **fields):
        self.cast, self.unit = cast, cast.alva.memberships.get().unit
        self.agency = self.unit.agency
        self.hedda, self.kim = self.joined("Hedda", "unit_head"), self.joined("Kim")
        index = indexes_of(cast.here.pk, NUMBER)[0]
        self.asa = participant(self.agency, personal_number=NUMBER, number_index=index, **fields)
        gun = self.joined("Gun")
        involve(gun, self.asa, named=bool(fields), ends_on=today())
        for day in ("processor_agreement_on", "joint_controllers_on", "impact_assessment_on"):
            setattr(cast.here, day, JOINED)
        cast.here.save()

    def joined(self, name, role="case_worker", unit=None):
        user = User.objects.create_user(f"{name.lower()}@exempel.se", name=name)
        where = {"association": self.cast.here, "unit": unit or self.unit, "role": role}
        Membership.objects.create(user=user, starts_on=JOINED, **where)
        return user

    def asked(self):
        sign_in(Client(), self.cast.bo).post("/personer/ny/", REGISTERED)
        with row_security.unscoped(reason="t"):
            return LinkRequest.objects.unscoped(reason="t").get()


@pytest.fixture
def stage(cast):
    return Stage(cast)


def test_it_reaches_the_head_who_gives_the_case_to_somebody_who_answers(stage):
    question = stage.asked()
    head, kim = sign_in(Client(), stage.hedda), sign_in(Client(), stage.kim)
    told, home = words_of(head.get("/overlamning/")), words_of(head.get("/"))
    at = f"/overlamning/fragor/{question.pk}/"

    answer = head.post(at, {"to": str(stage.kim.pk)}, follow=True)

    assert f"Bo Berg på SOCIAL_INSURANCE bo frågade {today()}" in told
    assert "1 fråga gäller en person som ingen arbetar med längre." in home
    assert "Öberg" not in told + home
    assert "Inga ärenden väntar" in words_of(answer)
    assert "Åsa Öberg" in words_of(kim.get("/personer/fragor/"))
    assert head.get(at).status_code == 404


def test_whoever_works_with_the_person_is_asked_and_no_head(stage):
    involve(stage.kim, stage.asa)
    question = stage.asked()

    assert "Inga ärenden väntar" in words_of(sign_in(Client(), stage.hedda).get("/overlamning/"))
    assert question.to_unit_id == stage.unit.pk


@pytest.mark.parametrize("who", ["kim", "bo", "alva"])
def test_nobody_else_gives_the_case(stage, who):
    at = f"/overlamning/fragor/{stage.asked().pk}/"
    browser = sign_in(Client(), getattr(stage, who, None) or getattr(stage.cast, who))

    assert [browser.get(at).status_code, browser.post(at).status_code] == [404, 404]


def test_a_protected_persons_list_gets_the_new_one(cast):
    stage = Stage(cast, protection="marked")
    at = f"/overlamning/fragor/{stage.asked().pk}/"
    sign_in(Client(), stage.hedda).post(at, {"to": str(stage.kim.pk)})

    row = Involvement.objects.unscoped(reason="t").get(user=stage.kim, person=stage.asa)
    assert row.named


def test_who_is_shut_out_does_not_get_it(stage):
    exception(stage.asa, against_user=stage.kim)
    at = f"/overlamning/fragor/{stage.asked().pk}/"

    answer = sign_in(Client(), stage.hedda).post(at, {"to": str(stage.kim.pk)})

    assert "kan inte tas över av den som du valde" in words_of(answer)


def asked_of(stage):
    with row_security.unscoped(reason="t"):
        return responsible_unit(stage.asa.pk, today())


def test_of_several_heads_it_is_that_of_who_had_the_person_last(stage):
    other = Unit.objects.create(agency=stage.agency, name="Allra först i listan")
    stage.joined("Ida", "unit_head", unit=other)

    assert asked_of(stage) == stage.unit.pk
    stage.hedda.memberships.all().delete()
    assert asked_of(stage) == other.pk


def test_who_has_left_is_not_asked(stage):
    there = Unit.objects.create(agency=stage.agency, name="Ungdomsenheten")
    lo = stage.joined("Lo", unit=there)
    involve(lo, stage.asa, agency=agency_of(stage.kim))
    assert asked_of(stage) == there.pk

    lo.memberships.update(ends_on=today())

    assert asked_of(stage) == stage.unit.pk


def test_nothing_shows_in_how_much_it_asks_for(stage, django_assert_num_queries):
    for person in (stage.asa.pk, None):
        with row_security.unscoped(reason="t"), django_assert_num_queries(3):
            responsible_unit(person, today())

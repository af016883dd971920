"""A unit head hands over the cases of somebody who leaves or moves, and reads none of them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from stegvis.core.actions import row_security
from stegvis.core.models import AccessEntry
from stegvis.organisations.models import Membership, Unit, User
from stegvis.participants.models import Involvement, LinkRequest, Person
from stegvis.participants.queries.persons import persons_of
from tests.cast import JOINED, sign_in
from tests.pages import words_of
from tests.people import consent, exception, involve, looking, participant, today

pytestmark = pytest.mark.django_db
LIST = "/overlamning/"


class Stage:
    """Gun leaves the unit that Hedda heads; Kim works there too."""

    def __init__(self, cast):
        self.cast = cast
        self.unit = cast.alva.memberships.get().unit
        self.agency = self.unit.agency
        self.gun, self.kim = self.joined("Gun Grahn"), self.joined("Kim Kvist")
        self.hedda = self.joined("Hedda Hård", "unit_head")
        self.asa = self.case("Åsa", "Öberg", programme=cast.programme)

    def joined(self, name, role="case_worker", unit=None, starts_on=JOINED):
        email = f"{name.split()[0].lower()}@exempel.se"
        user = User.objects.filter(email=email).first() or User.objects.create_user(
            email, name=name
        )
        where = {"association": self.cast.here, "unit": unit or self.unit, "role": role}
        Membership.objects.create(user=user, starts_on=starts_on, **where)
        return user

    def case(self, given, family, **fields):
        protection = fields.pop("protection", "none")
        person = participant(self.agency, given, family, protection=protection)
        involve(self.gun, person, **fields)
        return person

    def leaves(self, days=0):
        """From so many days on Gun does not work there."""
        held = self.gun.memberships.get(ends_on=None)
        held.ends_on = today() + timedelta(days=days)
        held.save()
        return f"{LIST}{held.pk}/"

    def given(self, person, user):
        rows = Involvement.objects.unscoped(reason="t").filter(person=person, user=user)
        return [(one.starts_on, one.ends_on) for one in rows.order_by("starts_on")]

    def sees(self, user):
        with looking(user) as viewer:
            return {one.pk for one in Person.objects.visible_to(viewer)}


@pytest.fixture
def stage(cast):
    return Stage(cast)


@pytest.fixture
def head(client, stage):
    return sign_in(client, stage.hedda)


def form(head, at):
    return head.get(at).context["form"]


def choose(head, at, to, on=None, **each):
    said = {"on": (on or today()).isoformat(), "everybody": str(to.pk) if to else ""}
    return head.post(at, said | each, follow=True)


def field(head, at, number=0):
    return list(form(head, at).pairs)[number][1].html_name


def test_nobody_waits_while_everybody_stays(head):
    assert "Inga ärenden väntar" in words_of(head.get(LIST))


def test_who_has_left_is_told_with_how_many_and_no_name(head, stage):
    at = stage.leaves()

    words, home = words_of(head.get(LIST)), words_of(head.get("/"))
    shown = words_of(head.get(at))

    yesterday = today() - timedelta(days=1)
    assert f"Gun Grahn, Enheten Slutade, sista dagen var {yesterday} 1" in words
    assert "1 ärende efter Gun Grahn väntar på någon ny." in home
    assert "Ung Framtid" in shown
    assert "Öberg" not in words + home + shown
    assert stage.sees(stage.hedda) == set()


def test_names_are_shown_when_asked_for_and_it_is_logged(head, stage):
    at = stage.leaves()

    shown = words_of(head.post(f"{at}namn/", follow=True))

    assert "Åsa Öberg" in shown
    row = Involvement.objects.unscoped(reason="t").get(user=stage.hedda)
    assert (row.reason, row.classes, row.ends_on) == (
        "handover",
        [],
        today() + timedelta(days=14),
    )
    logged = AccessEntry.objects.filter(user=stage.hedda.pk, person=stage.asa.pk).order_by("id")
    assert [(one.action, one.purpose, one.ground) for one in logged] == [
        ("CHANGE", "handover", "involved"),
        ("LIST", "handover", "handover"),
    ]
    assert head.get(reverse("person", args=[stage.asa.pk])).status_code == 404


def test_the_case_goes_to_a_colleague_and_the_head_sees_it_no_more(head, stage):
    at = stage.leaves()
    head.post(f"{at}namn/")

    response = choose(head, at, stage.kim)

    assert "1 ärende är överlämnat." in words_of(response)
    assert stage.sees(stage.kim) == {stage.asa.pk}
    assert stage.sees(stage.hedda) == stage.sees(stage.gun) == set()
    assert "Inga ärenden väntar" in words_of(head.get(LIST))
    grounds = AccessEntry.objects.filter(user=stage.hedda.pk, person=stage.asa.pk, action="CHANGE")
    assert "handed_over" in grounds.order_by("-id").first().ground.split(",")


def test_from_a_day_to_come_the_one_ends_as_the_other_begins(head, stage):
    at = stage.leaves(9)
    day = today() + timedelta(days=9)

    choose(head, at, stage.kim, on=day)

    assert stage.given(stage.asa, stage.gun) == [(JOINED, day)]
    assert stage.given(stage.asa, stage.kim) == [(day, None)]
    assert stage.sees(stage.gun) == {stage.asa.pk}
    page = sign_in(Client(), stage.gun).get(reverse("person", args=[stage.asa.pk]))
    who = f"Kim Kvist, {stage.agency.name}: Handläggare, från {day}"
    assert f"Får se längre fram: {who}" in words_of(page)
    assert "Inga ärenden väntar" in words_of(head.get(at))
    assert "Inga ärenden väntar" in words_of(head.get(LIST))


@pytest.mark.parametrize("days", [-1, 10])
def test_no_day_leaves_a_gap_or_is_over(head, stage, days):
    at = stage.leaves(9)

    response = choose(head, at, stage.kim, on=today() + timedelta(days=days))

    assert "så att någon hela tiden har ärendena" in words_of(response)
    assert stage.given(stage.asa, stage.kim) == []


def test_who_has_left_is_handed_over_today(head, stage):
    at = stage.leaves()

    response = choose(head, at, stage.kim, on=today() + timedelta(days=1))

    assert "ingen har dem nu" in words_of(response)


def test_each_may_go_to_somebody_of_their_own(head, stage):
    stage.case("Emil", "Ek")
    lo = stage.joined("Lo Lind")
    at = stage.leaves()
    head.post(f"{at}namn/")
    second = [case.name for case, _ in form(head, at).pairs].index("Åsa Öberg, –")

    choose(head, at, stage.kim, **{field(head, at, second): str(lo.pk)})

    assert stage.sees(lo) == {stage.asa.pk}
    assert len(stage.sees(stage.kim)) == 1


def test_a_protected_person_has_no_name_and_goes_over_with_the_list(head, stage):
    nora = stage.case("Nora", "Nord", protection="marked", named=True)
    at = stage.leaves()
    shown = words_of(head.post(f"{at}namn/", follow=True))

    choose(head, at, stage.kim)

    assert "Nord" not in shown
    assert "visas inte för dig" in shown
    assert stage.sees(stage.kim) == {stage.asa.pk, nora.pk}


def test_whom_an_exception_hides_from_the_head_has_no_name(head, stage):
    exception(stage.asa, against_user=stage.hedda)
    at = stage.leaves()

    assert "Öberg" not in words_of(head.post(f"{at}namn/", follow=True))


def test_who_is_shut_out_does_not_take_over(head, stage):
    exception(stage.asa, against_user=stage.kim)
    at = stage.leaves()

    assert "kan inte tas över av den som du valde" in words_of(choose(head, at, stage.kim))
    assert stage.given(stage.asa, stage.kim) == []


def test_a_head_who_has_cases_takes_none_that_they_may_not_see(head, stage):
    stage.joined("Hedda Hård")
    nora = stage.case("Nora", "Nord", protection="marked", named=True)
    at = stage.leaves()

    assert "inte får se" in words_of(choose(head, at, stage.hedda))
    assert stage.given(nora, stage.hedda) == []


def test_nobody_takes_over_only_where_somebody_else_is_left(head, stage):
    at = stage.leaves()
    assert "nobody" not in str(form(head, at)[field(head, at)])
    involve(stage.kim, stage.asa)

    choose(head, at, None, **{field(head, at): "nobody"})

    assert stage.given(stage.asa, stage.gun) == [(JOINED, today())]
    assert len(stage.given(stage.asa, stage.kim)) == 1


def test_what_somebody_did_themself_becomes_a_case(head, stage):
    emil = stage.case("Emil", "Ek", reason="registered")
    choose(head, stage.leaves(), stage.kim)

    with looking(stage.kim) as viewer:
        assert persons_of(viewer).get(pk=emil.pk).seen_because == "case_worker"


def test_who_has_it_already_gets_it_once_and_who_has_less_gets_the_rest(head, stage):
    emil = stage.case("Emil", "Ek")
    involve(stage.kim, emil)
    involve(stage.kim, stage.asa, programme=stage.cast.programme, classes=["ordinary"])

    choose(head, stage.leaves(), stage.kim)

    assert len(stage.given(emil, stage.kim)) == 1
    assert len(stage.given(stage.asa, stage.kim)) == 2


def test_what_rests_on_a_consent_that_is_withdrawn_is_no_case(head, stage):
    emil = participant(stage.agency, "Emil", "Ek")
    agreed = consent(emil, stage.agency, [stage.agency], ends_on=today())
    involve(stage.gun, emil, consent=agreed)

    assert len(list(form(head, stage.leaves()).pairs)) == 1


def test_who_moves_may_keep_them(head, stage):
    there = Unit.objects.create(agency=stage.agency, name="Ungdomsenheten")
    at = stage.leaves()
    stage.joined("Gun Grahn", unit=there, starts_on=today())
    assert f"Flyttade till Ungdomsenheten {today()}" in words_of(head.get(at))

    choose(head, at, stage.gun)

    assert stage.given(stage.asa, stage.gun) == [(JOINED, today()), (today(), None)]
    assert stage.sees(stage.gun) == {stage.asa.pk}
    assert "Inga ärenden väntar" in words_of(head.get(LIST))


def test_a_new_role_at_the_same_unit_is_no_move(head, stage):
    at = stage.leaves()
    stage.joined("Gun Grahn", "specialist", starts_on=today())

    assert "Inga ärenden väntar" in words_of(head.get(LIST))
    assert head.get(at).status_code == 404


@pytest.mark.parametrize(("headed", "status"), [(False, 200), (True, 404)])
def test_a_unit_without_a_head_is_covered_by_the_agencys_others(head, stage, headed, status):
    there = Unit.objects.create(agency=stage.agency, name="Ungdomsenheten")
    stage.gun.memberships.update(unit=there)
    if headed:
        stage.joined("Ida Ingves", "unit_head", unit=there)

    assert head.get(stage.leaves()).status_code == status


@pytest.mark.parametrize("who", ["kim", "alva", "bo", "disa"])
def test_nobody_else_hands_over(client, stage, who):
    at = stage.leaves()
    sign_in(client, getattr(stage, who, None) or getattr(stage.cast, who))

    answers = [client.get(LIST), client.get(at), client.post(at), client.post(f"{at}namn/")]

    assert [one.status_code for one in answers] == [404] * 4


def test_a_question_about_the_person_goes_where_the_case_goes(head, stage):
    with row_security.unscoped(reason="t"):
        asked = LinkRequest.objects.create(
            association=stage.cast.here,
            person=stage.asa,
            to_unit=stage.unit,
            asked_by=stage.cast.bo.pk,
            asked_for=stage.cast.bo.memberships.get().unit.agency,
            why="Ett ärende.",
        )
    there = Unit.objects.create(agency=stage.agency, name="Ungdomsenheten")
    lo = stage.joined("Lo Lind", unit=there)

    choose(head, stage.leaves(), lo)

    with row_security.unscoped(reason="t"):
        asked = LinkRequest.objects.unscoped(reason="t").get(pk=asked.pk)
    assert asked.to_unit_id == there.pk


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_however_many_they_are(
    head, stage, number, django_assert_num_queries
):
    for one in range(number):
        stage.case("Emil", f"Ek{one}")
    at = stage.leaves()
    head.get(at)

    with django_assert_num_queries(18):
        head.get(at)


def test_who_administers_is_told_how_many_wait_and_for_whom(client, stage):
    ada = stage.joined("Ada Asp", "administrator")
    stage.leaves()
    sign_in(client, ada)

    page = client.get(f"/forvaltning/medarbetare/{stage.gun.pk}/")

    words = words_of(page)
    assert "1 ärende hos MUNICIPALITY alva behöver någon ny. De väntar hos Hedda Hård." in words
    assert "Öberg" not in words


def test_what_is_handed_over_already_waits_no_more(client, stage):
    ada = stage.joined("Ada Asp", "administrator")
    day = today() + timedelta(days=9)
    head = sign_in(client, stage.hedda)
    choose(head, stage.leaves(9), stage.kim, on=day)
    sign_in(client, ada)

    assert client.get(f"/forvaltning/medarbetare/{stage.gun.pk}/").context["cases"] == []

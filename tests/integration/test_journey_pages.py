"""The person's way on their page, and the small forms that record it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from stegvis.core.actions import row_security
from stegvis.core.models import AccessEntry
from stegvis.journeys.actions.enrolments import Leaving, leave
from stegvis.journeys.models import Enrolment, Income, Plan
from stegvis.journeys.policies.recording import Decision
from stegvis.programmes.actions.definitions import NewVersion, create_programme
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.models import Assignment
from tests.cast import JOINED, decided_programme, sign_in
from tests.delivered import deliver_demo
from tests.desk import ENROLLED, case_worker, desk, tomorrow
from tests.people import agency_of, consent, involve, looking, today

__all__ = ["desk"]

pytestmark = pytest.mark.django_db
CHANGED_MEANWHILE = 409


@pytest.fixture
def elsa(client, desk):
    return sign_in(client, desk.elsa)


def at(desk, *parts):
    return "/".join(["/personer", str(desk.person.pk), *map(str, parts), ""])


def kept(model):
    with row_security.unscoped(reason="a test"):
        return list(model.objects.unscoped(reason="a test").order_by("pk"))


def coming(**fields):
    return {"enrolled_on": ENROLLED.isoformat(), "version": 1} | fields


def offered(desk):
    return f"?insats={desk.programme.pk}"


def test_a_person_is_enrolled_in_one_of_several(elsa, desk):
    asked = elsa.get(at(desk, "insatsen")).text
    assert "Vilken insats?" in asked
    assert offered(desk) in asked

    answer = elsa.post(at(desk, "insatsen") + offered(desk), coming(education="primary"))

    assert answer.status_code == 302
    told = elsa.get(answer["Location"]).text
    assert "Ung Framtid" in told
    assert "2023-03-01" in told
    assert "Grundskola" in told
    assert "Sparat." in told


def test_what_is_in_doubt_asks_for_a_decision_and_then_stands_with_it(elsa, desk):
    late = coming(enrolled_on="2025-02-01")

    asked = elsa.post(at(desk, "insatsen") + offered(desk), late)
    assert asked.status_code == 200
    assert "efter den tid som är beslutad" in asked.text
    assert kept(Enrolment) == []
    elsa.post(at(desk, "insatsen") + offered(desk), late | {"why": "Styrgruppen sade ja."})

    told = elsa.get(at(desk)).text
    assert "efter den tid som är beslutad" in told
    assert "Styrgruppen sade ja." in told


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"enrolled_on": "1 mars"}, "Skriv dagen så här"),
        ({"enrolled_on": tomorrow().isoformat()}, "har inte kommit än"),
        ({"education": "chess"}, "chess"),
    ],
)
def test_what_cannot_be_is_refused_in_the_form(elsa, desk, fields, sentence):
    answer = elsa.post(at(desk, "insatsen") + offered(desk), coming(**fields))

    assert answer.status_code == 200
    assert sentence in answer.text
    assert kept(Enrolment) == []


def test_a_programme_whose_people_come_in_files_is_not_offered(elsa, desk):
    deliver_demo(desk.programme)

    told = elsa.get(at(desk, "insatsen")).text

    assert "Ingen insats att skriva in i" in told
    assert elsa.post(at(desk, "insatsen") + offered(desk), coming()).status_code == 404


def test_the_only_programme_needs_no_choice(elsa, desk):
    deliver_demo(desk.programme)
    other = decided_programme(desk.cast.here, "hikikomori")
    Assignment.objects.create(user=desk.elsa, programme=other, starts_on=JOINED)

    assert "Hikikomori" in elsa.get(at(desk, "insatsen")).text


def test_an_exit_is_written_put_right_and_taken_back(elsa, desk):
    row = desk.enrol()
    page = at(desk, "insatsen", row.pk, "avslut")
    left = {"exited_on": "2023-09-30", "exit_reason": "moved", "completed": "no", "version": 1}

    elsa.post(page, left)
    elsa.post(page, left | {"destination": "work", "version": 2})
    assert "Arbete" in elsa.get(at(desk)).text
    assert [one.completed for one in kept(Enrolment)] == [False]
    elsa.post(page, {"do": "remove", "version": 3})

    assert [one.exited_on for one in kept(Enrolment)] == [None]


def test_plans_and_incomes_are_written_changed_and_taken_away(elsa, desk):
    row = desk.enrol()
    plan = {"plan_kind": "sip", "established_on": "2023-03-05", "version": 1}
    elsa.post(at(desk, "insatsen", row.pk, "plan"), plan)
    income = {"moment": "before", "income": "salary", "known_on": "2023-03-01", "version": 1}
    elsa.post(at(desk, "insatsen", row.pk, "forsorjning"), income)
    (sip,), (salary,) = kept(Plan), kept(Income)

    elsa.post(at(desk, "plan", sip.pk), plan | {"accepted": "yes"})
    told = elsa.get(at(desk)).text
    assert "Samordnad individuell plan" in told
    assert "godtagen av deltagaren" in told
    assert "Före insatsen: Lön" in told
    elsa.post(at(desk, "plan", sip.pk), {"do": "remove", "version": 2})
    elsa.post(at(desk, "forsorjning", salary.pk), {"do": "remove", "version": 1})

    assert kept(Plan) == kept(Income) == []


def test_two_tabs_show_both_texts_and_lose_none(elsa, desk):
    row = desk.enrol()
    page = at(desk, "insatsen", row.pk)
    elsa.post(page, coming(education="primary"))

    answer = elsa.post(page, coming(education="unknown"))

    assert answer.status_code == CHANGED_MEANWHILE
    assert "Grundskola" in answer.text
    assert "Okänd utbildning" in answer.text
    assert [one.education for one in kept(Enrolment)] == ["primary"]


@pytest.mark.parametrize("version", ["1", "", "x", "²", "99"])
def test_an_old_page_takes_nothing_away(elsa, desk, version):
    row = desk.enrol()
    with looking(desk.elsa) as viewer:
        leave(row.pk, Leaving(today()), version=1, viewer=viewer)

    answer = elsa.post(at(desk, "insatsen", row.pk, "avslut"), {"do": "remove", "version": version})

    assert answer.status_code == 302
    assert [one.exited_on for one in kept(Enrolment)] == [today()]


def test_a_form_that_is_sent_twice_is_carried_out_once(elsa, desk):
    row = desk.enrol()
    plan = {"plan_kind": "sip", "established_on": "2023-03-05", "version": 1}
    for _time in range(2):
        answer = elsa.post(
            at(desk, "insatsen", row.pk, "plan"), plan | {"form_key": str(desk.person.pk)}
        )
        assert answer.status_code == 302

    assert len(kept(Plan)) == 1


def test_plans_due_are_told_on_the_page(elsa, desk):
    other = decided_programme(desk.cast.here, "forrehabiliterande-insatser")
    Assignment.objects.create(user=desk.elsa, programme=other, starts_on=JOINED)
    first = today() - timedelta(days=100)
    row = desk.enrol(programme=other, on=first, decision=Decision("Ja."))
    assert "Handlingsplan skulle ha gjorts senast" in elsa.get(at(desk)).text

    plan = {"plan_kind": "action_plan", "established_on": first.isoformat(), "version": 1}
    elsa.post(at(desk, "insatsen", row.pk, "plan"), plan)

    assert "skulle ha gjorts" not in elsa.get(at(desk)).text


ROUTES = ("{}", "{}/avslut", "{}/plan", "{}/forsorjning")


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_enrolment_of_somebody_else_is_not_found_at_this_person(elsa, desk, route, method):
    other = desk.enrol(desk.new_person("Åke", "Ås"))

    answer = getattr(elsa, method)(at(desk, "insatsen", route.format(other.pk)))

    assert answer.status_code == 404


@pytest.mark.parametrize("route", ["insatsen", "insatsen/{}", "plan/{}", "forsorjning/{}"])
def test_a_hidden_person_and_a_missing_one_are_the_same(client, desk, route):
    eva = sign_in(client, case_worker(desk.cast, "Eva Ekman"))
    address = at(desk, route.format(uuid4()))

    hidden = eva.get(address)
    missing = eva.get(address.replace(str(desk.person.pk), str(uuid4())))

    assert hidden.status_code == missing.status_code == 404
    refused = AccessEntry.objects.filter(person=desk.person.pk, action="REFUSED")
    assert refused.count() == 1


def test_a_partner_reads_by_consent_without_buttons(client, desk):
    row = desk.enrol(education="primary")
    involve(desk.cast.bo, desk.person)
    bo = sign_in(client, desk.cast.bo)
    assert "Här syns ingen inskrivning som du får se" in bo.get(at(desk)).text

    consent(desk.person, desk.agency, [agency_of(desk.cast.bo)])
    told = bo.get(at(desk)).text

    assert "Grundskola" in told
    assert "du läser det med stöd av samtycke" in told
    assert str(row.pk) not in told
    assert bo.get(at(desk, "insatsen", row.pk)).status_code == 404


def test_recording_is_logged_as_a_change_of_the_person(elsa, desk):
    elsa.post(at(desk, "insatsen") + offered(desk), coming())

    (entry,) = AccessEntry.objects.filter(person=desk.person.pk, action="CHANGE")
    assert (entry.user, entry.route) == (desk.elsa.pk, "new_enrolment")


@pytest.mark.parametrize(
    ("days_ago", "sentence"),
    [(57, "1 plan ska göras den här veckan."), (90, "1 plan skulle redan ha gjorts.")],
)
def test_home_tells_how_many_plans_are_due_and_logs_nobody(elsa, desk, days_ago, sentence):
    going_on = "first = 2018-03-01, last = 2099-12-31"
    text = shipped("forrehabiliterande-insatser.toml").read_text(encoding="utf-8")
    new = NewVersion(text.replace("first = 2018-03-01, last = 2020-06-30", going_on), JOINED, "Ja.")
    other = create_programme(association=desk.cast.here.pk, new=new, by=None)
    Assignment.objects.create(user=desk.elsa, programme=other, starts_on=JOINED)
    desk.enrol(programme=other, on=today() - timedelta(days=days_ago), decision=Decision("Ja."))
    before = AccessEntry.objects.count()

    told = elsa.get("/").text

    assert sentence in told
    assert AccessEntry.objects.count() == before

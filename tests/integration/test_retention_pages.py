"""Rules, a preview without names, and a second person's decision, on screen."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.organisations.models import ErasurePlan, RetentionRule
from stegvis.participants.models import Disclosure
from tests.cast import sign_in
from tests.people import participant, today
from tests.queued import work_off
from tests.retained import administrator, filled, left_of, passed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA = tmp_path


class Stage:
    def __init__(self, cast):
        self.here = cast.here
        self.desk = filled(cast)
        passed(self.desk)
        self.ada, self.bea = (
            sign_in(Client(), administrator(cast.here, name)) for name in ("ada", "bea")
        )

    def decide_rule(self, **said):
        usual = {"event": "ended", "months": 60, "decision": "§ 12", "decided_on": today()}
        where = reverse("retention_rule", args=[self.here.pk, "person"])
        return self.ada.post(where, usual | said)

    def prepare(self):
        where = reverse("prepare_retention", args=[self.here.pk])
        self.ada.post(where, {"why": "Årlig gallring"})
        return ErasurePlan.objects.latest("as_of")


@pytest.fixture
def stage(cast):
    return Stage(cast)


def words(answer):
    return answer.content.decode()


def test_without_a_rule_nothing_is_erased_and_what_is_usual_is_suggested(stage):
    told = words(stage.ada.get(reverse("retention")))

    assert told.count("Gallras inte") == 4
    assert "60 månader från sista anteckningen" in told
    assert "minst 5 år" in told


def test_a_rule_is_written_with_its_decision(stage):
    answer = stage.decide_rule()

    assert answer.status_code == 302
    rule = RetentionRule.objects.get()
    assert (rule.kind, rule.months, rule.decision, rule.spares_births) == (
        "person",
        60,
        "§ 12",
        False,
    )
    assert "60 månader från sista dagen" in words(stage.ada.get(reverse("retention")))


def test_a_rule_without_a_decision_is_not_written(stage):
    stage.decide_rule(decision="")

    assert not RetentionRule.objects.exists()


def test_two_people_erase(stage):
    stage.decide_rule()
    plan = stage.prepare()
    where = reverse("erasure_plan", args=[plan.pk])
    told = words(stage.bea.get(where))

    stage.bea.post(where, {"do": "APPROVED", "seen": plan.digest})
    work_off("stegvis.organisations.tasks")

    assert "En person och allt om hen" in told
    assert left_of(stage.desk.both) == {}
    assert "Klar: 1 gallrade, 0 kvar" in words(stage.bea.get(where))


def test_who_prepared_sees_why_they_may_not_decide(stage):
    stage.decide_rule()
    plan = stage.prepare()
    where = reverse("erasure_plan", args=[plan.pk])

    told = words(stage.ada.get(where))
    stage.ada.post(where, {"do": "APPROVED", "seen": plan.digest})

    assert "Den som har förberett ett ärende avgör det inte." in told
    assert "Väntar på beslut" in words(stage.ada.get(where))


def test_no_name_and_no_key_is_shown(stage):
    stage.decide_rule()
    plan = stage.prepare()

    for where in (reverse("retention"), reverse("erasure_plan", args=[plan.pk])):
        told = words(stage.ada.get(where))
        assert [one for one in ("Öberg", "Åsa", str(stage.desk.person.pk)) if one in told] == []


def test_a_rule_is_taken_back_with_a_decision(stage):
    stage.decide_rule()
    where = reverse("withdraw_retention", args=[stage.here.pk, "person"])

    stage.ada.post(where, {"decision": "§ 13", "decided_on": today()})

    assert words(stage.ada.get(reverse("retention"))).count("Gallras inte") == 4


def test_the_list_asks_the_same_of_one_and_three(stage):
    stage.decide_rule()
    plan = stage.prepare()
    asked(stage)  # what is read once is read
    of_one = asked(stage)
    for _one in range(2):
        ErasurePlan.objects.create(association=stage.here, as_of=today(), digest=plan.digest)

    assert asked(stage) == of_one


def asked(stage):
    with CaptureQueriesContext(connection) as found:
        stage.ada.get(reverse("retention"))
    return len(found)


def test_a_kind_that_is_not_there_is_missing(stage):
    where = reverse("retention_rule", args=[stage.here.pk, "annat"])

    assert stage.ada.get(where).status_code == 404


def test_who_works_with_a_person_sees_that_something_of_theirs_is_to_go(stage, client):
    """The other, whom nobody works with, is in the same plan and is not named."""
    desk = stage.desk
    seen, gone = desk.new_person("Sedd", "Person"), participant(desk.agency, "Okänd", "Annan")
    for one in (seen, gone):
        with row_security.unscoped(reason="a test"):
            sent = Disclosure.objects.create(
                person=one, owner=desk.agency, content="{}", sent_by=one.pk, ground="law"
            )
            rows = Disclosure.objects.unscoped(reason="a test").filter(pk=sent.pk)
            rows.update(sent_at=timezone.now() - timedelta(days=400))
    where = reverse("retention_rule", args=[stage.here.pk, "disclosure"])
    said = {"event": "sent", "months": 12, "decision": "§ 12", "decided_on": today()}
    stage.ada.post(where, said)
    plan = stage.prepare()

    told = words(sign_in(client, desk.elsa).get(reverse("leaving")))

    assert plan.planned.count() == 2
    assert "Sedd Person" in told
    assert "Okänd" not in told
    assert "Kopior av det som har lämnats ut" in told

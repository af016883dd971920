"""Two people erase what is due by an association's rules: what was shown, and nothing else."""

from datetime import timedelta

import pytest

from stegvis.core.actions import row_security
from stegvis.core.models import Erasure, Job
from stegvis.core.values.refusals import Refused
from stegvis.organisations.actions.retention import (
    decide_erasing,
    decide_rule,
    prepare_erasing,
    withdraw_rule,
)
from stegvis.organisations.models import PlannedErasure
from stegvis.organisations.queries.retention import counted, rules_of
from stegvis.organisations.values.retention import NewRule
from stegvis.organisations.values.two_steps import Outcome
from stegvis.participants.models import Person
from tests.people import involve, today, viewer
from tests.queued import work_off
from tests.retained import administrator, filled, left_of, passed

pytestmark = pytest.mark.django_db
WHY = "a test"


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA = tmp_path


class Stage:
    def __init__(self, cast):
        self.here = cast.here.pk
        self.desk = filled(cast)
        self.one, self.two = (viewer(administrator(cast.here, name)) for name in ("ada", "bea"))

    def rule(self, kind="person", event="ended", months=60, **said):
        new = NewRule(kind, event, months, "Direktionen 2026, § 12", today(), **said)
        return decide_rule(self.here, new, viewer=self.one)

    def prepared(self):
        return prepare_erasing(self.here, why="Årlig gallring", viewer=self.one)

    def decided(self, plan, seen=None, outcome=Outcome.APPROVED, by=None, **said):
        seen = plan.digest if seen is None else seen
        decide_erasing(plan.pk, seen=seen, outcome=outcome, viewer=by or self.two, **said)
        work_off("stegvis.organisations.tasks")
        plan.refresh_from_db()
        return plan


@pytest.fixture
def stage(cast):
    return Stage(cast)


def test_without_a_rule_nothing_is_due(stage):
    passed(stage.desk, years=12)

    with pytest.raises(Refused, match="Ingenting är att gallra"):
        stage.prepared()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"decision": " "}, "Skriv vilket beslut"),
        ({"months": 0}, "Tiden är 0 månader"),
        ({"kind": "annat"}, "Välj vad regeln gäller"),
        ({"event": "sent"}, "Välj vad regeln gäller"),
        ({"decided_on": today() + timedelta(days=1)}, "som inte har varit"),
    ],
)
def test_a_rule_is_a_decision(stage, said, words):
    whole = {"kind": "person", "event": "ended", "months": 60, "decided_on": today()}
    new = NewRule(**({"decision": "§ 12"} | whole | said))

    with pytest.raises(Refused, match=words):
        decide_rule(stage.here, new, viewer=stage.one)


def test_what_is_decided_is_erased(stage):
    stage.rule(spares_births=False)
    passed(stage.desk)
    plan = stage.prepared()
    (row,) = counted(plan)

    plan = stage.decided(plan)

    assert row.number == 1
    assert (plan.erased, plan.left) == (1, 0)
    assert left_of(stage.desk.both) == {}
    assert [one.key for one in Erasure.objects.all()] == [stage.desk.person.pk]
    assert Job.objects.get(pk=plan.job).sentence == "1 uppgift är gallrad."


def test_who_prepares_does_not_decide(stage):
    stage.rule(spares_births=False)
    passed(stage.desk)
    plan = stage.prepared()

    with pytest.raises(Refused, match="avgör det inte"):
        stage.decided(plan, by=stage.one)


def test_only_what_was_shown_is_decided(stage):
    stage.rule(spares_births=False)
    passed(stage.desk)
    plan = stage.prepared()
    with pytest.raises(Refused, match="en annan än den du såg"):
        stage.decided(plan, seen="0" * 64)
    one = plan.planned.get()
    PlannedErasure.objects.create(
        plan=plan, rule=one.rule, subject=stage.desk.agency.pk, since=one.since
    )

    with pytest.raises(Refused, match="en annan än den du såg"):
        stage.decided(plan)


def test_one_who_has_come_back_is_left(stage):
    stage.rule(spares_births=False)
    passed(stage.desk)
    plan = stage.prepared()
    involve(stage.desk.elsa, stage.desk.person)

    plan = stage.decided(plan)

    assert (plan.erased, plan.left) == (0, 1)
    assert "participants.Person" in left_of(stage.desk.both)


def test_a_rule_that_was_taken_back_erases_nothing(stage):
    stage.rule(spares_births=False)
    passed(stage.desk)
    plan = stage.prepared()
    withdraw_rule(stage.here, "person", decision="§ 13", decided_on=today(), viewer=stage.one)

    plan = stage.decided(plan)

    assert (plan.erased, plan.left, rules_of(stage.here)) == (0, 1, {})


def test_refused_is_not_erased_and_can_be_prepared_again(stage):
    stage.rule(spares_births=False)
    passed(stage.desk)
    plan = stage.prepared()
    with pytest.raises(Refused, match="väntar redan på beslut"):
        stage.prepared()

    plan = stage.decided(plan, outcome=Outcome.REFUSED, why="Inte i år.")

    assert (plan.done_at, left_of(stage.desk.both) != {}) == (None, True)
    assert stage.prepared().digest == plan.digest


@pytest.mark.parametrize(
    ("number", "due"),
    [
        ("200003159876", False),
        ("200003759876", False),
        (None, False),
        ("200003169876", True),
        ("200003769876", True),
    ],
)
def test_those_of_research_are_spared(stage, number, due):
    """A co-ordination number adds 60 to the day; nobody knows the day of who has none."""
    stage.rule()
    passed(stage.desk)
    with row_security.unscoped(reason=WHY):
        rows = Person.objects.unscoped(reason=WHY).filter(pk=stage.desk.person.pk)
        rows.update(personal_number=number)

    if due:
        assert counted(stage.prepared())[0].number == 1
    else:
        with pytest.raises(Refused, match="Ingenting är att gallra"):
            stage.prepared()


@pytest.mark.parametrize(("kind", "event"), [("attachment", "added"), ("disclosure", "sent")])
def test_what_was_made_today_is_not_due(stage, kind, event):
    stage.rule(kind, event, months=1, spares_births=False)

    with pytest.raises(Refused, match="Ingenting är att gallra"):
        stage.prepared()


def test_a_copy_goes_alone(stage):
    stage.rule("disclosure", "ended", spares_births=False)
    passed(stage.desk)
    before = left_of(stage.desk.both)

    stage.decided(stage.prepared())

    assert before.keys() - left_of(stage.desk.both).keys() == {"participants.Disclosure"}


def test_the_paper_of_a_consent_is_kept(stage):
    stage.rule("attachment", "ended", spares_births=False)
    passed(stage.desk)

    with pytest.raises(Refused, match="Ingenting är att gallra"):
        stage.prepared()

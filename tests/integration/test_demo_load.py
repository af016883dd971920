"""The example in the database: whole, dated from today, and put there once."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from demo.faulty import FAULTS
from demo.journeys import RECORDED
from demo.load import load
from demo.people import (
    ALVA,
    BO,
    CECILIA,
    DISA,
    EBBA,
    ELSEWHERE,
    GUN,
    HERE,
    IDA,
    JON,
    KIM,
    NILS,
    OLLE,
    SHOWN,
)
from demo.persons import PARTICIPANTS
from demo.programmes import STAGED, When
from stegvis.core.actions import row_security
from stegvis.core.actions.row_security import look_as
from stegvis.core.values.sightings import collecting
from stegvis.organisations.actions.retention import decide_erasing
from stegvis.organisations.models import TwoStep, User
from stegvis.organisations.queries.retention import plans_of
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.organisations.values.roles import ROLE_OF
from stegvis.organisations.values.two_steps import Outcome
from stegvis.participants.actions.log_reviews import is_as_signed
from stegvis.participants.models import Consent, Disclosure, Merge
from stegvis.participants.queries.attachments import attachments_of
from stegvis.participants.queries.handover import waiting_leavers
from stegvis.participants.queries.log_reviews import alarms_of, drawn_rows, reviews_of
from stegvis.participants.queries.merging import MERGING
from stegvis.participants.queries.persons import persons_of
from stegvis.participants.queries.questions import questions_of
from stegvis.participants.values.numbers import read_number
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.definitions import decided, definition_of
from stegvis.programmes.queries.programmes import programmes_of
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.reports.models import FrozenReport, Report
from stegvis.results.actions.recorded import make_facts
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.models import Delivery, Fact
from stegvis.results.queries.deliveries import told_in
from stegvis.results.queries.facts import facts_of
from stegvis.results.values.deliveries import APPLIED, CHECKED
from stegvis.results.values.figures import Coverage
from tests.cast import PASSWORD
from tests.people import looking

WHY = "a test"


@pytest.fixture(scope="module")
def today():
    return timezone.localdate()


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, today):
    """Once for all that look at it, in a transaction that is never committed."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(today, password=PASSWORD)
        transaction.set_rollback(True)


def seen_by(person, today):
    user = User.objects.get(email=person.email)
    return [one.slug for one in programmes_of(viewer_for(user.pk, on=today))]


def test_example_is_loaded_once(loaded, today):
    assert (loaded, load(today, password=PASSWORD)) == (True, False)


def test_each_leader_sees_the_programmes_of_the_own_association(loaded, today):
    assert sorted(seen_by(ALVA, today)) == [
        "enter",
        "forrehabiliterande-insatser",
        "hikikomori",
        "impuls",
        "ung-framtid",
    ]
    assert sorted(seen_by(CECILIA, today)) == ["3-4-4", "sara"]


def test_programmes_are_where_they_should_be_in_their_time(loaded, today):
    periods = {
        one.slug: decided(one).definition
        for one in Programme.objects.unscoped(reason=WHY).filter(whole=None)
    }

    year = timedelta(days=366)
    for staged in STAGED:
        first, last = periods[staged.slug].first_day, periods[staged.slug].last_day
        expected = {
            When.GOING_ON: first < today < last <= today + year,
            When.ENDED: today - year <= last <= today,
            When.BEGUN: today - year <= first <= today < last,
        }
        assert expected[staged.when], staged.slug


def test_no_row_was_left_out_and_none_is_of_the_future(loaded, today):
    deliveries = Delivery.objects.unscoped(reason=WHY).filter(state=APPLIED)

    assert {one.rows_left_out for one in deliveries} == {0}
    assert max(one.extracted_on for one in deliveries) < today
    assert all(one.applied_at.date() == one.extracted_on for one in deliveries)
    late = Fact.objects.unscoped(reason=WHY).filter(effective_on__gt=today)
    assert list(late) == []


def test_definitions_name_the_own_association(loaded):
    said = {
        one.slug: set(decided(one).definition.associations)
        for one in Programme.objects.unscoped(reason=WHY)
    }

    assert said["ung-framtid"] == {HERE}
    assert said["sara"] == {ELSEWHERE}


def test_faulty_delivery_waits_with_its_faults(loaded):
    waiting = Delivery.objects.unscoped(reason=WHY).get(state=CHECKED)

    found = {(one.sheet, one.row) for one in told_in(waiting).faults}
    assert found == {(TABLE_OF[table].title, row) for table, _heading, row, _written in FAULTS}


def test_one_report_is_written_and_one_is_frozen(loaded):
    reports = Report.objects.unscoped(reason=WHY)
    found = {(one.programme.slug, frozen_of(one).count()) for one in reports}

    assert found == {("sara", 1), ("ung-framtid", 0)}


def frozen_of(report):
    return FrozenReport.objects.unscoped(reason=WHY).filter(report=report)


def test_changed_programme_has_both_its_versions(loaded):
    programme = Programme.objects.unscoped(reason=WHY).get(slug="ung-framtid")
    first, second = programme.versions.order_by("number")

    goals = [{goal.id for goal in definition_of(one).goals} for one in (first, second)]
    assert goals[1] - goals[0] == {"smail-done"}
    assert first.effective_on < second.effective_on < timezone.localdate()


def persons_of_demo(person, today):
    user = User.objects.get(email=person.email)
    viewer = viewer_for(user.pk, on=today)
    look_as(viewer)
    with collecting(purpose=WHY):
        known = {(one.given_name, one.family_name) for one in PARTICIPANTS}
        seen = [(one.given_name, one.family_name) for one in persons_of(viewer)]
        return sorted(" ".join(one) for one in seen if one in known)


@pytest.mark.parametrize(
    ("person", "names"),
    [
        (GUN, ["Emil Ek", "Nora Nord", "Viktor Vik", "Åsa Öberg", "Åsa Öberg"]),
        (ALVA, ["Emil Ek", "Samira Said", "Viktor Vik", "Åsa Öberg"]),
        (BO, ["Emil Ek", "Samira Said", "Åsa Öberg"]),
        (JON, ["Nora Nord", "Viktor Vik", "Åsa Öberg", "Åsa Öberg"]),
        (OLLE, ["Åsa Öberg"]),
        (CECILIA, ["Lars Lind"]),
        (DISA, []),
        (KIM, []),
    ],
    ids=lambda one: getattr(one, "role", ""),
)
def test_each_role_sees_its_own_participants(loaded, today, person, names):
    assert persons_of_demo(person, today) == names


def test_one_question_waits_for_the_unit_of_a_case_worker(loaded, today):
    user = User.objects.get(email=GUN.email)
    viewer = viewer_for(user.pk, on=today)
    look_as(viewer)
    with collecting(purpose=WHY):
        (question,) = questions_of(viewer)
    assert (str(question.person), question.asked_by) == ("Emil Ek", "Bo Berg")


def test_every_role_can_be_tried():
    assert sorted({one.role for one in SHOWN}) == sorted(ROLE_OF)


def viewer_of(person, today):
    user = User.objects.get(email=person.email)
    viewer = viewer_for(user.pk, on=today)
    look_as(viewer)
    return viewer


def test_officer_sees_less_of_the_same_person_and_why(loaded, today):
    told = {}
    for person in (GUN, BO):
        viewer = viewer_of(person, today)
        with collecting(purpose=WHY):
            asa = persons_of(viewer).exclude(number_index=None).get(given_name="Åsa")
            files = attachments_of(viewer, asa)
            told[person] = (asa.seen_because, {one.title: one.seen_because for one in files})

    guns = dict.fromkeys(("CV.docx", "Läkarintyg.pdf", "Trappan i verkstaden.png"), "registered")
    bos = dict.fromkeys(("CV.docx", "Trappan i verkstaden.png"), "team_consent")
    assert told == {GUN: ("registered", guns), BO: ("partner", bos)}


def test_a_consent_is_withdrawn_and_what_was_told_is_received(loaded, today):
    viewer = viewer_of(GUN, today)
    with collecting(purpose=WHY):
        consents = Consent.objects.visible_to(viewer).exclude(withdrawn_at=None)
        gone = [(str(one.person), one.purpose) for one in consents]
        told = Disclosure.objects.visible_to(viewer).order_by("sent_at")
        receipts = [one.received_at is not None for one in told]

    assert (gone, sorted(receipts)) == ([("Emil Ek", "team")], [False, True])


def test_one_double_is_merged_and_one_waits(loaded):
    with row_security.unscoped(reason=WHY):
        merges = Merge.objects.unscoped(reason=WHY).select_related("double")
        merged = {str(one.double): one.double.merged_into_id == one.person_id for one in merges}

    assert merged == {"Viktor Vik": True, "Åsa Öberg": False}


def test_two_matters_wait_for_the_manager(loaded, today):
    viewer = viewer_of(EBBA, today)
    (plan,) = plans_of(viewer)
    waiting = TwoStep.objects.filter(outcome="").exclude(kind=MERGING)

    assert sorted(one.kind for one in waiting) == ["erasing", "grant"]
    assert (plan.number, plan.spared) == (3, 1)
    assert decide_erasing(
        plan.pk, seen=plan.digest, outcome=Outcome.REFUSED, viewer=viewer, why="Bara för prov"
    )


def test_a_head_has_cases_of_one_who_leaves(loaded, today):
    with looking(User.objects.get(email=IDA.email)) as viewer:
        told = [(one.name, one.leaves_on, n) for one, n in waiting_leavers(viewer)]
    assert told == [(NILS.name, today + timedelta(weeks=2, days=1), 2)]


def test_a_head_has_a_review_signed_one_under_way_and_an_alarm(loaded, today):
    viewer = viewer_of(IDA, today)
    under_way, signed = reviews_of(viewer)
    with collecting(purpose=WHY):
        judged = [one.judgement is not None for one in drawn_rows(viewer, under_way)]

    assert is_as_signed(signed.protocol)
    assert (any(judged), all(judged)) == (True, False)
    evening = today - timedelta(days=3)
    assert alarms_of(viewer).filter(day=evening).values_list("risk", "count").get() == (
        "off_hours",
        9,
    )


def test_numbers_of_the_example_are_those_for_tests(today):
    numbers = [read_number(one.number, on=today) for one in PARTICIPANTS if one.number]
    assert all(one.is_for_tests for one in numbers)


def test_a_programme_is_recorded_on_screen_and_says_of_how_many_it_is_made(loaded, today):
    programme = Programme.objects.unscoped(reason=WHY).get(slug=RECORDED)

    said = make_facts(programme, on=today)

    assert said == "23 inskrivningar är med i siffrorna."
    known = decided(programme).definition
    found = evaluate(known, (), facts_of(programme), as_of=today).figure("persons")
    assert (found.k, found.coverage) == (23, Coverage(23, 24))
    assert {code: cell.k for code, cell in found.groups["gender"].items()} == {
        "man": 12,
        "woman": 11,
    }

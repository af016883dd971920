"""Recording a journey: what is kept, what is refused, what asks for a decision."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.core.actions.versions import ChangedMeanwhileError
from stegvis.core.models import Job
from stegvis.core.values.refusals import Refused
from stegvis.core.values.remembered import remembering
from stegvis.core.values.viewers import NOBODY
from stegvis.journeys.actions.enrolments import (
    Coming,
    Leaving,
    change_enrolment,
    leave,
    stay,
)
from stegvis.journeys.actions.followed import (
    LivedOn,
    Planned,
    correct,
    record,
    remove,
)
from stegvis.journeys.models import Earlier, Enrolment, Income, Plan
from stegvis.journeys.policies.recording import Decision
from stegvis.journeys.queries.due import PlansToMake, plans_to_make
from stegvis.journeys.queries.journeys import journeys_of
from stegvis.journeys.values.journeys import Doubt, Moment
from stegvis.participants.models import Involvement
from stegvis.programmes.queries.definitions import decided
from tests.cast import decided_programme
from tests.desk import ENROLLED, case_worker, desk, tomorrow
from tests.people import agency_of, consent, exception, involve, looking
from tests.people import viewer as viewer_of

__all__ = ["desk"]

pytestmark = pytest.mark.django_db
LEFT = Leaving(date(2023, 9, 30), "work_or_studies", "work", completed=True)


def kept(model):
    with row_security.unscoped(reason="a test"):
        return list(model.objects.unscoped(reason="a test").order_by("pk"))


def save(row):
    with transaction.atomic():
        row.save()


def involvements(**fields):
    return list(Involvement.objects.unscoped(reason="a test").filter(**fields))


def test_whoever_enrols_is_involved_with_what_they_saw(desk):
    Involvement.objects.unscoped(reason="a test").update(classes=["ordinary"])

    enrolment = desk.enrol(referral_source="health_centre", education="primary")

    (new,) = involvements(programme=desk.programme)
    assert (new.user, new.classes, new.reason) == (desk.elsa, ["ordinary"], "case_worker")
    assert (new.source, new.named, new.agency) == (enrolment.pk, False, desk.agency)
    assert (enrolment.owner, enrolment.about, enrolment.version) == (desk.agency, "ordinary", 1)


def test_the_named_list_of_a_protected_person_is_not_left(desk):
    person = desk.new_person("Ej", "Synlig", protection="marked")

    desk.enrol(person)

    assert [one.named for one in involvements(person=person)] == [True, True]


def test_enrolling_asks_for_the_figures_once(desk):
    desk.enrol()
    desk.enrol(desk.new_person("Åke", "Ås"))

    jobs = Job.objects.filter(kind__endswith="count_recorded")
    assert [(one.subject, one.lock) for one in jobs] == [
        (desk.programme.pk, f"facts {desk.programme.pk}")
    ]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"on": tomorrow()}, "har inte kommit än"),
        ({"on": date(1999, 1, 1)}, "födelseår 2000"),
        ({"education": "chess"}, "finns inte i insatsens lista"),
        ({"referral_source": "moon"}, "finns inte i insatsens lista"),
    ],
)
def test_what_cannot_be_true_is_refused(desk, fields, sentence):
    with pytest.raises(Refused, match=sentence):
        desk.enrol(**fields)
    assert kept(Enrolment) == []


def test_somebody_who_only_reads_cannot_enrol(desk):
    involve(desk.cast.bo, desk.person)
    desk.elsa = desk.cast.bo

    with pytest.raises(Refused, match="Du kan läsa men inte skriva"):
        desk.enrol()


def test_a_programme_of_another_association_is_refused(desk):
    with pytest.raises(Refused, match="olika förbund"):
        desk.enrol(programme=desk.cast.foreign)


@pytest.mark.parametrize(
    ("on", "born", "doubt"),
    [
        (date(2021, 12, 31), 2000, Doubt.BEFORE_PERIOD),
        (date(2025, 1, 1), 2000, Doubt.AFTER_PERIOD),
        (ENROLLED, 1993, Doubt.OUTSIDE_TARGET_GROUP),
    ],
)
def test_what_practice_may_decide_asks_who_and_why(desk, on, born, doubt):
    person = desk.new_person("Åke", "Ås", birth_year=born)

    with pytest.raises(Refused, match="Skriv varför det ändå är rätt"):
        desk.enrol(person, on)
    enrolment = desk.enrol(person, on, decision=Decision(" Styrgruppen sade ja. "))

    assert enrolment.doubts == [doubt]
    assert (enrolment.decided_by, enrolment.decided_why) == (desk.elsa.pk, "Styrgruppen sade ja.")


def test_nobody_is_enrolled_twice_at_once(desk):
    first = desk.enrol()

    with pytest.raises(Refused, match="redan inskriven"):
        desk.enrol(on=date(2024, 1, 1))
    with looking(desk.elsa) as viewer:
        leave(first.pk, LEFT, version=1, viewer=viewer)
    desk.enrol(on=LEFT.exited_on)
    with looking(desk.elsa) as viewer, pytest.raises(Refused, match="redan inskriven"):
        stay(first.pk, version=2, viewer=viewer)


def test_an_enrolment_in_error_stands_in_nobodys_way(desk):
    first = desk.enrol()
    with looking(desk.elsa) as viewer:
        leave(first.pk, Leaving(ENROLLED, "registered_in_error"), version=1, viewer=viewer)

    assert desk.enrol().enrolled_on == ENROLLED


def test_the_database_itself_refuses_an_exit_before_the_enrolment(desk):
    first = desk.enrol()

    first.exited_on = ENROLLED - timedelta(days=1)
    with row_security.unscoped(reason="a test"), pytest.raises(IntegrityError):
        save(first)


@pytest.mark.parametrize(
    ("leaving", "sentence"),
    [
        (Leaving(ENROLLED - timedelta(days=1)), "före inskrivningen"),
        (Leaving(tomorrow()), "har inte kommit än"),
        (Leaving(ENROLLED, "bored"), "finns inte i insatsens lista"),
        (Leaving(ENROLLED, "moved", "moon"), "finns inte i insatsens lista"),
    ],
)
def test_an_exit_that_cannot_be_is_refused(desk, leaving, sentence):
    first = desk.enrol()

    with looking(desk.elsa) as viewer, pytest.raises(Refused, match=sentence):
        leave(first.pk, leaving, version=1, viewer=viewer)


def test_what_stood_before_is_kept(desk):
    first = desk.enrol(education="primary")
    with looking(desk.elsa) as viewer:
        leave(first.pk, LEFT, version=1, viewer=viewer)
        changed = change_enrolment(
            first.pk, Coming(ENROLLED, education="unknown"), version=2, viewer=viewer
        )
        assert stay(first.pk, version=3, viewer=viewer).exited_on is None

    assert (changed.education, changed.destination, changed.version) == ("unknown", "work", 3)
    earlier = sorted(kept(Earlier), key=lambda one: one.of_version)
    assert [(one.of_version, one.recorded_by) for one in earlier] == [
        (version, desk.elsa.pk) for version in (1, 2, 3)
    ]
    assert '"education": "primary"' in earlier[0].stood
    assert '"exited_on": "2023-09-30"' in earlier[1].stood


def test_a_change_that_changes_nothing_is_none(desk):
    first = desk.enrol()

    with looking(desk.elsa) as viewer:
        change_enrolment(first.pk, Coming(ENROLLED), version=1, viewer=viewer)

    assert [one.version for one in kept(Enrolment)] == [1]
    assert kept(Earlier) == []


def test_two_who_change_at_once_do_not_lose_each_others(desk):
    first = desk.enrol()

    with looking(desk.elsa) as viewer:
        leave(first.pk, LEFT, version=1, viewer=viewer)
        with pytest.raises(ChangedMeanwhileError):
            change_enrolment(first.pk, Coming(ENROLLED), version=1, viewer=viewer)

    assert [one.exited_on for one in kept(Enrolment)] == [LEFT.exited_on]


def test_a_doubt_that_was_decided_stays_decided(desk):
    first = desk.enrol(on=date(2021, 12, 31), decision=Decision("Ja."))

    with looking(desk.elsa) as viewer:
        coming = Coming(date(2021, 12, 30), education="primary")
        changed = change_enrolment(first.pk, coming, version=1, viewer=viewer)

    assert (changed.doubts, changed.decided_why) == (["before_period"], "Ja.")


def test_plans_and_incomes_are_added_changed_and_taken_away(desk):
    first = desk.enrol()
    with looking(desk.elsa) as viewer:
        plan = record(first.pk, Planned("joint_plan", ENROLLED), viewer=viewer)
        correct(plan.pk, Planned("joint_plan", ENROLLED, accepted=True), version=1, viewer=viewer)
        record(first.pk, LivedOn(Moment.BEFORE, "income_support", ENROLLED), viewer=viewer)
        remove(Planned, plan.pk, version=2, viewer=viewer)

    assert kept(Plan) == []
    assert [one.income for one in kept(Income)] == ["income_support"]
    assert sorted((one.of_version, one.removed) for one in kept(Earlier)) == [(1, False), (2, True)]


def test_the_same_plan_stands_once(desk):
    first = desk.enrol()

    with looking(desk.elsa) as viewer:
        record(first.pk, Planned("sip", ENROLLED), viewer=viewer)
        with pytest.raises(Refused, match="Det står redan"):
            record(first.pk, Planned("sip", ENROLLED), viewer=viewer)


@pytest.mark.parametrize("moment", [Moment.EXIT, Moment.MONTHS_6, Moment.MONTHS_12])
def test_an_income_after_the_exit_needs_an_exit(desk, moment):
    first = desk.enrol()

    with looking(desk.elsa) as viewer, pytest.raises(Refused, match="Skriv in avslutet först"):
        record(first.pk, LivedOn(moment, "salary", ENROLLED), viewer=viewer)


def test_another_agency_reads_by_consent_and_changes_nothing(desk):
    first = desk.enrol()
    eva = case_worker(desk.cast, "Eva Ekman")
    involve(eva, desk.person)
    consent(desk.person, desk.agency, [agency_of(eva)])

    with looking(eva) as viewer:
        (seen,) = journeys_of(viewer, desk.person)
        assert seen.enrolment.seen_because == "team_consent"
        with pytest.raises(Refused, match="hör till en annan part"):
            leave(first.pk, LEFT, version=1, viewer=viewer)


def test_another_agency_sees_nothing_of_it_without_consent(desk):
    desk.enrol()
    involve(desk.cast.bo, desk.person)

    with looking(desk.cast.bo) as viewer:
        assert journeys_of(viewer, desk.person) == []


def test_an_exception_hides_the_journey(desk):
    desk.enrol()
    exception(desk.person, against_user=desk.elsa)

    with looking(desk.elsa) as viewer:
        assert journeys_of(viewer, desk.person) == []


@pytest.mark.parametrize("number", [1, 3])
def test_a_way_costs_the_same_however_many_enrolments(desk, number, django_assert_num_queries):
    for one in range(number):
        row = desk.enrol(on=ENROLLED + timedelta(days=10 * one))
        with looking(desk.elsa) as viewer:
            leave(row.pk, Leaving(row.enrolled_on), version=1, viewer=viewer)

    with looking(desk.elsa) as viewer, remembering(), django_assert_num_queries(7):
        assert len(journeys_of(viewer, desk.person)) == number


def test_every_table_of_a_journey_is_behind_the_wall(desk):
    desk.enrol()
    with connection.cursor() as cursor:
        row_security.look_as(NOBODY)
        cursor.execute("SELECT count(*) FROM journeys_enrolment")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize(
    ("days_ago", "late", "this_week"),
    [(0, 0, 0), (50, 0, 0), (57, 0, 1), (90, 1, 0)],
)
def test_plans_to_make_are_counted_without_looking_at_anybody(desk, days_ago, late, this_week):
    programme = decided_programme(desk.cast.here, "forrehabiliterande-insatser")
    on = timezone.localdate() - timedelta(days=days_ago)
    desk.enrol(programme=programme, on=on, decision=Decision("Ja."))
    row_security.look_as(elsa := viewer_of(desk.elsa))

    told = plans_to_make(elsa, programme, decided(programme).definition)

    assert (told.late, told.this_week) == (late, this_week)


def test_a_plan_that_is_made_is_not_to_make(desk):
    programme = decided_programme(desk.cast.here, "forrehabiliterande-insatser")
    on = timezone.localdate() - timedelta(days=90)
    row = desk.enrol(programme=programme, on=on, decision=Decision("Ja."))

    with looking(desk.elsa) as viewer:
        record(row.pk, Planned("action_plan", on), viewer=viewer)
        told = plans_to_make(viewer, programme, decided(programme).definition)

    assert told == PlansToMake()

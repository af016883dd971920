"""What is recorded on screen becomes facts: the same as from a file, and nothing nameable."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from demo.tables import Tables
from stegvis.core.actions import row_security
from stegvis.core.models import Job
from stegvis.core.values.refusals import Refused
from stegvis.journeys.actions.counting import COUNT_RECORDED
from stegvis.journeys.actions.enrolments import Leaving, leave
from stegvis.journeys.actions.followed import LivedOn, Planned, record
from stegvis.journeys.policies.recording import Decision
from stegvis.journeys.values.journeys import Moment
from stegvis.participants.actions.consents import withdraw
from stegvis.participants.actions.counting import COUNT_ANEW
from stegvis.participants.models import ConsentRules, Person
from stegvis.programmes.queries.definitions import decided
from stegvis.results.actions import facts as fact_actions
from stegvis.results.actions.recorded import ask_for_each, make_facts
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.models import DeliveredTable, Delivery, Fact
from stegvis.results.policies.deliveries import check_can_undo
from stegvis.results.policies.sources import check_can_record, is_delivered, is_recorded
from stegvis.results.queries.deliveries import deliveries_of
from stegvis.results.queries.facts import data_state, facts_of
from stegvis.results.values.figures import Coverage
from stegvis.results.values.recorded import PEOPLE
from tests.cast import decided_programme
from tests.delivered import deliver_sheets
from tests.desk import ENROLLED, desk
from tests.people import consent, looking, today
from tests.queued import work_off

__all__ = ["desk"]

pytestmark = pytest.mark.django_db
UNTIL = date(2024, 12, 31)
CANARY = "Kanariefågel"

PEOPLE_RECORDED = [
    ("woman", 2000, 0, "psychiatry", "primary", (200, "work_or_studies", "work", True), 30, 1, 1),
    ("man", 1999, 10, "school", "", (300, "moved", "moved", False), None, 1, 0),
    ("woman", 2003, 20, "", "upper_secondary", None, 40, 1, 0),
    ("man", 2001, 30, "own_initiative", "", (100, "illness", "", None), 50, 0, 0),
]
"""Gender, born, day of coming, source, education, exit, day of plan, income before and after."""


def day(after):
    return ENROLLED + timedelta(days=after)


def record_people(desk):
    with looking(desk.elsa) as viewer:
        for number, one in enumerate(PEOPLE_RECORDED):
            gender, born, came, source, education, left, plan, before, after = one
            person = desk.new_person(f"{CANARY}{number}", CANARY, birth_year=born, gender=gender)
            row = desk.enrol(person, day(came), referral_source=source, education=education)
            if plan:
                record(row.pk, Planned("joint_plan", day(plan), accepted=True), viewer=viewer)
            if before:
                lived = LivedOn(Moment.BEFORE, "income_support", day(came))
                record(row.pk, lived, viewer=viewer)
            if left:
                leave(row.pk, Leaving(day(left[0]), *left[1:]), version=1, viewer=viewer)
            if after:
                record(row.pk, LivedOn(Moment.EXIT, "salary", day(left[0])), viewer=viewer)


def the_same_as_a_file(programme):
    """Written by hand, as an association without a screen would."""
    tables = Tables(programme.slug)
    tables.about(decided(programme).definition.version, today())
    tables.empty(*PEOPLE)
    for number, one in enumerate(PEOPLE_RECORDED):
        gender, born, came, source, education, left, plan, before, after = one
        key = {"enrolment": f"e{number}"}
        person = {"gender": gender, "birth_year": born, "municipality": "alvnas"}
        tables.add("persons", person=f"p{number}", education=education or None, **person)
        tables.add(
            "enrolments",
            person=f"p{number}",
            enrolled_on=day(came),
            referral_source=source or None,
            **key,
        )
        if plan:
            tables.add(
                "plans", plan_kind="joint_plan", established_on=day(plan), accepted=True, **key
            )
        if before:
            tables.add(
                "situations", moment="before", income="income_support", known_on=day(came), **key
            )
        if left:
            _leave(tables, key, left, after)
    return tables


def _leave(tables, key, left, after):
    on, reason, to, completed = day(left[0]), *left[1:]
    tables.add("exits", exited_on=on, exit_reason=reason, completed=completed, **key)
    if to:
        tables.add("destinations", moment="exit", destination=to, known_on=on, **key)
    if after:
        tables.add("situations", moment="exit", income="salary", known_on=on, **key)


def figures(programme, as_of=UNTIL):
    known = decided(programme)
    return evaluate(known.definition, known.parts, facts_of(programme), as_of=as_of)


def bare(found):
    """Without the digest of what it was counted from."""
    return replace(found, data_state="", parts=tuple(map(bare, found.parts)))


def coverage(programme):
    return figures(programme, today()).figure("persons").coverage


def kept():
    return list(Fact.objects.unscoped(reason="a test").standing())


def rows_in(table):
    return [one.values for one in kept() if one.table == table]


def made(desk):
    return make_facts(desk.programme, on=today())


def test_figures_are_those_of_the_same_people_in_a_file(desk, elsewhere):
    record_people(desk)
    deliver_sheets(elsewhere, the_same_as_a_file(elsewhere))

    assert made(desk) == "4 inskrivningar är med i siffrorna."
    on_screen, in_a_file = figures(desk.programme), figures(elsewhere)

    assert len(on_screen.figures) > 20
    differing = [
        (one.id, one, other)
        for one, other in zip(on_screen.figures, in_a_file.figures, strict=True)
        if one != other
    ]
    assert differing == []
    assert bare(on_screen) == bare(in_a_file)


@pytest.fixture
def elsewhere(cast):
    whole = decided_programme(cast.elsewhere, "ung-framtid")
    decided_programme(cast.elsewhere, "halsoverket", whole=whole)
    return whole


def test_nothing_that_says_who_it_is_becomes_a_fact(desk):
    record_people(desk)
    with row_security.unscoped(reason="a test"):
        Person.objects.unscoped(reason="a test").update(
            municipality=CANARY, personal_number="200001019999"
        )
        persons = list(Person.objects.unscoped(reason="a test"))
    made(desk)

    told = " ".join(f"{one.key} {one.values}" for one in kept())
    assert {one.table for one in kept()} == set(PEOPLE) - {"anonymous", "consents"}
    assert CANARY not in told
    assert [one.pk for one in persons if str(one.pk) in told or one.pk.hex in told] == []
    assert "20000101" not in told
    assert {one["municipality"] for one in rows_in("persons")} == {"other_municipality"}


def test_the_same_person_is_another_in_another_programme(desk, cast):
    desk.enrol()
    made(desk)
    here = rows_in("persons")[0]["person"]
    other = decided_programme(cast.here, "hikikomori")
    desk.enrol(programme=other, on=date(2019, 1, 1), decision=Decision("Ja."))
    make_facts(other, on=today())

    assert len({one["person"] for one in rows_in("persons")} | {here}) == 2


def test_a_protected_person_is_one_of_so_many(desk):
    desk.enrol()
    desk.enrol(desk.new_person("Ej", "Synlig", protection="marked"))
    made(desk)

    assert rows_in("anonymous") == [
        {"programme": "ung-framtid", "year": 2023, "gender": "woman", "number": 1}
    ]
    assert [len(rows_in(one)) for one in ("persons", "enrolments")] == [1, 1]
    assert coverage(desk.programme) == Coverage(1, 2)


def test_whoever_has_not_agreed_to_statistics_is_anonymous_where_it_is_asked_for(desk):
    agreed, refused = desk.person, desk.new_person("Nej", "Tack", gender="unknown")
    for one in (agreed, refused):
        desk.enrol(one)
    consent(agreed, desk.agency, [], purpose="statistics")
    made(desk)
    assert coverage(desk.programme) is None

    ConsentRules.objects.create(association=desk.cast.here, statistics_need_consent=True)
    made(desk)

    assert coverage(desk.programme) == Coverage(1, 2)
    assert rows_in("anonymous")[0]["gender"] is None
    assert [one["consent_purpose"] for one in rows_in("consents")] == ["statistics"]


def test_a_withdrawal_takes_the_person_out_of_the_facts(desk):
    ConsentRules.objects.create(association=desk.cast.here, statistics_need_consent=True)
    desk.enrol()
    given = consent(desk.person, desk.agency, [], purpose="statistics")
    made(desk)
    assert len(rows_in("persons")) == 1

    given.withdrawn_at = timezone.now()
    given.save()
    made(desk)

    assert rows_in("persons") == rows_in("enrolments") == rows_in("consents") == []
    assert len(rows_in("anonymous")) == 1


def test_an_anonymous_person_who_came_back_is_one(desk):
    person = desk.new_person("Ej", "Synlig", protection="marked")
    first = desk.enrol(person)
    with looking(desk.elsa) as viewer:
        leave(first.pk, Leaving(day(10)), version=1, viewer=viewer)
    desk.enrol(person, date(2024, 5, 1))
    made(desk)

    assert [(one["year"], one["number"]) for one in rows_in("anonymous")] == [(2023, 1)]


def test_a_merged_person_is_counted_as_the_one_who_was_kept(desk):
    desk.enrol(desk.person)
    row = desk.enrol(desk.new_person("Åke", "Ås"), date(2022, 5, 1))
    with row_security.unscoped(reason="a test"):
        Person.objects.unscoped(reason="a test").filter(pk=row.person_id).update(
            merged_into=desk.person
        )
    made(desk)

    assert len(rows_in("persons")) == 1
    assert len(rows_in("enrolments")) == 2


def test_making_again_changes_nothing_and_counts_nothing_anew(desk):
    desk.enrol()
    made(desk)
    state, jobs = data_state(desk.programme), Job.objects.count()

    make_facts(desk.programme, on=today() + timedelta(days=1))

    assert data_state(desk.programme) == state
    assert Job.objects.count() == jobs
    assert Delivery.objects.unscoped(reason="t").get().extracted_on == today() + timedelta(days=1)


def test_a_programme_without_recorded_people_gets_no_tables(desk):
    assert made(desk) == "Ingen är registrerad i insatsen."
    assert not DeliveredTable.objects.unscoped(reason="t").exists()


def test_people_come_from_the_screen_or_from_a_file(desk):
    desk.enrol()
    made(desk)
    assert (is_recorded(desk.programme), is_delivered(desk.programme)) == (True, False)

    with pytest.raises(Refused, match=r"registreras i Stegvis.*Personer, Inskrivningar"):
        deliver_sheets(desk.programme, the_same_as_a_file(desk.programme))


def test_a_file_may_bring_what_is_not_about_people(desk):
    desk.enrol()
    made(desk)
    tables = Tables(desk.programme.slug)
    tables.about(decided(desk.programme).definition.version, today())
    tables.empty("persons", "enrolments", "plans")
    tables.add_kronor("granted", ENROLLED, 100, "association")

    deliver_sheets(desk.programme, tables)

    assert len(rows_in("money")) == len(rows_in("enrolments")) == 1
    assert figures(desk.programme).figure("persons").k == 1


def test_what_came_in_a_file_is_not_recorded_beside_it(desk):
    deliver_sheets(desk.programme, the_same_as_a_file(desk.programme))
    with pytest.raises(Refused, match="har lämnats som fil"):
        check_can_record(desk.programme)

    desk.enrol()
    with pytest.raises(Refused, match="har lämnats som fil"):
        made(desk)

    assert len(rows_in("persons")) == len(PEOPLE_RECORDED)


def test_what_is_recorded_is_no_delivery_to_look_at_or_undo(desk):
    tables = Tables(desk.programme.slug)
    tables.about(decided(desk.programme).definition.version, today())
    tables.add_kronor("granted", ENROLLED, 100, "association")
    deliver_sheets(desk.programme, tables)
    (by_file,) = Delivery.objects.unscoped(reason="t")
    desk.enrol()
    made(desk)

    with looking(desk.elsa) as viewer:
        assert list(deliveries_of(viewer, desk.programme)) == [by_file]
    check_can_undo(by_file)
    fact_actions.undo(by_file, by=None)
    assert (len(rows_in("money")), len(rows_in("enrolments"))) == (0, 1)


def test_each_recorded_programme_is_asked_for_once_an_hour(desk):
    desk.enrol()
    made(desk)
    Job.objects.all().delete()

    ask_for_each()
    ask_for_each()

    assert Job.objects.filter(kind__endswith="count_recorded").count() <= 1


def test_agencies_of_several_parts_are_counted_together(desk, cast):
    part = cast.programme.parts(manager="objects").unscoped(reason="t").get()
    desk.enrol(programme=part, on=date(2024, 1, 1))
    made(desk)

    assert [one["programme"] for one in rows_in("enrolments")] == ["halsoverket"]


def test_a_withdrawal_asks_for_the_figures_at_once_and_names_nobody(desk):
    desk.enrol()
    work_off(COUNT_RECORDED)
    consent(desk.person, desk.agency, [], purpose="statistics")
    Job.objects.all().delete()

    with looking(desk.elsa) as viewer:
        withdraw(desk.person.pk, viewer=viewer)
    assert [(one.subject, one.lock) for one in Job.objects.all()] == [
        (desk.cast.here.pk, f"recorded {desk.cast.here.pk}")
    ]
    work_off(COUNT_ANEW)

    asked = Job.objects.get(kind__endswith="count_recorded")
    assert (asked.subject, asked.asked_by) == (desk.programme.pk, None)

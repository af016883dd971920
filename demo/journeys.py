"""A programme whose participants are recorded on screen: about eight facts of each of them.

Invented, all of it, and put there by Gun through the actions that her screens use.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from demo.invention import Invention
from demo.people import GUN
from stegvis.core.actions.access_log import working_for
from stegvis.core.actions.row_security import look_as
from stegvis.core.values.viewers import Viewer
from stegvis.journeys.actions.enrolments import Coming, Leaving, enrol, leave
from stegvis.journeys.actions.followed import LivedOn, Planned, record
from stegvis.journeys.models import Enrolment
from stegvis.journeys.policies.recording import Decision
from stegvis.journeys.values.journeys import Moment
from stegvis.organisations.models import User
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.actions.registering import register
from stegvis.participants.models import Merge, Person
from stegvis.participants.queries.persons import person_of, persons_of
from stegvis.participants.queries.seats import seats_of
from stegvis.participants.values.persons import Gender, Ground
from stegvis.participants.values.registering import NewPerson
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.definitions import decided

RECORDED = "forrehabiliterande-insatser"
WHY = "the example"
NEW = 20
LONGEST_AGO = 250  # days
PLANNED_AFTER, STAYED = (15, 70), (60, 160)  # days
AGES = (19, 29)  # of the programme's target group
SHARE_PLANNED, SHARE_LEFT = 0.7, 0.4

WOMEN = ("Alice", "Elin", "Fatima", "Hanna", "Iman", "Julia", "Klara", "Lina", "Maja", "Saga")
MEN = ("Ali", "Axel", "Filip", "Hugo", "Isak", "Leo", "Liam", "Noel", "Omar", "Vilgot")
FAMILIES = ("Asp", "Björk", "Ceder", "Dahl", "Eng", "Falk", "Gran", "Hed", "Lund", "Stig")
SOURCES = ("psychiatry", "municipality", "social_insurance", "own_initiative", "")
EDUCATIONS = ("primary", "upper_secondary_incomplete", "upper_secondary", "")
BEFORE = ("activity_compensation", "income_support", "sickness_benefit")
LED_TO = (
    ("work_or_studies", "work", "salary"),
    ("work_or_studies", "studies", "student_aid"),
    ("according_to_plan", "work_preparing_programme", "activity_support"),
    ("illness", "care", "sickness_benefit"),
    ("moved", "", ""),
)


@dataclass(frozen=True)
class _Recorder:
    """Gun at her desk, on one day."""

    programme: Programme
    first: date
    viewer: Viewer
    invented: Invention

    def put(self, person: Person) -> None:
        came = max(self.first, self.viewer.on - _days(self.invented.whole(3, LONGEST_AGO)))
        age = came.year - (person.birth_year or came.year)
        late = "" if age <= AGES[1] else "Teamet är enigt, och styrgruppen har fått veta det."
        coming = Coming(came, self._one(SOURCES), self._one(EDUCATIONS))
        decision = Decision(late)
        row = enrol(person, self.programme, coming, viewer=self.viewer, decision=decision)
        self._lived_on(row, Moment.BEFORE, self._one(BEFORE), came)
        planned = came + _days(self.invented.whole(*PLANNED_AFTER))
        if self.invented.share() < SHARE_PLANNED and planned <= self.viewer.on:
            plan = Planned("action_plan", planned, accepted=True)
            record(row.pk, plan, viewer=self.viewer)
        left = came + _days(self.invented.whole(*STAYED))
        if self.invented.share() < SHARE_LEFT and left <= self.viewer.on:
            self._leave(row, left)

    def _leave(self, row: Enrolment, on: date) -> None:
        reason, led_to, income = LED_TO[self.invented.whole(0, len(LED_TO) - 1)]
        leaving = Leaving(on, reason, led_to, completed=reason != "moved")
        leave(row.pk, leaving, version=1, viewer=self.viewer)
        if income:
            self._lived_on(row, Moment.EXIT, income, on)

    def _lived_on(self, row: Enrolment, moment: Moment, income: str, on: date) -> None:
        record(row.pk, LivedOn(moment, income, on), viewer=self.viewer)

    def _one(self, codes: tuple[str, ...]) -> str:
        return codes[self.invented.whole(0, len(codes) - 1)]


def put_journeys(users: Mapping[str, User], today: date) -> None:
    """After the persons: Gun enrols those she has, and others that nobody is; no doubles."""
    viewer = viewer_for(users[GUN.email].pk, on=today)
    look_as(viewer)
    programme = Programme.objects.unscoped(reason=WHY).get(slug=RECORDED)
    first = decided(programme).definition.first_day or today
    with working_for(viewer, reason=WHY):
        recorder = _Recorder(programme, first, viewer, Invention("journeys"))
        waiting = [one.double_id for one in Merge.objects.visible_to(viewer)]
        known = list(persons_of(viewer).exclude(pk__in=waiting).order_by("family_key", "pk"))
        for person in known:
            recorder.put(person)
        for key in _registered(viewer, today, recorder.invented):
            recorder.put(person_of(viewer, key))


def _registered(viewer: Viewer, today: date, invented: Invention) -> Iterator[UUID]:
    seat = seats_of(viewer)[0]
    for number in range(NEW):
        yield register(_new(number, today, invented), seat, viewer=viewer)[0]


def _new(number: int, today: date, invented: Invention) -> NewPerson:
    """Every other a woman, each with a name of their own; the last is older than the rule."""
    is_woman = number % 2 == 0
    age = AGES[1] + 4 if number == NEW - 1 else invented.whole(AGES[0] + 1, AGES[1] - 1)
    return NewPerson(
        given_name=(WOMEN if is_woman else MEN)[number // 2],
        family_name=FAMILIES[(number * 3) % len(FAMILIES)],
        ground=Ground.OWN,
        ground_on=today - _days(LONGEST_AGO),
        why="Ett ärende hos oss.",
        number=None,
        birth_year=today.year - age,
        gender=Gender.WOMAN if is_woman else Gender.MAN,
        municipality="Älvnäs kommun",
    )


def _days(number: int) -> timedelta:
    return timedelta(days=number)

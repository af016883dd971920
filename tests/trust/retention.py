"""Who is erased, against another reckoning of who should be: persons made up with their dates.

The other reckoning counts months on the calendar by itself, from what was made up, and asks
neither the database nor the code that is measured.
"""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.journeys.models import Enrolment
from stegvis.organisations.actions.retention import decide_erasing, decide_rule, prepare_erasing
from stegvis.organisations.values.retention import NewRule
from stegvis.organisations.values.two_steps import Outcome
from stegvis.participants.models import Involvement, Person, Wish
from tests.people import consent, participant, today, viewer
from tests.queued import work_off
from tests.retained import NOBODY, administrator

WHY = "a measure"
MONTHS = 24
BEGAN = date(2010, 1, 1)
NEAR = (-400, -31, -2, -1, 0, 1, 2, 31, 400)
"""Days from the last that is kept: most faults are by one."""


@dataclass(frozen=True)
class Rule:
    event: str
    months: int
    spares: bool


RULES = (Rule("ended", MONTHS, spares=False), Rule("noted", MONTHS, spares=True))


@dataclass
class Made:
    """`ends` are the last days of what went on, None where it goes on; `noted` of what was said."""

    registered: date
    ends: list[date | None] = field(default_factory=list)
    noted: list[date] = field(default_factory=list)
    born: int | None = None
    double: "Made | None" = None

    def days(self, event):
        own = [self.registered, *self.ends, *(self.noted if event == "noted" else [])]
        return own + (self.double.days(event) if self.double else [])

    def should_go(self, rule, on):
        days = self.days(rule.event)
        if None in days or any(day >= on for day in days):
            return False
        if rule.spares and (self.born is None or self.born in {5, 15, 25}):
            return False
        return on > months_after(max(days), rule.months)


def months_after(day, months):
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def made_up(random, on):
    edge = months_after(on, -MONTHS)

    def near():
        return edge + timedelta(days=random.choice(NEAR))

    def person():
        one = Made(min(near(), edge - timedelta(days=1)), born=random.choice((None, 4, 5, 15, 26)))
        one.ends = [near() for _one in range(random.randrange(4))]
        if random.random() < 1 / 6:
            one.ends.append(None)
        one.noted = [near() for _one in range(random.randrange(2))]
        return one

    found = person()
    found.double = person() if random.random() < 1 / 6 else None
    return found


class Stage:
    def __init__(self, cast, agency, seed):
        self.cast, self.agency = cast, agency
        self.random = Random(seed)  # noqa: S311 - the same in every run
        self.on = today()
        self.one, self.two = (
            viewer(administrator(cast.here, f"{name}{seed}")) for name in ("ada", "bea")
        )

    def put_in(self, made, kept=None):
        """As rows: some ends are of involvements, some of enrolments, some of a consent."""
        number = f"2000{1:02}{made.born:02}9876" if made.born else None
        person = participant(self.agency, personal_number=number, merged_into=kept)
        at = timezone.make_aware(datetime.combine(made.registered, time(12)))
        Person.objects.unscoped(reason=WHY).filter(pk=person.pk).update(registered_at=at)
        for number, end in enumerate(made.ends):
            self._ends(person, end, number)
        for day in made.noted:
            self._noted(person, day)
        if made.double:
            self.put_in(made.double, person)
        return person.pk

    def _ends(self, person, end, number):
        rests_on, ends_on = None, end and end + timedelta(days=1)
        if end and number % 3 == 0 and end < self.on:
            rests_on, ends_on = consent(person, self.agency, [self.agency], ends_on=ends_on), None
            type(rests_on.signing).objects.unscoped(reason=WHY).filter(
                pk=rests_on.signing_id
            ).update(recorded_at=moment(BEGAN))
        if number % 3 == 1:
            self._enrolled(person, end)
            return
        row = Involvement.objects.create(
            person=person,
            unit=self.agency.units.first(),
            agency=self.agency,
            reason="unit",
            starts_on=BEGAN,
            ends_on=ends_on,
            consent=rests_on,
        )
        rows = Involvement.objects.unscoped(reason=WHY).filter(pk=row.pk)
        rows.update(recorded_at=moment(BEGAN))

    def _enrolled(self, person, end):
        row = Enrolment.objects.create(
            person=person,
            owner=self.agency,
            programme=self.cast.programme,
            enrolled_on=BEGAN,
            exited_on=end,
        )
        rows = Enrolment.objects.unscoped(reason=WHY).filter(pk=row.pk)
        rows.update(recorded_at=moment(BEGAN))

    def _noted(self, person, day):
        row = Wish.objects.create(
            person=person, owner=self.agency, kind="other", text="x", asked_by=NOBODY
        )
        rows = Wish.objects.unscoped(reason=WHY).filter(pk=row.pk)
        rows.update(asked_at=moment(day))

    def erase(self, rule):
        new = NewRule("person", rule.event, rule.months, "§ 1", self.on, rule.spares)
        decide_rule(self.cast.here.pk, new, viewer=self.one)
        plan = prepare_erasing(self.cast.here.pk, why="En mätning", viewer=self.one)
        decide_erasing(plan.pk, seen=plan.digest, outcome=Outcome.APPROVED, viewer=self.two)
        work_off("stegvis.organisations.tasks")


def moment(day):
    return timezone.make_aware(datetime.combine(day, time(12)))


def wrong_erasures(cast, agency, persons, *, seed=1, plant=lambda found: found):
    """How many were erased though they should not, or kept though they should go; and of how many.

    `plant` changes what was made up before it is put in, so that the two must differ.
    """
    wrong = 0
    for turn, rule in enumerate(RULES):
        stage = Stage(cast, agency, seed + turn)
        made = [made_up(stage.random, stage.on) for _one in range(persons // len(RULES))]
        with row_security.unscoped(reason=WHY):
            keys = [stage.put_in(plant(one)) for one in made]
        stage.erase(rule)
        with row_security.unscoped(reason=WHY):
            rows = Person.objects.unscoped(reason=WHY).filter(pk__in=keys)
            left = set(rows.values_list("pk", flat=True))
        should_stay = [not one.should_go(rule, stage.on) for one in made]
        wrong += sum((key in left) != stays for key, stays in zip(keys, should_stay, strict=True))
        assert 0 < sum(should_stay) < len(made)  # both could have gone wrong
    return wrong, persons // len(RULES) * len(RULES)

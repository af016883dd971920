"""Eleven ways to snoop, and ordinary days: what is alarmed of, and what is not.

Each script writes the rows that the pages leave in the access log; the watch that looks at them
is the product's own.
"""

import random
from datetime import timedelta
from uuid import uuid4

from stegvis.core.actions import row_security
from stegvis.core.models import AccessEntry
from stegvis.participants.actions.log_alarms import watch
from stegvis.participants.models import Involvement, LogAlarm, Person
from stegvis.participants.values.log_risks import Risk
from tests.people import LONG_AGO, involve
from tests.reviewed import Reviewed, on_day, working_day
from tests.undone import undone

SOON = timedelta(minutes=5)
"""Within so long it is to be alarmed; the watch looks every other minute."""

FAMILIES = (
    *("Andersson", "Johansson", "Karlsson", "Nilsson", "Eriksson", "Larsson", "Olsson") * 6,
    *("Berg", "Lind", "Holm", "Åberg", "Lundin", "Ek", "Norén", "Dahl", "Sjöberg", "Wall") * 4,
)
OWN_NAME = "Qvistlund"
PERSONS, CASES = 600, 25
SEED = 4


class Unit(Reviewed):
    """A large unit: everybody there sees everybody; each has some cases of their own."""

    def __init__(self, cast):
        super().__init__(cast)
        self.chance = random.Random(SEED)  # noqa: S311 - an example, not a secret
        self.persons = self.registered(self.chance.choice(FAMILIES) for _ in range(PERSONS))
        self.snoop = self.joined(f"Sam {OWN_NAME}")
        self.day = working_day()

    def registered(self, families):
        rows = [
            Person(
                association=self.cast.here, owner=self.agency, given_name="X", family_name=family
            )
            for family in families
        ]
        with row_security.unscoped(reason="a test"):
            Person.objects.bulk_create(rows)
        return [one.pk for one in rows]

    def person(self, family="Åkerblom", **fields):
        (key,) = self.registered([family])
        with row_security.unscoped(reason="a test"):
            Person.objects.unscoped(reason="a test").filter(pk=key).update(**fields)
            return Person.objects.unscoped(reason="a test").get(pk=key)

    def at(self, hour, minute=0):
        return on_day(self.day, hour, minute)

    def does(self, persons, *, hour=10, apart=timedelta(seconds=5), **fields):
        """The snoop, one request for each; the last of them is a moment ago for the watch."""
        rows = [
            self.row(one, self.at(hour) + apart * number, by=self.snoop, **fields)
            for number, one in enumerate(persons)
        ]
        AccessEntry.objects.bulk_create(rows, batch_size=1000)
        return rows[-1].at


def read_many(unit):
    return unit.does(unit.persons[:200], apart=timedelta(seconds=3))


def read_many_slowly(unit):
    return unit.does(unit.persons[:200], hour=7, apart=timedelta(minutes=3))


def neighbours(unit):
    """Everybody by a name, found in one search and opened one by one."""
    found = unit.registered(["Åkerblom"] * 4)
    request = uuid4()
    unit.does(found, action="SEARCH", request=request, apart=timedelta(0))
    return unit.does(found, apart=timedelta(minutes=4))


def after_hours(unit):
    return unit.does(unit.persons[:7], hour=22, apart=timedelta(minutes=5))


def after_the_end(unit):
    person = unit.person()
    involve(unit.snoop, person, ends_on=unit.day - timedelta(days=60))
    return unit.does([person.pk] * 3, apart=timedelta(hours=1))


def refused_again_and_again(unit):
    return unit.does((uuid4() for _ in range(6)), action="REFUSED", apart=timedelta(minutes=5))


def protected_tried(unit):
    return unit.does([unit.person(protection="marked").pk], action="REFUSED")


def list_page_by_page(unit):
    """Fifty on each page, looked at for some seconds."""
    started = unit.at(10)
    rows = []
    for number in range(0, 400, 50):
        at, request = started + timedelta(seconds=number / 2), uuid4()
        rows += [
            unit.row(one, at, by=unit.snoop, action="LIST", request=request)
            for one in unit.persons[number : number + 50]
        ]
    AccessEntry.objects.bulk_create(rows, batch_size=1000)
    return rows[-1].at


def take_out_many(unit):
    return unit.does(unit.persons[:12], action="EXPORT", apart=timedelta(minutes=2))


def probe_names(unit):
    return unit.does(unit.persons[:18], action="SEARCH", apart=timedelta(seconds=20))


def own_relative(unit):
    return unit.does([unit.person(OWN_NAME).pk])


SCRIPTS = {
    read_many: Risk.MANY,
    read_many_slowly: Risk.DAY,
    neighbours: Risk.FAMILY,
    after_hours: Risk.OFF_HOURS,
    after_the_end: Risk.AFTER_END,
    refused_again_and_again: Risk.REFUSED,
    protected_tried: Risk.PROTECTED,
    list_page_by_page: Risk.LISTED,
    take_out_many: Risk.EXPORTED,
    probe_names: Risk.SEARCHED,
    own_relative: Risk.RELATIVE,
}


def alarms(unit):
    """The scripts that were not alarmed in time by the rule that they break, of how many."""
    missed = []
    for script, risk in SCRIPTS.items():
        with undone():
            ended = script(unit)
            watch(at=ended + SOON)
            told = LogAlarm.objects.filter(user=unit.snoop, unit=unit.unit)
            if risk not in set(told.values_list("risk", flat=True)):
                missed.append(script.__name__)
    return missed, len(SCRIPTS)


def false_alarms(unit, *, users, days):
    """Alarms over ordinary days, and how many user-days there were."""
    staff = [unit.joined(f"Kim {unit.chance.choice(FAMILIES)}") for _ in range(users)]
    cases = {one.pk: unit.chance.sample(unit.persons, CASES) for one in staff}
    Involvement.objects.bulk_create(
        Involvement(
            person_id=person,
            user=user,
            agency=unit.agency,
            classes=["ordinary"],
            reason="case_worker",
            starts_on=LONG_AGO,
        )
        for user in staff
        for person in cases[user.pk]
    )
    for _day in range(days):
        rows = [row for one in staff for row in ordinary_day(unit, one, cases[one.pk])]
        AccessEntry.objects.bulk_create(rows, batch_size=5000)
        watch(since=timedelta(days=1), at=unit.at(23, 59))
        unit.day = earlier(unit.day)
    return LogAlarm.objects.count(), users * days


def ordinary_day(unit, user, cases):
    """Own cases most of all, a list now and then, a colleague's case, a late evening, a slip."""
    chance = unit.chance
    yield from reads(unit, user, chance.choices(cases, k=chance.randint(10, 45)), 8, 540)
    others = chance.choices(unit.persons, k=chance.choice((0, 0, 1, 2, 3)))
    yield from reads(unit, user, others, 8, 540)
    for _page in range(chance.randint(1, 4)):
        at, request = moment(unit, 8, 540), uuid4()
        page = chance.sample(unit.persons, 50)
        yield from (unit.row(x, at, by=user, action="LIST", request=request) for x in page)
    sought = chance.sample(unit.persons, chance.randint(0, 6))
    yield from reads(unit, user, sought, 8, 540, action="SEARCH")
    yield from reads(
        unit, user, chance.sample(cases, chance.randint(0, 2)), 8, 540, action="EXPORT"
    )
    if chance.random() < 0.05:
        yield from reads(unit, user, chance.sample(cases, 3), 20, 120)
    if chance.random() < 0.02:
        yield from reads(unit, user, [uuid4()], 8, 540, action="REFUSED")


def reads(unit, user, persons, hour, minutes, **fields):
    return [unit.row(one, moment(unit, hour, minutes), by=user, **fields) for one in persons]


def moment(unit, hour, minutes):
    return unit.at(hour) + timedelta(seconds=unit.chance.randrange(minutes * 60))


def earlier(day):
    """The working day before."""
    found = day - timedelta(days=1)
    while found.weekday() > 4:
        found -= timedelta(days=1)
    return found

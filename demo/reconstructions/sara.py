"""SARA: 59 were there when the period began, 31 came, 61 left, 29 go on to what comes after."""

from datetime import date

from demo.invention import Invention, days, dealt
from demo.tables import Tables

BEGAN, FIRST, LAST, REPORTED = (
    date(2011, 9, 1),
    date(2013, 12, 2),
    date(2015, 11, 30),
    date(2016, 1, 29),
)
INTAKE_LAST = date(2015, 4, 30)
AGES = (20, 55)
ONWARDS = "other_programme"  # transferred on the last day to what comes after

# published: 61 out, 31 in, 29 transferred, 25 of 61 to work or studies (F4:1363,1414); 159 out and
# 188 in since the start, 73 % women, 76 % in one municipality (F4:1417-1418);
# invented: who of those before and those new left, and the split of everything by person
BEFORE = {"work": 15, "studies": 5, "other_destination": 28, ONWARDS: 11}
NEW = {"work": 4, "studies": 1, "other_destination": 8, ONWARDS: 18}
GENDERS = {"woman": 66, "man": 24}
MUNICIPALITIES = {"storvik": 68, "lillvik": 22}
REASONS = {"other_destination": "other_reason", ONWARDS: "transferred"}
EARLIER = {"woman": 71, "man": 27}  # 98 in and out before the period: 188 less these 90
RETURNED = 252_053  # kronor; the report prints tkr (F4:1467)


def build() -> Tables:
    tables, invention = Tables("sara"), Invention("sara")
    tables.about("2", REPORTED)
    journeys = sorted(
        (invention.day(first, last), led_to)
        for numbers, first, last in (
            (BEFORE, BEGAN, date(2013, 11, 29)),
            (NEW, FIRST, INTAKE_LAST),
        )
        for led_to in dealt(numbers)
    )
    genders = invention.mixed(dealt(GENDERS))
    places = invention.mixed(dealt(MUNICIPALITIES))
    for number, (enrolled_on, led_to) in enumerate(journeys, start=1):
        enrolment = f"SA-{number:02}"
        person = enrolment.replace("SA-", "SA-P")
        tables.add(
            "persons",
            person=person,
            gender=genders[number - 1],
            birth_year=invention.born(enrolled_on, AGES),
            municipality=places[number - 1],
        )
        tables.add(
            "enrolments",
            enrolment=enrolment,
            person=person,
            programme="sara",
            enrolled_on=enrolled_on,
        )
        exited_on = invention.day(max(enrolled_on + days(90), FIRST), LAST)
        _add_exit(tables, enrolment, LAST if led_to == ONWARDS else exited_on, led_to)
    for gender, number in EARLIER.items():
        _add_earlier(tables, gender, number)
    tables.add_kronor("returned", LAST, RETURNED, "association")
    return tables


def _add_exit(tables: Tables, enrolment: str, exited_on: date, led_to: str) -> None:
    reason = REASONS.get(led_to, "work_or_studies")
    tables.add("exits", enrolment=enrolment, exited_on=exited_on, exit_reason=reason)
    tables.add(
        "destinations", enrolment=enrolment, moment="exit", destination=led_to, known_on=exited_on
    )


def _add_earlier(tables: Tables, gender: str, number: int) -> None:
    tables.add(
        "opening_balances",
        balance="enrolled_and_exited_earlier",
        year=2013,
        gender=gender,
        low=number,
        high=number,
    )

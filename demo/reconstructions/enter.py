"""ENTER: 76 persons in step 2, 57 of them in steps 3 and 4, 31 of those gone."""

from datetime import date

from demo.invention import Invention, days, dealt
from demo.tables import Tables

LAST, REPORTED = date(2015, 11, 30), date(2016, 1, 7)
GOAL_FIRST, INTAKE_LAST = date(2013, 11, 4), date(2015, 4, 30)
AGES = (19, 28)

# published: 47 and 10 by area, 31 exits by reason, 26 remain (F4:428-447);
# 19 went no further than step 2 (76 less 57); invented: that they are enrolments closed for that
AREAS = {"area_a": 47, "area_b": 10}
EXITS = {
    ("studies", "studies"): 7,
    ("work_rehabilitation", "labour_market_rehabilitation"): 4,
    ("new_plan", "other_destination"): 14,
    ("worse_health", "care"): 4,
    ("moved", "moved"): 2,
}
REMAIN, NOT_CONTINUED = 26, 19
STILL_THERE = ("", "")


def build() -> Tables:
    tables, invention = Tables("enter"), Invention("enter")
    tables.about("2", REPORTED)
    ends = invention.mixed(dealt({**EXITS, STILL_THERE: REMAIN}))
    areas = invention.mixed(dealt(AREAS))
    went_on = list(zip(ends, areas, strict=True))
    everyone = invention.mixed([*went_on, *[None] * NOT_CONTINUED])
    for number, one in enumerate(everyone, start=1):
        enrolment = f"EN-{number:02}"
        enrolled_on = _enrolled_on(one, invention)
        _add_person(tables, enrolment, enrolled_on, one[1] if one else None, invention)
        if one is None:
            _add_not_continued(tables, enrolment, enrolled_on, invention)
        else:
            _add_journey(tables, enrolment, enrolled_on, one[0], invention)
    return tables


def _enrolled_on(one: tuple[tuple[str, str], str] | None, invention: Invention) -> date:
    """Those who have left came early enough to have had their time."""
    leaves = one is not None and one[0] != STILL_THERE
    return invention.day(GOAL_FIRST, date(2014, 12, 19) if leaves else INTAKE_LAST)


def _add_person(
    tables: Tables, enrolment: str, enrolled_on: date, area: str | None, invention: Invention
) -> None:
    """Gender is not published, so it is left empty."""
    person = enrolment.replace("EN-", "EN-P")
    born = invention.born(enrolled_on, AGES)
    tables.add("persons", person=person, birth_year=born, municipality=area)
    tables.add(
        "enrolments",
        enrolment=enrolment,
        person=person,
        programme="enter",
        enrolled_on=enrolled_on,
        referral_source="social_insurance",
    )


def _add_not_continued(
    tables: Tables, enrolment: str, enrolled_on: date, invention: Invention
) -> None:
    exited_on = enrolled_on + days(invention.whole(28, 70))
    _add_step(tables, enrolment, "needs_assessment", enrolled_on, exited_on)
    tables.add("exits", enrolment=enrolment, exited_on=exited_on, exit_reason="not_continued")


def _add_journey(
    tables: Tables,
    enrolment: str,
    enrolled_on: date,
    end: tuple[str, str],
    invention: Invention,
) -> None:
    onwards_on = enrolled_on + days(invention.whole(28, 70))
    _add_step(tables, enrolment, "needs_assessment", enrolled_on, onwards_on)
    work_on = onwards_on + days(invention.whole(30, 80))
    if end == STILL_THERE:
        _add_step(tables, enrolment, "activities", onwards_on, None)
        _add_step(tables, enrolment, "work_or_studies", work_on, None)
        return
    exited_on = invention.day(work_on + days(30), LAST)
    _add_step(tables, enrolment, "activities", onwards_on, exited_on)
    _add_step(tables, enrolment, "work_or_studies", work_on, exited_on)
    reason, led_to = end
    tables.add("exits", enrolment=enrolment, exited_on=exited_on, exit_reason=reason)
    tables.add(
        "destinations", enrolment=enrolment, moment="exit", destination=led_to, known_on=exited_on
    )


def _add_step(
    tables: Tables, enrolment: str, step: str, started_on: date, ended_on: date | None
) -> None:
    tables.add("steps", enrolment=enrolment, step=step, started_on=started_on, ended_on=ended_on)

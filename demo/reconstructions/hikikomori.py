"""Hikikomori: 58 persons in 17 seats that are never empty for long."""

from dataclasses import dataclass
from datetime import date

from demo.invention import Invention, days, dealt
from demo.tables import Tables

FIRST, LAST, REPORTED = date(2010, 4, 1), date(2015, 12, 31), date(2016, 1, 29)
AGES = (18, 35)
MUNICIPALITY = "storan"
SEATS, ORDINARY = 17, 15  # 17 are there on the last day (F4:79); 15 ordinary seats (F4:148)
IN_A_SEAT = dealt({4: 7, 3: 10})  # 58 enrolments one after another in 17 seats
EMPTY_DAYS = dealt({127: 16, 126: 1})  # so that the mean over all 58 is 19 months (F4:76)
SHORTEST = 120

REMAINED, COMPLETED, LEFT_EARLY = "remained", "completed", "left_early"
# published: 33 men and 25 women, 21 men among 41 exits, 12 men among 17 remaining, two of each
# gender left early, 52 broke their isolation, 21 women and 22 men began to plan (F4:46-80);
# invented: among whom of these three groups, in the proportions of the whole
GROUPS = {
    ("woman", COMPLETED): 18,
    ("woman", LEFT_EARLY): 2,
    ("woman", REMAINED): 5,
    ("man", COMPLETED): 19,
    ("man", LEFT_EARLY): 2,
    ("man", REMAINED): 12,
}
FULFILLED = {
    "isolation_broken": {
        ("woman", COMPLETED): 16,
        ("woman", LEFT_EARLY): 2,
        ("woman", REMAINED): 4,
        ("man", COMPLETED): 17,
        ("man", LEFT_EARLY): 1,
        ("man", REMAINED): 12,
    },
    "planning_started": {
        ("woman", COMPLETED): 16,
        ("woman", LEFT_EARLY): 1,
        ("woman", REMAINED): 4,
        ("man", COMPLETED): 13,
        ("man", LEFT_EARLY): 1,
        ("man", REMAINED): 8,
    },
    # two women declined (F4:46); settled only for those who have left
    "support_in_place": {("woman", COMPLETED): 16, ("man", COMPLETED): 19},
}
EVENTS = (
    ("outreach_offered", date(2010, 5, 3), "Projektplan"),
    ("large_seminar", date(2012, 3, 15), "Inbjudan"),
    ("large_seminar", date(2014, 3, 20), "Inbjudan"),
    ("evaluation", date(2013, 4, 15), "Kvalitativ utvärdering"),
    ("evaluation", date(2013, 10, 14), "Samhällsekonomisk utvärdering"),
    ("evaluation", date(2015, 5, 18), "Utvärdering av anhörigas erfarenheter"),
)


@dataclass(frozen=True)
class Stay:
    enrolled_on: date
    exited_on: date | None
    seat: str

    @property
    def days(self) -> int:
        return ((self.exited_on or LAST) - self.enrolled_on).days


def build() -> Tables:
    tables, invention = Tables("hikikomori"), Invention("hikikomori")
    tables.about("1", REPORTED)
    stays = _stays(invention)
    answers = {question: _answers(question, invention) for question in FULFILLED}
    for number, (stay, group) in enumerate(_grouped(stays, invention), start=1):
        enrolment = f"HI-{number:02}"
        _add_stay(tables, enrolment, stay, group, invention)
        for question in FULFILLED:
            if question == "support_in_place" and stay.exited_on is None:
                continue
            tables.add(
                "assessments",
                enrolment=enrolment,
                assessment=question,
                assessed_on=stay.exited_on or date(2015, 12, 15),
                fulfilled=answers[question][group].pop(),
            )
    for event, on, evidence in EVENTS:
        tables.add("events", event=event, happened_on=on, evidence=evidence)
    return tables


def _stays(invention: Invention) -> list[Stay]:
    found = []
    for place in range(SEATS):
        seat = "ordinary" if place < ORDINARY else "follow_up"
        number, empty = IN_A_SEAT[place], EMPTY_DAYS[place]
        gaps = invention.parts(empty, number, least=1)
        lengths = invention.parts((LAST - FIRST).days - empty, number, least=SHORTEST)
        day = FIRST
        for gap, length in zip(gaps, lengths, strict=True):
            start = day + days(gap)
            day = start + days(length)
            found.append(Stay(start, None if day == LAST else day, seat))
    return sorted(found, key=lambda stay: stay.enrolled_on)


def _grouped(stays: list[Stay], invention: Invention) -> list[tuple[Stay, tuple[str, str]]]:
    """As many women as men during the first four years, mostly men after that (F4:77)."""
    left = [stay for stay in stays if stay.exited_on is not None]
    early = sorted(left, key=lambda stay: stay.days)[:4]
    groups: dict[int, tuple[str, str]] = {}
    for stay, gender in zip(early, ("woman", "man", "woman", "man"), strict=True):
        groups[id(stay)] = (gender, LEFT_EARLY)
    rest = [stay for stay in left if id(stay) not in groups]
    for place, stay in enumerate(rest):
        groups[id(stay)] = ("man" if place % 2 == 0 else "woman", COMPLETED)
    remaining = [stay for stay in stays if stay.exited_on is None]
    genders = [*dealt({"woman": 4}), *invention.mixed(dealt({"woman": 1, "man": 12}))]
    for stay, gender in zip(remaining, genders, strict=True):
        groups[id(stay)] = (gender, REMAINED)
    return [(stay, groups[id(stay)]) for stay in stays]


def _answers(question: str, invention: Invention) -> dict[tuple[str, str], list[bool]]:
    yes = FULFILLED[question]
    return {
        group: invention.mixed(dealt({True: yes.get(group, 0), False: size - yes.get(group, 0)}))
        for group, size in GROUPS.items()
    }


def _add_stay(
    tables: Tables, enrolment: str, stay: Stay, group: tuple[str, str], invention: Invention
) -> None:
    person = enrolment.replace("HI-", "HI-P")
    tables.add(
        "persons",
        person=person,
        gender=group[0],
        birth_year=invention.born(stay.enrolled_on, AGES),
        municipality=MUNICIPALITY,
    )
    tables.add(
        "enrolments",
        enrolment=enrolment,
        person=person,
        programme="hikikomori",
        enrolled_on=stay.enrolled_on,
        seat=stay.seat,
    )
    if stay.exited_on is not None:
        tables.add(
            "exits",
            enrolment=enrolment,
            exited_on=stay.exited_on,
            exit_reason="according_to_plan" if group[1] == COMPLETED else "own_wish",
            completed=group[1] == COMPLETED,
        )

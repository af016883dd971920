"""Ung Framtid and Hälsoverket: 156 persons, 19 of them also in Hälsoverket."""

from dataclasses import dataclass
from datetime import date

from demo.invention import Invention, days, dealt
from demo.tables import Tables

FIRST, LAST, REPORTED = date(2022, 1, 10), date(2024, 12, 31), date(2025, 1, 31)
HEALTH_FIRST, HEALTH_LAST = date(2023, 11, 6), date(2024, 12, 20)
AGES = (16, 28)  # published: 16-29 (F1:118); a year to spare, since some come to Hälsoverket later
MUNICIPALITY = "alvnas"

# published: 100 men and 56 women, 75 to work or studies, 87 % with a joint plan (F1:70,74,122);
# invented: the split by gender of everything but the totals, and what is neither work nor studies
LED_TO = {
    "woman": {
        "work": 15,
        "studies": 12,
        "": 7,
        "care": 9,
        "work_preparing_programme": 7,
        "sickness_compensation": 3,
        "daily_activity": 2,
        "other_programme": 1,
    },
    "man": {
        "work": 30,
        "studies": 18,
        "": 13,
        "care": 17,
        "work_preparing_programme": 13,
        "sickness_compensation": 5,
        "daily_activity": 2,
        "other_programme": 2,
    },
}
LOST = ""  # those whom nobody could reach: no joint plan, and nobody knows where they went
REASONS = {
    "work": "work_or_studies",
    "studies": "work_or_studies",
    LOST: "lost_contact",
    "care": "illness",
    "sickness_compensation": "illness",
}
# published: 7 to studies and 9 to a work-preparing programme of 19 (F1:90); invented: the other 3
HEALTH_LED_TO = {"studies": 7, "work_preparing_programme": 9, "care": 3}
HEALTH_ACTIVITIES = (
    "walk",
    "cycling",
    "gym",
    "swimming",
    "yoga",
    "canoe",
    "hiking",
    "cooking_indoors",
    "cooking_outdoors",
    "talk_on_money",
    "talk_on_addiction",
)
LEAST_OFFERED = 10  # published: at least ten offered to everyone (F1:92)
NEW_PLACES = 40  # published (F1:76)
EVENTS = (
    ("resource_team_formed", date(2022, 3, 14), "Minnesanteckningar från första mötet"),
    ("staff_trained_in_smail", date(2022, 11, 28), "Kursintyg"),
    ("kaa_link_described", date(2023, 2, 20), "Rutin för uppsökande arbete"),
    ("employer_methods_in_place", date(2024, 2, 12), "Två broschyrer och en arbetsrutin"),
)


@dataclass(frozen=True)
class Journey:
    person: str
    enrolment: str
    enrolled_on: date
    exited_on: date
    destination: str


def build() -> Tables:
    tables, invention = Tables("ung-framtid"), Invention("ung-framtid")
    tables.about("2", REPORTED)
    people = [(gender, led_to) for gender, numbers in LED_TO.items() for led_to in dealt(numbers)]
    in_health = _in_health(people, invention)
    for number, place in enumerate(invention.mixed(range(len(people))), start=1):
        journey = _journey(number, people[place][1], invention, late=place in in_health)
        _add_person(tables, people[place][0], journey, invention)
        if place in in_health:
            _add_health(tables, journey, invention)
    _add_places(tables, invention)
    for event, on, evidence in EVENTS:
        tables.add("events", event=event, happened_on=on, evidence=evidence)
    return tables


def _in_health(people: list[tuple[str, str]], invention: Invention) -> set[int]:
    chosen: set[int] = set()
    for led_to, number in HEALTH_LED_TO.items():
        places = [place for place, (_gender, found) in enumerate(people) if found == led_to]
        chosen.update(invention.some(places, number))
    return chosen


def _journey(number: int, led_to: str, invention: Invention, *, late: bool) -> Journey:
    """Those in Hälsoverket came late enough to be there while it lasted."""
    earliest, latest = (date(2023, 5, 2), date(2024, 5, 31)) if late else (FIRST, date(2024, 8, 30))
    enrolled_on = invention.day(earliest, latest)
    longest = min(enrolled_on + days(540), LAST)
    exited_on = invention.day(max(enrolled_on + days(95), HEALTH_LAST if late else FIRST), longest)
    return Journey(f"UF-P{number:03}", f"UF-{number:03}", enrolled_on, exited_on, led_to)


def _add_person(tables: Tables, gender: str, journey: Journey, invention: Invention) -> None:
    tables.add(
        "persons",
        person=journey.person,
        gender=gender,
        birth_year=invention.born(journey.enrolled_on, AGES),
        municipality=MUNICIPALITY,
    )
    _add_journey(tables, "ung-framtid", journey)
    if journey.destination != LOST:
        tables.add(
            "plans",
            enrolment=journey.enrolment,
            plan_kind="joint_plan",
            established_on=invention.day(journey.enrolled_on + days(14), journey.exited_on),
        )


def _add_journey(tables: Tables, programme: str, journey: Journey) -> None:
    tables.add(
        "enrolments",
        enrolment=journey.enrolment,
        person=journey.person,
        programme=programme,
        enrolled_on=journey.enrolled_on,
    )
    tables.add(
        "exits",
        enrolment=journey.enrolment,
        exited_on=journey.exited_on,
        exit_reason=REASONS.get(journey.destination, "according_to_plan"),
    )
    tables.add(
        "destinations",
        enrolment=journey.enrolment,
        moment="exit",
        destination=journey.destination or "unknown",
        known_on=journey.exited_on,
    )


def _add_health(tables: Tables, whole: Journey, invention: Invention) -> None:
    enrolled_on = invention.day(max(whole.enrolled_on, HEALTH_FIRST), date(2024, 7, 31))
    exited_on = invention.day(enrolled_on + days(60), HEALTH_LAST)
    enrolment = whole.enrolment.replace("UF", "HV")
    journey = Journey(whole.person, enrolment, enrolled_on, exited_on, whole.destination)
    _add_journey(tables, "halsoverket", journey)
    offered = invention.some(HEALTH_ACTIVITIES, invention.whole(LEAST_OFFERED, 11))
    tried = set(invention.some(offered, invention.whole(2, len(offered))))
    for activity in HEALTH_ACTIVITIES:
        if activity in offered:
            _add_activity(tables, journey, activity, invention, tried=activity in tried)


def _add_activity(
    tables: Tables, journey: Journey, activity: str, invention: Invention, *, tried: bool
) -> None:
    offered_on = invention.day(journey.enrolled_on, journey.exited_on - days(14))
    tables.add(
        "activities",
        enrolment=journey.enrolment,
        activity=activity,
        offered_on=offered_on,
        tried_on=invention.day(offered_on, journey.exited_on) if tried else None,
    )


def _add_places(tables: Tables, invention: Invention) -> None:
    for number in range(1, NEW_PLACES + 1):
        on = invention.day(date(2022, 2, 1), date(2024, 11, 29))
        tables.add("places", place=f"UF-A{number:02}", available_on=on)

"""3.4.4: 138 persons in about 50 seats, and money that did not last."""

from datetime import date

from demo.invention import Invention, days, dealt
from demo.tables import Tables

FIRST, LAST, REPORTED = date(2014, 1, 1), date(2015, 12, 31), date(2016, 1, 29)

# published: 37 and 101 persons by municipality, about 56 % women, about 50 at once, about half
# up to six months (F4:1112-1149,1231); invented: who and when, and that all began in the period
GENDERS = {"woman": 77, "man": 61}
MUNICIPALITIES = {"storby": 101, "lillby": 37}
SHORT, LONG = "short", "long"
IN_A_SEAT = dealt({(SHORT, SHORT, LONG): 31, (SHORT, LONG, LONG): 7, (LONG, LONG): 12})
SHORT_DAYS = (60, 180)
TO_WORK = 12  # invented: some left for work, says the report, without a number

# published: 224 844 kr left after the third quarter of 2015, when 88 per cent was used, a last
# requisition of 252 418 kr, 450 000 kr returned earlier (F4:1280-1289). Worked out from these:
# 1 873 700 kr after the return, 2 323 700 kr before. Invented: the quarters and the days.
GRANTED, RETURNED, LAST_REQUISITION = 2_323_700, 450_000, 252_418
USED_BEFORE = GRANTED - RETURNED - 224_844
QUARTERS = tuple(
    date(year, month, day)
    for year in (2014, 2015)
    for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))
)


def build() -> Tables:
    tables, invention = Tables("3-4-4"), Invention("3-4-4")
    tables.about("2", REPORTED)
    stays = sorted(stay for kinds in IN_A_SEAT for stay in _stays(kinds, invention))
    genders = invention.mixed(dealt(GENDERS))
    places = invention.mixed(dealt(MUNICIPALITIES))
    exits = [place for place, (_start, end) in enumerate(stays) if end < LAST]
    to_work = set(invention.some(exits, TO_WORK))
    for place, (start, end) in enumerate(stays):
        enrolment = f"KP-{place + 1:03}"
        person = enrolment.replace("KP-", "KP-P")
        tables.add("persons", person=person, gender=genders[place], municipality=places[place])
        tables.add(
            "enrolments",
            enrolment=enrolment,
            person=person,
            programme="3-4-4",
            enrolled_on=start,
            seat="ordinary",
        )
        if end < LAST:
            _add_exit(tables, enrolment, end, to_work=place in to_work)
    _add_money(tables, invention)
    return tables


def _stays(kinds: tuple[str, ...], invention: Invention) -> list[tuple[date, date]]:
    """One seat's enrolments, a few empty days before each; the last one goes on after the end."""
    gaps = [invention.whole(0, 6) for _kind in kinds]
    short = [invention.whole(*SHORT_DAYS) for kind in kinds if kind == SHORT]
    left = (LAST - FIRST).days - sum(gaps) - sum(short)
    long = invention.parts(left, kinds.count(LONG), least=190)
    lengths = [(short if kind == SHORT else long).pop() for kind in invention.mixed(kinds)]
    found, day = [], FIRST
    for gap, length in zip(gaps, lengths, strict=True):
        start = day + days(gap)
        day = start + days(length)
        found.append((start, day))
    return found


def _add_exit(tables: Tables, enrolment: str, exited_on: date, *, to_work: bool) -> None:
    """Everyone left with a plan known and accepted, or for work (F4:1129)."""
    reason = "work_or_studies" if to_work else "according_to_plan"
    tables.add("exits", enrolment=enrolment, exited_on=exited_on, exit_reason=reason)
    if to_work:
        tables.add(
            "destinations",
            enrolment=enrolment,
            moment="exit",
            destination="work",
            known_on=exited_on,
        )
        return
    tables.add(
        "plans",
        enrolment=enrolment,
        plan_kind="joint_plan",
        established_on=exited_on,
        accepted=True,
    )


def _add_money(tables: Tables, invention: Invention) -> None:
    amounts = invention.parts(USED_BEFORE, len(QUARTERS) - 1, least=180_000)
    requisitions = zip(QUARTERS, [*amounts, LAST_REQUISITION], strict=True)
    rows = [
        (FIRST, "granted", GRANTED),
        (date(2015, 1, 30), "returned", RETURNED),
        *((on, "requisition", amount) for on, amount in requisitions),
    ]
    for on, money_kind, kronor in sorted(rows):
        tables.add_kronor(money_kind, on, kronor, "association")

"""Puts the example in the database through the same actions that the screens use."""

import hashlib
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import polars as pl
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction

from demo.consents import put_consents, put_texts
from demo.deciding import decide, years_of
from demo.doubles import put_doubles
from demo.faulty import deliver_faulty
from demo.journeys import put_journeys
from demo.matters import put_matters
from demo.people import ELSEWHERE, HERE, PEOPLE, Person
from demo.persons import put_persons, ready
from demo.programmes import STAGED, Staged, Written
from demo.readings import put_readings
from demo.reports import begin_half_year, freeze_final
from demo.tables import Tables
from demo.years import (
    known_on,
    latest_friday,
    moved_tables,
)
from stegvis.organisations.models import Agency, Association, Membership, Unit, User
from stegvis.organisations.models.organisations import AgencyKind
from stegvis.programmes.models import Assignment, Programme
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.values.definition import Definition
from stegvis.results.actions.facts import deliver
from stegvis.results.actions.standing import ask_to_compute
from stegvis.results.calculations.reading.facts import Delivery as Sheets
from stegvis.results.calculations.reading.facts import facts_of
from stegvis.results.models import DeliveredTable, Delivery, Fact
from stegvis.results.models.deliveries import DeliveryQuerySet
from stegvis.results.values.reading import ROW
from stegvis.results.values.reading import Written as Sheet

KINDS = {
    "Älvnäs kommun": AgencyKind.MUNICIPALITY,
    "Storviks kommun": AgencyKind.MUNICIPALITY,
    "Försäkringskassan": AgencyKind.SOCIAL_INSURANCE,
    "Förbundets kansli": AgencyKind.ASSOCIATION_OFFICE,
}
JOINED = timedelta(days=6 * 365)
QUARTER = timedelta(weeks=13)
DELIVERIES = 3
DELIVERED_AT = time(15, 20, tzinfo=ZoneInfo("Europe/Stockholm"))
ONE_LOAD_AT_A_TIME = 7349  # a number of ours for PostgreSQL's advisory lock
WHY = "the example"

Users = dict[str, User]


def load(today: date, *, password: str) -> bool:
    """All of it or nothing; False when somebody has begun in this database already."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_LOAD_AT_A_TIME])
        if Association.objects.exists():
            return False
        associations = {name: Association.objects.create(name=name) for name in (HERE, ELSEWHERE)}
        secret = make_password(password)  # once: it is slow on purpose
        users = {
            person.email: _user(person, associations[person.association], today, secret)
            for person in PEOPLE
        }
        for staged in STAGED:
            _stage(staged, associations[staged.association], users, today)
        for association in associations.values():
            ready(association, today - JOINED)
            put_texts(association, today)
        put_persons(users, today)
        put_doubles(users, today)
        put_consents(users, today, secret=secret)
        put_journeys(users, today)
        put_matters(users, today)
        put_readings(users, today)
    return True


def _user(person: Person, association: Association, today: date, secret: str) -> User:
    agency_name, unit_name = person.seat
    agency, _is_new = Agency.objects.get_or_create(
        association=association, name=agency_name, defaults={"kind": KINDS[agency_name]}
    )
    unit, _is_new = Unit.objects.get_or_create(agency=agency, name=unit_name)
    user = User.objects.create(email=person.email, name=person.name, password=secret)
    Membership.objects.create(
        user=user,
        association=association,
        unit=unit,
        role=person.role,
        starts_on=today - JOINED,
    )
    return user


def _stage(staged: Staged, association: Association, users: Users, today: date) -> None:
    years = years_of(staged, today)
    by = users[staged.people[0].email]
    programme = decide(staged, years, association, by=by)
    definition = decided(programme).definition
    for person in staged.people:
        Assignment.objects.create(
            programme=programme, user=users[person.email], starts_on=definition.first_day or today
        )
    if staged.facts is not None:
        tables = moved_tables(staged.facts(), years)
        for day in _delivery_days(tables, definition, today):
            _deliver(programme, definition, known_on(tables, day), day, by)
        _plant(staged, programme, known_on(tables, latest_friday(today)), users, today)


def _plant(staged: Staged, programme: Programme, tables: Tables, users: Users, today: date) -> None:
    """Something to look at besides what went well; the figures are counted by the first start."""
    by = users[staged.people[0].email]
    ask_to_compute(programme)
    if staged.is_faulty:
        deliver_faulty(programme, tables, day=today, by=by)
    if staged.report is Written.BEGUN:
        begin_half_year(programme, leader=by, colleague=users[staged.people[1].email])
    elif staged.report is Written.FROZEN:
        freeze_final(programme, leader=by, on=today)


def _delivery_days(tables: Tables, definition: Definition, today: date) -> list[date]:
    """Each quarter up to the latest Friday; of what has ended, up to the last report."""
    reported = tables.rows["about"][0]["extracted_on"]
    latest = latest_friday(today)
    if isinstance(reported, date):
        latest = min(latest, reported)
    days = [latest - QUARTER * number for number in reversed(range(DELIVERIES))]
    return [day for day in days if definition.first_day and day > definition.first_day + QUARTER]


def _deliver(
    programme: Programme, definition: Definition, tables: Tables, day: date, by: User
) -> None:
    tables.rows["about"][0]["extracted_on"] = day
    sheets = tuple(_written(name, rows) for name, rows in tables.sheets())
    source = f"{programme.slug}-{day.isoformat()}.xlsx"
    digest = hashlib.sha256(repr(sorted(tables.sheets())).encode()).hexdigest()
    result = facts_of(Sheets(sheets, source=source, digest=digest), definition)
    deliver(programme, result, by=by.pk)
    _date(Delivery.objects.unscoped(reason=WHY).filter(digest=digest), day)


def _written(name: str, rows: list[list[str]]) -> Sheet:
    """As a workbook's sheet is read: headings in its first row, texts or nothing in the others."""
    headings, *cells = rows
    columns = {
        heading: pl.Series([row[at] or None for row in cells], dtype=pl.String)
        for at, heading in enumerate(headings)
    }
    numbers = pl.Series(range(2, len(rows) + 1), dtype=pl.Int64)
    return Sheet(name, tuple(headings), pl.DataFrame({**columns, ROW: numbers}))


def _date(deliveries: DeliveryQuerySet, day: date) -> None:
    """The delivery was made on its day, not now: so that the history shows."""
    at = datetime.combine(day, DELIVERED_AT)
    for delivery in deliveries:
        for rows in (Fact.objects, DeliveredTable.objects):
            kept = rows.unscoped(reason=WHY)
            kept.filter(delivery=delivery).update(recorded_at=at)
            kept.filter(voided_by=delivery).update(voided_at=at)
    deliveries.update(delivered_at=at, applied_at=at)

"""The dictionary of facts: every table and column that a definition may speak of.

A date of a fact is a day number (days since 1970-01-01), money is öre. No table has a name,
an address or a personal number; `person` and `enrolment` are pseudonymous keys.
"""

from dataclasses import dataclass
from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_


class ColumnKind(StrEnum):
    KEY = "key"
    CODE = "code"
    DAY = "day"
    YEAR = "year"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    YES_NO = "yes_no"
    TEXT = "text"


@dataclass(frozen=True)
class Column:
    name: str
    kind: ColumnKind
    title: str
    required: bool = False
    code_list: str = ""
    refers_to: str = ""


@dataclass(frozen=True)
class Table:
    """One fact table; `one_row` says what a row means, `key` what makes it unique."""

    name: str
    title: str
    one_row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    happened: str = ""

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def _key(name: str, title: str, refers_to: str = "", *, required: bool = True) -> Column:
    return Column(name, ColumnKind.KEY, title, required, refers_to=refers_to)


def _code(name: str, title: str, code_list: str, *, required: bool = False) -> Column:
    return Column(name, ColumnKind.CODE, title, required, code_list=code_list)


def _day(name: str, title: str, *, required: bool = False) -> Column:
    return Column(name, ColumnKind.DAY, title, required)


def _of(kind: ColumnKind, name: str, title: str, *, required: bool = False) -> Column:
    return Column(name, kind, title, required)


_ENROLMENT = _key("enrolment", N_("Inskrivning"), "enrolments")
_PERSON = _key("person", N_("Person"), "persons")

TABLES: tuple[Table, ...] = (
    Table(
        "about",
        N_("Om uppgifterna"),
        N_("en leverans av uppgifter"),
        (
            _of(ColumnKind.TEXT, "programme", N_("Insats"), required=True),
            _of(ColumnKind.TEXT, "definition_version", N_("Definitionens version")),
            _of(ColumnKind.TEXT, "template_version", N_("Mallens version")),
            _day("extracted_on", N_("Uppgifternas datum")),
        ),
    ),
    Table(
        "persons",
        N_("Personer"),
        N_("en person, utan namn och personnummer"),
        (
            _key("person", N_("Person")),
            _code("gender", N_("Kön"), "gender"),
            _of(ColumnKind.YEAR, "birth_year", N_("Födelseår")),
            _code("municipality", N_("Kommun"), "municipality"),
            _code("education", N_("Utbildning"), "education"),
        ),
        key=("person",),
    ),
    Table(
        "interests",
        N_("Intresseanmälningar och remisser"),
        N_("en anmälan, remiss eller uppsökande kontakt"),
        (
            _key("interest", N_("Anmälan")),
            _key("person", N_("Person"), required=False),
            _code("interest_kind", N_("Typ"), "interest_kind"),
            _code("referral_source", N_("Kom genom"), "referral_source"),
            _code("gender", N_("Kön"), "gender"),
            _day("received_on", N_("Inkom"), required=True),
            _code("interest_outcome", N_("Utfall"), "interest_outcome"),
            _day("outcome_on", N_("Utfall, datum")),
        ),
        key=("interest",),
        happened="received_on",
    ),
    Table(
        "consents",
        N_("Samtycken"),
        N_("ett samtycke till ett ändamål"),
        (
            _PERSON,
            _code("consent_purpose", N_("Ändamål"), "consent_purpose", required=True),
            _day("given_on", N_("Lämnat"), required=True),
            _day("valid_to_on", N_("Gäller till och med")),
            _day("withdrawn_on", N_("Återkallat")),
        ),
        key=("person", "consent_purpose", "given_on"),
        happened="given_on",
    ),
    Table(
        "enrolments",
        N_("Inskrivningar"),
        N_("en inskrivning av en person i insatsen eller en delinsats"),
        (
            _key("enrolment", N_("Inskrivning")),
            _PERSON,
            _code("programme", N_("Insats"), "programme"),
            _day("enrolled_on", N_("Inskriven"), required=True),
            _code("seat", N_("Plats"), "seat"),
            _code("referral_source", N_("Kom genom"), "referral_source"),
        ),
        key=("enrolment",),
        happened="enrolled_on",
    ),
    Table(
        "exits",
        N_("Avslut"),
        N_("ett avslut av en inskrivning"),
        (
            _ENROLMENT,
            _day("exited_on", N_("Avslutad"), required=True),
            _code("exit_reason", N_("Avslutsorsak"), "exit_reason"),
            _of(ColumnKind.YES_NO, "completed", N_("Fullföljt")),
        ),
        key=("enrolment",),
        happened="exited_on",
    ),
    Table(
        "destinations",
        N_("Vart deltagaren gick vidare"),
        N_("vart en inskrivning ledde, vid ett tillfälle"),
        (
            _ENROLMENT,
            _code("moment", N_("Tillfälle"), "moment", required=True),
            _code("destination", N_("Gick vidare till"), "destination", required=True),
            _day("known_on", N_("Datum")),
        ),
        key=("enrolment", "moment"),
        happened="known_on",
    ),
    Table(
        "situations",
        N_("Försörjning och sysselsättning"),
        N_("en inkomst eller sysselsättning vid ett tillfälle"),
        (
            _ENROLMENT,
            _code("moment", N_("Tillfälle"), "moment", required=True),
            _code("income", N_("Försörjning"), "income"),
            _of(ColumnKind.INTEGER, "extent_percent", N_("Omfattning i procent")),
            _code("occupation", N_("Sysselsättning"), "occupation"),
            _day("known_on", N_("Datum")),
        ),
        key=("enrolment", "moment", "income", "occupation"),
        happened="known_on",
    ),
    Table(
        "plans",
        N_("Planer"),
        N_("en upprättad plan"),
        (
            _ENROLMENT,
            _code("plan_kind", N_("Typ av plan"), "plan_kind", required=True),
            _day("established_on", N_("Upprättad"), required=True),
            _of(ColumnKind.YES_NO, "accepted", N_("Känd och godtagen av deltagaren")),
        ),
        key=("enrolment", "plan_kind", "established_on"),
        happened="established_on",
    ),
    Table(
        "steps",
        N_("Steg"),
        N_("ett steg som påbörjats"),
        (
            _ENROLMENT,
            _code("step", N_("Steg"), "step", required=True),
            _day("started_on", N_("Påbörjat"), required=True),
            _day("ended_on", N_("Avslutat")),
        ),
        key=("enrolment", "step", "started_on"),
        happened="started_on",
    ),
    Table(
        "assessments",
        N_("Bedömningar"),
        N_("en bedömning av en inskrivning, ja eller nej"),
        (
            _ENROLMENT,
            _code("assessment", N_("Bedömning"), "assessment", required=True),
            _day("assessed_on", N_("Bedömd"), required=True),
            _of(ColumnKind.YES_NO, "fulfilled", N_("Uppfyllt")),
        ),
        key=("enrolment", "assessment", "assessed_on"),
        happened="assessed_on",
    ),
    Table(
        "measurements",
        N_("Mätningar"),
        N_("ett svar på en fråga i ett instrument vid ett tillfälle"),
        (
            _ENROLMENT,
            _code("instrument", N_("Instrument"), "instrument", required=True),
            _code("item", N_("Fråga"), "item"),
            _day("measured_on", N_("Mätt"), required=True),
            _of(ColumnKind.DECIMAL, "score", N_("Värde")),
            _code("rater", N_("Vem skattade"), "rater"),
        ),
        key=("enrolment", "instrument", "item", "measured_on", "rater"),
        happened="measured_on",
    ),
    Table(
        "survey_answers",
        N_("Enkätsvar"),
        N_("en tillfrågad och en enkätfråga; utan svarsdatum är svaret uteblivet"),
        (
            _key("respondent", N_("Svarande")),
            _key("enrolment", N_("Inskrivning"), "enrolments", required=False),
            _code("survey", N_("Enkät"), "survey", required=True),
            _code("item", N_("Fråga"), "item", required=True),
            _code("gender", N_("Kön"), "gender"),
            _day("asked_on", N_("Tillfrågad"), required=True),
            _day("answered_on", N_("Svarade")),
            _of(ColumnKind.DECIMAL, "score", N_("Svar")),
        ),
        key=("respondent", "survey", "item"),
        happened="asked_on",
    ),
    Table(
        "activities",
        N_("Aktiviteter"),
        N_("en aktivitet som erbjudits eller prövats"),
        (
            _ENROLMENT,
            _code("activity", N_("Aktivitet"), "activity", required=True),
            _day("offered_on", N_("Erbjuden")),
            _day("tried_on", N_("Prövad")),
            _day("ended_on", N_("Avslutad")),
        ),
        key=("enrolment", "activity", "offered_on", "tried_on"),
        happened="offered_on",
    ),
    Table(
        "attendance",
        N_("Närvaro"),
        N_("en deltagare vid ett tillfälle"),
        (
            _ENROLMENT,
            _code("activity", N_("Aktivitet"), "activity", required=True),
            _day("held_on", N_("Datum"), required=True),
            _of(ColumnKind.YES_NO, "attended", N_("Närvarande"), required=True),
            _code("absence_reason", N_("Frånvaroorsak"), "absence_reason"),
        ),
        key=("enrolment", "activity", "held_on"),
        happened="held_on",
    ),
    Table(
        "places",
        N_("Arbetsträningsplatser"),
        N_("en plats hos en arbetsgivare"),
        (
            _key("place", N_("Plats")),
            _code("sector", N_("Sektor"), "sector"),
            _day("available_on", N_("Tillgänglig"), required=True),
        ),
        key=("place",),
        happened="available_on",
    ),
    Table(
        "placements",
        N_("Placeringar"),
        N_("en deltagare på en plats"),
        (
            _key("placement", N_("Placering")),
            _ENROLMENT,
            _key("place", N_("Plats"), "places", required=False),
            _code("placement_kind", N_("Typ"), "placement_kind"),
            _day("started_on", N_("Började"), required=True),
            _day("ended_on", N_("Slutade")),
        ),
        key=("placement",),
        happened="started_on",
    ),
    Table(
        "volumes",
        N_("Volymer utan personer"),
        N_("ett antal intyg, ärenden, rådgivningar eller annat som inte är personer"),
        (
            _code("volume", N_("Vad"), "volume", required=True),
            _day("counted_on", N_("Datum"), required=True),
            _code("gender", N_("Kön"), "gender"),
            _of(ColumnKind.INTEGER, "low", N_("Antal (minst)"), required=True),
            _of(ColumnKind.INTEGER, "high", N_("Antal (högst), om ungefärligt")),
        ),
        happened="counted_on",
    ),
    Table(
        "opening_balances",
        N_("Ingående värden"),
        N_("ett antal från tiden före de enskilda uppgifterna"),
        (
            _code("balance", N_("Vad"), "balance", required=True),
            _of(ColumnKind.YEAR, "year", N_("År"), required=True),
            _code("gender", N_("Kön"), "gender"),
            _of(ColumnKind.INTEGER, "low", N_("Antal (minst)"), required=True),
            _of(ColumnKind.INTEGER, "high", N_("Antal (högst), om ungefärligt")),
        ),
    ),
    Table(
        "events",
        N_("Händelser"),
        N_("en händelse i insatsen, till exempel ett resursteam som bildats"),
        (
            _code("event", N_("Händelse"), "event", required=True),
            _day("happened_on", N_("Datum"), required=True),
            _of(ColumnKind.TEXT, "evidence", N_("Underlag")),
        ),
        happened="happened_on",
    ),
    Table(
        "money",
        N_("Pengar"),
        N_("en post i budget eller utfall"),
        (
            _code("money_kind", N_("Typ"), "money_kind", required=True),
            _day("booked_on", N_("Datum"), required=True),
            _code("payer", N_("Betalas av"), "payer"),
            _code("cost_category", N_("Kostnadsslag"), "cost_category"),
            _of(ColumnKind.MONEY, "amount_ore", N_("Belopp i kronor"), required=True),
        ),
        happened="booked_on",
    ),
)

TABLE_OF: dict[str, Table] = {table.name: table for table in TABLES}

JOURNEY_TABLES = ("enrolments", "exits", "persons")
"""Tables whose columns, with DERIVED, stand beside each other for one enrolment."""

DERIVED: tuple[Column, ...] = (
    _of(ColumnKind.INTEGER, "age", N_("Ålder vid inskrivning")),
    _of(ColumnKind.INTEGER, "days_enrolled", N_("Dagar inskriven")),
    _code("destination", N_("Gick vidare till vid avslut"), "destination"),
)


class Unit(StrEnum):
    """What one thing counted is. Units are never added to one another."""

    PERSON = "person"
    ENROLMENT = "enrolment"
    SEAT = "seat"
    PLACE = "place"
    PLACEMENT = "placement"
    ACTIVITY = "activity"
    ANSWER = "answer"
    CERTIFICATE = "certificate"
    CASE = "case"
    ADVICE = "advice"
    EVENT = "event"
    KRONA = "krona"
    DAY = "day"


TABLE_OF_UNIT: dict[Unit, str] = {
    Unit.PERSON: "enrolments",
    Unit.ENROLMENT: "enrolments",
    Unit.SEAT: "enrolments",
    Unit.DAY: "enrolments",
    Unit.PLACE: "places",
    Unit.PLACEMENT: "placements",
    Unit.ACTIVITY: "activities",
    Unit.ANSWER: "survey_answers",
    Unit.CERTIFICATE: "volumes",
    Unit.CASE: "volumes",
    Unit.ADVICE: "volumes",
    Unit.EVENT: "events",
    Unit.KRONA: "money",
}


def columns_in_scope(table: str) -> dict[str, Column]:
    """The columns a condition may name when one row of `table` is looked at."""
    tables = JOURNEY_TABLES if table == "enrolments" else (table,)
    columns = {column.name: column for name in tables for column in TABLE_OF[name].columns}
    if table == "enrolments":
        columns.update({column.name: column for column in DERIVED})
    return columns

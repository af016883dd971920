"""The words that sheets of participants really use for our columns, as a table.

Gathered from the headings that the public reports and forms print; see docs/sources.md, F1–F4.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Meaning:
    """What a heading means: a column of a table, with the moment where the table has one."""

    table: str
    column: str
    constants: tuple[tuple[str, str], ...] = ()


FORMER_TITLES: dict[tuple[str, str], tuple[str, ...]] = {
    ("steps", ""): ("Steg",),
    ("enrolments", "seat"): ("Plats",),
    ("places", "place"): ("Plats", "Arbetsplats"),
    ("placements", "place"): ("Plats", "Arbetsplats"),
    ("activities", "ended_on"): ("Avslutad",),
}
"""What the documented tables and their columns were called before, or may well be called."""

KEY_WORDS = frozenset(
    [
        "nr",
        "nummer",
        "löpnr",
        "löpnummer",
        "id",
        "kod",
        "deltagarnr",
        "deltagarnummer",
        "deltagarid",
        "deltagare",
        "ärende",
        "ärendenummer",
        "diarienummer",
    ]
)
AGE_WORDS = frozenset(("ålder", "ålder vid start", "ålder vid inskrivning", "age"))

WORDS_OF: dict[Meaning, tuple[str, ...]] = {
    Meaning("persons", "gender"): (
        "kön",
        "juridiskt kön",
        "man/kvinna",
        "kvinna/man",
        "k/m",
        "m/k",
        "tjej/kille",
        "kille/tjej",
    ),
    Meaning("persons", "birth_year"): (
        ("född", "födelseår", "födelsedatum", "födelsedag", "född år", "årtal")
    ),
    Meaning("persons", "municipality"): (
        (
            "kommun",
            "hemkommun",
            "bostadskommun",
            "folkbokföringskommun",
            "hemort",
            "bostadsort",
            "ort",
        )
    ),
    Meaning("persons", "education"): (
        ("utbildning", "utbildningsnivå", "högsta utbildning", "utbildningsbakgrund", "skolgång")
    ),
    Meaning("enrolments", "enrolled_on"): (
        "start",
        "startdatum",
        "inskriven",
        "inskrivning",
        "inskrivningsdatum",
        "inskrivningsdag",
        "inskriven datum",
        "inskr",
        "första dag",
        "första dagen",
        "började",
        "börjat",
        "startade",
        "startat",
        "datum in",
        "in",
    ),
    Meaning("enrolments", "programme"): ("insats", "delinsats", "del av insatsen"),
    Meaning("enrolments", "seat"): ("plats i insatsen", "platstyp", "typ av plats"),
    Meaning("enrolments", "referral_source"): (
        "remitterad från",
        "remitterad av",
        "remittent",
        "remiss från",
        "kom genom",
        "kom via",
        "kom från",
        "kommer från",
        "hänvisad från",
        "hänvisad av",
        "anvisad av",
        "anvisad från",
        "aktualiserad av",
        "inremitterad av",
        "initierad av",
    ),
    Meaning("interests", "received_on"): (
        "remissdatum",
        "remiss inkom",
        "anmäld",
        "anmälan",
        "anmälningsdatum",
        "intresseanmälan",
        "intresseanmälan datum",
        "aktualiserad",
        "ansökningsdatum",
    ),
    Meaning("exits", "exited_on"): (
        "slut",
        "slutdatum",
        "utskriven",
        "utskrivning",
        "utskrivningsdatum",
        "avslutad",
        "avslut",
        "avslutsdatum",
        "avslutsdag",
        "slutade",
        "sista dag",
        "sista dagen",
        "datum ut",
        "ut",
    ),
    Meaning("exits", "exit_reason"): (
        "avslutsorsak",
        "orsak till avslut",
        "orsak avslut",
        "avslutsanledning",
        "anledning till avslut",
        "utskrivningsorsak",
        "skäl till avslut",
        "varför avslut",
        "orsak",
    ),
    Meaning("exits", "completed"): ("fullföljt", "fullföljde", "genomfört", "slutfört"),
    Meaning("destinations", "destination", (("moment", "exit"),)): (
        "avslutad till",
        "avslutas till",
        "avslut till",
        "utskriven till",
        "gick vidare till",
        "går vidare till",
        "vidare till",
        "resultat",
        "utfall",
        "resultat vid avslut",
    ),
    Meaning("consents", "given_on", (("consent_purpose", "statistics"),)): (
        "samtycke",
        "samtycke datum",
        "samtycke statistik",
        "samtycke till statistik",
        "samtycke sus",
        "samtycke uppföljning",
    ),
    Meaning("consents", "given_on", (("consent_purpose", "sharing"),)): (
        "samtycke sekretess",
        "samtycke utbyte",
        "samtycke informationsutbyte",
    ),
}

SITUATION_WORDS: dict[str, tuple[str, ...]] = {
    "income": ("försörjning", "försörjningskälla", "inkomst", "ersättning"),
    "occupation": ("sysselsättning", "sysselsatt", "aktivitet"),
    "extent_percent": ("omfattning", "omfattning i procent"),
}
MOMENT_WORDS: dict[str, str] = {
    "före insatsen": "before",
    "före": "before",
    "innan": "before",
    "vid start": "start",
    "vid inskrivning": "start",
    "start": "start",
    "nu": "start",
    "vid slut": "exit",
    "vid avslut": "exit",
    "vid utskrivning": "exit",
    "efter avslut": "exit",
    "efter insatsen": "exit",
    "slut": "exit",
    "avslut": "exit",
    "efter": "exit",
    "efter 6 mån": "months_6",
    "efter 6 månader": "months_6",
    "6 mån": "months_6",
    "6 månader": "months_6",
    "efter 12 mån": "months_12",
    "efter 12 månader": "months_12",
    "12 mån": "months_12",
    "12 månader": "months_12",
    "efter ett år": "months_12",
}
STARTED_WORDS = ("start", "startdatum", "påbörjat", "påbörjad", "började", "från", "datum", "")
ENDED_WORDS = ("slut", "slutdatum", "avslutat", "avslutad", "slutade", "till")
OFFERED_WORDS = ("erbjuden", "erbjudet", "erbjöds")
DAY_WORDS = ("datum", "dat", "dag", "mätt", "mätdatum")
PLAN_WORDS = (*DAY_WORDS, "upprättad", "upprättad datum", "klar", "gjord", "")
SUM_WORDS = ("summa", "summering", "totalt", "total", "totalsumma", "antal", "s:a")
NOTHING_WORDS = (
    "-",
    "–",
    "?",
    "pågår",
    "pågående",
    "fortfarande inskriven",
    "kvar",
    "ej avslutad",
    "saknas",
)

"""A condition and a goal as plain Swedish."""

import pytest

from stegvis.programmes.calculations.condition_sentences import Reader, condition_sentence
from stegvis.programmes.calculations.sentences import indicator_sentences
from stegvis.programmes.values.condition_parser import parse_condition
from tests.definition_samples import HEAD, INSTRUMENT, definition_of, goal

NBSP = "\u00a0"
AND = "”Födelseår” är mindre än 2000 och ”Ålder vid inskrivning” är mindre än 30,5"
OR = "(insatsen är fullföljd eller ”Ålder vid inskrivning” är mer än 20)"
PLAN = (
    "(det finns en plan där planen är en gemensam planering eller samordnad individuell "
    "plan och planen är känd och godtagen av deltagaren) eller insatsen är fullföljd"
)
COUNTED = "antalet olika ”Aktivitet” bland aktiviteter där uppgift om ”Erbjuden” finns är minst 10"
IN_TIME = "det första datumet ”Upprättad” bland planer ligger inom 2 månader från ”Inskriven”"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("count(plans) >= 2", "antalet planer är minst 2"),
        (
            "count(destinations) >= 2",
            "antalet uppgifter om vart deltagaren gick vidare är minst 2",
        ),
        ("person = 'p 1'", "”Person” är ”p 1”"),
        ("destination = work", "deltagaren gick vidare till arbete"),
        ("destination in {work, studies}", "deltagaren gick vidare till arbete eller studier"),
        ("referral_source = psychiatry", "deltagaren kom genom Psykiatri"),
        ("completed", "insatsen är fullföljd"),
        ("completed != yes", "insatsen är inte fullföljd"),
        ("exited_on is missing", "inskrivningen pågår"),
        ("gender is missing", "uppgift om ”Kön” saknas"),
        ("gender != woman", "”Kön” är inte kvinna"),
        ("birth_year < 2000 and age < 30.5", AND),
        ("enrolled_on <= 2024-12-31", "”Inskriven” är senast 2024-12-31"),
        (
            "not (completed or age > 20)",
            f"det stämmer inte att {OR}",
        ),
        (
            "has(plans where plan_kind in {joint_plan, sip} and accepted) or completed",
            PLAN,
        ),
        (
            "count(activities.activity where offered_on is known) >= 10",
            COUNTED,
        ),
        (
            "first(plans.established_on) within 2 months of enrolled_on",
            IN_TIME,
        ),
    ],
)
def test_condition_is_a_sentence(tmp_path, text, sentence):
    reader = Reader(definition_of(tmp_path, HEAD), "enrolments")

    assert condition_sentence(parse_condition(text), reader) == sentence


def sentences_of(folder, **lines):
    definition = definition_of(folder, HEAD + INSTRUMENT + goal(**lines))
    return list(indicator_sentences(definition.goals[0], definition))


def test_share_says_what_of_whom_and_how_many(tmp_path):
    exclusions = '[{id = "deceased", name = "avlidna", where = "exit_reason = deceased"}]'

    assert sentences_of(tmp_path, exclusions=exclusions) == [
        "Räknas: personer där deltagaren gick vidare till arbete eller studier.",
        "Av: alla som har lämnat insatsen.",
        "Varje person räknas en gång, med sin senaste inskrivning.",
        "Räknas inte med: avlidna (avslutsorsaken är avliden).",
        "Den som saknar uppgift räknas som nej.",
        f"Mål: minst 50{NBSP}%.",
    ]


def test_conversion_says_that_running_time_is_not_counted(tmp_path):
    lines = {
        "kind": '"conversion"',
        "numerator": "",
        "denominator": '"enrolled"',
        "event": '"first(plans.established_on where plan_kind = action_plan)"',
        "start": '"enrolled_on"',
        "within": "2",
        "span": '"months"',
    }

    assert sentences_of(tmp_path, **lines)[0] == (
        "Räknas: personer där det första datumet ”Upprättad” bland planer där planen är en "
        "handlingsplan kommer inom 2 månader från ”Inskriven”. "
        "Den vars tid inte har gått ut räknas ännu inte med."
    )


def test_domains_name_instrument_and_least_change(tmp_path):
    lines = {
        "kind": '"domains_improved"',
        "numerator": "",
        "denominator": '"measured_twice"',
        "instrument": '"wheel"',
        "least": "1.5",
        "domains": "2",
    }

    assert sentences_of(tmp_path, **lines)[0] == (
        "Räknas: personer som mellan första och senaste mätningen med Hjulet "
        "har förbättrats minst 1,5 i minst 2 områden."
    )


def test_standing_volume_counts_seats(tmp_path):
    lines = {
        "kind": '"standing_volume"',
        "unit": '"seat"',
        "numerator": "",
        "denominator": '"none"',
        "population": '{name = "inskrivna per dag"}',
        "target": "{value = 50}",
    }

    assert sentences_of(tmp_path, **lines) == [
        "Räknas: hur många som i genomsnitt är inskrivna samtidigt.",
        "Bland: inskrivna per dag.",
        "Mål: minst 50 deltagarplatser.",
    ]


def test_goal_that_people_judge_says_so(tmp_path):
    lines = {"kind": '"qualitative"', "numerator": "", "target": "", "denominator": '"none"'}

    assert sentences_of(tmp_path, **lines) == [
        "Målet bedöms av människor; inget utfall räknas fram."
    ]


TIME = {
    "kind": '"time_to_event"',
    "numerator": "",
    "denominator": '"enrolled"',
    "event": '"exited_on"',
    "start": '"enrolled_on"',
}
CHANGE = {
    "kind": '"change"',
    "numerator": "",
    "denominator": '"measured_twice"',
    "instrument": '"wheel"',
    "least": "1",
    "least_is": '"raw"',
}
IMPROVED = (
    "Räknas: personer som mellan första och senaste mätningen med Hjulet (Hälsa) "
    "har förbättrats minst 1."
)
COSTS = f"Räknas: kronor där ”Belopp i kronor” är minst 1{NBSP}000{NBSP}kr och ”Typ” är kostnad."
PLACES = {"unit": '"place"', "denominator": '"none"', "kind": '"count"', "numerator": ""}


@pytest.mark.parametrize(
    ("lines", "first", "target"),
    [
        (
            TIME,
            "Räknas: hur stor andel som har nått ”Avslutad” 365 dagar efter ”Inskriven”.",
            f"Mål: minst 50{NBSP}%.",
        ),
        (
            TIME | {"measure": '"median_days"', "target": '{op = "<=", value = 90}'},
            "Räknas: hur många dagar det tar för hälften från ”Inskriven” till ”Avslutad”.",
            "Mål: högst 90 dagar.",
        ),
        (
            CHANGE | {"items": '["health"]'},
            IMPROVED,
            f"Mål: minst 50{NBSP}%.",
        ),
        (
            CHANGE | {"measure": '"mean_change"', "target": "{value = 0.25}"},
            "Räknas: medelförändringen mellan första och senaste mätningen med Hjulet.",
            "Mål: minst 0,25.",
        ),
        (
            PLACES | {"target": '{op = "=", value = 1}'},
            "Räknas: antalet arbetsträningsplatser.",
            "Mål: exakt 1 arbetsträningsplats.",
        ),
        (
            PLACES
            | {
                "unit": '"krona"',
                "numerator": '"amount_ore >= 100000 and money_kind = cost"',
                "target": '{op = "<=", value = 5000000}',
            },
            COSTS,
            f"Mål: högst 50{NBSP}000{NBSP}kr.",
        ),
    ],
)
def test_each_kind_says_what_it_counts(tmp_path, lines, first, target):
    said = sentences_of(tmp_path, **lines)

    assert (said[0], said[-1]) == (first, target)


def test_deliverable_says_by_when(tmp_path):
    event = 'events = [{code = "team", name = "Teamet bildat"}]\n'
    lines = {"kind": '"deliverable"', "numerator": "", "target": "", "denominator": '"none"'}
    text = HEAD + event + goal(**lines, event='"team"', by="2024-06-30")

    definition = definition_of(tmp_path, text)

    assert indicator_sentences(definition.goals[0], definition) == (
        "Målet är nått när detta har hänt senast 2024-06-30: teamet bildat.",
    )


def test_population_parts_and_few_are_said(tmp_path):
    lines = {
        "population": '{name = "de unga", which = "first", where = "age < 30", '
        'window = {field = "exited_on", first = 2024-01-01}}',
        "exceptions": '[{id = "ill", name = "sjuka", where = "exit_reason = illness"}]',
        "unknown": '"bounds"',
        "sub_criteria": '[{id = "a", name = "Arbete", numerator = "destination = work", '
        "target = {value = 0.125}}]",
        "fewest": "10",
    }

    assert sentences_of(tmp_path, **lines)[1:] == [
        "Av: alla som har lämnat insatsen (de unga).",
        "Bara de där ”Ålder vid inskrivning” är mindre än 30.",
        "Bara de vars ”Avslutad” ligger i tiden från 2024-01-01.",
        "Varje person räknas en gång, med sin första inskrivning.",
        "Räknas bara om målet nåddes: sjuka (avslutsorsaken är sjukdom).",
        "Den som saknar uppgift vidgar spannet mellan lägsta och högsta värde.",
        f"Mål: minst 50{NBSP}%.",
        f"Delvis nått när något av delmålen är nått: Arbete (minst 12,5{NBSP}%).",
        "Inget omdöme ges om färre än 10 räknas.",
    ]

"""What a definition points at is there, and stands there once."""

import pytest

from stegvis.core.values.refusals import Fault
from tests.definition_samples import HEAD, INSTRUMENT, faults_of, goal, warnings_of

BUDGET = """
[[budget]]
year = 2024
category = "salaries"
payer = "municipality"
financed = true
amount = {amount}
"""
MIXED = (
    "Lönen för Kommunen 2024 blir 50 kronor för en månads heltid. "
    "Är kronor och tusental (tkr) blandade?"
)
POST = '[[posts]]\nrole = "Coach"\npercent = 50\npayer = "municipality"\nfinanced = true\n'


@pytest.mark.parametrize(
    ("row", "where", "what"),
    [
        (
            'seats = [{seat = "ordinry", number = 5}]',
            "rad 12, [[seats]] 1, seat",
            "Koden ordinry finns inte i listan seat. Menade du ordinary?",
        ),
        (
            'due = [{what = "plan", code = "action_pln", within = 2}]',
            "rad 12, [[due]] 1 (action_pln), code",
            "Koden action_pln finns inte i listan plan_kind. Menade du action_plan?",
        ),
        (
            'due = [{what = "plan", code = "action_plan"}]',
            "rad 12, [[due]] 1 (action_plan)",
            "Det står inte när det ska vara gjort.",
        ),
        (
            POST.replace("municipality", "commune"),
            "rad 15, [[posts]] 1, payer",
            "Koden commune finns inte i listan payer.",
        ),
        (
            BUDGET.format(amount=5).replace("salaries", "salries"),
            "rad 15, [[budget]] 1, category",
            "Koden salries finns inte i listan cost_category. Menade du salaries?",
        ),
        (
            'steps = [{code = "a", name = "A"}, {code = "a", name = "B"}]',
            "rad 12, [[steps]] 2 (a), code",
            "a står två gånger i steps.",
        ),
        (
            INSTRUMENT.replace('"work"', '"health"'),
            "rad 17, [[instruments]] 1 (wheel), items.2.code",
            "health står två gånger i items.",
        ),
        (
            'target_group = [{text = "Unga", where = "ag < 30"}]',
            "rad 12, [[target_group]] 1, where",
            "Fältet ag finns inte i enrolments. Menade du age?",
        ),
        (
            'versions = [{version = "1", on = 2024-01-01, why = "Ny", deviation = "x"}]',
            "rad 12, [[versions]] 1 (1), deviation",
            "Avvikelsen finns inte.",
        ),
        (
            'parts = ["halsan"]\npart_names = {halsn = "Hälsan"}',
            "rad 13, part_names.halsn",
            "Delinsatsen finns inte i parts. Menade du halsan?",
        ),
        ('parts = ["nya-steg"]', "rad 3, id", "Insatsen kan inte vara en del av sig själv."),
    ],
)
def test_reference_is_refused(tmp_path, row, where, what):
    faults = faults_of(tmp_path, f"{HEAD}\n{row}")

    assert [(fault.where, fault.what) for fault in faults] == [(f"nya-steg.toml, {where}", what)]


def test_goals_with_the_same_id_are_refused(tmp_path):
    assert [fault.what for fault in faults_of(tmp_path, HEAD + goal() + goal())] == [
        "Två mål eller tal har samma id."
    ]


@pytest.mark.parametrize("taken", ["persons", "coverage-wheel"])
def test_goal_with_the_id_of_a_standard_figure_is_refused(tmp_path, taken):
    found = faults_of(tmp_path, HEAD + goal(id=f'"{taken}"'))

    assert [(fault.what, fault.expected) for fault in found] == [
        (
            "Stegvis räknar redan ett tal med detta id i varje insats.",
            f"ett annat id, till exempel mal-{taken}",
        )
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (HEAD, "Insatsen har inga mål."),
        (
            HEAD + goal(target=""),
            "Målet har inget målvärde, så det går inte att säga om det är nått.",
        ),
        (
            HEAD + goal(valid="{last = 2025-06-30}"),
            "Tiden går utanför den beslutade, 2023-01-01 till 2024-12-31.",
        ),
        (
            HEAD
            + "intake_stop = 2024-01-31\n"
            + goal(population='{name = "x", window = {field = "enrolled_on", last = 2024-12-31}}'),
            "Målet räknar inskrivna efter intagsstoppet.",
        ),
        (
            HEAD + INSTRUMENT + goal(numerator='"has(measurements where instrument = wheel)"'),
            "Instrumentet Hjulet slutar användas innan målets tid är ute.",
        ),
        (
            HEAD + POST + BUDGET.format(amount=300) + goal(),
            MIXED,
        ),
        (
            HEAD + BUDGET.format(amount=5).replace("2024", "2022") + goal(),
            "Budgetåret ligger utanför beslutad tid.",
        ),
        (
            HEAD.replace("last = 2024-12-31}", "last = 2023-10-31}, {first = 2023-12-01}") + goal(),
            "Det finns tid utan beslut före den här perioden.",
        ),
        (
            HEAD + 'versions = [{version = "0", on = 2023-01-01, why = "Ny"}]\n' + goal(),
            "Den version som gäller står inte bland versionerna.",
        ),
        (
            HEAD + "intake_stop = 2025-02-01\n" + goal(),
            "Intagsstoppet ligger utanför beslutad tid.",
        ),
    ],
)
def test_doubt_is_told_but_stops_nothing(tmp_path, text, what):
    assert [fault.what for fault in warnings_of(tmp_path, text)] == [what]


def test_salary_of_the_right_magnitude_raises_no_doubt(tmp_path):
    text = HEAD + POST + BUDGET.format(amount='"300 000 kr"') + goal()

    assert warnings_of(tmp_path, text) == []


def test_doubt_names_its_place(tmp_path):
    text = HEAD + goal(valid="{last = 2025-06-30}")

    assert warnings_of(tmp_path, text) == [
        Fault(
            "nya-steg.toml, rad 24, [[goals]] 1 (out), valid",
            "Tiden går utanför den beslutade, 2023-01-01 till 2024-12-31.",
            "till och med 2025-06-30",
        )
    ]

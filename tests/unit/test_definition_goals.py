"""What a goal may not be: each refused with a sentence."""

import pytest

from tests.definition_samples import HEAD, INSTRUMENT, definition_of, faults_of, goal

CHANGE = {"kind": '"change"', "numerator": "", "least": "1", "least_is": '"raw"'}
PART = '{id = "a", name = "A", numerator = "completed", target = {value = 0.5}}'
COUNT = {"kind": '"count"', "numerator": "", "denominator": '"none"', "target": "{value = 20}"}


def what_is_wrong(folder, **lines):
    faults = faults_of(folder, HEAD + INSTRUMENT + goal(**lines))
    return [(fault.where.rpartition(" (out), ")[2], fault.what) for fault in faults]


@pytest.mark.parametrize(
    ("lines", "where", "what"),
    [
        (
            {"denominator": '"none"'},
            "denominator",
            "En andel måste säga av vilka den räknas.",
        ),
        (
            COUNT | {"text": '"20 procent fler platser"'},
            "denominator",
            "Texten talar om procent, men målet säger inte av vilka det räknas.",
        ),
        (
            {"denominator": '"respondents"'},
            "denominator",
            "Nämnaren passar inte enheten person.",
        ),
        (
            {"target": "{value = 50}"},
            "target.value",
            "Ett målvärde för en andel skrivs som ett tal mellan 0 och 1.",
        ),
        (
            COUNT | {"target": "{value = -1}"},
            "target.value",
            "Måltalet kan inte vara mindre än noll.",
        ),
        (
            {"kind": '"qualitative"', "numerator": ""},
            "target",
            "Ett mål som bedöms av människor kan inte ha ett målvärde.",
        ),
        ({"level": ""}, "level", "Målet säger inte på vilken nivå det hör hemma."),
        ({"examples": ""}, "examples", "Målet har inget räkneexempel (examples)."),
        (
            {"groups": '["gendr"]'},
            "groups.1",
            "Det går inte att dela upp efter gendr. Menade du gender?",
        ),
        (
            {"population": '{name = "x", window = {field = "exit_on"}}'},
            "population.window.field",
            "Fönstret behöver ett datumfält. Menade du exited_on?",
        ),
        (
            {"population": '{name = "x", where = "agee > 5"}'},
            "population.where",
            "Fältet agee finns inte i enrolments. Menade du age?",
        ),
        (
            {"exclusions": '[{id = "dead", name = "avlidna", where = "exit_reason = dd"}]'},
            "exclusions.1.where",
            "Koden dd finns inte i listan exit_reason.",
        ),
        (
            {
                "exclusions": '[{id = "a", name = "A", where = "completed"}]',
                "exceptions": '[{id = "a", name = "B", where = "completed"}]',
            },
            "exceptions.1.id",
            "Två undantag har samma id.",
        ),
        ({"replaces": '"old"', "deviation": '"none"'}, "replaces", "Det ersatta målet finns inte."),
        ({"deviation": '"change"'}, "deviation", "Avvikelsen finns inte."),
    ],
)
def test_goal_is_refused(tmp_path, lines, where, what):
    assert what_is_wrong(tmp_path, **lines)[0] == (where, what)


@pytest.mark.parametrize(
    ("lines", "where", "what"),
    [
        (
            CHANGE | {"instrument": '"weel"'},
            "instrument",
            "Koden weel finns inte i listan instrument. Menade du wheel?",
        ),
        (
            CHANGE | {"instrument": '"wheel"', "items": '["helth"]'},
            "items.1",
            "Instrumentet har ingen fråga med koden helth. Menade du health?",
        ),
        (
            {
                "kind": '"domains_improved"',
                "numerator": "",
                "instrument": '"wheel"',
                "least": "1",
                "domains": "3",
            },
            "domains",
            "Målet kräver fler områden än instrumentet har.",
        ),
        (
            CHANGE | {"instrument": '"wheel"', "unit": '"answer"', "denominator": '"asked"'},
            "unit",
            "En förändring räknas på personer eller inskrivningar.",
        ),
        (
            {"sub_criteria": f"[{PART}, {PART}]"},
            "sub_criteria.2.id",
            "Två delmål har samma id.",
        ),
        (
            {"kind": '"deliverable"', "numerator": "", "target": "", "event": '"team"'},
            "event",
            "Koden team finns inte i listan event.",
        ),
        (
            COUNT | {"kind": '"standing_volume"', "unit": '"place"'},
            "unit",
            "Antalet inskrivna samtidigt räknas i personer, inskrivningar eller platser.",
        ),
        (
            {
                "kind": '"conversion"',
                "numerator": "",
                "event": '"first(plans.accepted)"',
                "start": '"enrolled_on"',
                "within": "2",
                "span": '"months"',
            },
            "event",
            "Här behövs ett datum.",
        ),
        (
            {"sub_criteria": f"[{PART.replace('0.5', '7')}]"},
            "sub_criteria.1.target.value",
            "Ett målvärde för en andel skrivs som ett tal mellan 0 och 1.",
        ),
    ],
)
def test_goal_of_its_kind_is_refused(tmp_path, lines, where, what):
    assert what_is_wrong(tmp_path, **lines) == [(where, what)]


def test_replacing_goal_names_its_deviation(tmp_path):
    second = goal(id='"new"', replaces='"out"')
    deviation = (
        '[[deviations]]\nid = "new-goal"\non = 2024-01-01\nkind = "goal"\ntext = "Nytt mål"\n'
    )

    faults = faults_of(tmp_path, HEAD + goal() + second)
    allowed = HEAD + goal() + second + 'deviation = "new-goal"\n' + deviation

    assert [fault.what for fault in faults] == [
        "Ett mål som ersätter ett annat ska säga vilken avvikelse som beslutade det."
    ]
    assert definition_of(tmp_path, allowed).goals[1].deviation == "new-goal"


@pytest.mark.parametrize(
    ("example", "where", "what"),
    [
        (
            "journeys = [{enroled_on = 2024-01-01}]",
            "examples.1.journeys.1.enroled_on",
            "Kolumnen enroled_on finns inte. Menade du enrolled_on?",
        ),
        (
            'journeys = [{destination = "wrok"}]',
            "examples.1.journeys.1.destination",
            "Koden wrok finns inte i listan destination. Menade du work?",
        ),
        (
            'journeys = [{enrolled_on = "2024-01-01"}]',
            "examples.1.journeys.1.enrolled_on",
            "enrolled_on kan inte ha det värdet.",
        ),
        (
            "rows = {plan = [{accepted = true}]}",
            "examples.1.rows.plan",
            "Tabellen plan finns inte. Menade du plans?",
        ),
        (
            "rows = {plans = [{enrolment = 1, accepted = true}]}",
            "examples.1.rows.plans.1.enrolment",
            "Raden hör till en deltagare (enrolment) som exemplet inte har.",
        ),
    ],
)
def test_worked_example_is_refused(tmp_path, example, where, what):
    text = f"[{{as_of = 2024-12-31, {example}, expect = {{k = 1}}}}]"

    assert what_is_wrong(tmp_path, examples=text) == [(where, what)]

"""What is said of a key or a code list that cannot be read."""

import pytest

from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.code_lists import common_lists
from stegvis.programmes.files.patterns import goal_patterns
from stegvis.programmes.files.shipped import COMMON_LISTS, PATTERNS
from tests.definition_samples import HEAD, faults_of, goal, written_to

KNOWN_LISTS = ", ".join([*common_lists()][:12]) + " med flera"


@pytest.mark.parametrize(
    ("row", "what", "read", "expected"),
    [
        ("phases = 5", "Värdet går inte att läsa.", "5", "en lista inom [ ]"),
        ("phases = [5]", "Värdet går inte att läsa.", "5", "en tabell"),
        ("phases = [[]]", "Värdet går inte att läsa.", "en lista", "en tabell"),
        ('phases = [{name = ""}]', "Värdet går inte att läsa.", "", "en text som inte är tom"),
        ("phases = [{}]", "Nyckeln name saknas.", "", ""),
        (
            'phases = [{name = "Start", first = "snart"}]',
            "Värdet går inte att läsa.",
            "snart",
            "ett datum som 2024-12-31, utan citattecken",
        ),
        (
            "phases = [{name = {a = 1}}]",
            "Värdet går inte att läsa.",
            "en tabell",
            "en text inom citattecken",
        ),
        ('steps_ordered = "ja"', "Värdet går inte att läsa.", "ja", "true eller false"),
        (
            'steps = [{code = "Steg 1", name = "Ett"}]',
            "Värdet går inte att läsa.",
            "Steg 1",
            "en kod av a–z och siffror, med _ mellan orden",
        ),
        (
            'parts = ["Del 1"]',
            "Värdet går inte att läsa.",
            "Del 1",
            "ett id av a–z och siffror, med - mellan orden",
        ),
        (
            'seats = [{seat = "ordinary", number = 0}]',
            "Värdet går inte att läsa.",
            "0",
            "mer än 0",
        ),
        ("code_lists = 3", "Värdet går inte att läsa.", "3", "en tabell"),
        (
            "code_lists = {gender = 3}",
            "Kodlistan går inte att läsa.",
            "",
            "en tabell med en rad för varje kod",
        ),
        (
            'code_lists = {gender = {hen = {name = "Hen", common = "An nan"}}}',
            "Värdet går inte att läsa.",
            "An nan",
            "en kod av a–z och siffror, med _ mellan orden",
        ),
        (
            'code_lists = {gendr = {hen = "Hen"}}',
            "Kodlistan gendr finns inte. Menade du gender?",
            "gendr",
            KNOWN_LISTS,
        ),
        (
            "budget = [{amount = true}]",
            "Beloppet går inte att läsa.",
            "True",
            'kronor som 1587500, "1 587 500 kr" eller "1 587,5 tkr"',
        ),
    ],
)
def test_value_of_the_wrong_kind_is_refused(tmp_path, row, what, read, expected):
    fault = faults_of(tmp_path, f"{HEAD}\n{row}\n")[0]

    assert (fault.what, fault.read, fault.expected) == (what, read, expected)


def test_row_with_two_amounts_is_refused(tmp_path):
    row = '[[budget]]\nyear=2024\ncategory="other"\npayer="region"\nfinanced=true\n'

    faults = faults_of(tmp_path, f"{HEAD}{row}amount = 1\namount_ore = 100\n")

    assert [fault.what for fault in faults] == [
        "Nyckeln amount finns inte här. Menade du amount_ore?"
    ]


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ({"kind": ""}, "Nyckeln kind saknas."),
        ({"kind": '"shares"'}, "Det ordet finns inte. Menade du share?"),
        (
            {"population": ""},
            "Målet saknar population: ett procenttal utan den går inte att förstå.",
        ),
        ({"numerator": "7"}, "Ett villkor skrivs som text inom citattecken."),
        ({"target": '{op = ">>", value = 1}'}, "Det ordet finns inte."),
        ({"target": '{op = ">=", valu = 1}'}, "Nyckeln value saknas."),
    ],
)
def test_goal_of_the_wrong_form_is_refused(tmp_path, lines, what):
    assert faults_of(tmp_path, HEAD + goal(**lines))[0].what == what


def test_wrong_common_lists_are_refused(tmp_path):
    path = written_to(tmp_path, '[gender]\nwoman = ""\n', COMMON_LISTS)

    with pytest.raises(Refused, match="De gemensamma kodlistorna"):
        common_lists(path)


def test_wrong_patterns_are_refused(tmp_path):
    path = written_to(tmp_path, '[[patterns]]\nid = "x"\nname = "X"\ngoal = {}\n', PATTERNS)

    with pytest.raises(Refused, match="goal_type: Nyckeln goal_type saknas"):
        goal_patterns(path)


def test_key_of_the_programme_below_a_table_is_told_where_it_belongs(tmp_path):
    (fault,) = faults_of(tmp_path, f"{HEAD}{goal()}intake_stop = 2024-06-30\n")

    assert fault.what == "Nyckeln intake_stop hör hemma överst i filen, före den första tabellen."

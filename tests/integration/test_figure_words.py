"""No code of ours stands as it is in the workbook of figures."""

import pytest

from stegvis.programmes.files.definition import load_definition
from stegvis.programmes.files.shipped import shipped
from stegvis.reports.calculations.figure_words import (
    curve_name,
    group_name,
    grouping_name,
    kind_name,
    method_name,
)
from stegvis.reports.calculations.wording.vocabulary import Vocabulary
from tests.acceptance import follow_up_of

WORDS = Vocabulary(load_definition(shipped("sara.toml")))
PROGRAMMES = ["ung-framtid", "hikikomori", "enter", "impuls", "3-4-4", "sara"]
THE_SAME = {"median"}  # in Swedish as in code


@pytest.fixture(scope="module", params=PROGRAMMES)
def figures(request):
    words = Vocabulary(load_definition(shipped(f"{request.param}.toml")))
    whole = follow_up_of(request.param)
    return words, [figure for one in (whole, *whole.parts) for figure in one.figures]


def test_every_code_has_its_word(figures):
    words, found = figures
    named = {
        **{one.kind: kind_name(one.kind) for one in found},
        **{one.method: method_name(one.method) for one in found if one.method},
        **{curve: curve_name(curve) for one in found for curve in one.points},
        **{group: grouping_name(group, words) for one in found for group in one.groups},
    }

    assert {code for code, word in named.items() if code == word} <= THE_SAME


def test_every_group_has_its_name(figures):
    words, found = figures
    told = {
        group_name(grouping, code, words)
        for figure in found
        for grouping, cells in figure.groups.items()
        for code in cells
    }

    assert [word for word in told if "_" in word or word in {"closed", "ongoing", "financed"}] == []


@pytest.mark.parametrize(
    ("grouping", "expected"),
    [
        ("age_band", "ålder"),
        ("education:woman", "utbildning, Kvinnor"),
        ("exit_reason:", "avslutsorsak, Kön saknas"),
        ("income:start", "försörjning, Vid start"),
        ("flow:2013", "flöde, 2013"),
        ("enrolled_and_exited_earlier", "In- och utskrivna före perioden"),
    ],
)
def test_grouping_within_another_is_said_after_it(grouping, expected):
    assert grouping_name(grouping, WORDS) == expected


@pytest.mark.parametrize(
    ("grouping", "code", "expected"),
    [
        ("state", "ongoing", "Pågående"),
        ("enrolled_and_exited_earlier", "2013:man", "2013, Män"),
        ("exit_reason:woman", "moved", "Flytt"),
        ("flow:2013", "in", "Nya"),
    ],
)
def test_group_is_called_what_the_definition_calls_it(grouping, code, expected):
    assert group_name(grouping, code, WORDS) == expected


def test_method_keeps_what_is_a_name():
    assert [method_name(one) for one in ("aalen-johansen, log-log", "mean_of_days", "")] == [
        "Aalen–Johansen, log-log",
        "medelvärde över dagarna",
        "",
    ]

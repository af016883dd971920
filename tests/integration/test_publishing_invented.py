"""Invented programmes with few in every group, published and attacked."""

import random
from datetime import date, timedelta

import pytest

from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.calculations.publishing.publish import publication, publish
from tests.journeys import CUT_OFF, defined, facts, goal
from tests.outsider import MEANS, WORK, few_that_are_shown, recovered_by_an_outsider

ALL = {"population": {"name": "alla"}, "target": None}
LEFT = {"kind": "count", "denominator": "none"} | ALL
GOALS = (
    goal(),
    goal(id="of-all", denominator="enrolled", **ALL),
    goal(id="studies", numerator="destination = studies", target=None),
    goal(id="left", numerator="exited_on is known", **LEFT),
    goal(id="remain", numerator="exited_on is missing", **LEFT),
    goal(id="ill", numerator="exit_reason = illness", target=None),
    goal(
        id="not-dead",
        exclusions=[{"id": "deceased", "name": "avlidna", "where": "exit_reason = deceased"}],
        groups=["municipality"],
        target=None,
    ),
)
WORDS = MEANS | {
    "goal": WORK,
    "of-all": WORK,
    "not-dead": WORK,
    "studies": ("destination", {"studies"}),
    "ill": ("exit_reason", {"illness"}),
    ("not-dead", "deceased"): ("exit_reason", {"deceased"}),
}
REASONS = {"work_or_studies": 5, "illness": 3, "moved": 1, "deceased": 0.3, "transferred": 1}


def journey(chance, weights):
    first = date(2022, 1, 1) + timedelta(days=chance.randrange(700))
    row = {
        "enrolled_on": first,
        "gender": chance.choices(["woman", "man", None], weights)[0],
        "birth_year": chance.choice([1990, 1995, 2000, 2004]),
        "municipality": chance.choices(["a", "b", "c"], [5, 2, 0.5])[0],
    }
    if chance.random() < 0.8:
        row["exited_on"] = first + timedelta(days=chance.randrange(30, 350))
        row["exit_reason"] = chance.choices(list(REASONS), list(REASONS.values()))[0]
        if row["exit_reason"] == "work_or_studies":
            row["destination"] = chance.choice(["work", "studies"])
        elif chance.random() < 0.5:
            row["destination"] = chance.choice(["care", "other_programme"])
    return {name: value for name, value in row.items() if value is not None}


def invented(seed):
    chance = random.Random(seed)  # noqa: S311 - invents people
    many = chance.choice([12, 25, 40, 60, 90])
    woman, man, unknown = (chance.random() + 0.05 for _gender in range(3))
    rows = [journey(chance, [woman, man, unknown * 0.2]) for _person in range(many)]
    codes = [{"code": code, "name": code} for code in "abc"]
    definition = defined(*GOALS, code_lists={"municipality": {"codes": codes}})
    return definition, evaluate(definition, (), facts(*rows), as_of=CUT_OFF)


@pytest.mark.parametrize("seed", [1, 2, 15])
def test_nobody_is_recovered(seed):
    definition, true = invented(seed)

    found = publication(true, "report", [definition])

    assert few_that_are_shown(found.follow_up, true) == []
    assert recovered_by_an_outsider(found.follow_up, true, WORDS) == []
    assert found.audit.holds


def test_without_the_words_of_the_goals_somebody_would_be():
    """The outsider knows what goals mean; so must the one who protects."""
    _definition, true = invented(1)

    found = publish(true, "report")

    assert recovered_by_an_outsider(found, true, WORDS) != []


@pytest.mark.parametrize("seed", [1, 2, 15])
def test_open_release_holds(seed):
    _definition, true = invented(seed)

    assert publication(true, "open").audit.holds

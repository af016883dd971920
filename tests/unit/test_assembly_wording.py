from dataclasses import replace

import pytest

from stegvis.programmes.calculations.words import listed
from stegvis.programmes.values.conditions import Operator
from stegvis.programmes.values.indicators import Target
from stegvis.reports.calculations.wording.amounts import amount, amount_in_words
from stegvis.reports.calculations.wording.footnotes import footnote
from stegvis.reports.calculations.wording.outcomes import (
    by_gender,
    counted,
    outcome,
    what_is_missing,
)
from stegvis.reports.calculations.wording.scales import Scale, shown_target
from stegvis.reports.calculations.wording.vocabulary import Vocabulary
from stegvis.results.values.figures import Cell, Verdict
from tests.follow_up_samples import definition, figure, share, work_or_studies

WORDS = Vocabulary(definition())
SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("count", "unit", "said"),
    [
        (1, "person", "en person"),
        (3, "person", "tre personer"),
        (1, "certificate", "ett intyg"),
        (2, "place", "två arbetsträningsplatser"),
        (13, "seat", "13 deltagarplatser"),
        (2.5, "seat", "2,5 deltagarplatser"),
        (27_574_00, "krona", f"27{SPACE}574{SPACE}kr"),
    ],
)
def test_amount_in_words_has_the_noun_of_its_unit(count, unit, said):
    assert amount_in_words(count, unit) == said


def test_amount_is_in_digits():
    assert (amount(1, "case"), amount(1500, "person")) == ("1 ärende", f"1{SPACE}500 personer")


def test_listed_has_and_before_the_last():
    together = [listed(words, "och") for words in ([], ["a"], ["a", "b", "c"])]

    assert together == ["", "a", "a, b och c"]


def test_outcome_says_how_many_are_missing_to_the_target():
    assert outcome(work_or_studies(), WORDS) == (
        f"75 av 156 (48{SPACE}%). Målet är minst 50{SPACE}%. Målet är inte nått. "
        "Tre personer saknas till målet på 78."
    )


def test_outcome_under_ten_has_no_per_cent():
    found = share("g", 4, 6, target=Target(value=0.5), missing=0, verdict=Verdict.REACHED)

    assert outcome(found, WORDS) == f"4 av 6. Målet är minst 50{SPACE}%. Målet är nått."


def test_outcome_of_what_was_not_measured_has_no_number():
    found = figure("g", kind="share", n=60, target=Target(value=0.9), verdict=Verdict.NOT_MEASURED)

    assert outcome(found, WORDS) == (
        f"Målet är minst 90{SPACE}%. Inte mätt: uppgifterna räcker inte för att säga hur det gick."
    )


def test_outcome_without_baseline_says_why():
    found = figure("g", kind="change", n=60, verdict=Verdict.NO_BASELINE)

    assert outcome(found, WORDS) == (
        "Utgångsvärde saknas: ingen är mätt två gånger, så en förändring går inte att se."
    )


def test_outcome_that_is_hidden_says_so():
    found = share("g", 3, 9, hidden="för få personer")

    assert counted(found, WORDS) == "Siffran visas inte: för få personer"


def test_missing_of_an_upper_target_is_too_many():
    most = Target(op=Operator.AT_MOST, value=0.25)
    found = share("g", 30, 100, target=most, missing=5, verdict=Verdict.NOT_REACHED)

    assert what_is_missing(found, WORDS) == "fem personer över målet på högst 25"


def test_missing_of_a_count_is_in_its_own_unit():
    found = figure("g", unit="place", value=19, k=19, target=Target(value=20), missing=1)

    assert what_is_missing(found, WORDS) == "en arbetsträningsplats saknas till målet på 20"


@pytest.mark.parametrize(
    ("value", "scale", "said"),
    [
        (0.01, Scale.STEPS, "minst 0,01 skalsteg"),
        (0.005, Scale.STEPS, "minst 0,005 skalsteg"),
        (0.925, Scale.SHARE, f"minst 92,5{SPACE}%"),
        (0.5, Scale.SHARE, f"minst 50{SPACE}%"),
        (0.25, Scale.MEAN, "minst 0,25 personer"),
        (60, Scale.NUMBER, "minst 60 personer"),
    ],
)
def test_target_has_the_decimals_that_were_decided(value, scale, said):
    assert shown_target(Target(value=value), scale, "person") == said


def test_by_gender_has_women_first_and_missing_gender_last():
    cells = {"": Cell(1.0, 2, 2), "man": Cell(0.48, 48, 100), "woman": Cell(0.5, 28, 56)}

    assert by_gender(work_or_studies(groups={"gender": cells}), WORDS) == (
        f"Kvinnor 28 av 56 (50{SPACE}%), män 48 av 100 (48{SPACE}%) och kön saknas 2 av 2."
    )


def test_by_gender_shows_a_dash_for_a_hidden_cell():
    cells = {"man": Cell(None, None, None, hidden="small"), "woman": Cell(0.5, 28, 56)}

    assert by_gender(work_or_studies(groups={"gender": cells}), WORDS) == (
        f"Kvinnor 28 av 56 (50{SPACE}%) och män –."
    )


def test_footnote_has_base_excluded_unknown_day_and_version():
    found = replace(
        work_or_studies(),
        excluded={"deceased": 2, "moved": 0},
        unknown=4,
        bounds=(0.45, 0.5),
        not_yet_due=3,
        after_cut_off=1,
    )

    assert footnote(found, WORDS) == (
        "75 av 156 personer; bas: avslutade deltagare. Inte medräknade: deceased 2. "
        f"Uppgift saknas för 4: lägst 45{SPACE}%, högst 50{SPACE}%. "
        "3 har ännu inte haft tiden på sig och räknas inte. "
        "1 uppgift är daterad senare och räknas som ännu inte hänt. "
        "Till och med 2024-12-31. Definition, version 2."
    )

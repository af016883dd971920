"""T5: consents, exceptions, disclosures, units, accounts and protection, day after day."""

import random

import pytest
from django.db import transaction

from tests.trust.answers import said_of, wrong
from tests.trust.measuring import Size
from tests.trust.mutants import mutants, of_policies, survivors
from tests.trust.seeing_cases import CASES, Cases
from tests.trust.seeing_stage import Stage
from tests.trust.stateful import compared
from tests.undone import undone

CHECK = "T5"
RUNS_OF_A_MUTANT = (4, 40)
LEAST_KILLED = 95  # per cent


@pytest.fixture
def stage(db):
    return Stage()


def test_both_walls_show_what_the_model_says(stage, size, found):
    runs = size.of(12, 200, 1000)

    views = compared(stage, runs, shrink=size > Size.SAMPLE)

    found.tell(0, views, f"views in {runs} runs")


def test_both_walls_show_of_each_case_what_the_model_says(db, found):
    views = Cases().check()

    found.tell(0, views, f"views of {len(CASES)} cases")


def is_noticed(cases):
    """What was made by hand first, as it takes the least time; then a few days, then more."""
    return is_noticed_by_hand(cases) or is_noticed_by_chance()


def is_noticed_by_hand(cases):
    try:
        cases.check()
    except Exception:  # noqa: BLE001 - a fault of any kind is noticed
        return True
    return False


def is_noticed_by_chance():
    try:
        for runs in RUNS_OF_A_MUTANT:
            with undone():
                compared(Stage(), runs, shrink=False)
    except Exception:  # noqa: BLE001 - a fault of any kind is noticed
        return True
    return False


def test_changes_to_what_decides_are_noticed(transactional_db, size, found):
    """A dozen in trust, all of them at night."""
    if size == Size.SAMPLE:
        pytest.skip("in trust")
    with transaction.atomic():
        cases = Cases()
    every = mutants()
    chosen = every if size == Size.NIGHTLY else random.Random(1).sample(every, 12)  # noqa: S311

    alive, tried = survivors(chosen, lambda: is_noticed(cases))

    assert not is_noticed_by_hand(cases), "what was changed was not put right again"
    tell_killed(found, alive, tried, "of what is seen")


def test_policies_answer_what_was_said_by_hand(cast, found):
    said = said_of(cast)

    faults = wrong(said)

    assert faults == []
    found.tell(len(faults), len(said), "answers of policies")


def test_changes_to_policies_are_noticed(cast, size, found):
    if size == Size.SAMPLE:
        pytest.skip("in trust")
    said = said_of(cast)

    alive, tried = survivors(of_policies(), lambda: is_answered_otherwise(said))

    assert wrong(said) == []
    tell_killed(found, alive, tried, "of policies")


def is_answered_otherwise(said):
    try:
        return bool(wrong(said))
    except Exception:  # noqa: BLE001 - a fault of any kind is noticed
        return True


def tell_killed(found, alive, tried, what):
    killed = tried - len(alive)
    found.parts.append(f"mutants {what} killed {killed}/{tried}")
    assert 100 * killed >= LEAST_KILLED * tried, "\n".join(
        f"{one.place} {one.told}" for one in alive
    )

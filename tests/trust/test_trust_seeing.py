"""T5: consents, exceptions, disclosures, units, accounts and protection, day after day."""

import random

import pytest
from django.db import connections

from tests.trust.measuring import Size
from tests.trust.mutants import mutants, survivors
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


def is_noticed():
    """A few days first, as most are noticed at once; then more of them."""
    try:
        for runs in RUNS_OF_A_MUTANT:
            with undone():
                compared(Stage(), runs, shrink=False)
    except Exception:  # noqa: BLE001 - a fault of any kind is noticed
        return True
    return False


def test_changes_to_what_decides_are_noticed(django_db_setup, django_db_blocker, size, found):
    """A dozen in trust, all of them at night."""
    if size == Size.SAMPLE:
        pytest.skip("in trust")
    with django_db_blocker.unblock():
        every = mutants()
        chosen = every if size == Size.NIGHTLY else random.Random(1).sample(every, 12)  # noqa: S311

        alive, tried = survivors(chosen, is_noticed)
        connections.close_all()

    killed = tried - len(alive)
    found.parts.append(f"mutants killed {killed}/{tried}")
    assert 100 * killed >= LEAST_KILLED * tried, "\n".join(
        f"{one.place} {one.told}" for one in alive
    )

"""T5: consents, exceptions, disclosures, units, accounts and protection, day after day."""

import pytest

from tests.trust.measuring import Size
from tests.trust.seeing_stage import Stage
from tests.trust.stateful import compared

CHECK = "T5"


@pytest.fixture
def stage(db):
    return Stage()


def test_both_walls_show_what_the_model_says(stage, size, found):
    runs = size.of(12, 200, 1000)

    views = compared(stage, runs, shrink=size > Size.SAMPLE)

    found.tell(0, views, f"views in {runs} runs")

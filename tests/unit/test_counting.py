"""Who is counted with everything, and who only by year and gender."""

import pytest

from stegvis.participants.policies.counting import counting
from stegvis.participants.values.counting import Counted


@pytest.mark.parametrize(
    ("protected", "needed", "agreed", "counted"),
    [
        (False, False, False, Counted.FULL),
        (False, False, True, Counted.FULL),
        (False, True, True, Counted.FULL),
        (False, True, False, Counted.ANONYMOUS),
        (True, False, True, Counted.ANONYMOUS),
        (True, True, True, Counted.ANONYMOUS),
    ],
)
def test_counting_of_those_who_have_agreed_or_are_protected(protected, needed, agreed, counted):
    found = counting(is_protected=protected, needs_consent=needed, has_consented=agreed)

    assert found is counted

"""T9: whoever snoops is told of, and whoever works is left in peace."""

import pytest

from stegvis.participants.values.log_risks import Limits
from tests.trust import snooping

CHECK = "T9"
MOST_OF_A_THOUSAND = 1


@pytest.fixture
def unit(cast):
    return snooping.Unit(cast)


def test_every_script_is_alarmed_within_five_minutes(unit, found):
    missed, of = snooping.alarms(unit)

    assert missed == []
    found.tell_planted(of - len(missed), of, "snooping scripts")


def test_ordinary_days_raise_no_alarms(unit, size, found):
    users, days = size.of((20, 3), (50, 20), (50, 60))

    told, of = snooping.false_alarms(unit, users=users, days=days)

    assert told * 1000 <= MOST_OF_A_THOUSAND * of
    found.tell(0, of, f"user-days with a false alarm over one in a thousand ({told})")


def test_a_watch_that_looks_for_nothing_misses_all(unit, monkeypatch):
    """The measure itself."""
    none = Limits(limits=dict.fromkeys(snooping.SCRIPTS.values(), 10**6))
    monkeypatch.setattr("stegvis.participants.actions.log_alarms.limits_of", lambda _: none)

    missed, of = snooping.alarms(unit)

    assert len(missed) == of

"""T3: nothing is sent after a withdrawal, and nothing shown at the next request."""

import pytest

from tests.cast import stage
from tests.trust.revocation import races

CHECK = "T3"
RACED = 60  # without the lock, some of so many are late
LOCKS = ("disclosures", "consents")


@pytest.fixture
def committed(transactional_db):
    return stage()


def test_nothing_is_sent_after_a_withdrawal(committed, size, found):
    late, of = races(committed, size.of(20, 1000, 10_000))

    found.tell(late, of, "races")


def test_sending_without_the_lock_is_seen_to_be_late(committed, monkeypatch, found):
    for name in LOCKS:
        monkeypatch.setattr(f"stegvis.participants.actions.{name}.lock_person", lambda _one: None)

    late, _of = races(committed, RACED)

    found.tell_planted(int(late > 0), 1, "planted")

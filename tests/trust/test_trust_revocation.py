"""T3: nothing is sent after a withdrawal, and nothing shown at the next request."""

import pytest

from tests.cast import stage
from tests.trust.revocation import races
from tests.trust.shutting import WAYS, channels, remembered

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


def test_whatever_shuts_is_seen_at_the_next_request(cast, found):
    late, of = channels(cast)

    found.tell(late, of, f"channels, shut in {len(WAYS)} ways")


def test_a_channel_that_remembers_is_seen_to_be_late(cast, found):
    late, of = channels(cast, remembered)

    found.tell_planted(late, of, "planted, remembered")

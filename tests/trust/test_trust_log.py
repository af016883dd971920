"""T4: nobody changes the access log unseen."""

import pytest

from stegvis.core.actions.log_sealing import seal
from stegvis.core.calculations.encryption import new_key
from tests.trust import log as tampering

CHECK = "T4"
KINDS = len(tampering.TAMPERINGS)


@pytest.fixture
def filled(transactional_db, settings, tmp_path):
    settings.DATA = tmp_path
    tampering.fill()


def test_tamperings_are_found(filled, size, found):
    times = size.of(KINDS, 1000, 10_000)

    found.tell_planted(*tampering.tamperings(times), "tamperings")


def test_tamperings_under_a_key_that_is_gone_are_found(filled, settings, size, found):
    settings.STEGVIS_KEYS = [new_key(), *settings.STEGVIS_KEYS]
    seal()
    settings.STEGVIS_KEYS = settings.STEGVIS_KEYS[:1]
    times = size.of(KINDS, KINDS * 3)

    found.tell_planted(*tampering.tamperings(times), "tamperings, old key gone")


def test_a_check_that_does_not_look_finds_few(filled, monkeypatch):
    """The measure itself: with the check of segments taken away, most goes unseen."""
    monkeypatch.setattr("stegvis.core.actions.log_checking.fault_in", lambda *_: None)

    seen, of = tampering.tamperings(KINDS)

    assert seen < of / 2

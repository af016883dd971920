"""Encrypted fields open with any of the keys, and are written with the newest."""

import pytest

from stegvis.core.calculations.encryption import decrypted, encrypted, new_key, renewed
from stegvis.core.values.refusals import Refused

OLD, NEW = new_key(), new_key()


def test_what_was_written_can_be_read():
    assert decrypted(encrypted(b"hemligt", (OLD,)), (OLD,)) == b"hemligt"


def test_an_older_key_still_reads():
    assert decrypted(encrypted(b"hemligt", (OLD,)), (NEW, OLD)) == b"hemligt"


def test_renewed_needs_the_old_key_no_more():
    token = renewed(encrypted(b"hemligt", (OLD,)), (NEW, OLD))

    assert decrypted(token, (NEW,)) == b"hemligt"


def test_without_its_key_it_says_what_to_do():
    with pytest.raises(Refused, match="STEGVIS_KEYS"):
        decrypted(encrypted(b"hemligt", (OLD,)), (NEW,))

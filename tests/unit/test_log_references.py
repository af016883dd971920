"""What stands for a person in a check of the log tells nothing to who knows their key."""

from hashlib import sha256
from uuid import UUID

from stegvis.participants.queries.log_reviews import reference

PERSON = UUID(int=7)


def test_a_reference_is_not_reckoned_from_what_is_shown():
    guessed = sha256(f"seed {PERSON}".encode()).hexdigest()[:6].upper()
    assert reference(PERSON, "seed") != guessed


def test_a_reference_is_the_same_within_a_check_and_another_in_the_next():
    assert reference(PERSON, "seed") == reference(PERSON, "seed")
    assert reference(PERSON, "seed") != reference(PERSON, "next")

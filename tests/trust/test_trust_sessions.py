"""T9: no session lives on, and the time of an answer tells nothing."""

import pytest
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.sessions.backends.base import SessionBase
from django.core.cache import cache

from stegvis.web.shell.middleware import sessions as limits
from tests.cast import PASSWORD
from tests.trust import sessions
from tests.trust.measuring import Size

CHECK = "T9"
LEAST_PAIRS = 200


@pytest.fixture
def alva(cast):
    cache.clear()
    cast.alva.set_password(PASSWORD)
    cast.alva.save()
    return cast.alva


@pytest.mark.parametrize("ends", sessions.ENDS, ids=lambda one: one.__name__)
def test_a_session_that_has_ended_opens_nothing(alva, ends, found):
    found.add("old sessions", len(sessions.usable(ends, alva)), len(sessions.PAGES))


@pytest.mark.parametrize("way", [sessions.fixed, sessions.role_ended], ids=lambda one: one.__name__)
def test_a_session_gives_no_more_than_it_should(alva, way, found):
    found.add("old sessions", len(way(alva)), 1)


def never(*_, **__):
    return None


def same(_user):
    return "x"


PLANTED = {
    "idle": (sessions.idle, limits, "_end_or_prolong", never),
    "working_day": (sessions.working_day, limits, "_end_or_prolong", never),
    "signed_out": (sessions.signed_out, SessionBase, "flush", never),
    "new_password": (sessions.new_password, AbstractBaseUser, "get_session_auth_hash", same),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_session_that_lives_on_is_seen(alva, name, monkeypatch, found):
    ends, place, what, instead = PLANTED[name]
    monkeypatch.setattr(place, what, instead)

    found.count("planted", sessions.usable(ends, alva))


def test_a_fixed_session_is_seen(alva, monkeypatch, found):
    monkeypatch.setattr(SessionBase, "cycle_key", never)

    found.count("planted", sessions.fixed(alva))


def test_the_time_of_an_answer_tells_nothing(alva, size, found):
    """By chance one round of a hundred is over; three are not. Fewer say nothing: see below."""
    if size == Size.SAMPLE:
        pytest.skip("in trust")
    pairs = size.of(0, LEAST_PAIRS, 1000)

    rounds = (sessions.told_apart(*sessions.times(alva, pairs)) for _again in range(3))
    least = next((one for one in rounds if one <= 0.55), 1)

    found.parts.append(f"AUC {least:.2f} of {pairs} pairs")
    assert least <= 0.55


def test_time_that_tells_is_seen(alva, monkeypatch, found):
    """An unknown address is answered at once, as there is no password to compare with."""
    monkeypatch.setattr(AuthenticationBackend, "_mitigate_timing_attack", never)

    found.count("planted", sessions.told_apart(*sessions.times(alva, 5)) > 0.9)

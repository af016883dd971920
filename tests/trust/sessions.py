"""T9: the cookie of before, tried when the session has ended; and what times tell."""

import statistics
import time
from dataclasses import dataclass

from django.core.cache import cache
from django.test import Client

from stegvis.organisations.models import Membership, User
from tests.cast import JOINED, PASSWORD, sign_in

HOUR = 3600
IDLE, BEGAN = "latest_at", "began_at"
SIGN_IN = "/konto/logga-in/"
PAGES = ("/", "/konto/", "/insatser/", "/personer/")


@dataclass
class Window:
    """A browser that is signed in, and a thief with a copy of its cookies."""

    user: User
    browser: Client
    thief: Client


def window(user):
    browser, thief = sign_in(Client(), user), Client()
    browser.get("/")
    thief.cookies = browser.cookies.copy()
    return Window(user, browser, thief)


def set_back(browser, name, seconds):
    session = browser.session
    session[name] = time.time() - seconds
    session.save()


def idle(one):
    set_back(one.browser, IDLE, HOUR)


def working_day(one):
    set_back(one.browser, BEGAN, 24 * HOUR)


def signed_out(one):
    one.browser.post("/konto/logga-ut/")


def closed(one):
    User.objects.filter(pk=one.user.pk).update(is_active=False)


def new_password(one):
    one.user.set_password("ett helt nytt lösenord")
    one.user.save()


def ended_elsewhere(one):
    """From another window of the same person, signed in now."""
    other = sign_in(Client(), one.user)
    other.get("/konto/")
    other.post("/konto/logga-ut-overallt/")


ENDS = (idle, working_day, signed_out, closed, new_password, ended_elsewhere)


def usable(ends, user):
    """Pages that the cookie of before still opens when the session has ended."""
    one = window(user)
    before = [page for page in PAGES if one.thief.get(page).status_code == 200]
    assert len(before) == len(PAGES)
    ends(one)
    return [page for page in PAGES if not is_signed_out(one.thief.get(page))]


def is_signed_out(answer):
    return answer.status_code == 302 and answer["Location"].startswith(SIGN_IN)


def fixed(user):
    """What a session name that was known before the sign-in opens after it."""
    thief, browser = Client(), Client()
    thief.get(SIGN_IN)
    session = thief.session
    session["planted"] = "x"
    session.save()
    thief.cookies["stegvis_session"] = browser.cookies["stegvis_session"] = session.session_key
    send(browser, user.email)
    assert browser.get("/").status_code == 200
    return [page for page in PAGES if not is_signed_out(thief.get(page))]


def role_ended(user):
    """The session goes on, but what the role opened is gone."""
    one = window(user)
    Membership.objects.filter(user=user).update(ends_on=JOINED)
    return [page for page in ("/personer/",) if one.thief.get(page).status_code != 404]


def send(browser, email, password=PASSWORD):
    cache.clear()
    return browser.post(SIGN_IN, {"login": email, "password": password})


def times(user, pairs):
    """Seconds of a wrong password for a known address and for an unknown one, taken by turns."""
    known, unknown = [], []
    for number in range(pairs):
        turns = [(known, user.email), (unknown, f"ingen{number:04}@exempel.se")]
        for held, email in turns if number % 2 else reversed(turns):
            held.append(statistics.median(time_of(email) for _again in range(3)))
    return known, unknown


def time_of(email):
    browser = Client()
    cache.clear()
    started = time.perf_counter()
    browser.post(SIGN_IN, {"login": email, "password": "fel lösenord här"})
    return time.perf_counter() - started


def told_apart(known, unknown):
    """How well the times tell who has an account: 0.5 is by chance, 1 is always (AUC)."""
    better = sum((one > other) + (one == other) / 2 for one in known for other in unknown)
    share = better / (len(known) * len(unknown))
    return max(share, 1 - share)

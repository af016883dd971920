"""The page of signing in tells whom the example can be tried as, and only there."""

import pytest

from demo.people import GUN, SHOWN
from stegvis.organisations.models import User

SIGN_IN = "/konto/logga-in/"


@pytest.fixture
def gun(db):
    return User.objects.create_user(GUN.email, name=GUN.name)


def offered(page):
    return [(one.name, one.what, one.address) for one in page.context["tried_as"]()]


def test_those_who_are_there_are_offered_with_what_they_see(client, gun):
    page = client.get(SIGN_IN, {"next": "/personer/"})

    where = f"{SIGN_IN}?next=/personer/&som={GUN.email}"
    assert offered(page) == [(GUN.name, GUN.what, where)]
    assert f"<dd>{GUN.what}</dd>" in page.content.decode()


@pytest.mark.parametrize(
    ("asked", "filled_in"), [(GUN.email, GUN.email), ("nagon@annan.example", "")]
)
def test_only_somebody_of_the_example_is_filled_in(client, gun, asked, filled_in):
    page = client.get(SIGN_IN, {"som": asked})

    assert page.context["form"]["login"].value() == filled_in


def test_an_installation_without_the_example_offers_nobody(client, db):
    assert "tried-as" not in client.get(SIGN_IN).content.decode()


def test_operation_offers_nobody(client, gun, settings):
    settings.STEGVIS_TRIED_AS = ()

    page = client.get(SIGN_IN, {"som": GUN.email})

    assert "tried-as" not in page.content.decode()
    assert page.context["form"]["login"].value() == ""


def test_each_of_the_example_says_in_one_line_what_they_see():
    long = [one.email for one in SHOWN if len(one.what) > 90 or "\n" in one.what]
    assert long == []

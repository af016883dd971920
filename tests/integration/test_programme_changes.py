"""A definition changed on screen: parts as forms, the whole text, the review, the version saved."""


import pytest

from stegvis.programmes.models import DefinitionVersion
from stegvis.programmes.queries.definitions import definition_of
from tests.cast import sign_in
from tests.pages import form_with

REASON = "Förbundet beslutade det i går"


@pytest.fixture
def alva(client, cast):
    return sign_in(client, cast.alva)


@pytest.fixture
def at(cast):
    return f"/insatser/{cast.programme.pk}/andra/"


def post(client, address, field, **changed):
    """Send the form that has `field` as it stands on the page, with some fields changed."""
    form = form_with(client.get(address), field)
    return client.post(address, {**form, **changed})


def save(client, at, **changed):
    form = {"why": REASON, "understood": "on", **changed}
    return post(client, f"{at}granska/", "why", **form)


def newest(programme):
    return DefinitionVersion.objects.filter(programme=programme).order_by("-number").first()


def test_a_changed_name_becomes_a_version(alva, cast, at):
    kept = post(alva, f"{at}del/grunder/", "reference", name="Unga framåt")
    saved = save(alva, at)

    assert (kept.status_code, kept.url) == (302, at)
    assert (saved.status_code, saved.url) == (302, f"/insatser/{cast.programme.pk}/")
    version = newest(cast.programme)
    assert (version.number, version.label, version.why) == (2, "3", REASON)
    assert version.recorded_by == cast.alva
    definition = definition_of(version)
    assert (definition.name, definition.version) == ("Unga framåt", "3")
    assert [(one.version, one.why) for one in definition.versions][-1] == ("3", REASON)

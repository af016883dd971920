"""Figures are the same when somebody has been erased, and nothing leads back to them."""

import json
from dataclasses import replace

import pytest

from stegvis.core.actions import retention, row_security
from stegvis.core.actions.access_log import working_for
from stegvis.core.values.retention import KINDS
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import NOBODY
from stegvis.participants.models import Person
from stegvis.results.calculations.recorded import recorded_facts
from stegvis.results.models import Fact, KeptFact
from tests.desk import desk
from tests.integration.test_recorded_facts import coverage, figures, made, record_people
from tests.people import consent, today
from tests.retained import left_of

__all__ = ["desk"]

pytestmark = pytest.mark.django_db
WHY = "a test"


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA = tmp_path


def erase(*persons):
    for one in persons:
        with working_for(NOBODY, reason=WHY, action=Action.DELETE):
            retention.erase(KINDS["person"], one, rule=None, on=today())


def everybody(desk):
    with row_security.unscoped(reason=WHY):
        rows = Person.objects.unscoped(reason=WHY).exclude(pk=desk.person.pk)
        return list(rows.order_by("birth_year").values_list("pk", flat=True))


def recorded(desk):
    """Four on screen, one with a consent, and one who is only counted."""
    record_people(desk)
    hidden = desk.new_person("Ej", "Synlig", protection="marked")
    other = desk.new_person("Ej", "Heller", protection="marked")
    for one in (hidden, other):
        desk.enrol(one)
    first, *_others = everybody(desk)
    with row_security.unscoped(reason=WHY):
        person = Person.objects.unscoped(reason=WHY).get(pk=first)
    consent(person, desk.agency, [desk.agency], purpose="statistics")
    made(desk)
    return [first, hidden.pk]


def told(rows):
    return " ".join(f"{json.dumps(one.values)} {getattr(one, 'key', '')}" for one in rows)


def pseudonyms():
    """Of every fact that there is, voided too."""
    rows = Fact.objects.unscoped(reason=WHY)
    return {one.values["person"] for one in rows if one.table == "persons"}


def test_figures_are_equal_before_and_after(desk):
    gone = recorded(desk)
    before, covered = figures(desk.programme), coverage(desk.programme)

    erase(*gone)
    at_once = figures(desk.programme)
    made(desk)
    after = figures(desk.programme)

    assert len(before.figures) > 20
    assert left_of(gone) == {}
    for one in (at_once, after):
        assert replace(one, data_state="") == replace(before, data_state="")
    assert coverage(desk.programme) == covered


def test_figures_are_equal_when_everybody_is_gone(desk):
    recorded(desk)
    before = figures(desk.programme)

    erase(*everybody(desk))
    made(desk)

    assert replace(figures(desk.programme), data_state="") == replace(before, data_state="")


def test_nothing_leads_back(desk):
    gone = recorded(desk)
    before = pseudonyms()

    erase(*gone)
    made(desk)

    assert len(before) == 4
    assert len(before & pseudonyms()) == 3
    facts, kept = Fact.objects.unscoped(reason=WHY), KeptFact.objects.unscoped(reason=WHY)
    lost = before - pseudonyms()
    assert [one for one in lost if one in told(facts) + told(kept)] == []
    assert {one.table for one in kept} >= {"persons", "enrolments", "anonymous", "consents"}


def test_a_planted_link_would_be_seen(desk, monkeypatch):
    """The same test with the pseudonym kept: it must find it."""
    gone = recorded(desk)
    before = pseudonyms()
    monkeypatch.setattr(
        "stegvis.results.actions.kept.recorded_facts",
        lambda found, subject: recorded_facts(
            found, replace(subject, key=keys.setdefault("k", subject.key))
        ),
    )
    keys = {}

    erase(*gone)

    assert before & pseudonyms() == before

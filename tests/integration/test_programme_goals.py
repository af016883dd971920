"""Goals changed on screen: corrected, replaced after a decision, ended, picked from a pattern."""

from datetime import date

import pytest

from stegvis.organisations.queries.viewers import viewer_for
from stegvis.programmes.files.definition import read_definition_text
from stegvis.programmes.queries.working_copies import copy_of
from tests.cast import JOINED, sign_in
from tests.pages import form_with, read_page


@pytest.fixture
def alva(client, cast):
    return sign_in(client, cast.alva)


@pytest.fixture
def at(cast):
    return f"/insatser/{cast.programme.pk}/andra/mal/"


@pytest.fixture
def definition(cast):
    """What Alva's kept copy says."""

    def read():
        copy = copy_of(cast.programme, viewer_for(cast.alva.pk, on=JOINED))
        return read_definition_text(copy.text, name="kopian").definition

    return read


def goal_of(definition, goal_id):
    return next(goal for goal in definition.goals if goal.id == goal_id)


def send(client, address, do, **changed):
    form = form_with(client.get(address), f"{do}-text" if do != "end" else "end-last")
    return client.post(address, {**form, "do": do, **changed})


def test_a_corrected_goal_is_the_same_goal(alva, at, definition):
    before = definition()

    answer = send(
        alva,
        f"{at}andra/work-or-studies/",
        "correct",
        **{"correct-text": "Minst 60 procent går vidare", "correct-target": "60"},
    )

    assert (answer.status_code, answer.url) == (302, at)
    goal = goal_of(definition(), "work-or-studies")
    assert (goal.text, goal.target.value) == ("Minst 60 procent går vidare", 0.6)
    assert [goal.id for goal in definition().goals] == [goal.id for goal in before.goals]


def test_a_goal_without_a_target_is_doubted_by_its_own_words(alva, at, definition):
    send(alva, f"{at}andra/new-places/", "correct", **{"correct-target": ""})

    review = alva.get(at.replace("mal/", "granska/"))

    assert goal_of(definition(), "new-places").target is None
    assert review.context["doubts"] == [
        (
            "”Minst 20 nya platser för arbetsträning ska ha tillkommit”: "
            "Målet har inget målvärde, så det går inte att säga om det är nått."
        )
    ]


def test_a_replaced_goal_stays_and_the_decision_is_a_deviation(alva, at, definition):
    send(
        alva,
        f"{at}andra/new-places/",
        "replace",
        **{
            "replace-text": "Minst 30 nya platser ska ha tillkommit",
            "replace-target": "30",
            "replace-first": "2024-01-01",
            "replace-why": "Fler arbetsgivare än väntat",
            "replace-decided_by": "Samordningsförbundet",
        },
    )

    old, new = (goal_of(definition(), one) for one in ("new-places", "new-places-2"))
    assert (old.valid.last, new.valid.first) == (date(2023, 12, 31), date(2024, 1, 1))
    assert (new.replaces, new.target.value, old.target.value) == ("new-places", 30, 20)
    deviation = next(one for one in definition().deviations if one.id == new.deviation)
    assert (deviation.kind, deviation.text, deviation.decided_by) == (
        "goal",
        "Fler arbetsgivare än väntat",
        "Samordningsförbundet",
    )


def test_a_goal_is_ended_or_taken_away(alva, at, definition):
    send(alva, f"{at}andra/joint-plan/", "end", **{"end-last": "2023-06-30"})
    alva.post(f"{at}andra/kaa-link/", {"do": "remove"})

    assert goal_of(definition(), "joint-plan").valid.last == date(2023, 6, 30)
    assert "kaa-link" not in [goal.id for goal in definition().goals]


def test_a_goal_that_another_replaces_cannot_be_taken_away(alva, at, definition):
    answer = alva.post(f"{at}andra/smail-progression/", {"do": "remove"})

    assert answer.status_code == 200
    assert [fault.what for fault in answer.context["refused"].faults] == [
        "Det ersatta målet finns inte."
    ]


def test_a_goal_is_picked_from_a_pattern(alva, at, definition):
    address = f"{at}nytt/plan-in-time/"
    form = form_with(alva.get(address), "within")
    said = {"text": "Minst 90 procent får en plan inom tre veckor", "target": "90"}

    answer = alva.post(address, {**form, **said, "within": "3", "span": "weeks"})

    assert answer.status_code == 302
    goal = definition().goals[-1]
    assert (goal.id, goal.kind, goal.target.value, goal.within, goal.span.value) == (
        "minst-90-procent-far-en-plan-inom-tre-veckor",
        "conversion",
        0.9,
        3,
        "weeks",
    )


def test_a_goal_brings_its_event_with_it(alva, at, definition):
    address = f"{at}nytt/deliverable/"
    form = form_with(alva.get(address), "new_event")

    wrong = alva.post(address, {**form, "text": "En mottagning ska finnas"})
    alva.post(address, {**form, "text": "En mottagning", "new_event": "Mottagningen öppnad"})

    assert wrong.context["form"].errors == {"event": ["Välj en händelse, eller beskriv en ny."]}
    assert definition().goals[-1].event == "mottagningen_oppnad"
    assert definition().events[-1].name == "Mottagningen öppnad"


def test_what_a_pattern_lacks_is_said(alva, at):
    page = alva.get(f"{at}nytt/survey-positive/")

    assert page.context["form"].missing == ["Enkät"]


@pytest.mark.parametrize("where", ["andra/finns-inte/", "nytt/finns-inte/"])
def test_a_goal_or_pattern_that_is_not_there_is_404(alva, at, where):
    assert alva.get(f"{at}{where}").status_code == 404


def test_every_pattern_has_its_page(alva, at):
    links = [
        address
        for _title, found in alva.get(f"{at}nytt/").context["groups"]
        for _name, address in found
    ]

    assert len(links) == 26
    assert [alva.get(link).status_code for link in links] == [200] * 26


def test_what_is_wrong_in_a_pick_is_said_and_kept(alva, at, definition):
    address = f"{at}nytt/number-of-persons/"
    form = form_with(alva.get(address), "target")

    answer = alva.post(address, {**form, "text": "Många", "target": "80", "source": "utan nyckel"})

    assert [fault.read for fault in answer.context["refused"].faults] == ["utan nyckel"]
    assert form_with(answer, "target")["target"] == "80"
    assert len(definition().goals) == 11


def test_the_goals_are_all_listed(alva, at, definition):
    page = alva.get(at)

    assert [goal for goal, _address in page.context["goals"]] == list(definition().goals)
    assert read_page(page).text.count("Lägg till ett mål") == 1

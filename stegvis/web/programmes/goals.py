"""The goals of a definition that is being changed: corrected, replaced, ended, picked, removed."""

import tomllib
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from stegvis.core.actions.pages import page
from stegvis.core.values.refusals import Refused
from stegvis.programmes.calculations.goal_rows import (
    Replacement,
    added,
    ended,
    ids_taken,
    place_of_goal,
    replaced,
    with_goal,
    without_goal,
)
from stegvis.programmes.calculations.sentences import indicator_sentences
from stegvis.programmes.files.patterns import goal_patterns
from stegvis.programmes.files.toml_editing import edited_text
from stegvis.programmes.forms.goals import EndGoalForm, GoalForm, ReplaceGoalForm, with_target
from stegvis.programmes.forms.patterns import GROUPS, PatternForm
from stegvis.programmes.values.definition import Definition
from stegvis.web.programmes.changing import BOTH, MAY_DEFINE
from stegvis.web.programmes.working import Workplace, read, shown, to_hub, workplace
from stegvis.web.shell.sending import sent

Values = Mapping[str, Any]
CORRECT, REPLACE, END, REMOVE = "correct", "replace", "end", "remove"


@page(allow=MAY_DEFINE)
def change_goals(request: HttpRequest, programme_id: UUID | None = None) -> HttpResponse:
    place, definition = _readable(request, programme_id)
    if definition is None:
        return to_hub(place)
    context = {
        "goals": [(goal, _address(place, goal.id)) for goal in definition.goals],
        "figures": definition.figures,
        "add": place.address("add_goal"),
    }
    return shown(request, place, "programmes/goals.html", context)


@page(allow=MAY_DEFINE, methods=BOTH)
def change_goal(
    request: HttpRequest, goal_id: str, programme_id: UUID | None = None
) -> HttpResponse:
    place, definition = _readable(request, programme_id)
    if definition is None:
        return to_hub(place)
    goal = next((one for one in definition.goals if one.id == goal_id), None)
    if goal is None:
        raise Http404
    data = sent(request)
    do = request.POST.get("do", "")
    forms: dict[str, Any] = {
        CORRECT: GoalForm(data if do == CORRECT else None, goal=goal, prefix=CORRECT),
        REPLACE: ReplaceGoalForm(data if do == REPLACE else None, goal=goal, prefix=REPLACE),
        END: EndGoalForm(data if do == END else None, prefix=END),
    }
    refused = None
    if data is not None and (do == REMOVE or (do in forms and forms[do].is_valid())):
        refused = _changed(place, lambda values: _done(do, values, goal_id, forms))
        if refused is None:
            return redirect(place.address("change_goals"))
    context = {
        "goal": goal,
        "sentences": indicator_sentences(goal, definition),
        "forms": forms,
        "refused": refused,
        "goals": place.address("change_goals"),
        "is_new": place.programme is None,
    }
    return shown(request, place, "programmes/change_goal.html", context)


@page(allow=MAY_DEFINE)
def add_goal(request: HttpRequest, programme_id: UUID | None = None) -> HttpResponse:
    place, definition = _readable(request, programme_id)
    if definition is None:
        return to_hub(place)
    context = {
        "groups": [(title, _patterns(place, kinds)) for title, kinds in GROUPS],
        "goals": place.address("change_goals"),
    }
    return shown(request, place, "programmes/patterns.html", context)


@page(allow=MAY_DEFINE, methods=BOTH)
def add_goal_from(
    request: HttpRequest, pattern_id: str, programme_id: UUID | None = None
) -> HttpResponse:
    place, definition = _readable(request, programme_id)
    if definition is None:
        return to_hub(place)
    pattern = goal_patterns().get(pattern_id)
    if pattern is None:
        raise Http404
    data = sent(request)
    form = PatternForm(data, pattern=pattern, definition=definition)
    refused = None
    if data is not None and form.is_valid():
        refused = _changed(place, lambda values: _picked(values, form))
        if refused is None:
            return redirect(place.address("change_goals"))
    context = {
        "form": form,
        "pattern": pattern,
        "refused": refused,
        "add": place.address("add_goal"),
    }
    return shown(request, place, "programmes/add_goal.html", context)


def _readable(
    request: HttpRequest, programme_id: UUID | None
) -> tuple[Workplace, Definition | None]:
    place = workplace(request, programme_id)
    reading, _refused = place.read()
    return place, reading.definition if reading else None


def _patterns(place: Workplace, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    return [
        (pattern.name, place.address("add_goal_from", pattern_id=pattern.id))
        for pattern in goal_patterns().values()
        if pattern.goal["kind"] in kinds
    ]


def _address(place: Workplace, goal_id: str) -> str:
    return place.address("change_goal", goal_id=goal_id)


def _changed(place: Workplace, change: Callable[[Values], Values]) -> Refused | None:
    """Keep the changed text; or why it cannot be so."""
    values = tomllib.loads(place.copy.text)
    text = edited_text(place.copy.text, change(values))
    try:
        read(text)
    except Refused as refused:
        return refused
    place.keep(text)
    return None


def _done(do: str, values: Values, goal_id: str, forms: Mapping[str, Any]) -> Values:
    place = place_of_goal(values, goal_id)
    if place is None:
        raise Http404
    row = values["goals"][place]
    if do == REMOVE:
        return without_goal(values, place)
    said = forms[do].cleaned_data
    if do == CORRECT:
        return with_goal(values, place, forms[do].row(row))
    if do == END:
        return ended(values, place, said["last"])
    new = {**row, "text": said["text"]}
    if "target" in said:
        new = with_target(new, said["target"], forms[do].goal)
    return replaced(values, place, Replacement(new, said["first"], said["why"], said["decided_by"]))


def _picked(values: Values, form: PatternForm) -> Values:
    done = added(values, form.row(ids_taken(values)))
    if form.new_event:
        return {**done, "events": [*done.get("events", []), form.new_event]}
    return done

"""What holds for every model of ours."""

import pytest
from django.apps import apps
from django.db import models

from stegvis.core.queries.stored_fields import stored_fields
from stegvis.core.values.privacy import About, Holds
from stegvis.participants.models.personal import PersonalModel

ROOMS = (  # left to right, as in the house
    "reports",
    "results",
    "activities",
    "meetings",
    "instruments",
    "economy",
    "journeys",
    "participants",
    "programmes",
    "organisations",
    "core",
)
IN_BRACKETS = {"activities", "meetings", "instruments", "economy"}


NUMBERED = {  # the number keeps the order of the rows, and never leaves the database
    "AccessEntry",
    "Fact",
    "LogSegment",
}


def our_models():
    return [
        model
        for config in apps.get_app_configs()
        if config.name.startswith("stegvis.")
        for model in config.get_models()
    ]


def foreign_keys():
    return [
        (model, field)
        for model in our_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
    ]


def may_point_at(model, other):
    """A room knows what stands to its right, and itself."""
    here, there = model._meta.app_label, other._meta.app_label
    if there not in ROOMS or here == there:
        return True
    both_in_brackets = {here, there} <= IN_BRACKETS
    return ROOMS.index(here) < ROOMS.index(there) and not both_in_brackets


def test_there_are_models():
    assert len(our_models()) > 10


def test_foreign_keys_point_to_the_right():
    upwards = [
        f"{model.__name__}.{field.name}"
        for model, field in foreign_keys()
        if not may_point_at(model, field.related_model)
    ]

    assert upwards == []


def test_keys_say_nothing():
    numbered = [
        model.__name__
        for model in our_models()
        if model._meta.pk.get_internal_type() != "UUIDField"
    ]

    assert set(numbered) == NUMBERED


def test_every_model_says_what_a_row_means():
    silent = [
        model.__name__
        for model in our_models()
        if not model.__doc__ or model.__doc__.startswith(f"{model.__name__}(")
    ]

    assert silent == []


def test_every_field_says_whom_it_tells_of():
    unsaid = [f"{one.model.__name__}.{one.name}" for one in stored_fields() if one.said is None]

    assert unsaid == []


def test_nothing_is_said_of_fields_that_are_gone():
    gone = [
        f"{model.__name__}.{name}"
        for model in our_models()
        for name in vars(model.Privacy)
        if not name.startswith("_") and name not in {one.name for one in model._meta.get_fields()}
    ]

    assert gone == []


@pytest.mark.parametrize(
    ("kinds", "held"),
    [
        (models.DateField, {Holds.DATE}),
        (models.UUIDField, {Holds.KEY}),
        (models.ForeignKey, {Holds.KEY}),
        (models.BooleanField, {Holds.CODE}),
    ],
)
def test_a_field_holds_what_its_type_can(kinds, held):
    others = [
        one
        for one in stored_fields()
        if isinstance(one.model._meta.get_field(one.name), kinds) and {one.said[1]} != held
    ]

    assert others == []


CHOSEN_ROW_BY_ROW = {"Attachment", "Disclosure"}
"""By who adds the file, and by what is told: the field says the most that a row may hold."""


def test_no_field_is_more_guarded_than_its_row():
    """So that whoever may read the row may read all of it."""
    guarded = list(About)
    weak = [
        f"{one.model.__name__}.{one.name}"
        for one in stored_fields()
        if issubclass(one.model, PersonalModel) and one.model.__name__ not in CHOSEN_ROW_BY_ROW
        if guarded.index(one.said[0]) > guarded.index(one.model._meta.get_field("about").default)
    ]

    assert weak == []

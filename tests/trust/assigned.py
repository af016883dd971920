"""T6: every field of every model is sent with every form; only those of the form may change.

What is planted is a value that nothing else has, so that it is found wherever it was stored.
"""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.apps import apps
from django.db import models
from django.test import Client
from django.utils import timezone

from stegvis.core.actions import row_security
from tests.pages import FormsOfPage
from tests.undone import undone

REASON = "a test"
WORD, NUMBER, DAY = "Planterat ord", 7777, date(1999, 9, 9)
KEY = UUID("99999999-9999-4999-8999-999999999999")
OURS = "stegvis"
TODAY = timezone.localdate().isoformat()
NAME = re.compile(r'name="([^"]+)"')
AT_ONCE = 400  # keys of one sending, each twice: Django takes a thousand fields
SENT_AS = ("{}", "{}_id", "person__{}", "person.{}", "person[{}]", "0-{}", "form-0-{}")
"""A field by its own name and as one of another's; each is sent twice."""


@dataclass(frozen=True)
class Stored:
    """A value that was planted and found in a column that the form does not have."""

    model: str
    field: str


def our_models():
    return [one for one in apps.get_models() if one.__module__.startswith(OURS)]


def names():
    return sorted({field.name for model in our_models() for field in model._meta.concrete_fields})


def planted(name):
    """Of the kind that the field takes; a key is of nothing, a choice is the last there is."""
    for model in our_models():
        for field in model._meta.concrete_fields:
            if field.name == name:
                return value_for(field)
    raise LookupError(name)


def value_for(field):
    if field.choices:
        return field.choices[-1][0]
    kinds = {
        models.BooleanField: "on",
        models.DateTimeField: f"{DAY}T00:00",
        models.DateField: DAY.isoformat(),
        models.IntegerField: NUMBER,
        models.UUIDField: KEY,
        models.ForeignKey: KEY,
    }
    return next((value for kind, value in kinds.items() if isinstance(field, kind)), WORD)


def with_everything(form, own):
    """What the page itself would send, and all the rest, some at a time."""
    extra = [
        (way.format(name), [planted(name)] * 2)
        for way in SENT_AS
        for name in names()
        if way.format(name) not in own
    ]
    for first in range(0, len(extra), AT_ONCE):
        yield {**dict(extra[first : first + AT_ONCE]), **form, "form_key": str(uuid4())}


def stored(before, after, own):
    """Columns that were given what was planted, or a choice that was."""
    found = set()
    for model, rows in after.items():
        for key, row in rows.items():
            old = before[model].get(key)
            for name, value in row.items():
                is_new = old is None or old[name] != value
                if is_new and name not in own and is_planted(model, name, value):
                    found.add(Stored(model.__name__, name))
    return found


def is_planted(model, name, value):
    field = model._meta.get_field(name.removesuffix("_id") if name.endswith("_id") else name)
    if field.choices or isinstance(field, models.BooleanField):
        return False  # anything may come to be so: see `turned`
    return str(value) in {WORD, str(NUMBER), str(DAY), str(KEY)} or str(value).startswith(str(DAY))


def turned(before, after, own):
    """Choices and yes-or-no of rows that were there, which the form does not have."""
    return {
        Stored(model.__name__, name)
        for model, rows in after.items()
        for key, row in rows.items()
        if key in before[model]
        for name, value in row.items()
        if value != before[model][key][name]
        and name not in own
        and is_choice(model._meta.get_field(name))
    }


def is_choice(field):
    return bool(field.choices) or isinstance(field, models.BooleanField)


def everything(kinds):
    """Every row of these, by key; what is encrypted as it was."""
    with row_security.unscoped(reason=REASON):
        return {kind: {row.pk: shown(row) for row in rows_of(kind)} for kind in kinds}


def rows_of(kind):
    rows = kind._default_manager.all()
    return rows.unscoped(reason=REASON) if hasattr(rows, "unscoped") else rows


def shown(row):
    names_of = [field.name for field in row._meta.concrete_fields if not field.is_relation]
    return {name: getattr(row, name) for name in names_of}


def forms_of(browser: Client, where):
    """Each form of the page, filled in, and the names of all that can be filled in on it."""
    answer = browser.get(where)
    assert answer.status_code == 200, where
    text = answer.content.decode()
    page = FormsOfPage()
    page.feed(text)
    own = set(NAME.findall(text))
    return [filled(form) for form in page.forms if "form_key" in form], own


def filled(form):
    """What must not be empty gets something, so that the form is taken."""
    empty = {name for name, value in form.items() if not value}
    days = {name: TODAY for name in empty if name.endswith("_on")}
    return form | days | dict.fromkeys(empty & {"name", "why", "email"}, "ifyllt@exempel.se")


def assigned(browser, where, kinds):
    """What was stored beside the fields of forms on a page, how many were sent, and taken."""
    found, sent, taken = set(), 0, 0
    forms, own = forms_of(browser, where)
    for fields in (each for form in forms for each in with_everything(form, own)):
        with undone():
            before = everything(kinds)
            answer = browser.post(where, fields)
            after = everything(kinds)
        found |= stored(before, after, own) | turned(before, after, own)
        sent += len(fields.keys() - own)
        taken += answer.status_code == 302
    return found, sent, taken

"""T6: every field of every model is sent with every form; only those of the form may change.

What a form does alone is compared with what it does when everything else is sent with it. So it
does not matter what is stored, or where: any difference is somebody's field that was not asked for.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.apps import apps
from django.db import models

from tests.trust.forms import ANYBODY, NEVER, key
from tests.trust.relations import STAFF
from tests.trust.written import Tables
from tests.undone import undone

WORD, NUMBER, DAY = "Planterat ord", 7777, date(1999, 9, 9)
NOBODY = UUID("99999999-9999-4999-8999-999999999999")
OURS = "stegvis"
TAKEN = 302
BY_NAME = ("{}", "{}_id")
AS_OF_ANOTHER = ("person__{}", "person.{}", "person[{}]", "0-{}", "form-0-{}")
"""A field by its own name, and as one of another's."""

AT_ONCE = 960  # keys of one sending: Django takes a thousand
FIRST, LAST, EMPTY = "first", "last", "empty"
VALUES = (FIRST, LAST, EMPTY)
"""A name that several models have is sent as the first takes it, as the last, and as nothing."""

NO_FORM = {
    **dict.fromkeys(("account_login", "openid_connect_login"), "of who is signed out"),
    **dict.fromkeys(
        (
            *("account_change_password", "account_reauthenticate", "mfa_reauthenticate"),
            *("mfa_authenticate", "mfa_reauthenticate_webauthn", "mfa_deactivate_totp"),
            *("mfa_edit_webauthn", "mfa_remove_webauthn", "account_reset_password_from_key"),
        ),
        "there must be a password, an app or a passkey",
    ),
    "mfa_login_webauthn": "asked by a script",
    "throw_away_kept": "there must be text that waits from a session before",
    "reopen": "there must be an account that is closed",
    "unbind": "there must be a sign-in outside",
    "change": "it begins what has begun",
    "delivery_undo": "there must be a delivery that is read in",
    "log_review": "there must be rows to judge",
    "decide_double": "there must be two who may be one",
    "person_doubles": "there must be two who may be one",
    "protection_list": "there must be somebody to take off the list",
}
"""Addresses that take a form, of which there is none on the stage."""


def our_models():
    return [one for one in apps.get_models() if one.__module__.startswith(OURS)]


def fields_by_name():
    found = {}
    for model in our_models():
        for field in model._meta.concrete_fields:
            found.setdefault(field.name, []).append(field)
    return found


@dataclass(frozen=True)
class Did:
    """What one sending came to."""

    code: int
    changes: frozenset
    asked: frozenset = frozenset()  # what the page asks for after it


def told(form, alone, did):
    """Where two sendings came to something else."""
    found = {(form.user, form.name, one.table, one.column) for one in did.changes ^ alone.changes}
    if did.code != alone.code:
        found.add((form.user, form.name, alone.code, did.code))
    return found


class Assigning:
    """Forms of a stage, each sent alone and with all else."""

    def __init__(self, pages):
        self.pages, self.tables = pages, Tables()
        self.named = fields_by_name()
        self.ways = {}  # to fill in a form so that it is taken, by what the form is
        self.sent = self.taken = 0

    def posters(self, forms):
        """Where everybody is alike, one is enough."""
        of_one = {one.key for one in forms if one.user == ANYBODY}
        return [
            one
            for one in forms
            if one.user == ANYBODY or not one.is_for_all or one.key not in of_one
        ]

    def send(self, form, fields):
        with undone():
            answer = self.pages.send(form.user, form.where, fields)
            changes = frozenset(self.tables.changes(self.tables.written()))
            after = self.pages.followed(form, answer)
        asked = {name for one in after if one.where == form.where for name in one.own}
        return Did(answer.status_code, changes, frozenset(asked))

    def filled(self, form):
        """So that it is taken, if there is a way."""
        ways = list(form.fillings())
        if form.key not in self.ways:
            codes = [self.send(form, fields).code for fields in ways]
            self.ways[form.key] = codes.index(TAKEN) if TAKEN in codes else 0
        return ways[self.ways[form.key]]

    def faults(self, form, ways=BY_NAME + AS_OF_ANOTHER, values=VALUES):
        """What came to be otherwise for what was sent beside the fields of the form."""
        plain = self.filled(form)
        alone = self.send(form, plain | key())
        self.taken += alone.code == TAKEN
        found = set()
        for extra in self.extras(form.own | alone.asked | NEVER, ways, values):
            did = self.send(form, extra | plain | key())
            self.sent += len(extra)
            found |= told(form, alone, did)
        if found:  # what is otherwise each time is nobody's
            found -= told(form, alone, self.send(form, plain | key()))
        return found

    def extras(self, own, ways, values):
        """Some at a time, as many as are taken in one form."""
        for value in values:
            every = {
                way.format(name): self.value(fields, value)
                for way in (ways if value == FIRST else BY_NAME)
                for name, fields in self.named.items()
                if way.format(name) not in own
            }
            names = sorted(every)
            for first in range(0, len(names), AT_ONCE):
                yield {name: every[name] for name in names[first : first + AT_ONCE]}

    def value(self, fields, which):
        if which == EMPTY:
            return ""
        return self.of_kind(fields[0 if which == FIRST else -1], which)

    def of_kind(self, field, which):
        """What the field would take; a key is one that there is, of somebody else."""
        if isinstance(field, models.ForeignKey):
            return self.tables.some_key(field.remote_field.model._meta.db_table, which)
        if field.choices:
            return field.choices[0 if which == FIRST else -1][0]
        kinds = {
            models.BooleanField: "on",
            models.DateTimeField: f"{DAY}T00:00",
            models.DateField: DAY.isoformat(),
            models.IntegerField: NUMBER,
            models.UUIDField: NOBODY,
        }
        return next((value for kind, value in kinds.items() if isinstance(field, kind)), WORD)


def staff():
    return [one.name for one in STAFF.values() if one.group == "own"]

"""What a list shows somebody is what they can open, one by one: nothing more, nothing less.

Every address that is of one thing is listed somewhere, or has a reason. A list shows too much
where a link on it is not answered; too little where a thing that is answered has no link.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from html import unescape
from urllib.parse import urlsplit

from django.apps import apps
from django.core.cache import cache
from django.urls import Resolver404, resolve, reverse

from stegvis.config.permissions import addresses
from stegvis.core.values.retention import KINDS
from stegvis.organisations.actions.two_steps import prepare
from stegvis.organisations.models import ErasurePlan, PlannedErasure, RetentionRule
from stegvis.organisations.values.grants import Matter
from stegvis.organisations.values.retention import ERASING
from tests.addresses import PARAMETER
from tests.told import told_by
from tests.trust.crawl import may_read_somewhere
from tests.trust.relations import may_meet
from tests.undone import undone

OK = 200
HREF = re.compile(r'\shref="(/[^"#]*)')
DAY = date(2026, 1, 1)

OF_PERSONS = {
    "person": ("people", "leaving"),
    "answer_wish": ("wishes", "person"),
    "received_copy": ("received",),
    "person_file": ("person",),
    "representative": ("person",),
    "disclosure": ("person",),
}
"""Where a row about a person is listed."""

OF_OTHERS = {
    "programme": "programmes",
    "programme_version": "programme_versions",
    "figure": "standing",
    "report": "reports",
    "frozen_report": "reports",
    "delivery": "data",
    "log_review": "log_reviews",
    "log_alarm": "log_reviews",
    "agency": "agencies",
    "unit": "agencies",
    "colleague": "colleagues",
    "role": "roles",
    "matter": "matters",
    "erasure_plan": "retention",
    "preserve": "preservation",
    "consent_text": "consent_texts",
}
"""Where all else is listed."""

FORM, PART, NONE = "a form, offered to who may", "a part of the page that is listed", "no list"
NOT_LISTED = {
    **dict.fromkeys(
        (
            *("change_person", "person_contact", "new_representative", "person_protection"),
            *("new_number", "person_doubles", "take_consent", "withdraw_consents", "new_exception"),
            *("own_page", "disclose", "masked_copy", "new_file", "file_removal", "end_involvement"),
            *("new_enrolment", "change_enrolment", "exit_enrolment", "new_plan", "change_plan"),
            *("new_income", "change_income", "new_agency", "new_unit", "agreements", "invite"),
            *("give_role", "move", "end_role", "leave", "role_level", "prepare_retention"),
            *("retention_rule", "withdraw_retention", "new_consent_text", "consent_rules"),
            *("log_rules", "data", "delivery_mapping", "report_start", "report_freeze", "change"),
            *("change_part", "change_goals", "add_goal", "add_goal_from", "change_goal"),
            *("change_text", "change_review", "new_change_part", "new_add_goal_from"),
            *("new_change_goal", "mfa_edit_webauthn", "mfa_remove_webauthn"),
        ),
        FORM,
    ),
    **dict.fromkeys(
        (
            *("disclosure_receipt", "masked_copy_file", "received_file", "received_receipt"),
            *("person_log", "copy_file", "receipt_file", "received_copy_file", "told_file"),
            *("log_extract", "log_extract_named", "log_protocol_file", "processing"),
            *("processing_file", "programme_file", "programme_versions", "programme_version_file"),
            *("standing", "status", "figure_json", "data_template", "delivery_rows", "reports"),
            *("frozen_file", "report_preview", "report_file"),
        ),
        PART,
    ),
    **dict.fromkeys(("handover", "give_question"), "there must be somebody who leaves"),
    "job": NONE,
    "account_reset_password_from_key": NONE,
    "openid_connect_callback": NONE,
}


MODELS = {
    "attachment_id": "Attachment",
    "representative_id": "Representative",
    "disclosure_id": "Disclosure",
    "wish_id": "Wish",
}
"""Which rows these are the keys of."""


@dataclass(frozen=True)
class Found:
    """A link or a thing: the name of its address, and what that is filled in with."""

    name: str
    values: tuple

    @property
    def where(self):
        return reverse(self.name, kwargs=dict(self.values))


def found_at(path):
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        return None
    return Found(match.url_name, tuple(sorted(match.kwargs.items())))


def links(answer):
    """To pages of our own, those that say that they cannot be reached left out."""
    told = [unescape(one) for one in HREF.findall(answer.content.decode())]
    return {found for one in told if (found := found_at(one))}


class Lists:
    """The lists of one stage, as its people have them."""

    def __init__(self, matrix):
        self.matrix, self.asked = matrix, {}
        self.things = self.of_persons()
        self.everybody_is_leaving()

    def of_persons(self):
        """Every row about a person that has an address, by the person."""
        held = defaultdict(list)
        for name in OF_PERSONS.keys() - {"person"}:
            parameter = next(one for one in parameters(name) if one != "person_id")
            model = apps.get_model("participants", MODELS[parameter])
            for key, row in self.matrix.canaries.rows[model].items():
                person = {"person_id": self.matrix.stage.persons[row.person].pk}
                given = {parameter: key} | (person if "person_id" in parameters(name) else {})
                held[row.person].append(Found(name, tuple(sorted(given.items()))))
        for person, row in self.matrix.stage.persons.items():
            held[person].append(Found("person", (("person_id", row.pk),)))
        return held

    def everybody_is_leaving(self):
        """In a plan of what is to be erased."""
        stage = self.matrix.stage
        plan = ErasurePlan.objects.create(association=stage.here, as_of=DAY, digest="0" * 64)
        matter = Matter(ERASING, plan.pk, stage.here.pk)
        prepare(matter, by=stage.users["administrator.own"].pk, why="Årlig.")
        rule = RetentionRule.objects.create(
            association=stage.here,
            kind=next(iter(KINDS)),
            event="x",
            months=60,
            decision="x",
            decided_on=DAY,
        )
        for row in stage.persons.values():
            PlannedErasure.objects.create(
                plan=plan, rule=rule, subject=row.pk, person=row.pk, since=DAY
            )

    def get(self, user, where):
        """Once: what is asked for changes nothing."""
        if (user, where) not in self.asked:
            cache.clear()
            browser, cookies = self.matrix.browser(user)
            browser.cookies = cookies.copy()
            with undone():
                answer = browser.get(where)
                shown = links(answer) if is_page(answer) else set()
                told = set(self.matrix.pattern.findall(told_by(answer)))
                self.asked[user, where] = answer.status_code, shown, told
        return self.asked[user, where]

    def opens(self, user, thing):
        return self.get(user, thing.where)[0] == OK

    def wrong(self, user, person):
        """Of rows about one person, on the page of the person and on lists of all."""
        if not may_meet(user, person):
            return []
        faults = []
        for thing in self.things[person]:
            is_open = self.opens(user, thing)
            for name in OF_PERSONS[thing.name]:
                shown = self.shown(user, name, person)
                if shown is not None and (thing in shown) != is_open:
                    faults.append(f"{user}, {person}: {thing.name} {is_open=} in {name}")
        return faults + self.wrong_links(user, self.person_page(person), f"{user}, {person}")

    def shown(self, user, name, person):
        """None where the page itself is not answered: then nothing is listed on it."""
        where = self.person_page(person) if name == "person" else reverse(name)
        code, shown, _told = self.get(user, where)
        return shown if code == OK else None

    def person_page(self, person):
        return reverse("person", args=[self.matrix.stage.persons[person].pk])

    def wrong_links(self, user, where, whose):
        _code, shown, _told = self.get(user, where)
        return [
            f"{whose}: {where} shows {one.name}, which is answered {code}"
            for one in sorted(shown, key=str)
            if (code := self.get(user, one.where)[0]) not in {OK, 302}
        ]

    def wrong_everywhere(self, user):
        """Of lists that are of nobody: links that are not answered, and words of others."""
        names = {name for lists in OF_PERSONS.values() for name in lists} - {"person"}
        faults = []
        for name in sorted(names):
            where = reverse(name)
            faults += self.wrong_links(user, where, user)
            faults += [
                f"{user}: {word} of {self.matrix.words[word]} in {name}"
                for word in sorted(self.get(user, where)[2])
                if not may_read_somewhere(self.matrix, user, self.matrix.words[word])
            ]
        return faults


def parameters(name):
    """Of the first address by that name."""
    route = next(one.route for one in addresses() if one.name == name)
    return [found[1] or found[2] for found in PARAMETER.finditer(route)]


def not_told_of():
    """Names of addresses of one thing that no list is known for, nor a reason."""
    of_one = {one.name for one in addresses() if reads_one(one)}
    return sorted(of_one ^ (OF_PERSONS.keys() | OF_OTHERS.keys() | NOT_LISTED.keys()))


def reads_one(address):
    return "GET" in address.declared.methods and bool(PARAMETER.search(address.route))


def is_page(answer):
    return not answer.streaming and answer.get("Content-Type", "").startswith("text/html")

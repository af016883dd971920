"""A word of its own in every text that is kept about every person, and who may ever read it.

Filled in by what each model says of its fields: a new model is filled in as it comes, or fails
here until it is told how.
"""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import uuid4

from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.core.actions.drafts import keep
from stegvis.core.models import StoredFile
from stegvis.core.values.privacy import CLOSED, IDENTITY, ORDINARY, SENSITIVE, Holds
from stegvis.participants.models import ConsentException, Disclosure, LinkRequest, Person
from stegvis.participants.models.personal import PersonalModel
from stegvis.participants.values.attachments import FileKind
from stegvis.participants.values.disclosures import Copy, Ground, Told
from stegvis.participants.values.persons import NumberKind
from stegvis.programmes.models import Programme
from stegvis.reports.actions.notes import save_note
from stegvis.reports.actions.reports import start_report, usual_day_of
from stegvis.reports.actions.texts import save_text
from stegvis.reports.values.writing import NewNote, NewReport, Typed
from stegvis.results.models import Delivery, SavedMapping
from stegvis.results.values.deliveries import DISMISSED
from tests.people import participant
from tests.role_table import WORKS, WRITES
from tests.trust.seeing_model import Row
from tests.written_reports import SUMMARY, writer

REASON = "a test"
WORDS = {Holds.TEXT, Holds.FILE}
DERIVED = {"given_key", "family_key"}  # by the database, of the names
OF_PERSONS = frozenset({IDENTITY, ORDINARY, SENSITIVE, CLOSED})
DAY = date(2026, 1, 1)


def file_of(word):
    content = f"Här står {word}.".encode()
    return StoredFile.objects.create(
        name=f"{word}.txt",
        media_type="text/plain",
        size=len(content),
        digest=sha256(content).hexdigest(),
        content=content,
    )


def copy_of(word):
    told = Told(code="identity.name", label="Namn", about=IDENTITY, value=word)
    return Copy(items=(told,)).model_dump_json()


CODES = "codes, keys and days: no words"
EXEMPT = {
    "AccessEntry": CODES,
    "Involvement": CODES,
    "Consent": CODES,
    "ConsentRecipient": CODES,
    "DrawnRow": CODES,
    "Fact": CODES,
    "KeptFact": CODES,
    "Income": CODES,
    "Plan": CODES,
    "Merge": CODES,
    "ComputedFollowUp": "reckoned of facts, which are codes",
    "StoredFile": "the content of an attachment, filled in with it",
}
"""Models with fields about persons, where there is no place for a word."""

SAID = {
    "Attachment.kind": lambda _word: FileKind.OTHER,
    "Attachment.file": file_of,
    "Disclosure.content": copy_of,
    "Disclosure.ground": lambda _word: Ground.LAW,
    "Earlier.stood": lambda word: json.dumps({"decided_why": word}),
}
"""What a field holds that does not hold just anything."""


@dataclass(frozen=True)
class Canary:
    """`row` is whose it is and how guarded; `field` is where it stands."""

    word: str
    row: Row
    field: str
    readers: frozenset | None = None  # where no row says who may read


def personal_models():
    return [
        model
        for model in apps.get_models()
        if issubclass(model, PersonalModel) and not model._meta.abstract
    ]


class Canaries:
    """Of all persons of a stage; `programmes` are what they take part in for each agency."""

    def __init__(self, stage, programmes):
        self.stage, self.programmes = stage, programmes
        self.all, self.ids, self.rows, self.asked = [], {}, {}, {}
        self.double = participant(stage.agencies["here"])
        with row_security.unscoped(reason=REASON):
            for name, person in stage.persons.items():
                self.name_person(name, person)
            made = {}
            for model in in_order(personal_models()):
                self.fill(model, made)

    def word(self, row, field, readers=None):
        found = f"Zq{len(self.all):05d}x"
        self.all.append(Canary(found, row, field, readers))
        return found

    def name_person(self, name, person):
        row = Row(name, "here", "identity")
        fields = ("given_name", "family_name", "municipality", "personal_number")
        for field in fields:
            setattr(person, field, self.word(row, f"Person.{field}"))
        person.number_kind = NumberKind.PERSONAL
        person.save(update_fields=[*fields, "number_kind"])

    def fill_others(self, model, users):
        """What is no row of the usual kind; `model` is who sees whom, `users` everybody's names.

        Each is read by those who are told here.
        """
        with row_security.unscoped(reason=REASON):
            for name, person in self.stage.persons.items():
                self.fill_exceptions(name, person)
                self.ask_to_be_let_in(name, person, model, users)
            self.keep_draft("case_worker.own")
            self.deliver("own")

    def fill_exceptions(self, name, person):
        for one in ConsentException.objects.unscoped(reason=REASON).filter(person=person):
            one.why = self.word(Row(name, "here", "ordinary"), "ConsentException.why")
            one.save(update_fields=["why"])

    def ask_to_be_let_in(self, name, person, model, users):
        """By the partner, of the unit that answers for the person."""
        at_unit = {one for one in users if "one" in model.units_of(one)}
        readers = frozenset(one for one in at_unit if model.why_person(one, name))
        asked = LinkRequest.objects.create(
            association=person.association,
            person=person,
            to_unit=self.stage.units["one"],
            asked_by=self.stage.users["case_worker.partner"].pk,
            asked_for=self.stage.agencies["partner"],
            why=self.word(Row(name, "here", "identity"), "LinkRequest.why", readers),
        )
        self.asked[name] = asked.pk

    def keep_draft(self, user):
        word = self.word(Row("own", "here", "sensitive"), "Draft.content", frozenset({user}))
        keep(self.stage.users[user].pk, "/", {"text": f"Om {word}."})

    def deliver(self, group):
        """What came in about the programme, and what is written of it."""
        readers = frozenset(f"{role}.{group}" for role in WORKS)
        words = {
            name: self.word(Row("own", "here", "identity"), f"Delivery.{name}", readers)
            for name in ("told", "excerpt", "proposal", "mapping")
        }
        Delivery.objects.create(programme=self.programmes["here"], state=DISMISSED, **words)
        SavedMapping.objects.create(
            programme=self.programmes["here"],
            headings="0" * 64,
            content=self.word(Row("own", "here", "ordinary"), "SavedMapping.content", readers),
        )
        self.write_report(frozenset(f"{role}.{group}" for role in WRITES))

    def write_report(self, readers):
        programme, user = self.programmes["here"], self.stage.users["leading_case_worker.own"]
        new = NewReport("half-year", usual_day_of(programme), "sv", "Rapport")
        report = start_report(programme, new=new, by=user.pk)
        row = Row("own", "here", "ordinary")
        text, note = (
            self.word(row, f"{name}.text", readers) for name in ("ReportText", "ReportNote")
        )
        save_text(report, typed=Typed(SUMMARY, f"{text} här.", 0), by=writer(report, user))
        told = NewNote(SUMMARY, note, note, figure="persons", said=note)
        save_note(report, new=told, by=user.pk)

    def fill(self, model, made):
        """Models that point at others come after them; the first of its class is pointed at."""
        rows = []
        for name, person in self.stage.persons.items():
            for owner in ("here", "partner"):
                own = made.setdefault((name, owner), {})
                for about in abouts(model):
                    row = Row(name, owner, str(about), recipient_of(model, owner, about))
                    one = model(**self.fields(model, row, person, own))
                    own.setdefault(model, one)
                    self.rows.setdefault(model, {})[one.pk] = row
                    rows.append(one)
                ids = self.ids.setdefault(name, {}).setdefault(owner, {})
                ids[f"{model._meta.model_name}_id"] = own[model].pk
        model.objects.unscoped(reason=REASON).bulk_create(rows)

    def fields(self, model, row, person, made):
        said = {"person": person, "owner": self.stage.agencies[row.owner], "about": row.about}
        for field in model._meta.concrete_fields:
            if field.name not in {"id", "version", *said} and not field.generated:
                value = self.value(model, field, row, made)
                if value is not None:
                    said[field.name] = value
        return said

    def value(self, model, field, row, made):
        place = f"{model.__name__}.{field.name}"
        if field.name == "recipient":
            return self.stage.agencies.get(row.recipient)
        if place in SAID:
            return SAID[place](self.word(row, place))
        if isinstance(field, models.ForeignKey):
            return self.pointed_at(field, row, made)
        if tells(model, field) and not field.choices:
            return self.word(row, place)
        return None if field.null or field.has_default() else plain(field)

    def pointed_at(self, field, row, made):
        """What must be there; what may be left out is left out."""
        target = field.remote_field.model
        if field.null:
            return None
        if target is Person:
            return self.double
        return self.programmes[row.owner] if target is Programme else made[target]

    def words(self):
        return {one.word.lower(): one for one in self.all}


def told_of_persons():
    """Models that say anything about a person, with those of their fields that take words."""
    found = {}
    for model in apps.get_models():
        said = vars(getattr(model, "Privacy", object))
        about = {
            name: one
            for name, one in said.items()
            if isinstance(one, tuple) and one[0] in OF_PERSONS
        }
        if about:
            words = {name for name, (_about, holds) in about.items() if holds in WORDS}
            found[model] = words & {field.name for field in model._meta.concrete_fields}
    return found


def not_filled(canaries):
    """Fields about persons that take words, and hold none of the words that are looked for."""
    held = {one.field for one in canaries.all}
    return sorted(
        f"{model.__name__}.{name}"
        for model, names in told_of_persons().items()
        if model.__name__ not in EXEMPT
        for name in names or {"no words at all"}
        if f"{model.__name__}.{name}" not in held | {f"{model.__name__}.{one}" for one in DERIVED}
        and not is_chosen(model, name)
    )


def is_chosen(model, name):
    """A word that is chosen among a few."""
    return name in {one.name for one in model._meta.fields} and bool(
        model._meta.get_field(name).choices
    )


def recipient_of(model, owner, about):
    """What is sensitive goes to somebody outside, who has no page here."""
    others = {"here": "partner", "partner": "here"}
    return others[owner] if model is Disclosure and about != "sensitive" else None


def tells(model, field):
    """A text about a person; codes have words of their own."""
    about, holds = getattr(model.Privacy, field.name)
    return about in OF_PERSONS and holds is Holds.TEXT


def abouts(model):
    """Rows of every class, but of those that stand once for each agency or programme."""
    once = any(
        isinstance(one, ExclusionConstraint) or "owner" in getattr(one, "fields", ())
        for one in model._meta.constraints
    )
    if once or is_identity(model) or points(model):
        return ["identity"] if is_identity(model) else ["ordinary"]
    return ["ordinary", "sensitive", "closed"]


def is_identity(model):
    return model.Privacy.person[0] is IDENTITY


def points(model):
    return {
        field.remote_field.model
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and not field.null
        and issubclass(field.remote_field.model, PersonalModel)
    }


def in_order(found):
    return sorted(found, key=lambda model: (len(points(model)), model.__name__))


def plain(field):
    """Anything that the field takes."""
    if field.choices:
        return field.choices[0][0]
    kinds = {
        models.DateTimeField: timezone.now(),
        models.DateField: DAY,
        models.UUIDField: uuid4(),
        models.IntegerField: 1,
        models.BooleanField: False,
        models.CharField: "",
    }
    return next(value for kind, value in kinds.items() if isinstance(field, kind))

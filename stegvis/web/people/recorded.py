"""A small form about a person's way: saved, refused in a sentence, or written meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from stegvis.core.actions.versions import ChangedMeanwhileError
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.journeys.forms.recording import EnrolmentForm, RecordingForm
from stegvis.journeys.policies.recording import UndecidedError
from stegvis.participants.queries.persons import Person
from stegvis.web.people.presenters import person_head
from stegvis.web.shell.meanwhile import written_meanwhile

SECTION = "#journey"
REMOVE = "remove"  # the value of the second button


@dataclass(frozen=True)
class Removal:
    """The second button, which takes away what the form is about."""

    text: str
    act: Callable[[int], object]


@dataclass(frozen=True)
class Recording:
    """`save` is done with what was written; `now` fetches the row as it stands."""

    person: Person
    form: RecordingForm
    title: str
    save: Callable[[], object]
    now: Callable[[], Any] | None = None
    removal: Removal | None = None
    lead: str = ""


def answered(request: HttpRequest, asked: Recording) -> HttpResponse:
    if request.method == "POST":
        try:
            if _done(request, asked):
                messages.success(request, _("Sparat."))
                return back_to(asked.person)
        except ChangedMeanwhileError:
            return _meanwhile(request, asked)
    context = {"head": person_head(asked.person), "asked": asked}
    return render(request, "people/recording.html", context)


def back_to(person: Person) -> HttpResponse:
    return HttpResponseRedirect(reverse("person", args=[person.pk]) + SECTION)


def _done(request: HttpRequest, asked: Recording) -> bool:
    """Otherwise why not stands in the form."""
    form = asked.form
    try:
        if asked.removal and request.POST.get("do") == REMOVE:
            asked.removal.act(_version(request))
            return True
        if not form.is_valid():
            return False
        asked.save()
    except UndecidedError as undecided:
        if isinstance(form, EnrolmentForm):
            form.ask(undecided)
        return False
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return False
    return True


def _version(request: HttpRequest) -> int:
    """Nothing is version nought: what cannot be read is refused as changed meanwhile."""
    written = request.POST.get("version", "")
    return int(written) if written.isascii() and written.isdigit() else 0


def _meanwhile(request: HttpRequest, asked: Recording) -> HttpResponse:
    if asked.now is None or not asked.form.is_valid():
        messages.warning(request, _("Någon annan har ändrat det som står. Se efter igen."))
        return back_to(asked.person)
    return written_meanwhile(request, asked.form, asked.now())

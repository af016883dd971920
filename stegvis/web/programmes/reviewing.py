"""Before a version is saved: old and new side by side, why, from when, and what is doubtful."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from stegvis.core.actions.pages import page
from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.actions.definitions import NewVersion, add_version, create_programme
from stegvis.programmes.files.definition import Reading
from stegvis.programmes.files.version_rows import next_label, with_version
from stegvis.programmes.forms.review import ReviewForm
from stegvis.programmes.policies.changes import ChangedMeanwhileError, check_changed
from stegvis.programmes.queries.definitions import definition_of
from stegvis.programmes.queries.versions import DefinitionVersion, versions_of
from stegvis.programmes.values.definition import Definition
from stegvis.web.programmes.changing import BOTH, MAY_DEFINE
from stegvis.web.programmes.doubts import doubt_sentences
from stegvis.web.programmes.history import Comparison, compared
from stegvis.web.programmes.portraits import sections_shown
from stegvis.web.programmes.working import Workplace, read_with_examples, shown, workplace
from stegvis.web.shell.sending import sent

GO_ON = "go_on"


@dataclass(frozen=True)
class Meanwhile:
    """What somebody else has saved since: what they changed, and what saving would change of it."""

    sentence: str
    number: int
    theirs: Comparison
    mine: Comparison


@page(allow=MAY_DEFINE, methods=BOTH)
def change_review(request: HttpRequest, programme_id: UUID | None = None) -> HttpResponse:
    place = workplace(request, programme_id)
    try:
        reading = read_with_examples(place.copy.text)
    except Refused:
        return redirect(place.address("change_text"))
    history = list(versions_of(place.programme)) if place.programme else []
    if request.method == "POST" and request.POST.get("do") == GO_ON and history:
        place.keep_from(history[0].number)
        return redirect(place.address("change_review"))
    data = sent(request)
    form = _form(place, reading, history, data)
    meanwhile = None
    if data is not None and form.is_valid():
        try:
            return _saved(request, place, reading.definition, form.cleaned_data)
        except ChangedMeanwhileError as refused:
            meanwhile = _meanwhile(place, reading.definition, history, refused.sentence)
        except Refused as refused:
            form.add_error(None, str(refused))
    return _page(request, place, reading, {"form": form, "meanwhile": meanwhile})


def _form(
    place: Workplace, reading: Reading, history: list[DefinitionVersion], data: Any
) -> ReviewForm:
    taken = {version.label for version in history}
    today = place.viewer.on
    initial = {
        "label": next_label(place.copy.text, taken),
        "effective_on": max([today, *(version.effective_on for version in history)]),
        "started_from": place.copy.started_from,
        "seen": _digest(place.copy.text),
    }
    return ReviewForm(data, initial=initial, has_doubts=bool(reading.warnings), taken=taken)


def _saved(
    request: HttpRequest, place: Workplace, definition: Definition, said: dict[str, Any]
) -> HttpResponse:
    if said["seen"] != _digest(place.copy.text):
        raise Refused(_("Du har ändrat mer sedan du såg den här sidan. Läs igenom den igen."))
    check_changed(place.before(), definition)
    on, why, label = said["effective_on"], said["why"], said["label"]
    new = NewVersion(
        with_version(place.copy.text, label, on=on, why=why),
        on,
        why,
        file=_("Definitionen"),
        started_from=said["started_from"],
    )
    programme_id = _carried_out(place, new)
    place.forget()
    sentence = _("Version {label} är sparad och gäller från {day}.")
    messages.success(request, sentence.format(label=label, day=day(on)))
    return redirect("programme", programme_id)


def _carried_out(place: Workplace, new: NewVersion) -> UUID:
    by = place.viewer.user
    if place.programme is not None:
        add_version(place.programme, new=new, by=by)
        return place.programme.pk
    association = place.copy.association
    sees_all = place.viewer.may(Permission.SEE_ALL_PROGRAMMES, association)
    made = create_programme(
        association=association, new=new, by=by, assign=not sees_all, viewer=place.viewer
    )
    return made.pk


def _meanwhile(
    place: Workplace, mine: Definition, history: list[DefinitionVersion], sentence: str
) -> Meanwhile:
    theirs, before = definition_of(history[0]), place.before() or mine
    return Meanwhile(sentence, history[0].number, compared(before, theirs), compared(theirs, mine))


def _page(
    request: HttpRequest, place: Workplace, reading: Reading, context: dict[str, Any]
) -> HttpResponse:
    before = place.before()
    more = {
        "compared": compared(before, reading.definition) if before else None,
        "sections": () if before else sections_shown(reading.definition),
        "doubts": doubt_sentences(reading.warnings, reading.definition),
        "refusal": _why_not_save(before, reading.definition),
    }
    return shown(request, place, "programmes/review.html", {**more, **context})


def _why_not_save(before: Definition | None, definition: Definition) -> str:
    try:
        check_changed(before, definition)
    except Refused as refused:
        return refused.sentence
    return ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

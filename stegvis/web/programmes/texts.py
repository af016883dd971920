"""A definition changed as one whole text, with what is wrong beside it."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from stegvis.core.actions.pages import page
from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.forms.texts import DefinitionFileForm, DefinitionTextForm
from stegvis.web.programmes.changing import BOTH, MAY_DEFINE
from stegvis.web.programmes.working import Workplace, read_with_examples, shown, workplace

UPLOAD = "upload"
FILE_AND_LINE = 2
"""The parts of where a fault is that come before the key."""


@dataclass(frozen=True)
class LineShown:
    number: int
    text: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class FaultsShown:
    """Faults with the lines they stand on; those of no line come first."""

    sentence: str
    elsewhere: tuple[Fault, ...]
    lines: tuple[LineShown, ...]


def faults_shown(refused: Refused, text: str) -> FaultsShown:
    lines = text.splitlines()
    numbers = sorted({fault.line for fault in refused.faults if fault.line})
    return FaultsShown(
        refused.sentence,
        tuple(fault for fault in refused.faults if not fault.line),
        tuple(
            LineShown(
                number,
                lines[number - 1].strip() if number <= len(lines) else "",
                tuple(_of_its_line(one) for one in refused.faults if one.line == number),
            )
            for number in numbers
        ),
    )


def _of_its_line(fault: Fault) -> Fault:
    """Said beside its line, a fault need not say once more which file and line it is in."""
    return replace(fault, where=", ".join(fault.where.split(", ")[FILE_AND_LINE:]))


@page(allow=MAY_DEFINE, methods=BOTH)
def change_text(request: HttpRequest, programme_id: UUID | None = None) -> HttpResponse:
    """What is sent is kept, right or wrong: nobody loses a text for a missing quotation mark."""
    place = workplace(request, programme_id)
    text = DefinitionTextForm(initial={"text": place.copy.text})
    file = DefinitionFileForm()
    if request.method == "POST" and request.POST.get("do") == UPLOAD:
        file = DefinitionFileForm(request.POST, request.FILES)
        if file.is_valid():
            place = place.keep(file.cleaned_data["file"])
            return _onwards(request, place, DefinitionTextForm({"text": place.copy.text}), file)
    elif request.method == "POST":
        text = DefinitionTextForm(request.POST)
        if text.is_valid():
            place = place.keep(text.cleaned_data["text"])
            return _onwards(request, place, text, file)
    return _page(request, place, text, file)


def _onwards(
    request: HttpRequest, place: Workplace, text: DefinitionTextForm, file: DefinitionFileForm
) -> HttpResponse:
    """To the review when everything is right, otherwise the text again with its faults."""
    if _faults(place):
        return _page(request, place, text, file)
    return redirect(place.address("change_review"))


def _page(
    request: HttpRequest, place: Workplace, text: DefinitionTextForm, file: DefinitionFileForm
) -> HttpResponse:
    context: dict[str, object] = {"text": text, "file": file, "faults": _faults(place)}
    return shown(request, place, "programmes/text.html", context)


def _faults(place: Workplace) -> FaultsShown | None:
    try:
        read_with_examples(place.copy.text)
    except Refused as refused:
        return faults_shown(refused, place.copy.text)
    return None

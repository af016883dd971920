"""The versions of a definition: who decided what when, and what it changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import signed_in
from stegvis.programmes.calculations.differences import (
    Difference,
    differences,
    unsaid_sentence,
)
from stegvis.programmes.policies.changes import why_not_define
from stegvis.programmes.queries.definitions import decided, definition_of
from stegvis.programmes.queries.programmes import programme_of
from stegvis.programmes.queries.versions import (
    DefinitionVersion,
    version_before,
    version_numbered,
    versions_of,
)
from stegvis.programmes.values.definition import Definition
from stegvis.web.programmes.portraits import contents, sections_shown
from stegvis.web.programmes.presenters import programme_head
from stegvis.web.shell.downloads import download


@dataclass(frozen=True)
class Comparison:
    """What changed from one version to the next; `unsaid` is what no sentence shows."""

    differences: tuple[Difference, ...]
    unsaid: str

    @property
    def is_empty(self) -> bool:
        return not self.differences and not self.unsaid


@dataclass(frozen=True)
class VersionShown:
    number: int
    label: str
    address: str
    file: str
    effective_on: date
    recorded_at: datetime
    who: str
    why: str
    compared: Comparison | None


def compared(old: Definition, new: Definition) -> Comparison:
    return Comparison(differences(old, new), unsaid_sentence(old, new))


@page(allow=signed_in)
def programme_versions(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = programme_of(viewer, programme_id)
    context = {
        "head": programme_head(found, decided(found), "programme", on=viewer.on),
        "versions": _history(versions_of(found)),
        "refusal": why_not_define(found.association_id, viewer),
    }
    return render(request, "programmes/versions.html", context)


@page(allow=signed_in)
def programme_version(request: HttpRequest, programme_id: UUID, number: int) -> HttpResponse:
    viewer = viewer_of(request)
    found = programme_of(viewer, programme_id)
    version = version_numbered(found, number)
    sections = sections_shown(definition_of(version))
    context = {
        "head": programme_head(found, decided(found), "programme", on=viewer.on),
        "version": _shown(version, version_before(version)),
        "sections": sections,
        "contents": contents(sections),
    }
    return render(request, "programmes/version.html", context)


@page(allow=signed_in)
def programme_file(
    request: HttpRequest, programme_id: UUID, number: int | None = None
) -> HttpResponse:
    """The text of a version as it was decided, comments and all."""
    found = programme_of(viewer_of(request), programme_id)
    version = decided(found).version if number is None else version_numbered(found, number)
    name = f"{found.slug}.toml" if number is None else f"{found.slug}-{number}.toml"
    return download(version.text, name, "application/toml; charset=utf-8")


def _history(versions: Sequence[DefinitionVersion]) -> list[VersionShown]:
    return [_shown(later, earlier) for later, earlier in pairwise([*versions, None]) if later]


def _shown(version: DefinitionVersion, earlier: DefinitionVersion | None) -> VersionShown:
    number = {"number": version.number, "programme_id": version.programme_id}
    return VersionShown(
        number=version.number,
        label=version.label,
        address=reverse("programme_version", kwargs=number),
        file=reverse("programme_version_file", kwargs=number),
        effective_on=version.effective_on,
        recorded_at=version.recorded_at,
        who=version.recorded_by.name if version.recorded_by else _("Stegvis"),
        why=version.why,
        compared=compared(definition_of(earlier), definition_of(version)) if earlier else None,
    )

"""What is kept when a programme is closed: asked for by one, decided by another, written once."""

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from uuid import UUID

from stegvis.core.actions.access_log import working_for
from stegvis.core.actions.row_security import unscoped
from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import About
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import NOBODY, Viewer
from stegvis.organisations.actions import two_steps
from stegvis.organisations.models import TwoStep
from stegvis.organisations.policies.administration import check_administers
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.organisations.values.grants import Matter
from stegvis.organisations.values.two_steps import Outcome
from stegvis.participants.models import Attachment
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.definitions import decided
from stegvis.reports.queries import preservation
from stegvis.reports.values.preservation import PRESERVING, Kept, archive, table_files

WHY = "what is kept when a programme is closed"
ONLY_OWNER = 0o600  # of the file: whoever runs Stegvis, and nobody else on the machine


@dataclass(frozen=True)
class Exported:
    place: Path
    files: int
    persons: int


def prepare_preservation(programme: Programme, *, why: str, viewer: Viewer) -> TwoStep:
    check_administers(viewer, programme.association_id)
    check_has_closed(programme, viewer.on)
    matter = Matter(PRESERVING, programme.pk, programme.association_id)
    return two_steps.prepare(matter, by=_user(viewer), why=why)


def decide_preservation(
    programme: Programme, *, outcome: Outcome, viewer: Viewer, why: str = ""
) -> TwoStep:
    found = preservation.latest_matter(programme.pk)
    if found is None:
        raise Refused(_("Ingen har föreslagit att insatsen ska bevaras."))
    return two_steps.decide(found.pk, by=_user(viewer), outcome=outcome, why=why)


def check_has_closed(programme: Programme, on: date) -> None:
    last = decided(programme).definition.last_day
    if last is None or last >= on:
        until = day(last) if last else _("tills vidare")
        raise Refused(_("Insatsen pågår: {until}. Bevara den när den är slut.").format(until=until))


def export_decided(association: str, slug: str, folder: Path, *, on: date) -> Exported:
    """As the command line names it; for the one who decided."""
    rows = Programme.objects.unscoped(reason=WHY).filter(association__name=association)
    programme = rows.filter(slug=slug, whole=None).first()
    if programme is None:
        said = _("{association} har ingen insats med koden {slug}.")
        raise Refused(said.format(association=association, slug=slug))
    matter = preservation.latest_matter(programme.pk)
    decider = matter.decided_by_id if matter else None
    viewer = viewer_for(decider, on=on) if decider else replace(NOBODY, on=on)
    return export(programme, folder, viewer=viewer)


def export(programme: Programme, folder: Path, *, viewer: Viewer) -> Exported:
    """By whoever runs Stegvis, on the decision of two. In the log stands who decided it."""
    if not preservation.is_approved(programme.pk):
        raise Refused(_("Ingen har beslutat att insatsen ska bevaras. Två gör det på skärmen."))
    place = folder / f"bevarande-{programme.slug}-{viewer.on}.zip"
    if place.exists():
        raise Refused(_("Filen {name} finns redan. Flytta den först.").format(name=place.name))
    reason = _("export för bevarande")
    with working_for(viewer, reason=reason, action=Action.EXPORT), unscoped(reason=WHY):
        persons = preservation.enrolled(programme)
        held = list(preservation.documents(persons))
        kept = [one for one in held if preservation.may_be_preserved(one)]
        files = [
            *preservation.coded_files(programme),
            *preservation.described(programme),
            *preservation.frozen(programme),
            *_documents(kept),
        ]
        left_out = len(held) - len(kept)
        content = archive(files, programme=programme.slug, on=viewer.on, left_out=left_out)
        _log(persons, kept)
    _write(place, content)
    return Exported(place, len(files), len(persons))


def _documents(kept: list[Attachment]) -> list[Kept]:
    """Named by number, as a title can name somebody; the index says what each is."""
    persons = {key: n for n, key in enumerate(dict.fromkeys(one.person_id for one in kept), 1)}
    files, rows = [], []
    for number, one in enumerate(kept, 1):
        suffix = PurePosixPath(one.file.name).suffix if one.file else ""
        path = f"handlingar/{persons[one.person_id]:04}/{number:04}{suffix}"
        file = Kept(path, bytes(one.file.content) if one.file else b"")
        files.append(file)
        rows.append(
            {
                "path": path,
                "person": persons[one.person_id],
                "owner": one.owner.name,
                "title": str(one.title),
                "kind": one.kind,
                "added_on": str(one.added_at.date()),
                "sha256": file.digest,
            }
        )
    columns = ("path", "person", "owner", "title", "kind", "added_on", "sha256")
    index, _as_json = table_files("index", columns, rows)
    return [*files, Kept("handlingar/index.csv", index.content)]


def _log(persons: list[UUID], kept: list[Attachment]) -> None:
    for person in persons:
        about = {About(one.about) for one in kept if one.person_id == person}
        did(Action.EXPORT, person, about={About.ORDINARY, *about}, ground=PRESERVING)


def _write(place: Path, content: bytes) -> None:
    """When the log is committed: there is no file without its lines in the log."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OWNER), "wb") as file:
        file.write(content)


def _user(viewer: Viewer) -> UUID:
    if viewer.user is None:
        raise Refused(_("Logga in först."))
    return viewer.user

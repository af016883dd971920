"""What is kept when a programme is closed: files in folders, each with its digest."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _

PRESERVING = "preservation"
"""The kind of the two-step matter, and the ground in the log."""

MANIFEST, README = "manifest.json", "LÄSMIG.txt"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a ZIP: the same content is the same file on any day


@dataclass(frozen=True)
class Kept:
    """One file of the export; `path` has its folder, and is made by us."""

    path: str
    content: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def table_files(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> list[Kept]:
    """The same rows as CSV and as JSON; days as year-month-day."""
    whole = [{one: row.get(one) for one in columns} for row in rows]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(whole)
    said = json.dumps(whole, ensure_ascii=False, indent=1, default=str)
    return [
        Kept(f"uppgifter/{name}.csv", text.getvalue().encode()),
        Kept(f"uppgifter/{name}.json", said.encode()),
    ]


def archive(files: Sequence[Kept], *, programme: str, on: date, left_out: int) -> bytes:
    """Everything, with a manifest of SHA-256 and a readme; the manifest has the readme too."""
    readme = Kept(README, _readme(programme, on, left_out).encode())
    whole = sorted([*files, readme], key=lambda one: one.path)
    lines = [{"path": one.path, "size": len(one.content), "sha256": one.digest} for one in whole]
    said = {"format": 1, "programme": programme, "made_on": str(on), "files": lines}
    manifest = Kept(MANIFEST, json.dumps(said, ensure_ascii=False, indent=1).encode())
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for one in (*whole, manifest):
            opened.writestr(zipfile.ZipInfo(one.path, EARLIEST), one.content)
    return made.getvalue()


def _readme(programme: str, on: date, left_out: int) -> str:
    lines = (
        _("Bevarade handlingar från insatsen {programme}").format(programme=programme),
        _("Uttaget ur Stegvis {day}.").format(day=day(on)),
        "",
        _("uppgifter/: kodade uppgifter, samma rader som CSV (UTF-8) och JSON. Inga namn."),
        _("beskrivning/: insatsens beskrivning, en fil för varje beslutad version."),
        _("rapporter/: de låsta rapporterna (PDF/A och Word) som de såg ut den dagen."),
        _("handlingar/: bifogade filer. handlingar/index.csv säger vad de är och vems de är."),
        _("manifest.json: storlek och kontrollsumma (SHA-256) för varje fil."),
        "",
        _(
            "Utelämnat, för att lämnas på annat sätt: {n} filer om personer med skyddad identitet "
            "eller med slutna uppgifter."
        ).format(n=left_out),
        _("Kontrollera: räkna om SHA-256 för varje fil och jämför med manifestet."),
    )
    return "\r\n".join(lines) + "\r\n"

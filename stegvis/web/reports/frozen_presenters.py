"""What the page of a frozen report shows beside the report itself."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.reports.queries.frozen import FrozenReport
from stegvis.reports.values.frozen import Since

FILES = (
    ("report.docx", N_("Word")),
    ("report.pdf", N_("PDF")),
    ("figures.xlsx", N_("Siffrorna som Excel")),
    ("figures.json", N_("Siffrorna som JSON")),
    ("report.json", N_("Allt som är låst (JSON)")),
)
NOTHING = "–"


@dataclass(frozen=True)
class FileShown:
    text: str
    href: str


@dataclass(frozen=True)
class FrozenPage:
    name: str
    frozen: str
    digest: str
    files: tuple[FileShown, ...]
    changes: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]
    cut_off: str

    @property
    def is_as_frozen(self) -> bool:
        return not self.changes and not self.rows


def frozen_page(frozen: FrozenReport, since: Since) -> FrozenPage:
    at = timezone.localtime(frozen.frozen_at)
    said = _("Låst {day} {time} av {name}.").format(
        day=at.date().isoformat(), time=f"{at:%H:%M}", name=frozen.frozen_by.name
    )
    return FrozenPage(
        name=_("{title}, version {n}").format(title=frozen.title, n=frozen.number),
        frozen=said,
        digest=frozen.digest,
        files=tuple(_file(frozen, name, text) for name, text in FILES),
        changes=tuple(_changes(since)),
        rows=tuple((one.title, one.then or NOTHING, one.now or NOTHING) for one in since.figures),
        cut_off=frozen.as_of.isoformat(),
    )


def _file(frozen: FrozenReport, name: str, text: str) -> FileShown:
    href = reverse("frozen_file", args=[frozen.programme_id, frozen.pk, name])
    return FileShown(_(text), href)


def _changes(since: Since) -> list[str]:
    said = []
    if since.definition:
        then, now = since.definition
        sentence = _(
            "Insatsen har beskrivits på nytt: rapporten bygger på {then}, nu gäller {now}."
        )
        said.append(sentence.format(then=_version(then), now=_version(now)))
    if since.data_differ:
        said.append(_("Nya uppgifter har lämnats, eller tagits tillbaka, sedan rapporten låstes."))
    if said and not since.figures:
        said.append(_("Siffrorna i rapporten är ändå desamma."))
    return said


def _version(label: str) -> str:
    return _("version {n}").format(n=label)

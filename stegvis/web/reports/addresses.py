"""The addresses of one report, worked out once."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from stegvis.reports.actions.freezing import FILES
from stegvis.reports.actions.making import Made
from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import Writer
from stegvis.web.standing.addresses import Addresses

INTERNAL = "?niva=intern"


@dataclass(frozen=True)
class ReportAddresses:
    page: str
    texts: str
    preview: str
    freeze: str
    files: dict[str, str]

    @property
    def internal_preview(self) -> str:
        return f"{self.preview}{INTERNAL}"

    @classmethod
    def of(cls, programme: UUID, report: UUID) -> "ReportAddresses":
        both = [programme, report]
        page = reverse("report", args=both)
        return cls(
            page=page,
            texts=f"{page}text/",
            preview=reverse("report_preview", args=both),
            freeze=reverse("report_freeze", args=both),
            files={name: reverse("report_file", args=[*both, name]) for name in FILES},
        )

    def writer(self, user: UUID) -> Writer:
        return Writer(user, self.texts)

    def at(self, place: Place) -> str:
        """The page, at the text."""
        return f"{self.page}#{box_id(place)}"


def box_id(place: Place) -> str:
    return f"text-{place.heading}-{place.part}" if place.part else f"text-{place.heading}"


def figure_links(made: Made) -> dict[str, str]:
    """The page of every figure of the report, on the report's own day."""
    whole = made.decided.definition.id
    found = Addresses.of(made.report.programme_id, whole, as_of=made.report.as_of, since=None)
    return {
        one.key(figure): found.figure(figure.id, one.follow_up.programme)
        for one in made.subject.with_parts()
        for figure in one.follow_up.figures
    }

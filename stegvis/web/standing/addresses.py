"""The addresses of Läget and its figures, with the days that were asked for kept in them."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

PLACEHOLDER = "x"


@dataclass(frozen=True)
class Addresses:
    """Of one programme on the days asked for; worked out once, for a page has many."""

    standing: str
    figures: str
    whole: str
    days: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls, programme_id: UUID, whole: str, *, as_of: date | None, since: date | None
    ) -> "Addresses":
        asked = (("till", as_of), ("fran", since))
        return cls(
            reverse("standing", args=[programme_id]),
            reverse("figure", args=[programme_id, PLACEHOLDER]).removesuffix(f"{PLACEHOLDER}/"),
            whole,
            tuple((name, day.isoformat()) for name, day in asked if day),
        )

    def page(self, within: str = "") -> str:
        return self._with(f"{self.standing}{within}", self.days)

    def figure(self, figure_id: str, programme: str = "", within: str = "") -> str:
        """`programme` is the (sub-)programme whose figure it is."""
        of_part = (("delinsats", programme),) if programme not in {"", self.whole} else ()
        return self._with(f"{self.figures}{figure_id}/{within}", (*of_part, *self.days))

    def _with(self, path: str, asked: tuple[tuple[str, str], ...]) -> str:
        return f"{path}?{urlencode(asked)}" if asked else path

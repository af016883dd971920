"""What can be wrong with the access log, and where."""

from dataclasses import dataclass
from enum import StrEnum

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_


class FaultKind(StrEnum):
    ROW_ALTERED = "ROW_ALTERED"
    ROW_MISSING = "ROW_MISSING"
    ROW_ADDED = "ROW_ADDED"
    ROWS_REORDERED = "ROWS_REORDERED"
    SEGMENT_ALTERED = "SEGMENT_ALTERED"
    SEGMENT_MISSING = "SEGMENT_MISSING"
    KEY_MISSING = "KEY_MISSING"


SENTENCES = {
    FaultKind.ROW_ALTERED: N_("Rad {row} i segment {segment} är ändrad."),
    FaultKind.ROW_MISSING: N_("Rad {row} i segment {segment} saknas."),
    FaultKind.ROW_ADDED: N_("Rad {row} i segment {segment} är tillagd i efterhand."),
    FaultKind.ROWS_REORDERED: N_("Rader i segment {segment} har bytt plats, med början i {row}."),
    FaultKind.SEGMENT_ALTERED: N_("Segment {segment} är ändrat."),
    FaultKind.SEGMENT_MISSING: N_("Segment {segment} saknas."),
    FaultKind.KEY_MISSING: N_("Nyckeln till segment {segment} finns inte i STEGVIS_KEYS."),
}


@dataclass(frozen=True)
class LogFault:
    """The first that was found: what comes after it has not been looked at."""

    kind: FaultKind
    segment: int
    row: int | None = None

    @property
    def sentence(self) -> str:
        return _(SENTENCES[self.kind]).format(segment=self.segment, row=self.row)

"""One module for each family of indicator kinds: indicator in, figure out."""

from collections.abc import Callable
from typing import Any

from stegvis.programmes.values.indicators import AnyIndicator
from stegvis.results.calculations.evaluation.kinds.changes import change, domains_improved
from stegvis.results.calculations.evaluation.kinds.counts import count
from stegvis.results.calculations.evaluation.kinds.deliverables import deliverable, qualitative
from stegvis.results.calculations.evaluation.kinds.shares import conversion, share
from stegvis.results.calculations.evaluation.kinds.standing import standing_volume
from stegvis.results.calculations.evaluation.kinds.times import time_to_event
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.values.figures import Figure

_ANSWER: dict[str, Callable[[Any, Prepared], Figure]] = {
    "share": share,
    "count": count,
    "conversion": conversion,
    "time_to_event": time_to_event,
    "change": change,
    "domains_improved": domains_improved,
    "standing_volume": standing_volume,
    "deliverable": deliverable,
    "qualitative": qualitative,
}


def answer(indicator: AnyIndicator, prepared: Prepared) -> Figure:
    return _ANSWER[indicator.kind](indicator, prepared)

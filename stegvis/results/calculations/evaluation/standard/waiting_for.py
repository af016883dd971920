"""Time to work or studies for everyone who was enrolled, not only for those who have left."""

import narwhals as nw

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.facts import Unit
from stegvis.programmes.values.indicators import Denominator, Population, TimeToEvent
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.kinds.times import time_figure
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.standard.making import enrolled_words
from stegvis.results.values.destinations import WORK_OR_STUDIES
from stegvis.results.values.figures import Figure

ONE_YEAR = 365


def waiting_for(prepared: Prepared) -> list[Figure]:
    """Where somebody went is told on the day they left, whenever it came to be known."""
    left, kinds = nw.col("exited_on"), prepared.frames.kinds("destination", WORK_OR_STUDIES)
    onwards = nw.when(nw.col("destination").is_in(kinds)).then(left)
    days = {"start": nw.col("enrolled_on"), "event": onwards, "other_other_exit": left}
    return [time_figure(one, prepared, days) for one in waited_for(prepared.frames)]


def waited_for(frames: Frames) -> list[TimeToEvent]:
    if not frames.has("enrolments") or not frames.has("destinations"):
        return []
    found = TimeToEvent.model_validate(
        {
            "id": "time-to-work-or-studies",
            "kind": "time_to_event",
            "text": _("Tid till arbete eller studier"),
            "unit": Unit.PERSON,
            "denominator": Denominator.ENROLLED,
            "population": Population(name=enrolled_words()),
            "source": "H:U",
            "start": "enrolled_on",
            "event": "exited_on",
            "competing": {"other_exit": "exited_on"},
            "at_days": ONE_YEAR,
        }
    )
    return [found]

"""Time to work or studies for everyone who was enrolled, not only for those who have left."""

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.facts import Unit
from stegvis.programmes.values.indicators import Denominator, Population, TimeToEvent
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.kinds.times import time_to_event
from stegvis.results.calculations.evaluation.prepared import prepare
from stegvis.results.calculations.evaluation.standard.making import enrolled_words
from stegvis.results.values.destinations import WORK_OR_STUDIES
from stegvis.results.values.figures import Figure

ONE_YEAR = 365


def waiting_for(frames: Frames) -> list[Figure]:
    if not frames.has("enrolments") or not frames.has("destinations"):
        return []
    reached = f"destination in {{{', '.join(WORK_OR_STUDIES)}}}"
    indicator = TimeToEvent.model_validate(
        {
            "id": "time-to-work-or-studies",
            "kind": "time_to_event",
            "text": _("Tid till arbete eller studier"),
            "unit": Unit.PERSON,
            "denominator": Denominator.ENROLLED,
            "population": Population(name=enrolled_words()),
            "source": "H:U",
            "start": "enrolled_on",
            "event": f"first(destinations.known_on where moment = exit and {reached})",
            "competing": {"other_exit": "exited_on"},
            "at_days": ONE_YEAR,
        }
    )
    return [time_to_event(indicator, prepare(frames, [indicator]))]

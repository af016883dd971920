"""What is asked of a new version of a text, before it may be put to anybody."""

from datetime import date

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused


def check_text(starts_on: date, *, on: date) -> None:
    """Nobody can have agreed to words that were not there."""
    if starts_on < on:
        sentence = _("En ny text gäller tidigast från i dag, {today}. Där står {day}.")
        raise Refused(sentence.format(today=day(on), day=day(starts_on)))

"""What may be checked, said and signed."""

from collections.abc import Iterable
from datetime import timedelta

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.participants.values.log_reviews import LONGEST_DAYS, NewReview, Said, Verdict


def check_period(new: NewReview, viewer: Viewer) -> None:
    if new.last < new.first:
        raise Refused(_("Periodens sista dag kommer före den första."))
    if new.last >= viewer.on:
        raise Refused(_("Perioden ska vara slut: välj en sista dag före i dag."))
    if new.last - new.first >= timedelta(days=LONGEST_DAYS):
        raise Refused(_("Perioden får vara högst ett år."))


def check_heads(new: NewReview, units: Iterable[object]) -> None:
    if new.unit not in units:
        raise Refused(_("Du granskar bara din egen enhet."))


def check_none_is_open(open_ones: int) -> None:
    """A sample that one does not like is not drawn again."""
    if open_ones:
        raise Refused(
            _("Det finns redan en loggkontroll för en del av perioden. Skriv under den först.")
        )


def check_unsigned(*, is_signed: bool) -> None:
    if is_signed:
        raise Refused(_("Protokollet är underskrivet och ändras inte. Gör en ny kontroll."))


def check_said(said: Said, drawn: Iterable[int]) -> None:
    if said.number not in drawn:
        raise Refused(_("Raden hör inte till kontrollen."))
    if said.verdict is not Verdict.JUSTIFIED and not said.note.strip():
        raise Refused(_("Skriv en anteckning om det som inte är motiverat."))


def why_not_sign(unjudged: int, *, is_signed: bool) -> str:
    try:
        check_can_sign(unjudged, is_signed=is_signed)
    except Refused as refused:
        return refused.sentence
    return ""


def check_can_sign(unjudged: int, *, is_signed: bool) -> None:
    check_unsigned(is_signed=is_signed)
    if unjudged:
        said = ngettext("{n} rad är inte bedömd än.", "{n} rader är inte bedömda än.", unjudged)
        raise Refused(said.format(n=unjudged))


def check_answer(note: str, *, is_answered: bool) -> None:
    if is_answered:
        raise Refused(_("Någon har redan kvitterat larmet."))
    if not note.strip():
        raise Refused(_("Skriv vad du har gjort eller kommit fram till."))

"""Removes what is oldest in the access log, when its time is over: only the owner can."""

from datetime import datetime, time

from django.conf import settings
from django.db import ProgrammingError, transaction
from django.utils import timezone

from stegvis.core.actions.log_checking import verify
from stegvis.core.actions.log_sealing import alone_at_sealing, append
from stegvis.core.calculations.log_chain import Sealing, end_of, log_keys
from stegvis.core.models import AccessEntry, LogSegment
from stegvis.core.queries.log_segments import latest_link
from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import add_months
from stegvis.core.values.refusals import Refused


def drop_old(now: datetime) -> int:
    """How many rows. What is left begins where the removed ended, and says so under seal."""
    _check_whole()
    last = LogSegment.objects.filter(sealed_at__lt=_kept_from(now)).order_by("-number").first()
    if last is None or not AccessEntry.objects.filter(id__lte=last.last_id).exists():
        return 0
    keys = log_keys(settings.STEGVIS_KEYS)
    try:
        with transaction.atomic():
            alone_at_sealing()
            sealing = Sealing(next(iter(keys)), now, dropped=last.number)
            append(end_of(latest_link()), [], sealing, keys)
            number, _models = AccessEntry.objects.filter(id__lte=last.last_id).delete()
            LogSegment.objects.filter(number__lte=last.number).delete()
    except ProgrammingError as error:
        raise Refused(_("Bara databasens ägare kan ta bort ur loggen.")) from error
    return number


def _check_whole() -> None:
    fault = verify().fault
    if fault:
        sentence = _("Loggen är inte hel, så inget togs bort. {fault}")
        raise Refused(sentence.format(fault=fault.sentence))


def _kept_from(now: datetime) -> datetime:
    day = add_months(timezone.localdate(now), -12 * settings.STEGVIS_LOG_YEARS)
    return timezone.make_aware(datetime.combine(day, time.min))

"""What a person does with their own account."""

from uuid import UUID

from django.contrib.sessions.models import Session
from django.utils import timezone

from stegvis.core.values.language import LANGUAGES
from stegvis.organisations.models import User


def choose_language(user: UUID, language: str) -> None:
    if language in LANGUAGES:
        User.objects.filter(pk=user).update(language=language)


def end_other_sessions(user: UUID, *, keeping: str | None) -> int:
    """How many were ended. Reads every live session: they are as many as there are people."""
    live = Session.objects.filter(expire_date__gt=timezone.now()).exclude(session_key=keeping)
    theirs = [one.pk for one in live if one.get_decoded().get("_auth_user_id") == str(user)]
    ended, _rows = Session.objects.filter(pk__in=theirs).delete()
    return ended

"""What has served its time is removed, each kind after a time of its own."""

from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.db import connection

from stegvis.core.models import Draft, Job, SentForm

DRAFTS_KEPT = timedelta(days=30)
"""Own choice: through a holiday; text that nobody sends says more of people than it is worth."""

SENT_FORMS_KEPT = timedelta(days=1)
"""Own choice: longer than the longest session, and nobody sends a form of yesterday by mistake."""

JOBS_KEPT = timedelta(days=90)
"""Own choice: a quarter, to find out why a figure or a delivery was late."""

ENDED_BEFORE = """
DELETE FROM procrastinate_jobs AS job
WHERE status NOT IN ('todo', 'doing')
AND NOT EXISTS (SELECT FROM procrastinate_events WHERE job_id = job.id AND at >= %s)
"""


def keep_house(now: datetime) -> None:
    """Sessions carry their own end: SESSION_COOKIE_AGE after they were last written."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    Draft.objects.filter(saved_at__lt=now - DRAFTS_KEPT).delete()
    SentForm.objects.filter(sent_at__lt=now - SENT_FORMS_KEPT).delete()
    Job.objects.filter(ended_at__lt=now - JOBS_KEPT).delete()
    _empty_queue(now - JOBS_KEPT)


def _empty_queue(before: datetime) -> None:
    """Of what failed or was called off: what succeeded leaves the queue at once."""
    with connection.cursor() as cursor:
        cursor.execute(ENDED_BEFORE, [before])

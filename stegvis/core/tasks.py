"""What the queue runs for the whole house, asked for by nobody."""

from django.utils import timezone
from procrastinate.contrib.django import app

from stegvis.core.actions import housekeeping

EACH_NIGHT = "20 1 * * *"
"""Of UTC: when nobody works. Also at every start, as a small site may be off at night."""


@app.periodic(cron=EACH_NIGHT)
@app.task(queueing_lock="keep_house")
def keep_house(timestamp: int) -> None:
    del timestamp
    housekeeping.keep_house(timezone.now())

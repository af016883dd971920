"""What the queue runs for the whole house, asked for by nobody."""

from django.utils import timezone
from procrastinate.contrib.django import app

from stegvis.core.actions import housekeeping, log_checking, log_sealing

EACH_NIGHT = "20 1 * * *"
"""Of UTC: when nobody works. Also at every start, as a small site may be off at night."""

EACH_MINUTE = "* * * * *"
"""What is not sealed can be changed unseen: for a minute, as long as one looks at a page."""

EACH_MORNING = "40 2 * * *"
"""Of UTC: after the house is kept, before anybody reads what was found."""


@app.periodic(cron=EACH_NIGHT)
@app.task(queueing_lock="keep_house")
def keep_house(timestamp: int) -> None:
    del timestamp
    housekeeping.keep_house(timezone.now())


@app.periodic(cron=EACH_MINUTE)
@app.task(queueing_lock="seal_access_log")
def seal_access_log(timestamp: int) -> None:
    del timestamp
    log_sealing.seal()


@app.periodic(cron=EACH_MORNING)
@app.task(queueing_lock="check_access_log")
def check_access_log(timestamp: int) -> None:
    del timestamp
    log_checking.check_log()

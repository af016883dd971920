"""What the queue does about persons, asked for by nobody."""

from datetime import timedelta

from procrastinate.contrib.django import app

from stegvis.participants.actions import log_alarms

EVERY_OTHER_MINUTE = "*/2 * * * *"
"""Whoever snoops is told of within five minutes."""

EACH_NIGHT = "10 2 * * *"
"""Of UTC: the whole day again, should the queue have stood still."""


@app.periodic(cron=EVERY_OTHER_MINUTE)
@app.task(queueing_lock="watch_access_log")
def watch_access_log(timestamp: int) -> None:
    del timestamp
    log_alarms.watch()


@app.periodic(cron=EACH_NIGHT)
@app.task(queueing_lock="watch_access_log_again")
def watch_access_log_again(timestamp: int) -> None:
    del timestamp
    log_alarms.watch(since=timedelta(days=1))

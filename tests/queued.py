"""Jobs carried out on the spot, in the order they were asked for."""

import json

from django.db import connection
from procrastinate.contrib.django import app

DELIVERIES = "stegvis.results.tasks.deliveries"


def work_off(tasks=DELIVERIES):
    """Every waiting job whose name begins so; how many there were."""
    done = 0
    while found := _next(tasks):
        job, name, arguments = found
        _mark(job, "doing")
        app.tasks[name].func(**arguments)
        _mark(job, "succeeded")
        done += 1
    return done


def _next(tasks):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, task_name, args::text FROM procrastinate_jobs "
            "WHERE status = 'todo' AND task_name LIKE %s ORDER BY id LIMIT 1",
            [f"{tasks}%"],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    return row[0], row[1], json.loads(row[2])


def _mark(job, status):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = %s WHERE id = %s", [status, job])

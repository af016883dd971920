"""`python3 run.py` really started, in a data folder of the test's own, and ended with it."""

import http.client
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from stegvis.core.actions.postgresql import processes

ROOT = Path(__file__).parents[1]
LONGEST_SECONDS = 60
NOT_OURS = (
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "DJANGO_ALLOW_ASYNC_UNSAFE",  # set by the stories, for the browser's loop
    "DJANGO_SETTINGS_MODULE",
    "STEGVIS_MODE",
)
LAST_LINE = "Avsluta med Ctrl-C."


def command(data, *arguments, **environment):
    """Its output goes to one pipe; the environment has nothing of the tests' own settings."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "stegvis.config.commands", *arguments],
        cwd=ROOT,
        env={**kept, "PYTHONPATH": str(ROOT), "STEGVIS_DATA": str(data), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def said(data, *arguments, **environment):
    """What a command that ends by itself printed, and its code."""
    started = command(data, *arguments, **environment)
    out, _nothing = started.communicate(timeout=LONGEST_SECONDS)
    return out, started.returncode


class Start:
    """One start, from its first line to its last process."""

    def __init__(self, data, *arguments, **environment):
        self.data = Path(data)
        self.process = command(data, "start", *arguments, **environment)
        self.lines = []

    def __enter__(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            if self.lines[-1] == LAST_LINE:
                return self
        self.__exit__()
        raise AssertionError("\n".join(self.lines))

    def __exit__(self, *_error):
        self.end()
        self.process.stdout.close()

    @property
    def address(self):
        return next(line.split()[-1] for line in self.lines if "http://" in line)

    @property
    def port(self):
        return int(self.address.rstrip("/").rpartition(":")[2])

    def end(self, number=signal.SIGTERM):
        """The code it ended with; killed when it does not end."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(LONGEST_SECONDS)
        finally:
            self.process.kill()

    def get(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_SECONDS)
        with closing(connection) as asked:
            asked.request("GET", path, headers=headers)
            answer = asked.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()

    def answers(self):
        try:
            self.get("/")
        except (ConnectionError, http.client.HTTPException):
            return False
        return True


def database_runs(data):
    return bool(processes.servers_of(Path(data).resolve() / "postgresql"))


def becomes(is_so, seconds=20):
    until = time.monotonic() + seconds
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)
    return is_so()

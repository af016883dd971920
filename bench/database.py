"""A database of its own for a benchmark, durable as in earnest, gone afterwards."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

from stegvis.config.databases import OWNER, WEB
from stegvis.config.garbage import look_for_garbage_seldom
from stegvis.core.actions.postgresql import ensure_database, start, stop

ROOT = Path(__file__).parents[1]


@contextmanager
def database() -> Iterator[None]:
    """Migrated by its owner and entered as the web role; Django is ready inside."""
    with tempfile.TemporaryDirectory(prefix="stegvis-bench-") as folder:
        Path(folder).chmod(0o755)  # the database may run as somebody else
        server = start(Path(folder) / "postgresql")
        try:
            access = ensure_database(server, "bench")
            os.environ |= {WEB: access.web_url, OWNER: access.owner_url, "STEGVIS_DATA": folder}
            os.environ["DJANGO_SETTINGS_MODULE"] = "stegvis.config.settings"
            command = [sys.executable, "-P", "-m", "stegvis.config.manage", "migrate", "-v", "0"]
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            subprocess.run(command, check=True, cwd=ROOT, env=environment)  # noqa: S603 - our own
            django.setup()
            look_for_garbage_seldom()
            yield
        finally:
            stop(server)

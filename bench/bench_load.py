"""A start, and many at once: what a person with a browser waits."""

import re
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.measure import THOUSAND, Measure
from bench.started import Started, started
from bench.visiting import SIGN_IN, Visitor

FIRST_PAGE_SECONDS, SIGN_IN_MS, MANY_MS = 5, 30, 200  # issue 3
VISITORS, PAUSE_SECONDS, ROUNDS = 20, 2.0, 3
CORES = 2  # one process for each, as docs/drift says
READER = "alva@exempelbygden.example"
PROGRAMME = re.compile(r'href="(/insatser/[0-9a-f-]{36}/)[^"]*"[^>]*>\s*Ung Framtid')
OK = 200


@dataclass
class Waits:
    """Of all visitors together; a list may be added to by many threads."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def measures() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory(prefix="stegvis bench ") as name:
        data = Path(name)
        data.chmod(0o755)
        with started(data) as first:
            yield Measure("första starten, med databas och exempel", first.seconds, "s")
        with started(data) as again:
            words = "python3 run.py till första sidan, installerat"
            yield Measure(words, again.seconds, "s", FIRST_PAGE_SECONDS)
            again.wait_until_idle()
            yield _sign_in_page(again)
            yield from _memory(again, "en process")
        with started(data, "--processes", str(CORES)) as wide:
            yield from _many_at_once(wide)
            yield from _memory(wide, f"{CORES} processer")


def _memory(server: Started, how: str) -> Iterator[Measure]:
    yield Measure(f"minne, {how}", server.memory_mib(of_database=False), "MiB")
    yield Measure("minne, PostgreSQL", server.memory_mib(of_database=True), "MiB")


def _sign_in_page(server: Started) -> Measure:
    visitor = Visitor(server.port)
    waits = sorted(visitor.get(SIGN_IN)[2] for _time in range(50))
    return Measure(
        "inloggningssidan, median", THOUSAND * statistics.median(waits), "ms", SIGN_IN_MS
    )


def _many_at_once(server: Started) -> Iterator[Measure]:
    visitors = [Visitor(server.port) for _one in range(VISITORS)]
    for visitor in visitors:
        visitor.sign_in(READER, server.password)
    pages = _pages(visitors[0])
    _visited(visitors, pages, 0.0)  # whoever comes first pays for what is kept afterwards
    for pause, limit in ((PAUSE_SECONDS, MANY_MS), (0.0, None)):
        waits = _visited(visitors, pages, pause)
        rank = round(0.95 * (len(waits.seconds) - 1))
        p95 = THOUSAND * sorted(waits.seconds)[rank]
        how = "en sida varannan sekund var" if pause else "utan paus"
        yield Measure(f"{VISITORS} på en gång, {how}: p95", p95, "ms", limit)
        yield Measure("  sidor som inte kom som de skulle", len(waits.failures), "st", 0)


def _pages(visitor: Visitor) -> list[str]:
    """Home, the list, Läget, one of its figures, the reports and one of them."""
    listed = visitor.get("/insatser/")[1]
    programme = PROGRAMME.findall(listed)[0]
    standing, reports = f"{programme}laget/", f"{programme}rapporter/"
    figures = re.findall(rf'"({standing}(?!pa-en-sida)[a-z0-9-]+/)', visitor.get(standing)[1])
    written = re.findall(rf'"({reports}[0-9a-f-]{{36}}/)', visitor.get(reports)[1])
    return ["/", "/insatser/", standing, *figures[:1], reports, *written[:1]]


def _visited(visitors: list[Visitor], pages: list[str], pause: float) -> Waits:
    waits = Waits()
    threads = [
        threading.Thread(target=_visit, args=(visitor, pages, pause, number, waits))
        for number, visitor in enumerate(visitors)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waits


def _visit(visitor: Visitor, pages: list[str], pause: float, number: int, waits: Waits) -> None:
    """Each begins at another page and another moment, as people do."""
    time.sleep(pause * number / VISITORS)
    for place in range(ROUNDS * len(pages)):
        path = pages[(place + number) % len(pages)]
        status, _page, seconds = visitor.get(path)
        waits.seconds.append(seconds)
        if status != OK:
            waits.failures.append(f"{status} {path}")
        time.sleep(max(0.0, pause - seconds))

"""Publishing a report: what hiding costs, and how much an outsider still narrows.

The shipped programmes have some sixty tables each. Time is of the processor, since the solver
alone decides it. What the outsider narrows has no limit: it is told, as level report asks.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from bench.measure import Measure
from demo.build import DATA
from stegvis.programmes.files.definition import load_programme
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.calculations.publishing import Publication, publication
from stegvis.results.files.facts import read_facts
from stegvis.results.values.figures import DisclosureLevel, FollowUp

PROGRAMMES = ("ung-framtid", "sara", "hikikomori")
CPU_SECONDS = 1.0  # a part of the six seconds of follow-up, issue 2
TIMES = 3
PERCENT = 100


@dataclass(frozen=True)
class Counted:
    definitions: tuple[Definition, ...]
    follow_up: FollowUp

    def published(self, level: DisclosureLevel) -> Publication:
        return publication(self.follow_up, level, self.definitions)


def measures() -> Iterator[Measure]:
    counted = {programme: _counted(programme) for programme in PROGRAMMES}
    counted[PROGRAMMES[0]].published(DisclosureLevel.REPORT)  # the solver is imported once
    for programme, one in counted.items():
        yield from _of(programme, one)


def _counted(programme: str) -> Counted:
    definition, parts = load_programme(shipped(f"{programme}.toml"))
    facts = read_facts(DATA / programme, definition).facts
    as_of = definition.last_day
    if as_of is None:
        raise ValueError(programme)
    return Counted((definition, *parts), evaluate(definition, parts, facts, as_of=as_of))


def _of(programme: str, counted: Counted) -> Iterator[Measure]:
    for level, word in ((DisclosureLevel.REPORT, "rapport"), (DisclosureLevel.OPEN, "öppen")):
        found = counted.published(level)
        taken = min(_cpu(partial(counted.published, level)) for _time in range(TIMES))
        yield Measure(f"{programme}: publicera på nivån {word}", taken, "s", CPU_SECONDS)
        narrowed = found.audit.narrowed_share
        if narrowed is not None:
            name = "  varav dolda tal som går att ringa in till under fem"
            yield Measure(name, PERCENT * narrowed, "%")


def _cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started

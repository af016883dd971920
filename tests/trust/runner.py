"""Runs the checks through pytest and says one line for each."""

import argparse
import os
import sys
from collections import Counter, defaultdict

import pytest

from tests.house import ROOT
from tests.trust.measuring import ASKED, Size, check_of

FOUND = pytest.StashKey()
FOLDER = ROOT / "tests" / "trust"


def main(arguments):
    chosen = parser().parse_args(arguments)
    os.environ[ASKED] = (Size.NIGHTLY if chosen.nightly else Size.FULL).name
    lines = Lines({name.upper() for name in chosen.checks})
    code = pytest.main([str(FOLDER), *chosen.pytest], plugins=[lines])
    return int(code) or int(lines.fell_short)


def parser():
    found = argparse.ArgumentParser(prog="python3 run.py trust", allow_abbrev=False)
    found.add_argument("checks", nargs="*", metavar="T1", help="bara dessa")
    found.add_argument("--nightly", action="store_true", help="så mycket som hinns på en natt")
    found.add_argument("--pytest", action="append", default=[], help="ett argument till pytest")
    return found


class Lines:
    """Says a line when the last test of a check is done, in place of pytest's own report."""

    def __init__(self, wanted):
        self.wanted = wanted
        self.left = Counter()
        self.faults = defaultdict(list)
        self.check_of = {}
        self.fell_short = False

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config):
        self.config = config
        config.pluginmanager.unregister(name="terminalreporter")

    def pytest_collection_modifyitems(self, config, items):
        known = {item: check_of(item.function, item.module) for item in items}
        kept = [one for one in items if not self.wanted or known[one] in self.wanted]
        kept.sort(key=lambda one: int(known[one][1:]))
        config.hook.pytest_deselected(items=[one for one in items if one not in kept])
        items[:] = kept
        self.check_of = {one.nodeid: known[one] for one in kept}
        self.left = Counter(self.check_of.values())

    def pytest_collectreport(self, report):
        if report.failed:
            self.say_fault(report)

    def pytest_runtest_logreport(self, report):
        check = self.check_of[report.nodeid]
        if report.failed:
            self.faults[check].append(report)
        if report.when == "teardown":
            self.left[check] -= 1
            if not self.left[check]:
                self.say(check)

    def say(self, check):
        found = self.config.stash.get(FOUND, {}).get(check)
        parts = found.told() if found else []
        failed = [report.nodeid.partition("::")[2] for report in self.faults[check]]
        told = [", ".join(parts) or "nothing measured", *(f"FEL {name}" for name in failed)]
        print(check, *told, flush=True)  # noqa: T201 - the report
        for report in self.faults[check]:
            self.say_fault(report)

    def say_fault(self, report):
        self.fell_short = True
        print(report.longreprtext, file=sys.stderr, flush=True)  # noqa: T201 - and why

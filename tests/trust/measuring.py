"""How large a sample is taken, and what a measure has found."""

import os
from dataclasses import dataclass, field
from enum import IntEnum

ASKED = "STEGVIS_TRUST"


class Size(IntEnum):
    SAMPLE = 0  # in `python3 run.py test`
    FULL = 1  # in `python3 run.py trust`
    NIGHTLY = 2  # in `python3 run.py trust --nightly`

    def of(self, sample, full, nightly=None):
        """One of three, the last as the second where nothing else is said."""
        return (sample, full, full if nightly is None else nightly)[self]


def size_asked():
    return Size[os.environ.get(ASKED, Size.SAMPLE.name)]


@dataclass
class Found:
    """What one check has told, a part from each of its tests."""

    parts: list[str] = field(default_factory=list)
    added: dict[str, tuple[int, int]] = field(default_factory=dict)
    counted: dict[str, tuple[int, int]] = field(default_factory=dict)

    def tell(self, wrong, of, what):
        """Nothing may be wrong, and there must be something that could have been."""
        self.parts.append(f"wrong {wrong} of {of} {what}")
        assert of > 0
        assert wrong == 0

    def tell_planted(self, found, of, what="planted"):
        """Every planted fault must be found."""
        self.parts.append(f"{what} {found}/{of}")
        assert of > 0
        assert found == of

    def count(self, what, is_found):
        """One of several that are told together."""
        seen, of = self.counted.get(what, (0, 0))
        self.counted[what] = seen + bool(is_found), of + 1
        assert is_found

    def add(self, what, wrong, of):
        """A part of what is told together."""
        before = self.added.get(what, (0, 0))
        self.added[what] = before[0] + wrong, before[1] + of
        assert wrong == 0

    def told(self):
        added = [f"wrong {wrong} of {of} {what}" for what, (wrong, of) in self.added.items()]
        return [
            *added,
            *self.parts,
            *(f"{what} {seen}/{of}" for what, (seen, of) in self.counted.items()),
        ]

    def tell_share(self, number, least, what):
        """At least so many of a hundred."""
        self.parts.append(f"{what} {number:.0f} %")
        assert number >= least


def check(name):
    """Says that one test is part of another check than its module."""

    def part_of(test):
        test.check = name
        return test

    return part_of


def check_of(test, module):
    return getattr(test, "check", None) or module.CHECK
